"""How wide a table's columns are: the room goes to those that need it for what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_STEPS = 24
_ROUNDING = 0.01


class Need(NamedTuple):
    """Pixels that a column needs to show all of its cells, and those without which it is of no use.

    `grows`: whether it takes part in what is left over, as text does and figures do not.
    """

    whole: int
    least: int
    grows: bool = True


def fitted(needs: Sequence[Need], room: int) -> list[int]:
    """Return the columns' widths for a room in pixels: each as it needs, together as wide as the room.

    Where that is too narrow for all, those that need most give first: none is cut below a width that others still
    exceed, unless it needs no more itself. Where even the least does not fit, the table is wider than the room.
    """
    whole = sum(need.whole for need in needs)
    if whole <= room:
        growing = sum(need.whole for need in needs if need.grows)
        spare = room - whole
        return [need.whole + (spare * need.whole // growing if need.grows and growing else 0) for need in needs]
    low, high = 0.0, float(max(need.whole for need in needs))
    for _ in range(_STEPS):
        level = (low + high) / 2
        low, high = (level, high) if sum(_at(need, level) for need in needs) <= room else (low, level)
    return [int(_at(need, low) + _ROUNDING) for need in needs]


def _at(need: Need, level: float) -> float:
    return min(need.whole, max(need.least, level))
