"""Writing down what somebody learned: at school, in a course, or in passing."""

from __future__ import annotations

from typing import Any

from learningcircles.circle.changes import Changes
from learningcircles.circle.desk import Desk
from learningcircles.entities.learning import INFORMAL, LEARNING

TOLD = ("place", "with_whom", "notes")
"""Fields that may tell who it was: an anonymised member's records lose them."""


class Learning:
    """The verbs of learning records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(
        self,
        member: bytes,
        topic: str,
        *,
        kind: str = INFORMAL,
        on: str | None = None,
        minutes: int | None = None,
        author: bytes | None = None,
        **fields: Any,
    ) -> tuple[bytes, Changes]:
        """Note that a member learned something, by default informally and today. Returns the record's id.

        `kind` is formal, non_formal or informal; `minutes` 1 to 1,000,000, or None where nobody counted. Raises
        InvalidValue or NotFound that name the field.
        """
        name = self._desk.member(member, "member")
        wanted = {"member": member, "topic": topic, "kind": kind, "on": on or self._desk.today(), "minutes": minutes}
        cleaned = self._desk.checked(LEARNING, {**wanted, **fields}, partial=False)
        stored = {field: value for field, value in cleaned.items() if value is not None}
        label = f"Learned {stored['topic']}, {name}"
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            id_ = change.new_id()
            change.set(LEARNING.name, id_, stored)
        return id_, change.changes
