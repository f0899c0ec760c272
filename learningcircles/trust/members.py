"""What a roster holds: devices with their rights over time, invitations, epochs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple

from learningcircles.crypto.hashing import sha256
from learningcircles.ids import derived
from learningcircles.trust.redact import Redactions

ORGANIZER, RECORDER, READER = "organizer", "recorder", "reader"
RIGHTS = (ORGANIZER, RECORDER, READER)


Last = dict[int, tuple[int, bytes]]
"""space → (seq, header hash) of the last segment that counts."""


class Grant(NamedTuple):
    """A right from a position on.

    One that takes something away names, for each space that it takes it from, the last segment under the former
    rights that counts; `last` is None where nothing is taken.
    """

    position: int
    right: str
    may_publish: bool
    last: Last | None = None

    @property
    def rank(self) -> int:
        """0 for organizers, 1 for recorders, 2 for readers."""
        return RIGHTS.index(self.right)

    @property
    def publishes(self) -> bool:
        """Whether it may publish: organizers always, recorders by their flag."""
        return self.right == ORGANIZER or (self.right == RECORDER and self.may_publish)


class Cut(NamedTuple):
    """The last (seq, header hash) per space that counts of a revoked device; a space without one counts nothing."""

    last: Last

    def joined(self, other: Cut | None) -> Cut:
        """Return what both let count: a cut only ever moves back, whatever the order of two revocations."""
        if other is None:
            return self
        both = self.last.keys() & other.last.keys()
        return Cut({space: min(self.last[space], other.last[space]) for space in both})


@dataclass(frozen=True, slots=True)
class Device:
    """One laptop in the circle. `index` is None until its entry is placed; `cut` is set once it is revoked.

    `known`: the newest position that it knew of when it made an entry which has its place; -1 before. It is no part of
    what a laptop is or may do.
    """

    id: bytes
    sign: bytes
    receive: bytes
    grants: tuple[Grant, ...]
    index: int | None
    invitation: bytes | None = None
    succeeds: bytes | None = None
    cut: Cut | None = None
    known: int = field(default=-1, compare=False)

    @property
    def provisional(self) -> bool:
        """Whether the sequencer has not placed it yet."""
        return self.index is None

    @property
    def revoked(self) -> bool:
        """Whether it may no longer take part."""
        return self.cut is not None

    @property
    def right(self) -> str:
        """Its right now."""
        return self.grants[-1].right

    @property
    def may_publish(self) -> bool:
        """Whether it may publish now."""
        return self.grants[-1].publishes

    def grant_at(self, position: int) -> Grant:
        """Return what it might do for who knew the roster up to `position`; its first grant before that."""
        held = [grant for grant in self.grants if grant.position <= position]
        return held[-1] if held else self.grants[0]


@dataclass(frozen=True, slots=True)
class Invite:
    """An open door: the public half of an invitation. `expires` is ms since 1970, `used` counts placed adds.

    `author`: the laptop that made it.
    """

    id: bytes
    sign: bytes
    receive: bytes
    right: str
    may_publish: bool
    uses: int
    expires: int
    position: int
    author: bytes
    used: int = 0
    revoked: bool = False

    @property
    def open(self) -> bool:
        """Whether it still lets laptops in; its day is judged by the sequencer's clock alone."""
        return not self.revoked and self.used < self.uses


class Epoch(NamedTuple):
    """One key of a space, named by the hash of the entry that brought it."""

    name: bytes
    position: int
    check: bytes
    inbox_public: bytes
    older: bytes | None


class Side(NamedTuple):
    """A head of a losing branch: the last position that it shares with ours, and the epochs in force there.

    `read`: nothing before it is of a later version. `heard`: hashes of the entries that erase somebody, of which the
    branch tells up to here beyond that position.
    """

    position: int
    epochs: dict[int, list[Epoch]]
    read: bool = True
    heard: frozenset[bytes] = frozenset()


