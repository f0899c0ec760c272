"""Who keeps the list of laptops: a laptop, or a hub; and taking it over when that one is gone."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.errors import NotAllowed, NotFound, Refused
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
    _check_may_keep(circle)
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
    _check_may_keep(circle)
    if keeps_list(circle):
        return
    device, world = circle.secrets.device, circle.surroundings
    if sheet is not None:
        check_in_force(circle.roster, sheet)
        place_here(circle, make.take_over(circle.roster, sheet.id, sheet.sign, device.sign.public, world))
        return
    if circle.roster.hub:
        raise _hub_keeps(circle)
    place_here(circle, make.take_over(circle.roster, device.id, device.sign, device.sign.public, world))


def check_sheet_helps(circle: Circle) -> None:
    """Raise NotAllowed where a hub keeps the list and has confirmed no sheet, before anybody types 24 words."""
    if circle.roster.hub and circle.roster.state.recovery is None:
        raise _hub_keeps(circle)


def _check_may_keep(circle: Circle) -> None:
    if circle.right != ORGANIZER:
        raise NotAllowed("organizers_keep", "Only an organizer's laptop may keep the list of laptops.")


def _hub_keeps(circle: Circle) -> NotAllowed:
    """Say what is left where a hub keeps the list: nothing but a sheet that is in force takes it from a hub."""
    if circle.roster.state.recovery is None:
        return NotAllowed(
            "hub_keeps_list",
            "The hub keeps the list of this circle's laptops. While it answers, it hands the list on to the laptop that"
            " is named (circle keeper NAME), be it this one. If it is gone for good, only a recovery sheet that it has"
            " confirmed takes the list from it, and there is none: the laptops go on sharing by stick and on the same"
            " network, but none can be added. To add some, found the circle anew on one laptop, and read in there what"
            " is exported here.",
        )
    return NotAllowed(
        "hub_keeps_list",
        "The hub keeps the list of this circle's laptops. If it is gone for good, take the list over with the recovery"
        " sheet (circle keeper --sheet).",
    )


def place_here(circle: Circle, entry: Entry) -> None:
    """Place an entry that makes this laptop keep the list, and whatever waits after it."""
    device = circle.secrets.device
    placed = countersign(circle.roster, entry, device.sign, circle.surroundings.now_ms())
    Exchange(circle).receive_roster([*circle.roster.placed, placed], [])
    place_pending(circle)
