"""Who agreed to what. A consent is one person's yes, or no, to one purpose; of several the newest decides.

A yes holds from being given until it is withdrawn or runs out. Newest is what was said on the latest day (`on`, or the
day of withdrawal; where neither stands, the day of writing), and of one day what was written last.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from learningcircles.circle.changes import Record
from learningcircles.circle.merging import linked
from learningcircles.circle.reader import Reader


def holds(consent: Record, today: str) -> bool:
    """Return whether a consent is in force on a day ("2026-11-20"); its last day still counts."""
    until, withdrawn = consent.get("until"), consent.get("withdrawn")
    return bool(consent.get("given") is True and not withdrawn and (not until or until >= today))


def agreed(reader: Reader, member: bytes, purpose: str, today: str) -> bool:
    """Return whether a member's yes to a purpose is in force."""
    newest = _newest(reader, member, purpose)
    return newest is not None and holds(newest, today)


def said_no(reader: Reader, member: bytes, purpose: str) -> bool:
    """Return whether a member has said no to a purpose: not that they were never asked, or took a yes back."""
    newest = _newest(reader, member, purpose)
    return newest is not None and newest["given"] is False


def in_order(reader: Reader, consents: Iterable[Record]) -> list[Record]:
    """Return consents as they were said, the newest last; the same order on every laptop."""
    rows = list(consents)
    return sorted(rows, key=lambda consent: _said_at(reader, consent)) if len(rows) > 1 else rows


def _newest(reader: Reader, member: bytes, purpose: str) -> Record | None:
    rows = reader.list("consent", where={"member": linked(reader, member), "purpose": purpose})
    return next(reversed(in_order(reader, [row for row in rows if isinstance(row["given"], bool)])), None)


def _said_at(reader: Reader, consent: Record) -> tuple[str, int, bytes, bytes]:
    told = [line for line in reader.history("consent", consent.id) if line.field in ("given", "on", "withdrawn")]
    at, device = max(((line.at, line.device) for line in told), default=(0, b""))
    days = [day for name in ("on", "withdrawn") if isinstance(day := consent[name], str) and day]
    written = datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
    return max(days, default=written), at, device, consent.id
