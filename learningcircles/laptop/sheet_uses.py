"""Who came into the circle by a recovery sheet: whoever finds one in a drawer can, so that others must hear of it."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.clock import milliseconds
from learningcircles.trust import rules
from learningcircles.trust.members import ORGANIZER, first_of, heirs, invite_id
from learningcircles.trust.roster import Roster

_ANSWERED = "sheet_use_answered:"


class SheetUse(NamedTuple):
    """A laptop that came by a sheet, at `at_ms` (ms since 1970, by its own clock). `opens`: that sheet still does."""

    device: bytes
    at_ms: int
    shut_out: bool
    opens: bool


def sheet_uses(roster: Roster) -> list[SheetUse]:
    """Return every laptop of the list that came by a recovery sheet, also those that are shut out since."""
    state, found = roster.state, list[SheetUse]()
    if not any(
        each.invitation is None and each.succeeds is None and each.index != 0 for each in roster.devices.values()
    ):
        return []  # all came by an invitation but who founded the circle: no need to read the list
    now = invite_id(state.recovery[0]) if state.recovery is not None else b""
    for entry in (*(placed.entry for placed in roster.placed), *roster.proposals):
        body = entry.read()
        if body.kind != "add" or (body.author != now and body.author not in state.former_sheets):
            continue
        device = roster.devices.get(rules.device_of(body))
        if device is not None:
            found.append(SheetUse(device.id, milliseconds(body.tick), device.revoked, body.author == now))
    return found


def unanswered(circle: Circle) -> list[SheetUse]:
    """Return those about which this laptop has to ask: an organizer's, which was in the circle before.

    Who came by it is not asked; one that is shut out only as long as its sheet still opens the circle.
    """
    if circle.shut_out or circle.right != ORGANIZER:
        return []
    devices, me = circle.roster.devices, circle.secrets.device.id
    since = devices[first_of(devices, me)].index

    def asks(use: SheetUse) -> bool:
        index = devices[use.device].index
        later = index is None or since is None or index > since
        mine = me == use.device or any(heir.id == me for heir in heirs(devices, use.device))
        return later and not mine and (use.opens or not use.shut_out) and not _is_answered(circle, use.device)

    return [use for use in sheet_uses(circle.roster) if asks(use)]


def answer(circle: Circle, device: bytes) -> None:
    """Note on this laptop that somebody knows of a laptop that came by a sheet: it asks no more."""
    with circle.transaction():
        circle.meta.put(_ANSWERED + device.hex(), 1)


def _is_answered(circle: Circle, device: bytes) -> bool:
    return circle.meta.number(_ANSWERED + device.hex()) > 0
