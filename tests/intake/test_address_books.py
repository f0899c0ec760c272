"""What Google, Outlook, Mailchimp and Apple write of people: telephones by their labels, birthdays without a year."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.intake.birthdays import has_no_year, is_no_day
from learningcircles.intake.export import export
from learningcircles.intake.importing import import_preview
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from tests.intake.listed import seen

GOOGLE = """First Name,Middle Name,Last Name,Name Prefix,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,\
Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,\
Address 1 - Street,Address 1 - City,Address 1 - Postal Code
Jane,Q,O'Hara,Dr.,1980-05-04,Cake,* myContacts,* ,jane@example.org,Mobile,+44 7700 900123,Home,020 7946 0000,Home,\
"1 High St
London","1 High St",London,E1 6AN
Bob,,Ng,,--03-04,,* myContacts,Work,bob@example.org ::: b@example.org,Mobile,07700900124 ::: 0770,,,,,,,
"""
OUTLOOK = (
    "First Name,Middle Name,Last Name,Home Street,Mobile Phone,E-mail Address,Birthday\n"
    "Ann,,Bee,2 Low Rd,'07700900777,ann@example.org,4/5/1980\n"
    'Tom,,Cee,,"=""07700900778""",tom@example.org,0/0/00\n'
)
APPLE = """BEGIN:VCARD
VERSION:3.0
FN:Jane O'Hara
TEL;TYPE=HOME,FAX:020 0
TEL;TYPE=HOME:020 1
TEL;TYPE=CELL;PREF=1:0770 1
EMAIL:a@x.org
EMAIL;TYPE=PREF:b@x.org
BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-04
CATEGORIES:myContacts,starred
CATEGORIES:Choir
END:VCARD
"""


def test_google_s_contacts_are_taken_by_their_values(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, GOOGLE, name="contacts.csv")
    jane, bob = found.rows
    assert jane.fields == {
        "name": "Jane Q O'Hara", "birth_year": 1980, "notes": "Cake", "email": "jane@example.org",
        "phone": "+44 7700 900123", "address": {"street": "1 High St", "city": "London", "postcode": "E1 6AN"},
    }  # fmt: skip
    assert bob.fields == {"name": "Bob Ng", "email": "bob@example.org", "phone": "07700900124"}
    assert bob.more == ("email: b@example.org", "tel: 0770")
    assert len(found.good) == 2 and found.yearless == {"Birthday": "--03-04"}
    assert {"Phone 1 - Label", "E-mail 1 - Label", "Address 1 - Label", "Labels"} <= set(found.mapping.unused)


def test_outlook_s_empty_day_and_the_marks_of_spreadsheets_are_nothing(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, OUTLOOK)
    assert [(row.state is State.NEW, row.fields["phone"]) for row in found.rows] == [
        (True, "07700900777"),
        (True, "07700900778"),
    ]
    assert [row.fields.get("birth_year") for row in found.rows] == [1980, None] and found.yearless == {}


@pytest.mark.parametrize(
    ("cell", "yearless", "none"),
    [
        ("--03-04", True, False), ("--0304", True, False), ("05/04", True, False), ("4.5.", True, False),
        ("31/12", True, False), ("4 May", True, False), ("May 4th", True, False), ("le 4 mai", True, False),
        ("1604-03-04", True, False), ("05/80", False, False), ("4 May 1980", False, False), ("1980", False, False),
        ("4/5/80", False, False), ("soon", False, False), ("0/0/00", False, True), ("00.00.0000", False, True),
        ("May 85", False, False), ("mai 72", False, False), ("mars 60", False, False), ("'05 May", False, False),
        ("-", False, True), ("  /  /", False, True), ("?", False, False), ("???", False, False), (".", False, False),
    ],
)  # fmt: skip
def test_a_day_without_a_year_is_told_from_one_with_it_and_from_none(cell: str, yearless: bool, none: bool) -> None:
    assert (has_no_year(cell), is_no_day(cell)) == (yearless, none)


