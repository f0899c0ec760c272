"""A laptop's circle as a receiver's store: what `serve` judges goes through the same doors as a page from a hub.

One push is not one transaction here, as it is on a hub, but the roster and then the segments, each in their own;
both are idempotent, and what was cut off comes again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TypeVar

from learningcircles.circle.circle import Circle
from learningcircles.crypto.hashing import sha256
from learningcircles.entities.declare import Space
from learningcircles.errors import NotAllowed
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.laptop.sequencing import place_pending
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.rescue import losing_headers
from learningcircles.trust.entry import Entry, Placed
from learningcircles_sync.knock import not_served
from learningcircles_sync.named import may_lead_to_end
from learningcircles_sync.protocol import Done, Item
from learningcircles_sync.store import Back, Erasure, Filed, Head, Link, LogName, Name

T = TypeVar("T")


class LaptopAside:
    """What lost, as this laptop holds it for the makers that may not know of it."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle

    def headers(self, devices: Collection[bytes]) -> Iterator[tuple[bytes, Header]]:
        """The headers of what lost of these logs."""
        return ((lost.hash, lost.header) for lost in losing_headers(self._circle.journal, devices))

    def header(self, link: Link) -> tuple[Header, bool] | None:
        """The header of one, and whether its payload is here."""
        return Logs(self._circle.connection, self._circle.journal.numbers).header_aside(link[3])

    def get(self, link: Link) -> Segment:
        """One that lies aside."""
        segment = Logs(self._circle.connection, self._circle.journal.numbers).aside(link[3])
        assert segment is not None, "it was among the headers"
        return segment

    def among(self, links: Collection[Link]) -> set[Link]:
        """Which of these lie aside."""
        logs = Logs(self._circle.connection, self._circle.journal.numbers)
        return {link for link in links if logs.is_aside(link[3])}

    def drop(self, rows: Sequence[Filed | Back]) -> None:
        """Receiving what counts does that by itself."""

    def count(self) -> int:
        """None that anybody would have brought."""
        return 0


