"""What lies beyond what counts: segments of laptops that were shut out or refused, kept as rescue bundles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.scrub import scrub_of
from learningcircles.journal.segment import Header, header_hash, open_payload
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.restate import Restatements
from learningcircles.trust.counts import Verdict


class Kept(NamedTuple):
    """A segment that was set aside; `changesets` is None where this laptop has no key for it."""

    header: Header
    changesets: list[Changeset] | None


def kept_segments(journal: Journal, device: bytes | None = None) -> Iterator[Kept]:
    """Yield what was set aside of all laptops, or of one, each log in its order."""
    logs = Logs(journal.connection, journal.numbers)
    for _, packed in logs.states(Verdict.CUT.value):
        header = Header.parse(packed)
        if device in (None, header.device):
            yield Kept(header, _opened(journal, header))


def _opened(journal: Journal, header: Header) -> list[Changeset] | None:
    """Return what a segment says, or what is said in its place, without those who were erased since."""
    segment = journal.segment(header.space, journal.numbers.of(header.device), header.seq)
    key = journal.key_for(header)
    if segment is None or (key is None and header.space != 2):
        return None
    again = Restatements(journal, Logs(journal.connection, journal.numbers)).instead(
        header, header_hash(segment.header)
    )
    if again is not None:
        return [row.changeset for row in again]
    try:
        items = [item for item in open_payload(segment, header, key) if isinstance(item, Changeset)]
    except CircleError:
        return None
    assert journal.roster is not None
    redactions = journal.roster.state.redactions
    marks = journal.marks(redactions.entries)
    scrub = scrub_of(frozenset(redactions.people), frozenset(redactions.gone), marks, items)
    return [left for item in items if (left := scrub.without(item)) is not None] if redactions else items