def test_of_a_card_what_is_preferred_comes_first_and_groups_are_no_skills(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, APPLE, name="people.vcf")
    (row,) = found.good
    assert row.fields == {
        "name": "Jane O'Hara", "phone": "0770 1", "email": "b@x.org",
        "notes": "tel: 020 1\nemail: a@x.org\ntel: 020 0",
    }  # fmt: skip
    assert found.mapping.unused == ["CATEGORIES"] and found.yearless == {"Year of birth": "1604-03-04"}


def test_skills_of_our_own_cards_come_back(verbs: Verbs, tmp_path: Path) -> None:
    verbs.records.add("member", {"name": "Bo Ek", "topics": ["bread"]})
    export(verbs.reader, "member", "vcf", tmp_path / "people.vcf")
    verbs.undo.undo()
    import_preview(verbs, preview(verbs.reader, "member", tmp_path / "people.vcf", today=verbs.desk.today()))
    assert [row["topics"] for row in verbs.reader.list("member", where={"name": "Bo Ek"})] == [["bread"]]


NAMES = ["Amina", "Jean-Luc O'Neill", "María de la Cruz", "Ana B", "Nagy, Anna; id.", "محمد علي", "שרה כהן", "王小明"]


@pytest.mark.parametrize("name", NAMES)
def test_a_card_claims_no_family_name_that_nobody_has_told(name: str, verbs: Verbs, tmp_path: Path) -> None:
    """Telephones show what stands in the parts of N, in the order that they are set to: all of it is one part."""
    added, _ = verbs.records.add("member", {"name": name, "phone": "0145"})
    file = tmp_path / "people.vcf"
    export(verbs.reader, "member", "vcf", file)
    written = name.replace(",", "\\,").replace(";", "\\;")
    assert {f"FN:{written}", f"N:;{written};;;"} <= set(file.read_text("utf-8").splitlines())
    before = verbs.reader.state_hash()
    import_preview(verbs, preview(verbs.reader, "member", file, today=verbs.desk.today()))
    assert verbs.reader.state_hash() == before, "it says nothing new"
    verbs.records.remove("member", added)
    import_preview(verbs, preview(verbs.reader, "member", file, today=verbs.desk.today()))
    assert [str(row["name"]) for row in verbs.reader.list("member", where={"phone": "0145"})] == [name]


@pytest.mark.parametrize("whole", ["N:;María de la Cruz;;;", "N:de la Cruz;María;;;", "N:María de la Cruz;;;;"])
@pytest.mark.parametrize("formatted", ["FN:María de la Cruz\n", ""])
def test_a_name_is_read_from_any_of_its_parts(whole: str, formatted: str, verbs: Verbs, tmp_path: Path) -> None:
    card = f"BEGIN:VCARD\nVERSION:4.0\n{formatted}{whole}\nEND:VCARD\n"
    assert [row.fields for row in seen(verbs, tmp_path, card, name="people.vcf").rows] == [{"name": "María de la Cruz"}]


MOBILE = """First Name,Last Name,Mobile Phone,Home Phone,Business Phone,Home Fax,E-mail Address,E-mail 2 Address
Ann,Only,,020 1,,,,ann@x.org
Bo,Both,0770 1,020 2,020 2,020 9,bo@x.org,bo@y.org
"""


def test_skills_of_cards_that_our_first_versions_wrote_come_in_as_todays_do(verbs: Verbs, tmp_path: Path) -> None:
    """They did not name their maker."""
    verbs.records.add("member", {"name": "Zoë Lind", "topics": ["choir, alto", "food"], "address": {"city": "Ay"}})
    file = tmp_path / "old.vcf"
    export(verbs.reader, "member", "vcf", file)
    today = file.read_text("utf-8")
    old = today.replace("PRODID:-//Learning Circles//EN\n", "").replace("N:;Zoë Lind;;;\n", "N:Zoë Lind;;;;\n")
    file.write_text(old, "utf-8")
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert old != today and not found.mapping.unused
    assert found.rows[-1].fields["topics"] == ["choir, alto", "food"]
    file.write_text(old.replace(";;;;", ";;;"), "utf-8")
    found = preview(verbs.reader, "member", file, today=verbs.desk.today())
    assert found.mapping.unused == ["CATEGORIES"], "somebody else's"


