"""A circle file of which nothing can be read: a new one is made of what a hub or a stick holds of the circle.

What this laptop has is its keys; they lie beside the file. As after a restored backup it goes on under a new identity:
nobody knows any more how far it had come in its own log. No network here; the data come as for joining.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

from learningcircles.circle import create
from learningcircles.circle.opened import Secrets
from learningcircles.errors import NotAllowed, Refused
from learningcircles.journal.segment import Segment
from learningcircles.laptop.backup import Restored, aside_for, put_in_place
from learningcircles.laptop.founding import secrets_of
from learningcircles.laptop.gathered import nobody, take_gathered
from learningcircles.laptop.home import DAMAGED, CircleFile, Home, coming, remove_files
from learningcircles.laptop.identity import Identity
from learningcircles.laptop.succession import succeed
from learningcircles.storage.copy import Told, settle_file
from learningcircles.storage.salvage import is_damaged
from learningcircles.surroundings import Surroundings
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import open_all
from learningcircles.trust.roster import Roster


def check_damaged(home: Home, held: CircleFile, passphrase: str = "") -> Secrets:
    """Return the keys of a circle whose file is damaged or gone, or was mended and lacks some of its list of laptops.

    Raises Refused where all of it can be read, and Locked.
    """
    secrets = secrets_of(home, held, passphrase)
    if held.path.is_file() and not is_damaged(held.path, secrets.file_key, secrets.device.id, mended=True):
        raise Refused("not_damaged", "{file} can be read: share with the hub or a stick instead.", file=held.path.name)
    return secrets


def refill(
    home: Home,
    held: CircleFile,
    placed: Sequence[Placed],
    proposals: Sequence[Entry],
    segments: Sequence[Segment],
    surroundings: Surroundings,
    passphrase: str = "",
    told: Told = nobody,
) -> Restored:
    """Make the circle's file anew of what was gathered elsewhere, and set the damaged one aside.

    Raises NotAllowed where this laptop does not take part in the circle by the list that was gathered, Unreadable where
    that is another circle's, Refused; everything is as it was then, and where `told`, which hears how many segments are
    in the new file of how many, raises a CircleError to end it.
    """
    secrets = check_damaged(home, held, passphrase)
    keyring = Identity(home, held.circle_id, surroundings, passphrase)
    device, mark = secrets.device, home.mark(held.circle_id, secrets.device.id)
    _, own = keyring.noted()
    roster = Roster.replay(placed, [*proposals, *own], circle=held.circle_id)
    if roster.served(device.id) is None:
        raise NotAllowed(
            "not_known_there",
            "This laptop does not take part in the circle, or no longer, by what was found there. Ask an organizer for"
            " an invitation.",
        )
    epochs = open_all(roster, {**keyring.formers(device), device.id: device.receive})
    aside = aside_for(held.path, DAMAGED)
    with home.alone(), home.moved(held.path, aside):
        fresh = coming(held.path)
        remove_files(fresh)
        try:
            with closing(
                create.create_joined(fresh, secrets, roster.placed, roster.kept, epochs, surroundings, mark)
            ) as circle:
                circle.keyring = keyring
                take_gathered(circle, segments, told)
                settle_file(circle.connection, keep_wal=False)
            put_in_place(fresh, held.path)
        finally:
            remove_files(fresh)
    with closing(create.open_circle(held.path, secrets, surroundings, mark, keyring)) as circle:
        return Restored(held, aside, succeed(circle))
