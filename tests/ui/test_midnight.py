"""A laptop that stays open shows today, whatever made it another day: midnight, a sleep, a clock that was set."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.rows import read_meetups
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.today.rows import coming, is_on, todays
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle

DAY = datetime.timedelta(days=1)
SetClock = Callable[[datetime.date, str], None]


@pytest.fixture
def tomorrow() -> datetime.date:
    return datetime.date.fromisoformat(text.today()) + DAY


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Set the laptop's clock to an hour of a day."""

    def at(day: datetime.date, hour: str) -> None:
        monkeypatch.setattr(text, "now", lambda: datetime.datetime.fromisoformat(f"{day}T{hour}"))

    return at


def test_today_turns_with_the_day(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, set_clock: SetClock
) -> None:
    other.meetups.plan("Bread", f"{tomorrow}T18:00", 60)
    window = desktop.open()
    settle(desktop)

    def offered() -> set[str]:
        return {each.text() for each in window.page.findChildren(QPushButton) if each.isVisible()}

    assert "Who came" not in offered()
    set_clock(tomorrow, "00:01")
    window.watch()
    settle(desktop)
    assert "Who came" in offered()
    assert window.page.header.count.text().endswith(text.day(tomorrow.isoformat()))


def test_last_nights_meetup_is_not_said_to_be_today(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, set_clock: SetClock
) -> None:
    other.meetups.plan("Bread", f"{text.today()}T18:00", 60)
    other.meetups.plan("Chess", f"{tomorrow}T19:00", 60)
    set_clock(tomorrow, "00:30")
    window = desktop.open()
    settle(desktop)
    told = [each.text() for each in window.page.findChildren(QLabel) if each.isVisible()]
    assert "1 meetup still on, or just over" in told and told.count("1 meetup today") == 1


def test_the_days_turn_with_the_day_unless_a_meetup_is_open(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, set_clock: SetClock
) -> None:
    (id_, *_) = other.meetups.plan("Bread", f"{text.today()}T18:00", 60)
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage)
    set_clock(tomorrow, "00:30")
    window.watch()
    settle(desktop)
    assert page.model.day(page.table.currentIndex()) == tomorrow - DAY, "the evening goes on"
    set_clock(tomorrow, "04:00")
    window.watch()
    settle(desktop)
    assert page.model.today == page.model.day(page.table.currentIndex()) == tomorrow
    page.show_record("meetup", id_)
    settle(desktop)
    set_clock(tomorrow + DAY, "12:00")
    window.watch()
    settle(desktop)
    assert page.model.today == tomorrow + DAY
    assert page.model.day(page.table.currentIndex()) == tomorrow - DAY


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
    set_clock: SetClock,
) -> None:
    hall, bread, choir = night
    hall.first.buttons["came"].click()
    settle(desktop)
    set_clock(tomorrow, "00:30")
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
    (also,) = (each for each in hall.came.findChildren(QPushButton) if "Choir" in each.text())
    also.click()
    settle(desktop)
    touch(hall, "Bo")
    settle(desktop)
    assert [row["meetup"] for row in other.reader.list("attendance")].count(choir) == 1


def test_the_desktop_and_the_hall_mean_the_same_evening(
    other: Verbs, desktop: Desktop, window: Window, settle: Settle, tomorrow: datetime.date, set_clock: SetClock
) -> None:
    today = tomorrow - DAY
    (bread, *_) = other.meetups.plan("Bread", f"{today}T20:00", 180)
    (choir, *_) = other.meetups.plan("Choir", f"{tomorrow}T18:00", 60)
    (chess, *_) = other.meetups.plan("Chess", f"{tomorrow}T19:00", 60)
    for day, hour, evening in (
        (today, "09:00", bread),
        (tomorrow, "00:30", bread),
        (tomorrow, "03:59", bread),
        (tomorrow, "04:00", choir),
        (tomorrow, "19:30", chess),
    ):
        set_clock(day, hour)
        assert todays(other.reader) == evening, hour
        assert [each.id for each in read_meetups(other.reader) if each.meant] == [evening], hour
    set_clock(tomorrow, "00:30")
    window.watch()
    settle(desktop)
    asked: list[object] = []
    window.shell.signals.asked.connect(lambda page, what: asked.append(what))
    came = [each for each in window.page.findChildren(QPushButton) if each.isVisible() and each.text() == "Who came"]
    assert len(came) == 3
    came[0].click()
    assert asked == [("attend", bread)], "last night’s comes first"
    set_clock(tomorrow, "19:30")
    hall = desktop.enter_hall()
    assert hall is not None
    settle(desktop)
    hall.first.buttons["came"].click()
    settle(desktop)
    assert hall.came.meetups.chosen is not None and hall.came.meetups.chosen.id == chess


