"""Long lists, and the words that narrow them: a list that was asked for whole is kept until something is written.

A key in a search then needs no sorting: what the index finds is put in the order of the kept list. Where many records
hold what was typed, such as a single letter, a page of them is among the list's first rows, whose words are kept too.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain, compress, islice
from typing import Any, NamedTuple

import msgspec

from learningcircles.entities.declare import Entity
from learningcircles.storage import query
from learningcircles.storage.by_number import numbered
from learningcircles.storage.connect import Connection, data_version
from learningcircles.storage.merged import under
from learningcircles.storage.schema import SORTED, table_of
from learningcircles.storage.search import READY, Texts, exact_query, query_of, sought

_KEPT = 6
"""Lists kept: those of a page of the desktop, in an order or two."""
FRONT, LONG = 500, 1_000
"""So many first rows of a list are kept with their words, where it is so long that the index finds very many."""
_BATCH = 500

_FEW = 4
"""Where less than every fourth record is found, it is told where each one stands; otherwise which ones are."""

_FIRST = 2_000
"""So many of what the index finds are asked for first, where a few records of a kind are enough."""

_numbers = msgspec.json.Decoder(list[int]).decode


class _Listed(NamedTuple):
    """A list in its order: records' numbers in this file, their ids, and the first ones' words.

    `places` holds at each number one more than its place in the list, or 0; `more` the words of the members who are
    shown under one of the first ones, by its number.
    """

    numbers: array[int]
    ids: list[bytes]
    places: array[int]
    front: list[str]
    more: dict[int, list[str]]

    def begins(self, words: Sequence[str], besides: Container[int]) -> Iterator[bytes]:
        """Yield the ids of those of the first ones that hold all of these words, or are among `besides`."""
        for id_, number, held in zip(self.ids, self.numbers, self.front, strict=False):
            texts = (held, *self.more[number]) if number in self.more else (held,)
            if number in besides or any(all(word in text for word in words) for text in texts):
                yield id_

    def those(self, numbers: Sequence[int], besides: Iterable[int], limit: int | None) -> list[bytes]:
        """Return the ids of these records, as far as they are in the list: what a few take. `numbers` ascend."""
        last = len(self.places)
        known = chain(numbers[: bisect_left(numbers, last)], (number for number in besides if number < last))
        found = sorted(filter(None, map(self.places.__getitem__, known)))
        return [self.ids[place - 1] for place in islice(found, limit)]

    def among(self, numbers: Container[int], limit: int | None) -> list[bytes]:
        """Return the ids of these records, as far as they are in the list: what very many take."""
        return list(islice(compress(self.ids, map(numbers.__contains__, self.numbers)), limit))


class _Found(NamedTuple):
    """The numbers of the records that hold what was asked, as they ascend; as a set once that was needed."""

    asked: str
    numbers: list[int]
    held: set[int]

    def those(self) -> set[int]:
        """Return them as a set."""
        if len(self.held) < len(self.numbers):
            self.held.update(self.numbers)
        return self.held


class Listings:
    """Lists of ids, on one connection and for one thread at a time."""

    def __init__(self, connection: Connection, front: int = FRONT, long: int = LONG) -> None:
        self._db = connection
        self._front, self._long = front, long
        self._version = (0, 0)
        self._kept: dict[str, _Listed] = {}
        self._found = _Found("", [], set())
        self._kinds: dict[str, bytearray] = {}
        self._few: tuple[str, list[bytes]] = ("", [])
        self._under: dict[int, int] | None = None

    def ids(
        self,
        entity: Entity,
        *,
        where: Mapping[str, Any] | None,
        text: str,
        order: query.Order,
        descending: bool,
        limit: int | None,
        refers: Mapping[str, Sequence[bytes]],
    ) -> list[bytes]:
        """Return the ids of those records that are not removed and hold the words, or refer to what `refers` names."""
        if not order and not refers:
            return self._unordered(entity, where, text, descending, limit)
        self._forget_where_written()
        key = repr((entity.name, sorted((where or {}).items()), order, descending))
        listed = self._kept.get(key)
        if listed is None and (limit is None or refers):
            listed = self._list(key, entity, where, order, descending)
        if listed is None:
            return query.ids(self._db, entity, where=where, text=text, order=order, descending=descending,
                             limit=limit, deleted=False)  # fmt: skip
        if not query_of(text):
            return listed.ids if limit is None else listed.ids[:limit]
        return self._narrowed(listed, entity, text, limit, refers)

    def _unordered(
        self, entity: Entity, where: Mapping[str, Any] | None, text: str, descending: bool, limit: int | None
    ) -> list[bytes]:
        """Return ids in the order in which the records came; the last answer serves whoever asks for the same."""
        self._forget_where_written()
        key = repr((entity.name, where, text, descending, limit))
        if self._few[0] != key:
            if query_of(text) and limit is not None and not where and not descending:
                found = self._first_of(entity, text, limit)
            else:
                found = query.ids(self._db, entity, where=where, text=text, order="", descending=descending,
                                  limit=limit, deleted=False)  # fmt: skip
            if limit is None:
                return found
            self._few = key, found
        return self._few[1]

    def _first_of(self, entity: Entity, text: str, limit: int) -> list[bytes]:
        """Return the first records of a kind that hold the words, however many of other kinds hold them too."""
        if entity.name == "member" and (having := numbered(self._db, text)):
            both = sorted({*having, *_marked(self._kind(entity), self._hits(text).numbers)})
            return query.shown_of(self._db, entity, both, limit)
        first = self._first_hits(text)
        found = query.shown_of(self._db, entity, first, limit)
        if len(found) >= limit or len(first) < _FIRST:
            return found
        return query.shown_of(self._db, entity, _marked(self._kind(entity), self._hits(text).numbers), limit)

    def _first_hits(self, text: str) -> list[int]:
        """Return the first numbers of what `_hits` would return. For a longer word the index gathers all of them
        anyway: once, then, for the lists that are narrowed by it as well.
        """
        asked = query_of(text)
        if self._found.asked == asked or any(len(word) > READY for word in sought(text)):
            return self._hits(text).numbers[:_FIRST]
        sql = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid LIMIT ?"
        return self._shown([row[0] for row in self._db.execute(sql, (asked, _FIRST))])

    def _kind(self, entity: Entity) -> bytearray:
        """Return a byte for each record's number: 1 for those of a kind."""
        if entity.name not in self._kinds:
            last = self._db.execute("SELECT max(n) FROM record").fetchone()[0]
            marks = bytearray((last or 0) + 1)
            for number in query.numbers_of(self._db, entity):
                marks[number] = 1
            self._kinds[entity.name] = marks
        return self._kinds[entity.name]

    def _narrowed(
        self, listed: _Listed, entity: Entity, text: str, limit: int | None, refers: Mapping[str, Sequence[bytes]]
    ) -> list[bytes]:
        referring = self._referring(entity, refers)
        referring |= set(numbered(self._db, text) if entity.name == "member" else ())
        if limit is not None and listed.front:
            first = list(islice(listed.begins([f" {word}" for word in sought(text)], referring), limit))
            if len(first) == limit:
                return first
        found = self._hits(text)
        if len(found.numbers) * _FEW < len(listed.ids):
            return listed.those(found.numbers, referring.difference(found.numbers), limit)
        held = found.those()
        besides = referring - held
        held |= besides  # a copy of a hundred thousand would take longer than the rest
        try:
            return listed.among(held, limit)
        finally:
            held -= besides

    def _hits(self, text: str) -> _Found:
        """Return the numbers of all records that hold the words, and of members under whom such a one is shown.

        Several lists are narrowed by the same words.
        """
        asked = query_of(text)
        if self._found.asked != asked:
            sql, exact = "SELECT group_concat(rowid) FROM search WHERE search MATCH ?", exact_query(self._db, text)
            numbers = self._db.execute(sql, (exact,)).fetchone()[0] if exact else ""
            self._found = _Found(asked, self._shown(_numbers(f"[{numbers or ''}]")), set())
        return self._found

    def _shown(self, numbers: list[int]) -> list[int]:
        """Return these ascending numbers with those of the members under whom others of them are shown."""
        if self._under is None:
            self._under = under(self._db)
        held = {shown for hidden, shown in self._under.items() if _is_among(numbers, hidden)}
        return sorted(held.union(numbers)) if held else numbers

    def _referring(self, entity: Entity, refers: Mapping[str, Sequence[bytes]]) -> set[int]:
        numbers: set[int] = set()
        for field, ids in refers.items():
            sql = f'SELECT n FROM "{table_of(entity.name)}" WHERE "{field}" IN ({",".join("?" * len(ids))})'
            numbers.update(row[0] for row in self._db.execute(sql, tuple(ids)))
        return numbers

    def _list(
        self, key: str, entity: Entity, where: Mapping[str, Any] | None, order: query.Order, descending: bool
    ) -> _Listed:
        numbers, ids = self._ordered(entity, where, order, descending)
        front = self._words(entity, numbers)
        more = self._more(entity, set(numbers[: len(front)])) if front and entity.name == "member" else {}
        listed = _Listed(array("q", numbers), ids, _places(numbers), front, more)
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[key] = listed
        return listed

    def _ordered(
        self, entity: Entity, where: Mapping[str, Any] | None, order: query.Order, descending: bool
    ) -> tuple[list[int], list[bytes]]:
        if isinstance(order, query.OverLast) and (entity.name, order.order) in SORTED:
            return self._over_last(entity, where, order, descending)
        clause, values = query.condition(entity, where)
        source = f'"{table_of(entity.name)}" e JOIN record r ON r.n = e.n WHERE {clause}'
        ordered = query.order_by(entity, order, descending)
        if (entity.name, order) not in SORTED:
            rows = self._db.execute(f"SELECT e.n, r.id FROM {source} {ordered}", values).fetchall()
            return [row[0] for row in rows], [row[1] for row in rows]
        # Reading the table in its own order and the index by itself takes a tenth of going from the one to the other.
        held = dict(self._db.execute(f"SELECT e.n, r.id FROM {source}", values).fetchall())
        every = self._db.execute(f'SELECT e.n FROM "{table_of(entity.name)}" e {ordered}')
        numbers = [number for (number,) in every if number in held]
        return numbers, [held[number] for number in numbers]

    def _over_last(
        self, entity: Entity, where: Mapping[str, Any] | None, order: query.OverLast, descending: bool
    ) -> tuple[list[int], list[bytes]]:
        """Return what is over after the rest: in an order by both nothing would be told by an index."""
        numbers, ids = self._ordered(entity, where, order.order, descending)
        clause, values = query.condition(entity, {order.field: query.Before(order.day)})
        late = self._db.execute(f'SELECT e.n FROM "{table_of(entity.name)}" e WHERE {clause}', values)
        ended = {number for (number,) in late}
        now = [number not in ended for number in numbers]
        over = [not each for each in now]
        return (
            [*compress(numbers, now), *compress(numbers, over)],
            [*compress(ids, now), *compress(ids, over)],
        )

    def _words(self, entity: Entity, numbers: Sequence[int]) -> list[str]:
        if len(numbers) < self._long:
            return []
        texts, first = Texts(self._db, entity), numbers[: self._front]
        return [words for at in range(0, len(first), _BATCH) for words in texts.of(first[at : at + _BATCH])]

    def _more(self, entity: Entity, shown: Set[int]) -> dict[int, list[str]]:
        """Return the words of those who are shown under these, by the number of who is shown."""
        hidden = [(number, over) for number, over in under(self._db).items() if over in shown]
        found: dict[int, list[str]] = {}
        for at in range(0, len(hidden), _BATCH):
            part = hidden[at : at + _BATCH]
            texts = Texts(self._db, entity).of([number for number, _ in part])
            for (_, over), words in zip(part, texts, strict=True):
                found.setdefault(over, []).append(words)
        return found

    def forget(self) -> None:
        """Forget every list: what was given up counts as no change that a file or a connection would tell of."""
        self._kept.clear()
        self._kinds.clear()
        self._under = None
        self._found, self._few = _Found("", [], set()), ("", [])

    def _forget_where_written(self) -> None:
        version = data_version(self._db), self._db.total_changes
        if version != self._version:
            self._version = version
            self.forget()


def _marked(marks: bytearray, numbers: Sequence[int]) -> list[int]:
    """Return those of these ascending numbers that are marked."""
    known = numbers[: bisect_left(numbers, len(marks))]
    return list(compress(known, map(marks.__getitem__, known)))


def _is_among(numbers: Sequence[int], number: int) -> bool:
    """Return whether a number is one of these, which ascend."""
    at = bisect_left(numbers, number)
    return at < len(numbers) and numbers[at] == number


def _places(numbers: Sequence[int]) -> array[int]:
    places = array("l", bytes(array("l").itemsize * (max(numbers, default=0) + 1)))
    for place, number in enumerate(numbers, 1):
        places[number] = place
    return places
