"""What people mean by a day without its year and by a number without its unit: one rule each, for forms and lists."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.errors import InvalidValue
from learningcircles.intake import convert
from learningcircles.intake.days import day_meant
from learningcircles.intake.importing import import_preview
from learningcircles.intake.lengths import Length, length_meant
from learningcircles.intake.preview import preview

TODAY = datetime.date(2026, 11, 26)
"""A Thursday."""
EVENING, EVER = 24 * 60, 1_000_000


@pytest.mark.parametrize(
    ("words", "past", "coming"),
    [
        ("12 May", "2026-05-12", "2027-05-12"),
        ("12 mai", "2026-05-12", "2027-05-12"),
        ("el 12 de mayo", "2026-05-12", "2027-05-12"),
        ("May 12", "2026-05-12", "2027-05-12"),
        ("12/5", "2026-05-12", "2027-05-12"),
        ("12.5.", "2026-05-12", "2027-05-12"),
        ("1er févr.", "2026-02-01", "2027-02-01"),
        ("3 Dec", "2025-12-03", "2026-12-03"),
        ("29 Feb", "2024-02-29", "2028-02-29"),
        ("today", "2026-11-26", "2026-11-26"),
        ("aujourd’hui", "2026-11-26", "2026-11-26"),
        ("Hoy", "2026-11-26", "2026-11-26"),
        ("tomorrow", "2026-11-27", "2026-11-27"),
        ("demain", "2026-11-27", "2026-11-27"),
        ("mañana", "2026-11-27", "2026-11-27"),
        ("yesterday", "2026-11-25", "2026-11-25"),
        ("hier", "2026-11-25", "2026-11-25"),
        ("ayer", "2026-11-25", "2026-11-25"),
        ("avant-hier", "2026-11-24", "2026-11-24"),
        ("pasado mañana", "2026-11-28", "2026-11-28"),
        ("Friday", "2026-11-20", "2026-11-27"),
        ("vendredi", "2026-11-20", "2026-11-27"),
        ("el viernes", "2026-11-20", "2026-11-27"),
        ("Thu", "2026-11-26", "2026-11-26"),
        ("next Friday", "2026-11-27", "2026-11-27"),
        ("last Friday", "2026-11-20", "2026-11-20"),
        ("vendredi dernier", "2026-11-20", "2026-11-20"),
        ("el viernes que viene", "2026-11-27", "2026-11-27"),
        ("next Thursday", "2026-12-03", "2026-12-03"),
        ("Friday 12 May", "2026-05-12", "2027-05-12"),
        ("the 12th", "2026-11-12", "2026-12-12"),
        ("31", "2026-10-31", "2026-12-31"),
        ("12 May 2024", "2024-05-12", "2024-05-12"),
        ("March 3rd, 2024", "2024-03-03", "2024-03-03"),
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("20.11.26", "2026-11-20", "2026-11-20"),
    ],
)
def test_a_day_is_understood_and_leans_to_what_the_field_is_for(words: str, past: str, coming: str) -> None:
    assert [str(day_meant(words, TODAY, leans=leans)) for leans in (-1, 1)] == [past, coming]


def test_the_order_of_numbers_goes_by_the_place_unless_they_tell_it_themselves() -> None:
    assert str(day_meant("12/5/2026", TODAY)) == "2026-05-12"
    assert str(day_meant("12/5/2026", TODAY, month_first=True)) == "2026-12-05"
    assert str(day_meant("20/11/2026", TODAY, month_first=True)) == "2026-11-20"
    assert str(day_meant("1 January", TODAY)) == "2027-01-01", "the nearest, where a field leans neither way"


@pytest.mark.parametrize(
    "words", ["", "soon", "12 12 12 12", "31/2/2026", "99", "May", "may be", "18:00", "next", "2026", "12 Maybe", "0/0"]
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert day_meant(words, TODAY, leans=1) is None


@pytest.mark.parametrize(
    ("words", "evening", "ever"),
    [
        ("2", Length(120, True), Length(120, True)),
        ("4", Length(240, True), Length(240, True)),
        ("20", Length(20, True), "asked"),
        ("90", Length(90, True), "asked"),
        ("8", "asked", "asked"),
        ("1.5", Length(90, True), Length(90, True)),
        ("20 m", Length(20), Length(20)),
        ("20 h", Length(1200), Length(1200)),
        ("1h30", Length(90), Length(90)),
        ("0:20\u00a0h", Length(20), Length(20)),
        ("2 horas", Length(120), Length(120)),
        ("25:61", None, None),
        ("1h60", None, None),
        ("an hour", None, None),
    ],
)
def test_a_bare_number_is_guessed_in_the_open_or_asked_about(words: str, evening: object, ever: object) -> None:
    for most, wanted in ((EVENING, evening), (EVER, ever)):
        if wanted == "asked":
            with pytest.raises(InvalidValue) as asked:
                length_meant(words, most=most)
            assert str(asked.value) == f"{words} minutes or {words} hours?"
        else:
            assert length_meant(words, most=most) == wanted


def seen(verbs: Verbs, folder: Path, kind: str, text: str) -> list[tuple[int, object, list[str]]]:
    file = folder / "list.csv"
    file.write_text(text, "utf-8")
    rows = preview(verbs.reader, kind, file, today=verbs.desk.today()).rows
    return [(row.number, row.fields.get("minutes"), [each.sentence for each in row.problems]) for row in rows]


def test_a_column_that_leaves_the_unit_open_is_read_as_its_numbers_show(verbs: Verbs, tmp_path: Path) -> None:
    head = "Who,Topic,Duration\n"
    assert [row[1] for row in seen(verbs, tmp_path, "learning", head + "Pilar Núñez,a,2\nPilar Núñez,b,5\n")] == [
        120,
        300,
    ]
    assert [row[1] for row in seen(verbs, tmp_path, "learning", head + "Pilar Núñez,a,20\nPilar Núñez,b,45\n")] == [
        20,
        45,
    ]
    assert [row[1] for row in seen(verbs, tmp_path, "learning", "Who,Topic,Hours\nPilar Núñez,a,20\n")] == [1200]
    assert [row[1] for row in seen(verbs, tmp_path, "learning", "Who,Topic,Minutes\nPilar Núñez,a,2\n")] == [2]


def test_a_number_that_may_be_either_is_named_with_its_row_and_not_taken(verbs: Verbs, tmp_path: Path) -> None:
    rows = seen(
        verbs, tmp_path, "learning", "Who,Topic,Duration\nPilar Núñez,a,20\nPilar Núñez,b,1:30\nPilar Núñez,c,25:61\n"
    )
    assert [row[:2] for row in rows] == [(2, None), (3, 90), (4, None)]
    assert rows[0][2] == ["Time: 20 minutes or 20 hours? Write “20 min” or “20 h”."]
    assert rows[2][2] == ["“25:61” does not read as a length of time (Time)."]
    found = preview(verbs.reader, "learning", tmp_path / "list.csv", today=verbs.desk.today())
    assert import_preview(verbs, found).left_out == [2, 4]


@pytest.mark.parametrize("text", ["25:61", "1h75", "0:60"])
def test_more_than_59_minutes_after_the_hours_are_a_slip(text: str) -> None:
    field = entity("swap").field("minutes")
    assert field is not None
    with pytest.raises(InvalidValue):
        convert.minutes(field, text)
