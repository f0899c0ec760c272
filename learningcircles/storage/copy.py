"""A copy of an open circle file, whole and consistent while others write."""

from __future__ import annotations

from pathlib import Path

from learningcircles.storage.connect import APPLICATION_ID, DAMAGED, Connection, DatabaseError, damaged, plain_error
from learningcircles.storage.first_page import name_again


def copy_to(connection: Connection, target: Path, key: bytes, *, named: Path) -> None:
    """Copy everything to a new file under `key`; raises a plain error about `named` when the disk refuses, and about
    the file that is copied where it is damaged.
    """
    target.unlink(missing_ok=True)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    try:
        connection.execute("ATTACH DATABASE ? AS copied KEY ?", (str(target), f"x'{key.hex()}'"))
        try:
            connection.execute("SELECT sqlcipher_export('copied')").fetchall()
            name_again(connection, "copied")
            connection.execute(f"PRAGMA copied.user_version = {int(version)}")
            connection.execute(f"PRAGMA copied.application_id = {APPLICATION_ID}")
        finally:
            connection.execute("DETACH DATABASE copied")
    except DatabaseError as error:
        refused = plain_error(error, named)
        if refused.code == DAMAGED:
            refused = damaged(connection.execute("PRAGMA database_list").fetchone()[2])
        raise refused from error


def settle_file(connection: Connection, *, keep_wal: bool = True) -> None:
    """Bring everything into the one file, so that it can be moved; without `keep_wal` nothing stays beside it."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)" if keep_wal else "PRAGMA journal_mode = DELETE")
