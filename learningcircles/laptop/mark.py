"""The high-water mark: how far this laptop's own logs had come when a segment last left it.

It lies beside the keys, not in the circle file, and is on disk before a segment leaves. A circle file that is
behind its mark has been restored from a backup or copied from elsewhere: going on with it would fork its logs,
and this says so without asking anyone.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from learningcircles.codec import decode, encode
from learningcircles.errors import Unreadable
from learningcircles.laptop.files import read_if_there, write_durably

Heads = dict[int, tuple[int, bytes]]
"""space → (seq, header hash) of the last segment."""


class Mark:
    """One laptop's mark in one circle."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._heads: Heads | None = None

    def read(self) -> Heads:
        """Return the marks; raises Unreadable when the file is damaged."""
        if self._heads is None:
            self._heads = _read(self._path)
        return dict(self._heads)

    def write(self, heads: Mapping[int, tuple[int, bytes]]) -> None:
        """Move marks forward, durably; they never go back."""
        held = self.read()
        higher = {space: head for space, head in heads.items() if head[0] > held.get(space, (0, b""))[0]}
        if higher:
            merged = {**held, **higher}
            write_durably(self._path, encode({str(space): list(head) for space, head in merged.items()}))
            self._heads = merged

    @staticmethod
    def is_behind(marks: Mapping[int, tuple[int, bytes]], heads: Mapping[int, tuple[int, bytes]]) -> bool:
        """Return whether a file whose own logs end at `heads` lacks what its laptop had shared by `marks`."""
        for space, (seq, header_hash) in marks.items():
            held = heads.get(space, (0, b""))
            if held[0] < seq or (held[0] == seq and held[1] != header_hash):
                return True
        return False


def _read(path: Path) -> Heads:
    data = read_if_there(path)
    if data is None:
        return {}
    try:
        rows = decode(data)
        return {int(space): (int(seq), bytes(header_hash)) for space, (seq, header_hash) in rows.items()}
    except (AttributeError, TypeError, ValueError, Unreadable) as error:
        raise Unreadable("bad_mark", "This laptop's mark for the circle is damaged.") from error
