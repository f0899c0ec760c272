"""Disks that are copied, restored and cloned, for the state machine."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping

from machine_hub import LaptopClock
from machine_world import MOST_LAPTOPS, Item, Laptop, World

from learningcircles.journal.segment import header_hash
from learningcircles.laptop.home import Home
from learningcircles.surroundings import seeded
from learningcircles.trust.members import ORGANIZER, Device, forerunners
from learningcircles_sync.store import CircleRoom

FILE_ENDINGS = ("", "-wal", "-shm")


class Disk:
    """A copy of one laptop's whole folder, and what that laptop had been told is saved by then."""

    def __init__(self, world: World, laptop: Laptop) -> None:
        self.owner = laptop
        self.saved = set(laptop.saved)
        world.region.laptops += 1
        self.number = world.region.laptops
        self.folder = world.folder / f"laptop {self.number}"
        shutil.copytree(laptop.home.folder, self.folder)

    def restore(self, world: World, *, whole: bool) -> None:
        """Bring the laptop back to the copy: its whole folder, or its circle file alone."""
        laptop = self.owner
        with world.fuse.looking():
            held, in_hub = laptop.held(), at_the_hub(world, laptop)
        views, was = [each.engine.circle.roster.devices for each in world.laptops], laptop.id
        elsewhere = in_hub | held_by(world, (other for other in world.laptops if other is not laptop))
        world.fuse.let_go(laptop.home.folder)
        if whole:
            shutil.rmtree(laptop.home.folder)
            shutil.copytree(self.folder, laptop.home.folder)
        else:
            file = laptop.home.circles()[0].path
            for ending in FILE_ENDINGS:
                beside, copied = file.with_name(file.name + ending), self.folder / (file.name + ending)
                beside.unlink(missing_ok=True)
                if copied.exists():
                    shutil.copy(copied, beside)
        laptop.owed = (laptop.owed | laptop.saved - self.saved) & elsewhere
        laptop.saved = set(self.saved)
        world.switch_on(laptop)
        own = forerunners(laptop.engine.circle.roster.devices, laptop.id)
        world.put_down = world.put_down or any(_puts_down(view, was, own) for view in views)
        gone = held - in_hub - held_by(world, world.laptops)
        for other in world.laptops:
            other.owed -= gone

    def start(self, world: World) -> None:
        """Let the copy be a laptop of its own: a cloned disk."""
        if len(world.laptops) < MOST_LAPTOPS:
            clock = LaptopClock(world.region.clock, self.owner.clock.skew)
            home = Home.default({"LEARNINGCIRCLES_HOME": str(self.folder)})
            surroundings = seeded(3000 + self.number, clock)
            laptop = world.laptop_of(home, surroundings, world.open(home, surroundings))
            laptop.saved = set(self.saved)
            world.laptops.append(laptop)


def _puts_down(devices: Mapping[bytes, Device], was: bytes, own: set[bytes]) -> bool:
    """Return whether a laptop ran the circle as what it was, and may not as what it is after a restore."""
    now = [devices[name].right for name in own & devices.keys()]
    return was in devices and devices[was].right == ORGANIZER and ORGANIZER not in now


def held_by(world: World, laptops: Iterable[Laptop]) -> set[Item]:
    """Return what these laptops hold of anybody's work."""
    with world.fuse.looking():
        return {item for laptop in laptops for item in laptop.held()}


def at_the_hub(world: World, laptop: Laptop) -> set[Item]:
    """Return what of the work that counts on a laptop the hub holds as well."""
    circle = laptop.engine.circle
    sql = (
        "SELECT c.space, c.action, c.tick, d.id, s.seq, s.header FROM changeset c JOIN segment s"
        " ON s.space = c.space AND s.device = c.device AND s.seq = c.seq JOIN device_number d ON d.n = c.device"
    )
    rows = circle.connection.execute(sql).fetchall()

    def there(room: CircleRoom) -> set[Item]:
        return {
            (space, action, tick)
            for space, action, tick, device, seq, header in rows
            if room.header_hash(space, device, seq) == header_hash(header)
        }

    return world.region.store.read(circle.id, there)
