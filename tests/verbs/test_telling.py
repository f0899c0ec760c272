"""Whom to tell: they meant to come to a meetup that was called off or moved, and nobody has told them yet."""

from __future__ import annotations

import pytest
from laptop_pairs import carry

from learningcircles.circle.facets import Verbs
from learningcircles.circle.telling import Untold, untold
from learningcircles.errors import NotFound

TODAY = "2026-11-20"
People = tuple[bytes, bytes]


@pytest.fixture
def meetup(verbs: Verbs) -> bytes:
    return verbs.meetups.plan("Choir", "2026-12-03T18:00", place="Old library")[0]


def waits(verbs: Verbs) -> list[Untold]:
    return untold(verbs.reader, TODAY)


def names(verbs: Verbs) -> list[list[str]]:
    """Return who is to be told, meetup by meetup."""
    return [[who.name for who in each.people] for each in waits(verbs)]


def test_who_means_to_come_is_told_that_it_was_called_off(verbs: Verbs, people: People, meetup: bytes) -> None:
    amina, bo = people
    verbs.meetups.rsvp(meetup, bo, "maybe")
    verbs.meetups.rsvp(meetup, amina, "no")
    guest, _ = verbs.meetups.rsvp(meetup, name="Zoe")
    assert waits(verbs) == []
    verbs.meetups.cancel(meetup)
    (found,) = waits(verbs)
    assert (names(verbs), found.changed) == ([["Bo", "Zoe"]], ("state",))
    verbs.meetups.told([guest])
    assert names(verbs) == [["Bo"]]
    verbs.undo.undo()
    assert names(verbs) == [["Bo", "Zoe"]]
    verbs.meetups.told([each.answer for each in found.people])
    assert waits(verbs) == []
    assert str(verbs.undo.next_undo()) == "Note who was told about Choir"


def test_what_was_told_is_called_by_whom(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.meetups.told([answer])
    assert str(verbs.undo.next_undo()) == "Note that Amina was told about Choir"


@pytest.mark.parametrize("change", [{"start": {"at": "2026-12-04T18:00"}}, {"place": "New library"}, {"place": ""}])
def test_who_means_to_come_is_told_that_it_was_moved(
    verbs: Verbs, people: People, meetup: bytes, change: dict[str, object]
) -> None:
    verbs.meetups.rsvp(meetup, people[0])
    verbs.records.edit("meetup", meetup, {"notes": "Bring songs", "minutes": 30})
    assert waits(verbs) == []
    verbs.records.edit("meetup", meetup, change)
    (found,) = waits(verbs)
    assert found.changed == tuple(change)


def test_what_was_taken_back_is_no_news(verbs: Verbs, people: People, meetup: bytes) -> None:
    verbs.meetups.rsvp(meetup, people[0])
    verbs.records.edit("meetup", meetup, {"place": "New library"})
    verbs.undo.undo()
    assert waits(verbs) == []
    verbs.meetups.cancel(meetup)
    verbs.records.edit("meetup", meetup, {"state": "planned"})
    assert waits(verbs) == []


def test_who_was_told_that_it_is_off_is_told_that_it_is_on_again(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.meetups.cancel(meetup)
    verbs.meetups.told([answer])
    verbs.records.edit("meetup", meetup, {"state": "planned"})
    (found,) = waits(verbs)
    assert (found.changed, found.meetup["state"]) == (("state",), "planned")


def test_who_answers_since_knows_and_so_does_who_has_changed_it(verbs: Verbs, people: People, meetup: bytes) -> None:
    amina, bo = people
    for each in people:
        verbs.meetups.rsvp(meetup, each)
    verbs.records.edit("meetup", meetup, {"place": "New library"}, author=amina)
    assert names(verbs) == [["Bo"]]
    verbs.meetups.rsvp(meetup, bo)
    assert waits(verbs) == []


def test_nobody_is_told_of_what_is_over_or_who_is_gone(verbs: Verbs, people: People) -> None:
    amina, bo = people
    over, _ = verbs.meetups.plan("Over", "2026-11-19T18:00")
    tonight, _ = verbs.meetups.plan("Tonight", "2026-11-20T18:00")
    for each in (over, tonight):
        for who in people:
            verbs.meetups.rsvp(each, who)
        verbs.meetups.cancel(each)
    verbs.records.remove("member", amina)
    assert names(verbs) == [["Bo"]]
    verbs.records.edit("member", bo, {"status": "left"})
    assert waits(verbs) == []


def test_both_laptops_know_who_was_told(verbs: Verbs, other: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    carry(verbs, other)
    other.meetups.cancel(meetup)
    carry(other, verbs)
    assert names(verbs) == names(other) == [["Amina"]]
    verbs.meetups.told([answer])
    carry(verbs, other)
    assert waits(other) == waits(verbs) == []


def test_one_person_is_told_once_whose_records_are_one(verbs: Verbs, people: People, meetup: bytes) -> None:
    for each in people:
        verbs.meetups.rsvp(meetup, each)
    verbs.merging.merge(*people)
    verbs.meetups.cancel(meetup)
    (found,) = waits(verbs)
    assert len(found.people) == 1
    verbs.meetups.told([found.people[0].answer])
    assert waits(verbs) == []


def test_an_answer_that_is_gone_is_told_of_by_nobody(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.records.remove("rsvp", answer)
    with pytest.raises(NotFound):
        verbs.meetups.told([answer])
