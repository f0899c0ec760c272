"""Obeying redactions: payloads go, this laptop's own unshared words of the person go, and nothing of either stays
in free pages, the search index or the WAL."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import ENTITIES
from learningcircles.errors import CircleError
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.scrub import Scrub, same_but
from learningcircles.journal.segment import Header, Segment, header_hash, open_payload
from learningcircles.journal.telling import TELLING, telling
from learningcircles.storage import query
from learningcircles.storage.connect import Connection, OperationalError, one_commit
from learningcircles.storage.drafts import Drafts
from learningcircles.storage.first_page import name_again
from learningcircles.storage.journal import Journal, written
from learningcircles.storage.logs import BEHIND, COUNTING, MALFORMED, Logs
from learningcircles.storage.meta import Meta
from learningcircles.storage.past import history
from learningcircles.storage.restate import Restatements, restated_in
from learningcircles.storage.rests import Rests
from learningcircles.storage.tail import SPACES, Open, Tail, has_open
from learningcircles.trust.redact import Name, Redaction

PURGE, ERASED, RESTATED, RESTATED_AT = "purge", "erased", "restated_otherwise", "restated_otherwise_at"
"""Facts of a file: what was dropped is in free pages still; daily backups hold what was erased; how many changes
were said again otherwise than this laptop had held them, and since when that is told (ms since 1970)."""
UNSURE_DRAFTS = "unsure_drafts"
"""Fact of a file: it has heard of somebody's erasure whom it knew by no name."""
_UNKNOWN = "erased_unknown"
_LOOKS = 3
"""So often it is looked for words that only this laptop knew, at most: others may have said some of it again."""
ALONE = (
    ("consent", "member"),
    ("offer", "member"),
    ("request", "member"),
    ("rsvp", "person"),
    ("learning", "member"),
)
"""Records (kind, field) that are the person's alone. Attendance and exchanges stay, nameless: figures and sums stay
true."""
PARTS = (("swap", "provider"), ("swap", "receiver"))
"""Who took part in an exchange."""
_MEMBERS = (
    "SELECT r.id, e.name, e.phone, e.email, e.place, e.address FROM e_member e JOIN record r ON r.n=e.n"
    " WHERE e._deleted=0"
)
_PLACES = "SELECT name, address FROM e_place WHERE _deleted=0"


class Dropped(NamedTuple):
    """Whether payloads were dropped, whether some had been folded, and how many restatements differ from them."""

    some: bool
    folded: bool
    differing: int


class UnknownWords:
    """Words for erased people that this laptop alone knew, since it had not shared them: what it had closed before may
    hold them, and whoever erased those people did not look for them. Kept until they have been looked for. What others
    wrote has them from somebody else: it is never changed for them.
    """

    def __init__(self, connection: Connection) -> None:
        self._meta = Meta(connection)

    def read(self) -> tuple[str, ...]:
        """Return them."""
        return tuple(self._held()[1])

    def add(self, words: Iterable[str]) -> None:
        """Remember more of them, in the caller's transaction; they are looked for anew where one of these is new."""
        known = set(self.read())
        both = known.union(words)
        if both != known:
            self._meta.put(_UNKNOWN, encode([_LOOKS, sorted(both)]))

    def looked(self, *, found: bool) -> None:
        """Note that they were looked for, in the caller's transaction; once nothing is found they are forgotten: here,
        and in the daily backups that were made while they were kept.
        """
        left, words = self._held()
        if words and found and left > 1:
            self._meta.put(_UNKNOWN, encode([left - 1, words]))
        elif words:
            self._meta.put(_UNKNOWN, b"")
            self._meta.put(PURGE, 1)
            self._meta.put(ERASED, 1)

    def _held(self) -> tuple[int, list[str]]:
        packed = self._meta.data(_UNKNOWN)
        left, words = decode(packed) if packed else (0, [])
        return left, words


