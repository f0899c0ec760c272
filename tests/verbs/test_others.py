"""What two laptops wrote apart that nobody is asked about: all of it is listed, and nothing that makes no sense."""

from __future__ import annotations

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.changes import ReviewItem
from learningcircles.circle.facets import Verbs
from learningcircles.errors import NotFound, Refused
from learningcircles.storage.check import check


def listed(verbs: Verbs) -> dict[str, ReviewItem]:
    """Return them by field; the ids of all are those of the items."""
    items = verbs.review.others()
    assert [item.id for item in items] == list(verbs.reader.others())
    return {item.field: item for item in items}


def test_what_nobody_is_asked_about_is_listed_with_both_values(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    """A whole note that somebody had typed was gone without a word."""
    amina = people[0]
    verbs.records.edit("member", amina, {"notes": "Has a dog.", "place": "North", "phone": "0111"})
    other.records.edit("member", amina, {"notes": "Allergic to nuts.", "place": "South", "phone": "0222"})
    meet(verbs, other)
    for side in (verbs, other):
        assert listed(side).keys() == {"notes", "place"}, "people are asked about the phone by itself"
    note = listed(verbs)["notes"]
    assert {note.kept, note.other} == {"Has a dog.", "Allergic to nuts."} and note.kept_who and note.other_who
    verbs.review.resolve(note.id, "other")
    assert verbs.reader.get("member", amina)["notes"] == note.other and listed(verbs).keys() == {"place"}
    verbs.undo.undo()
    assert listed(verbs)["notes"][:6] == note[:6], "asked anew"
    verbs.review.resolve_others(list(verbs.reader.others()), "kept")
    meet(verbs, other)
    assert listed(verbs) == listed(other) == {} and [each.field for each in other.review.items()] == ["phone"]
    assert check(verbs.circle) == []


def test_a_word_of_a_list_that_came_and_went_is_one(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    amina = people[0]
    verbs.records.edit("member", amina, add={"languages": ["pl", "fr"]})
    meet(verbs, other)
    verbs.records.edit("member", amina, drop={"languages": ["pl"]})
    other.records.edit("member", amina, drop={"languages": ["pl"]})
    other.records.edit("member", amina, add={"languages": ["pl"]})
    meet(verbs, other)
    (item,) = verbs.review.others()
    assert item.field == "languages/pl" and {item.kept, item.other} == {True, False}
    verbs.review.resolve(item.id, "other")
    assert ("pl" in verbs.reader.get("member", amina)["languages"]) is bool(item.other)
    meet(verbs, other)
    assert listed(other) == {}


def test_nothing_is_listed_that_makes_no_sense(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    tea = verbs.meetups.plan("Tea", "2030-05-04T11:00", 60)[0]
    meet(verbs, other)
    for side, place in ((verbs, "North"), (other, "South")):
        for member in people:
            side.records.edit("member", member, {"place": place, "sector": "civic"})
        side.records.edit("meetup", tea, {"notes": place})
        side.meetups.attend(tea, member=bo, state="attended" if side is verbs else "absent")
    with verbs.circle.change("Numbers") as change:
        change.set("member", amina, {"number": "1-7"})
    with other.circle.change("Numbers") as change:
        change.set("member", amina, {"number": "1-8"})
    meet(verbs, other)
    fields = sorted((item.entity, item.field) for item in verbs.review.others())
    whole = [("attendance", "state"), ("meetup", "notes"), ("member", "place"), ("member", "place")]
    assert fields == whole, "neither a number that a program gave, nor what both laptops wrote alike"
    verbs.records.remove("meetup", tea)
    assert [item.entity for item in verbs.review.others()] == ["member", "member"], "with the meetup goes who came"
    verbs.undo.undo()
    verbs.leaving.anonymise(bo)
    assert sorted(item.entity for item in verbs.review.others()) == ["meetup", "member"]
    verbs.records.remove("member", amina)
    assert [item.entity for item in verbs.review.others()] == ["meetup"]
    meet(verbs, other)
    assert [item.entity for item in other.review.others()] == ["meetup"]


def test_what_several_laptops_wrote_alike_is_listed_once(
    verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina = people[0]
    for side, place in ((verbs, "North"), (other, "North"), (third, "South")):
        side.records.edit("member", amina, {"place": place})
    meet(verbs, other)
    meet(verbs, third)
    (item,) = verbs.review.others()
    assert (item.kept, item.other) == ("South", "North")


def test_all_of_one_laptop_is_taken_also_of_what_nobody_is_asked_about(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    for side, place in ((verbs, "North"), (other, "South")):
        for member in people:
            side.records.edit("member", member, {"place": place, "notes": place})
    verbs.records.edit("member", people[0], {"phone": "0333"})
    meet(verbs, other)
    mine = verbs.circle.secrets.device.id
    verbs.review.take_all(mine, others=True)
    assert [verbs.reader.get("member", each)["place"] for each in people] == ["North", "North"]
    assert listed(verbs) == {}
    with pytest.raises(NotFound):
        verbs.review.take_all(mine, others=True)
    verbs.undo.undo()
    assert [verbs.reader.get("member", each)["place"] for each in people] == ["South", "South"]
    assert len(verbs.review.others()) == 4
    meet(verbs, other)
    assert len(other.review.others()) == 4


def test_the_list_follows_what_is_written_since(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    for side, place in ((verbs, "North"), (other, "South")):
        for member in people:
            side.records.edit("member", member, {"place": place})
    meet(verbs, other)
    assert len(verbs.reader.others()) == 2
    verbs.records.edit("member", people[0], {"place": "East"})
    assert len(verbs.reader.others()) == 1, "whoever had both has said what is so"
    other.records.edit("member", people[1], {"birth_year": 1980})
    verbs.records.edit("member", people[1], {"birth_year": 1981})
    carry(other, verbs)
    assert len(verbs.reader.others()) == 2
    assert [item.id for item in verbs.review.others()] == list(verbs.reader.others())


def test_whether_two_are_one_is_said_anew(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.merging.different(*people)
    other.merging.merge(*people)
    meet(verbs, other)
    (item,) = verbs.review.others()
    assert (item.entity, {item.kept, item.other}) == ("member_link", {"same", "different"})
    with pytest.raises(Refused):
        verbs.review.resolve(item.id, "other")
    verbs.review.resolve(item.id, "kept")
    assert verbs.review.others() == []
