"""Removing a circle from this laptop: file, WAL, keys, mark and cache. The circle itself goes on elsewhere.

Where there is no elsewhere, the circle goes with it: hub and sticks keep only what nobody can open. Whoever removes
it is told that before.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from learningcircles.circle.believing import may_write
from learningcircles.circle.circle import Circle
from learningcircles.errors import Refused
from learningcircles.laptop import daily
from learningcircles.laptop.home import GOING, CircleFile, Home
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.members import ORGANIZER, READER, laptops

LAPTOP = "laptop"


class Last(NamedTuple):
    """What goes with this laptop: `what` is "laptop" (nobody else is in the circle), "organizer" (nobody else runs it)
    or "" where others carry on. `sheet`: a recovery sheet in force can bring it back."""

    what: str
    sheet: bool


def last_of(circle: Circle) -> Last:
    """Return what the circle would lose with this laptop.

    A laptop that is in the list, not shut out, and has not said that it leaves, counts; an identity that this one may
    have had, and lost when it was restored, is no other laptop.
    """
    devices = circle.roster.devices
    me = circle.secrets.device.id
    sheet = circle.roster.state.recovery is not None
    if circle.shut_out or me not in devices:
        return Last("", sheet)
    away = gone(circle)
    others = [names for names in laptops(devices, me) if not any(each.id == me or each.id in away for each in names)]
    if not others:
        return Last(LAPTOP, sheet)
    run = (all(each.right == ORGANIZER for each in names) for names in others)
    alone = devices[me].right == ORGANIZER and not any(run)
    return Last(ORGANIZER if alone else "", sheet)


def check_not_last(circle: Circle, *, bundled: bool = False) -> None:
    """Raise Refused where nobody could open the circle, or run it, any more, and no recovery sheet brings it back: it
    opens nothing where neither a hub nor what was just `bundled` has the records, but laptops that were shut out alone.
    """
    last = last_of(circle)
    if last.what == LAPTOP and last.sheet and not circle.roster.hub and not bundled:
        raise Refused(
            "last_laptop",
            "Nobody else in the circle has its records, and the recovery sheet opens nothing without them. Write them"
            " onto a stick first.",
        )
    if last.sheet or not last.what:
        return
    if last.what == LAPTOP:
        raise Refused(
            "last_laptop",
            "This is the circle's only laptop: without it nobody can open the circle any more. Print the recovery"
            " sheet or make a backup with a passphrase first.",
        )
    raise Refused(
        "last_to_run",
        "This is the only laptop that runs the circle: without it nobody can invite or shut out any more. Print the"
        " recovery sheet, make a backup with a passphrase, or let another laptop run the circle first.",
    )


def gone(circle: Circle) -> Mapping[bytes, str]:
    """Return the laptops that have removed the circle from themselves, with the day on which they said so."""
    return {record.id: str(record["left"]) for record in circle.reader.list("device") if record["left"]}


def note_presence(circle: Circle, left: str | None) -> None:
    """Say in this laptop's record that it leaves, on a day, or (None) that it is here, where that has changed."""
    record = circle.reader.find_one("device", circle.secrets.device.id)
    if record is None or record["left"] == left or circle.shut_out or circle.right == READER or not may_write(circle):
        return
    with circle.change("Begin", own=True) as change:
        change.set("device", record.id, {"left": left})


def unshared(circle: Circle, peer: str) -> int:
    """Return how many actions of this laptop `peer` is not known to have; they would be lost by leaving."""
    return Exchange(circle).waiting(peer)


def leave(home: Home, held: CircleFile) -> None:
    """Remove a circle from this laptop; whoever calls has shared or bundled what waits, and closed the file.

    The circle's name is in no file of this home afterwards. Raises Refused, with nothing removed, where another
    program has the file open. After a power cut the circle is still here, or the next program that looks finishes.
    """
    with home.alone(), home.moved(held.path, held.path.with_name(held.path.name + GOING)):
        daily.forget(home, held.circle_id, held.name)
        home.give_up(held.path, held.circle_id)
