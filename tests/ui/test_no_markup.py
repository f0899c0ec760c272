"""What people wrote is never read as markup: it would open files, ask other machines, and hide its own words."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QColor, QHelpEvent, QImage
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.find import OthersItem
from learningcircles_ui.pages.importing.columns import ImportColumns
from learningcircles_ui.pages.importing.preview import ImportList, show_preview
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.records.removed import RecentlyRemoved
from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.sidebar import MenuItem
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell
from learningcircles_ui.window import Window
from tests.ui.conftest import CIRCLE, add_people
from tests.ui.late import Settle


@pytest.fixture
def picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A red picture in the folder that the program was started in."""
    made = QImage(300, 400, QImage.Format.Format_RGB32)
    made.fill(QColor("red"))
    assert made.save(str(tmp_path / "red.png"))
    monkeypatch.chdir(tmp_path)
    return "red.png"


def red(label: QLabel) -> int:
    """Return how many points of those looked at are red."""
    shot = label.grab().toImage()
    colours = [shot.pixelColor(x, y) for x in range(0, shot.width(), 5) for y in range(0, shot.height(), 5)]
    return sum(colour.red() > 240 and colour.green() < 20 for colour in colours)


def test_a_title_of_another_circle_is_no_markup(desktop: Desktop, window: Window, settle: Settle, picture: str) -> None:
    fields = dict.fromkeys(inspect.signature(CatalogueItem).parameters)
    fields |= {"body": {"kind": "offer", "title": "x"}, "circle_name": "Other"}
    title = f'Bread <img src="{picture}"> <a href="https://evil.example">Press here</a>'
    made = OthersItem(title, "Offer of Other", CatalogueItem(**fields), window)
    made.open()
    settle(desktop)
    assert red(made._heading) == 0


def test_a_meetups_title_is_no_markup(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    start = {"at": "2099-12-24T18:00", "zone": "Europe/Paris"}
    other.records.add("meetup", {"title": "Bread <b>only</b> <!-- for -->", "start": start})
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    assert window.pages["meetups"].pane._title.textFormat() == Qt.TextFormat.PlainText


def test_a_tooltip_is_no_markup(other: Verbs, desktop: Desktop, settle: Settle, picture: str, qtbot: QtBot) -> None:
    add_people(other, [f'Ana <img src="{picture}">'])
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    table = window.pages["people"].table
    at = table.visualRect(table.model().index(0, 0)).center()
    QApplication.sendEvent(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at)))

    def tips() -> list[QLabel]:
        return [w for w in QApplication.topLevelWidgets() if w.inherits("QTipLabel") and w.isVisible()]

    qtbot.waitUntil(lambda: bool(tips()))
    assert red(tips()[0]) == 0
    QToolTip.hideText()


def test_a_refusal_is_no_markup(window: Window) -> None:
    dialog = AddMember(window.shell, window)
    dialog.form.edit("email").control.setText("<b>nobody</b> at home")
    dialog.form.end_edits()
    told = next(w for w in dialog.findChildren(QLabel) if "<b>nobody</b>" in w.text())
    assert told.textFormat() == Qt.TextFormat.PlainText


WROTE = 'R&D <img src="red.png"> & Sons'
KEYS = {"&Edit", "&Help", "&New", "&Circle", "&Go to"}
"""The window's own menus alone have keys."""


def fill(verbs: Verbs) -> None:
    """Write it into whatever is shown anywhere."""
    ana, bo = add_people(verbs, [f"Ana {WROTE}", f"Bo {WROTE}"], topics=[WROTE], notes=WROTE, status="active")
    verbs.records.add("offer", {"member": ana, "title": WROTE, "notes": WROTE})
    verbs.records.add("request", {"member": bo, "title": WROTE})
    verbs.swaps.record(ana, bo, 60, WROTE, proposed=True)
    verbs.records.add("place", {"name": WROTE})
    start = {"at": f"{datetime.date.today().isoformat()}T18:00", "zone": "Europe/Paris"}
    verbs.records.add("meetup", {"title": WROTE, "start": start, "place": WROTE, "host": ana, "minutes": 60})
    verbs.records.add("learning", {"member": ana, "topic": WROTE, "place": WROTE})
    verbs.records.edit("member", bo, {"name": f"Bo {WROTE} 2"})


