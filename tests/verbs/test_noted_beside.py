"""What is noted about a record that another laptop removes at that time: nothing of it goes without a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.changes import ReviewItem
from learningcircles.circle.facets import Verbs
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange

DAY, EVENING = "2026-11-20", "2026-11-20T18:00"
Note = Callable[[Verbs, bytes, bytes], object]

NOTES: dict[str, tuple[str, Note]] = {
    "who came": ("meetup", lambda verbs, tea, bo: verbs.meetups.attend(tea, member=bo)),
    "a guest who came": ("meetup", lambda verbs, tea, bo: verbs.meetups.attend(tea, guest_name="Lea")),
    "how many came": ("meetup", lambda verbs, tea, bo: verbs.meetups.headcount(tea, 12)),
    "who will come": ("meetup", lambda verbs, tea, bo: verbs.meetups.rsvp(tea, bo)),
    "that a member came": ("member", lambda verbs, tea, bo: verbs.meetups.attend(tea, member=bo)),
    "what a member offers": ("member", lambda verbs, tea, bo: verbs.records.add("offer", {"member": bo, "title": "X"})),
    "what a member asks for": (
        "member",
        lambda verbs, tea, bo: verbs.records.edit("request", _request(verbs), {"member": bo}),
    ),
    "what a member has learned": ("member", lambda verbs, tea, bo: verbs.records.add("learning", _learned(bo))),
    "an exchange of a member": (
        "member",
        lambda verbs, tea, bo: verbs.swaps.record(bo, verbs.desk.person, 60, "Bread", DAY),
    ),
    "what a member agreed to": ("member", lambda verbs, tea, bo: verbs.records.add("consent", _agreed(bo))),
    "a meetup's host": ("member", lambda verbs, tea, bo: verbs.records.edit("meetup", tea, {"host": bo})),
}


def _request(verbs: Verbs) -> bytes:
    return verbs.reader.list("request")[0].id


def _learned(member: bytes) -> dict[str, object]:
    return {"member": member, "topic": "Bread"}


def _agreed(member: bytes) -> dict[str, object]:
    return {"member": member, "purpose": "name_in_print", "given": True}


@pytest.fixture
def tea(verbs: Verbs) -> bytes:
    verbs.records.add("request", {"title": "Bread"})
    return verbs.meetups.plan("Tea", EVENING)[0]


def asked(*sides: Verbs) -> list[ReviewItem]:
    """Return what is asked: the same on all sides, as much as is counted, and as where all is looked through anew."""
    told = [side.review.items() for side in sides]
    for side, items in zip(sides, told, strict=True):
        assert side.reader.review_count() == len(items)
        side.circle.journal.found.clear()
        assert side.review.items() == items
        assert [each[1:] for each in items] == [each[1:] for each in told[0]]
        assert check(side.circle) == []
    return list(told[0])


@pytest.mark.parametrize("what", NOTES)
@pytest.mark.parametrize("removes_later", [False, True])
def test_what_is_noted_of_what_is_removed_meanwhile_is_asked_about(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs, what: str, removes_later: bool
) -> None:
    kind, note = NOTES[what]
    record = tea if kind == "meetup" else people[1]
    if removes_later:
        note(other, tea, people[1])
    verbs.records.remove(kind, record)
    if not removes_later:
        note(other, tea, people[1])
    meet(verbs, other)
    (item,) = asked(verbs, other)
    assert (item.entity, item.record, item.field, item.kept, item.other) == (kind, record, "#deleted", True, False)
    assert (item.kept_by, item.kept_who) == (verbs.circle.secrets.device.id, verbs.desk.person)
    assert (item.other_by, item.other_who) == (other.circle.secrets.device.id, other.desk.person)
    (noted,) = item.noted
    assert (noted.by, noted.who, noted.at) == (item.other_by, item.other_who, item.other_at)
    assert verbs.reader.find_one(noted.entity, noted.record) is not None


@pytest.mark.parametrize("answers", [0, 1])
@pytest.mark.parametrize("take", ["kept", "other"])
def test_the_answer_holds_everywhere_and_can_be_taken_back(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs, take: str, answers: int
) -> None:
    verbs.records.remove("meetup", tea)
    for who in people:
        other.meetups.attend(tea, member=who)
    other.meetups.headcount(tea, 3)
    meet(verbs, other)
    (item,) = asked(verbs, other)
    assert len(item.noted) == 3
    here = (verbs, other)[answers]
    here.review.resolve(item.id[:12], take)
    assert here.review.items() == [] and here.reader.review_count() == 0
    meet(verbs, other)
    assert asked(verbs, other) == []
    assert verbs.reader.get("meetup", tea).deleted == (take == "kept") == other.reader.get("meetup", tea).deleted
    assert len(other.meetups.present(tea)[0]) == 2
    here.undo.undo()
    meet(verbs, other)
    assert [each.noted for each in asked(verbs, other)] == [item.noted], "it is asked again"
    here.undo.redo()
    meet(verbs, other)
    assert asked(verbs, other) == []
    for side in (verbs, other):
        Exchange(side.circle).rebuild()
        assert side.review.items() == []


def test_whoever_is_one_with_a_removed_member_comes_back_with_them(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs
) -> None:
    """They were removed together, and either is in another's records."""
    verbs.merging.merge(*people)
    meet(verbs, other)
    verbs.records.remove("member", people[0])
    other.meetups.attend(tea, member=people[1])
    meet(verbs, other)
    (item,) = asked(verbs, other)
    verbs.review.resolve(item.id, "other")
    carry(verbs, other)
    for side in (verbs, other):
        assert not [each for each in people if (found := side.reader.alone("member", each)) and found.deleted]
        assert len({side.reader.shown_as(each) for each in people}) == 1
    verbs.undo.undo()
    carry(verbs, other)
    assert len(asked(verbs, other)) == 1


