"""Looking through everything that this laptop holds of the journal, whether it counts or not."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.erase import opened
from learningcircles.storage.journal import remembered, written
from learningcircles.storage.logs import Have, Logs
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.rests import Rests
from learningcircles.trust.redact import Name, Redaction


class Held(NamedTuple):
    """A segment that can be read here: all that it says, what of it counts by place, and what it stands for."""

    name: Name
    hash: bytes
    changesets: list[Changeset]
    rows: list[Restated]
    instead_of: dict[Name, bytes]


def held_segments(circle: Circle) -> Iterator[Held]:
    """Yield every segment whose payload is here and opens; slow, for the rare times when all must be seen."""
    journal = circle.journal
    restatements = Restatements(journal, Logs(circle.connection, journal.numbers))
    rows = circle.connection.execute(
        "SELECT header, signature, payload FROM segment WHERE payload IS NOT NULL ORDER BY space, device, seq"
    ).fetchall()
    for row in rows:
        segment = Segment(*row)
        header = Header.parse(segment.header)
        changesets = opened(journal, header, segment)
        if changesets is None:
            continue
        name = (header.space, header.device, header.seq)
        again = restated_in(segment, header, journal.key_for(header))
        origins = _origins(circle, restatements, name, again)
        own = [Restated(header.device, header.seq, place, each) for place, each in enumerate(changesets) if each.ops]
        counting = [row for row in again if (header.space, row.device, row.seq) in origins]
        said = [*changesets, *(row.changeset for row in again)]
        yield Held(name, header_hash(segment.header), said, [*own, *counting], origins)


def left_aside(circle: Circle) -> Iterator[Held]:
    """Yield what is left of segments that lost and spoke of who was erased, where nobody has said it again yet.

    Not of laptops that were shut out: what they wrote is for whoever takes it in.
    """
    journal = circle.journal
    logs, rests = Logs(circle.connection, journal.numbers), Rests(circle.connection)
    redactions = circle.roster.state.redactions
    for hash_ in rests.hashes():
        segment = logs.aside(hash_)
        header = Header.parse(segment.header) if segment is not None else None
        maker = circle.roster.devices.get(header.device) if header is not None else None
        if header is None or maker is None or maker.revoked:
            continue
        name = (header.space, header.device, header.seq)
        rows = rests.of(hash_)
        left = [row for row in rows if (header.space, row.changeset.tick) not in written(journal, row.changeset.action)]
        if left and not redactions.naming(name, hash_):
            yield Held(name, hash_, [row.changeset for row in left], left, {})


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


def _origins(circle: Circle, restatements: Restatements, source: Name, again: list[Restated]) -> dict[Name, bytes]:
    """Return the erased segments in whose place this one counts: a later redaction may have said them again."""
    found: dict[Name, bytes] = {}
    names = {(source[0], row.device, row.seq) for row in again}
    for hash_, header in _all_called(circle, names):
        rows = restatements.instead(header, hash_) or []
        if any(row.source == source for row in rows):
            found[header.space, header.device, header.seq] = hash_
    return found


def _all_called(circle: Circle, names: Set[Name]) -> Iterator[tuple[bytes, Header]]:
    """Yield (hash, header) of the segments of these names, those among them that lost."""
    numbers = circle.journal.numbers
    logs = Logs(circle.connection, numbers)
    for space, device, seq in names:
        header = logs.header(space, numbers.of(device), seq)
        if header is not None:
            yield header_hash(header.encode()), header
    for hash_, header, _ in logs.headers_aside() if names else ():
        if (header.space, header.device, header.seq) in names:
            yield hash_, header
