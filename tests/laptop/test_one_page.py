"""One page of a circle that nobody else has is lost, each in turn: what it held stands elsewhere in the file."""

from __future__ import annotations

import datetime
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from homes import home_at, strike_page

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.crypto.pages import PAGE_BYTES, SALT_BYTES, Pages
from learningcircles.laptop import inviting
from learningcircles.laptop.daily import back_up
from learningcircles.laptop.founding import found, open_circle, secrets_of
from learningcircles.laptop.home import Home
from learningcircles.laptop.salvaging import Salvaged, salvage_file
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles.storage.connect import connect
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.unfold import damaged_pages

JOURNAL = ("changeset", "tail", "device_number", "roster_entry", "meta", "record", "log", "e_member", "settlement")


def filled(folder: Path, *, closed: bool = False) -> Home:
    """Return a laptop with people, an exchange that was reversed, some notes cleared and somebody removed."""
    home = home_at(folder)
    with closing(found(home, "Harbour", "Pilar", "Blue")) as circle:
        verbs = Verbs(circle, zone="Europe/Lisbon")
        inviting.invite(circle)
        ids = [verbs.records.add("member", {"name": f"Member {n}", "notes": "word " * 60})[0] for n in range(24)]
        verbs.records.edit("member", ids[0], {"notes": None, "languages": ["pt", "fr"]})
        verbs.records.remove("member", ids[1])
        if closed:
            Exchange(circle).close_tail()
        swap = verbs.swaps.record(ids[2], ids[3], 90, "Bicycles")[0]
        verbs.swaps.reverse(swap)
        verbs.swaps.record(ids[4], ids[5], 45, "Kiln")
        settle_file(circle.connection)
    return home


def told(circle: Circle) -> tuple[Any, ...]:
    balances = circle.connection.execute("SELECT account, minutes FROM balance ORDER BY account").fetchall()
    return circle.reader.state_hash(), balances, circle.reader.count("member"), circle.roster.head


