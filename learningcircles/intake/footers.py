"""Lines that are no records, though they stand as a name: who printed the list, below it; whose a part is, above it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from learningcircles.entities.declare import Entity
from learningcircles.intake.mapping import ColumnMap
from learningcircles.intake.table import Line

_SEVERAL = 2
"""A row of a list has so many cells, as a rule."""


class Foot:
    """Where the rows of a list, and of its parts, end and begin, as far as the cells in them tell."""

    def __init__(self, entity: Entity, mapping: ColumnMap, lines: Sequence[Line], sums: Callable[[Line], bool]) -> None:
        """`sums`: whether a line adds others up, so that a part of the list ends with it."""
        self._named = [place for place, target in mapping.columns.items() if target.partition(":")[0] == entity.title]
        rows = [line.number for line in lines if sum(map(bool, line.cells)) >= _SEVERAL]
        self._last = max(rows, default=0) if len(rows) * 2 > len(lines) else 0
        self._after = {line.number: before.number for before, line in zip(lines, lines[1:], strict=False)}
        self._heads = self._found(lines, sums) if self._last else set()

    def holds(self, line: Line) -> bool:
        """Return whether a line above a part, or below the last row, has a name alone, and something that names of
        people have not.

        That is an empty line above it, a figure in it, or that it fills one of the columns that a name is in. Above
        a part it is that a sum stands there, or an empty line in a list with sums.
        """
        if line.number in self._heads:
            return True
        if not self._last or line.number < self._last or not self._alone(line):
            return False
        return self._apart(line) or len(self._named) > 1 or any(map(str.isdigit, "".join(line.cells)))

    def _alone(self, line: Line) -> bool:
        filled = [place for place, cell in enumerate(line.cells) if cell]
        return len(filled) == 1 and filled[0] in self._named

    def _apart(self, line: Line) -> bool:
        return line.number - self._after.get(line.number, line.number) > 1

    def _found(self, lines: Sequence[Line], sums: Callable[[Line], bool]) -> set[int]:
        """Return the numbers of the lines above parts; the first line is one where there is another."""
        may_be = [(before, line) for before, line in zip([None, *lines], lines[:-1], strict=False) if self._alone(line)]
        parted = any(map(sums, lines))
        heads = {
            line.number
            for before, line in may_be
            if before is not None and (sums(before) or (parted and self._apart(line)))
        }
        first = {line.number for before, line in may_be if before is None} if heads else set()
        return heads | first
