"""Meetups: planning them, who means to come, who came. A meetup without a series is its own occurrence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from learningcircles import ids
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.first_names import HIDDEN, first_name, is_name
from learningcircles.circle.merging import one_per_person
from learningcircles.circle.removed import removed
from learningcircles.circle.several_names import people_named
from learningcircles.circle.untold import known
from learningcircles.entities.gathering import ANSWERS, PRESENCE
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import InvalidValue, NotFound
from learningcircles.moments import local_moment

MEETUP = declared("meetup")
MOST_PEOPLE = 100_000


class Meetups:
    """The verbs of meetups."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def plan(
        self,
        title: str,
        start: str | Mapping[str, Any],
        minutes: int | None = None,
        *,
        end: str = "",
        author: bytes | None = None,
        **fields: Any,
    ) -> tuple[bytes, Changes]:
        """Plan a meetup. `start` and `end` are local, "2026-11-20T18:00"; `minutes` or `end` tells its length.

        Raises InvalidValue, also where it would end before it begins.
        """
        length = minutes if not end else minutes_between(start, end)
        check_length(length)
        wanted = {"title": title, "start": start, "minutes": length, "state": "planned", **fields}
        cleaned = self._desk.checked(MEETUP, {k: v for k, v in wanted.items() if v is not None}, partial=False)
        with self._desk.circle.change(f"Plan {cleaned['title']}", author=author or self._desk.person) as change:
            id_ = change.new_id()
            change.set("meetup", id_, {name: value for name, value in cleaned.items() if value is not None})
        return id_, change.changes

    def cancel(self, meetup: bytes, *, author: bytes | None = None) -> Changes:
        """Call a meetup off; it stays in the calendar as cancelled."""
        return self._turn(meetup, "cancelled", "Cancel {title}", author)

    def plan_again(self, meetup: bytes, *, author: bytes | None = None) -> Changes:
        """A meetup that was called off takes place after all; who was told otherwise is to be told anew."""
        return self._turn(meetup, "planned", "Plan {title} again", author)

    def rsvp(
        self,
        meetup: bytes,
        person: bytes | None = None,
        answer: str = "yes",
        *,
        name: str = "",
        author: bytes | None = None,
    ) -> tuple[bytes, Changes]:
        """Note who means to come: a member, or a guest, of whose name the first one alone is kept.

        Two answers of one member are one record. Raises InvalidValue, also where a name may be of several guests.
        """
        if answer not in ANSWERS:
            raise _not_one_of("answer", answer, ANSWERS)
        knows = known(self._desk.reader, meetup)
        return self._note("rsvp", meetup, person, name, {"answer": answer, **knows}, author)

    def told(self, answers: Sequence[bytes], stands: str = "", *, author: bytes | None = None) -> Changes:
        """Note that people who mean to come were told what became of their meetup; `answers` are the ids of theirs.

        `stands`: what they were told, where it may have changed since it was shown (see `untold.Untold`). One action;
        raises NotFound where an answer is gone.
        """
        rows = [self._desk.reader.get("rsvp", each) for each in answers]
        gone = next((row for row in rows if row.deleted), None)
        if gone is not None:
            raise removed(self._desk.reader, gone, "no_record")
        with self._desk.circle.change(f"Told {len(rows)}", author=author or self._desk.person) as change:
            for row in rows:
                change.set("rsvp", row.id, {"told": stands} if stands else known(self._desk.reader, row["meetup"]))
        return change.changes

    def attend(
        self,
        meetup: bytes,
        *,
        member: bytes | None = None,
        guest_name: str = "",
        state: str = "attended",
        author: bytes | None = None,
    ) -> tuple[bytes, Changes]:
        """Note who came: a member, or a guest (each call is another one), of whose name the first one alone is kept.

        Raises InvalidValue, also where a name may be of several guests.
        """
        if state not in PRESENCE:
            raise _not_one_of("state", state, PRESENCE)
        return self._note("attendance", meetup, member, guest_name, {"state": state}, author)

    def attend_again(self, presence: bytes, state: str, *, author: bytes | None = None) -> Changes:
        """Note of a guest who was noted before whether they came; `presence` is the id of that note, which comes back
        where it was removed: on another laptop, too, of which this one knows nothing.
        """
        if state not in PRESENCE:
            raise _not_one_of("state", state, PRESENCE)
        noted = self._desk.reader.get("attendance", presence)
        label = f"{noted.get('name', '')}, {self._meetup(noted['meetup']).get('title', '')}"
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            change.note("attendance", presence, {"state": state})
        return change.changes

    def headcount(self, meetup: bytes, people: int, *, author: bytes | None = None) -> Changes:
        """Note how many people came who gave no name (0 to 100,000)."""
        if type(people) is not int or not 0 <= people <= MOST_PEOPLE:
            raise InvalidValue("headcount", "A headcount is a number from 0 to 100,000.", field="headcount")
        record = self._meetup(meetup)
        # The meetup stands in for the person: one headcount per meetup, however many laptops count.
        id_ = ids.attendance(meetup, meetup)
        label = f"Headcount {record.get('title', '')}"
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            change.note("attendance", id_, {"meetup": meetup, "headcount": people})
        return change.changes

    def present(self, meetup: bytes) -> tuple[list[Record], int]:
        """Return (attendance of members and guests, headcount of people without a name)."""
        rows = self._desk.reader.list("attendance", where={"meetup": meetup})
        named = [row for row in rows if row.id != ids.attendance(meetup, meetup)]
        counted = sum(row.get("headcount", 0) for row in rows if row.id == ids.attendance(meetup, meetup))
        return one_per_person(self._desk.reader, named), counted

    def _turn(self, meetup: bytes, state: str, label: str, author: bytes | None) -> Changes:
        named = label.format(title=self._meetup(meetup).get("title", ""))
        with self._desk.circle.change(named, author=author or self._desk.person) as change:
            change.set("meetup", meetup, {"state": state})
        return change.changes

    def _note(
        self,
        entity: str,
        meetup: bytes,
        person: bytes | None,
        name: str,
        fields: dict[str, str],
        author: bytes | None,
    ) -> tuple[bytes, Changes]:
        record = self._meetup(meetup)
        if person is None and not name.strip():
            raise nobody()
        if person is None and len(people_named(name)) > 1:
            raise several_guests(name)
        if person is None:
            check_name(name)
        who = self._desk.member(person, "member") if person is not None else first_name(name)
        label = f"{who}, {record.get('title', '')}"
        with self._desk.circle.change(label, author=author or self._desk.person) as change:
            if person is None:
                id_ = change.new_id()
                change.set(entity, id_, {"meetup": meetup, "name": who[:80], **fields})
            else:
                id_ = ids.rsvp(meetup, person) if entity == "rsvp" else ids.attendance(meetup, person)
                change.note(entity, id_, {"meetup": meetup, "person": person, **fields})
        return id_, change.changes

    def _meetup(self, meetup: bytes) -> Record:
        record = self._desk.reader.find_one("meetup", meetup)
        if record is None:
            raise NotFound("no_meetup", "There is no meetup with the id {id}.", id=meetup.hex())
        if record.deleted:
            raise removed(self._desk.reader, record, "no_meetup")
        return record


