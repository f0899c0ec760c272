"""Meetups whose start is no time that this version knows: another laptop's program may write it otherwise."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.circle.meetups import minutes_between
from learningcircles.intake.calendars import calendar
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.rows import is_over
from learningcircles_ui.pages.today.rows import todays

Settle = Callable[[Desktop], None]
ODD = ["T25:00", "T18:60", "", "T9:00", "T18:0", "T18h00", " 18:00", "T18:00+02:00"]


def shared(other: Verbs, at: str, minutes: int = 60) -> bytes:
    """What a laptop of another version shared: its start and length are checked by nobody here."""
    id_, _ = other.meetups.plan("Odd", f"{text.today()}T18:00", 60)
    with other.circle.change("odd") as change:
        change.set("meetup", id_, {"start": {"at": at, "zone": "Europe/Paris"}, "minutes": minutes, "reach": 1})
    return id_


@pytest.mark.parametrize("minutes", [60, 10**12, -(10**12)])
@pytest.mark.parametrize("at", ODD)
@pytest.mark.parametrize("days", [0, 1])
def test_a_start_that_is_no_time_breaks_nothing(other: Verbs, at: str, minutes: int, days: int) -> None:
    day = datetime.date.fromisoformat(text.today()) - datetime.timedelta(days=days)
    meetup = other.reader.get("meetup", shared(other, f"{day}{at}", minutes))
    todays(other.reader)
    is_over(meetup)
    text.from_to(f"{day}{at}", minutes)
    text.moment(meetup["start"])
    assert b"BEGIN:VEVENT" in calendar([meetup], datetime.datetime.now(datetime.UTC))


def test_a_meetup_of_today_whose_hour_is_none_makes_way_for_one_with_an_hour(other: Verbs) -> None:
    shared(other, f"{text.today()}T25:00")
    begun = text.now().replace(second=0, microsecond=0).isoformat(timespec="minutes")
    here, _ = other.meetups.plan("Baking", begun, 60)
    assert todays(other.reader) == here


@pytest.mark.parametrize("at", ["no day", "20251127T18:00", "T25:00"])
def test_a_start_without_a_day_is_never_on(other: Verbs, at: str) -> None:
    shared(other, at)
    assert todays(other.reader) is None


def test_a_length_from_an_hour_with_a_zone_is_told() -> None:
    assert minutes_between("2026-11-27T18:00+02:00", "2026-11-27T19:00") == 60


@pytest.mark.parametrize("at", ODD)
def test_the_window_and_the_hall_show_it(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, at: str) -> None:
    shared(other, f"{text.today()}{at}")
    with qtbot.captureExceptions() as caught:
        window = desktop.open()
        for page in ("today", "meetups"):
            window.show_page(page)
            settle(desktop)
        desktop.enter_hall()
        settle(desktop)
    assert not caught
