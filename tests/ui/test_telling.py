"""What was done is said where somebody looks: on the dialog that tells it, also from one over it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.telling import Telling
from learningcircles_ui.window import Window


@pytest.fixture
def over(window: Window, qtbot: QtBot) -> Telling:
    made = Telling("All of them", "Close", window, width=400)
    made.open()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_is_said_below_a_question_that_stands_over_it(window: Window, over: Telling, qtbot: QtBot) -> None:
    question = Dialog("Sure?", "Yes", over)
    question.open()
    qtbot.waitUntil(question.isActiveWindow)
    window.shell.signals.said.emit("It is done.", b"")
    assert over.toast.label.text() == "It is done." and window.toast.isHidden()
    over.hide()
    assert question.isVisible()
    window.shell.signals.said.emit("That, too.", b"")
    assert window.toast.label.text() == "That, too." and window.toast.isVisible()


def test_a_dialog_that_tells_nothing_leaves_it_to_the_window(window: Window, qtbot: QtBot) -> None:
    dialog = Dialog("Sure?", "Yes", window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    window.shell.signals.said.emit("It is done.", b"")
    assert window.toast.label.text() == "It is done."


@pytest.mark.parametrize("dismissed", [False, True])
def test_once_it_closes_the_window_says_on_what_stands_there(window: Window, over: Telling, dismissed: bool) -> None:
    window.shell.signals.said.emit("It is done.", b"an action")
    if dismissed:
        over.toast.hide()
    over.accept()
    assert window.toast.isHidden() is dismissed
    assert dismissed or (window.toast.label.text(), window.toast.action) == ("It is done.", b"an action")
