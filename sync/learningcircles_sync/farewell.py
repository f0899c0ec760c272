"""What a laptop is told that no longer takes part, or was not let in: kindly, and that its work is not lost."""

from __future__ import annotations

from learningcircles.errors import NotAllowed
from learningcircles.trust.members import device_id
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import keys_of

SHUT_OUT, LATE, LOST, SHEET = "shut_out_told", "came_too_late", "came_on_a_lost_list", "came_by_a_former_sheet"
UNLISTED = "not_in_the_list"
SENTENCES = {
    SHUT_OUT: "An organizer has taken this laptop out of the circle. Nothing is lost: what you wrote and had not shared"
    " is kept here. Save it to a file and give that to an organizer, who can take it in.",
    LATE: "This laptop did not come into the circle: its invitation had been used already, was cancelled, or had"
    " expired. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for"
    " a new invitation.",
    LOST: "This laptop is not in the circle any more: whoever invited it had been taken out, and its invitation with"
    " them. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for a"
    " new invitation.",
    SHEET: "This laptop did not come into the circle: a newer recovery sheet had cancelled the one that it was opened"
    " with. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for an"
    " invitation.",
    UNLISTED: "This laptop is not in this circle's list of laptops: it may be one copy too many of another one. Nothing"
    " is lost: what you wrote is kept here. Ask an organizer for an invitation, and enter again what the others do not"
    " have.",
}


def told_out(roster: Roster, device: bytes) -> NotAllowed:
    """Return the error that says so; its code is why an invitation did not serve, or one of SENTENCES.

    Where the list does not hold it at all nobody can take its work in: that is not said then.
    """
    for entry in roster.aside:
        body = entry.read()
        if body.kind == "add" and device_id(*keys_of(body)) == device:
            if body.author in roster.state.former_sheets:
                return NotAllowed("sheet_cancelled", SENTENCES[SHEET])
            return NotAllowed(roster.state.refused.get(entry.hash) or "invitation_cancelled", SENTENCES[LATE])
    found = roster.devices.get(device)
    lost = device in roster.state.side_devices and (found is None or found.provisional)
    code = LOST if lost else SHUT_OUT if found is not None and found.revoked else UNLISTED
    return NotAllowed(code, SENTENCES[code])