def test_of_several_columns_the_first_that_says_something_is_taken(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, MOBILE)
    ann, bo = found.good
    assert (ann.fields["phone"], ann.fields["email"], ann.more) == ("020 1", "ann@x.org", ())
    assert (bo.fields["phone"], bo.fields["email"]) == ("0770 1", "bo@x.org")
    assert bo.more == ("tel: 020 2", "email: bo@y.org")
    assert found.mapping.unused == ["Home Fax"]


def test_of_several_columns_the_one_that_somebody_names_comes_first(verbs: Verbs, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(MOBILE)
    columns = {"Home Phone": "phone", "Business Phone": "", "E-mail 2 Address": ""}
    found = preview(verbs.reader, "member", tmp_path / "list.csv", columns=columns, today=verbs.desk.today())
    bo = found.good[1]
    assert (bo.fields["phone"], bo.more) == ("020 2", ("tel: 0770 1",))
    assert found.mapping.unused == ["Business Phone", "Home Fax", "E-mail 2 Address"]


def test_a_question_mark_under_the_year_of_birth_is_told_of(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, "Name,Phone,Birth year\nZoe Lind,061,?\nAna Ruiz,062,1980\n")
    assert [problem.cell for problem in found.rows[0].problems] == ["?"]


def test_of_home_and_work_no_address_is_made(verbs: Verbs, tmp_path: Path) -> None:
    """Outlook writes what belongs to somebody's work first, and more of it than anybody fills."""
    titles = "First Name,Last Name,Business Street,Business City,Home Street,Home City,Home Postal Code"
    found = seen(verbs, tmp_path, f"{titles}\nUna,Vee,9 Mill,Hull,5 Lane,York,YO1\n")
    assert found.rows[0].fields["address"] == {"street": "5 Lane", "city": "York", "postcode": "YO1"}
    assert found.mapping.unused == ["Business Street", "Business City"]
    alone = seen(verbs, tmp_path, "Name,Business Street,Business City\nUna,9 Mill,Hull\n")
    assert alone.rows[0].fields["address"] == {"street": "9 Mill", "city": "Hull"}


def test_a_telephone_that_a_program_took_for_a_number_has_no_decimals(verbs: Verbs, tmp_path: Path) -> None:
    assert seen(verbs, tmp_path, "Name,Phone\nBo,33123456789.0\n").rows[0].fields["phone"] == "33123456789"


ADDRESSED = """BEGIN:VCARD
VERSION:4.0
FN:Wil Ex
ADR;LABEL="5 Rd: North; side":PO 7;Flat 2;5 Rd;Leeds;W Yorks;LS1;UK
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:The choir
MEMBER:urn:uuid:03a0e51f-d1aa-4385-8a53-e29025acd8af
END:VCARD
BEGIN:VCARD
FN:Torn
TEL;TYPE="home:0123
END:VCARD
"""


def test_of_a_card_s_address_nothing_is_lost_and_a_group_is_nobody(verbs: Verbs, tmp_path: Path) -> None:
    found = seen(verbs, tmp_path, ADDRESSED, name="people.vcf")
    whole = {"street": "5 Rd, Flat 2, PO 7", "city": "Leeds, W Yorks", "postcode": "LS1", "country": "UK"}
    assert [row.fields for row in found.good] == [
        {"name": "Wil Ex", "address": whole}, {"name": "Torn", "phone": "0123"},
    ]  # fmt: skip
    assert [row.state for row in found.doubtful] == [State.DOUBTFUL] and "MEMBER" in found.mapping.unused


def test_several_e_mails_of_a_cell_stay_and_none_is_nothing(verbs: Verbs, tmp_path: Path) -> None:
    rows = 'Ann,"a@x.org; b@x.org",0611\nBob,Bob <bob@x.org>,n/a\nCy,c@x.org d@x.org,-\nDi,none,?\n'
    found = seen(verbs, tmp_path, f"Name,Email,Phone\n{rows}")
    assert [(row.fields.get("email"), *row.more) for row in found.rows] == [
        ("a@x.org", "email: b@x.org"), ("bob@x.org",), ("c@x.org", "email: d@x.org"), (None,),
    ]  # fmt: skip
    assert [row.number for row in found.doubtful] == [5], "a question mark says something"
