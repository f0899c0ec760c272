"""Reading the journal as people read it: history, what two laptops changed apart, hour accounts."""

from __future__ import annotations

from typing import Any

from learningcircles.circle.changes import CatalogueItem, HistoryLine, LedgerLine, ReviewItem
from learningcircles.clock import milliseconds
from learningcircles.codec import decode
from learningcircles.entities.registry import ENTITIES
from learningcircles.storage.connect import Connection
from learningcircles.storage.fold import writes_of
from learningcircles.storage.journal import ChangesetRow, Journal
from learningcircles.storage.rows import Row, unpack
from learningcircles.storage.schema import table_of


def history(connection: Connection, journal: Journal, entity: str, id_: bytes) -> list[HistoryLine]:
    """Return every change of a record, oldest first, with what stood there before."""
    found = connection.execute("SELECT n FROM record WHERE id=? AND entity=?", (id_, entity)).fetchone()
    if found is None:
        return []
    lines: list[HistoryLine] = []
    before: dict[str, Any] = {}
    for at in sorted(journal.touching(found[0]), key=lambda row: (row.tick, journal.numbers.id_of(row.device), row.n)):
        body = journal.body(at)
        for op in body.ops if body else ():
            if getattr(op, "id", None) != id_ or getattr(op, "entity", None) != entity:
                continue
            for name, value, _ in writes_of(op, at.tick):
                lines.append(_line(at, journal, name, before.get(name), value))
                before[name] = value
    return lines


def reviews(connection: Connection, journal: Journal) -> list[ReviewItem]:
    """Return what people are asked about: the losers of contact details, time, place, hours and removals."""
    items: list[ReviewItem] = []
    for record, register, n in connection.execute("SELECT record, register, changeset FROM review ORDER BY changeset"):
        entity, id_ = connection.execute("SELECT entity, id FROM record WHERE n=?", (record,)).fetchone()
        if asks_people(entity, register):
            item = _review(connection, journal, (record, entity, id_), register, n)
            items += [item] if item else []
    return items


def asks_people(entity: str, register: str) -> bool:
    """Return whether people are asked about this register; the rest is in history only."""
    declared = ENTITIES.get(entity)
    field = declared.field(register.partition("/")[0]) if declared else None
    return register == "#deleted" or (field is not None and field.asks_review)


def entries(connection: Connection, account: bytes) -> list[LedgerLine]:
    """Return the lines of an account that count, oldest first."""
    rows = connection.execute(
        "SELECT s.id, s.kind, s.source, l.minutes, s.date, s.legs FROM leg l JOIN settlement s ON s.id = l.settlement"
        " WHERE l.account=? ORDER BY s.date, s.stamp",
        (account,),
    )
    return [
        LedgerLine(id_, kind, source, minutes, date, tuple(leg[0] for leg in decode(legs) if leg[0] != account))
        for id_, kind, source, minutes, date, legs in rows
    ]


def catalogue(connection: Connection, text: str) -> list[CatalogueItem]:
    """Return the other circles' items whose words begin with each word of `text`; all for an empty text."""
    words = text.lower().split()
    items = []
    for circle, name, id_, body in connection.execute("SELECT circle, name, id, body FROM catalogue"):
        item = CatalogueItem(circle, name, id_, decode(body))
        if all(word in _searchable(item) for word in words):
            items.append(item)
    return items


def _searchable(item: CatalogueItem) -> str:
    return " ".join(str(value) for value in item.body.values()).lower() + " " + item.circle_name.lower()


def _line(at: ChangesetRow, journal: Journal, name: str, before: Any, after: Any) -> HistoryLine:
    device = journal.numbers.id_of(at.device)
    return HistoryLine(milliseconds(at.tick), at.author, device, at.label, name, before, after, at.action)


def _review(
    connection: Connection, journal: Journal, target: tuple[int, str, bytes], register: str, n: int
) -> ReviewItem | None:
    record, entity, id_ = target
    at = journal.by_row(n)
    body = journal.body(at) if at else None
    if at is None or body is None:
        return None
    found = [w for op in body.ops if getattr(op, "id", None) == id_ for w in writes_of(op, at.tick) if w[0] == register]
    row = Row(record, entity, id_)
    declared = ENTITIES[entity]
    columns = ", ".join(f'"{field.name}"' for field in declared.fields)
    sql = f'SELECT {columns}, _deleted, _stamps FROM "{table_of(entity)}" WHERE n=?'
    unpack(declared, row, connection.execute(sql, (record,)).fetchone())
    kept = row.registers.get(register)
    if kept is None or not found:
        return None
    name = f"{n:06x}-{record:x}-{register}"
    devices = journal.numbers
    return ReviewItem(
        name,
        entity,
        id_,
        register,
        kept.value,
        found[-1][1],
        devices.id_of(kept.device),
        devices.id_of(at.device),
        milliseconds(at.tick),
    )
