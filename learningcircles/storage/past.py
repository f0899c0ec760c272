"""Reading the journal as people read it: history, what two laptops changed apart, hour accounts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from learningcircles.circle.changes import CatalogueItem, HistoryLine, LedgerLine, NotedItem, ReviewItem
from learningcircles.clock import milliseconds
from learningcircles.codec import decode
from learningcircles.errors import Unreadable
from learningcircles.journal.operations import DELETED, EntryOp, SetOp
from learningcircles.storage import member_numbers
from learningcircles.storage.connect import Connection
from learningcircles.storage.contest import writes_of
from learningcircles.storage.contested import Contested, asks_people, contested, item_of, winner
from learningcircles.storage.given_back import GivenBack, given_back
from learningcircles.storage.journal import ChangesetRow, Journal, Past, remembered, whole
from learningcircles.storage.member_numbers import FORMER, Renumbered
from learningcircles.storage.noted_beside import Removed, noted_beside
from learningcircles.storage.rows import Register
from learningcircles.storage.search import joined, words_of
from learningcircles.storage.spelling import plain_letters
from learningcircles.storage.standing import standing
from learningcircles.storage.told_once import told_once, told_with
from learningcircles.storage.undo_stack import operations
from learningcircles.storage.unlike import Unlike, unlike


def history(
    connection: Connection, journal: Journal, entity: str, id_: bytes, *, gaps: bool = False
) -> list[HistoryLine]:
    """Return every change of a record, oldest first, with what stood there before.

    Raises Unreadable where one does not open, or leaves it out with `gaps`: while a list that has lost gives way to
    another one, the tables still hold what only the former opens.
    """
    found = connection.execute("SELECT n FROM record WHERE id=? AND entity=?", (id_, entity)).fetchone()
    if found is None:
        return []
    lines: list[HistoryLine] = []
    before: dict[str, Any] = {}
    for at in sorted(journal.touching(found[0]), key=lambda row: (row.tick, journal.numbers.id_of(row.device), row.n)):
        try:
            body, at = journal.body(at), whole(journal, at)
        except Unreadable:
            if not gaps:
                raise
            continue
        for op in body.ops:
            if getattr(op, "id", None) != id_ or getattr(op, "entity", None) != entity:
                continue
            for name, value, _ in writes_of(op, at.tick):
                if not (name == DELETED and not value and not before.get(name)):  # it was there all along
                    lines.append(_line(at, journal, name, before.get(name), value))
                before[name] = value
    return lines


def removed_by(journal: Journal, action: bytes) -> set[bytes]:
    """Return the records that an action took away, whatever became of them since."""
    gone: set[bytes] = set()
    for row in journal.of_action(action):
        for op in journal.body(row).ops:
            if isinstance(op, SetOp) and op.fields.get(DELETED):
                gone.add(op.id)
    return gone


def written_by(journal: Journal, action: bytes, entity: str) -> set[bytes]:
    """Return the records of an entity that an action wrote. Raises Unreadable where it does not open here."""
    ops = [op for row in journal.of_action(action) for op in journal.body(row).ops]
    return {op.id for op in ops if isinstance(op, SetOp) and op.entity == entity}


def only_removed(journal: Journal, action: bytes) -> bool:
    """Return whether an action did nothing else than take records away, and the hours that they stood for."""
    ops = [op for row in journal.of_action(action) for op in journal.body(row).ops]
    return all(isinstance(op, EntryOp) or (isinstance(op, SetOp) and {*op.fields} == {DELETED}) for op in ops)


def reviews(connection: Connection, journal: Journal, *, every: bool = False) -> list[ReviewItem]:
    """Return what people are asked about: the losers of contact details, time, place, hours and removals.

    They are asked as well what was noted about a record that somebody removed apart from it, and told of member numbers
    that had to change.
    With `every` all other overwritten values too. Nobody is asked about two laptops that wrote the same, nor twice
    about one thing (see `told_once`).
    """
    open_ = contested(connection, journal, _any if every else _is_asked)
    told = open_ if every else told_once(connection, open_)
    return [item_of(journal, each) for each in told] + _beside(connection, journal, open_)


def reviews_named(connection: Connection, journal: Journal, beginning: str) -> list[ReviewItem]:
    """Return what stands under names that begin so, of whatever register: what settles one reads no others."""
    open_ = contested(connection, journal, lambda entity, register, name: name.startswith(beginning))
    beside = _beside(connection, journal, _asked(connection, journal))
    return [item_of(journal, each) for each in open_] + [each for each in beside if each.id.startswith(beginning)]


def reviews_with(connection: Connection, journal: Journal, item: ReviewItem) -> list[ReviewItem]:
    """Return what is told as one with something that people are asked about; that itself where it stands alone."""
    open_ = [each for each in _asked(connection, journal) if each.register == item.field]
    return [item_of(journal, each) for each in told_with(connection, open_, item.id)] or [item]


def reviews_of(connection: Connection, journal: Journal, names: Collection[str]) -> list[ReviewItem]:
    """Return what stands under these names; without those that are settled meanwhile."""
    open_ = contested(connection, journal, lambda entity, register, name: name in names)
    return [item_of(journal, each) for each in open_]


def _beside(connection: Connection, journal: Journal, open_: Sequence[Contested]) -> list[ReviewItem]:
    """Return what people are asked about though no value lost, and which numbers had to change."""
    changed = [_renumbered(connection, journal, each) for each in member_numbers.renumbered(connection)]
    noted = [_noted(journal, each) for _, each in sorted(noted_beside(journal).items())]
    return _hours_asked(connection, journal, open_) + noted + changed


def review_count(connection: Connection, journal: Journal) -> int:
    """Return how many things people are asked about: what each sync tells, also one that brought nothing."""

    def count() -> int:
        asked = _asked(connection, journal)
        beside = len(noted_beside(journal)) + len(member_numbers.renumbered(connection))
        return len(told_once(connection, asked)) + len(_hours_asked(connection, journal, asked)) + beside

    return remembered(journal, "asked", count)


def in_question(connection: Connection, journal: Journal, entity: str, register: str) -> set[bytes]:
    """Return the records of which people are asked what two laptops wrote apart into this register."""
    return {each.id for each in _asked(connection, journal) if (each.entity, each.register) == (entity, register)}


def _asked(connection: Connection, journal: Journal) -> list[Contested]:
    """Return what people are asked about, remembered from one sync to the next."""

    def find() -> list[Contested]:
        return contested(connection, journal, _is_asked)

    def since(held: list[Contested], news: list[Past]) -> list[Contested]:
        # Only who is written to gets, or loses, an open question: of many that are open the others stand as they were.
        ids = {op.id for past in news for op in past.ops if not isinstance(op, EntryOp)}
        return [each for each in held if each.id not in ids] + contested(connection, journal, _is_asked, ids)

    return remembered(journal, "contested", find, since)


def _any(entity: str, register: str, name: str) -> bool:
    return True


def _is_asked(entity: str, register: str, name: str) -> bool:
    return asks_people(entity, register)


def _hours_asked(connection: Connection, journal: Journal, open_: Sequence[Contested]) -> list[ReviewItem]:
    asked = {each.id for each in open_ if asks_people(each.entity, each.register)}
    hours = (_hours(connection, journal, each) for each in unlike(journal, asked))
    left = (_left(journal, each) for each in given_back(journal))
    return [item for item in (*hours, *left) if item is not None]


def entries(connection: Connection, account: bytes) -> list[LedgerLine]:
    """Return the lines of an account that count, oldest first."""
    rows = connection.execute(
        "SELECT s.id, s.kind, s.source, l.minutes, s.date, s.legs FROM leg l JOIN settlement s ON s.id = l.settlement"
        " WHERE l.account=? ORDER BY s.date, s.stamp",
        (account,),
    )
    return [
        LedgerLine(id_, kind, source, minutes, date, tuple(leg[0] for leg in decode(legs) if leg[0] != account))
        for id_, kind, source, minutes, date, legs in rows
    ]


def catalogue(connection: Connection, text: str, today: str) -> list[CatalogueItem]:
    """Return the other circles' items with each word of `text`, all for an empty one; none that has expired."""
    words = words_of(text)
    items = []
    for circle, name, id_, body in connection.execute("SELECT circle, name, id, body FROM catalogue"):
        item = CatalogueItem(circle, name, id_, decode(body))
        if str(item.body.get("expires", "")) >= today and all(word in _searchable(item) for word in words):
            items.append(item)
    return items


