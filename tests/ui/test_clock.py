"""A laptop whose clock is over a day off asks once before it writes, and writes all the same if told to."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.believing import note_clock
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]
YEAR_MS = 365 * 24 * 3_600_000


def asked(window: Window) -> list[Dialog]:
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
