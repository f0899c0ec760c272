"""Requests that more than one exchange is proposed for, as two laptops may have done apart from each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.matching import MATCHED, PROPOSED, all_proposed_for
from learningcircles.circle.reader import Reader
from learningcircles_ui.pages.today.review_rows import names_of


class Promised(NamedTuple):
    """A request, who asks, and the exchanges, the soonest first, each with the name of who is to help."""

    request: Record
    member: str
    helpers: Sequence[tuple[Record, str]]


def read_promised(reader: Reader) -> list[Promised]:
    """Return them, the soonest first; on the reader's thread."""
    people = _proposed_several(reader)
    matched = reader.list("request", where={"state": MATCHED, "member": people}) if people else []
    found = {id_: swaps for id_, swaps in all_proposed_for(reader, matched).items() if len(swaps) > 1}
    several = sorted((each for each in matched if each.id in found), key=lambda each: str(found[each.id][0]["on"]))
    members = [each["member"] for each in several]
    names = names_of(reader, "member", [*members, *(swap["provider"] for each in several for swap in found[each.id])])

    def name(member: bytes) -> str:
        return names.get(member, "…")

    return [
        Promised(each, name(each["member"]), [(swap, name(swap["provider"])) for swap in found[each.id]])
        for each in several
    ]


def _proposed_several(reader: Reader) -> list[bytes]:
    """Return who is to receive more than one exchange: nobody else's requests need be read, of which are thousands."""
    shown_as = {each: first for first, others in reader.groups().items() for each in others}
    swaps = reader.list("swap", where={"state": PROPOSED})
    counted = Counter(shown_as.get(swap["receiver"], swap["receiver"]) for swap in swaps if swap["receiver"])
    several = [each for each, count in counted.items() if count > 1]
    groups = reader.groups(several)
    return [each for first in several for each in (first, *groups.get(first, ()))]
