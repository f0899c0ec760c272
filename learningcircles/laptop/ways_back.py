"""What brings a circle back whose file on this laptop is damaged, as far as this laptop knows."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError
from learningcircles.laptop.copies import BACKUP, BUNDLE, staying
from learningcircles.laptop.daily import backups_of, folder_of
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.reaching import has_hub
from learningcircles.storage.alone import is_alone


class WaysBack(NamedTuple):
    """The daily backups that are here, newest first, and whether the circle's hub is known. A stick always serves."""

    backups: tuple[tuple[datetime.date, Path], ...]
    hub: bool


def is_elsewhere(home: Home, circle: Circle) -> bool:
    """Return whether something outlasts this laptop from which the circle can come back: a hub, another laptop, or a
    stick or a backup that was put on another disk, as far as is known. A recovery sheet opens these, and holds nothing.
    """
    kept = (Path(each.where) for each in staying(circle) if each.kind in (BACKUP, BUNDLE))
    if not is_alone(circle) or any(_is_on_another_disk(home, each) for each in kept):
        return True
    with suppress(OSError, CircleError):
        return _is_on_another_disk(home, folder_of(home)) and bool(backups_of(home, circle.id))
    return False


def _is_on_another_disk(home: Home, path: Path) -> bool:
    """Return whether a file is not lost with this laptop's disk; one that is not to be seen now is on another one."""
    if home.folder in path.parents:
        return False
    with suppress(OSError):
        return path.stat().st_dev != home.folder.stat().st_dev
    return True


def ways_back(home: Home, held: CircleFile) -> WaysBack:
    """Return what there is; a folder of backups that cannot be looked into counts as empty."""
    found: dict[datetime.date, Path] = {}
    with suppress(OSError, CircleError):
        found = backups_of(home, held.circle_id)
    return WaysBack(tuple(sorted(found.items(), reverse=True)), has_hub(held.path))
