"""What people wrote is never read as markup: it would open files, ask other machines, and hide its own words."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel, QToolTip
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.find import OthersItem
from learningcircles_ui.pages.member_forms import AddMember
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
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
