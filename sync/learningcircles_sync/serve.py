"""The receiving side without a network: bytes of a request in, bytes of a reply out, over a `HubStore`.

A hub calls `Receiver.answer` from its web framework, a laptop on the same Wi-Fi from its own small server, a
simulation directly. protocol.py tells what happens, step by step. Thread-safe as far as its store is.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from typing import NamedTuple

from msgspec import Struct, structs

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError, Locked, NotAllowed, NotFound, Refused, Unreadable
from learningcircles.journal.segment import ZERO_HASH
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.fallen import PER_LAPTOP
from learningcircles.trust.members import ORGANIZER, READER, forerunners, invite_id, out
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import check_door
from learningcircles.trust.strays import stray_in
from learningcircles_sync import protocol
from learningcircles_sync.answer import farewell, page_for, shelf_for
from learningcircles_sync.buckets import TOO_OFTEN, Buckets, seconds_to_wait, too_many_lists, too_often
from learningcircles_sync.knock import (
    KeyOf,
    chain_to,
    entries_of,
    introduced,
    is_erasure_by,
    keys_among,
    keys_in,
    not_served,
)
from learningcircles_sync.named import End, named_branches
from learningcircles_sync.pages import check_entries
from learningcircles_sync.protocol import (
    ADMIT_PATH,
    CATALOGUE_PATH,
    HUB_PATH,
    JOIN_PATH,
    SYNC_PATH,
    Admit,
    Admitted,
    Catalogue,
    Hub,
    Page,
    Problem,
    Shelf,
    Signed,
    Sync,
)
from learningcircles_sync.push import (
    Held,
    Moved,
    Push,
    View,
    apply,
    below_heads,
    check_served,
    examine_roster,
    examine_segments,
    goes_on_from_one_shut_out,
    offered_roster,
    predecessors,
)
from learningcircles_sync.request_auth import check_request, read_request, sign_reply
from learningcircles_sync.store import CircleRoom, Head, HubStore, Link, LogName

REMEMBERED = 256
TRIES = 8
STATUS = {
    "bad_signature": 401,
    "clock": 401,
    "circle_unknown": 404,
    "no_such_page": 404,
    TOO_OFTEN: 429,
    "busy": 503,
    "hub_storage": 503,
}


class Answer(NamedTuple):
    """A reply: an HTTP status (200 when `ok`) and the body, always a signed protocol.Reply."""

    status: int
    body: bytes
    wait_s: int = 0
    """When to ask again, where the signer has asked too often."""


class Identity(NamedTuple):
    """Who answers here: its signing key and what it gives out of itself."""

    key: SigningKey
    name: str = ""
    url: str = ""
    fingerprint: bytes | None = None


class Claim(NamedTuple):
    """A request whose signature is still to be checked, and the entries that it brings itself."""

    signed: Signed
    path: str
    brought: Sequence[Entry] = ()
    refusal: CircleError | None = None
    """What is said to who names a key that nobody knows; `not_served` where nothing is."""
    counts: bool = True
    """Whether it is counted as one of its signer's."""


Parts = tuple[int, dict[LogName, Head], tuple[list[Placed], list[Entry]] | None]
"""(roster version, heads, placed and proposals unless they are as remembered)."""


