"""Lists as circles really have them: any encoding, any delimiter, any spreadsheet, headers in three languages."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.errors import InvalidValue, NotFound, Refused, Unreadable
from learningcircles.intake import convert
from learningcircles.intake.cells import guarded, unguarded
from learningcircles.intake.export import export
from learningcircles.intake.headings import headings
from learningcircles.intake.importing import import_preview
from learningcircles.intake.mapping import guess, likeliest, targets
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.table import Table, parse_text, read_table
from learningcircles.laptop import founding
from learningcircles.laptop.home import Home
from learningcircles.papers.signin import sign_in_sheet
from learningcircles.storage.check import check

PHONE = "+33 1 23 45 67 89"
PEOPLE = """Nom;Prénom;Téléphone;Courriel;Langues;Né en
Ouédraogo;Aïcha;01 23 45 67 89;aicha@example.org;français, mooré;1990
O'Brien;José;0612345678;;es et fr;1985
"""


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    home = Home.default({"LEARNINGCIRCLES_HOME": str(tmp_path / "home")})
    return Verbs(founding.found(home, "Circle", "Pilar Núñez", "laptop"))


def seen(verbs: Verbs, tmp_path: Path, text: str, kind: str = "member", name: str = "list.csv") -> Preview:
    file = tmp_path / name
    file.write_bytes(text.encode())
    return preview(verbs.reader, kind, file, today=verbs.desk.today())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman", "cp850"]
)
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_every_encoding_and_delimiter_gives_the_same_cells(encoding: str, mark: str) -> None:
    rows = list(csv.reader(io.StringIO(PEOPLE), delimiter=";"))
    held = io.StringIO()
    csv.writer(held, delimiter=mark).writerows(rows)
    table = parse_text("list.csv", held.getvalue().encode(encoding))
    assert [line.cells for line in table.lines] == rows
    assert table.delimiter == mark


def test_an_encoding_can_be_said(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes("imię;miasto\nZażółć;Łódź\n".encode("cp1250"))
    assert read_table(file, encoding="cp1250").lines[1].cells == ["Zażółć", "Łódź"]
    with pytest.raises(InvalidValue, match="no encoding called"):
        read_table(file, encoding="klingon")
    with pytest.raises(InvalidValue, match="not written in utf-8"):
        read_table(file, encoding="utf-8")


def test_quoted_line_breaks_blank_lines_and_excels_first_line() -> None:
    table = parse_text("a.csv", b'sep=;\r\nname;notes\r\n\r\n"A ""b""";"one\ntwo"\r\n')
    assert [line.cells for line in table.lines] == [["name", "notes"], ['A "b"', "one\ntwo"]]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03\x00\x00\xff", b"PK\x03\x04 nothing"])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(data)
    with pytest.raises(Unreadable):
        read_table(file)
    with pytest.raises(NotFound, match="There is no file"):
        read_table(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("Name,Phone number,E-Mail,Languages spoken,Date of birth", "name phone email languages birth_year"),
        (
            "Nom,Prénom,Tél.,Courriel,Code postal,Ville",
            "name:last name:first phone email address:postcode address:city",
        ),
        ("Nombre y apellidos,Teléfono móvil,Correo,Idiomas,Barrio", "name phone email languages place"),
        ("Nombre,Apellidos,Telefono", "name:first name:last phone"),
        ("nom,telefone", "name phone"),
    ],
)
def test_columns_are_guessed_in_three_languages(header: str, wanted: str) -> None:
    found = guess(entity("member"), parse_text("a.csv", header.encode()))
    assert [found.columns.get(place) for place in range(len(wanted.split()))] == wanted.split()


