"""A laptop that was restored from a backup, or copied, goes on under a new identity in the circle (DESIGN §6).

Two laptops that write under one identity would write two versions of the same log. So the old key signs a
`succeed` entry for a new one with the same right; the new log begins at 1; what was not shared yet is written
again in it, with the stamps that it had, so that nothing newer is overwritten. The old log goes on counting.
"""

from __future__ import annotations

from contextlib import suppress

from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import next_name
from learningcircles.circle.opened import Secrets
from learningcircles.errors import Locked, NotAllowed, Refused, Unreadable
from learningcircles.laptop.mark import DAMAGED, Mark
from learningcircles.laptop.sequencing import keeps_list, place_pending
from learningcircles.laptop.sheets import keep_key_file, keys_beside
from learningcircles.storage.exchange import OWN_CAME, Exchange
from learningcircles.storage.heads import heads_of
from learningcircles.storage.tail import has_open
from learningcircles.trust import make, recovering
from learningcircles.trust.entry import Body, Entry
from learningcircles.trust.epochs import EpochKeys
from learningcircles.trust.make import DeviceKeys
from learningcircles.trust.members import READER
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster
from learningcircles.trust.rules import check_may_go_on

SENTENCES = {
    "renewed": "This circle file is an older copy, or was copied from elsewhere. This laptop goes on under a new"
    " identity in the circle, and what it had not shared yet is kept."
}

_WHO_MAY = frozenset({"invite", "add", "succeed", "right"})
"""Kinds of entries that say who may do what, and so who may change another one's right."""


def is_older_copy(circle: Circle) -> bool:
    """Return whether the file is, or may be, behind what this laptop has shared: restored, or copied over a newer one.

    It may be where the mark is damaged, since nobody can tell any more.
    """
    try:
        read = circle.mark.read()
    except Unreadable as error:
        if error.code != DAMAGED:
            raise
        return True
    held = heads_of(circle.connection, circle.journal.numbers, circle.secrets.device.id)
    aside = Exchange(circle).is_aside
    marks = {space: head for space, head in read.items() if not aside(head[1])}
    return Mark.is_behind(marks, held)


def is_copied(circle: Circle) -> bool:
    """Return whether others have shown this laptop that more, or something else, was written under its identity.

    It may have happened while it only answered a laptop beside it, or read what somebody else had brought.
    """
    device = circle.secrets.device
    return circle.meta.data(OWN_CAME) == device.id or circle.roster.has_placed_twice(device.sign.public)


def mend(circle: Circle) -> str:
    """Give an older copy a new identity; return the sentence that says so, or "" where all is well.

    To be called after opening. A laptop that was shut out stays as it is. Also keeps the keys sealed beside the file,
    where they are not yet.
    """
    _introduce_again(circle)
    renewed = _come_in_again(circle)
    renewed = ((is_older_copy(circle) or is_copied(circle)) and succeed(circle)) or renewed
    if _is_older_than_identity(circle):
        _adopt(circle)
    _name_at_last(circle)
    with suppress(Refused):  # a folder that cannot be written to is told of when something is to be written
        keep_key_file(circle)
    return SENTENCES["renewed"] if renewed else ""


def succeed(circle: Circle, keys: DeviceKeys | None = None) -> bool:
    """Give this laptop a new identity in the circle; returns False where it may not (shut out, keys not its own).

    `keys`: those of an identity that it has already.
    """
    if circle.keyring is None:
        return False
    roster, old = circle.roster, circle.secrets.device
    try:
        entry, keys = recovering.succeed(roster, old, circle.journal.epochs, circle.surroundings, keys)
    except NotAllowed:
        return False
    become(circle, keys, _handed_on(circle, entry, keys), circle.journal.epochs)
    with suppress(Locked):  # it goes on under the new identity all the same, and is named as it is opened next
        place_pending(circle)  # what waited is obeyed as it is placed, be it in a backup that comes back
        _name_after(circle, old.id)
    return True


def is_new_heir(circle: Circle) -> bool:
    """Return whether this laptop goes on under a new identity, has given nothing to anybody yet, and has something to.

    What it writes again may be years old, and speak of people who were erased since.
    """
    me = circle.secrets.device.id
    device = circle.roster.devices.get(me)
    return (
        device is not None
        and device.succeeds is not None
        and not Exchange(circle).heads_of(me)
        and has_open(circle.connection)
    )


def has_had_too_many(circle: Circle) -> bool:
    """Return whether this laptop may have no further identity in the circle (`trust.rules.MAX_IDENTITIES`)."""
    if circle.secrets.device.id not in circle.roster.devices:
        return False
    try:
        check_may_go_on(circle.roster.state, circle.secrets.device.id)
    except NotAllowed:
        return True
    return False


