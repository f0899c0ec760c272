"""What keeps a power cut from taking back what was acknowledged, read back through the connections that are used."""

from __future__ import annotations

import errno
import os
import stat
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from laptops import laptops

from learningcircles.circle.circle import Circle
from learningcircles.laptop.files import sync_file, write_durably
from learningcircles.storage import unfold
from learningcircles.storage.connect import unhurried
from learningcircles.storage.erase import PURGE, purge
from learningcircles_sync.hub.schema import open_database
from learningcircles_sync.hub.store_sqlite import SqliteStore

WANTED = {"journal_mode": "wal", "synchronous": 2, "fullfsync": 1, "secure_delete": 1}
"""PRAGMA → value: 2 is FULL (https://www.sqlite.org/pragma.html#pragma_synchronous)."""


@pytest.fixture
def circle(tmp_path: Path) -> Circle:
    return laptops(tmp_path, 1)[0]


def test_a_circle_file_is_written_durably(circle: Circle) -> None:
    held = {name: circle.connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
    assert held == WANTED
    with unhurried(circle.connection):
        assert circle.connection.execute("PRAGMA synchronous").fetchone()[0] == 1
    assert circle.connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_a_hubs_database_is_written_durably(tmp_path: Path) -> None:
    with closing(SqliteStore(tmp_path / "hub.db", lambda: 0)) as store:
        writing = store._writer.run(lambda db: {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED})
        assert writing == WANTED
        with closing(open_database(tmp_path / "hub.db")) as connection:
            held = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
            assert held == WANTED


def test_a_small_file_and_its_folder_are_on_the_disk_before_it_counts_as_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        kind = "folder" if stat.S_ISDIR(os.fstat(handle).st_mode) else "file"
        steps.append(f"{kind} synced")
        if kind == "file":
            assert os.fstat(handle).st_size == 4, "after all of it was written"
        fsync(handle)

    def replaced(source: Path, target: Path) -> None:
        steps.append("in its place")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    for _ in range(2):
        write_durably(tmp_path / "mark", b"head")
        folder_synced = [] if os.name == "nt" else ["folder synced"]  # Windows does it by itself
        assert steps == ["file synced", "in its place", *folder_synced]
        steps.clear()


def test_a_file_system_without_the_strictest_way_is_synced_the_usual_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """macOS has F_FULLFSYNC, which a network's file system refuses."""
    usual: list[int] = []
    monkeypatch.setattr(os, "fsync", usual.append)

    def fails(number: int) -> Callable[[int], None]:
        def strict(handle: int) -> None:
            raise OSError(number, os.strerror(number))

        return strict

    strict: list[int] = []
    sync_file(7, strict.append)
    assert (strict, usual) == ([7], [])
    sync_file(8, fails(errno.ENOTSUP))
    assert (strict, usual) == ([7], [8])
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        sync_file(9, fails(errno.EIO))
    assert (strict, usual) == ([7], [8]), "a drive that failed is not asked again"


def test_a_small_file_is_replaced_as_soon_as_nobody_reads_it(tmp_path: Path) -> None:
    """Windows replaces no file that is open; elsewhere whoever reads it goes on with the old one."""
    mark = tmp_path / "mark"
    write_durably(mark, b"old")
    reading = mark.open("rb")
    done = threading.Timer(0.1, reading.close)
    done.start()
    write_durably(mark, b"new")
    done.join()
    assert mark.read_bytes() == b"new"


def test_what_was_erased_leaves_free_pages_and_the_wal(circle: Circle) -> None:
    """Each alone: deleting overwrites, and a purge makes the file anew and empties the WAL."""
    word = "an erased word" * 40
    with circle.transaction():
        circle.meta.put("erased_words", word)
    pages = circle.connection.execute("PRAGMA page_count").fetchone()[0]
    with circle.transaction():
        circle.connection.execute("CREATE TABLE filling (words)")
        circle.connection.executemany("INSERT INTO filling VALUES (?)", [(word * 20,)] * 50)
    with circle.transaction():
        circle.connection.execute("DROP TABLE filling")
        circle.meta.put("erased_words", "")
        circle.meta.put(PURGE, 1)
    assert circle.connection.execute("PRAGMA freelist_count").fetchone()[0] > 50
    purge(circle.connection)
    assert circle.connection.execute("PRAGMA freelist_count").fetchone()[0] == 0, "the file is made anew"
    assert circle.connection.execute("PRAGMA page_count").fetchone()[0] <= pages + 5
    wal = circle.path.with_name(circle.path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0
    assert not unfold.damaged_pages(circle.connection)
