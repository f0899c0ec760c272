"""Two telephones of one person: what merged records say differently is asked, once, and settled everywhere."""

from __future__ import annotations

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.told_apart import ToldApart, told_apart
from learningcircles.errors import InvalidValue
from learningcircles.storage.check import check


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
    assert told_apart(verbs.reader) == [ToldApart(one, "Ana Ruiz", "phone", ("0123 456", "0999"))]
    changes = verbs.merging.say_right(other, "phone", right)
    assert told_apart(verbs.reader) == [] and verbs.reader.get("member", one)["phone"] == right
    assert [each["phone"] for each in verbs.reader.alone_all("member", [one, other])] == [right, right]
    verbs.undo.undo_action(changes.action)
    assert len(told_apart(verbs.reader)) == 1 and verbs.reader.get("member", one)["phone"] == "0123 456"
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
    assert told_apart(verbs.reader) == []
    verbs.merging.merge(one, other, stays=one)
    verbs.records.edit("member", one, {"status": "left"})
    assert told_apart(verbs.reader) == []


def test_an_answer_on_one_laptop_is_one_on_the_other(verbs: Verbs, other: Verbs) -> None:
    here, there = verbs, other
    one, _ = two(here)
    meet(here, there)
    assert len(told_apart(there.reader)) == 1
    there.merging.say_right(one, "phone", "0999")
    meet(here, there)
    assert told_apart(here.reader) == [] and here.reader.get("member", one)["phone"] == "0999"


def test_two_answers_apart_come_to_the_later_one(verbs: Verbs, other: Verbs) -> None:
    here, there = verbs, other
    one, twin = two(here)
    meet(here, there)
    here.merging.say_right(one, "phone", "0123 456")
    there.merging.say_right(one, "phone", "0999")
    meet(here, there)
    for each in (here, there):
        assert told_apart(each.reader) == [], "they would have changed places, and be asked about again"
        said = {record["phone"] for record in each.reader.alone_all("member", [one, twin])}
        assert said == {each.reader.get("member", one)["phone"]}


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
    assert [each.field for each in told_apart(verbs.reader)] == ([field] if asked else [])


def test_who_is_parted_keeps_what_was_said_to_be_right(verbs: Verbs) -> None:
    """Nothing tells it from what somebody corrected: undo gives it back, and the history holds it."""
    one, twin = two(verbs)
    done = verbs.merging.say_right(one, "phone", "0123 456")
    verbs.merging.part(twin)
    assert verbs.reader.get("member", twin)["phone"] == "0123 456"
    verbs.undo.undo_action(done.action)
    assert verbs.reader.get("member", twin)["phone"] == "0999"
