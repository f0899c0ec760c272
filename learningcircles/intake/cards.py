"""Members as a vCard file (RFC 6350, version 4.0), for address books and telephones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from learningcircles.circle.changes import Record

MAKER = "-//Learning Circles//EN"
"""Who made a card: of our own, the categories are what somebody teaches; of other programs, anything."""
LINE_BYTES = 75
"""Longer lines are folded (RFC 6350, 3.2)."""
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": ""})


def cards(records: Iterable[Record]) -> bytes:
    """Return the members' cards."""
    lines = [line for record in records for line in _card(record)]
    return b"".join(_folded(line) for line in lines)


def _card(record: Record) -> Iterator[str]:
    name = _text(record.get("name", ""))
    yield from (
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"PRODID:{MAKER}",
        f"UID:urn:uuid:{_uuid(record.id)}",
        f"FN:{name}",
        f"N:;{name};;;",  # which word is the family's nobody has told; without N (6.2.2 allows it) some show no name
    )
    for field, property_ in (("address_as", "NICKNAME"), ("phone", "TEL"), ("email", "EMAIL"), ("notes", "NOTE")):
        if record.get(field):
            yield f"{property_}:{_text(record[field])}"
    if record.get("address"):
        yield f"ADR:{_address(record['address'])}"
    if record.get("birth_year"):
        yield f"BDAY:{record['birth_year']:04d}"
    yield from (f"LANG:{_text(code)}" for code in record.get("languages", []))
    if record.get("topics"):
        yield "CATEGORIES:" + ",".join(_text(topic) for topic in record["topics"])
    yield "END:VCARD"


def _address(parts: Mapping[str, object]) -> str:
    street = parts.get("street") or parts.get("text") or ""
    known = (street, parts.get("city"), "", parts.get("postcode"), parts.get("country"))
    return ";".join(["", "", *(_text(part or "") for part in known)])


def _text(value: object) -> str:
    return str(value).translate(_ESCAPES)


def _uuid(id_: bytes) -> str:
    digits = id_.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def _folded(line: str) -> bytes:
    """Return a line with its end, cut between characters where it is too long."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        piece = letter.encode()
        if len(part) + len(piece) > LINE_BYTES - (1 if parts else 0):
            parts.append(part)
            part = b""
        part += piece
    return b"\r\n ".join([*parts, part]) + b"\r\n"
