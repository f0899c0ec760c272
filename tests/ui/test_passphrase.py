"""Setting, changing and taking away a circle's passphrase, and what that means without a recovery sheet."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Locked as LockedError
from learningcircles.laptop.backup import backup
from learningcircles.laptop.founding import is_locked, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock, relock, try_passphrase
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.parts.secret import Eye
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people, home_in
from tests.ui.late import saved_as_pdf
from tests.ui.locking import WORDS

Settle = Callable[[Desktop], None]


def test_letters_are_hidden_until_somebody_wants_to_see_them(desktop: Desktop, window: Window) -> None:
    back = desktop.begin("back").again_back
    back.file.setText("mine.backup")
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    for line in (back.passphrase, dialog.passphrase, dialog.again):
        eye = line.findChild(Eye)
        seen = []
        for words in ("Show the letters", "Hide the letters", "Show the letters"):
            assert eye.accessibleName() == words
            seen.append(line.echoMode() is QLineEdit.EchoMode.Normal)
            eye.click()
        assert seen == [False, True, False]
    assert not dialog.dirty(), "whoever looks has typed nothing"
    assert "back passphrase" in desktop.begin("back")._draft._secret


def test_a_backup_is_known_whatever_its_file_is_called(desktop: Desktop, window: Window, tmp_path: Path) -> None:
    circle = open_circle(desktop.home)
    backup(desktop.home, circle, tmp_path / "our circle", WORDS)
    (tmp_path / "a letter").write_text("LC")
    back = desktop.begin("back").again_back
    back.at_hand.setChecked(True)
    for name, known in (("our circle", True), ("a letter", False), ("missing", False), ("of.backup", True)):
        back.file.setText(str(tmp_path / name))
        assert back.passphrase.isVisibleTo(back) == known, name
        assert back.person.isVisibleTo(back) == back.device.isVisibleTo(back) != known, "a backup tells who is here"
    circle.close()


def test_the_eye_is_reached_with_tab_and_pressed_by_key(window: Window, qtbot: QtBot) -> None:
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.passphrase.setFocus()
    dialog.passphrase.setText("correct")
    stops = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        stops.append(dialog.focusWidget())
    first, last = (line.findChild(Eye) for line in (dialog.passphrase, dialog.again))
    assert stops[:3] == [dialog.again, first, last] and stops[3] not in (first, last)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(first, "battery")
    assert dialog.passphrase.text() == "correct", "what is typed on the eye is no part of the line"
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for key, shown in ((Qt.Key.Key_Space, True), (Qt.Key.Key_Return, False), (Qt.Key.Key_Enter, True)):
        qtbot.keyClick(first, key)
        assert (dialog.passphrase.echoMode() is QLineEdit.EchoMode.Normal) == shown and dialog.isVisible()
    assert first.accessibleName() == "Hide the letters" and not dialog._wrong.isVisible(), "it answered nothing"


def test_settings_set_change_and_take_away_the_passphrase(
    desktop: Desktop, home: Home, window: object, settle: Settle, qtbot: QtBot
) -> None:
    def ask(*typed: str) -> Passphrase:
        assert desktop.window is not None
        desktop.window.show_page("settings")
        settings = desktop.window.pages["settings"]
        assert isinstance(settings, SettingsPage)
        assert settings.lock.after.isEnabled() == is_locked(home, home.find())
        pressed = settings.lock.change if typed[1] else settings.lock.take_off
        pressed.setFocus()
        pressed.click()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Passphrase)
        for line, words in zip((dialog.now, dialog.new, dialog.again), typed, strict=True):
            line.setText(words)
        dialog.submit()
        return dialog

    refused = ask("", "short", "short")
    assert "8" in refused.beside.text() and refused.new.property("wrong") and not is_locked(home, home.find())
    refused.reject()
    before = desktop.window
    ask("", WORDS, WORDS)
    qtbot.waitUntil(lambda: is_locked(home, home.find()), timeout=10_000)
    settle(desktop)
    try_passphrase(home, home.find(), WORDS)
    assert desktop.window is before and before.page.name == "settings", "it stands, and is not made anew"
    assert before.toast.label.text().startswith("The passphrase is set") and before.toast.isVisible()
    lock = before.pages["settings"].lock
    assert lock.change.text() == "Change the passphrase…" and lock.take_off.isVisible()
    assert before.focusWidget() is lock.change
    wrong = ask("roses and bread", "another long one", "another long one")
    settle(desktop)
    assert wrong.isVisible() and "not the passphrase" in wrong.beside.text() and wrong.now.property("wrong")
    wrong.reject()
    ask(WORDS, "", "")
    qtbot.waitUntil(lambda: not is_locked(home, home.find()), timeout=10_000)
    settle(desktop)
    assert desktop.window is before and before.toast.label.text() == "The passphrase is taken off."
    assert (
        lock.change.text() == "Set a passphrase…"
        and before.focusWidget() is lock.change
        and not lock.take_off.isVisible()
    )


def test_whoever_sets_a_passphrase_without_a_recovery_sheet_is_told_what_that_means(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    dialog = Passphrase(window.shell, window)
    dialog.open()
    settle(desktop)
    told = next(each for each in dialog.no_sheet.findChildren(QLabel))
    assert told.isVisible() and "lost on this laptop" in told.text()
    dialog.no_sheet.make.click()

    def previews() -> list[PrintPreview]:
        return [each for each in qapp.topLevelWidgets() if isinstance(each, PrintPreview) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(previews()))
    (preview,) = previews()
    assert saved_as_pdf(desktop, settle, preview, tmp_path / "sheet.pdf")
    qtbot.waitUntil(lambda: not dialog.no_sheet.isVisible())
    assert dialog.isVisible() and dialog.done_button.isEnabled()
    dialog.reject()
    again = Passphrase(window.shell, window)
    again.open()
    settle(desktop)
    assert not again.no_sheet.isVisible()
    again.reject()


def test_a_changed_passphrase_is_one_write(locked_home: Home) -> None:
    held = locked_home.find()
    with pytest.raises(LockedError):
        relock(locked_home, held, "roses", "another long one")
    try_passphrase(locked_home, held, WORDS)
    relock(locked_home, held, WORDS, "another long one")
    with pytest.raises(LockedError):
        try_passphrase(locked_home, held, WORDS)
    try_passphrase(locked_home, held, "another long one")


def test_a_copied_laptop_goes_on_as_one_of_its_own_under_a_passphrase_set_in_this_window(
    desktop: Desktop, home: Home, window: Window, settle: Settle, tmp_path: Path
) -> None:
    """Its new keys are kept under the passphrase as it is by now, in the circle that shares as well."""
    tasks = desktop.tasks
    assert tasks is not None
    tasks.share(lambda engine: engine.write_bundle(tmp_path / "before"))
    settle(desktop)
    shutil.copytree(home.folder, tmp_path / "copy")
    for words in (WORDS, "another long one"):
        dialog = Passphrase(window.shell, window)
        for line, typed in zip((dialog.now, dialog.new, dialog.again), (WORDS, words, words), strict=True):
            line.setText(typed)
        dialog.submit()
        settle(desktop)
    copy = home_in(tmp_path / "copy")
    with closing(open_circle(copy)) as circle:
        add_people(Verbs(circle), ["Written on the copy"])
        Engine(copy, Verbs(circle), real()).write_bundle(tmp_path / "stick")
    failed: list[object] = []
    tasks.mutate(lambda verbs: add_people(verbs, ["Written here"]))
    settle(desktop)
    for work in (
        lambda engine: engine.write_bundle(tmp_path / "mine"),
        lambda engine: engine.read_bundle(tmp_path / "stick"),
        lambda engine: engine.write_bundle(tmp_path / "after"),
    ):
        tasks.share(work, None, failed.append)
        settle(desktop)
    assert not failed
    names: list[str] = []
    tasks.mutate(lambda verbs: [str(each["name"]) for each in verbs.circle.reader.list("device")], names.extend)
    settle(desktop)
    assert "Pilar’s laptop (2)" in names
    with closing(open_circle(home, passphrase="another long one")) as circle:
        assert circle.roster.devices[circle.secrets.device.id].succeeds is not None
    with pytest.raises(LockedError):
        open_circle(home)


def test_whose_passphrase_opens_a_circle_that_came_back_is_said_before_and_when_it_is_asked_for(
    qapp: QApplication, qtbot: QtBot, home: Home, settle: Settle, tmp_path: Path
) -> None:
    lock(home, home.find(), "of the backup")
    with closing(open_circle(home, passphrase="of the backup")) as circle:
        backup(home, circle, tmp_path / "a.backup", "of the backup")
    desktop = Desktop(qapp, home_in(tmp_path / "new"))
    first = desktop.begin("back")
    first.again_back.file.setText(str(tmp_path / "a.backup"))
    first.again_back.passphrase.setText("of the backup")
    first.forward()
    qtbot.waitUntil(lambda: first.step() == 3 and not first.under_way)
    assert first.keys.stays.isVisible() and "stays locked with the passphrase of the backup" in first.keys.stays.text()
    assert not first.keys.kept.isVisible(), "whoever uses the account cannot open it"
    said: list[bool] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        if isinstance(asked, AskPassphrase):
            said.append(any("that of the backup" in each.text() for each in asked.findChildren(QLabel)))
            asked._line.setText("of the backup")
            asked.submit()

    asks = QTimer()  # it asks in a loop of its own
    asks.timeout.connect(answer)
    asks.start(20)
    first.forward()
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=10_000)
    asks.stop()
    settle(desktop)
    assert said == [True]
    desktop.begin("new")
    again = desktop.first
    assert (
        again is not None and not again.keys.stays.isVisibleTo(again.keys) and again.keys.kept.isVisibleTo(again.keys)
    )
    desktop.close()
    desktop.aside.close()
