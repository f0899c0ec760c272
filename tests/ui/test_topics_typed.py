"""Several topics in one field: each is settled by what was typed for it, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.member_forms import AddMember
from learningcircles_ui.parts.topic_editor import TopicsEditor
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
Key = Qt.Key


def skills(window: Window, qtbot: QtBot) -> tuple[TopicsEditor, QLineEdit]:
    form = AddMember(window.shell, window)
    form.open()
    edit = form.form.edit("topics")
    assert isinstance(edit, TopicsEditor) and isinstance(edit.control, QLineEdit)
    form.activateWindow()
    edit.control.setFocus()
    qtbot.waitUntil(edit.control.hasFocus)
    return edit, edit.control


@pytest.mark.parametrize("leave", [Key.Key_Return, Key.Key_Tab])
def test_the_list_of_one_topic_replaces_no_other_one(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, leave: Key
) -> None:
    add_people(other, ["Bo Ek"], topics=["chess", "yoga"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    QTest.keyClicks(line, "chess, yog")
    for _ in range(8):
        QTest.keyClick(line, Key.Key_Left)
    QTest.keyClick(line, leave)
    assert line.text() == "chess, yog" and sorted(edit.value()) == ["chess", "yog" if leave == Key.Key_Tab else "yoga"]
    if leave == Key.Key_Return:
        assert line.cursorPosition() == len("chess, "), "on to the next topic"


@pytest.mark.parametrize("leave", [Key.Key_Tab, Key.Key_Return])
def test_what_nobody_saw_a_list_for_stays_as_it_was_written(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, leave: Key
) -> None:
    add_people(other, ["Bo Ek"], topics=["french cooking", "yoga"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    line.insert("French, knitting, ")
    QTest.keyClicks(line, "yog")
    assert edit.value() == ["French", "knitting", "yoga"], "as Ctrl+Enter would write it"
    QTest.keyClick(line, leave)
    assert edit.value() == ["French", "knitting", "yoga"]


@pytest.mark.parametrize("typed", [["bic"], ["bic", "bre"], ["bic", "glass blowing", "bre"]])
def test_enter_before_the_topics_are_read_means_what_it_means_after(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, typed: list[str]
) -> None:
    add_people(other, ["Bo Ek"], topics=["bicycle repair", "bread baking"])
    edit, line = skills(window, qtbot)
    for word in typed:
        QTest.keyClicks(line, word)
        QTest.keyClick(line, Key.Key_Return)
    settle(desktop)
    meant = {"bic": "bicycle repair", "bre": "bread baking"}
    assert sorted(edit.value()) == sorted(meant.get(word, word) for word in typed)
    QTest.keyClicks(line, "chess")
    assert line.text().endswith(", chess"), "the cursor stands where the next one is typed"


def test_a_comma_in_the_middle_stands_behind_the_topic_that_it_took(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    add_people(other, ["Bo Ek"], topics=["bicycle repair", "yoga"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    QTest.keyClicks(line, "yoga, ")
    line.setCursorPosition(0)
    QTest.keyClicks(line, ",")
    line.setCursorPosition(0)
    QTest.keyClicks(line, "bic,")
    assert line.text() == "bicycle repair,,yoga, " and edit.value() == ["bicycle repair", "yoga"]


@pytest.mark.parametrize("mark", [",", ";"])
def test_a_topic_typed_before_others_is_parted_from_them_and_taken(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, mark: str
) -> None:
    add_people(other, ["Bo Ek"], topics=["Portuguese", "sewing", "guitar"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    line.insert("sewing, guitar")
    line.setCursorPosition(0)
    QTest.keyClicks(line, f"portu{mark} knot")
    assert line.text() == "Portuguese,  knotsewing, guitar"
    QTest.keyClicks(line, f"s{mark}")
    assert line.text() == "Portuguese,  knots, sewing, guitar"
    QTest.keyClick(line, Key.Key_Tab)
    assert edit.value() == ["Portuguese", "guitar", "knots", "sewing"]
