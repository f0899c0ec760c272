"""Rescue bundles: what a laptop wrote that no longer counts, since it was shut out, or never let in.

Every laptop keeps it; an organizer may look at it and take it in. What somebody has changed since stays as it is
now. What was taken in carries an action id derived from the original, so that every organizer's laptop knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.circle.changes import Changes
from learningcircles.circle.desk import Desk
from learningcircles.circle.naming import laptop_name
from learningcircles.clock import milliseconds
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import NotAllowed, NotFound
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp
from learningcircles.storage.fold import writes_of
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.undo_stack import Past, PastWrite
from learningcircles.trust.members import ORGANIZER

_CATALOGUE = 2
_NOT_TAKEN = ("device",)
"""What concerns the laptop itself, and is of no use without it."""


class Bundle(NamedTuple):
    """One laptop's set-aside work. `actions` wait to be taken in; `records` counts what they touch, by kind.

    `sealed` segments cannot be read here; `first_ms`, `last_ms` by the laptop's own clock, None where nothing waits.
    """

    device: bytes
    name: str
    refused: bool
    actions: int
    records: dict[str, int]
    sealed: int
    first_ms: int | None
    last_ms: int | None


class Line(NamedTuple):
    """One value in a bundle. `newer`: somebody has changed it since, so it would not be taken in."""

    at_ms: int
    author: bytes | None
    label: str
    entity: str
    record: bytes
    title: str
    field: str
    value: Any
    now: Any
    newer: bool


class TakenIn(NamedTuple):
    """What was taken in: how many actions, and how many values were left since somebody changed them later."""

    changes: Changes
    actions: int
    newer: int


class Rescue:
    """The verbs of rescue bundles."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def bundles(self) -> list[Bundle]:
        """Return what is kept here, the laptop with the latest work first; those with nothing left are left out."""
        devices = dict.fromkeys(kept.header.device for kept in kept_segments(self._desk.circle.journal))
        found = [self._bundle(device) for device in devices]
        waiting = [bundle for bundle in found if bundle.actions or bundle.sealed]
        return sorted(waiting, key=lambda bundle: bundle.last_ms or 0, reverse=True)

    def look(self, device: bytes) -> list[Line]:
        """Return what waits in a laptop's bundle, oldest first; raises NotFound where there is nothing."""
        past = Past(self._desk.circle.connection, self._desk.circle.journal)
        lines: list[Line] = []
        for _, item in self._waiting(device):
            for op in item.ops:
                if not isinstance(op, EntryOp):
                    lines += self._lines(past, device, item, op)
        return sorted(lines, key=lambda line: line.at_ms)

    def take_in(self, device: bytes) -> TakenIn:
        """Write a bundle's work as this laptop's own, each action by who did it; may be undone.

        Each action is written whole, so that it may be repeated where it was interrupted. Raises NotAllowed for who
        is no organizer, NotFound where nothing waits.
        """
        circle = self._desk.circle
        if circle.right != ORGANIZER:
            raise NotAllowed("organizers_rescue", "Only an organizer's laptop may take in what was set aside.")
        actions: dict[bytes, list[tuple[int, Changeset]]] = {}
        for space, item in self._waiting(device):
            actions.setdefault(item.action, []).append((space, item))
        taken = {_taken_name(device, action) for action in actions}
        changes, newer = Changes(label="Take in"), 0
        for action, items in actions.items():
            past = Past(circle.connection, circle.journal)
            with circle.group(items[0][1].label, action=_taken_name(device, action)):
                for space, item in items:
                    ops, left = self._fresh(past, device, item, taken)
                    newer += left
                    with circle.change(item.label, author=item.author) as change:
                        for op in ops:
                            change.put(space, op)
                    changes |= change.changes
        return TakenIn(changes, len(actions), newer)

    # --- what waits

    def _waiting(self, device: bytes) -> list[tuple[int, Changeset]]:
        """Return (space, changeset) of what was not taken in yet, in the order in which it was written."""
        journal = self._desk.circle.journal
        found: list[tuple[int, Changeset]] = []
        for kept in kept_segments(journal, device):
            for item in kept.changesets or ():
                useful = [op for op in item.ops if isinstance(op, EntryOp) or op.entity not in _NOT_TAKEN]
                if (
                    kept.header.space != _CATALOGUE
                    and useful
                    and not journal.of_action(_taken_name(device, item.action))
                ):
                    found.append((kept.header.space, item._replace(ops=tuple(useful))))
        if not found:
            raise NotFound("no_rescue", "Nothing of this laptop waits to be taken in.")
        return sorted(found, key=lambda pair: pair[1].tick)

    def _bundle(self, device: bytes) -> Bundle:
        sealed = sum(kept.changesets is None for kept in kept_segments(self._desk.circle.journal, device))
        try:
            items = [item for _, item in self._waiting(device)]
        except NotFound:
            items = []
        touched = {(op.entity, op.id) for item in items for op in item.ops if not isinstance(op, EntryOp)}
        records: dict[str, int] = {}
        for entity, _ in sorted(touched):
            records[entity] = records.get(entity, 0) + 1
        times = [milliseconds(item.tick) for item in items]
        known = self._desk.circle.roster.devices.get(device)
        refused = known is not None and known.provisional
        actions = len({item.action for item in items})
        return Bundle(
            device, laptop_name(self._desk.circle, device), refused, actions, records, sealed,
            min(times, default=None), max(times, default=None),
        )  # fmt: skip

    # --- what stands

    def _lines(self, past: Past, device: bytes, item: Changeset, op: SetOp | ElementsOp) -> list[Line]:
        record = self._desk.reader.find_one(op.entity, op.id) if op.entity in ENTITIES else None
        title = str(record.get(ENTITIES[op.entity].title, "")) if record else ""
        writes = past.writes(op.entity, op.id)
        return [
            Line(
                milliseconds(item.tick), item.author, item.label, op.entity, op.id, title or _title_in(op), name, value,
                writes[name][-1].value if name in writes else None, _newer(writes, name, stamp, device),
            )
            for name, value, stamp in writes_of(op, item.tick)
        ]  # fmt: skip

    def _fresh(self, past: Past, device: bytes, item: Changeset, taken: Set[bytes]) -> tuple[list[Operation], int]:
        """Return an action's steps without what was changed since, and how many values those are."""
        found: list[Operation] = []
        left = 0
        for op in item.ops:
            if isinstance(op, EntryOp):
                found.append(op)
                continue
            writes = past.writes(op.entity, op.id)
            stale = {name for name, _, stamp in writes_of(op, item.tick) if _newer(writes, name, stamp, device, taken)}
            left += len(stale)
            kept = _without(op, stale)
            found += [kept] if kept is not None else []
        return found, left


