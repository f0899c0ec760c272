"""What is written out comes back the same, and is safe to open."""

from __future__ import annotations

import csv
import gc
import io
import json
import tempfile
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue
from learningcircles.intake.cells import guarded, guarded_copy, unguarded
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.laptop.erasing import erase
from learningcircles.papers.signin import sign_in_sheet


def test_several_values_come_back_whatever_marks_they_hold(verbs: Verbs, tmp_path: Path) -> None:
    held = [["a;b"], ["a;b", "c,d"], ["UX/UI"], ["x", "y;"], ["one", "two"]]
    file = tmp_path / "out.csv"
    for number, topics in enumerate(held):
        id_, _ = verbs.records.add("member", {"name": f"Member {number}", "topics": topics})
        export(verbs.reader, "member", "csv", file, ids=[id_])
        (row,) = preview(verbs.reader, "member", file, today=verbs.desk.today()).rows
        assert sorted(row.fields["topics"]) == sorted(topics)


def test_a_time_of_another_place_comes_back_with_its_zone(verbs: Verbs, tmp_path: Path) -> None:
    start = {"at": "2030-05-06T19:30", "zone": "America/New_York"}
    verbs.records.add("meetup", {"title": "Call", "start": start})
    file = tmp_path / "out.csv"
    export(verbs.reader, "meetup", "csv", file, zone="Europe/Paris")
    assert "2030-05-06T19:30 America/New_York" in file.read_text("utf-8-sig")
    (row,) = preview(verbs.reader, "meetup", file, zone="Europe/Paris", today=verbs.desk.today()).rows
    assert row.fields["start"] == start and row.duplicate_of is not None


def test_an_address_is_written_in_the_order_of_people(verbs: Verbs, tmp_path: Path) -> None:
    parts = {"country": "FR", "city": "Lyon", "postcode": "69001", "street": "1 rue A"}
    verbs.records.add("place", {"name": "Hall", "address": parts})
    export(verbs.reader, "place", "csv", tmp_path / "out.csv")
    assert "1 rue A, 69001, Lyon, FR" in (tmp_path / "out.csv").read_text("utf-8-sig")


@given(st.text(max_size=30))
def test_guarding_against_formulas_is_undone_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_an_export_comes_back_the_same(verbs: Verbs, tmp_path: Path, form: str) -> None:
    fields = {
        "name": "=1+1 D'Arcy Ñandú",
        "phone": "+33 0123",
        "languages": ["fr", "pt"],
        "notes": "'=a\nline two; and, more",
        "birth_year": 1980,
        "sector": "voluntary",
        "joined": "2024-03-01",
        "address_as": "@dee",
        "topics": ["bikes", "food and wine"],
    }
    id_, _ = verbs.records.add("member", fields)
    file = tmp_path / f"out.{form}"
    assert export(verbs.reader, "member", form, file, ids=[id_]) == 1
    verbs.records.remove("member", id_)
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert found.rows[0].problems == ()
    assert {k: v for k, v in found.rows[0].fields.items() if k in fields} == fields
    if form == "csv":
        cells = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))[1]
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)


def test_minutes_come_back_as_minutes(verbs: Verbs, tmp_path: Path) -> None:
    people = [verbs.records.add("member", {"name": name})[0] for name in ("Amina", "Bo")]
    swap, _ = verbs.swaps.record(people[0], people[1], 20, "bread", "2026-11-20")
    export(verbs.reader, "swap", "csv", tmp_path / "swaps.csv")
    verbs.records.remove("swap", swap)
    import_preview(verbs, preview(verbs.reader, "swap", tmp_path / "swaps.csv", today=verbs.desk.today()))
    assert [row["minutes"] for row in verbs.reader.list("swap")] == [20]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_who_was_erased_is_told_in_words_and_the_file_brings_nothing_in(
    verbs: Verbs, tmp_path: Path, form: str
) -> None:
    amina, bo = (verbs.records.add("member", {"name": name})[0] for name in ("Amina", "Bo"))
    verbs.swaps.record(amina, bo, 20, "bread", "2026-11-20")
    verbs.swaps.record(bo, amina, 60, "tea", "2026-11-21")
    erase(verbs, bo)
    file = tmp_path / f"swaps.{form}"
    export(verbs.reader, "swap", form, file)
    before = [(each.id, dict(each.fields)) for each in verbs.reader.list("swap")]
    seen = preview(verbs.reader, "swap", file, today=verbs.desk.today())
    cells = [problem.cell for row in seen.rows for problem in row.problems]
    assert cells == ["A former member"] * 2, "a person knows what that means"
    assert not import_preview(verbs, seen).added
    assert [(each.id, dict(each.fields)) for each in verbs.reader.list("swap")] == before


