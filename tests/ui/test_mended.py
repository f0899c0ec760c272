"""What people stumbled over once: Tab order, dates, Escape, double clicks, ticks, searches, text size."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import InvalidValue
from learningcircles.intake.preview import preview
from learningcircles.intake.rows import State
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.importing.preview import ImportList, as_seen
from learningcircles_ui.pages.learning.learned_form import LearnedForm
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.start_editor import StartEditor, read_time
from learningcircles_ui.settings import speak
from learningcircles_ui.theme import LIGHT
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]
Made = Callable[[Window], Dialog]
FORMS: tuple[Made, ...] = (
    lambda window: SwapForm(window.shell, window),
    lambda window: ListingForm(window.shell, window, "offer"),
    lambda window: MeetupForm(window.shell, window, day="2026-12-01"),
)


@pytest.mark.parametrize("make", FORMS)
def test_tab_goes_through_a_form_as_it_is_read(window: Window, qtbot: QtBot, make: Made) -> None:
    dialog = make(window)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.findChild(Form)
    assert isinstance(form, Form)
    form.focus_first()
    wanted: list[QWidget] = [
        stop for line in form.lines.values() for stop in line.editor.stops() if stop.isVisibleTo(dialog)
    ]
    wanted += [dialog.leave_button, dialog.done_button]
    reached: list[QWidget | None] = []
    for _ in wanted:
        reached.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert reached == wanted


@pytest.mark.parametrize("make", FORMS)
def test_escape_asks_before_it_throws_away(window: Window, qtbot: QtBot, make: Made) -> None:
    dialog = make(window)
    qtbot.addWidget(dialog)
    dialog.show()
    form = dialog.findChild(Form)
    assert isinstance(form, Form)
    name = "topic" if "topic" in form.lines else "title"
    qtbot.keyClicks(form.lines[name].editor.control, "Bread")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    qtbot.keyClicks(form.lines[name].editor.control, "s")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible(), "whoever types on is asked again"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert closed(dialog)


def test_an_untouched_form_closes_at_once(window: Window, qtbot: QtBot) -> None:
    for make in FORMS:
        dialog = make(window)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert closed(dialog)


def test_a_meetups_day_and_time_are_typed(window: Window, other: Verbs, qtbot: QtBot) -> None:
    dialog = MeetupForm(window.shell, window)
    qtbot.addWidget(dialog)
    dialog.show()
    start = dialog.form.lines["start"].editor
    assert isinstance(start, StartEditor)
    day, _, time = start.stops()
    qtbot.keyClicks(dialog.form.lines["title"].editor.control, "Seed swap")
    dialog.submit()
    assert dialog.isVisible(), "a meetup needs a day"
    qtbot.keyClicks(day, "31.2.2027")
    dialog.submit()
    assert dialog.form.lines["start"].sentence.startswith("Begins needs a date such as ")
    assert day.property("wrong") and not time.property("wrong"), "which half is wrong is seen"
    for words in ("27.12.2026", "27 Dec 2026", "2026-12-27"):
        day.clear()
        qtbot.keyClicks(day, words)
        assert start.value()["at"] == "2026-12-27T18:00"
    time.clear()
    qtbot.keyClicks(time, "7")
    assert isinstance(time, QLineEdit)
    time.editingFinished.emit()
    assert time.text() == "07:00", "that it is in the morning is seen"
    time.clear()
    qtbot.keyClicks(time, "7 pm")
    dialog.submit()
    qtbot.waitUntil(lambda: other.reader.count("meetup") == 1)
    assert other.reader.list("meetup")[0]["start"]["at"] == "2026-12-27T19:00"


def test_a_day_that_is_over_is_said_to_be(window: Window, qtbot: QtBot) -> None:
    dialog = MeetupForm(window.shell, window, day="2020-05-01")
    qtbot.addWidget(dialog)
    dialog.show()
    start = dialog.form.lines["start"].editor
    assert isinstance(start, StartEditor) and start._past.isVisible()


@pytest.mark.parametrize(
    ("words", "time"),
    [
        ("18", "18:00"), ("7:30", "07:30"), ("18h", "18:00"), ("9.15", "09:15"), ("12 am", "00:00"), ("2359", "23:59"),
        ("7 p.m.", "19:00"), ("7:30 p. m.", "19:30"), ("730", "07:30"), ("19 h 30", "19:30"), ("soon", "soon"),
        ("18:", "18:00"), ("18.", "18:00"), ("18 Uhr", "18:00"), ("18 hrs", "18:00"), ("18 uhr 30", "18:30"),
        ("18 30", "18:30"), ("123", "123"), ("130", "130"), ("130 pm", "13:30"), ("0030", "00:30"),
        ("1230 am", "00:30"),
    ],
)  # fmt: skip
def test_times_are_read_as_people_type_them(words: str, time: str) -> None:
    assert read_time(words) == time


def test_a_time_is_shown_as_it_was_understood(window: Window, qtbot: QtBot) -> None:
    dialog = MeetupForm(window.shell, window)
    qtbot.addWidget(dialog)
    start = dialog.form.lines["start"].editor
    assert isinstance(start, StartEditor)
    for words, told in (("7", "07:00"), ("130", "130")):
        start._time.setText(words)
        start._time.editingFinished.emit()
        assert start._time.text() == told


def test_an_exchange_to_come_is_refused_beside_its_field(
    window: Window, other: Verbs, settle: Settle, desktop: Desktop, qtbot: QtBot
) -> None:
    one, two = add_people(other, ["Zoë", "Bo"])
    form = SwapForm(window.shell, window, one)
    qtbot.addWidget(form)
    form.show()
    tomorrow = (datetime.date.today() + datetime.timedelta(days=1)).isoformat()
    form.form.show_values({"provider": one, "receiver": two, "minutes": 60, "on": tomorrow})
    settle(desktop)
    form.submit()
    settle(desktop)
    assert form.form.lines["on"].sentence and other.reader.count("swap") == 0
    with pytest.raises(InvalidValue, match="2099"):
        other.swaps.record(one, two, 60, "Bread", "2099-01-01")


def test_a_double_click_confirms_one_exchange(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    one, two = add_people(other, ["Zoë", "Bo"])
    for minutes in (30, 60, 90):
        other.swaps.record(one, two, minutes, "Yoga", "2026-11-20", proposed=True)
    window.watch()
    settle(desktop)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    for _ in range(2):
        qtbot.waitUntil(lambda: bool(confirms(page)))
        confirms(page)[0].click()
    settle(desktop)
    assert sum(row["state"] == "confirmed" for row in other.reader.list("swap")) == 1


def confirms(page: TodayPage) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton) if each.text() == "Confirm" and each.isVisible()]


def test_the_preview_shows_which_rows_are_taken(window: Window, other: Verbs, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_text("Name;Phone\nAïcha;0145\n;0146\n", "utf-8")
    dialog = ImportList(
        window.shell, file, as_seen(preview(other.reader, "member", file, today=other.desk.today()), {}), window
    )
    qtbot.addWidget(dialog)
    dialog.show()
    place = next(at for at, (row, *_) in enumerate(dialog.model.lines) if row.fields.get("name") == "Aïcha")
    taken = inked(dialog, place)
    dialog.model.tick([place], False)
    assert taken > inked(dialog, place) == 0
    blocked = next(at for at, (row, *_) in enumerate(dialog.model.lines) if row.state is State.BLOCKED)
    dialog.table.go_to(blocked)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert "is missing" in dialog._wrong.text()


def inked(dialog: ImportList, place: int) -> int:
    """How many pixels of a row's first cell are in the accent colour."""
    area = dialog.table.visualRect(dialog.model.index(place, 0))
    dialog.table.clearSelection()
    picture = dialog.table.viewport().grab(area).toImage()
    accent = QColor(LIGHT.accent).rgb()
    return sum(picture.pixel(x, y) == accent for x in range(4, picture.width()) for y in range(4, picture.height() - 4))


