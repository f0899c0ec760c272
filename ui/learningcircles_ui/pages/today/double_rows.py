"""What Today reads of what is probably here twice, on the reader's thread; lists are bounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy

if TYPE_CHECKING:
    from learningcircles.intake.doubles import Pair, Search
    from learningcircles.storage.since import Moment

_MOST = 1_000
"""Pairs that are kept: as these are answered, others come up."""


class Twins(NamedTuple):
    """Two exchanges that are probably one."""

    one: Record
    other: Record
    provider: str
    receiver: str


class Doubles(NamedTuple):
    """What is probably here twice; lists are bounded, but longer than a card. Numbers are of all; only of pairs of
    people there may be more than are looked for (`people_more`). `as_of`: when it was begun to look for people.
    """

    twins: Sequence[Twins] = ()
    twin_count: int = 0
    people: Sequence[Pair] = ()
    people_count: int = 0
    people_more: bool = False
    as_of: Moment | None = None


class DoubleSearch:
    """Looks for them in steps: it takes a second in a circle of ten thousand, and who types is not to wait for it.

    `before`: what was found last. People are looked for again only where something that tells of them was written
    since, here or elsewhere; an evening's exchanges tell nothing of who is here twice.
    """

    def __init__(self, before: Doubles | None = None) -> None:
        self._before = before or Doubles()
        self._people: Search | None = None
        self._as_of: Moment | None = None

    def step(self, reader: Reader) -> Doubles | None:
        """Look a little further; return what there is once all has been looked at, None before."""
        if self._people is None:
            search, before = lazy("learningcircles.intake.doubles"), self._before
            self._as_of = reader.moment()
            if before.as_of is not None and not reader.wrote_since(before.as_of, search.TOLD_BY):
                return still(reader, before)._replace(as_of=self._as_of)
            self._people = search.Search()
        people = self._people.step(reader)
        if people is None:
            return None
        people = sorted(people, key=lambda pair: pair.why == "name")  # an address of one's own tells more than a name
        return _with_twins(reader, Doubles((), 0, people[:_MOST], len(people), self._people.more, self._as_of))


def read_doubles(reader: Reader) -> Doubles:
    """Look for them to the end."""
    search = DoubleSearch()
    while (found := search.step(reader)) is None:
        pass
    return found


def still(reader: Reader, doubles: Doubles) -> Doubles:
    """Return what is left of this after what was written meanwhile: what was answered is gone at once."""
    people = lazy("learningcircles.intake.doubles").still_open(reader, doubles.people)
    count = doubles.people_count - len(doubles.people) + len(people)
    return _with_twins(reader, doubles._replace(people=people, people_count=count))


def _with_twins(reader: Reader, doubles: Doubles) -> Doubles:
    twins = reader.twin_swaps()
    names = {record.id: str(record.get("name", "")) for record in reader.many("member", _sides(twins[:_MOST]))}
    shown = [
        Twins(one, other, names.get(one["provider"], ""), names.get(one["receiver"], ""))
        for one, other in twins[:_MOST]
    ]
    return doubles._replace(twins=shown, twin_count=len(twins))


def _sides(twins: Sequence[tuple[Record, Record]]) -> list[bytes]:
    return list(dict.fromkeys(one[side] for one, _ in twins for side in ("provider", "receiver") if one[side]))
