"""A laptop that stays open shows today, whatever made it another day: midnight, a sleep, a clock that was set."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall import rows
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.meetups import MeetupsPage
from learningcircles_ui.pages.today_rows import coming
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle


@pytest.fixture
def tomorrow() -> datetime.date:
    return datetime.date.fromisoformat(text.today()) + datetime.timedelta(days=1)


def test_today_turns_with_the_day(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.meetups.plan("Bread", f"{tomorrow}T18:00", 60)
    window = desktop.open()
    settle(desktop)

    def offered() -> set[str]:
        return {each.text() for each in window.page.findChildren(QPushButton) if each.isVisible()}

    assert "Who came" not in offered()
    monkeypatch.setattr(text, "today", tomorrow.isoformat)
    window.watch()
    settle(desktop)
    assert "Who came" in offered()
    assert window.page.header.count.text().endswith(text.day(tomorrow.isoformat()))


def test_the_days_turn_with_the_day_unless_a_meetup_is_open(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id_, *_) = other.meetups.plan("Bread", f"{text.today()}T18:00", 60)
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage)
    monkeypatch.setattr(text, "today", tomorrow.isoformat)
    window.watch()
    settle(desktop)
    assert page.model.today == page.model.day(page.table.currentIndex()) == tomorrow
    page.show_record("meetup", id_)
    settle(desktop)
    after = tomorrow + datetime.timedelta(days=1)
    monkeypatch.setattr(text, "today", after.isoformat)
    window.watch()
    settle(desktop)
    assert page.model.today == after
    assert page.model.day(page.table.currentIndex()) == tomorrow - datetime.timedelta(days=1)


@pytest.fixture
def night(
    other: Verbs, desktop: Desktop, window: Window, settle: Settle, tomorrow: datetime.date
) -> tuple[Hall, bytes, bytes]:
    """The hall on an evening with a meetup, and a meetup of the next day."""
    add_people(other, ["Ana Ruiz", "Bo Ek"])
    (bread, *_) = other.meetups.plan("Bread", f"{text.today()}T20:00", 180)
    (choir, *_) = other.meetups.plan("Choir", f"{tomorrow}T18:00", 60)
    window.watch()
    settle(desktop)
    hall = desktop.enter_hall()
    settle(desktop)
    return hall, bread, choir


def touch(hall: Hall, name: str) -> None:
    """Touch a name."""
    people = hall.came.people
    row = next(at for at in range(people.model.rowCount()) if name in str(people.model.index(at).data()))
    at = people.list.visualRect(people.model.index(row)).center()
    QTest.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_who_is_here_at_midnight_came_to_the_evening_that_goes_on(
    night: tuple[Hall, bytes, bytes],
    other: Verbs,
    desktop: Desktop,
    settle: Settle,
    tomorrow: datetime.date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hall, bread, choir = night
    hall.first.buttons["came"].click()
    settle(desktop)
    monkeypatch.setattr(text, "today", tomorrow.isoformat)
    desktop.window.watch()
    settle(desktop)
    touch(hall, "Ana")
    settle(desktop)
    hall.came.guest.emit()
    hall.guest.name.setText("Nina")
    hall.guest.sign_up()
    settle(desktop)
    assert [row["meetup"] for row in other.reader.list("attendance")] == [bread] * 2
    hall.go("first")
    hall.first.buttons["came"].click()
    (also,) = (each for each in hall.came.findChildren(QPushButton) if each.text().startswith("Choir"))
    also.click()
    settle(desktop)
    touch(hall, "Bo")
    settle(desktop)
    assert [row["meetup"] for row in other.reader.list("attendance")].count(choir) == 1


def test_nobody_comes_to_another_meetup_in_place_of_one_that_is_over(
    night: tuple[Hall, bytes, bytes],
    desktop: Desktop,
    settle: Settle,
    tomorrow: datetime.date,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hall, _, choir = night
    monkeypatch.setattr(rows, "_NIGHT", datetime.timedelta())  # whatever hour it is: the night is over
    monkeypatch.setattr(text, "today", (tomorrow + datetime.timedelta(days=2)).isoformat)
    hall.first.buttons["came"].click()
    settle(desktop)
    hall.guest.meetups.choose(None)
    desktop.window.watch()
    settle(desktop)
    assert hall.step is hall.first and hall.came.meetups.chosen is None
    assert hall.guest.meetups.chosen is None and not hall.guest.button.isEnabled()


def test_todays_meetup_is_found_however_many_are_planned(other: Verbs) -> None:
    other.meetups.plan("Today", f"{text.today()}T18:00", 60)
    later = {"start": {"at": "2099-01-01T18:00", "zone": "Europe/Paris"}}
    other.records.add_many("meetup", [{"title": "Later", **later}] * 900, label="Plan meetups")
    assert [row["title"] for row in coming(other.reader)] == ["Today"]
