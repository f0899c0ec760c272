"""The region's public items as this laptop last heard of them, kept so that Find works without a network."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.errors import Unreadable

_DIGEST = "catalogue"


class Region:
    """The kept catalogue of one circle's hub."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def digest(self) -> bytes:
        """Return what the hub called the catalogue that is kept here; empty without one."""
        return self._circle.meta.data(_DIGEST) or b""

    def keep(self, digest: bytes, items: Sequence[CatalogueItem]) -> None:
        """Replace the kept catalogue, all or nothing, but for items that no program of ours could have written."""
        packed = [(item, _packed(item)) for item in items]
        rows = [(item.circle, item.id, item.circle_name, body) for item, body in packed if body is not None]
        with self._circle.transaction():
            connection = self._circle.connection
            connection.execute("DELETE FROM catalogue")
            connection.executemany("INSERT OR REPLACE INTO catalogue (circle, id, name, body) VALUES (?,?,?,?)", rows)
            self._circle.meta.put(_DIGEST, digest)


def _packed(item: CatalogueItem) -> bytes | None:
    """Return an item's body as it is stored; None where that could not be read again."""
    try:
        body = encode(dict(item.body))
        decode(body)
    except (Unreadable, TypeError):  # what encodes to order takes no keys but texts
        return None
    return body
