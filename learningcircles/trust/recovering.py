"""Making the entries that bring a circle or a laptop back: a new sheet, a laptop enrolled by it, a successor."""

from __future__ import annotations

from typing import Any, NamedTuple

from learningcircles.errors import NotAllowed
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry, Placed, place_entry
from learningcircles.trust.epochs import EpochKeys, open_epochs, seal_envelopes
from learningcircles.trust.holders import Recipient
from learningcircles.trust.make import DeviceKeys, newest_keys, propose, rotating
from learningcircles.trust.members import ORGANIZER
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import check_may_go_on
from learningcircles.trust.unread import refusal


class Enrolled(NamedTuple):
    """A laptop enrolled by a sheet: the roster with its `add` (placed, or among the proposals), keys, epochs."""

    roster: Roster
    keys: DeviceKeys
    epochs: EpochKeys


def new_sheet(
    roster: Roster,
    keys: DeviceKeys,
    epochs: EpochKeys,
    surroundings: Surroundings,
    *,
    hub: str = "",
    fingerprint: bytes | None = None,
    sheet: Sheet | None = None,
) -> tuple[Entry, Sheet]:
    """Return the entry of a new recovery sheet, and the sheet: `sheet` where its words were drawn before.

    Where there is an older sheet, the entry cancels it and rotates both keys, so that it opens nothing from now on.
    """
    sheet = sheet or Sheet(roster.circle, surroundings.random(16), hub, fingerprint)
    fields: dict[str, Any] = {"sign": sheet.sign.public, "receive": sheet.receive.public}
    if roster.state.recovery is not None:
        return rotating(roster, "recovery", keys, epochs, fields, (0, 1), surroundings), sheet
    mine = Recipient(sheet.id, sheet.receive.public, ORGANIZER)
    envelopes = seal_envelopes(roster.circle, [mine], newest_keys(roster, epochs), surroundings)
    return propose(roster, "recovery", keys.id, keys.sign, fields, surroundings, envelopes=envelopes), sheet


def check_in_force(roster: Roster, sheet: Sheet) -> None:
    """Raise NotAllowed where the roster knows another sheet, or none."""
    held = roster.state.recovery
    keys = (sheet.sign.public, sheet.receive.public)
    waiting = (body for body in map(Entry.read, roster.proposals) if body.kind == "recovery")
    if held != keys and any((body.fields.get("sign"), body.fields.get("receive")) == keys for body in waiting):
        raise NotAllowed(
            "sheet_waits",
            "This recovery sheet is not in force yet: who keeps the list of laptops has not confirmed it. A hub that is"
            " gone for good never will.",
        )
    if held != keys:
        raise NotAllowed(
            "sheet_cancelled",
            "This circle does not know this recovery sheet: it was cancelled by a newer one, or what is here is older"
            " than the sheet.",
        )


def enrol(roster: Roster, sheet: Sheet, surroundings: Surroundings, *, take_over: bool) -> Enrolled:
    """Enrol this laptop as an organizer's. With `take_over` it also keeps the list of laptops from now on.

    Without, its `add` is a proposal that acts at once and that whoever keeps the list places. Raises NotAllowed
    where the sheet is not in force.
    """
    check_in_force(roster, sheet)
    epochs = open_epochs(roster, sheet.id, sheet.receive)
    keys = DeviceKeys.new(surroundings)
    if take_over:
        roster = take_over_list(roster, sheet, keys, surroundings)
    recipient = Recipient(keys.id, keys.receive.public, ORGANIZER)
    envelopes = seal_envelopes(roster.circle, [recipient], newest_keys(roster, epochs), surroundings)
    fields = {**keys.public, "right": ORGANIZER, "publish": True}
    entry = propose(
        roster, "add", sheet.id, sheet.sign, fields, surroundings, envelopes=envelopes, own=keys.sign
    )  # fmt: skip
    if not take_over:
        return Enrolled(Roster.replay(roster.placed, [*roster.kept, entry]), keys, epochs)
    return Enrolled(_placed(roster, entry, keys), keys, epochs)


def succeed(
    roster: Roster, old: DeviceKeys, epochs: EpochKeys, surroundings: Surroundings, keys: DeviceKeys | None = None
) -> tuple[Entry, DeviceKeys]:
    """Return the entry by which a laptop's identity in the circle is replaced by a new one, and the new keys.

    `keys`: those that it has already. Raises NotAllowed where the old identity may not be replaced.
    """
    keys = keys or DeviceKeys.new(surroundings)
    device = roster.devices.get(old.id)
    if device is None or device.revoked:
        raise NotAllowed("shut_out", "This laptop no longer takes part in this circle.")
    check_may_go_on(roster.state, old.id)
    recipient = Recipient(keys.id, keys.receive.public, device.right)
    envelopes = seal_envelopes(roster.circle, [recipient], newest_keys(roster, epochs), surroundings)
    entry = propose(
        roster, "succeed", old.id, old.sign, keys.public, surroundings, envelopes=envelopes, own=keys.sign
    )  # fmt: skip
    return entry, keys


def take_over_list(roster: Roster, sheet: Sheet, keys: DeviceKeys, surroundings: Surroundings) -> Roster:
    """Return the roster in which this laptop keeps the list of laptops: whoever kept it, hub or laptop, is gone.

    Raises NotAllowed where the sheet is not in force.
    """
    check_in_force(roster, sheet)
    fields = {"key": keys.sign.public, "hub": "", "fingerprint": None}
    return _placed(roster, propose(roster, "sequencer", sheet.id, sheet.sign, fields, surroundings), keys)


def _placed(roster: Roster, entry: Entry, keys: DeviceKeys) -> Roster:
    if roster.state.unread:
        raise refusal()
    item: Placed = place_entry(entry, roster.circle, len(roster.placed), roster.head, keys.sign)
    return Roster.replay([*roster.placed, item], roster.kept)
