"""How far into the roster a log has gone: heads never go back within it, or a laptop whose right was taken away could
write on under the right that it had."""

from __future__ import annotations

from typing import NamedTuple

from learningcircles.journal.segment import ZERO_HASH, Header, header_hash
from learningcircles.storage.journal import Journal
from learningcircles.trust.roster import Roster


class _Walked(NamedTuple):
    """Up to which segment (seq, header hash) a log was walked under a roster, and the highest standing named there."""

    roster: Roster
    seq: int
    head: bytes
    highest: int


class Reached:
    """Walks every log once, as long as its caller asks in the order of its segments."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._walked: dict[tuple[int, int], _Walked] = {}

    def goes_back(self, roster: Roster, header: Header) -> bool:
        """Return whether a segment names an older roster head than any before it in its log, counting or not.

        A segment that does not count still shows what its laptop knew: going back a second time is going back.
        """
        position = roster.standing(header.roster_head)
        if header.seq == 1 or position is None or position == len(roster.state.heads) - 1:
            return False
        return position < self.before(roster, header.space, self._journal.numbers.of(header.device), header.seq)

    def before(self, roster: Roster, space: int, device: int, seq: int) -> int:
        """Return the highest standing that a log's segments below `seq` name; heads unknown here stand at 0."""
        newest = len(roster.state.heads) - 1
        if any(
            roster.standing(Header.parse(last).roster_head) == newest
            for last in self._headers(space, device, seq - 2, seq - 1)
        ):
            return newest  # no segment can name more, and most logs end so
        start = _Walked(roster, 0, ZERO_HASH, 0)
        walked = self._walked.get((space, device), start)
        if walked.roster is not roster or walked.seq >= seq or not self._stands(walked, space, device):
            walked = start
        for packed in self._headers(space, device, walked.seq, seq - 1):
            header = Header.parse(packed)
            highest = max(walked.highest, roster.standing(header.roster_head) or 0)
            walked = _Walked(roster, header.seq, header_hash(packed), highest)
        self._walked[space, device] = walked
        return walked.highest

    def _stands(self, walked: _Walked, space: int, device: int) -> bool:
        """Return whether the segment up to which a log was walked is still there: a fork may have taken it out."""
        return [walked.head] == [*map(header_hash, self._headers(space, device, walked.seq - 1, walked.seq))]

    def _headers(self, space: int, device: int, after: int, upto: int) -> list[bytes]:
        sql = "SELECT header FROM segment WHERE space=? AND device=? AND seq>? AND seq<=? ORDER BY seq"
        return [row[0] for row in self._journal.connection.execute(sql, (space, device, after, upto))]
