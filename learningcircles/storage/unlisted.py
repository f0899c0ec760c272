"""What laptops wrote of which the list keeps nothing more, on a laptop that may erase nobody.

More copies of a disk that was shut out go on than a list keeps. No organizer's laptop may ever have what they wrote, so
none names it in an entry; and here it is neither offered nor counted.
"""

from __future__ import annotations

from collections.abc import Iterable

from learningcircles.journal.changeset import Changeset
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.segment import Header, Segment
from learningcircles.storage.erase import ERASED, PURGE, opened
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Have, Logs
from learningcircles.storage.meta import Meta
from learningcircles.storage.restate import restated_in


def unlisted(journal: Journal, logs: Logs) -> Have:
    """Return how far the logs of such laptops are held."""
    assert journal.roster is not None
    return {log: stored for log, stored in logs.have().items() if log[1] not in journal.roster.devices}


def let_go(journal: Journal, logs: Logs, held: Have, scrub: Scrub) -> None:
    """End each of these logs before what speaks of who is erased, in the caller's transaction: a log has no gaps.

    Should the list name its laptop again, it comes once more as far as others hold it.
    """
    for (space, device), stored in held.items():
        number = logs.numbers.of(device)
        end = _first_that_speaks(journal, logs.segments(space, number, 0, stored), scrub)
        if end is not None:
            logs.cut_off(space, number, end.seq, end.prev_hash, keep=False)
            meta = Meta(journal.connection)
            meta.put(PURGE, 1)
            meta.put(ERASED, 1)


def _first_that_speaks(journal: Journal, segments: Iterable[Segment], scrub: Scrub) -> Header | None:
    rows = ((Header.parse(segment.header), segment) for segment in segments)
    return next((header for header, each in rows if any(map(scrub.speaks, _said(journal, header, each)))), None)


def _said(journal: Journal, header: Header, segment: Segment) -> list[Changeset]:
    """Return all that a segment says, of others too; nothing where it cannot be read here."""
    again = restated_in(segment, header, journal.key_for(header))
    return [*(opened(journal, header, segment) or ()), *(row.changeset for row in again)]
