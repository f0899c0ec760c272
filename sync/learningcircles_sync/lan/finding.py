"""How laptops find each other, as an interface; `find` implements it with the `lan` extra."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from learningcircles.errors import Refused


class Address(NamedTuple):
    """Where a laptop answers."""

    host: str
    port: int

    @property
    def url(self) -> str:
        """Its address for the transport: plain HTTP, since all that goes over it is sealed and signed."""
        return f"http://{self.host}:{self.port}"


class Finding(Protocol):
    """Announces this laptop and tells of others (`find.Finder`)."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


Seen = Callable[[str, "tuple[str, int] | None", Mapping[str, str]], None]
Finders = Callable[[str, int, Mapping[str, str], Seen], Finding]
"""(random name, port, text records, what to call) → who announces and listens."""
Listeners = Callable[[Seen], Finding]
"""What to call → who listens."""


def by_multicast(name: str, port: int, records: Mapping[str, str], seen: Seen) -> Finding:
    """Return the finder of the `lan` extra; raises Refused where it is not installed, or there is no network."""
    found: Finding = _find().Finder(name, port, records, seen)
    return found


def only_listening(seen: Seen) -> Finding:
    """Return what tells of laptops and announces none; raises as `by_multicast`."""
    found: Finding = _find().Listener(seen)
    return found


def _find() -> Any:
    try:
        return import_module("learningcircles_sync.lan.find")
    except ImportError as error:
        raise Refused(
            "no_lan", "This program was installed without what it needs to find a laptop beside it (lan)."
        ) from error
