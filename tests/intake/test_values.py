"""Hours, days, years and moments as people write them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
import xlsxwriter

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.errors import InvalidValue
from learningcircles.intake import convert
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from tests.intake.listed import seen


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("90", 90), ("1:30", 90), ("1h30", 90), ("1,5 h", 90), ("1.5 hours", 90), ("90 min", 90), ("2 heures", 120)],
)
def test_lengths_of_time(text: str, minutes: int) -> None:
    field = entity("swap").field("minutes")
    assert field is not None
    assert convert.minutes(field, text) == minutes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("20/11/2026", "2026-11-20"),
        ("20.11.26", "2026-11-20"),
        ("3 mars 2024", "2024-03-03"),
        ("1er août 2024", "2024-08-01"),
        ("3 de marzo de 2024", "2024-03-03"),
        ("March 3rd, 2024", "2024-03-03"),
    ],
)
def test_days_in_three_languages(text: str, expected: str) -> None:
    field = entity("member").field("joined")
    assert field is not None
    assert convert.converted(field, text, convert.Reading()) == expected


def test_one_impossible_month_tells_how_a_column_is_meant(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "name,joined\nA,03/04/2024\nB,04/25/2024\n")
    assert [row.fields["joined"] for row in found.rows] == ["2024-03-04", "2024-04-25"]
    field = entity("member").field("joined")
    assert field is not None
    with pytest.raises(InvalidValue, match="31/02/2024"):
        convert.converted(field, "31/02/2024", convert.Reading())


def test_a_day_with_dots_is_no_other(verbs: Verbs, tmp_path: Path) -> None:
    assert seen(verbs, tmp_path, "name,joined\nA,01.02.2024\n").either == {}
    assert seen(verbs, tmp_path, "name,joined\nA,01/02/2024\n").either == {"joined": "01/02/2024"}


@pytest.mark.parametrize(
    ("text", "written"),
    [("12/05/49", 1949), ("1/2/30", 1930), ("31/12/99", 1999), ("01/02/26", 2026), ("1930", 1930)],
)
def test_nobody_was_born_in_years_to_come(verbs: Verbs, tmp_path: Path, text: str, written: int) -> None:
    file = tmp_path / "born.csv"
    file.write_text(f"name,date of birth\nAda,{text}\n", "utf-8")
    (row,) = preview(verbs.reader, "member", file, today="2026-11-20").rows
    assert (row.fields["birth_year"], row.problems) == (written, ())


def test_a_year_of_birth_or_a_day_that_cannot_be_is_named(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "name,born,joined\nAda,2155,\nBea,,20/11/202\nCleo,1890,\n")
    told = [[problem.sentence for problem in row.problems] for row in found.rows]
    assert told == [
        ["2155 lies ahead: nobody was born in it yet (birth_year)."],
        ["“20/11/202” does not read as a date (Member since)."],
        ["Born in 1890 means 136 years of age: is that the right year (birth_year)?"],
    ]
    assert [row.fields.get("birth_year") for row in found.rows] == [None, None, 1890], "asked about, and taken"
    with pytest.raises(InvalidValue, match="2099 lies ahead: nobody was born in it yet"):
        verbs.records.add("member", {"name": "Ada", "birth_year": 2099})


def test_hours_of_a_spreadsheet_are_read_as_it_shows_them(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "hours.xlsx"
    spans = {"Ada": timedelta(hours=1, minutes=30), "Bea": timedelta(hours=30), "Cleo": timedelta(minutes=45)}
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Balance (hours)"])
        for number, (name, span) in enumerate(spans.items(), 1):
            sheet.write_string(number, 0, name)
            sheet.write_number(number, 1, span / timedelta(days=1), book.add_format({"num_format": "[h]:mm"}))
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert {row.fields["name"]: row.opening for row in found.rows} == {"Ada": 90, "Bea": 1800, "Cleo": 45}
    assert found.doubtful == []


@pytest.mark.parametrize("text", ["1,200", "1.200", "90.5 min", "0,5 min", "1,250 h", "12.500"])
def test_a_number_that_two_people_read_differently_is_asked_about(text: str) -> None:
    field = entity("swap").field("minutes")
    assert field is not None
    for unit in ("m", "h"):
        with pytest.raises(InvalidValue):
            convert.minutes(field, text, unit=unit)
    assert convert.minutes(field, "0.25", unit="h") == convert.minutes(field, "0,250", unit="h") == 15


@pytest.mark.parametrize(
    "text",
    ["20/11/2026 18h30", "2026-11-20T18:30", "2026-11-20 18:30:00", "20 nov 2026, 6:30 pm", "20/11/26 6:30 p.m."],
)
def test_moments(text: str) -> None:
    field = entity("meetup").field("start")
    assert field is not None
    assert convert.converted(field, text, convert.Reading()) == "2026-11-20T18:30"


@pytest.mark.parametrize(
    ("words", "code"),
    [("euskera", "eu"), ("Galego", "gl"), ("עברית", "he"), ("हिन्दी", "hi"), ("tiếng Việt", "vi"), ("Suomi", "fi"),
     ("Kurmancî", "ku"), ("한국어", "ko"), ("mooré", "mooré"), ("Englisch", "en"), ("Türkisch", "tr")],
)  # fmt: skip
def test_a_language_is_known_by_what_it_calls_itself_and_what_neighbours_do(words: str, code: str) -> None:
    assert convert.language(words) == code


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("Nom,Prénom,Tél\nPetit,Zoë,06\nGrand,Bo,07\n,,\nImprimé le 26/11/2026,,\n", [5]),
        ("Nom,Prénom,Tél\nPetit,Zoë,06\nGrand,Bo,07\nMairie,,\n", [4]),
        ("Name,Tel\nZoë,06\nBo,07\n3 members,\n", [4]),
        ("Name,Tel\nZoë,06\nBo,07\nLéa,\n", []),
        ("Name,Tel\nZoë,06\n,\nLéa,\nBo,07\n", []),
        ("Name,Tel\nZoë,\n\nLéa,\n", []),
        ("Name\nZoë\n\nLéa\n", []),
    ],
)
def test_a_line_at_the_foot_that_holds_a_name_alone_wants_a_look(
    verbs: Verbs, tmp_path: Path, text: str, doubted: list[int]
) -> None:
    found = seen(verbs, tmp_path, text)
    alone = [row for row in found.rows if any(problem.error.code == "alone" for problem in row.problems)]
    assert [row.number for row in alone] == doubted and not any(row.state is State.BLOCKED for row in alone)
    assert [row.number for row in found.doubtful] == doubted


@pytest.mark.parametrize(
    ("title", "cell", "value"),
    [
        ("email", "'a@b.org", "a@b.org"),
        ("phone", "'0601", "0601"),
        ("phone", '"=""0601"""', "0601"),
        ("birth_year", "'1980", 1980),
        ("joined", '"=""2020-03-04"""', "2020-03-04"),
        ("place", '"=""12"""', "12"),
        ("place", "'t Zand", "'t Zand"),
    ],
)
def test_what_kept_a_spreadsheet_from_changing_a_cell_is_no_part_of_it(
    verbs: Verbs, tmp_path: Path, title: str, cell: str, value: str | int
) -> None:
    (row,) = seen(verbs, tmp_path, f"Name,{title}\nAna Ruiz,{cell}\n").rows
    assert (row.fields[title], row.problems) == (value, ())


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Do, 3. Dezember 2026 18 Uhr", "2026-12-03T18:00"),
        ("3. 12. 2026 18.30 Uhr", "2026-12-03T18:30"),
        ("3 dicembre 2026 18:00", "2026-12-03T18:00"),
        ("3/12 2026 18:00", "2026-12-03T18:00"),
    ],
)
def test_moments_in_the_words_of_neighbours(text: str, at: str) -> None:
    field = entity("meetup").field("start")
    assert field is not None and convert.converted(field, text, convert.Reading()) == at


