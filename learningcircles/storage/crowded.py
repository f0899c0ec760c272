"""Room for what may lead to an end of a log that the list names, where no more is kept of what loses of its laptop."""

from __future__ import annotations

from learningcircles.journal.segment import Header, header_hash
from learningcircles.storage import parted
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.rests import Rests
from learningcircles.trust.counts import named_ends


class Crowded:
    """Makes it on one connection, in the caller's transaction; what lies aside of a log is read once.

    The end may never come, and whoever has a copy of that laptop's disk can sign ever more that might lead there.
    """

    def __init__(self, journal: Journal, logs: Logs) -> None:
        self._journal = journal
        self._logs = logs
        self._rests = Rests(journal.connection)
        self._held: dict[tuple[int, bytes], dict[bytes, Header]] = {}

    def has_room(self, header: Header) -> bool:
        """Return whether a segment is to be kept that loses: it may lead to an end that is not here, nor one before it.

        Of such a log as many more are kept as lead to an end at most; the last ones make room for it, but none that it
        goes on from, so that a way comes whole whatever lay there before.
        """
        upto, hash_ = self._upto(header), header_hash(header.encode())
        held = self._of(header.space, header.device) if upto else {}
        if not upto or (
            hash_ not in held and len(held) >= parted.MOST_SEGMENTS + upto and not self._forget(held, header)
        ):
            return False
        held[hash_] = header
        return True

    def log_changed(self, space: int, device: bytes) -> None:
        """Read anew what lies aside of a log: another branch of it counts than did."""
        self._held.pop((space, device), None)

    def _upto(self, header: Header) -> int:
        assert self._journal.roster is not None
        number, most = self._logs.numbers.of(header.device), 0
        for seq, final in named_ends(self._journal.roster.devices[header.device], header.space):
            held = self._logs.header(header.space, number, seq)
            if held is not None and header_hash(held.encode()) == final:
                break  # it is here, and so decides
            most = max(most, seq)
        return most if header.seq <= most else 0

    def _of(self, space: int, device: bytes) -> dict[bytes, Header]:
        if (space, device) not in self._held:
            rows = ((hash_, header) for hash_, header, _ in self._logs.headers_aside())
            self._held[space, device] = {
                hash_: header for hash_, header in rows if (header.space, header.device) == (space, device)
            }
        return self._held[space, device]

    def _forget(self, held: dict[bytes, Header], header: Header) -> bool:
        stays: set[bytes] = set()
        before = header.prev_hash
        while before in held:
            stays.add(before)
            before = held[before].prev_hash
        others = [(each.seq, hash_) for hash_, each in held.items() if hash_ not in stays]
        if not others:
            return False
        _, gone = max(others)
        del held[gone]
        self._journal.connection.execute("DELETE FROM aside WHERE hash=?", (gone,))
        self._rests.drop(gone)
        return True