@pytest.mark.parametrize(
    ("kind", "header", "wanted"),
    [
        ("member", "Vorname;Nachname;Geburtsdatum;Straße;PLZ;Ort;Handy;E-Mail-Adresse",
         "name:first name:last birth_year address:street address:postcode address:city phone email"),
        ("member", "Name;Telefonnummer;Sprachen;Fähigkeiten;Mitglied seit;Stunden;Bemerkungen",
         "name phone languages topics joined balance:hours notes"),
        ("member", "Nome;Cognome;Cellulare;Indirizzo;CAP;Città;Data di nascita;Saldo ore",
         "name:first name:last phone address address:postcode address:city birth_year balance:hours"),
        ("member", "Nome completo;Telemóvel;Morada;Código postal;Localidade;Línguas;Saldo (horas)",
         "name phone address address:postcode address:city languages balance:hours"),
        ("member", "Voornaam;Achternaam;Geboortejaar;Adres;Woonplaats;Telefoonnummer;Talen;Urensaldo",
         "name:first name:last birth_year address address:city phone languages balance:hours"),
        ("member", "Naam;Voornaam;E-mailadres;Buurt", "name:last name:first email place"),
        ("swap", "Datum;Gegeben von;Empfänger;Stunden;Tätigkeit", "on provider receiver minutes:hours topic"),
        ("swap", "Data;Da;A;Durata;Attività", "on provider receiver minutes:time topic"),
        ("meetup", "Encontro;Data;Hora;Duração;Local", "title start:day start:hour minutes:time place"),
        ("meetup", "Bijeenkomst;Datum;Tijd;Locatie", "title start:day start:hour place"),
        ("offer", "Angebot;Mitglied;Kategorie;Gültig bis", "title member topic expires"),
        ("place", "Raum;Anschrift;Sitzplätze", "name address capacity"),
        ("learning", "Wer;Gelernt;Wann;Dauer;Mit wem", "member topic on minutes:time with_whom"),
    ],
)  # fmt: skip
def test_columns_are_guessed_in_four_more_languages(kind: str, header: str, wanted: str) -> None:
    table = parse_text("a.csv", header.encode())
    found = guess(entity(kind), table)
    assert [found.columns.get(place) for place in range(len(wanted.split()))] == wanted.split()
    assert likeliest(table) == kind


def test_every_heading_of_the_resource_leads_to_a_field() -> None:
    for name, listed in headings().items():
        known = targets(entity(name))
        assert [target for target in listed if target not in known] == [], name
        assert all(word.strip() for words in listed.values() for word in words)


SCRIPT = "#!/bin/bash\n# deploy\nset -e\nname\nfor i in a b; do\n  echo $i\ndone\n"


@pytest.mark.parametrize(
    ("text", "row", "unlike"),
    [
        (SCRIPT, 4, True),
        ("Dear Amina,\nname, phone, email please\nand see you\non Monday\nPilar\n", 2, True),
        ("name\nAmina\nBo\n", 1, False),
        ("Members 2026;\n;\nName;Phone\nAmina;01\nBo;\n", 3, False),
    ],
)
def test_a_file_that_is_no_list_is_not_taken_for_one(
    verbs: Verbs, tmp_path: Path, text: str, row: int, unlike: bool
) -> None:
    found = seen(verbs, tmp_path, text)
    assert (found.titles_row, found.unlike) == (row, unlike)


def test_a_title_above_the_header_is_passed_over() -> None:
    table = parse_text("a.csv", "Liste des membres 2026;;\n;;\nNom;Téléphone;Bidule\nAmina;01;x\n".encode())
    found = guess(entity("member"), table)
    assert table.lines[found.header].number == 3
    assert found.unused == ["Bidule"]


def test_rows_keep_zeros_apostrophes_and_letters(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, PEOPLE)
    assert [row.number for row in found.good] == [2, 3]
    first, second = (row.fields for row in found.rows)
    assert first["name"] == "Aïcha Ouédraogo"
    assert first["phone"] == "01 23 45 67 89"
    assert first["languages"] == ["fr", "mooré"]
    assert first["birth_year"] == 1990
    assert second["name"] == "José O'Brien"
    assert second["phone"] == "0612345678"
    assert second["languages"] == ["es", "fr"]


def test_problems_are_named_by_row_and_nothing_of_them_is_lost(verbs: Verbs, tmp_path: Path) -> None:
    text = (
        "name,email,birth year,phone\nAmina,not-an-address,1990,0123\n,x@y.org,1990,\nBo,b@c.de,soon,1.23E+11\nJo,,,\n"
    )
    found = seen(verbs, tmp_path, text)
    assert [(row.number, [p.field for p in row.problems]) for row in found.doubtful] == [
        (2, ["email"]), (3, ["name"]), (4, ["birth_year", "phone"]),
    ]  # fmt: skip
    assert "soon" in found.rows[2].problems[0].sentence
    assert found.rows[1].blocked
    done = import_preview(verbs, found, take="all")
    assert done.left_out == [3]
    amina = verbs.reader.get("member", done.added[0])
    assert amina["email"] is None
    assert "not-an-address" in amina["notes"]


