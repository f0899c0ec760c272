"""The high-water mark: how far this laptop's own logs had come when a segment last left it.

It lies beside the keys, not in the circle file, and is on disk before a segment leaves. A circle file that is
behind its mark has been restored from a backup or copied from elsewhere: going on with it would fork its logs,
and this says so without asking anyone.

Every share waits for the disk to have it, so the file is written in place: of two slots the older one is overwritten,
and a power cut in the middle leaves the newer one, from before anything left.

    file = slot ‖ zeros to 4,096 ‖ slot ‖ zeros to 8,192
    slot = "LCM1" ‖ u64 number ‖ u16 length ‖ msgpack {space: [seq, hash]} ‖ zeros ‖ SHA-256, 512 bytes

Integers are big-endian; the slot with the higher number counts. No disk writes both in one sector. A file that an
earlier version wrote is the map alone, or two slots of 512 bytes: it is replaced as a whole.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.crypto.hashing import sha256
from learningcircles.errors import Unreadable
from learningcircles.laptop.files import overwrite_durably, read_if_there, write_durably

Heads = dict[int, tuple[int, bytes]]
"""space → (seq, header hash) of the last segment."""

DAMAGED = "bad_mark"
"""The code of the error that says: nobody can tell any more how far this laptop's logs had come."""
_SLOT_BYTES = 512
_SECTOR_BYTES = 4096
_HASH_BYTES = 32
_MAGIC = b"LCM1"
_BEGINNING = struct.Struct(">4sQH")


class _Kept(NamedTuple):
    """What a file says: the marks, and the number of their slot (0: the file is not in slots that stand apart yet)."""

    heads: Heads
    number: int


class Mark:
    """One laptop's mark in one circle."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._heads: Heads | None = None

    def read(self) -> Heads:
        """Return the marks; raises Unreadable when the file is damaged."""
        if self._heads is None:
            self._heads = _read(self._path).heads
        return dict(self._heads)

    def write(self, heads: Mapping[int, tuple[int, bytes]]) -> None:
        """Move marks forward, durably; they never go back."""
        held, number = _read(self._path)  # another program may have moved them meanwhile
        higher = {space: head for space, head in heads.items() if head[0] > held.get(space, (0, b""))[0]}
        merged = {**held, **higher}
        if higher and number:
            overwrite_durably(self._path, (number + 1) % 2 * _SECTOR_BYTES, _slot(number + 1, merged))
        elif higher:
            write_durably(self._path, bytes(_SECTOR_BYTES) + _slot(1, merged).ljust(_SECTOR_BYTES, b"\0"))
        self._heads = merged

    @staticmethod
    def is_behind(marks: Mapping[int, tuple[int, bytes]], heads: Mapping[int, tuple[int, bytes]]) -> bool:
        """Return whether a file whose own logs end at `heads` lacks what its laptop had shared by `marks`."""
        for space, (seq, header_hash) in marks.items():
            held = heads.get(space, (0, b""))
            if held[0] < seq or (held[0] == seq and held[1] != header_hash):
                return True
        return False


def _slot(number: int, heads: Heads) -> bytes:
    said = encode({str(space): list(head) for space, head in heads.items()})
    whole = (_BEGINNING.pack(_MAGIC, number, len(said)) + said).ljust(_SLOT_BYTES - _HASH_BYTES, b"\0")
    return whole + sha256(whole)


def _read(path: Path) -> _Kept:
    data = read_if_there(path)
    if data is None:
        return _Kept({}, 0)
    try:
        apart = {2 * _SECTOR_BYTES: _SECTOR_BYTES, 2 * _SLOT_BYTES: _SLOT_BYTES}.get(len(data))
        if apart is None:
            return _Kept(_heads(data), 0)
        slots = (data[place : place + _SLOT_BYTES] for place in (0, apart))
        whole = [kept for kept in map(_of_slot, slots) if kept is not None]
        newest = max(whole, key=lambda kept: kept.number)  # without any: a ValueError
        return newest if apart == _SECTOR_BYTES else _Kept(newest.heads, 0)
    except (AttributeError, TypeError, ValueError, Unreadable) as error:
        raise Unreadable(DAMAGED, "What this laptop has noted of how far it had come is damaged.") from error


def _of_slot(slot: bytes) -> _Kept | None:
    """Return what a slot says; None for one that was never written, or not to its end."""
    whole, hash_ = slot[:-_HASH_BYTES], slot[-_HASH_BYTES:]
    magic, number, length = _BEGINNING.unpack_from(whole)
    if magic != _MAGIC or sha256(whole) != hash_:
        return None
    return _Kept(_heads(whole[_BEGINNING.size : _BEGINNING.size + length]), number)


def _heads(data: bytes) -> Heads:
    return {int(space): (int(seq), bytes(header_hash)) for space, (seq, header_hash) in decode(data).items()}
