"""What is being written in the hall while it is locked: it is there once, or waits after the lock."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.interrupts import ends, is_ending
from learningcircles_ui.parts.dialogs import Dialog
from tests.ui.hands import Hands
from tests.ui.late import ask, meetup_today
from tests.ui.locking import page, unlock
from tests.ui.test_hall_keys import type_in
from tests.ui.test_hall_refused import full_disk
from tests.ui.test_hall_waiting import write

Settle = Callable[[Desktop], None]
posix = pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")


@pytest.fixture
def locking(house: Desktop, settle: Settle, qtbot: QtBot) -> Hall:
    """The hall of a circle that can be locked, on an evening."""
    assert house.window is not None
    house.window.shell.do(meetup_today)
    settle(house)
    made = house.enter_hall()
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    settle(house)
    return made


def noted(house: Desktop, settle: Settle) -> list[str]:
    """Return the names of guests, and an empty one for each member, whether they came or mean to."""
    assert house.tasks is not None
    got: list[list[str]] = []
    kinds = ("attendance", "rsvp")
    house.tasks.query(
        lambda reader: sorted(str(row.get("name") or "") for kind in kinds for row in reader.list(kind)), got.append
    )
    settle(house)
    return got[0]


def hold(house: Desktop) -> Event:
    """Let nothing that is given to be written from now on be, before this is set."""
    go = Event()
    assert house.tasks is not None
    house.tasks.mutate(lambda verbs: go.wait(5))
    return go


def lock_and_unlock(house: Desktop, held: Event, settle: Settle, qtbot: QtBot) -> Hall:
    """Lock it while that is under way; what is written is by then."""
    house.lockup.lock()
    assert house.hall is not None and page(house).isVisible(), "it waits for what is under way"
    held.set()
    qtbot.waitUntil(lambda: house.window is None)
    return back_in(house, settle, qtbot)


def back_in(house: Desktop, settle: Settle, qtbot: QtBot) -> Hall:
    unlock(house, Hands(qtbot), qtbot)
    settle(house)
    assert house.hall is not None
    return house.hall


def test_a_guest_who_is_being_written_at_the_lock_is_written_once(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("guest")
    settle(house)
    held = hold(house)
    write("Uno⏎Di")
    qtbot.waitUntil(lambda: bool(locking.writing))
    hall = lock_and_unlock(house, held, settle, qtbot)
    assert noted(house, settle) == ["Uno"] and not hall.guest.waiting.names()
    assert hall.step is hall.guest and hall.guest.name.text() == "Di", "it is not what was being written"


@posix
def test_a_guest_who_is_tried_again_at_the_lock_is_written_once(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("guest")
    settle(house)
    with full_disk():
        write("Uno⏎Dos⏎")
        settle(house)
    held = hold(house)
    locking.guest.waiting.again.click()
    hall = lock_and_unlock(house, held, settle, qtbot)
    assert noted(house, settle) == ["Uno"] and hall.guest.waiting.names() == "Dos", "nothing is tried unasked"
    assert len(ask(house, settle, lambda verbs: verbs.drafts.drafts())) == 1, "it is kept once"
    hall.guest.waiting.again.click()
    settle(house)
    assert noted(house, settle) == ["Dos", "Uno"] and not hall.guest.waiting.names()


@posix
def test_who_is_refused_after_the_lock_waits_behind_it(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot
) -> None:
    locking.go("came")
    settle(house)
    held = hold(house)
    with full_disk():
        type_in(locking.came.people, "mia")
        locking.go("guest")
        write("Uno⏎")
        qtbot.waitUntil(lambda: len(locking.writing) == 2)
        house.lockup.lock()
        held.set()
        qtbot.waitUntil(lambda: house.window is None)
    hall = back_in(house, settle, qtbot)
    assert noted(house, settle) == [] and hall.guest.waiting.names() == "Uno" and hall.came.names() == "Mia"
    hall.guest.waiting.again.click()
    hall.came.refused.again.click()
    settle(house)
    assert noted(house, settle) == ["", "Uno"]


@posix
@pytest.mark.parametrize("room", [True, False])
def test_an_exchange_that_is_being_written_at_the_lock_is_begun_still_where_it_is_refused(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot, room: bool
) -> None:
    locking.go("swap")
    settle(house)
    for name in ("zo", "mi"):
        type_in(locking.swap.people, name)
    held = hold(house)
    with nullcontext() if room else full_disk():
        locking.swap.record()
        house.lockup.lock()
        held.set()
        qtbot.waitUntil(lambda: house.window is None)
    hall = back_in(house, settle, qtbot)
    assert house.tasks is not None
    if not room:
        assert hall.step is hall.swap and hall.question.text() == "How long did it take?"
        hall.swap.record()
        settle(house)
    assert hall.step is hall.first
    got: list[tuple[int, int]] = []
    house.tasks.mutate(lambda verbs: (verbs.reader.count("swap"), len(verbs.drafts.drafts())), got.append)
    settle(house)
    assert got == [(1, 0)]


@posix
@pytest.mark.parametrize("under_way", [True, False])
def test_ended_by_a_signal_it_asks_only_over_names_that_are_in_no_file(
    house: Desktop, locking: Hall, settle: Settle, qtbot: QtBot, under_way: bool
) -> None:
    locking.go("came")
    settle(house)
    with full_disk():
        type_in(locking.came.people, "mia")
        locking.go("guest")
        locking.guest.name.setText("Uno Ruiz")
        if not under_way:
            settle(house)
        ends(True)
        locking.close()
        assert locking.isVisible() and not is_ending(), "the program goes on"
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog) and asked.windowTitle() == "Close, and lose what you typed?"
        told = [each.text() for each in asked.findChildren(QLabel)]
        assert "What would be lost: Mia, Uno." in told and any("is in this window alone" in each for each in told)
        assert "As soon as it can be kept it is, and the window closes by itself." in told
        asked.reject()
        settle(house)
    assert locking.came.names() == "Mia"
    ends(True)
    locking.close()
    assert not locking.isVisible(), "there is room, and it is kept"
    ends(False)
    settle(house)
    assert noted(house, settle) == []
    assert len(ask(house, settle, lambda verbs: verbs.drafts.drafts())) == 2
