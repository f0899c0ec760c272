"""Swaps: exchanges of learning time, and the minutes that move when one is confirmed.

Every movement is double entry: + for who gave the time, − for who received it. A confirmed swap is corrected by a
reversal and, where it goes on, a settlement of the next round; nothing in the ledger is ever edited away.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from learningcircles import ids
from learningcircles.circle.change import Change
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.hours import settlement_entry, settling
from learningcircles.circle.listings import has_ended
from learningcircles.circle.matching import (
    CONFIRMED,
    DECLINED,
    DISPUTED,
    MATCHED,
    PROPOSED,
    REVERSED,
    Matching,
    topic_of,
)  # fmt: skip
from learningcircles.circle.removed import removed
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import Hours, InvalidValue, Refused
from learningcircles.journal.caps import MINUTES
from learningcircles.journal.operations import DELETED
from learningcircles.storage import settlements
from learningcircles.storage.unlike import counted

SWAP = declared("swap")
DAY = 24 * 60
IN_PERSON = "in person"
"""How an exchange was confirmed where nobody says it."""
MONEY_FIELDS = frozenset({"provider", "receiver", "minutes", "on"})
"""What a settlement is made of: changing one of these in a confirmed swap is a correction."""
_ACROSS = {"provider": "receiver", "receiver": "provider"}
MOVES_MINUTES = MONEY_FIELDS | {"state", DELETED}
"""What decides which minutes count."""


class Swaps:
    """The verbs of exchanges."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def record(
        self,
        provider: bytes,
        receiver: bytes,
        minutes: int,
        topic: str,
        on: str | None = None,
        notes: str = "",
        source: str = IN_PERSON,
        *,
        proposed: bool | None = None,
        author: bytes | None = None,
    ) -> tuple[bytes, Changes]:
        """Record an exchange of `minutes` (1 to 1,440) on a day (default: today). Returns its id.

        It counts at once, unless `proposed`, which by default is what the circle's settings ask for. Raises
        InvalidValue or NotFound that name the field.
        """
        fields = {"provider": provider, "receiver": receiver, "minutes": minutes, "topic": topic, "notes": notes}
        fields |= {"on": on or self._desk.today(), "source": source}
        return self.add(fields, proposed=proposed, author=author)

    def add(
        self, fields: Mapping[str, Any], *, proposed: bool | None = None, author: bytes | None = None, id_: bytes = b""
    ) -> tuple[bytes, Changes]:
        """The same from fields by name; a `state` of "proposed" or "confirmed" may be among them.

        `id_`: the exchange's own, drawn before it was recorded: whoever tries twice, not knowing whether it is
        written, writes it once. One that was taken back since is another one.
        """
        held = self._desk.reader.find_one("swap", id_) if id_ else None
        if held is not None and not held.deleted:
            return id_, Changes()
        wanted = dict(fields)
        state = wanted.pop("state", None)
        if state not in (None, "", PROPOSED, CONFIRMED):
            raise InvalidValue("swap_state", "An exchange begins as proposed or confirmed.", field="state")
        waits = self.asks_both() if proposed is None else proposed
        if state:
            waits = state == PROPOSED
        cleaned = self._checked({"on": self._desk.today(), **wanted})
        names = [self._desk.member(cleaned[field], field) for field in ("provider", "receiver")]
        with self._desk.circle.change(f"Exchange {' → '.join(names)}", author=author or self._desk.person) as change:
            id_ = id_ if id_ and held is None else change.new_id()
            stored = {name: value for name, value in cleaned.items() if value is not None}
            stored["state"] = PROPOSED if waits else CONFIRMED
            change.set("swap", id_, stored)
            if not waits:
                self.settle(change, id_, stored)
        return id_, change.changes | _people(cleaned)

    def propose(
        self, request: bytes, provider: bytes, minutes: int, on: str, *, author: bytes | None = None
    ) -> tuple[bytes, Changes]:
        """Match a request with somebody: an exchange with who asks is proposed for a day, which may be still to come.

        Both are one action. The request stays matched until it is said whether the exchange took place: then it is
        fulfilled, or open again. Returns the exchange's id. Raises as `record`, and Refused for a request that is not
        open or has ended.
        """
        asked = self._desk.reader.get("request", request)
        if asked.deleted or asked.get("state", "open") != "open":
            raise Refused("not_open", "This request is no longer open.")
        if has_ended(asked, self._desk.today()):
            raise Refused("has_ended", "This request has ended. Change its last day first.")
        if asked["member"] is None:
            raise InvalidValue("nobody_asks", "Say first who asks: the request names nobody.", field="receiver")
        names = [self._desk.member(id_, "provider") for id_ in (provider, asked["member"])]
        with self._desk.circle.group(f"Propose {' → '.join(names)}"):
            swap, changes = self.record(
                provider, asked["member"], minutes, topic_of(asked), on, source="", proposed=True, author=author
            )
            with self._desk.circle.change("Match", author=author or self._desk.person) as change:
                change.set("request", request, {"state": MATCHED})
        return swap, changes | change.changes

    def confirm(self, swap: bytes, *, source: str = "", author: bytes | None = None) -> Changes:
        """Somebody's word that it took place: its minutes move. `source` says whose, or which slip.

        Also where one of the two was removed or erased since: it took place all the same, and the other one's minutes
        are theirs; the one who is gone keeps an account of that id.
        """
        record = self._present(swap)
        if record["state"] == CONFIRMED:
            raise Refused("already_confirmed", "This exchange is confirmed already.")
        self._checked({name: record[name] for name in MONEY_FIELDS}, but=record)
        extra = {"source": source} if source else {}
        return self._turn(record, {"state": CONFIRMED, **extra}, "Confirm exchange", author)

    def decline(self, swap: bytes, *, author: bytes | None = None) -> Changes:
        """It did not take place; a confirmed one must be reversed instead."""
        record = self._present(swap)
        if record["state"] == CONFIRMED:
            raise Refused("reverse_instead", "This exchange is confirmed: reverse it instead.")
        return self._turn(record, {"state": DECLINED}, "Decline exchange", author)

    def dispute(self, swap: bytes, *, author: bytes | None = None) -> Changes:
        """Somebody says that it was otherwise: minutes that moved come back until it is confirmed anew."""
        return self._turn(self._present(swap), {"state": DISPUTED}, "Dispute exchange", author)

    def reverse(self, swap: bytes, *, author: bytes | None = None) -> Changes:
        """Take a confirmed exchange back; both parts stay in the ledger. Nobody is asked to confirm it again."""
        record = self._present(swap)
        if record["state"] != CONFIRMED:
            raise Refused("not_confirmed", "Only a confirmed exchange can be reversed.")
        return self._turn(record, {"state": REVERSED}, "Reverse exchange", author)

    def correct(self, record: Record, fields: Mapping[str, Any], *, author: bytes | None = None) -> Changes:
        """Change who, how long or when (checked fields); what counts for a confirmed one is reversed and settled anew.

        The state is written with it: somebody who turns the exchange apart from this must be asked.
        """
        self._checked({name: fields.get(name, record[name]) for name in MONEY_FIELDS}, but=record)
        differing = {name: value for name, value in fields.items() if record[name] != value}
        if MONEY_FIELDS & differing.keys():
            differing["state"] = record["state"]
        return self._turn(record, differing, "Correct exchange", author)

    def settle_on(self, swap: bytes, field: str, value: Any, *, author: bytes | None = None) -> Changes:
        """Write down what somebody has settled on where laptops differed, and bring the ledger to it.

        `field` may be DELETED. Limits hold when an exchange is written; here they would leave a question unanswered.
        Who gives what they had received is given it by the other: nobody is left to exchange time with themselves.
        """
        record = self._desk.reader.get("swap", swap)
        across = _ACROSS.get(field, field)
        turned = {across: record[field]} if across != field and record[across] == value else {}
        filled = self._counted(record) if field == "state" and value == CONFIRMED else {}
        return self._turn(record, {field: value, **turned, **filled}, "Review", author)

    def _counted(self, record: Record) -> dict[str, Any]:
        """Return what the ledger knows of a swap and its record does not: who wrote it may count no more."""
        connection = self._desk.circle.connection
        row = settlements.standing(settlements.of_source(connection, record.id))
        said = counted(connection, row)
        return {name: said[name] for name in sorted(MONEY_FIELDS & said.keys()) if record[name] is None}

    def opening_balances(self, balances: Mapping[bytes, int], *, author: bytes | None = None) -> Changes:
        """Bring in what members had before: each settlement is balanced against the circle's pot.

        `balances` are minutes, negative where a member has received more. Raises NotFound or InvalidValue.
        """
        pot = ids.pot(self._desk.circle.id)
        changes = Changes(label="Opening balances")
        with self._desk.circle.group("Opening balances"):
            for member, minutes in balances.items():
                self._desk.member(member, "member")
                check_opening(minutes)
                with self._desk.circle.change("Opening balances", author=author or self._desk.person) as change:
                    source = change.new_id()
                    legs = ((ids.account(member), minutes), (pot, -minutes))
                    if minutes:
                        change.entry(settlement_entry(source, "opening", 0, legs, self._desk.today()))
                changes |= Changes(frozenset({("member", member)}), change.changes.action)
        return changes

    def brought_in(self, members: Iterable[bytes]) -> list[bytes]:
        """Return which of these members have opening hours that stand: bringing the same list in again doubles them."""
        connection = self._desk.circle.connection
        return [each for each in members if settlements.brought_in(connection, ids.account(each))]

    def taken_back(self, member: bytes) -> int:
        """Return the minutes that a member was opened with and that were undone since; 0 where some stand."""
        return settlements.taken_back(self._desk.circle.connection, ids.account(member))

    def asks_both(self) -> bool:
        """Return whether this circle wants both people's word before an exchange counts."""
        settings = self._desk.reader.find_one("!settings", self._desk.circle.id)
        return settings is not None and settings["both_confirm"] is True

    def settle(self, change: Change, swap: bytes, fields: Mapping[str, Any], *, deleted: bool = False) -> bool:
        """Bring a swap's minutes to what its record will say (see `hours.settling`); return whether any moved."""
        connection = self._desk.circle.connection
        entries = settling(connection, swap, fields, deleted=deleted, date=self._desk.today())
        for entry in entries:
            change.entry(entry)
        return bool(entries)

    def _turn(self, record: Record, fields: Mapping[str, Any], label: str, author: bytes | None) -> Changes:
        """Write fields, and move the minutes with them; the request that it is for stands as the exchange does then."""
        after = {**record.fields, **fields}
        asked = Matching(self._desk.reader).turned(record, fields)
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            moved = self.settle(change, record.id, after, deleted=fields.get(DELETED, record.deleted) is True)
            if fields or moved:
                # Never minutes alone: undo goes by what stands in the record.
                change.set("swap", record.id, fields or {"state": record["state"]})
            if asked is not None:
                asked.write(change)
        return change.changes | _people(record.fields) | _people(after)

    def _present(self, swap: bytes) -> Record:
        record = self._desk.reader.get("swap", swap)
        if record.deleted:
            raise removed(self._desk.reader, record)
        return record

    def _checked(self, fields: Mapping[str, Any], *, but: Record | None = None) -> dict[str, Any]:
        """Return checked fields; who stands in the exchange already (`but`) may be gone from the circle by now."""
        id_ = None if but is None else but.id
        check_minutes(fields.get("minutes"))
        cleaned = self._desk.checked(SWAP, fields, partial=False, but=id_)
        for field in ("provider", "receiver"):
            if but is None or but[field] != cleaned[field]:
                self._desk.member(cleaned[field], field)
        check_on(cleaned["on"], self._desk.today())
        if cleaned["provider"] == cleaned["receiver"]:
            raise with_oneself()
        self._check_day(cleaned["provider"], cleaned["minutes"], cleaned["on"], id_)
        return cleaned

    def _check_day(self, provider: bytes, minutes: int, on: str, but: bytes | None) -> None:
        given = self._desk.reader.list("swap", where={"provider": provider, "on": on})
        held = [row for row in given if row.id != but and row["state"] in (CONFIRMED, PROPOSED)]
        total = minutes + sum(row.get("minutes", 0) for row in held)
        if total <= DAY:
            return
        person = self._desk.reader.find_one("member", provider)
        if person is None or not person["name"]:
            raise InvalidValue(
                "day_too_long", "Somebody would have given {hours} on {day}: a day has 24 hours.", field="minutes",
                hours=Hours(total), day=on,
            )  # fmt: skip
        raise InvalidValue(
            "day_too_long", "{name} would have given {hours} on {day}: a day has 24 hours.", field="minutes",
            name=str(person["name"]), hours=Hours(total), day=on,
        )  # fmt: skip


