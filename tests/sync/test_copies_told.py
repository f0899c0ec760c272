"""Who erases somebody is told of the copies that may hold them, and of no older ones, whatever laptops' clocks say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import hub_region, share
from sync_region import Region, add_member

from learningcircles.codec import encode
from learningcircles.intake.export import export
from learningcircles.laptop import daily
from learningcircles.laptop.copies import BACKUP, BUNDLE, EXPORT, PRINT, copies, note_copy
from learningcircles.laptop.erasing import Erased, erase
from learningcircles.papers.subjects import on_cards, on_sign_in, on_statement, on_table
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def note(engine: Engine, *names: str, kind: str = EXPORT, grows: bool = False) -> None:
    for name in names:
        note_copy(engine.circle, kind, name, grows=grows)


def told(done: Erased) -> set[str]:
    return {copy.where for copy in done.copies}


def test_what_was_made_before_somebody_came_is_not_to_be_destroyed(region: Region) -> None:
    first = region.found()
    note(first, "older.csv")
    note(first, "older", kind=PRINT)
    note(first, "older stick", kind=BUNDLE)
    note(first, "a folder", kind=BACKUP, grows=True)
    first.verbs.drafts.keep_draft("member", {"name": "Amina Adeyemi"})
    note(first, "with a draft", kind=BACKUP)
    first.verbs.drafts.drop_draft("member")
    note(first, "older backup", kind=BACKUP)
    region.clock.ms -= 30 * 24 * 3600 * 1000  # set back meanwhile: days would tell the wrong way round
    amina = add_member(first, "Amina Adeyemi")
    note(first, "since.csv", "older.csv")
    note(first, "cards", kind=PRINT)
    done = daily.erase(first.home, first.verbs, amina)
    assert told(done) == {"cards", "since.csv", "older.csv", "with a draft", "a folder"}
    assert {"older", "older stick", "older backup"} <= {copy.where for copy in copies(first.circle)}, "they stay known"
    assert told(erase(first.verbs, add_member(first, "Bo Ek"))) == {"a folder", "with a draft"}


def test_what_another_laptop_wrote_is_in_what_was_made_once_it_came(region: Region) -> None:
    first = region.found()
    second = region.laptop(first, "Jo")
    share(first, second)
    amina = add_member(second, "Amina Adeyemi")
    note(first, "before it came")
    share(second, first)
    note(first, "since it came")
    first.verbs.records.edit("member", amina, {"notes": "tall"})
    assert told(erase(first.verbs, amina)) == {"since it came"}
    # What is said again in another's place is looked for in everything: when it was said first nobody can tell by it.
    bo = add_member(first, "Bo Ek")
    note(first, "with Bo")
    share(first, second, first)
    assert "with Bo" in told(erase(first.verbs, bo))


def test_a_paper_is_to_be_destroyed_only_where_what_stands_on_it_speaks_of_them(region: Region) -> None:
    first = region.found()
    amina, bo = add_member(first, "Amina Adeyemi"), add_member(first, "Bo Ek")
    records, reader = first.verbs.records, first.circle.reader
    bread, wood = (records.add("offer", {"member": who, "title": "X"})[0] for who in (amina, bo))
    notes, _ = records.add("meetup", {"title": "Bread with Amina Adeyemi", "start": "2030-01-01T18:00"})
    hosted, _ = records.add("meetup", {"title": "Bread", "host": bo, "start": "2030-01-02T18:00"})
    swap, _ = first.verbs.swaps.record(amina, bo, 60, "Bread", "2026-11-20")
    sheets = {
        "board of hers": {bread}, "board": {wood}, "board of both": {bread, wood}, "poster": {notes},
        "nothing": {bytes(16)}, "his poster": {hosted},
        "her card": on_cards(reader, [amina]), "his card": on_cards(reader, [bo]),
        "his hours": on_statement(reader, bo), "every name": on_sign_in(reader, notes),
    }  # fmt: skip
    assert swap in sheets["his hours"] and amina not in sheets["his hours"]
    for name, about in sheets.items():
        note_copy(first.circle, PRINT, name, about=about)
    note_copy(first.circle, PRINT, "too many", about=[bytes([at % 256, at // 256]) * 8 for at in range(301)])
    note_copy(first.circle, PRINT, "Member cards", about={amina})
    note_copy(first.circle, PRINT, "Member cards", about={bo})
    note_copy(first.circle, EXPORT, "again.csv", about={amina})
    note_copy(first.circle, EXPORT, "again.csv", about={bo})
    hers = {
        "board of hers",
        "board of both",
        "poster",
        "her card",
        "his hours",
        "every name",
        "too many",
        "Member cards",
    }
    assert told(erase(first.verbs, amina)) == hers


def test_what_was_noted_before_papers_told_what_stands_on_them_counts_as_it_did(region: Region) -> None:
    first = region.found()
    first.circle.meta.put("copies", encode([[PRINT, "older", 1], [PRINT, "old", 2, None]]))
    assert told(erase(first.verbs, add_member(first, "Amina Adeyemi"))) == {"older", "old"}


@pytest.mark.parametrize("kind", ["attendance", "rsvp", "learning", "swap"])
def test_a_table_whose_rows_name_a_record_that_speaks_of_them_is_to_be_destroyed(
    region: Region, tmp_path: Path, kind: str
) -> None:
    first = region.found()
    verbs, file = first.verbs, tmp_path / "table.csv"
    amina, bo = add_member(first, "Amina Adeyemi"), add_member(first, "Bo Ek")
    title = "Bread with Amina Adeyemi"
    meetup, _ = verbs.records.add("meetup", {"title": title, "start": "2030-01-01T18:00"})
    verbs.meetups.attend(meetup, member=bo)
    verbs.meetups.rsvp(meetup, bo)
    verbs.records.add("learning", {"member": bo, "topic": "Bread"})
    verbs.swaps.record(bo, verbs.desk.person, 30, "Bread", "2026-11-20")
    rows = verbs.reader.ids(kind)
    export(verbs.reader, kind, "csv", file, ids=rows)
    note_copy(first.circle, EXPORT, "table", about=on_table(verbs.reader, kind, rows))
    assert ("table" in told(erase(verbs, amina))) == (title in file.read_text("utf-8-sig"))


def test_a_table_made_while_two_were_one_is_to_be_destroyed_by_either_s_name(region: Region) -> None:
    first = region.found()
    verbs = first.verbs
    amina, bo = add_member(first, "Amina Adeyemi"), add_member(first, "Bo Ek")
    swap, _ = verbs.swaps.record(bo, verbs.desk.person, 30, "Bread", "2026-11-20")
    verbs.merging.merge(amina, bo, stays=amina)
    note_copy(first.circle, EXPORT, "swaps", about=on_table(verbs.reader, "swap", [swap]))
    verbs.merging.part(bo)
    assert told(erase(verbs, amina)) == {"swaps"}, "there it says Amina gave half an hour"


def test_a_table_of_people_holds_what_they_offer(region: Region) -> None:
    first = region.found()
    verbs = first.verbs
    amina, bo = add_member(first, "Amina Adeyemi"), add_member(first, "Bo Ek")
    verbs.records.add("offer", {"member": bo, "title": "Bread as Amina Adeyemi bakes it"})
    many = [bytes([at % 256, at // 256]) * 8 for at in range(301)]
    for name, ids in (("Bo", [bo]), ("nobody", [verbs.desk.person]), ("many", many)):
        note_copy(first.circle, EXPORT, name, about=on_table(verbs.reader, "member", ids))
    assert told(erase(verbs, amina)) == {"Bo", "many"}