class LaptopRoom:
    """The one circle of a `LaptopStore`, while a request is answered. Writes gather until `keep`."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._exchange = Exchange(circle)
        self.aside = LaptopAside(circle)
        self._placed: list[Placed] | None = None
        self._proposals: list[Entry] = []
        self._segments: list[Segment] = []
        self._aside: list[Filed] = []
        self.touched = False

    def roster_version(self) -> int:
        """A number that is another one for another roster."""
        roster = self._circle.roster
        names = sorted(entry.hash for entry in roster.kept)
        return int.from_bytes(sha256(b"".join([roster.state.tip, *names]))[:6], "big")

    def placed(self, start: int = 0) -> list[Placed]:
        """Placed entries from a position on."""
        return list(self._circle.roster.placed[start:])

    def proposals(self) -> list[Entry]:
        """Proposals that wait."""
        return list(self._circle.roster.kept)

    def put_placed(self, start: int, placed: Sequence[Placed]) -> None:
        """Take entries from a position on."""
        self._placed = [*self._circle.roster.placed[:start], *placed]

    def put_proposals(self, entries: Sequence[Entry]) -> None:
        """Take proposals."""
        self._proposals += entries

    def drop_proposals(self, hashes: Collection[bytes]) -> None:
        """A laptop drops a proposal by itself, when an entry places or refuses it."""

    def heads(self) -> dict[LogName, Head]:
        """The head of every log."""
        rows = Logs(self._circle.connection, self._circle.journal.numbers).heads()
        return {(space, device): Head(seq, head) for space, device, seq, head in rows}

    def header_hash(self, space: int, device: bytes, seq: int) -> bytes | None:
        """The hash of a stored header."""
        numbers = self._circle.journal.numbers
        number = numbers.by_id.get(device)
        header = None if number is None else Logs(self._circle.connection, numbers).header(space, number, seq)
        return None if header is None else header_hash(header.encode())

    def append(
        self,
        rows: Sequence[Filed | Back],
        aside: Sequence[Filed] = (),
        awaited: Mapping[LogName, int] = MappingProxyType({}),
    ) -> None:
        """Take segments; what lies aside here comes back by itself, once the end of its branch is here.

        Of branches that have lost a laptop hears by asking. But of those logs of which the list names an end: what
        loses yet may lead there, and it comes page by page.
        """
        self._segments += [filed.segment for filed in rows if isinstance(filed, Filed)]
        self._aside += aside

    def cut(self, space: int, device: bytes, seq: int, *, keep: bool, back: Collection[Link] = ()) -> None:
        """Receiving the other branch cuts a log by itself."""

    def blank(self) -> list[Name]:
        """Published segments that lie here without payload, newer than any that has one."""
        found = Logs(self._circle.connection, self._circle.journal.numbers).blank(Space.CATALOGUE)
        return [(header.space, header.device, header.seq) for header in found]

    def after(self, have: Mapping[LogName, int], limit: int) -> list[Segment]:
        """Segments above `have`."""
        return self._exchange.after(have, limit)

    def erase(self, rows: Sequence[Erasure], awaited: Mapping[LogName, int] = MappingProxyType({})) -> None:
        """A laptop erases by itself when it takes the roster that says so."""

    def messages(self, known: Collection[bytes], limit: int) -> list[bytes]:
        """Sealed inbox messages that are not known yet: they are for every laptop of the circle."""
        held = set(known)
        found: list[bytes] = []
        size = 0
        for id_, sealed, _ in self._exchange.messages():
            size += len(sealed)
            if id_[:8] in held or not sealed:
                continue
            if found and size > limit:
                break
            found.append(sealed)
        return found

    def done(self, rows: Sequence[Done]) -> None:
        """Only a hub deletes messages by this; a laptop sees for itself which have become records."""

    def keep(self) -> None:
        """Take what has gathered into the circle."""
        if self._placed is not None or self._proposals:
            self._exchange.receive_roster(self._placed or self._circle.roster.placed, self._proposals)
            place_pending(self._circle)
        self._segments += [filed.segment for filed in self._aside if may_lead_to_end(self._circle.roster, filed[:3])]
        if self._segments:
            self.touched = bool(self._exchange.receive(self._segments).new)


class LaptopStore:
    """One open circle as the store of a `Receiver`. `arrived` is called when somebody's work has come in.

    Its caller lets one request in at a time.
    """

    def __init__(self, circle: Circle, arrived: Callable[[], None]) -> None:
        self._circle = circle
        self._arrived = arrived

    def read(self, circle: bytes, work: Callable[[LaptopRoom], T]) -> T:
        """Run reading work."""
        return work(self._room(circle))

    def write(self, circle: bytes, work: Callable[[LaptopRoom], T]) -> T:
        """Run writing work and take in what it brought."""
        room = self._room(circle)
        result = work(room)
        room.keep()
        if room.touched:
            self._arrived()
        return result

    def admit(self, code: bytes, circle: bytes, now_ms: int, work: Callable[[LaptopRoom], T]) -> T:
        """A laptop lets no circle in."""
        raise _no_hub()

    def admit_again(self, circle: bytes, now_ms: int, work: Callable[[LaptopRoom], T]) -> T:
        """A laptop lets no circle in."""
        raise _no_hub()

    def check_code(self, code: bytes, circle: bytes, now_ms: int) -> None:
        """A laptop lets no circle in."""
        raise _no_hub()

    def catalogue_digest(self, circle: bytes) -> bytes:
        """A laptop does not give the region's catalogue on: it cannot vouch for it."""
        return b""

    def catalogue(self, circle: bytes, after: tuple[bytes, bytes], limit: int) -> list[Item]:
        """Nothing, see `catalogue_digest`."""
        return []

    def _room(self, circle: bytes) -> LaptopRoom:
        if circle != self._circle.id:
            raise not_served()  # as for a stranger to this circle: whose laptop this is, is nobody's business
        self._circle.follow()
        return LaptopRoom(self._circle)


def _no_hub() -> NotAllowed:
    return NotAllowed("no_hub_here", "This is a laptop, not a hub.")
