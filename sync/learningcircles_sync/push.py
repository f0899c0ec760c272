"""What a receiver makes of a push: pure, so that signatures are checked outside any transaction.

`examine` judges roster entries, proposals and segments against a view of the circle and says what to store;
`apply` stores it, unless the circle has moved meanwhile, and then everything is judged again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from learningcircles.crypto.sign import SigningKey
from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError, NotAllowed
from learningcircles.journal.segment import ZERO_HASH, Header, Segment, check_payload, header_hash, verify_segment
from learningcircles.trust import branches
from learningcircles.trust.counts import named_ends
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.placing import settle, with_certificate
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import device_of
from learningcircles_sync.knock import not_served
from learningcircles_sync.named import End, Step, awaited_ends
from learningcircles_sync.pages import whole_list
from learningcircles_sync.protocol import Sync
from learningcircles_sync.store import Back, CircleRoom, Erasure, Filed, Head, Link, LogName, Name

Heads = Mapping[LogName, Head]


class View(NamedTuple):
    """A circle as a receiver last read it."""

    version: int
    roster: Roster
    heads: Heads


@dataclass
class Push:
    """What a push changes."""

    roster: Roster
    start: int
    placed: list[Placed] = field(default_factory=list)
    proposals: list[Entry] = field(default_factory=list)
    settled: list[bytes] = field(default_factory=list)
    refused: list[tuple[bytes, str]] = field(default_factory=list)
    cuts: list[tuple[int, bytes, int]] = field(default_factory=list)
    filed: list[Filed | Back] = field(default_factory=list)
    fills: list[Filed] = field(default_factory=list)
    """Catalogue segments that are held, whose payload may not be."""
    aside: list[Filed] = field(default_factory=list)
    """Segments of branches that lose, which somebody else than their maker brings: it may not know of them."""
    awaited: dict[LogName, int] = field(default_factory=dict)
    """Up to which seq of a log that may be a branch which the list names, and of which the end is yet to come."""
    rejected: list[tuple[int, str]] = field(default_factory=list)
    had: int = 0
    farewell: bool = False
    """The signer was shut out, or its add refused: it is told so by the roster, and gets nothing else."""
    records: bool = False
    """The signer may write records, so that its word on which messages have become some is taken."""

    @property
    def moves_roster(self) -> bool:
        """Whether placed entries or proposals change."""
        return bool(self.placed or self.proposals or self.settled)

    @property
    def reached(self) -> bool:
        """Whether the end that the list names of some log is among what is stored now."""
        devices = self.roster.devices
        return any((row.seq, row.hash) in named_ends(devices[row.device], row.space) for row in self.filed)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to store."""
        return not (self.moves_roster or self.filed or self.fills or self.aside)


class Held(NamedTuple):
    """A stored segment that a pushed one meets: its header's hash, and its predecessor's (zeros for the first)."""

    space: int
    device: bytes
    seq: int
    hash: bytes | None
    before: bytes


class Moved(Exception):
    """The circle has changed since it was read; not an error of anybody's."""


def offered_roster(view: View, message: Sync, key: bytes) -> Roster:
    """Return the roster as it would be with what the push brings, nothing placed here yet. `key` is the receiver's.

    The entries' caps have been checked (`knock.entries_of`). Where the laptop's list is another one, one of the two
    counts (see `trust.branches`). Raises Unreadable where an entry is forged.
    """
    known = view.roster
    joined = branches.join(known, whole_list(known, message.roster), message.proposals, key=key)
    held = {entry.hash for entry in known.kept} | {*known.state.entries, *known.state.unread.values()}
    fresh = [entry for entry in [*message.proposals, *joined.leftover] if entry.hash not in held]
    fresh += [entry for entry in joined.leftover if entry.hash in known.state.entries]
    if joined.placed == list(known.placed) and not fresh:
        return known
    return Roster.replay(joined.placed, [*known.kept, *fresh], circle=known.circle)


