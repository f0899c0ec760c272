"""Looking through everything that this laptop holds of the journal, whether it counts or not."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.erase import opened
from learningcircles.storage.journal import remembered
from learningcircles.storage.logs import Have, Logs
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.stands_for import StandsFor
from learningcircles.trust.redact import Name, Redaction


class Held(NamedTuple):
    """A segment that can be read here: all that it says, what of it counts by place, and what it stands for.

    `rows` are also all that is said in the place of those that it stands for, be it in other segments.
    """

    name: Name
    hash: bytes
    changesets: list[Changeset]
    rows: list[Restated]
    instead_of: dict[Name, bytes]


def held_segments(circle: Circle) -> Iterator[Held]:
    """Yield every segment whose payload is here and opens; slow, for the rare times when all must be seen."""
    journal, stands_for = circle.journal, _stands_for(circle)
    rows = circle.connection.execute(
        "SELECT header, signature, payload FROM segment WHERE payload IS NOT NULL ORDER BY space, device, seq"
    ).fetchall()
    for row in rows:
        segment = Segment(*row)
        header = Header.parse(segment.header)
        changesets = opened(journal, header, segment)
        if changesets is None:
            continue
        name, hash_ = (header.space, header.device, header.seq), header_hash(segment.header)
        again = restated_in(segment, header, journal.key_for(header))
        own = [Restated(header.device, header.seq, place, each) for place, each in enumerate(changesets) if each.ops]
        said = [*changesets, *(row.changeset for row in again)]
        own = stands_for.rows(name, hash_) if stands_for.is_waiting(name, hash_) else own
        origins, counting = stands_for.behind(name, hash_, again)
        yield Held(name, hash_, said, [*own, *counting], origins)


def unripe(circle: Circle) -> set[tuple[Name, bytes]]:
    """Return the (name, header hash) of segments that are here and not to be erased yet (see `StandsFor.unripe`).

    Only what says nothing yet is among them: of what anybody sees nothing is kept from being erased, whatever another
    organizer's program has written into the list. So nothing of the catalogue is, which anybody can open.
    """
    stands_for = _stands_for(circle)
    sealed = {item: erased for item, erased in stands_for.unripe().items() if item[0][0] != Space.CATALOGUE}
    return {item for item, erased in sealed.items() if _only_waits(circle, stands_for, item, erased)}


def _only_waits(circle: Circle, stands_for: StandsFor, item: tuple[Name, bytes], erased: Set[Name]) -> bool:
    """Return whether a segment is here, has no changes of its own, says again something that is `erased`, and none of
    it counts yet.
    """
    journal, (name, hash_) = circle.journal, item
    segment = journal.segment(name[0], journal.numbers.of(name[1]), name[2])
    if segment is None or header_hash(segment.header) != hash_:
        return False
    header = Header.parse(segment.header)
    again = restated_in(segment, header, journal.key_for(header))
    waits = any((name[0], row.device, row.seq) in erased for row in again)
    own = opened(journal, header, segment) or ()
    return waits and not any(each.ops for each in own) and not stands_for.behind(name, hash_, again)[0]


def _stands_for(circle: Circle) -> StandsFor:
    return StandsFor(circle, Restatements(circle.journal, Logs(circle.connection, circle.journal.numbers)))


def sealed_under(circle: Circle, device: bytes) -> set[tuple[int, bytes]]:
    """Return (space, name) of the epochs under which a laptop's segments are sealed."""
    rows = circle.connection.execute(
        "SELECT header FROM segment WHERE device=? AND space<>?", (circle.journal.numbers.of(device), Space.CATALOGUE)
    )
    headers = [Header.parse(packed) for (packed,) in rows]
    epochs = ((header.space, circle.roster.epoch_of(header.space, header.roster_head)) for header in headers)
    return {(space, epoch.name) for space, epoch in epochs if epoch is not None}


def wanting(circle: Circle) -> Have:
    """Return how far the logs are held whole in which a published payload was left out by who should not.

    One is dropped only for what supersedes it, which is no older; so the newest one is never dropped.
    """
    return remembered(circle.journal, "wanting", lambda: _wanting(circle))


def _wanting(circle: Circle) -> Have:
    found: Have = {}
    erased = circle.roster.state.redactions
    for header in Logs(circle.connection, circle.journal.numbers).blank(Space.CATALOGUE):
        log = (header.space, header.device)
        if not erased.concern((*log, header.seq)):
            found[log] = min(header.seq - 1, found.get(log, header.seq))
    return found


def unsaid_segments(circle: Circle) -> Iterator[Held]:
    """Yield the erased segments in whose place nothing stands everywhere: what was said instead of them was lost.

    Where the payload is here no more, what was said instead is taken from the branch that lost.
    """
    restatements = Restatements(circle.journal, Logs(circle.connection, circle.journal.numbers))
    due = list(_unsaid(circle, restatements))
    whole = {held.name: held for held in held_segments(circle)} if due else {}
    for redaction, name, hash_ in due:
        said = restatements.said(redaction, name[0])
        again = [row for row in said if (row.device, row.seq) == name[1:] and row.changeset.ops]
        if name in whole:
            yield whole[name]
        elif restatements.complete(redaction):
            yield Held(name, hash_, [row.changeset for row in again], again, {})


def _unsaid(circle: Circle, restatements: Restatements) -> Iterator[tuple[Redaction, Name, bytes]]:
    """Yield the erased segments that no redaction has said again since the one whose restatement was lost."""
    redactions = restatements.redactions
    for redaction in redactions.entries:
        newest = [n for n, hash_ in redaction.erase.items() if redactions.naming(n, hash_)[0] is redaction]
        if newest and restatements.is_lost(redaction):
            for name in newest:
                if _hash_of(circle, name) == redaction.erase[name]:
                    yield redaction, name, redaction.erase[name]


def _hash_of(circle: Circle, name: Name) -> bytes | None:
    segment = circle.journal.segment(name[0], circle.journal.numbers.of(name[1]), name[2])
    return header_hash(segment.header) if segment is not None else None
