"""Two telephones of one person: what merged records say differently is asked, once, and settled everywhere."""

from __future__ import annotations

import pytest
from laptop_pairs import meet

from learningcircles.circle.differing import Differing, differing
from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue, Refused
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange


def two(verbs: Verbs) -> tuple[bytes, bytes]:
    """Merge Ana, of whom two records say two telephones, one e-mail in two spellings, and one has an address."""
    one, _ = verbs.records.add("member", {"name": "Ana Ruiz", "phone": "0123 456", "email": "ana@example.org"})
    fields = {"name": "A. Ruiz", "phone": "0999", "email": "Ana@Example.org", "address": {"street": "Quay 1"}}
    other, _ = verbs.records.add("member", fields)
    verbs.merging.merge(one, other, stays=one)
    return one, other


@pytest.mark.parametrize("right", ["0123 456", "0999"])
def test_which_telephone_is_right_is_asked_and_answered_once(verbs: Verbs, right: str) -> None:
    one, other = two(verbs)
    assert differing(verbs.reader) == [Differing(one, "Ana Ruiz", "phone", ("0123 456", "0999"))]
    changes = verbs.merging.say_right(other, "phone", right)
    assert differing(verbs.reader) == [] and verbs.reader.get("member", one)["phone"] == right
    assert [each["phone"] for each in verbs.reader.alone_all("member", [one, other])] == [right, right]
    verbs.undo.undo_action(changes.action)
    assert len(differing(verbs.reader)) == 1 and verbs.reader.get("member", one)["phone"] == "0123 456"
    verbs.merging.say_right(one, "phone", right)
    assert check(verbs.circle) == []


def test_only_what_one_of_them_says_can_be_right(verbs: Verbs) -> None:
    one, _ = two(verbs)
    for field, value in (("phone", "0777"), ("name", "A. Ruiz")):
        with pytest.raises(InvalidValue):
            verbs.merging.say_right(one, field, value)


def test_who_is_removed_or_parted_or_has_left_is_not_asked_about(verbs: Verbs) -> None:
    one, other = two(verbs)
    verbs.merging.part(other)
    assert differing(verbs.reader) == []
    verbs.merging.merge(one, other, stays=one)
    assert len(differing(verbs.reader)) == 1
    verbs.records.edit("member", one, {"status": "left"})
    assert differing(verbs.reader) == []
    verbs.undo.undo()
    verbs.records.remove("member", one)
    assert differing(verbs.reader) == []


def test_an_answer_that_is_given_twice_is_taken_back_at_once(verbs: Verbs) -> None:
    one, _ = two(verbs)
    for _ in range(2):
        verbs.merging.say_right(one, "phone", "0123 456")
    verbs.undo.undo()
    assert len(differing(verbs.reader)) == 1


def test_who_says_nothing_is_made_to_say_nothing(verbs: Verbs) -> None:
    one, twin = two(verbs)
    verbs.merging.say_right(one, "address", {"street": "Quay 1"})
    said = [each["address"] for each in verbs.reader.alone_all("member", [one, twin])]
    assert said == [None, {"street": "Quay 1"}]


def test_an_answer_on_one_laptop_is_one_on_the_other(verbs: Verbs, other: Verbs) -> None:
    here, there = verbs, other
    one, _ = two(here)
    meet(here, there)
    assert len(differing(there.reader)) == 1
    there.merging.say_right(one, "phone", "0999")
    meet(here, there)
    assert differing(here.reader) == [] and here.reader.get("member", one)["phone"] == "0999"


def test_two_answers_apart_come_to_the_later_one(verbs: Verbs, other: Verbs) -> None:
    here, there = verbs, other
    one, twin = two(here)
    meet(here, there)
    here.merging.say_right(one, "phone", "0123 456")
    there.merging.say_right(one, "phone", "0999")
    meet(here, there)
    for each in (here, there):
        assert differing(each.reader) == [], "they would have changed places, and be asked about again"
        said = {record["phone"] for record in each.reader.alone_all("member", [one, twin])}
        assert said == {each.reader.get("member", one)["phone"]}


@pytest.mark.parametrize("take", ["kept", "other", "all of one laptop"])
def test_two_answers_apart_are_asked_about_once_and_settled_in_every_record(
    verbs: Verbs, other: Verbs, take: str
) -> None:
    here, there = verbs, other
    one, twin = two(here)
    (alone, _) = here.records.add("member", {"name": "Bo Ek", "phone": "0456"})
    meet(here, there)
    here.merging.say_right(one, "phone", "0123 456")
    there.merging.say_right(one, "phone", "0999")
    for each, phone in ((here, "0111"), (there, "0222")):
        each.records.edit("member", alone, {"phone": phone})
    meet(here, there)
    for each in (here, there):
        asked = {item.record: item for item in each.reader.review()}
        assert asked.keys() == {one, alone}, "of Ana it is told under whom she is shown"
        assert each.reader.review_count() == 2
        assert {asked[one].kept, asked[one].other} == {"0123 456", "0999"}
    if take == "all of one laptop":
        here.review.take_all(asked[one].other_by)
    else:
        changes = here.review.resolve(next(item.id for item in here.reader.review() if item.record == one), take)
        here.undo.undo_action(changes.action)
        assert len(here.reader.review()) == 2, "taken back, in every record"
        here.review.resolve(next(item.id for item in here.reader.review() if item.record == one), take)
    meet(here, there)
    stands = asked[one].kept if take == "kept" else asked[one].other
    for each in (here, there):
        assert {record["phone"] for record in each.reader.alone_all("member", [one, twin])} == {stands}
        assert [item.record for item in each.reader.review()] == [alone] * (take in ("kept", "other"))
        assert differing(each.reader) == [] and check(each.circle) == []


