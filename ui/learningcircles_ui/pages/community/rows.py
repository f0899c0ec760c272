"""What the Community page reads, on the reader's thread: charter, sectors, places, and the circles around us."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from learningcircles.circle.changes import CatalogueItem, Record
from learningcircles.circle.reader import Reader
from learningcircles.entities.people import SECTORS
from learningcircles.storage.spelling import plain_letters
from learningcircles_ui import text
from learningcircles_ui.parts.table_model import Question

_ACTIVE = ["active", None]
_ORDER = ("meetup", "offer", "request")


class Community(NamedTuple):
    """The charter (None while nothing is written), active members by sector, and how many have none or another."""

    charter: Record | None
    members: int
    sectors: Mapping[str, int]
    without: int


class Around(NamedTuple):
    """Another circle as last heard: what it says of itself, and what it plans, offers and asks for, in this order."""

    circle: bytes
    name: str
    objective: str
    items: Sequence[CatalogueItem]

    def number(self, kind: str) -> int:
        """Return how many of a kind it shows: offer, request or meetup."""
        return sum(item.body.get("kind") == kind for item in self.items)


def read_community(reader: Reader) -> Community:
    """Return the circle at a glance."""
    members = reader.count("member", where={"status": _ACTIVE})
    sectors = {each: reader.count("member", where={"status": _ACTIVE, "sector": each}) for each in SECTORS}
    charter = reader.find_one("!charter", reader.circle)
    return Community(charter, members, sectors, members - sum(sectors.values()))


def list_places(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
    """Return the ids of the circle's places."""
    return reader.ids("place", order=question.order or "name", descending=question.descending, limit=limit)


def fetch_places(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, Record]]:
    """Read places."""
    return [(place.id, place) for place in reader.many("place", wanted)]


class Region:
    """The table of other circles: both calls come on the reader's thread, the second reads what the first found."""

    def __init__(self) -> None:
        self._found: dict[bytes, Around] = {}

    def list_circles(self, reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
        """Return the ids of the other circles, by name or by how many of a kind they show, most first."""
        self._found = around(reader)
        ordered = sorted(self._found, key=lambda id_: plain_letters(self._found[id_].name))
        if question.order not in ("", "name"):
            ordered.sort(key=lambda id_: -self._found[id_].number(question.order))
        return (ordered[::-1] if question.descending else ordered)[:limit]

    def fetch(self, reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, Around]]:
        """Return the rows of these circles."""
        return [(id_, self._found[id_]) for id_ in wanted if id_ in self._found]


def around(reader: Reader) -> dict[bytes, Around]:
    """Return the other circles of the region, as this laptop last heard of them; works without a network."""
    items: dict[bytes, list[CatalogueItem]] = {}
    for item in reader.catalogue(today=text.today()):
        if item.circle != reader.circle:
            items.setdefault(item.circle, []).append(item)
    return {circle: _around(circle, held) for circle, held in items.items()}


def _around(circle: bytes, items: Sequence[CatalogueItem]) -> Around:
    charter = next((item.body for item in items if item.body.get("kind") == "charter"), {})
    shown = sorted((item for item in items if item.body.get("kind") in _ORDER), key=_place)
    return Around(circle, items[0].circle_name, str(charter.get("objective", "")), shown)


def _place(item: CatalogueItem) -> tuple[int, str]:
    start = item.body.get("start")
    at = str(start.get("at", "")) if isinstance(start, Mapping) else ""
    return _ORDER.index(str(item.body.get("kind"))), at or str(item.body.get("title", "")).casefold()