def test_nothing_is_asked_where_either_knew_of_the_other(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs
) -> None:
    other.meetups.attend(tea, member=people[0])
    other.meetups.rsvp(tea, people[1])
    meet(verbs, other)
    verbs.records.remove("meetup", tea)
    meet(verbs, other)
    assert asked(verbs, other) == [], "whoever removed it knew who had come"
    other.records.restore("meetup", tea)
    carry(other, verbs)
    verbs.records.remove("meetup", tea)
    assert asked(verbs) == []


def test_what_was_noted_and_taken_out_again_is_not_asked_about(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs
) -> None:
    verbs.records.remove("meetup", tea)
    presence = other.meetups.attend(tea, member=people[0])[0]
    other.records.remove("attendance", presence)
    other.meetups.rsvp(tea, people[1])
    other.undo.undo()
    meet(verbs, other)
    assert asked(verbs, other) == []


def test_the_question_follows_what_comes_from_a_third_laptop(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs, third: Verbs
) -> None:
    verbs.records.remove("meetup", tea)
    other.meetups.attend(tea, member=people[0])
    third.meetups.attend(tea, member=people[1])
    meet(verbs, other)
    first = asked(verbs, other)
    meet(verbs, third)
    meet(verbs, other)
    (both,) = asked(verbs, other, third)
    assert len(first[0].noted) == 1 and len(both.noted) == 2 and both.id == first[0].id
    other.records.restore("meetup", tea)
    meet(verbs, other)
    meet(verbs, third)
    assert asked(verbs, other, third) == []


def test_whoever_takes_out_what_was_noted_has_answered_until_that_is_undone(
    verbs: Verbs, tea: bytes, people: tuple[bytes, bytes], other: Verbs
) -> None:
    verbs.records.remove("meetup", tea)
    presence = other.meetups.attend(tea, member=people[0])[0]
    carry(verbs, other)
    other.records.remove("attendance", presence)
    assert asked(other) == []
    other.undo.undo()
    assert len(asked(other)) == 1
    carry(other, verbs)
    assert len(asked(verbs, other)) == 1


def test_the_members_of_a_large_list_that_is_taken_back_are_looked_through_at_once(
    verbs: Verbs, tea: bytes, other: Verbs
) -> None:
    ids = verbs.records.add_many("member", [{"name": f"Member {n}"} for n in range(600)], label="Import")[0]
    meet(verbs, other)
    other.meetups.attend(tea, member=ids[7])
    verbs.records.remove_many("member", ids)
    meet(verbs, other)
    (item,) = asked(verbs, other)
    assert item.record == ids[7]
