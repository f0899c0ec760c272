"""Delete in “Who came?” takes a mark back: the row is as it was before anything was noted of somebody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import meetup_today
from tests.ui.test_evening_refused import FULL, Settle, came, enter, evening, room, row, seen

__all__ = ["evening", "room"]


def press(evening: Attendance, name: str, key: Key) -> None:
    at = next(place for place, each in enumerate(evening.model.rows) if each.name == name)
    evening.table.setFocus()
    evening.table.go_to(at)
    QTest.keyClick(evening.table, key)


@pytest.mark.parametrize("before", [Key.Key_Space, Key.Key_Minus, Key.Key_Delete])
def test_the_row_is_blank_again_and_that_is_said(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, before: Key
) -> None:
    for key in (before, Key.Key_Delete):
        press(evening, "Ana Ruiz", key)
        settle(desktop)
    assert row(evening).state == "" and came(other) == []
    assert evening._sum.text() == "Bread: nobody noted yet. Nothing is noted of Ana Ruiz."
    if before != Key.Key_Delete:
        evening.undo_redo.undo.trigger()
        settle(desktop)
        assert row(evening).state == ("attended" if before == Key.Key_Space else "no_show")
        press(evening, "Ana Ruiz", Key.Key_Delete)
        settle(desktop)
    enter(evening, evening.letters.edit, "ana")
    settle(desktop)
    assert row(evening).state == "attended" and came(other) == ["a member"]


def test_in_haste_as_well(evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle) -> None:
    for key in (Key.Key_Minus, Key.Key_Space, Key.Key_Delete):
        press(evening, "Ana Ruiz", key)
    settle(desktop)
    assert row(evening).state == "" and came(other) == []


def test_a_guest_whose_mark_is_taken_back_is_in_no_list(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.guest, "Gustav")
    settle(desktop)
    press(evening, "Gustav", Key.Key_Delete)
    settle(desktop)
    assert came(other) == [] and "Gustav" not in [each.name for each in evening.model.rows]
    evening.undo_redo.undo.trigger()
    settle(desktop)
    assert came(other) == ["Gustav"]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Minus])
def test_a_guest_is_noted_again_by_a_row_that_was_taken_back_meanwhile(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, key: Key
) -> None:
    """As a member is: the later word holds."""
    enter(evening, evening.guest, "Gustav")
    settle(desktop)
    for each in (Key.Key_Delete, key):  # quicker than the list is read
        press(evening, "Gustav", each)
    settle(desktop)
    states = [mark["state"] for mark in other.reader.list("attendance")]
    assert states == ["attended" if key == Key.Key_Space else "no_show"] and "Not written down yet" not in seen(evening)


def test_all_marks_of_somebody_who_was_here_twice_are_taken_back(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    ids = add_people(other, ["Ana Ruiz", "Anna Ruiz"], status="active")
    meetup = meetup_today(other)
    for member, state in zip(ids, ("no_show", "attended"), strict=True):
        other.meetups.attend(meetup, member=member, state=state)
    other.merging.merge(*ids)
    evening = Attendance(window.shell, meetup, window)
    evening.open()
    settle(desktop)
    one = evening.model.rows[0]
    assert one.state == "attended"
    press(evening, one.name, Key.Key_Delete)
    settle(desktop)
    assert evening.model.rows[0].state == "" and came(other) == []


def test_what_was_refused_is_given_up_on_a_full_disk_too(
    evening: Attendance, desktop: Desktop, settle: Settle, room: Callable[[], None]
) -> None:
    press(evening, "Ana Ruiz", Key.Key_Minus)
    settle(desktop)
    assert "Not written down yet: Ana Ruiz." in seen(evening)
    press(evening, "Ana Ruiz", Key.Key_Delete)
    settle(desktop)
    assert "Not written down yet" not in seen(evening) and FULL not in seen(evening)
    assert "Nothing is noted of Ana Ruiz." in evening._sum.text()
