"""Obeying redactions on a laptop that was shut out: what is said instead of what they erase is sealed for the others.

It takes the person out of what it holds by itself, and keeps the rest. Of what comes later it keeps nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.scrub import Scrub, scrub_of
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.drafts import Drafts
from learningcircles.storage.erase import ERASED, PURGE, Eraser, left_of, opened, others_words
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.meta import Meta
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.rests import Rests


class _Due(NamedTuple):
    """A segment whose payload is to go, as its row, and all that it says."""

    number: int
    header: Header
    rows: list[Restated]


class CutOff:
    """Does it on one connection, in the caller's transaction."""

    def __init__(self, journal: Journal, logs: Logs, eraser: Eraser) -> None:
        self._journal = journal
        self._logs = logs
        self._eraser = eraser
        self._restatements = Restatements(journal, logs)

    def clean(self, scrub: Scrub) -> bool:
        """Take who is erased out of what redactions name and nobody says again here; returns whether anything went.

        `scrub`: with the words for them that the tables, as they stand, know.
        """
        due = list(self._due())
        scrub = self._knowing([row.changeset for each in due for row in each.rows], scrub) if due else scrub
        return self._empty((each, left_of(scrub, each.rows)) for each in due)

    def turn_away(self) -> bool:
        """Keep nothing of what redactions name and that came after them; returns whether anything went.

        Whom they erase this laptop cannot look for in it: it has no words for them any more.
        """
        return self._empty((each, []) for each in list(self._due()))

    def _empty(self, left: Iterable[tuple[_Due, list[Restated]]]) -> bool:
        """Let payloads go, and keep what is left of them; returns whether there were any."""
        rests, connection, some = Rests(self._journal.connection), self._journal.connection, False
        for each, rows in left:
            rests.put_counting(each.header, rows)
            connection.execute("UPDATE segment SET payload=NULL WHERE n=?", (each.number,))
            some = True
        if not some:
            return False
        Drafts(connection).drop_all()  # as on every laptop that drops what is erased
        meta = Meta(connection)
        meta.put(PURGE, 1)
        meta.put(ERASED, 1)
        return True

    def _knowing(self, said: list[Changeset], scrub: Scrub) -> Scrub:
        """Return a scrub that knows all words for them: the tables hold none any more that were obeyed before."""
        others = list(others_words(self._journal.connection, scrub.people))
        return self._eraser.with_own_records(scrub_of(scrub.people, scrub.gone, scrub.marks, said, others, scrub.words))

    def _due(self) -> Iterator[_Due]:
        seen: set[int] = set()
        for redaction in self._restatements.redactions.entries:
            for (space, device, seq), hash_ in redaction.erase.items():
                number = self._logs.numbers.by_id.get(device)
                row = self._journal.connection.execute(
                    "SELECT n, header, signature, payload FROM segment"
                    " WHERE space=? AND device=? AND seq=? AND payload IS NOT NULL",
                    (space, number, seq),
                ).fetchone()
                if row is None or row[0] in seen or header_hash(row[1]) != hash_:
                    continue
                seen.add(row[0])
                header, segment = Header.parse(row[1]), Segment(*row[1:])
                if self._restatements.instead(header, hash_) is None:
                    yield _Due(row[0], header, self._rows(header, segment))

    def _rows(self, header: Header, segment: Segment) -> list[Restated]:
        said = opened(self._journal, header, segment) or []
        own = [Restated(header.device, header.seq, place, each) for place, each in enumerate(said) if each.ops]
        return [*own, *restated_in(segment, header, self._journal.key_for(header))]
