"""What was noted about a record that somebody removed apart from it: who came to a meetup, what a member offers.

An edit of a removed record is asked about (see `contest`). What is noted about it in a record of its own would go with
it all the same, so people are asked about that as well: where a record names the removed one, neither the write had
seen the removal nor the removal it, and nobody who had seen both has written to either since. Exact, and the same on
every laptop: it follows from what was written alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.journal.operations import DELETED, EntryOp, SetOp
from learningcircles.storage.closing import Write
from learningcircles.storage.connect import Connection
from learningcircles.storage.contest import Contests, apart_from, gathered
from learningcircles.storage.journal import ChangesetRow, Journal, Past, remembered
from learningcircles.storage.others import STAND_FOR
from learningcircles.storage.rows import Register, Row
from learningcircles.storage.schema import table_of
from learningcircles.storage.standing import stored_rows

_AT_ONCE = 500
_NAMING = tuple(
    (kind.name, field.name, field.refers_to)
    for kind in ENTITIES.values()
    if kind.listed and kind.space is Space.PRIVATE
    for field in kind.references
)
"""(kind, field, the kind of record that it names): what people note about a record in one of its own."""
_NAMED = sorted({named for _, _, named in _NAMING})


class Noted(NamedTuple):
    """A record about a removed one, and the newest changeset that wrote to it apart from the removal."""

    entity: str
    id: bytes
    at: ChangesetRow


class Removed(NamedTuple):
    """A record that was removed apart from what was `noted` about it, the newest last; `record` is the row's number."""

    entity: str
    id: bytes
    record: int
    kept: Register
    noted: Sequence[Noted]


class _About(NamedTuple):
    """A record (`row`) that names a removed one in some fields."""

    row: Row
    fields: frozenset[str]


def noted_beside(journal: Journal) -> Mapping[bytes, Removed]:
    """Return the removed records that something was noted about apart from that, by their ids.

    Remembered from one sync to the next.
    """

    def since(held: Mapping[bytes, Removed], news: list[Past]) -> Mapping[bytes, Removed]:
        touched = {op.id for past in news for op in past.ops if not isinstance(op, EntryOp)}
        among = touched | _named_by(journal.connection, news, touched)
        stays = {each.id: each for each in held.values() if not _concerns(each, among)}
        return stays | _found(journal, among | (held.keys() - stays.keys()))

    return remembered(journal, "noted beside a removal", lambda: _found(journal), since)


def _concerns(each: Removed, ids: Collection[bytes]) -> bool:
    return each.id in ids or any(noted.id in ids for noted in each.noted)


def _named_by(connection: Connection, news: Iterable[Past], touched: Collection[bytes]) -> set[bytes]:
    """Return the records that some changesets name, or that what they wrote to names by now."""
    sets = [op for past in news for op in past.ops if isinstance(op, SetOp)]
    found = {value for op in sets for value in op.fields.values() if isinstance(value, bytes)}
    for kind, field, _ in _NAMING:
        sql = f'SELECT c."{field}" FROM record k CROSS JOIN "{table_of(kind)}" c ON c.n = k.n WHERE k.id IN'
        found |= {row[0] for row in _in_parts(connection, sql, touched) if isinstance(row[0], bytes)}
    return found


def _found(journal: Journal, among: Collection[bytes] | None = None) -> dict[bytes, Removed]:
    """Return them; `among`: of the records with these ids alone."""
    found: dict[bytes, Removed] = {}
    for kind in _NAMED:
        gone = _gone(journal.connection, kind, among)
        about = _about(journal.connection, kind, gone) if gone else {}
        rows = stored_rows(journal.connection, kind, {gone[id_]: id_ for id_ in about})
        found |= _apart(journal, {rows[gone[id_]].id: (rows[gone[id_]], held) for id_, held in about.items()})
    return found


def _gone(connection: Connection, kind: str, among: Collection[bytes] | None) -> dict[bytes, int]:
    """Return the removed records of a kind: id → number."""
    if among is None:
        sql = f'SELECT r.id, r.n FROM "{table_of(kind)}" e JOIN record r ON r.n = e.n WHERE e._deleted'
        return dict(connection.execute(sql).fetchall())
    sql = f'SELECT r.id, r.n FROM record r CROSS JOIN "{table_of(kind)}" e ON e.n = r.n WHERE e._deleted AND r.id IN'
    return dict(_in_parts(connection, sql, among))


