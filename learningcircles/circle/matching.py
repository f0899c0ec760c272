"""A request and the exchange that is proposed for it: what becomes of the one says how it stands with the other.

No exchange names its request: it is with who asked, and under the request's topic, as `Swaps.propose` writes it.
"""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.storage.subjects import same

MATCHED = "matched"


def topic_of(request: Record) -> str:
    """Return the topic of an exchange for a request."""
    return str(request["topic"] or request["title"] or "")


def request_of(reader: Reader, swap: Record) -> Record | None:
    """Return the matched request that an exchange is for; None also where it may be for one of several."""
    asked = reader.list("request", where={"member": swap["receiver"], "state": MATCHED}) if swap["receiver"] else []
    found = [each for each in asked if same(topic_of(each)) == same(str(swap["topic"] or ""))]
    return found[0] if len(found) == 1 else None


def proposed_for(reader: Reader, requests: Sequence[Record]) -> dict[bytes, str]:
    """Return request → day ("2026-11-20") of the exchange that is proposed for it, for those that are matched."""
    asked = [each for each in requests if each["state"] == MATCHED and each["member"]]
    if not asked:
        return {}
    where = {"receiver": list({each["member"] for each in asked}), "state": "proposed"}
    days: dict[tuple[bytes, str], str] = {}
    for swap in reader.list("swap", where=where, order="on", descending=True):
        days[swap["receiver"], same(str(swap["topic"] or ""))] = str(swap["on"] or "")
    found = ((each.id, days.get((each["member"], same(topic_of(each))))) for each in asked)
    return {id_: day for id_, day in found if day}
