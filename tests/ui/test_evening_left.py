"""Names of “Who came?” that were asked about and are left for the next one: they wait by name, and none is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.parts.draft_names import words_of
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today
from tests.ui.test_evening_asked import here
from tests.ui.test_evening_refused import Settle, enter, room, seen
from tests.ui.test_evening_unlooked import in_list, is_left, type_there

__all__ = ["room"]

NAMES = ["Zoe Hart", "Pedro Lima", "Pedro Costa", "Marek Kowal", "Maria Sol", "Maria Ruiz", "Bo Li"]
WAITS = "Still to say who is meant:"


@pytest.fixture
def evening(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> Attendance:
    add_people(other, NAMES, status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    settle(desktop)
    return made


@pytest.fixture
def left(evening: Attendance, desktop: Desktop, settle: Settle) -> Attendance:
    """Pedro and Maria wait."""
    enter(evening, evening.letters.edit, "pedro", "maria", "bo")
    settle(desktop)
    return evening


def named(evening: Attendance, words: str) -> QPushButton:
    (found,) = [each for each in evening.left.findChildren(QPushButton) if each.accessibleName() == words]
    return found


def press(evening: Attendance, words: str) -> None:
    QTest.mouseClick(named(evening, words), Qt.MouseButton.LeftButton)


def test_whoever_may_be_several_waits_by_name_once_the_next_one_is_typed(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.letters.edit, "zoe", "pedro", "marek", "maria", "bo")
    settle(desktop)
    assert sorted(here(other)) == ["Bo Li", "Marek Kowal", "Zoe Hart"] and evening.left.names == ["pedro", "maria"]
    assert evening.left.isVisible() and WAITS in seen(evening)
    for name in evening.left.names:
        assert named(evening, f"Say who {name} is").isVisible() and named(evening, f"Leave {name} out").isVisible()


def test_names_ended_before_the_list_is_read_are_all_noted_or_named(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, NAMES, status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    enter(made, made.letters.edit, "zoe", "pedro", "marek", "maria", "bo")
    settle(desktop)
    enter(made, made.letters.edit, "tim")
    settle(desktop)
    assert sorted(here(other)) == ["Bo Li", "Marek Kowal", "Zoe Hart", "tim"]
    assert made.letters.text() == "pedro, maria,"


@pytest.mark.parametrize("next_one", ["Bruno", "bo", "p", "marek k"])
def test_a_name_typed_in_the_list_lets_wait_whom_it_takes_the_place_of(
    evening: Attendance, desktop: Desktop, settle: Settle, next_one: str
) -> None:
    enter(evening, evening.letters.edit, "pedro")
    settle(desktop)
    in_list(evening)
    type_there(evening, next_one)
    assert evening.letters.edit.text() == next_one and evening.left.names == ["pedro"]


def test_nobody_waits_who_was_marked_goes_on_or_is_taken_back(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.letters.edit, "pedro", " l", "maria")
    settle(desktop)
    QTest.keyClick(evening.letters.edit, Key.Key_Down)
    QTest.keyClick(evening.letters.edit, Key.Key_Return)
    settle(desktop)
    enter(evening, evening.letters.edit, "maria")
    settle(desktop)
    for _ in "maria":
        QTest.keyClick(evening.letters.edit, Key.Key_Backspace)
    enter(evening, evening.letters.edit, "pedro")
    settle(desktop)
    in_list(evening)
    QTest.keyClick(evening.table, Key.Key_Space)
    type_there(evening, "bo")
    settle(desktop)
    assert sorted(here(other)) == ["Maria Ruiz", "Pedro Costa", "Pedro Lima"] and evening.left.names == []
    assert not evening.left.isVisible()


def test_whoever_is_taken_up_again_is_asked_about_in_the_field(
    left: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(left.letters.edit, "wolf")
    press(left, "Say who pedro is")
    settle(desktop)
    assert left.letters.edit.text() == "pedro" and left.focusWidget() is left.letters.edit
    assert "More than one may be meant: Pedro Costa, Pedro Lima." in left._sum.text()
    assert left.left.names == ["maria", "wolf"], "what stood there is not lost, either"
    QTest.keyClick(left.letters.edit, Key.Key_Down)
    QTest.keyClick(left.letters.edit, Key.Key_Return)
    settle(desktop)
    assert sorted(here(other)) == ["Bo Li", "Pedro Costa"]
    enter(left, left.letters.edit, "zoe")
    settle(desktop)
    assert left.left.names == ["maria", "wolf"]


def test_whoever_is_taken_up_and_left_again_waits_again(left: Attendance, desktop: Desktop, settle: Settle) -> None:
    press(left, "Say who pedro is")
    settle(desktop)
    enter(left, left.letters.edit, "zoe")
    settle(desktop)
    assert left.left.names == ["maria", "pedro"]


def test_one_is_let_go_at_a_time_and_that_is_said(
    left: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    gone = named(left, "Leave pedro out")
    place = gone.mapTo(left.left, gone.rect().center())
    QTest.mouseClick(gone, Qt.MouseButton.LeftButton)
    settle(desktop)
    under = left.left.childAt(place)
    if isinstance(under, QPushButton):
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)  # the second press of a double click
    settle(desktop)
    assert left.left.names == ["maria"] and "pedro is noted nowhere, and waits no more." in seen(left)
    assert left.focusWidget() is left.letters.edit and here(other) == ["Bo Li"]


def test_tab_comes_from_the_field_to_those_who_wait(left: Attendance) -> None:
    left.letters.edit.setFocus()
    stops = []
    for _ in range(5):
        at = left.focusWidget()
        assert at is not None
        QTest.keyClick(at, Key.Key_Tab)
        stops.append(left.focusWidget())
    names = [f"{words.format(name)}" for name in left.left.names for words in ("Say who {} is", "Leave {} out")]
    assert stops == [*(named(left, each) for each in names), left.table]


def test_done_asks_about_each_who_waits_before_it_ends(
    left: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    for name, who in (("pedro", "Pedro Costa"), ("maria", "Maria Ruiz")):
        left.done_button.click()
        settle(desktop)
        assert not is_left(left) and left.letters.edit.text() == name and who in left._wrong.text()
        QTest.keyClick(left.letters.edit, Key.Key_Down)
        QTest.keyClick(left.letters.edit, Key.Key_Return)
        settle(desktop)
    assert not is_left(left)
    QTest.keyClick(left.letters.edit, Key.Key_Return)
    settle(desktop)
    assert is_left(left) and sorted(here(other)) == ["Bo Li", "Maria Ruiz", "Pedro Costa"]


def test_closing_names_those_who_wait(left: Attendance, desktop: Desktop, settle: Settle) -> None:
    left.close()
    settle(desktop)
    said = "Not written down: pedro, maria. Close this once more to give them up."
    assert not is_left(left) and left._wrong.text() == said
    QTest.keyClicks(left.letters.edit, "marta")
    left.close()
    assert not is_left(left) and "pedro, maria, marta." in left._wrong.text()
    left.close()
    settle(desktop)
    assert is_left(left)


def test_those_who_wait_are_kept_at_once_and_wait_again(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    evening.drafting._often.setInterval(10**8)  # nothing but what is kept at once is kept
    enter(evening, evening.letters.edit, "pedro", "bo")
    settle(desktop)
    (kept,) = window.shell.drafts.held(other)
    assert words_of(kept[0], kept[1].values).startswith("pedro"), "as it stands on Today"
    again = Attendance(window.shell, evening._meetup, window)
    again.open()
    settle(desktop)
    again.drafting.go_on()
    settle(desktop)
    assert again.left.names == ["pedro"] and WAITS in seen(again)
    press(again, "Say who pedro is")
    settle(desktop)
    assert again.letters.edit.text() == "pedro"


def erased(name: str, window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    erase(other, next(each.id for each in other.reader.list("member") if each["name"] == name))
    window.watch()
    settle(desktop)


def test_whoever_may_be_somebody_who_is_erased_waits_no_more(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Pedro Lobo"], status="active")
    window.watch()
    settle(desktop)
    enter(evening, evening.letters.edit, "pedro l", "bo")
    settle(desktop)
    assert evening.left.names == ["pedro l"]
    erased("Pedro Lima", window, desktop, other, settle)
    assert is_left(evening) and not window.shell.drafts.held(other)


def test_somebody_else_who_is_erased_takes_nobody_who_waits(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    add_people(other, ["Zoe Hill"], status="active")
    window.watch()
    settle(desktop)
    enter(evening, evening.letters.edit, "zoe hart", "pedro", "zo", "bo")
    settle(desktop)
    assert evening.left.names == ["pedro", "zo"]
    evening.drafting.keep()
    settle(desktop)
    erased("Zoe Hart", window, desktop, other, settle)
    assert not is_left(evening) and evening.left.names == ["pedro"]


@pytest.mark.parametrize("how", ["Escape", "letters"])
def test_a_question_goes_with_its_letters(evening: Attendance, desktop: Desktop, settle: Settle, how: str) -> None:
    enter(evening, evening.letters.edit, "pedro")
    settle(desktop)
    assert "may be meant" in evening._sum.text()
    for _ in "pedro" if how == "letters" else "E":
        QTest.keyClick(evening.letters.edit, Key.Key_Backspace if how == "letters" else Key.Key_Escape)
    settle(desktop)
    assert not evening.letters.edit.text() and "may be meant" not in evening._sum.text()


@pytest.mark.parametrize("answer", ["go_on", "throw_away"])
def test_gone_on_with_or_not_the_keyboard_is_in_the_first_field(
    evening: Attendance, window: Window, desktop: Desktop, settle: Settle, answer: str
) -> None:
    evening.notes.wait([["guest", "Gustav"]])
    evening.drafting.keep()
    settle(desktop)
    again = Attendance(window.shell, evening._meetup, window)
    again.open()
    settle(desktop)
    again.count.setFocus()
    getattr(again.drafting, answer)()
    settle(desktop)
    assert again.focusWidget() is again.letters.edit


def test_the_others_who_wait_outlive_whoever_is_erased(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Pedro Lobo"], status="active")
    window.watch()
    settle(desktop)
    enter(evening, evening.letters.edit, "pedro l", "maria", "bo")
    settle(desktop)
    QTest.keyClicks(evening.letters.edit, "zo")
    assert evening.left.names == ["pedro l", "maria"]
    evening.drafting.keep()
    settle(desktop)
    erased("Pedro Lima", window, desktop, other, settle)
    assert not is_left(evening) and evening.left.names == ["maria"] and evening.letters.edit.text() == "zo"
    assert "Somebody was erased. Guests who waited may be that person" in seen(evening)
    evening.drafting.keep()
    settle(desktop)
    ((_, kept),) = window.shell.drafts.held(other)
    assert kept.values == {"left": ["maria"], "letters": "zo"}
