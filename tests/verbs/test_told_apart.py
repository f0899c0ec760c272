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
