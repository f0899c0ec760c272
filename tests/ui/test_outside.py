"""What people wrote on the hub's pages stands on Today, and is answered there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.inbox import Inbox
from learningcircles.crypto.envelope import seal_to
from learningcircles.errors import Refused
from learningcircles.journal.letter import Letter, message_id, seal_letter
from learningcircles.storage.exchange import Exchange
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.window import Window
from tests.ui.late import front, writing_held

Settle = Callable[[Desktop], None]


def write(verbs: Verbs, letter: Letter) -> None:
    """Bring a message as a hub does."""
    circle = verbs.circle
    sealed = seal_letter(letter, circle.id, circle.roster.state.epochs[1][-1].inbox_public, seal_to)
    Exchange(circle).add_messages({message_id(sealed): sealed})
    verbs.inbox.take_in()


@pytest.fixture
def quick(qapp: QApplication) -> Iterator[None]:
    """Whoever clicks twice here means it."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(0)
    yield
    qapp.setDoubleClickInterval(before)


def test_a_sign_up_is_accepted_and_an_answer_declined_on_today(
    quick: None, qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    meetup, _ = other.meetups.plan("Open day", "2030-05-04T18:00", 120)
    offer, _ = other.records.add("offer", {"title": "Bicycle repair"})
    write(other, Letter("meetup", meetup, "Nina <b>Bold</b>", "", "I bring cake."))
    write(other, Letter("offer", offer, "Omar", "omar@example.org"))
    window.watch()
    page = window.page
    assert isinstance(page, TodayPage)

    def buttons(words: str) -> list[QPushButton]:
        return [each for each in page.findChildren(QPushButton) if words in each.accessibleName() and each.isVisible()]

    qtbot.waitUntil(lambda: len(buttons("Accept: ")) == 2, timeout=10_000)
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "2 answers from outside" in shown
    assert "Nina <b>Bold</b> would like to come to Open day" in shown, "a stranger's words are never markup"
    assert "Omar answers Bicycle repair" in shown and "omar@example.org" in shown
    buttons("Accept: Nina")[0].click()
    settle(desktop)
    qtbot.waitUntil(lambda: len(buttons("Accept: ")) == 1, timeout=10_000)

    buttons("Decline: Omar")[0].click()
    qtbot.waitUntil(lambda: not buttons("Accept: "), timeout=10_000)
    settle(desktop)
    states = {row["name"]: row["state"] for row in other.inbox.signups("")}
    assert states == {"Nina <b>Bold</b>": "accepted", "Omar": "declined"}
    assert [row["answer"] for row in other.reader.list("rsvp")] == ["yes"]
    window.undo_redo.undo.trigger()
    settle(desktop)
    qtbot.waitUntil(lambda: len(other.inbox.signups()) == 1, timeout=10_000)


def watched(window: Window, name: str, qtbot: QtBot) -> None:
    """Let the window see what came, down to a name."""

    def seen() -> bool:
        window.watch()
        held = window.page.findChildren(QPushButton)
        return any(name in each.accessibleName() and each.isVisible() for each in held)

    qtbot.waitUntil(seen, timeout=10_000)


def test_an_answer_that_is_being_written_is_given_once_and_taken_back_by_one_undo(
    quick: None, qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    """Pressed again later than any double click, while the circle is busy: the row rests, and the next one too."""
    offer, _ = other.records.add("offer", {"title": "Bicycle repair"})
    for name in ("Nina", "Omar"):
        write(other, Letter("offer", offer, name, f"{name}@example.org"))
    watched(window, "Omar", qtbot)
    front(window)

    def accept(name: str) -> QPushButton:
        qtbot.waitUntil(lambda: len(shown(name)) == 1)
        return shown(name)[0]

    def shown(name: str) -> list[QPushButton]:
        held = window.page.findChildren(QPushButton)
        return [each for each in held if each.accessibleName().startswith(f"Accept: {name}") and each.isVisible()]

    accept("Nina").setFocus()
    with writing_held(desktop):
        for _ in range(2):
            accept("Nina").click()  # the second before it looks at rest
        qtbot.waitUntil(lambda: not accept("Nina").isEnabled() and accept("Omar").isEnabled())
        accept("Nina").click()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)  # it was Nina's, and is not Omar's yet
    settle(desktop)
    assert accept("Omar").hasFocus()
    assert {row["name"]: row["state"] for row in other.inbox.signups("")} == {"Nina": "accepted", "Omar": "waiting"}
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert {row["state"] for row in other.inbox.signups("")} == {"waiting"} and accept("Nina").isEnabled()


def test_an_answer_that_was_refused_can_be_given_again(
    quick: None,
    qtbot: QtBot,
    desktop: Desktop,
    window: Window,
    settle: Settle,
    other: Verbs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer, _ = other.records.add("offer", {"title": "Bicycle repair"})
    write(other, Letter("offer", offer, "Nina", ""))
    watched(window, "Nina", qtbot)

    def refuse(*which: object) -> None:
        raise Refused("disk_full", "The disk is full.")

    def press() -> None:
        held = window.page.findChildren(QPushButton)
        next(each for each in held if each.text() == "Accept" and each.isVisible()).click()
        settle(desktop)

    with monkeypatch.context() as until:
        until.setattr(Inbox, "accept", refuse)
        press()
    assert window.toast.label.text() == "The disk is full."
    press()
    assert [row["state"] for row in other.inbox.signups("")] == ["accepted"]
