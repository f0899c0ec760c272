"""Disks that are copied, cloned or put back, and the laptops that start from them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from sync_region import Region

from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.succession import mend
from learningcircles.surroundings import seeded
from learningcircles_sync.engine import Engine


def cloned(region: Region, engine: Engine, seed: int) -> Engine:
    """Return a laptop started from a copy of another one's disk."""
    return started(region, engine.home.folder, seed)


def rivals(region: Region, engine: Engine, first: int = 50) -> Iterator[Engine]:
    """Copy a laptop's disk as it is now; yield laptops that start from it, as many as are asked for."""
    disk = shutil.copytree(engine.home.folder, region.folder / f"disk {first}")
    return (started(region, Path(disk), seed) for seed in range(first, first + 200))


def started(region: Region, disk: Path, seed: int) -> Engine:
    """Start a laptop from a copy of a disk."""
    return switched_on(region, Path(shutil.copytree(disk, region.folder / f"clone {seed}")), seed)


def switched_on(region: Region, folder: Path, seed: int) -> Engine:
    """Open the circle on a disk as the program does, which mends what a copied disk has doubled."""
    engine = opened(region, folder, seed)
    mend(engine.circle)
    return engine


def copied(engine: Engine, folder: Path) -> Path:
    """Copy a laptop's whole folder, as a backup program or a cloned disk would."""
    engine.circle.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copytree(engine.home.folder, folder)
    return folder


def opened(region: Region, folder: Path, seed: int = 77) -> Engine:
    home, world = Home.default({"LEARNINGCIRCLES_HOME": str(folder)}), seeded(seed, region.clock)
    return region.engine(home, open_circle(home, surroundings=world), world)
