"""What a circle's lists show, register by register. The journal says the same: where one of them is damaged, the other
still tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, NamedTuple, Protocol, TypeVar

import msgspec

from learningcircles.codec import decode
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.journal.operations import ENTRY, EntryOp, Operation, from_wire
from learningcircles.storage.connect import Connection, OperationalError
from learningcircles.storage.rows import Mark, Row, unpack
from learningcircles.storage.schema import table_of

Name = tuple[str, bytes]
"""What a record is stored under, and its id."""
_Read = TypeVar("_Read")
_UNREADABLE = (CircleError, msgspec.MsgspecError, ValueError, TypeError, IndexError, KeyError)
_NO_TEXT = object()


class Tables(Protocol):
    """Reads the tables of a file, as far as they can be read; `missed` counts the pages that could not be."""

    @property
    def missed(self) -> int:
        """Return how many pages could not be read until now."""

    def numbered(self, table: str, key: str) -> list[Any]:
        """Return the rows of a table whose rows have numbers."""

    def ends(self, table: str, *keys: str) -> list[Any]:
        """Return the rows of a table that begin with what they are called by."""

    def indexed(self, table: str, index: str, columns: str, *order: str) -> list[Any]:
        """Return what an index holds of a table."""

    def columns(self, table: str) -> list[str]:
        """Return the names of a table's columns."""


class Whole:
    """A file all pages of which can be read; `missed` counts rows with text that is none."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection
        self.missed = 0

    def numbered(self, table: str, key: str) -> list[Any]:
        """Return all rows that can be read."""
        sql = f'SELECT * FROM "{table}"'
        try:
            return list(self._db.execute(sql))
        except (OperationalError, UnicodeDecodeError):  # what SQLite says may name what it has read
            return self._with_text(sql)

    def _with_text(self, sql: str) -> list[Any]:
        """Return the rows all text of which is text."""
        usual, self._db.text_factory = self._db.text_factory, _text
        try:
            rows = list(self._db.execute(sql))
        finally:
            self._db.text_factory = usual
        found = [row for row in rows if not any(value is _NO_TEXT for value in row)]
        self.missed += len(rows) - len(found)
        return found

    def ends(self, table: str, *keys: str) -> list[Any]:
        """Return all rows."""
        return self.numbered(table, "")

    def indexed(self, table: str, index: str, columns: str, *order: str) -> list[Any]:
        """Return nothing: the table itself holds it."""
        return []

    def columns(self, table: str) -> list[str]:
        """Return their names."""
        return [row[1] for row in self._db.execute(f'PRAGMA table_info("{table}")')]


def _text(raw: bytes) -> object:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return _NO_TEXT


class _Rows:
    """Reads rows one by one; `unread` counts those that can be had and not understood: a bit of them was struck."""

    def __init__(self) -> None:
        self.unread = 0

    def each(self, rows: Iterable[Any], read: Callable[[Any], _Read]) -> Iterator[_Read]:
        """Yield what `read` makes of those that it can read."""
        for row in rows:
            try:
                found = read(row)
            except _UNREADABLE:
                self.unread += 1
            else:
                yield found


class Origin(NamedTuple):
    """Which action wrote something, as far as the journal's index tells, and what it had seen (device id → seq)."""

    action: bytes
    saw: dict[bytes, int]


class Settled(NamedTuple):
    """A settlement, and who wrote it first."""

    op: EntryOp
    mark: Mark


class Shown(NamedTuple):
    """The lists: `devices` by the numbers of the marks; `names`: of all records, those too that cannot be read.

    `nameless`: how many rows of a kind can be read of which nobody knows what they are called by. `origins`: by
    (space, mark). `unread`: the changes among these about a record that cannot be read; `untold`: settlements that
    cannot be. `unsure`: there may be more of either, since what would tell cannot be read as well.
    """

    devices: Mapping[int, bytes]
    rows: Mapping[Name, Row]
    settlements: Mapping[tuple[int, bytes], Settled]
    names: frozenset[Name]
    nameless: Mapping[str, int]
    origins: Mapping[tuple[int, Mark], Origin]
    unread: frozenset[tuple[int, Mark]] = frozenset()
    untold: frozenset[bytes] = frozenset()
    unsure: bool = False


def shown_in(tables: Tables, *, closed: bool = False) -> Shown:
    """Return what the lists of a file show. `closed`: all that its laptop had closed could be read."""
    before, understood = tables.missed, _Rows()
    devices = device_numbers(tables)
    by_index = tables.indexed("record", "sqlite_autoindex_record_1", "n, entity, id", "id", "entity")
    called = {row[0]: row[1:] for row in [*by_index, *tables.numbered("record", "n")]}
    names = {number: (str(entity), bytes(id_)) for number, (entity, id_) in called.items()}
    rows, nameless = _rows(tables, names)
    for number, register, value, mark in understood.each(tables.ends("later", "record", "register"), _later):
        if number in names:
            row = rows.setdefault(names[number], Row(number, *names[number]))
            row.values[register], row.marks[register] = value, mark
    settlements = dict(_settlements(tables, understood))
    lists, before = tables.missed > before or understood.unread > 0, tables.missed
    journal = sorted(tables.numbered("changeset", "n"), key=lambda row: row[1:5])
    unread = _unread(tables, journal, {row.number for row in rows.values()}) if lists else frozenset()
    untold = _moved(tables) - {id_ for _, id_ in settlements} if lists else frozenset()
    unsure = understood.unread > 0 or (lists and tables.missed > before)
    if unsure and closed and not understood.unread and not untold:
        unsure = _may_hide(tables, {row.number for row in rows.values()})
    origins = _origins(journal, devices, understood)
    return Shown(devices, rows, settlements, frozenset(names.values()), nameless, origins, unread, untold, unsure)


