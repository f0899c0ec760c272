"""A request and the exchange that is proposed for it: what becomes of the one says how it stands with the other.

No exchange names its request: it is with who asked, and under the request's topic, as `Swaps.propose` writes it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.storage.subjects import same

OPEN, MATCHED, FULFILLED = "open", "matched", "fulfilled"
PROPOSED, CONFIRMED, DECLINED, DISPUTED, REVERSED = "proposed", "confirmed", "declined", "disputed", "reversed"
"""An exchange's record says its state, and the ledger follows it: its entries are the same after a reversal, a dispute,
and the undoing of a confirmation, so that they could not tell these apart."""
BESIDE = {PROPOSED: MATCHED, CONFIRMED: FULFILLED, DISPUTED: MATCHED, DECLINED: OPEN, REVERSED: OPEN}
"""State of an exchange → that of the request which it is for."""


def topic_of(request: Record) -> str:
    """Return the topic of an exchange for a request."""
    return str(request["topic"] or request["title"] or "")


def request_of(reader: Reader, swap: Record, gone: Collection[bytes] = ()) -> Record | None:
    """Return the request that an exchange is for, as it stands beside an exchange in this state.

    None also where it may be for one of several, or another exchange beside which a request stands the same may be for
    it as well: then somebody says by hand how it stands. `gone`: exchanges that one action has turned before this one.
    """
    beside = BESIDE.get(str(swap["state"]))
    if beside is None or not swap["receiver"]:
        return None
    about = same(str(swap["topic"] or ""))
    asked = reader.list("request", where={"member": swap["receiver"], "state": beside})
    found = [each for each in asked if same(topic_of(each)) == about]
    alike = [state for state, stands in BESIDE.items() if stands == beside]
    others = reader.list("swap", where={"receiver": swap["receiver"], "state": alike})
    others = [each for each in others if same(str(each["topic"] or "")) == about and each.id not in {swap.id, *gone}]
    return found[0] if len(found) == 1 and not others else None


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
