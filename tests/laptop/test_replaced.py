"""A circle file is replaced or removed: never under a program that has it open, and whole wherever the power is cut."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from homes import home_at

from learningcircles.circle import opened
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError, Locked, NotFound, Refused, Unreadable
from learningcircles.laptop import backup, daily, founding, leaving
from learningcircles.laptop.home import Home
from learningcircles.laptop.read_only import SENTENCES
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.storage import connect, in_use
from learningcircles.storage.check import check
from learningcircles.storage.connect import Connection, DatabaseError
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.in_use import InUse

PAGE = 4096
STEPS = ("replace", "rename", "unlink")


class Cut(BaseException):
    """The power is cut."""


def founded(folder: Path) -> Home:
    home = home_at(folder)
    circle = founding.found(home, "Harbour", "Pilar", "Blue")
    Verbs(circle).records.add("member", {"name": "Before"})
    backup.backup(home, circle, folder.with_name("a.backup"))
    Verbs(circle).records.add("member", {"name": "Since"})
    settle_file(circle.connection)
    circle.close()
    return home


def damage(home: Home) -> None:
    """Damage the page of an index: everything can be brought over."""
    circle = founding.open_circle(home)
    page = circle.connection.execute("SELECT rootpage FROM sqlite_master WHERE name='e_swap_provider'").fetchone()[0]
    settle_file(circle.connection)
    circle.close()
    with home.find().path.open("r+b") as file:
        file.seek((page - 1) * PAGE + 100)
        file.write(bytes(100))


def replace_it(home: Home) -> None:
    backup.restore(home, home.folder.with_name("a.backup"), replace=True)


def mend_it(home: Home) -> None:
    assert salvage_file(home, home.find()) is not None


def leave_it(home: Home) -> None:
    leaving.leave(home, home.find())


def names(circle: Circle) -> set[str]:
    return {str(row["name"]) for row in circle.reader.list("member")}


@pytest.mark.parametrize("take_away", [replace_it, mend_it, leave_it])
def test_no_file_is_taken_away_under_a_program_that_has_it_open(
    tmp_path: Path, take_away: Callable[[Home], None]
) -> None:
    home = founded(tmp_path / "one")
    if take_away is mend_it:
        damage(home)
    circle = founding.open_circle(home)
    before = sorted(path.name for path in home.folder.iterdir())
    with pytest.raises(Refused, match="Harbour.circle is open in another program"):
        take_away(home_at(home.folder))
    assert sorted(path.name for path in home.folder.iterdir()) == before
    Verbs(circle).records.add("member", {"name": "While open"})
    circle.close()
    assert "While open" in names(founding.open_circle(home))


@pytest.mark.skipif(os.name == "nt", reason="an open file does not go there, so nobody holds a lock")
def test_who_opens_a_file_that_is_being_taken_away_is_told_to_try_again(tmp_path: Path) -> None:
    home = founded(tmp_path / "one")
    held = home.find()
    with home.alone(), home.moved(held.path, held.path.with_name("aside")):
        assert not held.path.exists()
        with pytest.raises(CircleError, match="Try again"):
            InUse(held.path, create=True)
    founding.open_circle(home).close()


@pytest.mark.skipif(os.name == "nt", reason="an open file does not go there")
def test_nothing_is_acknowledged_in_a_file_that_is_no_longer_in_its_place(tmp_path: Path) -> None:
    """A file manager asks nobody; nor does another program's restore of the whole disk."""
    home = founded(tmp_path / "one")
    circle = founding.open_circle(home)
    held = home.find()
    held.path.rename(held.path.with_name("moved away"))
    with pytest.raises(Unreadable, match="was moved, removed or replaced"):
        Verbs(circle).records.add("member", {"name": "Lost"})
    held.path.write_bytes(held.path.with_name("moved away").read_bytes())
    with pytest.raises(Unreadable, match="was moved, removed or replaced"):
        Verbs(circle).records.add("member", {"name": "Lost"})
    circle.close()
    assert "Lost" not in names(founding.open_circle(home))


