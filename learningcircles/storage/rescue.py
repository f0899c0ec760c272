"""What does not count: of laptops that were shut out or refused, or may do less now; kept as rescue bundles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.scrub import Scrub, scrub_of
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload
from learningcircles.storage.erase import others_words
from learningcircles.storage.journal import Journal, written
from learningcircles.storage.logs import BEHIND, PARTLY, Logs, sizes_aside
from learningcircles.storage.restate import Restatements
from learningcircles.storage.rests import Rests
from learningcircles.storage.theirs import with_theirs
from learningcircles.trust.counts import Verdict, judge, may_hold
from learningcircles.trust.members import forerunners


class Kept(NamedTuple):
    """A segment that was set aside; `changesets` is None where this laptop has no key for it."""

    header: Header
    changesets: list[Changeset] | None


class Lost(NamedTuple):
    """A segment that lost, and whether its payload is here."""

    hash: bytes
    header: Header
    whole: bool


class Branches(NamedTuple):
    """What lies aside of a laptop's logs: the hashes of the last headers of all their branches, those that count among
    them, how many segments lost, and of how many bytes."""

    ends: list[bytes]
    segments: int
    size: int


def kept_segments(journal: Journal, device: bytes | None = None, space: int | None = None) -> Iterator[Kept]:
    """Yield what was set aside of all laptops, or of one, in all spaces, or in one, each log in its order.

    Nothing of whoever was erased, nor of what is theirs alone and stands nowhere else.
    """
    assert journal.roster is not None
    redactions = journal.roster.state.redactions
    if not redactions:
        yield from _kept(journal, device, space)
        return
    found = list(_kept(journal, device, space))
    said = [item for kept in found for item in kept.changesets or ()]
    scrub = with_theirs(journal.connection, Scrub(frozenset(redactions.people), frozenset(redactions.gone)), said)
    for kept in found:
        left = None if kept.changesets is None else [each for item in kept.changesets if (each := scrub.without(item))]
        if left or left == kept.changesets:
            yield kept._replace(changesets=left)


def _kept(journal: Journal, device: bytes | None, space: int | None) -> Iterator[Kept]:
    logs = Logs(journal.connection, journal.numbers)
    yield from _not_counting(journal, logs, device, space)
    yield from _without_right(journal, logs, device, space)
    devices = None if device is None else {device}
    yield from (kept for kept in gone_back(journal, devices) if space in (None, kept.header.space))
    if space != Space.CATALOGUE:
        yield from _never_written_again(journal, logs, device)


def _not_counting(journal: Journal, logs: Logs, device: bytes | None, space: int | None) -> Iterator[Kept]:
    assert journal.roster is not None
    for state, packed in logs.states(Verdict.CUT.value, PARTLY, BEHIND, space=space):
        header = Header.parse(packed)
        if state == BEHIND and not _is_out(judge(journal.roster, header, header_hash(packed)), header):
            continue
        if device in (None, header.device):
            items = _opened(
                journal, header, journal.segment(header.space, journal.numbers.of(header.device), header.seq)
            )
            yield Kept(header, _left_out(journal, header, items) if state == PARTLY and items else items)


def _is_out(verdict: Verdict, header: Header) -> bool:
    """Return whether what lies beyond a gap will not count once that is filled, but may be taken in."""
    return verdict is Verdict.CUT or (verdict is Verdict.NOT and header.space != Space.CATALOGUE)


def _without_right(journal: Journal, logs: Logs, device: bytes | None, space: int | None) -> Iterator[Kept]:
    """Yield what its laptop had no right to write: it only looked by then, as the list says, and had not heard yet.

    Nothing of what is published: it never covered anything, and nobody takes it in.
    """
    assert journal.roster is not None
    for _, packed in logs.states(Verdict.NOT.value, space=space):
        header = Header.parse(packed)
        wanted = device in (None, header.device) and header.space != Space.CATALOGUE
        if wanted and judge(journal.roster, header, header_hash(packed)) is Verdict.NOT:
            segment = journal.segment(header.space, journal.numbers.of(header.device), header.seq)
            items = _opened(journal, header, segment)
            left = [each for each in items or () if (header.space, each.tick) not in written(journal, each.action)]
            if left or items is None:
                yield Kept(header, None if items is None else left)


def gone_back(journal: Journal, devices: Collection[bytes] | None = None) -> Iterator[Kept]:
    """Yield what does not count, of all laptops or of some, because it names an older roster head than its log did
    before, and was not written again: its laptop followed a list that has lost since, if it is honest.
    """
    assert journal.roster is not None
    logs = Logs(journal.connection, journal.numbers)
    for _, packed in logs.states(Verdict.NOT.value):
        header = Header.parse(packed)
        wanted = devices is None or header.device in devices
        if not wanted or judge(journal.roster, header, header_hash(packed)) is not Verdict.COUNTS:
            continue
        segment = journal.segment(header.space, journal.numbers.of(header.device), header.seq)
        items = _opened(journal, header, segment) or []
        left = [each for each in items if (header.space, each.tick) not in written(journal, each.action)]
        if left:
            yield Kept(header, left)


def to_write_again(journal: Journal, makers: Collection[bytes]) -> Iterator[Kept]:
    """Yield what these laptops have not written again of what they wrote: while they followed a list that has lost, and
    on branches that lost, where it was erased, as it is said instead.
    """
    yield from gone_back(journal, makers)
    logs = Logs(journal.connection, journal.numbers)
    for hash_, header, whole in logs.headers_aside():
        if header.device in makers and not whole:
            items = _opened(journal, header, logs.aside(hash_)) or []
            left = [each for each in items if (header.space, each.tick) not in written(journal, each.action)]
            if left:
                yield Kept(header, left)


def _never_written_again(journal: Journal, logs: Logs, device: bytes | None) -> Iterator[Kept]:
    """Yield what lost of two branches of a log, and its laptop has not written again: it may not know of it."""
    assert journal.roster is not None
    again: set[bytes] | None = None
    rests = Rests(journal.connection)
    for hash_, header, _ in logs.headers_aside():
        if header.device not in journal.roster.devices or device not in (None, header.device):
            continue
        items = _opened(journal, header, logs.aside(hash_)) or [row.changeset for row in rests.own(header)]
        left = [item for item in items if not journal.of_action(item.action)]
        if left and again is None:  # what was written again under a new identity, and does not count there either
            there = (*_not_counting(journal, logs, None, None), *_without_right(journal, logs, None, None))
            again = {item.action for kept in there for item in kept.changesets or ()}
        left = [item for item in left if item.action not in (again or ())]
        if left:
            yield Kept(header, left)


def losing_segments(journal: Journal, makers: Collection[bytes] | None = None) -> Iterator[Segment]:
    """Yield segments of losing branches whose laptops may not know of them, log by log (see `losing_headers`)."""
    logs = Logs(journal.connection, journal.numbers)
    for lost in losing_headers(journal, makers):
        segment = logs.aside(lost.hash)
        if segment is not None:
            yield segment


def losing_headers(journal: Journal, makers: Collection[bytes] | None = None) -> list[Lost]:
    """Return the headers of segments of losing branches whose laptops may not know of them, log by log.

    `makers`: of their logs alone, be they succeeded. A laptop that was restored may have lost them with its disk: it is
    to write them again under a new identity. Of one that was shut out they wait for an organizer, on whichever laptop.
    It is asked at every share, and reads no payload. One without payload is told where all is here that is said in its
    place, be it nothing: others go on from it.
    """
    assert journal.roster is not None
    devices = journal.roster.devices
    succeeded = {each.succeeds for each in devices.values()}
    logs = Logs(journal.connection, journal.numbers)
    restatements = Restatements(journal, logs)
    found: list[Lost] = []
    for hash_, header, whole in logs.headers_aside():
        maker = devices.get(header.device)
        if maker is None or not (whole or _is_said_again(restatements, header, hash_)):
            continue
        if maker.revoked or maker.id not in succeeded if makers is None else maker.id in makers:
            found.append(Lost(hash_, header, whole))
    return sorted(found, key=lambda lost: (lost.header.space, lost.header.device, lost.header.seq, lost.hash))


def _is_said_again(restatements: Restatements, header: Header, hash_: bytes) -> bool:
    return restatements.is_said_again((header.space, header.device, header.seq), hash_)


def branches_of(journal: Journal, makers: Collection[bytes]) -> dict[bytes, Branches]:
    """Return what lies aside of the logs of these laptops, of those of which any branch has lost."""
    logs = Logs(journal.connection, journal.numbers)
    lost: dict[bytes, dict[bytes, Header]] = {}
    sizes: Counter[bytes] = Counter()
    for hash_, header, size in sizes_aside(journal.connection):
        if header.device in makers:
            lost.setdefault(header.device, {})[hash_] = header
            sizes[header.device] += size
    heads = list(logs.heads()) if lost else []
    found: dict[bytes, Branches] = {}
    for maker, headers in lost.items():
        forked = {header.space for header in headers.values()}
        ends = headers.keys() - {header.prev_hash for header in headers.values()}
        ends |= {head for space, device, _, head in heads if device == maker and space in forked}
        found[maker] = Branches(sorted(ends), len(headers), sizes[maker])
    return found


def written_only_there(journal: Journal, late: Iterable[Segment], device: bytes) -> list[Segment]:
    """Return what a laptop, by whatever name, wrote only on branches that had lost before it learned of them."""
    assert journal.roster is not None
    makers = forerunners(journal.roster.devices, device)
    found: list[Segment] = []
    for segment in late:
        header = Header.parse(segment.header)
        items = _opened(journal, header, segment) if header.device in makers else None
        if items and not all((header.space, item.tick) in written(journal, item.action) for item in items):
            found.append(segment)
    return found


class Written:
    """What the logs of a laptop, by whatever name, hold in the tables beside segments that have just lost."""

    def __init__(self, journal: Journal, makers: Collection[bytes], lost: Iterable[Segment]) -> None:
        self._journal = journal
        self._makers = {journal.numbers.of(maker) for maker in makers}
        headers = [Header.parse(segment.header) for segment in lost]
        self._lost = {(each.space, journal.numbers.of(each.device), each.seq) for each in headers}

    def elsewhere(self, space: int, item: Changeset) -> bool:
        """Return whether a changeset of a branch that lost stands in one of these logs all the same.

        A laptop that was restored may have it open, or written again under its new name, before it hears of the branch.
        """
        rows = [row for row in self._journal.of_action(item.action) if (row.space, row.tick) == (space, item.tick)]
        return any(row.device in self._makers and row[1:4] not in self._lost for row in rows)


def _left_out(journal: Journal, header: Header, items: list[Changeset]) -> list[Changeset]:
    """Return what does not count of a segment that counts: a laptop that may do less had written it before."""
    assert journal.roster is not None
    grant = journal.roster.devices[header.device].grant_at(journal.roster.standing(header.roster_head) or 0)
    return [item for item in items if not all(may_hold(grant, op) for op in item.ops)]


def _opened(journal: Journal, header: Header, segment: Segment | None) -> list[Changeset] | None:
    """Return what a segment says, or what is said in its place, without those who were erased since."""
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
    others = others_words(journal.connection, redactions.people) if redactions else ()
    scrub = scrub_of(frozenset(redactions.people), frozenset(redactions.gone), marks, items, others)
    return [left for item in items if (left := scrub.without(item)) is not None] if redactions else items
