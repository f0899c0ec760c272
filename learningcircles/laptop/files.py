"""Reading and writing a laptop's small files: a power cut leaves the old one or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, TypeVar

from learningcircles.errors import NotFound, Refused, Unreadable, reason

if sys.platform == "darwin":
    import fcntl

    def _to_the_end(handle: int) -> None:
        fcntl.fcntl(handle, fcntl.F_FULLFSYNC)

    _STRICT: Callable[[int], None] | None = _to_the_end
else:
    _STRICT = None

Result = TypeVar("Result")
Pieces = bytes | Iterable[bytes]
"""What is written: large files in pieces, so that nobody holds all of one."""
_OWNER = 0o600
_UNKNOWN = (errno.ENOTSUP, errno.EINVAL, errno.ENOTTY)
_PATIENCE_S = 1.0
_PAUSE_S = 0.01


def write_durably(path: Path, data: Pieces) -> None:
    """Replace `path` by `data`, readable by its owner only, on disk before this returns; raises Refused.

    What the making of a piece raises is passed on, with everything as it was.
    """
    make_folder(path.parent)
    beside = path.with_name(path.name + ".new")
    try:
        _write_beside(beside, data)
        patiently(lambda: os.replace(beside, path))
        sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def overwrite_durably(path: Path, place: int, data: bytes) -> None:
    """Overwrite a part of a file that is there, on disk before this returns; raises Refused.

    A power cut may leave half of `data` there: whoever reads it must be able to tell.
    """
    try:
        with path.open("r+b", buffering=0) as file:
            file.seek(place)
            file.write(data)
            sync_file(file.fileno())
    except OSError as error:
        raise cannot_write(path, error) from error


def write_whole(path: Path, data: Pieces) -> None:
    """Replace `path` by `data`, whole or not at all; raises Refused, or NotFound where its folder is not there.

    Only its owner may read it, or whoever might read the file that it replaces. What the making of a piece raises is
    passed on, with everything as it was.
    """
    if path.exists() and not path.is_file():
        _write_into(path, data)
        return
    beside = path.with_name(path.name + ".part")
    try:
        with beside_of(path, beside) as file:
            file.writelines(_pieces(data))
        patiently(lambda: os.replace(beside, path))
    except BaseException as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise cannot_write(path, error) from error
        raise


def beside_of(path: Path, beside: Path) -> BinaryIO:
    """Open `beside`, which is to replace `path`, with the rights of the file there, else for its owner alone."""
    try:
        rights = stat.S_IMODE(path.stat().st_mode)
    except OSError:
        rights = _OWNER
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, rights & _OWNER)
    with suppress(OSError):  # a stick's file system may know no rights
        beside.chmod(rights)
    return os.fdopen(handle, "wb")


def plain_file(path: Path) -> Path:
    """Return a path that is to be read; raises Unreadable for a named pipe or a device, which may never come to an end.

    What is not there, or may not be looked at, is left to whoever opens it.
    """
    try:
        kind = path.stat().st_mode
    except (OSError, ValueError):
        return path
    if not stat.S_ISREG(kind) and not stat.S_ISDIR(kind):
        raise Unreadable("no_plain_file", "{file} is a pipe or a device, not a file.", file=str(path))
    return path


def read_if_there(path: Path) -> bytes | None:
    """Return a file's bytes, None where there is none; raises Unreadable where it cannot be read."""
    try:
        return patiently(plain_file(path).read_bytes)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unreadable("unreadable_file", "{file} cannot be read.", file=str(path)) from error


def patiently(act: Callable[[], Result]) -> Result:
    """Do something to a file that others may just be at; raises OSError where it still cannot be done after a second.

    Windows replaces no file that anybody reads (another of our programs, a virus scanner), and opens none that is just
    being replaced.
    """
    until = time.monotonic() + _PATIENCE_S if os.name == "nt" else 0.0
    while True:
        try:
            return act()
        except PermissionError:
            if time.monotonic() >= until:
                raise
        time.sleep(_PAUSE_S)


def make_folder(folder: Path) -> None:
    """Make a folder that only its owner may look into, if it is not there; raises Refused."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise cannot_write(folder, error) from error


def cannot_write(path: Path, error: OSError) -> Refused:
    """Return the sentence for a file or folder that the system does not let us write."""
    if isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        return no_folder(path.parent)
    return Refused("cannot_write", "{file} cannot be written: {reason}.", file=str(path), reason=reason(error))


def no_folder(folder: Path) -> NotFound:
    """Return the sentence for a folder in which a file should be written, and which is not there."""
    return NotFound("no_folder", "There is no folder {folder}.", folder=str(folder))


def sync_file(handle: int, strict: Callable[[int], None] | None = _STRICT) -> None:
    """Return once an open file, or folder, is on the disk itself; raises OSError.

    On macOS fsync ends when the drive has the data, which a power cut may still take from its cache (fsync(2) there);
    F_FULLFSYNC, `strict`, ends when it is kept. A network's file system may not know it: there fsync has to do.
    """
    if strict is not None:
        try:
            strict(handle)
            return
        except OSError as error:
            if error.errno not in _UNKNOWN:
                raise  # a drive that fails once may say that all is well when it is asked again
    os.fsync(handle)


def sync_folder(folder: Path) -> None:
    """Make a rename or removal in `folder` durable, where the system can (Windows does it by itself)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        sync_file(handle)
    finally:
        os.close(handle)


def remove(path: Path) -> None:
    """Remove a file, if it is there."""
    path.unlink(missing_ok=True)


def _pieces(data: Pieces) -> Iterable[bytes]:
    return (data,) if isinstance(data, bytes) else data


def _write_into(path: Path, data: Pieces) -> None:
    """A pipe or a device takes what it is given."""
    try:
        with path.open("wb") as file:
            file.writelines(_pieces(data))
    except OSError as error:
        raise cannot_write(path, error) from error


def _write_beside(beside: Path, data: Pieces) -> None:
    beside.unlink(missing_ok=True)
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(_pieces(data))
            file.flush()
            sync_file(file.fileno())
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
