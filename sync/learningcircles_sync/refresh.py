"""Taking into use what another thread or program has stored in the same file."""

from __future__ import annotations

from collections.abc import Iterable

from learningcircles.circle.circle import Circle
from learningcircles.trust.entry import Entry


def refresh_roster(circle: Circle) -> None:
    """Take a roster, and keys, into use that another thread or program has stored meanwhile."""
    circle.follow_identity()
    placed = circle.rosters.placed()
    proposals = circle.rosters.proposals()
    known = circle.roster
    if placed[-1].head == known.state.tip and _hashes(proposals) == _hashes(known.kept):
        return
    roster = circle.rosters.load()
    circle.begin(roster, {**circle.load_epochs(), **circle.opened_by(roster)})


def _hashes(entries: Iterable[Entry]) -> set[bytes]:
    return {entry.hash for entry in entries}
