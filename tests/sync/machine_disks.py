"""Disks that are copied, restored and cloned, for the state machine."""

from __future__ import annotations

import shutil

from machine_hub import LaptopClock
from machine_world import MOST_LAPTOPS, Item, Laptop, World

from learningcircles.journal.segment import header_hash
from learningcircles.laptop.home import Home
from learningcircles.surroundings import seeded
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
            elsewhere = held_elsewhere(world, laptop)
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

    def start(self, world: World) -> None:
        """Let the copy be a laptop of its own: a cloned disk."""
        if len(world.laptops) < MOST_LAPTOPS:
            clock = LaptopClock(world.region.clock, self.owner.clock.skew)
            home = Home.default({"LEARNINGCIRCLES_HOME": str(self.folder)})
            surroundings = seeded(3000 + self.number, clock)
            laptop = world.laptop_of(home, surroundings, world.open(home, surroundings))
            laptop.saved = set(self.saved)
            world.laptops.append(laptop)


def held_elsewhere(world: World, laptop: Laptop) -> set[Item]:
    """Return what of a laptop's work the hub or another laptop holds: that must come back to it."""
    held = {item for other in world.laptops if other is not laptop for item in other.held()}
    circle = laptop.engine.circle
    sql = "SELECT s.space, s.seq, s.header FROM segment s JOIN device_number d ON d.n = s.device WHERE d.id=?"
    mine = {(space, seq): header_hash(header) for space, seq, header in circle.connection.execute(sql, (laptop.id,))}

    def at_the_hub(room: CircleRoom) -> set[tuple[int, int]]:
        return {name for name, hash_ in mine.items() if room.header_hash(name[0], laptop.id, name[1]) == hash_}

    there = world.region.store.read(circle.id, at_the_hub)
    return held | {item for item, seq in laptop.wrote().items() if (item[0], seq) in there}