def faults(top: QWidget) -> Iterator[str]:
    """Yield what of a window would be read as markup, or loses its "&"."""
    for each in [top, *top.findChildren(QWidget)]:
        if GuiQt.mightBeRichText(each.toolTip()) and "<img" in each.toolTip():
            yield f"tip: {type(each).__name__} {each.toolTip()}"
        if isinstance(each, QLabel) and "<" in QLabel.text(each) and each.textFormat() != Qt.TextFormat.PlainText:
            yield f"label: {type(each).__name__} {each.text()}"
        if isinstance(each, QLabel) and each.buddy() is not None and "&" in QLabel.text(each).replace("&&", ""):
            yield f"label of a field: {each.text()}"
        if isinstance(each, QAbstractButton) and not isinstance(each, MenuItem):
            yield from _eaten(QAbstractButton.text(each))
        if isinstance(each, QAbstractItemView) and not isinstance(each, QHeaderView):
            yield from _tips(each)
    for action in top.findChildren(QAction):
        yield from _eaten(action.text())


def _eaten(told: str) -> Iterator[str]:
    if "&" in told.replace("&&", "") and told not in KEYS:
        yield f"eaten: {told}"


def _tips(view: QAbstractItemView) -> Iterator[str]:
    """What a delegate of ours tells is no markup; any other tells what the model does, as it is."""
    model = view.model()
    if model is None or isinstance(view.itemDelegate(), CellDelegate):
        return
    for row in range(model.rowCount()):
        told = str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
        if GuiQt.mightBeRichText(told):
            yield f"row: {type(view).__name__} {told}"


def words_in(top: QWidget) -> str:
    """Return what the labels and buttons of a window say, so that a test knows that it looked at something."""
    return "\n".join(each.text() for each in top.findChildren(QWidget) if isinstance(each, QLabel | QAbstractButton))


def test_nothing_on_screen_is_read_as_markup_or_loses_a_sign(home: Home, desktop: Desktop, settle: Settle) -> None:
    with closing(found(home, WROTE, WROTE, WROTE)) as circle:
        fill(Verbs(circle))
    window = desktop.open(next(file.path for file in home.circles() if file.called != CIRCLE))
    window.resize(900, 700)  # narrow, so that much is cut and told when pointed at
    window.show()
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        for table in window.page.findChildren(Table):
            table.setCurrentIndex(table.model().index(0, 0))
            settle(desktop)
            menu = table.menu()
            assert [*faults(menu)] == []
        assert [*faults(window)] == [], name
    assert WROTE in words_in(window)
    assert WROTE.removesuffix(" Sons") in seen(window.undo_redo.undo.text()), "a menu cuts what is very long"
    signal = window.shell.signals
    signal.said.emit(WROTE, b"")
    signal.also.emit(WROTE, lambda: None)
    assert [*faults(window)] == [] and window.toast.more.text() == WROTE


MADE: dict[str, Callable[[Shell, QWidget, bytes], Dialog]] = {
    "member": lambda shell, window, _: AddMember(shell, window),
    "swap": lambda shell, window, _: SwapForm(shell, window),
    "offer": lambda shell, window, _: ListingForm(shell, window, "offer"),
    "who came": lambda shell, window, meetup: Attendance(shell, meetup, window),
    "removed": lambda shell, window, _: RecentlyRemoved(shell, window),
}


@pytest.mark.parametrize("form", MADE)
def test_no_dialog_reads_markup_or_loses_a_sign(form: str, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    fill(other)
    window = desktop.open()
    settle(desktop)
    made = MADE[form](window.shell, window, other.circle.reader.list("meetup")[0].id)
    made.open()
    settle(desktop)
    assert [*faults(made)] == []


def test_no_column_of_a_list_loses_a_sign(desktop: Desktop, window: Window, settle: Settle, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name,R&D <b>hours</b>\nAna,2\n")
    show_preview(window.shell, file, window, "member")
    settle(desktop)
    (asked,) = window.findChildren(ImportList)
    assert [*faults(asked)] == []
    asked.map_button.click()
    (columns,) = asked.findChildren(ImportColumns)
    assert "R&D <b>hours</b>" in words_in(columns) and [*faults(columns)] == []


def test_the_hall_reads_no_markup_and_loses_no_sign(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    fill(other)
    desktop.open()
    settle(desktop)
    hall = desktop.enter_hall()
    assert hall is not None
    for step in ("", "came", "guest", "swap"):
        if step:
            hall.go(step)
        settle(desktop)
        assert [*faults(hall)] == [], step
    assert WROTE in words_in(hall)
