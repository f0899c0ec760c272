"""Joining a circle by an invitation. No network here: the roster and the segments come as data, from a hub, a
stick or the laptop beside this one."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle import create
from learningcircles.circle.circle import Circle, Secrets
from learningcircles.errors import Refused
from learningcircles.journal.segment import Segment
from learningcircles.laptop import keystore
from learningcircles.laptop.files import remove
from learningcircles.laptop.founding import check_names, introduce, remove_files
from learningcircles.laptop.home import Home
from learningcircles.laptop.identity import Identity
from learningcircles.storage.copy import settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust import make
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.members import READER
from learningcircles.trust.roster import Roster


def join(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    placed: Sequence[Placed],
    proposals: Sequence[Entry] = (),
    segments: Sequence[Segment] = (),
    surroundings: Surroundings | None = None,
) -> Circle:
    """Join: make this laptop's keys and file, fold what came along, and write down who uses it.

    Its `add` stands among the file's proposals; whatever shares next carries it. Raises Unreadable when the
    roster is another circle's, NotAllowed or Refused where the invitation does not serve; nothing is left
    behind then.
    """
    world = surroundings or real()
    check_names("-", person, device)
    if home.by_id(invitation.circle) is not None:
        raise Refused("joined_already", "This laptop is in this circle already.")
    roster = Roster.replay(placed, proposals, circle=invitation.circle)
    entry, keys, epochs = make.join(roster, invitation, world)
    secrets = Secrets(world.random(32), keys)
    key_name = invitation.circle.hex()
    path = home.path_for(f"Circle {key_name[:6]}")
    home.keys.put(key_name, keystore.pack(secrets))
    try:
        mark = home.mark(invitation.circle, keys.id)
        circle = create.create_joined(path, secrets, roster.placed, [*proposals, entry], epochs, world, mark)
        circle.keyring = Identity(home, invitation.circle, world)
        Exchange(circle).receive(segments)
        if circle.right != READER:
            introduce(circle, person, device)
    except BaseException:
        home.keys.delete(key_name)
        remove_files(path)
        raise
    home.register(path, invitation.circle)
    return circle


def name_file(home: Home, circle: Circle) -> Circle:
    """Name a joined circle's file after the circle, once its charter has arrived; returns the circle reopened.

    Until then the file carries the first letters of the circle's id.
    """
    charter = circle.reader.find_one("!charter", circle.id)
    name = str(charter.get("name", "")) if charter else ""
    if not name or not circle.path.stem.startswith("Circle " + circle.id.hex()[:6]):
        return circle
    target = home.path_for(name)
    settle_file(circle.connection)
    circle.close()
    circle.path.rename(target)
    for ending in ("-wal", "-shm", ".lock"):
        remove(circle.path.with_name(circle.path.name + ending))
    home.unregister(circle.path)
    home.register(target, circle.id)
    return create.open_circle(target, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
