"""An error that nobody foresaw is said in the window, and stands in the problem report without anybody's words."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from learningcircles_ui import running, unforeseen
from learningcircles_ui.app import Desktop
from learningcircles_ui.unforeseen import Unforeseen
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]
SAID = "Something went wrong that should not have. What was saved is kept."
SECRET = "Zoë 0123"


@pytest.fixture(autouse=True)
def none_before() -> Iterator[None]:
    unforeseen._faults.clear()
    yield
    unforeseen._faults.clear()


def goes_wrong() -> None:
    raise ZeroDivisionError(SECRET)


def reported(window: Window, desktop: Desktop, settle: Settle, path: Path) -> str:
    assert window.toast.label.text() == SAID and window.toast.more.isVisible()
    window.report.write(path)
    settle(desktop)
    return path.read_text("utf-8")


def test_an_error_in_a_slot_is_said_once_and_reported(
    desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    with qtbot.captureExceptions() as caught:
        before = sys.excepthook
        heard = Unforeseen(partial(running._tell, desktop), desktop)
        for _ in range(2):
            QTimer.singleShot(0, goes_wrong)
        qtbot.waitUntil(lambda: len(caught) == 2 and window.toast.isVisible())
        heard.close()
        assert sys.excepthook == before
    told = reported(window, desktop, settle, tmp_path / "report.txt")
    assert told.count("ZeroDivisionError at test_unforeseen.py:") == 2 and "goes_wrong" in told
    assert SECRET not in told and str(Path(__file__).parent) not in told


def test_so_is_one_of_what_was_done_in_the_background(
    desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    with qtbot.captureExceptions():
        heard = Unforeseen(partial(running._tell, desktop), desktop)
        window.shell.do(lambda verbs: goes_wrong())
        settle(desktop)
        heard.close()
    told = reported(window, desktop, settle, tmp_path / "report.txt")
    assert "ZeroDivisionError at " in told and SECRET not in told


def test_a_report_says_that_nothing_went_wrong(desktop: Desktop, settle: Settle, tmp_path: Path) -> None:
    window = desktop.open()
    window.report.write(tmp_path / "report.txt")
    settle(desktop)
    assert "Went wrong since the program began: nothing" in (tmp_path / "report.txt").read_text("utf-8")
