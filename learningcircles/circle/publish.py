"""What a circle shows to others: a chosen projection of its listings, meetups and charter in the catalogue space.

An item is one register, `body` of the record with the same id, readable by anybody:

    {"kind": "offer" | "request", "reach", "expires", "title", "topic", "languages", "field", "name"?}
    {"kind": "meetup", "reach", "expires", "title", "start": {at, zone}, "minutes", "place", "state"}
    {"kind": "charter", "reach", "expires", "name", "objective"}
    {"kind": "figures", …}                                                                   see figures.py
    {"kind": "answer", "reach": 0, "expires", "state": "accepted" | "declined", "on"}      under the message's id

`reach` is a ring of 2 to 5 (0: shown to nobody but who holds the private link), `expires` a date at most 180 days
away, `languages` codes apart by ", ". `name` is a member's and stands there only under their consent to publish their
listing; telephone, e-mail, address and notes never do. A listing whose member was not asked, or took the consent back,
is shown without a name; one whose member said no is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from datetime import date, timedelta
from typing import Any

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.consents import agreed, said_no
from learningcircles.circle.desk import Desk
from learningcircles.circle.figures import figures_id, month_in_numbers, past_months
from learningcircles.circle.listings import still_open
from learningcircles.entities.outside import ANSWERS
from learningcircles.errors import InvalidValue
from learningcircles.journal import caps
from learningcircles.storage.journal import remembered
from learningcircles.storage.past import in_question
from learningcircles.storage.uncovered import uncovered_items

LEAST_REACH = 2
LONGEST = timedelta(days=caps.SHOWN_DAYS)
RENEWED_BELOW = timedelta(days=90)
"""An item that runs longer than this is left as it is, so that sharing without news writes nothing."""
PURPOSE = "publish_listing"
"""What a member agrees to whose listing stands there with their name; yes to another purpose is no yes to this."""
PER_CHANGESET = 100
LABEL = "Publish"

_MESSAGE = re.compile(r"[0-9a-f]{32}\Z")

Items = dict[bytes, dict[str, Any]]
Bodies = dict[bytes, dict[str, Any] | None]
_UNCOVERED = "uncovered"


class Publish:
    """The verb that keeps the catalogue true to the circle's records."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def refresh(self) -> Changes:
        """Publish what is to be shown, renew what runs out, withdraw what no longer is; called before sharing.

        Does nothing on a laptop that may not publish.
        """
        if not self.may_publish():
            return Changes()
        # What is to be shown follows from the records and the day: where both are as they were, nothing is written.
        return remembered(self._desk.circle.journal, f"published on {self._desk.today()}", self._refresh)

    def _refresh(self) -> Changes:
        circle = self._desk.circle
        again = uncovered_items(circle.connection, circle.journal)
        known = circle.meta.data(_UNCOVERED)
        differing = self._differing(again.items if again.name != known else frozenset())
        changes = self._write(differing)
        if again.name != known:
            with circle.transaction():
                circle.meta.put(_UNCOVERED, again.name)
        return changes

    def _write(self, differing: Bodies) -> Changes:
        changes = Changes(label=LABEL)
        if not differing:
            return changes
        rows = sorted(differing.items())
        with self._desk.circle.group(LABEL):
            for begin in range(0, len(rows), PER_CHANGESET):
                with self._desk.circle.change(LABEL) as change:
                    for id_, body in rows[begin : begin + PER_CHANGESET]:
                        change.set("item", id_, {"body": body})
                changes |= change.changes
        return changes

    def may_publish(self) -> bool:
        """Return whether this laptop's entry in the roster lets it publish."""
        circle = self._desk.circle
        device = circle.roster.devices.get(circle.secrets.device.id)
        return device is not None and not device.revoked and device.may_publish

    def wanted(self) -> Items:
        """Return record id → body of everything that the circle shows today."""
        return self._wanted(self._held())

    def _held(self) -> dict[bytes, Any]:
        return {record.id: record["body"] for record in self._desk.reader.list("item", deleted=True)}

    def _wanted(self, held: Mapping[bytes, Any]) -> Items:
        today = date.fromisoformat(self._desk.today())
        items = dict([*self._listings(today), *self._meetups(today)])
        items |= self._figures(today, held)
        items |= self._answers(today)
        items |= self._charter(today, max((body["reach"] for body in items.values()), default=0))
        return items

    def _differing(self, again: Set[bytes]) -> Bodies:
        """Return what to write: where something else stands than is to be shown, and these items `again`."""
        held = self._held()
        wanted = self._wanted(held)
        today = date.fromisoformat(self._desk.today())
        found: Bodies = {
            id_: body
            for id_, body in wanted.items()
            if (id_ in again or not _stands(held.get(id_), body, today)) and _fits(body)
        }
        gone = {id_ for id_, body in held.items() if body is not None} | again
        found |= {id_: None for id_ in gone if id_ not in wanted}
        return found

    def _listings(self, today: date) -> Iterator[tuple[bytes, dict[str, Any]]]:
        held = still_open(today.isoformat())
        for kind in ("offer", "request"):
            for record in self._desk.reader.list(kind, where={"reach": [2, 3, 4, 5], **held}):
                expires, member = _until(record.get("expires"), today), record.get("member")
                allowed = not isinstance(member, bytes) or not said_no(self._desk.reader, member, PURPOSE)
                if expires is not None and allowed:
                    shown = {name: record.get(name) for name in ("title", "topic", "field")}
                    shown["languages"] = ", ".join(record.get("languages", []))
                    shown["name"] = self._name(member, today)
                    yield record.id, _body(kind, record, expires, shown)

    def _meetups(self, today: date) -> Iterator[tuple[bytes, dict[str, Any]]]:
        for record in self._desk.reader.list("meetup", where={"reach": [2, 3, 4, 5]}):
            start = record.get("start")
            expires = _until(str(start.get("at", ""))[:10] if isinstance(start, Mapping) else None, today)
            if isinstance(start, Mapping) and expires is not None:
                shown = {name: record.get(name) for name in ("title", "minutes", "place")}
                shown["start"] = {name: start[name] for name in ("at", "zone") if isinstance(start.get(name), str)}
                shown["state"] = record.get("state", "planned")
                yield record.id, _body("meetup", record, expires, shown)

    def _answers(self, today: date) -> Items:
        """What became of sign-ups: state and day under the message's id, never a name; of one in question nothing."""
        found: Items = {}
        circle = self._desk.circle
        asked = in_question(circle.connection, circle.journal, "signup", "state")
        for record in self._desk.reader.list("signup", where={"state": list(ANSWERS)}):
            expires = _after(record["answered"])
            message = record["message"]
            known = isinstance(message, str) and _MESSAGE.match(message)
            if known and record.id not in asked and expires is not None and expires >= today:
                shown = {"state": record["state"], "on": record["answered"]}
                body = {"kind": "answer", "reach": 0, "expires": expires.isoformat(), **shown}
                found[bytes.fromhex(message)] = body
        return found

    def _figures(self, today: date, held: Mapping[bytes, Any]) -> Items:
        """The months that are over, where the circle shows them; each is counted once, and stays as it was told."""
        settings = self._desk.reader.find_one("!settings", self._desk.circle.id)
        reach = settings.get("figures", 0) if settings is not None else 0
        found: Items = {}
        for month in past_months(today) if reach >= LEAST_REACH else ():
            id_ = figures_id(self._desk.circle.id, month)
            told = held.get(id_)
            if not isinstance(told, Mapping):
                told = month_in_numbers(self._desk.reader, month)
            expires = (date.fromisoformat(f"{month}-01") + LONGEST).isoformat()
            if len(told) > 1 and expires >= today.isoformat():
                found[id_] = {**told, "kind": "figures", "reach": reach, "expires": expires}
        return found

    def _charter(self, today: date, widest: int) -> Items:
        """The circle itself is shown as far as its widest item, unless its charter says otherwise."""
        record = self._desk.reader.find_one("!charter", self._desk.circle.id)
        reach = record.get("reach", widest) if record is not None else 0
        if record is None or reach < LEAST_REACH:
            return {}
        shown = {name: record.get(name) for name in ("name", "objective")}
        body = _body("charter", record, (today + LONGEST).isoformat(), shown)
        return {record.id: {**body, "reach": reach}}

    def _name(self, member: bytes | None, today: date) -> str | None:
        if member is None:
            return None
        if not agreed(self._desk.reader, member, PURPOSE, today.isoformat()):
            return None
        record = self._desk.reader.find_one("member", member)
        return None if record is None or record.deleted else record.get("name")


