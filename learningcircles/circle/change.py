"""One action in the making: its operations gather here, and become one changeset per space."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from learningcircles.circle.changes import Changes
from learningcircles.entities.registry import entity as declared
from learningcircles.entities.registry import space_of
from learningcircles.journal.operations import DELETED, ElementsOp, EntryOp, Operation, SetOp
from learningcircles.surroundings import Surroundings

_WIDEST = 64


class Change:
    """Gathers operations. `changes` is set when the action has been written."""

    def __init__(self, label: str, action: bytes, author: bytes | None, surroundings: Surroundings) -> None:
        self.label = label
        self.action = action
        self.author = author
        self.changes = Changes(action=action, label=label)
        self._surroundings = surroundings
        self._ops: dict[int, list[Operation]] = {}

    def new_id(self) -> bytes:
        """Return a fresh record id."""
        return self._surroundings.random(16)

    def set(self, entity: str, id_: bytes, fields: Mapping[str, Any]) -> None:
        """Set fields of a record; a set field's value is a list, and each of its elements is added."""
        kind = declared(entity)
        plain: dict[str, Any] = {}
        lists: dict[str, Any] = {}
        for name, value in fields.items():
            field = kind.field(name)
            (lists if field is not None and field.many else plain)[name] = value
        items = list(plain.items())
        for begin in range(0, len(items), _WIDEST):
            self._op(kind.name, SetOp(kind.name, id_, dict(items[begin : begin + _WIDEST]), {}))
        for name, elements in lists.items():
            self.add(kind.name, id_, name, elements)

    def add(self, entity: str, id_: bytes, field: str, elements: Iterable[str]) -> None:
        """Add elements to a set field."""
        self._elements(True, entity, id_, field, elements)

    def drop(self, entity: str, id_: bytes, field: str, elements: Iterable[str]) -> None:
        """Take elements out of a set field."""
        self._elements(False, entity, id_, field, elements)

    def delete(self, entity: str, id_: bytes) -> None:
        """Remove a record; it can be restored."""
        self.set(entity, id_, {DELETED: True})

    def restore(self, entity: str, id_: bytes) -> None:
        """Bring a removed record back."""
        self.set(entity, id_, {DELETED: False})

    def entry(self, op: EntryOp) -> None:
        """Move minutes between accounts."""
        self._op("swap", op)

    def put(self, space: int, op: Operation) -> None:
        """Take an operation as it stands, of a kind that this version may not know."""
        self._ops.setdefault(space, []).append(op)

    def taken(self) -> list[tuple[int, list[Operation]]]:
        """Return the operations by space."""
        return sorted(self._ops.items())

    def _elements(self, adds: bool, entity: str, id_: bytes, field: str, elements: Iterable[str]) -> None:
        name = declared(entity).name
        items = sorted(set(elements))
        for begin in range(0, len(items), _WIDEST):
            self._op(name, ElementsOp(adds, name, id_, field, items[begin : begin + _WIDEST], {}))

    def _op(self, entity: str, op: Operation) -> None:
        self.put(int(space_of(entity)), op)
