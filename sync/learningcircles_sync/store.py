"""What a receiver keeps, as an interface: `serve` is written against it, stores implement it.

SQLite and PostgreSQL implement it alike. Rules that hold for both:

- **One push is one transaction on one circle.** `write` opens it, runs the work, and returns only when the
  result is durable. If the work raises, nothing of it remains (with group commit: its savepoint is rolled
  back, the others' work stays) and the same exception reaches the caller. Work is short and never waits for a
  network or verifies a signature; it may be run again by a store whose transaction had to be retried.
- **Every row's key begins with the circle's id**, and every segment, message and roster entry takes its
  position from a counter of that circle, locked while the transaction runs. There is no global sequence: a
  reader by global sequence misses rows of transactions that commit late.
- **Bytes are kept as they came.** Header, signature, payload, body, place and countersignature are never
  encoded again.
- Work of one circle never runs twice at the same time in `write`; several circles may.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple, Protocol, TypeVar

from learningcircles.journal.segment import Header, Segment
from learningcircles.trust.entry import Entry, Placed
from learningcircles_sync.protocol import Done, Item

T = TypeVar("T")
LogName = tuple[int, bytes]
"""(space, device id) names one log of a circle."""
Name = tuple[int, bytes, int]
"""(space, device id, seq) of a segment."""
Link = tuple[int, bytes, int, bytes]
"""(space, device id, seq, SHA-256 of its header) of a segment: of one branch, where a log has more."""


class Head(NamedTuple):
    """The newest stored segment of a log: its seq, and SHA-256 of its header."""

    seq: int
    hash: bytes


class Filed(NamedTuple):
    """A segment on its way into the store, with what its header says, so that nobody parses it twice."""

    space: int
    device: bytes
    seq: int
    hash: bytes
    segment: Segment


class Back(NamedTuple):
    """A segment that lies aside, on its way into its log: nobody reads its payload for that."""

    space: int
    device: bytes
    seq: int
    hash: bytes


class Erasure(NamedTuple):
    """A payload that a redaction names: dropped where the stored header has this hash, header kept."""

    space: int
    device: bytes
    seq: int
    hash: bytes


class Aside(Protocol):
    """What lost of two branches of a circle's logs and is kept for its makers."""

    def headers(self, devices: Collection[bytes]) -> Iterator[tuple[bytes, Header]]:
        """Yield (hash, header) of what lost of these logs, by (space, device, seq, hash); reads no payload."""

    def header(self, link: Link) -> tuple[Header, bool] | None:
        """Return the header of one, and whether its payload is kept; None where it does not lie aside."""

    def get(self, link: Link) -> Segment:
        """Return one of those."""

    def among(self, links: Collection[Link]) -> set[Link]:
        """Return which of these lie aside."""

    def drop(self, rows: Sequence[Filed | Back]) -> None:
        """Forget those of these that lie aside: they are in their log now, since their branch counts."""

    def count(self) -> int:
        """Return how many lie aside; it falls where some are lost or erased alone."""


