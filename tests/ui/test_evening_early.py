"""“Who came?” for whoever is quicker than the list: what was ended before it was read is entered, or asked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from tests.ui.hands import Key
from tests.ui.test_evening_refused import Settle, came
from tests.ui.test_evening_unlooked import Open, is_left, opened

__all__ = ["opened"]


@pytest.fixture
def early(opened: Open) -> Attendance:
    """Not read yet."""
    evening = opened()
    assert not evening._known
    return evening


def press(evening: Attendance, key: Key = Key.Key_Return, at: QWidget | None = None) -> None:
    """Press a key at once: hands would let the list be read meanwhile."""
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    QCoreApplication.sendEvent(at or evening.letters.edit, pressed)


def enter(evening: Attendance, name: str) -> None:
    evening.letters.edit.insert(name)
    press(evening)


@pytest.mark.parametrize(("enters", "by"), [(True, "Done"), (False, "Done"), (True, "Enter")])
def test_the_end_waits_for_who_may_be_several(
    early: Attendance, desktop: Desktop, other: Verbs, settle: Settle, enters: bool, by: str
) -> None:
    early.letters.edit.insert("marek")
    if enters:
        press(early)
    if by == "Done":
        early.done_button.click()
    else:
        press(early)
    settle(desktop)
    assert not is_left(early) and came(other) == [] and early.letters.text() == "marek"
    assert "Marek Adler" in early._wrong.text()


def test_nobody_who_is_asked_about_is_replaced_by_the_next_name(
    early: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    for name in ("marek", "jose", "hans, mar"):
        enter(early, name)
    settle(desktop)
    assert came(other) == ["hans", "jose"] and early.letters.text() == "marek, mar,"
    told = "jose is here as a guest. hans is here as a guest. More than one may be meant"
    assert told in early._sum.text() and "Marek Adler" in early._sum.text()


def test_what_is_typed_on_stands_behind_who_is_asked_about_and_is_not_the_end(
    early: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(early, "marek")
    early.done_button.click()
    early.letters.edit.insert("Wolf")
    press(early, Key.Key_Left)
    settle(desktop)
    assert not is_left(early) and early.letters.text() == "marek; Wolf"
    assert early.letters.edit.cursorPosition() == len("marek; Wol")


def test_letters_begun_after_the_end_are_not_thrown_away_by_it(
    early: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    early.done_button.click()
    early.letters.edit.insert("Wolf")
    settle(desktop)
    assert not is_left(early) and early.letters.text() == "Wolf"


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Minus, Key.Key_Delete])
def test_a_key_of_the_list_notes_no_member_as_a_guest_before_it_is_read(
    early: Attendance, desktop: Desktop, other: Verbs, settle: Settle, key: Key
) -> None:
    early.letters.edit.insert("marek kow")
    early.table.setFocus()
    press(early, key, early.table)
    settle(desktop)
    here = key == Key.Key_Space
    assert came(other) == (["a member"] if here else []) and early.letters.text() == ("" if here else "marek kow")
