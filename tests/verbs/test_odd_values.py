"""A value of another kind than declared, as a newer version may write it, stands in nobody's way."""

from __future__ import annotations

import pytest
from laptop_pairs import carry

from learningcircles.circle.facets import Verbs
from learningcircles.circle.naming import laptop_name
from learningcircles.errors import InvalidValue
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.foreseeing import foresee
from learningcircles.laptop.rights import by_beginning, rename


def test_an_odd_reference_lets_somebody_be_erased(verbs: Verbs, people: tuple[bytes, bytes]) -> None:
    amina = people[0]
    fields = {"title": "Bread with Amina", "notes": "ask Amina", "member": amina}
    offer, _ = verbs.records.add("offer", fields)
    with verbs.circle.change("Change") as change:
        change.set("offer", offer, {"member": {"at": "1"}})
    assert {each.id for each in foresee(verbs, amina).reworded} == {offer}
    assert erase(verbs, amina).done
    assert amina in verbs.circle.roster.state.redactions.people
    assert verbs.reader.get("offer", offer)["title"] == "Bread with …"


def test_an_odd_member_number_stops_no_share(verbs: Verbs, other: Verbs) -> None:
    verbs.people.give_numbers()
    with other.circle.change("Add") as change:
        change.set("member", b"\7" * 16, {"name": "Odd", "number": {"at": "1"}})
    carry(other, verbs)
    bo, _ = verbs.records.add("member", {"name": "Bo"})
    verbs.people.give_numbers()
    assert verbs.reader.get("member", bo)["number"]


def test_a_line_is_a_line_whatever_is_pasted_into_it(verbs: Verbs) -> None:
    record, _ = verbs.records.add("member", {"name": "\u202elive\u202c\u2028Bo\u200e", "notes": "one\ntwo"})
    assert verbs.reader.get("member", record)["name"] == "live Bo"
    assert verbs.reader.get("member", record)["notes"] == "one\ntwo"
    with pytest.raises(InvalidValue, match="at most 200 letters"):
        verbs.records.edit("member", record, {"name": "M" * 201})
    verbs.records.edit("member", record, {"name": "Ж" * 200, "notes": "n" * 10_000})


def test_a_laptop_is_called_what_can_stand_in_a_list_and_nobody_else_is(verbs: Verbs, other: Verbs) -> None:
    me, theirs = verbs.circle.secrets.device.id, other.circle.secrets.device.id
    rename(verbs.circle, me, "Bo\n  Pilar laptop (organizer)\u202e")
    assert laptop_name(verbs.circle, me) == "Bo   Pilar laptop (organizer)"
    with pytest.raises(InvalidValue, match="at most 200 letters"):
        rename(verbs.circle, me, "W" * 201)
    with pytest.raises(InvalidValue, match="needs a name"):
        rename(verbs.circle, me, " \u202e ")
    rename(verbs.circle, me, "Blue laptop")
    carry(verbs, other)
    with pytest.raises(InvalidValue, match="called blue laptop already"):
        rename(other.circle, theirs, "blue laptop")
    with other.circle.change("Rename") as change:
        change.set("device", theirs, {"name": "Blue laptop"})
    carry(other, verbs)
    with pytest.raises(InvalidValue, match=f"{me.hex()[:8]}|{theirs.hex()[:8]}"):
        by_beginning(verbs.circle, "Blue laptop")


def test_what_a_modified_program_calls_its_laptop_stays_in_its_line(verbs: Verbs) -> None:
    me = verbs.circle.secrets.device.id
    with verbs.circle.change("Rename") as change:
        change.set("device", me, {"name": "Bo\n\x1b[2JForged \u202e" + "W" * 15_000})
    shown = laptop_name(verbs.circle, me)
    assert shown.startswith("Bo [2JForged W") and shown.endswith("W…") and len(shown) == 200
