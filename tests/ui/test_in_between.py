"""Something else comes up while a circle is being made, or a passphrase is tried: what was begun is not lost."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.errors import Refused
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_sync.dial import Direct
from learningcircles_sync.serve import Answer
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before import locked
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.before.trouble import Trouble
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.starting import Starter
from learningcircles_ui.window import Window
from tests.ui.late import PATIENCE, Settle, gone
from tests.ui.locking import WORDS, page

INVITATION = "learningcircles://join/abc"


@contextmanager
def aside_held(desktop: Desktop) -> Iterator[None]:
    """Let nothing be made or opened until the block ends."""
    hold = Event()
    desktop.aside.run(lambda: hold.wait(PATIENCE), lambda _: None, lambda _: None)
    yield
    hold.set()


def begun(desktop: Desktop, name: str = "Second Circle") -> FirstRun:
    first = desktop.begin("new")
    first.names.circle.setText(name)
    first.names.person.setText("Pilar")
    first.names.device.setText("Laptop")
    first.forward()
    first.keys.sheet.setChecked(False)
    first.forward()
    assert first.under_way
    return first


def test_an_invitation_waits_for_a_circle_that_is_being_made(
    desktop: Desktop, window: Window, home: Home, settle: Settle, qapp: QApplication
) -> None:
    with aside_held(desktop):
        first = begun(desktop)
        desktop.receive(INVITATION)
        gone(qapp)
        assert desktop.front is first
    settle(desktop)
    assert {each.name for each in home.circles()} == {"Harbour Circle", "Second Circle"}
    assert desktop.window is not None and desktop.window.shell.file.name == "Second Circle"
    joining = desktop.front
    assert isinstance(joining, FirstRun) and joining.names.invitation.text() == INVITATION


def test_of_an_invitation_from_outside_nobody_is_told_that_they_typed_it(desktop: Desktop, window: Window) -> None:
    desktop.receive(INVITATION)
    joining = desktop.front
    assert isinstance(joining, FirstRun) and joining.names.invitation.text() == INVITATION
    joining.go_back()
    assert desktop.front is not joining, "nothing that they typed is lost"


def test_a_program_that_ends_does_not_wait_for_a_hub_that_hangs(
    qapp: QApplication, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, over = Event(), Event()

    def hang(method: str, path: str, body: bytes) -> Answer:
        asked.set()
        over.wait(3 * PATIENCE)
        raise AssertionError

    desktop = Desktop(qapp, home, transports=lambda url, fingerprint: Direct(hang))
    # Whatever is begun asks a hub first, by the way that joining has.
    monkeypatch.setattr(
        Starter, "begin", lambda starter, _: starter._transports("https://hub.example.org", "").get("/")
    )
    begun(desktop)
    assert asked.wait(PATIENCE)
    since = time.monotonic()
    desktop.aside.close()
    took = time.monotonic() - since
    over.set()
    desktop.close()
    assert took < PATIENCE


def test_a_circle_is_made_whatever_is_opened_meanwhile(
    desktop: Desktop, window: Window, home: Home, settle: Settle, qapp: QApplication
) -> None:
    with aside_held(desktop):
        first = begun(desktop)
        window.switch.emit(window.shell.file.name)  # by the menu of the window that stands behind
        gone(qapp)
        gone(qapp)
        assert desktop.front is desktop.window and not first.isVisible()
        assert desktop.begin("join") is first, "one after the other"
        desktop.start(desktop.window.shell.file.path)
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.name == "Second Circle"


def test_why_no_circle_could_be_made_is_said_wherever_somebody_went(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    def refuse() -> None:
        raise Refused("full", "The disk is full.")

    with aside_held(desktop):
        first = desktop.begin("new")
        first.on.setEnabled(False)
        desktop.aside.run(refuse, lambda _: None, first._refused)
        desktop.start(window.shell.file.path)
        gone(qapp)
    settle(desktop)
    assert desktop.front is first and first.isVisible() and "The disk is full" in first.wrong.text()
    assert not first.under_way


def test_who_goes_elsewhere_while_the_passphrase_is_tried_stays_there(
    house: Desktop, locked_home: Home, settle: Settle, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    found(locked_home, "Second Circle", "Pilar", "Laptop").close()
    house.lockup.lock()
    shown, hold, tried = page(house), Event(), Event()

    def slow(*given: Any) -> None:
        hold.wait(PATIENCE)
        tried.set()

    monkeypatch.setattr(locked, "try_passphrase", slow)
    shown.passphrase.setText(WORDS)
    shown.submit()
    next(each for each in shown.findChildren(QPushButton) if each.text() == "Go to Second Circle").click()
    hold.set()
    assert tried.wait(PATIENCE)
    gone(qapp)
    settle(house)
    assert house.window is not None and house.window.shell.file.name == "Second Circle"
    assert house.front is house.window


def test_a_circle_that_is_made_waits_for_the_hall(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    """Strangers write there; what they have begun is not closed under their hands, and no window opens to them."""
    with aside_held(desktop):
        first = begun(desktop)
        hall = desktop.enter_hall()
        assert hall is not None and not first.isVisible()
        gone(qapp)
    settle(desktop)
    gone(qapp)
    assert desktop.hall is hall and hall.isVisible() and not window.isVisible()
    hall.leave()
    gone(qapp)
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.name == "Second Circle"


def refused_later(desktop: Desktop) -> FirstRun:
    """Begin with a circle that cannot be made."""

    def refuse() -> None:
        raise Refused("full", "The disk is full.")

    first = desktop.begin("new")
    first.on.setEnabled(False)
    desktop.aside.run(refuse, lambda _: None, first._refused)
    return first


def test_why_no_circle_could_be_made_is_said_after_the_hall(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    with aside_held(desktop):
        first = refused_later(desktop)
        hall = desktop.enter_hall()
        assert hall is not None
    settle(desktop)
    gone(qapp)
    assert not first.isVisible() and hall.isVisible()
    hall.leave()
    gone(qapp)
    settle(desktop)
    assert first.isVisible() and "The disk is full" in first.wrong.text() and window.isVisible()


def test_why_no_circle_could_be_made_is_said_once_the_lock_is_opened(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    with aside_held(house):
        first = refused_later(house)
        house.lockup.lock()
        gone(qapp)
    settle(house)
    gone(qapp)
    shown = page(house)
    assert shown.isVisible() and not first.isVisible()
    shown.passphrase.setText(WORDS)
    shown.submit()
    qtbot.waitUntil(lambda: house.window is not None and first.isVisible(), timeout=20_000)
    settle(house)
    assert house.front is first and "The disk is full" in first.wrong.text()


def unlocked(house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication) -> None:
    """Type the passphrase at the lock, and let everything come up that waited for it."""
    shown = page(house)
    shown.passphrase.setText(WORDS)
    shown.submit()
    qtbot.waitUntil(lambda: house.lockup.page is None, timeout=20_000)
    settle(house)
    gone(qapp)
    settle(house)


def test_a_circle_that_is_made_waits_for_the_lock(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    """Nobody is there: its people would be seen, and nobody asked for a passphrase."""
    with aside_held(house):
        begun(house)
        house.lockup.lock("Nobody used it for 15 minutes.")
        gone(qapp)
    settle(house)
    gone(qapp)
    assert house.window is None and page(house).isVisible()
    unlocked(house, settle, qtbot, qapp)
    assert house.window is not None and house.window.shell.file.name == "Second Circle"
    house.receive(INVITATION)
    assert house.front is not house.window, "what is brought waits no more"


def test_a_locked_circle_opens_while_another_one_is_being_joined(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    """A hub that hangs does not keep the passphrase waiting."""
    with aside_held(house):
        begun(house)
        house.lockup.lock()
        gone(qapp)
        shown = page(house)
        shown.passphrase.setText(WORDS)
        shown.submit()
        qtbot.waitUntil(lambda: house.window is not None, timeout=1_000 * PATIENCE - 2_000)
        assert not house.aside.idle
    settle(house)


def test_why_a_circle_that_was_made_does_not_open_is_said_once_the_lock_is_opened(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    with aside_held(house):
        first = begun(house)
        house.lockup.lock()
        gone(qapp)
    first.ready.disconnect()
    first.ready.connect(lambda path, *_: house._begun(path.with_name("gone.circle"), "", False))
    settle(house)
    gone(qapp)
    unlocked(house, settle, qtbot, qapp)
    assert house.window is not None and isinstance(house.front, Trouble) and not isValid(first)


def test_why_no_circle_could_be_made_is_said_after_the_hall_and_the_lock(
    house: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    with aside_held(house):
        first = refused_later(house)
        hall = house.enter_hall()
        assert hall is not None
    settle(house)
    gone(qapp)
    house.lockup.lock()  # by its keys, out of the hall
    gone(qapp)
    house.receive(INVITATION)
    unlocked(house, settle, qtbot, qapp)
    assert house.hall is not None, "it comes back where it was"
    house.hall.leave()
    gone(qapp)
    settle(house)
    assert house.front is house.first and house.front is not first, "what was brought comes last"
    assert house.first is not None and house.first.names.invitation.text() == INVITATION


def test_a_beginning_that_was_closed_stays_closed_after_the_hall(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    first = desktop.begin("new")
    first.close()
    hall = desktop.enter_hall()
    assert hall is not None
    settle(desktop)
    hall.leave()
    gone(qapp)
    assert window.isVisible() and not first.isVisible()
    desktop.begin("new")
    again = desktop.front
    assert again is not None
    desktop.enter_hall()
    assert not again.isVisible() and desktop.hall is not None
    desktop.hall.leave()
    assert again.isVisible()


@pytest.mark.parametrize("begins", [False, True])
def test_the_lock_promises_nothing_of_a_circle_that_is_only_about_to_be_begun(
    house: Desktop, qapp: QApplication, *, begins: bool
) -> None:
    """What is typed there is in no circle's file."""
    if begins:
        house.begin("new").names.circle.setText("Second Circle")
    house.lockup.lock()
    assert house.lockup.page is not None
    told = " ".join(label.text() for label in house.lockup.page.findChildren(QLabel))
    assert "Nothing is shared until it is opened again." in told
    assert "What you had begun is kept." not in told
    gone(qapp)


@pytest.mark.parametrize("hall", [False, True])
def test_the_lock_promises_only_what_it_keeps(house: Desktop, settle: Settle, qapp: QApplication, hall: bool) -> None:
    """A name that is about to answer is no draft, nor is a beginning behind the hall."""
    if hall:
        house.begin("new").names.circle.setText("Second Circle")
        house.enter_hall()
    else:
        assert house.window is not None
        page = house.window.pages["meetups"]
        assert isinstance(page, MeetupsPage)
        house.window.show_page("meetups")
        page.pane.answers.person.show_raw({"id": None, "words": "Rosalind"})
    settle(house)
    house.lockup.lock()
    assert house.lockup.page is not None
    assert not any("is kept" in label.text() for label in house.lockup.page.findChildren(QLabel))
    gone(qapp)