def test_of_two_who_are_called_alike_the_number_tells_which(verbs: Verbs, tmp_path: Path) -> None:
    one, two = (verbs.records.add("member", {"name": "Amina"})[0] for _ in range(2))
    verbs.swaps.record(one, two, 20, "bread", "2026-11-20")
    numbers = [verbs.reader.get("member", each)["number"] for each in (one, two)]
    export(verbs.reader, "swap", "csv", tmp_path / "swaps.csv")
    row = (tmp_path / "swaps.csv").read_text("utf-8-sig").splitlines()[1]
    assert row.split(",")[:2] == numbers
    seen = preview(verbs.reader, "swap", tmp_path / "swaps.csv", today=verbs.desk.today())
    assert [(each.fields["provider"], each.fields["receiver"]) for each in seen.rows] == [(one, two)]


def test_json_holds_everything(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    export(verbs.reader, "member", "json", file)
    rows = json.loads(file.read_text("utf-8"))
    assert rows[0]["name"] == "Pilar Núñez"
    assert rows[0]["id"] == (verbs.desk.person or b"").hex()
    with pytest.raises(InvalidValue, match="csv, xlsx, json"):
        export(verbs.reader, "member", "docx", file)


def test_a_sign_in_sheet_holds_who_is_expected_first(verbs: Verbs) -> None:
    amina, _ = verbs.records.add("member", {"name": "Amina"})
    verbs.records.add("member", {"name": "Bo", "phone": "0123"})
    meetup, _ = verbs.meetups.plan("Bikes", "2027-11-20T18:00", 90, place="Hall")
    verbs.meetups.rsvp(meetup, amina, "yes")
    for guest in ("Zed", "Élodie", "Eva"):
        verbs.meetups.rsvp(meetup, None, "maybe", name=guest)
    sheet = sign_in_sheet(verbs.reader, meetup, empty=2)
    assert [(line.name, line.answer) for line in sheet.lines] == [
        ("Amina", "yes"), ("Élodie", "maybe"), ("Eva", "maybe"), ("Zed", "maybe"),
        ("Bo", ""), ("Pilar Núñez", ""), ("", ""), ("", ""),
    ]  # fmt: skip
    assert (sheet.circle, sheet.title, sheet.place, sheet.minutes) == ("Circle", "Bikes", "Hall", 90)
    assert "0123" not in repr(sheet)


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_an_export_holds_no_more_than_some_hundred_records_at_once(verbs: Verbs, tmp_path: Path, form: str) -> None:
    notes = "x" * 1_000
    rows = [{"name": f"Member {number:04}", "notes": notes} for number in range(2_500)]
    verbs.records.add_many("member", rows, label="Add")
    file = tmp_path / f"people.{form}"
    export(verbs.reader, "member", form, file, ids=[])
    gc.collect()
    gc.disable()  # when Python collects is nobody's promise, so an export may leave no garbage that waits for it
    tracemalloc.start()
    try:
        assert export(verbs.reader, "member", form, file) == 2_501
        taken = tracemalloc.get_traced_memory()[1] / max(file.stat().st_size, len(notes) * len(rows))
    finally:
        tracemalloc.stop()
        gc.enable()
    assert taken < 1, f"{taken:.2f} times what is in it"


class Stopped(Exception):
    """Somebody does not want to wait."""


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_an_export_that_is_stopped_leaves_the_file_as_it_was(verbs: Verbs, tmp_path: Path, form: str) -> None:
    def stop(done: int, whole: int) -> None:
        raise Stopped

    file = tmp_path / "out" / f"people.{form}"
    file.parent.mkdir()
    file.write_text("former")
    with pytest.raises(Stopped):
        export(verbs.reader, "member", form, file, told=stop)
    assert list(file.parent.iterdir()) == [file]
    assert file.read_text() == "former"


def test_what_a_killed_export_left_goes_with_the_next(
    verbs: Verbs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the next one is called: the window suggests a name with the day in it."""
    temporary, out = tmp_path / "tmp", tmp_path / "out"
    left = temporary / "learningcircles-killed"
    for each in (left, out):
        each.mkdir(parents=True)
    for name in ("lives", "rows"):
        (left / name).write_text("Secret Person")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    export(verbs.reader, "member", "xlsx", out / "people.xlsx")
    assert not list(temporary.iterdir()) and [each.name for each in out.iterdir()] == ["people.xlsx"]


@pytest.mark.parametrize(
    "words",
    ["=1+1", '=HYPERLINK("http://x","y")', "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "'=1", "＝1", "+Ana", "-h"],
)
def test_what_is_copied_is_no_formula_and_comes_back(words: str) -> None:
    told = guarded_copy(words)
    assert told == "'" + words
    assert unguarded(told) == words


@pytest.mark.parametrize(
    "words",
    ["+49 (30) 12/34-5", "+33 6 12 34 56 78", "-2", "-1 h 30 min", "-15 min", "+1.5", "Ana", "", "0123"],
)
def test_figures_are_copied_as_they_are(words: str) -> None:
    assert guarded_copy(words) == words == unguarded(words)
