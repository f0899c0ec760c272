"""A problem report: what helps to find a fault, and nobody's name, word or number.

It holds versions, counts and the sentences of `check`. Ids are cut to eight digits; circle, people and folders are
not in it at all: of what keeps a circle from being read its code alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from learningcircles.circle.circle import Circle
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.storage.check import check, hints
from learningcircles.storage.connect import plain_errors
from learningcircles.storage.exchange import Exchange

_DAY_MS = 24 * 3600 * 1000


def problem_report(circle: Circle, programs: Mapping[str, str], now_ms: int, faults: Sequence[str] = ()) -> str:
    """Return the report as text. `programs` is what runs here: its name → its version; `faults`: where in the program
    something went wrong. Takes as long as `check`.

    Of a circle whose file turns out to be damaged it holds what can be read.
    """
    parts = (_records(circle), _laptops(circle, now_ms), _checked(circle), _went_wrong(faults))
    return "\n".join([*_programs(programs), *(line for part in parts for line in ("", *_as_far_as_it_goes(part)))])


def unopened_report(error: CircleError, programs: Mapping[str, str]) -> str:
    """Return the report of a circle that does not open, with this error."""
    return "\n".join([*_programs(programs), "", f"The circle does not open: {error.code}"])


def _as_far_as_it_goes(lines: Iterator[str]) -> list[str]:
    found: list[str] = []
    try:
        with plain_errors():
            found.extend(lines)
    except CircleError as error:
        found.append(f"  The rest cannot be read: {error.code}")
    return found


def _programs(programs: Mapping[str, str]) -> Iterator[str]:
    yield "Learning Circles: problem report. It names nobody; look through it before you send it."
    yield from (f"{name}: {version}" for name, version in programs.items())


def _records(circle: Circle) -> Iterator[str]:
    yield "Records (removed ones in brackets)"
    for entity in ENTITIES.values():
        here = circle.reader.count(entity.name)
        removed = circle.reader.count(entity.name, deleted=True) - here
        if here or removed:
            yield f"  {entity.name.lstrip('!')}: {here} ({removed})"
    yield f"  waiting to be looked at: {len(circle.reader.review())}"


def _laptops(circle: Circle, now_ms: int) -> Iterator[str]:
    exchange = Exchange(circle)
    shared = exchange.last_shared_ms()
    yield "Laptops"
    for device in circle.roster.devices.values():
        here = ", this one" if device.id == circle.secrets.device.id else ""
        out = ", shut out" if device.revoked else ""
        placed = "" if device.index is not None else ", not placed yet"
        yield f"  {device.id.hex()[:8]}: {device.right}{here}{out}{placed}"
    yield f"  list of laptops: {len(circle.roster.placed)} entries, {len(circle.roster.proposals)} waiting"
    yield f"  hub: {'yes' if circle.roster.hub else 'no'}"
    yield f"  days since shared: {(now_ms - shared) // _DAY_MS if shared else 'never'}"
    for (space, log), seq in sorted(exchange.have().items()):
        yield f"  log {log.hex()[:8]} in space {space}: {seq} segments"


def _went_wrong(faults: Sequence[str]) -> Iterator[str]:
    yield "Went wrong since the program began:" if faults else "Went wrong since the program began: nothing"
    yield from (f"  {each}" for each in faults)


def _checked(circle: Circle) -> Iterator[str]:
    problems, waits = check(circle), hints(circle)
    sound = "Check: what is here is in order" if waits else "Check: nothing wrong"
    yield "Check:" if problems else sound
    yield from (f"  {each}" for each in [*problems, *waits])
