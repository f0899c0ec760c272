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
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.parts.topic_editor import TopicEditor, TopicsEditor
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened
from tests.ui.hands import CTRL

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
    assert line.text() == "chess, yog" and sorted(edit.value()) == ["chess", "yog"]
    if leave == Key.Key_Return:
        assert line.cursorPosition() == len("chess, "), "on to the next topic"


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("cust", "Customs Quay hall"), ("the park", "the park"), ("library", "library"),
        ("libr", "Library annex, 2nd floor"), ("Library Annex", "Library Annex"),
        ("customs quay h", "Customs Quay hall"),
        ("customs quay HALL", "Customs Quay hall"), ("", ""), ("mol", "Mole Street hall"),
    ],
)  # fmt: skip
def test_the_places_of_the_circle_are_proposed_for_a_meetup(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, typed: str, taken: str
) -> None:
    for name in ("Library annex, 2nd floor", "Customs Quay hall"):
        other.records.add("place", {"name": name})
    for title, place in (("Choir", "Mole Street hall"), ("Chess", "customs quay hall"), ("Walk", "")):
        other.meetups.plan(title, "2026-11-03T18:00", place=place)
    form = MeetupForm(window.shell, window, day="2026-12-01")
    form.open()
    line = form.form.edit("place").control
    assert isinstance(line, QLineEdit)
    form.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    settle(desktop)
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Key.Key_Tab)
    assert line.text() == taken
    if not typed:
        line.setFocus()
        QTest.keyClick(line, Key.Key_Down)
        QTest.keyClick(line, Key.Key_Tab)
        assert line.text() == "Customs Quay hall", "as the field says: the Down key shows what there is"
    form.dirty = lambda: False
    form.reject()


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
def test_a_topic_typed_before_others_is_parted_from_them(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, mark: str
) -> None:
    add_people(other, ["Bo Ek"], topics=["Portuguese", "sewing", "guitar"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    line.insert("sewing, guitar")
    line.setCursorPosition(0)
    QTest.keyClicks(line, f"portu{mark} knot")
    assert line.text() == "portu,  knotsewing, guitar", "no list was in view of it"
    QTest.keyClicks(line, f"s{mark}")
    assert line.text() == "portu,  knots, sewing, guitar"
    QTest.keyClick(line, Key.Key_Tab)
    assert edit.value() == ["guitar", "knots", "portu", "sewing"]


def exchange(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> tuple[SwapForm, TopicEditor, QLineEdit]:
    """A form of an exchange that lacks its topic alone."""
    giver, taker = add_people(other, ["Florence Simon", "Bo Ek"])
    form = opened(SwapForm(window.shell, window), desktop, settle)
    form.giver.pick(giver, "Florence Simon")
    form.taker.pick(taker, "Bo Ek")
    line = form.what.control
    assert isinstance(line, QLineEdit)
    form.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    return form, form.what, line


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("bic", "bicycle repair"), ("bicycle", "bicycle repair"), ("BREAD BAKING", "bread baking"), ("bread", "bread"),
        ("repair", "repair"), ("bycicle", "bycicle"), ("chess", "chess"), ("b", "b"), ("french b", "French bread"),
    ],
)  # fmt: skip
def test_a_topic_stays_as_typed_unless_it_begins_one_alone(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, typed: str, becomes: str
) -> None:
    add_people(other, ["Mia"], topics=["bicycle repair", "bread baking", "French bread", "chess", "chess clock"])
    form, edit, line = exchange(other, window, desktop, settle, qtbot)
    settle(desktop)
    QTest.keyClicks(line, typed)
    row = edit.proposals.marked()
    assert (edit._names[row] if 0 <= row < len(edit._names) else typed) == becomes, "as the list in view marks it"
    QTest.keyClick(line, Key.Key_Tab)
    assert edit.value() == line.text() == becomes
    form.done(0)


@pytest.mark.parametrize("leave", [Key.Key_Tab, Key.Key_Return])
def test_a_topic_that_was_being_typed_is_still_when_it_is_gone_on_with(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, leave: Key
) -> None:
    add_people(other, ["Mia"], topics=["bicycle repair"])
    form, edit, line = exchange(other, window, desktop, settle, qtbot)
    form.form.show_draft({"topic": "bic"})
    settle(desktop)
    assert edit.proposals.isVisible()
    QTest.keyClick(line, leave)
    assert edit.value() == "bicycle repair"
    form.done(0)


def test_a_topic_that_was_emptied_stays_empty(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    form, edit, line = exchange(other, window, desktop, settle, qtbot)
    settle(desktop)
    edit.usual = ["bicycle repair"]
    QTest.keyClicks(line, "ch")
    for _ in "ch":
        QTest.keyClick(line, Key.Key_Backspace)
    assert edit.proposals.isVisible() and edit.proposals.marked() == -1
    QTest.keyClick(line, Key.Key_Tab)
    assert line.text() == "" and not edit.value()
    line.setFocus()
    QTest.keyClick(line, Key.Key_Down)
    QTest.keyClick(line, Key.Key_Tab)
    assert edit.value() == "bicycle repair"
    form.done(0)


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_escape_refuses_a_topic_until_the_words_change(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, key: Key
) -> None:
    add_people(other, ["Bo Ek"], topics=["bicycle repair"])
    edit, line = skills(window, qtbot)
    settle(desktop)
    QTest.keyClicks(line, "bic")
    QTest.keyClick(line, Key.Key_Escape)
    assert not edit.proposals.isVisible()
    QTest.keyClick(line, key)
    assert edit.value() == ["bic"]
    line.setFocus()
    line.setText("")
    QTest.keyClicks(line, "bicy")
    QTest.keyClick(line, key)
    assert edit.value() == ["bicycle repair"]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Comma, None])
