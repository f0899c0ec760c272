"""One action in the making: its operations gather here, and become one changeset per space."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from learningcircles.circle.changes import Changes
from learningcircles.entities.declare import Entity
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
        self.unseen: set[tuple[str, bytes]] = set()
        """Records that are written, of which `changes` says nothing."""
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
        for part in _narrow(plain):
            self.put(kind.space, SetOp(kind.name, id_, part, {}))
        for name, elements in lists.items():
            self._elements(True, kind, id_, name, elements)

    def add(self, entity: str, id_: bytes, field: str, elements: Iterable[str]) -> None:
        """Add elements to a set field."""
        self._elements(True, declared(entity), id_, field, elements)

    def drop(self, entity: str, id_: bytes, field: str, elements: Iterable[str]) -> None:
        """Take elements out of a set field."""
        self._elements(False, declared(entity), id_, field, elements)

    def delete(self, entity: str, id_: bytes) -> None:
        """Remove a record; it can be restored."""
        self.set(entity, id_, {DELETED: True})

    def restore(self, entity: str, id_: bytes) -> None:
        """Bring a removed record back."""
        self.set(entity, id_, {DELETED: False})

    def note(self, entity: str, id_: bytes, fields: Mapping[str, Any]) -> None:
        """Set fields of a record whose id is derived, and bring it back where it was removed.

        Another laptop may have written and removed it, of which this one knows nothing: the later word is to hold.
        """
        self.set(entity, id_, {**fields, DELETED: False})

    def entry(self, op: EntryOp) -> None:
        """Move minutes between accounts."""
        self.put(space_of("swap"), op)

    def put(self, space: int, op: Operation) -> None:
        """Take an operation as it stands, of a kind that this version may not know."""
        self._ops.setdefault(int(space), []).append(op)

    def taken(self) -> list[tuple[int, list[Operation]]]:
        """Return the operations by space."""
        return sorted(self._ops.items())

    def _elements(self, adds: bool, kind: Entity, id_: bytes, field: str, elements: Iterable[str]) -> None:
        items = sorted(set(elements))
        for begin in range(0, len(items), _WIDEST):
            self.put(kind.space, ElementsOp(adds, kind.name, id_, field, items[begin : begin + _WIDEST], {}))


def _narrow(fields: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield fields in as many parts as the cap on one operation asks for."""
    if 0 < len(fields) <= _WIDEST:
        yield fields
        return
    items = list(fields.items())
    for begin in range(0, len(items), _WIDEST):
        yield dict(items[begin : begin + _WIDEST])
