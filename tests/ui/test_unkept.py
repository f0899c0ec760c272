"""A disk that is full while somebody types: it is said that nothing is kept, and kept as soon as there is room.

Until then it outlives the window that it was typed in, and is never lost unasked.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Event
from typing import Any

import pytest
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.founding import found
from learningcircles_ui import unkept
from learningcircles_ui.app import Desktop
from learningcircles_ui.interrupts import Interrupts
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.hands import Hands, Key
from tests.ui.late import PATIENCE, Settle
from tests.ui.locking import page, unlock
from tests.ui.test_drafts_left import begun, drafts, edited, top_form

ALONE = "What you typed is in this window alone, and not kept. The disk is full."
AGAIN_MS = 300
ASKED = "Close, and lose what you typed?"


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A disk without room for what is being typed, until this is called."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(unkept, "AGAIN_MS", AGAIN_MS)
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep_draft", refuse)
        yield full.undo


@pytest.fixture
def typed(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> bytes:
    """Begin to change Ana's address on a full disk."""
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    qtbot.keyClicks(edited(window, ana, "email", desktop, settle, qtbot), "ana@")
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    return ana


def foot(window: Window) -> str:
    return window.bar.sentence.accessibleName()


def asked(window: Window) -> Dialog:
    """Return the question whether what was typed may be lost."""
    (found,) = [each for each in window.findChildren(Dialog) if each.windowTitle() == ASKED and each.isVisible()]
    return found


def words(dialog: Dialog) -> list[str]:
    return [label.text() for label in dialog.body.parentWidget().findChildren(QLabel)]


def test_the_foot_says_so_until_it_is_kept(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"name": "Dora Ek"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("What you are typing is kept here"))


def test_what_was_left_is_kept_later_and_nothing_else_is_promised(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    QTest.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.toast.label.text().endswith("What you typed is kept as soon as there is room."))
    assert window.bar.sentence.accessibleName() == ALONE, "though nothing is being typed any more"
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("All changes saved"))


def test_what_is_given_up_is_not_kept_later(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    form.reject()
    form.reject()
    settle(desktop)
    assert window.bar.sentence.accessibleName().startswith("All changes saved")
    room()
    settle(desktop)
    assert drafts(other) == []


def test_another_size_of_text_keeps_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not window)
    again = desktop.window
    assert again is not None and foot(again) == ALONE, "it is told before anything is tried again"
    assert window.close(), "the one before it, which still passes keys on, has nothing to lose"
    settle(desktop)
    again.show_page("people")
    settle(desktop)
    shown = again.page
    assert isinstance(shown, PeoplePage)
    assert line_of(shown.pane.form, "email").text() == "ana@" and foot(again) == ALONE
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: foot(again).startswith("What you are typing is kept here"))


def test_today_offers_it_in_another_window(
    typed: bytes, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.show_page("today")
    settle(desktop)
    assert [label for label in window.page.findChildren(QLabel) if label.text().endswith("Ana Ruiz: ana@")]


def test_another_circle_and_back_keeps_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    with closing(found(desktop.home, "Garden", "Pilar", "Blue")) as made:
        garden = made.path
    desktop.settings.choose("every_circle", "yes")
    away = desktop.open(garden)
    settle(desktop)
    offered = [label.text() for label in away.page.findChildren(QLabel) if label.text().endswith(": ana@")]
    assert offered == ["Changes to a member: Ana Ruiz: ana@"]
    assert foot(away).startswith("All changes saved")
    away.close()
    told = words(asked(away))
    assert told[0].startswith("What you typed in ") and told[0].endswith("not kept. The disk is full."), told
    assert told[1] == "As soon as that circle is open, and it can be kept, it is."
    asked(away).reject()
    assert away.isVisible()
    room()
    back = desktop.open(window.shell.file.path)
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: foot(back).startswith("All changes saved"))


