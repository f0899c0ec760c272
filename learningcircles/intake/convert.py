"""Turning what a cell says into what a field holds: dates, hours, languages, choices, several values.

Every function raises InvalidValue with a sentence that quotes the cell, since the person who reads it has the
file beside them.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from learningcircles.entities.declare import FIRST_YEAR, LAST_YEAR, Field, Kind
from learningcircles.errors import InvalidValue, Labels
from learningcircles.intake.cells import bare
from learningcircles.intake.lengths import column_unit, length_meant, plain_figures
from learningcircles.intake.plain import by_word, folded
from learningcircles.intake.words import CHOICES, LANGUAGES, MONTHS

_LANGUAGES = by_word(LANGUAGES)
_MONTHS = by_word(MONTHS)
_CHOICES = {folded(word): code for word, code in CHOICES.items()}
AHEAD = 50
"""Years. What is still to come may be so far away where its year is written with two digits."""
SEVERAL = ":::"
"""What Google's address book puts between several telephones or e-mails of one cell."""
_NOTHING = frozenset({"", "n a", "na", "none", "nil", "no", "aucun", "aucune", "ninguno", "ninguna", "keine", "k a"})
_SHORT, _LONG = 20, 2_000
"""Letters: a longer cell says something; one that no field holds is not taken apart."""
_NAMED_ADDRESS = re.compile(r"[^<>@]*<([^<>\s@]+@[^<>\s@]+)>")
"""Bo Ek <bo@example.org>, as mails have it."""
MINUS = ("-", "\u2212", "\u2013")
"""The signs that stand for minus: the keyboard's, the printer's, and the dash that spreadsheets make of it."""
_YES = frozenset({"yes", "y", "true", "1", "x", "oui", "o", "vrai", "si", "verdadero", "✓"})
_NO = frozenset({"no", "n", "false", "0", "non", "faux", "falso"})
_NUMBERS = re.compile(r"(\d{1,4})([./\-\s])\s?(\d{1,2})(?:\2|[./\-\s](?=\s?\d{4}))\s?(\d{1,4})(?=\D|$)")
"""Of "3/12 18:00" the 18 is no year: what parts the numbers is the same, or four figures are a year."""
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
_NAMED_FIRST = re.compile(r"([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_HALF = r"([ap])\.?\s?m\b"
_CLOCK = re.compile(rf"(\d{{1,2}})\s*[:hH.]\s*(\d{{2}})?(?::\d{{2}})?\s*(?:{_HALF})?", re.IGNORECASE)
_CLOCK_HOUR = re.compile(rf"(\d{{1,2}})()\s*(?:{_HALF}|Uhr\b)", re.IGNORECASE)
_ZONE = re.compile(r"\s([A-Z][A-Za-z]+(?:/[A-Za-z][A-Za-z_+\-0-9]*)+|UTC)\s*\Z")
"""The zone of a time, as our own exports write it where it is not this machine's."""
_BARE = re.compile(r"\d+(?:[.,]\d+)?")
_SHORTENED = re.compile(r"\d[.,]\d+E\+\d+\Z", re.IGNORECASE)
_FLOAT = re.compile(r"\+?\d{5,}\.0")
"""A telephone that a program took for a number with decimals."""
_PARTS = re.compile(r"[,;|/\n]")
_SURE_PARTS = re.compile(r";")
"""Whoever sets things apart by semicolons, as our own exports do, means the other marks as part of them."""
_LINES = re.compile(r"\n")
"""And whoever has lines as well, as our own exports where one holds a semicolon, means the semicolons too."""
_WORD_PARTS = re.compile(
    r"[,;|/\n+]|\s+(?:and|et|y|e|und)\s+"
)  # "food and wine" is one skill, "fr et es" two languages


@dataclass(frozen=True, slots=True)
class Reading:
    """How a column is meant: whether months come before days; what a bare number is, "h", "m", or "" for either.

    `latest`: the year that a year of two digits may mean at most. `either`: a cell that may be two days, such as
    4/5/2020, where nothing in the column tells which.
    """

    month_first: bool = False
    unit: str = "m"
    latest: int = LAST_YEAR
    either: str = ""


def column_reading(field: Field, cells: Iterable[str], *, part: str = "", today: str) -> Reading:
    """Look at a whole column: one 25 in second place shows that months come first in all of it.

    `part`: "hours" where its title says so, "time" where its title leaves the unit open, so that its numbers tell.
    """
    latest = int(today[:4]) + (0 if field.leans < 0 or field.name == "birth_year" else AHEAD)
    if field.kind is Kind.MINUTES:
        bare = [int(cell) for cell in cells if cell.strip().isascii() and cell.strip().isdigit()]
        return Reading(unit={"": "m", "hours": "h"}.get(part, column_unit(bare)), latest=latest)
    if field.kind not in (Kind.DATE, Kind.LOCAL_TIME, Kind.INTEGER):
        return Reading(latest=latest)
    found = [match for match in map(_NUMBERS.search, cells) if match]
    firsts = [int(match[1]) for match in found if len(match[1]) < 3]
    seconds = [int(match[3]) for match in found if len(match[1]) < 3]
    month_first = any(number > 12 for number in seconds) and not any(number > 12 for number in firsts)
    told = any(number > 12 for number in (*firsts, *seconds)) or field.kind is Kind.INTEGER
    apart = (match for match in found if len(match[1]) < 3 and "." not in match[0])  # 1.2.2024: the day, everywhere
    two = (match[0] for match in apart if int(match[1]) != int(match[3]))
    return Reading(month_first=month_first, latest=latest, either="" if told else next(two, ""))


def converted(field: Field, text: str, reading: Reading) -> Any:
    """Return the value that `text` means for `field`, still to be checked by the entity's own validation."""
    if field.many:
        return _several(field, text)
    if field.kind in (Kind.PHONE, Kind.EMAIL):
        return _contact(field, text)
    if field.kind is Kind.DATE:
        return day(field, text, reading).isoformat()
    if field.kind is Kind.LOCAL_TIME:
        return moment(field, text, reading)
    if field.kind is Kind.MINUTES:
        return minutes(field, text, unit=reading.unit)
    return _simple(field, text, reading)


def day(field: Field, text: str, reading: Reading) -> datetime.date:
    """Return the day that is written: 2026-11-20, 20/11/2026, 20.11.26, 20 novembre 2026, March 3, 2026."""
    try:
        year, month, date, _ = _named_day(text) or _numbered_day(text, reading.month_first)
        if year < 100:
            year += 2000 if 2000 + year <= reading.latest else 1900
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(text)
        return datetime.date(year, month, date)
    except (TypeError, ValueError) as error:
        raise _puzzled(field, text, "a date") from error


def moment(field: Field, text: str, reading: Reading) -> str | dict[str, str]:
    """Return a local time such as 2026-11-20T18:00, with the zone if one stands behind it.

    A day alone is a mistake, since nobody could come.
    """
    date = day(field, text, reading)
    found = _named_day(text) or _numbered_day(text, reading.month_first)
    at = f"{date.isoformat()}T{clock_time(field, text[found[3] :])}"
    zone = _ZONE.search(text)
    return {"at": at, "zone": zone[1]} if zone else at


def clock_time(field: Field, text: str) -> str:
    """Return HH:MM of 18:00, 18h30, 6pm, 6 p.m., 18.00."""
    match = _CLOCK.search(text) or _CLOCK_HOUR.search(text)
    if match is None:
        raise _puzzled(field, text, "a time of day")
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise _puzzled(field, text, "a time of day")
    return f"{hour:02}:{minute:02}"


def minutes(field: Field, text: str, *, unit: str = "m") -> int:
    """Return minutes of "90", "1:30", "1h30", "1.5 h", "90 min" (see `lengths`).

    `unit` says what a bare number means where the column says it: "m" or "h"; "" where nothing does, and a number that
    may be both is refused with what is to be asked.
    """
    plain = text.strip().removeprefix("-")
    try:
        found = length_meant(f"{plain} {unit}" if unit and _BARE.fullmatch(plain) else plain, most=field.most)
    except InvalidValue as error:
        raise InvalidValue(
            "which_length_row", "{label}: {value} minutes or {value} hours? Write “{value} min” or “{value} h”.",
            field=field.name, label=field.label, value=plain,
        ) from error  # fmt: skip
    if found is None:
        raise _puzzled(field, text, "a length of time")
    return -found.minutes if text.strip().startswith("-") else found.minutes


def balance(field: Field, text: str, *, hours: bool = False) -> int:
    """Return the minutes of a balance: as `minutes`, and with a sign before it where more was received."""
    plain = plain_figures(text)
    sign = -1 if plain[:1] in MINUS else 1
    bare = plain[1:].strip() if plain[:1] in (*MINUS, "+") else plain
    if not bare[:1].isdigit():
        raise _puzzled(field, text, "a number of hours")
    return sign * minutes(field, bare, unit="h" if hours else "m")


def language(text: str) -> str:
    """Return the BCP 47 code of a language's name or code; unknown words are kept as they are."""
    return _LANGUAGES.get(folded(text), text.strip().lower() if len(text.strip()) <= 3 else text.strip())


def contacts(field: Field, cell: str) -> list[str]:
    """Return the telephones or e-mails of a cell: Google writes several in one, people "a@x.org; b@x.org"."""
    parts = [part.strip() for part in cell.split(SEVERAL)]
    if field.kind is Kind.EMAIL and len(cell) < _LONG:
        parts = [each for part in parts for each in _addresses(part)]
    return [part for part in parts if part]


def says_nothing(cell: str) -> bool:
    """Return whether a cell only says that there is none: "-", "n/a"."""
    return len(cell) < _SHORT and "?" not in cell and folded(cell) in _NOTHING


def _addresses(text: str) -> list[str]:
    named = _NAMED_ADDRESS.fullmatch(text)
    if named:
        return [named[1]]
    parts = [part for part in re.split(r"[;,\s/]+", text) if part]
    return parts if all("@" in part for part in parts) else [text]


def _several(field: Field, text: str) -> list[str]:
    spoken = field.kind is Kind.LANGUAGE
    marks = (_LINES if "\n" in text else _SURE_PARTS) if ";" in text else _PARTS
    parts = [part.strip() for part in (_WORD_PARTS if spoken else marks).split(text) if part.strip(" ;")]
    return [language(part) for part in parts] if spoken else parts


def _contact(field: Field, text: str) -> str:
    if _SHORTENED.match(text):
        raise InvalidValue(
            "shortened", "The spreadsheet has shortened {value}: the number is lost.", field=field.name, value=text
        )
    plain = bare(text)
    if field.kind is Kind.EMAIL:
        return plain.removeprefix("mailto:").strip()
    return plain.removesuffix(".0") if _FLOAT.fullmatch(plain) else plain


def _simple(field: Field, text: str, reading: Reading) -> Any:
    if field.kind is Kind.BOOL:
        return _truth(field, text)
    if field.kind is Kind.CHOICE:
        return chosen_of(field, text)
    if field.kind is Kind.INTEGER:
        return _number(field, text, reading)
    return text


def _truth(field: Field, text: str) -> bool:
    word = folded(text) or text
    if word not in _YES | _NO:
        raise _puzzled(field, text, "yes or no")
    return word in _YES


def chosen_of(field: Field, text: str) -> str:
    """Return the code of the choice that is named, in any of the languages; raises InvalidValue."""
    own = {folded(label): code for code, label in zip(field.choices, field.choice_labels, strict=False)}
    own |= {folded(code): code for code in field.choices}
    word = folded(text)
    code = own.get(word) or _CHOICES.get(word, "")
    if code not in field.choices:
        raise InvalidValue(
            "not_a_choice",
            "{value} is none of {choices} ({label}).",
            field=field.name,
            value=text,
            label=field.label,
            choices=Labels(field.choice_labels),
        )
    return code


def _number(field: Field, text: str, reading: Reading) -> int:
    try:
        if field.name == "birth_year":
            return _born(field, text, reading)
        return int(text.replace(" ", ""))
    except ValueError as error:
        raise _puzzled(field, text, "a whole number") from error


def _born(field: Field, text: str, reading: Reading) -> int:
    year = re.fullmatch(r"(\d{4})(?:\.0)?", text.strip())
    return int(year[1]) if year else day(field, text, reading).year


def _named_day(text: str) -> tuple[int, int, int, int] | None:
    """Return (year, month, day, where the date ends in the text)."""
    match = _NAMED.search(text)
    if match and folded(match[2]) in _MONTHS:
        return int(match[3]), _MONTHS[folded(match[2])], int(match[1]), match.end()
    match = _NAMED_FIRST.search(text)
    if match and folded(match[1]) in _MONTHS:
        return int(match[3]), _MONTHS[folded(match[1])], int(match[2]), match.end()
    return None


def _numbered_day(text: str, month_first: bool) -> tuple[int, int, int, int]:
    match = _NUMBERS.search(text)
    if match is None:
        raise ValueError(text)
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4:
        return first, second, third, match.end()
    month, date = (first, second) if month_first else (second, first)
    return third, month, date, match.end()


def _puzzled(field: Field, text: str, expected: str) -> InvalidValue:
    return InvalidValue(
        "puzzled",
        "“{value}” does not read as {expected} ({label}).",
        field=field.name,
        value=text[:60],
        expected=expected,
        label=field.label,
    )
