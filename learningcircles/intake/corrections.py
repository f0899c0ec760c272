"""What a list says otherwise of somebody who is here: an export that was corrected in a spreadsheet, and comes back.

Who is meant is told by the member number, which an export holds, together with name, e-mail or telephone: in a list
of another circle the number is somebody else's. An empty cell says nothing: it takes nothing away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.errors import InvalidValue
from learningcircles.intake.duplicates import share_something
from learningcircles.intake.export import cells
from learningcircles.intake.people import People
from learningcircles.intake.rows import Problem

NUMBER = "number"
"""The column of member numbers: whoever is here is known by it; nobody gets theirs from a list."""
_ELSEWHERE = "status"
"""A status follows from another in the program, with what comes with it, and from no list."""


class Corrections:
    """Finds whoever a row means, and what it says otherwise. `zone`: in which times are told."""

    def __init__(self, reader: Reader, entity: Entity, people: People, zone: str) -> None:
        self._reader, self._entity, self._people, self._zone = reader, entity, people, zone
        self._ids: dict[str, bytes] | None = None

    def find(self, number: str, fields: Mapping[str, Any]) -> tuple[bytes, dict[str, Any], list[Problem]] | None:
        """Return who has this number, what is other in `fields`, and what of it no list can change; None for nobody."""
        id_ = self._known().get(number.strip()) if number else None
        record = self._reader.find_one(self._entity.name, id_) if id_ is not None else None
        if record is None or not share_something(record.fields, fields):
            return None
        told, shown = replace(record, fields={**record.fields, **fields}), record
        after, before = cells(self._reader, self._entity, [told, shown], self._zone, self._people)
        other = {
            field.name: fields[field.name]
            for field, new, old in zip(self._entity.fields, after, before, strict=True)
            if field.name in fields and new not in ("", old)
        }
        problems = [Problem(_ELSEWHERE, _kept_here())] if other.pop(_ELSEWHERE, None) is not None else []
        return record.id, other, problems

    def _known(self) -> dict[str, bytes]:
        if self._ids is None:
            records = chain.from_iterable(self._reader.pages(self._entity.name))
            self._ids = {str(record[NUMBER]): record.id for record in records if record[NUMBER]}
        return self._ids


def _kept_here() -> InvalidValue:
    return InvalidValue("status_here", "A status is changed in the program, not by a list ({field}).", field=_ELSEWHERE)
