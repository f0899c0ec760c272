"""An erasure takes out a person's own words and nobody else's, and tells beforehand what it will change."""

from __future__ import annotations

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.marks import Marks, marks_of
from learningcircles.journal.operations import SetOp
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.telling import telling, without_others
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.foreseeing import foresee
from learningcircles.storage.check import check

HOME = {"street": "1 rue A", "city": "Saint Denis", "postcode": "93200", "country": "FR"}


def test_towns_and_forms_of_address_are_nobodys_alone(verbs: Verbs) -> None:
    marek = verbs.records.add(
        "member", {"name": "Marek Kowalczyk", "address_as": "she / her", "phone": "06 12 34 56 78", "address": HOME}
    )[0]
    bo = verbs.records.add(
        "member",
        {"name": "Bo Li", "place": "Saint Denis", "address_as": "she / her", "notes": "she / her; in Saint Denis"},
    )[0]
    verbs.records.edit("!charter", verbs.circle.id, {"name": "Saint Denis Circle"})
    library = verbs.meetups.plan("Open day in Saint Denis", "2030-05-04T11:00", 60, place="Saint Denis library")[0]
    home = verbs.meetups.plan(
        "At Marek Kowalczyk's", "2030-06-04T11:00", 60, place="1 Rue A", notes="Ring 06.12.34.56.78, FR 93200"
    )[0]
    walks = verbs.records.add("offer", {"title": "Walks in Saint Denis", "member": bo})[0]
    seen = foresee(verbs, marek)
    assert seen.name == "Marek Kowalczyk" and not seen.shared and not seen.exchanges
    assert {(each.entity, each.id, each.field, each.after) for each in seen.reworded} == {
        ("meetup", home, "title", "At …'s"),
        ("meetup", home, "place", "…"),
        ("meetup", home, "notes", "Ring …, FR 93200"),
    }
    assert erase(verbs, marek).done
    reader = verbs.reader
    assert reader.get("!charter", verbs.circle.id)["name"] == "Saint Denis Circle"
    told = reader.get("meetup", library)
    assert (told["title"], told["place"]) == ("Open day in Saint Denis", "Saint Denis library")
    bo_now = reader.get("member", bo)
    assert (bo_now["place"], bo_now["address_as"]) == ("Saint Denis", "she / her")
    assert bo_now["notes"] == "she / her; in Saint Denis"
    assert reader.get("offer", walks)["title"] == "Walks in Saint Denis"
    left = reader.get("meetup", home)
    assert (left["title"], left["place"], left["notes"]) == ("At …'s", "…", "Ring …, FR 93200")
    assert check(verbs.circle) == []


def test_what_still_holds_a_part_of_the_name_or_the_number_is_shown(verbs: Verbs) -> None:
    """Nobody but an organizer can tell whom it means: it is named beforehand, and stays as it is."""
    person = {"name": "Zebulon Quixworth", "phone": "+33 6 99 88 77 66", "address_as": "Zeb"}
    gone = verbs.records.add("member", person)[0]
    bo = verbs.records.add("member", {"name": "Bo Worth", "notes": "quixworth, 0033699887767; 10699887766000"})[0]
    swap = verbs.swaps.record(gone, bo, 60, "Zither", notes="at Zebulon's")[0]
    day = verbs.meetups.plan("Open day", "2030-05-04T11:00", 60, notes="Zebulon brings the zither")[0]
    told = "Zebulon Quixworth comes; ask Quixworth; +33 6 99 88 77 66 or 0699887766, (0)6.99.88.77.66 12"
    tea = verbs.meetups.plan("Tea", "2030-05-05T11:00", 60, notes=told)[0]
    seen = foresee(verbs, gone)
    after = "… comes; ask Quixworth; … or 0699887766, (0)6.99.88.77.66 12"
    assert {each[:4]: (each.words, each.text) for each in seen.left} == {
        ("meetup", day, "Open day", "notes"): (["Zebulon"], "Zebulon brings the zither"),
        ("meetup", tea, "Tea", "notes"): (["Quixworth", "0699887766", "(0)6.99.88.77.66"], after),
    }
    verbs.records.add("member", {"name": "Zebulon Li", "phone": "06 99 88 77 66"})
    assert [each.words for each in foresee(verbs, gone).left] == [["Quixworth"]], "the others are somebody else's too"
    assert erase(verbs, gone).done and verbs.reader.get("meetup", day)["notes"] == "Zebulon brings the zither"
    assert verbs.reader.get("meetup", tea)["notes"].startswith("… comes; ask Quixworth; ")
    assert not verbs.reader.get("swap", swap)["notes"]


