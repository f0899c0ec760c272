"""Sealed backups: the circle file as it is, encrypted already, and its keys, sealed as well.

    LCK1 ‖ u32 length of head ‖ head ‖ circle file      head = msgpack [1, circle id, name, wrapped or nil, sealed]

`wrapped` is what the keystore holds, under the backup's passphrase; `sealed` (see `sealing`) opens with the recovery
sheet, or on a laptop that still has the circle file's key. A restored laptop is a successor of the one that made the
backup: two laptops never write one log.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator, Set
from contextlib import closing, nullcontext, suppress
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle import create
from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.circle.opened import Secrets
from learningcircles.codec import decode, encode
from learningcircles.crypto.pages import IV_BYTES
from learningcircles.errors import CircleError, InvalidValue, Locked, NotFound, Refused, Unreadable
from learningcircles.laptop import keystore
from learningcircles.laptop.copies import BACKUP, note_copy
from learningcircles.laptop.erasing import erase_again, has_others
from learningcircles.laptop.files import cannot_write, no_folder, plain_file, remove, sync_folder, write_durably
from learningcircles.laptop.home import BEFORE_RESTORE, CircleFile, Home, coming, remove_files
from learningcircles.laptop.identity import Identity
from learningcircles.laptop.lock import lock
from learningcircles.laptop.lost import note_lock, says_locked
from learningcircles.laptop.sealing import read_sealed, seal_keys
from learningcircles.laptop.succession import succeed
from learningcircles.storage.connect import connect, plain_errors
from learningcircles.storage.copy import Told, copy_to, settle_file
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.first_page import openable
from learningcircles.storage.logs import Logs
from learningcircles.storage.restate import Restatements, restating_in
from learningcircles.storage.rosters import RosterTables
from learningcircles.storage.unfold import damaged_pages
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust.entry import Entry
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.redact import read_redaction
from learningcircles.trust.roster import Roster

MAGIC = b"LCK1"
_AT_ONCE = 1 << 20
SENTENCES = {
    "passphrase": "The backup is sealed: it opens with its passphrase, also on another computer.",
    "sheet": "The backup is sealed: it opens on this laptop, and with the recovery sheet on any other.",
    "here": "The backup is sealed with this laptop's key: on another computer it cannot be opened. Give a passphrase"
    " for that, or print the recovery sheet first.",
}


class Restored(NamedTuple):
    """A restored circle; `set_aside` is where the file lies that stood there before.

    `renewed`: this laptop has a new identity in the circle (not where it was shut out meanwhile). `erased`: what stood
    there knew of people who were erased since, and they are taken out here too. `unsure`: its list of laptops could not
    be read or taken as a whole, so that somebody who was erased, or a laptop that was shut out, may be there again.
    `locked`: whether it opens with a passphrase here; None where this laptop had its keys, which stay as they were.
    """

    circle: CircleFile
    set_aside: Path | None
    renewed: bool
    erased: bool = False
    unsure: bool = False
    locked: bool | None = None


@dataclass
class _Later(Identity):
    """Lets new keys take the present ones' place only once the file that names them stands in its own: until then the
    one that stands there is opened with those that there were.
    """

    waiting: Secrets | None = None

    def settle(self, secrets: Secrets) -> None:
        """Only remember them: they are kept beside the present ones."""
        self.waiting = secrets

    def settle_now(self) -> None:
        """Let them take their place; after a power cut whoever opens the file that names them does it."""
        if self.waiting is not None:
            super().settle(self.waiting)


class _Known(NamedTuple):
    """What this laptop knew before: its list of laptops, None where nothing of it holds, whether that is `whole`, and
    the file that says again of others what stood beside who was erased."""

    roster: Roster | None
    whole: bool
    file: Path | None = None


class Head(NamedTuple):
    """What a backup says of itself, its keys sealed."""

    circle_id: bytes
    name: str
    wrapped: bytes | None
    sealed: bytes


def backup(
    home: Home, circle: Circle, file: Path, passphrase: str = "", *, noted: bool = True, told: Told | None = None
) -> str:
    """Write a sealed backup; return the sentence that says who can read it. Raises Refused for an existing file.

    It is `noted` among the copies that people must destroy themselves when somebody is erased. `told` hears how far it
    is, as (done, whole), and may raise a CircleError to end it: then there is no file.
    """
    if file.exists():
        raise Refused("exists", "{file} exists already. Choose another name.", file=str(file))
    if not file.absolute().parent.is_dir():
        raise no_folder(file.parent)
    if passphrase:
        with suppress(CircleError):  # a full disk or a busy file keeps nobody from a backup elsewhere
            note_lock(home, circle)  # whoever restores it on another laptop finds it locked as it is here
    kept, sealed = keystore.pack(circle.secrets), seal_keys(circle)
    wrapped = keystore.wrap(kept, passphrase, circle.surroundings) if passphrase else None
    head = encode([1, circle.id, circle.path.stem, wrapped, sealed.encode()])
    copied = file.with_name(file.name + ".part")
    try:
        copy_to(circle.connection, copied, circle.secrets.file_key, named=file, told=_part(told, 0))
        with copied.open("rb") as whole:
            pages = _told_of(iter(partial(whole.read, _AT_ONCE), b""), copied.stat().st_size, _part(told, 1))
            write_durably(file, chain((MAGIC + struct.pack(">I", len(head)) + head,), pages))
    except OSError as error:
        raise cannot_write(file, error) from error
    finally:
        remove(copied)
        remove(copied.with_name(copied.name + "-journal"))
    if noted:
        note_copy(circle, BACKUP, str(file.absolute()))
    return SENTENCES["passphrase" if passphrase else "sheet" if sealed.file_key is not None else "here"]


def restore(
    home: Home,
    file: Path,
    passphrase: str = "",
    *,
    sheet: Sheet | None = None,
    replace: bool = False,
    surroundings: Surroundings | None = None,
    told: Told | None = None,
) -> Restored:
    """Bring a backup back, with its passphrase, the recovery sheet, or this laptop's key.

    Where this laptop has the circle, only with `replace`, and what it had is set aside. The laptop goes on under a
    new identity, and what the backup holds unshared is written again. Who was erased since does not come back, as far
    as what it had tells. Where the circle was locked when the backup was made, and its passphrase opens it on a laptop
    that had no keys, it stays locked, with that passphrase. `told` hears how far it is, as (done, whole), and may raise
    a CircleError to end it as long as nothing was changed; then it hears nothing more. Raises Refused, Locked for a
    wrong passphrase or sheet, NotFound and Unreadable.
    """
    world = surroundings or real()
    head, secrets = open_head(home, file, passphrase, sheet=sheet, replace=replace)
    held = home.by_id(head.circle_id)
    data = _told_of(read_data(file), file.stat().st_size, _part(told, 0))
    with home.alone():
        path = held.path if held is not None else home.path_for(head.name)
        fresh = coming(path)
        aside = aside_for(path) if held is not None else None
        try:
            write_durably(fresh, data)
            if not _is_sound(fresh, secrets.file_key, head.circle_id):
                raise Unreadable("damaged_backup", "{file} is damaged.", file=file.name)
            _part(told, 1)(0, 1)
            new_here = _keep_keys(home, held, head.circle_id, secrets, passphrase)
            with home.moved(path, aside) if aside is not None else nullcontext():
                known = _known_in(aside, fresh, secrets.file_key, world) if aside is not None else _Known(None, True)
                keyring = _Later(home, head.circle_id, world, passphrase)
                renewed, erased, taken, locked = _made_ready(fresh, file, secrets, keyring, known)
                home.register(path, head.circle_id)  # before: a power cut must not leave a file that nobody finds
                put_in_place(fresh, path)
            keyring.settle_now()
        finally:
            remove_files(fresh)
    back = CircleFile(path.stem, path, head.circle_id)
    stays = _lock_again(back, keyring, head, was_locked=locked and sheet is None) if new_here else None
    return Restored(back, aside, renewed, erased, not (known.whole and taken), stays)


def _part(told: Told | None, place: int) -> Told:
    """Return what one of two halves of the work is told to."""
    if told is None:
        return lambda done, whole: None
    return lambda done, whole: told(place * whole + min(done, whole), 2 * whole)


def _told_of(pieces: Iterator[bytes], whole: int, told: Told) -> Iterator[bytes]:
    """Yield pieces of what is `whole` bytes long, and tell before each how far it is."""
    done = 0
    for piece in pieces:
        told(done, whole)
        done += len(piece)
        yield piece


def open_head(
    home: Home, file: Path, passphrase: str = "", *, sheet: Sheet | None = None, replace: bool = False
) -> tuple[Head, Secrets]:
    """Return what a backup says of itself, and the keys in it; writes nothing.

    Raises as `restore` does where what is given does not open it, or this laptop has the circle.
    """
    head = read_head(file)
    held = home.by_id(head.circle_id)
    if held is not None and not replace:
        raise Refused("has_circle", "This laptop has {name} already. Say if it is to be replaced.", name=held.name)
    return head, _secrets(home, file, head, passphrase, sheet)


def _keep_keys(home: Home, held: CircleFile | None, circle_id: bytes, secrets: Secrets, passphrase: str) -> bool:
    """Keep a circle's keys where this laptop has none; return whether it had none.

    Those of a circle whose file is gone count for none where another passphrase wraps them: nothing here needs them.
    Raises Locked where the circle is here, and locked with another passphrase than its backup.
    """
    own = home.keys.get(circle_id.hex())
    usable = own is not None and keystore.opens(own, passphrase)
    if held is not None and own is not None:
        if not usable and passphrase:
            raise Locked(
                "locked_otherwise",
                "The backup opens with this passphrase, but {name} is locked on this laptop with another one. Take that"
                " one away first (unlock), then restore it.",
                name=held.name,
            )
        return False
    if not usable:
        home.keys.put(circle_id.hex(), keystore.pack(secrets))
    return not usable


def _lock_again(held: CircleFile, keyring: Identity, head: Head, *, was_locked: bool) -> bool:
    """Lock a circle that was locked with its backup's passphrase; return whether it is.

    Last of all: keys that a restore leaves behind which was cut off ask for nothing.
    """
    stays = was_locked and head.wrapped is not None and bool(keyring.passphrase)
    if stays:
        lock(keyring.home, held, keyring.passphrase, keyring.surroundings)
    return stays


def _made_ready(
    fresh: Path, file: Path, secrets: Secrets, keyring: Identity, known: _Known
) -> tuple[bool, bool, bool, bool]:
    """Do all that is to be done in a restored file before it takes its place: a power cut must not leave one in which
    those stand again who were erased. Returns what `_begin_again` does, and whether the laptop that made the backup
    had a passphrase.
    """
    mark = keyring.home.mark(keyring.circle_id, secrets.device.id)
    with closing(create.open_circle(fresh, secrets, keyring.surroundings, mark, keyring)) as circle:
        note_copy(circle, BACKUP, str(file.absolute()))  # what it holds, it holds after an erasure as well
        locked = says_locked(circle, secrets.device.id)
        done = _begin_again(circle, keyring, known)
        settle_file(circle.connection, keep_wal=False)
    return *done, locked


def _begin_again(circle: Circle, keyring: Identity, known: _Known) -> tuple[bool, bool, bool]:
    """Return whether it has a new identity, whether people were taken out of it that `known` erases, and whether
    `known` could be read as a part of the same list.

    `known`: the list of laptops that this laptop had before, whose word counts beside the backup's, with what was said
    again of others when somebody was erased: nobody is to be shown until the next share. What refuses to take it, as a
    full disk does, is raised: without it, rights would be back that were taken.
    """
    before, taken = _erases(circle.roster), True
    if known.roster is not None and known.roster.circle == circle.id:
        try:  # a backup lets nobody in again, and gives no right back
            Exchange(circle).receive_roster(known.roster.placed, known.roster.kept)
        except Unreadable:
            taken = False
    erased = not _erases(circle.roster) <= before
    _go_on_from_newest(circle, keyring)
    if erased and taken and has_others(circle):  # alone it is said again below, without what came since the backup
        taken = _take_said_again(circle, known)
    renewed = succeed(circle)
    if erased and not has_others(circle):
        erase_again(Verbs(circle))  # else with the next share, which tells who else was erased
    return renewed, erased, taken


def _take_said_again(circle: Circle, known: _Known) -> bool:
    """Take what was said again of others, as far as it can be read: the rest comes with the next share, and until then
    those stay who were erased with it. Returns whether all of it is here.
    """
    assert known.roster is not None
    exchange, logs = Exchange(circle), Logs(circle.connection, circle.journal.numbers)
    if known.file is not None:
        redactions = known.roster.state.redactions
        for segments in restating_in(known.file, circle.secrets.file_key, redactions, logs):
            exchange.receive(segments)
    restatements = Restatements(circle.journal, logs)
    return all(map(restatements.complete, circle.roster.state.redactions.entries))


def _go_on_from_newest(circle: Circle, keyring: Identity) -> None:
    """Take the identity into use that this laptop has by now, where the list knows of it: what is restored a second
    time succeeds that one, or it would stand there as a laptop that writes still, and what it said is waited for.
    """
    newest = keyring.present()
    device = circle.roster.devices.get(newest.device.id) if newest is not None else None
    if newest is not None and device is not None and not device.revoked and device.id != circle.secrets.device.id:
        circle.use(newest, keyring.home.mark(circle.id, device.id))


def is_backup(file: Path) -> bool:
    """Return whether a file begins as a backup does."""
    try:
        with plain_file(file).open("rb") as opened:
            return opened.read(len(MAGIC)) == MAGIC
    except (OSError, Unreadable):
        return False


def read_head(file: Path) -> Head:
    """Return what a backup says of itself; raises NotFound and Unreadable."""
    try:
        with plain_file(file).open("rb") as opened:
            begun = opened.read(8)
            return _head(file, begun, opened.read(_length(file, begun)))
    except FileNotFoundError as error:
        raise NotFound("no_file", "There is no file {file}.", file=str(file)) from error
    except OSError as error:
        raise Unreadable("unreadable_file", "{file} cannot be read.", file=str(file)) from error


def _known_in(path: Path, fresh: Path, file_key: bytes, world: Surroundings) -> _Known:
    """Return what holds of the list of laptops in a circle file, and where to read what that file has said again.

    Where its first page is damaged it is read from a copy, beside `fresh`, that has one made anew.
    """
    known = _Known(None, False)
    with suppress(Unreadable, Locked, NotFound, OSError), plain_errors(path):
        found = openable(path, fresh, file_key, world.random(IV_BYTES))
        with closing(connect(found, file_key)) as connection:
            known = _Known(*RosterTables(connection, path).load_sound(), found)
    return known


def _erases(roster: Roster) -> Set[bytes]:
    """Return who is erased by a list, or will be by what waits for its place in it."""
    found = set(roster.state.redactions.people)
    for body in map(Entry.read, roster.proposals):
        with suppress(Unreadable):  # another program's nonsense, which never comes to count
            found |= read_redaction(body, 0).people if body.kind == "redact" else set()
    return found


def read_data(file: Path) -> Iterator[bytes]:
    """Yield the circle file that is in a backup, part by part; raises NotFound and Unreadable, OSError."""
    read_head(file)
    with file.open("rb") as opened:
        opened.seek(8 + _length(file, opened.read(8)))
        yield from iter(partial(opened.read, _AT_ONCE), b"")


def _length(file: Path, begun: bytes) -> int:
    if not begun.startswith(MAGIC) or len(begun) < 8:
        raise Unreadable("no_backup", "{file} is not a backup of a circle.", file=file.name)
    length: int = struct.unpack(">I", begun[4:8])[0]
    if length > 64 * 1024:
        raise Unreadable("damaged_backup", "{file} is damaged.", file=file.name)
    return length


def _head(file: Path, begun: bytes, packed: bytes) -> Head:
    _length(file, begun)
    try:
        row = decode(packed)
    except Unreadable as error:
        raise Unreadable("damaged_backup", "{file} is damaged.", file=file.name) from error
    if not isinstance(row, list) or len(row) != 5 or row[0] != 1 or not isinstance(row[4], bytes):
        raise Unreadable("newer_backup", "{file} comes from a newer version of this program.", file=file.name)
    return Head(*row[1:])


def _secrets(home: Home, file: Path, head: Head, passphrase: str, sheet: Sheet | None) -> Secrets:
    try:
        return _opened(home, head, passphrase, sheet)
    except Unreadable as error:
        raise Unreadable(
            "damaged_backup",
            "{file} is damaged, or was sealed with other keys. Try its passphrase, the recovery sheet, or another"
            " backup.",
            file=file.name,
        ) from error


def _opened(home: Home, head: Head, passphrase: str, sheet: Sheet | None) -> Secrets:
    if sheet is not None:
        return read_sealed(head.sealed).by_sheet(sheet)
    if head.wrapped is not None and passphrase:
        return keystore.unpack(_unwrapped(head.wrapped, passphrase))
    own = home.keys.get(head.circle_id.hex())
    if own is None and head.wrapped is None:
        raise Locked(
            "not_here",
            "This backup was sealed with another laptop's key. The recovery sheet opens it, if there was one then.",
        )
    if own is None:
        raise InvalidValue("passphrase_needed", "This backup needs its passphrase.", field="passphrase")
    kept = keystore.unwrap(own, passphrase) if passphrase else own
    return read_sealed(head.sealed).by_file_key(keystore.unpack(kept).file_key)


def _unwrapped(wrapped: bytes, passphrase: str) -> bytes:
    try:
        return keystore.unwrap(wrapped, passphrase)
    except Locked as error:  # the circle may have another one by now
        raise Locked("wrong_passphrase", "That is not the passphrase of this backup.") from error


def _is_sound(path: Path, file_key: bytes, circle_id: bytes) -> bool:
    """Return whether every page of the file can be read, and it is this circle's; nothing stays beside it."""
    try:
        with plain_errors(path), closing(connect(path, file_key)) as connection:
            settle_file(connection, keep_wal=False)
            return not damaged_pages(connection) and RosterTables(connection).load().circle == circle_id
    except (Unreadable, Locked):
        return False


def aside_for(path: Path, why: str = BEFORE_RESTORE) -> Path:
    """Return a free name for a circle file that another one replaces; it says what lies there."""
    tries = (path.with_name(f"{path.stem} ({why} {number}){path.suffix}") for number in range(1, 1000))
    return next(each for each in tries if not each.exists())


def put_in_place(fresh: Path, path: Path) -> None:
    """Let a finished file, with nothing beside it, be the circle's from now on."""
    os.replace(fresh, path)
    remove_files(fresh)
    sync_folder(path.parent)