def become(circle: Circle, keys: DeviceKeys, roster: Roster, epochs: EpochKeys) -> None:
    """Let the file be written under other keys, whose entry is in `roster`, from now on.

    The open tail of whoever wrote in it before is written again in the new log.
    """
    assert circle.keyring is not None
    known = circle.roster.head
    before, secrets = circle.secrets.device.id, Secrets(circle.secrets.file_key, keys)
    mark = circle.keyring.prepare(secrets)
    circle.keyring.note(keys, circle.secrets.device, roster, len(circle.roster.placed))
    formers = circle.keyring.formers(circle.secrets.device)
    with circle.transaction():
        if circle.secrets.device.id != before:
            return  # another program has done it meanwhile
        if circle.rosters.load().head != known:
            raise Locked("busy", "Another program is using this circle at the moment. Try again.")
        circle.rosters.store(roster.placed, roster.kept)
        circle.keep_epochs({**circle.load_epochs(), **epochs})
        circle.take_identity(secrets, mark, formers)
        Exchange(circle).adopt_tails()
    circle.keyring.settle(secrets)


def _is_older_than_identity(circle: Circle) -> bool:
    """Return whether the file was written under an identity that this laptop no longer has."""
    named = circle.named_device
    if circle.keyring is None or circle.shut_out or named == circle.secrets.device.id:
        return False
    return bool(named) or any(circle.keyring.noted())


def _adopt(circle: Circle) -> None:
    """Write in this identity's log what stands open under a former one: the file is older than the identity."""
    assert circle.keyring is not None
    formers = circle.keyring.formers(circle.secrets.device)
    with circle.transaction():
        circle.take_identity(circle.secrets, circle.mark, formers)
        Exchange(circle).adopt_tails()


def _introduce_again(circle: Circle) -> None:
    """Tell an older file of the identity that this laptop has since; what does not fit it any more is left out."""
    if circle.keyring is None or circle.secrets.device.id in circle.roster.devices:
        return
    placed, entries = circle.keyring.noted()
    whole = list(circle.roster.placed)
    whole += [item for item in placed if item.position()[0] >= len(whole)]
    with suppress(Refused):
        Exchange(circle).receive_roster(whole, entries)


def _come_in_again(circle: Circle) -> bool:
    """Let the identity that this laptop has succeed the one that an older folder knows; returns whether it did.

    Its keys lie elsewhere, in the system's keyring, and all that was noted of them is gone with the newer folder: it
    may be that nobody ever heard of them. With the folder the keys came back that it had then. Where the circle has
    heard of the newer ones since, it knows them already.
    """
    own, mark, old = circle.secrets, circle.mark, None
    if circle.keyring is not None and own.device.id not in circle.roster.devices:
        old = keys_beside(circle)
    if old is None:
        return False
    circle.use(Secrets(own.file_key, old), mark)
    try:
        return succeed(circle, own.device)
    finally:
        if circle.secrets.device.id != own.device.id:
            circle.use(own, mark)


def _handed_on(circle: Circle, entry: Entry, keys: DeviceKeys) -> Roster:
    """Return the roster with the successor in it, who also keeps the list where the old laptop did.

    Of what waits only that is placed before which changes the old laptop's right, so that its successor has no more of
    it, with what says who may change it. Something else may erase somebody, and whoever takes it in has to obey it.
    """
    roster, kept = circle.roster, [*circle.roster.kept, entry]
    if not keeps_list(circle):
        return Roster.replay(roster.placed, kept)
    old, now = circle.secrets.device, circle.surroundings.now_ms()

    def placing(roster: Roster, *entries: Entry) -> Roster:
        return settle(Roster.replay(roster.placed, entries), old.sign, now).roster

    if any(_gives_right(each.read(), old.id) for each in roster.proposals):
        roster = placing(roster, *(each for each in roster.proposals if each.read().kind in _WHO_MAY))
    roster = placing(roster, entry)
    roster = placing(roster, make.hand_sequencer(roster, old, keys.sign.public, "", circle.surroundings))
    return Roster.replay(roster.placed, kept)


def _gives_right(body: Body, device: bytes) -> bool:
    return body.kind == "right" and body.fields.get("device") == device


def _name_at_last(circle: Circle) -> None:
    """Name a laptop that was not named as it went on, since another program was writing."""
    device = circle.roster.devices.get(circle.secrets.device.id)
    if device is None or device.succeeds is None or circle.shut_out or circle.reader.find_one("device", device.id):
        return
    with suppress(Locked, Refused):  # where it cannot be written now: another time
        _name_after(circle, device.succeeds)


def _name_after(circle: Circle, old: bytes) -> None:
    """Call the laptop what it was called, and count, since both identities stand in the list of laptops.

    An older file may not know what it was called last, but what an identity before that one was.
    """
    record = circle.reader.find_one("device", old)
    while record is None and (before := circle.roster.devices[old].succeeds) is not None:
        old, record = before, circle.reader.find_one("device", before)
    if record is None or circle.right == READER:
        return
    name, number = str(record.get("name", "")), 2
    taken = {str(each.get("name", "")) for each in circle.reader.list("device")}
    while next_name(circle, old, name, number) in taken:
        number += 1
    with circle.change("Begin", own=True) as change:
        change.set("device", circle.secrets.device.id, {"name": next_name(circle, old, name, number)})
