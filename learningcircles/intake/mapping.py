"""Guessing which column of a file holds which field, from the words above the columns."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import product

from learningcircles.entities.declare import Entity, Field, Kind
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import InvalidValue
from learningcircles.intake.cells import titled
from learningcircles.intake.headings import headings
from learningcircles.intake.likeness import (
    FAINT,
    LEAST_SCORE,
    Wanted,
    bears_out,
    faint,
    folded_title,
    is_at_work,
    likeness,
    wanted,
)
from learningcircles.intake.parts import within
from learningcircles.intake.plain import folded
from learningcircles.intake.table import Line, Table
from learningcircles.intake.words import HALVES, ONLY

HEADER_LINES = 10
SAMPLE_CELLS = 500
"""So many lines below the titles are looked at to see whether a guess fits what stands there."""
MOST_COLUMNS = 400
"""What stands further to the right is not looked at: no list has so many titles."""
_CELLS = 8192
_LACKING = 100
_SURE = 2
"""So many columns that fit are no chance any more."""
KINDS = ("member", "offer", "request", "swap", "meetup", "place", "learning")
"""What a list may hold, the commonest first: of equals the first is taken."""
BALANCE = "balance"
"""What a member had before: no field of theirs, but a settlement with the circle's pot."""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """Column → target (a field, or `field:part`); `header` is the index in the table's lines, −1 without one.

    Several columns may hold one telephone or e-mail: the first of them that says something is taken. `idle`: a target
    that was of no use, though its columns are known: a member number where nobody has such a one.
    """

    columns: dict[int, str]
    header: int
    titles: list[str]
    idle: str = ""

    def title_of(self, target: str) -> str:
        """Return the title above the first column of a target; empty where it has none."""
        return next((self.titles[place] for place, held in self.columns.items() if held == target), "")

    def without(self, target: str) -> ColumnMap:
        """Return the same where nothing was taken from the columns of this target."""
        return replace(self, idle=target)

    @property
    def used(self) -> list[str]:
        """The titles of columns that something is taken from."""
        return [self.titles[place] for place in sorted(self.columns) if self.columns[place] != self.idle]

    @property
    def unused(self) -> list[str]:
        """The titles of columns that nothing is taken from."""
        used = {place for place, target in self.columns.items() if target != self.idle}
        return [title for place, title in enumerate(self.titles) if title and place not in used]


def guess(entity: Entity, table: Table) -> ColumnMap:
    """Return the likeliest mapping: the line among the first ten whose words fit best is the header."""
    guesses = [_match(entity, table, at) for at in range(len(table.lines[:HEADER_LINES]))]
    best = max(range(len(guesses)), key=lambda place: (guesses[place][1], -place), default=0)
    if not guesses or not guesses[best][0]:
        return ColumnMap({}, 0 if table.lines else -1, table.lines[0].cells if table.lines else [])
    columns = guesses[best][0]
    return ColumnMap(columns | _further(entity, table, best, columns), best, table.lines[best].cells)


def likeliest(*tables: Table, ask: Callable[[], None] = lambda: None) -> str:
    """Return the kind of record whose columns fit best, those of any of the tables. `ask`: called now and then."""
    best = dict.fromkeys(KINDS, -math.inf)
    for kind, table in product(KINDS, tables):
        ask()
        best[kind] = max(best[kind], _score(declared(kind), table))
    return max(KINDS, key=lambda kind: best[kind])


def fitting(
    entity: Entity, tables: Sequence[Table], ask: Callable[[], None] = lambda: None
) -> tuple[Table, list[Table]]:
    """Return the table whose titles fit best, of equals the first, and all that may be meant as well, itself too.

    What lacks a needed column, or fits not half as well, is not meant. `ask`: called for each.
    """
    scores = []
    for table in tables:
        ask()
        scores.append(_score(entity, table))
    best = max(scores)
    meant = [table for table, score in zip(tables, scores, strict=True) if score > 0 and score * 2 >= best]
    return tables[scores.index(best)], meant


def titled_so(entity: Entity, tables: Sequence[Table], titles: Collection[str]) -> list[Table]:
    """Return the tables that have columns of all these titles; all tables where none has."""
    wanted = {folded(title) for title in titles}
    return [table for table in tables if wanted <= set(map(folded_title, guess(entity, table).titles))] or [*tables]


def _score(entity: Entity, table: Table) -> float:
    """How well the titles fit; what is needed and lacks weighs as much as a column that fits."""
    matches = [_match(entity, table, at) for at in range(len(table.lines[:HEADER_LINES]))]
    columns, total = max(matches, key=lambda each: each[1], default=({}, 0.0))
    held = {target.split(":")[0] for target in columns.values()}
    lacking = sum(field.name not in held for field in entity.required)
    own = {folded(word) for word in ONLY.get(entity.name, "").split(",")} - {""}  # an empty cell names no kind
    named = any(folded_title(cell) in own for line in table.lines[:HEADER_LINES] for cell in line.cells)
    return total - _LACKING * lacking + named


def chosen(entity: Entity, table: Table, wanted: Mapping[str, str]) -> ColumnMap:
    """Return the guess corrected by a person: {column title: target, or "" to leave it out}.

    Of several columns of one telephone the one that was named first comes first. Raises InvalidValue for a column or
    target that does not exist.
    """
    first = guess(entity, table)
    columns = dict(first.columns)
    known = targets(entity)
    places = {folded_title(title): place for place, title in enumerate(first.titles)}
    named: dict[int, str] = {}
    for title, target in wanted.items():
        if folded(title) not in places:
            raise InvalidValue("no_column", "The file has no column called {title}.", title=title)
        if target and target not in known:
            raise InvalidValue("no_target", "There is no field called {field}.", field=target)
        place = places[folded(title)]
        several = target in _contacts(entity)
        columns, named = (
            {at: held for at, held in each.items() if (held != target or several) and at != place}
            for each in (columns, named)
        )
        if target:
            named[place] = target
    return ColumnMap(named | columns, first.header, first.titles)


def is_unlike_a_list(table: Table, mapping: ColumnMap) -> bool:
    """Return whether a table's titles were hardly meant as such: it is a text or a script in which some words fit.

    So it is where one word alone was met further down, or where most of what follows has one column only.
    """
    below = table.lines[mapping.header + 1 :]
    if len(mapping.columns) < _SURE:
        return mapping.header > 0
    return sum(len(line.cells) >= _SURE for line in below) * 2 < len(below)


def targets(entity: Entity) -> list[str]:
    """Return every target that a column can be mapped to, fields first."""
    settable = [field.name for field in entity.fields if _may_be_read(field)]
    settable += [BALANCE] if BALANCE in headings().get(entity.name, {}) else []
    parts = [target for target in headings().get(entity.name, {}) if ":" in target]
    return settable + [part for part in parts if part.split(":")[0] in settable]


def _match(entity: Entity, table: Table, at: int) -> tuple[dict[int, str], float]:
    """Return how the cells of line `at` would fit as titles, and how well."""
    line = table.lines[at]
    titles = {place: cell for place, cell in enumerate(line.cells[:MOST_COLUMNS]) if folded_title(cell)}
    scored = [
        (score, not is_at_work(cell), -place, target)
        for place, cell in titles.items()
        for score, target in _fits(entity.name, cell)
    ]
    columns: dict[int, str] = {}
    total = 0.0
    for score, _, place, target in sorted(scored, reverse=True):
        free = -place not in columns and target not in columns.values()
        if free and bears_out(entity, target, score, _below(table, at, -place)):
            columns[-place] = target
            total += score
    fainter = _needed(entity, table, at, columns)
    halved = _halved(entity, columns | fainter, line)
    return _one_name(entity, halved, table.lines[at + 1 : at + 1 + SAMPLE_CELLS]), total + FAINT * len(fainter)


def _further(entity: Entity, table: Table, at: int, columns: Mapping[int, str]) -> dict[int, str]:
    """Return further columns of telephones and e-mails: "Home Phone" beside "Mobile Phone", which may be empty."""
    wants, found = _wants(entity), dict[int, str]()
    for place, cell in enumerate(table.lines[at].cells[:MOST_COLUMNS]):
        if place in columns or not folded_title(cell):
            continue
        for target in _contacts(entity) & set(columns.values()):
            score = likeness(cell, wants[target])
            if score >= LEAST_SCORE and bears_out(entity, target, FAINT, _below(table, at, place)):
                found[place] = target
    return found


def _contacts(entity: Entity) -> set[str]:
    return {field.name for field in entity.fields if field.settable and field.kind in (Kind.PHONE, Kind.EMAIL)}


def _needed(entity: Entity, table: Table, at: int, columns: Mapping[int, str]) -> dict[int, str]:
    """Return the first column for each needed field that has none, whose title at least holds a word for it."""
    held = {target.split(":")[0] for target in columns.values()}
    found: dict[int, str] = {}
    for target, want in _wants(entity).items():
        if target in {field.name for field in entity.required} - held:
            for place, cell in enumerate(table.lines[at].cells[:MOST_COLUMNS]):
                fits = place not in columns and place not in found and faint(cell, want, entity, target)
                if fits and bears_out(entity, target, FAINT, _below(table, at, place)):
                    found[place] = target
                    break
    return found


def _below(table: Table, at: int, place: int) -> list[str]:
    lines = table.lines[at + 1 : at + 1 + SAMPLE_CELLS]
    return [cell for line in lines for cell in line.cells[place : place + 1] if cell]


@lru_cache(maxsize=_CELLS)
def _fits(kind: str, cell: str) -> Sequence[tuple[float, str]]:
    """Return (likeness, target) of what a cell may be the title of; lists and workbooks say the same again."""
    scored = ((likeness(cell, want), target) for target, want in _wants(declared(kind)).items())
    return [(score, target) for score, target in scored if score >= LEAST_SCORE]


@cache
def _wants(entity: Entity) -> Mapping[str, Wanted]:
    words = _words(entity)
    titles = words.get(entity.title, [])
    return {
        target: wanted(entity, target, listed, _other_parts(words, target), titles) for target, listed in words.items()
    }


def _other_parts(words: Mapping[str, list[str]], target: str) -> list[str]:
    name = target.partition(":")[0]
    return [word for other, listed in words.items() if other.partition(":")[0] == name for word in listed]


def _words(entity: Entity) -> dict[str, list[str]]:
    listed = {target: [*words] for target, words in headings().get(entity.name, {}).items()}
    for field in entity.fields:
        if _may_be_read(field):
            own = (field.name,) if field.settable else ()  # "Number" alone may be a telephone's, or a house's
            listed.setdefault(field.name, []).extend((*own, field.label, titled(field)))
    return listed


def _may_be_read(field: Field) -> bool:
    """A member's number is read, to know who is meant, and never set."""
    return field.settable or field.name == "number"


