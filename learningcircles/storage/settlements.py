"""Reading the settlements of one source: a swap, or an opening balance."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.codec import decode
from learningcircles.storage.connect import Connection


class Settlement(NamedTuple):
    """One settlement or reversal; `legs` are (account, minutes), `counts` whether it moves minutes."""

    id: bytes
    kind: str
    source: bytes
    round: int
    reverses: bytes | None
    legs: tuple[tuple[bytes, int], ...]
    date: str
    counts: bool


def of_source(connection: Connection, source: bytes) -> list[Settlement]:
    """Return everything that was settled and reversed for a source, in no particular order."""
    rows = connection.execute(
        "SELECT id, kind, source, round, reverses, legs, date, counts FROM settlement WHERE source=?", (source,)
    )
    return [
        Settlement(id_, kind, held, round_, reverses, _legs(legs), date, bool(counts))
        for id_, kind, held, round_, reverses, legs, date, counts in rows
    ]


def _legs(packed: bytes) -> tuple[tuple[bytes, int], ...]:
    return tuple((account, minutes) for account, minutes in decode(packed))
