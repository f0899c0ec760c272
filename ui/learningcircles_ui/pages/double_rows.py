"""What Today reads of what is probably here twice, on the reader's thread; lists are bounded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy

if TYPE_CHECKING:
    from learningcircles.intake.duplicates import Pair, Search

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
    people there may be more than are looked for (`people_more`).
    """

    twins: Sequence[Twins] = ()
    twin_count: int = 0
    people: Sequence[Pair] = ()
    people_count: int = 0
    people_more: bool = False


class DoubleSearch:
    """Looks for them in steps: it takes a second in a circle of ten thousand, and who types is not to wait for it."""

    def __init__(self) -> None:
        self._people: Search | None = None

    def step(self, reader: Reader) -> Doubles | None:
        """Look a little further; return what there is once all has been looked at, None before."""
        if self._people is None:
            self._people = lazy("learningcircles.intake.duplicates").Search()
        people = self._people.step(reader)
        return None if people is None else _doubles(reader, people, more=self._people.more)


def read_doubles(reader: Reader) -> Doubles:
    """Look for them to the end."""
    search = DoubleSearch()
    while (found := search.step(reader)) is None:
        pass
    return found


def _doubles(reader: Reader, people: Sequence[Pair], *, more: bool) -> Doubles:
    twins = reader.twin_swaps()
    people = sorted(people, key=lambda pair: pair.why == "name")  # an address of one's own tells more than a name
    names = {record.id: str(record.get("name", "")) for record in reader.many("member", _sides(twins[:_MOST]))}
    shown = [
        Twins(one, other, names.get(one["provider"], ""), names.get(one["receiver"], ""))
        for one, other in twins[:_MOST]
    ]
    return Doubles(shown, len(twins), people[:_MOST], len(people), more)


def _sides(twins: Sequence[tuple[Record, Record]]) -> list[bytes]:
    return list(dict.fromkeys(one[side] for one, _ in twins for side in ("provider", "receiver") if one[side]))
