"""Today says whom to tell that a meetup they mean to come to was called off or moved, until they are told."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.untold import EveryUntold
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


@pytest.fixture
def choir(other: Verbs) -> bytes:
    """A meetup in three days, to which Ana and Bo mean to come, and Zoë, a guest."""
    ana, bo = add_people(other, ["Ana", "Bo"])
    other.records.edit("member", ana, {"phone": "0123 45", "email": "ana@example.org"})
    other.records.edit("member", bo, {"email": "bo@example.org"})
    ahead = datetime.date.fromisoformat(other.desk.today()) + datetime.timedelta(days=3)
    meetup, _ = other.meetups.plan("Choir", f"{ahead}T18:00", 60, place="Old library")
    for who, answer in ((ana, "yes"), (bo, "maybe")):
        other.meetups.rsvp(meetup, who, answer)
    other.meetups.rsvp(meetup, name="Zoë")
    return meetup


def today(desktop: Desktop, settle: Settle) -> tuple[Window, TodayPage]:
    window = desktop.open()
    window.show_page("today")
    settle(desktop)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return window, page


def words(page: TodayPage) -> set[str]:
    return {each.text() for each in page.findChildren(QLabel) if each.isVisible()}


def press(page: TodayPage, name: str) -> None:
    (found,) = (each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == name)
    found.click()


def dialog() -> EveryUntold:
    (found,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, EveryUntold) and each.isVisible())
    return found


def test_all_are_told_at_once_and_that_can_be_taken_back(
    desktop: Desktop, other: Verbs, choir: bytes, settle: Settle
) -> None:
    other.meetups.cancel(choir)
    window, page = today(desktop, settle)
    assert {"3 people to tell", "Ana, Bo, Zoë"} <= words(page)
    assert any(each.startswith("Choir, ") and each.endswith(": called off") for each in words(page))
    press(page, "All told")
    settle(desktop)
    assert "3 people to tell" not in words(page) and window.toast.label.text() == "3 people told"
    window.toast.undo.emit(window.toast._action)
    settle(desktop)
    assert "3 people to tell" in words(page)


def test_each_is_told_by_what_they_are_reached_by(desktop: Desktop, other: Verbs, choir: bytes, settle: Settle) -> None:
    other.records.edit("meetup", choir, {"place": "New library"})
    _, page = today(desktop, settle)
    press(page, "Show whom…")
    settle(desktop)
    every = dialog()
    QAbstractItemModelTester(every.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = [every.model.index(row).data() for row in range(every.model.rowCount())]
    assert shown == ["Ana  ·  0123 45  ·  ana@example.org", "Bo  ·  bo@example.org", "Zoë"]
    assert every.sentence.text().endswith("now at New library")
    every.other_button.click()
    assert QGuiApplication.clipboard().text() == "ana@example.org, bo@example.org"
    every.done_button.click()
    settle(desktop)
    assert every.model.rowCount() == 2
    every.done_button.click()
    settle(desktop)
    assert not every.other_button.isEnabled(), "Zoë has no address"
    every.leave_button.click()
    settle(desktop)
    assert {"1 person to tell", "Zoë"} <= words(page)
    press(page, "Told")
    settle(desktop)
    assert "1 person to tell" not in words(page)


def test_who_is_to_be_told_of_two_meetups_is_one_person(
    desktop: Desktop, other: Verbs, choir: bytes, settle: Settle
) -> None:
    ahead = datetime.date.fromisoformat(other.desk.today()) + datetime.timedelta(days=5)
    sewing, _ = other.meetups.plan("Sewing", f"{ahead}T18:00", 60)
    (ana, *_) = other.reader.list("member", text="Ana")
    other.meetups.rsvp(sewing, ana.id)
    for each in (choir, sewing):
        other.meetups.cancel(each)
    _, page = today(desktop, settle)
    assert {"3 people to tell", "Ana  ·  0123 45  ·  ana@example.org"} <= words(page)


def test_who_calls_off_reads_where_the_people_to_tell_stand(desktop: Desktop, choir: bytes, settle: Settle) -> None:
    window = desktop.open()
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    window.show_page("meetups")
    page.show_record("meetup", choir)
    settle(desktop)
    page.pane._call_off()
    settle(desktop)
    assert window.toast.label.text() == "Choir called off. Today says whom to tell."


def test_an_open_list_follows_what_changes(desktop: Desktop, other: Verbs, choir: bytes, settle: Settle) -> None:
    other.meetups.cancel(choir)
    window, page = today(desktop, settle)
    press(page, "Show whom…")
    settle(desktop)
    every = dialog()
    every.list.setCurrentIndex(every.model.index(1))
    (ana, *_) = other.reader.list("member", text="Ana")
    window.shell.do(lambda verbs: verbs.records.edit("member", ana.id, {"phone": "0987 65"}))
    settle(desktop)
    shown = [every.model.index(row).data() for row in range(every.model.rowCount())]
    assert shown == ["Ana  ·  0987 65  ·  ana@example.org", "Bo  ·  bo@example.org", "Zoë"]
    assert every.sentence.text().startswith("Bo") and every.list.currentIndex().row() == 1
    every.done_button.click()
    settle(desktop)
    every.toast.undo.emit(every.toast._action)
    settle(desktop)
    assert every.model.rowCount() == 3
    window.shell.do(lambda verbs: verbs.records.edit("meetup", choir, {"state": "planned"}))
    settle(desktop)
    assert closed(every), "nobody is to be told any more"