def test_a_camp_is_on_until_it_ends(other: Verbs, tomorrow: datetime.date, set_clock: SetClock) -> None:
    (camp, *_) = other.meetups.plan("Camp", f"{tomorrow}T18:00", 2 * 24 * 60)
    for day, hour, on in ((0, "09:00", True), (1, "12:00", True), (2, "17:59", True), (2, "18:00", False)):
        set_clock(tomorrow + day * DAY, hour)
        assert [is_on(each) for each in coming(other.reader)] == [True] * on, (day, hour)
    set_clock(tomorrow + DAY, "12:00")
    other.records.edit("meetup", camp, {"state": "cancelled"})
    assert not coming(other.reader)


def test_a_guest_learns_why_enter_does_nothing(
    night: tuple[Hall, bytes, bytes], other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    hall, bread, choir = night
    hall.go("guest")
    hall.guest.name.setText("Nina")
    other.records.edit("meetup", bread, {"state": "cancelled"})
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    assert hall.sentence.text() == "Choose what they come to." and not hall.guest.button.isEnabled()
    (also,) = (each for each in hall.guest.findChildren(QPushButton) if "Choir" in each.text())
    also.click()
    assert hall.guest.button.isEnabled()
    QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
    settle(desktop)
    assert [row["meetup"] for row in other.reader.list("rsvp")] == [choir]


def test_nobody_comes_to_another_meetup_in_place_of_one_that_is_over(
    night: tuple[Hall, bytes, bytes],
    desktop: Desktop,
    settle: Settle,
    tomorrow: datetime.date,
    set_clock: SetClock,
) -> None:
    hall, _, choir = night
    set_clock(tomorrow + DAY, "04:00")
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


def test_the_calendar_goes_on_while_a_camp_is_on(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, set_clock: SetClock
) -> None:
    other.meetups.plan("Camp", f"{tomorrow - DAY}T09:00", 5 * 24 * 60)
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage)
    for days in range(3):
        set_clock(tomorrow + days * DAY, "12:00")
        window.watch()
        settle(desktop)
        assert page.model.day(page.table.currentIndex()) == tomorrow + days * DAY


def test_a_camp_is_meant_only_where_no_evening_is(other: Verbs, tomorrow: datetime.date, set_clock: SetClock) -> None:
    camp, _ = other.meetups.plan("Camp", f"{tomorrow - DAY}T09:00", 5 * 24 * 60)
    other.meetups.plan("Open day", f"{tomorrow}T00:00", 24 * 60)
    early, _ = other.meetups.plan("Knitting", f"{tomorrow}T09:00", 60)
    first, _ = other.meetups.plan("Bikes", f"{tomorrow}T18:00", 60)
    second, _ = other.meetups.plan("Bread", f"{tomorrow}T20:00", 60)
    for hour, wanted in (
        ("09:30", early),
        ("10:50", early),
        ("17:10", first),
        ("17:30", first),
        ("19:30", first),
        ("20:10", second),
    ):
        set_clock(tomorrow, hour)
        assert todays(other.reader) == wanted, hour
    set_clock(tomorrow + DAY, "12:00")
    assert todays(other.reader) == camp


@pytest.mark.parametrize(
    ("hour", "said", "answers", "came"),
    [("09:00", "Nina is signed up for Bread.", 1, 0), ("16:50", "Nina is signed up for Bread.", 1, 0),
     ("17:05", "Nina is here.", 0, 1), ("19:30", "Nina is here.", 0, 1)],
)  # fmt: skip
def test_a_guest_is_here_only_shortly_before_the_meetup_begins(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, set_clock: SetClock, hour: str, said: str,
    answers: int, came: int,
) -> None:  # fmt: skip
    other.meetups.plan("Bread", f"{tomorrow}T18:00", 60)
    set_clock(tomorrow, "08:00")
    desktop.open()
    settle(desktop)
    hall = desktop.enter_hall()
    assert hall is not None
    settle(desktop)
    set_clock(tomorrow, hour)  # the hall has stood there since the morning
    hall.go("guest")
    hall.guest.name.setText("Nina")
    hall.guest.sign_up()
    settle(desktop)
    assert hall.sentence.text() == said
    assert (other.reader.count("rsvp"), other.reader.count("attendance")) == (answers, came)
    hall.go("came")
    settle(desktop)
    hall.came.guest.emit()
    hall.guest.name.setText("Ugo")
    hall.guest.sign_up()
    settle(desktop)
    assert hall.sentence.text() == "Ugo is here.", "asked for among those who came, they are"
