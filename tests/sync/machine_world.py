"""Laptops, a hub and a stick for the state machine: a region that is copied instead of founded anew each time, whose
laptops lose their power, whose clocks are off, and whose hub restarts and is restored from older copies.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from memory_store import MemoryStore
from power import Fuse, Killed
from sync_region import CODE, URL, Clock, Region, add_member, invite_to
from weather import Weather

from learningcircles.errors import InvalidValue, NotAllowed, NotFound, Refused, Unreachable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.storage.check import check
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust.invitation import Invitation
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.joining import join_from_bundle, join_from_hub
from learningcircles_sync.serve import Answer, Identity, Receiver

HUB_FILE = "hub.sqlite"
IN_MEMORY = Path("/dev/shm")
"""Files that live as long as one test go where forcing them to disk costs nothing, if there is such a place."""
MOST_LAPTOPS = 5
SAID_NO = (Refused, InvalidValue, NotFound, NotAllowed)


@dataclass
class WallClock(Clock):
    """The true time; every look takes `step` ms, and none where it stands still."""

    step: int = 3

    def __call__(self) -> int:
        self.ms += self.step
        return self.ms


@dataclass
class LaptopClock:
    """What a laptop takes for the time."""

    true: WallClock
    skew: int = 0

    def __call__(self) -> int:
        return self.true() + self.skew


@dataclass
class Laptop:
    """One laptop that may be switched off; `saved`: (space, tick) of all that it was told is saved."""

    home: Home
    world: Surroundings
    clock: LaptopClock
    engine: Engine
    saved: set[tuple[int, int]] = field(default_factory=set)

    @property
    def id(self) -> bytes:
        return self.engine.circle.secrets.device.id

    @property
    def placed(self) -> bool:
        """Whether it knows that its place in the circle is settled."""
        return not self.engine.circle.roster.devices[self.id].provisional

    def written(self) -> set[tuple[int, int]]:
        """Return (space, tick) of every changeset of its own that its file holds."""
        sql = "SELECT c.space, c.tick FROM changeset c JOIN device_number d ON d.n = c.device WHERE d.id=?"
        return set(self.engine.circle.connection.execute(sql, (self.id,)).fetchall())

    def held(self) -> set[tuple[int, bytes, int]]:
        """Return (space, device, seq) of every segment that its file holds."""
        sql = "SELECT s.space, d.id, s.seq FROM segment s JOIN device_number d ON d.n = s.device"
        return set(self.engine.circle.connection.execute(sql).fetchall())


class Sky(Region):
    """A region whose weather, clocks and hub the machine moves."""

    clock: WallClock
    weather: Weather
    seed = 1000

    def home(self) -> tuple[Home, Surroundings]:
        self.laptops += 1
        home = Home.default({"LEARNINGCIRCLES_HOME": str(self.folder / f"laptop {self.laptops}")})
        return home, seeded(self.seed + self.laptops, LaptopClock(self.clock))

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        return self.weather.carry(self.receiver.answer, method, path, body)

    def restart_hub(self) -> None:
        """Let the hub forget all that is not on its disk."""
        if isinstance(self.store, SqliteStore):
            self.store.close()
            self.store = SqliteStore(self.folder / HUB_FILE, self.clock)
        self.receiver = Receiver(self.store, Identity(self.key, "Hub", URL), self.clock)

    def back_up_hub(self) -> object:
        """Return a copy of all that the hub holds."""
        if isinstance(self.store, MemoryStore):
            return deepcopy(self.store.rooms)
        copy = self.folder / "hub.backup"
        copy.unlink(missing_ok=True)
        source, target = sqlite3.connect(self.folder / HUB_FILE), sqlite3.connect(copy)
        source.backup(target)
        source.close()
        target.close()
        return copy

    def restore_hub(self, copy: object) -> None:
        """Bring the hub back to a copy."""
        if isinstance(self.store, MemoryStore):
            assert isinstance(copy, dict)
            self.store.rooms = deepcopy(copy)
        else:
            assert isinstance(copy, Path)
            self.store.close()
            for ending in ("-wal", "-shm"):
                (self.folder / (HUB_FILE + ending)).unlink(missing_ok=True)
            shutil.copy(copy, self.folder / HUB_FILE)
            self.store = SqliteStore(self.folder / HUB_FILE, self.clock)
        self.restart_hub()


def quick_folder() -> Path:
    """Return a fresh folder."""
    return Path(tempfile.mkdtemp(prefix="circles-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None))


def sky(folder: Path, kind: str, rooms: object = None) -> Sky:
    """Return a region in a folder, with the hub that lies there, or `rooms` as a memory hub's."""
    clock = WallClock()
    store = MemoryStore({CODE: None}) if kind == "memory" else SqliteStore(folder / HUB_FILE, clock)
    if isinstance(store, MemoryStore) and isinstance(rooms, dict):
        store.rooms = deepcopy(rooms)
    region = Sky(folder, clock, store)
    region.weather = Weather(Fuse())
    return region


