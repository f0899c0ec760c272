"""Storing segments that arrive: signature, chain, forks. Nothing here looks into a payload."""

from __future__ import annotations

from collections.abc import Collection
from enum import Enum

from learningcircles.crypto.sign import verify
from learningcircles.entities.declare import Space
from learningcircles.errors import CircleError
from learningcircles.journal.segment import LABEL, Header, Segment, check_payload, header_hash
from learningcircles.storage.crowded import Crowded
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import WAITS, Logs
from learningcircles.storage.named_ends import NamedEnds


class Outcome(Enum):
    """What became of a segment that arrived. Rejections are told to whoever sent it."""

    NEW = "new"
    SWITCHED = "switched"  # its branch of a forked log counts from now on, and ours no longer
    FILLED = "filled"  # it was held without its payload, which somebody had left out
    KNOWN = "known"
    MALFORMED = "malformed"
    OTHER_CIRCLE = "other_circle"
    UNKNOWN_DEVICE = "unknown_device"
    BAD_SIGNATURE = "bad_signature"
    GAP = "gap"
    BAD_CHAIN = "bad_chain"
    FORK = "fork"  # its branch of a forked log does not count


STORED = (Outcome.NEW, Outcome.SWITCHED, Outcome.FILLED)
GOOD = (*STORED, Outcome.KNOWN)


class Receiver:
    """Stores segments on one connection, in the caller's transaction.

    `makers`: laptops whose segments are told as what lost of their logs; what does not go on from anything here is one,
    too, since what it went on from is kept nowhere or has nothing left. `full`: of these no more is kept of what loses,
    but what may lead to an end that the list names.
    """

    def __init__(
        self, journal: Journal, logs: Logs, own: bytes, makers: Collection[bytes] = (), full: Collection[bytes] = ()
    ) -> None:
        self._own = own
        self._makers = makers
        self._full = full
        self._journal = journal
        self._logs = logs
        self.lost: list[Segment] = []
        """Segments that a switch has taken out of a log, in order."""
        self.late: list[Segment] = []
        """Segments of branches that had lost already, which were not here before, in order."""
        self._ends = NamedEnds(journal, logs)
        self._crowded = Crowded(journal, logs)
        self._parted = False  # whether what lay beyond a gap in the log was of another branch than what has come

    @property
    def back(self) -> list[Segment]:
        """Segments that lay aside and are in their log again, since the list names the end of their branch."""
        return self._ends.back

    def take(self, header: Header, segment: Segment) -> Outcome:
        """Store a segment if it is sound and the next of its log; idempotent."""
        device = self._logs.numbers.of(header.device)
        held = self._logs.header(header.space, device, header.seq)
        if held is not None and held.encode() == segment.header:
            return Outcome.FILLED if self._fills(header, device, segment) else Outcome.KNOWN
        wrong = self._unsound(header, segment)
        if wrong is not None:
            return wrong
        outcome = self._placed(header, segment, held)
        if outcome in STORED:
            self._ends.log_changed(header.space, header.device)
        orphan = header.device in self._makers and outcome in (Outcome.GAP, Outcome.BAD_CHAIN, Outcome.FORK)
        outcome = self._set_aside(header, segment) if orphan else outcome
        parted, self._parted = self._parted or outcome in (Outcome.FORK, Outcome.SWITCHED), False
        if not parted or not self._ends.follow(header.space, header.device):
            return outcome
        self._crowded.log_changed(header.space, header.device)
        back = {each.header for each in self._ends.back}
        self.lost = [each for each in [*self.lost, *self._ends.lost] if each.header not in back]
        self.late = [each for each in self.late if each.header not in back]
        self._ends.lost.clear()
        return Outcome.SWITCHED

    def _placed(self, header: Header, segment: Segment, held: Header | None) -> Outcome:
        """Store a sound segment where it goes on from something that is here."""
        log = self._logs.get(header.space, self._logs.numbers.of(header.device))
        follows = held.prev_hash if held is not None else log.head if header.seq == log.stored + 1 else None
        if header.prev_hash != follows and self._logs.is_aside(header.prev_hash):
            return self._set_aside(header, segment)  # it follows a branch that lost, and is lost with it
        if held is not None:
            return self._fork(held, header, segment)
        if follows is None:
            return Outcome.GAP
        if header.prev_hash != follows:
            return Outcome.BAD_CHAIN
        self._parted = self._logs.append(header, segment, WAITS)
        return Outcome.NEW

    def _fills(self, header: Header, device: int, segment: Segment) -> bool:
        """Take the payload of a catalogue segment that is held without: the header proves that it is the one.

        What a redaction names stays erased.
        """
        if segment.payload is None or header.space != Space.CATALOGUE or self._erased(header, segment):
            return False
        held = self._journal.segment(header.space, device, header.seq)
        if held is None or held.payload is not None:
            return False
        try:
            check_payload(segment, header)
        except CircleError:
            return False
        self._logs.fill(header, segment)
        self._journal.forget_opened()
        return True

    def _erased(self, header: Header, segment: Segment) -> bool:
        assert self._journal.roster is not None
        name = (header.space, header.device, header.seq)
        return bool(self._journal.roster.state.redactions.naming(name, header_hash(segment.header)))

    def _unsound(self, header: Header, segment: Segment) -> Outcome | None:
        roster = self._journal.roster
        assert roster is not None
        if header.circle != roster.circle:
            return Outcome.OTHER_CIRCLE
        device = roster.devices.get(header.device)
        if device is None:
            return Outcome.UNKNOWN_DEVICE
        if segment.payload is None and header.space != Space.CATALOGUE and not self._erased(header, segment):
            return Outcome.MALFORMED  # only a redaction takes a sealed payload away: nobody may withhold one for good
        try:
            check_payload(segment, header)
        except CircleError:
            return Outcome.MALFORMED
        return None if verify(device.sign, LABEL + segment.header, segment.signature) else Outcome.BAD_SIGNATURE

    def _fork(self, held: Header, header: Header, segment: Segment) -> Outcome:
        """Of two branches the one counts that leads to an end which the list names, otherwise the one whose first
        header has the lower hash.

        Only the first segment of a branch decides; later ones follow it. A laptop always yields in its own log, but to
        what the list has ended: it was restored or copied, will write under a new identity, and so can write again what
        it had written.
        """
        if header.prev_hash != held.prev_hash:
            return Outcome.FORK
        if self._ends.stand_beyond(held):
            return self._set_aside(header, segment)
        if header.device != self._own and header_hash(segment.header) > header_hash(held.encode()):
            return self._set_aside(header, segment)
        log = held.space, self._logs.numbers.of(held.device)
        self.lost += self._logs.cut_off(*log, held.seq, held.prev_hash)
        self._logs.append(header, segment, WAITS)
        return Outcome.SWITCHED

    def _set_aside(self, header: Header, segment: Segment) -> Outcome:
        if header.device in self._full and not self._crowded.has_room(header):
            return Outcome.KNOWN  # nobody is to be told of it
        hash_ = header_hash(segment.header)
        if not self._logs.is_aside(hash_):
            self.late.append(segment)
            self._logs.set_aside(header, segment)
        elif segment.payload is not None and self._ends.awaits(header):  # it was cleaned before the list named its end
            self._logs.fill_aside(hash_, segment.payload)
        return Outcome.FORK
