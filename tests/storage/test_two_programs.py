"""Two programs on one laptop's file: what one of them took into use, the other works under."""

from __future__ import annotations

from pathlib import Path

import pytest
from laptops import MemoryMark, carry, laptops

from learningcircles.circle.create import create_joined, open_circle
from learningcircles.errors import Unreadable
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.roster import Roster
from tests.storage.reference import reference, stored


def test_a_reader_of_an_older_list_reads_what_another_program_has_folded(tmp_path: Path) -> None:
    """It opened nothing of the newest laptop's: the history passed over it, and Review offered nothing in its place."""
    founder, second, newest = laptops(tmp_path, 3)
    member = bytes([7]) * 16
    with founder.change("Add") as change:
        change.set("member", member, {"name": "Ana", "phone": "100"})
    carry(founder, newest)
    for circle, phone in ((newest, "200"), (founder, "300")):
        with circle.change("Phone") as change:
            change.set("member", member, {"phone": phone})
    placed = second.roster.placed
    before = next(n for n in range(1, len(placed)) if second.secrets.device.id in Roster.replay(placed[:n], []).devices)
    place, secrets, world = tmp_path / "two.circle", second.secrets, second.surroundings
    one = create_joined(place, secrets, placed[:before], [], second.journal.epochs, world, MemoryMark())
    reader = one.open_reader()
    assert reader.list("member") == []
    other = open_circle(place, secrets, world, MemoryMark())
    Exchange(other).receive_roster(placed, [])
    carry(founder, other)
    carry(newest, other)
    asked = other.reader.review()
    assert [{item.kept, item.other} for item in asked] == [{"200", "300"}]
    for stale in (reader, one.reader):
        assert stale.review() == asked
        assert stale.history("member", member) == other.reader.history("member", member)
    reader.close()
    one.close()
    other.close()


def test_what_counts_and_cannot_be_opened_is_told_and_passed_over_by_nobody(tmp_path: Path) -> None:
    """A question stays until the tables are made anew: with one of its two answers gone it would be closed."""
    founder, second = laptops(tmp_path, 2)
    member = bytes([7]) * 16
    with founder.change("Add") as change:
        change.set("member", member, {"name": "Ana", "phone": "100"})
    carry(founder, second)
    for circle, phone in ((second, "200"), (founder, "300")):
        with circle.change("Phone") as change:
            change.set("member", member, {"phone": phone})
    carry(second, founder)
    (asked,) = founder.reader.review()
    with founder.transaction():
        founder.connection.execute("UPDATE segment SET payload=NULL WHERE device=(SELECT max(n) FROM device_number)")
    founder.journal.forget_opened()
    for read in (lambda: founder.reader.history("member", member), founder.reader.review):
        with pytest.raises(Unreadable, match="cannot be opened"):
            read()
    with pytest.raises(Unreadable), founder.change("Phone") as change:
        change.set("member", member, {"phone": "400"})
    assert founder.connection.execute("SELECT count(*) FROM review").fetchone() == (1,)
    assert founder.reader.get("member", member)["phone"] == asked.kept
    for circle in (founder, second):
        circle.close()


def test_a_program_asks_under_the_list_that_another_one_stored(tmp_path: Path) -> None:
    """Under its older list it could not open what the newest laptop wrote, and closed the question about it."""
    founder, second, newest = laptops(tmp_path, 3)
    member = bytes([7]) * 16
    for circle, name in ((founder, "Ana"), (newest, "Anna")):
        with circle.change("Name") as change:
            change.set("member", member, {"name": name})
    carry(founder, newest)
    placed = second.roster.placed
    before = next(n for n in range(1, len(placed)) if second.secrets.device.id in Roster.replay(placed[:n], []).devices)
    place, secrets, world = tmp_path / "two.circle", second.secrets, second.surroundings
    one = create_joined(place, secrets, placed[:before], [], second.journal.epochs, world, MemoryMark())
    assert newest.secrets.device.id not in one.roster.devices
    other = open_circle(place, secrets, world, MemoryMark())
    Exchange(other).receive_roster(placed, [])
    carry(newest, other)
    asked = stored(other)
    assert asked.opened
    with one.change("Notes") as change:
        change.set("member", member, {"notes": "Comes by bus"})
    assert stored(one).opened == asked.opened
    assert one.roster.head == second.roster.head
    Exchange(one).close_tail()
    assert stored(one) == reference(one)
    before_rebuild = stored(one)
    Exchange(one).rebuild()
    assert stored(one) == before_rebuild
    one.close()
    other.close()
