"""Whom to tell: they meant to come to a meetup that was called off or moved, and nobody has told them yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.untold import Untold, untold
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import NotFound
from learningcircles.intake.export import exported

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
    verbs.meetups.rsvp(meetup, name="Łukasz")
    assert waits(verbs) == []
    verbs.meetups.cancel(meetup)
    (found,) = waits(verbs)
    assert (names(verbs), found.changed) == ([["Bo", "Łukasz", "Zoe"]], ("state",))
    verbs.meetups.told([guest])
    assert names(verbs) == [["Bo", "Łukasz"]]
    verbs.undo.undo()
    assert names(verbs) == [["Bo", "Łukasz", "Zoe"]]
    verbs.meetups.told([each.answer for each in found.people])
    assert waits(verbs) == []
    assert str(verbs.undo.next_undo()) == "Note who was told about Choir"


def test_what_was_told_is_called_by_whom(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.meetups.told([answer])
    assert str(verbs.undo.next_undo()) == "Note that Amina was told about Choir"


@pytest.mark.parametrize("answer", ["maybe", "waitlist"])
def test_so_is_who_may_come(verbs: Verbs, people: People, meetup: bytes, answer: str) -> None:
    verbs.meetups.rsvp(meetup, people[0], answer)
    verbs.meetups.cancel(meetup)
    assert names(verbs) == [["Amina"]]


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
    verbs.meetups.plan_again(meetup)
    assert str(verbs.undo.next_undo()) == "Plan Choir again"
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


def test_who_has_changed_something_else_is_told_all_the_same(
    verbs: Verbs, other: Verbs, people: People, meetup: bytes
) -> None:
    amina, bo = people
    for each in people:
        verbs.meetups.rsvp(meetup, each)
    carry(verbs, other)
    verbs.records.edit("meetup", meetup, {"start": {"at": "2026-12-04T18:00"}}, author=amina)
    other.records.edit("meetup", meetup, {"place": "New library"}, author=bo)
    meet(verbs, other)
    assert names(verbs) == names(other) == [["Amina", "Bo"]]


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


@pytest.mark.parametrize("change", [{"state": "cancelled"}, {"place": "New library"}])
def test_who_answers_on_a_laptop_that_has_not_heard_of_it_is_told(
    verbs: Verbs, other: Verbs, people: People, meetup: bytes, change: dict[str, str]
) -> None:
    carry(verbs, other)
    verbs.records.edit("meetup", meetup, change)
    other.meetups.rsvp(meetup, people[0])
    meet(verbs, other)
    assert names(verbs) == names(other) == [["Amina"]]


def test_a_clock_that_is_ahead_keeps_nobody_from_being_told(
    verbs: Verbs, other: Verbs, people: People, meetup: bytes
) -> None:
    carry(verbs, other)
    world = other.circle.surroundings
    other.circle.surroundings = replace(world, now_ms=lambda: world.now_ms() + 3 * 3600_000)
    other.meetups.rsvp(meetup, people[0])
    carry(other, verbs)
    verbs.meetups.cancel(meetup)
    assert names(verbs) == [["Amina"]]


def test_who_was_told_of_less_is_told_the_rest(verbs: Verbs, other: Verbs, people: People, meetup: bytes) -> None:
    """The second laptop tells them of the new place; it has not heard yet that it is called off."""
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.records.edit("meetup", meetup, {"place": "New library"})
    carry(verbs, other)
    verbs.meetups.cancel(meetup)
    other.meetups.told([answer])
    meet(verbs, other)
    assert names(verbs) == names(other) == [["Amina"]]


def test_who_was_told_of_what_was_shown_knows_that_alone(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    verbs.records.edit("meetup", meetup, {"place": "New library"})
    (shown,) = waits(verbs)
    verbs.meetups.cancel(meetup)
    verbs.meetups.told([answer], shown.stands)
    (found,) = waits(verbs)
    assert found.changed == ("state",)


def test_the_last_answer_of_one_person_counts(verbs: Verbs, people: People, meetup: bytes) -> None:
    verbs.meetups.rsvp(meetup, people[0], "yes")
    verbs.meetups.rsvp(meetup, people[1], "no")
    verbs.merging.merge(*people)
    verbs.meetups.cancel(meetup)
    assert waits(verbs) == []


def test_a_meetup_that_was_removed_is_off_too(verbs: Verbs, people: People, meetup: bytes) -> None:
    verbs.meetups.rsvp(meetup, people[0])
    verbs.records.remove("meetup", meetup)
    assert names(verbs) == [["Amina"]]
    verbs.undo.undo()
    assert waits(verbs) == []


@pytest.mark.parametrize("odd", ["soon", {"a": 1}, 5, None])
def test_an_answer_that_says_nothing_readable_of_what_they_know(
    verbs: Verbs, people: People, meetup: bytes, odd: object
) -> None:
    answer, _ = verbs.meetups.rsvp(meetup, people[0])
    with verbs.circle.change("Odd", author=verbs.desk.person) as change:
        change.set("rsvp", answer, {"told": odd})
    verbs.meetups.cancel(meetup)
    assert names(verbs) == [["Amina"]]


def test_an_answer_that_is_changed_by_hand_knows_too(verbs: Verbs, people: People, meetup: bytes) -> None:
    answer, _ = verbs.records.add("rsvp", {"meetup": meetup, "person": people[0], "answer": "maybe"})
    verbs.meetups.cancel(meetup)
    assert names(verbs) == [["Amina"]]
    verbs.records.edit("rsvp", answer, {"answer": "yes"})
    assert waits(verbs) == []


def test_what_they_know_stands_in_no_file_that_people_read(verbs: Verbs, people: People, meetup: bytes) -> None:
    verbs.meetups.rsvp(meetup, people[0])
    (held,) = verbs.reader.list("rsvp")
    assert str(held["told"]).startswith("on ") and "library" not in str(held["told"])
    written = b"".join(exported(verbs.reader, declared("rsvp"), "csv", [[held]], "Europe/Paris"))
    assert b"Told" not in written and b"yes" in written.lower()


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
