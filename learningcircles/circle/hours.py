"""The entries that move a swap's minutes: what takes the ledger from what counts in it to what a record asks for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from learningcircles import ids
from learningcircles.journal.operations import EntryOp
from learningcircles.storage import settlements
from learningcircles.storage.accounts import minutes_of
from learningcircles.storage.connect import Connection
from learningcircles.storage.given_back import LEAVING
from learningcircles.storage.settlements import Legs, Settlement


def settling(
    connection: Connection, swap: bytes, fields: Mapping[str, Any], *, deleted: bool, date: str
) -> list[EntryOp]:
    """Return what brings a swap's minutes to what its record asks for: nothing where they agree, whoever wrote them.

    Compared with the ledger, not with what the record said before: after two corrections apart from each other
    the record holds the later one, and the ledger the earlier one. `date`: today, for what has none.
    """
    seen = settlements.of_source(connection, swap)
    stands, legs = settlements.standing(seen), settlements.owed(fields, deleted=deleted)
    if legs is None or settlements.agree(stands, legs, fields.get("on")):
        return []
    back = [reversal_of(stands, date)] if stands is not None else []
    if not legs:
        return back
    return [*back, settlement_entry(swap, "swap", settlements.next_round(seen), legs, str(fields["on"]))]


def leaving_entry(connection: Connection, circle: bytes, member: bytes, date: str) -> EntryOp | None:
    """Return what moves all minutes of a member's own account to the circle's pot; None where there are none.

    Its source follows from the member and from how often they have left before, so that two laptops that note the same
    leaving apart from each other settle it once: equal legs are one settlement, and of differing ones one counts.
    """
    account = ids.account(member)
    minutes = minutes_of(connection, account)
    if not minutes:
        return None
    times, seen = 0, settlements.of_source(connection, ids.leaving(member, 0))
    while settlements.standing(seen) is not None:
        times += 1
        seen = settlements.of_source(connection, ids.leaving(member, times))
    legs = ((account, -minutes), (ids.pot(circle), minutes))
    return settlement_entry(ids.leaving(member, times), LEAVING, settlements.next_round(seen), legs, date)


def reversal_of(row: Settlement, date: str) -> EntryOp:
    """Return the one reversal of a settlement; any laptop that makes it makes the same one."""
    legs = tuple((account, -minutes) for account, minutes in row.legs)
    return EntryOp(ids.reversal(row.id), "reversal", row.source, row.round, row.id, legs, row.date or date)


def settled_again(row: Settlement, round_: int) -> EntryOp:
    """Return a settlement with the legs of an earlier, reversed one, in a later round."""
    return settlement_entry(row.source, row.kind, round_, row.legs, row.date)


def settlement_entry(source: bytes, kind: str, round_: int, legs: Legs, date: str) -> EntryOp:
    """Return the entry that settles a source in a round; legs sum to zero."""
    return EntryOp(ids.settlement(source, round_, legs), kind, source, round_, None, legs, date)
