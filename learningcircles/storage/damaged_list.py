"""What holds of a list of laptops that is not as it was stored, though the database hands its rows out.

A page that goes bad on the disk is known by SQLCipher. What gets by it was struck before it was written, in memory, and
that is a single bit nearly always: it can be found again, since every entry is signed and countersigned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from learningcircles.codec import decode
from learningcircles.errors import CircleError
from learningcircles.trust.entry import ZERO_ID, Entry, Placed
from learningcircles.trust.following import follow, found
from learningcircles.trust.members import Ledger
from learningcircles.trust.roster import Roster

Row = tuple[Any, ...]
MOST_STRUCK = 8
"""So many entries are put right at most."""
MOST_BYTES = 8 * 1024
"""Of a longer entry not every bit is tried: that would take seconds."""


class Sound(NamedTuple):
    """The rows (position, wire) that hold from the beginning, and the entries `beyond` them that could be read.

    Nobody vouches for the place of those; what they say holds by their own signatures, as a proposal's does.
    """

    rows: list[Row]
    beyond: list[Entry]

    @property
    def placed(self) -> list[Placed]:
        """The placed entries that hold."""
        return [Placed.from_wire(decode(wire)) for _, wire in self.rows]


def sound(rows: Sequence[Row]) -> Sound:
    """Return what holds of the rows (position, wire) of a list, in order; where one bit is struck it is put right."""
    whole = [row for place, row in enumerate(rows) if row[0] == place]
    for _ in range(MOST_STRUCK):
        upto = _holding(whole)
        if upto == len(whole):
            break
        right = _put_right(whole[:upto], whole[upto])
        if right is None:
            break
        whole[upto] = (upto, right)
    upto = _holding(whole)
    return Sound(whole[:upto], [entry for row in rows[upto:] if (entry := _entry_in(row[1])) is not None])


def _holding(rows: Sequence[Row]) -> int:
    """Return how many of the entries hold from the beginning."""
    fewest, most = 0, len(rows)
    at = most
    while fewest < most:
        if _holds(rows[:at]):
            fewest = at
        else:
            most = at - 1
        at = (fewest + most + 1) // 2
    return fewest


def _holds(rows: Sequence[Row]) -> bool:
    try:
        Roster.replay([Placed.from_wire(decode(row[1])) for row in rows])
    except CircleError:
        return False
    return True


def _entry_in(wire: object) -> Entry | None:
    try:
        entry = Placed.from_wire(decode(wire)).entry if isinstance(wire, bytes) else None
        return entry if entry is not None and entry.read() else None
    except CircleError:
        return None


def _put_right(before: Sequence[Row], row: Row) -> bytes | None:
    """Return the wire of the entry that follows `before`, where one bit of it is struck; None where it is more."""
    if not isinstance(row[1], bytes) or len(row[1]) > MOST_BYTES:
        return None
    state = Roster.replay([Placed.from_wire(decode(each[1])) for each in before]).state if before else None
    return next((wire for wire in _one_bit_off(row[1]) if _fits(state, len(before), wire)), None)


def _one_bit_off(wire: bytes) -> Iterator[bytes]:
    for at, byte in enumerate(wire):
        for bit in range(8):
            yield wire[:at] + bytes([byte ^ 1 << bit]) + wire[at + 1 :]


def _fits(state: Ledger | None, position: int, wire: bytes) -> bool:
    """Return whether these bytes are the entry that comes next; `state` is what stands before it."""
    try:
        item = Placed.from_wire(decode(wire))
        if item.position() != (position, item.entry.hash, ZERO_ID if state is None else state.tip):
            return False
        if state is None:
            found(item)
        else:
            follow(state.copy(), item)
    except CircleError:
        return False
    return True
