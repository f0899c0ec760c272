"""The roster replayed: one linear, signed log of who is in the circle, and the proposals that wait.

Replaying is pure: the same placed entries and proposals give the same roster, whatever the order in which
proposals came. Three kinds of proposal act at once (FORMATS, "Provisional"): a revoke by an organizer, a
succeed, and an add under a countersigned invitation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from contextlib import suppress
from dataclasses import dataclass, replace

from learningcircles.codec import encode
from learningcircles.crypto.hashing import sha256
from learningcircles.errors import CircleError, Unreadable
from learningcircles.trust import links, rules, strays, unread
from learningcircles.trust.entry import Body, Entry, Placed
from learningcircles.trust.fallen import fallen
from learningcircles.trust.following import follow, found
from learningcircles.trust.members import Cut, Device, Epoch, Invite, Ledger, first_of, forerunners, kin

MAX_ENTRIES = 10_000
PER_LAPTOP_OUT = 8
"""So many identities without a place of a laptop that was shut out are kept, its copies' and their copies' together."""
PER_SHEET = 8
"""So many laptops that came by one cancelled recovery sheet are kept: who finds it may make as many as they like."""


@dataclass(frozen=True)
class Roster:
    """What a laptop or hub knows of a circle's devices and keys."""

    state: Ledger
    placed: tuple[Placed, ...]
    proposals: tuple[Entry, ...]
    aside: tuple[Entry, ...] = ()
    """Adds that were refused: what their laptops wrote is kept as rescue bundles."""
    strays: tuple[Entry, ...] = ()
    """Placed entries of losing branches, whose epochs stay readable; each after the one that it follows."""
    later: tuple[Entry, ...] = ()
    """Proposals that a later version has made: kept and carried unread."""
    fallen: tuple[Entry, ...] = ()
    """Erasures whose makers were shut out or lowered before they got a place: organizers are told of them, and they
    never act, whatever their makers may do later.
    """
    told_fallen: tuple[Entry, ...] = ()
    """Those of them that others are told of as well (see `fallen`)."""

    @classmethod
    def replay(
        cls, placed: Sequence[Placed], proposals: Sequence[Entry] = (), *, circle: bytes | None = None
    ) -> Roster:
        """Return the roster; raises Unreadable when a placed entry is not what its countersignature says.

        `circle` is the id that the caller expects: nobody can show a joiner another roster.
        Proposals that do not hold are left out, since anyone may carry them.
        """
        if not placed or len(placed) > MAX_ENTRIES:
            raise Unreadable("no_roster", "The list of this circle's laptops is missing.")
        lost, others = strays.sorted_out(proposals)
        after = strays.parents(lost)
        state = found(placed[0])
        if circle is not None and state.circle != circle:
            raise Unreadable("other_circle", "This belongs to another circle.")
        bases: dict[bytes, Ledger] = {}
        whole: list[Placed] = []
        for item in placed:
            if whole and not _follows(state, item):
                break
            whole.append(item)
            if state.tip in after:
                bases[state.tip] = state.copy()
        kept = strays.keep(state, lost, after, bases) if bases else []
        later, others = unread.proposed(state, others)
        # What is placed after an entry that cannot be read here is as good as proposed: a revoke in it holds.
        waiting = _act(state, [*others, *unread.readable(item.entry for item in whole[len(state.heads) :])])
        waiting = [entry for entry in waiting if entry.hash not in state.unread.values()]
        aside = _set_aside(state, others)
        _keep_lost(state, waiting)
        held = {entry.hash for entry in waiting}
        told, untold = map(tuple, fallen(state, [entry for entry in others if entry.hash not in held]))
        return cls(state, tuple(whole), tuple(waiting), tuple(aside), tuple(kept), tuple(later), told + untold, told)

    @property
    def circle(self) -> bytes:
        """The circle's id: SHA-256(found body)[:16]."""
        return self.state.circle

    @property
    def head(self) -> bytes:
        """The newest countersigned head that is read: what is written and proposed here names it."""
        return self.state.heads[-1]

    @property
    def sequencer(self) -> bytes:
        """The public signing key that places entries now."""
        return self.state.sequencer

    @property
    def devices(self) -> dict[bytes, Device]:
        """All devices ever, by id."""
        return self.state.devices

    @property
    def invites(self) -> dict[bytes, Invite]:
        """All invitations ever, by id."""
        return self.state.invites

    @property
    def kept(self) -> tuple[Entry, ...]:
        """What is stored beside the placed entries: proposals that wait, refused adds, losing branches, erasures that
        fell away.
        """
        return self.proposals + self.aside + self.strays + self.later + self.fallen

    @property
    def lost(self) -> list[Placed]:
        """The placed entries of losing branches."""
        return [placed for placed in map(strays.stray_in, self.strays) if placed is not None]

    @property
    def lost_digest(self) -> bytes:
        """8 bytes over the heads of losing branches, empty without any: equal where two know the same ones."""
        return _digest(self.state.side)

    def carried(self, logs: Set[bytes]) -> tuple[Entry, ...]:
        """Return what is told beside the placed entries to somebody who lacks some of the logs of these devices.

        A laptop that was not let in is told of together with what it wrote, and else not: whoever holds a used-up
        invitation could make every sync long.
        """
        return self.proposals + self.later + _aside_of(self, logs)

    def strays_beyond(self, known: Set[bytes]) -> list[Entry]:
        """Return the strays but those whose heads begin with 8 known bytes, each after the one that it follows."""
        return [entry for head, entry in zip(self.state.side, self.strays, strict=True) if head[:8] not in known]

    def has_placed_twice(self, key: bytes) -> bool:
        """Return whether a key has placed different entries after one head: a copied disk holds it, too."""
        after: dict[bytes, list[Placed]] = {}
        for item in (*self.placed, *self.lost) if self.strays else ():
            after.setdefault(item.position()[2], []).append(item)
        ways = (items for items in after.values() if len(items) > 1)
        return any(sum(item.placed_by(key, self.circle) for item in items) > 1 for items in ways)

    @property
    def hub(self) -> str:
        """The address of the hub that sequences this circle, or empty."""
        return self.state.hub

    @property
    def fingerprint(self) -> bytes | None:
        """SHA-256 of that hub's TLS certificate, or None where browsers' authorities vouch for it."""
        return self.state.fingerprint

    def position_of(self, head: bytes) -> int | None:
        """Return the position whose head this is, or None where it is not on this branch."""
        return self.state.places.get(head)

    def standing(self, head: bytes) -> int | None:
        """Return the position at which a segment is judged that names this head; None where the head is unknown.

        On a losing branch it is the last position that the branch shares with ours.
        """
        side = self.state.side.get(head)
        return self.position_of(head) if side is None else side.position if side.read else None

    def epoch_of(self, space: int, head: bytes) -> Epoch | None:
        """Return the epoch that a segment of a space uses which names this head."""
        side = self.state.side.get(head)
        if side is not None:
            return side.epochs[space][-1] if side.read else None
        position = self.position_of(head)
        return None if position is None else self.epoch_for(space, position)

    def epoch_for(self, space: int, position: int) -> Epoch | None:
        """Return the epoch that a segment uses whose roster_head is at `position`."""
        held = [epoch for epoch in self.state.epochs[space] if epoch.position <= position]
        return held[-1] if held else None

    def served(self, device: bytes) -> Device | None:
        """Return the device if hub and LAN may serve it: in the newest roster, or adding itself; not revoked."""
        found = self.state.devices.get(device)
        return found if found is not None and not found.revoked else None

    def shuts_out(self, device: bytes) -> bool:
        """Return whether this list has had a device and has it no more."""
        found = self.state.devices.get(device)
        return found is not None and found.revoked


