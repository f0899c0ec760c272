"""Removing a circle from this laptop: file, WAL, keys, mark and cache. The circle itself goes on elsewhere."""

from __future__ import annotations

from learningcircles.circle.circle import Circle
from learningcircles.errors import Refused
from learningcircles.laptop import daily
from learningcircles.laptop.founding import remove_files
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.storage.exchange import Exchange


def unshared(circle: Circle, peer: str) -> int:
    """Return how many actions of this laptop `peer` is not known to have; they would be lost by leaving."""
    return Exchange(circle).waiting(peer)


def leave(home: Home, held: CircleFile) -> None:
    """Remove a circle from this laptop; whoever calls has shared or bundled what waits, and closed the file.

    The key goes first: should anything fail after that, what is left cannot be read. The circle's name is in no
    file of this home afterwards. Raises Refused when a file cannot be removed.
    """
    home.keys.delete(held.circle_id.hex())
    home.forget_marks(held.circle_id)
    daily.forget(home, held.circle_id)
    try:
        for path in (held.path, *home.set_aside(held)):
            remove_files(path)
    except OSError as error:
        raise Refused(
            "in_use", "{file} is open in another program. Close it and try again.", file=held.path.name
        ) from error
    home.unregister(held.path)
