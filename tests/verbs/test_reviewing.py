"""Review in full: who wrote what when, all of one laptop at once, exchanges that two laptops recorded both."""

from __future__ import annotations

import re

import pytest
from laptop_pairs import carry, meet

from learningcircles.circle.facets import Verbs
from learningcircles.errors import NotFound, Refused
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles_ui.cli.wording import Wording, history_row, review_lines
from tests.storage.reference import reference, stored

DAY = "2026-11-20"


def test_every_overwrite_is_kept_with_who_when_and_where(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina = people[0]
    verbs.records.edit("member", amina, {"phone": "0111", "place": "Port"})
    other.records.edit("member", amina, {"phone": "0222", "place": "Hill"})
    meet(verbs, other)
    assert [item.field for item in verbs.review.items()] == ["phone"], "people are asked about contact alone"
    every = {item.field: item for item in verbs.review.items(every=True)}
    assert every.keys() == {"phone", "place"}
    item = every["place"]
    assert {item.kept, item.other} == {"Port", "Hill"}
    by_value = {item.kept: (item.kept_by, item.kept_who), item.other: (item.other_by, item.other_who)}
    assert by_value["Port"] == (verbs.circle.secrets.device.id, verbs.desk.person)
    assert by_value["Hill"] == (other.circle.secrets.device.id, other.desk.person)
    assert item.kept_at > item.other_at > 0
    verbs.review.resolve(item.id, "other")
    assert verbs.reader.get("member", amina)["place"] == item.other
    meet(verbs, other)
    assert [each.field for each in other.review.items(every=True)] == ["phone"]


def test_all_of_one_laptop_is_taken_and_undone_as_one(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    for member in people:
        verbs.records.edit("member", member, {"phone": "0111"})
        other.records.edit("member", member, {"phone": "0222", "email": "b@x.org"})
    verbs.records.edit("member", people[0], {"email": "a@x.org"})
    meet(verbs, other)
    assert len(verbs.review.items()) == 3
    mine = verbs.circle.secrets.device.id
    verbs.review.take_all(mine)
    assert verbs.review.items() == []
    assert [verbs.reader.get("member", member)["phone"] for member in people] == ["0111", "0111"]
    assert verbs.reader.get("member", people[0])["email"] == "a@x.org"
    with pytest.raises(NotFound):
        verbs.review.take_all(mine)
    verbs.undo.undo()
    assert [verbs.reader.get("member", member)["phone"] for member in people] == ["0222", "0222"]
    meet(verbs, other)
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]


def test_undoing_an_answer_asks_every_question_of_the_field_again(
    verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina = people[0]
    for side, phone in ((verbs, "0111"), (other, "0222"), (third, "0333")):
        side.records.edit("member", amina, {"phone": phone})
    meet(verbs, other)
    meet(verbs, third)
    meet(verbs, other)
    before = {(item.kept, item.other, item.kept_by, item.other_by, item.kept_at) for item in verbs.review.items()}
    assert len(before) == 2
    verbs.review.resolve(verbs.review.items()[0].id, "other")
    assert verbs.review.items() == []
    verbs.undo.undo()
    carry(verbs, other)
    for side in (verbs, other):
        asked = {(item.kept, item.other, item.kept_by, item.other_by, item.kept_at) for item in side.review.items()}
        assert asked == before
    verbs.undo.redo()
    assert verbs.review.items() == []
    verbs.undo.undo()
    third.records.edit("member", amina, {"phone": "0444"})
    meet(verbs, third)
    asked = verbs.review.items()
    assert [{item.kept, item.other} for item in asked] == [{"0333", "0444"}], "written with all but the undo known"
    Exchange(verbs.circle).rebuild()
    assert verbs.review.items() == asked
    assert check(verbs.circle) == []


def test_a_value_that_an_undo_restored_is_told_as_of_who_wrote_it(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina = people[0]
    verbs.records.edit("member", amina, {"phone": "0111"})
    other.records.edit("member", amina, {"phone": "0222"})
    meet(verbs, other)
    (asked,) = verbs.review.items()
    by = {asked.kept: (asked.kept_by, asked.kept_who), asked.other: (asked.other_by, asked.other_who)}
    taker, answerer = (verbs, other) if asked.kept == "0222" else (other, verbs)
    taker.review.resolve(asked.id, "other")
    taker.undo.undo()
    answerer.review.take_all(taker.circle.secrets.device.id)
    meet(verbs, other)
    for side in (verbs, other):
        (again,) = side.review.items()
        told = {again.kept: (again.kept_by, again.kept_who), again.other: (again.other_by, again.other_who)}
        assert told[asked.kept] == by[asked.kept], "who undoes an answer writes nothing of their own"


@pytest.mark.parametrize("shared", [False, True])
def test_several_actions_taken_back_one_after_the_other_ask_nothing(
    verbs: Verbs, other: Verbs, third: Verbs, people: tuple[bytes, bytes], shared: bool
) -> None:
    amina = people[0]
    if shared:
        other.records.edit("member", amina, {"phone": "0222"})
        third.records.edit("member", amina, {"phone": "0333"})
        meet(verbs, other)
        meet(verbs, third)
    asked = verbs.review.items()
    assert len(asked) == shared
    for phone in ("0444", "0555", "0666"):
        verbs.records.edit("member", amina, {"phone": phone})
    assert verbs.review.items() == []
    for step, still in (("undo", False), ("undo", False), ("undo", True), ("redo", False), ("redo", False)):
        getattr(verbs.undo, step)()
        Exchange(verbs.circle).close_tail()
        before = stored(verbs.circle)
        assert before == reference(verbs.circle)
        Exchange(verbs.circle).rebuild()
        assert stored(verbs.circle) == before
        assert verbs.review.items() == (asked if still else []), step
    meet(verbs, other)
    carry(other, third)
    assert stored(other.circle) == stored(third.circle) == reference(verbs.circle)


def test_questions_and_history_are_told_in_words(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    amina, bo = people
    swap = verbs.swaps.record(amina, bo, 60, "Bread", DAY, proposed=True)[0]
    verbs.records.edit("member", amina, {"phone": "0111"}, add={"languages": ["fr"]})
    meet(verbs, other)
    verbs.records.edit("member", amina, {"phone": "0222"})
    other.records.edit("member", amina, {"phone": "0333"})
    verbs.records.remove("member", bo)
    other.records.edit("member", bo, {"email": "b@x.org"})
    verbs.swaps.decline(swap)
    other.swaps.confirm(swap)
    meet(verbs, other)
    told = "\n".join(review_lines(verbs.reader, verbs.review.items()))
    assert re.search(r"Amina, phone: kept 0333 \(Jo on Jo's laptop, 20..-..-.. ..:..\); other 0222 \(Pilar on", told)
    assert "Bo, whole record: kept removed (Pilar on Pilar's laptop" in told
    assert f"exchange Amina → Bo on {DAY}, state: kept confirmed" in told
    assert "#" not in told and "True" not in told
    for line in told.splitlines():
        assert verbs.review.resolve(line.partition("  ")[0], "kept")
    assert verbs.review.items() == []
    words = Wording(verbs.reader)
    rows = [history_row(words, "member", line) for line in verbs.reader.history("member", amina)]
    assert ("languages: fr", "not there", "there") in [(row["field"], row["before"], row["after"]) for row in rows]
    assert {row["who"] for row in rows} == {"Pilar", "Jo"} and {row["laptop"] for row in rows} > {"Jo's laptop"}


def test_an_exchange_recorded_on_two_laptops_is_asked_about_once(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    first = verbs.swaps.record(amina, bo, 60, "Bread", DAY)[0]
    second = other.swaps.record(amina, bo, 75, "Bread", DAY)[0]
    other.swaps.record(amina, bo, 200, "Chess", DAY)
    meet(verbs, other)
    for side in (verbs, other):
        assert [{one.id, two.id} for one, two in side.reader.twin_swaps()] == [{first, second}]
        assert side.reader.balance(amina) == 335, "both count until somebody says otherwise"
    verbs.merging.same_exchange(second, first)
    other.merging.same_exchange(first, second)
    meet(verbs, other)
    for side in (verbs, other):
        assert side.reader.twin_swaps() == []
        assert side.reader.balance(amina) == 260, "the later one is taken back once"
        assert side.reader.get("swap", second).deleted and not side.reader.get("swap", first).deleted
        assert check(side.circle) == []
    assert verbs.reader.state_hash()["private"] == other.reader.state_hash()["private"]


def test_different_exchanges_are_never_asked_about_again(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    amina, bo = people
    pair = [side.swaps.record(amina, bo, 60, "Bread", DAY)[0] for side in (verbs, other)]
    verbs.swaps.record(amina, bo, 60, "Bread", DAY)
    meet(verbs, other)
    assert len(verbs.reader.twin_swaps()) == 2, "what one laptop recorded twice was meant twice"
    verbs.merging.different_exchanges(*pair)
    meet(verbs, other)
    assert len(other.reader.twin_swaps()) == 1
    assert other.reader.balance(amina) == 180
    verbs.undo.undo()
    assert len(verbs.reader.twin_swaps()) == 2


def test_edits_within_one_commit_see_those_shown_under_one_person(verbs: Verbs) -> None:
    one, _ = verbs.records.add("member", {"name": "Amina"})
    two, _ = verbs.records.add("member", {"name": "Amina A"})
    verbs.merging.merge(one, two)
    lead = verbs.reader.shown_as(one)
    under = two if lead == one else one
    verbs.records.edit("member", under, {"phone": "1"})
    with verbs.circle.together():
        verbs.records.edit("member", under, {"phone": "2"})
        verbs.records.edit("member", lead, {"phone": "1"})
    assert verbs.reader.get("member", lead)["phone"] == "1"


def test_as_many_are_counted_as_are_asked_about(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    for member in people:
        verbs.records.edit("member", member, {"phone": "0111", "notes": "By one."})
        other.records.edit("member", member, {"phone": "0222", "notes": "By the other."})
    verbs.records.edit("member", people[0], {"email": "same@example.org"})
    other.records.edit("member", people[0], {"email": "same@example.org"})
    other.records.remove("member", people[1])
    meet(verbs, other)
    asked = verbs.reader.review()
    assert verbs.reader.review_count() == len(asked) == other.reader.review_count() > 0
    assert len(verbs.reader.review(every=True)) > len(asked)


def test_the_count_follows_what_is_written_to_members_with_open_questions(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    def counted() -> int:
        for side in (verbs, other):
            assert side.reader.review_count() == len(side.review.items())
        return verbs.reader.review_count()

    amina, bo = people
    for member in people:
        verbs.records.edit("member", member, {"phone": "0111"})
        other.records.edit("member", member, {"phone": "0222"})
    meet(verbs, other)
    assert counted() == 2
    verbs.records.edit("member", amina, {"phone": "0333"})
    assert verbs.reader.review_count() == len(verbs.review.items()) == 1, "who had both has decided"
    verbs.undo.undo()
    assert verbs.reader.review_count() == len(verbs.review.items()) == 2, "and has taken it back"
    verbs.records.edit("member", bo, {"email": "b@x.org"})
    meet(verbs, other)
    assert counted() == 2
    other.records.edit("member", amina, {"email": "c@x.org"})
    verbs.records.edit("member", amina, {"email": "d@x.org"})
    meet(verbs, other)
    assert counted() == 3
    other.records.remove("member", bo)
    verbs.records.edit("member", bo, {"phone": "0444"})
    meet(verbs, other)
    assert counted() == len(other.review.items()) == 3


def test_who_undoes_two_edits_is_asked_nothing(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> None:
    verbs.records.edit("member", people[0], {"phone": "0111"})
    meet(verbs, other)
    for phone in ("0222", "0333"):
        other.records.edit("member", people[0], {"phone": phone})
    for _ in range(2):
        other.undo.undo()
    meet(verbs, other)
    for side in (verbs, other):
        assert side.reader.get("member", people[0])["phone"] == "0111"
        assert side.review.items() == []
        assert check(side.circle) == []


def test_undoing_a_merge_says_that_others_have_merged_the_same_people(verbs: Verbs, other: Verbs) -> None:
    one, two, three = (verbs.records.add("member", {"name": name})[0] for name in ("Amina A.", "Amina B.", "Amina C."))
    meet(verbs, other)
    other.merging.merge(one, two)
    other.merging.merge(two, three)
    verbs.merging.merge(one, three)
    meet(verbs, other)
    undone = verbs.undo.undo().sentence
    assert undone == (
        "Undone: Merge Amina A. and Amina C. Amina A. and Amina C. stay one member: another merge of the same people"
        " still holds."
    )
    assert verbs.undo.redo().sentence == "Done again: Merge Amina A. and Amina C."
    assert other.undo.undo().sentence.endswith("still holds."), "one and three, and one and two, make one of all three"
    other.undo.undo()
    meet(verbs, other)
    assert verbs.undo.undo().sentence == "Undone: Merge Amina A. and Amina C."
    assert len({verbs.reader.shown_as(each) for each in (one, two, three)}) == 3


@pytest.mark.parametrize("first", [True, False])
def test_whoever_undoes_a_merge_that_two_laptops_made_apart_parts_the_two(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], first: bool
) -> None:
    for side in (verbs, other):
        side.merging.merge(*people)
    meet(verbs, other)
    one, two = (verbs, other) if first else (other, verbs)
    assert one.undo.undo().sentence == "Undone: Merge Amina and Bo."
    meet(verbs, other)
    assert len({two.reader.shown_as(each) for each in people}) == 2
    with pytest.raises(Refused, match="has taken back since what was said of the two"):
        two.undo.undo()
    one.undo.redo()
    meet(verbs, other)
    assert len({two.reader.shown_as(each) for each in people}) == 1
    assert check(verbs.circle) == check(other.circle) == []


def test_undoing_a_link_that_others_have_written_since_says_what_they_said(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]
) -> None:
    said = verbs.merging.different(*people)
    other.merging.merge(*people)
    meet(verbs, other)
    with pytest.raises(Refused) as refused:
        verbs.undo.undo()
    assert str(refused.value) == (
        "Nothing was undone. Jo has said since that the two are the same. The next undo goes on with what came before."
    )
    other.merging.part(people[0])
    meet(verbs, other)
    with pytest.raises(Refused, match="said since that the two are not the same"):
        verbs.undo.undo_action(said.action)
