"""A corrected export comes back: what is new is told, and taken over where it is wanted."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import Preview, preview


@pytest.fixture
def people(verbs: Verbs) -> dict[str, bytes]:
    """Three members with most of what an export holds."""
    whole = {"phone": "+33 1 23 45 67 89", "email": "zoe@example.org", "place": "Quay", "topics": ["chess", "yoga"],
             "languages": ["fr", "ar"], "birth_year": 1960, "address": {"street": "1 rue A", "city": "Lyon"},
             "notes": "two\nlines", "status": "active"}  # fmt: skip
    named = {"Zoë O'Neill": whole, "Amina Adeyemi": {"phone": "0601"}, "Bo": {}}
    return {name: verbs.records.add("member", {"name": name, **fields})[0] for name, fields in named.items()}


def corrected(verbs: Verbs, file: Path, name: str, **cells: str) -> Preview:
    """Export all members, write other cells into somebody's row, and read the file again."""
    export(verbs.reader, "member", "csv", file)
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    next(row for row in rows if row["Name"] == name).update({key.replace("_", " "): cells[key] for key in cells})
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        writer = csv.DictWriter(opened, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return preview(verbs.reader, "member", file, today=verbs.desk.today())


def test_what_was_not_corrected_says_nothing_new(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    seen = corrected(verbs, tmp_path / "people.csv", "Bo")
    assert {row.duplicate_of for row in seen.rows} >= set(people.values())
    assert all(row.changes == {} and row.blocked and not row.problems for row in seen.rows)


def test_corrections_are_taken_over_as_one_and_undone_as_one(
    verbs: Verbs, people: dict[str, bytes], tmp_path: Path
) -> None:
    zoe = people["Zoë O'Neill"]
    before = verbs.reader.get("member", zoe)
    cells = {"Name": "Zoé O'Neill-Roux", "Phone": "0699999999", "Skills": "chess; pottery", "Notes": ""}
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", **cells)
    (row,) = [row for row in seen.rows if row.changes]
    assert row.duplicate_of == zoe and not row.good and row.changes is not None
    assert row.changes.keys() == {"name", "phone", "topics"}, "an empty cell takes nothing away"
    assert import_preview(verbs, seen).changed == [], "nothing is taken over unasked"
    made = import_preview(verbs, seen, also=[row.number])
    assert (made.added, made.changed) == ([], [zoe])
    after = verbs.reader.get("member", zoe)
    assert (after["name"], after["phone"], after["topics"]) == ("Zoé O'Neill-Roux", "0699999999", ["chess", "pottery"])
    assert after["notes"] == "two\nlines" and verbs.reader.count("member") == 4
    verbs.undo.undo()
    assert verbs.reader.get("member", zoe) == before


def test_a_number_of_another_circle_means_nobody_here(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    number = verbs.reader.get("member", people["Bo"])["number"]
    file = tmp_path / "theirs.csv"
    file.write_text(f"Name,Phone,Member number\nSomebody Else,0700,{number}\n", encoding="utf-8")
    (row,) = preview(verbs.reader, "member", file, today=verbs.desk.today()).rows
    assert row.good and row.changes is None and "number" not in row.fields


def test_a_status_is_changed_by_no_list(verbs: Verbs, people: dict[str, bytes], tmp_path: Path) -> None:
    seen = corrected(verbs, tmp_path / "people.csv", "Zoë O'Neill", Status="left", Phone="0699999999")
    (row,) = [row for row in seen.rows if row.changes]
    assert list(row.changes or ()) == ["phone"] and [each.field for each in row.problems] == ["status"]