class Receiver:
    """Answers requests over a store. `now_ms` is its clock, which the circle's laptops are told.

    `ready` is called before anything is given to who asks with a signature that holds. `asked`: how often each laptop
    may ask; without it as often as it likes; `lists`: how many entries of lists that have lost it may bring.
    """

    def __init__(
        self,
        store: HubStore,
        identity: Identity,
        now_ms: Callable[[], int],
        ready: Callable[[], None] | None = None,
        *,
        asked: Buckets | None = None,
        lists: Buckets | None = None,
    ) -> None:
        self._store = store
        self._ready = ready
        self._asked = asked
        self._lists = lists
        self._identity = identity
        self._now_ms = now_ms
        self._rosters: OrderedDict[bytes, tuple[int, Roster]] = OrderedDict()
        self._lock = Lock()
        self._routes: dict[str, Callable[[Signed, str], Struct]] = {
            ADMIT_PATH: self._admit,
            JOIN_PATH: self._join,
            SYNC_PATH: self._sync,
            CATALOGUE_PATH: self._catalogue,
        }

    @property
    def hub(self) -> Hub:
        """Who answers here, and what time it is."""
        who = self._identity
        return Hub(who.key.public, self._now_ms(), who.name, who.url, who.fingerprint)

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        """Return the reply to a request; every CircleError becomes a Problem, other exceptions are bugs and rise."""
        request = body if method == "POST" else b""
        try:
            message = self._answer(method, path, request)
        except CircleError as error:
            problem = Problem(error.code[:60], str(error)[:2000], self._now_ms())
            reply = sign_reply(self._identity.key, request, False, protocol.pack(problem))
            return Answer(_status(error), reply, seconds_to_wait(error))
        return Answer(200, sign_reply(self._identity.key, request, True, protocol.pack(message)))

    def _answer(self, method: str, path: str, request: bytes) -> Struct:
        if method == "GET" and path == HUB_PATH:
            return self.hub
        route = self._routes.get(path)
        if method != "POST" or route is None:
            raise NotFound("no_such_page", "There is nothing at this address for laptops.")
        if len(request) > protocol.BODY_BYTES:
            raise Unreadable("too_large", "This is larger than anything this program sends.")
        return route(read_request(request), path)

    def _check(self, claim: Claim, key: bytes | None) -> None:
        if key is None:
            raise claim.refusal or not_served()
        who = self._identity.key.public
        check_request(claim.signed, key, who, claim.path, self._now_ms())
        # Counted once the signature holds: nobody asks too often in another one's name.
        if claim.counts and self._asked is not None and (wait := self._asked.wait_s(claim.signed.signer)):
            raise too_often(wait)

    # --- letting a circle in

    def _admit(self, signed: Signed, path: str) -> Admitted:
        message = protocol.unpack(signed.body, Admit)
        entries = [item.entry for item in message.roster]
        check_entries(entries)
        refusal = NotAllowed("organizers_only", "Only an organizer's laptop may bring a circle to a hub.")
        self._check(Claim(signed, path, refusal=refusal), keys_among(entries)(signed.signer))
        if not message.code:
            return self._admit_again(signed.signer, message)
        self._store.check_code(message.code, message.circle, self._now_ms())
        roster = Roster.replay(message.roster, circle=message.circle)
        device = roster.served(signed.signer)
        if device is None or device.right != ORGANIZER:
            raise refusal

        def let_in(room: CircleRoom) -> None:
            held = room.placed()
            if [item.head for item in held] == [item.head for item in roster.placed[: len(held)]]:
                room.put_placed(len(held), roster.placed[len(held) :])

        self._store.admit(message.code, message.circle, self._now_ms(), let_in)
        return Admitted(self.hub)

    def _admit_again(self, signer: bytes, message: Admit) -> Admitted:
        """Let a circle in that this hub has forgotten: its list names this hub, and ends with its countersignature.

        That it is named shows nothing, since its key is public. Any laptop of the list may bring it.
        """
        key = self._identity.key.public
        if not message.roster or not message.roster[-1].placed_by(key, message.circle):  # before anything is replayed
            raise not_served()
        roster = Roster.replay(message.roster, circle=message.circle)
        if roster.sequencer != key or roster.served(signer) is None:
            raise not_served()

        def let_in(room: CircleRoom) -> None:
            if not room.placed():
                room.put_placed(0, roster.placed)

        self._store.admit_again(message.circle, self._now_ms(), let_in)
        return Admitted(self.hub)

    # --- joining

    def _join(self, signed: Signed, path: str) -> Page:
        message = protocol.unpack(signed.body, Sync)
        refusal = NotAllowed(
            "invitation_unknown",
            "The hub does not know this invitation yet: the laptop that gave it must share with the hub first.",
        )
        try:
            # An invitation's key is many people's: one of them would spend the share of all. Their addresses count.
            view = self._view(message.circle, Claim(signed, path, refusal=refusal, counts=False))
        except NotAllowed as error:
            raise refusal if error.code == "not_served" else error from error  # a laptop of another circle
        self._check_door(view.roster, signed.signer, refusal)
        page = page_for(self._store, message, Push(view.roster, len(view.roster.placed)), view, self._now_ms())
        page.inbox = []
        return page

    def _check_door(self, roster: Roster, signer: bytes, refusal: CircleError) -> None:
        """Refuse who has neither an open invitation nor the recovery sheet."""
        recovery = roster.state.recovery
        if recovery is not None and invite_id(recovery[0]) == signer:
            return
        door = roster.invites.get(signer)
        if door is None:
            raise refusal
        check_door(door, self._now_ms())

    # --- sharing

    def _sync(self, signed: Signed, path: str) -> Page:
        message = protocol.unpack(signed.body, Sync)
        claim = Claim(signed, path, entries_of(message))
        view = self._view(message.circle, claim)
        self._check_lists(signed.signer, message)
        claim = claim._replace(counts=False)
        if self._ready is not None:
            self._take_list(view, signed.signer, message)
            self._ready()
            view = self._view(message.circle, claim)
        for _ in range(TRIES):
            push = self._examine(view, signed.signer, message)
            try:
                if not push.empty or message.done:
                    self._write(view, push, message)
            except Moved:
                view = self._view(message.circle, claim)
                continue
            if push.farewell:
                return farewell(message, push.roster, self._now_ms())
            return page_for(
                self._store, message, push, view, self._now_ms(), _makers(push.roster, signed.signer, message)
            )
        raise Locked("busy", "Too many laptops share at this moment. Try again.")

    def _take_list(self, view: View, signer: bytes, message: Sync) -> None:
        """Take the list of laptops that comes with a request before anything is made ready: it may erase somebody.

        So may what waits to be placed in it; and a new laptop may be in the circle by nothing else yet.
        """
        listed = structs.replace(message, segments=[], done=[]) if message.roster or message.proposals else None
        push = self._examine(view, signer, listed) if listed is not None else None
        if listed is not None and push is not None and not push.empty:
            with suppress(Moved):  # it is taken with the rest then
                self._write(view, push, listed)

    def _check_lists(self, signer: bytes, message: Sync) -> None:
        """Refuse who brings ever more entries of lists that have lost: each is followed before it is left out."""
        brought = sum(stray_in(entry) is not None for entry in message.proposals)
        if brought and self._lists is not None and (wait := self._lists.wait_s(signer, brought)):
            raise too_many_lists(wait)

    def _examine(self, view: View, signer: bytes, message: Sync) -> Push:
        message = introduced(view.roster, message, signer)
        offered = offered_roster(view, message, self._identity.key.public)
        if view.roster.shuts_out(signer) and offered.served(signer) is None:
            # Nothing that it brings moves the list: it might be a former keeper who has kept his key.
            message, offered = self._told_by_one_shut_out(view, message, signer)
        who = self._identity
        push = examine_roster(view, offered, message, who.key, self._now_ms(), who.fingerprint)
        if signer not in push.roster.devices and message.roster_head in push.roster.state.side:
            return push  # it joined on a branch that has lost: it is given ours, and enters again
        if goes_on_from_one_shut_out(push.roster, message.proposals, signer):
            push.farewell = True  # only a few such successors stand in the list
            return push
        check_served(push.roster, signer, push.refused)
        served = push.roster.served(signer)
        push.farewell = served is None
        push.records = served is not None and served.right != READER
        if served is not None and push.roster.state.place_of(message.roster_head) is not None:
            passed = below_heads(view.heads, message.segments)
            links = predecessors(view.heads, message.segments)
            had: dict[int, Held] = {}
            aside: set[Link] = set()
            named: dict[LogName, list[End]] = {}
            if passed or links:
                had, aside, named = self._store.read(
                    message.circle,
                    lambda room: (
                        _held(room, passed),
                        room.aside.among(links),
                        named_branches(room, push.roster, message.segments),
                    ),
                )
            examine_segments(push, view.heads, message.segments, had, signer, aside, named)
        return push

    def _told_by_one_shut_out(self, view: View, message: Sync, signer: bytes) -> tuple[Sync, Roster]:
        """Return what stays of what such a laptop brings: that it had erased somebody, for organizers to do it anew."""
        asked = [entry for entry in entries_of(message) if is_erasure_by(entry, signer)][:PER_LAPTOP]
        left = structs.replace(message, roster=[], proposals=asked)
        offered = offered_roster(view, left, self._identity.key.public) if asked else view.roster
        if offered.proposals != view.roster.proposals:  # nobody has placed the entry yet that shuts it out
            return structs.replace(left, proposals=[]), view.roster
        return left, offered

    def _write(self, view: View, push: Push, message: Sync) -> None:
        self._store.write(message.circle, lambda room: apply(room, view, push, message))

    def _view(self, circle: bytes, claim: Claim) -> View:
        """Return the circle as it is for a request whose signature holds; nothing is replayed for any other."""
        with self._lock:
            remembered = self._rosters.get(circle)
        version, heads, parts = self._store.read(circle, lambda room: _parts(room, remembered))
        if parts is None:
            assert remembered is not None
            self._check(claim, _key_for(claim, keys_in(remembered[1])))
            return View(version, remembered[1], heads)
        stored = keys_among([*(item.entry for item in parts[0]), *parts[1]])
        self._check(claim, _key_for(claim, stored))
        if stored(claim.signed.signer) is None:
            chain_to(stored, claim.brought, claim.signed.signer)
        roster = Roster.replay(*parts, circle=circle)
        with self._lock:
            self._rosters[circle] = (version, roster)
            self._rosters.move_to_end(circle)
            while len(self._rosters) > REMEMBERED:
                self._rosters.popitem(last=False)
        return View(version, roster, heads)

    # --- the region's catalogue

    def _catalogue(self, signed: Signed, path: str) -> Shelf:
        message = protocol.unpack(signed.body, Catalogue)
        roster = self._view(message.circle, Claim(signed, path)).roster
        if roster.served(signed.signer) is None:
            raise not_served()
        return shelf_for(self._store, message)


