"""A disk without room for what is being typed, and what the window says then."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.storage.drafts import Drafts
from learningcircles_ui import unkept
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle
from tests.ui.test_drafts_left import edited

ALONE = "What you typed is in this window alone, and not kept. The disk is full."
AGAIN_MS = 300
ASKED = "Close, and lose what you typed?"


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A disk without room for what is being typed, until this is called."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(unkept, "AGAIN_MS", AGAIN_MS)
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        yield full.undo


@pytest.fixture
def typed(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> bytes:
    """Begin to change Ana's address on a full disk."""
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    window.show_page("people")
    window.activateWindow()
    settle(desktop)
    qtbot.keyClicks(edited(window, ana, "email", desktop, settle, qtbot), "ana@")
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    return ana


def foot(window: Window) -> str:
    return window.bar.sentence.accessibleName()


def asked(window: Window) -> Dialog:
    """Return the question whether what was typed may be lost."""
    (found,) = [each for each in window.findChildren(Dialog) if each.windowTitle() == ASKED and each.isVisible()]
    return found


def words(dialog: Dialog) -> list[str]:
    return [label.text() for label in dialog.body.parentWidget().findChildren(QLabel)]
