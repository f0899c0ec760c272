"""Which erasures who wrote at a head of the list had heard of: in what it wrote nobody searches for those people.

An erasure on a list that lost holds (see `strays`), but no head of the list that counts tells of it, and who keeps that
list has never heard of it, or may have, at any of its heads alike. So an organizer's laptop that has asks for it again:
an entry of its own names it, and who writes from there on knows. All that was written before is searched for those
people, whoever wrote it; what comes later is not, or somebody else of that name could never be written of.
"""

from __future__ import annotations

from learningcircles.trust.redact import MOST_AGAIN, Redaction, Redactions
from learningcircles.trust.roster import Roster


def is_known(roster: Roster, redaction: Redaction, head: bytes) -> bool:
    """Return whether who names this head, of a list that lost or of the one that counts, had heard of an erasure."""
    side = roster.state.side.get(head)
    if side is not None and redaction.entry in side.heard:
        return True
    since = roster.state.redactions.told_from(redaction)
    return since is not None and since <= (roster.standing(head) or 0)


def unheard_of(redactions: Redactions) -> list[bytes]:
    """Return the hashes of the entries on lists that lost that an entry is to ask for again, at most `MOST_AGAIN`."""
    return [each.entry for each in redactions.entries if redactions.told_from(each) is None][:MOST_AGAIN]
