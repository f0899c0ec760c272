"""What was done is said, and what was seen stays in view: a window that is made anew, a dialog that opens."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before import locked
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.parts import drafts
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import beside
from learningcircles_ui.parts.first_focus import FirstFocus
from learningcircles_ui.print.paper import Paper
from tests.ui.drops import drop

Settle = Callable[[Desktop], None]


def test_a_passphrase_that_is_set_is_told_and_settings_stay_where_they_were(
    desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open(page="settings")
    settle(desktop)
    page = window.page
    assert isinstance(page, SettingsPage)
    window.resize(1000, 500)  # where not all of it is seen at once
    bar = page.findChild(QScrollArea).verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    before = bar.value()
    asked = Passphrase(page.shell, page)
    for line in (asked.new, asked.again):
        line.setText("correct horse")
    asked.submit()
    qtbot.waitUntil(lambda: "The passphrase is set" in window.toast.label.text(), timeout=20_000)
    settle(desktop)
    assert desktop.window is window
    assert bar.value() >= before > 0


def test_a_field_that_a_dialog_did_not_begin_in_shows_no_cursor(qtbot: QtBot, qapp: QApplication) -> None:
    """Qt tells the first one that it has the keyboard before the dialog has it."""
    dialog = Dialog("Two fields", "Do it")
    one, two = QLineEdit(dialog), QLineEdit(dialog)
    for each in (one, two):
        dialog.body.addWidget(each)
    qtbot.addWidget(dialog)
    heard: list[QEvent.Type] = []

    class Ear(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                heard.append(event.type())
            return False

    ear = Ear(dialog)
    one.setFocus()
    one.installEventFilter(ear)
    FirstFocus(dialog)
    two.setFocus()
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    assert heard == [QEvent.Type.FocusOut]
    QApplication.sendEvent(dialog, QEvent(QEvent.Type.WindowActivate))
    assert len(heard) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="rights are the folder's there")
def test_a_paper_of_people_is_its_writers_own(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "people.pdf"
    Paper(file, "A4", "People").finish()
    assert file.stat().st_mode & 0o777 == 0o600 and file.read_bytes().startswith(b"%PDF")


def test_what_comes_into_view_by_itself_is_said_to_who_listens(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    for module in (locked, drafts):
        monkeypatch.setattr(module, "announce", lambda at, words: heard.append(words))
    page = locked.Locked(desktop.home, desktop.home.circles()[0], "")
    qtbot.addWidget(page)
    page.show()
    (tmp_path / "people.csv").write_text("Name\nZoe\n", "utf-8")
    assert drop(page, [tmp_path / "people.csv"])
    assert heard == ["people.csv is opened as soon as the circle is."]
    other.drafts.keep_draft(beside("meetup", "0a"), {"title": "Seed swap"})
    window = desktop.open()
    settle(desktop)
    form = MeetupForm(window.shell, window, day="2026-12-04")
    form.show()
    settle(desktop)
    assert len(heard) == 2 and heard[1].startswith("You had begun this on") and heard[1].endswith("Seed swap")
    form.close()