def examine_roster(
    view: View, offered: Roster, message: Sync, key: SigningKey, now_ms: int, certificate: bytes | None = None
) -> Push:
    """Return what the push changes in the roster. Places entries only where this is the sequencer and not behind.

    `certificate`: the fingerprint of the one that this hub shows, entered where another one is pinned.
    """
    roster = offered
    refused: list[tuple[bytes, str]] = []
    if roster.sequencer == key.public and roster.state.place_of(message.roster_head) is not None:
        roster, said = settle(offered, key, now_ms)
        roster = with_certificate(roster, key, certificate, now_ms)
        refused = [(entry.hash, code) for entry, code in said]
    pairs = zip(view.roster.placed, roster.placed, strict=False)
    start = next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(view.roster.placed), len(roster.placed)))
    held = {entry.hash for entry in view.roster.kept}
    stay = {entry.hash for entry in roster.kept}
    fresh = [entry for entry in roster.kept if entry.hash not in held]
    return Push(roster, start, list(roster.placed[start:]), fresh, sorted(held - stay), refused)


def examine_segments(
    push: Push,
    heads: Heads,
    segments: Sequence[Segment],
    had: Mapping[int, Held],
    signer: bytes,
    aside: Collection[Link],
    named: Mapping[LogName, Sequence[End]],
) -> None:
    """Judge segments one by one. `had`: place in the push → what is stored there, for those below a log's head.

    `aside`: which of their `predecessors` lie aside. Nobody's push ends a branch of their own log: a restored laptop
    does not know yet what it had shared. `named`: the ends that the list names of logs, the one that decides first.
    """
    moving = dict(heads)
    lost = set(aside)
    decided = {log: _follow_named(push, moving, log, ends) for log, ends in named.items()}
    filed_now = {row.hash for row in push.filed}
    for place, segment in enumerate(segments):
        if header_hash(segment.header) in filed_now:
            continue
        held = had.get(place)
        cut = None if held is None else _cut_of(push, (held.space, held.device))
        stays = held is not None and (cut is None or held.seq < cut)
        if held is not None and stays and held.hash == header_hash(segment.header):
            push.had += 1
            if _may_fill(push.roster, held, segment):
                push.fills.append(Filed(held.space, held.device, held.seq, held.hash, segment))
            continue
        if held is not None and cut is None:
            ended = decided.get((held.space, held.device), 0)
            if held.device == signer or held.seq <= ended or not _wins(push.roster, held, segment):
                push.rejected.append((place, "fork"))
                _keep_aside(push, lost, segment, held, signer)
                continue
            push.cuts.append((held.space, held.device, held.seq))
            moving[held.space, held.device] = Head(held.seq - 1, held.before)
        filed = _judge(push.roster, moving, segment)
        if isinstance(filed, str):
            push.rejected.append((place, filed))
            _keep_aside(push, lost, segment, held, signer)
        else:
            push.filed.append(filed)
            moving[filed.space, filed.device] = Head(filed.seq, filed.hash)


def _follow_named(push: Push, moving: dict[LogName, Head], log: LogName, ends: Sequence[End]) -> int:
    """Let a log be the branch that leads to an end which the list names, where it is whole here and sound to the end.

    Returns the seq of the end that decides, 0 where none of them is here.
    """
    for end in ends:
        filed = _sound(push.roster, end.way) if end.way is not None else None
        if filed is None:
            push.awaited[log] = max(push.awaited.get(log, 0), end.seq)
            continue
        if filed:
            push.cuts.append((*log, filed[0].seq))
            push.filed += filed
            moving[log] = Head(filed[-1].seq, filed[-1].hash)
        return end.seq
    return 0


def _sound(roster: Roster, way: Sequence[Step]) -> list[Filed | Back] | None:
    """Return segments that go on from each other as they are filed, or None where one of them is not sound.

    Anybody who has the headers can bring them under a forged signature: nothing is cut off for these.
    """
    found: list[Filed | Back] = []
    for link, before, segment, whole in way:
        space, device, seq, hash_ = link
        if segment is None:  # its signature was checked as it came
            if not whole and _lacks_payload(roster, link[:3], hash_):
                return None
            found.append(Back(*link))
            continue
        filed = _judge(roster, {(space, device): Head(seq - 1, before)}, segment)
        if isinstance(filed, str):
            return None
        found.append(filed)
    return found


