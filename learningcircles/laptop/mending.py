"""What an organizer's laptop owes the roster, and makes by itself: keys that somebody lacks, those of lists that have
lost among them, and a rotation that did not count because somebody came or went between its making and its place."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.laptop.sequencing import place_pending
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import sealed_under
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.holders import lacking, recipients_named
from learningcircles.trust.links import lost_epochs, owed
from learningcircles.trust.members import ORGANIZER, READER, forerunners
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
    if me is None or me.provisional or circle.right == READER:
        return None
    return (_keys_owed(circle) if circle.right == ORGANIZER else None) or _links_owed(circle)


def _keys_owed(circle: Circle) -> Entry | None:
    roster, device = circle.roster, circle.secrets.device
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
    return make.give_keys(roster, device, circle.journal.epochs, ours, circle.surroundings) if ours else None


def _links_owed(circle: Circle) -> Entry | None:
    """Return an entry that gives keys of lists that have lost. Who only records gives what its own work needs."""
    roster, device, keys = circle.roster, circle.secrets.device, circle.journal.epochs
    if not lost_epochs(roster.state):
        return None
    if circle.right != ORGANIZER:
        named = sealed_under(circle, device.id)
        keys = {name: key for name, key in keys.items() if name not in lost_epochs(roster.state) or name in named}
    links = owed(roster.state, keys, roster.proposals, device.id)
    if not links:
        return None
    return make.propose(roster, "keys", device.id, device.sign, {"links": links}, circle.surroundings)


def _falls_to(roster: Roster, author: bytes, me: bytes) -> bool:
    """Return whether I make a rotation again: its author does, and any organizer where that one cannot."""
    found = roster.devices.get(author)
    return author in forerunners(roster.devices, me) or found is None or found.revoked or found.right != ORGANIZER