def _digest(names: Iterable[bytes]) -> bytes:
    rows = sorted(names)
    return sha256(encode(rows))[:8] if rows else b""


def _aside_of(roster: Roster, devices: Set[bytes]) -> tuple[Entry, ...]:
    """Return what tells of these devices as far as it was set aside, and of those that they succeed: nobody can keep a
    copy's copy who does not know the copy between.
    """
    names = {name for device in devices for name in forerunners(roster.devices, device)}
    return tuple(entry for entry in roster.aside if rules.device_of(entry.read()) in names) if names else ()


def fallen_digest(roster: Roster) -> bytes:
    """Return 8 bytes over the hashes of erasures that fell away and are told (as `lost_digest`)."""
    return _digest(entry.hash for entry in roster.told_fallen)


def fallen_beyond(roster: Roster, known: Set[bytes]) -> list[Entry]:
    """Return the erasures that fell away but those whose hashes begin with 8 known bytes, after what tells of a maker
    that was set aside: nobody can keep them who does not know it.
    """
    fallen = [entry for entry in roster.told_fallen if entry.hash[:8] not in known]
    return [*_aside_of(roster, {entry.read().author for entry in fallen}), *fallen]


def _follows(state: Ledger, item: Placed) -> bool:
    """Fold the next placed entry; return False for one that nobody here can vouch for, after an unread one."""
    try:
        follow(state, item)
    except CircleError:
        if state.unread:
            return False
        raise
    return True


def _act(state: Ledger, proposals: Sequence[Entry]) -> list[Entry]:
    """Let proposals act that do so before they are placed; return those that hold, in the order of their hashes.

    Joiners first, as far as one stands on another; then everything is judged; revocations act last, so that
    their order does not matter, and only those by organizers who have been placed: an invitation that somebody
    found in an old letter shuts nobody out.
    """
    done = {*state.entries, *state.refused}
    fresh = {entry.hash: entry for entry in proposals if entry.hash not in done}
    left = [fresh[name] for name in sorted(fresh)]
    held: list[Entry] = []
    while joined := [entry for entry in left if _joins(state, entry)]:
        held += joined
        left = [entry for entry in left if entry not in joined]
    rest = [entry for entry in left if _holds(state, entry) and entry.read().kind not in ("add", "succeed")]
    rest += _held_later(state, rest, [entry for entry in left if entry not in rest]) if rest else []
    rest = links.wanted(state, rest)
    for entry in rest:
        body = entry.read()
        author = state.devices.get(body.author)
        if body.kind == "revoke" and author is not None and author.index is not None:
            with suppress(CircleError):
                rules.revoke_provisionally(state, entry, body)
    return sorted([*held, *rest], key=lambda entry: entry.hash)