@dataclass(slots=True)
class Ledger:
    """The roster while it is being replayed."""

    circle: bytes = b""
    sequencer: bytes = b""
    hub: str = ""
    kept_since: int = 0
    """By which entry, by position, the list came to who keeps it."""
    fingerprint: bytes | None = None
    hub_since_ms: int = 0
    """When the entry was made that names the hub and its certificate, by its author's clock."""
    devices: dict[bytes, Device] = field(default_factory=dict)
    invites: dict[bytes, Invite] = field(default_factory=dict)
    epochs: dict[int, list[Epoch]] = field(default_factory=lambda: {0: [], 1: []})
    heads: list[bytes] = field(default_factory=list)
    entries: list[bytes] = field(default_factory=list)
    places: dict[bytes, int] = field(default_factory=dict)
    """head → its position."""
    unread: dict[bytes, bytes] = field(default_factory=dict)
    """Heads that follow, from the first entry of a later version on, in order → the hash of the entry."""
    side: dict[bytes, Side] = field(default_factory=dict)
    """Heads of losing branches."""
    side_devices: dict[bytes, Device] = field(default_factory=dict)
    """Laptops that came in on losing branches, as of there."""
    refused: dict[bytes, str] = field(default_factory=dict)
    """Hashes of proposals that will never be placed → why."""
    holders: dict[int, set[bytes]] = field(default_factory=lambda: {0: set(), 1: set()})
    """space → who has an envelope of its newest key."""
    held_since: dict[int, dict[bytes, int]] = field(default_factory=lambda: {0: {}, 1: {}})
    """space → by which entry, by position, each of them has it."""
    owed: dict[int, bytes] = field(default_factory=dict)
    """space → the author of a rotation that did not count and is to be made again."""
    links: list[Any] = field(default_factory=list)
    """Keys of lists that have lost, sealed under later ones (see `links`)."""
    recovery: tuple[bytes, bytes] | None = None
    sheet_hub: str = ""
    """Where the hub was when the recovery sheet in force got its place; empty where there was none."""
    former_sheets: dict[bytes, bytes] = field(default_factory=dict)
    """Ids of recovery sheets that newer ones have cancelled → their signing keys."""
    redactions: Redactions = field(default_factory=Redactions)

    def copy(self) -> Ledger:
        """Return one that can be followed on its own: what it holds is never changed in place but in its containers."""
        return replace(
            self,
            devices=dict(self.devices),
            invites=dict(self.invites),
            epochs={space: list(chain) for space, chain in self.epochs.items()},
            heads=list(self.heads),
            entries=list(self.entries),
            places=dict(self.places),
            unread=dict(self.unread),
            side=dict(self.side),
            side_devices=dict(self.side_devices),
            refused=dict(self.refused),
            holders={space: set(names) for space, names in self.holders.items()},
            held_since={space: dict(since) for space, since in self.held_since.items()},
            owed=dict(self.owed),
            links=list(self.links),
            former_sheets=dict(self.former_sheets),
            redactions=self.redactions.copy(),
        )

    @property
    def tip(self) -> bytes:
        """The newest head that is placed, read or not: what is said to others of how much of the list is here."""
        return next(reversed(self.unread), self.heads[-1])

    def place_of(self, head: bytes) -> int | None:
        """Return the position whose head this is, among the unread ones as well; None where it is not on this list."""
        if head in self.unread:
            return len(self.heads) + list(self.unread).index(head)
        return self.places.get(head)

    @property
    def is_run(self) -> bool:
        """Whether a laptop in force may run the circle and has its newest keys: nobody else could hand them on.

        Of a laptop with several identities each must: nobody can tell which of them it still holds (see `laptops`).
        """
        return self.is_run_beside(None)

    def is_run_beside(self, alive: bytes | None) -> bool:
        """Return the same, where the device `alive` is known to be there still (see `laptops`)."""
        return any(all(map(self._runs, names)) for names in laptops(self.devices, alive))

    def _runs(self, device: Device) -> bool:
        return device.right == ORGANIZER and all(self.since(space, device.id) is not None for space in (0, 1))

    def since(self, space: int, device: bytes) -> int | None:
        """Return by which entry, by position, a laptop has the newest key of a space, be it that whom it succeeds has:
        it opens what is sealed to its forerunners.
        """
        held = self.held_since[space]
        return min((held[each] for each in forerunners(self.devices, device) & self.holders[space]), default=None)


