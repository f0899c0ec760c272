"""Making a circle file: at founding, and at joining."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.circle.opened import Keyring, Mark, Secrets
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.rosters import READ_TO, note_unread
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.make import Founding
from learningcircles.trust.roster import Roster


def create(path: Path, secrets: Secrets, founding: Founding, surroundings: Surroundings, mark: Mark) -> Circle:
    """Make the file of a circle that this laptop has just founded."""
    circle = Circle(path, secrets, surroundings, mark, create=True)
    _fill(circle, [founding.placed], [], founding.epochs)
    return circle


def create_joined(
    path: Path,
    secrets: Secrets,
    placed: Sequence[Placed],
    proposals: Sequence[Entry],
    epochs: EpochKeys,
    surroundings: Surroundings,
    mark: Mark,
) -> Circle:
    """Make the file of a circle that this laptop joins; its own `add` is among `placed` or `proposals`."""
    circle = Circle(path, secrets, surroundings, mark, create=True)
    _fill(circle, placed, proposals, epochs)
    return circle


def open_circle(
    path: Path, secrets: Secrets, surroundings: Surroundings, mark: Mark, keyring: Keyring | None = None
) -> Circle:
    """Open a circle file of this laptop; `keyring` keeps its keys, where they may change."""
    circle = Circle(path, secrets, surroundings, mark)
    try:
        return _taken_up(circle, keyring)
    except BaseException:
        circle.close()  # the file may be damaged: whoever mends it needs it closed
        raise


def _taken_up(circle: Circle, keyring: Keyring | None) -> Circle:
    circle.keyring = keyring
    circle.follow()
    roster = circle.rosters.load()
    circle.begin(roster, _epochs(circle, roster))
    circle.adopt()
    _understand(circle)
    Exchange(circle).catch_up()
    return circle


def _understand(circle: Circle) -> None:
    """Take into use what an older version of the program had kept unread of the list, where this one reads it."""
    known, now = circle.meta.data(READ_TO), circle.roster
    position = now.position_of(known) if known else None
    if position is not None and known != now.head:
        with circle.transaction():
            Exchange(circle).judge_anew(Roster.replay(now.placed[: position + 1], now.kept))
            note_unread(circle.meta, circle.roster)


def _epochs(circle: Circle, roster: Roster) -> EpochKeys:
    return {**circle.load_epochs(), **circle.opened_by(roster)}


def _fill(circle: Circle, placed: Sequence[Placed], proposals: Sequence[Entry], epochs: EpochKeys) -> None:
    roster = Roster.replay(placed, proposals)
    with circle.transaction():
        circle.rosters.store(roster.placed, roster.kept)
        circle.keep_epochs(epochs)
        circle.begin(roster, epochs)
        note_unread(circle.meta, circle.roster)