def _people(fields: Mapping[str, Any]) -> Changes:
    """The members whose balance a swap moves, so that screens show it."""
    return Changes(frozenset(("member", fields[name]) for name in ("provider", "receiver") if fields.get(name)))


def with_oneself() -> InvalidValue:
    """Return the error for an exchange between a person and the same person."""
    return InvalidValue("with_oneself", "Nobody can exchange time with themselves ({field}).", field="receiver")


def check_minutes(minutes: Any) -> None:
    """Refuse zero, negative and more than a day's minutes in words of their own; raises InvalidValue."""
    try:
        number = int(minutes)
    except (TypeError, ValueError):
        return  # the field's own check names what is wrong
    if number <= 0:
        raise InvalidValue("hours_zero", "An exchange needs at least one minute.", field="minutes")
    if number > DAY:
        raise InvalidValue("hours_too_many", "An exchange fits into one day: at most 24 hours.", field="minutes")


def check_on(on: Any, today: str) -> None:
    """Raise InvalidValue for a day of exchange more than a year ahead.

    Within that a laptop whose clock has fallen behind must still be able to record what took place today.
    """
    day = datetime.date.fromisoformat(today)
    leap = (day.month, day.day) == (2, 29)
    latest = day.replace(day.year + 1, 3, 1) if leap else day.replace(day.year + 1)
    if isinstance(on, str) and on > latest.isoformat():
        raise InvalidValue("far_ahead", "{on} lies more than a year ahead ({field}).", field="on", on=on)


def check_opening(minutes: int) -> None:
    """Raise InvalidValue for what is no opening balance."""
    if type(minutes) is not int or abs(minutes) > MINUTES:
        raise InvalidValue(
            "opening_minutes", "An opening balance is whole minutes, at most 1,000,000.", field="minutes"
        )
