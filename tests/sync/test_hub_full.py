"""A hub whose disk is full: it refuses in one sentence, goes on with room, and what was erased leaves its disk then."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from learningcircles.errors import Refused
from learningcircles_sync.hub import keeping
from learningcircles_sync.hub.folder import Folder
from learningcircles_sync.hub.keeping import backup, check, restore
from learningcircles_sync.hub.schema import migrate, open_database
from learningcircles_sync.hub.writer import Work, Writer
from tests.cli.small_disk import small_disk

if os.name == "posix":
    import resource

ERASED = b"Zenobia Quartermain" * 100
PAGES = 200


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Let no file of this process grow beyond `size` bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def keep(text: bytes, times: int = PAGES) -> Work:
    """Return work that keeps a text, a page each time."""
    return lambda connection: connection.executemany("INSERT INTO t VALUES (?)", [(text,)] * times) and None


def count(connection: sqlite3.Connection) -> int:
    """Return how many are kept."""
    return int(connection.execute("SELECT count(*) FROM t").fetchone()[0])


@pytest.mark.skipif(os.name != "posix", reason="limits on the size of files are POSIX")
def test_a_checkpoint_that_has_no_room_stops_no_write_and_is_done_later(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    wal = tmp_path / "hub.db-wal"
    emptied = Event()

    def empty(connection: sqlite3.Connection) -> bool:
        done = not connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if done:
            emptied.set()
        return done

    with closing(Writer(open_database(path), lambda connection: None, empty, again_s=0.01)) as writer:
        writer.run(lambda connection: connection.execute("CREATE TABLE t (x)") and keep(os.urandom(3000))(connection))
        assert emptied.wait(10)
        with no_file_beyond(path.stat().st_size):
            emptied.clear()
            writer.run(keep(ERASED))
            assert writer.run(count) == 2 * PAGES
            assert not emptied.is_set() and ERASED[:1000] in wal.read_bytes()
            with pytest.raises(Refused, match="its disk may be full"):
                writer.run(keep(ERASED, 9 * PAGES))
        emptied.clear()
        assert emptied.wait(10), "with room again it is done, though nobody writes"
        assert wal.stat().st_size == 0


def test_what_follows_a_write_and_fails_is_made_up_for_without_a_next_one(tmp_path: Path) -> None:
    made_up, tried = Event(), []

    def after(_: sqlite3.Connection) -> None:
        tried.append(1)
        if len(tried) == 2:  # the first is at the start
            raise sqlite3.OperationalError("database or disk is full")
        if len(tried) == 3:
            made_up.set()

    with closing(Writer(open_database(tmp_path / "hub.db"), after, again_s=0.01)) as writer:
        writer.run(lambda connection: connection.execute("CREATE TABLE t (x)"))
        assert made_up.wait(10)


def test_no_error_of_what_is_written_ends_the_writer(tmp_path: Path) -> None:
    with closing(Writer(open_database(tmp_path / "hub.db"), lambda connection: None)) as writer:
        with pytest.raises(Refused):
            writer.run(lambda connection: connection.execute("SELECT * FROM nowhere"))
        with pytest.raises(ZeroDivisionError):
            writer.run(lambda connection: 1 // 0)
        with pytest.raises(Refused):  # it has ended the transaction that it was given
            writer.run(lambda connection: connection.execute("COMMIT"))
        assert writer.run(lambda connection: connection.execute("SELECT 1").fetchone()[0]) == 1


def test_a_hub_that_is_met_with_a_full_disk_says_so_and_can_be_saved_on_another(tmp_path: Path) -> None:
    with small_disk(tmp_path / "small", 2 << 20) as disk:
        folder = Folder(disk.folder / "hub")
        folder.make()
        migrate(folder.database)
        with closing(open_database(folder.database)) as connection:
            connection.execute("INSERT INTO stale VALUES (?, 1)", (bytes(16),))
        disk.leave(0)
        for meet in (open_database, migrate, lambda _: check(folder)):
            with pytest.raises(Refused, match=r"hub\.db: the disk is full"):
                meet(folder.database)
        backup(folder, tmp_path / "hub.backup")
        disk.free()
        back = Folder(disk.folder / "back")
        restore(back, tmp_path / "hub.backup")
        with closing(open_database(back.database)) as connection:
            assert connection.execute("SELECT circle FROM stale").fetchall() == [(bytes(16),)]
        assert {path.name for path in tmp_path.iterdir()} == {"small", "hub.backup"}


def filled(folder: Path, mebibytes: int) -> Folder:
    """Return a hub with so much in its database."""
    hub = Folder(folder)
    hub.make()
    migrate(hub.database)
    with closing(open_database(hub.database)) as connection, connection:
        connection.execute("CREATE TABLE filler (x)")
        connection.executemany("INSERT INTO filler VALUES (?)", [(os.urandom(1 << 20),) for _ in range(mebibytes)])
    return hub


def test_a_stick_needs_room_for_the_backup_alone(tmp_path: Path) -> None:
    hub = filled(tmp_path / "hub", 4)
    with small_disk(tmp_path / "stick", 6 << 20) as disk:
        backup(hub, disk.folder / "hub.backup")
        assert [each.name for each in disk.folder.iterdir()] == ["hub.backup"]


def test_what_a_killed_backup_left_is_gone_after_the_next(tmp_path: Path) -> None:
    hub = filled(tmp_path / "hub", 1)
    before = {each.name for each in hub.path.iterdir()}
    killed = (
        "import os, sys; from pathlib import Path; from learningcircles_sync.hub import folder, keeping;"
        "keeping._pack = lambda *_: os._exit(9);"
        "keeping.backup(folder.Folder(Path(sys.argv[1])), Path(sys.argv[2]))"
    )
    file = tmp_path / "stick" / "hub.backup"
    file.parent.mkdir()
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", killed, str(hub.path), str(file)], env=paths, timeout=60, check=False)
    assert done.returncode == 9 and list(hub.path.glob("learningcircles-*/hub.db")) and list(file.parent.iterdir())
    backup(hub, file)
    assert [each.name for each in file.parent.iterdir()] == ["hub.backup"]
    assert {each.name for each in hub.path.iterdir()} - before <= {"hub.db-wal", "hub.db-shm"}


def hubs(folder: Path, *names: str) -> list[Folder]:
    """Return hubs, and make a folder `stick` beside them."""
    (folder / "stick").mkdir()
    return [filled(folder / name, 1) for name in names]


@pytest.mark.parametrize("room", [True, False])
def test_two_hubs_that_back_up_to_one_stick_do_not_take_away_each_others_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: bool
) -> None:
    """While one copies, the other one makes its backup from beginning to end; or one of the same name is made."""
    one, two = hubs(tmp_path, "one", "two")
    if not room:
        monkeypatch.setattr(keeping, "_LEFT_FREE", 1 << 60)
    real, others = keeping._copy, [(two, "two.backup"), (one, "one.backup")]

    def copies(folder: Folder, copy: Path) -> None:
        real(folder, copy)
        if others:
            hub, name = others.pop()
            backup(hub, tmp_path / "stick" / name)

    monkeypatch.setattr(keeping, "_copy", copies)
    backup(one, tmp_path / "stick" / "one.backup")
    assert {each.name for each in (tmp_path / "stick").iterdir()} == {"one.backup", "two.backup"}
    restore(Folder(tmp_path / "again"), tmp_path / "stick" / "one.backup")


def test_a_backup_does_not_fill_the_disk_of_a_hub_that_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is packed the hub goes on taking what laptops bring."""
    with small_disk(tmp_path / "small", 12 << 20) as disk:
        hub = filled(disk.folder / "hub", 4)
        disk.leave(hub.database.stat().st_size + 200_000)
        (tmp_path / "stick").mkdir()
        pack, made = keeping._pack, list[Path]()

        def packs(folder: Folder, copy: Path, file: Path) -> None:
            with closing(open_database(hub.database)) as connection, connection:
                connection.execute("INSERT INTO filler VALUES (?)", (bytes(300_000),))
            made.append(copy)
            pack(folder, copy, file)

        with closing(open_database(hub.database)) as running:
            running.execute("SELECT 1 FROM filler LIMIT 1").fetchall()
            monkeypatch.setattr(keeping, "_pack", packs)
            backup(hub, tmp_path / "stick" / "hub.backup")
        assert [each.is_relative_to(tmp_path / "stick") for each in made] == [True]


def test_a_stick_that_is_full_gets_no_second_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub = filled(tmp_path / "hub", 4)
    real, copies = keeping._copy, list[Path]()
    monkeypatch.setattr(keeping, "_copy", lambda folder, copy: copies.append(copy) or real(folder, copy))
    with small_disk(tmp_path / "stick", 2 << 20) as disk:
        with pytest.raises(Refused, match=r"hub\.backup cannot be written"):
            backup(hub, disk.folder / "hub.backup")
        assert len(copies) == 1 and not list(disk.folder.iterdir())
