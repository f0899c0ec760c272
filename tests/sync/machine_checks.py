"""What must hold of a region when everything has come through."""

from __future__ import annotations

from collections import Counter

from machine_world import Laptop, World
from sync_region import hashes

from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from tests.storage.reference import reference, stored

ROUNDS = 6
"""Everybody has shared so often at most before nothing is left to move: up, down, published, and heard of by all."""


def settle(world: World) -> None:
    """Let everybody share in fine weather until all has come through."""
    world.fuse.arm(None)
    world.region.weather.clear()
    for _ in range(ROUNDS):
        outcomes = [laptop.engine.share() for laptop in world.laptops]
        if all((o.requests, o.sent, o.received) == (1, 0, 0) for o in outcomes):
            return
    raise AssertionError("laptops never come to an end of sharing")


def check_region(world: World) -> None:
    """Check all that must hold once everybody has shared."""
    settle(world)
    for laptop in world.laptops:
        outcome = laptop.engine.share()
        moved = (outcome.requests, outcome.sent, outcome.received, outcome.waiting)
        assert moved == (1, 0, 0, 0), f"one more share has (requests, sent, received, waiting) {moved}"
        assert not outcome.obstacles, outcome.sentences
    private = {hashes(laptop.engine)["private"] for laptop in world.laptops}
    assert len(private) == 1, "laptops that have shared everything hold different circles"
    assert len({hashes(laptop.engine)["catalogue"] for laptop in world.laptops}) == 1
    assert len({hashes(laptop.engine)["organizers"] for laptop in world.laptops} - {None}) == 1
    truth = reference(world.laptops[0].engine.circle)
    for laptop in world.laptops:
        assert stored(laptop.engine.circle) == truth
        check_laptop(laptop, world)
    last = world.laptops[-1].engine.circle
    Exchange(last).rebuild()
    assert stored(last) == truth


def check_laptop(laptop: Laptop, world: World) -> None:
    """Check what one laptop holds: everybody's saved work once, hours that sum to zero, a sound file, its mark."""
    circle = laptop.engine.circle
    db, device = circle.connection, circle.journal.numbers.id_of
    rows = db.execute("SELECT device, space, tick FROM changeset").fetchall()
    held = Counter((device(number), space, tick) for number, space, tick in rows)
    assert not [name for name, times in held.items() if times > 1], "something was written twice"
    for other in world.laptops:
        lost = {(other.id, *name) for name in other.saved} - held.keys()
        assert not lost, "what was saved has not arrived everywhere"
    assert db.execute("SELECT coalesce(sum(minutes), 0) FROM balance").fetchone() == (0,)
    assert check(circle) == []
    check_mark(laptop)


def check_mark(laptop: Laptop) -> None:
    """The mark on disk stands where the laptop's logs end: nothing has left before it."""
    circle = laptop.engine.circle
    mark = laptop.home.mark(circle.id, laptop.id).read()
    rows = circle.connection.execute(
        "SELECT l.space, l.stored, l.head FROM log l JOIN device_number d ON d.n = l.device WHERE d.id=?", (laptop.id,)
    )
    assert mark == {space: (stored_, head) for space, stored_, head in rows}
