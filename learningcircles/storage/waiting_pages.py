"""The pages that stand in a database's WAL, and were not brought into the file yet.

    32 bytes: magic, version, page size, number, salt of 8 bytes, sum of 8 bytes
    frames: page number, pages in the file after a commit (else 0), the salt, sum of 8 bytes, the page

https://www.sqlite.org/fileformat2.html#the_write_ahead_log. Each page is sealed with its number: that is what is
looked at, instead of the sums.
"""

from __future__ import annotations

import struct
from pathlib import Path

from learningcircles.crypto.pages import PAGE_BYTES, Pages

_HEAD, _FRAME, _SALT = 32, 24, slice(16, 24)


def waiting_pages(wal: Path, pages: Pages) -> dict[int, bytes]:
    """Return the newest of each page but the first, by number, as far as what was committed can be read."""
    found: dict[int, bytes] = {}
    with wal.open("rb") as file:
        salt = file.read(_HEAD)[_SALT]
        coming: dict[int, bytes] = {}
        while len(frame := file.read(_FRAME + PAGE_BYTES)) == _FRAME + PAGE_BYTES:
            number, committed = struct.unpack_from(">II", frame)
            page = frame[_FRAME:]
            if frame[8:16] != salt or (number > 1 and not pages.holds(page, number)):
                break
            coming[number] = page
            if committed:
                found |= coming
                coming = {}
    found.pop(1, None)
    return found
