"""When something comes again, as a meetup is planned."""

from __future__ import annotations

from datetime import datetime

import pytest

from learningcircles.errors import InvalidValue
from learningcircles.recurrence import FORTNIGHT, MONTH, WEEK, Repeats, dates_of

FRIDAY = datetime(2026, 12, 4, 18, 0)
"""The first one of its month."""


def days(repeats: Repeats, begins: datetime = FRIDAY) -> list[str]:
    found = dates_of(repeats, begins)
    assert all(each.time() == begins.time() for each in found)
    return [f"{each:%Y-%m-%d}" for each in found]


@pytest.mark.parametrize(
    ("repeats", "expected"),
    [
        (Repeats(WEEK, 3), ["2026-12-04", "2026-12-11", "2026-12-18"]),
        (Repeats(WEEK, until="2026-12-18"), ["2026-12-04", "2026-12-11", "2026-12-18"]),
        (Repeats(FORTNIGHT, until="2026-12-31"), ["2026-12-04", "2026-12-18"]),
        (Repeats(MONTH, 4), ["2026-12-04", "2027-01-01", "2027-02-05", "2027-03-05"]),
        (Repeats(WEEK, 1), ["2026-12-04"]),
        (Repeats(WEEK, until="2026-12-04"), ["2026-12-04"]),
    ],
)
def test_dates(repeats: Repeats, expected: list[str]) -> None:
    assert days(repeats) == expected


def test_who_begins_on_a_fifth_friday_means_the_last_one() -> None:
    assert days(Repeats(MONTH, 3), datetime(2027, 1, 29, 9, 30)) == ["2027-01-29", "2027-02-26", "2027-03-26"]


@pytest.mark.parametrize(
    ("repeats", "code"),
    [
        (Repeats(WEEK, 54), "too_often"), (Repeats(MONTH, 14), "too_often"), (Repeats(WEEK, 10**30), "too_often"),
        (Repeats(WEEK, 0), "never"), (Repeats(WEEK, until="2026-12-03"), "ends_before_first"),
        (Repeats(WEEK, until="2027-12-05"), "too_long"),
    ],
)  # fmt: skip
def test_a_year_is_the_most_and_never_is_not_meant(repeats: Repeats, code: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        dates_of(repeats, FRIDAY)
    assert refused.value.code == code
    assert len(dates_of(Repeats(WEEK, until="2027-12-04"), FRIDAY)) == 53


def test_the_last_days_of_the_calendar_are_no_trouble() -> None:
    assert days(Repeats(MONTH, 2), datetime(2199, 12, 31, 18)) == ["2199-12-31", "2200-01-28"]
    for every in (WEEK, MONTH):
        found = dates_of(Repeats(every, 3), datetime(9999, 6, 4, 18))
        assert len(found) == 3 and found[-1].year == 9999
    assert days(Repeats(WEEK, until="9999-12-31"), datetime(9999, 12, 24, 18)) == ["9999-12-24", "9999-12-31"]
    with pytest.raises(InvalidValue):
        dates_of(Repeats(WEEK, 3), datetime(9999, 12, 24, 18))
