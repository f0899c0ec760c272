"""Two records of one person, or of one exchange: linking them, and saying that they are not the same.

A merge is an unordered link; nothing of either member is changed or lost. Whoever is linked is shown as the one whose
values the link says to lead, else as the lowest id (see `storage.merged`), with what is empty there filled from the
others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from learningcircles import ids
from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, LedgerLine, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.differing import said_before, say_right
from learningcircles.circle.hours import reversal_of, settled_again
from learningcircles.circle.matching import CONFIRMED, PROPOSED, Matching
from learningcircles.circle.parting import not_the_same
from learningcircles.circle.reader import Reader
from learningcircles.circle.removed import removed
from learningcircles.circle.swaps import Swaps
from learningcircles.entities.people import DIFFERENT, SAME
from learningcircles.errors import InvalidValue, Refused, Unreadable
from learningcircles.storage import settlements
from learningcircles.storage.settlements import Settlement

PRESENCE_ORDER = ("attended", "no_show", "absent")
"""Of one person's marks at one meetup the first of these counts."""


class Merging:
    """The verbs of duplicates."""

    def __init__(self, desk: Desk, swaps: Swaps) -> None:
        self._desk = desk
        self._swaps = swaps

    def merge(
        self, one: bytes, other: bytes, *, stays: bytes | None = None, author: bytes | None = None
    ) -> Changes:  # fmt: skip
        """Say that two members are one person; of what both have that of `stays` is shown, else of the lowest id.

        Who stays is one of the two, or one with one of them by now. Raises NotFound, InvalidValue, Refused where they
        are one already.
        """
        names = [self._desk.member(each, "member") for each in (one, other)]
        if one == other:
            raise InvalidValue("with_itself", "Choose two different members.", field="other")
        heads = [linked(self._desk.reader, each)[0] for each in (one, other)]
        if heads[0] == heads[1]:
            raise Refused("merged_already", "These two are one member already.")
        leads = None if stays is None else linked(self._desk.reader, stays)[0]
        if leads is not None and leads not in heads:
            raise InvalidValue(
                "stays_neither", "{name} is neither of the two: one of them can stay, nobody else ({field}).",
                field="stays", name=self._desk.member(leads, "stays"),
            )  # fmt: skip
        return self._say("member_link", one, other, SAME, f"Merge {' and '.join(names)}", author, leads)

    def part(self, member: bytes, *, author: bytes | None = None) -> Changes:
        """Take a member out of whom they were merged with. Raises Refused where they stand alone, or where what was
        written of them before does not open here: nobody would know what to give back.

        Hours that both had brought in, and that were said to be the same, count again for both; so they do where they
        stand alone already, since another laptop said so of them while they were parted. What was said to be right for
        both (see `say_right`) is that for whose it was, and the other has back what was written over.
        """
        links = self._links("member_link", member, SAME)
        back = self.counted_once(member)
        if not (links or back):
            raise Refused("not_merged", "This member is not merged with anybody.")
        with self._desk.circle.change("Separate members", author=author or self._desk.person) as change:
            for link in links:
                change.set("member_link", link.id, {"verdict": DIFFERENT})
            with _opens():
                before = said_before(self._desk.reader, member) if links else {}
            for record, fields in before.items():
                change.set("member", record, fields)
            for row in back:
                rows = settlements.of_source(self._desk.circle.connection, row.source)
                change.entry(settled_again(row, settlements.next_round(rows)))
        return change.changes | _members(links) | Changes(frozenset({("member", member)}))

    def counted_once(self, member: bytes) -> list[Settlement]:
        """Return the opening balances that were taken back as the same as others', and are not, where a member is
        somebody else: of a member who is merged with others, as they will be. Raises Refused as `part`.
        """
        with _opens():
            return self._counted_once(member)

    def _counted_once(self, member: bytes) -> list[Settlement]:
        reader, journal = self._desk.reader, self._desk.circle.journal
        together = linked(reader, member)
        alone = {member} if self._links("member_link", member, SAME) else set(together)
        links = [link for link in self._links("member_link", member, DIFFERENT) if self._was_same(link)]
        parted = [link[side] for link in links for side in ("one", "other")]
        others = {each for one in parted for each in linked(reader, one)} - set(together)
        others |= set(together) - alone
        return [*not_the_same(journal, alone, others), *not_the_same(journal, others, alone)]

    def _was_same(self, link: Record) -> bool:
        return any(SAME in (line.before, line.after) for line in self._desk.reader.history("member_link", link.id))

    def different(self, one: bytes, other: bytes, *, author: bytes | None = None) -> Changes:
        """Say that two members who look alike are two people: nobody is asked again."""
        for each in (one, other):
            self._desk.member(each, "member")
        return self._say("member_link", one, other, DIFFERENT, "Two different members", author)

    def same_exchange(self, one: bytes, other: bytes, *, author: bytes | None = None) -> Changes:
        """Say that two exchanges are one: the later record is taken back and its minutes with it.

        Where that one says that it took place, and the other one does not yet, it takes its word, with how long it
        took; and the request for which it was follows the one that stays.
        """
        gone = max((one, other), key=self._written)
        goes, stays = self._swap(gone), self._swap(one if gone == other else other)
        happened = (goes["state"], stays["state"]) == (CONFIRMED, PROPOSED)
        word = {name: goes[name] for name in ("state", "minutes", "source")} if happened else {}
        matching = Matching(self._desk.reader)
        asked = [matching.turned(stays, word), matching.turned(goes, {"state": word.get("state", stays["state"])})]
        with self._desk.circle.change("The same exchange", author=author or self._desk.person) as change:
            self._set(change, "swap_link", one, other, SAME)
            change.delete("swap", goes.id)
            self._swaps.settle(change, goes.id, goes.fields, deleted=True)
            if word:
                change.set("swap", stays.id, word)
                self._swaps.settle(change, stays.id, {**stays.fields, **word})
            for each in asked:
                if each is not None:
                    each.write(change)
        people = {("member", goes[side]) for side in ("provider", "receiver") if goes[side]}
        return change.changes | Changes(frozenset(people))

    def different_exchanges(self, one: bytes, other: bytes, *, author: bytes | None = None) -> Changes:
        """Say that two exchanges that look alike both took place: nobody is asked again."""
        for each in (one, other):
            self._swap(each)
        return self._say("swap_link", one, other, DIFFERENT, "Two different exchanges", author)

    def say_right(self, member: bytes, field: str, value: Any, *, author: bytes | None = None) -> Changes:
        """Say which of what a person's records say of a field is right (see `differing.say_right`)."""
        return say_right(self._desk, member, field, value, author=author)

    def hours_twice(self, member: bytes) -> list[int]:
        """Return the minutes that a merged member's records brought in more than once, each time but the first.

        Two lists with the same person and balance are likelier than two balances that are equal by chance.
        """
        return [minutes for minutes, _ in self._twice(member)]

    def hours_once(self, member: bytes, *, author: bytes | None = None) -> Changes:
        """Say that such minutes are the same: one opening balance stays, the others are reversed. Raises Refused."""
        twice = self._twice(member)
        if not twice:
            raise Refused("nothing_twice", "No hours were brought in twice for this member.")
        today = self._desk.today()
        with self._desk.circle.change("The same hours", author=author or self._desk.person) as change:
            for _, row in twice:
                change.entry(reversal_of(row, today))
        return change.changes | Changes(frozenset(("member", each) for each in linked(self._desk.reader, member)))

    def _twice(self, member: bytes) -> list[tuple[int, Settlement]]:
        """Of like balances those of one record stay: of the record with the most of them, else of the lowest id.

        What one record has twice was meant twice. The same on every laptop that knows the same records.
        """
        held: dict[int, list[list[Settlement]]] = {}
        for each in sorted(linked(self._desk.reader, member)):
            account = ids.account(each)
            mine: dict[int, list[Settlement]] = {}
            for row in settlements.brought_in(self._desk.circle.connection, account):
                mine.setdefault(dict(row.legs).get(account, 0), []).append(row)
            for minutes, rows in mine.items():
                held.setdefault(minutes, []).append(rows)
        found: list[tuple[int, Settlement]] = []
        for minutes, records in held.items():
            stays = max(records, key=len)
            found += [(minutes, row) for rows in records if rows is not stays for row in rows]
        return found

    def _say(
        self, entity: str, one: bytes, other: bytes, verdict: str, label: str, author: bytes | None,
        leads: bytes | None = None,
    ) -> Changes:  # fmt: skip
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            self._set(change, entity, one, other, verdict, leads)
        kind = entity.partition("_")[0]
        return change.changes | Changes(frozenset({(kind, one), (kind, other)}))

    def _set(
        self, change: Change, entity: str, one: bytes, other: bytes, verdict: str, leads: bytes | None = None
    ) -> None:  # fmt: skip
        id_ = ids.link(one, other)
        low, high = sorted((one, other))
        held = self._desk.reader.find_one(entity, id_)
        led = held is not None and held.get("leads") is not None
        leading = {"leads": leads} if leads is not None or (led and verdict == SAME) else {}
        change.note(entity, id_, {"one": low, "other": high, "verdict": verdict, **leading})

    def _links(self, entity: str, id_: bytes, verdict: str) -> list[Record]:
        reader = self._desk.reader
        return [
            link for side in ("one", "other") for link in reader.list(entity, where={side: id_, "verdict": verdict})
        ]

    def _swap(self, swap: bytes) -> Record:
        record = self._desk.reader.get("swap", swap)
        if record.deleted:
            raise removed(self._desk.reader, record)
        return record

    def _written(self, swap: bytes) -> tuple[int, bytes]:
        first = next(iter(self._desk.reader.history("swap", swap)), None)
        return (first.at, first.device) if first is not None else (0, swap)


