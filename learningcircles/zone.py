"""Which time zone people here mean when they write an hour."""

from __future__ import annotations

import warnings
import zoneinfo
from datetime import datetime

import tzlocal

from learningcircles.errors import Day

_LAST_MS = 253_000_000_000_000
"""In the year 9987: calendars end with 9999, whatever a hub may say."""

# Windows' C library takes a zone's name in TZ for something else; nobody needs to read of that at every command.
warnings.filterwarnings("ignore", "Timezone offset does not match system offset", UserWarning)


def local_zone() -> str:
    """Return the IANA name of this machine's zone as it is set now, or by TZ; "UTC" where neither is a known one."""
    try:
        name = tzlocal.reload_localzone().key
        return zoneinfo.ZoneInfo(name).key
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return "UTC"


def local_day(now_ms: int, zone: str) -> str:
    """Return the date of an instant (ms since 1970) in a zone, as 2026-11-20."""
    return datetime.fromtimestamp(now_ms / 1000, zoneinfo.ZoneInfo(zone)).date().isoformat()


def day_of(at_ms: int) -> Day:
    """Return the date here of an instant (ms since 1970, of whatever clock) for a sentence."""
    return Day(local_day(min(max(at_ms, 0), _LAST_MS), local_zone()))
