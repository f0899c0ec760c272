"""The list of laptops as this laptop's daily backups hold it, for a circle file in which no copy of it can be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from learningcircles.errors import CircleError
from learningcircles.laptop.backup import read_data
from learningcircles.laptop.files import write_durably
from learningcircles.laptop.home import KEPT, CircleFile, Home, coming, remove_files
from learningcircles.laptop.ways_back import ways_back
from learningcircles.storage.connect import plain_errors
from learningcircles.storage.rosters import listed_in
from learningcircles.storage.salvage import Row


def kept_lists(home: Home, path: Path, circle_id: bytes, key: bytes) -> Iterator[list[Row]]:
    """Yield the rows (position, wire) of each daily backup of a circle that its file's `key` opens, the newest first.

    `path`: where that file stands; a backup is laid beside it as long as it is looked into.
    """
    for _, backup in ways_back(home, CircleFile(path.stem, path, circle_id)).backups:
        with suppress(CircleError, OSError):
            yield _list_in(backup, path, key)


def _list_in(backup: Path, path: Path, key: bytes) -> list[Row]:
    fresh = coming(path)
    opened = fresh.with_name(fresh.name + KEPT)
    try:
        write_durably(opened, read_data(backup))
        with plain_errors(backup):
            return listed_in(opened, key)
    finally:
        remove_files(opened)
