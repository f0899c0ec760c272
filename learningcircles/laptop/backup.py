"""Sealed backups: the circle file as it is, encrypted already, and its keys under a passphrase or this laptop's.

    LCK1 ‖ u32 length of head ‖ head ‖ circle file        head = msgpack [1, circle id, name, keys or nil]

`keys` is what the keystore holds, wrapped under the backup's passphrase. Without a passphrase only a laptop that
still has the circle's keys can read the backup, and this says so.
"""

from __future__ import annotations

import os
import struct
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.errors import CircleError, InvalidValue, Locked, NotFound, Refused, Unreadable
from learningcircles.laptop import keystore
from learningcircles.laptop.files import cannot_write, remove, sync_folder, write_durably
from learningcircles.laptop.founding import remove_files
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.storage.connect import connect, plain_errors
from learningcircles.storage.copy import copy_to, settle_file
from learningcircles.storage.rosters import RosterTables
from learningcircles.storage.unfold import damaged_pages

MAGIC = b"LCK1"


class Restored(NamedTuple):
    """A restored circle; `set_aside` is where the file lies that stood there before."""

    circle: CircleFile
    set_aside: Path | None


class _Head(NamedTuple):
    circle_id: bytes
    name: str
    keys: bytes | None


def backup(home: Home, circle: Circle, file: Path, passphrase: str = "") -> str:
    """Write a sealed backup; return the sentence that says who can read it. Raises Refused for an existing file."""
    if file.exists():
        raise Refused("exists", "{file} exists already. Choose another name.", file=str(file))
    if not file.absolute().parent.is_dir():
        raise NotFound("no_folder", "There is no folder {folder}.", folder=str(file.parent))
    kept = keystore.pack(circle.secrets)
    wrapped = keystore.wrap(kept, passphrase, circle.surroundings) if passphrase else None
    head = encode([1, circle.id, circle.path.stem, wrapped])
    copied = file.with_name(file.name + ".part")
    try:
        copy_to(circle.connection, copied, circle.secrets.file_key)
        write_durably(file, MAGIC + struct.pack(">I", len(head)) + head + copied.read_bytes())
    except OSError as error:
        raise cannot_write(file, error) from error
    finally:
        remove(copied)
    if passphrase:
        return "The backup is sealed: it opens with its passphrase, also on another computer."
    return (
        "The backup is sealed with this laptop's key: on another computer it cannot be opened."
        " Give a passphrase for that."
    )


def restore(home: Home, file: Path, passphrase: str = "", *, replace: bool = False) -> Restored:
    """Bring a backup back. Where this laptop has the circle, only with `replace`, and what it had is set aside.

    Raises Refused, Locked for a wrong passphrase, NotFound and Unreadable. A file that is behind what this
    laptop has shared says so when it is opened next.
    """
    head, data = _read(file)
    held = home.by_id(head.circle_id)
    if held is not None and not replace:
        raise Refused("has_circle", "This laptop has {name} already. Say if it is to be replaced.", name=held.name)
    kept = _keys(home, head, passphrase)
    path = held.path if held is not None else home.path_for(head.name)
    fresh = path.with_name(path.name + ".restoring")
    try:
        write_durably(fresh, data)
        sound = _is_sound(fresh, keystore.unpack(kept).file_key, head.circle_id)
    except CircleError:
        remove_files(fresh)
        raise
    if not sound:
        remove_files(fresh)
        raise Unreadable("damaged_backup", "{file} is damaged.", file=file.name)
    aside = _set_aside(held.path) if held is not None else None
    os.replace(fresh, path)
    remove_files(fresh)
    sync_folder(path.parent)
    if home.keys.get(head.circle_id.hex()) is None:
        home.keys.put(head.circle_id.hex(), kept)
    home.register(path, head.circle_id)
    return Restored(CircleFile(path.stem, path, head.circle_id), aside)


def _read(file: Path) -> tuple[_Head, bytes]:
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("no_file", "There is no file {file}.", file=str(file)) from error
    except OSError as error:
        raise Unreadable("unreadable_file", "{file} cannot be read.", file=str(file)) from error
    if not data.startswith(MAGIC) or len(data) < 8:
        raise Unreadable("no_backup", "{file} is not a backup of a circle.", file=file.name)
    length = struct.unpack(">I", data[4:8])[0]
    try:
        row = decode(data[8 : 8 + length])
    except Unreadable as error:
        raise Unreadable("damaged_backup", "{file} is damaged.", file=file.name) from error
    if not isinstance(row, list) or len(row) != 4 or row[0] != 1:
        raise Unreadable("newer_backup", "{file} comes from a newer version of this program.", file=file.name)
    return _Head(*row[1:]), data[8 + length :]


def _keys(home: Home, head: _Head, passphrase: str) -> bytes:
    if head.keys is not None and passphrase:
        return keystore.unwrap(head.keys, passphrase)
    own = home.keys.get(head.circle_id.hex())
    if own is None and head.keys is None:
        raise Locked("not_here", "This backup was sealed with another laptop's key and cannot be opened here.")
    if own is None:
        raise InvalidValue("passphrase_needed", "This backup needs its passphrase.", field="passphrase")
    return keystore.unwrap(own, passphrase) if passphrase else own


def _is_sound(path: Path, file_key: bytes, circle_id: bytes) -> bool:
    """Return whether every page of the file can be read, and it is this circle's; nothing stays beside it."""
    try:
        with plain_errors(path), closing(connect(path, file_key)) as connection:
            settle_file(connection, keep_wal=False)
            return not damaged_pages(connection) and RosterTables(connection).load().circle == circle_id
    except (Unreadable, Locked):
        return False


def _set_aside(path: Path) -> Path:
    tries = (path.with_name(f"{path.stem} (before restore {number}){path.suffix}") for number in range(1, 1000))
    aside = next(each for each in tries if not each.exists())
    for ending in ("", "-wal"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.rename(aside.with_name(aside.name + ending))
    remove(path.with_name(path.name + "-shm"))
    return aside
