"""Joining a circle by an invitation. No network here: the roster and the segments come as data, from a hub, a
stick or the laptop beside this one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from learningcircles.circle import create
from learningcircles.circle.believing import may_write
from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import CALLED
from learningcircles.circle.opened import Secrets
from learningcircles.errors import Refused
from learningcircles.journal.segment import Segment
from learningcircles.laptop import keystore
from learningcircles.laptop.founding import be_member, check_names, introduce, name_laptop
from learningcircles.laptop.gathered import nobody, take_gathered
from learningcircles.laptop.home import Home, move_file, remove_files
from learningcircles.laptop.identity import Identity
from learningcircles.storage.connect import DatabaseError
from learningcircles.storage.copy import Told, settle_file
from learningcircles.storage.in_use import nobody_else
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust import make, recovering
from learningcircles.trust.entry import Entry, Placed
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.invitation import Invitation
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import READER
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.roster import Roster

_ARRIVING = "arriving"
"""Who uses this laptop, while what was written before it joined is still on its way."""


def join(
    home: Home,
    invitation: Invitation,
    person: str,
    device: str,
    placed: Sequence[Placed],
    proposals: Sequence[Entry] = (),
    segments: Sequence[Segment] = (),
    surroundings: Surroundings | None = None,
    *,
    now_ms: int | None = None,
    whole: bool = True,
    told: Told = nobody,
) -> Circle:
    """Join: make this laptop's keys and file, fold what came along, and write down who uses it.

    `now_ms` is the time by who keeps the list of laptops, where that is known: it judges expiry. `whole`: the segments
    are all that there are; else who uses the laptop is written down by `arrive`, once the rest has come. Its `add`
    stands among the file's proposals; whatever shares next carries it. `told` hears how many segments are in of how
    many, and may raise a CircleError to end it. Raises Unreadable when the roster is another
    circle's, NotAllowed or Refused where the invitation does not serve; nothing is left behind then.
    """
    world = surroundings or real()
    check_names("-", person, device)
    check_new(home, invitation.circle)
    roster = Roster.replay(placed, proposals, circle=invitation.circle)
    entry, keys, epochs = make.join(roster, invitation, world, now_ms)
    return _begin(home, roster.placed, [*proposals, entry], keys, epochs, segments, person, device, world, whole, told)


def recover(
    home: Home,
    sheet: Sheet,
    person: str,
    device: str,
    placed: Sequence[Placed],
    proposals: Sequence[Entry] = (),
    segments: Sequence[Segment] = (),
    surroundings: Surroundings | None = None,
    *,
    take_over: bool | None = None,
    whole: bool = True,
    told: Told = nobody,
) -> Circle:
    """Get a circle back with its recovery sheet, on a laptop that does not have it: as `join`, but as an organizer.

    `take_over`: this laptop keeps the list of laptops from now on. Left out, it does where a laptop kept it, which
    is presumed lost; a hub goes on keeping it, and places this laptop when it hears of it.
    """
    world = surroundings or real()
    check_names("-", person, device)
    check_new(home, sheet.circle, by_sheet=True)
    roster = Roster.replay(placed, proposals, circle=sheet.circle)
    over = not roster.hub if take_over is None else take_over
    back = recovering.enrol(roster, sheet, world, take_over=over)
    return _begin(
        home, back.roster.placed, back.roster.kept, back.keys, back.epochs, segments, person, device, world, whole,
        told,
    )  # fmt: skip


def check_new(home: Home, circle: bytes, *, by_sheet: bool = False) -> None:
    """Raise Refused where this laptop has the circle already, and say what comes next for who opened it `by_sheet`."""
    if home.by_id(circle) is None:
        return
    if by_sheet:
        raise Refused(
            "joined_already",
            "This laptop has this circle already. If the hub is gone for good, this laptop can keep the list of laptops"
            " from now on (circle recovery keep-list).",
        )
    raise Refused(
        "joined_already",
        "This laptop has this circle already. If it was shut out, give what it wrote to an organizer as a file, remove"
        " the circle from this laptop, and then join again.",
    )


def _begin(
    home: Home, placed: Sequence[Placed], waiting: Sequence[Entry], keys: DeviceKeys, epochs: EpochKeys,
    segments: Sequence[Segment], person: str, device: str, world: Surroundings, whole: bool, told: Told,
) -> Circle:  # fmt: skip
    secrets = Secrets(world.random(32), keys)
    circle_id = Roster.replay(placed).circle
    with home.new_file(f"Circle {circle_id.hex()[:6]}", circle_id) as path:
        check_new(home, circle_id)  # again: another program may have joined meanwhile
        home.keys.put(circle_id.hex(), keystore.pack(secrets))
        circle = create.create_joined(path, secrets, placed, waiting, epochs, world, home.mark(circle_id, keys.id))
        circle.keyring = Identity(home, circle_id, world)
        try:
            take_gathered(circle, segments, told)
        except BaseException:
            circle.close()  # it goes again
            raise
        if not whole:
            with circle.transaction():
                circle.meta.put(_ARRIVING, person.encode())
        if circle.right != READER and whole:
            introduce(circle, person, device)
        elif circle.right != READER:
            name_laptop(circle, device)
        else:
            with circle.transaction():
                circle.meta.put(CALLED, device.encode())
    return circle


def is_arriving(circle: Circle) -> bool:
    """Return whether this laptop is in the circle, and has not yet got all that was written before it joined."""
    return bool(circle.meta.data(_ARRIVING))


def arrive(circle: Circle) -> bool:
    """Write down who uses this laptop, now that all is here: a member of that name may have come with the last of it.

    Returns whether that had to wait until now.
    """
    person = circle.meta.data(_ARRIVING).decode()
    if not person:
        return False
    if circle.right != READER:
        be_member(circle, person)
    with circle.transaction():
        circle.meta.put(_ARRIVING, b"")
    return True


def call_itself(circle: Circle) -> bool:
    """Write down what this laptop is called, where it joined to only look and may write by now.

    Called before sharing. Where somebody has called it something meanwhile, that stays. Returns whether it did.
    """
    called = circle.meta.data(CALLED).decode()
    if not called or circle.right == READER or circle.shut_out or not may_write(circle):
        return False
    held = circle.reader.find_one("device", circle.secrets.device.id)
    news = held is None or not held.get("name")
    if news:
        name_laptop(circle, called)
    with circle.transaction():
        circle.meta.put(CALLED, b"")
    return news


def name_file(home: Home, circle: Circle) -> Circle:
    """Name a joined circle's file after the circle, once its charter has arrived; returns the circle reopened.

    Until then the file carries the first letters of the circle's id.
    """
    charter = circle.reader.find_one("!charter", circle.id)
    name = str(charter.get("name", "")) if charter else ""
    if not name or not circle.path.stem.startswith("Circle " + circle.id.hex()[:6]):
        return circle
    with home.alone():
        target = home.path_for(name)
        try:
            home.register(target, circle.id)  # before: a power cut must not leave a file that nobody finds
            settle_file(circle.connection)
        except (Refused, DatabaseError):  # the disk is full: it is in the circle, under the name that it has
            with suppress(Refused):
                home.unregister(target)
            return circle
        circle.close()
        unused = circle.path
        try:
            with nobody_else(circle.path):
                move_file(circle.path, target)
                remove_files(circle.path)
        except Refused:  # another program has it open by now
            unused, target = target, circle.path
        home.unregister(unused)
    return create.open_circle(target, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
