"""Which time zone people here mean when they write an hour."""

from __future__ import annotations

import os
import zoneinfo
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

_LOCALTIME = Path("/etc/localtime")


def local_zone(environ: Mapping[str, str] | None = None) -> str:
    """Return the IANA name of this machine's zone; "UTC" where the system does not tell (Windows: set TZ)."""
    named = (os.environ if environ is None else environ).get("TZ", "").lstrip(":")
    for name in (named, _linked()):
        if name and _known(name):
            return name
    return "UTC"


def local_day(now_ms: int, zone: str) -> str:
    """Return the date of an instant (ms since 1970) in a zone, as 2026-11-20."""
    return datetime.fromtimestamp(now_ms / 1000, zoneinfo.ZoneInfo(zone)).date().isoformat()


def _linked() -> str:
    try:
        return str(_LOCALTIME.resolve()).partition("zoneinfo/")[2]
    except OSError:
        return ""


def _known(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
        return False
    return True