def _halved(entity: Entity, columns: dict[int, str], line: Line) -> dict[int, str]:
    """Let "Nom" be the family name where "Prénom" stands beside it, and so on."""
    if entity.name != "member":
        return columns
    held = set(columns.values())
    if not held & {"name:first", "name:last"}:
        return columns
    other = "name:last" if "name:first" in held else "name:first"
    fixed = dict(columns)
    for place, cell in enumerate(line.cells):
        bare = folded_title(cell) in HALVES
        if bare and columns.get(place, "name") == "name" and other not in fixed.values():
            fixed[place] = other
    return fixed


def _one_name(entity: Entity, columns: dict[int, str], lines: Sequence[Line]) -> dict[int, str]:
    """Leave out a whole name beside first and family name, but where it repeats one: a row may have it alone."""
    held = set(columns.values())
    if entity.name != "member" or "name:first" not in held or not held & {"name:last", "name:used"}:
        return columns
    whole = next((place for place, target in columns.items() if target == "name"), None)
    parts = [place for place, target in columns.items() if target.startswith("name:")]
    rows = ([*line.cells, *[""] * MOST_COLUMNS] for line in lines)
    if whole is None or any(within(row[place], row[whole]) for row in rows for place in parts):
        return columns
    return {place: target for place, target in columns.items() if place != whole}
