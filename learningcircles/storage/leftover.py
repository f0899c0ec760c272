"""What is left of branches that lost, for an organizer's laptop to say again: their makers may not know of it, and of
those that were shut out it waits for any organizer.

What spoke of somebody who was erased has no payload any more. And of a circle that has erased somebody a hub keeps
none of what lost, since it cannot see whom that speaks of; so what is whole here reaches its maker, or the other
organizers, by a hub only once it is said again as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from learningcircles.circle.circle import Circle
from learningcircles.crypto.hashing import sha256
from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Restated
from learningcircles.journal.segment import Header, Segment
from learningcircles.storage.erase import only_there, opened
from learningcircles.storage.held import Held
from learningcircles.storage.journal import written
from learningcircles.storage.logs import Logs
from learningcircles.storage.named_ends import NamedEnds
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.rests import Rests
from learningcircles.storage.stands_for import StandsFor
from learningcircles.trust.members import out
from learningcircles.trust.redact import Name

_LOOKED = "aside_looked"
"""Of which segments nothing is left, as far as this laptop can read them: what their makers write again stays so."""
MOST_OUT, MOST_ALIKE = 200, 4
"""So many segments that lost are said again of a log of a laptop that was shut out, and so many of one seq. Whoever has
that laptop could otherwise fill everybody's logs, and the list of laptops, by signing ever more of them."""


def left_aside(circle: Circle) -> list[Held]:
    """Return the segments of which something is left that nobody has said again yet, with those that they go on from.

    A hub takes none without the one before it. Asked at every share, and reads no payload where it has found nothing
    left the last time.
    """
    logs = Logs(circle.connection, circle.journal.numbers)
    found = {hash_: header for hash_, header, whole in _of_all(circle, logs) if _is_asked(circle, hash_, header, whole)}
    keys = [bytes([space]) + name for space, name in circle.journal.epochs]  # one that comes late opens more of it
    looked = sha256(b"".join([*sorted(found), *sorted(keys)]))
    if not found or circle.meta.data(_LOOKED) == looked:
        return []
    leftover = _Leftover(circle, logs)
    chosen = _with_those_before(found, (hash_ for hash_, header in found.items() if leftover.own(hash_, header)))
    if not chosen:
        with circle.hint():
            circle.meta.put(_LOOKED, looked)
    return [leftover.held(hash_, header) for hash_, header in chosen.items()]


def _of_all(circle: Circle, logs: Logs) -> Iterator[tuple[bytes, Header, bool]]:
    """Yield all that lost, but of who was shut out only so many, those said again among them, the first ones first.

    Nor what goes on from one that is left out: a hub takes none without the one before it. Nor what may lead to an end
    that the list names and that is to come: till then a hub keeps it as it is.
    """
    many: Counter[tuple[int, bytes]] = Counter()
    alike: Counter[Name] = Counter()
    naming = circle.roster.state.redactions.naming
    shut_out, ends = out(circle.roster.devices), NamedEnds(circle.journal, logs)
    awaited: dict[tuple[int, bytes], int] = {}
    left_out: set[bytes] = set()
    aside = list(logs.headers_aside())
    aside.sort(key=lambda row: (not naming(_name(row[1]), row[0]), row[1].seq, row[0]))
    for hash_, header, whole in aside:
        if header.device in shut_out:
            log, name = (header.space, header.device), _name(header)
            if log not in awaited:
                awaited[log] = ends.awaited(*log)
            if header.seq <= awaited[log]:
                continue
            if header.prev_hash in left_out or many[log] >= MOST_OUT or alike[name] >= MOST_ALIKE:
                left_out.add(hash_)
                continue
            many[log] += 1
            alike[name] += 1
        yield hash_, header, whole


def _is_asked(circle: Circle, hash_: bytes, header: Header, whole: bool) -> bool:
    maker = circle.roster.devices.get(header.device)
    named = circle.roster.state.redactions.naming(_name(header), hash_)
    alone = whole and not circle.roster.hub  # by stick and beside its maker gets it as it is
    return header.space != Space.CATALOGUE and maker is not None and not (named or alone)


def _with_those_before(found: Mapping[bytes, Header], chosen: Iterable[bytes]) -> dict[bytes, Header]:
    every: dict[bytes, Header] = {}
    for hash_ in chosen:
        while hash_ in found and hash_ not in every:
            every[hash_] = found[hash_]
            hash_ = found[hash_].prev_hash
    return dict(sorted(every.items(), key=lambda item: (*_name(item[1]), item[0])))


class _Leftover:
    """Reads them; a segment's payload, where it is here, or what was kept of it."""

    def __init__(self, circle: Circle, logs: Logs) -> None:
        self._circle = circle
        self._logs = logs
        self._rests = Rests(circle.connection)
        self._stands_for = StandsFor(circle, Restatements(circle.journal, logs))

    def own(self, hash_: bytes, header: Header) -> list[Restated]:
        """Return what a segment said itself that nothing that counts says."""
        journal, segment = self._circle.journal, self._whole(hash_)
        if segment is not None:
            return only_there(journal, header, opened(journal, header, segment) or ())
        rows = self._rests.own(header)
        return [row for row in rows if (header.space, row.changeset.tick) not in written(journal, row.changeset.action)]

    def held(self, hash_: bytes, header: Header) -> Held:
        """Return a segment with all that is left of it, and the erased ones in whose place it counts."""
        own, again = self._all_own(hash_, header), self._again(hash_, header)
        origins, counting = self._stands_for.behind(_name(header), hash_, again)
        said = [row.changeset for row in (*own, *again)]
        return Held(_name(header), hash_, said, [*own, *counting], origins)

    def _all_own(self, hash_: bytes, header: Header) -> list[Restated]:
        """Return what is to be said again of what a segment said itself: of who was shut out all that is here.

        The list of laptops may yet name another end of that log, and then it counts.
        """
        segment, journal = self._whole(hash_), self._circle.journal
        if header.device not in out(self._circle.roster.devices):
            return self.own(hash_, header)
        if segment is None:
            return self._rests.own(header)
        said = opened(journal, header, segment) or ()
        return [Restated(header.device, header.seq, place, each) for place, each in enumerate(said) if each.ops]

    def _again(self, hash_: bytes, header: Header) -> list[Restated]:
        segment = self._whole(hash_)
        if segment is None:
            return self._rests.again(header) or []
        return restated_in(segment, header, self._circle.journal.key_for(header))

    def _whole(self, hash_: bytes) -> Segment | None:
        segment = self._logs.aside(hash_)
        return None if segment is None or segment.payload is None else segment


def _name(header: Header) -> Name:
    return header.space, header.device, header.seq