def minutes_between(start: str | Mapping[str, Any], end: str) -> int:
    """Return the minutes from a local start to a local end of the same zone; raises InvalidValue."""
    begin = str(start.get("at", "")) if isinstance(start, Mapping) else start
    begun, ended = local_moment(begin), local_moment(end)
    if begun is None or ended is None:
        raise InvalidValue("bad_time", "A time looks like 2026-11-20T18:00.", field="end")
    return (ended - begun) // timedelta(minutes=1)


def check_length(minutes: Any) -> None:
    """Refuse a meetup that ends before it begins, or as it begins."""
    try:
        number = int(minutes) if minutes is not None else 1
    except (TypeError, ValueError):
        return  # the field's own check names what is wrong
    if number <= 0:
        raise InvalidValue("ends_before", "A meetup cannot end before it begins ({field}).", field="minutes")


def nobody() -> InvalidValue:
    """Return the error for an answer or a presence of nobody."""
    return InvalidValue("nobody", "Say who: a member, or a guest's first name.", field="name")


def check_name(name: str) -> None:
    """Refuse a guest's name of signs alone: nobody is called “?”. What is hidden of a name stands for it."""
    if name.strip() != HIDDEN and not is_name(name):
        raise no_name(name)


def no_name(name: str) -> InvalidValue:
    """Return the error for a name of signs alone."""
    return InvalidValue(
        "no_letter", "“{value}” is no name: a name has at least one letter.", field="name", value=name.strip()
    )


def several_guests(name: str) -> InvalidValue:
    """Return the error for a name that may be of several guests: none of them is to be lost."""
    return InvalidValue(
        "several_guests",
        "Name one guest at a time, the first name first, not “{value}”.",
        field="name",
        value=name.strip(),
    )


def _not_one_of(field: str, value: str, choices: tuple[str, ...]) -> InvalidValue:
    return InvalidValue(
        "not_a_choice",
        "This is one of {choices}, not {value} ({field}).",
        field=field,
        value=value,
        choices=", ".join(choices),
    )
