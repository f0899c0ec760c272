"""A disk that is full while somebody types: it is said that nothing is kept, and kept as soon as there is room."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts import unkept
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import Settle
from tests.ui.test_drafts_left import begun, drafts, edited

ALONE = "What you typed is in this window alone, and not kept. The disk is full."


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A disk without room for what is being typed, until this is called."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(unkept, "AGAIN_MS", 5)
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep_draft", refuse)
        yield full.undo


def test_the_foot_says_so_until_it_is_kept(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"name": "Dora Ek"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("What you are typing is kept here"))


def test_what_was_left_is_kept_later_and_nothing_else_is_promised(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    line = edited(window, ana, "email", desktop, settle, qtbot)
    qtbot.keyClicks(line, "ana@")
    QTest.keyClick(line, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.toast.label.text().endswith("What you typed is kept as soon as there is room."))
    assert window.bar.sentence.accessibleName() == ALONE, "though nothing is being typed any more"
    room()
    qtbot.waitUntil(lambda: drafts(other) == [{"email": "ana@"}])
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName().startswith("All changes saved"))


def test_what_is_given_up_is_not_kept_later(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    form = begun(window, desktop, settle)
    qtbot.waitUntil(lambda: window.bar.sentence.accessibleName() == ALONE)
    form.reject()
    form.reject()
    settle(desktop)
    assert window.bar.sentence.accessibleName().startswith("All changes saved")
    room()
    settle(desktop)
    assert drafts(other) == []
