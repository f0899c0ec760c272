"""What the Exchanges page reads, on the reader's thread."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.listings import LISTINGS, in_force, until_lately
from learningcircles.circle.matching import proposed_for
from learningcircles.circle.reader import Reader
from learningcircles.storage.query import Order, OverLast
from learningcircles_ui import text
from learningcircles_ui.parts.blocks import Fetch
from learningcircles_ui.parts.table_model import Ids, Question

_SIDES = ("provider", "receiver")
ENDED = "ended"
"""In the `where` of a question about offers or requests: those that ended within half a year, on this day."""
_NAMESAKES = 200
"""People whose name holds the words of a search, at most: their exchanges are found too."""


class ListingRow(NamedTuple):
    """An offer or a request, and whose it is. `proposed`: the day of the exchange that is proposed for a request."""

    record: Record
    member: str
    proposed: str = ""


class SwapRow(NamedTuple):
    """An exchange, and between whom. `counted`: the minutes that count until a question about it is settled."""

    record: Record
    provider: str
    receiver: str
    counted: int | None = None


def still_to_come(on: object) -> str:
    """Return what is told besides of an exchange that somebody confirms before its day; empty for any other one."""
    if str(on or "") <= text.today():
        return ""
    words = QCoreApplication.translate("Exchanges", "It is dated {day}, which is still to come.")
    return f". {words.format(day=text.day(str(on)))}"


def and_the_request(said: str, verb: str, changes: Changes) -> str:
    """Return what is told once exchanges are confirmed, declined or removed: with what became of their requests."""
    many = len(changes.of("request"))
    if not many or verb == "dispute":
        return said
    if many > 1:
        several = QCoreApplication.translate("Exchanges", "%n request(s) are open again.", "", many)
        return f"{said.removesuffix('.')}. {text.grouped(several, many)}"
    done = QCoreApplication.translate("Exchanges", "The request is fulfilled.")
    again = QCoreApplication.translate("Exchanges", "The request is open again.")
    return f"{said.removesuffix('.')}. {done if verb == 'confirm' else again}"


def lister(entity: str) -> Ids:
    """Return what lists the ids of an entity."""

    def list_ids(reader: Reader, question: Question, limit: int | None) -> Sequence[bytes]:
        order: Order = question.order or ("on" if entity == "swap" else "title")
        if entity in LISTINGS:
            order = OverLast(str(order), "expires", text.today())
        down = question.descending if question.order else entity == "swap"
        sides = ("provider", "receiver") if entity == "swap" else ("member",)
        where, refers = dict(question.where), namesakes(reader, question.text, *sides)
        ids = partial(reader.ids, entity, text=question.text, order=order, descending=down, refers=refers)
        if ENDED not in where:
            return ids(where=where, limit=limit)
        holds = set(ids(where=in_force(where[ENDED])))
        return [each for each in ids(where=until_lately(where[ENDED])) if each not in holds][:limit]

    return list_ids


def namesakes(reader: Reader, text: str, *sides: str) -> dict[str, Sequence[bytes]]:
    """Return for these fields the people whose record holds the words of a search: what refers to them is found too."""
    people = reader.ids("member", text=text, limit=_NAMESAKES) if text else ()
    merged = [each for others in reader.groups(people).values() for each in others]
    return {side: [*people, *merged] for side in sides} if people else {}


def listing_fetcher(entity: str) -> Fetch[ListingRow]:
    """Return what reads offers or requests."""

    def fetch(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, ListingRow]]:
        records = reader.many(entity, wanted)
        names = _names(reader, [record["member"] for record in records])
        days = proposed_for(reader, records) if entity == "request" else {}
        rows = [ListingRow(each, names.get(each["member"], ""), days.get(each.id, "")) for each in records]
        return [(row.record.id, row) for row in rows]

    return fetch


def fetch_swaps(reader: Reader, wanted: Sequence[bytes]) -> Sequence[tuple[bytes, SwapRow]]:
    """Read exchanges."""
    records = reader.many("swap", wanted)
    names = _names(reader, [record[side] for record in records for side in _SIDES])
    asked = reader.hours_in_question(wanted)
    rows = [
        SwapRow(record, names.get(record["provider"], ""), names.get(record["receiver"], ""), asked.get(record.id))
        for record in records
    ]
    return [(row.record.id, row) for row in rows]


def _names(reader: Reader, people: Sequence[bytes | None]) -> dict[bytes, str]:
    return reader.names("member", list({person for person in people if person}))
