"""What a circle's lists show, register by register. The journal says the same: where one of them is damaged, the other
still tells it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any, NamedTuple, Protocol

import msgspec

from learningcircles.codec import decode
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.journal.operations import EntryOp, from_wire
from learningcircles.storage.connect import Connection
from learningcircles.storage.rows import Mark, Row, unpack
from learningcircles.storage.schema import table_of

Name = tuple[str, bytes]
"""What a record is stored under, and its id."""
_UNREADABLE = (CircleError, msgspec.MsgspecError, ValueError, TypeError, IndexError, KeyError)


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
    """A file all of which can be read."""

    missed = 0

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def numbered(self, table: str, key: str) -> list[Any]:
        """Return all rows."""
        return list(self._db.execute(f'SELECT * FROM "{table}"'))

    def ends(self, table: str, *keys: str) -> list[Any]:
        """Return all rows."""
        return self.numbered(table, "")

    def indexed(self, table: str, index: str, columns: str, *order: str) -> list[Any]:
        """Return nothing: the table itself holds it."""
        return []

    def columns(self, table: str) -> list[str]:
        """Return their names."""
        return [row[1] for row in self._db.execute(f'PRAGMA table_info("{table}")')]


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


def shown_in(tables: Tables) -> Shown:
    """Return what the lists of a file show."""
    before = tables.missed
    devices = device_numbers(tables)
    by_index = tables.indexed("record", "sqlite_autoindex_record_1", "n, entity, id", "id", "entity")
    called = {row[0]: row[1:] for row in [*by_index, *tables.numbered("record", "n")]}
    names = {number: (str(entity), bytes(id_)) for number, (entity, id_) in called.items()}
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
    for number, register, stamp, device, seq, value in tables.ends("later", "record", "register"):
        if number in names:
            row = rows.setdefault(names[number], Row(number, *names[number]))
            row.values[register], row.marks[register] = decode(value), (stamp, device, seq)
    settlements = dict(_settlements(tables))
    lists, before = tables.missed > before, tables.missed
    journal = sorted(tables.numbered("changeset", "n"), key=lambda row: row[1:5])
    unread = _unread(tables, journal, {row.number for row in rows.values()}) if lists else frozenset()
    untold = _moved(tables) - {id_ for _, id_ in settlements} if lists else frozenset()
    unsure, origins = lists and tables.missed > before, _origins(journal, devices)
    return Shown(devices, rows, settlements, frozenset(names.values()), nameless, origins, unread, untold, unsure)


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


def _settlements(tables: Tables) -> Iterator[tuple[tuple[int, bytes], Settled]]:
    for id_, kind, source, round_, reverses, legs, date, stamp, device, seq, _ in tables.ends("settlement", "id"):
        moved = tuple((account, minutes) for account, minutes in decode(legs))
        yield (
            (int(Space.PRIVATE), id_),
            Settled(EntryOp(id_, kind, source, round_, reverses, moved, date), (stamp, device, seq)),
        )
    for space, id_, stamp, device, wire in tables.ends("stray_entry", "space", "id"):
        op = from_wire(decode(wire))
        if isinstance(op, EntryOp):
            yield (space, id_), Settled(op, (stamp, device, 0))


def _unread(tables: Tables, journal: Iterable[Any], readable: Set[int]) -> frozenset[tuple[int, Mark]]:
    """Return the changes (space, mark) that touched a record which is not among the `readable` ones."""
    hidden = {change for record, change in tables.ends("touch", "record", "changeset") if record not in readable}
    return frozenset((row[1], (row[5], row[2], row[3])) for row in journal if row[0] in hidden)


def _moved(tables: Tables) -> frozenset[bytes]:
    """Return the settlements that move minutes, as what they move tells."""
    return frozenset(settlement for _, settlement, _ in tables.ends("leg", "account", "settlement"))


def _origins(journal: Iterable[Any], devices: Mapping[int, bytes]) -> dict[tuple[int, Mark], Origin]:
    found: dict[tuple[int, Mark], Origin] = {}
    log: Any = None
    seen: dict[bytes, int] = {}
    for row in journal:
        _, space, device, seq, _, tick, _, action, _, saw = row
        seen = seen if log == row[1:4] else {}
        log = row[1:4]
        seen = {**seen, **{devices[n]: last for n, last in decode(saw) if n in devices}} if saw else seen
        found[space, (tick, device, seq)] = Origin(action, seen)
    return found
