"""What laptops wrote of which the list keeps nothing more, on a laptop that may erase nobody.

More copies of a disk that was shut out go on than a list keeps. No organizer's laptop may ever have what they wrote, so
none names it in an entry; and here it is neither offered nor counted.
"""

from __future__ import annotations

from learningcircles.journal.changeset import Changeset
from learningcircles.journal.scrub import Scrub
from learningcircles.journal.segment import Header, Segment
from learningcircles.storage.erase import ERASED, PURGE, opened
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import UNLISTED, WAITS, Logs
from learningcircles.storage.meta import Meta
from learningcircles.storage.restate import restated_in
from learningcircles.trust.counts import Verdict


def unlisted(journal: Journal, logs: Logs) -> list[Header]:
    """Return the headers of what is held of such laptops, log by log."""
    assert journal.roster is not None
    states = logs.states(WAITS, UNLISTED, Verdict.CUT.value, Verdict.NOT.value)
    held = (Header.parse(packed) for _, packed in states)
    return [header for header in held if header.device not in journal.roster.devices]


def let_go(journal: Journal, logs: Logs, scrub: Scrub) -> None:
    """End each of these logs before what speaks of who is erased, in the caller's transaction: a log has no gaps.

    Should the list name its laptop again, it comes once more as far as others hold it.
    """
    gone: set[tuple[int, bytes]] = set()
    for header in unlisted(journal, logs):
        log = header.space, header.device
        if log in gone or not any(map(scrub.speaks, _said(journal, header))):
            continue
        gone.add(log)
        logs.cut_off(header.space, logs.numbers.of(header.device), header.seq, header.prev_hash, keep=False)
    if gone:
        meta = Meta(journal.connection)
        meta.put(PURGE, 1)
        meta.put(ERASED, 1)


def _said(journal: Journal, header: Header) -> list[Changeset]:
    """Return all that a segment says, of others too; nothing where it cannot be read here."""
    segment: Segment | None = journal.segment(header.space, journal.numbers.of(header.device), header.seq)
    changesets = opened(journal, header, segment) if segment is not None and segment.payload is not None else None
    if segment is None or changesets is None:
        return []
    return [*changesets, *(row.changeset for row in restated_in(segment, header, journal.key_for(header)))]
