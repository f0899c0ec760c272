"""A steward's housekeeping: check, backup, restore. A backup is one tar file of key, certificate and database."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import NamedTuple

from learningcircles.errors import CircleError, NotFound, Refused, Unreadable
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, verify_segment
from learningcircles.laptop.files import cannot_write, make_folder
from learningcircles.laptop.workroom import PREFIX, Workroom, clear_left
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.folder import ADDRESS, DATABASE, KEY, PAIRS, Folder
from learningcircles_sync.hub.room import Room
from learningcircles_sync.hub.schema import DISK_FULL, named_errors, open_database

_LEFT_FREE = 64 << 20
"""So many bytes are left free at least for what laptops bring while a backup is made."""
_KEPT = (KEY, *dict.fromkeys(name for names in PAIRS for name in names), ADDRESS)


class Checked(NamedTuple):
    """What is wrong with the database, the rosters and the logs, for people, and what SQLite finds damaged, for whoever
    looks into it; both empty when all is well.
    """

    problems: list[str]
    damage: list[str]


def check(folder: Folder) -> Checked:
    """Look through all that a hub keeps, once: it may be much."""
    with named_errors(folder.database), closing(open_database(folder.database)) as connection:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems = [f"{folder.database} is damaged. Restore a backup of this hub."] if found else []
        for (circle,) in connection.execute("SELECT circle FROM circle").fetchall():
            problems += _check_circle(connection, circle)
    return Checked(problems, found)


def _check_circle(connection: sqlite3.Connection, circle: bytes) -> list[str]:
    room = Room(connection, circle)
    try:
        roster = Roster.replay(room.placed(), room.proposals(), circle=circle)
    except CircleError as error:
        return [f"Circle {circle.hex()}: {error}"]
    problems = []
    for (space, device), head in room.heads().items():
        previous = ZERO_HASH
        rows = connection.execute(
            "SELECT header, signature, payload FROM segment WHERE circle=? AND space=? AND device=? ORDER BY seq",
            (circle, space, device),
        )
        for row in rows:
            segment = Segment(*row)
            try:
                verify_segment(segment, roster.devices[device].sign)
                broken = Header.parse(segment.header).prev_hash != previous
            except (CircleError, KeyError):
                broken = True
            previous = header_hash(segment.header)
            if broken:
                problems.append(f"Circle {circle.hex()}: what laptop {device.hex()} has brought is damaged.")
                break
        if previous != head.hash:
            problems.append(f"Circle {circle.hex()}: the end of what laptop {device.hex()} has brought is missing.")
    return problems


def backup(folder: Folder, file: Path) -> None:
    """Copy a running hub (SQLite's backup API, all pages at once: smaller steps never end under writes).

    The database is copied within the hub's own folder, so that a stick needs room for the backup alone; where that
    disk would be nearly full then, and the hub could take nothing, beside `file`. What a backup left that was killed in
    either place, the next one there takes away, or the next start of the hub.
    """
    for place in (folder.path, file.parent):
        clear_left(place)
    with ExitStack() as until_done:
        try:
            beside = _workroom(file.parent, until_done)
            copy = _copied_here(folder, until_done) or _copied(folder, beside / DATABASE)
            _pack(folder, copy, beside / "whole")
            os.replace(beside / "whole", file)  # an older backup of this name stays until the new one is whole
        except OSError as error:
            raise cannot_write(file, error) from error


def _workroom(place: Path, until_done: ExitStack) -> Path:
    try:
        return until_done.enter_context(Workroom(place)).folder
    except Refused:  # a share that knows no locks: what a killed backup leaves there stays
        made = tempfile.TemporaryDirectory(prefix=PREFIX, dir=place, ignore_cleanup_errors=True)
        return Path(until_done.enter_context(made))


def _copied_here(folder: Folder, until_done: ExitStack) -> Path | None:
    """Return a copy of the database in the hub's own folder, None where that has not the room."""
    with suppress(Refused, OSError), ExitStack() as making:
        size = sum(each.stat().st_size for each in folder.path.glob(f"{DATABASE}*"))
        if shutil.disk_usage(folder.path).free < size + max(size, _LEFT_FREE):
            return None
        copy = _copied(folder, making.enter_context(Workroom(folder.path)).folder / DATABASE)
        until_done.push(making.pop_all())
        return copy
    return None


def _copied(folder: Folder, copy: Path) -> Path:
    _copy(folder, copy)
    return copy


def _copy(folder: Folder, copy: Path) -> None:
    try:
        with closing(open_database(folder.database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise Refused("no_copy", "{path} could not be copied: {reason}.", path=folder.database, reason=error) from error
    except Refused as error:
        if error.code != DISK_FULL or error.params.get("path") != folder.database:
            raise
        with folder.running():  # where a hub runs, its own files are there, and it would not have failed
            _copy_closed(folder.database, copy)


def _copy_closed(database: Path, copy: Path) -> None:
    """Copy the files of a database beside which SQLite has no room for its own, and let it open the copy."""
    copy.unlink(missing_ok=True)
    for ending in ("", "-wal"):
        held = database.with_name(database.name + ending)
        if held.exists():
            shutil.copyfile(held, copy.with_name(copy.name + ending))
    with named_errors(copy), closing(open_database(copy)) as opened:
        opened.execute("PRAGMA journal_mode = DELETE")  # what was in the WAL is in the one file then


def _pack(folder: Folder, copy: Path, file: Path) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened, tarfile.open(fileobj=opened, mode="w:gz") as archive:
        archive.add(copy, DATABASE)
        for name in _KEPT:
            if (folder.path / name).is_file():
                archive.add(folder.path / name, name)


def restore(folder: Folder, file: Path) -> None:
    """Bring a backup into a folder without a hub; raises Refused or Unreadable and leaves what is there alone."""
    if (folder.path / KEY).exists():
        raise Refused("hub_here", "There is a hub in {path} already. Restore into an empty folder.", path=folder.path)
    if not file.is_file():
        raise NotFound("no_file", "There is no file {file}.", file=file)
    made = [each for each in (folder.path, *folder.path.parents) if not each.exists()]
    make_folder(folder.path)
    try:
        _bring_back(folder, file)
    except CircleError:
        with suppress(OSError):
            for each in made:  # nobody needs an empty folder
                each.rmdir()
        raise


def _bring_back(folder: Folder, file: Path) -> None:
    with tempfile.TemporaryDirectory(dir=folder.path) as scratch:
        unpacked = Path(scratch)
        _unpack(file, unpacked)
        # The key last: a folder without it is no hub yet, and may be restored into again.
        for name in (DATABASE, *reversed(_KEPT)):
            if (unpacked / name).is_file():
                os.replace(unpacked / name, folder.path / name)


def _unpack(file: Path, into: Path) -> None:
    try:
        with tarfile.open(file, "r:gz") as archive:
            names = set(archive.getnames())
            if not {DATABASE, KEY} <= names <= {DATABASE, *_KEPT}:
                raise Unreadable("not_a_backup", "{file} is not a hub's backup.", file=file)
            archive.extractall(into, filter="data")
        whole = not check(Folder(into)).problems
    except (OSError, EOFError, zlib.error, tarfile.TarError, sqlite3.Error, CircleError) as error:
        raise Unreadable("not_a_backup", "{file} is not a hub's backup, or is damaged.", file=file) from error
    if not whole:
        raise Unreadable("not_a_backup", "{file} is not a hub's backup, or is damaged.", file=file)
