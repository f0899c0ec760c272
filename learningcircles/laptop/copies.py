"""Where copies of a circle were put from this laptop: backups, sticks, exports, prints.

Nobody but people can destroy them, so whoever erases a member is told where those are that may hold them. The list lies
in the circle file, encrypted like everything else.

With each copy its mark is noted: what the journal held then, by this laptop's last tick and how far each log was held.
Days would not do, since clocks are off: a laptop's own ticks rise whatever its clock says, and logs only grow.
"""

from __future__ import annotations

import glob
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.clock import MAX_STAMP
from learningcircles.codec import decode, encode
from learningcircles.errors import Refused
from learningcircles.laptop.home import SET_ASIDE
from learningcircles.storage.alone import HANDED_OUT
from learningcircles.storage.logs import Logs

if TYPE_CHECKING:
    from learningcircles.storage.held import Held

BACKUP, BUNDLE, EXPORT, PRINT = "backup", "bundle", "export", "print"
MOST = 500
_KEY = "copies"


_Mark = tuple[int, dict[tuple[int, bytes], int]]
"""(own tick, {(space, first letters of a device): last seq})"""
_LETTERS = 4


class Copy(NamedTuple):
    """One copy: what kind, where it was put, and when (ms since 1970)."""

    kind: str
    where: str
    at: int


def copies(circle: Circle) -> list[Copy]:
    """Return the copies that this laptop knows of, newest first, and files that a restored backup has set aside."""
    return [*_noted(circle), *_set_aside(circle)]


def may_hold(circle: Circle, said: Collection[Held]) -> list[Copy]:
    """Return the copies that may hold any of what is `said` in these segments: those not made before all of it.

    Of what is said again in another's place nobody can tell by its own when it was first said.
    """
    if not said or any(held.instead_of for held in said):
        return copies(circle)
    me = circle.secrets.device.id
    own = min((each.tick for held in said if held.name[1] == me for each in held.changesets), default=MAX_STAMP)
    others = [held.name for held in said if held.name[1] != me]

    def before(mark: _Mark | None) -> bool:
        if mark is None:
            return False
        tick, logs = mark
        return tick < own and all(logs.get((space, id_[:_LETTERS]), 0) < seq for space, id_, seq in others)

    return [*(copy for copy, mark in _marked(circle) if not before(mark)), *_set_aside(circle)]


def staying(circle: Circle) -> list[Copy]:
    """Return the copies that stay when the circle leaves this laptop, newest first, but those that are gone already.

    Of one on a disk or stick that is elsewhere nobody can tell.
    """
    return [each for each in _noted(circle) if each.kind == PRINT or _may_be_there(Path(each.where))]


def note_copy(circle: Circle, kind: str, where: str, *, grows: bool = False) -> None:
    """Remember a copy; the same place written again is one copy. `grows`: it may come to hold what is not here yet.

    Where the laptop's own disk is full, or cannot be written, that cannot be: the copy is made all the same, and may
    be what saves the data.
    """
    readable = where[:1000].encode("utf-8", "replace").decode()  # a file's name may be no text at all
    fresh = Copy(kind, readable, circle.surroundings.now_ms())
    mark = None if grows or (kind == BACKUP and circle.reader.drafts()) else _mark(circle)
    others = [row for row in _marked(circle) if row[0][:2] != fresh[:2]]
    try:
        with circle.transaction():
            _keep(circle, [(fresh, mark), *others][:MOST])
            if kind == BUNDLE:
                circle.meta.put(HANDED_OUT, 1)
    except Refused as error:
        if error.code not in ("disk_full", "read_only"):
            raise


def forget_copy(circle: Circle, kind: str, where: str) -> None:
    """Take a copy back that was noted, and then could not be made."""
    with circle.transaction():
        _keep(circle, [row for row in _marked(circle) if row[0][:2] != (kind, where)])


def copies_destroyed(circle: Circle) -> None:
    """Forget them all: somebody has destroyed them."""
    with circle.transaction():
        circle.meta.put(_KEY, encode([]))


def _noted(circle: Circle) -> list[Copy]:
    return [copy for copy, _ in _marked(circle)]


def _marked(circle: Circle) -> list[tuple[Copy, _Mark | None]]:
    packed = circle.meta.data(_KEY)
    return [(Copy(*row[:3]), _read(row[3] if len(row) > 3 else None)) for row in decode(packed)] if packed else []


def _keep(circle: Circle, rows: Iterable[tuple[Copy, _Mark | None]]) -> None:
    circle.meta.put(_KEY, encode([[*copy, mark and [mark[0], [[*at, seq] for at, seq in mark[1].items()]]]
                                  for copy, mark in rows]))  # fmt: skip


def _read(packed: Any) -> _Mark | None:
    return (packed[0], {(space, id_): seq for space, id_, seq in packed[1]}) if packed else None


def _mark(circle: Circle) -> _Mark:
    logs: dict[tuple[int, bytes], int] = {}
    for (space, device), seq in Logs(circle.connection, circle.journal.numbers).have().items():
        at = (space, device[:_LETTERS])
        logs[at] = max(seq, logs.get(at, 0))
    return circle.meta.number("own_tick"), logs


def _may_be_there(path: Path) -> bool:
    return path.exists() or not path.parent.is_dir()


def _set_aside(circle: Circle) -> list[Copy]:
    path = circle.path
    stem = glob.escape(path.stem)
    found = sorted(each for why in SET_ASIDE for each in path.parent.glob(f"{stem} ({why} *){path.suffix}"))
    return [Copy(BACKUP, str(each), each.stat().st_mtime_ns // 1_000_000) for each in found]
