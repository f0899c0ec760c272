"""Leavings that two laptops noted apart from each other, one of which has taken its own back.

Equal legs are one settlement, so that there is one reversal for both: the member has the hours again, though by the
other laptop, which did not know of it, they have left. People are asked which of the two holds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from learningcircles import ids
from learningcircles.journal.operations import EntryOp
from learningcircles.storage import settlements
from learningcircles.storage.connect import Connection
from learningcircles.storage.journal import Journal, Past, remembered
from learningcircles.storage.rows import Register
from learningcircles.storage.settlements import Settlement
from learningcircles.storage.standing import standing

LEAVING = "leaving"
"""The kind of settlement that moves what a member leaves behind."""
GONE = ("left", "anonymised")
"""Statuses of members who have left."""
_TAKEN_BACK = (
    "SELECT DISTINCT s.source FROM settlement r JOIN settlement s ON s.id = r.reverses"
    " WHERE r.reverses IS NOT NULL AND s.kind = ?"
)


class GivenBack(NamedTuple):
    """A member who has left by their `status`, and whose hours were `settled` and `taken` back."""

    member: bytes
    record: int
    status: Register
    settled: Settlement
    taken: Settlement


def given_back(journal: Journal) -> Iterator[GivenBack]:
    """Yield the members whose record says that they have left, and whose hours somebody has given back."""
    connection = journal.connection
    sources: set[bytes] = remembered(
        journal,
        "leavings taken back",
        lambda: {source for (source,) in connection.execute(_TAKEN_BACK, (LEAVING,))},
        lambda before, pasts: before | set(_taken_back(connection, pasts)),
    )
    pairs = [pair for source in sorted(sources) if (pair := _last(settlements.of_source(connection, source)))]
    members = _of_accounts(connection, {account for row, _ in pairs for account, _ in row.legs})
    for settled, taken in pairs:
        for member, record in (members[account] for account, _ in settled.legs if account in members):
            status = standing(connection, "member", member, record).get("status")
            if status is not None and status.value in GONE:
                yield GivenBack(member, record, status, settled, taken)


def _taken_back(connection: Connection, pasts: Sequence[Past]) -> Iterator[bytes]:
    """Yield the sources of leavings among those that something was reversed of."""
    touched = {op.source for past in pasts for op in past.ops if isinstance(op, EntryOp)}
    for source in touched:
        rows = settlements.of_source(connection, source)
        if any(row.kind == LEAVING for row in rows) and any(row.reverses is not None for row in rows):
            yield source


def _last(rows: Collection[Settlement]) -> tuple[Settlement, Settlement] | None:
    """Return what counts of a source, and its reversal; None where it stands."""
    settled = next((row for row in rows if row.reverses is None and row.counts and row.kind == LEAVING), None)
    taken = next((row for row in rows if settled is not None and row.reverses == settled.id), None)
    return None if settled is None or taken is None else (settled, taken)


def _of_accounts(connection: Connection, accounts: Iterable[bytes]) -> dict[bytes, tuple[bytes, int]]:
    """Return account → (member, number of their record); each member is read where there is an account at all."""
    wanted = set(accounts)
    rows = connection.execute("SELECT id, n FROM record WHERE entity = 'member'") if wanted else ()
    found = ((ids.account(member), (bytes(member), n)) for member, n in rows)
    return {account: who for account, who in found if account in wanted}
