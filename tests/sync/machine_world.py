"""Laptops for the state machine: they lose their power, join, and are asked what they hold."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from machine_hub import LaptopClock, Template, sky
from power import Fuse, Killed
from sync_region import invite_to
from weather import Weather

from learningcircles.circle.circle import Circle
from learningcircles.errors import InvalidValue, NotAllowed, NotFound, Refused, Unreachable
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles.surroundings import Surroundings
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.recovery import Sheet
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.joining import join_from_bundle, join_from_hub
from learningcircles_sync.recovering import recover_from_bundle, recover_from_hub
from tests.storage.reference import opened

MOST_LAPTOPS = 5
SAID_NO = (Refused, InvalidValue, NotFound, NotAllowed)
NOT_COUNTING = "('cut', 'not', 'partly')"

Item = tuple[int, bytes, int]
"""(space, action, tick) of a changeset: the same under whatever identity it was written down."""
Name = tuple[int, bytes, int]
"""(space, device, seq) of a segment."""


@dataclass
class Laptop:
    """One laptop that may be switched off.

    `saved`: all that it was told is saved, and its disk holds; `owed`: what its disk held before it was restored, and
    others still hold. `out`: the circle has shut it out.
    """

    home: Home
    world: Surroundings
    clock: LaptopClock
    engine: Engine
    saved: set[Item] = field(default_factory=set)
    owed: set[Item] = field(default_factory=set)
    out: bool = False

    @property
    def id(self) -> bytes:
        return self.engine.circle.secrets.device.id

    @property
    def placed(self) -> bool:
        """Whether it knows that its place in the circle is settled."""
        return not self.engine.circle.roster.devices[self.id].provisional

    def wrote(self) -> dict[Item, int]:
        """Return what counts of its own log, with the seq of the segment that holds it, or will."""
        sql = (
            "SELECT c.space, c.action, c.tick, c.seq FROM changeset c JOIN device_number d ON d.n = c.device"
            " WHERE d.id=?"
        )
        rows = self.engine.circle.connection.execute(sql, (self.id,)).fetchall()
        return {(space, action, tick): seq for space, action, tick, seq in rows}

    def held(self) -> set[Item]:
        """Return every changeset that its file holds, whoever wrote it, whether it counts or not."""
        circle = self.engine.circle
        found = set(circle.connection.execute("SELECT space, action, tick FROM changeset").fetchall())
        sql = f"SELECT space, header, signature, payload FROM segment WHERE state IN {NOT_COUNTING}"
        for space, *parts in circle.connection.execute(sql).fetchall():
            items = opened(circle, Segment(*parts))
            found |= {(space, item.action, item.tick) for item in items if isinstance(item, Changeset)}
        return found

    def segments(self) -> set[Name]:
        """Return every segment that its file holds."""
        sql = "SELECT s.space, d.id, s.seq FROM segment s JOIN device_number d ON d.n = s.device"
        return set(self.engine.circle.connection.execute(sql).fetchall())


class World:
    """One run of the machine."""

    def __init__(self, template: Template, folder: Path, fuse: Fuse) -> None:
        shutil.copytree(template.folder, folder, dirs_exist_ok=True)
        self.folder = folder
        self.fuse = fuse
        fuse.folder = folder
        self.region = sky(folder, template.kind, template.rooms)
        self.region.weather = Weather(fuse)
        self.region.clock.ms = template.now
        self.region.seed = 2000
        self.stick = folder / "stick.bundle"
        self.hub_copy: object = None
        self.erased: list[bytes] = []
        self.put_down = False
        """A disk was restored to an identity that may not run the circle, and the one that might is gone with it."""
        self.numbers: dict[str, bytes] = {}
        """Member number → whose it was when all laptops knew the same."""
        self.cuts = 0
        """How often some laptop's power was cut."""
        self.laptops = [self._switch_on() for _ in range(2)]

    def _switch_on(self) -> Laptop:
        home, world = self.region.home()
        return self.laptop_of(home, world, self.open(home, world))

    def open(self, home: Home, world: Surroundings) -> Engine:
        """Open a laptop's circle as the program does: an older copy goes on under a new identity."""
        circle = open_circle(home, None, world)
        mend(circle)
        return self.region.engine(home, circle, world)

    def laptop_of(self, home: Home, world: Surroundings, engine: Engine) -> Laptop:
        """Return a laptop that was told all of its own that its file holds."""
        assert isinstance(world.now_ms, LaptopClock)
        laptop = Laptop(home, world, world.now_ms, engine)
        with self.fuse.looking():
            laptop.saved = set(laptop.wrote())
        return laptop

    def laptop(self, number: int) -> Laptop:
        """Return one of the laptops by any number."""
        return self.laptops[number % len(self.laptops)]

    @contextmanager
    def at_once(self, one: Laptop, other: Laptop) -> Iterator[None]:
        """Let two laptops live in one moment, by one clock."""
        clock = self.region.clock
        before, clock.step = clock.step, 0
        clock.ms += 10
        other.clock.skew = one.clock.skew
        yield
        clock.step = before

    def segments(self, laptop: Laptop) -> set[Name]:
        """Return the segments that a laptop holds; looking at them is no step."""
        with self.fuse.looking():
            return laptop.segments()

    def held_or_aside(self, laptop: Laptop) -> set[Name]:
        """Return the same with those of branches that have lost: people were told of these once."""
        with self.fuse.looking():
            rows = laptop.engine.circle.connection.execute("SELECT header FROM aside").fetchall()
            lost = (Header.parse(header) for (header,) in rows)
            return laptop.segments() | {(header.space, header.device, header.seq) for header in lost}

    # --- doing

    def do(self, laptop: Laptop, work: Callable[[Engine], object]) -> bool:
        """Let a laptop do something; False where it said no, or its power was cut."""
        try:
            work(laptop.engine)
        except Killed:
            self.cuts += 1
            self.reopen(laptop)
            return False
        except SAID_NO:
            return False
        finally:
            if not self.fuse.blown:
                with self.fuse.looking():
                    laptop.saved |= laptop.wrote().keys()
        return True

    def reopen(self, laptop: Laptop) -> None:
        """Switch a laptop on again after its power was cut: what it was told is saved must be there."""
        self.switch_on(laptop)
        lost = laptop.saved - laptop.held()
        assert not lost or self.erased, "what was saved is gone after a power cut"
        assert check(laptop.engine.circle) == []

    def forget_what_the_hub_alone_held(self) -> None:
        """The hub goes back: what laptops whose disks were restored had from nowhere else is gone for good."""
        with self.fuse.looking():
            held = {item for laptop in self.laptops for item in laptop.held()}
        for laptop in self.laptops:
            laptop.owed &= held

    def switch_on(self, laptop: Laptop) -> None:
        """Let go of what a laptop had open, and open its circle from its disk."""
        self.fuse.let_go(laptop.home.folder)
        self.fuse.arm(None)
        laptop.engine = self.open(laptop.home, laptop.world)

    def share(self, laptop: Laptop) -> bool:
        """Share with the hub, in whatever weather."""
        rough = self.region.weather.rough

        def work(engine: Engine) -> None:
            try:
                engine.share()
            except Unreachable:
                assert rough, "the hub did not answer in fine weather"

        return self.do(laptop, work)

    # --- joining

    def invite(self, inviter: Laptop, right: str, *, by_stick: bool) -> Invitation | None:
        """Invite, and bring the invitation to the hub or on the stick; None where that did not succeed."""
        made: list[Invitation] = []

        def work(engine: Engine) -> None:
            made.append(invite_to(engine, right))
            engine.share()
            if by_stick:
                engine.write_bundle(self.stick)

        with suppress(Unreachable):
            if self.do(inviter, work):
                return made[0]
        return None

    def enter(self, invitation: Invitation, *, by_stick: bool, skew: int = 0) -> bool:
        """Let a new laptop join; where its power is cut it tries once more. Returns whether it was not cut."""

        def join(home: Home, world: Surroundings, person: str) -> Circle:
            names = (home, invitation, person, f"{person}'s laptop")
            if by_stick:
                return join_from_bundle(*names, self.stick, world)
            return join_from_hub(*names, world, self.region.transports)

        return self._start(join, skew)

    def recover(self, sheet: Sheet, *, by_stick: bool, hub_gone: bool) -> bool:
        """Let a new laptop come back by a recovery sheet; as `enter`."""

        def recover(home: Home, world: Surroundings, person: str) -> Circle:
            names = (home, sheet, person, f"{person}'s laptop")
            if by_stick:
                return recover_from_bundle(*names, self.stick, world, hub_gone=hub_gone)
            return recover_from_hub(*names, world, self.region.transports, lambda url: None)

        return self._start(recover)

    def _start(self, first: Callable[[Home, Surroundings, str], Circle], skew: int = 0) -> bool:
        home, world = self.region.home()
        assert isinstance(world.now_ms, LaptopClock)
        world.now_ms.skew = skew
        person = f"Person {len(self.laptops)}"
        cut = False
        try:
            engine = self.region.engine(home, first(home, world, person), world)
        except Killed:
            cut = True
            self.fuse.let_go(home.folder)
            self.fuse.arm(None)
            self.region.weather.clear()
            started = home.circles()
            engine = self.open(home, world) if started else self.region.engine(home, first(home, world, person), world)
        self.laptops.append(self.laptop_of(home, world, engine))
        return not cut

    def close(self) -> None:
        """Switch everything off."""
        self.fuse.let_go(self.folder)
        if isinstance(self.region.store, SqliteStore):
            self.region.store.close()
