"""Letting laptops in and shutting them out."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.errors import InvalidValue, NotAllowed, NotFound, Refused
from learningcircles.laptop.sequencing import propose
from learningcircles.storage.heads import heads_of
from learningcircles.trust import make
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import ORGANIZER, RECORDER, RIGHTS, heirs

DAY_MS = 24 * 3600 * 1000
MOST_USES = 100
LONGEST_DAYS = 366


class Invited(NamedTuple):
    """A fresh invitation. `expires` is ms since 1970; without `works_now` it waits for who keeps the list."""

    invitation: Invitation
    right: str
    uses: int
    expires: int
    works_now: bool

    @property
    def sentence(self) -> str:
        """What the person who invites should know."""
        if self.works_now:
            return "The invitation can be used now."
        return "The invitation can be used once this laptop has shared with the hub."


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
    _check_organizer(circle)
    if right not in RIGHTS:
        raise InvalidValue("no_right", "A laptop's right is one of {rights}.", field="right", rights=", ".join(RIGHTS))
    if not 1 <= uses <= MOST_USES:
        raise InvalidValue("bad_uses", "An invitation is for 1 to 100 laptops.", field="uses")
    if not 1 <= days <= LONGEST_DAYS:
        raise InvalidValue("bad_days", "An invitation lasts 1 to 366 days.", field="expires")
    expires = circle.surroundings.now_ms() + days * DAY_MS
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
    return Invited(invitation, right, uses, expires, propose(circle, entry))


def revoke(circle: Circle, device: bytes) -> bool:
    """Shut a laptop out: what it has shared so far stays, what it writes from now on does not count.

    Returns whether it holds already; otherwise whoever sees the proposal obeys it at once, and the new key
    follows. Raises NotAllowed, NotFound, or Refused for the last organizer.
    """
    _check_organizer(circle)
    found = circle.roster.devices.get(device)
    if found is None or found.revoked:
        raise NotFound("no_device", "There is no laptop with the id {id} in this circle.", id=device.hex())
    gone = [each.id for each in heirs(circle.roster.devices, device)]
    stay = [each for each in circle.roster.devices.values() if not each.revoked and each.id not in (device, *gone)]
    if found.right == ORGANIZER and not any(each.right == ORGANIZER for each in stay):
        raise Refused("last_organizer", "This is the circle's only organizer's laptop. Add another one first.")
    last, *others = (heads_of(circle.connection, circle.journal.numbers, each) for each in (device, *gone))
    entry = make.revoke(
        circle.roster, circle.secrets.device, circle.journal.epochs, device, last, circle.surroundings,
        heirs=dict(zip(gone, others, strict=True)),
    )  # fmt: skip
    return propose(circle, entry)


def _check_organizer(circle: Circle) -> None:
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_invite", "Only an organizer's laptop may invite or shut out others.")
