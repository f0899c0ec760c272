"""Rescue bundles: what a laptop wrote that no longer counts, since it was shut out, or never let in.

Every laptop keeps it; an organizer may look at it and take it in, or leave it out. What somebody has changed since
stays as it is now. What was taken in carries an action id derived from the original, and what was left out is named in
a record, so that every organizer's laptop knows. Nothing of it is ever destroyed: it can be brought back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.circle.asked_erasures import AskedErasure, asked_erasures
from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.desk import Desk
from learningcircles.circle.naming import laptop_name
from learningcircles.circle.records import Told
from learningcircles.circle.set_aside import LEFT_OUT, Keeping, Parts, Takings
from learningcircles.circle.undo import Undo, Undone, nobody, unless_changed
from learningcircles.circle.undo_together import Together
from learningcircles.clock import milliseconds, stamp_at
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError, NotAllowed, NotFound
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import DELETED, ElementsOp, EntryOp, Operation, SetOp
from learningcircles.storage import undo_stack
from learningcircles.storage.fold import writes_of
from learningcircles.storage.rescue import kept_segments
from learningcircles.storage.rows import UPKEEP
from learningcircles.storage.undo_stack import Past, PastWrite
from learningcircles.trust.members import ORGANIZER, Device, first_of, forerunners, heirs, is_out
from learningcircles.trust.roster import is_full_of_copies

_PARTS_AT_ONCE = 2_000
"""Names in one changeset: well below 192 KiB."""


class Bundle(NamedTuple):
    """One laptop's set-aside work. `actions` wait to be taken in; `records` counts what they touch, by kind.

    `sealed` segments cannot be read here; `first_ms`, `last_ms` by the laptop's own clock, None where nothing waits.
    `erasures`: whom it had erased, which does not count: to be done anew by an organizer, since it cannot be undone.
    `crowded`: it is one of so many copies of a laptop's disk that further ones would not be kept; said once a laptop.
    """

    device: bytes
    name: str
    refused: bool
    actions: int
    records: dict[str, int]
    sealed: int
    first_ms: int | None
    last_ms: int | None
    erasures: tuple[AskedErasure, ...] = ()
    crowded: bool = False


class Line(NamedTuple):
    """One value in a bundle. `newer`: somebody has changed it since, so it would not be taken in.

    `said`: what a record is called that the value names, here or in the bundle itself.
    """

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
    said: str = ""


class TakenIn(NamedTuple):
    """What was taken in: how many actions, and how many values were left since somebody changed them later.

    An action of which nothing is left is none of them. `rest`: how many were not looked at, since somebody stopped it.
    """

    changes: Changes
    actions: int
    newer: int
    rest: int = 0


class Rescue:
    """The verbs of rescue bundles."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept = Keeping(desk)
        self._undo = Undo(desk)

    def bundles(self, *, left_out: bool = False) -> list[Bundle]:
        """Return what is kept here and waits, the laptop with the latest work first; or what was left out."""
        devices = dict.fromkeys(kept.header.device for kept in kept_segments(self._desk.circle.journal))
        devices |= dict.fromkeys(row.device for row in asked_erasures(self._desk.circle, self._desk.reader))
        found = [self._bundle(device, self._kept.of(device, left_out=left_out)) for device in devices]
        waiting = [bundle for bundle in found if bundle.actions or bundle.sealed or bundle.erasures]
        waiting.sort(key=lambda bundle: bundle.last_ms or 0, reverse=True)
        return _saying_where_crowded(self._desk.circle.roster.devices, waiting)

    def look(self, device: bytes, *, left_out: bool = False) -> list[Line]:
        """Return what waits in a laptop's bundle, or was left out of it, oldest first; raises NotFound without any.

        Empty where nothing waits but to erase somebody (see `erasures`).
        """
        kept = self._kept.of(device, left_out=left_out)
        items = kept.items
        if not (items or kept.erasures):
            raise _nothing_waits(self._desk.circle, self._kept, device)
        return self._lines_of(device, items)

    def erasures(self, device: bytes, *, left_out: bool = False) -> list[AskedErasure]:
        """Return whom a laptop had erased in vain and who is still here, or is left out of that."""
        return self._kept.of(device, left_out=left_out).erasures

    def own_erasures(self) -> list[AskedErasure]:
        """Return the same of this laptop, by whatever name."""
        circle = self._desk.circle
        me = forerunners(circle.roster.devices, circle.secrets.device.id)
        return asked_erasures(circle, self._desk.reader, me)

    def own(self) -> list[Line]:
        """Return what is kept here of this laptop's own work that does not count, by whatever name, oldest first."""
        circle = self._desk.circle
        me = forerunners(circle.roster.devices, circle.secrets.device.id)
        found = [line for device in me for line in self._lines_of(device, self._kept.of(device).items)]
        return sorted(found, key=lambda line: line.at_ms)

    def own_actions(self) -> int:
        """Return how many of this laptop's own actions do not count and wait for an organizer to take them in."""
        circle = self._desk.circle
        me = forerunners(circle.roster.devices, circle.secrets.device.id)
        return len({item.action for device in me for _, item in self._kept.of(device).items})

    def has_erased(self) -> bool:
        """Return whether the circle has erased somebody: a part of their name may stand in what comes in. Whole names
        go by themselves; of parts nobody keeps what they were.
        """
        roster = self._desk.circle.roster
        waits = any(entry.read().kind == "redact" for entry in roster.proposals)
        return waits or bool(roster.state.redactions.people)

    def take_in(self, device: bytes, told: Told = nobody) -> TakenIn:
        """Write a bundle's work as this laptop's own, each action by who did it; may be undone.

        An action all of which others have changed since is left out: nobody is asked about it any more. Each action is
        written whole, so that it may be repeated where it was interrupted. `told` hears how many are in of how many,
        and may raise a CircleError to stop it: what is in stays then, and where nothing is yet it is passed on. Raises
        NotAllowed for who is no organizer, NotFound where nothing waits, Refused where nothing can be written.
        """
        circle = self._desk.circle
        _check_right(self._desk.circle)
        waiting = self._kept.of(device).items
        if not waiting:
            raise _nothing_waits(self._desk.circle, self._kept, device)
        actions: dict[bytes, list[tuple[int, Changeset]]] = {}
        for space, item in waiting:
            actions.setdefault(item.action, []).append((space, item))
        takings = Takings(circle)
        before = {action: takings.of(device, action) for action in actions}
        following = {action: _next_name(device, action, names) for action, names in before.items()}
        taken = {name for names in before.values() for name in names} | {*following.values()}
        changes, newer, stay, rest = Changes(label="Take in"), 0, set[str](), 0
        told(0, len(actions))
        Together(circle).note(device, [ids.taken_in(device, action) for action in actions])
        undone = undo_stack.pairs(circle.connection)
        for at, (action, items) in enumerate(actions.items()):
            if at and _is_stopped(told, at, len(actions)):
                rest = len(actions) - at
                break
            past = Past(circle.connection, circle.journal)
            fresh = [(space, item, *self._fresh(past, device, item, taken)) for space, item in items]
            newer += sum(left for _, _, _, left in fresh)
            done = self._take_in_again(before[action], undone) if before[action] else None
            if done is None:  # for the first time, or another organizer did, apart from who took it back
                done = self._take_in_first([*before[action], following[action]], fresh)
            if done is None:
                stay.add(action.hex())
            else:
                changes |= done
        if stay:
            changes |= self._name_left_out(device, stay, own=True)
        return TakenIn(changes, len(actions) - len(stay) - rest, newer, rest)

    def _take_in_first(
        self, names: Sequence[bytes], fresh: Sequence[tuple[int, Changeset, list[Operation], int]]
    ) -> Changes | None:
        """Write an action under the last of its names; None where others have changed all of it since."""
        ops = [op for _, _, left, _ in fresh for op in left]
        if not (ops if len(names) == 1 else [op for op in ops if not isinstance(op, EntryOp)]):
            return None
        circle, changes = self._desk.circle, Changes()
        with circle.group(fresh[0][1].label, action=names[-1]):
            for action, by in pairwise(names):
                undo_stack.add_pair(circle.connection, action, by)
            for space, item, left, _ in fresh:
                with circle.change(item.label, author=item.author) as change:
                    for op in left:
                        change.put(space, op)
                changes |= change.changes
        return changes

    def _take_in_again(self, before: Sequence[bytes], taken: dict[bytes, bytes]) -> Changes | None:
        """Take back the undo of what was taken in, whoever did it; None where others have changed all of it since."""
        circle = self._desk.circle
        with circle.group("", action=ids.undo(before[-1])):
            for action, by in pairwise(before):
                undo_stack.add_pair(circle.connection, action, by)  # it may have been another laptop that did
                taken[by] = action
            done = unless_changed(partial(self._undo.undo_action, before[-1], taken))
        return done.changes if isinstance(done, Undone) else None

    def leave_out(self, device: bytes) -> Changes:
        """Ask nobody any more about what waits in a laptop's bundle. It is kept, and may be brought back, or undone.

        Raises NotAllowed for who is no organizer, NotFound where nothing waits.
        """
        _check_right(self._desk.circle)
        waiting = self._kept.of(device)
        if not waiting.names:
            raise _nothing_waits(self._desk.circle, self._kept, device)
        with self._desk.circle.group("Leave out"):
            return self._name_left_out(device, waiting.names)

    def _name_left_out(self, device: bytes, parts: Set[str], *, own: bool = False) -> Changes:
        """Note for everybody what is asked about no more. `own`: no undo takes that back."""
        circle, known = self._desk.circle, self._kept.left_out(device)
        name = laptop_name(circle, device) or device.hex()[:8]
        names = sorted(parts)
        changes = Changes(label="Leave out")
        for begin in range(0, len(names), _PARTS_AT_ONCE):
            with circle.change("Leave out", author=self._desk.person, own=own) as change:
                change.set(LEFT_OUT, device, {"name": name, "parts": names[begin : begin + _PARTS_AT_ONCE]})
                if known is not None and known.deleted and not begin:
                    change.drop(LEFT_OUT, device, "parts", set(known.get("parts", [])) - set(names))
                    change.restore(LEFT_OUT, device)
            changes |= change.changes
        return changes

    def bring_back(self, device: bytes) -> Changes:
        """Offer again what was left out of a laptop's work. Raises NotAllowed, or NotFound where nothing was."""
        _check_right(self._desk.circle)
        if not self._kept.of(device, left_out=True).names:
            raise NotFound("not_left_out", "Nothing that this laptop wrote was left out.")
        with self._desk.circle.change("Bring back", author=self._desk.person) as change:
            change.delete(LEFT_OUT, device)
        return change.changes

    # --- what waits

    def _bundle(self, device: bytes, parts: Parts) -> Bundle:
        items = [item for _, item in parts.items]
        touched = {(op.entity, op.id) for item in items for op in item.ops if not isinstance(op, EntryOp)}
        records: dict[str, int] = {}
        for entity, _ in sorted(touched):
            records[entity] = records.get(entity, 0) + 1
        times = [*(milliseconds(item.tick) for item in items), *(row.at_ms for row in parts.erasures)]
        known = self._desk.circle.roster.devices.get(device)
        refused = known is not None and known.provisional
        actions = len({item.action for item in items})
        return Bundle(
            device, laptop_name(self._desk.circle, device), refused, actions, records, len(parts.sealed),
            min(times, default=None), max(times, default=None), tuple(parts.erasures),
        )  # fmt: skip

    # --- what stands

    def _lines_of(self, device: bytes, items: Sequence[tuple[int, Changeset]]) -> list[Line]:
        past = Past(self._desk.circle.connection, self._desk.circle.journal)
        ops = [(item, op) for _, item in items for op in item.ops if not isinstance(op, EntryOp)]
        titles = {(op.entity, op.id): title for _, op in ops if (title := _title_in(op))}
        takings = Takings(self._desk.circle)
        taken = {name for item, _ in ops for name in takings.of(device, item.action)}
        lines = [line for item, op in ops for line in self._lines(past, device, item, op, taken)]
        lines = [
            line._replace(title=line.title or titles.get((line.entity, line.record), ""), said=self._said(line, titles))
            for line in lines
        ]
        return sorted(lines, key=lambda line: line.at_ms)

    def _said(self, line: Line, titles: Mapping[tuple[str, bytes], str]) -> str:
        """Return what the record is called that a value names; empty where it names none, or nobody knows."""
        kind = ENTITIES.get(line.entity)
        field = kind.field(line.field) if kind else None
        if field is None or field.refers_to not in ENTITIES or not isinstance(line.value, bytes):
            return ""
        return self._title(field.refers_to, line.value) or titles.get((field.refers_to, line.value), "")

    def _lines(
        self, past: Past, device: bytes, item: Changeset, op: SetOp | ElementsOp, taken: Set[bytes]
    ) -> list[Line]:
        title = self._title(op.entity, op.id) if op.entity in ENTITIES else ""
        writes = past.writes(op.entity, op.id)
        return [
            Line(
                milliseconds(item.tick), item.author, item.label, op.entity, op.id, title or _title_in(op), name, value,
                writes[name][-1].value if name in writes else None, _newer(writes, name, stamp, device, taken),
            )
            for name, value, stamp in _told(op, item.tick)
        ]  # fmt: skip

    def _title(self, entity: str, id_: bytes) -> str:
        record = self._desk.reader.find_one(entity, id_)
        title = record.get(ENTITIES[entity].title, "") if record else ""
        return title if isinstance(title, str) else ""

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
            left += len(stale - UPKEEP)  # nobody has changed what laptops write by themselves
            kept = _without(op, stale)
            found += [kept] if kept is not None else []
        return found, left


