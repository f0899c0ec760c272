"""Who asks to write gets a turn before those who ask again; nobody waits for themselves."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread, main_thread

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.storage.turns import Turns, turns_of


def until_asked(turns: Turns, many: int) -> None:
    end = time.monotonic() + 5
    while turns.waiting < many:
        assert time.monotonic() < end, "nobody has asked"


def test_turns_are_given_in_the_order_of_asking() -> None:
    turns, order = Turns(), []

    def write(name: str) -> None:
        with turns.one():
            order.append(name)

    threads = [Thread(target=write, args=(name,)) for name in ("first", "second")]
    with turns.one():
        for number, thread in enumerate(threads, 1):
            thread.start()
            until_asked(turns, number)
    write("again")
    for thread in threads:
        thread.join(5)
    assert order == ["first", "second", "again"]


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C interrupts here, as it does in our programs; a test's worker process may not listen to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal interrupts a wait there")
def test_who_is_interrupted_while_waiting_leaves_no_turn_behind(interruptible: None) -> None:
    turns, asked, done = Turns(), Event(), Event()

    def hold() -> None:
        with turns.one():
            asked.set()
            until_asked(turns, 1)
            signal.pthread_kill(main_thread().ident or 0, signal.SIGINT)
            done.wait(5)

    thread = Thread(target=hold)
    thread.start()
    asked.wait(5)
    with pytest.raises(KeyboardInterrupt), turns.one():
        pass
    assert turns.waiting == 0
    done.set()
    thread.join(5)


def test_nobody_waits_for_themselves_or_for_another_file(tmp_path: Path) -> None:
    with turns_of(tmp_path / "one").one(), turns_of(tmp_path / "one").one(), turns_of(tmp_path / "other").one():
        pass
    with turns_of(tmp_path / "one").one():
        assert turns_of(tmp_path / "one").waiting == 0


def test_a_member_is_added_between_two_transactions_of_another_thread(tmp_path: Path) -> None:
    home = Home(tmp_path, FileKeystore(tmp_path / "keys"))
    with closing(found(home, "Quay", "Bo", "Laptop")) as sharing, closing(open_circle(home)) as window:
        assert sharing.turns is window.turns
        added = Thread(target=lambda: Verbs(window).records.add("member", {"name": "Amina"}))
        with sharing.transaction():
            added.start()
            until_asked(sharing.turns, 1)
        with sharing.transaction():
            assert len(sharing.reader.list("member")) == 2, "she was written first"
        added.join(5)