def test_a_form_that_is_faster_than_the_topics_waits_for_them(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, key: Key | None
) -> None:
    form = AddMember(window.shell, window)
    form.open()
    line_of(form.form, "name").setText("Ana Li")
    edit, line = form.form.edit("topics"), line_of(form.form, "topics")
    assert isinstance(edit, TopicsEditor)
    settle(desktop)
    edit._topics, edit._read_topics = None, lambda: None
    form.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    if key is not None:
        QTest.keyClicks(line, "che")
        QTest.keyClick(line, key)
    QTest.keyClicks(line, "bic")
    QTest.keyClick(line, Key.Key_Return, CTRL)
    assert edit.waiting() and form.isVisible()
    edit._know(["bicycle repair", "chess"])
    settle(desktop)
    found = [list(row["topics"]) for row in other.reader.list("member") if row["name"] == "Ana Li"]
    assert found == [["bicycle repair", "chess"] if key is not None else ["bicycle repair"]]


@pytest.mark.parametrize("held", [CTRL, Qt.KeyboardModifier.NoModifier])
def test_an_exchange_that_is_faster_than_the_topics_is_recorded_once_they_are_there(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot, held: Qt.KeyboardModifier
) -> None:
    _, edit, line = exchange(other, window, desktop, settle, qtbot)
    settle(desktop)
    edit._topics, edit._read_topics = None, lambda: None
    QTest.keyClicks(line, "bic")
    QTest.keyClick(line, Key.Key_Return, held)
    edit._know(["bicycle repair"])
    settle(desktop)
    assert [row["topic"] for row in other.reader.list("swap")] == ["bicycle repair"]


def test_whoever_types_on_before_the_topics_are_there_has_not_recorded(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    form, edit, line = exchange(other, window, desktop, settle, qtbot)
    settle(desktop)
    edit._topics, edit._read_topics = None, lambda: None
    QTest.keyClicks(line, "bic")
    QTest.keyClick(line, Key.Key_Return, CTRL)
    QTest.keyClicks(line, "y")
    edit._know(["bicycle repair"])
    assert edit.proposals.marked() == 0, "the list is there for whoever types"
    QTest.keyClick(line, Key.Key_Tab)
    settle(desktop)
    assert line.text() == "bicycle repair" and not other.reader.count("swap")
    form.done(0)


def test_what_enter_took_early_means_nothing_in_another_record(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    edit, line = skills(window, qtbot)
    settle(desktop)
    edit._topics, edit._read_topics = None, lambda: None
    QTest.keyClicks(line, "bic")
    QTest.keyClick(line, Key.Key_Return)
    edit._know(["bicycle repair"])
    assert edit.value() == ["bicycle repair"]
    edit.show_value(["knitting"])
    line.end(False)
    line.insert(", bic, yoga, ")
    QTest.keyClick(line, Key.Key_Tab)
    assert sorted(edit.value()) == ["bic", "knitting", "yoga"]
