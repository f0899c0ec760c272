"""A copy of an open circle file, whole and consistent while others write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from learningcircles.storage.connect import APPLICATION_ID, DAMAGED, Connection, DatabaseError, damaged, plain_error
from learningcircles.storage.first_page import name_again

Told = Callable[[int, int], None]
_STEPS = 1_000
"""So many instructions of SQLite pass between two looks at how far a copy is: some hundred rows."""


def copy_to(connection: Connection, target: Path, key: bytes, *, named: Path, told: Told | None = None) -> None:
    """Copy everything to a new file under `key`; raises a plain error about `named` when the disk refuses, and about
    the file that is copied where it is damaged.

    `told` hears how many bytes are copied of how many; what it raises ends the copy, and is passed on.
    """
    asked = _Asked(connection, target, told)
    target.unlink(missing_ok=True)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute("ATTACH DATABASE ? AS copied KEY ?", (str(target), f"x'{key.hex()}'"))
        try:
            with asked:
                connection.execute("SELECT sqlcipher_export('copied')").fetchall()
            name_again(connection, "copied")
            connection.execute(f"PRAGMA copied.user_version = {int(version)}")
            connection.execute(f"PRAGMA copied.application_id = {APPLICATION_ID}")
        finally:
            connection.execute("DETACH DATABASE copied")
    except DatabaseError as error:
        if asked.stop is not None:
            raise asked.stop from None
        refused = plain_error(error, named)
        if refused.code == DAMAGED:
            refused = damaged(connection.execute("PRAGMA database_list").fetchone()[2])
        raise refused from error


class _Asked:
    """Asks within the block whether a copy goes on, also in the middle of a statement; `stop`: what was answered."""

    def __init__(self, connection: Connection, target: Path, told: Told | None) -> None:
        self._connection, self._target, self._told = connection, target, told
        pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
        self._whole = int(pages) * int(size)
        self.stop: BaseException | None = None

    def __enter__(self) -> None:
        if self._told is not None:
            self._connection.set_progress_handler(self._ask, _STEPS)

    def __exit__(self, *_: object) -> None:
        self._connection.set_progress_handler(None, _STEPS)

    def _ask(self) -> bool:
        """Return whether SQLite is to give the statement up; it passes no error on."""
        assert self._told is not None
        try:
            self._told(min(self._target.stat().st_size, self._whole), self._whole)
        except OSError:
            return False  # whoever writes there will say so
        except BaseException as stop:
            self.stop = stop
            return True
        return False


def settle_file(connection: Connection, *, keep_wal: bool = True) -> None:
    """Bring everything into the one file, so that it can be moved; without `keep_wal` nothing stays beside it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)" if keep_wal else "PRAGMA journal_mode = DELETE")
