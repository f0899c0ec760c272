"""What undo and redo are called."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.errors import NotFound

People = tuple[bytes, bytes]


def test_an_action_is_told_with_a_verb_and_the_names_of_what_it_was_done_to(verbs: Verbs, people: People) -> None:
    """Also where the label that is kept with it, in English and by any version, tells less."""
    amina, bo = people
    meetup, _ = verbs.meetups.plan("Bread", "2026-12-03T18:00")
    swap, _ = verbs.swaps.record(amina, bo, 60, "Kiln", proposed=True)
    told = []

    def does(*_: object) -> None:
        told.append(str(verbs.undo.next_undo()))

    does(verbs.meetups.rsvp(meetup, None, name="Ann-Mary"))
    does(verbs.meetups.rsvp(meetup, bo, "no"))
    does(verbs.meetups.attend(meetup, member=bo))
    does(verbs.meetups.headcount(meetup, 3))
    does(verbs.swaps.confirm(swap))
    does(verbs.swaps.reverse(swap))
    does(verbs.records.remove("swap", swap))
    does(verbs.meetups.cancel(meetup))
    does(verbs.records.edit("member", bo, {"status": "paused"}))
    does(verbs.records.edit("member", bo, {"status": "active"}))
    with verbs.circle.group("Bread"):
        verbs.meetups.attend(meetup, guest_name="Tom")
        verbs.meetups.attend(meetup, guest_name="Eve")
    does()
    assert told == [
        "Sign Ann-Mary up for Bread", "Note the answer of Bo for Bread", "Note that Bo came to Bread",
        "Count who came to Bread", "Confirm exchange Amina → Bo", "Reverse exchange Amina → Bo",
        "Remove exchange Amina → Bo", "Call off Bread", "Change the status of Bo to paused",
        "Change the status of Bo to active", "Note who came to Bread",
    ]  # fmt: skip
    assert verbs.undo.undo().sentence == "Undone: Note who came to Bread."
    assert str(verbs.undo.next_redo()) == "Note who came to Bread"


def test_a_change_of_one_field_is_told_with_the_field(verbs: Verbs, people: People) -> None:
    amina, bo = people
    swap, _ = verbs.swaps.record(amina, bo, 60, "Kiln")
    learned, _ = verbs.learning.note(bo, "Yoga")
    meetup, _ = verbs.meetups.plan("Bread", "2026-12-03T18:00")
    told = []

    def does(*_: object) -> None:
        told.append(str(verbs.undo.next_undo()))

    does(verbs.records.edit("member", bo, {"phone": "0123"}))
    does(verbs.records.edit("member", bo, {"notes": "Bakes"}))
    does(verbs.records.edit("member", bo, add={"languages": ["fr"]}))
    does(verbs.records.edit("member", bo, {"phone": "0124", "notes": "Bakes bread"}))
    does(verbs.records.edit("swap", swap, {"notes": "At hers"}))
    does(verbs.records.edit("learning", learned, {"place": "The hall"}))
    does(verbs.records.edit("meetup", meetup, {"notes": "Bring flour"}))
    does(verbs.records.edit("!charter", verbs.circle.id, {"objective": "Bread"}))
    does(verbs.records.edit("!settings", verbs.circle.id, {"both_confirm": True}))
    assert told == [
        "Change the phone of Bo", "Change the notes of Bo", "Change the languages of Bo", "Change Bo",
        "Change the notes of exchange Amina → Bo", "Change that Bo learned Yoga (where)",
        "Change the notes of Bread", "Change the charter (objective)",
        "Change the settings (both people confirm an exchange)",
    ]  # fmt: skip


def test_what_is_said_of_two_is_told_as_people_say_it(verbs: Verbs, people: People) -> None:
    amina, bo = people
    cleo, _ = verbs.records.add("member", {"name": "Cleo"})
    one, two, three = (verbs.swaps.record(amina, bo, 60, "Kiln")[0] for _ in range(3))
    told = []

    def does(*_: object) -> None:
        told.append(str(verbs.undo.next_undo()))

    does(verbs.merging.different(bo, amina))
    does(verbs.merging.merge(amina, cleo))
    does(verbs.merging.part(cleo))
    does(verbs.merging.different_exchanges(one, two))
    does(verbs.merging.same_exchange(two, three))
    assert told == [
        "Say that Amina and Bo are two people", "Merge Amina and Cleo", "Say that Amina and Cleo are two people",
        "Keep both exchanges Amina → Bo", "Keep one of two exchanges Amina → Bo",
    ]  # fmt: skip
    assert verbs.undo.undo().sentence == "Undone: Keep one of two exchanges Amina → Bo."


def test_no_action_is_called_by_a_code_or_by_a_word_that_says_nothing(verbs: Verbs, people: People) -> None:
    """Undo names what it takes back: every label that is kept without a name stands for an action people know."""
    amina, bo = people
    verbs.merging.merge(amina, bo)
    cleo, _ = verbs.records.add("member", {"name": "Cleo"})
    verbs.merging.merge(amina, cleo)
    verbs.merging.part(amina)
    assert str(verbs.undo.next_undo()) in (
        "Say that merged members are several people", "Say that Amina and Cleo are two people"
    )  # fmt: skip
    for label in ("Two different members", "The same exchange", "The same hours", "Review", "Opening balances"):
        with verbs.circle.change(label, author=amina) as change:
            change.set("member", amina, {"notes": label})
            change.set("place", change.new_id(), {"name": label})
        said = str(verbs.undo.next_undo())
        assert said != label and said.split()[0] in ("Say", "Keep", "Count", "Answer", "Take")


def test_a_name_that_ends_with_a_full_stop_ends_the_sentence(verbs: Verbs) -> None:
    verbs.records.add("member", {"name": "Amina A."})
    assert verbs.undo.undo().sentence == "Undone: Add Amina A."


def test_several_that_are_removed_at_once_are_told_by_their_number(verbs: Verbs, people: People) -> None:
    amina, bo = people
    swaps = [verbs.swaps.record(amina, bo, 60, "Kiln")[0] for _ in range(2)]
    assert verbs.records.remove_many("swap", swaps)[0] == 2
    assert str(verbs.undo.next_undo()) == "Remove 2 exchanges" and verbs.reader.balance(amina) == 0
    verbs.undo.undo()
    assert verbs.reader.balance(amina) == 120 and str(verbs.undo.next_redo()) == "Remove 2 exchanges"
    verbs.records.remove("swap", swaps[0])
    assert verbs.records.remove_many("swap", swaps)[0] == 1, "the other one was removed already"
    with pytest.raises(NotFound):
        verbs.records.remove_many("swap", swaps)
    assert not verbs.reader.list("swap") and verbs.reader.balance(bo) == 0


def test_a_meetup_that_is_called_as_several_are_is_one(verbs: Verbs) -> None:
    start = {"at": "2027-05-04T18:00", "zone": "Europe/Paris"}
    meetup = verbs.records.add("meetup", {"title": "3 meetups", "start": start})[0]
    verbs.records.remove("meetup", meetup)
    told = verbs.undo.next_undo()
    assert told is not None and (told.template, told.names["name"]) == ("Remove {name}", "3 meetups")


def test_an_exchange_that_turns_its_request_is_told_by_who_gave_and_received(verbs: Verbs, people: People) -> None:
    amina, bo = people
    request, _ = verbs.records.add("request", {"title": "Guitar", "member": bo})
    swap, _ = verbs.swaps.propose(request, amina, 60, "2026-11-20")
    assert str(verbs.undo.next_undo()) == "Propose Amina → Bo"
    told = []
    for turn in (
        verbs.swaps.confirm,
        verbs.swaps.dispute,
        verbs.swaps.decline,
        verbs.swaps.confirm,
        verbs.swaps.reverse,
    ):
        turn(swap)
        told.append(str(verbs.undo.next_undo()))
    deeds = ("Confirm", "Dispute", "Decline", "Confirm", "Reverse")
    assert told == [f"{deed} exchange Amina → Bo" for deed in deeds]
