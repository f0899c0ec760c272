"""Who is meant in a list that has no member numbers of this circle, and what is asked where that may be two people."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.rows import Row, State
from tests.intake.listed import seen

ZOE: dict[str, Any] = {"name": "Zoë O'Brien", "phone": "+33 1 23 45 67 89", "email": "zoe@example.org",
                       "topics": ["chess", "yoga"], "notes": "knows the hall"}  # fmt: skip


@pytest.fixture
def zoe(verbs: Verbs) -> bytes:
    return verbs.records.add("member", ZOE)[0]


def the_row(seen_: Preview, name: str = "") -> Row:
    return next(row for row in seen_.rows if name in str(row.fields.get("name")))


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Name,E-mail,Phone\nZoe O'Brien,ZOE@example.org,0699999999", {"phone": "0699999999"}),
        ('"Last name, first name",Phone,E-mail\n"O\'Brien, Zoë",0033 123 456 789,z@new.org', {"email": "z@new.org"}),
        ("Name,E-mail,Skills\nZoë O'Brien,zoe@example.org,Chess; pottery", {"topics": ["Chess", "pottery", "yoga"]}),
        ("Name,E-mail,Birth year\nZoë O'Brien,zoe@example.org,1960", {"birth_year": 1960}),
    ],
)
def test_whoever_shares_name_and_contact_is_corrected_and_not_added_twice(
    verbs: Verbs, zoe: bytes, tmp_path: Path, text: str, new: dict[str, Any]
) -> None:
    seen_ = seen(verbs, tmp_path, f"{text}\n")
    (row,) = seen_.rows
    assert (row.state, row.duplicate_of) == (State.CHANGED, zoe) and row.here is not None
    assert [change.field for change in row.here.changes] == list(new)
    assert import_preview(verbs, seen_).changed == [], "nothing is taken over unasked"
    before, count = verbs.reader.get("member", zoe), verbs.reader.count("member")
    assert import_preview(verbs, seen_, also=[row.number]).changed == [zoe]
    after = verbs.reader.get("member", zoe)
    assert {name: after[name] for name in new} == new
    assert verbs.reader.count("member") == count and after["name"] == ZOE["name"]
    verbs.undo.undo()
    assert verbs.reader.get("member", zoe) == before


@pytest.mark.parametrize("mail", ["zoe@example.org", ""])
def test_a_list_of_elsewhere_takes_away_nothing_of_what_it_never_held(
    verbs: Verbs, zoe: bytes, tmp_path: Path, mail: str
) -> None:
    before = verbs.reader.get("member", zoe)
    for skills, state in (("chess", State.KNOWN), ("pottery", State.CHANGED if mail else State.DOUBTFUL)):
        seen_ = seen(verbs, tmp_path, f"Name,E-mail,Phone,Skills\nZoë O'Brien,{mail},,{skills}\n")
        (row,) = seen_.rows
        assert row.state is state
        for each in filter(None, (row, row.otherwise)):
            assert not each.gone and not (each.here and each.here.gone), each
        import_preview(verbs, seen_, less=[row.number])
        assert verbs.reader.get("member", zoe) == before


def test_what_our_own_list_no_longer_says_goes_only_where_that_is_wanted(
    verbs: Verbs, zoe: bytes, tmp_path: Path
) -> None:
    number = verbs.reader.get("member", zoe)["number"]
    seen_ = seen(verbs, tmp_path, f"Member number,Name,Phone,Skills\n{number},Zoë O'Brien,,chess\n")
    (row,) = seen_.rows
    assert row.state is State.SHORTER
    assert row.gone == [("phone", ZOE["phone"], None), ("topics", ["yoga"], None)]
    import_preview(verbs, seen_, less=[row.number])
    after = verbs.reader.get("member", zoe)
    assert (after["phone"], after["topics"]) == (None, ["chess"])


def test_a_list_that_says_nothing_new_is_known_and_notes_come_below_those_that_stand(
    verbs: Verbs, zoe: bytes, tmp_path: Path
) -> None:
    lists = "Name,E-mail,Member no,Notes\nZoë O'Brien,zoe@example.org,417,pays by hand\n"
    (row,) = seen(verbs, tmp_path, lists).rows
    assert row.state is State.CHANGED
    import_preview(verbs, seen(verbs, tmp_path, lists), also=[row.number])
    assert verbs.reader.get("member", zoe)["notes"] == "knows the hall\npays by hand\nMember no: 417"
    assert the_row(seen(verbs, tmp_path, lists)).state is State.KNOWN


@pytest.mark.parametrize(
    ("titles", "cells", "other"),
    [
        ("Name,Phone", "Zoë O'Brien,0699999999", {}),
        ("Name,Phone,Birth year", "Zoë O'Brien,+33 1 23 45 67 89,1990", {"birth_year": 1960}),
        ("Name,Phone", "Zoé OBrien,+33 1 23 45 67 89", {}),
    ],
)
def test_where_something_contradicts_both_ways_are_offered_and_neither_taken(
    verbs: Verbs, zoe: bytes, tmp_path: Path, titles: str, cells: str, other: dict[str, object]
) -> None:
    verbs.records.edit("member", zoe, other)
    seen_ = seen(verbs, tmp_path, f"{titles}\n{cells}\n")
    (row,) = seen_.rows
    assert (row.state, row.duplicate_of, row.here) == (State.DOUBTFUL, zoe, None)
    assert row.otherwise is not None and row.otherwise.state is State.CHANGED and row.otherwise.here is not None
    wanted = replace(seen_, rows=[row.otherwise])
    assert import_preview(verbs, seen_).added == [] and import_preview(verbs, wanted, also=[row.number]).changed == [
        zoe
    ]


def test_where_two_members_fit_nothing_is_decided(verbs: Verbs, zoe: bytes, tmp_path: Path) -> None:
    verbs.records.add("member", ZOE | {"email": None})
    for cells in ("Name,Phone,E-mail\nZoë O'Brien,+33 1 23 45 67 89,new@example.org", "Name,Notes\nZoë O'Brien,tall"):
        (row,) = seen(verbs, tmp_path, f"{cells}\n").rows
        assert row.state is State.DOUBTFUL and row.here is None and row.otherwise is None
    (row,) = seen(verbs, tmp_path, "Name,E-mail,Phone\nZoë O'Brien,zoe@example.org,0699999999\n").rows
    assert (row.state, row.duplicate_of) == (State.CHANGED, zoe), "an e-mail that one of them has"


def test_of_two_rows_with_one_name_alone_neither_is_taken_for_the_member(
    verbs: Verbs, zoe: bytes, tmp_path: Path
) -> None:
    rows = seen(verbs, tmp_path, "Name,Birth year\nZoë O'Brien,1960\nZoë O'Brien,1990\n").rows
    assert [row.state for row in rows] == [State.DOUBTFUL, State.DOUBTFUL]
    assert all(row.otherwise is not None for row in rows)


def test_a_name_alone_may_be_somebody_else(verbs: Verbs, zoe: bytes, tmp_path: Path) -> None:
    seen_ = seen(verbs, tmp_path, "Name,Birth year\nZoë O'Brien,1960\n")
    (row,) = seen_.rows
    assert (row.state, row.here) == (State.DOUBTFUL, None), "nothing is written on whoever is known by name alone"
    assert row.otherwise is not None and row.otherwise.state is State.CHANGED
    made = import_preview(verbs, replace(seen_, rows=[row.otherwise]), also=[row.number])
    assert made.changed == [zoe] and verbs.reader.get("member", zoe)["birth_year"] == 1960
    verbs.undo.undo()
    count = verbs.reader.count("member")
    made = import_preview(verbs, seen_, also=[row.number])
    assert len(made.added) == 1 and verbs.reader.count("member") == count + 1
    verbs.undo.undo()
    rows = seen(verbs, tmp_path, "Name,Skills\nZoë O'Brien,chess\nZoë O'Brien,dance\n").rows
    assert [each.state for each in rows] == [State.DOUBTFUL, State.DOUBTFUL], "either of them may be her"
    verbs.records.add("member", {"name": "Bo"})
    assert the_row(seen(verbs, tmp_path, "Name,Birth year\nBo,1960\n")).state is State.DOUBTFUL, (
        "one word may be anybody"
    )


def test_somebody_under_another_name_is_asked_about_and_keeps_the_number_either_way(
    verbs: Verbs, zoe: bytes, tmp_path: Path
) -> None:
    for name in ("Amina Adeyemi", "Bo Ek"):
        verbs.records.add("member", {"name": name})
    number, file = verbs.reader.get("member", zoe)["number"], tmp_path / "people.csv"
    export(verbs.reader, "member", "csv", file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = [{"Name": row["Name"], "Member number": row["Member number"]} for row in csv.DictReader(opened)]
    next(row for row in rows if row["Member number"] == number)["Name"] = "Zoë Martin"
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    seen_ = preview(verbs.reader, "member", file, today=verbs.desk.today())
    row = the_row(seen_, "Martin")
    assert (row.state, row.duplicate_of) == (State.DOUBTFUL, zoe) and seen_.good == []
    said = f"Member {number} is Zoë O'Brien here: is this the same person under another name (number)?"
    assert [problem.sentence for problem in row.problems] == [said]
    assert row.otherwise is not None and row.otherwise.here is not None and not row.otherwise.problems
    assert row.otherwise.here.changes == [("name", "Zoë O'Brien", "Zoë Martin")]
    import_preview(verbs, replace(seen_, rows=[row.otherwise]), also=[row.number])
    assert verbs.reader.get("member", zoe)["name"] == "Zoë Martin"
    verbs.undo.undo()
    (added,) = import_preview(verbs, seen_, also=[row.number]).added
    assert verbs.reader.get("member", added)["notes"] == f"Member number: {number}"
    states = {
        str(each.fields["name"]): each.state
        for each in preview(verbs.reader, "member", file, today=verbs.desk.today()).rows
    }
    assert states["Zoë Martin"] is State.KNOWN, "the number that its notes hold is no other one's"


@pytest.mark.parametrize("form", ["vcf", "json"])
def test_cards_and_records_that_were_corrected_tell_what_is_new(
    verbs: Verbs, zoe: bytes, tmp_path: Path, form: str
) -> None:
    file = tmp_path / f"people.{form}"
    export(verbs.reader, "member", form, file)
    file.write_text(file.read_text("utf-8").replace("+33 1 23 45 67 89", "0699999999"), "utf-8")
    row = the_row(preview(verbs.reader, "member", file, today=verbs.desk.today()), "Zoë")
    assert row.state is State.CHANGED and row.here is not None
    assert row.here.changes == [("phone", "+33 1 23 45 67 89", "0699999999")]


@pytest.mark.parametrize("form", ["vcf", "json"])
def test_an_old_address_book_does_not_fill_again_who_was_anonymised(
    verbs: Verbs, zoe: bytes, tmp_path: Path, form: str
) -> None:
    old, file = tmp_path / f"old.{form}", tmp_path / f"people.{form}"
    export(verbs.reader, "member", form, old)
    verbs.leaving.anonymise(zoe)
    nameless = verbs.reader.get("member", zoe)
    seen_ = preview(verbs.reader, "member", old, today=verbs.desk.today())
    row = the_row(seen_, "Zoë")
    assert (row.state, row.duplicate_of, row.here, row.otherwise) == (State.DOUBTFUL, zoe, None, None)
    import_preview(verbs, seen_, take="all")
    assert verbs.reader.get("member", zoe) == nameless
    verbs.undo.undo()
    export(verbs.reader, "member", form, file)
    assert the_row(preview(verbs.reader, "member", file, today=verbs.desk.today()), "Former").state is State.KNOWN
    (row,) = seen(verbs, tmp_path, f"Name,Phone\n{nameless['name']},0699999999\n").rows
    assert row.state is State.KNOWN and row.otherwise is None


def test_hours_of_a_namesake_can_be_brought_in(verbs: Verbs, tmp_path: Path) -> None:
    ana, _ = verbs.records.add("member", {"name": "Ana Ruiz"})
    for text in ("Name,Hours\nAna Ruiz,5\n", "Name,Status\nAna Ruiz,left\n"):
        seen_ = seen(verbs, tmp_path, text)
        (row,) = seen_.rows
        assert (row.state, row.duplicate_of, row.here) == (State.DOUBTFUL, ana, None)
        assert row.otherwise is not None and row.otherwise.state is State.KEPT
    (added,) = import_preview(verbs, seen(verbs, tmp_path, "Name,Hours\nAna Ruiz,5\n"), take="all").added
    assert (verbs.reader.balance(added), verbs.reader.balance(ana)) == (300, 0)


@pytest.mark.parametrize(("phone", "state"), [("111", State.DOUBTFUL), ("43210", State.CHANGED)])
def test_a_short_number_that_anybody_may_have_tells_nobody(
    verbs: Verbs, tmp_path: Path, phone: str, state: State
) -> None:
    verbs.records.add("member", {"name": "Ana Ruiz", "phone": phone})
    (row,) = seen(verbs, tmp_path, f"Name,Phone,E-mail\nAna Ruiz,{phone},ana@example.org\n").rows
    assert row.state is state
    assert row.here is not None or (row.otherwise is not None and row.otherwise.state is State.CHANGED)


def test_a_name_alone_tells_nobody_where_the_number_is_another_ones(verbs: Verbs, zoe: bytes, tmp_path: Path) -> None:
    (row,) = seen(verbs, tmp_path, "Member number,Name\n9-99,Zoë O'Brien\n").rows
    assert (row.state, row.here) == (State.DOUBTFUL, None)
    verbs.records.edit("member", zoe, {"notes": "Member number: 9-99"})
    (row,) = seen(verbs, tmp_path, "Member number,Name\n9-99,Zoë O'Brien\n").rows
    assert row.state is State.KNOWN
