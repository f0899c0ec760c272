"""Requests of thousands who were brought in at once: what they have in common is read once, not once for each."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.circle.following import follow
from learningcircles.circle.matching import all_proposed_for
from learningcircles.circle.reader import Reader
from learningcircles.storage.journal import ChangesetRow, Journal

PARTS, EACH = 4, 60
"""Changesets of what is brought in, and who asks in each."""


def numbered(kind: int, place: int) -> bytes:
    """Return the id of one of very many."""
    return bytes([kind]) + place.to_bytes(15)


@pytest.fixture
def brought(verbs: Verbs) -> Verbs:
    """Return a circle into which one action brought many who ask, with somebody for each, written down twice."""
    with verbs.circle.group("Import"):
        for begin in range(0, PARTS * EACH, EACH):
            with verbs.circle.change("Import") as change:
                for place in range(begin, begin + EACH):
                    member, request, one, other = (numbered(kind, place) for kind in range(1, 5))
                    change.set("member", member, {"name": f"Member {place}"})
                    change.set("request", request, {"title": "Guitar", "member": member, "state": "matched"})
                    swap = {"receiver": member, "minutes": 60, "on": "2026-11-20", "topic": "Guitar"}
                    change.set("swap", one, {**swap, "provider": numbered(1, 0), "state": "proposed"})
                    change.set("swap", other, {**swap, "provider": numbered(1, 1), "state": "confirmed"})
                    change.delete("swap", other)
                    link = {"one": one, "other": other, "verdict": "same"}
                    change.set("swap_link", numbered(5, place), link)
    return verbs


@pytest.fixture
def read(brought: Verbs, monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the changesets that are opened, and how often all that is said of exchanges is read."""
    counted: Counter[str] = Counter()
    body, of_kind = Journal.body, Reader.list

    def opens(journal: Journal, row: ChangesetRow) -> Any:
        counted["opened"] += 1
        return body(journal, row)

    def lists(reader: Reader, entity: str, **how: Any) -> Any:
        counted[entity] += 1
        return of_kind(reader, entity, **how)

    monkeypatch.setattr(Journal, "body", opens)
    monkeypatch.setattr(Reader, "list", lists)
    return counted


def test_the_first_look_opens_each_changeset_a_few_times_and_reads_the_links_once(
    brought: Verbs, read: Counter[str]
) -> None:
    assert not follow(brought.desk), "all stand as they are to"
    assert read["opened"] <= 3 * (PARTS + 1) and read["swap_link"] == 1, read


def test_so_does_today(brought: Verbs, read: Counter[str]) -> None:
    found = all_proposed_for(brought.reader, brought.reader.list("request", where={"state": "matched"}))
    assert len(found) == PARTS * EACH
    assert read["opened"] <= 3 * (PARTS + 1) and read["swap_link"] <= 1, read
