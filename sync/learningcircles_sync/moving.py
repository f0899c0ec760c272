"""Bringing a circle to a hub: to its first one, to another one, or to another address of the one that it has.

What another hub has to agree to is kept nowhere before it has: a move that failed must not happen later by itself. So
the hub that the circle has is asked first, and the entry that names the other one stands only in the request to it.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from learningcircles.circle.circle import Circle
from learningcircles.errors import NotAllowed, Refused, Unreachable
from learningcircles.laptop.locking import SyncLock
from learningcircles.laptop.sequencing import keeps_list, propose
from learningcircles.laptop.taking_over import take_over
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.invitation import HubCode, read_hub_code
from learningcircles.trust.members import ORGANIZER
from learningcircles_sync.dial import Transports
from learningcircles_sync.line import Transport, ask_hub
from learningcircles_sync.outcome import Outcome
from learningcircles_sync.pages import stretch
from learningcircles_sync.protocol import ADMIT_PATH, BODY_BYTES, Admit, Admitted, Hub
from learningcircles_sync.talking import Talking

NO_CODE = b""
"""A hub that was wiped, and that has kept its key, lets a circle in again by what it countersigned itself."""
Sharing = Callable[[], Outcome]
SharingAt = Callable[[str, bytes | None], Outcome]


def let_in(circle: Circle, talking: Talking, transport: Transport, hub: bytes, code: bytes) -> None:
    """Show a hub the list of laptops, with a steward's code or `NO_CODE`; raises NotAllowed where it lets nobody in."""
    placed = stretch(circle.roster.placed, BODY_BYTES // 2)
    talking.line(transport, hub).ask(ADMIT_PATH, Admit(code, circle.id, placed), Admitted)


def share_again(circle: Circle, talking: Talking, transport: Transport, error: Refused) -> Outcome:
    """Share with the circle's hub that has forgotten the circle: it is wiped, and filled again. Else raises `error`."""
    if error.code != "circle_unknown":
        raise error
    hub = circle.roster.sequencer
    try:
        let_in(circle, talking, transport, hub, NO_CODE)
    except Unreachable:
        raise
    except Refused:  # so does an older hub, that knows of no such way
        raise error from None
    return talking.share(talking.line(transport, hub))


class Moving:
    """Moves one circle. `share` shares with the hub that the circle has, `share_at` with it at another address."""

    def __init__(
        self, circle: Circle, talking: Talking, transports: Transports, share: Sharing, share_at: SharingAt
    ) -> None:
        self._circle = circle
        self._talking = talking
        self._transports = transports
        self._share = share
        self._share_at = share_at

    def to(self, code: str) -> Outcome:
        """Bring the circle to the hub that a steward's code names, and share; see `Engine.admit`."""
        found = read_hub_code(code)
        self._circle.follow()
        with closing(self._transports(found.url, found.fingerprint)) as transport:
            who = ask_hub(transport)
            if who.key == self._circle.roster.sequencer:
                return self._to_same(found, who, transport)
            if self._circle.right != ORGANIZER:
                raise NotAllowed("organizers_only", "Only an organizer's laptop may bring a circle to a hub.")
            if self._circle.roster.hub:
                self._ask_former()
            let_in(self._circle, self._talking, transport, who.key, found.code)
            if not self._circle.roster.hub and self._may_be_there():
                # Another laptop may have brought it there meanwhile: no second list is begun beside that one.
                with SyncLock(self._circle.path):
                    self._talking.share(self._talking.line(transport, who.key))
        if self._circle.roster.sequencer != who.key:
            self._hand_over(who.key, found)
        return self._share()

    def _to_same(self, found: HubCode, who: Hub, transport: Transport) -> Outcome:
        """Share with the circle's own hub where the code says that it is now, and enter that in the list."""
        if found.url != self._circle.roster.hub and (who.url, who.fingerprint) != (found.url, found.fingerprint):
            raise NotAllowed(
                "other_address",
                "The hub that answers at {url} says that it is at {other}. Ask its steward for a new code.",
                url=found.url,
                other=who.url or "-",
            )
        try:
            self._share_at(found.url, found.fingerprint)
        except Refused as error:
            if error.code != "circle_unknown":
                raise
            let_in(self._circle, self._talking, transport, who.key, found.code)
            self._share_at(found.url, found.fingerprint)
        if self._stands_at(found):
            return self._share()
        if self._circle.right != ORGANIZER:
            raise NotAllowed(
                "organizers_move",
                "This laptop has shared with its hub at {url}. Only an organizer’s laptop may tell the circle that the"
                " hub is there now: do the same on that one.",
                url=found.url,
            )
        self._place_there(transport, who.key, self._entry(who.key, found))
        if not self._stands_at(found):
            raise _not_handed_over()
        return self._share()

    def _stands_at(self, found: HubCode) -> bool:
        roster = self._circle.roster
        return (roster.hub, roster.fingerprint) == (found.url, found.fingerprint)

    def _may_be_there(self) -> bool:
        """Return whether another laptop may have brought the circle there: each organizer's may."""
        devices, me = self._circle.roster.devices, self._circle.secrets.device.id
        others = (each for each in devices.values() if each.id != me and not each.revoked)
        return not keeps_list(self._circle) or any(each.right == ORGANIZER for each in others)

    def _ask_former(self) -> None:
        """Share with the hub that the circle leaves: nobody else may hand its list on, and the list is whole then."""
        try:
            self._share()
        except Unreachable as error:
            if error.code == "stopped":
                raise
            if self._circle.roster.state.recovery is None:
                raise Refused(
                    "hub_must_agree",
                    "{reason} Only that hub can hand the circle on to another one, so nothing was changed. There is no"
                    " recovery sheet in force that could take its place: until that hub is back the laptops share by"
                    " stick and on the same network, and none can be added. If it never comes back, found the circle"
                    " anew on one laptop, and read in there what is exported here.",
                    reason=error,
                ) from error
            raise Refused(
                "hub_must_agree",
                "{reason} Only that hub can hand the circle on to another one, so nothing was changed. If it is gone"
                " for good, take the list to this laptop with the recovery sheet (circle keeper --sheet), and use the"
                " code then.",
                reason=error,
            ) from error

    def _hand_over(self, key: bytes, found: HubCode) -> None:
        circle = self._circle
        roster = circle.roster
        if roster.hub:
            with closing(self._transports(roster.hub, roster.fingerprint)) as transport:
                self._place_there(transport, roster.sequencer, self._entry(key, found))
        else:
            take_over(circle)  # any organizer may, from a laptop
            propose(circle, self._entry(key, found))
        if circle.roster.sequencer == key:
            return
        if circle.roster.hub not in ("", roster.hub):
            raise Refused(
                "moved_meanwhile",
                "Another organizer’s laptop has moved the circle to {url} at the same time. It stays there. If it is to"
                " be at the other hub, do the same again.",
                url=circle.roster.hub,
            )
        raise _not_handed_over()

    def _entry(self, key: bytes, found: HubCode) -> Entry:
        circle = self._circle
        return make.hand_sequencer(
            circle.roster, circle.secrets.device, key, found.url, circle.surroundings, fingerprint=found.fingerprint
        )

    def _place_there(self, transport: Transport, hub: bytes, entry: Entry) -> None:
        with SyncLock(self._circle.path):
            self._talking.ask_to_place(self._talking.line(transport, hub), entry)


def _not_handed_over() -> Refused:
    return Refused("not_handed_over", "The hub that keeps the list of this circle's laptops did not hand it on.")
