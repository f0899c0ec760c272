"""Files as circles really have them: any encoding, any delimiter, any spreadsheet, headings in seven languages."""

from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.errors import InvalidValue, NotFound, Unreadable
from learningcircles.intake.headings import headings
from learningcircles.intake.mapping import guess, likeliest, targets
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from learningcircles.intake.table import Table, parse_text, read_table
from tests.intake.listed import seen

PEOPLE = """Nom;Prénom;Téléphone;Courriel;Langues;Né en
Ouédraogo;Aïcha;01 23 45 67 89;aicha@example.org;français, mooré;1990
O'Brien;José;0612345678;;es et fr;1985
"""
SCRIPT = "#!/bin/bash\n# deploy\nset -e\nname\nfor i in a b; do\n  echo $i\ndone\n"


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
    with pytest.raises(InvalidValue, match="not written in UTF-8"):
        read_table(file, encoding="utf-8")


def test_letters_of_one_byte_are_none_of_two(tmp_path: Path) -> None:
    file = tmp_path / "mac.csv"
    file.write_bytes("Name;Ort\nJosée Müller;Zürich\n.".encode("mac_roman"))
    assert len(file.read_bytes()) % 2 == 0
    with pytest.raises(InvalidValue, match="not written in UTF-16"):
        read_table(file, encoding="utf-16")


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


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Nom,Offre", "offer"),
        ("Offre,Nom", "offer"),
        ("Nombre,Ofertas", "offer"),
        ("Demande,Nom", "request"),
        ("Nom,Téléphone,Offre", "member"),
        ("Nom,Propose", "member"),
        ("Nombre,Ofrece", "member"),
    ],
)
def test_names_beside_what_is_offered_are_offers(header: str, kind: str) -> None:
    assert likeliest(parse_text("a.csv", f"{header}\nAmina,Pain,\n".encode())) == kind


def test_somebody_called_as_a_sum_is_somebody(verbs: Verbs, tmp_path: Path) -> None:
    """The word alone does not make a line one that adds the others up: it holds figures, and nothing else."""
    file = tmp_path / "list.csv"
    rows = ["Suma,0123456,suma@example.org,1980,,", "Sum,0123456,,,,", "Sum,,,1980,,", "Total,,,,,", "Suma,,,,Bread,"]
    file.write_text("Name,Phone,Email,Born,Skills,Hours\n" + "\n".join([*rows, "Total,2,,,,30 h", "Suma,,,,,1250\n"]))
    previewed = preview(verbs.reader, "member", file, today="2026-11-20")
    told = ["adds_up" in [problem.error.code for problem in row.problems] for row in previewed.rows]
    assert told == [False] * 5 + [True] * 2


@pytest.mark.parametrize(
    ("rows", "unticked"),
    [
        ("Ann,2 h\nSuma,3:00\nBo,4 h", []),
        ("Ann,2 h\nBo,4 h\nSuma,3:00", ["Suma"]),
        ("Ann,2 h\nTotal,2 h\nBo,4 h", ["Total"]),
        ("Total,6 h\nAnn,2 h\nBo,4 h", ["Total"]),
        ("Ann,2 h\nSum,3\n\nBo,4 h", ["Sum"]),
        ("Ann,2 h\nTotal,3\nBo,4 h\nTotal,5\nCy,1 h", ["Total", "Total"]),
        ("Ann,2 h\nSubtotal,3\nBo,4 h", ["Subtotal"]),
    ],
)
def test_a_name_that_is_a_word_for_a_sum_is_one_where_the_list_ends_or_the_figures_fit(
    verbs: Verbs, tmp_path: Path, rows: str, unticked: list[str]
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"Name,Hours\n{rows}\n")
    previewed = preview(verbs.reader, "member", file, today="2026-11-20")
    assert [row.fields["name"] for row in previewed.rows if row.problems] == unticked


@pytest.mark.parametrize(
    "word",
    [
        "Summe",
        "Gesamt",
        "Insgesamt",
        "Zwischensumme",
        "Somme",
        "Suma",
        "Totale",
        "Totaal",
        "Soma",
        "Razem",
        "Łącznie",
        "Summa",
        "Celkem",
        "Összesen",
    ],
)
def test_the_word_for_a_sum_is_known_in_the_languages_of_the_lists(verbs: Verbs, tmp_path: Path, word: str) -> None:
    file = tmp_path / "list.csv"
    file.write_text(f"Name;Telefon;Stunden\nA B;030 1;1\nC D;030 2;6\n{word};5;7,0\n", "utf-8")
    previewed = preview(verbs.reader, "member", file, today="2026-11-20")
    assert [row.fields["name"] for row in previewed.rows if row.problems] == [word]


def test_a_sum_whose_figure_stands_where_a_surname_would_is_no_member(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    rows = "Niamh;O'Sullivan;00353 1;knitting\nTotal;Recall;00353 2;\n\nTotal;2;;\n"
    file.write_text(f"First name;Surname;Phone;Can teach\n{rows}", "utf-8")
    seen = preview(verbs.reader, "member", file, today="2026-11-20")
    assert [row.fields["name"] for row in seen.good] == ["Niamh O'Sullivan", "Total Recall"]
    assert [[each.error.code for each in row.problems] for row in seen.doubtful] == [["adds_up"]]


def test_every_heading_of_the_resource_leads_to_a_field() -> None:
    for name, listed in headings().items():
        known = targets(entity(name))
        assert [target for target in listed if target not in known] == [], name
        assert all(word.strip() for words in listed.values() for word in words)


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


def test_an_empty_file_says_so(verbs: Verbs, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is empty"):
        seen(verbs, tmp_path, "")
    assert Table("a", []).width == 0


@pytest.mark.timeout(10)
def test_a_cell_of_megabytes_is_refused_in_a_moment(verbs: Verbs, tmp_path: Path) -> None:
    long = "1 a" * 700_000
    titles = "Name;Phone;Address;Languages;E-mail;Birth date;Balance"
    found = seen(verbs, tmp_path, f"{titles}\nAmina;;;;;;\n{';'.join([long] * 7)}\n{'é b,' * 200_000}\n")
    assert [row.number for row in found.good] == [2]
    told = [problem.sentence for problem in found.rows[1].problems]
    assert len(told) == 7 and all("is too long: at most " in sentence for sentence in told), told
    assert found.rows[2].state is State.BLOCKED


GROUPED = """Member;Skills;Hours
North side;;
Oli Pea;bread;3:30
Pam Queue;;2
Subtotal;;5:30
South side;;
Ray Ess;;-1:15
Subtotal;;-1:15

East side;;
Sam Tee;;
Una Vee;;0:30
"""


def test_what_stands_above_the_parts_of_a_list_is_nobody(verbs: Verbs, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(GROUPED)
    previewed = preview(verbs.reader, "member", file, today="2026-11-20")
    assert [row.fields["name"] for row in previewed.good] == ["Oli Pea", "Pam Queue", "Ray Ess", "Sam Tee", "Una Vee"]
    file.write_text("Name;Phone\nBo\nZoe;01\nAmina\nIda;02\nCy;03\n")
    assert len(preview(verbs.reader, "member", file, today="2026-11-20").good) == 5, "of some only the name is known"