class Eraser:
    """Obeys the roster's redactions on one connection, in the caller's transaction."""

    def __init__(self, journal: Journal, logs: Logs) -> None:
        self._journal = journal
        self._db: Connection = journal.connection
        self._logs = logs
        self._restatements = Restatements(journal, logs)
        self._rests = Rests(journal.connection)

    def drop(self) -> Dropped:
        """Drop the payloads that complete redactions name, after comparing them with what is said instead."""
        some = folded = False
        differing = 0
        for number, header, segment, state in self._due():
            differing += self._differing(header, segment) if state in COUNTING else 0
            self._db.execute("UPDATE segment SET payload=NULL WHERE n=?", (number,))
            some, folded = True, folded or state in (*COUNTING, MALFORMED)
        if some:
            drop_unsure_drafts(self._db)
            Meta(self._db).put(PURGE, 1)
            Meta(self._db).put(ERASED, 1)
        self._note_differing(differing)
        return Dropped(some, folded, differing)

    def _note_differing(self, differing: int) -> None:
        if differing:
            meta = Meta(self._db)
            meta.put(RESTATED, meta.number(RESTATED) + differing)
            meta.put(RESTATED_AT, 0)

    def overtakes(self, took: Iterable[Header]) -> bool:
        """Return whether what came completes a redaction, and what an older one restates was folded in its place."""
        came = {(each.space, each.device, each.seq): header_hash(each.encode()) for each in took}
        completed = [
            redaction
            for redaction in self._restatements.redactions.entries
            if any(came.get(name) == hash_ for name, hash_ in redaction.restated.items())
            and self._restatements.complete(redaction)
        ]
        return any(self._counts(each, name) and self._is_folded(name) for each in completed for name in each.erase)

    def scrub(self) -> Scrub:
        """Return whom the roster erases, with the words for them that this laptop still knows."""
        redactions = self._restatements.redactions
        own = telling(said_of(self._db, self._journal, redactions.people))
        marks = self._journal.marks(redactions.entries)
        scrub = Scrub(frozenset(redactions.people), frozenset(redactions.gone), marks=marks)
        return scrub.calling(own, others_words(self._db, redactions.people))

    def clean_tail(self, tail: Tail, scrub: Scrub) -> list[Open]:
        """Return this laptop's open tail without them; it has not left yet, so it may take other numbers.

        Nobody else knows what it says yet: which records in it are theirs alone is seen here.
        """
        scrub = self.with_own_records(scrub) if has_open(self._db) else scrub
        kept: list[Open] = []
        for space in SPACES:
            whole = [scrub.without(item.changeset) for item in tail.read(space)]
            kept += tail.renumber(space, [changeset for changeset in whole if changeset is not None])
        return kept

    def with_own_records(self, scrub: Scrub) -> Scrub:
        """Return it with the records that are theirs alone, or name them, as the tables stand."""
        named = [
            (kind.name, field.name)
            for kind in ENTITIES.values()
            for field in kind.fields
            if field.refers_to == "member"
        ]
        gone, swaps = self._naming(ALONE, scrub.people), self._naming(PARTS, scrub.people)
        about = self._naming(named, scrub.people) if scrub.short else frozenset()
        return replace(scrub, gone=scrub.gone | gone, swaps=scrub.swaps | swaps, about=scrub.about | about)

    def _naming(self, fields: Iterable[tuple[str, str]], people: Iterable[bytes]) -> frozenset[bytes]:
        """Return the records that name one of these people in one of these (kind, field), as the tables stand."""
        found: set[bytes] = set()
        for kind, name in fields:
            where = {name: sorted(people)}
            found.update(
                query.ids(self._db, ENTITIES[kind], where=where, text="", order="", descending=False, limit=None,
                          deleted=True)
            )  # fmt: skip
        return frozenset(found)

    def clean_aside(self, scrub: Scrub, but: Collection[bytes] = ()) -> None:
        """Drop what was set aside of losing branches where it speaks of them; keep what it says of everybody else.

        `but`: hashes of what is to stay as it is for now.
        """
        self.drop_aside()
        for hash_ in self._rests.hashes():
            self._rests.put(hash_, left_of(scrub, self._rests.of(hash_) or ()))
        for hash_, header, segment in self._whole_aside():
            if hash_ in but:
                continue
            changesets = opened(self._journal, header, segment)
            if changesets is None:
                self._empty(hash_)
                continue
            again = restated_in(segment, header, self._journal.key_for(header))
            if any(scrub.speaks(each) for each in (*changesets, *(row.changeset for row in again))):
                self._empty(hash_)
                self._rests.put(hash_, left_of(scrub, [*only_there(self._journal, header, changesets), *again]))

    def clean_behind(self, scrub: Scrub) -> None:
        """Let go of what lies beyond gaps where a redaction names it or it speaks of them: for laptops that cannot
        erase it. It comes again with what lies between, without what was erased.

        What cannot be read stays otherwise: nobody may have what lies between, and what is erased of it is named.
        """
        redactions = self._restatements.redactions
        for _, packed in self._logs.states(BEHIND):
            header = Header.parse(packed)
            name = header.space, self._logs.numbers.of(header.device), header.seq
            segment = self._journal.segment(*name)
            if segment is None or segment.payload is None:
                continue
            named = redactions.naming((header.space, header.device, header.seq), header_hash(packed))
            said = opened(self._journal, header, segment)
            again = restated_in(segment, header, self._journal.key_for(header)) if said is not None else ()
            if named or any(scrub.speaks(each) for each in (*(said or ()), *(row.changeset for row in again))):
                self._db.execute("DELETE FROM segment WHERE space=? AND device=? AND seq=?", name)
                Meta(self._db).put(PURGE, 1)
                Meta(self._db).put(ERASED, 1)

    def drop_aside(self) -> None:
        """Drop what lies aside and has been said again, once all that is said instead is here."""
        redactions = self._restatements.redactions
        if not any(redactions.naming(name, hash_) for hash_, name in self._names_aside()):
            return
        differing = 0
        for hash_, header, segment in self._whole_aside():
            if self._restatements.is_said_again((header.space, header.device, header.seq), hash_):
                differing += self._differing(header, segment)
                self._empty(hash_)
        for hash_, name in self._names_aside():
            if self._restatements.is_said_again(name, hash_):
                self._rests.drop(hash_)
        self._note_differing(differing)

    def _names_aside(self) -> list[tuple[bytes, Name]]:
        return [(hash_, (each.space, each.device, each.seq)) for hash_, each, _ in self._logs.headers_aside()]

    def _whole_aside(self) -> list[tuple[bytes, Header, Segment]]:
        rows = self._db.execute("SELECT hash, header, signature, payload FROM aside WHERE payload IS NOT NULL")
        return [(bytes(row[0]), Header.parse(row[1]), Segment(*row[1:])) for row in rows.fetchall()]

    def _empty(self, hash_: bytes) -> None:
        self._db.execute("UPDATE aside SET payload=NULL WHERE hash=?", (hash_,))
        meta = Meta(self._db)
        meta.put(PURGE, 1)
        meta.put(ERASED, 1)

    def _due(self) -> Iterator[tuple[int, Header, Segment, str]]:
        for redaction in self._restatements.redactions.entries:
            if not self._restatements.complete(redaction):
                continue
            for (space, device, seq), hash_ in redaction.erase.items():
                row = self._db.execute(
                    "SELECT n, header, signature, payload, state FROM segment"
                    " WHERE space=? AND device=? AND seq=? AND payload IS NOT NULL",
                    (space, self._logs.numbers.by_id.get(device), seq),
                ).fetchone()
                if row is not None and header_hash(row[1]) == hash_:
                    yield row[0], Header.parse(row[1]), Segment(*row[1:4]), row[4]

    def _counts(self, redaction: Redaction, name: Name) -> bool:
        """Return whether of the complete redactions that name a segment this one is the newest."""
        naming = self._restatements.redactions.naming(name, redaction.erase[name])
        return next((each for each in naming if self._restatements.complete(each)), None) is redaction

    def _is_folded(self, name: Name) -> bool:
        space, device, seq = name
        sql = "SELECT state FROM segment WHERE space=? AND device=? AND seq=?"
        row = self._db.execute(sql, (space, self._logs.numbers.by_id.get(device), seq)).fetchone()
        return row is not None and row[0] in COUNTING

    def _differing(self, header: Header, segment: Segment) -> int:
        """Return how many restated changesets are not what this laptop held, but for what was taken out."""
        again = self._restatements.instead(header, header_hash(segment.header)) or []
        held = opened(self._journal, header, segment) or []
        return sum(not same_but(held[row.place] if row.place < len(held) else None, row.changeset) for row in again)


