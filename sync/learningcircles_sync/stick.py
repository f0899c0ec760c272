"""A circle as bundle pages, and bundle pages into a circle."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from learningcircles.circle.circle import Circle
from learningcircles.errors import CircleError
from learningcircles.journal.segment import Segment, header_hash
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.rescue import losing_segments
from learningcircles_sync import bundle
from learningcircles_sync.bundle import Receipt, Told, nobody
from learningcircles_sync.pages import parcels, portions, read_have, stretch, whole_list, write_have
from learningcircles_sync.protocol import FIRST_BYTES, PAGE_BYTES, ROSTER_BYTES, Sync
from learningcircles_sync.push import parse
from learningcircles_sync.session import FORKED, TWO_LISTS, Obstacle, are_two_lists, has_countersigned_twice
from learningcircles_sync.store import LogName, Name

_AT_ONCE = FIRST_BYTES
"""Bytes of segments that are taken in at once: a thousand small records take a tenth of a second."""


class Counted:
    """Pages on their way into a file, and the names of the segments that passed; `told` hears how many of `whole`."""

    def __init__(self, pages: Iterable[Sync], told: Told = nobody, whole: int = 0) -> None:
        self._pages, self._told, self._whole = pages, told, whole
        self.names: list[Name] = []

    def __iter__(self) -> Iterator[Sync]:
        for page in self._pages:
            self._told(len(self.names), max(self._whole, len(self.names)))
            self.names += [(h.space, h.device, h.seq) for h in map(parse, page.segments) if h is not None]
            yield page
        self._told(len(self.names), len(self.names))


@dataclass
class Taken:
    """What became of a bundle's pages. `stopped`: not all were taken in, since somebody did not want to wait."""

    segments: int = 0
    new: int = 0
    touched: set[tuple[str, bytes]] = field(default_factory=set)
    problems: list[Obstacle] = field(default_factory=list)
    restored: bool = False
    stopped: bool = False


def pages(circle: Circle) -> Iterator[Sync]:
    """Yield the circle as push pages: the roster first, then every log of every space, then what forks set aside."""
    roster, exchange = circle.roster, Exchange(circle)
    have = exchange.have()
    rows, strangers = write_have(have, roster)
    digest = exchange.digest()

    def page() -> Sync:
        return Sync(roster.circle, roster.state.tip, rows, digest, strangers=strangers)

    start = 0
    while start < len(roster.placed):
        part = stretch(roster.placed[start:], ROSTER_BYTES)
        start += len(part)
        sheet = page()
        sheet.roster = part
        sheet.proposals = [*roster.proposals, *roster.aside] if start == len(roster.placed) else []
        yield sheet
    for entries in (
        *portions(roster.strays, ROSTER_BYTES),
        *portions(roster.later + roster.told_fallen, ROSTER_BYTES),
    ):
        sheet = page()
        sheet.proposals = entries
        yield sheet
    written: dict[LogName, int] = {}
    while segments := exchange.after(written, PAGE_BYTES):
        sheet = page()
        sheet.segments = segments
        for header in map(parse, segments):
            assert header is not None, "a stored segment has a readable header"
            written[header.space, header.device] = header.seq
        yield sheet
    for lost in parcels(losing_segments(circle.journal), PAGE_BYTES):
        sheet = page()
        sheet.segments = lost
        yield sheet


def take(circle: Circle, sheets: Iterable[Sync], told: Told = nobody, whole: int = 0) -> Taken:
    """Take pages in, each in transactions of its own: idempotent, and as good as done where it stops.

    `told` hears how many of `whole` segments have been taken in, and may raise a CircleError to stop it: before
    anything was taken in it is passed on.
    """
    taken = Taken()
    exchange = Exchange(circle)
    for at, sheet in enumerate(_small(sheets)):
        try:
            told(taken.segments, max(whole, taken.segments))
        except CircleError:
            if not at:
                raise
            taken.stopped = True
            break
        if sheet.roster or sheet.proposals:
            before, met = circle.roster, whole_list(circle.roster, sheet.roster)
            exchange.receive_roster(met, sheet.proposals)
            if TWO_LISTS not in taken.problems and are_two_lists(before, met, circle.roster):
                taken.problems.append(TWO_LISTS)
            taken.restored = taken.restored or has_countersigned_twice(circle)
        readable = [segment for segment in sheet.segments if parse(segment) is not None]
        known = _known(exchange, readable)
        took = exchange.receive(readable, lost=True)  # a stick holds every log from its beginning
        taken.segments += len(sheet.segments)
        taken.new += took.new
        taken.restored = taken.restored or took.own > 0
        taken.touched |= took.touched
        mine = circle.secrets.device.id
        forks = [Obstacle("fork", log) for log in sorted(took.switched) if log[1] != mine]
        taken.problems += [fork for fork in forks if fork not in taken.problems]
        for (space, device, seq), code in took.rejected:
            problem = Obstacle(code, (space, device))
            if problem not in taken.problems and (space, device, seq) not in known:
                taken.problems.append(problem)
            taken.restored = taken.restored or (code in FORKED and device == mine)
    return taken


def _small(sheets: Iterable[Sync]) -> Iterator[Sync]:
    """Yield pages so small that nobody waits long between two of them."""
    for sheet in sheets:
        parts = list(parcels(sheet.segments, _AT_ONCE))
        yield replace(sheet, segments=parts[0] if parts else [])
        for part in parts[1:]:
            yield replace(sheet, roster=[], proposals=[], segments=part)


def _known(exchange: Exchange, segments: Iterable[Segment]) -> set[Name]:
    """Return which segments belong to branches that were set aside here before: people were told of these."""
    known = (header for each in segments if exchange.is_aside(header_hash(each.header)) and (header := parse(each)))
    return {(header.space, header.device, header.seq) for header in known}


def receipt(circle: Circle, now_ms: int) -> Receipt:
    """Return what this laptop has after reading."""
    rows, strangers = write_have(Exchange(circle).have(), circle.roster)
    return Receipt(circle.id, circle.roster.state.tip, circle.secrets.device.id, now_ms, rows, strangers)


def had_by(told: Receipt, circle: Circle) -> dict[LogName, int]:
    """Return what the writer of a receipt has; nothing where its roster is newer than ours, or we wrote it."""
    if told.device == circle.secrets.device.id:
        return {}  # who reads its own stick has not brought anything to anybody
    if circle.roster.state.place_of(told.roster_head) is None:
        return {}
    return read_have(told.have, told.strangers, circle.roster)


def had_on(path: Path, circle: Circle) -> dict[LogName, int]:
    """Return what the bundle at `path` holds of this circle before it is replaced; nothing where there is none."""
    try:
        if not path.is_file() or bundle.check_bundle(path).circle != circle.id:
            return {}
        with closing(bundle.read_bundle(path)) as sheets:
            first = next(sheets)
    except CircleError:
        return {}
    return read_have(first.have, first.strangers, circle.roster)
