"""What a search shows first is what going through every record would show, however the list behind it is kept."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.storage import listing
from learningcircles.storage.collate import sort_key
from learningcircles.storage.listing import Listings
from learningcircles.storage.query import Coming, OverLast
from learningcircles.storage.search import words_of

PARTS = ("ana", "Zoë", "bé", "lou", "ليلى", "Ñu", "ö", "kemi", "4", "07", "ok", "Łu")
PAGE = 12
DAYS = (None, "2026-11-20", "2026-11-19", "2027-03-01", "2019-05-04")
WAYS = {"as the index finds it": (0, 10_000), "from the first rows": (40, 1)}


@pytest.fixture(scope="module")
def verbs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Verbs]:
    """A circle of some hundred records in several languages; a few are removed, and two people are one."""
    folder = tmp_path_factory.mktemp("listing")
    with closing(found(Home(folder, FileKeystore(folder / "keys")), "Quay", "Bo", "Laptop")) as circle:
        made, chance = Verbs(circle), random.Random(3)
        people, _ = made.records.add_many("member", [_person(chance) for _ in range(120)], label="Add people")
        offers = [
            {"title": _words(chance), "member": chance.choice(people), "expires": DAYS[at % len(DAYS)]}
            for at in range(60)
        ]
        listed, _ = made.records.add_many("offer", offers, label="Add offers")
        for gone in people[::17]:
            made.records.remove("member", gone)
        made.records.remove("offer", listed[5])
        made.merging.merge(people[1], people[2])
        yield made


def _person(chance: random.Random) -> dict[str, Any]:
    return {
        "name": _words(chance),
        "topics": [_words(chance)],
        "notes": _words(chance),
        "address": {"street": _words(chance), "city": "Porto"},
        "status": chance.choice(["active", "paused"]),
    }


def _words(chance: random.Random) -> str:
    return " ".join("".join(chance.choices(PARTS, k=2)) for _ in range(2))


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in _texts(each)]


def _holds(record: Record, typed: Sequence[str]) -> bool:
    searched = [field.name for field in declared(record.entity).fields if field.search]
    held = words_of(" ".join(text for name in searched for text in _texts(record[name])))
    return all(any(word.startswith(each) for word in held) for each in typed)


def _who_holds(reader: Reader, shown: Sequence[Record], typed: Sequence[str]) -> list[bytes]:
    """Return the ids of those who hold what was typed, or under whom somebody is shown whose own record does."""
    groups = reader.groups([record.id for record in shown])
    every = ((record, *reader.alone_all("member", groups.get(record.id, ()))) for record in shown)
    return [each[0].id for each in every if any(_holds(record, typed) for record in each)]


def _prefixes(records: Sequence[Record]) -> list[str]:
    """Every one- and two-letter beginning that occurs, and some longer ones and pairs."""
    words = sorted(
        {word for record in records for name in ("name", "title", "notes") for word in words_of(str(record[name]))}
    )
    return [
        *sorted({word[:size] for word in words for size in (1, 2)}),
        *words[::9],
        "Zo l",
        "ana ö 4",
        "z q",
        "لي",
        "-",
    ]


def _asked(listings: Listings, entity: str, text: str, limit: int | None, **more: Any) -> list[bytes]:
    question = {"where": None, "order": declared(entity).title, "descending": False, "refers": {}, **more}
    return listings.ids(declared(entity), text=text, limit=limit, **question)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("descending", [False, True])
def test_a_page_is_the_beginning_of_all_that_hold_the_words(verbs: Verbs, way: str, descending: bool) -> None:
    front, long = WAYS[way]
    listings = Listings(verbs.circle.connection, front, long)
    active = verbs.reader.list("member", where={"status": "active"})
    everybody = verbs.reader.alone_all("member", [record.id for record in active])
    everybody.sort(key=lambda record: str(sort_key(record["name"])), reverse=descending)
    more: dict[str, Any] = {"where": {"status": "active"}, "descending": descending}
    assert _asked(listings, "member", "", None, **more) == [record.id for record in everybody]
    for text in _prefixes(everybody):
        expected = _who_holds(verbs.reader, everybody, words_of(text))
        assert _asked(listings, "member", text, PAGE, **more) == expected[:PAGE], text
        assert _asked(listings, "member", text, None, **more) == expected, text


@pytest.mark.parametrize("way", WAYS)
def test_what_refers_to_those_who_are_meant_is_found_as_well(verbs: Verbs, way: str) -> None:
    front, long = WAYS[way]
    listings = Listings(verbs.circle.connection, front, long)
    offers = sorted(verbs.reader.list("offer"), key=lambda record: str(sort_key(record["title"])))
    whose = [offers[3]["member"], offers[40]["member"]]
    for text in _prefixes(offers):
        expected = [
            row.id for row in offers if _holds(row, words_of(text)) or (words_of(text) and row["member"] in whose)
        ]
        expected = expected if words_of(text) else [row.id for row in offers]
        for limit in (PAGE, None):
            assert _asked(listings, "offer", text, limit, refers={"member": whose}) == expected[:limit], text


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("order", ["title", "state"])
@pytest.mark.parametrize("descending", [False, True])
def test_what_is_over_comes_last_in_every_order_also_on_the_first_page(
    verbs: Verbs, way: str, order: str, descending: bool
) -> None:
    """Between what is over, and what is not, the order is as it would be without."""
    front, long = WAYS[way]
    listings = Listings(verbs.circle.connection, front, long)
    late = OverLast(order, "expires", "2026-11-20")
    records = {record.id: record for record in verbs.reader.list("offer")}
    for text in ("", *_prefixes(list(records.values()))):
        plain = _asked(listings, "offer", text, None, order=order, descending=descending)
        over = [each for each in plain if (records[each]["expires"] or "9") < "2026-11-20"]
        assert text or len(over) == 24
        expected = [*(each for each in plain if each not in over), *over]
        whole = _asked(listings, "offer", text, None, order=late, descending=descending)
        assert whole == expected, text
        for limit in (PAGE, 40):
            fresh = Listings(verbs.circle.connection, front, long)
            for asked in (listings, fresh):  # narrowed from the whole list, and read for itself
                assert _asked(asked, "offer", text, limit, order=late, descending=descending) == whole[:limit], text


def test_what_refers_to_somebody_and_came_last_but_is_not_in_the_list_is_passed_over(tmp_path: Path) -> None:
    with closing(found(Home(tmp_path, FileKeystore(tmp_path / "keys")), "Quay", "Bo", "Laptop")) as circle:
        made = Verbs(circle)
        zoe, _ = made.records.add("member", {"name": "Zoë"})
        titles = [{"title": f"Lesson {number}", "member": zoe} for number in range(8)]
        listed, _ = made.records.add_many("offer", titles, label="Add offers")
        made.records.remove("offer", listed[-1])
        asked = _asked(Listings(circle.connection), "offer", "zoe", None, refers={"member": [zoe]})
        assert sorted(asked) == sorted(listed[:-1])


def test_a_list_that_was_not_read_whole_is_narrowed_alike(verbs: Verbs) -> None:
    whole = Listings(verbs.circle.connection)
    _asked(whole, "member", "", None)
    for text in ("z", "an", "lou 4", "-"):
        assert _asked(Listings(verbs.circle.connection), "member", text, PAGE) == _asked(whole, "member", text, PAGE)
        first = Listings(verbs.circle.connection)
        found = _asked(first, "offer", text, 5, order="")
        assert found == [row.id for row in verbs.reader.list("offer", text=text)][:5]
        assert found == _asked(first, "offer", text, 5, order=""), "the same words twice"


@pytest.mark.parametrize("at_first", [2, 2_000])
def test_the_first_of_a_kind_are_found_however_many_others_hold_the_words(
    verbs: Verbs, monkeypatch: pytest.MonkeyPatch, at_first: int
) -> None:
    monkeypatch.setattr(listing, "_FIRST", at_first)
    listings = Listings(verbs.circle.connection)
    everybody = verbs.reader.alone_all("member", verbs.reader.ids("member"))
    for text in _prefixes(everybody):
        expected = _who_holds(verbs.reader, everybody, words_of(text))
        if words_of(text):
            assert _asked(listings, "member", text, 4, order="") == expected[:4], text
            assert _asked(listings, "member", text, 400, order="") == expected, text


def test_what_is_written_shows_at_once(tmp_path: Path) -> None:
    with closing(found(Home(tmp_path, FileKeystore(tmp_path / "keys")), "Quay", "Bo", "Laptop")) as circle:
        verbs = Verbs(circle)
        with closing(circle.open_reader()) as reader:
            (zoe, yan), _ = verbs.records.add_many("member", [{"name": "Zoë"}, {"name": "Yan"}], label="Add people")
            assert _named(reader, "z") == [zoe]
            verbs.records.edit("member", yan, {"name": "Zaïd"})
            assert _named(reader, "z") == [yan, zoe] and _named(verbs.reader, "z") == [yan, zoe]
            verbs.records.remove("member", zoe)
            assert _named(reader, "z") == [yan] and _named(verbs.reader, "z") == [yan]


def _named(reader: Reader, text: str) -> Sequence[bytes]:
    assert len(reader.ids("member", order="name")) > 1
    return reader.ids("member", text=text, order="name", limit=PAGE)


def test_names_and_balances_are_those_of_the_records(verbs: Verbs) -> None:
    records = verbs.reader.list("member", deleted=True)
    ids = [record.id for record in records]
    assert verbs.reader.names("member", [*ids, bytes(16)]) == {record.id: record["name"] for record in records}
    verbs.swaps.record(ids[3], ids[4], 60, "chess")
    assert verbs.reader.balances(ids) == {id_: verbs.reader.balance(id_) for id_ in ids}
    assert {verbs.reader.balance(ids[3]), verbs.reader.balance(ids[4])} == {60, -60}


def test_what_was_given_up_is_in_no_list(verbs: Verbs) -> None:
    """An export after a refused action leaves nobody out, and tells of nobody who was never written."""
    first = verbs.reader.ids("member", limit=3)
    with pytest.raises(LookupError), verbs.circle.group("Some that fails"):
        verbs.records.remove("member", first[0])
        ghost, _ = verbs.records.add("member", {"name": "Ghost"})
        assert ghost in verbs.reader.ids("member", order="name") and first[0] not in verbs.reader.ids("member", limit=3)
        assert verbs.reader.ids("member", text="ghost", limit=3) == [ghost]
        raise LookupError
    listed = verbs.reader.ids("member", order="name")
    assert first[0] in listed and ghost not in listed and verbs.reader.ids("member", limit=3) == first
    assert not verbs.reader.ids("member", text="ghost", limit=3), "and what is searched with is there again"


def test_what_is_coming_stands_before_what_is_over_in_every_page(tmp_path: Path) -> None:
    with closing(found(Home(tmp_path, FileKeystore(tmp_path / "keys")), "Quay", "Bo", "Laptop")) as circle:
        made, chance = Verbs(circle), random.Random(4)
        days = [f"2026-11-{chance.randint(1, 30):02}T{chance.randint(8, 20):02}:00" for _ in range(60)]
        made.records.add_many("meetup", [{"title": _words(chance), "start": day} for day in days], label="Add meetups")
        every = by_day(made.reader)
        for way in ((0, 10_000), (20, 1)):
            order = Coming("start", "2026-11-20")
            fresh = Listings(circle.connection, *way)
            assert _asked(fresh, "meetup", "", PAGE, order=order) == [row.id for row in every[:PAGE]]
            assert _asked(fresh, "meetup", "", None, order=order) == [row.id for row in every]
            for text in ("ana", "zo", "b", "z q"):
                held = [row.id for row in every if _holds(row, words_of(text))]
                for limit in (PAGE, None):
                    assert _asked(fresh, "meetup", text, limit, order=order) == held[:limit], text


def by_day(reader: Reader) -> list[Record]:
    """Return meetups from 20 November on, the next one first, and what was before, the latest first."""
    latest = sorted(reader.list("meetup"), key=lambda row: str(row["start"]["at"]), reverse=True)
    coming = sorted(
        (row for row in latest if row["start"]["at"] >= "2026-11-20"), key=lambda row: str(row["start"]["at"])
    )
    return [*coming, *(row for row in latest if row not in coming)]
