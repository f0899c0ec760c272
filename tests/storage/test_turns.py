"""Who asks to write gets a turn before those who ask again; nobody waits for themselves."""

from __future__ import annotations

import time
from contextlib import closing
from pathlib import Path
from threading import Thread

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