def test_attendance_says_whom_it_marked(window: Window, other: Verbs, qtbot: QtBot) -> None:
    add_people(other, ["Zoë Lindqvist"])
    meetup, _ = other.meetups.plan("Café", "2026-11-24T18:00", 90)
    evening = Attendance(window.shell, meetup, window)
    qtbot.addWidget(evening)
    evening.show()
    qtbot.waitUntil(lambda: evening.model.rowCount() == 2)
    qtbot.keyClicks(evening.letters.edit, "zo")
    qtbot.keyClick(evening.letters.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Zoë Lindqvist is here." in evening._sum.text())


def test_exchanges_are_found_by_who_gave_them(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    one, two = add_people(other, ["Zoë Lindqvist", "Bo Ek"])
    other.swaps.record(one, two, 60, "Yoga", "2026-11-20")
    other.records.add("offer", {"member": one, "title": "Stretching"})
    window.show_page("exchanges")
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    for words, found in (("zoe", (1, 1)), ("bo", (1, 0)), ("nobody", (0, 0)), ("yoga", (1, 0))):
        page.search(words)
        qtbot.waitUntil(lambda words=words: page.swaps.model.question.text == words)
        settle(desktop)
        assert (page.swaps.model.rowCount(), page.listings["offer"].model.rowCount()) == found, words


def test_finding_nothing_is_said(window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    window.open_find()
    qtbot.keyClicks(window.finder.field.edit, "xyzzy")
    qtbot.waitUntil(lambda: window.finder.model.rowCount() == 1)
    settle(desktop)
    qtbot.waitUntil(lambda: "xyzzy" in str(window.finder.model.index(0).data()))


def test_every_command_stands_once_in_find(window: Window) -> None:
    names = [each.text().replace("&", "") for each in window.commands()]
    assert len(names) == len(set(names))
    keys = {each.text(): each.shortcut().toString() for each in window.commands()}
    assert (keys["Record an exchange"], keys["Plan a meetup"]) == ("Ctrl+E", "Ctrl+M")


def test_somebody_new_is_seen_whatever_was_searched(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window.show_page("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.search("pilar")
    settle(desktop)
    qtbot.waitUntil(lambda: page.model.question.text == "pilar")
    (anna,) = add_people(other, ["Anna Hall"])
    page.show_record("member", anna)
    qtbot.waitUntil(lambda: page.model.row_of(anna) is not None)
    assert page.field.text() == ""


def lines(window: Window) -> list[object]:
    model = window.finder.model
    return [model.index(row).data() for row in range(model.rowCount())]


def test_a_list_is_saved_under_other_words_for_it(window: Window, qtbot: QtBot) -> None:
    for words in ("export", "csv"):
        window.open_find()
        qtbot.keyClicks(window.finder.field.edit, words)
        qtbot.waitUntil(lambda: "Save this list as…" in lines(window))
        window.finder.close_again()


def test_only_somebody_new_is_chosen_also_while_a_key_is_held(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Anna Hall", "Bo Ek"])
    window.show_page("people")
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    settle(desktop)
    page.table.go_to(0)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    page.table.go_to(1)
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_Control)
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [1]


class ShownPages(QObject):
    """Notes which page each window has when it is shown."""

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        self.pages: list[str] = []
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, Window):
            self.pages.append(watched.page.name)
        return False


def test_a_new_size_of_text_goes_through_the_whole_window(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    seen = ShownPages(qapp)
    before = window.page.header.title.sizeHint().height()
    desktop.settings.choose("text_size", 200)
    desktop.theme.choose("light", 200)
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    again = desktop.window
    qapp.removeEventFilter(seen)
    assert again is not None and again.page is again.pages["settings"]
    assert seen.pages == ["settings"], "it is built before it is shown, and does not stand there black"
    assert again.page.header.title.sizeHint().height() > 1.5 * before
    desktop.theme.choose("light", 100)


def test_what_was_said_keeps_its_undo_when_the_window_is_made_anew(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    (ana,) = add_people(other, ["Ana"])
    window.shell.do(lambda verbs: verbs.records.edit("member", ana, {"phone": "1"}), say="Changed")
    settle(desktop)
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    toast = desktop.window.toast
    assert toast.label.text() == "Changed"
    next(each for each in toast.findChildren(QPushButton) if each.text() == "Undo" and each.isVisible()).click()
    settle(desktop)
    assert not other.reader.get("member", ana)["phone"]


def test_who_was_typed_stays_while_they_are_looked_up(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    form = LearnedForm(window.shell, window, ana)
    form.open()
    settle(desktop)
    line, edited = form.who.control, []
    assert isinstance(line, QLineEdit)
    form.form.edited.connect(lambda name, value: edited.append((name, value)))
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "bo")
    form.what.setFocus()
    assert form.who.waiting()
    form.form.show_values({"member": ana})  # what others have written meanwhile comes in
    settle(desktop)
    assert form.who.typed() == bo and line.text() == "Bo Ek" and ("member", bo) in edited
    form.dirty = lambda: False
    form.reject()
    settle(desktop)


def test_what_was_said_in_another_language_is_not_said_again(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.toast.show_sentence("Changed")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    page._speak("fr")
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(desktop)
    assert not desktop.window.toast.isVisible() and desktop.window.page.title() == "Réglages"
    speak(desktop._app, "en")


def test_arrows_go_on_in_a_setting_for_which_the_window_is_made_anew(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.show_page("settings")
    size = next(each for each in window.page.findChildren(Choice) if each.accessibleName() == "Size of text")
    size.setFocus()
    for wanted in (115, 130):
        before = desktop.window
        assert before is not None
        qtbot.keyClick(before.focusWidget(), Qt.Key.Key_Down)
        qtbot.waitUntil(lambda before=before: desktop.window not in (None, before))
        settle(desktop)
        assert desktop.window is not None
        focused = desktop.window.focusWidget()
        assert isinstance(focused, Choice) and focused.currentData() == wanted
    desktop.theme.choose("light", 100)


def test_a_form_in_which_nobody_typed_is_left_at_once(
    window: Window, desktop: Desktop, settle: Settle, other: Verbs, qtbot: QtBot
) -> None:
    made = [AddMember(window.shell, window), LearnedForm(window.shell, window), PlaceForm(window.shell, window)]
    for dialog in made:
        qtbot.addWidget(dialog)
        dialog.show()
        settle(desktop)
        assert not dialog.dirty()
        dialog.reject()
        assert closed(dialog), type(dialog).__name__
    settle(desktop)
    assert other.drafts.drafts() == []


def test_of_a_wrong_time_the_time_is_marked(window: Window, qtbot: QtBot) -> None:
    dialog = MeetupForm(window.shell, window, day="2027-05-01")
    qtbot.addWidget(dialog)
    start = dialog.form.lines["start"]
    assert isinstance(start.editor, StartEditor)
    day, time = start.editor._day, start.editor._time
    time.setText("late")
    time.editingFinished.emit()
    assert start.sentence == "late is no time of day: one looks like 18:00."
    assert time.property("wrong") and not day.property("wrong")
    time.setText("2359")
    time.editingFinished.emit()
    assert start.sentence == "" and not time.property("wrong")
    assert start.editor.value()["at"] == "2027-05-01T23:59"


def test_a_field_that_is_mended_keeps_the_room_of_its_sentence(window: Window, qtbot: QtBot) -> None:
    form = AddMember(window.shell, window)
    qtbot.addWidget(form)
    form.open()
    line, below = form.form.lines["phone"], form.form.lines["email"]
    control = line.editor.control
    assert isinstance(control, QLineEdit)
    control.setText("abc")
    control.editingFinished.emit()
    qtbot.waitUntil(lambda: bool(line.sentence) and line._wrong.height() > 0)
    assert line.sentence == "abc has no figures: a telephone number looks like 0123 45 67 89."
    for wrong in ("@@ 99x", "ana99@example.org"):
        control.setText(wrong)
        control.editingFinished.emit()
        assert line.sentence == f"{wrong} is no telephone number: one looks like 0123 45 67 89."
    QApplication.processEvents()
    stood = below.mapTo(form, below.rect().topLeft())
    control.setText("0123")
    control.editingFinished.emit()
    QApplication.processEvents()
    assert line.sentence == "" and below.mapTo(form, below.rect().topLeft()) == stood
    form.done(0)


@pytest.mark.parametrize(
    ("words", "year"), [("1984", 1984), ("31/12/1899", 1899), ("12 May 2012", 2012), ("2012-05-12", 2012)]
)
def test_of_a_date_of_birth_the_year_is_taken(window: Window, qtbot: QtBot, words: str, year: int) -> None:
    form = AddMember(window.shell, window)
    qtbot.addWidget(form)
    line = form.form.lines["birth_year"]
    control = line.editor.control
    assert isinstance(control, QLineEdit)
    qtbot.keyClicks(control, words)
    control.editingFinished.emit()
    assert (line.editor.value(), control.text(), line.sentence) == (year, str(year), "")
    control.setText("12/5/84")
    control.editingFinished.emit()
    assert line.sentence == "Year of birth is a year such as 1984.", "which century is not guessed"


def test_a_place_is_shown_as_it_is_written(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    other.records.add("member", {"name": "Ana", "place": "de Pijp", "joined": "2024-03-02"})
    window.show_page("people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    told = [each.text() for each in page.pane.findChildren(QLabel)]
    assert "de Pijp  \u00b7  member since March 2024" in told, told
