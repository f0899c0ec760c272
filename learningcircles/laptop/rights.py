"""Shutting laptops out and changing what they may do."""

from __future__ import annotations

from collections.abc import Set

from learningcircles.circle.changes import Changes
from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name, laptop_names, read_alike, said_names
from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import InvalidValue, NotFound, Refused
from learningcircles.laptop.inviting import cancel, check_organizer, doors_of
from learningcircles.laptop.sequencing import propose
from learningcircles.laptop.taking_over import take_over
from learningcircles.storage.heads import Heads, heads_before, heads_of
from learningcircles.trust import make
from learningcircles.trust.entry import Entry
from learningcircles.trust.foreseen import foreseen
from learningcircles.trust.members import ORGANIZER, RIGHTS, Device, heirs, laptops


def revoke(circle: Circle, device: bytes, since: int | None = None) -> bool:
    """Shut a laptop out, and those that succeeded it: what it writes from now on does not count.

    `since` (ms since 1970): nor does what it wrote after that moment by its own clock, for a laptop that was
    stolen before anybody knew. Returns whether it holds already; otherwise whoever sees the proposal obeys it at
    once, and the new key follows. Where one of them kept the list of laptops, this one takes it over. The
    open invitations that it came in by, or made, are cancelled: whoever has that laptop may have their text as well.
    Raises NotAllowed, NotFound, or Refused for the last organizer, for one that is shut out already, for this laptop,
    and for what it was before it was restored or copied: it would be shut out with that.
    """
    check_organizer(circle)
    found = _in_force(circle, device)
    with_it = {each.id: each.sign for each in heirs(circle.roster.devices, device)}
    if circle.secrets.device.id in with_it:
        raise Refused(
            "this_laptop_too",
            "This laptop went on from that one, and would be shut out with it. Another organizer's laptop can do that.",
        )
    _keep_an_organizer(circle, found, with_it.keys())
    if device == circle.secrets.device.id:
        raise Refused("this_laptop", "No laptop shuts itself out. Another organizer's laptop can do that.")
    if circle.roster.sequencer in (found.sign, *with_it.values()):
        take_over(circle)
    _keep_the_keys(circle, _shut_out(circle, device, since))
    for door in doors_of(circle, device):  # first: who is cut off in between can do all of it again
        cancel(circle, door.id)
    return propose(circle, _shut_out(circle, device, since))


def _shut_out(circle: Circle, device: bytes, since: int | None) -> Entry:
    return make.revoke(
        circle.roster,
        circle.secrets.device,
        circle.journal.epochs,
        device,
        _ends(circle, device, since),
        circle.surroundings,
        heirs={each.id: _ends(circle, each.id, since) for each in heirs(circle.roster.devices, device)},
    )


def change_right(circle: Circle, device: bytes, right: str, *, publish: bool = False) -> bool:
    """Let a laptop run the circle, record, or only look; returns whether it holds already.

    What it has shared so far keeps counting. Raises NotAllowed, NotFound, InvalidValue, or Refused for the last
    organizer and for one that is shut out.
    """
    check_organizer(circle)
    if right not in RIGHTS:
        raise InvalidValue("no_right", "A laptop's right is one of {rights}.", field="right", rights=", ".join(RIGHTS))
    found = _in_force(circle, device)
    if found.provisional:
        raise Refused("not_placed", "This laptop has only just joined. Share first, then change what it may do.")
    if right != ORGANIZER:
        _keep_an_organizer(circle, found)
    entry = make.change_right(
        circle.roster,
        circle.secrets.device,
        circle.journal.epochs,
        device,
        right,
        publish,
        _ends(circle, device),
        circle.surroundings,
    )
    _keep_the_keys(circle, entry)
    return propose(circle, entry)


