"""Founding a circle on this laptop, and opening one that it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from learningcircles.circle import create
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.opened import Secrets
from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import CircleError, InvalidValue, Locked, Refused, Unreadable
from learningcircles.laptop import keystore
from learningcircles.laptop.files import read_if_there
from learningcircles.laptop.home import BY_SHEET, CircleFile, Home, call
from learningcircles.laptop.identity import Identity
from learningcircles.laptop.read_only import may_be_written, open_copy
from learningcircles.laptop.reserve import take_back, with_room_to_open
from learningcircles.laptop.sealing import read_sealed
from learningcircles.storage.connect import DISK_FULL, READ_ONLY, UNOPENED, damaged, plain_errors, read_only
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust import make


def found(home: Home, name: str, person: str, device: str, surroundings: Surroundings | None = None) -> Circle:
    """Found a circle: this laptop becomes its organizer and keeps the list of laptops until a hub does.

    `name` is the circle's, `person` who founds it, `device` what the laptop is called. Raises InvalidValue;
    nothing is left behind then.
    """
    world = surroundings or real()
    check_names(name, person, device)
    founding = make.found(world)
    secrets = Secrets(world.random(32), founding.keys)
    circle_id = founding.roster.circle
    with home.new_file(name, circle_id) as path:
        # The key first: a file that nothing opens would be worse than a key without a file.
        home.keys.put(circle_id.hex(), keystore.pack(secrets))
        circle = create.create(path, secrets, founding, world, home.mark(circle_id, founding.keys.id))
        circle.keyring = Identity(home, circle_id, world)
        introduce(circle, person, device, name)
    return circle


def open_circle(
    home: Home,
    path: str | Path | None = None,
    surroundings: Surroundings | None = None,
    *,
    passphrase: str = "",
    to_read: bool = False,
) -> Circle:
    """Open a circle of this laptop: by its file or name, or the only one there is.

    `to_read`: where its folder cannot be written to, or its disk is full, it is read from a copy (see `read_only`),
    where there is room for one, and what writes is refused; without, such a circle is refused as a whole. Raises
    NotFound, Usage where there are several, Locked where its passphrase is needed or its key is gone, Unreadable where
    the file is damaged.
    """
    held = home.find(path)
    secrets = secrets_of(home, held, passphrase)
    world = surroundings or real()
    keyring = Identity(home, held.circle_id, world, passphrase)
    mark = home.mark(held.circle_id, secrets.device.id)
    with plain_errors(held.path), _known_as_ours(held.path):
        try:
            if to_read and not may_be_written(held.path):
                raise read_only(held.path)
            open_ = partial(create.open_circle, held.path, secrets, world, mark, keyring)
            circle = with_room_to_open(held.path, open_)
            circle.after_close = partial(take_back, held.path)
        except Refused as error:
            if error.code not in (READ_ONLY, DISK_FULL) or not to_read:
                raise
            return open_copy(held.path, secrets, world, mark, error)
    note_name(home, circle)
    return circle


def note_name(home: Home, circle: Circle) -> None:
    """Let the laptop know what a circle is called by now, so that it is shown and found by that."""
    # A folder that cannot be written to, or a page that cannot be read: it goes by its former name.
    with suppress(OSError, CircleError), plain_errors(circle.path):
        charter = circle.reader.find_one("!charter", circle.id)
        call(home, circle.id, str(charter["name"] or "") if charter is not None else "")


@contextmanager
def _known_as_ours(path: Path) -> Iterator[None]:
    """Say of a file that is a circle of this laptop, whose key is here, that it is damaged where it does not open."""
    try:
        yield
    except (Locked, Unreadable) as error:
        if error.code in UNOPENED:
            raise damaged(path) from error
        raise


def secrets_of(home: Home, held: CircleFile, passphrase: str = "") -> Secrets:
    """Return what opens a circle on this laptop; raises Locked."""
    kept = home.keys.get(held.circle_id.hex())
    if kept is None:
        raise _keyless(held)
    if passphrase and keystore.is_wrapped(kept):
        kept = keystore.unwrap(kept, passphrase)
    return keystore.unpack(kept)


def _keyless(held: CircleFile) -> Locked:
    """Return the error of a circle whose keys are not here: what the sheet opens lies beside the file, or does not."""
    if not _has_sheet(held.path.with_name(held.path.name + BY_SHEET)):
        return Locked("no_key", "This laptop has no key for {name}. Restore it, or join again.", name=held.called)
    return Locked(
        "no_key",
        "This laptop has no key for {name}. Its recovery sheet opens it (circle recovery reopen); otherwise restore a"
        " backup, or join again.",
        name=held.called,
    )


def _has_sheet(sealed: Path) -> bool:
    """Return whether what lies beside a circle's file opens with a recovery sheet: it is there without one, too."""
    try:
        data = read_if_there(sealed)
        return data is not None and read_sealed(data).sheet is not None
    except (CircleError, OSError):
        return False


def is_locked(home: Home, held: CircleFile) -> bool:
    """Return whether opening this circle needs a passphrase."""
    kept = home.keys.get(held.circle_id.hex())
    return kept is not None and keystore.is_wrapped(kept)


def introduce(circle: Circle, person: str, device: str, circle_name: str = "") -> None:
    """Write down who uses this laptop and what it is called; a member of that name is that person.

    `circle_name` is given by the founder alone. None of it is offered for undo.
    """
    verbs = Verbs(circle)
    held = _member_called(verbs, person)
    with circle.group("Begin") as action:
        _name(circle, device, circle_name)
        member = held or verbs.records.add("member", {"name": person})[0]
    verbs.undo.never_offer(action)
    verbs.desk.is_person(member)


def name_laptop(circle: Circle, device: str) -> None:
    """Write down what this laptop is called; that is not offered for undo."""
    with circle.group("Begin") as action:
        _name(circle, device, "")
    Verbs(circle).undo.never_offer(action)


def be_member(circle: Circle, person: str) -> None:
    """Write down who uses this laptop, as `introduce`, unless somebody has said so meanwhile."""
    verbs = Verbs(circle)
    if verbs.desk.person is not None:
        return
    held = _member_called(verbs, person)
    with circle.group("Begin") as action:
        member = held or verbs.records.add("member", {"name": person})[0]
    verbs.undo.never_offer(action)
    verbs.desk.is_person(member)


def _name(circle: Circle, device: str, circle_name: str) -> None:
    with circle.change("Begin") as change:
        if circle_name:
            change.set("!charter", circle.id, {"name": _cleaned(circle_name)})
        change.set("device", circle.secrets.device.id, {"name": _cleaned(device)})


def _member_called(verbs: Verbs, person: str) -> bytes | None:
    alike = verbs.reader.list("member", text=person)
    same = (row.id for row in alike if str(row.get("name", "")).casefold() == person.casefold())
    return next(same, None)


def check_names(name: str, person: str, device: str) -> None:
    """Refuse empty names of circle, person or laptop."""
    for field, text, what in (
        ("name", name, "The circle"),
        ("person", person, "The person"),
        ("device", device, "The laptop"),
    ):
        if not _cleaned(text, field):
            raise InvalidValue("needs_name", "{what} needs a name.", field=field, what=what)


def _cleaned(name: str, field: str = "name") -> str:
    return str(clean_field(Field(field, "Name"), name) or "")
