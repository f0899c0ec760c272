"""The calendar and the details beside it speak of the same day, and nothing moves under the pointer."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.day_chips import BEFORE, MONTH, day_least, laid_out
from learningcircles_ui.pages.meetups.day_names import DayNames
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage

Settle = Callable[[Desktop], None]


def opened(desktop: Desktop, settle: Settle) -> MeetupsPage:
    window = desktop.open()
    window.show_page("meetups")
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.head.look_as("month")
    settle(desktop)
    return page


def chip(page: MeetupsPage, day: datetime.date) -> QPoint:
    """Return where a day's first meetup lies, near its trailing end."""
    area = page.table.visualRect(page.model.index_of(day))
    return QPoint(area.right() - 8, area.top() + day_least() // 2 + 4)


def test_two_clicks_open_the_meetup_and_the_days_stay_where_they_are(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    today = datetime.date.today()
    day = today.replace(day=12 if today.day < 11 else 10)
    other.meetups.plan("Bike repair", f"{day}T17:30", 60)
    page = opened(desktop, settle)
    where, place = chip(page, day), page.table.visualRect(page.model.index_of(day))
    assert not page.pane.isVisible() and page.table.width() >= page.desk.width() - 4, "the days have all the width"
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    settle(desktop)
    assert page.pane._title.isVisible() and page.pane._title.text() == "Bike repair"
    assert page.table.visualRect(page.model.index_of(day)) == place
    over = page.pane.geometry()
    assert not over.contains(page.table.viewport().mapTo(page.desk, where)), "a second click meets the same"
    assert page.desk.rect().contains(over)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    form = page.pane.findChild(MeetupForm)
    assert form is not None and form.form.edit("title").typed() == "Bike repair"
    form.reject()


def test_details_go_with_escape_their_button_or_a_click_beside_them(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    today = datetime.date.today()
    day = today.replace(day=12 if today.day < 11 else 10)
    meetup, _ = other.meetups.plan("Bike repair", f"{day}T17:30", 60)
    page = opened(desktop, settle)

    def click_beside() -> None:
        where = page.table.visualRect(page.model.index_of(day - datetime.timedelta(days=1))).center()
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=where)

    def escape() -> None:
        qtbot.keyClick(page.pane.answers.person.control, Qt.Key.Key_Escape)

    for away in (escape, page.pane.away.click, click_beside):
        page.show_record("meetup", meetup)
        settle(desktop)
        assert page.pane.isVisible() and page.model.day(page.table.currentIndex()) == day
        page.pane.answers.person.control.setFocus()
        away()
        assert not page.pane.isVisible() and page.table.hasFocus()
    page.head.look_as("list")
    settle(desktop)
    page.list.table.go_to(0)
    settle(desktop)
    assert page.pane._title.isVisible() and not page.pane.away.isVisible(), "there they have a place of their own"
    assert page.list.width() + page.pane.width() < page.desk.width()


def test_details_stay_beside_their_day_when_the_window_has_another_size(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    today = datetime.date.today()
    meetup, _ = other.meetups.plan("Bike repair", f"{today}T17:30", 60)
    page = opened(desktop, settle)
    page.show_record("meetup", meetup)
    settle(desktop)
    for size in ((1400, 900), (1000, 700), (1280, 800)):
        page.window().resize(*size)
        settle(desktop)
        day, pane = page._chosen_day(), page.pane.geometry()
        assert pane.left() in (day.right() + 9, day.left() - 8 - pane.width()) and page.desk.rect().contains(pane)


def test_numbers_of_one_and_two_digits_begin_in_one_line(desktop: Desktop, settle: Settle) -> None:
    page = opened(desktop, settle)
    page.head.look_as("month")
    page._month = datetime.date(2027, 3, 1)
    page.activate()
    settle(desktop)
    column = [page.model.index_of(datetime.date(2027, 3, day)) for day in (3, 10, 17, 24)]
    paper = page.table.viewport().grab().toImage()
    begins = []
    for cell in column:
        area = page.table.visualRect(cell)
        inked = (
            x - area.left()
            for x in range(area.left() + 3, area.right() - 2)
            if any(paper.pixelColor(x, y).lightness() < 128 for y in range(area.top() + 4, area.top() + 26))
        )
        begins.append(next(inked))
    assert max(begins) - min(begins) <= 2, "but for what a digit has on its left"


def test_details_follow_the_day(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    today = datetime.date.today()
    later = (today.replace(day=1) + datetime.timedelta(days=65)).replace(day=2)
    other.meetups.plan("Open day", f"{today}T11:00", 60)
    other.meetups.plan("Sewing circle", f"{later}T11:00", 60)
    page = opened(desktop, settle)
    assert not page.pane.isVisible(), "nobody has chosen one yet"
    page._activated(page.model.index_of(today))
    settle(desktop)
    assert page.pane._title.isVisible() and page.pane._title.text() == "Open day"
    empty = today.replace(day=20 if today.day < 15 else 5)
    page.table.setCurrentIndex(page.model.index_of(empty))
    settle(desktop)
    assert not page.pane.isVisible()
    page.table.setCurrentIndex(page.model.index_of(today))
    settle(desktop)
    assert page.pane._title.isVisible(), "nobody has put them away"
    page._turn(1)
    settle(desktop)
    assert not page.pane.isVisible(), "another month, another day"
    page.head.look_as("list")
    settle(desktop)
    row = next(at for at in (0, 1) if page.list.model.index(at, 1).data() == "Sewing circle")
    page.list.table.go_to(row)
    page.head.look_as("month")
    settle(desktop)
    assert page.model.day(page.table.currentIndex()) == later and page.pane._title.text() == "Sewing circle"
    page._turn(0)
    settle(desktop)
    assert page.pane._title.text() == "Open day" and page.pane.isVisible()


def test_a_day_has_a_menu(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    today = datetime.date.today()
    other.meetups.plan("Open day", f"{today}T23:00", 60)  # not over yet, whatever the time
    page = opened(desktop, settle)
    cell = page.model.index_of(today)
    called_off = next(each for each in page.day_menu(cell).actions() if each.text() == "Call off")
    called_off.trigger()
    settle(desktop)
    assert other.reader.list("meetup")[0]["state"] == "cancelled"
    window = desktop.window
    assert window is not None and window.toast.label.text() == "Open day called off"
    assert [each.text() for each in page.day_menu(cell).actions() if each.text()] == [
        "Edit",
        "It takes place after all",
        "Plan a meetup",
    ]
    other.meetups.plan("Seed swap", f"{today}T23:30", 60)
    window.watch()
    settle(desktop)
    menu = page.day_menu(cell)
    assert [each.text()[-9:] for each in menu.actions() if isinstance(each.menu(), QMenu)] == [" Open day", "Seed swap"]


def test_a_title_has_the_lines_that_its_day_has_room_for(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    today = datetime.date.today()
    for hour, title in ((10, "Bike repair"), (11, "Sewing circle"), (12, "Bread baking morning"), (13, "Seed swap")):
        other.meetups.plan(title, f"{today}T{hour}:00", 60)
    page = opened(desktop, settle)
    here, cell, font = page.model.index_of(today), QRect(0, 0, 107, 110), page.table.font()
    rows = page.model.meetups(here)
    for these, lines in ((rows[:2], [["Bike repair"], ["Sewing circle"]]), (rows[2:3], [["Bread baking", "morning"]])):
        chips = laid_out(these, cell, font, MONTH).chips
        assert [chip.lines[1:] for chip in chips] == lines and all(":00" in chip.lines[0] for chip in chips)
        assert chips[-1].box.bottom() <= cell.bottom()
    full = laid_out(rows, cell, font, MONTH)
    assert full.more == 2 and full.rest.bottom() <= cell.bottom()
    assert [chip.lines for chip in laid_out(rows[:2], QRect(0, 0, 300, 110), font, MONTH).chips][1][0].endswith(
        "circle"
    )
    second = laid_out(rows, page.table.visualRect(here), font, MONTH).chips[1].box
    QTest.mouseClick(
        page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(second.x()) + 9, int(second.bottom()) - 2)
    )
    settle(desktop)
    assert page.pane._title.text() == "Sewing circle", "what is pointed at is what is painted there"


def test_the_calendar_says_in_words_what_it_says_by_colours_and_lines(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    day = datetime.date.today().replace(day=10)
    meetup, _ = other.meetups.plan("Bike repair", f"{day}T17:30", 60)
    other.meetups.cancel(meetup)
    page = opened(desktop, settle)
    cell = page.model.index_of(day)
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert "17:30 Bike repair: Called off" in str(cell.data(role)).replace("\u202f", " "), role
    told = page._colours
    assert told.isVisible() and "struck through" in told.text()
    page.head.look_as("list")
    settle(desktop)
    assert not told.isVisible(), "a list says it by words alone"


def test_the_names_of_the_days_are_as_long_as_each_has_room_for(desktop: Desktop, settle: Settle) -> None:
    page = opened(desktop, settle)
    names = DayNames(page.model, page)  # beside the table, which would give them their width again
    names.show()
    short, narrow = (
        page.model.day_names(form) for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.NarrowFormat)
    )
    widest = max(map(names.fontMetrics().horizontalAdvance, short))
    for room in range(widest, widest + 40):
        names.resize(room * 7, names.height())
        said = [page.model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for at in range(7)]
        assert said == (short if room >= widest + 2 * BEFORE else narrow), room
