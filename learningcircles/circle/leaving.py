"""A member who leaves: what they would leave behind, shown before, and everything settled as one action."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.hours import leaving_entry
from learningcircles.circle.learning import TOLD
from learningcircles.circle.matching import DECLINED, DISPUTED, PROPOSED, Matching
from learningcircles.circle.merging import linked
from learningcircles.entities.people import MEMBER
from learningcircles.errors import InvalidValue, Refused
from learningcircles.journal.telling import FORMER
from learningcircles.storage.drafts import Drafts
from learningcircles.storage.given_back import GONE

LEFT, ANONYMISED = GONE
KEPT_FIELDS = frozenset({"number", "former_number", "joined", "status"})
"""What stays of an anonymised member: nothing that says who it was."""
OPEN = ("draft", "open", "matched")


class Outlook(NamedTuple):
    """What a member would leave behind. `minutes` is the balance: above zero the pot is given it, below it bears it."""

    member: bytes
    name: str
    minutes: int
    answers: Sequence[Record]
    """Answers to meetups of today and later."""
    listings: Sequence[Record]
    """Offers and requests that are not settled."""
    duties: Sequence[Record]
    """Meetups of today and later that they host."""
    consents: Sequence[Record]
    """Consents in force."""
    waiting: Sequence[Record]
    """Exchanges that nobody has confirmed."""


class Leaving:
    """The verbs of leaving and of anonymising."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def outlook(self, member: bytes) -> Outlook:
        """Return what `leave` would settle. Raises NotFound."""
        reader = self._desk.reader
        record = reader.get("member", member)
        coming = {meetup.id: meetup for meetup in reader.list("meetup") if self._is_coming(meetup)}
        people = linked(reader, member)
        answers = [row for row in reader.list("rsvp", where={"person": people}) if row["meetup"] in coming]
        both = [row for kind in ("offer", "request") for row in reader.list(kind, where={"member": people})]
        swaps = [
            swap
            for side in ("provider", "receiver")
            for swap in reader.list("swap", where={side: people, "state": [PROPOSED, DISPUTED]})
        ]
        return Outlook(
            people[0],
            str(record.get("name", "")),
            reader.balance(people[0]),
            answers,
            [row for row in both if row.get("state", "open") in OPEN],
            [meetup for meetup in coming.values() if meetup["host"] in people],
            reader.list("consent", where={"member": people, "given": True, "withdrawn": None}),
            swaps,
        )

    def leave(
        self,
        member: bytes,
        *,
        settle: bool = True,
        hand_to: bytes | None = None,
        anonymise: bool = False,
        author: bytes | None = None,
    ) -> Changes:
        """Settle everything that a member leaves behind, as one action that is undone as one.

        With `settle` the balance goes to the circle's pot, or is borne by it where the member owes; otherwise it
        stays. Coming answers go, open listings are withdrawn, meetups that they host pass to `hand_to` (or nobody),
        consents end today, exchanges that nobody has confirmed are declined, and the requests of others that
        they are for are open again. `anonymise` takes the details off as
        well. Raises NotFound, and Refused for somebody who is anonymised already.
        """
        seen = self.outlook(member)
        self._check_present(member)
        self._check_heir(member, hand_to)
        with self._desk.circle.change(f"Farewell {seen.name}", author=author or self._desk.person) as change:
            for each in linked(self._desk.reader, member):
                self._turn(change, each, anonymise)
                if anonymise:
                    Drafts(self._desk.circle.connection).drop_about(each)
            self._close(change, seen, hand_to)
            if anonymise:
                self._leave_nameless(change, member)
            if settle:
                self._settle(change, member)
        return change.changes | Changes(frozenset({("member", member)}))

    def anonymise(self, member: bytes, *, author: bytes | None = None) -> Changes:
        """Take a member's details off: number and dates stay, and so does the past, until it is erased.

        Who has not left yet leaves with it; see `leave`. Raises NotFound and Refused.
        """
        return self.leave(member, anonymise=True, author=author)

    def _close(self, change: Change, seen: Outlook, hand_to: bytes | None) -> None:
        for answer in seen.answers:
            change.delete("rsvp", answer.id)
        for listing in seen.listings:
            change.set(listing.entity, listing.id, {"state": "withdrawn"})
        for meetup in seen.duties:
            change.set("meetup", meetup.id, {"host": hand_to})
        for consent in seen.consents:
            change.set("consent", consent.id, {"withdrawn": self._desk.today()})
        self._decline(change, seen)

    def _decline(self, change: Change, seen: Outlook) -> None:
        """Whoever was to be helped by them asks again; what they asked for themselves is withdrawn."""
        people = linked(self._desk.reader, seen.member)
        matching = Matching(self._desk.reader)
        for swap in seen.waiting:
            declined = {"state": DECLINED}
            asked = None if swap["receiver"] in people else matching.turned(swap, declined)
            change.set("swap", swap.id, declined)
            if asked is not None:
                asked.write(change)

    def _settle(self, change: Change, member: bytes) -> None:
        """Each account of who is one person by itself: another laptop may not know yet that they are."""
        circle, today = self._desk.circle, self._desk.today()
        for each in linked(self._desk.reader, member):
            entry = leaving_entry(circle.connection, circle.id, each, today)
            if entry is not None:
                change.entry(entry)

    def _take_off(self, change: Change, record: Record) -> None:
        number = record.get("number")
        name = f"{FORMER} {number}" if number else FORMER
        plain: dict[str, object] = {"name": name, "status": ANONYMISED}
        for field in MEMBER.fields:
            if field.many and record.get(field.name):
                change.drop("member", record.id, field.name, record[field.name])
            elif not field.many and field.name not in KEPT_FIELDS | plain.keys() and record[field.name] is not None:
                plain[field.name] = None
        change.set("member", record.id, plain)

    def _leave_nameless(self, change: Change, member: bytes) -> None:
        """What was learned stays, for the circle's figures; where and with whom would tell who it was."""
        people = linked(self._desk.reader, member)
        for record in self._desk.reader.list("learning", where={"member": people}, deleted=True):
            if telling := [name for name in TOLD if record[name] is not None]:
                change.set("learning", record.id, dict.fromkeys(telling))

    def _turn(self, change: Change, member: bytes, anonymise: bool) -> None:
        record = self._desk.reader.alone("member", member)
        assert record is not None, "who is linked is known"
        if anonymise:
            self._take_off(change, record)
        elif record["status"] != LEFT:
            change.set("member", member, {"status": LEFT})

    def _check_present(self, member: bytes) -> None:
        if self._desk.reader.get("member", member)["status"] == ANONYMISED:
            raise Refused("anonymised_already", "This member has been anonymised already.")

    def _check_heir(self, member: bytes, hand_to: bytes | None) -> None:
        if hand_to is None:
            return
        self._desk.member(hand_to, "hand_to")
        if hand_to == member:
            raise InvalidValue("own_heir", "Duties pass to somebody else than who leaves.", field="hand_to")

    def _is_coming(self, meetup: Record) -> bool:
        start = meetup["start"]
        return isinstance(start, dict) and str(start.get("at", ""))[:10] >= self._desk.today()
