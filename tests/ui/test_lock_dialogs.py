"""Whatever stands open when the circle is locked goes first: dialogs, menus, the system's own windows."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.files import ask_to_open, ask_to_save
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.hands import CTRL, SHIFT, Hands, Key
from tests.ui.late import closed
from tests.ui.locking import MINUTE, Clock, page

Settle = Callable[[Desktop], None]


def test_a_file_dialog_is_closed_before_the_circle_is(house: Desktop, qtbot: QtBot) -> None:
    window = house.window
    answers: list[str] = []

    def choose() -> None:
        answers.append(QFileDialog.getOpenFileName(window, options=QFileDialog.Option.DontUseNativeDialog)[0])

    QTimer.singleShot(0, choose)
    QTimer.singleShot(300, house.lockup.lock)
    qtbot.waitUntil(lambda: house.lockup.page is not None and house.window is None, timeout=10_000)
    assert answers == [""]


def message(window: Window) -> None:
    QMessageBox.information(window, "Told", "A sentence that waits for an answer.")


def file(window: Window) -> None:
    QFileDialog.getOpenFileName(window, options=QFileDialog.Option.DontUseNativeDialog)


def preview(window: Window) -> None:
    PrintPreview(window.shell, "List", lambda paper: paper.paragraph("Words", 20, 20, 100), window).open()


def menu(window: Window) -> None:
    window.sidebar.menu_button.showMenu()


@pytest.mark.parametrize("opened", [message, file, preview, menu])
@pytest.mark.parametrize("by_keys", [True, False], ids=["keys", "idle"])
def test_whatever_is_open_it_locks(
    house: Desktop, clock: Clock, qtbot: QtBot, opened: Callable[[Window], None], by_keys: bool
) -> None:
    window = house.window
    assert window is not None
    qtbot.waitUntil(window.isActiveWindow)
    hands, done = Hands(qtbot), []

    def go() -> None:
        if by_keys:
            hands.press(Key.Key_Q, held=CTRL | SHIFT)
        else:
            clock.ahead += 16 * MINUTE
            house.lockup.idle.look()
        done.append(True)

    QTimer.singleShot(0, partial(opened, window))  # as in the program: its own loop is below the window's
    QTimer.singleShot(300, go)
    qtbot.waitUntil(lambda: bool(done) and house.lockup.page is not None, timeout=10_000)
    qtbot.waitUntil(lambda: house.window is None, timeout=10_000)  # the lock is seen before what is under way is done
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(page(house).isActiveWindow)


def test_a_lock_closes_the_systems_own_dialog_and_nothing_is_written_after(
    house: Desktop, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> None:
    written: list[Path] = []
    assert house.window is not None
    dialog = ask_to_save(house.window, "Save", str(tmp_path / "report.txt"), "Texts (*.txt)", written.append)
    qtbot.waitUntil(dialog.isVisible)
    assert QThread.currentThread().loopLevel() == 0, "nothing waits for it"
    clock.ahead += 16 * MINUTE
    house.lockup.idle.look()
    assert house.lockup.page is not None and closed(dialog)
    assert written == [] and list(tmp_path.glob("*.txt")) == []


def test_what_is_chosen_is_handed_on(house: Desktop, tmp_path: Path, qtbot: QtBot) -> None:
    chosen: list[Path] = []
    assert house.window is not None
    dialog = ask_to_save(house.window, "Save", str(tmp_path / "report.txt"), "Texts (*.txt)", chosen.append)
    qtbot.waitUntil(dialog.isVisible)
    dialog.accept()
    assert chosen == [tmp_path / "report.txt"]
    (tmp_path / "list.csv").write_text("Name\n", "utf-8")
    asked = ask_to_open(house.window, "Open", "Lists (*.csv)", chosen.append)
    asked.setDirectory(str(tmp_path))
    asked.selectFile("list.csv")
    asked.accept()
    assert chosen[1:] == [tmp_path / "list.csv"]


def test_no_window_waits_in_a_loop_of_the_systems(pytestconfig: pytest.Config) -> None:
    rooms = pytestconfig.rootpath / "ui" / "learningcircles_ui"
    waits = [
        str(path.relative_to(rooms))
        for path in rooms.rglob("*.py")
        if re.search(
            r"QFileDialog\.get|PrintDialog\(.*\.exec\(|MessageBox\.(question|warning)", path.read_text("utf-8")
        )
    ]
    assert waits == []