def opened(journal: Journal, header: Header, segment: Segment) -> list[Changeset] | None:
    """Return a segment's changesets by place with their `saw` complete (malformed ones empty); None if unreadable."""
    key = journal.key_for(header)
    if key is None and header.space != 2:
        return None
    try:
        items = open_payload(segment, header, key)
    except CircleError:
        return None
    found: list[Changeset] = []
    saw: dict[bytes, int] = {}
    for item in items:
        if isinstance(item, Changeset):
            saw = {**saw, **item.saw}
            found.append(item._replace(saw=saw))
        else:
            found.append(Changeset(0, None, bytes(16), "", {}, ()))
    return found


def only_there(journal: Journal, header: Header, changesets: Sequence[Changeset]) -> list[Restated]:
    """Return what a segment that lost says and nothing that counts does. What is published is published anew."""
    if header.space == Space.CATALOGUE:
        return []
    at = header.space, journal.numbers.of(header.device), header.seq
    # Where it counted until now the index still has what it says, at its own place, till the log is folded again.
    before = at if Logs(journal.connection, journal.numbers).get(*at[:2]).folded < header.seq else None
    return [
        Restated(header.device, header.seq, place, each)
        for place, each in enumerate(changesets)
        if each.ops and (header.space, each.tick) not in written(journal, each.action, before)
    ]