def _newer(
    writes: Mapping[str, Sequence[PastWrite]], name: str, stamp: int, device: bytes, taken: Set[bytes] = frozenset()
) -> bool:
    """Return whether a register was written later, other than by taking in an earlier action of the same laptop."""
    others = [write for write in writes.get(name, ()) if write.action not in taken]
    return bool(others) and others[-1].order[:2] > (stamp, device)


def _without(op: SetOp | ElementsOp, stale: set[str]) -> Operation | None:
    """Return a step without some of its registers and without old stamps; None where nothing is left."""
    if isinstance(op, SetOp):
        fields = {name: value for name, value in op.fields.items() if name not in stale}
        return op._replace(fields=fields, own={}) if fields else None
    elements = [element for element in op.elements if f"{op.field}/{element}" not in stale]
    return op._replace(elements=elements, own={}) if elements else None


def _title_in(op: SetOp | ElementsOp) -> str:
    kind = ENTITIES.get(op.entity)
    value = op.fields.get(kind.title) if kind is not None and isinstance(op, SetOp) else None
    return value if isinstance(value, str) else ""


def _taken_name(device: bytes, action: bytes) -> bytes:
    return ids.derived("rescue", device, action)


def total(bundles: Sequence[Bundle]) -> int:
    """Return how many actions wait in all."""
    return sum(bundle.actions for bundle in bundles)
