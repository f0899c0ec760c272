"""What brings a circle back whose file on this laptop is damaged, as far as this laptop knows."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.laptop.daily import backups_of
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.reaching import has_hub


class WaysBack(NamedTuple):
    """The daily backups that are here, newest first, and whether the circle's hub is known. A stick always serves."""

    backups: tuple[tuple[datetime.date, Path], ...]
    hub: bool


def ways_back(home: Home, held: CircleFile) -> WaysBack:
    """Return what there is; a folder of backups that cannot be looked into counts as empty."""
    found: dict[datetime.date, Path] = {}
    with suppress(OSError, CircleError):
        found = backups_of(home, held.circle_id)
    return WaysBack(tuple(sorted(found.items(), reverse=True)), has_hub(held.path))