@contextmanager
def _opens() -> Iterator[None]:
    """Say of what is damaged, or of whose key is not here, what it means for those who are to be separated."""
    try:
        yield
    except Unreadable as error:
        raise Refused(
            "history_unread",
            "They stay merged, and nothing was changed: a part of what was written of them earlier cannot be read on"
            " this laptop. Separate them on another laptop, or here once this one has shared.",
        ) from error


def linked(reader: Reader, member: bytes) -> list[bytes]:
    """Return everybody who is one person with this member, themselves too, whom they are shown under first."""
    first = reader.shown_as(member)
    return [first, *reader.groups([first]).get(first, [])]


def hours_of(reader: Reader, people: Sequence[bytes]) -> list[LedgerLine]:
    """Return the lines of the hour accounts of people who are one, oldest first."""
    lines = [line for each in people for line in reader.entries(ids.account(each))]
    return sorted(lines, key=lambda line: line.date)


def one_per_person(reader: Reader, rows: Sequence[Record]) -> list[Record]:
    """Return marks of attendance with one for each person: attended beats no-show beats absent."""
    best: dict[bytes, Record] = {}
    for row in rows:
        who = reader.shown_as(row["person"]) if row["person"] else row.id
        held = best.get(who)
        if held is None or _rank(row) < _rank(held):
            best[who] = row
    return list(best.values())


def _rank(row: Record) -> int:
    state = row["state"]
    return PRESENCE_ORDER.index(state) if state in PRESENCE_ORDER else len(PRESENCE_ORDER)


def _members(links: Sequence[Record]) -> Changes:
    return Changes(frozenset(("member", link[side]) for link in links for side in ("one", "other") if link[side]))