def _rows(tables: Tables, names: Mapping[int, Name]) -> tuple[dict[Name, Row], Counter[str]]:
    """Return the records that have a name and can be read, and how many of each kind have none."""
    rows: dict[Name, Row] = {}
    nameless: Counter[str] = Counter()
    for kind in ENTITIES:
        for number, columns in _records(tables, kind):
            name = names.get(number)
            row = _row(kind, name, number, columns) if name is not None else None
            if row is not None and name is not None:
                rows[name] = row
            elif name is None:
                nameless[kind] += 1
    return rows, nameless


def _later(row: Any) -> tuple[int, str, Any, Mark]:
    number, register, stamp, device, seq, value = row
    return number, register, decode(value), (stamp, device, seq)


def device_numbers(tables: Tables) -> dict[int, bytes]:
    """Return the file's small numbers for device ids."""
    by_index = tables.indexed("device_number", "sqlite_autoindex_device_number_1", "n, id", "id")
    return dict([*by_index, *tables.numbered("device_number", "n")])


def _records(tables: Tables, kind: str) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """Yield (number, columns as `rows.unpack` takes them) of the records of a kind."""
    columns = tables.columns(table_of(kind))
    wanted = [*(field.name for field in ENTITIES[kind].fields), "_deleted", "_stamps"]
    places = [columns.index(name) if name in columns else None for name in wanted]
    for row in tables.numbered(table_of(kind), "n") if columns else ():
        yield row[0], tuple(None if place is None else row[place] for place in places)


def _row(kind: str, name: Name, number: int, columns: tuple[Any, ...]) -> Row | None:
    row = Row(number, *name)
    try:
        unpack(ENTITIES[kind], row, columns)
    except _UNREADABLE:
        return None
    return row


def _settlements(tables: Tables, understood: _Rows) -> Iterator[tuple[tuple[int, bytes], Settled]]:
    found = [*understood.each(tables.ends("settlement", "id"), _settlement)]
    found += understood.each(tables.ends("stray_entry", "space", "id"), _stray)
    for name, op, mark in found:
        if isinstance(op, EntryOp):
            yield name, Settled(op, mark)


def _settlement(row: Any) -> tuple[tuple[int, bytes], Operation, Mark]:
    id_, kind, source, round_, reverses, legs, date, stamp, device, seq, _ = row
    op = from_wire([ENTRY, id_, kind, source, round_, reverses, decode(legs), date])
    return (int(Space.PRIVATE), id_), op, (stamp, device, seq)


def _stray(row: Any) -> tuple[tuple[int, bytes], Operation, Mark]:
    space, id_, stamp, device, wire = row
    return (space, id_), from_wire(decode(wire)), (stamp, device, 0)


def _unread(tables: Tables, journal: Iterable[Any], readable: Set[int]) -> frozenset[tuple[int, Mark]]:
    """Return the changes (space, mark) that touched a record which is not among the `readable` ones."""
    hidden = {change for record, change in tables.ends("touch", "record", "changeset") if record not in readable}
    return frozenset((row[1], (row[5], row[2], row[3])) for row in journal if row[0] in hidden)


def _may_hide(tables: Tables, readable: Set[int]) -> bool:
    """Return whether an open change of which nothing can be read has touched a record that is not a `readable` one.

    The journal's second index tells where each change stands, where the journal itself cannot be read.
    """
    before = tables.missed
    rows = tables.indexed("changeset", "changeset_log", "n, space, device, seq", "space", "device", "seq", "place")
    places = {number: ((space, device), seq) for number, space, device, seq in rows}
    stored = {(row[0], row[1]): row[3] for row in tables.ends("log", "space", "device")}
    hidden = {change for record, change in tables.ends("touch", "record", "changeset") if record not in readable}
    if tables.missed > before or not hidden <= places.keys():
        return True
    here = {number for number, _ in tables.numbered("tail", "n")}
    return any(places[change][1] > stored.get(places[change][0], 0) for change in hidden - here)


def _moved(tables: Tables) -> frozenset[bytes]:
    """Return the settlements that move minutes, as what they move tells."""
    return frozenset(settlement for _, settlement, _ in tables.ends("leg", "account", "settlement"))


def _pairs(packed: bytes) -> list[tuple[int, int]]:
    return [(number, last) for number, last in decode(packed)]


def _origins(journal: Iterable[Any], devices: Mapping[int, bytes], understood: _Rows) -> dict[tuple[int, Mark], Origin]:
    """Return which action wrote what. Of one of which nobody can read what more it had seen, what is known before."""
    found: dict[tuple[int, Mark], Origin] = {}
    log: Any = None
    seen: dict[bytes, int] = {}
    for row in journal:
        _, space, device, seq, _, tick, _, action, _, saw = row
        seen = seen if log == row[1:4] else {}
        log = row[1:4]
        for more in understood.each([saw] if saw else (), _pairs):
            seen = {**seen, **{devices[n]: last for n, last in more if n in devices}}
        found[space, (tick, device, seq)] = Origin(action, seen)
    return found