def pages_of(home: Home) -> dict[str, int]:
    """Return on which page each table begins, and where the tables are named."""
    with closing(open_circle(home)) as circle:
        held = dict(circle.connection.execute("SELECT name, rootpage FROM sqlite_master WHERE rootpage > 0"))
        path, key = circle.path, circle.secrets.file_key
    data = path.read_bytes()
    pages = Pages(key, data[:SALT_BYTES])
    for number in range(2, len(data) // PAGE_BYTES + 1):
        page = pages.opened(data[(number - 1) * PAGE_BYTES : number * PAGE_BYTES])
        if page[0] == 13 and b"CREATE TABLE" in page:
            held[f"names {number}"] = number
    return held


def mended(home: Home, copy: Path, number: int) -> tuple[Salvaged | None, tuple[Any, ...]]:
    """Strike a page in a copy of a laptop's folder, mend it, and return what is there."""
    shutil.copytree(home.folder, copy)
    one = home_at(copy)
    strike_page(one.find().path, number)
    saved = salvage_file(one, one.find())
    with closing(open_circle(one)) as circle:
        assert check(circle) == []
        shown = told(circle)
        mend(circle)  # where it has lost what it had closed, it goes on under a new identity
        Verbs(circle).records.add("member", {"name": "Later"})
        assert Exchange(circle).close_tail() and check(circle) == []
    shutil.rmtree(copy)
    return saved, shown


def sweep(home: Home, folder: Path, numbers: list[int]) -> set[str]:
    with closing(open_circle(home)) as circle:
        before = told(circle)
    hows = set()
    for number in numbers:
        saved, after = mended(home, folder / "copy", number)
        assert after == before, number
        assert saved is None or (saved.missing == () and saved.how in ("whole", "again")), (number, saved)
        hows.add(saved.how if saved is not None else "")
    return hows


def test_no_page_that_matters_takes_anything_along(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    pages = pages_of(home)
    named = [number for name, number in pages.items() if name.startswith("names")]
    assert len(named) > 4
    assert "again" in sweep(home, tmp_path, [pages[name] for name in JOURNAL] + named[:4])


def test_what_was_closed_stands_in_the_lists_as_well(tmp_path: Path) -> None:
    home = filled(tmp_path / "one", closed=True)
    pages = pages_of(home)
    assert "again" in sweep(home, tmp_path, [pages["segment"], pages["device_number"]])


def test_what_stood_on_both_pages_is_told_in_numbers(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    pages = pages_of(home)
    for table in ("tail", "e_member"):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and (saved.how, saved.lost, saved.alone) == ("alone", True, True)
    (members,) = (each for each in saved.missing if each.entity == "member")
    with closing(open_circle(home)) as circle:
        assert check(circle) == []
        # The one who was removed is among those of whom nobody knows any more.
        assert members.of == 25 and circle.reader.count("member", deleted=True) == members.of - members.gone
        assert circle.reader.count("swap") == 2


def test_pages_that_cannot_be_read_are_named_in_plain_words(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    pages = pages_of(home)
    strike_page(home.find().path, pages["e_offer"])
    with closing(open_circle(home)) as circle:
        damaged, named = check(circle)
        assert "damaged" in damaged and named == f"Page {pages['e_offer']} cannot be read."
    struck = sorted(number for name, number in pages.items() if name.startswith("e_"))[:12]
    for number in struck:
        strike_page(home.find().path, number)
    with closing(connect(home.find().path, secrets_of(home, home.find(), "").file_key)) as connection:
        (named,) = damaged_pages(connection)
    assert named.startswith(f"Parts of it cannot be read (pages {struck[0]}, ") and named.endswith(" and 2 more).")


@pytest.mark.parametrize("listed", ["e_offer", "later", "device_number", "e_meetup"])
def test_nothing_is_said_to_be_lost_where_the_other_page_told_nothing_of_it(tmp_path: Path, listed: str) -> None:
    """A page of what was not shared is gone, and one of lists that have nothing to do with it."""
    home = filled(tmp_path / "one")
    with closing(open_circle(home)) as circle:
        before = told(circle)
    pages = pages_of(home)
    for table in ("tail", listed):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and (saved.how, saved.lost, saved.missing, saved.untold) == ("again", False, (), 0)
    assert "Nothing is missing" in saved.sentence
    with closing(open_circle(home)) as circle:
        assert told(circle) == before and check(circle) == []


def test_nothing_is_said_to_be_lost_where_the_index_of_the_journal_tells_that_it_is_not(tmp_path: Path) -> None:
    """The journal itself is gone as well, and a list that nothing stood in."""
    home = filled(tmp_path / "one")
    with closing(open_circle(home)) as circle:
        before = told(circle)
    pages = pages_of(home)
    for table in ("tail", "changeset", "e_consent"):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and (saved.how, saved.lost, saved.missing, saved.untold) == ("again", False, (), 0)
    with closing(open_circle(home)) as circle:
        assert told(circle) == before and check(circle) == []


def test_what_the_index_of_the_journal_does_not_clear_is_said_to_be_lost(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    pages = pages_of(home)
    for table in ("tail", "changeset", "e_device"):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and (saved.how, saved.lost, saved.untold) == ("alone", True, None)


def test_a_change_that_no_page_tells_is_counted_where_no_whole_record_is_gone(tmp_path: Path) -> None:
    home = filled(tmp_path / "one")
    pages = pages_of(home)
    for table in ("tail", "e_device"):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and (saved.how, saved.lost, saved.missing, saved.untold) == ("alone", True, (), 1)


def test_a_list_that_is_lost_in_both_places_comes_from_the_newest_backup(tmp_path: Path) -> None:
    home = filled(tmp_path / "one", closed=True)
    with closing(open_circle(home)) as circle:
        before = told(circle)
        back_up(home, circle, datetime.date(2026, 3, 1))
        settle_file(circle.connection)
    pages = pages_of(home)
    for table in ("roster_entry", "roster_entry_again"):
        strike_page(home.find().path, pages[table])
    saved = salvage_file(home, home.find())
    assert saved is not None and saved.counts["member"] == 24
    with closing(open_circle(home)) as circle:
        assert told(circle) == before and check(circle) == []
    assert not list(home.folder.glob("*.kept*"))


@pytest.mark.soak
@pytest.mark.parametrize("closed", [False, True])
def test_no_page_takes_anything_along(tmp_path: Path, closed: bool) -> None:
    home = filled(tmp_path / "one", closed=closed)
    count = home.find().path.stat().st_size // PAGE_BYTES
    sweep(home, tmp_path, list(range(1, count + 1)))
