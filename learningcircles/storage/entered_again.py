"""What the lists of a damaged file show and the journal does not say any more, as changes that this laptop makes again.

They keep the stamps that they had, so that nothing newer is overwritten, and what comes back from elsewhere all the
same is the same register or settlement. State hashes are what they were, too, where this laptop had written it under
its present identity: they name who wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from typing import Any, NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES, space_of
from learningcircles.ids import derived
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.operations import ElementsOp, EntryOp, Operation, SetOp
from learningcircles.storage.fold import wire_name
from learningcircles.storage.rows import Mark
from learningcircles.storage.still_shown import Name, Origin, Shown
from learningcircles.storage.writer import in_portions

ENTERED_DEEDS = ("Enter again after damage",)
"""What such a change is called."""
_WIDEST = 64
Ours = Callable[[int, bytes, int], bool]
"""Is asked whether what stands in a space, of a device (nothing where nobody knows it) and a seq, is entered again."""


class Again(NamedTuple):
    """A changeset that is made again; `names`: the records that it is about."""

    space: int
    changeset: Changeset
    names: frozenset[Name]


class Missing(NamedTuple):
    """How many records of a kind could not be read, of how many."""

    entity: str
    gone: int
    of: int


def lacking(shown: Shown, now: Shown, ours: Ours, saw: Mapping[int, dict[bytes, int]]) -> list[Again]:
    """Return what is shown and was not written by what is here `now`, oldest first.

    `saw`: by space, what a change has seen of which nobody knows that any more.
    """
    groups: dict[tuple[int, Mark], dict[Name, dict[str, Any]]] = {}
    for name, row in shown.rows.items():
        space = _space(name)
        held = now.rows.get(name)
        for register, mark in row.marks.items():
            newest = held.marks.get(register) if held is not None else None
            if not _is_here(shown, mark, now, newest) and ours(space, shown.devices.get(mark[1], b""), mark[2]):
                groups.setdefault((space, mark), {}).setdefault(name, {})[register] = row.values[register]
    entries: dict[tuple[int, Mark], list[EntryOp]] = {}
    for (space, id_), (op, mark) in shown.settlements.items():
        first = now.settlements.get((space, id_))
        here = first is not None and _order(now, first.mark) <= _order(shown, mark)
        if not here and ours(space, shown.devices.get(mark[1], b""), mark[2]):
            entries.setdefault((space, mark), []).append(op)
    found: list[Again] = []
    for space, mark in sorted(groups.keys() | entries.keys(), key=lambda each: (each[1], each[0])):
        records = groups.get((space, mark), {})
        ops = [op for name, values in records.items() for op in _ops(name, values)]
        origin = _origin(shown, space, mark) or Origin(b"", saw.get(space, {}))
        found += _changesets(space, mark, [*ops, *entries.get((space, mark), [])], origin, frozenset(records))
    return found


def missing_of(shown: Shown, there: Set[Name]) -> list[Missing]:
    """Return how many records of which kinds that there were are not `there` any more."""
    found: list[Missing] = []
    for kind, entity in ENTITIES.items():
        names = {name for name in shown.names if name[0] == kind}
        gone = len(names - there) + shown.nameless.get(kind, 0)
        if gone and entity.listed:
            found.append(Missing(kind, gone, len(names) + shown.nameless.get(kind, 0)))
    return found


def untold(shown: Shown, now: Shown, ours: Ours) -> int:
    """Return how many changes there were that are not here `now`, and that the lists do not tell either."""
    here = {(space, mark[0], origin.action) for (space, mark), origin in now.origins.items()}
    gone = [
        (space, mark)
        for (space, mark), origin in shown.origins.items()
        if (space, mark[0], origin.action) not in here and ours(space, shown.devices.get(mark[1], b""), mark[2])
    ]
    unread = sum(each in shown.unread for each in gone)
    moved = shown.untold - {id_ for _, id_ in now.settlements}
    return unread + min(len(moved), len(gone) - unread)


def _space(name: Name) -> int:
    entity, space = wire_name(name[0])
    return int(space_of(entity)) if space is None else space


def _order(shown: Shown, mark: Mark) -> tuple[int, bytes]:
    return mark[0], shown.devices.get(mark[1], b"")


def _is_here(shown: Shown, mark: Mark, now: Shown, newest: Mark | None) -> bool:
    return newest is not None and _order(now, newest) >= _order(shown, mark)


def _origin(shown: Shown, space: int, mark: Mark) -> Origin | None:
    return shown.origins.get((space, mark))


def _changesets(
    space: int, mark: Mark, ops: list[Operation], origin: Origin, names: frozenset[Name]
) -> Iterator[Again]:
    for number, portion in enumerate(in_portions(ops)):
        known = origin.action if not number else b""
        action = known or derived("again", space, *mark, number)
        label = ENTERED_DEEDS[0] if space != Space.CATALOGUE else ""
        saw = origin.saw if space != Space.CATALOGUE else {}
        yield Again(space, Changeset(mark[0], None, action, label, saw, tuple(portion.ops)), names)


def _ops(name: Name, values: Mapping[str, Any]) -> Iterator[Operation]:
    """Yield what writes these registers of a record."""
    entity, (_, id_) = wire_name(name[0])[0], name
    plain = {register: value for register, value in values.items() if "/" not in register}
    for part in _parts(plain):
        yield SetOp(entity, id_, {register: plain[register] for register in part}, {})
    elements: dict[tuple[str, bool], list[str]] = {}
    for register, value in values.items():
        field, mark, element = register.partition("/")
        if mark:
            elements.setdefault((field, value is True), []).append(element)
    for (field, adds), those in sorted(elements.items()):
        for part in _parts(sorted(those)):
            yield ElementsOp(adds, entity, id_, field, part, {})


def _parts(names: Iterable[str]) -> Iterator[list[str]]:
    whole = list(names)
    for begin in range(0, len(whole), _WIDEST):
        yield whole[begin : begin + _WIDEST]
