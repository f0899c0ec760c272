"""A newer version is told in one line on Today, heard from a hub that is shared with anyway, and put away once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from learningcircles import __version__
from learningcircles.laptop.home import Home
from learningcircles_sync.newer import is_newer, newer_version, note_version, put_away
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.window import Window
from tests.ui.test_sharing import Hub, add, clock, desktop, hub, share, world

Settle = Callable[[Desktop], None]
__all__ = ["clock", "desktop", "hub", "world"]  # fixtures


def line(window: Window) -> str:
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page.line.words.text() if page.line.put_away.isVisible() else ""


def test_the_hub_tells_its_version_and_today_says_so_once(
    qtbot: QtBot, desktop: Desktop, window: Window, hub: Hub, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    share(qtbot, window)
    settle(desktop)
    assert line(window) == "", "a hub of the same version is no news"
    monkeypatch.setattr("learningcircles_sync.answer.__version__", "7.1.0")
    asked = set(hub.asked)
    add(window, "Bo Lind")
    settle(desktop)
    share(qtbot, window)
    qtbot.waitUntil(lambda: line(window) != "")
    assert line(window) == (f"There is a newer Learning Circles, 7.1.0. This one, {__version__}, goes on working.")
    assert set(hub.asked) == asked, "nothing was asked for that"
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    qtbot.mouseClick(page.line.put_away, Qt.MouseButton.LeftButton)
    share(qtbot, window)
    settle(desktop)
    assert line(window) == ""
    monkeypatch.setattr("learningcircles_sync.answer.__version__", "7.2")
    add(window, "Zoë Hall")
    settle(desktop)
    share(qtbot, window)
    qtbot.waitUntil(lambda: "7.2" in line(window))


def test_versions_are_compared_by_their_numbers() -> None:
    assert is_newer("0.10.0", "0.9.3") and is_newer("1.0", "0.99.99") and is_newer("1.0.1", "1.0")
    assert not is_newer("0.1.0", "0.1.0") and not is_newer("next", "0.1.0") and not is_newer("", "")


def test_what_is_no_version_is_not_told_and_an_update_ends_it(home: Home) -> None:
    for said in ("", "9", "9.9.9-beta", "9.9 <b>", "9" * 5 + ".0", "0.0.9"):
        note_version(home, said, "0.1.0")
        assert newer_version(home, "0.1.0") == ""
    note_version(home, "0.3.0", "0.1.0")
    note_version(home, "0.2.0", "0.1.0")
    assert newer_version(home, "0.1.0") == "0.3.0"
    assert newer_version(home, "0.3.0") == "", "after the update there is nothing to say"
    put_away(home)
    assert newer_version(home, "0.1.0") == ""