def _is_stopped(told: Told, done: int, whole: int) -> bool:
    try:
        told(done, whole)
    except CircleError:
        return True
    return False


def _check_right(circle: Circle) -> None:
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_rescue", "Only an organizer's laptop may take in what was set aside.")


def _next_name(device: bytes, action: bytes, before: Sequence[bytes]) -> bytes:
    """Return the name under which an action is taken in next, after those that took it in and back."""
    return ids.undo(before[-1]) if before else ids.taken_in(device, action)


def _newer(
    writes: Mapping[str, Sequence[PastWrite]], name: str, stamp: int, device: bytes, taken: Set[bytes] = frozenset()
) -> bool:
    """Return whether a register was written later, other than by taking actions of the same laptop in, or by undoing
    that."""
    others = [write for write in writes.get(name, ()) if write.action not in taken]
    return bool(others) and others[-1].order[:2] > (stamp, device)


def _without(op: SetOp | ElementsOp, stale: set[str]) -> Operation | None:
    """Return a step without some of its registers and without old stamps; None where nothing is left."""
    if isinstance(op, SetOp):
        fields = {name: value for name, value in op.fields.items() if name not in stale}
        return op._replace(fields=fields, own={}) if fields else None
    elements = [element for element in op.elements if f"{op.field}/{element}" not in stale]
    return op._replace(elements=elements, own={}) if elements else None