def test_probable_duplicates_are_shown_and_left_out(verbs: Verbs, tmp_path: Path) -> None:
    known, _ = verbs.records.add(
        "member", {"name": "Amina Adeyemi", "email": "amina@example.org", "phone": "+33 1 23 45 67 89"}
    )
    text = (
        "name,email,phone,birth year\nAdeyemi Amina,,,\nSomebody,AMINA@example.org,,\nAmina A,,01 23 45 67 89,\n"
        "Jo Ng,,,1950\nJo Ng,,,1990\nJo Ng,,,1990\nPilar Nunez,,,\n"
    )
    found = seen(verbs, tmp_path, text)
    assert [row.duplicate_of for row in found.rows[:3]] == [known] * 3
    assert [row.duplicate_row for row in found.rows[3:6]] == [None, None, 6]
    assert found.rows[6].duplicate_of == verbs.desk.person
    done = import_preview(verbs, found)
    assert len(done.added) == 2
    assert verbs.reader.count("member") == 4


def test_an_import_is_one_action_undone_as_one(verbs: Verbs, tmp_path: Path) -> None:
    rows = "".join(f"Member {number:04},0{number:09}\n" for number in range(450))
    found = seen(verbs, tmp_path, "name,phone\n" + rows)
    assert len(found.good) == 450
    import_preview(verbs, found)
    assert verbs.reader.count("member") == 451
    assert verbs.undo.next_undo() == "Import list.csv"
    verbs.undo.undo()
    assert verbs.reader.count("member") == 1
    verbs.undo.redo()
    assert verbs.reader.count("member") == 451


def test_offers_find_their_members(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "member,offer,languages\nPilar Nunez,Ceramics,es\nNobody,Kites,en\n", "offer")
    assert found.rows[0].fields["member"] == verbs.desk.person
    assert found.rows[1].problems[0].sentence == "There is no member called Nobody (member)."


def test_swaps_read_hours_and_days(verbs: Verbs, tmp_path: Path) -> None:
    verbs.records.add("member", {"name": "Amina"})
    found = seen(verbs, tmp_path, 'From,To,Hours,Date,What\nPilar Núñez,Amina,"1,5",25/11/2026,bikes\n', "swap")
    fields = found.rows[0].fields
    assert (fields["minutes"], fields["on"], fields["topic"]) == (90, "2026-11-25", "bikes")


def test_imported_swaps_move_their_minutes(verbs: Verbs, tmp_path: Path) -> None:
    amina, _ = verbs.records.add("member", {"name": "Amina"})
    found = seen(
        verbs,
        tmp_path,
        "From,To,Hours,Date\nAmina,Pilar Núñez,2,2026-01-05\nAmina,Amina,1,2026-01-05\nAmina,Pilar Núñez,1,6/1/2026\n",
        "swap",
    )
    assert [row.number for row in found.doubtful] == [3] and found.rows[1].blocked
    made = import_preview(verbs, found)
    assert [verbs.reader.get("swap", id_)["state"] for id_ in made.added] == ["confirmed"] * 2
    assert verbs.reader.balance(amina) == 180
    verbs.undo.undo()
    assert verbs.reader.balance(amina) == 0 and verbs.reader.count("swap") == 0


@pytest.mark.parametrize("kind", ["charter", "settings", "device", "item"])
def test_what_the_program_keeps_cannot_be_imported(verbs: Verbs, tmp_path: Path, kind: str) -> None:
    with pytest.raises(Refused):
        seen(verbs, tmp_path, "name\nAnother\n", kind)
    with pytest.raises(Refused):
        verbs.records.add_many(kind, [{"name": "x"}], label="Import")


