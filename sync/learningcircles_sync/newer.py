"""Learning that there is a newer version, from what hubs and laptops say anyway: nobody is asked for it.

A page names the version of the program that made it. The newest one ever heard of is kept with the laptop's settings,
beside the one that somebody has seen and put away. A stranger's word is shown only where it looks like a version.
"""

from __future__ import annotations

import re

from learningcircles import __version__
from learningcircles.laptop.home import Home

HEARD, PUT_AWAY = "version_heard", "version_put_away"
_VERSION = re.compile(r"\d{1,4}(\.\d{1,4}){1,3}\Z")


def note_version(home: Home, said: str, own: str = __version__) -> None:
    """Keep what the other side said of itself, where it is newer than this program and than what was heard before."""
    if _VERSION.match(said) and is_newer(said, own) and is_newer(said, str(home.settings.get(HEARD, ""))):
        home.set_setting(HEARD, said)


def newer_version(home: Home, own: str = __version__) -> str:
    """Return the newest version heard of, if it is newer than this program and was not put away; else ""."""
    settings = home.settings
    heard = str(settings.get(HEARD, ""))
    return heard if is_newer(heard, own) and settings.get(PUT_AWAY) != heard else ""


def put_away(home: Home) -> None:
    """Say no more of the version that was heard of; the next one is told again."""
    home.set_setting(PUT_AWAY, home.settings.get(HEARD))


def is_newer(one: str, other: str) -> bool:
    """Return whether a version is later than another, number by number; what is no version is older than any."""
    return _numbers(one) > _numbers(other)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")) if _VERSION.match(version) else ()
