"""Giving proposals their place in the list of laptops, where this laptop keeps it."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.laptop.reaching import has_hub
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.entry import Entry
from learningcircles.trust.placing import settle


def keeps_list(circle: Circle) -> bool:
    """Return whether this laptop places entries (a founder's does until a hub takes over).

    Not where some of the list is missing here and a hub was kept beside the file: what is missing has handed it on.
    """
    return is_keeper(circle) and not (has_hub(circle.path) and Exchange(circle).lacks_list())


def is_keeper(circle: Circle) -> bool:
    """Return whether this laptop keeps the list, as far as that is here."""
    return circle.roster.sequencer == circle.secrets.device.sign.public


def place_pending(circle: Circle) -> int:
    """Place what holds among the proposals that have arrived; return how many. Does nothing elsewhere.

    To be called after proposals have come in: a laptop that joined over a stick waits for this.
    """
    if not keeps_list(circle):
        return 0
    before = len(circle.roster.placed)
    roster, _ = settle(circle.roster, circle.secrets.device.sign, circle.surroundings.now_ms())
    if len(roster.placed) > before:
        with circle.transaction():
            circle.rosters.note_placed(item.head for item in roster.placed[before:])
    Exchange(circle).receive_roster(roster.placed, roster.kept)
    return len(roster.placed) - before


def propose(circle: Circle, entry: Entry) -> bool:
    """Make a proposal of ours known; return whether it holds already, since this laptop keeps the list."""
    Exchange(circle).receive_roster(circle.roster.placed, [entry])
    place_pending(circle)
    return entry.hash in circle.roster.state.entries