class CircleRoom(Protocol):
    """One circle inside one transaction. Only valid while the work that got it runs."""

    @property
    def aside(self) -> Aside:
        """What lost; `append` and `cut` add to it, `erase` empties it."""

    def roster_version(self) -> int:
        """Return a number that rises with every change of placed entries or proposals: `serve` caches by it."""

    def placed(self, start: int = 0) -> list[Placed]:
        """Return the placed entries from position `start` on, in order."""

    def proposals(self) -> list[Entry]:
        """Return the proposals that wait, in any order."""

    def put_placed(self, start: int, placed: Sequence[Placed]) -> None:
        """Store entries at positions `start`, `start`+1 …; whatever stood at or after `start` is dropped first.

        Proposals that are now placed are removed from the proposals.
        """

    def put_proposals(self, entries: Sequence[Entry]) -> None:
        """Keep proposals, one per entry hash; one that is there already stays as it is."""

    def drop_proposals(self, hashes: Collection[bytes]) -> None:
        """Forget proposals by entry hash; unknown hashes are fine."""

    def heads(self) -> dict[LogName, Head]:
        """Return the head of every log that has at least one segment."""

    def header_hash(self, space: int, device: bytes, seq: int) -> bytes | None:
        """Return SHA-256 of a stored header, or None where there is no such segment."""

    def append(
        self,
        rows: Sequence[Filed | Back],
        aside: Sequence[Filed] = (),
        awaited: Mapping[LogName, int] = MappingProxyType({}),
    ) -> None:
        """Store segments. The caller has verified them, and each goes on from its log's head in this order.

        Of one that lies aside the store takes over what it has, one after the other: there may be thousands.

        The head moves with them. Idempotent by (space, device, seq): a row that is there already is left
        alone, but for a payload that it lacks and this one brings.
        Segments of space 2 (catalogue) also go to the outbox, in the same transaction, from which the
        region's catalogue is written afterwards.

        `aside`: segments of branches that have lost, which are kept for their makers (see `Aside`), up to 1,000 a log;
        and as many more as the seq says that is `awaited` of a log: they may lead to an end which the list names.
        """

    def cut(self, space: int, device: bytes, seq: int, *, keep: bool, back: Collection[Link] = ()) -> None:
        """Drop a log's segments from `seq` on; its head becomes the one before (none, where `seq` is 1).

        A laptop that was restored or copied has written two branches, and the other one counts. Called before
        `append` in the same transaction. `keep`: what is dropped is kept aside for that laptop (see `Aside`), the
        lowest seqs first, up to the same 1,000 a log in all; what goes `back` into its log then needs no room there.
        """

    def blank(self) -> list[Name]:
        """Return the catalogue segments that came without payload and are newer than any that has one.

        A payload is dropped for what supersedes it, which is no older: somebody has left these out on the way.
        """

    def after(self, have: Mapping[LogName, int], limit: int) -> list[Segment]:
        """Return stored segments with seq above `have` (a log without an entry: all), oldest stored first.

        Stops when the next one would bring headers, signatures and payloads over `limit` bytes, but always
        returns at least one if there is one. Within a log the order is by seq without gaps, so that any
        beginning of the answer can be applied. An erased payload is None.
        """

    def erase(self, rows: Sequence[Erasure], awaited: Mapping[LogName, int] = MappingProxyType({})) -> None:
        """Drop payloads that a redaction names, where the stored header has the hash; headers stay.

        Of what lies aside it keeps no payload but those up to the seq that is `awaited` of their log.
        """

    def messages(self, known: Collection[bytes], limit: int) -> list[bytes]:
        """Return sealed inbox messages, oldest first, up to `limit` bytes but at least one if there is one.

        Without those whose id (SHA-256(sealed)[:16]) begins with one of the 8-byte `known`.
        """

    def done(self, rows: Sequence[Done]) -> None:
        """Delete each message whose private segment (space 1, device, seq) is stored; leave the others.

        A segment that came before the message cannot hold it.
        """


class HubStore(Protocol):
    """All circles of one receiver."""

    def read(self, circle: bytes, work: Callable[[CircleRoom], T]) -> T:
        """Run reading work on one snapshot of the circle; raises NotFound("circle_unknown") where it is not here."""

    def write(self, circle: bytes, work: Callable[[CircleRoom], T]) -> T:
        """Run writing work in one transaction of the circle, durable on return; raises NotFound as `read`."""

    def admit(self, code: bytes, circle: bytes, now_ms: int, work: Callable[[CircleRoom], T]) -> T:
        """Let a circle in and run the work on its new room, all in one transaction.

        `code` is the one-time code of a hub code; keep only its hash. A code serves one circle: the same code
        for the same circle again is fine (the answer was lost) and runs the work again, on the room as it is.
        A circle that is in already is let in again with any unused code. Raises
        NotAllowed("code_unknown" | "code_used" | "code_expired") with a plain sentence otherwise.
        """

    def admit_again(self, circle: bytes, now_ms: int, work: Callable[[CircleRoom], T]) -> T:
        """Let a circle in that was in before, as `admit` does; whoever calls has seen this hub's word for that."""

    def check_code(self, code: bytes, circle: bytes, now_ms: int) -> None:
        """Raise what `admit` would raise for this code; cheap, and nothing is written."""

    def catalogue_digest(self, circle: bytes) -> bytes:
        """Return 8 bytes that change when the public items of the *other* circles change; never empty.

        Cheap: it is asked for with every sync.
        """

    def catalogue(self, circle: bytes, after: tuple[bytes, bytes], limit: int) -> list[Item]:
        """Return up to `limit` public items of the other circles, ordered by (circle, id), those after `after`.

        Without withdrawn and expired ones.
        """
