"""Two programs on one laptop's file: what one of them took into use, the other works under."""

from __future__ import annotations

from pathlib import Path

from laptops import MemoryMark, carry, laptops

from learningcircles.circle.create import create_joined, open_circle
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.roster import Roster
from tests.storage.reference import reference, stored


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