@pytest.mark.parametrize(
    ("phone", "writings"),
    [
        (
            "01 23 45 67 89",
            ["0123456789", "+33 1 23 45 67 89", "01–23–45–67–89", "01·23·45·67·89", "01, 23, 45, 67, 89"],
        ),
        ("+33123456789", ["01:23:45:67:89", "01_23_45_67_89", "0033 1 23 45 67 89", "(0)1/23 45 67 89"]),
        ("123456", ["12 34 56", "12-34-56", "0471 123 456"]),
        ("01 23 45 67 89 / 06 98 76 54 32", ["0123456789", "+33 6 98 76 54 32"]),
    ],
)
def test_a_number_goes_or_is_shown_in_every_writing(verbs: Verbs, phone: str, writings: list[str]) -> None:
    gone = verbs.records.add("member", {"name": "Zebulon Quixworth", "phone": phone})[0]
    verbs.records.add("member", {"name": "Bo Worth", "phone": "05 55 55 55 55", "notes": "ask 0555555555, or 12 345"})
    notes = {verbs.meetups.plan("Tea", "2030-05-05T11:00", 60, notes=number)[0]: number for number in writings}
    shown = {each.id: each.words[0] for each in foresee(verbs, gone).left}
    assert shown.keys() <= notes.keys() and all(words in notes[id_] for id_, words in shown.items())
    assert erase(verbs, gone).done
    stays = {id_ for id_ in notes if verbs.reader.get("meetup", id_)["notes"] != "…"}
    assert stays == shown.keys() and stays


def test_what_another_member_has_as_well_is_theirs(verbs: Verbs) -> None:
    """One household: the same telephone and street; and a longer name that begins alike."""
    ana = {"name": "Ana Paz", "phone": "+33 612 345 678", "email": "ana@example.org", "address": HOME}
    gone = verbs.records.add("member", ana)[0]
    stays = verbs.records.add("member", {**ana, "name": "Ana Paz Ruiz", "email": "ruiz@example.org"})[0]
    notes = "Ana Paz Ruiz or Ana Paz, +33 612 345 678, ana@example.org, 1 rue A"
    tools = verbs.records.add("place", {"name": "Shed", "notes": notes})[0]
    seen = foresee(verbs, gone)
    assert seen.shared == ["+33 612 345 678", "1 rue A"]
    erase(verbs, gone)
    assert verbs.reader.get("place", tools)["notes"] == "Ana Paz Ruiz or …, +33 612 345 678, …, 1 rue A"
    kept = verbs.reader.get("member", stays)
    assert (kept["name"], kept["phone"], kept["address"]) == ("Ana Paz Ruiz", ana["phone"], HOME)


def test_a_name_of_one_word_goes_only_where_the_record_names_its_bearer(verbs: Verbs) -> None:
    rose, bo = (verbs.records.add("member", {"name": name})[0] for name in ("Rose", "Bo Li"))
    bread = verbs.meetups.plan("Rose and bread", "2030-05-04T11:00", 60, host=rose, notes="rose water, says Rose")[0]
    verbs.records.edit("meetup", bread, {"place": "Rose and Bo"})
    garden = verbs.meetups.plan("Rose garden", "2030-05-05T11:00", 60, host=bo, notes="With Rose?")[0]
    erase(verbs, rose)
    told = verbs.reader.get("meetup", bread)
    assert (told["title"], told["notes"], told["place"]) == ("… and bread", "rose water, says …", "… and Bo")
    kept = verbs.reader.get("meetup", garden)
    assert (kept["title"], kept["notes"]) == ("Rose garden", "With Rose?")


def test_undo_goes_no_further_back_than_an_erasure(verbs: Verbs) -> None:
    with verbs.circle.group("Import Ana Paz"):
        ana, bo = (verbs.records.add("member", {"name": name})[0] for name in ("Ana Paz", "Bo Li"))
    verbs.swaps.record(ana, bo, 60, "Bread")
    verbs.records.edit("member", bo, {"phone": "0123"})
    verbs.undo.undo()
    erase(verbs, ana)
    balance = verbs.reader.balance(bo)
    assert (verbs.undo.next_undo(), verbs.undo.next_redo()) == (None, None)
    for verb in (verbs.undo.undo, verbs.undo.undo):
        with pytest.raises(Refused, match="The last action was an erasure. It cannot be undone."):
            verb()
    with pytest.raises(Refused, match="nothing to redo"):
        verbs.undo.redo()
    verbs.records.edit("member", bo, {"phone": "0456"})
    assert verbs.undo.undo().sentence.startswith("Undone: Change the phone of Bo Li")
    with pytest.raises(Refused, match="erasure"):
        verbs.undo.undo()
    assert not verbs.reader.get("member", bo).deleted and verbs.reader.balance(bo) == balance


def test_what_lost_its_name_with_somebody_another_laptop_erased_is_not_taken_back(verbs: Verbs, other: Verbs) -> None:
    other.records.add("offer", {"title": "Bread", "member": other.desk.person})
    with other.circle.group("Import Ana Paz"):
        ana, bo = (other.records.add("member", {"name": name})[0] for name in ("Ana Paz", "Bo Li"))
    meet(verbs, other)
    erase(verbs, ana)
    meet(verbs, other)
    assert str(other.undo.next_undo()) == "Add Bread"
    assert other.undo.undo().sentence == "Undone: Add Bread."
    assert not other.reader.get("member", bo).deleted


