"""What floats over a window, and what stands beside what is scrolled: calendars, lists of choices, scroll bars."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, QStringListModel, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.rows import list_meetups
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.day_popup import DayPopup
from learningcircles_ui.parts.layouts import Scrolled
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import Question
from learningcircles_ui.parts.timed_editors import DateEditor
from learningcircles_ui.screens.popups import clear_away, popups, seen
from learningcircles_ui.screens.settled import settle as settled
from learningcircles_ui.theme import Theme
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened as opened_form
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def opened(app: QApplication) -> DayPopup:
    popup = app.activePopupWidget()
    assert isinstance(popup, DayPopup)
    return popup


def test_a_day_is_chosen_from_a_calendar_by_mouse_or_with_the_down_key(
    window: Window, qapp: QApplication, qtbot: QtBot
) -> None:
    form = SwapForm(window.shell, window)
    qtbot.addWidget(form)
    form.open()
    day = form.form.edit("on")
    line = day.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    opened(qapp).calendar.clicked.emit(QDate(2026, 5, 4))
    assert (line.text(), day.value()) == ("4 May 2026", "2026-05-04")
    assert isinstance(day, DateEditor)
    day.pick.click()
    assert opened(qapp).calendar.selectedDate() == QDate(2026, 5, 4)
    qtbot.keyClick(opened(qapp).calendar, Qt.Key.Key_Escape)
    assert day.value() == "2026-05-04"


def test_a_calendar_stands_below_its_field_though_something_comes_between(
    window: Window, qapp: QApplication, qtbot: QtBot
) -> None:
    form = MeetupForm(window.shell, window)
    qtbot.addWidget(form)
    form.open()
    form.form.focus_first()
    qtbot.waitUntil(form.form.edit("title").control.hasFocus)
    day, pick, _ = form.form.edit("start").stops()
    pick.setFocus()  # the empty title says now that it is needed
    qtbot.mouseClick(pick, Qt.MouseButton.LeftButton)
    assert form.form.lines["title"].sentence
    popup = opened(qapp)
    wrong = form.form.lines["title"]._wrong
    qtbot.waitUntil(lambda: wrong.isVisible() and wrong.y() > 0)

    def clear() -> bool:
        above, below = (day.mapToGlobal(QPoint(0, high)).y() for high in (0, day.height()))
        return popup.y() in (below + 1, below + 2) or popup.geometry().bottom() <= above

    qtbot.waitUntil(clear)
    popup.close()


def test_the_list_of_meetups_begins_with_the_next_one(other: Verbs) -> None:
    today = datetime.date.fromisoformat(other.desk.today())
    for days in (40, -9, 3, 0, -1):
        day = today + datetime.timedelta(days=days)
        other.records.add("meetup", {"title": f"{days}", "start": f"{day.isoformat()}T18:00"})

    def titles(question: Question, limit: int | None = None) -> list[str]:
        ids = list_meetups(other.reader, question, limit)
        return [str(row["title"]) for row in other.reader.many("meetup", ids)]

    assert titles(Question()) == ["0", "3", "40", "-1", "-9"]
    assert titles(Question(), 2) == ["0", "3"]
    assert titles(Question(order="start", descending=True)) == ["40", "3", "0", "-1", "-9"]


def test_an_offer_can_be_removed_where_it_is_changed(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("offer", {"title": "Yoga"})
    form = opened_form(ListingForm(window.shell, window, "offer", other.reader.get("offer", id_)), desktop, settle)
    next(each for each in form.findChildren(QPushButton) if each.text() == "Remove").click()
    settle(desktop)
    assert closed(form) and other.reader.get("offer", id_).deleted


def test_a_scroll_bar_stands_in_the_margin_and_takes_no_room(qtbot: QtBot) -> None:
    around, inside = QWidget(), QLabel("x")
    qtbot.addWidget(around)
    column = QVBoxLayout(around)
    column.setContentsMargins(24, 24, 24, 24)
    area = Scrolled(inside, around)
    column.addWidget(area)
    around.resize(300, 200)
    around.show()
    qtbot.waitExposed(around)
    assert not area._bar.isVisible() and inside.width() == 252
    inside.setMinimumHeight(900)
    qtbot.waitUntil(area._bar.isVisible)
    assert inside.width() == 252, "what is held ends where everything else does"
    assert area._bar.x() >= 276 and area._bar.geometry().right() < 300
    area._bar.setValue(area._bar.maximum())
    assert area.verticalScrollBar().value() == area._bar.maximum() > 0
    area.hide()
    assert not area._bar.isVisible()


def test_a_cell_at_the_edge_of_a_table_ends_with_dots(qapp: QApplication, qtbot: QtBot) -> None:
    """Where there is more of a table than is seen, no letter is cut through."""
    Theme(qapp).choose("light", 100)
    table = Table("Cells")
    qtbot.addWidget(table)
    table.setModel(QStringListModel(["WWWWWWWWWWWWWWWWWWWW"]))
    table.setColumnWidth(0, 600)
    table.resize(200, 120)
    table.show()
    qtbot.waitExposed(table)
    view = table.viewport()
    drawn = QPixmap(view.size())
    drawn.fill(Qt.GlobalColor.white)
    view.render(drawn)
    row = table.visualRect(table.model().index(0, 0))
    image = drawn.toImage()
    inner = range(row.top() + 3, row.bottom() - 3)
    last = [image.pixelColor(view.width() - 2, y).lightness() for y in inner]
    assert min(last) > 200, "the last letters that fit are followed by dots, before the edge"
    assert any(image.pixelColor(x, y).lightness() < 128 for x in range(20, 60) for y in inner)


def test_a_list_that_floats_has_a_ground_of_its_own(desktop: Desktop, window: Window, qapp: QApplication) -> None:
    """Each kind is over what opens it in the pictures, and lets nothing of it through."""
    wanted = {"fields proposed", "a choice", "circles"}
    for scene in popups(desktop, window):
        if scene.name not in wanted:
            continue
        scene.pose()
        settled(desktop)
        popup = qapp.activePopupWidget()
        assert popup is not None, scene.name
        image = popup.grab().toImage()
        assert image.pixelColor(image.width() // 2, image.height() - 4).alpha() == 255, scene.name
        front = qapp.activeModalWidget() or window
        assert seen(front).width() >= front.width()
        clear_away(qapp)
        if front is not window:
            front.close()


def test_with_large_text_whoever_is_looked_up_is_seen_below_the_list(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    ids = add_people(other, [f"Person {number:02d}" for number in range(20)], status="active")
    desktop.theme.choose("light", 200)
    try:
        window = desktop.open()
        window.resize(1280, 800)
        window.open_record("member", ids[7])
        settle(desktop)
        page = window.pages["people"]
        assert isinstance(page, PeoplePage)
        seen_ = page.pane.visibleRegion().boundingRect()
        assert seen_.height() > 200 and seen_.top() < 20, "from the name on"
        assert page.table.width() > 700, "the list has the whole width"
    finally:
        desktop.theme.choose("light", 100)
