"""What somebody had begun to write and not finished: in this file alone, never in the journal, never shared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from learningcircles.codec import decode_own, encode
from learningcircles.storage.connect import Connection
from learningcircles.storage.meta import Meta

FILTER = "filter "
"""What is kept under a name that begins so is no form: by what a list was narrowed last."""


_ERASED = "drafts_erased"
_ERASURES = "drafts_erasures"
_MOST_ERASED = 64
"""So many names are remembered of drafts that an erasure took: a form that is open then hears of it at once."""


class Draft(NamedTuple):
    """What stood in a form's fields, by field, as typed and unchecked; `at` is when it was kept, in ms since 1970."""

    values: Mapping[str, Any]
    at: int


class Drafts:
    """Reads and writes drafts on one connection. Writing is done in the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def keep(self, name: str, values: Mapping[str, Any], at_ms: int) -> None:
        """Keep a draft in place of what was kept under its name."""
        self._db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (name, encode(dict(values)), at_ms))

    def read(self, name: str) -> Draft | None:
        """Return a draft, or None."""
        row = self._db.execute("SELECT body, at FROM draft WHERE name=?", (name,)).fetchone()
        return Draft(decode_own(row[0]), int(row[1])) if row else None

    def names(self) -> Sequence[tuple[str, int]]:
        """Return (name, when it was kept in ms since 1970) of every draft, newest first."""
        return [(name, int(at)) for name, at in self._db.execute("SELECT name, at FROM draft ORDER BY at DESC, name")]

    def drop(self, name: str) -> None:
        """Forget a draft."""
        self._db.execute("DELETE FROM draft WHERE name=?", (name,))

    def erase(self, names: Sequence[str]) -> None:
        """Forget drafts that speak of somebody who is erased, for good: whoever types on in such a form keeps none."""
        for name in names:
            self.drop(name)
        if names:
            Meta(self._db).put(_ERASED, encode([*self._erased(), *names][-_MOST_ERASED:]))

    def is_erased(self, name: str) -> bool:
        """Return whether an erasure took what was kept under this name."""
        return name in self._erased()

    def note_erasure(self) -> None:
        """Drafts were looked through for somebody who is erased; those that stand in memory alone were not."""
        Meta(self._db).put(_ERASURES, self.erasures() + 1)

    def erasures(self) -> int:
        """Return how often that was done."""
        return Meta(self._db).number(_ERASURES)

    def _erased(self) -> list[str]:
        packed = Meta(self._db).data(_ERASED)
        return list(decode_own(packed)) if packed else []

    def drop_about(self, record: bytes) -> None:
        """Forget every draft that points at a record: of the person themselves, or of what concerns them."""
        self._db.execute("DELETE FROM draft WHERE instr(body, ?) OR name LIKE ?", (record, f"%{record.hex()}%"))