def test_a_change_that_is_stored_is_not_refused_for_its_mark(tmp_path: Path) -> None:
    """Nothing leaves before the mark is raised: whoever shares then says that it cannot be."""
    home = founded(tmp_path / "one")
    circle = founding.open_circle(home)
    Exchange(circle).close_tail()
    (mark,) = (home.folder / "marks").iterdir()
    mark.write_bytes(b"spoiled")
    for _ in range(2):
        with circle.change("Many") as change:
            for number in range(600):  # with the second one a segment is full, and closed
                change.set("topic", change.new_id(), {"name": f"Topic {number}"})
    assert Verbs(circle).reader.count("topic") == 1200
    circle.close()
    with pytest.raises(Unreadable, match="how far it had come"):
        Exchange(founding.open_circle(home)).close_tail()


def test_a_circle_that_does_not_open_is_not_held_open(tmp_path: Path) -> None:
    home = founded(tmp_path / "one")
    path = home.find().path
    path.write_bytes(path.read_bytes()[:PAGE] + bytes(40 * PAGE))
    with pytest.raises(CircleError) as caught:
        founding.open_circle(home)
    leave_it(home)
    assert caught.value and not home.circles()


@contextmanager
def cut_at(step: int) -> Iterator[list[str]]:
    """Cut the power at the so-manieth durable step; from then on nothing reaches the disk."""
    made: list[str] = []

    def counted(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def done(path: Any, *words: Any, **named: Any) -> Any:
            if os.path.exists(path):
                if len(made) >= step:
                    raise Cut
                made.append(name)
            return work(path, *words, **named)

        return done

    with pytest.MonkeyPatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, counted(name, getattr(os, name)))
        try:
            yield made
        except Cut:
            return
    made.append("whole")


@pytest.mark.parametrize("change", [replace_it, mend_it, leave_it])
def test_a_power_cut_leaves_the_circle_that_was_or_the_one_that_was_to_be(
    tmp_path: Path, change: Callable[[Home], None]
) -> None:
    found = founded(tmp_path / "whole")
    circle = founding.open_circle(found)
    daily.back_up(found, circle, datetime.date(2026, 11, 25))
    circle.close()
    if change is mend_it:
        damage(found)
    seen = set()
    for step in range(200):
        home = home_at(tmp_path / f"cut {step}")
        copy_all(found.folder, home.folder)
        with cut_at(step) as made:
            change(home)
        seen.add(state_of(home_at(home.folder)))
        leave_nothing(home_at(home.folder))
        if made[-1:] == ["whole"]:
            break
    else:
        pytest.fail("it never ended")
    assert step > 3
    if change is leave_it:
        assert seen == {"gone", "as it was"}
    elif change is replace_it:
        assert seen == {"as it was", "as it was in the backup"}
    else:
        assert seen == {"damaged", "as it was"}


def leave_nothing(home: Home) -> None:
    """Whatever a power cut has left behind goes with the circle."""
    for held in home.circles():
        leaving.leave(home, held)
    left = [path.name for path in home.folder.rglob("*") if "Harbour" in path.name]
    assert not left, left