def rename(circle: Circle, device: bytes, name: str) -> Changes:
    """Call a laptop something else: names live in the private space, so every laptop of the circle reads it.

    A recorder may rename its own laptop, an organizer any. Raises InvalidValue (where it is called nothing, too long,
    or as another laptop is called or shown), NotFound or NotAllowed.
    """
    if device not in circle.roster.devices:
        raise NotFound("no_device", "There is no laptop with the id {id} in this circle.", id=device.hex())
    if device != circle.secrets.device.id:
        check_organizer(circle)
    cleaned = clean_field(Field("name", "Name"), name)
    if not cleaned:
        raise InvalidValue("needs_name", "{what} needs a name.", field="name", what="The laptop")
    there = laptops(circle.roster.devices, circle.secrets.device.id)
    others = {each.id for names in there if device not in {each.id for each in names} for each in names}
    named = [*said_names(circle).items(), *laptop_names(circle).items()]
    if read_alike(cleaned) in {read_alike(other) for id_, other in named if id_ in others}:
        raise InvalidValue(
            "name_taken", "Another laptop is called {name} already. Give this one another name.", field="name",
            name=cleaned,
        )  # fmt: skip
    with circle.change("Rename a laptop") as change:
        change.set("device", device, {"name": cleaned})
    return change.changes


def by_beginning(circle: Circle, beginning: str) -> bytes:
    """Return the one laptop whose id begins so (6 digits or more), or which is called so.

    Raises InvalidValue, with the ids where several are called so.
    """
    word = beginning.strip()
    if not word:
        raise InvalidValue("no_laptop_named", "Say which laptop: its name, or how its id begins.", field="device")
    found = [each for each in circle.roster.devices if len(word) >= 6 and each.hex().startswith(word.lower())]
    found = found or [device for device, name in laptop_names(circle).items() if word and name == word]
    found = found or [device for device, name in said_names(circle).items() if word and name == word]
    if len(found) > 1:
        raise InvalidValue(
            "several_laptops",
            "{count} laptops of this circle fit {id}: {ids}. Say which by more of its id.",
            field="device",
            count=len(found),
            id=beginning,
            ids=", ".join(each.hex()[:8] for each in found),
        )
    if not found:
        raise InvalidValue(
            "bad_id",
            "No laptop of this circle is called {id}. Give its whole name, or six digits or more of its id.",
            field="device",
            id=beginning,
        )
    return found[0]


def _in_force(circle: Circle, device: bytes) -> Device:
    found = circle.roster.devices.get(device)
    if found is None:
        raise NotFound("no_device", "There is no laptop with the id {id} in this circle.", id=device.hex())
    if found.revoked:
        name = laptop_name(circle, device) or device.hex()[:8]
        raise Refused("shut_out_already", "{name} is shut out already.", name=name)
    return found


def _keep_an_organizer(circle: Circle, found: Device, gone: Set[bytes] = frozenset()) -> None:
    there = laptops(circle.roster.devices, circle.secrets.device.id)
    stay = [[each for each in names if each.id not in {found.id, *gone}] for names in there]
    runs = (names and all(each.right == ORGANIZER for each in names) for names in stay)
    if found.right == ORGANIZER and not any(runs):
        raise Refused("last_organizer", "This is the circle's only organizer's laptop. Add another one first.")


def _keep_the_keys(circle: Circle, entry: Entry) -> None:
    """Refuse to shut out the last laptop that has the circle's newest keys: nobody could hand them on."""
    me = circle.secrets.device.id
    if foreseen(circle.roster).is_run_beside(me) and not foreseen(circle.roster, entry).is_run_beside(me):
        raise Refused(
            "no_newest_keys",
            "No other laptop that may run the circle has its newest keys yet. Share first, then try again.",
        )


def _ends(circle: Circle, device: bytes, since: int | None = None) -> Heads:
    """Return the last that counts of a laptop's logs, as far as they are here."""
    connection, numbers = circle.connection, circle.journal.numbers
    held = heads_of(connection, numbers, device)
    return held if since is None else heads_before(connection, numbers, device, since)