def _about(connection: Connection, named: str, gone: Mapping[bytes, int]) -> dict[bytes, list[_About]]:
    """Return removed record → what names it and is there."""
    fields: dict[tuple[bytes, int], tuple[str, bytes, set[str]]] = {}
    for kind, field, _ in (each for each in _NAMING if each[2] == named):
        for number, id_, of in _naming(connection, kind, field, named, gone):
            fields.setdefault((of, number), (kind, id_, set()))[2].add(field)
    rows: dict[int, Row] = {}
    for kind in {kind for kind, _, _ in fields.values()}:
        numbers = {number: id_ for (_, number), (of_kind, id_, _) in fields.items() if of_kind == kind}
        rows |= stored_rows(connection, kind, numbers)
    found: dict[bytes, list[_About]] = {}
    for (of, number), (_, _, naming) in fields.items():
        found.setdefault(of, []).append(_About(rows[number], frozenset(naming)))
    return found


def _naming(
    connection: Connection, kind: str, field: str, named: str, gone: Mapping[bytes, int]
) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield (number, id, removed record) of what names one in a field; where many were removed in one go."""
    sql = f'SELECT c.n, k.id, c."{field}" FROM "{table_of(kind)}" c JOIN record k ON k.n = c.n WHERE NOT c._deleted'
    if len(gone) <= _AT_ONCE:
        yield from _in_parts(connection, f'{sql} AND c."{field}" IN', gone)
        return
    every = f'SELECT r.id FROM "{table_of(named)}" e JOIN record r ON r.n = e.n WHERE e._deleted'
    yield from (row for row in connection.execute(f'{sql} AND c."{field}" IN ({every})') if row[2] in gone)


def _apart(journal: Journal, removed: Mapping[bytes, tuple[Row, Sequence[_About]]]) -> dict[bytes, Removed]:
    """Return those of which the journal says that something was noted apart from the removal."""
    seen = _Seen(journal, [about.row.number for _, held in removed.values() for about in held])
    doubtful = {
        id_: (row, [each for each in held if not seen.surely(row, each)]) for id_, (row, held) in removed.items()
    }
    doubtful = {id_: pair for id_, pair in doubtful.items() if pair[1]}
    writes = _writes(journal, [row for row, held in doubtful.values() for row in (row, *(each.row for each in held))])
    found: dict[bytes, Removed] = {}
    for id_, (row, held) in doubtful.items():
        noted = [write for each in held if (write := _newest(writes, row, each)) is not None]
        kept = row.register(DELETED)
        if noted and kept is not None:
            found[id_] = Removed(row.entity, id_, row.number, kept, sorted(noted, key=lambda each: each.at.tick))
    return found


class _Seen:
    """Tells quickly, of most, that whoever removed a record knew what was noted about it."""

    def __init__(self, journal: Journal, records: Sequence[int]) -> None:
        self._contests = Contests(journal.connection, journal)
        sql = "SELECT DISTINCT record FROM review WHERE record IN"
        self._disputed = {row[0] for row in _in_parts(journal.connection, sql, records)}

    def surely(self, removed: Row, about: _About) -> bool:
        """Return True only if the removal knew all that stands in this record, and nothing else was written to it."""
        removal, space = removed.register(DELETED), int(Space.PRIVATE)
        if removal is None or about.row.number in self._disputed:
            return False
        at = (
            ChangesetRow(0, space, device, seq, 0, 0, None, b"", "") for _, device, seq in set(about.row.marks.values())
        )
        return all(self._contests.surely_saw(space, removal, each) for each in at)


def _writes(journal: Journal, rows: Iterable[Row]) -> dict[int, dict[str, list[Write]]]:
    """Return record → register → the writes to it."""
    records = {row.number: (row.entity, row.id) for row in rows}
    touching: dict[ChangesetRow, list[int]] = {}
    for record, at in journal.touching_all(list(records)):
        touching.setdefault(at, []).append(record)
    return gathered(journal, records, touching, journal.pasts(touching))


def _newest(writes: Mapping[int, Mapping[str, Sequence[Write]]], removed: Row, about: _About) -> Noted | None:
    """Return what was noted last in a record about a removed one apart from the removal.

    Of one that says nothing without the other all that is written counts, else whether it names the other.
    """
    row = about.row
    whole = not about.fields.isdisjoint(STAND_FOR.get(row.entity, ()))
    apart = [
        write
        for name, write in apart_from(writes[removed.number].get(DELETED, ()), writes[row.number])
        if (name in about.fields and write.value == removed.id) or (whole and (name, write.value) != (DELETED, True))
    ]
    last = max(apart, key=lambda write: write.order, default=None)
    return None if last is None else Noted(row.entity, row.id, last.at)


def _in_parts(connection: Connection, sql: str, values: Collection[object]) -> Iterator[Any]:
    wanted = list(values)
    for begin in range(0, len(wanted), _AT_ONCE):
        part = wanted[begin : begin + _AT_ONCE]
        yield from connection.execute(f"{sql} ({','.join('?' * len(part))})", part).fetchall()