def _told(op: SetOp | ElementsOp, tick: int) -> list[tuple[str, Any, int]]:
    """Return the writes to tell of: that a record is there comes with whatever is noted of it, and tells nothing."""
    writes = list(writes_of(op, tick))
    return [each for each in writes if each[:2] != (DELETED, False) or len(writes) == 1]


def _title_in(op: SetOp | ElementsOp) -> str:
    kind = ENTITIES.get(op.entity)
    value = op.fields.get(kind.title) if kind is not None and isinstance(op, SetOp) else None
    return value if isinstance(value, str) else ""


def _nothing_waits(circle: Circle, kept: Keeping, device: bytes) -> NotFound:
    later = next((each.id for each in heirs(circle.roster.devices, device) if kept.of(each.id).items), None)
    if later is None:
        return NotFound("no_rescue", "Nothing of this laptop waits to be taken in.")
    return NotFound(
        "rescue_of_heir", "What waits was written as {name}: this laptop went on as that one.",
        name=laptop_name(circle, later),
    )  # fmt: skip


class Swept(NamedTuple):
    """How many actions from before a moment ceased to count with what came after it, and when the first was done.

    `first_ms` by its laptop's own clock, in ms since 1970.
    """

    actions: int
    first_ms: int


def swept(circle: Circle, device: bytes, moment_ms: int) -> Swept | None:
    """Return what a laptop, or what went on from it, wrote before a moment (ms since 1970) and is set aside for what
    was shared with it at once: a segment counts as a whole or not at all. None where nothing is.
    """
    limit = stamp_at(moment_ms)
    makers = {device, *(each.id for each in heirs(circle.roster.devices, device))}
    cut = (kept for maker in makers for kept in kept_segments(circle.journal, maker) if kept.header.stamp > limit)
    items = [item for kept in cut for item in kept.changesets or () if item.tick <= limit]
    first = min((milliseconds(item.tick) for item in items), default=0)
    return Swept(len({item.action for item in items}), first) if items else None


def _saying_where_crowded(devices: Mapping[bytes, Device], bundles: Sequence[Bundle]) -> list[Bundle]:
    first = {first_of(devices, each.device): each.device for each in reversed(bundles)}
    told = {device for device in first.values() if is_out(devices, device) and is_full_of_copies(devices, device)}
    return [each._replace(crowded=each.device in told) for each in bundles]


def total(bundles: Sequence[Bundle]) -> int:
    """Return how many actions wait in all."""
    return sum(bundle.actions for bundle in bundles)
