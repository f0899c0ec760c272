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

from learningcircles.circle.asked_erasures import AskedErasure
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError
from learningcircles.laptop import erasing
from learningcircles.laptop.backup import backup, read_head
from learningcircles.laptop.copies import BACKUP, copies, forget_copy, note_copy
from learningcircles.laptop.erasing import Erased
from learningcircles.laptop.files import make_folder, remove
from learningcircles.laptop.gathered import nobody
from learningcircles.laptop.home import Home
from learningcircles.storage.copy import Told
from learningcircles.storage.erase import ERASED
from learningcircles.storage.schema import BEFORE

DAYS, WEEKS = 7, 4
SETTING = "backup_folder"
FOLDERS = "backup_folders"
"""The setting that names all folders, but the home's own, into which daily backups have gone."""
ENDING = ".backup"
_AWAY = "backups_away"
"""Under what a circle file says which folders could not be cleared when somebody was erased: that is tried again."""
_DATED = re.compile(r" (\d{4}-\d{2}-\d{2})" + re.escape(ENDING) + r"\Z")


def folder_of(home: Home) -> Path:
    """Return where the daily backups lie."""
    chosen = home.settings.get(SETTING)
    return Path(str(chosen)) if chosen else _own_folder(home)


def remember_folder(home: Home) -> None:
    """Keep in mind where the daily backups lie: also once they go elsewhere, those here go with who is erased."""
    folder, known = str(folder_of(home)), home.settings.get(FOLDERS, [])
    if folder not in known and folder_of(home) != _own_folder(home):
        home.set_setting(FOLDERS, [*known, folder])


def _own_folder(home: Home) -> Path:
    return home.folder / "backups"


def _every_folder(home: Home) -> list[Path]:
    """Return where daily backups may lie: in the home, in the folder that is chosen, and in those chosen before."""
    chosen = [Path(str(each)) for each in home.settings.get(FOLDERS, [])]
    return list(dict.fromkeys([_own_folder(home), folder_of(home), *chosen]))


def back_up(home: Home, circle: Circle, today: datetime.date) -> Path | None:
    """Write today's backup, unless there is one, and remove those that are too many; returns the new file.

    Raises Refused where the folder cannot be written.
    """
    forget_erased(home, circle)
    folder = folder_of(home)
    make_folder(folder)
    remember_folder(home)
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
    return _backups_in(folder_of(home), circle_id)


def _backups_in(folder: Path, circle_id: bytes) -> dict[datetime.date, Path]:
    found: dict[datetime.date, Path] = {}
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


def erase(home: Home, verbs: Verbs, member: bytes, told: Told = nobody) -> Erased:
    """Erase a member (see `erasing.erase`), and from what was kept by itself here."""
    before = copies(verbs.circle)
    done = erasing.erase(verbs, member, told)
    forget_erased(home, verbs.circle)
    free = set(before).difference(done.copies)
    return done._replace(copies=[each for each in copies(verbs.circle) if each not in free])


def erase_asked(home: Home, verbs: Verbs, asked: Iterable[AskedErasure]) -> list[Erased]:
    """Erase anew whom a laptop had erased that was shut out, as `erase` does: those alone who were looked at."""
    return [erase(home, verbs, row.member) for row in asked]


def forget_erased(home: Home, circle: Circle) -> None:
    """Remove what was kept by itself from before somebody was erased; new backups follow. Does nothing otherwise.

    A folder on a disk that is elsewhere just now, or cannot be written to, is named among the copies until that is
    done: the next share tries again.
    """
    erased, away = circle.meta.number(ERASED), _away(circle)
    if erased:
        try:
            for ending in (BEFORE, f"{BEFORE}.part", f"{BEFORE}.part-journal"):  # one that was killed half-way, too
                remove(circle.path.with_name(circle.path.name + ending))
        except OSError:  # a file that is open
            return
    due = list(dict.fromkeys([*_every_folder(home), *away])) if erased else away
    left = [folder for folder in due if not _is_rid(home, folder, circle)]
    if not erased and left == away:
        return
    for folder in due:
        if folder in left and folder not in away:
            note_copy(circle, BACKUP, str(folder), grows=True)
        elif folder in away and folder not in left:
            forget_copy(circle, BACKUP, str(folder))
    with circle.transaction():
        circle.meta.put(_AWAY, encode([str(folder) for folder in left]))
        circle.meta.put(ERASED, 0)


def _is_rid(home: Home, folder: Path, circle: Circle) -> bool:
    """Remove a circle's backups from a folder; return whether there are none any more, as far as can be seen."""
    if not folder.is_dir():
        return folder == _own_folder(home)
    try:
        _forget_in(folder, circle.id, circle.path.stem)
    except OSError:
        return False
    return True


def _away(circle: Circle) -> list[Path]:
    packed = circle.meta.data(_AWAY)
    return [Path(each) for each in decode(packed)] if packed else []


def forget(home: Home, circle_id: bytes, name: str) -> None:
    """Remove a circle's daily backups, and what is left of one that was cut off: it leaves this laptop.

    `name` is its file's, without the ending.
    """
    for folder in _every_folder(home):
        _forget_in(folder, circle_id, name)


def _forget_in(folder: Path, circle_id: bytes, name: str) -> None:
    cut_off = folder.glob(f"{glob.escape(name)} ????-??-??{ENDING}.*") if folder.is_dir() else ()
    for path in (*_backups_in(folder, circle_id).values(), *cut_off):
        remove(path)


def _is_of(path: Path, circle_id: bytes) -> bool:
    try:
        return read_head(path).circle_id == circle_id
    except CircleError:
        return False
