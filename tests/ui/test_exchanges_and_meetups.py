"""Exchanges and meetups on the real window: recording, deciding, planning, marking who came, all from the keyboard."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.share.rows import LaptopRow, LaptopsModel, laptops
from learningcircles_ui.pages.today.rows import read_news
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.pills import Pill
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened

Settle = Callable[[Desktop], None]


def test_an_exchange_is_recorded_from_the_keyboard(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    zoe, _ = other.records.add("member", {"name": "Zoë Lindqvist"})
    pilar = other.reader.list("member", text="pilar")[0].id
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    form = SwapForm(window.shell, window)
    qtbot.addWidget(form)
    form.show()
    for side, letters in (("provider", "zo"), ("receiver", "pi")):
        picker = form.form.lines[side].editor
        assert isinstance(picker, PickerEditor)
        picker.control.setFocus()
        qtbot.keyClicks(picker.control, letters)
        qtbot.waitUntil(lambda picker=picker: picker._frame.isVisible())
        qtbot.keyClick(picker.control, Qt.Key.Key_Return)
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("swap") == 1)
    assert (other.reader.balance(zoe), other.reader.balance(pilar)) == (60, -60)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    qtbot.waitUntil(lambda: page.swaps.model.rowCount() == 1)
    page.swaps.table.go_to(0)
    qtbot.waitUntil(page.swaps.turns["reverse"].isEnabled)
    page.swaps.turn("reverse")
    qtbot.waitUntil(lambda: other.reader.balance(zoe) == 0)
    settle(desktop)
    row = page.swaps.model.row(0)
    assert row is not None and page.swaps.model.column(5).text(row) == "Reversed"
    assert [verb for verb, made in page.swaps.turns.items() if made.isEnabled()] == ["again"]
    page.swaps.states.setCurrentIndex(page.swaps.states.findText("Reversed"))
    settle(desktop)
    assert page.swaps.model.rowCount() == 1 and read_news(other.reader).waiting_count == 0, "nobody is asked again"
    window.undo_redo.take_back()
    qtbot.waitUntil(lambda: other.reader.balance(zoe) == 60)


def test_whoever_types_faster_than_the_list_gets_its_first(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    zoe, _ = other.records.add("member", {"name": "Zoë Lindqvist"})
    window = desktop.open()
    form = SwapForm(window.shell, window)
    qtbot.addWidget(form)
    form.show()
    picker = form.form.lines["provider"].editor
    assert isinstance(picker, PickerEditor)
    picker.control.setFocus()
    qtbot.keyClicks(picker.control, "zo")
    qtbot.keyClick(picker.control, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: picker.typed() == zoe)
    assert form.isVisible() and picker.words() == "Zoë Lindqvist"
    settle(desktop)


@pytest.mark.parametrize("down", [False, True], ids=["tab", "down and tab"])
def test_a_name_that_was_corrected_is_not_the_one_typed_first(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, down: bool
) -> None:
    ami, jorg = add_people(other, ["Amina Adeyemi", "Jörg Müller"])
    window = desktop.open()
    form = SwapForm(window.shell, window)
    qtbot.addWidget(form)
    form.show()
    picker = form.form.lines["provider"].editor
    assert isinstance(picker, PickerEditor)
    picker.control.setFocus()
    qtbot.keyClicks(picker.control, "Ami")
    qtbot.waitUntil(lambda: picker._frame.marked() == 0)
    for _ in "Ami":
        qtbot.keyClick(picker.control, Qt.Key.Key_Backspace)
    qtbot.keyClicks(picker.control, "Jor")
    if down:
        qtbot.keyClick(picker.control, Qt.Key.Key_Down)
    qtbot.keyClick(picker.control, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: picker.typed() in (ami, jorg))
    assert picker.typed() == jorg and picker.words() == "Jörg Müller"
    settle(desktop)


def test_an_exchange_with_oneself_is_refused_beside_its_field(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    pilar = other.reader.list("member")[0]
    window = desktop.open()
    form = SwapForm(window.shell, window, pilar.id)
    qtbot.addWidget(form)
    form.show()
    settle(desktop)
    picker = form.form.lines["receiver"].editor
    assert isinstance(picker, PickerEditor)
    qtbot.keyClicks(picker.control, "Pilar")
    settle(desktop)
    form.submit()
    settle(desktop)
    assert form.form.lines["receiver"].sentence.startswith("Nobody can exchange time with themselves")
    picker.pick(pilar.id, "Pilar")
    form.submit()
    settle(desktop)
    assert form.isVisible() and other.reader.count("swap") == 0


def test_what_was_just_recorded_or_added_is_the_row_that_buttons_act_on(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    zoe, _ = other.records.add("member", {"name": "Zoë Lindqvist"})
    pilar = other.reader.list("member", text="pilar")[0].id
    older = other.swaps.record(zoe, pilar, 30, "bread", other.desk.today())[0]
    for title in ("Accordion", "Zither"):
        other.records.add("offer", {"title": title})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    page.show_record("swap", older)
    assert page.swaps.table.current_id() == older
    page.again(older)
    qtbot.waitUntil(lambda: window.findChild(SwapForm) is not None)
    form = window.findChild(SwapForm)
    assert isinstance(form, SwapForm)
    form.submit()
    qtbot.waitUntil(lambda: form.recorded is not None and page.swaps.table.current_id() == form.recorded)
    offers = page.listings["offer"]
    offers.add()
    added = window.findChild(ListingForm)
    assert isinstance(added, ListingForm)
    qtbot.keyClicks(added.form.lines["title"].editor.control, "Kiln")
    added.submit()
    qtbot.waitUntil(lambda: added.added is not None and offers.table.current_id() == added.added)


def test_an_offer_is_written_down_with_its_reach(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    window = desktop.open()
    form = ListingForm(window.shell, window, "offer")
    qtbot.addWidget(form)
    form.show()
    assert next(iter(form.form.lines)) == "member", "whose it is, as in the other forms"
    whose = form.form.lines["member"]
    assert whose._note.text() == "Left empty, it is the circle’s own."
    topic = form.form.lines["topic"]
    assert topic._note.text() == "Left empty, the title stands for it."
    topic.editor.show_value("bread")
    assert topic._note.isHidden()
    topic.editor.show_value(None)
    assert not topic._note.isHidden()
    qtbot.keyClicks(whose.editor.control, "Pil")
    assert whose._note.text() == ""
    qtbot.keyClick(whose.editor.control, Qt.Key.Key_Return)
    settle(desktop)
    qtbot.keyClicks(form.form.lines["title"].editor.control, "Bicycle repair")
    form.form.lines["reach"].editor.show_value(5)
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("offer") == 1)
    record = other.reader.list("offer")[0]
    assert (record["title"], record["reach"], record["state"]) == ("Bicycle repair", 5, "open")
    assert record["member"] == other.reader.list("member")[0].id


def test_a_meetup_is_planned_and_an_evening_marked(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    zoe, _ = other.records.add("member", {"name": "Zoë Lindqvist"})
    window = desktop.open()
    form = MeetupForm(window.shell, window, day="2026-11-24")
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(form.form.lines["title"].editor.control, "Seed swap")
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("meetup") == 1)
    meetup = other.reader.list("meetup")[0]
    assert meetup["start"]["at"] == "2026-11-24T18:00" and meetup["minutes"] == 120
    settle(desktop)

    evening = Attendance(window.shell, meetup.id, window)
    qtbot.addWidget(evening)
    evening.show()
    qtbot.waitUntil(lambda: evening.model.rowCount() == 2)
    qtbot.keyClicks(evening.letters.edit, "zo")
    assert evening.model.rowCount() == 1, "accents do not matter"
    qtbot.keyClick(evening.letters.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: other.meetups.present(meetup.id)[0] != [])
    qtbot.keyClicks(evening.letters.edit, "zoez")
    qtbot.keyClick(evening.letters.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(other.meetups.present(meetup.id)[0]) == 2)
    settle(desktop)
    assert "as a guest" in evening._last, "who typed blind is told what became of a slip"
    evening.undo_button.click()
    settle(desktop)
    qtbot.keyClicks(evening.guest, "Nina")
    qtbot.keyClick(evening.guest, Qt.Key.Key_Return)
    evening.count.setValue(4)
    evening.count.editingFinished.emit()
    qtbot.waitUntil(lambda: other.meetups.present(meetup.id)[1] == 4)
    settle(desktop)
    named, _ = other.meetups.present(meetup.id)
    assert {(row["person"], row["name"], row["state"]) for row in named} == {
        (zoe, None, "attended"),
        (None, "Nina", "attended"),
    }


def pane_on(desktop: Desktop, meetup: bytes, settle: Settle) -> MeetupsPage:
    window = desktop.open()
    window.open_record("meetup", meetup)
    settle(desktop)
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage) and page.pane._title.isVisible()
    return page


def buttons_of(page: MeetupsPage) -> set[str]:
    shown = {button.text() for button in page.pane.findChildren(QPushButton) if button.isVisible()}
    return shown - {""}  # what puts the details away has a picture alone


def test_a_meetup_that_is_over_is_held_and_asks_who_came(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    now = datetime.datetime.now()
    over, _ = other.meetups.plan("Over", (now - datetime.timedelta(minutes=90)).isoformat(timespec="minutes"), 60)
    begun, _ = other.meetups.plan("Begun", (now - datetime.timedelta(minutes=1)).isoformat(timespec="minutes"), 60)
    page = pane_on(desktop, over, settle)
    assert buttons_of(page) == {"Who came", "Edit"} and not page.pane.answers.person.isVisible()
    assert [pill.text() for pill in page.pane.findChildren(Pill)] == ["Held"]
    page.head.look_as("list")
    settle(desktop)
    states = {page.list.model.index(row, 1).data(): page.list.model.index(row, 5).data() for row in (0, 1)}
    assert states == {"Over": "Held", "Begun": "Planned"}
    assert "Who came" in buttons_of(pane_on(desktop, begun, settle))


def test_a_meetup_that_is_called_off_asks_for_nothing(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    ahead = datetime.date.today() + datetime.timedelta(days=3)
    meetup, _ = other.meetups.plan("Open day", f"{ahead}T11:00", 60)
    page = pane_on(desktop, meetup, settle)
    assert buttons_of(page) == {"Note", "Sign-in sheet", "Poster", "Edit", "Call off"}
    page.pane._call_off()
    settle(desktop)
    assert buttons_of(page) == {"Edit", "It takes place after all"}
    assert not page.pane.answers.person.isVisible()


def test_a_plan_made_before_the_month_was_seen_is_for_today(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.open()
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.begin("plan", None)
    form = page.findChild(MeetupForm)
    assert form is not None
    form.form.edit("title").control.setText("Seed swap")
    form.submit()
    qtbot.waitUntil(lambda: other.reader.count("meetup") == 1)
    assert other.reader.list("meetup")[0]["start"]["at"][:10] == text.today()
    settle(desktop)


def test_the_month_is_a_proper_table(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    today = datetime.date.today()
    meetup, _ = other.meetups.plan("Open day", f"{today.isoformat()}T11:00", 60)
    window = desktop.open()
    window.show_page("meetups")
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    qtbot.waitUntil(lambda: bool(page.model.meetups(page.model.index_of(today))))
    cell = page.model.index_of(today)
    assert "Open day" in str(cell.data())
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page._activated(cell)
    qtbot.waitUntil(page.pane._title.isVisible)
    assert page.pane._title.text() == "Open day"
    page._turn(1)
    settle(desktop)
    assert page.model.month != today.replace(day=1)
    window.open_record("meetup", meetup)
    qtbot.waitUntil(lambda: page.model.month == today.replace(day=1))


def test_the_laptops_are_a_proper_table(other: Verbs) -> None:
    model = LaptopsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(laptops(other))
    assert (
        "this laptop" in str(model.index(0, 0).data())
        and model.index(0, 1).data() == "Runs the circle, lets laptops in"
    )
    away = LaptopRow(b"x" * 16, "Blue", "organizer", False, False, None, left="2026-11-20")
    model.show([*model.rows, away, away._replace(revoked=True)])
    assert model.index(1, 1).data() == f"Gone since {text.day('2026-11-20')}"
    assert model.index(2, 1).data() == "Shut out"
    model.show([away, away._replace(id=b"y" * 16)])
    told = ["Blue (787878)", "Blue (797979)"]
    assert [model.index(at, 0).data() for at in range(2)] == told, "two copies of one laptop"
    model.show([away._replace(name="")])
    assert model.index(0, 0).data() == "Laptop without a name (787878)", "one that only looks can tell nobody its name"


def test_a_week_and_a_list_show_the_same_meetups(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    today = datetime.date.today()
    for days, title in ((0, "Open day"), (-400, "Long ago")):
        day = (today + datetime.timedelta(days=days)).isoformat()
        meetup, _ = other.meetups.plan(title, f"{day}T11:00", 60, place="Library")
        other.meetups.headcount(meetup, 7)
    window = desktop.open()
    window.show_page("meetups")
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    settle(desktop)
    page.head.look_as("week")
    qtbot.waitUntil(lambda: page.model.weeks == 1 and page.model.rowCount() == 1)
    settle(desktop)
    assert "Open day" in str(page.model.index_of(today).data())
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page._turn(1)
    settle(desktop)
    assert not page.model.index_of(today).isValid()
    page.head.look_as("list")
    model = page.list.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    settle(desktop)
    assert [model.index(row, 1).data() for row in (0, 1)] == ["Open day", "Long ago"]
    assert model.index(0, 4).data() == "7"
    sort_by(page.list.table, 1)
    qtbot.waitUntil(lambda: model.index(0, 1).data() == "Long ago")
    page.list.table.go_to(0)
    qtbot.waitUntil(lambda: page.pane._title.isVisible() and page.pane._title.text() == "Long ago")
    again = desktop.open()
    settle(desktop)
    reopened = again.pages["meetups"]
    assert isinstance(reopened, MeetupsPage) and reopened.view == "list", "it is remembered"


def test_enter_held_down_marks_one_and_ends_nothing(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    add_people(other, ["Ana Ruiz"])
    meetup, _ = other.meetups.plan("Baking", f"{other.desk.today()}T18:00")
    evening = opened(Attendance(window.shell, meetup, window), desktop, settle)
    evening.letters.edit.setText("ana")
    for repeats in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeats)
        qapp.sendEvent(evening.letters.edit, key)
        settle(desktop)
    assert evening.isVisible()
    assert [row["state"] for row in other.reader.list("attendance")] == ["attended"]
    evening.reject()


def test_the_card_of_a_meetup_goes_with_escape_and_with_its_page(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    meetup, _ = other.meetups.plan("Open day", f"{datetime.date.today()}T11:00", 60)
    window = desktop.open()
    window.activateWindow()
    for leave in ("escape", "page"):
        window.open_record("meetup", meetup)
        settle(desktop)
        page = window.pages["meetups"]
        assert isinstance(page, MeetupsPage) and page.pane.isVisible()
        if leave == "escape":
            assert window.focusWidget() is page, "no key but that of the page itself"
            qtbot.keyClick(page, Qt.Key.Key_Escape)
        else:
            window.show_page("today")
            window.show_page("meetups")
            settle(desktop)
        assert not page.pane.isVisible(), leave


def test_tab_follows_the_head_of_meetups_as_it_stands(window: Window, qtbot: QtBot) -> None:
    window.show_page("meetups")
    page = window.pages["meetups"]
    window.activateWindow()
    page.setFocus()
    buttons = []
    for _ in range(5):
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        buttons.append(focused)
    lefts = [each.mapTo(page, QPoint()).x() for each in buttons]
    assert lefts == sorted(lefts) and len(set(lefts)) == 5


def test_who_confirms_an_exchange_before_its_day_is_told_so(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    wish, _ = other.records.add("request", {"title": "Guitar", "member": bo})
    later = (datetime.date.fromisoformat(text.today()) + datetime.timedelta(days=7)).isoformat()
    other.swaps.propose(wish, ana, 60, later)
    page = shown_page(window, "exchanges")
    settle(desktop)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, _: said.append(words))
    page.swaps.table.go_to(0)
    page.swaps.turn("confirm")
    settle(desktop)
    day = text.day(later)
    assert said == [
        f"Confirmed: Ana Ruiz → Bo Ek. It is dated {day}, which is still to come. The request is fulfilled."
    ]


def shown_page(window: Window, name: str) -> ExchangesPage:
    """Show a page, and return it."""
    window.show_page(name)
    page = window.pages[name]
    assert isinstance(page, ExchangesPage)
    return page
