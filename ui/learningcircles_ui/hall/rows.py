"""What the hall reads, on the reader's thread. Full names go no further than here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.figures import LEAST
from learningcircles.circle.listings import in_force
from learningcircles.circle.reader import Reader
from learningcircles.intake.plain import folded
from learningcircles.storage.spelling import plain_letters
from learningcircles_ui import text
from learningcircles_ui.hall.names import Short, short_names
from learningcircles_ui.pages.meetups.attendance_rows import Presence, read_evening
from learningcircles_ui.pages.people.rows import HERE
from learningcircles_ui.pages.today.rows import begins, coming, is_on, is_today, may_have_begun, meant


class Tile(NamedTuple):
    """One person on screen. `person` is what is written when the tile is touched; `whole`: see `recognised`.

    `sought`: by which words letters find the tile, where not by all of its name. `begun`: as `whole`, of the first
    words of a longer name, two of them or more.
    """

    name: str
    person: Presence
    here: bool = False
    whole: int = 0
    sought: str = ""
    begun: Sequence[int] = ()


class HallMeetup(NamedTuple):
    """A meetup that the hall may see. `title` and `when` are shown. `on`: see `is_on`; `meant`: of those the one
    that is meant where nobody chooses. `at`: see `begins`.
    """

    id: bytes
    title: str
    when: str
    today: bool
    on: bool
    meant: bool = False
    at: str = ""

    @property
    def near(self) -> bool:
        """Whether who comes is there for it: it is on, and has begun or is about to."""
        return self.on and may_have_begun(self.at)


class OnNow(NamedTuple):
    """A meetup that is on as the first screen tells it: from when to when, and how many are here, named or not."""

    when: str
    title: str
    here: int


def recognised(name: str) -> int:
    """Return by what a whole name is known again, and cannot be read from: a number of this run of the program.

    0, which is nobody's, where there is no letter in it. Letters count as the first letters of a name do.
    """
    letters = "".join(_words(name))
    return hash(letters) if letters else 0


def _words(name: str) -> Sequence[str]:
    return folded(plain_letters(name)).split()


def read_people(reader: Reader) -> Sequence[Tile]:
    """Return everybody who is in the circle, by the names that are shown."""
    members = reader.list("member", where={"status": [*HERE, None]})
    numbers = {row.id: str(row["number"] or "") for row in members}
    names = short_names([(row.id, str(row.get("name", ""))) for row in members], numbers)
    return _sorted(
        _tile(names[row.id], Presence(row.id, row.id, "", "", ""), str(row.get("name", ""))) for row in members
    )


def read_present(reader: Reader, meetup: bytes) -> Sequence[Tile]:
    """Return everybody who may be at a meetup, and who is."""
    people = [row for row in read_evening(reader, meetup).people if row.member is not None or row.state == "attended"]
    people = [row for row in people if row.name != text.former_member()]
    names = short_names([(row.id, row.name) for row in people], {row.id: row.number for row in people})
    return _sorted(
        _tile(names[row.id], row._replace(name="", answer="", aside="", number=""), row.name) for row in people
    )


def read_topics(reader: Reader) -> Sequence[str]:
    """Return the topics that may be proposed before strangers: what is offered or asked for in the open, and what so
    many people teach or learn that it points at nobody; none that holds a part of somebody's name.
    """
    today = text.today()
    listed = [row for kind in ("offer", "request") for row in reader.list(kind, where=in_force(today))]
    shown = {str(row["topic"]) for row in listed if row["topic"] and row.get("reach", 1) > 0}
    shown |= {
        each.name
        for each in reader.subjects(today=today)
        if max(each.offers, each.asks, *each.learned.values(), 0) >= LEAST
    }
    names = {word for row in reader.list("member") for word in folded(str(row.get("name", ""))).split()}
    return sorted((topic for topic in shown if names.isdisjoint(folded(topic).split())), key=folded)


def read_meetups(reader: Reader) -> Sequence[HallMeetup]:
    """Return the meetups of today and the next seven days, without those that nobody but their host may see."""
    shown = _shown(reader)
    now = meant([row for row in shown if is_on(row)])
    return [
        HallMeetup(row.id, str(row.get("title", "")), _when(row), is_today(row), is_on(row), row is now, begins(row))
        for row in shown
    ]


def read_today(reader: Reader) -> Sequence[OnNow]:
    """Return what is on, of the meetups that may be seen."""
    return [_on(reader, row) for row in _shown(reader) if is_on(row)]


def _on(reader: Reader, row: Record) -> OnNow:
    when = text.from_to(begins(row), row.get("minutes"))
    here = sum(tile.here for tile in read_present(reader, row.id))
    return OnNow(when, str(row.get("title", "")), here + read_evening(reader, row.id).headcount)


def _shown(reader: Reader) -> list[Record]:
    return [row for row in coming(reader) if row.get("reach", 1) > 0]


def _when(row: Record) -> str:
    start = row["start"] or {}
    return text.clock(str(start.get("at", ""))) if is_today(row) else text.moment(start)


def _tile(short: Short, person: Presence, whole: str) -> Tile:
    sought = f"{short.name} {short.number}" if short.number else ""
    words = _words(whole) if whole.count(" ") > 1 else ()
    begun = [hash("".join(words[:end])) for end in range(2, len(words))]
    return Tile(short.shown, person, person.state == "attended", recognised(whole), sought, begun)


def _sorted(tiles: Iterable[Tile]) -> Sequence[Tile]:
    """As People sorts them."""
    return sorted(tiles, key=lambda tile: (plain_letters(tile.name), tile.name))
