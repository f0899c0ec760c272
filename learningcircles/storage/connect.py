"""Opening a circle file: one encrypted SQLite database (SQLCipher) with a raw 32-byte key."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Any

import sqlcipher3

from learningcircles.errors import CircleError, Locked, Refused, Unreadable
from learningcircles.ids import account
from learningcircles.storage.collate import SORT_KEY, sort_key
from learningcircles.storage.rows import says_more

# sqlite-utils looks for a module of this name first; with the plain one it would not know our connection's errors.
sys.modules.setdefault("pysqlite3", sqlcipher3)

APPLICATION_ID = 0x4C43_6972  # "LCir"
FILE_VERSION = 1
BUSY_MS = 10_000
FIRST = ".first"
"""How the name of a copy ends whose first page was made anew."""
DAMAGED, READ_ONLY, DISK_FULL = "damaged_file", "read_only", "disk_full"
UNOPENED = (DAMAGED, "wrong_key", "not_a_circle")
"""What opening says of a file of this laptop whose pages, or whose first page, cannot be read."""
SHARED_MEMORY = "-shm"
"""How the file is called that all programs which have a circle open keep in memory together."""
SHARED_BYTES = 32 * 1024
"""How large that is at first, and by how much it grows: so much tells where 16 MB of the WAL lie."""
_WAL_BYTES = 16 << 20
_SHARED_STEP = 4096
"""SQLite writes into each step of so many bytes once, so that the disk gives it room."""
_HANDLES: dict[tuple[int, int], int] = {}
"""The handles of such files of this program, by the file's device and number."""
_DOUBLE: list[int] = []
"""Further handles of files that are among those: they stay open as well."""
_HANDLES_LOCK = Lock()
_BLOCK = 512
"""What the system counts a file's room on the disk in."""
_SMALL = 16_000_000

_PLAIN = b"SQLite format 3"
_SALT_BYTES = 16
_LEAST = 4096
"""Bytes of a page, the least that a circle file has."""

# Whatever is neither a number nor text is adapted before it is bound, and where nobody has said how, sqlcipher3 looks
# for a way each time, by two attributes that fail: it takes four times as long as storing the value.
sqlcipher3.register_adapter(bytes, memoryview)
sqlcipher3.register_adapter(type(None), {}.get)  # of the callables that give None for None, one without Python in it

Connection = Any  # sqlcipher3 ships no types
DatabaseError = sqlcipher3.DatabaseError
OperationalError = sqlcipher3.OperationalError


def connect(path: Path, key: bytes, *, create: bool = False, readonly: bool = False) -> Connection:
    """Open a circle file.

    Raises Unreadable when the file is missing, not a circle, or from a newer version, and Locked when the
    key does not open it. WAL with `synchronous=FULL`: a shared segment that a power cut un-writes would
    fork the log.
    """
    if not create and not path.is_file():
        raise Unreadable("no_file", "There is no circle file at {path}.", path=path)
    mode = "ro" if readonly else ("rwc" if create else "rw")
    with plain_errors(path):
        connection = sqlcipher3.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path, key, create, readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: Connection, path: Path, key: bytes, create: bool, readonly: bool) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would write to stderr, beside our own sentence
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    except DatabaseError as error:
        raise _foreign(path, error) from error
    except UnicodeDecodeError as error:  # of what SQLite says, which names what it has read
        raise damaged(path) from error
    if not create and (application != APPLICATION_ID or not tables):
        raise Unreadable("not_a_circle", "{path} is not a circle file.", path=path)
    if version > FILE_VERSION:
        raise Unreadable(
            "newer_file",
            "{path} was written by a newer version of Learning Circles. Update this program to open it.",
            path=path,
        )
    if not readonly:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        _give_room(path)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.create_function(SORT_KEY, 1, sort_key, deterministic=True)
    connection.create_function("account_of", 1, account, deterministic=True)
    connection.create_function("says_more", 1, says_more, deterministic=True)


def has_room(path: Path) -> bool:
    """Return whether what programs that have this circle open share in memory is there, with all its room on the disk.

    Where the disk's blocks are smaller than SQLite's steps, those between may get no room later, and the system ends a
    program that writes into memory which the disk has no room for.
    """
    try:
        found = path.with_name(path.name + SHARED_MEMORY).stat()
    except FileNotFoundError:
        return False
    held = getattr(found, "st_blocks", found.st_size) * _BLOCK
    return found.st_size >= SHARED_BYTES and held >= found.st_size


