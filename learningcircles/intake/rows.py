"""The rows of an import as records to be: what is wrong with each, and who is probably here already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from learningcircles.entities.declare import Entity
from learningcircles.errors import CircleError, InvalidValue
from learningcircles.intake.mapping import ColumnMap

CONTACTS = ("tel:", "email:")
"""How lines of the notes begin that hold further telephones and e-mails."""
Told = Callable[[int, int], None]
"""Hears how far long work is: (done, whole). What it raises stops the work."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a cell cannot be taken as it is. `blocks`: the row makes no record without it."""

    field: str
    error: CircleError
    cell: str = ""
    blocks: bool = False

    @property
    def sentence(self) -> str:
        """What is wrong, in English, with the field where the error does not name it."""
        said = str(self.error)
        return said if self.error.params.get("field") or not self.field else f"{said.removesuffix('.')} ({self.field})."


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the file as a record; `number` counts as the spreadsheet does.

    `duplicate_of` is the id of a record that is probably the same, `duplicate_row` the number of an earlier
    row of this file that is. `opening`: the minutes that a member brings along, negative where they owe. `changes`:
    where the row surely is `duplicate_of`, by its number, the fields that it says otherwise; else None. Such a row is
    never added: what it says is taken over. `more`: lines for the notes, of what it has several of. `noted`: what no
    field holds stands in the notes of whoever it is already.
    """

    number: int
    fields: dict[str, Any]
    problems: tuple[Problem, ...] = ()
    duplicate_of: bytes | None = None
    duplicate_row: int | None = None
    opening: int = 0
    changes: Mapping[str, Any] | None = None
    more: tuple[str, ...] = ()
    noted: bool = False

    @property
    def good(self) -> bool:
        """Whether it can be taken whole, and is new."""
        return not self.problems and self.duplicate_of is None and self.duplicate_row is None

    @property
    def blocked(self) -> bool:
        """Whether it cannot become a record at all, or says nothing new of one that is here."""
        nothing_new = self.changes is not None and not self.differs
        return nothing_new or any(problem.blocks for problem in self.problems)

    @property
    def differs(self) -> bool:
        """Whether it says something new of one that is here, be it for the notes alone."""
        return bool(self.changes) or (self.changes is not None and self.noting)

    @property
    def noting(self) -> bool:
        """Whether it says something that no field holds, and that the notes do not say yet."""
        return not self.noted and bool(self.more or any(problem.cell for problem in self.problems))


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that an import screen shows; nothing has been written yet.

    `titles_row`: the row that was taken for the columns' titles, as the spreadsheet counts; 0 where there is none.
    `unlike`: whether the file hardly is a list (see `mapping.is_unlike_a_list`), so that nobody imports it unseen.
    `mixed`: whether some of its lines are in UTF-8 and the others in `encoding`. `either`: {column's title: a cell that
    may be two days, and was read with the day first}. `yearless`: {column's title: a birthday in it without a year}, of
    which nothing was taken. `sheet`: which of a workbook's sheets this is, where it has several; `sheets`: all that
    may be meant, where more than one is.
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
    sheet: str = ""
    sheets: Sequence[str] = ()

    @property
    def good(self) -> list[Row]:
        """The rows that would be imported as they are."""
        return [row for row in self.rows if row.good]

    @property
    def doubtful(self) -> list[Row]:
        """The rows that somebody should look at."""
        return [row for row in self.rows if not row.good]


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
