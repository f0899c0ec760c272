"""A steward's housekeeping: check, backup, restore. A backup is one tar file of key, certificate and database."""

from __future__ import annotations

import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

from learningcircles.errors import CircleError, Refused, Unreadable
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, header_hash, verify_segment
from learningcircles.trust.roster import Roster
from learningcircles_sync.hub.folder import DATABASE, Folder
from learningcircles_sync.hub.room import Room
from learningcircles_sync.hub.schema import open_database

_KEPT = ("hub.key", "hub.crt", "hub-tls.key", "address.json")


def check(folder: Folder) -> list[str]:
    """Return what is wrong with the database, the rosters and the logs; empty when all is well."""
    with closing(open_database(folder.database)) as connection:
        problems = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        for (circle,) in connection.execute("SELECT circle FROM circle").fetchall():
            problems += _check_circle(connection, circle)
    return problems


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
                problems.append(f"Circle {circle.hex()}: a log of laptop {device.hex()} is damaged.")
                break
        if previous != head.hash:
            problems.append(f"Circle {circle.hex()}: the end of a log of laptop {device.hex()} is missing.")
    return problems


def backup(folder: Folder, file: Path) -> None:
    """Copy a running hub (SQLite's backup API, all pages at once: smaller steps never end under writes)."""
    with tempfile.TemporaryDirectory(dir=folder.path) as scratch:
        copy = Path(scratch) / DATABASE
        with closing(open_database(folder.database)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
        try:
            with tarfile.open(file, "w:gz") as archive:
                archive.add(copy, DATABASE)
                for name in _KEPT:
                    if (folder.path / name).is_file():
                        archive.add(folder.path / name, name)
        except OSError as error:
            raise Refused("cannot_write", "{file} cannot be written.", file=file) from error


def restore(folder: Folder, file: Path) -> None:
    """Bring a backup into a folder without a hub; raises Refused or Unreadable and leaves what is there alone."""
    if (folder.path / "hub.key").exists():
        raise Refused("hub_here", "There is a hub in {path} already. Restore into an empty folder.", path=folder.path)
    try:
        with tarfile.open(file, "r:gz") as archive:
            names = set(archive.getnames())
            if DATABASE not in names or not names <= {DATABASE, *_KEPT}:
                raise Unreadable("not_a_backup", "{file} is not a hub's backup.", file=file)
            folder.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            archive.extractall(folder.path, filter="data")
    except (OSError, tarfile.TarError) as error:
        raise Unreadable("not_a_backup", "{file} is not a hub's backup.", file=file) from error
