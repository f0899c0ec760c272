"""A request and the exchange that is proposed for it: what becomes of the one says how it stands with the other.

No exchange names its request: it is with who asked, and under the request's topic, as `Swaps.propose` writes it. Where
that does not tell, the journal does: one action has proposed the exchange and matched the request.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.errors import Unreadable
from learningcircles.journal.operations import DELETED
from learningcircles.storage.subjects import same
from learningcircles.storage.undo_stack import PastWrite

OPEN, MATCHED, FULFILLED = "open", "matched", "fulfilled"
PROPOSED, CONFIRMED, DECLINED, DISPUTED, REVERSED = "proposed", "confirmed", "declined", "disputed", "reversed"
"""An exchange's record says its state, and the ledger follows it: its entries are the same after a reversal, a dispute,
and the undoing of a confirmation, so that they could not tell these apart."""
BESIDE = {PROPOSED: MATCHED, CONFIRMED: FULFILLED, DISPUTED: MATCHED, DECLINED: OPEN, REVERSED: OPEN}
"""State of an exchange → that of the request which it is for."""
_Writes = Mapping[str, Sequence[PastWrite]]


def topic_of(request: Record) -> str:
    """Return the topic of an exchange for a request."""
    return str(request["topic"] or request["title"] or "")


def turned(
    reader: Reader, swap: Record, fields: Mapping[str, Any], gone: Collection[bytes] = ()
) -> tuple[bytes, dict[str, Any]] | None:
    """Return (request, what is to be written of it) where an exchange turns the request that it is for, being written.

    `fields`: what is written of the exchange, DELETED among it. What took place took place: whoever removes a confirmed
    one, or brings it back, turns nothing. `gone`: exchanges that the same action has turned before this one.
    """
    beside = _beside(swap["state"], swap.deleted)
    after = _beside(fields.get("state", swap["state"]), fields.get(DELETED, swap.deleted) is True)
    if beside is None or after in (None, beside):
        return None
    asked = _request_of(reader, swap, beside, gone)
    return None if asked is None else (asked.id, {"state": after})


def _beside(state: Any, deleted: bool) -> str | None:
    """Return how a request stands beside an exchange, removed or not; None where that does not say."""
    stands = BESIDE.get(str(state))
    if not deleted:
        return stands
    return OPEN if stands == MATCHED else None


def _request_of(reader: Reader, swap: Record, beside: str, gone: Collection[bytes]) -> Record | None:
    """Return the request that an exchange is for, where it stands like this.

    That is the one for which it was proposed (see `Swaps.propose`). An exchange that was recorded by itself may be for
    any request that was there before it, or that was written down later as matched or fulfilled already: who asks once
    an exchange is there asks anew. The clocks of those who wrote them tell which was first; what was proposed for a
    request is known without them, and so is what was turned with the exchange before. A removed one comes back for no
    other than these.

    None where it may be for several, where another exchange beside which a request stands the same may be for it as
    well, and where what was written of them does not open here: then somebody says by hand how it stands.
    """
    if not swap["receiver"]:
        return None
    about = same(str(swap["topic"] or ""))
    asked = reader.list("request", where={"member": swap["receiver"]})
    asked = [each for each in asked if same(topic_of(each)) == about]
    if all(each["state"] != beside for each in asked):
        return None
    try:
        return _only_one(reader, swap, beside, asked, gone)
    except Unreadable:
        return None


def _only_one(
    reader: Reader, swap: Record, beside: str, asked: Sequence[Record], gone: Collection[bytes]
) -> Record | None:
    written = {each.id: reader.writes("request", each.id) for each in asked}
    mine = reader.writes("swap", swap.id)
    known = _known(mine, written)
    meant = known if swap.deleted else _meant(mine, written)
    found = [each for each in asked if each["state"] == beside and each.id in meant]
    if len(found) != 1:
        return None
    if known and beside == OPEN:
        return found[0]  # beside it stand those that came to nothing
    alike = [state for state, stands in BESIDE.items() if stands == beside]
    for each in reader.list("swap", where={"receiver": swap["receiver"], "state": alike}):
        if each.id in {swap.id, *gone} or same(str(each["topic"] or "")) != same(topic_of(found[0])):
            continue
        if found[0].id in _meant(reader.writes("swap", each.id), written):
            return None
    return found[0]


def _meant(swap: _Writes, requests: Mapping[bytes, _Writes]) -> set[bytes]:
    """Return for which of these requests an exchange may be."""
    may = {id_ for id_, request in requests.items() if _may_have_asked(swap, request)}
    return _known(swap, requests) or may


def _known(swap: _Writes, requests: Mapping[bytes, _Writes]) -> set[bytes]:
    proposed = {id_ for id_, request in requests.items() if _is_proposed(swap, request)}
    return proposed or {id_ for id_, request in requests.items() if _was_turned(swap, request)}


def _is_proposed(swap: _Writes, request: _Writes) -> bool:
    made = {write.action for write in swap.get("receiver", ())}
    return any(write.value == MATCHED and write.action in made for write in request.get("state", ()))


def _was_turned(swap: _Writes, request: _Writes) -> bool:
    turns = {write.action for name in ("state", DELETED) for write in swap.get(name, ())}
    return any(write.action in turns for write in request.get("state", ())[1:])


def _may_have_asked(swap: _Writes, request: _Writes) -> bool:
    settled = any(write.value in (MATCHED, FULFILLED) for write in request.get("state", ())[:1])
    return settled or _began(request) < _began(swap)


def _began(writes: _Writes) -> tuple[int, bytes, int, int]:
    return min((held[0].order for held in writes.values()), default=(0, b"", 0, 0))


def proposed_for(reader: Reader, requests: Sequence[Record]) -> dict[bytes, str]:
    """Return request → day ("2026-11-20") of the exchange that is proposed for it, for those that are matched."""
    asked = [each for each in requests if each["state"] == MATCHED and each["member"]]
    if not asked:
        return {}
    where = {"receiver": list({each["member"] for each in asked}), "state": PROPOSED}
    days: dict[tuple[bytes, str], str] = {}
    for swap in reader.list("swap", where=where, order="on", descending=True):
        days[swap["receiver"], same(str(swap["topic"] or ""))] = str(swap["on"] or "")
    found = ((each.id, days.get((each["member"], same(topic_of(each))))) for each in asked)
    return {id_: day for id_, day in found if day}