def _searchable(item: CatalogueItem) -> str:
    held = " ".join([*map(str, item.body.values()), item.circle_name])
    return plain_letters(f"{held} {joined(held)}")


def _line(at: ChangesetRow, journal: Journal, name: str, before: Any, after: Any) -> HistoryLine:
    device = journal.numbers.id_of(at.device)
    return HistoryLine(milliseconds(at.tick), at.author, device, at.label or "", name, before, after, at.action)


def _hours(connection: Connection, journal: Journal, each: Unlike) -> ReviewItem | None:
    """Ask which hours are right, of an exchange whose record and ledger do not agree."""
    device = journal.numbers.id_of
    row = each.row
    registers = standing(connection, "swap", each.swap, each.record)
    kept = registers.get(each.register) or _unsaid(registers)
    if kept is None:
        return None
    counted = kept if row is None else Register(None, row.stamp, row.device, row.seq)
    who, whose = (winner(journal, each.record, register) for register in (kept, counted))
    by, wrote = device(kept.device), device(counted.device)
    at, counted_at = milliseconds(kept.stamp), milliseconds(counted.stamp)
    author, settler = who.author if who else None, whose.author if whose else None
    name = f"{each.swap.hex()[:12]}-{each.register}"
    return ReviewItem(
        name, "swap", each.swap, each.register, kept.value, each.value, by, wrote, counted_at, at, author, settler
    )


