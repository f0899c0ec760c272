"""Any number of laptops of one circle in one process, under a seed."""

from __future__ import annotations

from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import create, create_joined
from learningcircles.circle.opened import Secrets
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster

ALL = 10**9


class MemoryMark:
    """A mark that lives as long as the test."""

    def __init__(self) -> None:
        self.heads: dict[int, tuple[int, bytes]] = {}

    def read(self) -> dict[int, tuple[int, bytes]]:
        return self.heads

    def write(self, heads: dict[int, tuple[int, bytes]]) -> None:
        self.heads = heads


class Clock:
    """A wall clock that moves 7 ms whenever it is asked; `ms` may be set."""

    def __init__(self, ms: int = 1_800_000_000_000) -> None:
        self.ms = ms

    def __call__(self) -> int:
        self.ms += 7
        return self.ms


def laptops(folder: Path, count: int, *, seed: int = 1, rights: tuple[str, ...] = ()) -> list[Circle]:
    """Return `count` laptops, the first one the founder's; all have all placed entries and no records."""
    world = seeded(seed, Clock())
    founding = make.found(world)
    first = create(folder / "0.circle", Secrets(b"0" * 32, founding.keys), founding, world, MemoryMark())
    roster, epochs = first.roster, founding.epochs
    joined = []
    for number in range(1, count):
        right = rights[number - 1] if rights else "organizer"
        entry, invitation = make.invite(roster, founding.keys, epochs, world, right=right)
        roster = _place(roster, [entry], founding, world)
        add, keys, opened = make.join(roster, invitation, world)
        roster = _place(roster, [add], founding, world)
        joined.append((keys, opened))
    Exchange(first).receive_roster(roster.placed, [])
    circles = [first]
    for number, (keys, opened) in enumerate(joined, 1):
        place = folder / f"{number}.circle"
        secrets = Secrets(bytes([number]) * 32, keys)
        own = seeded(seed * 1000 + number, world.now_ms)
        circles.append(create_joined(place, secrets, roster.placed, [], opened, own, MemoryMark()))
    return circles


def _place(roster: Roster, entries: list[Entry], founding: make.Founding, world: Surroundings) -> Roster:
    placed, refused = settle(Roster.replay(roster.placed, entries), founding.keys.sign, world.now_ms())
    assert not refused
    return placed


def carry(giver: Circle, taker: Circle) -> None:
    """Carry everything that the taker lacks, one way."""
    source, target = Exchange(giver), Exchange(taker)
    source.close_tail()
    assert not target.receive(source.after(target.have(), ALL)).rejected


def carry_all(circles: list[Circle]) -> None:
    """Carry everything to everybody."""
    for giver in circles:
        carry(giver, circles[0])
    for taker in circles[1:]:
        carry(circles[0], taker)
