"""Obeying redactions on a laptop that was shut out: what is said instead of what they erase is sealed for the others.

It takes the person out of what it holds by itself, and keeps the rest. For that it has to know what they were called,
and the tables tell that no more once it is done. So all that speaks of them is looked through then, also what no entry
names yet: its payload stays, since nobody else may have it, but what is left of it is kept beside and shown instead.
Of what comes later it keeps nothing once an entry names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from learningcircles.journal.changeset import Restated
from learningcircles.journal.operations import SetOp
from learningcircles.journal.scrub import Scrub, scrub_of
from learningcircles.journal.segment import Header, Segment, header_hash
from learningcircles.storage.erase import (
    ERASED,
    PURGE,
    Eraser,
    drop_unsure_drafts,
    left_of,
    only_there,
    opened,
    others_words,
)
from learningcircles.storage.journal import Journal
from learningcircles.storage.logs import Logs
from learningcircles.storage.looked import Looked
from learningcircles.storage.meta import Meta
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.rests import Rests

_WHOLE = "SELECT n, header, signature, payload FROM segment WHERE payload IS NOT NULL"


class _Due(NamedTuple):
    """A segment of a log, as its row, and all that it says."""

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
        self._rests = Rests(journal.connection)
        self._meta = Meta(journal.connection)
        self._looked = Looked(journal.connection)

    def clean(self, scrub: Scrub, called: frozenset[bytes]) -> bool:
        """Take who is erased out of what is held here and nobody says again here; returns whether anything went.

        `scrub`: with the words for them that the tables, as they stood, knew; `called`: who they knew by name.
        """
        due = list(self._due())
        scrub = self._knowing([row for each in due for row in each.rows], scrub)
        known = called | _called_in(due, scrub.people)
        some = self._empty((each, self._left(scrub, each, known)) for each in due)
        some = self._empty_aside(scrub if known >= scrub.people else None) or some
        new = known - self._looked.people
        if new:
            self._looked.note(new, self._keep_beside(scrub))
        return some or bool(new)

    def turn_away(self) -> bool:
        """Keep nothing of what redactions name and that came after them; returns whether anything went.

        Whom they erase this laptop cannot look for in it: it has no words for them any more.
        """
        aside = self._empty_aside(None)
        return self._empty((each, []) for each in list(self._due())) or aside

    def forget(self) -> bool:
        """Show what is here whole as it is again: this laptop takes part, and others name what speaks of them.

        Returns whether anything was shown otherwise.
        """
        self._looked.forget()
        return self._rests.drop_beside()

    def _left(self, scrub: Scrub, due: _Due, known: frozenset[bytes]) -> list[Restated]:
        """Return what may stay of a segment: nothing where somebody was never looked for in it."""
        kept = self._rests.beside(due.header)
        sure = scrub.people <= known | self._looked.whom(header_hash(due.header.encode()))
        return left_of(scrub, due.rows if kept is None else kept) if sure else []

    def _keep_beside(self, scrub: Scrub) -> list[bytes]:
        """Keep what is left of all else that speaks of them, beside its payload; returns what was looked through."""
        through: list[bytes] = []
        for _, *row in self._journal.connection.execute(_WHOLE):  # one at a time: a file may hold much
            header, segment = Header.parse(row[0]), Segment(*row)
            kept = self._rests.beside(header)
            rows = self._rows(header, segment) if kept is None else kept
            if any(scrub.speaks(each.changeset) for each in rows):
                self._rests.put_beside(header, left_of(scrub, rows))
            through.append(header_hash(segment.header))
        return through

    def _empty(self, left: Iterable[tuple[_Due, list[Restated]]]) -> bool:
        """Let payloads go, and keep what is left of them; returns whether there were any."""
        connection, some = self._journal.connection, False
        for each, rows in left:
            self._rests.put_counting(each.header, rows)
            connection.execute("UPDATE segment SET payload=NULL WHERE n=?", (each.number,))
            some = True
        if not some:
            return False
        drop_unsure_drafts(connection)
        self._meta.put(PURGE, 1)
        self._meta.put(ERASED, 1)
        return True

    def _empty_aside(self, scrub: Scrub | None) -> bool:
        """Let go of what was set aside and is named; what is left stays where there are words for all of them."""
        some, redactions = False, self._restatements.redactions
        for hash_, header, whole in list(self._logs.headers_aside()):
            name = (header.space, header.device, header.seq)
            if not whole or not redactions.naming(name, hash_) or self._restatements.is_said_again(name, hash_):
                continue
            segment = self._logs.aside(hash_)
            assert segment is not None, "it was among the headers"
            rows = self._rests.beside(header) or []  # it was in its log before
            if scrub is not None and not rows:
                said = only_there(self._journal, header, opened(self._journal, header, segment) or [])
                rows = left_of(scrub, [*said, *restated_in(segment, header, self._journal.key_for(header))])
            self._journal.connection.execute("UPDATE aside SET payload=NULL WHERE hash=?", (hash_,))
            self._rests.put(hash_, rows)
            self._meta.put(PURGE, 1)
            self._meta.put(ERASED, 1)
            some = True
        return some

    def _knowing(self, said: list[Restated], scrub: Scrub) -> Scrub:
        """Return a scrub that knows all words for them: the tables hold none any more that were obeyed before."""
        others, changesets = list(others_words(self._journal.connection, scrub.people)), [row.changeset for row in said]
        told = scrub_of(scrub.people, scrub.gone, scrub.marks, changesets, others, scrub.words)
        return self._eraser.with_own_records(told)

    def _due(self) -> Iterator[_Due]:
        seen: set[int] = set()
        for redaction in self._restatements.redactions.entries:
            for (space, device, seq), hash_ in redaction.erase.items():
                number = self._logs.numbers.by_id.get(device)
                row = self._journal.connection.execute(
                    f"{_WHOLE} AND space=? AND device=? AND seq=?", (space, number, seq)
                ).fetchone()
                if row is None or row[0] in seen or header_hash(row[1]) != hash_:
                    continue
                seen.add(row[0])
                header, segment = Header.parse(row[1]), Segment(*row[1:])
                if not self._restatements.is_said_again((space, device, seq), hash_):
                    yield _Due(row[0], header, self._rows(header, segment))

    def _rows(self, header: Header, segment: Segment) -> list[Restated]:
        said = opened(self._journal, header, segment) or []
        own = [Restated(header.device, header.seq, place, each) for place, each in enumerate(said) if each.ops]
        return [*own, *restated_in(segment, header, self._journal.key_for(header))]


def _called_in(due: Iterable[_Due], people: Set[bytes]) -> frozenset[bytes]:
    ops = [op for each in due for row in each.rows for op in row.changeset.ops if isinstance(op, SetOp)]
    return frozenset(op.id for op in ops if op.id in people and "name" in op.fields)