def _after(day: Any) -> date | None:
    """Return the last day on which an answer of this day is shown."""
    try:
        return date.fromisoformat(str(day)) + LONGEST
    except ValueError:
        return None


def _fits(body: Mapping[str, Any]) -> bool:
    """Return whether a projection may stand in the catalogue: one odd record must not keep the others back."""
    try:
        caps.check_value(dict(body))
    except InvalidValue:
        return False
    return True


def _body(kind: str, record: Record, expires: str, shown: Mapping[str, Any]) -> dict[str, Any]:
    body = {"kind": kind, "reach": record.get("reach", 0), "expires": expires}
    return body | {name: value for name, value in shown.items() if value not in (None, "", [], {})}


def _until(written: Any, today: date) -> str | None:
    """Return the date until which something is shown; None where that is past or makes no sense."""
    latest = today + LONGEST
    if not written:
        return latest.isoformat()
    try:
        until = date.fromisoformat(str(written))
    except ValueError:
        return None
    return None if until < today else min(until, latest).isoformat()


def _stands(held: Any, wanted: Mapping[str, Any], today: date) -> bool:
    """Return whether a published body may stay: the same, and not about to run out before it must."""
    if not isinstance(held, Mapping) or {**held, "expires": ""} != {**wanted, "expires": ""}:
        return False
    latest = str(wanted["expires"])
    earliest = min((today + RENEWED_BELOW).isoformat(), latest)
    return earliest <= str(held.get("expires", "")) <= latest