def test_two_people_of_whom_the_same_was_written_are_asked_about_each(verbs: Verbs, other: Verbs) -> None:
    people, _ = verbs.records.add_many("member", [{"name": "Ana"}, {"name": "Bo"}], label="Add people")
    meet(verbs, other)
    for each, phone in ((verbs, "0111"), (other, "0222")):
        with each.circle.group("Import a list"):
            for member in people:
                each.records.edit("member", member, {"phone": phone})
    meet(verbs, other)
    assert {item.record for item in verbs.reader.review()} == {*people} and verbs.reader.review_count() == 2


@pytest.mark.parametrize(
    ("field", "first", "second", "asked"),
    [
        ("email", "j.doe@example.org", "jdoe@example.org", True), ("email", "a-b@example.org", "ab@example.org", True),
        ("email", "a@b.c.org", "ab@c.org", True), ("email", "Ana@Example.org", " ana@example.org", False),
        ("emergency_contact", "Bo, j.doe@example.org", "Bo, jdoe@example.org", True),
        ("emergency_contact", "Bo, 0999-123", "bo 0999 123", False),
        ("phone", "0123-456", "(0123) 456", False), ("phone", "0123 456", "0123 457", True),
        ("address", {"street": "Quay 1/2"}, {"street": "Quay 12"}, True),
        ("address", {"street": "Quay 1"}, {"street": "quay, 1"}, False),
    ],
)  # fmt: skip
def test_what_is_only_written_otherwise_is_one(
    verbs: Verbs, field: str, first: object, second: object, asked: bool
) -> None:
    one, _ = verbs.records.add("member", {"name": "Ana Ruiz", field: first})
    twin, _ = verbs.records.add("member", {"name": "A. Ruiz", field: second})
    verbs.merging.merge(one, twin, stays=one)
    assert [each.field for each in differing(verbs.reader)] == ([field] if asked else [])


@pytest.mark.parametrize("right", ["0123 456", "0999"])
@pytest.mark.parametrize("again", [False, True])
def test_who_is_parted_has_back_what_was_written_over(verbs: Verbs, right: str, again: bool) -> None:
    one, twin = two(verbs)
    verbs.merging.say_right(one, "phone", right)
    if again:
        verbs.undo.undo()
        verbs.undo.redo()
        verbs.merging.say_right(one, "phone", right)
    for parted in (twin, one):
        verbs.merging.part(parted)
        assert [verbs.reader.get("member", each)["phone"] for each in (one, twin)] == ["0123 456", "0999"]
        verbs.undo.undo()
    assert differing(verbs.reader) == [], "taken back, they are one, and nobody is asked"
    assert check(verbs.circle) == []


def test_who_stays_one_keeps_what_is_right_for_both(verbs: Verbs) -> None:
    one, twin = two(verbs)
    third, _ = verbs.records.add("member", {"name": "Anna Ruiz", "phone": "0777"})
    verbs.merging.merge(one, third, stays=one)
    verbs.merging.say_right(one, "phone", "0999")
    verbs.merging.part(third)
    assert [verbs.reader.get("member", each)["phone"] for each in (one, third)] == ["0999", "0777"]
    assert differing(verbs.reader) == []
    verbs.merging.merge(one, third, stays=one)
    verbs.merging.say_right(one, "phone", "0777")
    verbs.merging.part(third)
    assert differing(verbs.reader)[0].values == ("0123 456", "0999"), "what was right was the third one's"


def test_what_somebody_has_corrected_stays_where_they_are_parted(verbs: Verbs) -> None:
    one, twin = two(verbs)
    verbs.merging.say_right(one, "phone", "0123 456")
    verbs.records.edit("member", one, {"phone": "0555"})
    verbs.merging.part(twin)
    assert [verbs.reader.get("member", each)["phone"] for each in (one, twin)] == ["0555", "0999"]


def test_two_parted_apart_have_theirs_back_on_both_laptops(verbs: Verbs, other: Verbs) -> None:
    here, there = verbs, other
    one, twin = two(here)
    here.merging.say_right(one, "phone", "0123 456")
    meet(here, there)
    for each in (here, there):
        each.merging.part(twin)
    meet(here, there)
    for each in (here, there):
        assert [each.reader.get("member", one)["phone"], each.reader.get("member", twin)["phone"]] == [
            "0123 456",
            "0999",
        ]
        assert not [item for item in each.reader.review() if item.entity == "member"]


@pytest.mark.parametrize("damaged", [True, False])
def test_whose_history_does_not_open_stays_merged_and_as_they_were(verbs: Verbs, damaged: bool) -> None:
    """A parcel was damaged, or the list by whose key it was sealed has lost."""
    one, twin = two(verbs)
    verbs.merging.say_right(one, "phone", "0123 456")
    circle = verbs.circle
    Exchange(circle).close_tail()
    if damaged:
        circle.connection.execute("UPDATE segment SET payload=?", (bytes(40),))
    else:
        circle.journal.epochs.clear()
        circle.connection.execute("UPDATE segment SET payload=NULL")
    circle.journal.forget_opened()
    held = [list(each.fields.items()) for each in verbs.reader.alone_all("member", [one, twin])]
    with pytest.raises(Refused, match="They stay merged, and nothing was changed"):
        verbs.merging.part(twin)
    assert verbs.reader.shown_as(twin) == one and not circle.connection.in_transaction
    assert [list(each.fields.items()) for each in verbs.reader.alone_all("member", [one, twin])] == held
    verbs.records.edit("member", one, {"email": "ruiz@example.org"})
    assert verbs.reader.get("member", one)["email"] == "ruiz@example.org", "and the circle goes on"
