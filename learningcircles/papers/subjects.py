"""Which records stand on a paper, by their ids: whoever is erased later may be on it by those alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from learningcircles.circle.listings import LISTINGS
from learningcircles.circle.merging import hours_of, linked
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.laptop.copies import MOST_RECORDS
from learningcircles.papers.noticeboard import next_meetup


def on_sign_in(reader: Reader, meetup: bytes) -> set[bytes]:
    """Return the meetup, who answered and everybody else who may be listed."""
    answers = reader.list("rsvp", where={"meetup": meetup})
    listed = reader.ids("member", where={"status": ["active", "applied", "guest", None]})
    return _with_charter(reader, [meetup, *(each.id for each in answers), *listed])


def on_evening(reader: Reader, meetup: bytes) -> set[bytes]:
    """Return the meetup, everybody who may be listed, and what each has said and was marked as."""
    said = [id_ for kind in ("rsvp", "attendance") for id_ in reader.ids(kind, where={"meetup": meetup})]
    listed = reader.ids("member", where={"status": ["active", "applied", "guest", "paused", None]})
    same = (each for group in reader.groups(list(listed)).values() for each in group)
    return _with_charter(reader, [meetup, *said, *listed, *same])


def on_coming(reader: Reader, meetup: bytes) -> set[bytes]:
    """Return the meetup, the answers given, and whose they are."""
    answers = reader.list("rsvp", where={"meetup": meetup})
    people = (each for row in answers if row["person"] for each in linked(reader, row["person"]))
    return _with_charter(reader, [meetup, *(row.id for row in answers), *people])


def on_cards(reader: Reader, members: Sequence[bytes]) -> set[bytes]:
    """Return these people, under each of their records."""
    groups = reader.groups(list(members))
    return _with_charter(reader, [id_ for each in members for id_ in (each, *groups.get(each, ()))])


def on_table(reader: Reader, kind: str, ids: Sequence[bytes]) -> set[bytes]:
    """Return the records of one kind that are a table's rows, and what those name: other records by their titles,
    members by the name of who is shown for them, and beside a member their offers and requests.

    Of more rows than are noted (see `note_copy`) the rows alone.
    """
    rows, name = set(ids), declared(kind).name
    if len(rows) > MOST_RECORDS:
        return rows
    fields = [(field.name, field.refers_to) for field in declared(kind).references]
    found = [(to, record.get(field)) for record in reader.alone_all(name, ids) for field, to in fields]
    named = {(to, id_) for to, id_ in found if isinstance(id_, bytes)}
    members = {*(id_ for to, id_ in named if to == "member"), *(rows if name == "member" else ())}
    people = {each for member in members for each in linked(reader, member)}
    if name == "member":
        rows.update(each for listing in LISTINGS for each in reader.ids(listing, where={"member": sorted(people)}))
    return _with_charter(reader, [*rows, *people, *(id_ for _, id_ in named)])


def on_statement(reader: Reader, member: bytes) -> set[bytes]:
    """Return whose it is, and the exchanges on it, which name the others."""
    people = linked(reader, member)
    return _with_charter(reader, [*people, *(line.source for line in hours_of(reader, people))])


def on_learned(reader: Reader, member: bytes) -> set[bytes]:
    """Return whose it is, and what they have learned."""
    people = linked(reader, member)
    return _with_charter(reader, [*people, *reader.ids("learning", where={"member": people})])


def on_poster(reader: Reader, meetup: bytes) -> set[bytes]:
    """Return the meetup, which names its host, and its place."""
    place = reader.get("meetup", meetup)["place"]
    places = [each.id for each in reader.list("place") if place and each["name"] == place]
    return _with_charter(reader, [meetup, *places])


def on_noticeboard(reader: Reader, now: str) -> set[bytes]:
    """Return the listings, which name whose they are, and the meetup on the strips at a local time or on a day."""
    listed = [id_ for kind in ("offer", "request") for id_ in reader.ids(kind, where={"state": ["open", None]})]
    coming = next_meetup(reader, now)
    return _with_charter(reader, [*listed, *([coming.id] if coming is not None else [])])


def _with_charter(reader: Reader, ids: Iterable[bytes]) -> set[bytes]:
    """With what the circle says of itself at the head of each paper."""
    return {*ids, *(each.id for each in reader.list("!charter", limit=1))}
