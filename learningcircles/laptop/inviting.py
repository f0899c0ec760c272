"""Letting laptops in: invitations, the list of open ones, cancelling one."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.believing import ASKS_MS, clock_off
from learningcircles.circle.circle import Circle
from learningcircles.errors import InvalidValue, NotAllowed, NotFound
from learningcircles.laptop.sequencing import propose
from learningcircles.trust import make
from learningcircles.trust.foreseen import foreseen
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import ORGANIZER, RECORDER, RIGHTS, forerunners, heirs
from learningcircles.zone import local_day, local_zone

DAY_MS = 24 * 3600 * 1000
MOST_USES = 100
LONGEST_DAYS = 366


class Invited(NamedTuple):
    """A fresh invitation. `expires` is ms since 1970; without `works_now` it waits for who keeps the list.

    `off_ms`: how far this laptop's clock is known to be behind the hub's, which judges `expires` (negative: ahead).
    """

    invitation: Invitation
    right: str
    uses: int
    expires: int
    works_now: bool
    off_ms: int = 0
    by_hub: bool = True
    """Whether a hub keeps the list; else a laptop does."""

    @property
    def clocks_differ(self) -> bool:
        """Whether it is another day where the invitation is judged: `expires` is by that clock alone."""
        return abs(self.off_ms) > ASKS_MS

    @property
    def sentence(self) -> str:
        """What the person who invites should know."""
        way = " with the hub" if self.by_hub else ", by a stick or beside it, with the laptop that keeps the list"
        now = "now" if self.works_now else f"once this laptop has shared{way}"
        if not self.clocks_differ:
            return f"The invitation can be used {now}."
        until = local_day(self.expires, local_zone())
        return (
            f"The invitation can be used {now}, through the hub, until {until} by the hub's clock. That clock and this"
            " laptop's differ by more than a day: set right whichever of them is wrong, cancel this invitation, and"
            " invite again."
        )


def invite(
    circle: Circle,
    right: str = RECORDER,
    uses: int = 1,
    days: int = 7,
    *,
    publish: bool = False,
    hub: str = "",
    fingerprint: bytes | None = None,
) -> Invited:
    """Invite laptops: `uses` of them, within `days` days, each with `right`. Raises NotAllowed or InvalidValue.

    `hub` and its TLS `fingerprint` go into the invitation, so that the joiner finds the circle.
    """
    check_organizer(circle)
    if right not in RIGHTS:
        raise InvalidValue("no_right", "A laptop's right is one of {rights}.", field="right", rights=", ".join(RIGHTS))
    if not 1 <= uses <= MOST_USES:
        raise InvalidValue("bad_uses", "An invitation is for 1 to 100 laptops.", field="uses")
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidValue("bad_days", "An invitation lasts 1 to 366 days.", field="expires")
    expires = _true_ms(circle) + days * DAY_MS
    device = circle.secrets.device
    entry, invitation = make.invite(
        circle.roster,
        device,
        circle.journal.epochs,
        circle.surroundings,
        right=right,
        publish=publish,
        uses=uses,
        expires=expires,
        hub=hub,
        fingerprint=fingerprint,
    )
    off = clock_off(circle) if circle.roster.hub else 0
    return Invited(invitation, right, uses, expires, propose(circle, entry), off, bool(circle.roster.hub))


def is_meant_so(circle: Circle, made: Invited, days: int) -> bool:
    """Return whether an invitation that was just made ends when it is to, by what is known of the clocks now."""
    return abs(_true_ms(circle) + days * DAY_MS - made.expires) <= ASKS_MS


class OpenInvitation(NamedTuple):
    """An invitation that still lets laptops in. `expires` is ms since 1970; `waits` for who keeps the list.

    `by_wrong_clock`: it lasts longer than any that may be made, so a clock was wrong when it was, or is now.
    """

    id: bytes
    right: str
    may_publish: bool
    uses: int
    used: int
    expires: int
    waits: bool
    by_wrong_clock: bool = False


def open_invitations(circle: Circle) -> list[OpenInvitation]:
    """Return the invitations that are open, as far as this laptop knows the time; those that end first first."""
    state = foreseen(circle.roster)
    now = _true_ms(circle)
    rows = [
        OpenInvitation(
            each.id,
            each.right,
            each.may_publish,
            each.uses,
            each.used,
            each.expires,
            each.id not in circle.roster.invites,
            each.expires > now + LONGEST_DAYS * DAY_MS + ASKS_MS,
        )
        for each in state.invites.values()
        if each.open and each.expires >= now
    ]
    return sorted(rows, key=lambda row: (row.expires, row.id))


def cancel(circle: Circle, invitation: bytes) -> bool:
    """Shut a door that is open, and change the keys that it opens; returns whether it holds already.

    Raises NotAllowed or NotFound.
    """
    check_organizer(circle)
    if invitation not in {row.id for row in open_invitations(circle)}:
        raise NotFound("no_invitation", "There is no open invitation {id}.", id=invitation.hex())
    device, epochs = circle.secrets.device, circle.journal.epochs
    return propose(circle, make.cancel_invitation(circle.roster, device, epochs, invitation, circle.surroundings))


def doors_of(circle: Circle, device: bytes) -> list[OpenInvitation]:
    """Return the open invitations that whoever has a laptop may know: by which it came in, and those that it made.

    So for what it went on from, and what went on from it.
    """
    devices, invites = circle.roster.devices, foreseen(circle.roster).invites
    line = {device, *forerunners(devices, device), *(each.id for each in heirs(devices, device))}
    used = {devices[each].invitation for each in line if each in devices}
    return [each for each in open_invitations(circle) if each.id in used or invites[each.id].author in line]


def check_organizer(circle: Circle) -> None:
    """Refuse what only an organizer's laptop may do to the list of laptops."""
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_invite", "Only an organizer's laptop may change the list of laptops.")


def _true_ms(circle: Circle) -> int:
    """Return the time by the hub's clock, as far as it is known: who keeps the list judges expiry, not this laptop."""
    return circle.surroundings.now_ms() + clock_off(circle)
