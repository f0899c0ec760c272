"""What holds of a list of laptops that is not as it was stored, though the database hands its rows out.

A page that goes bad on the disk is known by SQLCipher. What gets by it was struck before it was written, in memory, and
that is a single bit nearly always: it can be found again, since every entry is signed and countersigned.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from learningcircles.codec import decode
from learningcircles.errors import CircleError, Unreadable
from learningcircles.trust.entry import ZERO_ID, Entry, Placed
from learningcircles.trust.following import follow, found
from learningcircles.trust.members import Ledger
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import keys_of
from learningcircles.trust.strays import stray_in

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
    heads: frozenset[bytes] = frozenset()
    """Heads that the list had there, as far as who kept it vouches for them."""

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
    placed = [item for row in rows[upto:] if (item := _placed_in(row[1])) is not None] if upto else []
    if not placed:
        return Sound(whole[:upto], [])
    held = Roster.replay(Sound(whole[:upto], []).placed)
    vouched = [item for item in placed if item.placed_by(held.sequencer, held.circle)]
    heads = {head for item in vouched for head in (item.head, item.position()[2])}
    beyond = [item.entry for item in placed if not is_struck(held, item.entry)]
    return Sound(whole[:upto], beyond, frozenset(heads - held.state.places.keys()))


def is_struck(roster: Roster, entry: Entry) -> bool:
    """Return whether an entry is not as its maker has signed it, as far as this list knows that one."""
    if entry in roster.kept or stray_in(entry) is not None:
        return False
    try:
        body = entry.read()
    except CircleError:
        return True
    maker = roster.devices.get(body.author) or roster.invites.get(body.author)
    return maker is not None and not entry.signed_by(maker.sign)


def waiting_in(placed: Sequence[Placed], rows: Iterable[tuple[bytes, object]]) -> tuple[list[Entry], int]:
    """Return what holds of the proposals that are stored under their hashes, where one bit of one is struck put right;
    and how many cannot be read.
    """
    rows = list(rows)
    found = [entry for name, wire in rows if (entry := entry_of(wire)) is not None and entry.hash == name]
    roster = Roster.replay(placed, found)
    right = [_right_again(roster, name, wire) for name, wire in rows]
    return [entry for entry in right if entry is not None], right.count(None)


def entry_of(wire: object) -> Entry | None:
    """Return a stored proposal; None where it is damaged."""
    try:
        return Entry.from_wire(decode(wire)) if isinstance(wire, bytes) else None
    except Unreadable:
        return None


def _right_again(roster: Roster, name: bytes, wire: object) -> Entry | None:
    def fits(entry: Entry | None) -> bool:
        if entry is None or entry.hash != name or is_struck(roster, entry):
            return False
        return entry in roster.kept or stray_in(entry) is not None or _is_owned(entry)

    entry = entry_of(wire)
    if fits(entry) or not isinstance(wire, bytes) or len(wire) > MOST_BYTES:
        return entry if fits(entry) else None
    return next((other for each in _one_bit_off(wire) if fits(other := entry_of(each))), None)


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


def _is_owned(entry: Entry) -> bool:
    """Return whether the laptop that an entry brings in, if it does, stands behind it."""
    try:
        body = entry.read()
        return body.kind not in ("add", "succeed") or entry.owned_by(keys_of(body)[0])
    except CircleError:
        return False


def _placed_in(wire: object) -> Placed | None:
    """Return a placed entry that can be read, wherever it stands."""
    try:
        item = Placed.from_wire(decode(wire)) if isinstance(wire, bytes) else None
        return item if item is not None and item.entry.read() and item.position() else None
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