def copy_all(folder: Path, target: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            copied = target / path.relative_to(folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            copied.write_bytes(path.read_bytes())


def state_of(home: Home) -> str:
    """Return what a program that comes next finds."""
    try:
        circle = founding.open_circle(home)
    except NotFound:
        left = [path.name for path in home.folder.rglob("*") if path.is_file()]
        assert not [name for name in left if "Harbour" in name or name.endswith(".key")], left
        assert "Harbour" not in (home.folder / "laptop.json").read_text("utf-8")
        return "gone"
    except CircleError as error:
        assert error.code == "damaged_file", error
        return "damaged"
    try:
        problems = check(circle)
        found = names(circle)
    except CircleError:
        return "damaged"
    finally:
        circle.close()
    if problems:
        return "damaged"
    assert found >= {"Pilar", "Before"}
    return "as it was" if "Since" in found else "as it was in the backup"


@pytest.mark.skipif(os.name == "nt", reason="no locks beside open files there")
def test_two_programs_that_look_at_once_both_keep_their_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program holds the lock alone, to see who else has the file, as this one takes its own lock again."""
    home = founded(tmp_path / "one")
    circle = founding.open_circle(home)
    beside = circle.path.with_name(circle.path.name + in_use.ENDING)
    other, third = os.open(beside, os.O_RDWR), os.open(beside, os.O_RDWR)
    unlock, wait_for = in_use._unlock, in_use._wait_for
    waited: list[int] = []

    def lets_go(handle: int) -> None:
        unlock(handle)
        in_use._lock(other, alone=True)

    def waits(handle: int) -> bool:
        unlock(other)  # it has looked
        waited.append(handle)
        return wait_for(handle)

    monkeypatch.setattr(in_use, "_unlock", lets_go)
    monkeypatch.setattr(in_use, "_wait_for", waits)
    try:
        with pytest.raises(Refused, match="another program"):
            in_use.check_alone(circle.path)
        assert waited
        with pytest.raises(BlockingIOError):
            in_use._lock(third, alone=True)
        circle.close()
        in_use._lock(third, alone=True)
    finally:
        os.close(other)
        os.close(third)


@pytest.mark.skipif(os.name == "nt", reason="no locks beside open files there")
def test_who_looks_waits_for_no_program_that_takes_the_file_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may take minutes, or have been stopped. Nothing is written until it has let go and the lock is held again."""
    circle = founding.open_circle(founded(tmp_path / "one"))
    other = os.open(circle.path.with_name(circle.path.name + in_use.ENDING), os.O_RDWR)
    unlock = in_use._unlock

    def lets_go(handle: int) -> None:
        unlock(handle)
        in_use._lock(other, alone=True)

    monkeypatch.setattr(in_use, "_PATIENCE_S", 0.0)
    monkeypatch.setattr(in_use, "_unlock", lets_go)
    with pytest.raises(Refused, match="another program"):
        in_use.check_alone(circle.path)
    with pytest.raises(Locked):
        Verbs(circle).records.add("member", {"name": "Too early"})
    unlock(other)
    Verbs(circle).records.add("member", {"name": "Afterwards"})
    with pytest.raises(BlockingIOError):
        in_use._lock(other, alone=True)
    os.close(other)
    circle.close()


def test_a_drive_that_fails_is_not_said_to_be_full_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = founded(tmp_path / "one")
    migrate, tried = opened.migrate, []

    def fails(connection: Connection, *others: Any) -> None:
        if not tried:
            tried.append(1)
            raise DatabaseError("disk I/O error")
        migrate(connection, *others)

    monkeypatch.setattr(opened, "migrate", fails)
    with closing(founding.open_circle(home, to_read=True)) as circle:
        assert circle.refusal is not None
        told = SENTENCES[circle.refusal.code]
    assert "fails" in told and "Carry it off now" in told


@pytest.mark.skipif(not hasattr(os, "posix_fallocate"), reason="no such call here")
def test_a_handle_is_known_by_the_file_that_it_is_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file takes its place between the look at it and the opening."""
    beside, other, open_ = tmp_path / "a-shm", tmp_path / "b-shm", os.open
    beside.write_bytes(b"one")
    other.write_bytes(b"other")

    def replaced(*words: Any) -> int:
        os.replace(other, beside)
        return open_(*words)

    with monkeypatch.context() as patch:
        patch.setattr(connect.os, "open", replaced)
        handle = connect._held_open(beside)
    found = beside.stat()
    assert connect._HANDLES[found.st_dev, found.st_ino] == handle == connect._held_open(beside)
    assert list(connect._HANDLES.values()).count(handle) == 1
    del connect._HANDLES[found.st_dev, found.st_ino]
    os.close(handle)