def _keep_aside(push: Push, lost: set[Link], segment: Segment, held: Held | None, signer: bytes) -> None:
    """Keep a sound segment of a branch that loses, where it goes on from what both share, or from one that is kept.

    Branches come page by page, and those of one log by turns: each segment itself says which one it goes on from.
    """
    header = parse(segment)
    if header is None or header.device == signer or (segment.payload is None and header.space == Space.CATALOGUE):
        return
    shared = held is not None and held.before == header.prev_hash
    if shared or _link_before(header) in lost:
        head = Head(header.seq - 1, header.prev_hash)
        filed = _judge(push.roster, {(header.space, header.device): head}, segment)
        if not isinstance(filed, str):
            push.aside.append(filed)
            lost.add(filed[:4])


def predecessors(heads: Heads, segments: Sequence[Segment]) -> set[Link]:
    """Return what pushed segments go on from, where that is neither their log's head nor in the push before them."""
    found: set[Link] = set()
    brought: set[Link] = set()
    for header in filter(None, map(parse, segments)):
        link = _link_before(header)
        if link not in brought and heads.get(link[:2], Head(0, ZERO_HASH)) != link[2:]:
            found.add(link)
        brought.add((header.space, header.device, header.seq, header_hash(header.encode())))
    return found


def _link_before(header: Header) -> Link:
    return header.space, header.device, header.seq - 1, header.prev_hash


def below_heads(heads: Heads, segments: Sequence[Segment]) -> dict[int, tuple[int, bytes, int]]:
    """Return place → (space, device, seq) of pushed segments that their log has already passed."""
    found = {}
    for place, segment in enumerate(segments):
        header = parse(segment)
        if header is not None:
            head = heads.get((header.space, header.device))
            if head is not None and header.seq <= head.seq:
                found[place] = (header.space, header.device, header.seq)
    return found


def apply(room: CircleRoom, view: View, push: Push, message: Sync) -> None:
    """Store a push in one transaction; raises Moved where the circle is no longer as it was judged."""
    if room.roster_version() != view.version:
        raise Moved
    now = room.heads() if push.filed else {}
    if any(now.get((row.space, row.device)) != view.heads.get((row.space, row.device)) for row in push.filed):
        raise Moved
    back = {row[:4] for row in push.filed if isinstance(row, Back)}
    if back != room.aside.among(back):
        raise Moved  # what came meanwhile had some of it make room
    if push.placed:
        room.put_placed(push.start, push.placed)
    if push.settled:
        room.drop_proposals(push.settled)
    if push.proposals:
        room.put_proposals(push.proposals)
    # Who was erased may be spoken of there: a hub cannot tell, and then keeps no payload.
    keep = not push.roster.state.redactions
    aside = [_without_erased(push, row) for row in push.aside if keep or _may_stay(push, row)]
    for space, device, seq in push.cuts:
        room.cut(space, device, seq, keep=keep, back=back)
    if push.filed or aside:
        # A way to an end that the list names goes in whole, in this one commit: until that end is stored, the other
        # branch would take the log again by a lower hash. 5,000 parcels take half a second.
        room.append(push.filed, aside, push.awaited)
    if push.filed:
        # The way to an end that the list names, and what goes on from it, came page by page.
        room.aside.drop(push.filed)
    # Not what was cut meanwhile, or above.
    fills = [row for row in push.fills if room.header_hash(*row[:3]) == row.hash]
    if fills:
        room.append(fills)
    erased = erasures(room, push)
    if erased or (not keep and push.reached):
        room.erase(erased)  # with what lay aside until the end of its branch came
    elif not keep and push.moves_roster and room.aside.count():
        room.erase([], awaited_ends(room, push.roster))  # what may lead to an end by the former list alone
    if message.done and push.records:
        room.done(message.done)


def _may_stay(push: Push, row: Filed) -> bool:
    """Return whether a hub keeps what loses where somebody was erased: what may be of the branch that the list names.

    Page by page, until its end comes; whoever brings it holds it in the place of all that was erased.
    """
    return row.segment.payload is None or row.seq <= push.awaited.get((row.space, row.device), 0)


def _without_erased(push: Push, row: Filed) -> Filed:
    """Return a segment without its payload where a redaction names it."""
    named = push.roster.state.redactions.naming(row[:3], row.hash)
    return row._replace(segment=row.segment._replace(payload=None)) if named else row


