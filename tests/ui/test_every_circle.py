"""Today for all circles of a laptop: what needs someone in each, by name; acting on it goes there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles.laptop.sheets import new_sheet
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_sync.recovering import recover_from_bundle
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.passphrase import AskPassphrase
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.window import Window
from tests.ui.conftest import CIRCLE, add_people, home_in

Settle = Callable[[Desktop], None]


@pytest.fixture
def mill(home: Home) -> bytes:
    """A second circle with a meetup today, whose id is returned, and a swap to confirm; and a third one, locked."""
    circle = found(home, "Mill Lane", "Odile", "This laptop")
    verbs = Verbs(circle)
    ids = add_people(verbs, ["Amina", "Bo"])
    verbs.swaps.record(ids[0], ids[1], 60, "Yoga", proposed=True)
    add_people(verbs, ["Zoë Lindqvist", "Zoe Lindqvist"])
    meetup, _ = verbs.meetups.plan("Mill café", f"{verbs.desk.today()}T23:59", 60)
    circle.close()
    found(home, "Garden", "Manon", "This laptop").close()
    lock(home, home.find("Garden"), "open sesame", real())
    return meetup


@pytest.fixture
def window(desktop: Desktop, home: Home, mill: bytes, settle: Settle) -> Window:
    made = desktop.open(home.find(CIRCLE).path)
    settle(desktop)
    return made


def today(window: Window) -> TodayPage:
    return cast(TodayPage, window.pages["today"])


def words(page: QWidget) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text()]


def going(page: QWidget, end: str) -> QPushButton:
    made = [each for each in page.findChildren(QPushButton) if each.accessibleName().startswith(end)]
    assert len(made) == 1, (end, [each.accessibleName() for each in page.findChildren(QPushButton)])
    return made[0]


def test_one_switch_shows_what_waits_in_every_circle(
    desktop: Desktop, home: Home, window: Window, settle: Settle
) -> None:
    with closing(open_circle(home, CIRCLE)) as circle:
        ids = add_people(Verbs(circle), ["Chidi", "Dana"])
        Verbs(circle).swaps.record(ids[0], ids[1], 30, "Bread", proposed=True)
    page = today(window)
    window.show_page("today")
    settle(desktop)
    assert page.every.isVisible() and not page.every.isChecked()
    assert "1 exchange to confirm" in words(page) and not any("Mill" in each for each in words(page))
    page.every.click()
    settle(desktop)
    told = words(page)
    assert "2 exchanges to confirm" in told and "1 pair of members who may be one person" in told
    assert any(each.startswith("Mill Lane  ·  Yoga") for each in told), "each row names its circle"
    assert any(each.startswith(f"{CIRCLE}  ·  Bread") for each in told)
    assert "Mill café" in told and "1 meetup today" in told
    assert "Garden is locked" in told and "1 circle not looked into" in told
    page.every.click()
    settle(desktop)
    assert "1 exchange to confirm" in words(page) and not any("Mill" in each for each in words(page))


def test_doubles_elsewhere_are_looked_for_though_another_program_writes_meanwhile(
    desktop: Desktop, window: Window, settle: Settle
) -> None:
    """The news of the other circles are read anew then, before they were told."""
    page = today(window)
    window.show_page("today")
    settle(desktop)
    page.every.click()
    window.shell.signals.changed.emit(Changes())
    settle(desktop)
    assert "1 pair of members who may be one person" in words(page)


def test_acting_elsewhere_goes_there_and_the_switch_stays(
    desktop: Desktop, window: Window, settle: Settle, mill: bytes, qtbot: QtBot
) -> None:
    page = today(window)
    window.show_page("today")
    page.every.click()
    settle(desktop)
    going(page, "Go to Mill Lane: Amina gave Bo").click()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.shell.file.name == "Mill Lane")
    settle(desktop)
    assert desktop.window is not None
    there = today(desktop.window)
    assert desktop.window.page is there and there.every.isChecked()
    going(there, "Confirm: Amina gave Bo").click()
    settle(desktop)
    assert not any("to confirm" in each for each in words(there))


def test_a_meetup_elsewhere_is_opened_on_its_page(
    desktop: Desktop, window: Window, settle: Settle, mill: bytes, qtbot: QtBot
) -> None:
    page = today(window)
    window.show_page("today")
    page.every.click()
    settle(desktop)
    going(page, "Go to Mill Lane: Mill café").click()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.shell.file.name == "Mill Lane")
    settle(desktop)
    assert desktop.window is not None and desktop.window.page is desktop.window.pages["meetups"]
    assert "Mill café" in words(desktop.window.page)


def test_a_locked_circle_is_opened_from_its_row_or_left_alone(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    asked: list[bool] = []

    def answer(passphrase: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, AskPassphrase)
        asked.append(True)
        dialog._line.setText(passphrase)
        dialog.submit() if passphrase else dialog.reject()

    page = today(window)
    window.show_page("today")
    page.every.click()
    settle(desktop)
    going(page, "Go to Garden").click()
    QTimer.singleShot(0, lambda: answer(""))
    qtbot.waitUntil(lambda: len(asked) == 1)
    settle(desktop)
    assert desktop.window is window and desktop.front is window
    going(page, "Go to Garden").click()
    QTimer.singleShot(0, lambda: answer("open sesame"))
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.shell.file.name == "Garden")
    settle(desktop)


def test_one_circle_alone_has_no_switch(qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle) -> None:
    window = desktop.open()
    settle(desktop)
    assert not today(window).every.isVisible()
    assert "All my circles" not in [each.text() for each in window.commands()]


def test_half_written_things_and_all_that_waits_elsewhere_are_reached(
    desktop: Desktop, home: Home, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    with closing(open_circle(home, "Mill Lane")) as circle:
        verbs = Verbs(circle)
        ids = verbs.reader.ids("member")
        for number in range(6):
            verbs.records.add("request", {"title": f"Wish {number}", "member": ids[0]})
        verbs.drafts.keep_draft("meetup", {"title": "Half a feast"})
    page = today(window)
    window.show_page("today")
    page.every.click()
    settle(desktop)
    told = words(page)
    assert "1 thing begun and not finished" in told and any("Half a feast" in each for each in told)
    assert "6 requests without an answer" in told
    going(page, "Show all 6 of Mill Lane").click()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.shell.file.called == "Mill Lane")
    settle(desktop)
    assert desktop.window is not None and desktop.window.page.name == "exchanges"


def test_a_recovery_sheet_that_was_used_elsewhere_is_told(
    mill: bytes, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(open_circle(home, home.find("Mill Lane").path)) as circle:
        sheet, odile = new_sheet(circle).sheet, Engine(home, Verbs(circle), real())
        odile.write_bundle(tmp_path / "stick")
        drawer = home_in(tmp_path / "drawer")
        with closing(recover_from_bundle(drawer, sheet, "Carla", "Carla’s", tmp_path / "stick", real())) as found_:
            Engine(drawer, Verbs(found_), real()).write_bundle(tmp_path / "back")
        odile.read_bundle(tmp_path / "back")
    window = desktop.open(home.find(CIRCLE).path)
    settle(desktop)
    page = today(window)
    assert "The recovery sheet was used" not in words(page)
    page.every.setChecked(True)
    settle(desktop)
    qtbot.waitUntil(lambda: "The recovery sheet was used" in words(page))
    assert "Mill Lane" in " ".join(words(page))
    going(page, "Go to Mill Lane: The recovery sheet was used").click()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window.shell.file.called == "Mill Lane")
    settle(desktop)
    assert desktop.window is not None
    shown = today(desktop.window)
    qtbot.waitUntil(lambda: any(each.text() == "It was one of us" for each in shown.findChildren(QPushButton)))
