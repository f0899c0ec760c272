"""The line below a list that adds the others up: no record, though a word such as "Total" stands where its name would.

Suma, Sum and Total are people's names as well, so it takes more than the word: a figure beside it, and nothing else.
"""

from __future__ import annotations

from learningcircles.entities.declare import Entity, Kind
from learningcircles.intake.lengths import length_meant
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.plain import folded
from learningcircles.intake.table import Line
from learningcircles.intake.words import TOTALS

_TOTALS = frozenset(folded(word) for word in TOTALS.split(","))
_YEAR = 4
"""So many digits are a year, a postcode or a telephone number, where a column holds such."""


def adds_up(entity: Entity, mapping: ColumnMap, line: Line, title: object) -> bool:
    """Return whether a line with this name or title adds the others up, as far as what stands beside it tells."""
    if not isinstance(title, str) or folded(title) not in _TOTALS:
        return False
    named = [place for place, target in mapping.columns.items() if target.partition(":")[0] == entity.title]
    others = [(place, cell) for place, cell in enumerate(line.cells) if cell.strip() and place not in named]
    return bool(others) and all(_is_sum(entity, mapping.columns.get(place, ""), cell) for place, cell in others)


def _is_sum(entity: Entity, target: str, cell: str) -> bool:
    if any(letter.isalpha() for letter in cell):
        return length_meant(cell) is not None
    field = entity.field(target.partition(":")[0])
    digits = sum(letter.isdigit() for letter in cell)
    return 0 < digits < _YEAR or (digits > 0 and (field is None or field.kind is Kind.MINUTES))
