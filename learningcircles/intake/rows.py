"""The rows of an import as records to be: what is wrong with each, and who is probably here already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from learningcircles.entities.declare import Entity
from learningcircles.errors import CircleError, InvalidValue
from learningcircles.intake.mapping import ColumnMap

CONTACTS = ("tel:", "email:")
"""How lines of the notes begin that hold further telephones and e-mails."""
Told = Callable[[int, int], None]
"""Hears how far long work is: (done, whole). What it raises stops the work."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell cannot be taken as it is. `blocks`: the row makes no record without it.

    `unmeant`: the row as a whole may not be meant: it is hidden, or adds the others up.
    """

    field: str
    error: CircleError
    cell: str = ""
    blocks: bool = False
    unmeant: bool = False

    @property
    def sentence(self) -> str:
        """What is wrong, in English, with the field where the error does not name it."""
        said = str(self.error)
        return said if self.error.params.get("field") or not self.field else f"{said.removesuffix('.')} ({self.field})."


class Change(NamedTuple):
    """What a list says otherwise of one field, `before` and `after` as the field holds them, None for nothing.

    Of a set, `after` is what comes, `before` what goes; so it is of an address with what is no longer told of it, where
    `before` holds the parts that go.
    """

    field: str
    before: Any
    after: Any


class Here(NamedTuple):
    """What a row says of `Row.duplicate_of` where it is that one (see `recognise`).

    `changes`: what would be taken over. `gone`: what stands here and no longer in the list, which is taken away only
    where that is wanted, too. `kept`: what no list can change: status and balance. `leftover`: whether it says
    something that no field holds, and that the notes do not say yet.
    """

    changes: Sequence[Change] = ()
    gone: Sequence[Change] = ()
    kept: Sequence[Change] = ()
    leftover: bool = False


class State(StrEnum):
    """What an import makes of a row."""

    NEW = "new"
    """It comes in, whole."""
    DOUBTFUL = "doubtful"
    """It comes in where somebody wants it: not all of it reads, or it looks like one that is here."""
    CHANGED = "changed"
    """It surely is one that is here, and says something new, which is taken over where somebody wants it."""
    SHORTER = "shorter"
    """It surely is one that is here, and says nothing new, but less than is here."""
    KEPT = "kept"
    """It surely is one that is here, and says only what no list can change otherwise."""
    KNOWN = "known"
    """It surely is one that is here, and says the same."""
    BLOCKED = "blocked"
    """It can become no record."""

    @property
    def takeable(self) -> bool:
        """Whether such a row can be taken."""
        return self in (State.NEW, State.DOUBTFUL, State.CHANGED)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file as a record; `number` counts as the spreadsheet does.

    `duplicate_of` is the id of a record that is probably the same, `duplicate_row` the number of an earlier
    row of this file that is. `opening`: the minutes that a member brings along, negative where they owe. `more`: lines
    for the notes, of what it has several of. `here`: where the row is `duplicate_of`; such a row is never added.
    `otherwise`: the same row as it would be if it were meant the other way, where only a person can tell: as somebody
    who is here, of a row that would be added, or as one to be added. `alike`: the ids of further records that are
    probably the same as well; then nobody knows which one it is.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    duplicate_of: bytes | None = None
    duplicate_row: int | None = None
    opening: int = 0
    more: tuple[str, ...] = ()
    here: Here | None = None
    otherwise: Row | None = None
    alike: tuple[bytes, ...] = ()

    @property
    def state(self) -> State:
        """What an import makes of it."""
        if any(problem.blocks for problem in self.problems):
            return State.BLOCKED
        if self.here is not None:
            state = _state_of(self.here)
            return State.DOUBTFUL if state is State.CHANGED and self.is_unmeant else state
        doubtful = self.problems or self.duplicate_of is not None or self.duplicate_row is not None
        return State.DOUBTFUL if doubtful else State.NEW

    @property
    def is_unmeant(self) -> bool:
        """Whether it may not be meant at all, so that nothing is taken of it unless somebody wants this very row."""
        return any(problem.unmeant for problem in self.problems)

    @property
    def gone(self) -> Sequence[Change]:
        """What can be taken away because the row no longer says it."""
        return self.here.gone if self.here is not None and self.state is not State.BLOCKED else ()


class Series(NamedTuple):
    """What is taken of a series. `dates`: how many, `more`: whether it goes on after these."""

    title: str
    dates: int
    more: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that an import screen shows; nothing has been written yet.

    `titles_row`: the row that was taken for the columns' titles, as the spreadsheet counts; 0 where there is none.
    `unlike`: whether the file hardly is a list (see `mapping.is_unlike_a_list`), so that nobody imports it unseen.
    `mixed`: whether some of its lines are in UTF-8 and the others in `encoding`. `either`: {column's title: a cell that
    may be two days, and was read with the day first}. `yearless`: {column's title: a birthday in it without a year}, of
    which nothing was taken. `turned`: {column's title, which says that family names come first: such a name in it};
    all of them were turned.
    `sheet`: which of a workbook's sheets this is, where it has several; `sheets`: all that may be meant, where more
    than one is; `others`: further ones that are seen, whose titles do not fit. `series`: whose dates a calendar gives.
    """

    kind: str
    name: str
    rows: list[Row]
    mapping: ColumnMap
    encoding: str = ""
    delimiter: str = ""
    titles_row: int = 0
    unlike: bool = False
    mixed: bool = False
    either: Mapping[str, str] = field(default_factory=dict)
    yearless: Mapping[str, str] = field(default_factory=dict)
    turned: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    sheets: Sequence[str] = ()
    others: Sequence[str] = ()
    series: Sequence[Series] = ()

    def of(self, *states: State) -> list[Row]:
        """Return the rows of these states."""
        return [row for row in self.rows if row.state in states]

    @property
    def good(self) -> list[Row]:
        """The rows that would be imported as they are."""
        return self.of(State.NEW)

    @property
    def doubtful(self) -> list[Row]:
        """All other rows."""
        return [row for row in self.rows if row.state is not State.NEW]


def _state_of(here: Here) -> State:
    if here.changes or here.leftover:
        return State.CHANGED
    if here.gone:
        return State.SHORTER
    return State.KEPT if here.kept else State.KNOWN


def unsaid(lines: Iterable[str], notes: str) -> list[str]:
    """Return the lines that the notes do not hold yet."""
    held = set(notes.splitlines())
    return [line for line in lines if line not in held and not _among(line, notes)]


def _among(lines: str, notes: str) -> bool:
    """What has several lines itself, as a cell may, is looked for as a whole."""
    return "\n" in lines and lines in notes


def is_noted(cell: str, notes: str) -> bool:
    """Return whether the notes hold a cell behind the label of a field, in whichever language; so an empty one does."""
    told = (line.partition(":") for line in notes.splitlines() if not line.startswith(CONTACTS))
    return not cell or _among(cell, notes) or cell in (rest.strip() for _, _, rest in told)


def missing(entity: Entity, fields: Mapping[str, Any], told: set[str]) -> list[Problem]:
    """Return a problem for every needed field that nothing stands in, but for those told of already."""
    return [
        Problem(
            field.name, InvalidValue("missing", "{label} is missing.", field=field.name, label=field.label), "", True
        )
        for field in entity.fields
        if field.required and field.name not in told and fields.get(field.name) in (None, "", [])
    ]
