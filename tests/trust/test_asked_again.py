"""Erasures on lists that lost, asked for again on the one that counts: from where on that tells of them."""

from __future__ import annotations

import pytest

from learningcircles.trust.redact import Redaction, Redactions

LOST = b"lost"
ANA, BEN, CIA = (bytes([number]) * 16 for number in range(3))


def erasure(position: int, people: set[bytes], entry: bytes, again: set[bytes] | None = None) -> Redaction:
    return Redaction(position, frozenset(people), frozenset(), {}, {}, {}, (), b"", entry, frozenset(again or ()))


@pytest.mark.parametrize(
    ("asking", "told"),
    [
        ([], None),
        ([(7, {ANA, BEN})], 7),
        ([(7, {ANA})], None),
        ([(7, set())], None),
        ([(7, {ANA}), (9, {BEN})], 9),
        ([(9, {BEN}), (7, {ANA})], 9),
        ([(5, {CIA}), (7, {ANA, BEN, CIA}), (9, {ANA, BEN})], 7),
        ([(-2, {ANA, BEN}), (7, {ANA, BEN})], 7),  # what waits is the newest
    ],
)
def test_it_is_told_of_once_all_its_people_are_erased_by_those_that_ask(
    asking: list[tuple[int, set[bytes]]], told: int | None
) -> None:
    redactions, lost = Redactions(), erasure(3, {ANA, BEN}, LOST)
    redactions.add(lost, lost=True)
    for number, (position, people) in enumerate(asking):
        redactions.add(erasure(position, people, bytes([number]), {LOST}))
    assert redactions.told_from(lost) == told


def test_who_erases_the_same_and_does_not_ask_tells_of_nothing() -> None:
    redactions, lost = Redactions(), erasure(3, {ANA}, LOST)
    redactions.add(lost, lost=True)
    redactions.add(erasure(7, {ANA}, b"other", {b"another"}))
    assert redactions.told_from(lost) is None


def test_one_on_the_list_that_counts_is_told_of_from_its_own_place() -> None:
    redactions, counts = Redactions(), erasure(3, {ANA}, LOST)
    redactions.add(counts)
    redactions.add(erasure(2, {ANA}, b"earlier", {LOST}))
    assert redactions.told_from(counts) == 3


def test_one_that_lost_tells_of_nothing_by_asking() -> None:
    redactions, lost = Redactions(), erasure(3, {ANA}, LOST)
    redactions.add(lost, lost=True)
    redactions.add(erasure(4, {ANA}, b"side", {LOST}), lost=True)
    assert redactions.told_from(lost) is None
