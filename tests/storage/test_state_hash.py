"""The state hash is taken in order, a few records at a time: a large circle takes no more memory for it."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path

import pytest
from laptops import laptops

from learningcircles.circle.circle import Circle
from learningcircles.circle.hours import settlement_entry
from learningcircles.codec import encode
from learningcircles.entities.declare import Space
from learningcircles.journal.operations import SetOp
from learningcircles.storage import hashes


def filled(folder: Path, many: int, words: str = "") -> Circle:
    """Return a circle with members, offers, hours, and fields and things that a later version knows."""
    (circle,) = laptops(folder, 1)
    with circle.change("Add") as change:
        for number in range(many):
            member, other, swap = change.new_id(), change.new_id(), change.new_id()
            change.set("member", member, {"name": f"Ana {number}", "notes": words, "languages": ["fr"]})
            change.set("offer", change.new_id(), {"member": member, "title": f"Chess {number}"})
            change.entry(settlement_entry(swap, "swap", 0, ((member, 60), (other, -60)), "2026-11-02"))
            change.put(Space.PRIVATE, SetOp("member", member, {"shoes": number}, {}))
            change.put(Space.PRIVATE, SetOp("tool", change.new_id(), {"name": f"Saw {number}"}, {}))
    return circle


@pytest.mark.parametrize("at_once", [1, 3, 1_000])
def test_it_is_that_of_all_rows_sorted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    circle = filled(tmp_path, 8)
    numbers, rows = circle.journal.numbers, []
    for row in circle.connection.execute("SELECT id, entity FROM record").fetchall():
        assert len(row[0]) == 16
    for part in (hashes._registers, hashes._later):
        rows += list(part(circle.connection, numbers, Space.PRIVATE))
    rows += hashes._entries(circle.connection, numbers)
    assert {encode(word) in each for each in rows for word in ["shoes"]} == {True, False}
    monkeypatch.setattr(hashes, "_AT_ONCE", at_once)
    assert circle.reader.state_hash()["private"] == hashlib.sha256(b"".join(sorted(rows))).hexdigest()


def test_a_large_circle_is_not_held_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    circle = filled(tmp_path, 150, "long " * 400)
    monkeypatch.setattr(hashes, "_AT_ONCE", 10)
    tracemalloc.start()
    circle.reader.state_hash()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 150_000, "all notes together are twice as much"
