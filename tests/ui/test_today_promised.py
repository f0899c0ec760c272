"""Requests on Today that more than one exchange is proposed for: all are counted, among however many others."""

from __future__ import annotations

import pytest

from learningcircles.circle.change import Change
from learningcircles.circle.facets import Verbs
from learningcircles_ui.pages.today.promised_rows import read_promised
from learningcircles_ui.pages.today.rows import SHOWN, read_news

OTHERS, TWICE = 400, SHOWN + 3
"""How many have one exchange proposed, who were looked at alone for a while; and how many more have two."""


def numbered(kind: int, place: int) -> bytes:
    return bytes([kind]) + place.to_bytes(15)


def ask(change: Change, place: int, swaps: int) -> None:
    """Let one member ask, with so many exchanges proposed; the later ones sooner."""
    member, request = numbered(1, place), numbered(2, place)
    change.set("member", member, {"name": f"Member {place}"})
    change.set("request", request, {"title": "Guitar", "member": member, "state": "matched"})
    for each in range(swaps):
        swap = {"provider": numbered(1, each), "receiver": member, "minutes": 60, "topic": "Guitar"}
        day = f"{2999 - place // 28}-11-{28 - place % 28:02}"
        change.set("swap", numbered(3 + each, place), {**swap, "on": day, "state": "proposed"})


@pytest.fixture
def brought(other: Verbs) -> Verbs:
    """Return a circle of many who ask, of whom the last have two exchanges proposed."""
    with other.circle.group("Import"):
        for begin in range(0, OTHERS + TWICE, 100):
            with other.circle.change("Import") as change:
                for place in range(begin, min(begin + 100, OTHERS + TWICE)):
                    ask(change, place, 1 if place < OTHERS else 2)
    return other


def test_all_who_are_promised_twice_are_counted_the_soonest_first(brought: Verbs) -> None:
    news = read_news(brought.reader)
    assert (news.promised_count, len(news.promised)) == (TWICE, SHOWN)
    places = [int.from_bytes(each.request.id[1:]) for each in read_promised(brought.reader)]
    assert places == list(range(OTHERS, OTHERS + TWICE))[::-1]
    assert [len(each.helpers) for each in news.promised] == [2] * SHOWN


def test_the_exchanges_of_two_who_are_one_count_together(other: Verbs) -> None:
    with other.circle.change("Import") as change:
        ask(change, 1, 1)
        ask(change, 2, 1)
    other.records.remove("request", numbered(2, 2))
    assert read_promised(other.reader) == []
    other.merging.merge(numbered(1, 1), numbered(1, 2))
    ((request, _, helpers),) = read_promised(other.reader)
    assert request.id == numbered(2, 1) and len(helpers) == 2
