"""A sealed backup every day, by itself: the newest of seven days stay, and one of each of four weeks before.

They lie in the home's `backups` folder, or in the one that this laptop's settings name (a second disk, a folder that
is carried elsewhere). They open on this laptop, and with the recovery sheet on any other.
"""

from __future__ import annotations

import datetime
import glob
import re
from collections.abc import Iterable
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.laptop import erasing
from learningcircles.laptop.backup import backup, read_head
from learningcircles.laptop.erasing import Erased
from learningcircles.laptop.files import make_folder, remove
from learningcircles.laptop.home import Home
from learningcircles.storage.erase import ERASED
from learningcircles.storage.meta import Meta
from learningcircles.storage.schema import BEFORE

DAYS, WEEKS = 7, 4
SETTING = "backup_folder"
ENDING = ".backup"
_DATED = re.compile(r" (\d{4}-\d{2}-\d{2})" + re.escape(ENDING) + r"\Z")


def folder_of(home: Home) -> Path:
    """Return where the daily backups lie."""
    chosen = home.settings.get(SETTING)
    return Path(str(chosen)) if chosen else home.folder / "backups"


def back_up(home: Home, circle: Circle, today: datetime.date) -> Path | None:
    """Write today's backup, unless there is one, and remove those that are too many; returns the new file.

    Raises Refused where the folder cannot be written.
    """
    forget_erased(home, circle)
    folder = folder_of(home)
    make_folder(folder)
    file = folder / f"{circle.path.stem} {today.isoformat()}{ENDING}"
    if file.exists():
        return None
    backup(home, circle, file, noted=False)
    held = backups_of(home, circle.id)
    for day in set(held) - kept(held, today):
        remove(held[day])
    return file


def backups_of(home: Home, circle_id: bytes) -> dict[datetime.date, Path]:
    """Return a circle's daily backups by day; what is no backup of ours, or cannot be read, is left alone."""
    found: dict[datetime.date, Path] = {}
    folder = folder_of(home)
    for path in sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else ():
        dated = _DATED.search(path.name)
        if dated is not None and _is_of(path, circle_id):
            found[datetime.date.fromisoformat(dated.group(1))] = path
    return found


def kept(days: Iterable[datetime.date], today: datetime.date) -> set[datetime.date]:
    """Return the days whose backups stay: the newest seven, and the newest of each of the four weeks before."""
    newest = sorted((day for day in days if day <= today), reverse=True)
    stay = set(newest[:DAYS])
    covered = {day.isocalendar()[:2] for day in stay}
    weeks: dict[tuple[int, int], datetime.date] = {}
    for day in newest[DAYS:]:
        if day.isocalendar()[:2] not in covered:
            weeks.setdefault(day.isocalendar()[:2], day)
    stay |= set(list(weeks.values())[:WEEKS])
    # A clock that was wrong once must not make the backups of tomorrow vanish.
    return stay | {day for day in days if day > today}


def erase(home: Home, verbs: Verbs, member: bytes) -> Erased:
    """Erase a member (see `erasing.erase`), and from what was kept by itself here."""
    done = erasing.erase(verbs, member)
    forget_erased(home, verbs.circle)
    return done


def forget_erased(home: Home, circle: Circle) -> None:
    """Remove what was kept by itself from before somebody was erased; new backups follow. Does nothing otherwise."""
    if Meta(circle.connection).number(ERASED):
        try:
            remove(circle.path.with_name(circle.path.name + BEFORE))
            forget(home, circle.id, circle.path.stem)
        except OSError:  # a disk that cannot be written to just now, a file that is open: the next share tries again
            return
        if not _is_there(home):
            return
        with circle.transaction():
            Meta(circle.connection).put(ERASED, 0)


def _is_there(home: Home) -> bool:
    """Return whether the folder of the backups can be looked into: a disk that was chosen may be elsewhere just now."""
    return folder_of(home).is_dir() or not home.settings.get(SETTING)


def forget(home: Home, circle_id: bytes, name: str) -> None:
    """Remove a circle's daily backups, and what is left of one that was cut off: it leaves this laptop.

    `name` is its file's, without the ending.
    """
    folder = folder_of(home)
    cut_off = folder.glob(f"{glob.escape(name)} ????-??-??{ENDING}.*") if folder.is_dir() else ()
    for path in (*backups_of(home, circle_id).values(), *cut_off):
        remove(path)


def _is_of(path: Path, circle_id: bytes) -> bool:
    try:
        return read_head(path).circle_id == circle_id
    except CircleError:
        return False
