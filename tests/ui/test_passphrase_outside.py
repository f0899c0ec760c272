"""Settings tell how it is with the passphrase though another program has set it; a window is not made half anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.laptop.founding import is_locked
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock, relock, try_passphrase
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.settings import lock_card
from learningcircles_ui.pages.settings.lock_card import Passphrase
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.late import PATIENCE, closed, front
from tests.ui.locking import WORDS

Settle = Callable[[Desktop], None]


@pytest.fixture(autouse=True)
def as_before(desktop: Desktop) -> Iterator[None]:
    yield
    desktop.theme.choose("light", 100)
    speak(QApplication.instance(), "en")


OTHER = "another long one"


def settings_of(window: Window, desktop: Desktop, settle: Settle) -> SettingsPage:
    window.show_page("settings")
    settle(desktop)
    page = window.page
    assert isinstance(page, SettingsPage)
    return page


@pytest.mark.parametrize("how", ["another program writes", "the page is shown again", "the window comes to the front"])
def test_a_passphrase_that_another_program_set_is_told_of(
    how: str, window: Window, desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    page = settings_of(window, desktop, settle)
    assert page.lock.change.text() == "Set a passphrase…"
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    front(elsewhere)
    lock(home, home.find(), WORDS)
    if how.startswith("another"):
        window.shell.signals.changed.emit(Changes())
    elif how.startswith("the page"):
        window.show_page("people")
        window.show_page("settings")
    else:
        front(window)
    qtbot.waitUntil(lambda: page.lock.change.text() == "Change the passphrase…")
    assert page.lock.take_off.isVisible() and page.lock.after.isEnabled()
    assert page.lock._told.text().startswith("This circle opens with a passphrase")
    assert page._keys.text().startswith("The keys are sealed")
    page.lock.change.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, Passphrase)
    for line, words in ((dialog.now, WORDS), (dialog.new, OTHER), (dialog.again, OTHER)):
        line.setText(words)
    dialog.submit()
    qtbot.waitUntil(lambda: closed(dialog), timeout=20_000)
    settle(desktop)
    try_passphrase(home, home.find(), OTHER)


def test_one_that_another_program_took_off_is_told_of(
    window: Window, desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    lock(home, home.find(), WORDS)
    page = settings_of(window, desktop, settle)
    qtbot.waitUntil(lambda: page.lock.change.text() == "Change the passphrase…")
    relock(home, home.find(), WORDS, "")
    window.shell.signals.changed.emit(Changes())
    qtbot.waitUntil(lambda: page.lock.change.text() == "Set a passphrase…")
    assert not page.lock.take_off.isVisible()


@pytest.mark.parametrize("is_set", [True, False])
def test_what_was_read_before_a_change_here_is_not_told_after_it(
    is_set: bool, window: Window, desktop: Desktop, home: Home, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not is_set:
        lock(home, home.find(), WORDS)
    page = settings_of(window, desktop, settle)
    assert window.shell.has_passphrase != is_set
    has_read, may_tell = Event(), Event()

    def slowly(*whose: Any) -> bool:
        read = is_locked(*whose)
        has_read.set()
        may_tell.wait(PATIENCE)
        return read

    monkeypatch.setattr(lock_card, "is_locked", slowly)
    page.lock.look()
    assert has_read.wait(PATIENCE)
    if is_set:
        lock(home, home.find(), WORDS)
    else:
        relock(home, home.find(), WORDS, "")
    Passphrase(window.shell, page.lock)._done(WORDS if is_set else "")
    may_tell.set()
    settle(desktop)
    assert window.shell.has_passphrase == is_set == page.lock.take_off.isVisible() == page.lock.after.isEnabled()


@pytest.mark.parametrize(("label", "value"), [("Language", "fr"), ("Size of text", 150)])
def test_who_has_no_passphrase_at_hand_keeps_the_window_as_it_is(
    label: str, value: str | int, window: Window, desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    page = settings_of(window, desktop, settle)
    lock(home, home.find(), WORDS)
    desktop.tasks.use_passphrase(WORDS)
    relock(home, home.find(), WORDS, OTHER)
    choice = next(each for each in page.findChildren(Choice) if each.accessibleName() == label)
    before, font = choice.currentData(), QApplication.font().pixelSize()
    told: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskPassphrase)
        told.extend([dialog._wrong.text(), QLocale().name()[:2], QCoreApplication.translate("Dialog", "Cancel")])
        dialog.reject()

    QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, leave))
    choice.setCurrentIndex(choice.findData(value))
    qtbot.waitUntil(lambda: bool(told))
    settle(desktop)
    assert told == ["Another program has set or changed this circle's passphrase meanwhile.", "en", "Cancel"]
    assert desktop.window is window and window.isVisible()
    assert window.toast.label.text() == (
        "It was not changed: the circle would have to be opened anew, and that takes its passphrase."
    )
    assert choice.currentData() == before
    assert (desktop.settings.language, desktop.settings.text_size) == ("en", 100)
    assert (home.settings.get("language", "en"), home.settings.get("text_size", 100)) == ("en", 100)
    assert QApplication.font().pixelSize() == font and QLocale().name()[:2] == "en"
    QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, open_it))

    def open_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskPassphrase)
        dialog._line.setText(OTHER)
        dialog.accept()

    choice.setCurrentIndex(choice.findData(value))
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    assert value in (desktop.settings.language, desktop.settings.text_size)
    assert QLocale().name()[:2] == desktop.settings.language
    assert (QApplication.font().pixelSize() > font) == (label != "Language")


def test_where_nothing_was_chosen_nothing_is_said_to_who_leaves_the_question(
    window: Window, desktop: Desktop, home: Home, settle: Settle, qtbot: QtBot
) -> None:
    """As where this laptop has another right from now on."""
    lock(home, home.find(), WORDS)
    desktop.tasks.use_passphrase(WORDS)
    relock(home, home.find(), WORDS, OTHER)
    left: list[bool] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskPassphrase)
        left.append(True)
        dialog.reject()

    QTimer.singleShot(0, window, lambda: QTimer.singleShot(0, window, leave))
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: bool(left))
    settle(desktop)
    assert desktop.window is window and window.isVisible()
    assert not window.toast.isVisible(), window.toast.label.text()
