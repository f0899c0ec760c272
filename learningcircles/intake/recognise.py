"""Who a row of a list is, where that can be told: by member number or id, by name with e-mail or telephone, or by name.

A name tells it together with the same e-mail or telephone. By a name alone a row that says nothing new is known, where
one member alone is called so and nothing that it says contradicts; one that does may be somebody else of that name.
What may be two people is decided by nobody here: the row is offered both ways (`Row.otherwise`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.declare import Entity
from learningcircles.errors import InvalidValue
from learningcircles.intake.as_days import is_ours
from learningcircles.intake.corrections import NUMBER, Corrections, Said, Telling
from learningcircles.intake.duplicates import Called, Known, says_the_same
from learningcircles.intake.plain import folded
from learningcircles.intake.rows import Here, Problem, Row, State, is_noted, unsaid

_WORDS = 2
"""How many words a name has at least that tells who is meant without anything else."""
_A_FEW = 4
"""Of so many rows of a list all may have new names: those who married, say."""


class Recognition:
    """Tells of the rows of one list who they are. `noted`: returns the lines for the notes of a number of elsewhere."""

    def __init__(
        self, reader: Reader, entity: Entity, corrections: Corrections,
        noted: Callable[[str], list[str]] | None = None,
    ) -> None:  # fmt: skip
        self._reader, self._entity, self._corrections = reader, entity, corrections
        self._known = Known(reader, entity)
        self._noted = noted or (lambda number: [])
        self._by_number = 0
        self._kept = 0
        self._asked: dict[int, Row] = {}
        """By its number, a row as it is if its member number means nothing."""
        self._by_name: dict[int, Row] = {}
        """By its number, a row that its name alone tells, as it is if it means somebody else."""
        self._same: set[bytes] = set()

    @property
    def numbers(self) -> int:
        """Of how many rows a member number was of use."""
        return self._by_number + self._kept + len(self._asked)

    def of(self, row: Row, told: Telling, number: str = "", id_: bytes | None = None) -> Row:
        """Return a row with whom it means. `number`: the member number in it. `id_`: our id, where it has one."""
        said = self._corrections.find(row.number, number, told)
        if said is not None:
            self._by_number += 1
            return _meaning(row, said)
        held = self._reader.find_one(self._entity.name, id_) if id_ is not None else None
        held = held if held is not None and not held.deleted else None
        if self._entity.name != "member":
            return self._of_things(row, told, held)
        if held is not None and not _is_nameless(held):
            return _meaning(row, self._corrections.of(row.number, held, told))
        told, plain = told._replace(lacks=False), row
        lines = self._noted(number)
        self._kept += bool(lines)
        row = replace(row, more=(*row.more, *lines))
        made = self._by_its_name(row, told, number) or self._at_most_alike(row, plain, told, number)
        # Whose details were taken off comes in again only where somebody wants it, and as somebody new.
        return replace(made, duplicate_of=held.id) if held is not None and made.state is State.NEW else made

    def settled(self, rows: Sequence[Row]) -> list[Row]:
        """Return the rows once all are seen.

        A list whose numbers mean others throughout is one of another circle; of a few rows nobody knows whether it is.
        Of several rows of one name that nothing else tells, or of one beside a row that surely is that member, nobody
        knows which one it is.
        """
        if len(self._asked) > max(_A_FEW, self._by_number):
            rows = [self._asked.get(row.number, row) for row in rows]
            self._asked.clear()
        met = Counter(row.duplicate_of for row in rows if row.here is not None or row.number in self._by_name)
        return [self._by_name.get(row.number, row) if met[row.duplicate_of] > 1 else row for row in rows]

    def _by_its_name(self, row: Row, told: Telling, number: str) -> Row | None:
        called = self._known.called(told.fields)
        surely = len(called.sharing) == 1
        meant = called.sharing if surely else self._alone(called, told, number)
        if len(meant) != 1:
            return None
        record = self._reader.get(self._entity.name, meant[0])
        if _is_nameless(record):
            return replace(row, duplicate_of=record.id, here=Here(), opening=0)
        told, row = _but_the_same(told, record), _with_notes_below(row)
        if surely:
            return _meaning(row, self._corrections.of(row.number, record, told))
        other = replace(row, duplicate_of=record.id)
        made = _meaning(row, self._said(record, told))
        new = made.state in (State.CHANGED, State.KEPT)
        self._by_name[row.number] = either = replace(other, otherwise=made) if new else other
        return either if new else made

    def _alone(self, called: Called, told: Telling, number: str) -> Sequence[bytes]:
        """Return who a name alone means: not where it is one word, or a number says that it is somebody else."""
        whole = len(folded(str(told.fields.get("name", ""))).split()) >= _WORDS
        if not called.alone or called.sharing or not whole:
            return ()
        record = self._reader.get(self._entity.name, called.others[0])
        other = is_ours(number) and not is_noted(number, str(record["notes"] or ""))
        return () if other else called.others

    def _at_most_alike(self, row: Row, plain: Row, told: Telling, number: str) -> Row:
        """Return a row that is probably somebody, or is asked about for its member number, or is new."""
        id_, earlier = self._known.match(row.number, row.fields)
        row = replace(row, duplicate_of=id_, duplicate_row=earlier)
        if id_ is not None:
            _, *others = self._known.here(row.fields)
            if others:
                return replace(row, alike=tuple(others))
            record = self._reader.get(self._entity.name, id_)
            return self._either_way(row, record, _but_the_same(told, record))
        numbered = self._corrections.numbered(number) if earlier is None and told.fields.get("name") else []
        if len(numbered) != 1 or not is_ours(number):
            return row
        self._asked[row.number], (record,) = row, numbered
        asked = Problem(NUMBER, _under_another_name(number, str(record["name"])), number)
        anew = replace(plain, problems=(*plain.problems, asked), duplicate_of=record.id)
        return replace(anew, otherwise=self._either_way(plain, record, told).otherwise)

    def _either_way(self, row: Row, record: Record, told: Telling) -> Row:
        """Return a row as one to be added, and otherwise as what it says of a member where that is anything new."""
        if _is_nameless(record):
            return row
        made = _meaning(_with_notes_below(row), self._said(record, told))
        return replace(row, otherwise=made) if made.state is State.CHANGED else row

    def _said(self, record: Record, told: Telling) -> Said:
        told = told._replace(fields={name: value for name, value in told.fields.items() if name != "notes"})
        shown = self._reader.shown_as(record.id)
        here = self._corrections.may_be(record, told) if shown == record.id else Here()
        return Said(shown, here, str(record["notes"] or ""))

    def _of_things(self, row: Row, told: Telling, held: Record | None) -> Row:
        """Return a row of what is no member: it is here already where it says the same, each record for one row."""
        id_, earlier = self._known.match(row.number, row.fields)
        ids = [held.id] if held is not None else self._known.keyed(row.fields)
        for each in [] if row.problems else ids:
            record = self._reader.get(self._entity.name, each)
            if each not in self._same and not self._corrections.may_be(record, told).changes:
                self._same.add(each)
                return replace(row, duplicate_of=each, here=Here(), opening=0)
        id_ = id_ if held is None else held.id
        return replace(row, duplicate_of=id_, duplicate_row=earlier if id_ is None else None)


def _meaning(row: Row, said: Said) -> Row:
    """Return a row as what it says of somebody who is here."""
    left = unsaid(row.more, said.notes) or not all(is_noted(each.cell, said.notes) for each in row.problems)
    here = said.here._replace(leftover=bool(left))
    problems = (*row.problems, *said.problems)
    return replace(row, problems=problems, duplicate_of=said.member, duplicate_row=None, opening=0, here=here)


def _is_nameless(record: Record) -> bool:
    """Return whether somebody's details were taken off at their wish: no list brings them back."""
    return bool(record["status"] == "anonymised")


def _but_the_same(told: Telling, record: Record) -> Telling:
    """Leave out what says who is meant: a name or telephone that is written otherwise here corrects nothing."""
    same = says_the_same(record.fields, told.fields)
    return told._replace(fields={name: value for name, value in told.fields.items() if name not in (*same, "notes")})


def _with_notes_below(row: Row) -> Row:
    """Put the notes of a list that is no export of ours below those that stand here."""
    notes = str(row.fields.get("notes") or "")
    return replace(row, more=(notes, *row.more)) if notes else row


def _under_another_name(number: str, name: str) -> InvalidValue:
    return InvalidValue(
        "under_another_name", "Member {value} is {name} here: is this the same person under another name ({field})?",
        value=number, name=name, field=NUMBER,
    )  # fmt: skip
