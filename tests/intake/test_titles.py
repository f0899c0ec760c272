"""Which column is whose: names in several columns, and titles that hold a word but stand for something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity
from learningcircles.intake.mapping import guess
from learningcircles.intake.rows import State
from learningcircles.intake.table import parse_text
from tests.intake.listed import seen


@pytest.mark.parametrize(
    ("titles", "cells", "name"),
    [
        ("First Name,Middle Name,Last Name", "Jane,Quincy,O'Hara", "Jane Quincy O'Hara"),
        ("First Name,Middle Name,Last Name", "Bob,,Ng", "Bob Ng"),
        ("Given Name,Additional Name,Family Name,Name", "Jane,Q,O'Hara,Jane O'Hara", "Jane Q O'Hara"),
        ("Prénom,Deuxième prénom,Nom de famille", "Jeanne,Marie,Petit", "Jeanne Marie Petit"),
        ("Prénom,Nom,Nom d'usage", "Jeanne,Petit,Grand", "Jeanne Petit Grand"),
        ("Prénom,Nom de famille,Nom d'usage", "Jeanne,Petit,Petit-Grand", "Jeanne Petit-Grand"),
        ("Prénom,Nom de famille,Nom d'usage", "Jeanne,Petit,Petit", "Jeanne Petit"),
        ("Nombre,Primer apellido,Segundo apellido", "Ana,Ruiz,Ruiz", "Ana Ruiz Ruiz"),
        ("Nombre,Apellido 1,Apellido 2", "Ana,Ruiz,Gómez", "Ana Ruiz Gómez"),
        ("Last name,2nd surname,First name", "Ruiz,Gómez,Ana", "Ana Ruiz Gómez"),
        ("Voornaam,Tussenvoegsel,Achternaam", "Jan,van der,Berg", "Jan van der Berg"),
        ("First name / Prénom,Last name / Nom de famille", "Ana,Ruiz", "Ana Ruiz"),
        ("First Name,Last Name,Member type", "Ann,Bee,Family", "Ann Bee"),
        ("First Name,Last Name,MEMBER_RATING", "Ann,Bee,2", "Ann Bee"),
        ("First Name,Last Name,User name,Company name", "Ann,Bee,annb,ACME", "Ann Bee"),
        ("First Name,Last Name,Contact name,Parent name", "Ann,Bee,Zed,Mum", "Ann Bee"),
        ("First Name,Last Name,Member,Name", "Ann,Bee,yes,x", "Ann Bee"),
        ("Name,First name,Last name", "Ana Maria Ruiz Gómez,Ana,Ruiz", "Ana Maria Ruiz Gómez"),
        ("Name,First name,Last name", "Cy van der Berg,Cy,Berg", "Cy van der Berg"),
        ("Name,First name,Last name", "ruiz ana,Ana,Ruiz", "Ana Ruiz"),
        ("Name,First name,Last name", '"Ruiz, Ana Maria",Ana,Ruiz', "Ana Maria Ruiz"),
        ("Prénom,Nom de famille,Type de membre,Membre actif", "Jeanne,Petit,Famille,oui", "Jeanne Petit"),
        ("Nombre,Apellidos,Tipo de socio", "Ana,Ruiz,Familiar", "Ana Ruiz"),
        ("Member type,Volunteer name", "Family,Ann Bee", "Ann Bee"),
    ],
)
def test_a_name_in_several_columns_is_put_together_and_nothing_else_is_one(
    verbs: Verbs, tmp_path: Path, titles: str, cells: str, name: str
) -> None:
    (row,) = seen(verbs, tmp_path, f"{titles}\n{cells}\n").rows
    assert (row.fields["name"], row.state is State.NEW) == (name, True)


@pytest.mark.parametrize(
    "title",
    ["Phone type", "Phone 1 - Label", "Email opt-in", "Email consent", "Status date", "Skill level", "Language level",
     "Address type", "Emergency contact phone", "Lieu de naissance", "Member type", "Phone (mother)",
     "Phone (do not use)", "Skills (wanted)", "Address (of guardian)", "Tél. [urgence]"],
)  # fmt: skip
def test_a_title_that_holds_a_word_and_says_something_else_is_left_out(title: str) -> None:
    found = guess(entity("member"), parse_text("a.csv", f"Full name,{title}\nAnn Bee,2024\n".encode()))
    assert found.columns == {0: "name"} and found.unused == [title]


@pytest.mark.parametrize(
    ("title", "cell", "target"),
    [
        ("Telephone (home)", "01", "phone"),
        ("Membre n°", "1-4", "number"),
        ("Phone (only evenings)", "01", "phone"),
        ("Tél. (après 18h)", "01", "phone"),
        ("Teléfono (si es posible)", "01", "phone"),
        ("Skills (separated by commas)", "chess", "topics"),
        ("Phone 1 - Value", "01", "phone"),
        ("Tél. portable", "06", "phone"),
        ("N° de téléphone", "06", "phone"),
        ("Your e-mail", "a@b.org", "email"),
        ("Date of birth (DD/MM/YYYY)", "4/5/1980", "birth_year"),
        ("Member phone", "01", "phone"),
        ("Parent name", "Mum", "guardian"),
        ("Which languages do you speak?", "Welsh", "languages"),
        ("Téléfone", "01", "phone"),
    ],
)
def test_a_title_whose_rest_changes_nothing_is_what_it_holds(title: str, cell: str, target: str) -> None:
    found = guess(entity("member"), parse_text("a.csv", f"Full name,{title}\nAnn Bee,{cell}\n".encode()))
    assert found.columns == {0: "name", 1: target}


def test_what_stands_below_a_title_has_to_bear_it_out() -> None:
    rows = "\n".join("Ann Bee,mobile,01 23,yes,a@b.org" for _ in range(3))
    text = f"Full name,Phone,Tel,E-mail,Your mail\n{rows}\n"
    assert guess(entity("member"), parse_text("a.csv", text.encode())).columns == {0: "name", 2: "phone", 4: "email"}
    few = parse_text("a.csv", b"Full name,Phone\nAnn Bee,none\n")
    assert guess(entity("member"), few).columns[1] == "phone", "one row that is wrong is told of"


@pytest.mark.parametrize(
    ("titles", "teaches", "learns"),
    [
        ("Full name,What can you teach?,What would you like to learn?", 1, 2),
        ("Nom et prénom,Que pouvez-vous enseigner ?,Que voulez-vous apprendre ?", 1, 2),
        ("Nombre y apellidos,¿Qué puede enseñar?,¿Qué le gustaría aprender?", 1, 2),
    ],
)
def test_the_questions_of_a_form_are_offers_and_wishes(titles: str, teaches: int, learns: int) -> None:
    table = parse_text("a.csv", f"{titles}\nAnn Bee,Sewing,Welsh\n".encode())
    assert guess(entity("member"), table).columns == {0: "name", teaches: "topics"}
    assert guess(entity("offer"), table).columns == {0: "member", teaches: "title"}
    assert guess(entity("request"), table).columns == {0: "member", learns: "title"}


def test_a_whole_name_is_not_halved_where_a_row_has_one_half(verbs: Verbs, tmp_path: Path) -> None:
    text = "Name,First Name,Last Name,Phone\nJane Smith,Jane,,061\nBo Ek,,,062\nAnn B.,Ann,Bee,063\nx,Al,,064\n"
    assert [row.fields["name"] for row in seen(verbs, tmp_path, text).rows] == ["Jane Smith", "Bo Ek", "Ann Bee", "Al"]


def test_a_telephone_of_somebody_else_fills_no_empty_one(verbs: Verbs, tmp_path: Path) -> None:
    read = seen(verbs, tmp_path, "Name,Phone,Phone (mother)\nAna Ruiz,,0601020304\nBo Ek,0711,0612\n")
    assert [row.fields.get("phone") for row in read.rows] == [None, "0711"]
    assert read.mapping.unused == ["Phone (mother)"]


@pytest.mark.parametrize(
    ("titles", "cells", "address"),
    [
        ("Address,Street", '"1 rue A, 69000 Lyon",1 rue A', {"text": "1 rue A, 69000 Lyon"}),
        ("Address,Street", "1 Rue A,1 rue A", {"street": "1 rue A"}),
        ("Address,Street,Town", '"1 rue A, Lyon",1 rue A,Lyon', {"street": "1 rue A", "city": "Lyon"}),
        ("Address,Town", "12 Lyon Street,Lyon", {"text": "12 Lyon Street", "city": "Lyon"}),
        ("Address,Street", "Quay house,1 rue A", {"text": "Quay house", "street": "1 rue A"}),
    ],
)
def test_a_whole_address_stays_where_it_says_more_than_its_parts(
    verbs: Verbs, tmp_path: Path, titles: str, cells: str, address: dict[str, str]
) -> None:
    (row,) = seen(verbs, tmp_path, f"Name,{titles}\nAna Ruiz,{cells}\n").rows
    assert row.fields["address"] == address


@pytest.mark.parametrize(
    ("title", "cells", "names"),
    [
        ("Nachname, Vorname", ["Meier, Hans", "von der Heide, Karl"], ["Hans Meier", "Karl von der Heide"]),
        ("Name, Vorname", ["Meier, Hans"], ["Hans Meier"]),
        ("Last name first name", ["Meier, Hans", "Bo Ek"], ["Hans Meier", "Bo Ek"]),
        ("Apellidos, nombre", ["Meier, Hans"], ["Hans Meier"]),
        ("Nom et prénom", ["Meier, Hans"], ["Hans Meier"]),
        ("Surname, first name", ["Martin King, Jr.", "Ann Bee, Ph.D.", "Bo Ek, MBA"], []),
        ("First name, last name", ["Hans, Meier"], []),
        ("Name", ["Ana Ruiz, Lyon", "Bo Ek, Paris"], []),
        ("Name", ["Meier, Hans", "Groß, Änne"], []),
        ("Name", ["Meier, Hans", "Bee, Ann, Dr"], []),
    ],
)
def test_names_with_the_family_name_first_are_turned(
    verbs: Verbs, tmp_path: Path, title: str, cells: list[str], names: list[str]
) -> None:
    rows = "".join(f"{cell};0{place};Ay\n" for place, cell in enumerate(cells, 11))
    found = seen(verbs, tmp_path, f"{title};Telefon;Ort\n{rows}")
    assert [row.fields["name"] for row in found.rows] == (names or cells)
    assert found.turned == ({title: "Meier, Hans"} if names else {})
    ours = seen(verbs, tmp_path, "".join(["Name;Member number\n", *(f"{cell};1-9\n" for cell in cells)]))
    assert [row.fields["name"] for row in ours.rows] == cells, "what the circle calls them"


def test_a_name_with_a_comma_wants_a_look_where_no_title_tells_what_comes_first(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Name;Phone;Place\nAna Ruiz, Lyon;061;Ay\nMeier, Hans;062;Ay\n")
    assert [row.state for row in found.rows] == ["doubtful", "doubtful"]
    (problem,) = found.rows[1].problems
    assert "“Meier, Hans”" in str(problem.error) and not problem.cell, "the notes would say it again"


def test_a_list_of_elsewhere_is_told_by_its_numbers_not_by_their_title(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Member number;Nachname, Vorname;Ort\n17;Ruiz, Ana;Ay\n18;Ek, Bo;Ay\n")
    assert [row.fields["name"] for row in found.rows] == ["Ana Ruiz", "Bo Ek"]
    ours = seen(verbs, tmp_path, "Member number;Name;Place\n1-9;Ruiz, Ana;Ay\n;Ek, Bo;Ay\n")
    assert [row.state for row in ours.rows] == ["new", "new"]
