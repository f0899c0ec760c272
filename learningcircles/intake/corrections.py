"""What a list says otherwise of somebody who is here: an export that was corrected in a spreadsheet, and comes back.

Who is meant is told by the member number, which an export holds, together with name, e-mail or telephone: in a list
of another circle the number is somebody else's. An empty cell says nothing: it takes nothing away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.errors import InvalidValue
from learningcircles.intake.as_days import numbers_meant
from learningcircles.intake.duplicates import share_something
from learningcircles.intake.export import cells
from learningcircles.intake.mapping import BALANCE
from learningcircles.intake.people import People
from learningcircles.intake.rows import Problem

NUMBER = "number"
"""The column of member numbers: whoever is here is known by it; nobody gets theirs from a list."""
_STATUS = "status"
"""A status follows from another in the program, with what comes with it, and from no list."""


class Said(NamedTuple):
    """Who a row means, what it says otherwise of them, and what of it no list can change.

    `changes` is None for somebody who is shown as another one since: what was said of each is kept apart. `notes`:
    what stands in theirs.
    """

    member: bytes
    changes: dict[str, Any] | None
    problems: list[Problem]
    notes: str = ""


class Corrections:
    """Finds whoever a row means, and what it says otherwise. `zone`: in which times are told."""

    def __init__(self, reader: Reader, entity: Entity, people: People, zone: str) -> None:
        self._reader, self._entity, self._people, self._zone = reader, entity, people, zone
        self._ids: dict[str, bytes] | None = None
        self._met: dict[bytes, int] = {}

    def find(self, row: int, number: str, fields: Mapping[str, Any], *, opening: int = 0) -> Said | None:
        """Return what this row of a list says of whoever has this number; None where that is nobody it may mean."""
        record = self._meant(number, fields) if number else None
        if record is None:
            return None
        if (shown := self._reader.shown_as(record.id)) != record.id:
            return Said(shown, None, [])
        other = self._other(record, fields)
        problems = [_kept_here(_STATUS)] if other.pop(_STATUS, None) is not None else []
        problems += [_kept_here(BALANCE)] if opening else []
        before = self._met.setdefault(record.id, row)
        twice = [_said_twice(before)] if before != row and other else []
        return Said(record.id, other, [*problems, *twice], str(record.get("notes") or ""))

    def _meant(self, number: str, fields: Mapping[str, Any]) -> Record | None:
        ids = filter(None, map(self._known().get, numbers_meant(number)))
        records = (self._reader.find_one(self._entity.name, id_) for id_ in ids)
        return next((each for each in records if each is not None and share_something(each.fields, fields)), None)

    def _other(self, record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return the fields that would stand otherwise in an export; of an address only the parts that were told."""
        told = {name: _with_rest(record[name], value) for name, value in fields.items()}
        both = [replace(record, fields={**record.fields, **told}), record]
        after, before = cells(self._reader, self._entity, both, self._zone, self._people)
        fields_in_order = zip(self._entity.fields, after, before, strict=True)
        return {
            each.name: told[each.name]
            for each, new, old in fields_in_order
            if each.name in told and new not in ("", old)
        }

    def _known(self) -> dict[str, bytes]:
        if self._ids is None:
            linked = {link[side] for link in self._reader.list("member_link") for side in ("one", "other")}
            records = chain(self._reader.many("member", list(linked)), *self._reader.pages(self._entity.name))
            self._ids = {str(record[NUMBER]): record.id for record in records if record[NUMBER]}
        return self._ids


def _with_rest(stood: Any, told: Any) -> Any:
    parts = isinstance(stood, Mapping) and isinstance(told, Mapping) and "text" not in told
    return {**stood, **told} if parts else told


def _said_twice(row: int) -> Problem:
    error = InvalidValue(
        "said_twice", "Row {row} says something of the same person as well. Leave one of them in the list ({field}).",
        row=row, field=NUMBER,
    )  # fmt: skip
    return Problem(NUMBER, error, "", True)


def _kept_here(field: str) -> Problem:
    error = InvalidValue(
        "kept_here", "Status and balance of who is here are changed in the program, not by a list ({field}).",
        field=field,
    )  # fmt: skip
    return Problem(field, error)
