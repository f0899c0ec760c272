"""Doing what a preview shows: one action, one local transaction, all or nothing, undone as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity as entity_named
from learningcircles.errors import Usage
from learningcircles.intake.repeats import in_words, says_all
from learningcircles.intake.rows import Here, Preview, Problem, Row, State, Told, unsaid
from learningcircles.phrase import Phrase

_AT_ONCE = 200
LEFT_OVER = "{field}: {cell}"
"""What a cell said that no field could hold, after the label of its field."""


class Imported(NamedTuple):
    """How an import ended. `left_out` holds the row numbers that were not taken, `balances` who brought hours along."""

    added: list[bytes]
    left_out: list[int]
    changes: Changes
    balances: int = 0
    changed: Sequence[bytes] = ()
    """Who was here, and of whom something was taken over."""


def import_preview(
    verbs: Verbs, preview: Preview, *, take: str = "good", also: Collection[int] = (), less: Collection[int] = (),
    told: Told | None = None, say: Callable[[Phrase], str] = str,
) -> Imported:  # fmt: skip
    """Import the rows of a preview. `take`: "good" rows only, or "all" that can become a record.

    `also` names further rows to take although they look like duplicates or have problems. Of a row that surely is
    somebody who is here (`Row.here`) what it says anew is taken over, and of those that `less` names, taken or not,
    what they no longer say is taken away. What a cell of such a row said and no field could hold is kept in its notes,
    a rule of repeating as `say` words it. A balance is settled with the circle's pot. Raises Refused when a row cannot
    be written; then nothing is. `told` hears (rows written, rows); what it raises stops the import, and nothing is
    written either.
    """
    if take not in ("good", "all"):
        raise Usage("bad_take", "An import takes “good” or “all” rows, not {take}.", take=take)
    wanted = [row for row in preview.rows if row.state.takeable and _is_wanted(row, take, also)]
    taken = {row.number for row in wanted}
    rows = [row for row in wanted if row.here is None]
    records = [_with_leftovers(preview.kind, row, say) for row in rows]
    corrected = [
        (row.duplicate_of, row)
        for row in preview.rows
        if row.duplicate_of is not None and row.here is not None and (row.number in taken or _takes_less(row, less))
    ]
    label, whole = f"Import {preview.name}", len(records) + len(corrected)
    with verbs.circle.group(label):
        added, changes = _added(verbs, preview.kind, records, label, told, whole)
        openings = {id_: row.opening for id_, row in zip(added, rows, strict=True) if row.opening}
        if openings:
            changes |= verbs.swaps.opening_balances(openings)
        touched: set[tuple[str, bytes]] = set()
        for done, (id_, row) in enumerate(corrected, 1):
            edit = _correction(
                verbs.reader.get(preview.kind, id_), row, row.number in taken, _takes_less(row, less), say
            )
            made = verbs.records.edit(preview.kind, id_, edit.fields, add=edit.add, drop=edit.drop)
            touched |= made.touched  # in place: each of thousands of unions would copy all before it
            changes = replace(changes, action=changes.action or made.action)
            if told is not None:
                told(len(added) + done, whole)
        changes = replace(changes, touched=changes.touched | touched)
    held = taken | {row.number for _, row in corrected}
    left_out = [row.number for row in preview.rows if row.number not in held]
    return Imported(added, left_out, changes, len(openings), [id_ for id_, _ in corrected])


def _added(
    verbs: Verbs, kind: str, records: list[dict[str, Any]], label: str, told: Told | None, whole: int
) -> tuple[list[bytes], Changes]:
    added: list[bytes] = []
    changes = Changes(label=label)
    for begin in range(0, len(records), _AT_ONCE):
        ids, more = verbs.records.add_many(kind, records[begin : begin + _AT_ONCE], label=label)
        added += ids
        changes |= more
        if told is not None:
            told(len(added), whole)
    return added, changes


def _is_wanted(row: Row, take: str, also: Collection[int]) -> bool:
    return row.state is State.NEW or take == "all" or row.number in also


def _takes_less(row: Row, less: Collection[int]) -> bool:
    return bool(row.gone) and row.number in less


class _Correction(NamedTuple):
    """What is edited of somebody who is here."""

    fields: dict[str, Any]
    add: dict[str, list[str]]
    drop: dict[str, list[str]]


def _correction(record: Record, row: Row, new: bool, less: bool, say: Callable[[Phrase], str]) -> _Correction:
    """Return what a row says anew, with what no field could hold below the notes, and without what it leaves out."""
    made, here = _Correction({}, {}, {}), row.here or Here()
    for change in here.changes if new else ():
        if isinstance(change.after, list):
            made.add[change.field], made.drop[change.field] = change.after, [*change.before]
        else:
            made.fields[change.field] = change.after
    for change in here.gone if less else ():
        if isinstance(change.before, list):
            made.drop.setdefault(change.field, []).extend(change.before)
        elif isinstance(change.before, Mapping):
            stands = made.fields.get(change.field, record[change.field])
            made.fields[change.field] = {k: v for k, v in stands.items() if k not in change.before} or None
        else:
            made.fields[change.field] = None
    if new:
        notes = made.fields.get("notes", record["notes"])
        kept = _with_leftovers(record.entity, replace(row, fields={"notes": notes}), say)["notes"]
        made.fields.update({"notes": kept} if kept != notes else {})
    return made


def _with_leftovers(kind: str, row: Row, say: Callable[[Phrase], str]) -> dict[str, Any]:
    told = [*row.more, *(_told(kind, problem, say) for problem in row.problems if problem.cell)]
    if not told or entity_named(kind).field("notes") is None:
        return row.fields
    notes = str(row.fields.get("notes") or "")
    new = unsaid(told, notes)  # a list may come again
    return {**row.fields, "notes": "\n".join(filter(None, [notes, *new]))}


def _told(kind: str, problem: Problem, say: Callable[[Phrase], str]) -> str:
    if problem.error.code == "repeats":
        told = " ".join(map(say, in_words(problem.cell)))
        return told if says_all(problem.cell) else f"{told} ({problem.cell})"
    field = entity_named(kind).field(problem.field)
    label = field.label if field is not None else problem.field
    return say(Phrase(LEFT_OVER, {"field": label, "cell": problem.cell}))
