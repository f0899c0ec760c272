"""Reading a circle: everything that screens and scripts may know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Protocol

from learningcircles import ids
from learningcircles.circle.changes import (
    CatalogueItem,
    HistoryLine,
    Hit,
    LedgerLine,
    Record,
    ReviewItem,
    Subject,
    filled,
)
from learningcircles.circle.near_names import NearNames
from learningcircles.entities.declare import Space
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import NotFound
from learningcircles.storage import merged, others, past, query, since, subjects, twins, unlike
from learningcircles.storage.accounts import minutes_of, minutes_of_all
from learningcircles.storage.connect import Connection, data_version
from learningcircles.storage.drafts import Draft, Drafts
from learningcircles.storage.erase import RESTATED
from learningcircles.storage.hashes import state_hash
from learningcircles.storage.journal import Journal
from learningcircles.storage.listing import Listings
from learningcircles.storage.meta import Meta
from learningcircles.storage.standing import last_written
from learningcircles.storage.undo_stack import Past, PastWrite


class Unsettled(Protocol):
    """Whoever writes on the same connection: what is written may not be in the tables yet."""

    def settle(self) -> None: ...

    def settle_for(self, entity: str, ids: Sequence[bytes]) -> None: ...


class Records:
    """The records of one circle on one connection, as people see them."""

    def __init__(
        self, connection: Connection, journal: Journal, circle: bytes, writing: Unsettled | None = None
    ) -> None:
        self._db = connection
        self._journal = journal
        self._writing = writing
        self._listings = Listings(connection)
        self.near = NearNames(lambda: self._connection)
        self.circle = circle

    def forget(self) -> None:
        """Forget the lists and names that were read within a transaction that was given up."""
        self._listings.forget()
        self.near.forget()

    @property
    def _connection(self) -> Connection:
        """The connection, with everything written so far folded into the tables."""
        if self._writing is not None:
            self._writing.settle()
        return self._db

    def _connection_for(self, entity: str, ids_: Sequence[bytes]) -> Connection:
        """The connection, with what was written of these records folded into the tables."""
        if self._writing is not None:
            self._writing.settle_for(entity, ids_)
        return self._db

    def get(self, entity: str, id_: bytes) -> Record:
        """Return a record, removed or not; raises NotFound. Charter and settings begin empty."""
        found = self.find_one(entity, id_)
        if found is None and declared(entity).single and id_ == self.circle:
            return Record(declared(entity).name, id_, {})
        if found is None:
            kind = declared(entity).label.lower()
            raise NotFound("no_record", "There is no {kind} with the id {id}.", kind=kind, id=id_.hex())
        return found

    def find_one(self, entity: str, id_: bytes) -> Record | None:
        """Return a record, or None."""
        return next(iter(self.many(entity, [id_])), None)

    def alone(self, entity: str, id_: bytes) -> Record | None:
        """Return a record without what those add who are shown under it, or None."""
        return next(iter(self.alone_all(entity, [id_])), None)

    def alone_all(self, entity: str, ids_: Sequence[bytes]) -> list[Record]:
        """Return records as `alone` does, in their order, without unknown ones."""
        kind = declared(entity)
        return query.many(self._connection_for(kind.name, ids_), kind, ids_)

    def many(self, entity: str, ids_: Sequence[bytes]) -> list[Record]:
        """Return the records of these ids in their order, without unknown ones."""
        return _joined(self, self.alone_all(entity, ids_))

    def list(
        self,
        entity: str,
        *,
        where: Mapping[str, Any] | None = None,
        text: str = "",
        order: str = "",
        descending: bool = False,
        limit: int | None = None,
        offset: int = 0,
        deleted: bool = False,
    ) -> list[Record]:
        """Return records; a list as a `where` value means any of these. `order` is a field, or "balance"."""
        found = query.rows(
            self._connection, declared(entity), where=where, text=text, order=order, descending=descending,
            limit=limit, offset=offset, deleted=deleted,
        )  # fmt: skip
        return _joined(self, found)

    def ids(
        self,
        entity: str,
        *,
        where: Mapping[str, Any] | None = None,
        text: str = "",
        order: query.Order = "",
        descending: bool = False,
        limit: int | None = None,
        deleted: bool = False,
        refers: Mapping[str, Sequence[bytes]] | None = None,
    ) -> Sequence[bytes]:
        """Return only the ids of what `list` would return.

        `refers` (field → ids): beside the records that hold the words of `text`, those that refer to one of these.
        A list in an order that is asked for whole is kept until something is written: narrowing it takes little then.
        """
        connection, kind = self._connection, declared(entity)
        if deleted:
            return query.ids(connection, kind, where=where, text=text, order=order, descending=descending,
                             limit=limit, deleted=deleted)  # fmt: skip
        return self._listings.ids(kind, where=where, text=text, order=order, descending=descending, limit=limit,
                                  refers=refers or {})  # fmt: skip

    def count(
        self, entity: str, *, where: Mapping[str, Any] | None = None, text: str = "", deleted: bool = False
    ) -> int:
        """Return how many records `list` would return."""
        return query.count(self._connection, declared(entity), where, text, deleted)

    def resolve(self, entity: str, beginning: str) -> bytes:
        """Return the one id that begins with these 6 to 32 hex digits; charter and settings need none."""
        if declared(entity).single and self.circle.hex().startswith(beginning.strip().lower()):
            return self.circle
        return query.resolve(self._connection, declared(entity), beginning)

    def find(self, text: str, *, entities: Sequence[str] = (), limit: int = 50) -> Sequence[Hit]:
        """Search records of all (or these) kinds."""
        return query.find(self._connection, text, entities, limit)

    def named_from(self, entity: str, letters: str, *, limit: int) -> Sequence[Hit]:
        """Return records whose name or title begins with these letters, accents and case aside, in their order."""
        return self.hits(entity, query.named_from(self._connection, declared(entity), letters, limit))

    def titles(self, entity: str) -> Sequence[tuple[bytes, str]]:
        """Return (id, name or title) of every record of a kind, without those shown under another one."""
        return query.titles(self._connection, declared(entity))

    def names(self, entity: str, ids_: Sequence[bytes]) -> dict[bytes, str]:
        """Return id → name or title of those that have one, removed or not."""
        kind = declared(entity)
        found = query.names(self._connection_for(entity, ids_), kind, ids_)
        nameless = [id_ for id_ in ids_ if id_ not in found] if entity == "member" else []
        others = {record.id: str(record["name"]) for record in self.many(entity, nameless) if record["name"]}
        return {**found, **others}

    def hits(self, entity: str, ids_: Sequence[bytes]) -> Sequence[Hit]:
        """Return records of these ids as search results, in their order."""
        return query.hits(self._connection_for(entity, ids_), declared(entity), ids_)

    def shown_as(self, member: bytes) -> bytes:
        """Return the member under whom this one is shown: themselves, where they are merged with nobody."""
        return merged.shown_as(self._connection_for("member", ()), member)

    def groups(self, members: Sequence[bytes] | None = None) -> Mapping[bytes, Sequence[bytes]]:
        """Return member → the others who are shown under them; only for those who have some. None asks for all."""
        return merged.groups(self._connection_for("member", ()), members)


class Traces(Records):
    """What became of records, what is begun and not saved, and what is asked of very many: apart so that no class has
    too many methods."""

    def drafts(self) -> Sequence[tuple[str, Draft]]:
        """Return (name, draft) of what is half-written on this laptop, newest first."""
        held = Drafts(self._connection)
        return [(name, draft) for name, _ in held.names() if (draft := held.read(name)) is not None]

    def history(self, entity: str, id_: bytes) -> Sequence[HistoryLine]:
        """Return every change of a record, oldest first."""
        return past.history(self._connection, self._journal, declared(entity).name, id_)

    def writes(self, entity: str, id_: bytes) -> Mapping[str, Sequence[PastWrite]]:
        """Return every write to each register of a record, the standing one last; empty for an unknown record.

        Raises Unreadable where one does not open here.
        """
        return self.past().writes(declared(entity).name, id_)

    def past(self) -> Past:
        """Return what reads the writes to many records, for a while in which nothing is written."""
        return Past(self._connection, self._journal)

    def written_last(self, entity: str, ids_: Sequence[bytes], fields: Sequence[str]) -> Mapping[bytes, int]:
        """Return id → the tick at which one of these fields was written last, 0 where none ever was."""
        return last_written(self._connection_for(entity, ids_), declared(entity).name, ids_, fields)

    def removed(self, entity: str, most: int) -> Sequence[bytes]:
        """Return the ids of records that are removed, the one removed last first, at most so many."""
        return query.removed(self._connection, declared(entity), most)

    def removed_by(self, action: bytes) -> set[bytes]:
        """Return the records that an action took away, whatever became of them since."""
        return past.removed_by(self._journal, action)

    def written_by(self, action: bytes, entity: str) -> set[bytes]:
        """Return the records of an entity that an action wrote. Raises Unreadable where it does not open here."""
        return past.written_by(self._journal, action, declared(entity).name)

    def only_removed(self, action: bytes) -> bool:
        """Return whether an action did nothing else than take records away, and the hours that they stood for."""
        return past.only_removed(self._journal, action)

    def packed_ids(self, entity: str) -> bytes:
        """Return what `ids` returns of all records of a kind, 16 bytes each, one after the other."""
        return query.packed_ids(self._connection, declared(entity))

    def moment(self) -> since.Moment:
        """Return this moment, for `wrote_since`."""
        return since.moment(self._connection)

    def wrote_since(self, before: since.Moment, fields: since.Fields) -> bool:
        """Return whether any of these fields (kind of record → their names, none for all) was written since a moment,
        by anybody, or may have been.
        """
        return since.wrote_since(self._journal, before, fields)


class Reviewed(Traces):
    """What two laptops wrote apart from each other."""

    def review(self, *, every: bool = False) -> Sequence[ReviewItem]:
        """Return what two laptops changed apart from each other and a person should look at; or all of it."""
        return past.reviews(self._connection, self._journal, every=every)

    def review_named(self, beginning: str) -> Sequence[ReviewItem]:
        """Return what two laptops changed apart from each other, of any field, under ids that begin so."""
        return past.reviews_named(self._connection, self._journal, beginning)

    def review_with(self, item: ReviewItem) -> Sequence[ReviewItem]:
        """Return what `review` tells as one with this: it stands in several records of one person."""
        return past.reviews_with(self._connection, self._journal, item)

    def others(self) -> Sequence[str]:
        """Return the ids of what two laptops wrote apart that nobody is asked about, newest first.

        Without what programs write by themselves, and what became of records that are gone.
        """
        return others.others(self._connection, self._journal)

    def may_have_others(self) -> bool:
        """Return whether it is worth asking for `others`, which reads more: at once, however large the circle is."""
        return others.may_be(self._connection)

    def others_of(self, ids: Sequence[str]) -> Sequence[ReviewItem]:
        """Return some of `others`, in this order; without those that are settled meanwhile."""
        found = {item.id: item for item in past.reviews_of(self._connection, self._journal, frozenset(ids))}
        return [found[id_] for id_ in ids if id_ in found]

    def hours_in_question(self, among: Collection[bytes] | None = None) -> dict[bytes, int]:
        """Return exchange → the minutes that count until somebody settles what its record says otherwise.

        Two laptops changed them apart from each other, and somebody is asked which is right. `among`: of these alone.
        """
        return unlike.counted_otherwise(self._connection, self._journal, among)

    def review_count(self) -> int:
        """Return how many things `review` would ask about."""
        return past.review_count(self._connection, self._journal)


class Reader(Reviewed):
    """A view of one circle on one connection; used by one thread at a time."""

    def pages(
        self,
        entity: str,
        *,
        where: Mapping[str, Any] | None = None,
        text: str = "",
        limit: int | None = None,
        deleted: bool = False,
    ) -> Iterator[Sequence[Record]]:
        """Yield what `list` would return, some hundreds at a time: however many there are, no more are held."""
        found = query.pages(
            self._connection, declared(entity), where=where, text=text, limit=limit, deleted=deleted
        )  # fmt: skip
        return (_joined(self, page) for page in found)

    def balance(self, member: bytes) -> int:
        """Return a member's minutes: given less received, with those of everybody shown under them."""
        return sum(self._minutes(ids.account(each)) for each in [member, *self.groups([member]).get(member, [])])

    def balances(self, members: Sequence[bytes]) -> dict[bytes, int]:
        """Return the minutes of many members."""
        groups = self.groups(members)
        accounts = {each: ids.account(each) for member in members for each in (member, *groups.get(member, ()))}
        minutes = minutes_of_all(self._connection, list(accounts.values()))
        return {
            member: sum(minutes.get(accounts[each], 0) for each in (member, *groups.get(member, ())))
            for member in members
        }

    def pot(self) -> int:
        """Return the circle's own minutes."""
        return self._minutes(ids.pot(self.circle))

    def entries(self, account: bytes) -> Sequence[LedgerLine]:
        """Return the lines of an hour account (see `ids.account`)."""
        return past.entries(self._connection, account)

    def twin_swaps(self) -> Sequence[tuple[Record, Record]]:
        """Return exchanges that two laptops have probably recorded both, of which nobody has said anything yet."""
        found = twins.swaps(self._connection)
        records = {record.id: record for record in self.many("swap", [id_ for pair in found for id_ in pair])}
        return [(records[one], records[other]) for one, other in found]

    def subjects(self, *, today: str) -> Sequence[Subject]:
        """Return what the circle teaches and learns on a day, topic by topic in the order of their letters."""
        return subjects.subjects(self._connection, today)

    def topics(self) -> Sequence[str]:
        """Return the topics that anybody's skills, listings, exchanges or learning name, in the order of letters."""
        return subjects.names(self._connection)

    def names_topic_elsewhere(self, topic: str, record: bytes) -> bool:
        """Return whether another record than this one names a topic, to the letter."""
        return subjects.is_named_elsewhere(self._connection, topic, record)

    def restated_otherwise(self) -> int:
        """Return how many changes of others were not said again as they had been when somebody was erased."""
        return Meta(self._connection).number(RESTATED)

    def catalogue(self, text: str = "", *, today: str) -> Sequence[CatalogueItem]:
        """Return what other circles have published, as last heard; `text` narrows it.

        `today` is this laptop's date: what has expired by then is not shown, however old the copy here is.
        """
        return past.catalogue(self._connection, text, today)

    def tally(self, entity: str, field: str) -> Counter[Any]:
        """Return how many records hold each value of a field; of a set, each of its values."""
        return query.tally(self._connection, declared(entity), field)

    def data_version(self) -> int:
        """Return a number that changes when another connection has written."""
        return data_version(self._connection)

    def state_hash(self) -> dict[str, str | None]:
        """Return one hash per space; None for a space that this laptop has no key for."""
        held = {space for space, _ in self._journal.epochs} | {int(Space.CATALOGUE)}
        return {
            space.name.lower(): state_hash(self._connection, self._journal.numbers, space) if space in held else None
            for space in Space
        }

    def interrupt(self) -> None:
        """Stop a query that another thread waits for."""
        self._db.interrupt()

    def close(self) -> None:
        """Close a reader that has a connection of its own."""
        self._connection.close()

    def _minutes(self, account: bytes) -> int:
        return minutes_of(self._connection, account)


def _joined(reader: Records, records: list[Record]) -> list[Record]:
    """Fill members from those who are shown under them, whose latest words may not be in the tables yet."""
    if not records or records[0].entity != "member":
        return records
    groups = reader.groups([record.id for record in records])
    others = {id_: reader.alone_all("member", each) for id_, each in groups.items()}
    return [filled(record, others.get(record.id, ())) for record in records] if others else records
