"""What a receiver answers with, once a push is stored: its roster, its segments, what it has."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from learningcircles import __version__
from learningcircles.journal.segment import ZERO_HASH, Header, Segment
from learningcircles.trust.crowding import crowding
from learningcircles.trust.entry import ZERO_ID, Entry, Placed
from learningcircles.trust.roster import Roster, fallen_digest
from learningcircles.trust.strays import stray_in
from learningcircles_sync import protocol
from learningcircles_sync.pages import (
    beyond,
    digest_of,
    fitting,
    followed_to,
    held_whole,
    known_strays,
    lacking,
    lacks,
    parcels,
    read_have,
    size_of_placed,
    stretch,
    told,
    write_have,
)
from learningcircles_sync.protocol import PAGE_BYTES, ROSTER_BYTES, SHELF_ITEMS, Catalogue, Item, Page, Shelf, Sync
from learningcircles_sync.push import Push, View
from learningcircles_sync.store import CircleRoom, Head, HubStore, Link, LogName, Name

INBOX_BYTES = 64 * 1024
LEAST_BYTES = 16 * 1024
SHELF_BYTES = 512 * 1024

Stated = dict[LogName, int]
HeadRow = tuple[int, bytes, int, bytes]
"""(space, device, seq, how the header's hash begins), as in a Page."""


class Read(NamedTuple):
    """What an answer is made of, as it stands in the store."""

    heads: dict[LogName, Head]
    segments: list[Segment]
    inbox: list[bytes]
    blank: list[Name]
    late: bool
    """Whether there is more for the maker of a branch that lost."""
    kept: int


def page_for(
    store: HubStore, message: Sync, push: Push, view: View, now_ms: int, makers: Set[bytes] = frozenset()
) -> Page:
    """Return the answer to a sync whose push is stored.

    `makers`: the identities of a laptop that may not know what lost of two branches of their logs: once it has all
    else it gets that, page by page, writes it again under a new identity, and says how far it has it.
    """
    roster = push.roster
    rest = _beyond(roster, message.roster_head)
    if rest is None:
        return Page(roster.state.tip, now_ms, more=True)
    placed = stretch(rest, ROSTER_BYTES)
    if message.roster_head in roster.state.side:
        page = Page(roster.state.tip, now_ms, placed, _proposals(roster, message, set()), more=True)
        return _with_lost(page, roster, message)
    stated = read_have(message.have, message.strangers, roster)
    budget = _budget(message, placed)
    whole = len(placed) == len(rest)

    def read(room: CircleRoom) -> tuple[Read, list[HeadRow]]:
        heads = room.heads() if push.filed else dict(view.heads)
        told = _without_unlisted(stated, heads, roster) if whole else _seqs(heads)
        found = _read(room, heads, message, told, budget, makers if whole else frozenset())
        return found, _parted(room, heads, stated, message.digest)

    (heads, segments, inbox, blank, late, kept), parted = store.read(message.circle, read)
    page = Page(
        roster_head=roster.state.tip,
        time=now_ms,
        roster=placed,
        proposals=_proposals(roster, message, lacking(_seqs(heads), stated)),
        accepted=len(push.filed) + push.had,
        rejected=push.rejected,
        refused=push.refused,
        segments=segments,
        inbox=inbox,
        catalogue=_catalogue(store, message),
        more=late or not whole or lacks(_seqs(heads), _without_unlisted(_advanced(stated, segments), heads, roster)),
        kept=kept,
        heads=parted,
    )
    had = held_whole(_seqs(heads), blank, roster.state.redactions)
    return _with_version(_with_have(_with_lost(page, roster, message), had, stated, roster))


def _read(
    room: CircleRoom, heads: dict[LogName, Head], message: Sync, stated: Stated, budget: int, makers: Set[bytes]
) -> Read:
    if not message.max:
        return Read(heads, [], [], room.blank(), False, room.aside.count())
    segments = room.after(stated, budget) if lacks(_seqs(heads), stated) else []
    lost, more = _losing(room, makers, message, budget) if makers else ([], False)
    early = bool(lost) and (bool(segments) or digest_of(heads) != message.digest)
    inbox = room.messages(message.inbox, INBOX_BYTES)
    return Read(heads, segments if early else segments or lost, inbox, room.blank(), early or more, room.aside.count())


def _parted(room: CircleRoom, heads: dict[LogName, Head], stated: Stated, digest: bytes) -> list[HeadRow]:
    """Return the heads of the logs that go as far there as here, where some log has another branch there.

    The digest tells it, also where there is news here; not of a laptop that holds what is not here.
    """
    if any(seq > heads[log].seq if log in heads else seq for log, seq in stated.items()):
        return []
    there = {log: _at(room, log, seq, heads[log]) for log, seq in stated.items() if seq}
    same = [(log, head) for log, head in sorted(heads.items()) if stated.get(log) == head.seq]
    return [] if digest_of(there) == digest else [(*log, head.seq, head.hash[:8]) for log, head in same]


def _at(room: CircleRoom, log: LogName, seq: int, head: Head) -> Head:
    """Return the head that a log has here where it ends at `seq`."""
    return head if head.seq == seq else Head(seq, room.header_hash(*log, seq) or ZERO_HASH)


def _losing(room: CircleRoom, makers: Set[bytes], message: Sync, budget: int) -> tuple[list[Segment], bool]:
    """Return a page of what lost that the laptop does not say it has, and whether there is more."""
    headers = dict(room.aside.headers(makers))
    had = followed_to(headers, set(message.aside or ()))
    left = (room.aside.get(_link(hash_, header)) for hash_, header in headers.items() if hash_ not in had)
    parts = parcels(left, budget)
    return next(parts, []), next(parts, None) is not None


def _link(hash_: bytes, header: Header) -> Link:
    return header.space, header.device, header.seq, hash_


def farewell(message: Sync, roster: Roster, now_ms: int) -> Page:
    """Return what a laptop is told that was shut out or refused: the roster that says so, and nothing else."""
    # Its list may be another one, which is not taken from it: what it brings shows how far both go together.
    heads = [message.roster_head, *(item.head for item in reversed(message.roster))]
    rest = next((found for head in heads if (found := _beyond(roster, head)) is not None), None)
    if rest is None:
        return Page(roster.state.tip, now_ms, more=True)
    placed = stretch(rest, ROSTER_BYTES)
    shut = [entry for entry in roster.proposals if entry.read().kind == "revoke"]
    return Page(roster.state.tip, now_ms, placed, fitting(shut, ROSTER_BYTES), more=len(placed) < len(rest))


def shelf_for(store: HubStore, message: Catalogue) -> Shelf:
    """Return a page of the other circles' public items."""
    digest = store.catalogue_digest(message.circle)
    rows = store.catalogue(message.circle, message.after, SHELF_ITEMS + 1)
    items: list[Item] = []
    size = 0
    for item in rows[:SHELF_ITEMS]:
        size += len(protocol.encode(item))
        if items and size > SHELF_BYTES:
            break
        items.append(item)
    return Shelf(digest, items, more=len(items) < len(rows))


def _with_have(page: Page, had: Stated, stated: Stated, roster: Roster) -> Page:
    if had != stated:
        page.have, page.strangers = write_have(had, roster)
    return page


def _with_version(page: Page) -> Page:
    if page != Page(page.roster_head, page.time, lost=page.lost, kept=page.kept, fallen=page.fallen):
        page.version = __version__  # what says nothing else is asked for every few minutes, over lines that cost money
    return page


def _budget(message: Sync, placed: list[Placed]) -> int:
    wanted = min(max(message.max, 1), PAGE_BYTES)
    return max(wanted - sum(size_of_placed(item) for item in placed), min(wanted, LEAST_BYTES))


def _beyond(roster: Roster, head: bytes) -> Sequence[Placed] | None:
    """Return the entries after those that a laptop with this head shares with us; None where we do not know it."""
    side = roster.state.side.get(head)
    position = -1 if head == ZERO_ID else roster.state.place_of(head) if side is None else side.position
    return None if position is None else roster.placed[position + 1 :]


def _proposals(roster: Roster, message: Sync, logs: Set[bytes]) -> list[Entry]:
    named = {entry.hash for entry in message.proposals}
    brought = (placed.head[:8] for placed in map(stray_in, message.proposals) if placed is not None)
    brought_fallen = (hash_[:8] for hash_ in named)
    known = {*brought, *brought_fallen, *(message.strays or ())}
    lost, erasures = message.lost != roster.lost_digest, _knows_other_fallen(message, roster)
    others = (entry for entry in roster.carried(logs) if entry.hash not in named)
    waiting = dict.fromkeys([*crowding(roster, message.proposals), *others])  # what is needed may be for both
    strays = beyond(roster, known, lost=lost, erasures=erasures)
    return told(waiting, [entry for entry in strays if entry not in waiting])


def _with_lost(page: Page, roster: Roster, message: Sync) -> Page:
    page.lost, digest = roster.lost_digest, fallen_digest(roster)
    page.fallen = digest if digest or message.fallen is not None else None
    lost, erasures = message.lost != roster.lost_digest, _knows_other_fallen(message, roster)
    if lost or erasures:
        page.strays = known_strays(roster, lost=lost, erasures=erasures)
    return page


def _knows_other_fallen(message: Sync, roster: Roster) -> bool:
    """Return whether a laptop knows of erasures that fell away, and knows others: one of the first program does not."""
    return message.fallen is not None and message.fallen != fallen_digest(roster)


def _without_unlisted(stated: Stated, heads: dict[LogName, Head], roster: Roster) -> Stated:
    """Return what a laptop has, as though it had what nobody takes: logs of those whom the list has no room for."""
    return {**stated, **{log: head.seq for log, head in heads.items() if log[1] not in roster.devices}}


def _seqs(heads: dict[LogName, Head]) -> dict[LogName, int]:
    return {log: head.seq for log, head in heads.items()}


def _advanced(stated: Stated, segments: list[Segment]) -> Stated:
    after = dict(stated)
    for segment in segments:
        header = Header.parse(segment.header)
        after[header.space, header.device] = header.seq
    return after


def _catalogue(store: HubStore, message: Sync) -> bytes:
    digest = store.catalogue_digest(message.circle)
    return b"" if digest == message.catalogue else digest
