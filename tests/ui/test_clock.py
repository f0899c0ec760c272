"""A laptop whose clock is over a day off asks once before it writes, and writes all the same if told to."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.believing import note_clock
from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles.surroundings import real
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.locking import Clock

Settle = Callable[[Desktop], None]
YEAR_MS = 365 * 24 * 3_600_000


def asked(window: QWidget) -> list[Dialog]:
    return [each for each in window.findChildren(Dialog) if each.isVisible() and "clock" in each.windowTitle()]


def test_it_asks_once_before_the_first_write(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    note_clock(other.circle, -3 * YEAR_MS, other.circle.surroundings.now_ms())
    given_up: list[CircleError] = []

    def add(name: str) -> None:
        window.shell.do(lambda verbs: verbs.records.add("member", {"name": name}), failed=given_up.append)

    add("Not yet")
    qtbot.waitUntil(lambda: bool(asked(window)), timeout=10_000)
    (dialog,) = asked(window)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible() and not dialog.done_button.isDefault(), "the keys that write something do not answer it"
    assert any("says that today is" in label.text() for label in dialog.findChildren(QLabel))
    dialog.reject()
    settle(desktop)
    assert [error.code for error in given_up] == ["clock_doubtful"]
    assert other.reader.count("member") == 1

    add("All the same")
    qtbot.waitUntil(lambda: bool(asked(window)), timeout=10_000)
    asked(window)[0].done_button.click()
    settle(desktop)
    assert other.reader.count("member", where={"name": "All the same"}) == 1
    add("Without asking")
    settle(desktop)
    assert not asked(window) and other.reader.count("member") == 3
    note_clock(other.circle, 40 * 24 * 3_600_000, other.circle.surroundings.now_ms())
    add("Another contradiction")
    qtbot.waitUntil(lambda: bool(asked(window)), timeout=10_000)
    asked(window)[0].reject()
    settle(desktop)
    assert other.reader.count("member") == 3, "what was answered was another question"


def test_a_clock_that_jumps_by_years_is_told_on_today_until_it_is_right(
    qapp: QApplication, home: Home, other: Verbs, settle: Settle
) -> None:
    """A circle on one laptop has nobody who contradicts its clock: a note stood three years ahead without a word."""
    other.records.add("member", {"name": "Ana"})
    clock = Clock()
    clock.ahead = 3 * YEAR_MS
    for write in (True, False):
        desktop = Desktop(qapp, home, replace(real(), now_ms=clock))
        window = desktop.open()
        settle(desktop)
        page = window.pages["today"]
        assert isinstance(page, TodayPage)
        assert page.line.held.isVisible() and "If the clock is wrong, please set it right" in page.line.words.text()
        if write:
            window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Bo"}))
            settle(desktop)
            assert "If the clock is wrong" in page.line.words.text(), "it is written, and the clock is no better"
            desktop.close()
            desktop.aside.close()
    clock.ahead = 0
    window.shell.signals.changed.emit(Changes())  # as when the hour turns
    settle(desktop)
    assert "clock" not in page.line.words.text()
    desktop.close()
    desktop.aside.close()


def test_who_comes_back_after_years_says_that_the_clock_is_right(
    qapp: QApplication, home: Home, other: Verbs, settle: Settle
) -> None:
    clock = Clock()
    clock.ahead = 3 * YEAR_MS
    for first in (True, False):
        desktop = Desktop(qapp, home, replace(real(), now_ms=clock))
        window = desktop.open()
        settle(desktop)
        page = window.pages["today"]
        assert isinstance(page, TodayPage)
        assert ("clock" in page.line.words.text()) is first
        if first:
            page.line.lead.click()
            assert "clock" not in page.line.words.text()
        desktop.close()
        desktop.aside.close()


def test_a_tap_in_the_hall_while_another_program_is_in_front_is_answered(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    """Nobody can be asked then: it is not written, and the next tap counts."""
    note_clock(other.circle, -3 * YEAR_MS, other.circle.surroundings.now_ms())
    hall = desktop.enter_hall()
    assert hall is not None
    program = QWindow()
    program.show()
    program.requestActivate()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is None)
    hall.do(lambda verbs: verbs.records.add("member", {"name": "Not yet"}), "Noted")
    settle(desktop)
    assert other.reader.count("member") == 1
    program.close()
    hall.activateWindow()
    qtbot.waitUntil(hall.isActiveWindow)
    hall.do(lambda verbs: verbs.records.add("member", {"name": "All the same"}), "Noted")
    qtbot.waitUntil(lambda: bool(asked(hall)))
    asked(hall)[0].done_button.click()
    settle(desktop)
    assert other.reader.count("member", where={"name": "All the same"}) == 1


def test_exchanges_that_a_wrong_clock_has_dated_are_looked_at_once_it_is_right(
    qapp: QApplication, home: Home, other: Verbs, settle: Settle
) -> None:
    ana, bo = add_people(other, ["Ana", "Bo"])
    other.swaps.record(ana, bo, 60, "Bread")
    other.swaps.record(ana, bo, 30, "Tea", (datetime.date.today() + datetime.timedelta(days=1)).isoformat())
    clock = Clock()
    clock.ahead = 3 * YEAR_MS
    for ahead in (True, False):
        clock.ahead = 3 * YEAR_MS if ahead else 0
        desktop = Desktop(qapp, home, replace(real(), now_ms=clock))
        window = desktop.open()
        settle(desktop)
        page = window.pages["today"]
        assert isinstance(page, TodayPage)
        if ahead:
            window.shell.do(lambda verbs: verbs.swaps.record(ana, bo, 45, "Chess"))
            settle(desktop)
            assert "stand on a day" not in page.line.words.text(), "by this clock it is today"
            desktop.close()
            desktop.aside.close()
    assert page.line.words.text().startswith("1 exchange stands on a day that has not come yet.")
    page.line.lead.click()
    settle(desktop)
    exchanges = window.pages["exchanges"]
    assert window.page is exchanges and isinstance(exchanges, ExchangesPage)
    row = exchanges.swaps.model.row(exchanges.swaps.table.currentIndex().row())
    assert row is not None and row.record["topic"] == "Chess"
    window.show_page("today")
    settle(desktop)
    page.line.put_away.click()
    assert "stand" not in page.line.words.text(), "it may be meant so"
    wrong = [row.record.id]
    wrong.append(
        other.swaps.record(ana, bo, 20, "Yoga", (datetime.date.today() + datetime.timedelta(9)).isoformat())[0]
    )
    window.shell.signals.changed.emit(Changes())
    settle(desktop)
    assert page.line.words.text().startswith("2 exchanges stand on a day"), "of another one it is told"
    for each in wrong:
        window.shell.do(lambda verbs, id_=each: verbs.swaps.reverse(id_))
    settle(desktop)
    assert "stand" not in page.line.words.text()
    desktop.close()
    desktop.aside.close()
