"""“Who came?” for whoever types without looking: a name marks whom it names, wherever the keyboard is, or is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today
from tests.ui.test_drafts_left import drafts
from tests.ui.test_evening_refused import Settle, came

NAMES = [
    "Anaïs Müller", "Iñaki Etxeberria", "Hélène Roy", "Yves Diop", "Marek Kowal", "Marek Adler", "Léa Fontaine",
    "Dáithí Súilleabháin",
]  # fmt: skip
Open = Callable[[], Attendance]


@pytest.fixture
def opened(window: Window, other: Verbs) -> Open:
    add_people(other, NAMES, status="active")
    window.watch()
    meetup = meetup_today(other)

    def open_() -> Attendance:
        made = Attendance(window.shell, meetup, window)
        made.open()
        return made

    return open_


@pytest.fixture
def evening(opened: Open, desktop: Desktop, settle: Settle) -> Attendance:
    made = opened()
    settle(desktop)
    return made


def type_there(evening: Attendance, words: str) -> None:
    """Type as hands do: each key goes to whatever has the keyboard by then."""
    for each in words:
        at = evening.focusWidget()
        assert at is not None
        QTest.keyClick(at, each)


def in_list(evening: Attendance, row: int = 0) -> None:
    evening.table.setFocus()
    evening.table.go_to(row)


def is_left(evening: Attendance) -> bool:
    return not (isValid(evening) and evening.isVisible())


@pytest.mark.parametrize("name", ["Nina", "Hanna", "Yves, Rex", "Bo Nan", "n", "+Nan", "7"])
def test_a_name_typed_in_the_list_marks_nobody_and_stands_in_the_field(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, name: str
) -> None:
    in_list(evening, 2)
    type_there(evening, name)
    settle(desktop)
    assert came(other) == [] and evening.letters.edit.text() == name
    assert all(not each.state for each in evening._evening.people)
    assert evening.focusWidget() is evening.letters.edit


def test_what_stood_in_the_field_is_not_joined_with_a_name_typed_in_the_list(
    evening: Attendance, desktop: Desktop, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "mar")
    in_list(evening)
    type_there(evening, "nina")
    assert evening.letters.edit.text() == "nina"


def test_the_keys_of_the_list_are_no_letters(evening: Attendance, desktop: Desktop, settle: Settle) -> None:
    states = []
    for key in (Key.Key_Space, Key.Key_Minus, Key.Key_Delete):
        in_list(evening)
        QTest.keyClick(evening.table, key)
        settle(desktop)
        states.append(evening.model.rows[0].state)
    assert states == ["attended", "no_show", ""]


@pytest.mark.parametrize(("typed", "noted"), [("marek kow", "a member"), ("Wolfgang", "Wolfgang"), ("4", "4")])
def test_done_notes_who_stands_in_the_first_field(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str, noted: str
) -> None:
    QTest.keyClicks(evening.letters.edit, typed)
    evening.done_button.click()
    settle(desktop)
    assert came(other) == [noted] and is_left(evening)


def test_done_asks_where_several_may_be_meant(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "marek")
    in_list(evening, 1)
    evening.done_button.click()
    settle(desktop)
    assert came(other) == [] and evening.isVisible() and "Marek Adler" in evening._wrong.text()
    evening.letters.edit.setText("")
    evening.done_button.click()
    settle(desktop)
    assert is_left(evening)


def test_done_marks_nobody_anew_by_letters_that_somebody_was_marked_by(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "marek kow")
    in_list(evening)
    QTest.keyClick(evening.table, Key.Key_Minus)
    settle(desktop)
    evening.done_button.click()
    settle(desktop)
    assert [each["state"] for each in other.reader.list("attendance")] == ["no_show"] and is_left(evening)


def test_letters_that_somebody_was_marked_by_are_no_draft(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    """Gone on with, they would mark whoever did not come."""
    QTest.keyClicks(evening.letters.edit, "marek kow")
    evening.drafting.keep()
    settle(desktop)
    assert [each["letters"] for each in drafts(other)] == ["marek kow"]
    in_list(evening)
    QTest.keyClick(evening.table, Key.Key_Minus)
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    assert drafts(other) == [] and evening.letters.text() == "marek kow"
    QTest.keyClicks(evening.letters.edit, "a")
    evening.drafting.keep()
    settle(desktop)
    assert [each["letters"] for each in drafts(other)] == ["marek kowa"], "typed on they are of somebody"


@pytest.mark.parametrize("typed", ["wolfgang", "4", "+2", "wolfgang, bob"])
@pytest.mark.parametrize("key", [Key.Key_Minus, Key.Key_Delete])
def test_who_is_not_in_the_list_yet_is_noted_by_no_key_for_those_who_did_not_come(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str, key: Key
) -> None:
    QTest.keyClicks(evening.letters.edit, typed)
    in_list(evening)
    QTest.keyClick(evening.table, key)
    settle(desktop)
    assert came(other) == [] and evening.letters.text() == typed
    assert evening._sum.text().endswith("Nothing is noted of wolfgang.") == typed.startswith("wolfgang")
    evening.close()
    assert not is_left(evening) and "What you typed is not saved." in evening._wrong.text()


def test_taking_back_a_mark_uses_the_letters_and_where_there_is_none_it_does_not(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    QTest.keyClicks(evening.letters.edit, "marek kow")
    in_list(evening)
    QTest.keyClick(evening.table, Key.Key_Delete)
    settle(desktop)
    evening.close()
    assert not is_left(evening) and "What you typed is not saved." in evening._wrong.text()
    for key in (Key.Key_Minus, Key.Key_Delete):
        in_list(evening)
        QTest.keyClick(evening.table, key)
        settle(desktop)
    evening.done_button.click()
    settle(desktop)
    assert came(other) == [] and is_left(evening), "who was taken back is not marked by Done"


@pytest.mark.parametrize("by", ["Enter", "Done"])
@pytest.mark.parametrize(("first", "left", "noted"), [
    ("Wolfgang", "Wolfgang; marek kow", "Wolfgang"), ("bob, Tim", "bob, Tim; marek kow", "Tim"),
    ("4", "marek kow", "4"), ("+2", "marek kow", "2"),
])  # fmt: skip
def test_a_name_typed_in_the_list_goes_behind_a_guest_s_who_is_not_noted_yet(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, first: str, left: str, noted: str, by: str
) -> None:
    """How many came is clear, and is noted at once: behind a name it would mean how many more."""
    QTest.keyClicks(evening.letters.edit, first)
    in_list(evening)
    type_there(evening, "marek kow")
    settle(desktop)
    assert evening.letters.text() == left and "a member" not in came(other)
    if by == "Enter":
        QTest.keyClick(evening.letters.edit, Key.Key_Return)
        settle(desktop)
    evening.done_button.click()
    settle(desktop)
    assert {"a member", noted} <= {*came(other)} and is_left(evening)


@pytest.mark.parametrize("typed", ["marek kow", "Wolfgang"])
def test_closed_with_a_name_in_the_first_field_it_says_so_once(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, typed: str
) -> None:
    QTest.keyClicks(evening.letters.edit, typed)
    evening.close()
    assert evening.isVisible() and "What you typed is not saved." in evening._wrong.text()
    evening.close()
    settle(desktop)
    assert came(other) == [] and is_left(evening)


def test_escape_throws_a_guest_s_name_away_only_when_pressed_twice_and_clears_a_search(evening: Attendance) -> None:
    """Letters that find members are a search; those of nobody are a guest in the making."""
    QTest.keyClicks(evening.letters.edit, "marek")
    QTest.keyClick(evening.letters.edit, Key.Key_Escape)
    assert evening.letters.edit.text() == "" and evening.isVisible()
    QTest.keyClicks(evening.letters.edit, "zzguest")
    QTest.keyClick(evening.letters.edit, Key.Key_Escape)
    assert evening.letters.edit.text() == "zzguest" and "What you typed is not saved." in evening._wrong.text()
    QTest.keyClick(evening.letters.edit, Key.Key_Escape)
    assert is_left(evening)


@pytest.mark.parametrize("by_enter", [True, False])
def test_names_entered_before_the_list_is_read_are_not_joined(
    opened: Open, desktop: Desktop, other: Verbs, settle: Settle, by_enter: bool
) -> None:
    evening = opened()
    assert not evening._known
    for each in ("jose", "andre"):
        QTest.keyClicks(evening.letters.edit, each)
        QTest.keyClick(evening.letters.edit, Key.Key_Return)
    QTest.keyClicks(evening.letters.edit, "" if by_enter else "hans")
    if by_enter:
        QTest.keyClick(evening.letters.edit, Key.Key_Return)
    else:
        evening.done_button.click()
    settle(desktop)
    assert came(other) == (["andre", "jose"] if by_enter else ["andre", "hans", "jose"])
    assert is_left(evening)


def test_what_is_typed_on_while_the_list_is_read_stays(
    opened: Open, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    evening = opened()
    QTest.keyClicks(evening.letters.edit, "jose")
    QTest.keyClick(evening.letters.edit, Key.Key_Return)
    QTest.keyClicks(evening.letters.edit, "an")
    settle(desktop)
    assert came(other) == ["jose"] and evening.letters.edit.text() == "an"


def test_letters_within_another_name_leave_no_doubt_who_else_a_guest_may_be(
    evening: Attendance, desktop: Desktop, settle: Settle
) -> None:
    QTest.keyClicks(evening.guest, "lea")
    QTest.keyClick(evening.guest, Key.Key_Return)
    settle(desktop)
    assert "lea is here as a guest, not Léa Fontaine" in evening._sum.text()
