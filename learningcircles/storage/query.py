"""Reading records: typed rows, lists, search."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from heapq import nlargest
from typing import Any, NamedTuple

from learningcircles.circle.changes import Hit, Record
from learningcircles.entities.declare import Entity, Kind
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.storage.by_number import HAVING, number_in, numbered
from learningcircles.storage.collate import SORT_KEY, by_letters
from learningcircles.storage.connect import Connection
from learningcircles.storage.merged import BALANCE, FOUND, FOUND_MEMBERS, SHOWN, shown_each, under
from learningcircles.storage.numbered_alone import STANDS
from learningcircles.storage.rows import compound_text, fields_of, removed_at, values_of
from learningcircles.storage.schema import SORTED, table_of
from learningcircles.storage.search import LAST_LETTER, query_of
from learningcircles.storage.spelling import plain_letters

_BATCH = 400
_MARKS = ("'", "\u2019")


class NotBefore(NamedTuple):
    """As a `where` value of a date: from this day ("2026-11-20") on, or none at all."""

    day: str


class Coming(NamedTuple):
    """As an order by a local time: what is on this day ("2026-11-20") or later, the next first; then what was before,
    the latest first."""

    field: str
    day: str


class Before(NamedTuple):
    """As a `where` value of a date: before this day ("2026-11-20")."""

    day: str


class OverLast(NamedTuple):
    """As an order: by `order`, but that what has ended before a day ("2026-11-20"), as `field` says, comes last."""

    order: str
    field: str
    day: str


Order = str | Coming | OverLast
"""A field, "balance", or "" for the order in which records came."""


def many(connection: Connection, entity: Entity, ids: Sequence[bytes]) -> list[Record]:
    """Return the records of these ids, in their order; unknown ones are left out."""
    found: dict[bytes, Record] = {}
    for begin in range(0, len(ids), _BATCH):
        part = list(ids[begin : begin + _BATCH])
        marks = ",".join("?" * len(part))
        sql = f"{_select(entity)} WHERE r.entity=? AND r.id IN ({marks})"
        for record in _records(entity, connection.execute(sql, (entity.name, *part))):
            found[record.id] = record
    return [found[id_] for id_ in ids if id_ in found]


def rows(
    connection: Connection,
    entity: Entity,
    *,
    where: Mapping[str, Any] | None,
    text: str,
    order: str,
    descending: bool,
    limit: int | None,
    offset: int,
    deleted: bool,
) -> list[Record]:
    """Return a page of records."""
    clause, values = condition(entity, where, text, deleted, order)
    sql = f"{_select(entity)} WHERE {clause} {order_by(entity, order, descending)} LIMIT ? OFFSET ?"
    return list(_records(entity, connection.execute(sql, (*values, -1 if limit is None else limit, offset))))


def pages(
    connection: Connection,
    entity: Entity,
    *,
    where: Mapping[str, Any] | None,
    text: str,
    limit: int | None,
    deleted: bool,
) -> Iterator[list[Record]]:
    """Yield the records of `rows` some at a time; what is written meanwhile is not among them."""
    clause, values = condition(entity, where, text, deleted)
    sql = f"{_select(entity)} WHERE {clause} {order_by(entity, '', False)} LIMIT ?"
    found = connection.execute(sql, (*values, -1 if limit is None else limit))
    while part := found.fetchmany(_BATCH):
        yield list(_records(entity, part))


def ids(
    connection: Connection,
    entity: Entity,
    *,
    where: Mapping[str, Any] | None,
    text: str,
    order: Order,
    descending: bool,
    limit: int | None,
    deleted: bool,
) -> list[bytes]:
    """Return the ids of so many records, or of all."""
    if isinstance(order, OverLast) and limit is not None and order.field not in (where or {}):
        # One after the other: an index holds the one order, and none holds both.
        found: list[bytes] = []
        for part in (NotBefore(order.day), Before(order.day)):
            if len(found) < limit:
                found += ids(
                    connection, entity, where={**(where or {}), order.field: part}, text=text, order=order.order,
                    descending=descending, limit=limit - len(found), deleted=deleted,
                )  # fmt: skip
        return found
    clause, values = condition(entity, where, text, deleted, order)
    source, ordered = f'"{table_of(entity.name)}" e JOIN record r ON r.n = e.n', order_by(entity, order, descending)
    asked = query_of(text)
    first = asked and limit is not None and not order and not descending
    if first and not (entity.name == "member" and (number_in(text) or under(connection))):
        # The index is gone through no further than a page of records of this kind takes.
        clause, values = condition(entity, where, deleted=deleted)
        source = f'search CROSS JOIN "{table_of(entity.name)}" e ON e.n = search.rowid JOIN record r ON r.n = e.n'
        clause, values, ordered = f"search MATCH ? AND {clause}", (asked, *values), "ORDER BY search.rowid"
    sql = f"SELECT r.id FROM {source} WHERE {clause} {ordered} LIMIT ?"
    return [row[0] for row in connection.execute(sql, (*values, -1 if limit is None else limit))]


def packed_ids(connection: Connection, entity: Entity) -> bytes:
    """Return the ids of all records that lists show, 16 bytes each, one after the other in the order of `ids`.

    As objects of their own very many would take four times as much.
    """
    clause, values = condition(entity)
    source = f'"{table_of(entity.name)}" e JOIN record r ON r.n = e.n'
    packed = bytearray()
    for (id_,) in connection.execute(f"SELECT r.id FROM {source} WHERE {clause} {order_by(entity, '', False)}", values):
        packed += id_
    return bytes(packed)


def removed(connection: Connection, entity: Entity, most: int) -> list[bytes]:
    """Return the ids of records that are removed, the one removed last first, at most so many."""
    sql = f'SELECT r.id, e._stamps FROM "{table_of(entity.name)}" e JOIN record r ON r.n = e.n WHERE e._deleted = 1'
    gone = [(removed_at(stamps), id_) for id_, stamps in connection.execute(sql)]
    return [id_ for _, id_ in nlargest(most, gone)]


def shown_of(connection: Connection, entity: Entity, numbers: Sequence[int], limit: int) -> list[bytes]:
    """Return the ids of those of these records, known by their numbers, that are shown, in the order given.

    For a member who is shown under another one it is that one.
    """
    clause, values = condition(entity)
    found: list[bytes] = []
    shown = under(connection) if entity.name == "member" else {}
    numbers = list(dict.fromkeys(shown.get(number, number) for number in numbers)) if shown else numbers
    many = min(2 * limit, _BATCH)
    for begin in range(0, len(numbers), many):
        part = numbers[begin : begin + many]
        sql = (
            f'SELECT e.n, r.id FROM "{table_of(entity.name)}" e JOIN record r ON r.n = e.n'
            f" WHERE e.n IN ({','.join('?' * len(part))}) AND {clause}"
        )
        held = dict(connection.execute(sql, (*part, *values)).fetchall())
        found += [held[number] for number in part if number in held]
        if len(found) >= limit:
            break
    return found[:limit]


def numbers_of(connection: Connection, entity: Entity) -> list[int]:
    """Return the numbers of all records of a kind, removed ones too; an index that is there for something else is
    enough to tell them.
    """
    return [row[0] for row in connection.execute(f'SELECT n FROM "{table_of(entity.name)}"')]


def count(connection: Connection, entity: Entity, where: Mapping[str, Any] | None, text: str, deleted: bool) -> int:
    """Return how many records there are."""
    clause, values = condition(entity, where, text, deleted)
    return int(
        connection.execute(f'SELECT count(*) FROM "{table_of(entity.name)}" e WHERE {clause}', values).fetchone()[0]
    )


def tally(connection: Connection, entity: Entity, name: str) -> Counter[Any]:
    """Return how many of the records that lists show hold each value of a field; of a set, each of its values.

    What is held alike is counted by SQLite: of a large circle a few different sets are read, not every record.
    """
    column, many = _column(entity, name), _is_many(entity, name)
    clause, values = condition(entity)
    sql = f'SELECT {column}, count(*) FROM "{table_of(entity.name)}" e WHERE {clause} GROUP BY {column}'
    found: Counter[Any] = Counter()
    for stored, held in connection.execute(sql, values):
        for value in json.loads(stored) if many and stored else [stored]:
            found[value] += held
    found.pop(None, None)
    return found


def resolve(connection: Connection, entity: Entity, beginning: str) -> bytes:
    """Return the id that begins with these ≥6 hex digits; raises NotFound or InvalidValue."""
    plain = beginning.strip().lower()
    if len(plain) < 6 or len(plain) > 32 or any(letter not in "0123456789abcdef" for letter in plain):
        raise InvalidValue(
            "bad_id", "{id} is not an id: one is 6 to 32 digits, of 0 to 9 and a to f.", field="id", id=beginning
        )
    low = bytes.fromhex(plain.ljust(32, "0"))
    high = bytes.fromhex(plain.ljust(32, "f"))
    found = connection.execute(
        f'SELECT r.id FROM record r JOIN "{table_of(entity.name)}" e ON e.n = r.n'
        " WHERE r.id BETWEEN ? AND ? AND r.entity=? LIMIT 2",
        (low, high, entity.name),
    ).fetchall()
    if not found:
        raise NotFound("no_record", "There is no {kind} with the id {id}.", kind=entity.label.lower(), id=beginning)
    if len(found) > 1:
        raise InvalidValue("ambiguous_id", "Several ids begin with {id}: give more digits.", field="id", id=beginning)
    return bytes(found[0][0])


def find(connection: Connection, text: str, entities: Sequence[str], limit: int) -> list[Hit]:
    """Search all kinds of record; every word must begin a word of the record."""
    query = query_of(text)
    if not query:
        return []
    having = numbered(connection, text) if not entities or "member" in entities else []
    named = [("member", id_) for id_ in shown_of(connection, ENTITIES["member"], having, limit)] if having else []
    wanted = [ENTITIES[name] for name in entities] if entities else [e for e in ENTITIES.values() if e.listed]
    marks = ",".join("?" * len(wanted))
    found = connection.execute(
        "SELECT r.entity, r.id FROM search JOIN record r ON r.n = search.rowid"
        f" WHERE search MATCH ? AND r.entity IN ({marks}) LIMIT ?",
        (query, *(entity.name for entity in wanted), limit),
    ).fetchall()
    # Members who are one person are one hit, under whom they are shown.
    whom = shown_each(connection, [id_ for name, id_ in found if name == "member"])
    shown = ((name, whom.get(id_, id_) if name == "member" else id_) for name, id_ in found)
    keys = list(dict.fromkeys([*named, *shown]))[:limit]
    each: dict[tuple[str, bytes], Hit] = {}
    for name in dict.fromkeys(name for name, _ in keys):
        some = [id_ for kind, id_ in keys if kind == name]
        each |= {(name, hit.id): hit for hit in hits(connection, ENTITIES[name], some)}
    return [each[key] for key in keys]


def named_from(connection: Connection, entity: Entity, letters: str, limit: int) -> list[bytes]:
    """Return the ids of records whose title begins with these letters, in the order of titles.

    Then those with an apostrophe after the first of them: "ob" begins O'Brien, too.
    """
    begin = plain_letters(letters.strip())
    if not begin or (entity.name, entity.title) not in SORTED:
        return []
    found: list[bytes] = []
    for beginning in (begin, *(f"{begin[0]}{mark}{begin[1:]}" for mark in _MARKS if len(begin) > 1)):
        found += _begun(connection, entity, beginning, limit - len(found))
    return list(dict.fromkeys(found))


def _begun(connection: Connection, entity: Entity, begin: str, limit: int) -> list[bytes]:
    key = f'{SORT_KEY}(e."{entity.title}")'
    is_member = entity.name == "member"
    shown = "coalesce(m.shown, r.id)" if is_member else "r.id"
    under_whom = " LEFT JOIN merged m ON m.member = r.id" if is_member else ""
    found = connection.execute(
        f'SELECT {shown} FROM "{table_of(entity.name)}" e JOIN record r ON r.n = e.n{under_whom}'
        f" WHERE e._deleted = 0 AND {key} >= ? AND {key} < ? ORDER BY {key} LIMIT ?",
        (begin, begin + LAST_LETTER, limit),
    )
    return [row[0] for row in found]


def titles(connection: Connection, entity: Entity) -> list[tuple[bytes, str]]:
    """Return (id, title) of every record that is shown."""
    clause, values = condition(entity)
    found = connection.execute(
        f'SELECT r.id, e."{entity.title}" FROM "{table_of(entity.name)}" e JOIN record r ON r.n = e.n WHERE {clause}',
        values,
    )
    return [(id_, title) for id_, title in found if isinstance(title, str)]


def plain_titles(connection: Connection, entity: Entity) -> list[tuple[int, str]]:
    """Return (number, title) of all records, removed ones too, without accents and case, and after U+0001 as it is.

    Where titles are sorted by, that index tells them: reading the table itself would take ten times as long.
    """
    ready = (entity.name, entity.title) in SORTED
    title = f'{SORT_KEY}("{entity.title}")' if ready else f'"{entity.title}"'
    rows = connection.execute(f'SELECT n, {title} FROM "{table_of(entity.name)}" ORDER BY {title}').fetchall()
    held = [row for row in rows if isinstance(row[1], str)]
    return held if ready else [(number, by_letters(words)) for number, words in held]


def names(connection: Connection, entity: Entity, ids_: Sequence[bytes]) -> dict[bytes, str]:
    """Return id → title of those of these records that have one."""
    found: dict[bytes, str] = {}
    for begin in range(0, len(ids_), _BATCH):
        part = ids_[begin : begin + _BATCH]
        rows = connection.execute(
            f'SELECT r.id, e."{entity.title}" FROM record r JOIN "{table_of(entity.name)}" e ON e.n = r.n'
            f" WHERE r.entity=? AND r.id IN ({','.join('?' * len(part))})",
            (entity.name, *part),
        )
        found.update((id_, title) for id_, title in rows if isinstance(title, str) and title)
    return found


def hits(connection: Connection, entity: Entity, ids_: Sequence[bytes]) -> list[Hit]:
    """Return these records as search results; of their fields those alone are read that results show."""
    shown = [field for field in entity.fields if field.search or field.name == entity.title]
    columns = ", ".join(f'e."{field.name}"' for field in shown)
    found: dict[bytes, Hit] = {}
    for begin in range(0, len(ids_), _BATCH):
        part = ids_[begin : begin + _BATCH]
        rows = connection.execute(
            f'SELECT r.id, {columns} FROM "{table_of(entity.name)}" e JOIN record r ON r.n = e.n'
            f" WHERE r.entity=? AND r.id IN ({','.join('?' * len(part))})",
            (entity.name, *part),
        )
        found.update((id_, _hit(entity, id_, values_of(shown, stored))) for id_, *stored in rows)
    return [found[id_] for id_ in ids_ if id_ in found]


def _hit(entity: Entity, id_: bytes, values: Mapping[str, Any]) -> Hit:
    searched = [field for field in entity.fields if field.search]
    words = [str(values[field.name]) for field in searched if isinstance(values[field.name], str)]
    words += [", ".join(values[field.name]) for field in searched if field.many and values[field.name]]
    title = str(values[entity.title] or "")
    return Hit(entity.name, id_, title, " · ".join(word for word in words if word != title)[:160])


def _select(entity: Entity) -> str:
    columns = ", ".join(f'e."{field.name}"' for field in entity.fields)
    table = table_of(entity.name)
    return f'SELECT r.id, {columns}, e._deleted, e._stamps FROM "{table}" e JOIN record r ON r.n = e.n'


def _records(entity: Entity, found: Any) -> Iterator[Record]:
    for id_, *columns in found:
        fields, deleted, unreadable = fields_of(entity, tuple(columns))
        yield Record(entity.name, id_, fields, deleted, unreadable)


def condition(
    entity: Entity, where: Mapping[str, Any] | None = None, text: str = "", deleted: bool = False, order: Order = ""
) -> tuple[str, tuple[Any, ...]]:
    """Return the SQL condition on records (as `e`), and its values. `order` is the order they will be asked for in."""
    parts, values = ["1"] if deleted else ["e._deleted = 0"], []
    for name, value in (where or {}).items():
        column = _column(entity, name)
        if isinstance(value, NotBefore):
            parts.append(f"coalesce(nullif({column}, ''), ?) >= ?")
            values += [value.day, value.day]
        elif isinstance(value, Before):
            parts.append(f"nullif({column}, '') < ?")
            values.append(value.day)
        elif isinstance(value, list | tuple | set | frozenset):
            known, many = [_stored(each) for each in value if each is not None], _is_many(entity, name)
            empty = f" OR {column} IS NULL" if None in value or (many and not known) else ""
            parts.append(f"({_any_of(column, known, many)}{empty})")
            values += known
        else:
            parts.append(f"{column} IS ?")
            values.append(_stored(value))
    if entity.name == "member":
        parts += [STANDS] if deleted else [STANDS, SHOWN]
    query = query_of(text)
    if query:
        # With the plus SQLite goes through the names in their order and asks of each whether it is among what was
        # found, until a page is full; without it, it would fetch and sort all that was found first.
        number = "+e.n" if (entity.name, order) in SORTED else "e.n"
        is_member = entity.name == "member"
        having = number_in(text) if is_member else ""
        parts.append(f"{number} IN ({FOUND_MEMBERS if is_member else FOUND}{f' UNION {HAVING}' if having else ''})")
        values += [query] * (2 if is_member else 1) + [having, having] * bool(having)
    return " AND ".join(parts), tuple(values)


def _is_many(entity: Entity, name: str) -> bool:
    field = entity.field(name)
    return field is not None and field.many


def _any_of(column: str, known: Sequence[Any], many: bool) -> str:
    marks = ",".join("?" * len(known))
    inside = f"EXISTS (SELECT 1 FROM json_each({column}) WHERE value IN ({marks}))"
    return inside if many else f"{column} IN ({marks})"


def _stored(value: Any) -> Any:
    """A compound value as its column holds it."""
    return compound_text(value) if isinstance(value, dict) else value


def order_by(entity: Entity, order: Order, descending: bool) -> str:
    """Return the SQL order of records (as `e` and `r`)."""
    if isinstance(order, Coming):
        return _coming_first(entity, order)
    if isinstance(order, OverLast):
        return f"ORDER BY {_over(entity, order)}, {order_by(entity, order.order, descending).removeprefix('ORDER BY ')}"
    direction = "DESC" if descending else "ASC"
    if order == "balance":
        return f"ORDER BY {BALANCE} {direction}, e.n"
    if not order:
        return f"ORDER BY e.n {direction}"
    column = _column(entity, order)
    field = entity.field(order)
    if field is not None and field.kind is Kind.LOCAL_TIME:
        return f"ORDER BY json_extract({column}, '$.at') {direction}, e.n"
    if field is not None and field.kind is Kind.DATE:
        return f"ORDER BY {column} {direction}, e.n {direction}"  # of one day's, too, the last that came is the newest
    sorted_by = f"{SORT_KEY}({column})" if order == entity.title else f"{column} COLLATE NOCASE"
    return f"ORDER BY {sorted_by} {direction}, e.n"


def _coming_first(entity: Entity, order: Coming) -> str:
    at = f"coalesce(json_extract({_column(entity, order.field)}, '$.at'), '')"
    over = f"{at} < '{date.fromisoformat(order.day).isoformat()}'"
    return f"ORDER BY {over}, CASE WHEN {over} THEN '' ELSE {at} END, {at} DESC, e.n"


def _over(entity: Entity, order: OverLast) -> str:
    """Return the SQL that is 1 for what is over."""
    day = date.fromisoformat(order.day).isoformat()
    return f"coalesce(nullif({_column(entity, order.field)}, '') < '{day}', 0)"


def _column(entity: Entity, name: str) -> str:
    field = entity.field(name)
    if field is None:
        raise InvalidValue("unknown_field", "{kind} has no field {field}.", field=name, kind=entity.name.lstrip("!"))
    return f'e."{field.name}"'
