"""Requests of which somebody takes back what they said of an exchange that somebody else has turned since."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from laptop_pairs import meet

from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow

DAY = "2026-11-20"
CONFIRMED, DECLINED = ("confirmed", "fulfilled"), ("declined", "matched")


@pytest.fixture
def guitar(verbs: Verbs, other: Verbs, people: tuple[bytes, bytes]) -> bytes:
    """Return a request that both laptops know."""
    request, _ = verbs.records.add("request", {"title": "Guitar", "topic": "guitar", "member": people[1]})
    meet(verbs, other)
    return request


def share(*laptops: Verbs) -> None:
    """Let both have what both have, and say what follows, until neither says anything new."""
    for _ in range(3):
        meet(*laptops)
        if not [each for each in laptops if follow(each.desk)]:
            return
    pytest.fail("they go on and on")


def stand(swap: bytes, request: bytes, *laptops: Verbs) -> list[tuple[object, object]]:
    """Return how an exchange and its request stand on each laptop."""
    return [(each.reader.get("swap", swap)["state"], each.reader.get("request", request)["state"]) for each in laptops]


def settle(laptop: Verbs, state: str) -> None:
    """Answer the one question that is asked."""
    (item,) = laptop.review.items()
    laptop.review.resolve(item.id, "kept" if item.kept == state else "other")


@pytest.mark.parametrize("undoes", [(0, 1), (1, 0)])
@pytest.mark.parametrize("turns", [(0, 1), (1, 0)])
def test_who_takes_back_how_they_settled_it_apart_leaves_the_request_to_what_the_exchange_says(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes, turns: Sequence[int], undoes: Sequence[int]
) -> None:
    swap, _ = verbs.swaps.propose(guitar, people[0], 60, DAY)
    meet(verbs, other)

    def decline() -> None:
        other.swaps.decline(swap)
        other.swaps.propose(guitar, people[0], 60, "2026-11-27")

    for place in turns:
        decline() if place else verbs.swaps.confirm(swap)
    share(verbs, other)
    for place in turns:
        settle((verbs, other)[place], ("confirmed", "declined")[place])
    assert stand(swap, guitar, verbs, other) == [CONFIRMED, DECLINED]
    share(verbs, other)
    assert stand(swap, guitar, verbs, other) == [(CONFIRMED, DECLINED)[turns[1]]] * 2
    for place in undoes:
        (verbs, other)[place].undo.undo()
    share(verbs, other)
    assert verbs.review.items() == other.review.items() == []
    assert stand(swap, guitar, verbs, other) == [(CONFIRMED, DECLINED)[turns[0]]] * 2


def test_where_the_exchange_stays_as_somebody_else_turned_it_the_request_is_as_it_says_at_once(
    verbs: Verbs, other: Verbs, people: tuple[bytes, bytes], guitar: bytes
) -> None:
    swap, another = (each.swaps.propose(guitar, people[0], 60, DAY)[0] for each in (verbs, other))
    meet(verbs, other)
    verbs.swaps.decline(another)
    verbs.swaps.confirm(swap)
    other.swaps.decline(swap)
    share(verbs, other)
    assert stand(swap, guitar, verbs) == [("declined", "open")]
    verbs.undo.undo()
    assert stand(swap, guitar, verbs) == [("declined", "open")], "nobody is left to help"
