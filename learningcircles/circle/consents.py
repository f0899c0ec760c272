"""Who agreed to what: a consent holds from being given until it is withdrawn or runs out."""

from __future__ import annotations

from collections.abc import Sequence

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader


def holds(consent: Record, today: str) -> bool:
    """Return whether a consent is in force on a day ("2026-11-20"); its last day still counts."""
    until, withdrawn = consent.get("until"), consent.get("withdrawn")
    return bool(consent.get("given") is True and not withdrawn and (not until or until >= today))


def agreed(reader: Reader, member: bytes, purposes: Sequence[str], today: str) -> bool:
    """Return whether a member's yes to one of these purposes is in force."""
    given = reader.list("consent", where={"member": member, "purpose": list(purposes)})
    return any(holds(consent, today) for consent in given)