def heirs(devices: Mapping[bytes, Device], of: bytes) -> list[Device]:
    """Return the successors of a device, and theirs, in no particular order."""
    found: list[Device] = []
    names = {of}
    while more := [each for each in devices.values() if each.succeeds in names and each not in found]:
        found += more
        names |= {each.id for each in more}
    return found


def forerunners(devices: Mapping[bytes, Device], of: bytes) -> set[bytes]:
    """Return a device and those that it succeeds, and theirs."""
    found: set[bytes] = set()
    name: bytes | None = of
    while name is not None and name not in found:
        found.add(name)
        name = devices[name].succeeds if name in devices else None
    return found


def out(devices: Mapping[bytes, Device]) -> set[bytes]:
    """Return the devices that were shut out, or never let in: what they wrote waits for an organizer."""
    return {device.id for device in devices.values() if device.revoked}


def is_out(devices: Mapping[bytes, Device], of: bytes) -> bool:
    """Return whether a device takes no part: it is `out`, or the list does not hold it at all, since only some of those
    that were never let in are kept.
    """
    found = devices.get(of)
    return found is None or found.revoked


def laptops(devices: Mapping[bytes, Device], alive: bytes | None = None) -> list[list[Device]]:
    """Return, laptop by laptop, the identities in force under which it may be going on.

    One that another has succeeded does not count: mostly nobody holds it any more. Nor can anybody tell two successors
    of one identity from a laptop that was restored twice from one backup, and holds the later one alone: they count as
    one laptop. But one whose entries show that it was there beside all the others is a laptop of its own, and the
    others count where theirs show it too. `alive` is known to be there: it is one, and so is what succeeded it, a copy.
    """
    families: dict[bytes, list[Device]] = {}
    for each in devices.values():
        families.setdefault(first_of(devices, each.id), []).append(each)
    return [names for family in families.values() for names in _apart(devices, family, alive)]


def _apart(devices: Mapping[bytes, Device], family: list[Device], alive: bytes | None) -> list[list[Device]]:
    there = [each for each in family if not each.revoked]
    known = [each for each in there if each.id == alive or _was_beside(devices, each, family)]
    given_up = {each.succeeds for each in family}
    left = [each for each in there if each not in known and each.id not in given_up]
    if any(each.id == alive for each in known):
        copies = {each.id for each in heirs(devices, alive)} if alive is not None else set()
        left = [each for each in left if each.id in copies]
    elif known:
        left = []
    return [*([each] for each in known), *([left] if left else [])]


def _was_beside(devices: Mapping[bytes, Device], each: Device, family: Iterable[Device]) -> bool:
    """Return whether an identity made an entry when it knew of all that its laptop has become besides.

    A successor that has made none shows nothing, not even that it ever came to be.
    """
    if each.succeeds is not None and each.known < each.grants[0].position:
        return False
    own = forerunners(devices, each.id)
    others = [one for one in family if one.id not in own and not (one.revoked and one.provisional)]
    return all(each.known >= one.grants[0].position for one in others)


def gone_on_as(devices: Mapping[bytes, Device], of: bytes, alive: bytes | None = None) -> list[Device]:
    """Return under which identities in force a laptop goes on that mostly nobody holds under this one any more.

    `alive` is known to be there (see `laptops`).
    """
    found = devices.get(of)
    counted = {each.id for names in laptops(devices, alive) for each in names}
    if found is None or found.revoked or of in counted:
        return []
    return [each for each in heirs(devices, of) if each.id in counted]


def kin(devices: Mapping[bytes, Device], of: bytes) -> list[Device]:
    """Return all identities that a laptop and its copies have had."""
    first = first_of(devices, of)
    return [each for each in devices.values() if first_of(devices, each.id) == first]


def first_of(devices: Mapping[bytes, Device], of: bytes) -> bytes:
    """Return a laptop's first identity."""
    line = forerunners(devices, of)
    return min((name for name in line if name not in devices or devices[name].succeeds is None), default=min(line))


@lru_cache(maxsize=1024)
def device_id(sign: bytes, receive: bytes) -> bytes:
    """Return the id of the device with these public keys."""
    return sha256(b"lc1 device" + sign + receive)[:16]


def invite_id(sign: bytes) -> bytes:
    """Return the id of the invitation whose public signing key this is."""
    return derived("invitation", sign)
