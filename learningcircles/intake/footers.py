"""The line at the foot of a list that says when it was printed, or for whom: no record, though it stands as a name."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.entities.declare import Entity
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.table import Line

_SEVERAL = 2
"""A row of a list has so many cells, as a rule."""


class Foot:
    """Where the rows of a list end, as far as the cells in them tell."""

    def __init__(self, entity: Entity, mapping: ColumnMap, lines: Sequence[Line]) -> None:
        self._named = [place for place, target in mapping.columns.items() if target.partition(":")[0] == entity.title]
        rows = [line.number for line in lines if sum(map(bool, line.cells)) >= _SEVERAL]
        self._last = max(rows, default=0) if len(rows) * 2 > len(lines) else 0
        self._after = {line.number: before.number for before, line in zip(lines, lines[1:], strict=False)}

    def holds(self, line: Line) -> bool:
        """Return whether a line below the last row has a name alone, and something that names of people have not.

        That is an empty line above it, a figure in it, or that it fills one of the columns that a name is in.
        """
        filled = [place for place, cell in enumerate(line.cells) if cell]
        if not self._last or line.number < self._last or len(filled) != 1 or filled[0] not in self._named:
            return False
        apart = line.number - self._after.get(line.number, line.number) > 1
        return apart or len(self._named) > 1 or any(letter.isdigit() for letter in line.cells[filled[0]])
