"""A circle file whose first page is damaged is told as that, and made again with all that lies in it."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from homes import home_at, strike_page

from learningcircles.circle.facets import Verbs
from learningcircles.crypto.pages import SALT_BYTES, Pages
from learningcircles.errors import Locked, Unreadable
from learningcircles.laptop import founding
from learningcircles.laptop.founding import secrets_of
from learningcircles.laptop.home import Home
from learningcircles.laptop.salvaging import salvage_file
from learningcircles.laptop.sheets import keep_key_file, key_file
from learningcircles.storage.check import check
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.first_page import NAMED_AGAIN, with_first_page
from learningcircles.storage.naming_pages import named_on

PAGE = 4096
NAMES = {"Pilar", "Shared", "Open"}


def filled(folder: Path, *, with_wal: bool = False) -> Home:
    """Return a laptop with somebody who is in a closed segment and somebody who is not, perhaps in the WAL alone."""
    home = home_at(folder)
    circle = founding.found(home, "Harbour", "Pilar", "Blue")
    verbs = Verbs(circle)
    verbs.records.add("member", {"name": "Shared"})
    Exchange(circle).close_tail()
    settle_file(circle.connection)
    verbs.records.add("member", {"name": "Open"})
    if not with_wal:
        circle.close()
        return home
    # As after a power cut: a program that closes the file brings the WAL into it.
    path = circle.path
    held = {each: path.with_name(path.name + each).read_bytes() for each in ("", "-wal")}
    circle.close()
    for ending, data in held.items():
        path.with_name(path.name + ending).write_bytes(data)
    return home


def strike(home: Home, place: int, data: bytes) -> bytes:
    with home.find().path.open("r+b") as file:
        file.seek(place)
        file.write(data)
    return home.find().path.read_bytes()


@pytest.mark.parametrize("place, size", [(2000, 3), (20, 1), (16, 4080), (0, 4096), (0, 1), (4090, 2)])
@pytest.mark.parametrize("with_wal", [False, True])
def test_a_damaged_first_page_costs_nothing(tmp_path: Path, place: int, size: int, with_wal: bool) -> None:
    home = filled(tmp_path / "one", with_wal=with_wal)
    spoilt = strike(home, place, os.urandom(size - 1) + b"\x5a" if size < PAGE else bytes(size))
    with pytest.raises(Unreadable, match=r"Harbour\.circle is damaged\. Mend it"):
        founding.open_circle(home)
    saved = salvage_file(home, home.find())
    assert saved is not None and saved.how == "whole"
    assert with_wal or saved.aside.read_bytes() == spoilt  # whoever tries to open a file brings its WAL into it
    circle = founding.open_circle(home)
    assert {str(row["name"]) for row in circle.reader.list("member")} == NAMES
    assert check(circle) == []
    circle.close()
    assert not list(home.folder.glob("*.first*")) and not list(home.folder.glob("*.restoring*"))


def naming_pages(home: Home) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """Return what is named on the pages on which SQLite itself names things, and on those that say it again."""
    key = secrets_of(home, home.find()).file_key
    data = home.find().path.read_bytes()
    pages = Pages(key, data[:SALT_BYTES])
    own: dict[int, set[str]] = {}
    again: dict[int, set[str]] = {}
    for number in range(2, len(data) // PAGE + 1):
        rows = named_on(pages.opened(data[(number - 1) * PAGE : number * PAGE]))
        if rows:
            (own if max(rows) < NAMED_AGAIN else again)[number] = {row.table.decode() for row in rows.values()}
    return own, again


def test_two_pages_of_names_are_lost_where_one_says_what_the_other_does_not(tmp_path: Path) -> None:
    home = filled(tmp_path / "one", with_wal=True)
    own, again = naming_pages(home)
    apart = [(one, two) for one in own for two in again if not own[one] & again[two]]
    assert apart
    for number, (one, two) in enumerate(apart):
        copy = tmp_path / f"copy {number}"
        shutil.copytree(home.folder, copy)
        again_ = home_at(copy)
        strike_page(again_.find().path, one)
        strike_page(again_.find().path, two)
        saved = salvage_file(again_, again_.find())
        assert saved is not None and saved.how == "whole", (one, two)
        with closing(founding.open_circle(again_)) as circle:
            assert {str(row["name"]) for row in circle.reader.list("member")} == NAMES and check(circle) == []


def test_tables_that_are_named_nowhere_any_more_take_nothing_else_along(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    own, again = naming_pages(home)
    lists = [number for each in (own, again) for number, names in each.items() if "e_swap" in names]
    assert len(lists) >= 2
    for number in lists:
        strike_page(home.find().path, number)
    saved = salvage_file(home, home.find())
    assert saved is not None and saved.how == "whole"
    with closing(founding.open_circle(home)) as circle:
        assert {str(row["name"]) for row in circle.reader.list("member")} == NAMES and check(circle) == []


@pytest.mark.parametrize("what", ["empty", "noise", "text", "another"])
def test_a_file_with_nothing_of_the_circle_in_it_is_told_and_left_as_it_is(tmp_path: Path, what: str) -> None:
    home = filled(tmp_path / "one")
    path = home.find().path
    if what == "another":
        other = home_at(tmp_path / "other")
        founding.found(other, "Harbour", "Bo", "Red").close()
        path.write_bytes(other.find().path.read_bytes())
    else:
        path.write_bytes(
            {"empty": b"", "noise": os.urandom(3 * PAGE), "text": b"SQLite format 3\0" + bytes(PAGE)}[what]
        )
    spoilt = path.read_bytes()
    with pytest.raises(Unreadable, match=r"Harbour\.circle is damaged\. Mend it"):
        founding.open_circle(home)
    with pytest.raises(Unreadable, match="nothing in it can be saved"):
        salvage_file(home, home.find())
    assert path.read_bytes() == spoilt and not list(home.folder.glob("*(damaged*"))


def test_a_key_that_is_not_here_is_not_told_as_damage(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    home.keys.delete(home.find().circle_id.hex())
    with pytest.raises(Locked, match="no key for Harbour. Restore it"):
        founding.open_circle(home)


def test_a_sheet_that_was_never_printed_is_not_named(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    with closing(founding.open_circle(home)) as circle:
        keep_key_file(circle)
    assert key_file(home.find().path).is_file()
    home.keys.delete(home.find().circle_id.hex())
    with pytest.raises(Locked, match="no key for Harbour. Restore it"):
        founding.open_circle(home)


def test_what_another_key_makes_of_pages_names_nothing(tmp_path: Path) -> None:
    for _ in range(40):  # each 256th page seems to begin as one that names tables
        (tmp_path / "noise").write_bytes(os.urandom(65 * PAGE))
        assert not with_first_page(tmp_path / "noise", tmp_path / "copy", os.urandom(32), os.urandom(16))
