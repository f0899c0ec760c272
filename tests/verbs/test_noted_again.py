"""Who came, who means to come, and other facts that are one record on each laptop: removed on one, noted on another.

The later word holds, as where both know of each other's: nobody is lost because somebody else took a slip back.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from laptop_pairs import meet

from learningcircles import ids
from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, NotFound, Refused
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange

People = tuple[bytes, bytes]
Note = Callable[[Verbs, bytes, People], object]

NOTES: dict[str, Note] = {
    "who came": lambda verbs, tea, people: verbs.meetups.attend(tea, member=people[0]),
    "who came, from a list": lambda verbs, tea, people: verbs.records.add(
        "attendance", {"meetup": tea, "person": people[0], "state": "attended"}
    ),
    "who means to come": lambda verbs, tea, people: verbs.meetups.rsvp(tea, people[0]),
    "how many came": lambda verbs, tea, people: verbs.meetups.headcount(tea, 12),
    "who is one": lambda verbs, tea, people: verbs.merging.merge(*people),
}


def record(what: str, tea: bytes, people: People) -> tuple[str, bytes]:
    """Return which record a note of `NOTES` is."""
    if what == "who is one":
        return "member_link", ids.link(*people)
    if what == "how many came":
        return "attendance", ids.attendance(tea, tea)
    means = what == "who means to come"
    return ("rsvp", ids.rsvp(tea, people[0])) if means else ("attendance", ids.attendance(tea, people[0]))


@pytest.fixture
def tea(verbs: Verbs, other: Verbs) -> bytes:
    made = verbs.meetups.plan("Tea", "2026-11-20T18:00")[0]
    meet(verbs, other)
    return made


@pytest.fixture
def noted(verbs: Verbs, tea: bytes, people: People, what: str) -> None:
    """This is noted on the first laptop, and not heard of on the second one."""
    NOTES[what](verbs, tea, people)


def stands(verbs: Verbs, other: Verbs, what: str, tea: bytes, people: People) -> bool:
    """Return whether it is noted, on both laptops, also where all is put together anew."""
    meet(verbs, other)
    entity, id_ = record(what, tea, people)
    found = set()
    for side in (verbs, other):
        found.add(side.reader.get(entity, id_).deleted)
        Exchange(side.circle).rebuild()
        found.add(side.reader.get(entity, id_).deleted)
        assert check(side.circle) == []
    (is_gone,) = found
    return not is_gone


def take_back(verbs: Verbs, what: str, tea: bytes, people: People, by: str) -> None:
    if by == "Undo":
        verbs.undo.undo()
    else:
        with verbs.circle.change("Remove") as change:  # of people who are one no verb does
            change.delete(*record(what, tea, people))


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("by", ["Undo", "hand"])
@pytest.mark.parametrize("what", NOTES)
def test_what_is_noted_apart_from_an_earlier_taking_back_stands(
    verbs: Verbs, other: Verbs, people: People, tea: bytes, what: str, by: str
) -> None:
    take_back(verbs, what, tea, people, by)
    NOTES[what](other, tea, people)
    assert stands(verbs, other, what, tea, people)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("what", [each for each in NOTES if each != "who is one"])  # who are one are not merged again
def test_what_is_noted_by_who_knows_only_that_it_was_noted_once_stands_too(
    verbs: Verbs, other: Verbs, people: People, tea: bytes, what: str
) -> None:
    meet(verbs, other)
    take_back(verbs, what, tea, people, "hand")
    NOTES[what](other, tea, people)
    assert stands(verbs, other, what, tea, people)


@pytest.mark.parametrize("what", NOTES)
def test_what_is_taken_back_later_is_not_noted(
    verbs: Verbs, other: Verbs, people: People, tea: bytes, what: str
) -> None:
    NOTES[what](other, tea, people)
    NOTES[what](verbs, tea, people)
    take_back(verbs, what, tea, people, "hand")
    assert not stands(verbs, other, what, tea, people)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("by", ["Undo", "hand"])
@pytest.mark.parametrize("what", NOTES)
def test_what_was_taken_back_is_noted_again_on_one_laptop(
    verbs: Verbs, other: Verbs, people: People, tea: bytes, what: str, by: str
) -> None:
    take_back(verbs, what, tea, people, by)
    NOTES[what](verbs, tea, people)
    assert stands(verbs, other, what, tea, people)
    verbs.undo.undo()
    assert not stands(verbs, other, what, tea, people)


@pytest.mark.usefixtures("noted")
@pytest.mark.parametrize("what", NOTES)
def test_nobody_is_asked_where_both_say_the_same_apart(
    verbs: Verbs, other: Verbs, people: People, tea: bytes, what: str
) -> None:
    NOTES[what](other, tea, people)
    assert stands(verbs, other, what, tea, people)
    assert verbs.review.items() == other.review.items() == []


def test_neither_history_nor_undo_speaks_of_bringing_back_what_was_there_all_along(
    verbs: Verbs, other: Verbs, people: People, tea: bytes
) -> None:
    id_, _ = verbs.meetups.attend(tea, member=people[0])
    meet(verbs, other)
    other.meetups.attend(tea, member=people[0], state="no_show")
    meet(verbs, other)
    told = [(line.field, line.after) for line in verbs.reader.history("attendance", id_)]
    assert "#deleted" not in dict(told) and told[-1] == ("state", "no_show")
    with pytest.raises(Refused, match="Jo has changed the state of no_show since") as refused:
        verbs.undo.undo()
    assert "whole record" not in str(refused.value)
    other.records.remove("attendance", id_)
    other.meetups.attend(tea, member=people[0])
    told = [(line.field, line.after) for line in other.reader.history("attendance", id_) if line.field == "#deleted"]
    assert told == [("#deleted", True), ("#deleted", False)]


@pytest.mark.parametrize(("fields", "came"), [({}, "did not come"), ({"state": "attended"}, "came")])
def test_what_was_noted_is_not_told_as_brought_back(
    verbs: Verbs, people: People, tea: bytes, fields: dict[str, str], came: str
) -> None:
    verbs.records.add("attendance", {"meetup": tea, "person": people[0], **fields})
    assert str(verbs.undo.next_undo()) == f"Note that Amina {came} to Tea"


@pytest.fixture
def guest(verbs: Verbs, other: Verbs, tea: bytes) -> bytes:
    """A guest whom both laptops know to be here."""
    made = verbs.meetups.attend(tea, guest_name="Lea")[0]
    meet(verbs, other)
    return made


def states(*laptops: Verbs) -> list[str]:
    return [str(row["state"]) for verbs in laptops for row in verbs.reader.list("attendance")]


@pytest.mark.parametrize("state", ["attended", "no_show"])
def test_what_is_noted_of_a_guest_apart_from_an_earlier_taking_back_stands_as_a_member_s(
    verbs: Verbs, other: Verbs, guest: bytes, state: str
) -> None:
    other.records.remove("attendance", guest)
    verbs.meetups.attend_again(guest, "no_show")
    verbs.meetups.attend_again(guest, state)
    meet(verbs, other)
    assert states(verbs, other) == [state, state]
    assert check(verbs.circle) == check(other.circle) == []


def test_a_guest_is_noted_again_once_taken_back_and_that_is_undone(verbs: Verbs, guest: bytes) -> None:
    verbs.meetups.attend_again(guest, "no_show")
    assert str(verbs.undo.next_undo()) == "Note that Lea did not come to Tea"
    verbs.undo.undo()
    assert states(verbs) == ["attended"]
    verbs.records.remove("attendance", guest)
    verbs.meetups.attend_again(guest, "attended")
    assert states(verbs) == ["attended"]
    verbs.undo.undo()
    assert states(verbs) == []


def test_nobody_is_noted_again_who_was_never_noted_or_whose_meetup_is_gone(
    verbs: Verbs, tea: bytes, guest: bytes
) -> None:
    with pytest.raises(NotFound, match="There is no attendance"):
        verbs.meetups.attend_again(tea, "attended")
    with pytest.raises(InvalidValue):
        verbs.meetups.attend_again(guest, "asleep")
    verbs.records.remove("meetup", tea)
    with pytest.raises(NotFound):
        verbs.meetups.attend_again(guest, "attended")
