"""When something begins and ends, read leniently: a laptop of a later version may write a start otherwise.

What is written here is checked (see `entities.validate`); what others share holds whatever their program took.
"""

from __future__ import annotations

from datetime import datetime, timedelta


def local_moment(at: str) -> datetime | None:
    """Return a local start such as "2026-11-20T18:00" without any zone; None where it is no time."""
    try:
        return datetime.fromisoformat(at).replace(tzinfo=None)
    except ValueError:
        return None


def after(begin: datetime, minutes: int) -> datetime:
    """Return when something of that length ends, which is no later than any calendar's last day."""
    try:
        return begin + timedelta(minutes=minutes)
    except OverflowError:
        last = datetime.max if minutes > 0 else datetime.min
        return last.replace(tzinfo=begin.tzinfo)
