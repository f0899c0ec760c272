"""An organizer erases people and is shut out meanwhile, by who has not heard of it, and the hub is put back to before:
the list parts, and others erase somebody else, each without knowing of the others. In the end all laptops and the hub
hold the same, nobody is lost who was not erased, and no word of who was is left.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from sticks import carry
from sync_region import me, name_set
from test_erasures_fallen import reopened
from test_forks_fuzzed import Speaking, run

from learningcircles.errors import CircleError
from learningcircles.laptop import rights
from learningcircles_sync.engine import Engine


class Parting(Speaking):
    """Three organizers and a laptop that records; one of them may be shut out."""

    def begin(self) -> None:
        self.dana = self.region.laptop(self.pilar, "Dana")
        self.kept: bytes | None = None
        self.alone: Engine | None = None
        self.hers: set[str] = set()
        super().begin()
        self.keeps_rights, self.apart = False, False
        for engine in (self.pilar, self.chidi, self.dana):
            engine.share()

    @property
    def acts(self) -> list[Callable[[], None]]:
        return [self.write] * 4 + [self.erase] * 4 + [self.meet] * 3 + [self.share, self.put_back, self.shut_out]

    def go(self) -> None:
        """What they know alike is forgotten by the hub or not, then everything happens in any order."""
        for _ in range(self.random.randrange(2, 6)):
            self.add(self.random.choice(self.busy), 100 + len(self.ids))
        for engine in (*self.busy, *self.people):
            engine.share()
        self.put_back()
        if self.random.random() < 0.8:
            self.by_one_alone(self.dana, self.dana.share)
            self.put_back()
        if self.random.random() < 0.8:
            other = self.random.choice([self.pilar, self.chidi])
            self.by_one_alone(other, self.shut_out)
        super().go()

    def by_one_alone(self, engine: Engine, last: Callable[[], object]) -> None:
        self.alone = engine
        for act in (*self.random.sample([self.write, self.erase, self.erase], 3), last):
            with suppress(CircleError):
                act()
        self.alone = None

    @property
    def busy(self) -> list[Engine]:
        return [self.alone] if self.alone else [self.pilar, self.chidi, self.dana]

    def add(self, engine: Engine, number: int) -> None:
        before = set(self.ids)
        super().add(engine, number)
        if engine is self.dana:
            self.hers |= self.ids.keys() - before

    def share(self) -> None:
        self.random.choice([*self.people, self.dana]).share()

    def meet(self) -> None:
        one, other = self.random.sample([*self.people, self.dana], 2)
        carry(one, other, self.folder)

    def put_back(self) -> None:
        """Put the hub back to where it was when this happened before, or keep how it is now."""
        hub = self.region.folder / "hub" / "hub.db"
        self.region.store.close()
        if self.kept is None:
            self.kept = hub.read_bytes()
        else:
            hub.write_bytes(self.kept)
            self.kept = None
        reopened(self.region)

    def shut_out(self) -> None:
        by = self.random.choice([self.pilar, self.chidi])
        rights.revoke(by.circle, me(self.dana))
        if self.random.random() < 0.7:
            by.share()

    def settle(self, way: Callable[[Engine, Engine], None]) -> None:
        carry(self.dana, self.random.choice(self.people), self.folder)
        for engine in [self.dana, *self.people] * 3:
            with suppress(CircleError):  # who was shut out is told so
                engine.share()
        super().settle(way)

    def check(self) -> None:
        super().check()
        device = self.pilar.circle.roster.devices[me(self.dana)]
        lost = self.ids.keys() - self.erased - name_set(self.pilar) - (self.hers if device.revoked else set())
        assert lost == set(), "somebody is lost who was not erased"
        self.look_at_who_is_out(self.dana)


@pytest.mark.parametrize("seed", [1, 13, 21])
def test_nobody_is_lost_and_no_word_is_left_where_lists_part(tmp_path: Path, seed: int) -> None:
    run(tmp_path / "region", seed, Parting)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_no_word_is_left_where_lists_part_for_minutes(tmp_path: Path) -> None:
    began, seed = monotonic(), random.SystemRandom().randrange(10**6)
    while monotonic() - began < 300:
        seed += 1
        print(seed, end=" ", flush=True)
        run(tmp_path / str(seed), seed, Parting)
        shutil.rmtree(tmp_path / str(seed))
