"""Bundles: sync pages in a file, for a USB stick, and the receipt that its reader leaves on it.

    bundle  = "LCB1" ‖ (u32 length ‖ packed Sync)… ‖ u32 0 ‖ SHA-256 of everything before
    receipt = "LCR1" ‖ packed Receipt ‖ SHA-256 of everything before          in FILE.receipt, beside the bundle

The pages are those of a push (protocol.py), roster first, whole logs of every space: whoever reads them needs
nothing else, and any laptop may carry what others wrote. They have no seal of their own, since a stick may show
what a hub may see. The check sum only tells a broken stick from a good one before anything is applied; what
counts is decided by signatures, as always. A bundle is read by streaming, whatever its size.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from msgspec import Struct

from learningcircles.crypto.hashing import hashing, sha256
from learningcircles.errors import CircleError, NotFound, Refused, Unreadable, reason
from learningcircles.laptop.files import beside_of, no_folder, patiently, plain_file, sync_file, sync_folder
from learningcircles_sync import protocol
from learningcircles_sync.protocol import BODY_BYTES, Id, Milliseconds, Rows, Strangers, Sync

MAGIC = b"LCB1"
RECEIPT_MAGIC = b"LCR1"
CHECK_BYTES = 32
RECEIPT_BYTES = 64 * 1024

Told = Callable[[int, int], None]
"""Is told how far it is, as (done, whole), and may raise a CircleError to end it."""


def nobody(done: int, whole: int) -> None:
    """Hear nothing."""


class Receipt(Struct, array_like=True, frozen=True):
    """What the reader of a bundle now has (as in a Sync), who it is, and when it read."""

    circle: Id
    roster_head: Id
    device: Id
    time: Milliseconds
    have: Rows
    strangers: Strangers


def receipt_path(bundle: Path) -> Path:
    """Return where the reader of a bundle leaves its receipt."""
    return bundle.with_name(bundle.name + ".receipt")


def is_bundle(path: Path) -> bool:
    """Return whether a file begins as a bundle does, of this version or of another."""
    try:
        with plain_file(path).open("rb") as file:
            begins = file.read(len(MAGIC))
    except (OSError, Unreadable):
        return False
    return begins[:-1] == MAGIC[:-1]


def check_free(path: Path) -> None:
    """Raise Refused where a file stands at `path` that is no bundle: nobody means to lose it."""
    try:
        with plain_file(path).open("rb") as file:
            begins = file.read(len(MAGIC))
    except OSError:
        return
    if begins and path.is_file() and begins != MAGIC:
        raise Refused("not_ours", "{path} is another file, not that of a stick. Choose another name.", path=path)


def write_bundle(path: Path, pages: Iterable[Sync]) -> int:
    """Write a bundle; return its size in bytes. A power cut or a full stick leaves the former file as it was."""

    def fill(file: BinaryIO) -> None:
        check = hashing()
        for part in _parts(pages):
            check.update(part)
            file.write(part)
        file.write(check.finalize())

    return _replace(path, fill)


class Checked(NamedTuple):
    """A bundle that has been read through: whose it is, its size in bytes, and how many segments it holds."""

    circle: bytes
    size: int
    segments: int


def check_bundle(path: Path, told: Told = nobody) -> Checked:
    """Read a bundle through once and return what it is; `told` is asked between its pages whether to go on.

    Raises NotFound without a file and Unreadable when it is no bundle, cut short, damaged, or of several circles.
    """
    circle, segments = None, 0
    for page in _pages(path):
        told(0, 1)
        if circle is not None and page.circle != circle:
            raise _damaged(path)
        circle = page.circle
        segments += len(page.segments)
    if circle is None:
        raise _damaged(path)
    try:
        return Checked(circle, path.stat().st_size, segments)
    except OSError as error:
        raise _failed(path, error) from error


def read_bundle(path: Path) -> Generator[Sync, None, None]:
    """Yield the pages of a bundle that `check_bundle` has found whole."""
    return _pages(path)


def write_receipt(path: Path, receipt: Receipt) -> None:
    """Leave a receipt beside the bundle at `path`."""
    data = RECEIPT_MAGIC + protocol.pack(receipt)
    _replace(receipt_path(path), lambda file: _write_all(file, data + sha256(data)))


def read_receipt(path: Path) -> Receipt:
    """Return the receipt in a file; raises NotFound or Unreadable."""
    with _open(path) as file:
        data = file.read(RECEIPT_BYTES + 1)
    body, check = data[:-CHECK_BYTES], data[-CHECK_BYTES:]
    if not data.startswith(RECEIPT_MAGIC) or len(data) > RECEIPT_BYTES or sha256(body) != check:
        raise Unreadable("bad_receipt", "{path} is not a receipt, or is damaged.", path=path)
    return protocol.unpack(body[len(RECEIPT_MAGIC) :], Receipt)


def _parts(pages: Iterable[Sync]) -> Iterator[bytes]:
    yield MAGIC
    for page in pages:
        packed = protocol.pack(page)
        yield len(packed).to_bytes(4, "big")
        yield packed
    yield bytes(4)


def _pages(path: Path) -> Generator[Sync, None, None]:
    """Yield the pages, raising at the end where the check sum does not fit."""
    with _open(path) as file:
        check = hashing()
        magic = _take(file, len(MAGIC), path, check.update)
        if magic != MAGIC and magic[:-1] == MAGIC[:-1] and magic[-1:].isdigit():
            raise Unreadable(
                "newer_bundle",
                "{path} was written by a newer version of Learning Circles. Update this program to read it.",
                path=path,
            )
        if magic != MAGIC:
            raise Unreadable("not_a_bundle", "{path} is not the file of a stick of Learning Circles.", path=path)
        while length := int.from_bytes(_take(file, 4, path, check.update), "big"):
            if length > BODY_BYTES:
                raise _damaged(path)
            packed = _take(file, length, path, check.update)
            try:
                page = protocol.unpack(packed, Sync)
            except CircleError as error:
                raise _damaged(path) from error
            yield page
        if _read(file, CHECK_BYTES + 1, path) != check.finalize():
            raise _damaged(path)


def _take(file: BinaryIO, size: int, path: Path, note: Callable[[bytes], None]) -> bytes:
    data = _read(file, size, path)
    if len(data) != size:
        raise Unreadable("cut_short", "{path} is not complete: it was cut short while it was written.", path=path)
    note(data)
    return data


def _read(file: BinaryIO, size: int, path: Path) -> bytes:
    try:
        return file.read(size)
    except OSError as error:
        raise _failed(path, error) from error


def _open(path: Path) -> BinaryIO:
    try:
        return plain_file(path).open("rb")
    except FileNotFoundError as error:
        raise NotFound("no_file", "There is no file {path}.", path=path) from error
    except OSError as error:
        raise _failed(path, error) from error


def _replace(path: Path, fill: Callable[[BinaryIO], None]) -> int:
    beside = path.with_name(path.name + ".part")
    try:
        with beside_of(path, beside) as file:
            fill(file)
            file.flush()
            sync_file(file.fileno())
            size = file.tell()
        patiently(lambda: os.replace(beside, path))
        with suppress(OSError):  # some file systems know of no folder that is synced
            sync_folder(path.parent)  # or a stick that is pulled has the one before
    except OSError as error:
        _discard(beside)
        if not path.parent.is_dir():
            raise no_folder(path.parent) from error
        raise Refused("stick", "{path} could not be written: {reason}.", path=path, reason=reason(error)) from error
    except BaseException:
        _discard(beside)
        raise
    return size


def _discard(path: Path) -> None:
    # The stick may be gone by now, and with it the half-written file.
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _write_all(file: BinaryIO, data: bytes) -> None:
    file.write(data)


def _damaged(path: Path) -> Unreadable:
    return Unreadable("damaged_bundle", "{path} is damaged. Write it once more. Nothing was changed.", path=path)


def _failed(path: Path, error: OSError) -> Unreadable:
    return Unreadable("stick", "{path} could not be read: {reason}.", path=path, reason=reason(error))