def erasures(room: CircleRoom, push: Push) -> list[Erasure]:
    """Return the payloads to drop now: a redaction names them, and everything that it restates is stored."""
    fresh = {row[:3] for row in push.filed}
    found: list[Erasure] = []
    for redaction in push.roster.state.redactions.entries:
        concerned = fresh & (redaction.erase.keys() | redaction.restated.keys())
        if redaction.position < push.start and not concerned and not push.proposals:  # a losing branch is among those
            continue
        if all(room.header_hash(*name) == hash_ for name, hash_ in redaction.restated.items()):
            found += [Erasure(*name, hash_) for name, hash_ in redaction.erase.items()]
    return found


def parse(segment: Segment) -> Header | None:
    """Return a segment's header, or None where it is malformed."""
    try:
        return Header.parse(segment.header)
    except CircleError:
        return None


def check_served(roster: Roster, signer: bytes, refused: Sequence[tuple[bytes, str]] = ()) -> None:
    """Refuse a device that was never in the newest roster known here, nor is adding itself to it."""
    if signer in roster.devices:
        return
    if refused:
        code = refused[0][1]
        raise NotAllowed(code, _REFUSALS.get(code, _ELSE))
    raise not_served()


def goes_on_from_one_shut_out(roster: Roster, proposals: Sequence[Entry], signer: bytes) -> bool:
    """Return whether a device that is not in the roster succeeds one that was shut out, by what it brings itself."""
    makers: dict[bytes, bytes] = {}
    for entry in proposals:
        with suppress(CircleError):
            body = entry.read()
            if body.kind == "succeed":
                makers[device_of(body)] = body.author
    name = signer
    while name not in roster.devices and name in makers:
        name = makers.pop(name)
    return name != signer and name in roster.devices and roster.devices[name].revoked


_ELSE = "The circle does not let this laptop in."
_REFUSALS = {
    "invitation_used": "This invitation has been used already. Ask for a new one.",
    "invitation_expired": "This invitation has expired. Ask for a new one.",
    "invitation_cancelled": "This invitation was cancelled. Ask for a new one.",
}


def _judge(roster: Roster, heads: Heads, segment: Segment) -> Filed | str:
    header = parse(segment)
    if header is None:
        return "malformed"
    device = roster.devices.get(header.device)
    if header.circle != roster.circle or device is None:
        return "circle" if header.circle != roster.circle else "device"
    head = heads.get((header.space, header.device), Head(0, ZERO_HASH))
    if header.seq != head.seq + 1:
        return "gap"
    name, hash_ = (header.space, header.device, header.seq), header_hash(segment.header)
    if segment.payload is None and _lacks_payload(roster, name, hash_):
        return "malformed"
    try:
        check_payload(segment, header)
        verify_segment(segment, device.sign)
    except CircleError as error:
        return "signature" if error.code == "bad_signature" else "malformed"
    if header.prev_hash != head.hash:
        return "chain"
    return Filed(*name, hash_, segment)


def _lacks_payload(roster: Roster, name: Name, hash_: bytes) -> bool:
    """Return whether a segment without payload is not as it may be: only a redaction takes a sealed one away."""
    return name[0] != Space.CATALOGUE and not roster.state.redactions.naming(name, hash_)


def _may_fill(roster: Roster, held: Held, segment: Segment) -> bool:
    """Return whether a segment brings a payload that may be missing here: anybody may have left it out on the way.

    The header, which is held already, proves it. What a redaction names stays erased.
    """
    if segment.payload is None or held.space != Space.CATALOGUE or held.hash is None:
        return False
    if roster.state.redactions.naming((held.space, held.device, held.seq), held.hash):
        return False
    try:
        check_payload(segment, Header.parse(segment.header))
    except CircleError:
        return False
    return True


def _wins(roster: Roster, held: Held, segment: Segment) -> bool:
    """Return whether a sound segment begins a branch that counts instead of ours: the lower header hash does."""
    judged = _judge(roster, {(held.space, held.device): Head(held.seq - 1, held.before)}, segment)
    return not isinstance(judged, str) and held.hash is not None and judged.hash < held.hash


def _cut_of(push: Push, log: LogName) -> int | None:
    """Return from which seq on a push takes a log back; none is taken back twice in one."""
    return next((seq for *cut, seq in push.cuts if tuple(cut) == log), None)
