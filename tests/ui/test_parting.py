"""What cannot be taken back: Enter follows the ring, and the last laptop is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.copies import EXPORT, note_copy
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.share.leave_circle import LeaveCircle
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def leaving(desktop: Desktop, window: Window, settle: Settle) -> LeaveCircle:
    window.show_page("share")
    page = window.page
    assert isinstance(page, SharePage)
    page._leave.click()
    settle(desktop)
    dialog = page.findChild(LeaveCircle)
    assert isinstance(dialog, LeaveCircle)
    return dialog


def test_the_only_laptop_keeps_the_circle_until_the_tick_and_the_button(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, home: Home, tmp_path: Path
) -> None:
    dialog = leaving(desktop, window, settle)
    assert "only laptop" in dialog._told.text() and "recovery sheet" in dialog._told.text()
    assert dialog.focusWidget() is dialog.leave_button
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(dialog.leave_button, Qt.Key.Key_Return)
    assert closed(dialog) and home.circles()
    dialog = leaving(desktop, window, settle)
    dialog.known.setFocus()
    qtbot.keyClick(dialog.known, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.known, Qt.Key.Key_Return)
    settle(desktop)
    assert dialog.isVisible() and dialog.done_button.isEnabled() and home.circles()
    dialog.write_to(tmp_path / "stick.bundle")
    settle(desktop)
    assert (tmp_path / "stick.bundle").exists()
    assert dialog.isVisible() and "still on this laptop" in dialog._written.text() and home.circles()
    dialog.done_button.setFocus()
    qtbot.keyClick(dialog.done_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not home.circles(), timeout=20_000)


def test_it_names_what_was_written_and_stays(
    desktop: Desktop, other: Verbs, window: Window, settle: Settle, tmp_path: Path
) -> None:
    (tmp_path / "people.csv").touch()
    note_copy(other.circle, EXPORT, str(tmp_path / "people.csv"))
    note_copy(other.circle, EXPORT, str(tmp_path / "destroyed.csv"))
    dialog = leaving(desktop, window, settle)
    assert dialog.staying.isVisible() and "people.csv" in dialog.staying.text()
    assert "destroyed.csv" not in dialog.staying.text()


def test_with_other_organizers_it_goes_after_one_question(
    qtbot: QtBot, desktop: Desktop, home: Home, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    invitation = invite(other.circle, "organizer").invitation
    pilar = Engine(home, other, real())
    pilar.write_bundle(tmp_path / "stick")
    joined = join_from_bundle(home_in(tmp_path / "two"), invitation, "Tomás", "Red", tmp_path / "stick", real())
    Engine(home, Verbs(joined), real()).write_bundle(tmp_path / "back")
    joined.close()
    pilar.read_bundle(tmp_path / "back")
    window = desktop.open()
    settle(desktop)
    page = window.pages["share"]
    assert isinstance(page, SharePage)
    window.show_page("share")
    settle(desktop)
    page._table.setCurrentIndex(page._model.index(1, 0))
    page._shut.click()
    dialog = next(each for each in page.findChildren(Dialog) if each.isVisible())
    assert dialog.focusWidget() is dialog.leave_button
    qtbot.keyClick(dialog.leave_button, Qt.Key.Key_Return)
    settle(desktop)
    assert closed(dialog) and not page._model.rows[1].revoked
    leave = leaving(desktop, window, settle)
    assert leave.known.isHidden() and leave.done_button.isEnabled()
    assert leave._told.text() == "The circle goes on on its other laptops."


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog = Dialog("Something", "Do it")
    dialog.on_submit = lambda: pressed.append("done")
    other = QPushButton("Look", dialog)
    other.setAutoDefault(False)
    other.clicked.connect(lambda: pressed.append("other"))
    dialog.body.addWidget(other)
    dialog.show()
    qtbot.addWidget(dialog)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    dialog.leave_button.setFocus()
    qtbot.keyClick(dialog.leave_button, Qt.Key.Key_Enter)
    assert pressed == ["other"] and closed(dialog)


def test_a_laptop_that_has_just_joined_is_heard_of_at_once(
    desktop: Desktop, home: Home, window: Window, settle: Settle, tmp_path: Path
) -> None:
    window.show_page("share")
    settle(desktop)
    circle = open_circle(home)
    invitation = invite(circle, "recorder").invitation
    pilar = Engine(home, Verbs(circle), real())
    pilar.write_bundle(tmp_path / "stick")
    joined = join_from_bundle(home_in(tmp_path / "two"), invitation, "Tomás", "Red", tmp_path / "stick", real())
    Engine(home, Verbs(joined), real()).write_bundle(tmp_path / "back")
    joined.close()
    pilar.read_bundle(tmp_path / "back")
    circle.close()
    window.watch()
    settle(desktop)
    page = window.page
    assert isinstance(page, SharePage)
    page.activate()
    settle(desktop)
    assert len(page._model.rows) == 2 and all(row.heard is not None for row in page._model.rows)


def test_the_ring_is_not_on_cancel_where_nothing_is_at_stake(qtbot: QtBot) -> None:
    for asks in (True, False):
        dialog = Dialog("Something", "Do it")
        line = QLineEdit(dialog)
        line.setVisible(asks)
        dialog.body.addWidget(line)
        qtbot.addWidget(dialog)
        dialog.open()
        assert dialog.focusWidget() is (line if asks else dialog.done_button)


def test_without_a_hub_bar_and_page_say_what_no_other_laptop_has(
    desktop: Desktop, window: Window, settle: Settle
) -> None:
    window.show_page("share")
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Amina"}))
    settle(desktop)
    page = window.page
    assert isinstance(page, SharePage)
    waiting = window.sharing.waiting
    assert waiting > 0 and window.bar.waiting.text() == f"{waiting} changes on this laptop alone so far"
    assert page._waits.text().startswith(f"{waiting} changes are on this laptop alone so far")