def _give_room(path: Path) -> None:
    """Give what is shared in memory all its room on a disk of small blocks, and some more where there is enough.

    The file stays open for as long as it is there: to close it would let go of the locks that SQLite holds on it
    (https://www.sqlite.org/howtocorrupt.html, 2.2). Mostly nothing is opened: few disks have such blocks.
    """
    if sys.platform == "win32" or not hasattr(os, "posix_fallocate"):
        return
    beside = path.with_name(path.name + SHARED_MEMORY)
    if not beside.exists() or os.statvfs(path).f_frsize >= _SHARED_STEP or has_room(path):
        return
    try:
        opened = _held_open(beside)
        os.posix_fallocate(opened, 0, SHARED_BYTES)
    except OSError as error:
        raise full_disk(path) from error
    with suppress(OSError):
        os.posix_fallocate(opened, 0, SHARED_BYTES * (2 + path.stat().st_size // _WAL_BYTES))


def _held_open(beside: Path) -> int:
    """Return a handle of a file, one and the same for as long as the file is there; what has gone is closed."""
    with _HANDLES_LOCK:
        for name, handle in list(_HANDLES.items()):
            if not os.fstat(handle).st_nlink:  # nobody has it open any more: SQLite removes it with the last one
                os.close(_HANDLES.pop(name))
        found = beside.stat()
        name = found.st_dev, found.st_ino
        if name not in _HANDLES:
            handle = os.open(beside, os.O_RDWR)
            opened = os.fstat(handle)  # another file may have taken its place meanwhile
            name = opened.st_dev, opened.st_ino
            if name in _HANDLES:
                _DOUBLE.append(handle)  # to close it would let go of the locks
            _HANDLES.setdefault(name, handle)
        return _HANDLES[name]


def may_be_circle(path: Path) -> bool:
    """Return whether a file may be an encrypted circle: whole pages, and none of it readable at its beginning."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            beginning = file.read(_LEAST)
        return len(beginning) == _LEAST and path.stat().st_size % _LEAST == 0 and not beginning.startswith(_PLAIN)
    except OSError:
        return False


def is_copy(path: Path, of: Path) -> bool:
    """Return whether a circle file may be a copy of another, earlier or later: SQLCipher's salt, its first 16 bytes,
    stays as long as the file does, and no other file has it.
    """
    try:
        salts = []
        for each in (path, of):
            with each.open("rb") as file:
                salts.append(file.read(_SALT_BYTES))
    except OSError:
        return False
    return len(salts[0]) == _SALT_BYTES and salts[0] == salts[1]


def _foreign(path: Path, error: Exception) -> CircleError:
    with suppress(OSError), path.open("rb") as file:
        if file.read(len(_PLAIN)) == _PLAIN:
            return Unreadable("not_a_circle", "{path} is not a circle file.", path=path)
    if "not a database" in str(error):
        return Locked("wrong_key", "{path} is not a circle file, or this laptop's key does not open it.", path=path)
    return plain_error(error, path)


def keep_pages(connection: Connection, path: Path) -> None:
    """Let a reader keep a quarter of a large file in memory, at most 32 MB: a page that it reads again is decrypted
    again otherwise. Of a small one 1 MB is enough.
    """
    size = path.stat().st_size
    kilobytes = 1_000 if size < _SMALL else min(size // 4_096, 32_000)
    connection.execute(f"PRAGMA cache_size = -{kilobytes}")


@contextmanager
def unhurried(connection: Connection) -> Iterator[None]:
    """Let the block's commit outlive this program at once, but a power cut only when a later commit is on the disk."""
    connection.execute("PRAGMA synchronous = NORMAL")
    try:
        yield
    finally:
        connection.execute("PRAGMA synchronous = FULL")


def begin(connection: Connection) -> None:
    """Begin a transaction that writes: whoever else writes waits."""
    connection.execute("BEGIN IMMEDIATE")


def end(connection: Connection, *, keep: bool) -> None:
    """End the transaction: keep what it wrote, or leave everything as it was."""
    connection.execute("COMMIT" if keep else "ROLLBACK")


@contextmanager
def one_commit(connection: Connection) -> Iterator[None]:
    """Commit what the block writes at once, or nothing of it where an error leaves it."""
    begin(connection)
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # else SQLite has given all of it up: the disk is full
            end(connection, keep=False)
        raise
    end(connection, keep=True)


@contextmanager
def part(connection: Connection) -> Iterator[None]:
    """Let an error that leaves the block take back what the block wrote, and no more of the open transaction."""
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # else SQLite has given all of it up: the disk is full
            connection.execute("ROLLBACK TO part")
            connection.execute("RELEASE part")
        raise
    connection.execute("RELEASE part")


def data_version(connection: Connection) -> int:
    """Return a number that changes when another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


@contextmanager
def plain_errors(path: Path | None = None) -> Iterator[None]:
    """Turn what SQLite says within the block into a plain error: for opening a file, and the edges of programs."""
    try:
        yield
    except DatabaseError as error:
        raise plain_error(error, path) from error


def plain_error(error: Exception, path: Path | None = None) -> CircleError:
    """Return a plain sentence for what SQLite says of the disk, or of the circle file at `path`."""
    text = str(error)
    named = path or "The circle file"
    if "disk is full" in text or "disk I/O" in text:
        return full_disk(named)
    if "readonly" in text or "unable to open" in text:
        return read_only(named)
    if "locked" in text:
        return Locked("busy", "Another program is using this circle at the moment. Try again.")
    if "malformed" in text or "not a database" in text:
        return damaged(named)
    return Refused("storage", "{path} could not be used: {detail}.", path=named, detail=text)


def full_disk(named: object) -> Refused:
    """Return the sentence for a circle file beside which there is no room."""
    return Refused(
        DISK_FULL, "{path}: the disk is full or cannot be written. Nothing was changed. Make room on that disk.",
        path=named,
    )  # fmt: skip


def damaged(named: object) -> Unreadable:
    """Return the sentence for a circle file of this laptop that cannot be read, or not all of it."""
    return Unreadable(
        DAMAGED,
        "{path} is damaged. Mend it (check --rebuild); where that brings nothing back, restore a backup, or fetch the"
        " circle again from its hub or a stick (circle refill).",
        path=named,
    )


def read_only(named: object) -> Refused:
    """Return the sentence for a circle file that can be read and not written."""
    return Refused(READ_ONLY, "{path}: its folder cannot be written to. Nothing was changed.", path=named)
