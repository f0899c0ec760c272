"""Lists are read, shown beforehand and imported as one action."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, Refused
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from learningcircles.storage.check import check
from tests.intake.listed import seen

PEOPLE = """Nom;Prénom;Téléphone;Courriel;Langues;Né en
Ouédraogo;Aïcha;01 23 45 67 89;aicha@example.org;français, mooré;1990
O'Brien;José;0612345678;;es et fr;1985
"""


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
    assert found.rows[1].state is State.BLOCKED
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
    assert str(verbs.undo.next_undo()) == "Import list.csv"
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
    assert [row.number for row in found.doubtful] == [3] and found.rows[1].state is State.BLOCKED
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
