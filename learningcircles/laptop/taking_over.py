"""Who keeps the list of laptops: a laptop, or a hub; and taking it over when that one is gone."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.errors import NotAllowed, NotFound, Refused
from learningcircles.laptop.inviting import check_organizer
from learningcircles.laptop.sequencing import keeps_list, place_pending, propose
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.members import ORGANIZER
from learningcircles.trust.placing import countersign
from learningcircles.trust.recovering import check_in_force
from learningcircles.trust.recovery import Sheet


def hand_to(circle: Circle, device: bytes) -> bool:
    """Let another organizer's laptop keep the list, in place of this one or of a hub that agrees.

    Returns whether it holds already. Raises NotAllowed, NotFound, or Refused where that laptop may not.
    """
    check_organizer(circle)
    found = circle.roster.devices.get(device)
    if found is None or found.revoked:
        raise NotFound("no_device", "There is no laptop with the id {id} in this circle.", id=device.hex())
    if found.right != ORGANIZER or found.provisional:
        raise Refused("no_organizer", "Only a laptop that may run the circle can keep the list of its laptops.")
    if found.sign == circle.roster.sequencer:
        return True
    return propose(
        circle, make.hand_sequencer(circle.roster, circle.secrets.device, found.sign, "", circle.surroundings)
    )


def take_over(circle: Circle, sheet: Sheet | None = None) -> None:
    """Keep the list on this laptop from now on, without asking who kept it (lost, broken, stolen).

    Raises NotAllowed for who is no organizer, and where a hub keeps it and there is no recovery `sheet` in force.
    """
    check_organizer(circle)
    if keeps_list(circle):
        return
    device, world = circle.secrets.device, circle.surroundings
    if sheet is not None:
        check_in_force(circle.roster, sheet)
        place_here(circle, make.take_over(circle.roster, sheet.id, sheet.sign, device.sign.public, world))
        return
    if circle.roster.hub:
        raise NotAllowed(
            "hub_keeps_list",
            "The hub keeps the list of this circle's laptops. Bring the circle to another hub, or use the recovery"
            " sheet if the hub is gone for good.",
        )
    place_here(circle, make.take_over(circle.roster, device.id, device.sign, device.sign.public, world))


def place_here(circle: Circle, entry: Entry) -> None:
    """Place an entry that makes this laptop keep the list, and whatever waits after it."""
    device = circle.secrets.device
    placed = countersign(circle.roster, entry, device.sign, circle.surroundings.now_ms())
    Exchange(circle).receive_roster([*circle.roster.placed, placed], [])
    place_pending(circle)