def test_closing_is_asked_about_and_done_once_there_is_room(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    assert not window.close() and window.isVisible()
    assert words(asked(window)) == [ALONE, "As soon as it can be kept it is, and the window closes by itself."]
    assert not window.close(), "it is asked once"
    asked(window).reject()
    settle(desktop)
    assert window.isVisible() and foot(window) == ALONE
    window.close()
    room()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert drafts(other) == [{"email": "ana@"}]


def test_a_program_that_is_ended_asks_each_time(
    typed: bytes, window: Window, desktop: Desktop, qapp: QApplication, settle: Settle
) -> None:
    interrupts = Interrupts(qapp)
    try:
        for _ in range(3):
            signal.raise_signal(signal.SIGTERM)
            qapp.closeAllWindows()  # as `quit` does where the program's own loop runs
            settle(desktop)
            assert window.isVisible() and words(asked(window))[0] == ALONE
        asked(window).reject()
        form = begun(window, desktop, settle)
        form.close()
        assert form.isVisible(), "its own button asks, as ever"
        form.reject()
        assert not window.close()
        asked(window).reject()
        settle(desktop)
    finally:
        interrupts.close()


def test_closing_may_lose_it(typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    window.close()
    asked(window).done_button.click()
    assert not window.isVisible()
    settle(desktop)
    assert drafts(other) == []


def test_where_nothing_is_typed_the_window_is_gone_before_a_long_write_ends(
    window: Window, desktop: Desktop, settle: Settle
) -> None:
    done: list[bool] = []
    seen: list[bool] = []
    hold = Event()
    desktop.tasks.mutate(lambda verbs: done.append(hold.wait(PATIENCE)))
    window.closed.connect(lambda: seen.append(bool(done)))
    window.close()
    hold.set()
    assert seen == [False] and not window.isVisible()
    settle(desktop)


def test_the_last_letters_are_tried_before_it_closes(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    event = QCloseEvent()
    window.closeEvent(event)  # before anything was tried: nobody knows yet that the disk is full
    assert not event.isAccepted() and words(asked(window))[0] == ALONE
    assert QApplication.activeModalWidget() is asked(window) and form.isVisible()
    room()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert drafts(other) == [{"name": "Dora Ek"}]


def test_whoever_is_erased_meanwhile_goes_from_it(
    typed: bytes, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    erase(other, typed)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    settle(desktop)
    assert drafts(other) == []


def test_what_is_written_and_cannot_be_forgotten_is_offered_no_more(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(unkept, "AGAIN_MS", AGAIN_MS)
    form = begun(window, desktop, settle)
    qtbot.waitUntil(lambda: drafts(other) == [{"name": "Dora Ek"}])
    with monkeypatch.context() as full:
        full.setattr(Drafts, "drop_draft", refuse)
        form.submit()
        qtbot.waitUntil(lambda: not form.isVisible())
        settle(desktop)
        assert foot(window).startswith("All changes saved"), "all that was typed is written"
        window.show_page("today")
        settle(desktop)
        assert not [label for label in window.page.findChildren(QLabel) if "begun" in label.text()]
        assert drafts(other) == [{"name": "Dora Ek"}]
    qtbot.waitUntil(lambda: drafts(other) == [])


def test_the_lock_keeps_it(house: Desktop, settle: Settle, qtbot: QtBot, room: Callable[[], None]) -> None:
    window = house.window
    assert window is not None
    begun(window, house, settle)
    qtbot.waitUntil(lambda: house.window is not None and foot(house.window) == ALONE)
    del window
    house.lockup.lock()
    qtbot.waitUntil(lambda: house.window is None)
    locked = page(house)
    assert not locked.close() and locked.isVisible()
    (question,) = [each for each in locked.findChildren(Dialog) if each.isVisible()]
    question.reject()
    locked.activateWindow()
    unlock(house, Hands(qtbot), qtbot)
    again = house.window
    assert again is not None
    qtbot.waitUntil(lambda: bool([each for each in again.findChildren(AddMember) if each.isVisible()]))
    settle(house)
    assert line_of(top_form(again, AddMember).form, "name").text() == "Dora Ek" and foot(again) == ALONE
    room()
    qtbot.waitUntil(lambda: foot(again).startswith("What you are typing is kept here"))