def _held_later(state: Ledger, waiting: Sequence[Entry], others: Sequence[Entry]) -> list[Entry]:
    """Return those of `others` that will hold once what waits is placed: an `add` whose `invite` waits as well."""
    if not others:
        return []
    future = state.copy()
    left = sorted([*waiting, *others], key=lambda entry: entry.hash)
    while done := [entry for entry in left if _applied(future, entry)]:
        left = [entry for entry in left if entry not in done]
    return [entry for entry in others if entry not in left]


def _applied(state: Ledger, entry: Entry) -> bool:
    try:
        body = entry.read()
        rules.check_erases(state, body)
        rules.apply(state, entry, body)
    except CircleError:
        return False
    return True


def _joins(state: Ledger, entry: Entry) -> bool:
    """Let an `add` by invitation or recovery sheet, or a `succeed`, act if it holds; other adds only wait."""
    if not _holds(state, entry):
        return False
    body = entry.read()
    invited = body.author in state.invites or rules.by_recovery(state, body)
    if body.kind == "succeed" or (body.kind == "add" and invited):
        try:
            rules.join_provisionally(state, entry, body)
        except CircleError:
            return False
    return body.kind in ("add", "succeed")


def _set_aside(state: Ledger, proposals: Sequence[Entry]) -> list[Entry]:
    """Return the adds that were refused, or whose invitation or recovery sheet was cancelled before they were placed,
    and the successors of laptops that had been shut out, and theirs: a few of each laptop, or whoever stole one could
    fill the list. Each copy of its disk has one, and what it wrote is nowhere else.
    """
    kept: dict[bytes, Entry] = {}
    by_sheet: Counter[bytes] = Counter()
    without_place = Counter(first_of(state.devices, each.id) for each in state.devices.values() if each.provisional)
    ahead = sorted(proposals, key=lambda entry: entry.hash)
    while ahead:  # one may stand on another: whose hash is higher comes later all the same
        before = len(kept)
        late = [entry for entry in ahead if _is_late(state, entry)]
        for entry in late:
            body = entry.read()
            with suppress(CircleError):
                room = body.kind != "succeed" or without_place[first_of(state.devices, body.author)] < PER_LAPTOP_OUT
                if by_sheet[body.author] < PER_SHEET and room:
                    known = len(state.devices)
                    rules.set_aside(state, entry, body)
                    kept[entry.hash] = entry
                    by_sheet[body.author] += body.author in state.former_sheets
                    without_place[first_of(state.devices, rules.device_of(body))] += len(state.devices) - known
        done = {entry.hash for entry in late}
        ahead = [entry for entry in ahead if entry.hash not in done] if len(kept) > before else []
    return list(kept.values())


def _keep_lost(state: Ledger, waiting: Sequence[Entry]) -> None:
    """Let a laptop that came in on a losing branch stand here as well: as it did there while its entry waits for a
    place, else as one of whose work nothing counts, since whoever had invited it may have been shut out.
    """
    coming = {rules.device_of(body) for body in map(Entry.read, waiting) if body.kind in ("add", "succeed")}
    for device in state.side_devices.values():
        if device.id not in state.devices and len(state.devices) < rules.MAX_DEVICES:
            cut = None if device.id in coming and not device.revoked else Cut({})
            state.devices[device.id] = replace(device, index=None, cut=cut)


def _is_late(state: Ledger, entry: Entry) -> bool:
    with suppress(CircleError):
        body = entry.read()
        return body.circle == state.circle and _came_late(state, entry, body)
    return False


def _came_late(state: Ledger, entry: Entry, body: Body) -> bool:
    door, maker = state.invites.get(body.author), state.devices.get(body.author)
    if body.kind == "add" and door is not None:
        return entry.hash in state.refused or (door.revoked and entry.hash not in state.entries)
    if body.kind == "add" and body.author in state.former_sheets:
        return entry.hash not in state.entries
    late = body.kind == "succeed" and maker is not None and maker.revoked
    return late and entry.hash not in state.entries and rules.device_of(body) not in state.devices


def is_full_of_copies(devices: Mapping[bytes, Device], of: bytes) -> bool:
    """Return whether so many copies of a laptop went on without a place that no more are kept: there may be others."""
    return sum(each.provisional for each in kin(devices, of)) >= PER_LAPTOP_OUT


def _holds(state: Ledger, entry: Entry) -> bool:
    try:
        body: Body = entry.read()
        rules.check_author(state, entry, body)
        rules.check_erases(state, body)
    except CircleError:
        return False
    return body.circle == state.circle
