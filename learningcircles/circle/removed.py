"""What is said of a record that was removed meanwhile: what it is called, on which laptop, never its id."""

from __future__ import annotations

from contextlib import suppress

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError, NotFound
from learningcircles.journal.operations import DELETED

_NAMED_BY = ("name", "title", "topic")


def removed(reader: Reader, record: Record, code: str = "removed", field: str = "") -> NotFound:
    """Return the error for work on a removed record; its `removed` names what may be brought back.

    `field`: the one that was given this record, for a form.
    """
    name = _name(record)
    laptop = _laptop(reader, record) if name else ""
    if name and laptop:
        made = NotFound(
            code, "“{name}” was removed on {laptop}. Restore it first.", name=name, laptop=laptop, **_of(field)
        )
    elif name:
        made = NotFound(code, "“{name}” was removed. Restore it first.", name=name, **_of(field))
    else:
        kind = declared(record.entity).label.lower()
        made = NotFound(code, "This {kind} was removed. Restore it first.", kind=kind, **_of(field))
    made.removed = (record.entity, record.id, name)
    return made


def _of(field: str) -> dict[str, str]:
    return {"field": field} if field else {}


def _name(record: Record) -> str:
    fields = {each.name for each in declared(record.entity).fields}
    if record.entity == "swap":
        return ""  # its topic alone would not tell it from others
    return next((str(value) for each in _NAMED_BY if each in fields and (value := record[each])), "")


def _laptop(reader: Reader, record: Record) -> str:
    """Return what the laptop is called on which it was removed last; empty where nobody knows."""
    with suppress(CircleError):  # of what does not open it cannot be told
        gone = [line for line in reader.history(record.entity, record.id) if line.field == DELETED and line.after]
        found = reader.find_one("device", gone[-1].device) if gone else None
        return str(found.get("name", "")) if found is not None else ""
    return ""
