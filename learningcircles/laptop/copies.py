"""Where copies of a circle were put from this laptop: backups, sticks, exports, prints.

Nobody but people can destroy them, so whoever erases a member is told where those are that may hold them. The list lies
in the circle file, encrypted like everything else.

With each copy its mark is noted: what the journal held then, by this laptop's last tick and how far each log was held.
Days would not do, since clocks are off: a laptop's own ticks rise whatever its clock says, and logs only grow. Of a
paper or a short list it is noted as well which records stand on it: nobody looks for a poster that names nobody.
"""

from __future__ import annotations

import glob
from collections.abc import Callable, Collection, Iterable
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
MOST_RECORDS = 300
"""Of a copy with more records than these it is not noted which they are."""
_KEY = "copies"


_Mark = tuple[int, dict[tuple[int, bytes], int]]
"""(own tick, {(space, first letters of a device): last seq})"""
_LETTERS, _ID_LETTERS = 4, 8


class Copy(NamedTuple):
    """One copy: what kind, where it was put, and when (ms since 1970)."""

    kind: str
    where: str
    at: int


class _Noted(NamedTuple):
    """A copy with its mark, and the first letters of the ids of the records that stand on it; None: it may be any."""

    copy: Copy
    mark: _Mark | None = None
    about: frozenset[bytes] | None = None


def copies(circle: Circle) -> list[Copy]:
    """Return the copies that this laptop knows of, newest first, and files that a restored backup has set aside."""
    return [*(each.copy for each in _noted(circle)), *_set_aside(circle)]


def may_hold(circle: Circle, said: Collection[Held], records: Iterable[bytes]) -> list[Copy]:
    """Return the copies that may hold any of what is `said` in these segments, of these `records`: those not made
    before all of it, and on which one of them stands, where that is known.

    Of what is said again in another's place nobody can tell by its own when it was first said.
    """
    if not said:
        return copies(circle)
    wanted, late = frozenset(map(_begun, records)), _late(circle, said)
    found = (each for each in _noted(circle) if each.about is None or not each.about.isdisjoint(wanted))
    return [*(each.copy for each in found if late(each.mark)), *_set_aside(circle)]


def _late(circle: Circle, said: Collection[Held]) -> Callable[[_Mark | None], bool]:
    """Return what tells whether a copy of this mark was not made before all of what is said."""
    if any(held.instead_of for held in said):
        return lambda mark: True
    me = circle.secrets.device.id
    own = min((each.tick for held in said if held.name[1] == me for each in held.changesets), default=MAX_STAMP)
    others = [held.name for held in said if held.name[1] != me]

    def late(mark: _Mark | None) -> bool:
        if mark is None:
            return True
        tick, logs = mark
        return tick >= own or any(logs.get((space, id_[:_LETTERS]), 0) >= seq for space, id_, seq in others)

    return late


def staying(circle: Circle) -> list[Copy]:
    """Return the copies that stay when the circle leaves this laptop, newest first, but those that are gone already.

    Of one on a disk or stick that is elsewhere nobody can tell.
    """
    noted = (each.copy for each in _noted(circle))
    return [each for each in noted if each.kind == PRINT or _may_be_there(Path(each.where))]


def note_copy(
    circle: Circle, kind: str, where: str, *, grows: bool = False, about: Collection[bytes] | None = None
) -> None:
    """Remember a copy; the same place written again is one copy. `grows`: it may come to hold what is not here yet.
    `about`: the ids of the records that stand on it, where that is known.

    Where the laptop's own disk is full, or cannot be written, that cannot be: the copy is made all the same, and may
    be what saves the data.
    """
    readable = where[:1000].encode("utf-8", "replace").decode()  # a file's name may be no text at all
    fresh = Copy(kind, readable, circle.surroundings.now_ms())
    mark = None if grows or (kind == BACKUP and circle.reader.drafts()) else _mark(circle)
    rows = _noted(circle)
    same = [row for row in rows if row.copy[:2] == fresh[:2]]
    noted = _Noted(fresh, mark, _together(about, same if kind == PRINT else ()))
    try:
        with circle.transaction():
            _keep(circle, [noted, *(row for row in rows if row not in same)][:MOST])
            if kind == BUNDLE:
                circle.meta.put(HANDED_OUT, 1)
    except Refused as error:
        if error.code not in ("disk_full", "read_only"):
            raise


def forget_copy(circle: Circle, kind: str, where: str) -> None:
    """Take a copy back that was noted, and then could not be made."""
    with circle.transaction():
        _keep(circle, [row for row in _noted(circle) if row.copy[:2] != (kind, where)])


def copies_destroyed(circle: Circle) -> None:
    """Forget them all: somebody has destroyed them."""
    with circle.transaction():
        circle.meta.put(_KEY, encode([]))


def _begun(id_: bytes) -> bytes:
    return id_[:_ID_LETTERS]


def _together(about: Collection[bytes] | None, before: Iterable[_Noted]) -> frozenset[bytes] | None:
    """Return what stands on a paper and on those of the same name: sheets of one title are printed again and again."""
    sheets = [None if about is None else frozenset(map(_begun, about)), *(each.about for each in before)]
    known = frozenset[bytes]().union(*(each for each in sheets if each is not None))
    return None if None in sheets or len(known) > MOST_RECORDS else known


def _noted(circle: Circle) -> list[_Noted]:
    packed = circle.meta.data(_KEY)
    rows = decode(packed) if packed else []
    return [_Noted(Copy(*row[:3]), _read(row[3]), None if row[4] is None else frozenset(row[4]))
            for row in ([*each, None, None][:5] for each in rows)]  # fmt: skip


def _keep(circle: Circle, rows: Iterable[_Noted]) -> None:
    circle.meta.put(_KEY, encode([[*copy, mark and [mark[0], [[*at, seq] for at, seq in mark[1].items()]],
                                   None if about is None else sorted(about)]
                                  for copy, mark, about in rows]))  # fmt: skip


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
