"""Rows that the journal keeps beside its changesets: this laptop's open tail, and what a redaction leaves."""

from __future__ import annotations

from collections.abc import Iterator

from learningcircles.journal.changeset import Changeset, encode_payload
from learningcircles.storage.journal import COLUMNS, ChangesetRow, Journal


def tail_rows(journal: Journal, space: int, device: int) -> Iterator[tuple[ChangesetRow, bytes]]:
    """Yield the open tail of this laptop's log, oldest first."""
    journal.write_down()
    rows = journal.connection.execute(
        f"SELECT {', '.join('c.' + name for name in COLUMNS.split(', '))}, t.body FROM tail t"
        " CROSS JOIN changeset c ON c.n = t.n WHERE c.space=? AND c.device=? ORDER BY c.n",
        (space, device),
    ).fetchall()
    for row in rows:
        yield ChangesetRow(*row[:-1]), row[-1]


def tail_bodies(journal: Journal, space: int, device: int, below: int) -> dict[int, list[tuple[int, bytes]]]:
    """Return the open segments with seq < `below`: seq → (row, body) of its changesets in order."""
    journal.write_down()
    found: dict[int, list[tuple[int, bytes]]] = {}
    for seq, n, body in journal.connection.execute(
        "SELECT c.seq, t.n, t.body FROM tail t CROSS JOIN changeset c ON c.n = t.n"
        " WHERE c.space=? AND c.device=? AND c.seq<? ORDER BY t.n",
        (space, device, below),
    ):
        found.setdefault(seq, []).append((n, body))
    return found


def tail_devices(journal: Journal, space: int) -> list[int]:
    """Return whose changesets stand in the open tail of a space: this laptop's, also under a former identity."""
    sql = "SELECT DISTINCT c.device FROM tail t CROSS JOIN changeset c ON c.n = t.n WHERE c.space=? ORDER BY c.device"
    return [row[0] for row in journal.connection.execute(sql, (space,))]


def add_restated(journal: Journal, n: int, changeset: Changeset) -> None:
    """Keep whole what stands in the place of an erased changeset."""
    journal.connection.execute("INSERT INTO restated VALUES (?, ?)", (n, encode_payload([changeset])))


def note_mention(journal: Journal, space: int, device: int, seq: int) -> None:
    """Note that a segment speaks of somebody who was erased without its laptop's knowing."""
    journal.connection.execute("INSERT OR IGNORE INTO mention VALUES (?,?,?)", (space, device, seq))
