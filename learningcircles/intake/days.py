"""Which day somebody means: "12 May", "12/5", "tomorrow", "vendredi", "el 3 de mayo", with a year or without.

The one reading of dates for every field, form and list. English, French and Spanish words are understood whatever
the language of the screen, since habits do not follow it. Only the order of "12/5" goes by the place: `month_first`.

A year that is not written goes by what the field is for (`leans`): what has been is the latest such day, today
included; what is planned is the next one; else the nearest. Whoever shows the field shows the whole date beside it.
"""

from __future__ import annotations

import datetime
import re

from learningcircles.entities.declare import FIRST_YEAR, LAST_YEAR
from learningcircles.intake.plain import by_word
from learningcircles.intake.words import DAY_WORDS, LAST_WORDS, MONTHS, NEXT_WORDS, WEEKDAYS
from learningcircles.storage.spelling import plain_letters

_MONTHS, _WEEKDAYS, _DAY_WORDS = by_word(MONTHS), by_word(WEEKDAYS), by_word(DAY_WORDS)
_MODIFIERS = dict.fromkeys(by_word({1: NEXT_WORDS}), 1) | dict.fromkeys(by_word({-1: LAST_WORDS}), -1)
_FILLERS = frozenset({"the", "of", "on", "le", "du", "ce", "cette", "de", "del", "el", "este", "esta", "this"})
_NUMBERS = re.compile(r"(\d{1,4})\s*[./\-\s]\s*(\d{1,2})(?:\s*[./\-\s]\s*(\d{4}|\d{2}))?\.?\Z")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|e|o|a)?\.?\Z")
_YEAR = re.compile(r"\d{4}\Z")
_LEAP = 8
"""Within so many years every day of the calendar comes."""

Day = datetime.date


def day_meant(words: str, today: Day, *, leans: int = 0, month_first: bool = False) -> Day | None:
    """Return the day that is meant, or None. `leans`: -1 past, +1 to come, 0 nearest; see `declare.Field`."""
    plain = " ".join(plain_letters(words.replace("’", "'")).replace("º", "o").split())
    found = _numbered(plain, today, leans, month_first) or _spoken(plain, today, leans)
    return found if found is not None and FIRST_YEAR <= found.year <= LAST_YEAR else None


def _numbered(plain: str, today: Day, leans: int, month_first: bool) -> Day | None:
    match = _NUMBERS.match(plain)
    if match is None:
        return None
    first, second, third = match.groups()
    if len(first) == 4:
        return _day(int(first), int(second), int(third)) if third else None
    month, date = (int(first), int(second)) if month_first else (int(second), int(first))
    if month > 12 >= date:
        month, date = date, month  # 20/11 is in November wherever one stands
    return _placed(month, date, third, today, leans)


def _spoken(plain: str, today: Day, leans: int) -> Day | None:
    for phrase, days in _DAY_WORDS.items():
        if plain.replace("-", " ").replace("'", " ") == phrase:
            return today + datetime.timedelta(days=days)
    tokens = [token.strip(".,") for token in re.split(r"[\s,]+", plain)]
    tokens = [token for token in tokens if token and token not in _FILLERS]
    if not any(token[:1].isdigit() for token in tokens):
        return _weekday(tokens, today, leans)
    if len(tokens) > 1 and tokens[0] in _WEEKDAYS:
        tokens = tokens[1:]  # "Friday 12 May": the number counts
    return _named(tokens, today, leans)


def _weekday(tokens: list[str], today: Day, leans: int) -> Day | None:
    words = " ".join(tokens)
    turn = next((way for word, way in _MODIFIERS.items() if f" {word} " in f" {words} "), 0)
    for word, way in _MODIFIERS.items():
        if way == turn:
            words = f" {words} ".replace(f" {word} ", " ").strip()
    number = _WEEKDAYS.get(words)
    if number is None:
        return None
    ahead, back = (number - today.weekday()) % 7, (today.weekday() - number) % 7
    if turn:
        return today + datetime.timedelta(days=(ahead or 7) if turn > 0 else -(back or 7))
    return today + datetime.timedelta(days=ahead if leans > 0 or (leans == 0 and ahead <= back) else -back)


def _named(tokens: list[str], today: Day, leans: int) -> Day | None:
    year = tokens.pop() if len(tokens) > 1 and _YEAR.match(tokens[-1]) else None
    months = [_MONTHS[token] for token in tokens if token in _MONTHS]
    numbers = [match[1] for token in tokens if (match := _ORDINAL.match(token))]
    if len(numbers) != 1 or len(months) + len(numbers) != len(tokens):
        return None
    if months:
        return _placed(months[0], int(numbers[0]), year, today, leans)
    return _this_month(int(numbers[0]), today, leans) if year is None else None


def _this_month(date: int, today: Day, leans: int) -> Day | None:
    """ "The 12th": of the month that fits."""
    months = [(today.year * 12 + today.month - 1 + more) for more in range(-2, 3)]
    return _best([_day(month // 12, month % 12 + 1, date) for month in months], today, leans)


def _placed(month: int, date: int, year: str | None, today: Day, leans: int) -> Day | None:
    if year is not None:
        whole = int(year)
        return _day(whole + ((1900 if whole > 50 else 2000) if len(year) == 2 else 0), month, date)
    return _best([_day(today.year + more, month, date) for more in range(-_LEAP, _LEAP + 1)], today, leans)


def _best(days: list[Day | None], today: Day, leans: int) -> Day | None:
    fit = [day for day in days if day is not None and (not leans or (day - today).days * leans >= 0)]
    return min(fit, key=lambda day: (abs((day - today).days), day), default=None)


def _day(year: int, month: int, date: int) -> Day | None:
    try:
        return Day(year, month, date)
    except ValueError:
        return None
