"""The line below a list that adds the others up: no record, though a word such as "Total" stands where its name would.

Suma, Sum and Total are people's names as well, so it takes more than the word: figures beside it and nothing else, and
that the list, or a part of it, ends there, that the word comes again, or that the figures are the sum of those above.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from learningcircles.entities.declare import Entity, Kind
from learningcircles.errors import InvalidValue
from learningcircles.intake.lengths import length_meant, plain_figures
from learningcircles.intake.likeness import LONGEST_TITLE, folded_title
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.plain import folded
from learningcircles.intake.table import Line
from learningcircles.intake.words import NAMED_SO, TOTALS

_TOTALS = frozenset(folded(word) for word in TOTALS.split(","))
_NAMED_SO = frozenset(folded(word) for word in NAMED_SO.split(","))
_YEAR = 4
"""So many digits are a year, a postcode or a telephone number, where a column holds such."""
_ROW = 2
"""A row of a list has so many cells, as a rule."""


class Totals:
    """The lines of a list that add others up, as far as what stands in them, and where they stand, tells."""

    def __init__(self, entity: Entity, mapping: ColumnMap, lines: Sequence[Line]) -> None:
        self._entity, self._mapping = entity, mapping
        self._named = [place for place, target in mapping.columns.items() if target.partition(":")[0] == entity.title]
        likely = {at: self._word(line) for at, line in enumerate(lines) if self._may_add_up(line)}
        times = Counter(likely.values())
        self._numbers = {
            lines[at].number
            for at, word in likely.items()
            if word not in _NAMED_SO or times[word] > 1 or _ends(lines, at, likely) or self._fits(lines, at)
        }

    def holds(self, line: Line) -> bool:
        """Return whether a line adds others up."""
        return line.number in self._numbers

    def _word(self, line: Line) -> str:
        """Return what stands as the name: in a list of first names and surnames the sum's figure may stand as one."""
        held = [line.cells[place] for place in self._named if place < len(line.cells)]
        return folded_title(" ".join([cell for cell in held if any(map(str.isalpha, cell))]))

    def _beside(self, line: Line) -> list[tuple[int, str]]:
        named = [each for each in self._named if each >= len(line.cells) or any(map(str.isalpha, line.cells[each]))]
        return [(place, cell) for place, cell in enumerate(line.cells) if cell.strip() and place not in named]

    def _may_add_up(self, line: Line) -> bool:
        beside = self._beside(line) if self._word(line) in _TOTALS else []
        return bool(beside) and all(self._is_sum(place, cell) for place, cell in beside)

    def _is_sum(self, place: int, cell: str) -> bool:
        if len(cell) > LONGEST_TITLE:
            return False
        if any(letter.isalpha() for letter in cell):
            return length_meant(cell) is not None
        field = self._entity.field(self._mapping.columns.get(place, "").partition(":")[0])
        digits = sum(letter.isdigit() for letter in cell)
        return 0 < digits < _YEAR or (digits > 0 and (field is None or field.kind is Kind.MINUTES))

    def _fits(self, lines: Sequence[Line], at: int) -> bool:
        """Return whether its figures are the sum of those above it, or of all others: some write it above the list."""
        others = [line for line in lines if line is not lines[at]]
        return any(
            _figure(cell) == sum(_figure(line.cells[place]) for line in rows if place < len(line.cells))
            for place, cell in self._beside(lines[at])
            for rows in (lines[:at], others)
            if _figure(cell)
        )


def _ends(lines: Sequence[Line], at: int, likely: Collection[int]) -> bool:
    """Return whether a list ends with this line: below it comes an empty line, or nothing but sums and single cells."""
    below = range(at + 1, len(lines))
    apart = bool(below) and lines[at + 1].number - lines[at].number > 1
    return apart or all(place in likely or sum(map(bool, lines[place].cells)) < _ROW for place in below)


def _figure(cell: str) -> float:
    """Return what a cell adds to a sum: its number, or the minutes of a length."""
    if len(cell) > LONGEST_TITLE:
        return 0.0
    try:
        return float(plain_figures(cell).replace(",", "."))
    except ValueError:
        pass
    try:
        length = length_meant(cell)
    except InvalidValue:
        return 0.0
    return float(length.minutes) if length is not None else 0.0
