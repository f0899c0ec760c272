"""Who agreed to what. A consent is one person's yes, or no, to one purpose; of several the newest decides.

A yes holds from being given until it is withdrawn or runs out. Newest is what was said on the latest day (`on`, or the
day of withdrawal; where neither stands, the day of writing), and of one day what was written last. A day after the day
of writing is a slip, and counts as none. Which day it was where somebody wrote, nobody else knows: the days of writing
are those around the world, and what was written after something that names its day was said no earlier.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from learningcircles.circle.changes import Record
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader
from learningcircles.errors import InvalidValue

_HOUR_MS = 3_600_000
_EARLIEST_MS, _LATEST_MS = -12 * _HOUR_MS, 14 * _HOUR_MS
"""How far clocks in the world are from UTC."""


class _Said(NamedTuple):
    """When a consent was written, and the days that it names itself."""

    at: int
    device: bytes
    id: bytes
    days: tuple[str, ...]
    consent: Record


def holds(consent: Record, today: str) -> bool:
    """Return whether a consent is in force on a day ("2026-11-20"); its last day still counts."""
    until, withdrawn = consent.get("until"), consent.get("withdrawn")
    return bool(consent.get("given") is True and not withdrawn and (not until or until >= today))


def agreed(reader: Reader, member: bytes, purpose: str, today: str) -> bool:
    """Return whether a member's yes to a purpose is in force."""
    said = newest(reader, member, purpose)
    return said is not None and holds(said, today)


def said_no(reader: Reader, member: bytes, purpose: str) -> bool:
    """Return whether a member has said no to a purpose: not that they were never asked, or took a yes back."""
    said = newest(reader, member, purpose)
    return said is not None and said["given"] is False


def newest(reader: Reader, member: bytes, purpose: str) -> Record | None:
    """Return what a member said of a purpose last, which decides; None where they were never asked."""
    rows = reader.list("consent", where={"member": linked(reader, member), "purpose": purpose})
    return next(reversed(in_order(reader, [row for row in rows if isinstance(row["given"], bool)])), None)


def deciding(reader: Reader, consents: Iterable[Record]) -> list[Record]:
    """Return those of some consents that decide: what somebody said last of a purpose; reads all consents once."""
    said: dict[tuple[bytes, str], list[Record]] = {}
    shown: dict[bytes, bytes] = {}
    for row in reader.list("consent"):
        if isinstance(row["given"], bool):
            who = row["member"]
            shown[who] = shown.get(who) or reader.shown_as(who)
            said.setdefault((shown[who], row["purpose"]), []).append(row)
    known = {row.id: rows for rows in said.values() for row in rows}
    return [row for row in consents if row.id in known and in_order(reader, known[row.id])[-1].id == row.id]


def in_order(reader: Reader, consents: Iterable[Record]) -> list[Record]:
    """Return consents as they were said, the newest last; the same order on every laptop."""
    rows = list(consents)
    if len(rows) < 2:
        return rows
    latest: dict[str, str] = {}
    placed: list[tuple[str, int, bytes, bytes, Record]] = []
    for said in sorted((_said(reader, consent) for consent in rows), key=lambda each: each[:3]):
        purpose = str(said.consent["purpose"])
        before = latest.get(purpose, "")
        day = max(said.days, default=max(before, _day(said.at + _EARLIEST_MS)))
        latest[purpose] = max(before, day)
        placed.append((day, *said[:3], said.consent))
    return [row[-1] for row in sorted(placed, key=lambda row: row[:4])]


def check_said(fields: Mapping[str, Any], today: str) -> None:
    """Refuse a day of consent, or of taking it back, that is still to come ("2026-11-20"); raises InvalidValue."""
    on, withdrawn = fields.get("on"), fields.get("withdrawn")
    if on is not None and on > today:
        raise InvalidValue(
            "said_later", "{on} is still to come: nobody has agreed on it yet ({field}).", field="on", on=on
        )
    if withdrawn is not None and withdrawn > today:
        raise InvalidValue(
            "withdrawn_later",
            "{on} is still to come: nobody has taken it back yet ({field}).",
            field="withdrawn",
            on=withdrawn,
        )


def _said(reader: Reader, consent: Record) -> _Said:
    told = [line for line in reader.history("consent", consent.id) if line.field in ("given", "on", "withdrawn")]
    at, device = max(((line.at, line.device) for line in told), default=(0, b""))
    named = (consent[name] for name in ("on", "withdrawn"))
    days = tuple(day for day in named if isinstance(day, str) and "" < day <= _day(at + _LATEST_MS))
    return _Said(at, device, consent.id, days, consent)


def _day(at: int) -> str:
    return datetime.fromtimestamp(max(at, 0) / 1000, UTC).date().isoformat()
