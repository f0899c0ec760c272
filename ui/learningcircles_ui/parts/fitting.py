"""How wide a table's columns are: the room goes to those that need it for what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_STEPS = 24
_ROUNDING = 0.01


class Need(NamedTuple):
    """Pixels that a column needs to show all of its cells, and those without which it is of no use.

    `grows`: whether it takes part in what is left over, as text does and figures do not. `most`: what shows most of
    its cells, where that is less than all.
    """

    whole: int
    least: int
    grows: bool = True
    most: int | None = None


def fitted(needs: Sequence[Need], room: int) -> list[int]:
    """Return the columns' widths for a room in pixels: each as it needs, together as wide as the room.

    Where that is too narrow for all, those that need most give first: none is cut below a width that others still
    exceed, unless it needs no more itself. Most cells of every column come before the last ones of any: a column that
    is nearly empty takes no room from one that is full. Where even the least does not fit, the table is wider than the
    room.
    """
    whole = sum(need.whole for need in needs)
    if whole <= room:
        growing = sum(need.whole for need in needs if need.grows)
        spare = room - whole
        return [need.whole + (spare * need.whole // growing if need.grows and growing else 0) for need in needs]
    most = [max(need.least, min(need.whole, need.most if need.most is not None else need.whole)) for need in needs]
    both = list(zip(needs, most, strict=True))
    if sum(most) <= room:
        needs = [need._replace(least=wide) for need, wide in both]
    else:
        needs = [need._replace(whole=wide) for need, wide in both]
    low, high = 0.0, float(max(need.whole for need in needs))
    for _ in range(_STEPS):
        level = (low + high) / 2
        low, high = (level, high) if sum(_at(need, level) for need in needs) <= room else (low, level)
    return [int(_at(need, low) + _ROUNDING) for need in needs]


def _at(need: Need, level: float) -> float:
    return min(need.whole, max(need.least, level))
