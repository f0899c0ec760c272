"""Random days in a region: edits, partitions, lost replies, sticks, restored hubs, clocks from −1 to +30 years.

After quiescence every laptop has the same state hash, a further share moves nothing, nothing that a laptop
acknowledged is lost, and the tables are what the journal says.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes

from learningcircles.errors import CircleError, Refused, Unreachable
from learningcircles.storage.check import check
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine

YEAR_MS = 365 * 24 * 3600 * 1000
STEPS = 60


class World:
    """A region with four laptops under one seed, and what each of them was told is saved."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.draw = random.Random(seed)
        self.region = Region(folder)
        founder = self.region.found()
        self.engines = [founder, *(self.region.laptop(founder, name) for name in ("Amina", "Bia", "Chidi"))]
        for number, engine in enumerate(self.engines[1:], 1):
            skew = self.draw.randrange(-YEAR_MS, 30 * YEAR_MS) if number > 1 else 0
            self._skew(engine, seed * 10 + number, skew)
        self.saved: dict[bytes, str] = {}
        self.stick = folder / "stick"
        self.backup = deepcopy(self.region.store.rooms)

    def _skew(self, engine: Engine, seed: int, skew: int) -> None:
        world = seeded(seed, lambda: self.region.clock() + skew)
        engine.circle.surroundings = engine._surroundings = world

    def step(self) -> None:
        act = self.draw.choice(
            [self.add, self.edit, self.edit, self.undo, self.share, self.share, self.lose, self.carry]
        )
        act(self.draw.choice(self.engines))

    def add(self, engine: Engine) -> None:
        name = f"Member {len(self.saved)}"
        self.saved[add_member(engine, name, languages=["pt"])] = name

    def edit(self, engine: Engine) -> None:
        known = [record.id for record in engine.circle.reader.list("member")]
        fields = {"phone": str(self.draw.randrange(10_000))}
        engine.verbs.records.edit("member", self.draw.choice(known), fields)

    def undo(self, engine: Engine) -> None:
        self.edit(engine)
        with suppress(Refused):  # where others have changed all of it since, undo says so and does nothing
            engine.verbs.undo.undo()

    def share(self, engine: Engine) -> None:
        engine.share()

    def lose(self, engine: Engine) -> None:
        """Lose the request, or the reply to one of the first three."""
        self.region.reachable = self.draw.random() < 0.7
        self.region.spoil = _losing(self.draw.randrange(3))
        try:
            engine.share()
        except Unreachable:
            pass
        finally:
            self.region.reachable, self.region.spoil = True, None

    def carry(self, engine: Engine) -> None:
        other = self.draw.choice(self.engines)
        engine.write_bundle(self.stick)
        if self.draw.random() < 0.3:
            whole = self.stick.read_bytes()
            self.stick.write_bytes(whole[: self.draw.randrange(len(whole))])
            with pytest.raises(CircleError):
                other.read_bundle(self.stick)
        else:
            other.read_bundle(self.stick)

    def settle(self) -> None:
        for _ in range(2):
            for engine in self.engines:
                engine.share()


def _losing(after: int) -> Callable[[bytes], bytes]:
    left = [after]

    def spoil(answer: bytes) -> bytes:
        left[0] -= 1
        if left[0] < 0:
            raise Unreachable("no_answer", "The hub does not answer.")
        return answer

    return spoil


@pytest.mark.parametrize("seed", range(10))
def test_all_agree_in_the_end(tmp_path: Path, seed: int) -> None:
    world = World(tmp_path, seed)
    for number in range(STEPS):
        world.step()
        if number == STEPS // 2 and seed % 2:
            world.region.store.rooms = deepcopy(world.backup)
    world.settle()
    for engine in world.engines:
        outcome = engine.share()
        assert (outcome.sent, outcome.received, outcome.requests, outcome.waiting) == (0, 0, 1, 0)
        assert not outcome.obstacles
    assert len({str(hashes(engine)) for engine in world.engines}) == 1
    for engine in world.engines:
        names = {record.id: record["name"] for record in engine.circle.reader.list("member")}
        assert names.items() >= world.saved.items()
        assert check(engine.circle) == []
