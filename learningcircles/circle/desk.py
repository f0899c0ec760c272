"""What all verbs share: the circle, who sits at the laptop, today's date, and checking what was written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learningcircles.circle.circle import Circle
from learningcircles.circle.reader import Reader
from learningcircles.circle.removed import removed
from learningcircles.circle.topics import Topics
from learningcircles.entities.declare import Entity, Field
from learningcircles.entities.registry import entity as declared
from learningcircles.entities.validate import clean
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.zone import local_day

_ME = "person"


class Desk:
    """One circle with someone at it. `zone` is the IANA zone in which hours are written."""

    def __init__(self, circle: Circle, zone: str) -> None:
        self.circle = circle
        self.zone = zone
        self.topics = Topics(circle)

    @property
    def reader(self) -> Reader:
        """The view that sees this laptop's own writes at once."""
        return self.circle.reader

    @property
    def person(self) -> bytes | None:
        """The member who uses this laptop, as it says; what is written carries this as its author."""
        return self.circle.meta.data(_ME) or None

    def is_person(self, member: bytes) -> None:
        """Say who uses this laptop; empty where nobody is to be named."""
        with self.circle.transaction():
            self.circle.meta.put(_ME, member)

    def today(self) -> str:
        """Return today's date here, as 2026-11-20."""
        return local_day(self.circle.surroundings.now_ms(), self.zone)

    def checked(
        self, entity: Entity, fields: Mapping[str, Any], *, partial: bool, but: bytes | None = None
    ) -> dict[str, Any]:
        """Return what is stored for what was written: kinds, bounds, and that what it refers to exists.

        Topics are named as the circle names them. `but`: the record that is changed; what that refers to already may
        be gone. Raises InvalidValue or NotFound that name the field.
        """
        resolved = dict(fields)
        stands = None if but is None or not entity.references else self.reader.find_one(entity.name, but)
        for field in entity.kept:
            if field.name in fields:
                raise InvalidValue(
                    "not_settable", "{label} is kept by the program ({field}).", field=field.name, label=field.label
                )
        for field in entity.references:
            value = fields.get(field.name)
            if value not in (None, "") and (stands is None or stands[field.name] != value):
                resolved[field.name] = self._resolved(field, value)
        return self.topics.spelled(entity, clean(entity, resolved, partial=partial, zone=self.zone), but=but)

    def member(self, member: bytes, field: str) -> str:
        """Return a member's name; raises NotFound where there is none, or they were removed."""
        found = self.reader.find_one("member", member)
        if found is None:
            raise NotFound("no_member", "There is no member with the id {id} ({field}).", id=member.hex(), field=field)
        if found.deleted:
            raise removed(self.reader, found, "no_member", field)
        return str(found.get("name", ""))

    def resolve(self, entity: str, beginning: str, field: str) -> bytes:
        """Return the one id that begins so; raises InvalidValue or NotFound that name the field it was given for."""
        try:
            return self.reader.resolve(entity, beginning)
        except (InvalidValue, NotFound) as error:
            said = str(error).removesuffix(".")
            raise type(error)(error.code, "{reason} ({field}).", reason=said, field=field) from error

    def _resolved(self, field: Field, value: Any) -> Any:
        if isinstance(value, str):
            return self.resolve(field.refers_to, value, field.name)
        if isinstance(value, bytes) and self.reader.find_one(field.refers_to, value) is None:
            raise NotFound(
                "no_record",
                "There is no {kind} with the id {id} ({field}).",
                kind=declared(field.refers_to).label.lower(),
                id=value.hex(),
                field=field.name,
            )
        return value
