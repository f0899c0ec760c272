"""What an organizer's laptop owes the roster, and makes by itself: keys that somebody lacks, those of lists that have
lost among them, and a rotation that did not count because somebody came or went between its making and its place."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.laptop.sequencing import place_pending
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.holders import lacking, recipients_named
from learningcircles.trust.links import owed
from learningcircles.trust.members import ORGANIZER, forerunners
from learningcircles.trust.roster import Roster

ROUNDS = 4
"""Each entry may call for another one: a rotation made again leaves nobody without a key."""


def mend_keys(circle: Circle) -> int:
    """Make the entries that this laptop owes; returns how many. They are proposals until they are placed."""
    made = 0
    for _ in range(ROUNDS):
        entry = _owed(circle)
        if entry is None:
            break
        Exchange(circle).receive_roster(circle.roster.placed, [entry])
        place_pending(circle)
        made += 1
    return made


def _owed(circle: Circle) -> Entry | None:
    roster, device = circle.roster, circle.secrets.device
    me = roster.devices.get(device.id)
    if me is None or me.provisional or circle.right != ORGANIZER:
        return None
    kinds = {(body.kind, body.author) for body in (entry.read() for entry in roster.proposals)}
    newest = {space: (space, chain[-1].name) in circle.journal.epochs for space, chain in roster.state.epochs.items()}
    again = [space for space, author in roster.state.owed.items() if _falls_to(roster, author, device.id)]
    spaces = [space for space in again if newest[space]]
    # A proposal of ours that rotates is on its way already: whether it counts is not known yet.
    if spaces and not {(kind, device.id) for kind in ("rotate", "revoke", "right")} & kinds:
        return make.rotate(roster, device, circle.journal.epochs, spaces, circle.surroundings)
    under_way = {name for entry in roster.proposals for name in recipients_named(entry) or ()}
    without = [each for each in lacking(roster.state) if each.id not in under_way]
    held = make.newest_keys(roster, circle.journal.epochs)
    ours = [each for each in without if all(space in held and newest[space] for space in each.spaces())]
    if ours:
        return make.give_keys(roster, device, circle.journal.epochs, ours, circle.surroundings)
    links = owed(roster.state, circle.journal.epochs, roster.proposals)
    return (
        make.propose(roster, "keys", device.id, device.sign, {"links": links}, circle.surroundings) if links else None
    )


def _falls_to(roster: Roster, author: bytes, me: bytes) -> bool:
    """Return whether I make a rotation again: its author does, and any organizer where that one cannot."""
    found = roster.devices.get(author)
    return author in forerunners(roster.devices, me) or found is None or found.revoked or found.right != ORGANIZER
