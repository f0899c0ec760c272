"""Where copies of a circle were put from this laptop: backups, sticks, exports, prints.

Nobody but people can destroy them, so whoever erases a member is told where they are. The list lies in the circle
file, encrypted like everything else.
"""

from __future__ import annotations

import glob
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.errors import Refused
from learningcircles.laptop.home import SET_ASIDE
from learningcircles.storage.alone import HANDED_OUT

BACKUP, BUNDLE, EXPORT, PRINT = "backup", "bundle", "export", "print"
MOST = 500
_KEY = "copies"


class Copy(NamedTuple):
    """One copy: what kind, where it was put, and when (ms since 1970)."""

    kind: str
    where: str
    at: int


def copies(circle: Circle) -> list[Copy]:
    """Return the copies that this laptop knows of, newest first, and files that a restored backup has set aside."""
    return [*_noted(circle), *_set_aside(circle)]


def staying(circle: Circle) -> list[Copy]:
    """Return the copies that stay when the circle leaves this laptop, newest first, but those that are gone already.

    Of one on a disk or stick that is elsewhere nobody can tell.
    """
    return [each for each in _noted(circle) if each.kind == PRINT or _may_be_there(Path(each.where))]


def note_copy(circle: Circle, kind: str, where: str) -> None:
    """Remember a copy; the same place written again is one copy.

    Where the laptop's own disk is full, or cannot be written, that cannot be: the copy is made all the same, and may
    be what saves the data.
    """
    readable = where[:1000].encode("utf-8", "replace").decode()  # a file's name may be no text at all
    fresh = Copy(kind, readable, circle.surroundings.now_ms())
    others = [row for row in _noted(circle) if (row.kind, row.where) != fresh[:2]]
    try:
        with circle.transaction():
            circle.meta.put(_KEY, encode([list(row) for row in [fresh, *others][:MOST]]))
            if kind == BUNDLE:
                circle.meta.put(HANDED_OUT, 1)
    except Refused as error:
        if error.code not in ("disk_full", "read_only"):
            raise


def forget_copy(circle: Circle, kind: str, where: str) -> None:
    """Take a copy back that was noted, and then could not be made."""
    with circle.transaction():
        circle.meta.put(_KEY, encode([list(row) for row in _noted(circle) if (row.kind, row.where) != (kind, where)]))


def copies_destroyed(circle: Circle) -> None:
    """Forget them all: somebody has destroyed them."""
    with circle.transaction():
        circle.meta.put(_KEY, encode([]))


def _noted(circle: Circle) -> list[Copy]:
    packed = circle.meta.data(_KEY)
    return [Copy(*row) for row in decode(packed)] if packed else []


def _may_be_there(path: Path) -> bool:
    return path.exists() or not path.parent.is_dir()


def _set_aside(circle: Circle) -> list[Copy]:
    path = circle.path
    stem = glob.escape(path.stem)
    found = sorted(each for why in SET_ASIDE for each in path.parent.glob(f"{stem} ({why} *){path.suffix}"))
    return [Copy(BACKUP, str(each), each.stat().st_mtime_ns // 1_000_000) for each in found]