def _key_for(claim: Claim, known: KeyOf) -> bytes | None:
    """Return the key that a request has to be signed with: the one that is known, or else the one that it brings."""
    signer = claim.signed.signer
    return known(signer) or keys_among(claim.brought)(signer)


def _makers(roster: Roster, signer: bytes, message: Sync) -> set[bytes]:
    """Return of whose logs the signer is told what lost: of all its own, where it says how far it has that.

    Else of its present one, unless it goes on under another identity: then it knows of it. An organizer's laptop is
    told of those of laptops that were shut out as well, which it may take in, but of those whose id it names: of these
    it keeps no more.
    """
    here = roster.served(signer)
    others = out(roster.devices) if here is not None and here.right == ORGANIZER else set()
    if message.aside is None:
        went_on = any(each.succeeds == signer for each in roster.devices.values())
        return others | (set() if went_on else {signer})
    named = set(message.aside)
    return forerunners(roster.devices, signer) | {maker for maker in others if maker[:8] not in named}


def _parts(room: CircleRoom, remembered: tuple[int, Roster] | None) -> Parts:
    version = room.roster_version()
    same = remembered is not None and remembered[0] == version
    return version, room.heads(), None if same else (room.placed(), room.proposals())


def _held(room: CircleRoom, places: dict[int, tuple[int, bytes, int]]) -> dict[int, Held]:
    return {
        place: Held(
            space,
            device,
            seq,
            room.header_hash(space, device, seq),
            room.header_hash(space, device, seq - 1) or ZERO_HASH,
        )
        for place, (space, device, seq) in places.items()
    }


def _status(error: CircleError) -> int:
    if error.code in STATUS:
        return STATUS[error.code]
    if isinstance(error, NotAllowed):
        return 403
    return 400 if isinstance(error, Refused) else 500
