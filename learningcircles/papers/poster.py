"""The poster of a meetup: what everybody in the street may read, and a code for their telephones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from learningcircles.circle.changes import Record
from learningcircles.circle.consents import agreed
from learningcircles.circle.reader import Reader
from learningcircles.moments import after


@dataclass(frozen=True, slots=True)
class Poster:
    """`start` is {at, zone}, `minutes` its length or None. `code` is what the QR code says, `link` the address in
    it or empty: without a web page that every telephone trusts, the code holds the date itself for its calendar.
    """

    circle: str
    objective: str
    title: str
    start: dict[str, Any]
    minutes: int | None
    place: str
    address: str
    host: str
    code: str
    link: str


def poster(reader: Reader, meetup: bytes, today: str, page: str = "") -> Poster:
    """Return a meetup's poster. `page` is the circle's address on the web, or empty. Raises NotFound.

    The host stands on it only under their consent; notes, telephones and addresses of people never do.
    """
    record = reader.get("meetup", meetup)
    charter = next(iter(reader.list("!charter", limit=1)), None)
    place = str(record.get("place") or "")
    return Poster(
        circle=str(charter.get("name", "")) if charter else "",
        objective=str(charter.get("objective", "")) if charter else "",
        title=str(record.get("title", "")),
        start=dict(record.get("start") or {}),
        minutes=record.get("minutes"),
        place=place,
        address=_address(reader, place),
        host=_host(reader, record, today),
        code=page or calendar_entry(record),
        link=page,
    )


def calendar_entry(record: Record) -> str:
    """Return a meetup as the smallest RFC 5545 event, which telephones read from a QR code into their calendar.

    It is in floating local time (RFC 5545, 3.3.5): whoever stands before the poster is in its zone.
    """
    start = record.get("start") or {}
    lines = ["BEGIN:VEVENT", f"SUMMARY:{_escaped(str(record.get('title', '')))}"]
    begins = _moment(start)
    if begins is not None:
        ends = after(begins, int(record.get("minutes") or 60))
        lines += [f"DTSTART:{begins:%Y%m%dT%H%M%S}", f"DTEND:{ends:%Y%m%dT%H%M%S}"]
    if record.get("place"):
        lines.append(f"LOCATION:{_escaped(str(record['place']))}")
    return "\n".join([*lines, "END:VEVENT"])


def _moment(start: Mapping[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(str(start.get("at", "")))
    except ValueError:
        return None


def _escaped(text: str) -> str:
    """Escape a TEXT value (RFC 5545, 3.3.11)."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return text


def _address(reader: Reader, place: str) -> str:
    known = next((row for row in reader.list("place") if place and row.get("name") == place), None)
    address = known.get("address") if known else None
    return ", ".join(str(part) for part in address.values() if part) if isinstance(address, Mapping) else ""


def _host(reader: Reader, record: Record, today: str) -> str:
    host = record.get("host")
    if not isinstance(host, bytes) or not agreed(reader, host, "name_in_print", today):
        return ""
    member = reader.find_one("member", host)
    return "" if member is None or member.deleted else str(member.get("name", ""))