def left_of(scrub: Scrub, rows: Iterable[Restated]) -> list[Restated]:
    """Return what changesets say of others than who is taken out."""
    left = [(row, scrub.without(row.changeset)) for row in rows]
    return [row._replace(changeset=kept) for row, kept in left if kept is not None]


def called_by_name(journal: Journal, people: Iterable[bytes]) -> frozenset[bytes]:
    """Return whom of these members the tables, as they stand, know by name."""
    db = journal.connection
    return frozenset(each for each in people if any(field == "name" for field, _ in said_of(db, journal, [each])))


def drop_unsure_drafts(connection: Connection) -> None:
    """Drop all drafts where somebody was erased whom this laptop knew by no name: they may be about them.

    Else those that are about them went as it heard of it (see `draft_mentions`).
    """
    meta = Meta(connection)
    if meta.number(UNSURE_DRAFTS):
        held = Drafts(connection)
        held.erase([name for name, _ in held.names()])
        held.note_erasure()
        meta.put(UNSURE_DRAFTS, 0)


def said_of(connection: Connection, journal: Journal, people: Iterable[bytes]) -> list[tuple[str, object]]:
    """Return (field, value) of all that these members were ever called and reached by, as far as it is held here."""
    lines = [line for person in people for line in history(connection, journal, "member", person, gaps=True)]
    return [(line.field, line.after) for line in lines if line.field in TELLING]


def others_words(connection: Connection, people: Collection[bytes]) -> Iterator[tuple[str, object]]:
    """Yield (field, value) of what all others are called, reached by and live in, and of the circle's places.

    Of members who were removed nothing counts: who was entered twice is removed once.
    """
    for id_, *plain, address in connection.execute(_MEMBERS):
        if id_ not in people:
            yield from zip(("name", "phone", "email", "place"), plain, strict=True)
            yield "address", json.loads(address or "{}")
    for name, address in connection.execute(_PLACES):
        yield "place", name
        yield "address", json.loads(address or "{}")


def mentions(connection: Connection) -> Sequence[tuple[int, int, int]]:
    """Return (space, device number, seq) of segments that name erased people, written without knowing of it; none whose
    payload is gone: a mention is noted until the tables are made anew.
    """
    held = "SELECT 1 FROM segment s WHERE (s.space, s.device, s.seq) = (m.space, m.device, m.seq)"
    sql = f"SELECT space, device, seq FROM mention m WHERE EXISTS ({held} AND s.payload IS NOT NULL)"
    return list(connection.execute(f"{sql} ORDER BY space, device, seq"))


def purge(connection: Connection) -> bool:
    """Leave nothing of what was dropped in free pages and WAL; False where another program reads at this moment."""
    meta = Meta(connection)
    if not meta.number(PURGE):
        return True
    try:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("VACUUM")
        with one_commit(connection):  # a power cut may leave them as they were named before, not none
            name_again(connection)
        meta.put(PURGE, 0)
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    except OperationalError:
        busy = 1
    if busy:
        meta.put(PURGE, 1)
    return not busy
