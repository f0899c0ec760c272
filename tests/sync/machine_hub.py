"""The region of the state machine: its clocks, its hub that restarts and is restored from older copies, and a template
that is copied instead of founding a circle anew each time.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from memory_store import MemoryStore
from power import Fuse
from sync_region import CODE, URL, Clock, Region, add_member
from weather import Weather

from learningcircles.crypto.sign import SigningKey
from learningcircles.laptop.home import Home
from learningcircles.surroundings import Surroundings, seeded
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.line import Transport
from learningcircles_sync.serve import Answer, Identity, Receiver

HUB_FILE = "hub.sqlite"
OTHER_URL = "https://other.example"
IN_MEMORY = Path("/dev/shm")
"""Files that live as long as one test go where forcing them to disk costs nothing, if there is such a place."""


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


class Sky(Region):
    """A region whose weather, clocks and hub the machine moves."""

    clock: WallClock
    weather: Weather
    beside: dict[str, Answering]
    seed = 1000

    def home(self) -> tuple[Home, Surroundings]:
        self.laptops += 1
        home = Home.default({"LEARNINGCIRCLES_HOME": str(self.folder / f"laptop {self.laptops}")})
        return home, seeded(self.seed + self.laptops, LaptopClock(self.clock))

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        return self.weather.carry(self.receiver.answer, method, path, body)

    def transports(self, url: str, fingerprint: bytes | None) -> Transport:
        beside = self.beside.get(url)
        return super().transports(url, fingerprint) if beside is None else Direct(beside.answer)

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
    region.weather, region.beside = Weather(Fuse()), {}
    return region


def second_hub(region: Region) -> str:
    """Open another hub in a region, and return its steward's code."""
    identity = Identity(SigningKey(b"o" * 32), "Other hub", OTHER_URL)
    region.others[OTHER_URL] = Receiver(MemoryStore({CODE: None}), identity, region.clock)
    return HubCode(OTHER_URL, None, CODE).text()


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
