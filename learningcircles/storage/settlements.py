"""Reading the settlements of one source: a swap, or an opening balance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles import ids
from learningcircles.codec import decode
from learningcircles.entities.declare import Space
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Journal, action_of

Legs = tuple[tuple[bytes, int], ...]
"""(account, minutes)…"""

GAP = 64
"""Rounds that may be missing between two that count: more than a laptop that counts no longer leaves, and so few that
nobody can write the highest round there is, over which an exchange could never be settled again."""


class Settlement(NamedTuple):
    """One settlement or reversal; `legs` are (account, minutes), `counts` whether it moves minutes.

    `device` is this file's number for who wrote it.
    """

    id: bytes
    kind: str
    source: bytes
    round: int
    reverses: bytes | None
    legs: Legs
    date: str
    counts: bool
    stamp: int
    device: int
    seq: int


def of_source(connection: Connection, source: bytes) -> list[Settlement]:
    """Return everything that was settled and reversed for a source, in no particular order."""
    rows = connection.execute(
        "SELECT id, kind, source, round, reverses, legs, date, counts, stamp, device, seq"
        " FROM settlement WHERE source=?",
        (source,),
    )
    return [
        Settlement(id_, kind, held, round_, reverses, _legs(legs), date, bool(counts), *written)
        for id_, kind, held, round_, reverses, legs, date, counts, *written in rows
    ]


def brought_in(connection: Connection, account: bytes) -> list[Settlement]:
    """Return the opening balances of an account that stand: they count and nothing has reversed them."""
    held = (standing(rows) for rows in _openings(connection, account))
    return [row for row in held if row is not None]


def undone(journal: Journal, account: bytes, origins: Callable[[], Mapping[bytes, bytes]]) -> list[Settlement]:
    """Return the opening balances of an account of which nothing stands any more, each as it was settled last.

    None that was taken back by undoing what brought it in: that was wrong. `origins`: action by which one was taken in
    that did not count → that one.
    """
    found: list[Settlement] = []
    for rows in _openings(journal.connection, account):
        last = max((row for row in rows if row.reverses is None), key=lambda row: row.round)
        back = next((row for row in rows if row.reverses == last.id), None)
        if back is not None and standing(rows) is None and not _was_wrong(journal, rows, back, origins):
            found.append(last)
    return found


def _was_wrong(
    journal: Journal, rows: Sequence[Settlement], back: Settlement, origins: Callable[[], Mapping[bytes, bytes]]
) -> bool:
    """Return whether who took an opening balance back undid what had brought it in, be it after undo and redo.

    Their actions tell, and not what these are called: a name goes with whoever is erased. Of what was taken in of a
    laptop that was shut out it is the actions of that laptop.
    """
    first = min((row for row in rows if row.reverses is None), key=lambda row: row.round)
    done, by = (action_of(journal, Space.PRIVATE, row.device, row.seq, row.stamp) for row in (first, back))
    if _undoes(done, by, len(rows)):
        return True
    known = origins()
    return _undoes(known.get(done, done), known.get(by, by), len(rows))


def _undoes(done: bytes, by: bytes, most: int) -> bool:
    """Return whether an action took another one back, or that which did it again, so many times at `most`."""
    for _ in range(most):
        done = ids.undo(done)
        if done == by:
            return True
    return False


def taken_back(connection: Connection, account: bytes) -> int:
    """Return the minutes that an account was opened with and that were undone; 0 where some of them stand."""
    every = _openings(connection, account)
    if any(standing(rows) for rows in every):
        return 0
    last = (max((row for row in rows if row.reverses is None), key=lambda row: row.round) for rows in every)
    return sum(minutes for row in last for held, minutes in row.legs if held == account)


def _openings(connection: Connection, account: bytes) -> list[list[Settlement]]:
    sources = connection.execute(
        "SELECT DISTINCT s.source FROM leg l JOIN settlement s ON s.id = l.settlement"
        " WHERE l.account=? AND s.kind='opening' AND s.reverses IS NULL ORDER BY s.source",
        (account,),
    ).fetchall()
    return [of_source(connection, source) for (source,) in sources]


def standing(rows: Sequence[Settlement]) -> Settlement | None:
    """Return the settlement of a source that moves minutes now: it counts and nothing has reversed it."""
    reversed_ = {row.reverses for row in rows if row.reverses is not None}
    return next((row for row in rows if row.reverses is None and row.counts and row.id not in reversed_), None)


def reach(rounds: Iterable[int]) -> int:
    """Return the highest of a source's rounds (its reversals' too) that can count, -1 for none."""
    highest = -1
    for round_ in sorted(set(rounds)):
        if round_ > highest + GAP:
            break
        highest = round_
    return highest


def next_round(rows: Iterable[Settlement]) -> int:
    """Return the round of what is settled now: above all that is known of its source, reversed or not.

    The number of reversals would not do: they may be gone with a right that was taken away, and what was settled after
    them may count.
    """
    return reach(row.round for row in rows) + 1


def owed(fields: Mapping[str, Any], *, deleted: bool) -> Legs | None:
    """Return the legs that a swap's record asks for, none unless it is confirmed.

    None where the record does not say: somebody in it was erased, or a newer version wrote what is unreadable here.
    """
    provider, receiver, minutes = fields.get("provider"), fields.get("receiver"), fields.get("minutes")
    if deleted or fields.get("state") != "confirmed" or (provider == receiver and provider is not None):
        return ()
    if not (isinstance(provider, bytes) and isinstance(receiver, bytes) and isinstance(fields.get("on"), str)):
        return None
    if type(minutes) is not int:
        return None
    return (ids.account(provider), minutes), (ids.account(receiver), -minutes)


def agree(row: Settlement | None, legs: Legs, date: object) -> bool:
    """Return whether what stands in the ledger is what a record asks for."""
    if row is None or not legs:
        return row is None and not legs
    return sorted(row.legs) == sorted(legs) and row.date == date


def _legs(packed: bytes) -> Legs:
    return tuple((account, minutes) for account, minutes in decode(packed))