@pytest.mark.parametrize("text", ["3/12 9.30-11.30", "3/12 18:00-20:00", "3/12 6pm"])
def test_an_hour_is_no_year(text: str) -> None:
    field = entity("meetup").field("start")
    with pytest.raises(InvalidValue):
        convert.converted(field, text, convert.Reading()) if field else None


def test_what_a_formula_failed_to_give_is_nothing(verbs: Verbs, tmp_path: Path) -> None:
    (row,) = seen(verbs, tmp_path, "Name,Skills,Born,Duration\nBo,#N/A,1985.0,#REF!\n").rows
    assert row.fields == {"name": "Bo", "birth_year": 1985} and row.state is State.NEW


def test_columns_of_blanks_are_no_single_column(verbs: Verbs, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="no column"):
        seen(verbs, tmp_path, "Name            Phone\nAnn Bee         0611\n")


@pytest.mark.parametrize(
    "cell",
    [
        "#VALEUR!",
        "#¡VALOR!",
        "#N/D",
        "#NOM?",
        "#¿NOMBRE?",
        "#¡REF!",
        "Err:502",
        "#¡DIV/0!",
        "#ÜBERLAUF!",
        "#NV",
        "#SPILL!",
    ],
)
def test_a_formula_that_failed_is_nobodys_skill_in_any_language(verbs: Verbs, tmp_path: Path, cell: str) -> None:
    (row,) = seen(verbs, tmp_path, f"Name,Neighbourhood,Skills\nBo,{cell},{cell}\n").rows
    assert row.fields == {"name": "Bo"}
    (row,) = seen(verbs, tmp_path, "Name,Neighbourhood,Skills\nBo,#12,chess\n").rows
    assert row.fields == {"name": "Bo", "place": "#12", "topics": ["chess"]}
