"""Today says whom to tell that a meetup they mean to come to was called off or moved, until they are told."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.untold import EveryUntold
from learningcircles_ui.pages.today.untold_rows import read_untold
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed
from tests.ui.test_written_apart import Pair

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


def test_the_list_counts_down_and_each_told_is_said_once(
    desktop: Desktop, other: Verbs, choir: bytes, settle: Settle
) -> None:
    other.meetups.cancel(choir)
    window, page = today(desktop, settle)
    press(page, "Show whom…")
    settle(desktop)
    every = dialog()

    def heading() -> str:
        (shown,) = (each.text() for each in every.findChildren(QLabel) if each.text().endswith("to tell"))
        assert shown == every.windowTitle() == every.list.accessibleName()
        return shown

    assert heading() == "3 people to tell"
    every.done_button.click()
    settle(desktop)
    assert heading() == "2 people to tell"
    assert every.toast.isVisible() and window.toast.isHidden(), "it is said where one looks, and there alone"
    every.toast.undo.emit(every.toast.action)
    settle(desktop)
    assert heading() == "3 people to tell" and window.toast.isHidden()
    every.done_button.click()
    settle(desktop)
    action = every.toast.action
    every.leave_button.click()
    assert window.toast.isVisible() and window.toast.label.text() == "1 person told"
    assert window.toast.action == action, "what can be taken back goes on being offered"


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


def test_who_calls_off_reads_where_the_people_to_tell_stand_and_can_plan_it_again(
    desktop: Desktop, other: Verbs, choir: bytes, settle: Settle
) -> None:
    window = desktop.open()
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    window.show_page("meetups")
    page.show_record("meetup", choir)
    settle(desktop)
    page.pane._call_off()
    settle(desktop)
    assert window.toast.label.text() == "Choir called off. Today says whom to tell."
    assert page.pane._again.isVisible() and not page.pane._cancel.isVisible()
    page.pane._again.click()
    settle(desktop)
    assert window.toast.label.text() == "Choir takes place after all"
    assert page.pane._cancel.isVisible() and not page.pane._again.isVisible()
    assert read_untold(other.reader) == [], "nobody was told otherwise"


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


def test_whom_to_tell_stands_before_all_else_that_waits(
    desktop: Desktop, other: Verbs, choir: bytes, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Maria Lopez", "Maria Lopez"], phone="0777")
    add_people(other, ["Dee"])
    (dee, *_) = other.reader.list("member", text="Dee")
    other.swaps.record(dee.id, other.reader.list("member", text="Ana")[0].id, 60, "Bread", proposed=True)
    other.meetups.cancel(choir)
    _, page = today(desktop, settle)
    qtbot.waitUntil(lambda: any("may be one person" in each for each in words(page)))
    shown = [each for each in page.findChildren(QLabel) if each.isVisible()]
    tops = {each.text(): each.mapTo(page, each.rect().topLeft()).y() for each in shown}
    heads = [each for each in sorted(tops, key=tops.__getitem__) if "to tell" in each or "one person" in each]
    assert heads[0] == "3 people to tell" and len(heads) > 1, heads


def test_two_of_one_name_are_told_apart(desktop: Desktop, other: Verbs, choir: bytes, settle: Settle) -> None:
    bo, ana = add_people(other, ["Bo", "Ana"])
    other.records.edit("member", ana, {"phone": "0999"})
    other.records.add("member", {"name": "Zoë"})
    for each in (bo, ana):
        other.meetups.rsvp(choir, each)
    other.meetups.cancel(choir)
    _, page = today(desktop, settle)
    (names,) = (each for each in words(page) if each.endswith(" and 2 more"))
    assert "Ana (0123 45)" in names and "Ana (0999)" in names and names.split(", ")[2].startswith("Bo (")
    press(page, "Show whom…")
    settle(desktop)
    every = dialog()
    shown = [str(every.model.index(row).data()) for row in range(every.model.rowCount())]
    assert {"Ana  ·  0123 45  ·  ana@example.org", "Ana  ·  0999", "Bo  ·  bo@example.org"} < {*shown}, "that tells it"
    assert any(each.startswith("Bo (no. ") for each in shown) and "Zoë (guest)" in shown
    every.reject()


def test_a_telephone_that_is_not_certain_is_shown_with_the_other(
    home: Home, desktop: Desktop, other: Verbs, red: Engine, choir: bytes, settle: Settle, tmp_path: Path
) -> None:
    """Two laptops wrote two of Ana's, and Bo was here twice, with two: nobody has said yet which is right."""
    pair = Pair(home, other, red, tmp_path)
    pair.meet()
    ana, bo = (other.reader.ids("member", where={"name": name})[0] for name in ("Ana", "Bo"))
    other.records.edit("member", ana, {"phone": "0111"})
    red.verbs.records.edit("member", ana, {"phone": "0222"})
    other.records.edit("member", ana, {"email": "ana@example.net"})
    red.verbs.records.edit("member", ana, {"email": ""})
    (twin,) = add_people(other, ["Bo"])
    other.records.edit("member", twin, {"email": "bo@example.net"})
    other.merging.merge(bo, twin)
    other.meetups.cancel(choir)
    pair.meet()
    window, page = today(desktop, settle)
    press(page, "Show whom…")
    settle(desktop)
    every = dialog()
    shown = [str(every.model.index(row).data()) for row in range(every.model.rowCount())]
    assert "Ana, Bo, Zoë" in words(page), "nobody has a name of theirs, from whom they would be told apart"
    assert shown[0] in {f"Ana  ·  {way}  ·  ana@example.net, or none" for way in ("0111 or 0222", "0222 or 0111")}
    first, _, other_one = shown[1].removeprefix("Bo  ·  ").partition(" or ")
    assert {first, other_one} == {"bo@example.org", "bo@example.net"}
    every.other_button.click()
    assert QGuiApplication.clipboard().text() == f"ana@example.net, {first}, {other_one}"
    for item in other.reader.review():
        window.shell.do(lambda verbs, id_=item.id: verbs.review.resolve(id_, "kept"))
    settle(desktop)
    assert str(every.model.index(0).data()).split("  ·  ")[1] in ("0111", "0222"), "somebody has said which is right"
    every.reject()


def test_whom_to_tell_stands_above_what_was_begun(desktop: Desktop, other: Verbs, choir: bytes, settle: Settle) -> None:
    """A neighbour may be about to set out for what is off; what was begun here waits for whoever began it."""
    other.meetups.cancel(choir)
    other.drafts.keep_draft("member", {"name": "Dora Ek"})
    _, page = today(desktop, settle)
    found = {each.text(): each for each in page.findChildren(QLabel) if each.isVisible()}
    tell, begun = (found[words] for words in ("3 people to tell", "1 thing begun and not finished"))
    assert tell.mapTo(page, QPoint()).y() < begun.mapTo(page, QPoint()).y()