def test_a_mark_of_an_older_version_takes_no_town_away() -> None:
    """What comes from laptops that were away is taken out by marks; towns were marked once."""
    marks = Marks(bytes(32), marks_of(bytes(32), ["Saint Denis", "Ana Paz"], ["Lyon"]))
    others = [
        ("address", {"city": "Saint Denis"}),
        ("place", "Lyon"),
        ("name", "Ana Paz Ruiz"),
        ("place", "Ana Paz hall"),
    ]
    place, person = b"p" * 16, b"m" * 16
    notes = {"notes": "Ana Paz Ruiz and Ana Paz of Saint Denis at Ana Paz hall, Lyon", "host": person}
    change = Changeset(1, None, bytes(16), "", {}, (SetOp("meetup", place, notes, {}),))
    left = Scrub(frozenset({person}), marks=(marks,)).sparing(others).without(change)
    assert left is not None and isinstance(left.ops[0], SetOp)
    assert left.ops[0].fields["notes"] == "Ana Paz Ruiz and … of Saint Denis at … hall, Lyon"


def test_which_words_are_a_persons_own() -> None:
    said = [
        ("name", "Marek  Kowalczyk"), ("name", "Florence"), ("phone", "112"), ("name", "Former member 1-2"),
        ("address_as", "elle"), ("address", {"text": "12 Mill Lane, Lyon 69001"}),
        ("address", {"street": "High Street", "city": "Lyon"}),
    ]  # fmt: skip
    own = telling(said)
    assert own == (("12 Mill Lane, Lyon 69001", "Marek Kowalczyk", "12 Mill Lane"), ("Florence",))
    left, spared = without_others(own, [("place", "Florence"), ("name", "Jan Marek Kowalczyk")])
    assert left == (own.words, ()) and spared == ("Jan Marek Kowalczyk",)


def test_a_sign_up_goes_however_its_contact_is_written(verbs: Verbs) -> None:
    """The telephone is a neighbour's too: there the name tells whose sign-up it is."""
    fields = {"name": "Amina Kaya", "phone": "06 12 34 56 78", "email": "Amina@Ex.org"}
    amina, _ = verbs.records.add("member", fields)
    verbs.records.add("member", {"name": "Bo Lee", "phone": "0612345678"})
    wrote = [("AMINA  kaya", "0612345678"), ("A.", "amina@ex.org "), ("Bo Lee", "06 12 34 56 78")]
    with verbs.circle.change("Take in") as change:
        for number, (name, contact) in enumerate(wrote):
            change.set("signup", bytes([number]) * 16, {"name": name, "contact": contact})
    assert erase(verbs, amina).done
    assert [row["name"] for row in verbs.reader.list("signup", deleted=True)] == ["Bo Lee"]


@pytest.mark.parametrize("shared", [False, True])
def test_a_sign_up_goes_whatever_the_country_is_written_as(verbs: Verbs, shared: bool) -> None:
    amina, _ = verbs.records.add("member", {"name": "Amina Kaya", "phone": "06 12 34 56 78"})
    if shared:
        verbs.records.add("member", {"name": "Bo Lee", "phone": "+33 612345678"})
    wrote = [("A.", "+33 6 12 34 56 78"), ("Amina Kaya", "0033612345678"), ("Bo", "+33 6 99 99 99 99")]
    with verbs.circle.change("Take in") as change:
        for number, (name, contact) in enumerate(wrote):
            change.set("signup", bytes([number]) * 16, {"name": name, "contact": contact})
    assert erase(verbs, amina).done
    left = {row["name"] for row in verbs.reader.list("signup", deleted=True)}
    assert left == ({"A.", "Bo"} if shared else {"Bo"})


@pytest.mark.parametrize(
    ("contact", "goes"),
    [
        ("tel. +33 6 12 34 56 78", True),
        ("+33 6 12 34 56 78 / 01 44 55 66 77", True),
        ("0144556677, 0612345678 in the evening", True),
        ("call 06/12/34/56/78", True),
        ("or write to <amina@ex.org>", True),
        ("tel. +33 6 99 34 56 78, bo@ex.org", False),
        ("rue 12", False),
    ],
)
def test_a_sign_up_goes_by_what_stands_among_other_words(verbs: Verbs, contact: str, goes: bool) -> None:
    member = {"name": "Amina Kaya", "phone": "06 12 34 56 78", "email": "amina@ex.org"}
    amina, _ = verbs.records.add("member", member)
    with verbs.circle.change("Take in") as change:
        change.set("signup", b"1" * 16, {"name": "A.", "contact": contact})
    assert erase(verbs, amina).done
    assert (verbs.reader.list("signup", deleted=True) == []) == goes
