"""The hub's tables. Every key begins with the circle's id; nothing is numbered across circles."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from learningcircles.errors import Refused, Unreadable

DatabaseError = sqlite3.Error
STORAGE = "hub_storage"
"""The code of what is said where the database refuses."""
DISK_FULL = "disk_full"
"""The code of what the steward is told where that is for want of room."""

_FIRST = """
CREATE TABLE circle (circle BLOB PRIMARY KEY, admitted INTEGER, version INTEGER, counter INTEGER, shelf INTEGER)
    WITHOUT ROWID;
CREATE TABLE roster_entry (circle BLOB, position INTEGER, wire BLOB, PRIMARY KEY (circle, position)) WITHOUT ROWID;
CREATE TABLE proposal (circle BLOB, hash BLOB, wire BLOB, PRIMARY KEY (circle, hash)) WITHOUT ROWID;
CREATE TABLE head (circle BLOB, space INTEGER, device BLOB, seq INTEGER, hash BLOB,
    PRIMARY KEY (circle, space, device)) WITHOUT ROWID;
CREATE TABLE segment (circle BLOB, space INTEGER, device BLOB, seq INTEGER, position INTEGER, hash BLOB, header BLOB,
    signature BLOB, payload BLOB, UNIQUE (circle, space, device, seq));
CREATE INDEX segment_position ON segment (circle, position);
CREATE TABLE outbox (circle BLOB, position INTEGER, PRIMARY KEY (circle, position)) WITHOUT ROWID;
CREATE TABLE item (circle BLOB, id BLOB, stamp INTEGER, device BLOB, kind TEXT, reach INTEGER, expires TEXT, body BLOB,
    PRIMARY KEY (circle, id)) WITHOUT ROWID;
CREATE TABLE message (circle BLOB, id BLOB, position INTEGER, sealed BLOB, PRIMARY KEY (circle, id)) WITHOUT ROWID;
CREATE TABLE code (hash BLOB PRIMARY KEY, circle BLOB, expires INTEGER) WITHOUT ROWID;
"""

_SIGNUPS = """
CREATE TABLE signup (circle BLOB, id BLOB, at INTEGER, PRIMARY KEY (circle, id)) WITHOUT ROWID;
"""
"""That a message came and when, so that its private link can tell what became of it after the hub let go of it."""

_JUDGED = """
ALTER TABLE segment ADD COLUMN counted INTEGER;
ALTER TABLE message ADD COLUMN about BLOB;
CREATE TABLE stale (circle BLOB PRIMARY KEY, whole INTEGER) WITHOUT ROWID;
INSERT INTO stale SELECT circle, 1 FROM circle;
"""
"""Whether a catalogue segment counted when it was merged, and the circles of which that is to be judged again.

`whole`: their items are made anew, whatever is found. A message keeps which listing it is about until it is fetched.
"""

_BLANK = """
CREATE TABLE blank (circle BLOB, device BLOB, seq INTEGER, stamp INTEGER, PRIMARY KEY (circle, device, seq))
    WITHOUT ROWID;
"""
"""Catalogue segments that came without payload, and when they were written: whoever has it is asked for it."""

_ASIDE = """
CREATE TABLE aside (circle BLOB, device BLOB, space INTEGER, seq INTEGER, hash BLOB, header BLOB, signature BLOB,
    payload BLOB, PRIMARY KEY (circle, device, space, seq, hash)) WITHOUT ROWID;
"""
"""What lost of two branches of a log, for the laptop that wrote it; until an erasure, else for good."""

_MOVED = """
INSERT OR IGNORE INTO stale SELECT circle, 0 FROM circle;
"""
"""Circles whose list another hub keeps by now: what a former version still shows of them is judged once more."""

MIGRATIONS = (_FIRST, _SIGNUPS, _JUDGED, _BLANK, _ASIDE, _MOVED)


def open_database(path: Path) -> sqlite3.Connection:
    """Open a connection to the hub's database; WAL, and every commit on the disk before it is reported.

    Raises Unreadable where the file is damaged, Refused where it cannot be opened or written.
    """
    with named_errors(path):
        connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=30)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA secure_delete = ON")  # what a redaction erases is not left in free pages
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says within the block into a sentence that names the database."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_full(error):
            raise Refused(DISK_FULL, "{path}: the disk is full or cannot be written. Make room on that disk.",
                          path=path) from error  # fmt: skip
        raise Refused("hub_database", "{path} cannot be used: {reason}.", path=path, reason=error) from error
    except sqlite3.DatabaseError as error:
        raise Unreadable("damaged_hub", "{path} is damaged ({reason}). Restore a backup of this hub.", path=path,
                         reason=error) from error  # fmt: skip


def is_full(error: sqlite3.Error) -> bool:
    """Return whether SQLite may say this for want of room: where it can take none for what lies beside the file, too.

    An input or output error is all that it says then.
    """
    return "disk is full" in str(error) or "disk I/O" in str(error)


def storage_trouble(error: sqlite3.Error) -> Refused:
    """Return what laptops are told when the database refuses; the steward reads the reason on stderr."""
    logging.getLogger("learningcircles.hub").error("The hub's database refuses: %s", error)
    return Refused(STORAGE, "The hub cannot keep anything at the moment: its disk may be full. Tell its steward.")


def migrate(path: Path) -> None:
    """Bring the database up to date; each step is atomic with its record, and the file is copied before.

    Raises Unreadable when it was written by a newer version, or when a step is not the one it was.
    """
    with named_errors(path), closing(open_database(path)) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS migration (n INTEGER PRIMARY KEY, checksum BLOB)")
        done = dict(connection.execute("SELECT n, checksum FROM migration ORDER BY n"))
        if len(done) > len(MIGRATIONS):
            raise Unreadable("newer_hub", "{path} was written by a newer version. Update this program.", path=path)
        for number, script in enumerate(MIGRATIONS, 1):
            checksum = hashlib.sha256(script.encode()).digest()
            if number not in done:
                if done:
                    _keep_copy(connection, path.with_suffix(f".before-{number}"))
                _step(connection, number, script, checksum)
            elif done[number] != checksum:
                raise Unreadable("foreign_hub", "{path} was not made by this program.", path=path)


def _keep_copy(connection: sqlite3.Connection, path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)


def _step(connection: sqlite3.Connection, number: int, script: str, checksum: bytes) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in filter(str.strip, script.split(";")):
        connection.execute(statement)
    connection.execute("INSERT INTO migration VALUES (?, ?)", (number, checksum))
    connection.execute("COMMIT")
