"""What was exported and is imported again changes nothing, whatever the kind, the format, and what stands in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import Unreadable
from learningcircles.intake.export import FORMATS, KINDS, export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.mapping import KINDS as KINDS_TO_CHOOSE
from learningcircles.intake.preview import kind_in, preview
from learningcircles.intake.rows import State
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore

KINDS_OF_LISTS = ("member", "offer", "request", "swap", "meetup", "place", "learning", "topic", "consent")
FORMULA = "=cmd|' /C calc'!A0"


def circle_in(folder: Path) -> Verbs:
    home = Home(folder / "laptop", FileKeystore(folder / "keys"))
    return Verbs(found(home, "Circle", "Pilar Núñez", "Laptop"), zone="Europe/Paris")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Verbs:
    """A circle with something of everything, and with what spreadsheets spoil."""
    verbs = circle_in(tmp_path_factory.mktemp("full"))
    add = verbs.records.add
    amina, _ = add("member", {
        "name": "Amina O’Neill-Adeyemi", "phone": "0033 0123 456 789", "email": "a@b.org", "topics": [FORMULA, "x, y"],
        "languages": ["pt", "fr"], "notes": "-one\ntwo; \"q\"", "birth_year": 1980, "guardian": "'quoted",
        "address": {"street": "1 Rue", "postcode": "01234", "city": "Lyon", "country": "FR"}, "access_needs": "@ramp",
    })  # fmt: skip
    jose, _ = add("member", {"name": "José María García"})
    add("offer", {"member": amina, "title": "Bread, rye", "topic": "bread", "expires": "2027-01-01", "reach": 3})
    add("request", {"member": jose, "title": "Bikes", "state": "matched"})
    verbs.swaps.record(amina, jose, 90, "bread", "2026-11-01", "=1+1", "slip 007")
    verbs.swaps.record(jose, amina, 20, "", proposed=True)
    add("meetup", {"title": "Open, day; x", "start": {"at": "2027-05-04T18:00", "zone": "Europe/Paris"}, "minutes": 90})
    add("meetup", {"title": "Abroad", "start": {"at": "2027-05-05T18:00", "zone": "America/New_York"}, "host": jose})
    verbs.learning.note(amina, "chess", minutes=20, field="1015", place="Library")
    verbs.learning.note(jose, "reading", kind="formal")
    add("place", {"name": "Hall 2", "address": {"street": "1 Rue", "city": "Lyon"}, "capacity": 30})
    add("topic", {"name": "Baking", "field": "0721"})
    add("consent", {"member": amina, "purpose": "keep_details", "given": True, "how": "paper", "on": "2026-01-01"})
    return verbs


@pytest.mark.parametrize("kind", KINDS_OF_LISTS)
def test_an_export_that_comes_back_changes_nothing(full: Verbs, tmp_path: Path, kind: str) -> None:
    assert ENTITIES[kind].listed
    before = full.reader.state_hash()
    forms = [form for form in FORMATS if KINDS.get(form, kind) == kind]
    assert {"csv", "xlsx", "json"} <= set(forms)
    for form in forms:
        file = tmp_path / f"list.{form}"
        count = export(full.reader, kind, form, file)
        seen = preview(full.reader, kind, file, today=full.desk.today())
        assert len(seen.rows) == count > 0 and not any(row.problems for row in seen.rows), form
        assert {row.state for row in seen.rows} == {State.KNOWN}, form
        assert import_preview(full, seen).added == [] and full.reader.state_hash() == before, form


@pytest.mark.parametrize("kind", KINDS_TO_CHOOSE)
def test_what_a_file_holds_is_seen_from_its_fields(full: Verbs, tmp_path: Path, kind: str) -> None:
    for form in ("csv", "xlsx", "json"):
        file = tmp_path / f"list.{form}"
        export(full.reader, kind, form, file)
        assert kind_in(file) == kind, form


@pytest.mark.parametrize("form", ["csv", "xlsx", "json"])
def test_a_circle_that_begins_with_an_export_holds_the_same(full: Verbs, tmp_path: Path, form: str) -> None:
    other = circle_in(tmp_path)
    for kind in ("member", "place", "topic"):
        file = tmp_path / f"{kind}.{form}"
        export(full.reader, kind, form, file)
        import_preview(other, preview(other.reader, kind, file, today=full.desk.today()), take="all")
    (amina,) = (row for row in other.reader.list("member") if str(row["name"]).startswith("Amina"))
    (there,) = (row for row in full.reader.list("member") if str(row["name"]).startswith("Amina"))
    same = ("phone", "email", "topics", "languages", "notes", "birth_year", "guardian", "access_needs")
    assert {name: amina[name] for name in same} == {name: there[name] for name in same}
    assert "01234" in str(amina["address"]) and "1 Rue" in str(amina["address"])
    other.undo.undo()
    assert other.reader.count("topic") == 0 and other.reader.count("place") == 1, "one import at a time"


def test_no_cell_that_leaves_is_a_formula(full: Verbs, tmp_path: Path) -> None:
    export(full.reader, "member", "csv", tmp_path / "list.csv")
    text = (tmp_path / "list.csv").read_text("utf-8-sig")
    assert f"'{FORMULA}" in text and f",{FORMULA}" not in text


def test_records_as_lines_come_in_and_names_of_elsewhere_are_named(full: Verbs, tmp_path: Path) -> None:
    lines = tmp_path / "list.json"
    nobody = {"member": "00" * 16, "topic": "kites"}
    rows = [nobody, {"topic": "owls", "member": full.reader.list("member")[0].id.hex(), "colour": "red"}]
    lines.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    seen = preview(full.reader, "learning", lines, today=full.desk.today())
    assert [[str(each.error) for each in row.problems] for row in seen.rows] == [
        ["Who: this is not in this circle (member)."],
        [],
    ]
    assert seen.rows[0].state is State.BLOCKED and "colour" in seen.mapping.unused


@pytest.mark.parametrize("text", ["[1, 2]", "{", "", '{"a": 1}\nx', "[" * 100_000])
def test_what_holds_no_records_is_refused_in_a_sentence(full: Verbs, tmp_path: Path, text: str) -> None:
    file = tmp_path / "list.json"
    file.write_text(text, "utf-8")
    with pytest.raises(Unreadable, match=r"list\.json (is empty|holds no list of records, or is damaged)\."):
        preview(full.reader, "member", file, today=full.desk.today())
