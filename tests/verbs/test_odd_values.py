"""A value of another kind than declared, as a newer version may write it, stands in nobody's way."""

from __future__ import annotations

from laptop_pairs import carry

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.foreseeing import foresee


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