def _unsaid(registers: Mapping[str, Register]) -> Register | None:
    """Return what stands where nobody whose word counts has written: nothing, as whoever wrote the record last left it.

    What a laptop wrote that is shut out since before then counts no more, and what others wrote upon it does.
    """
    newest = max(registers.values(), key=lambda each: each.stamp, default=None)
    return None if newest is None else newest._replace(value=None)


def _left(journal: Journal, each: GivenBack) -> ReviewItem | None:
    """Ask whether a member has left, whose hours one laptop has given back and another one has settled.

    None where whoever said so last did not settle them.
    """
    kept, taken = each.status, each.taken
    won = winner(journal, each.record, kept)
    said = operations(journal, won.action) if won else []
    if won is None or each.settled.id not in {op.settlement for _, op in said if isinstance(op, EntryOp)}:
        return None
    by, other = journal.numbers.id_of(kept.device), journal.numbers.id_of(taken.device)
    name = f"{each.member.hex()[:12]}-status"
    at, kept_at = milliseconds(taken.stamp), milliseconds(kept.stamp)
    return ReviewItem(name, "member", each.member, "status", kept.value, "active", by, other, at, kept_at, won.author)


def _noted(journal: Journal, each: Removed) -> ReviewItem:
    """Ask whether a record is wanted back, of which others had noted more when somebody removed it."""
    device, name = journal.numbers.id_of, f"{each.id.hex()[:12]}-{DELETED}"
    told = [(one, whole(journal, one.at)) for one in each.noted]
    noted = tuple(NotedItem(*one[:2], device(at.device), milliseconds(at.tick), at.author) for one, at in told)
    other = Contested(*each[:3], DELETED, each.kept, False, each.noted[-1].at)
    return item_of(journal, other)._replace(id=name, noted=noted)


def _renumbered(connection: Connection, journal: Journal, each: Renumbered) -> ReviewItem:
    """Tell of a member whose number changed: a card that shows the other one is somebody else's now."""
    register = standing(connection, "member", each.member, each.record)["number"]
    by, at = journal.numbers.id_of(register.device), milliseconds(register.stamp)
    name = f"{each.member.hex()[:12]}-{FORMER}"
    return ReviewItem(name, "member", each.member, FORMER, each.number, each.former, by, by, at, at)
