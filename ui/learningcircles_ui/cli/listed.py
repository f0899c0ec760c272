"""The line that a list has for each record, where people read it: its title, and whom and what it names."""

from __future__ import annotations

from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles_ui.cli.output import cell, counted
from learningcircles_ui.cli.wording import Wording


class Listed:
    """Writes the lines of one kind of record."""

    def __init__(self, reader: Reader, kind: Entity) -> None:
        self._reader, self._kind = reader, kind
        self._words = Wording(reader)
        self._known: dict[bytes, str] = {}
        self.columns = ("id", kind.title, *(each.name for each in kind.references))

    def row(self, record: Record) -> dict[str, Any]:
        """Return a record's id and title, and in words what it refers to, by its columns."""
        named = {each.name: self._named(each.name, record.get(each.name)) for each in self._kind.references}
        if "person" in named and not record.get("person"):
            named["person"] = _without_record(record)
        return {"id": record.id, self._kind.title: record.get(self._kind.title), **named}

    def _named(self, field: str, id_: bytes | None) -> str | None:
        if id_ is None:
            return None
        if id_ not in self._known:  # an evening has many guests, and an exchange two of the same few
            meetup = self._reader.find_one("meetup", id_) if field == "meetup" else None
            start = f", {cell(meetup['start'])}" if meetup is not None else ""  # many have the same title
            self._known[id_] = self._words.value(self._kind.name, field, id_) + start
        return self._known[id_]


def _without_record(record: Record) -> str | None:
    """Return a guest's first name, or how many people without one a record counts."""
    count = record.get("headcount")
    return record.get("name") or (counted(count, "person", "people") + " without a name" if count is not None else None)
