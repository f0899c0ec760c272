"""Members: their number, their status, what a person under 18 needs, and which age band they are in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from learningcircles.circle.believing import is_date_sure
from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.desk import Desk
from learningcircles.circle.leaving import ANONYMISED, LEFT, Leaving
from learningcircles.circle.numbering import Numbering
from learningcircles.entities.declare import Field
from learningcircles.entities.registry import entity as declared
from learningcircles.entities.validate import check_bounds
from learningcircles.errors import InvalidValue
from learningcircles.storage.member_numbers import Holder

ADULT = 18
BANDS = ((18, "under 18"), (30, "18–29"), (45, "30–44"), (65, "45–64"))
"""(age below which, the band's name); the rest is 65 and over."""
OLDEST_BAND = "65 and over"
OLDEST = 110
"""Years of age: who is said to be older is asked about."""
_AHEAD = 200
"""Years to come in which somebody may have meant to be born by a slip; what lies further ahead is no year."""

NEXT: dict[str, tuple[str, ...]] = {
    "guest": ("applied", "active", "left"),
    "applied": ("active", "guest", "left"),
    "active": ("paused", "left"),
    "paused": ("active", "left"),
    "left": ("active", "applied", "anonymised"),
    "anonymised": (),
}
"""Which status may follow which; who was anonymised comes back as somebody new."""
FIRST_RELEASE = 2026
"""A laptop's clock that says an earlier year is wrong."""


SENTENCES = {
    "undated": "Since when they are a member was left empty, for the date of this laptop is in doubt: please note it."
}


class People:
    """The verbs of members that go beyond plain editing."""

    def __init__(self, desk: Desk, leaving: Leaving) -> None:
        self._desk = desk
        self._leaving = leaving
        self._numbering = Numbering(desk)

    def completed(self, fields: Mapping[str, Any], *, joined: bool) -> dict[str, Any]:
        """Return a new member's fields with number, status and (`joined`) today's date. Inside a transaction.

        A clock that is in doubt, though somebody may have answered for it, gives nobody a date for good: it is left
        empty.
        """
        filled = dict(fields)
        filled["status"] = filled.get("status") or "active"
        if filled["status"] != "guest":
            filled["number"] = self._numbering.next()
            if joined and not filled.get("joined") and is_date_sure(self._desk.circle):
                filled["joined"] = self._desk.today()
        return filled

    def set_status(self, member: bytes, status: str, *, author: bytes | None = None) -> Changes:
        """Move a member on: guest → applied → active → paused → left → anonymised.

        Whoever stops being a guest gets a number. Who leaves so keeps their balance; everything else is settled as
        `Leaving.leave` does, and `Leaving.anonymise` takes the details off. Does nothing for the status that stands.
        Raises InvalidValue where one status does not follow another.
        """
        record = self._desk.reader.get("member", member)
        now = str(record.get("status") or "active")
        if status == now:
            return Changes()
        if status not in NEXT:
            raise InvalidValue("no_status", "There is no status called {status}.", field="status", status=status)
        if status not in NEXT[now]:
            raise InvalidValue(
                "status_order", "A member who is {now} cannot become {status}.", field="status", now=now, status=status
            )
        if status == LEFT:
            return self._leaving.leave(member, settle=False, author=author)
        if status == ANONYMISED:
            return self._leaving.anonymise(member, author=author)
        with self._desk.circle.change(f"Status {status}", author=author or self._desk.person) as change:
            number = {"number": self._numbering.next()} if status != "guest" and not record.get("number") else {}
            change.set("member", member, {"status": status, **{k: v for k, v in number.items() if v}})
        return change.changes

    def give_numbers(self, *, all_: bool = True) -> Changes:
        """Change this laptop's numbers that others gave before it; for sharing.

        With `all_` it also numbers the members that it added before it, or whom it succeeds, had its place.
        """
        return self._numbering.give(all_=all_)

    def numbered_late(self) -> list[Holder]:
        """Return the members who have a number that another member was given before, the same on every laptop."""
        return self._numbering.later()

    def age_band(self, record: Record) -> str:
        """Return the age band of this year, or an empty text where the birth year is unknown."""
        return age_band(record.get("birth_year"), int(self._desk.today()[:4]))

    def hints(self, record: Record) -> list[str]:
        """Return what this member's record still needs, in sentences; nothing of it stops anybody."""
        found = hints(record.fields, self._desk.today())
        if doubt := doubt_born(record.get("birth_year"), self._desk.today()):
            found.append(str(doubt))
        undated = record.get("number") and not record.get("joined") and not is_date_sure(self._desk.circle)
        return [*found, SENTENCES["undated"]] if undated else found

    @property
    def has_place(self) -> bool:
        """Whether this laptop has its place in the circle, and with it numbers of its own to give."""
        return self._numbering.index() is not None


def hints(fields: Mapping[str, Any], today: str) -> list[str]:
    """Return what the fields of a member still need on this day, such as 2026-11-20, in sentences."""
    year = fields.get("birth_year")
    if not isinstance(year, int) or int(today[:4]) - year >= ADULT:
        return []
    wanted = {"guardian": "a parent or guardian", "emergency_contact": "an emergency contact"}
    return [
        f"{fields.get('name') or 'This member'} is under 18: please note {what}."
        for field, what in wanted.items()
        if not fields.get(field)
    ]


def check_joined(day: Any, today: str) -> None:
    """Raise InvalidValue for a day of joining that is still to come; a clock that is far behind stops nobody."""
    if isinstance(day, str) and day > today and int(today[:4]) >= FIRST_RELEASE:
        raise InvalidValue("joined_later", "{on} is still to come: nobody has joined on it yet ({field}).",
                           field="joined", on=day)  # fmt: skip


def check_born(year: Any, today: str) -> None:
    """Raise InvalidValue for a year of birth that is still to come; a clock that is far behind stops nobody."""
    if isinstance(year, str) and year.strip().isdecimal():
        year = int(year)
    if isinstance(year, int) and not isinstance(year, bool):
        now = max(int(today[:4]), FIRST_RELEASE)
        if now < year <= now + _AHEAD:
            raise InvalidValue("born_later", "{year} lies ahead: nobody was born in it yet ({field}).",
                               field="birth_year", year=str(year))  # fmt: skip
        check_bounds(_birth_year(now), year)


def doubt_born(year: Any, today: str) -> InvalidValue | None:
    """Return what is to be asked of a year of birth that can be and hardly is meant; it is taken all the same."""
    age = int(today[:4]) - year if isinstance(year, int) else 0
    if age <= OLDEST:
        return None
    return InvalidValue("born_long_ago", "Born in {year} means {age} years of age: is that the right year ({field})?",
                        field="birth_year", year=str(year), age=age)  # fmt: skip


@cache
def _birth_year(most: int) -> Field:
    """Return the field as it is in a year: nobody was born later."""
    return replace(next(field for field in declared("member").fields if field.name == "birth_year"), most=most)


def age_band(birth_year: Any, year: int) -> str:
    """Return the age band in `year`; an empty text for an unknown or impossible birth year."""
    if not isinstance(birth_year, int) or birth_year > year:
        return ""
    return next((name for below, name in BANDS if year - birth_year < below), OLDEST_BAND)