class Template:
    """A founded circle with two laptops in one hub, in files that worlds are copied from."""

    def __init__(self, folder: Path, kind: str) -> None:
        self.folder = folder
        self.kind = kind
        region = sky(folder, kind)
        if isinstance(region.store, SqliteStore):
            region.store.new_code(CODE)
        founder = region.found()
        _populate(founder)
        joined = region.laptop(founder, "Amina")
        self.now = region.clock.ms
        self.rooms = deepcopy(region.store.rooms) if isinstance(region.store, MemoryStore) else None
        for engine in (founder, joined):
            engine.circle.close()
        if isinstance(region.store, SqliteStore):
            region.store.close()


def _populate(engine: Engine) -> None:
    """Begin with a little of everything, so that laptops meet on it."""
    verbs = engine.verbs
    one, other = (add_member(engine, name, phone="0") for name in ("Bia", "Chidi"))
    verbs.swaps.record(one, other, 60, "kiln", "2026-11-20")
    verbs.swaps.record(other, one, 30, "bread", "2026-11-21", proposed=True)
    verbs.records.add("offer", {"title": "Kiln", "reach": 5})
    meetup, _ = verbs.meetups.plan("Open day", "2027-02-20T18:00", 90, reach=5)
    verbs.meetups.rsvp(meetup, one, "yes")


class World:
    """One run of the machine."""

    def __init__(self, template: Template, folder: Path, fuse: Fuse) -> None:
        shutil.copytree(template.folder, folder, dirs_exist_ok=True)
        self.fuse = fuse
        self.region = sky(folder, template.kind, template.rooms)
        self.region.weather = Weather(fuse)
        self.region.clock.ms = template.now
        self.region.seed = 2000
        self.stick = folder / "stick.bundle"
        self.copy: tuple[int, object] | None = None
        self.laptops = [self._switch_on() for _ in range(2)]

    def _switch_on(self) -> Laptop:
        home, world = self.region.home()
        return self._laptop(home, world, self._open(home, world))

    def _open(self, home: Home, world: Surroundings) -> Engine:
        return self.region.engine(home, open_circle(home, None, world), world)

    def _laptop(self, home: Home, world: Surroundings, engine: Engine) -> Laptop:
        assert isinstance(world.now_ms, LaptopClock)
        laptop = Laptop(home, world, world.now_ms, engine)
        with self.fuse.looking():
            laptop.saved = laptop.written()
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

    def held(self, laptop: Laptop) -> set[tuple[int, bytes, int]]:
        """Return the segments that a laptop holds; looking at them is no step."""
        with self.fuse.looking():
            return laptop.held()

    # --- doing

    def do(self, laptop: Laptop, work: Callable[[Engine], object]) -> bool:
        """Let a laptop do something; False where it said no, or its power was cut."""
        try:
            work(laptop.engine)
        except Killed:
            self.reopen(laptop)
            return False
        except SAID_NO:
            return False
        finally:
            if not self.fuse.blown:
                self._note_saved(laptop)
        return True

    def _note_saved(self, laptop: Laptop) -> None:
        with self.fuse.looking():
            laptop.saved |= laptop.written()

    def reopen(self, laptop: Laptop) -> None:
        """Switch a laptop on again after its power was cut: what it was told is saved must be there."""
        self.fuse.let_go(laptop.home.folder)
        self.fuse.arm(None)
        laptop.engine = self._open(laptop.home, laptop.world)
        lost = laptop.saved - laptop.written()
        assert not lost, "what was saved is gone after a power cut"
        assert check(laptop.engine.circle) == []

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

        try:
            return made[0] if self.do(inviter, work) else None
        except Unreachable:
            return None

    def enter(self, invitation: Invitation, *, by_stick: bool, skew: int = 0) -> bool:
        """Let a new laptop join; where its power is cut it tries once more. Returns whether it was not cut."""
        home, world = self.region.home()
        assert isinstance(world.now_ms, LaptopClock)
        world.now_ms.skew = skew
        person = f"Person {len(self.laptops)}"
        names = (home, invitation, person, f"{person}'s laptop")
        cut = False
        try:
            engine = self._join(*names, by_stick, world)
        except Killed:
            cut = True
            self.fuse.let_go(home.folder)
            self.fuse.arm(None)
            self.region.weather.clear()
            held = home.circles()
            engine = self._open(home, world) if held else self._join(*names, by_stick, world)
        self.laptops.append(self._laptop(home, world, engine))
        return not cut

    def _join(
        self, home: Home, invitation: Invitation, person: str, device: str, by_stick: bool, world: Surroundings
    ) -> Engine:
        if by_stick:
            circle = join_from_bundle(home, invitation, person, device, self.stick, world)
        else:
            circle = join_from_hub(home, invitation, person, device, world, self.region.transports)
        return self.region.engine(home, circle, world)

    def close(self) -> None:
        """Switch everything off."""
        self.fuse.let_go(self.stick.parent)
        if isinstance(self.region.store, SqliteStore):
            self.region.store.close()