def test_a_corrected_mapping_is_followed(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("Wer,Was\nAmina,bikes\n", "utf-8")
    with pytest.raises(InvalidValue, match="no column that fits"):
        preview(verbs.reader, "member", file, today=verbs.desk.today())
    found = preview(verbs.reader, "member", file, columns={"Wer": "name", "Was": "topics"}, today=verbs.desk.today())
    assert found.rows[0].fields == {"name": "Amina", "topics": ["bikes"]}
    with pytest.raises(InvalidValue, match="no column called"):
        preview(verbs.reader, "member", file, columns={"Wo": "name"}, today=verbs.desk.today())
    with pytest.raises(InvalidValue, match="no field called"):
        preview(verbs.reader, "member", file, columns={"Wer": "shoe"}, today=verbs.desk.today())


def test_spreadsheets_are_read(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(file) as book:
        book.add_worksheet("Empty")
        sheet = book.add_worksheet("People")
        sheet.write_row(2, 0, ["Nom", "Téléphone", "Membre depuis"])
        sheet.write_row(3, 0, ["Zoë", "0123"])
        sheet.write_number(4, 1, 612345678)
        sheet.write_string(4, 0, "Bo")
        sheet.write_datetime(3, 2, datetime(2020, 3, 1), book.add_format({"num_format": "d/m/yyyy"}))
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert [(row.number, row.fields) for row in found.rows] == [
        (4, {"name": "Zoë", "phone": "0123", "joined": "2020-03-01"}), (5, {"name": "Bo", "phone": "612345678"}),
    ]  # fmt: skip


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
    found = seen(verbs, tmp_path, "name,born,joined\nAda,2155,\nBea,,20/11/202\n")
    told = [[problem.sentence for problem in row.problems] for row in found.rows]
    assert told == [
        ["“2155” does not read as a whole number (Year of birth)."],
        ["“20/11/202” does not read as a date (Member since)."],
    ]
    with pytest.raises(InvalidValue, match=r"Year of birth must lie between 1890 and \d{4}, not 2099"):
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


@pytest.mark.parametrize(
    "text",
    ["20/11/2026 18h30", "2026-11-20T18:30", "2026-11-20 18:30:00", "20 nov 2026, 6:30 pm", "20/11/26 6:30 p.m."],
)
def test_moments(text: str) -> None:
    field = entity("meetup").field("start")
    assert field is not None
    assert convert.converted(field, text, convert.Reading()) == "2026-11-20T18:30"


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
    verbs.meetups.rsvp(meetup, None, "maybe", name="Zed")
    sheet = sign_in_sheet(verbs.reader, meetup, empty=2)
    assert [(line.name, line.answer) for line in sheet.lines] == [
        ("Amina", "yes"), ("Zed", "maybe"), ("Bo", ""), ("Pilar Núñez", ""), ("", ""), ("", ""),
    ]  # fmt: skip
    assert (sheet.circle, sheet.title, sheet.place, sheet.minutes) == ("Circle", "Bikes", "Hall", 90)
    assert "0123" not in repr(sheet)


def test_an_empty_file_says_so(verbs: Verbs, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is empty"):
        seen(verbs, tmp_path, "")
    assert Table("a", []).width == 0


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("Balance", ["2:30", "-1.5", "", "abc"]),
        ("Solde (h)", ["2,5", "−1:30", "", "abc"]),
        ("Saldo en minutos", ["150", "-90", "0", "abc"]),
        ("Balance (min)", ["+150", "– 90", "", "?"]),
    ],
)
def test_balances_come_in_with_the_members_and_sum_to_zero(
    verbs: Verbs, tmp_path: Path, column: str, cells: list[str]
) -> None:
    names = ("Amina", "Bo", "Chidi", "Dora")
    rows = "".join(f"{name};{cell}\n" for name, cell in zip(names, cells, strict=True))
    found = seen(verbs, tmp_path, f"Name;{column}\n{rows}")
    assert found.mapping.unused == []
    assert [row.opening for row in found.rows] == [150, -90, 0, 0]
    (puzzling,) = found.doubtful
    assert puzzling.number == 5 and cells[-1] in puzzling.problems[0].sentence
    done = import_preview(verbs, found)
    assert done.balances == 2 and len(done.added) == 3
    assert [verbs.reader.balance(id_) for id_ in done.added] == [150, -90, 0]
    assert verbs.reader.pot() == -60
    verbs.undo.undo()
    assert verbs.reader.count("member") == 1 and verbs.reader.pot() == 0
    verbs.undo.redo()
    assert verbs.reader.pot() == -60 and verbs.reader.balance(done.added[0]) == 150
    assert check(verbs.circle) == []


def test_a_balance_that_cannot_be_is_named(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Name;Balance\nAmina;99999999\n")
    assert "at most" in found.doubtful[0].problems[0].sentence
    again = seen(verbs, tmp_path, "Name;When free\nAmina;in the evening\n")
    assert again.mapping.unused == ["When free"]
