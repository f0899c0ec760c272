"""Letters that mean several in the hall: whoever types on without looking up names the next one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.tiles import People
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import Settle
from tests.ui.test_hall_keys import hall
from tests.ui.test_hall_meant import here
from tests.ui.test_hall_waiting import write

__all__ = ["hall"]


@pytest.fixture
def alike(other: Verbs, hall: Hall, desktop: Desktop, settle: Settle) -> Hall:
    add_people(other, ["José Luna", "José Rey", "Andre Kim"], status="active")
    hall.go("came")
    settle(desktop)
    return hall


def undo(hall: Hall) -> None:
    QTest.keyClick(hall.came.people.letters, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("typed", "who"),
    [
        ("andre", "Andre Kim"), ("tom", "Tom Ek"), ("mia o", "Mia Oduya"), (" luna", "José Luna"), (" l", "José Luna"),
        (" rey", "José Rey"),
    ],
)  # fmt: skip
def test_the_next_name_takes_the_place_of_letters_that_several_have(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle, typed: str, who: str
) -> None:
    write("jose⏎")
    settle(desktop)
    assert alike.came.people.letters.text() == "jose" and not here(other)
    write(f"{typed}⏎")
    settle(desktop)
    assert here(other) == [who] and not alike.came.people.letters.text()


def test_a_surname_goes_on_though_a_letter_of_it_was_asked_about(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add_people(other, ["José Lana"], status="active")
    settle(desktop)
    write("jose l⏎")
    settle(desktop)
    write("una⏎")
    settle(desktop)
    assert here(other) == ["José Luna"]


@pytest.mark.parametrize(("first", "then"), [("jose⏎", " x"), ("jose ⏎", "x")])
def test_behind_a_blank_a_surname_goes_on_of_which_no_more_is_seen(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle, first: str, then: str
) -> None:
    write(first)
    settle(desktop)
    write(f"{then}⏎")
    settle(desktop)
    assert alike.came.people.letters.text() == "jose x" and not here(other)


@pytest.mark.parametrize("first", ["jose⏎", "Tim⏎"])
def test_what_was_asked_about_does_not_come_back(alike: Hall, desktop: Desktop, settle: Settle, first: str) -> None:
    write(first)
    settle(desktop)
    write("and")
    assert alike.came.people.letters.text() == "and"
    for _ in range(6):
        undo(alike)
        assert "and".startswith(alike.came.people.letters.text())


def test_letters_that_are_taken_back_are_asked_about_no_more(alike: Hall, desktop: Desktop, settle: Settle) -> None:
    write("jose⏎")
    settle(desktop)
    QTest.keyClick(alike.came.people.letters, Key.Key_Backspace)
    write("xy")
    assert alike.came.people.letters.text() == "josxy"


@pytest.mark.parametrize("way", ["touch", "another screen", "by hand"])
def test_letters_that_are_gone_are_asked_about_no_more(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle, way: str
) -> None:
    """Of “joseph” nothing but “ph” was left then, and somebody else was noted by it."""
    add_people(other, ["Phil Doe"], status="active")
    settle(desktop)
    write("jose⏎")
    settle(desktop)
    people = alike.came.people
    if way == "touch":
        touch(people)
    elif way == "another screen":
        alike.go("first")
        alike.go("came")
    else:
        people.letters.selectAll()
        QTest.keyClick(people.letters, Key.Key_Delete)
    settle(desktop)
    people.letters.setFocus()
    noted = here(other)
    write("joseph⏎")
    settle(desktop)
    assert people.letters.text() == "joseph" and here(other) == noted


def test_letters_of_who_gave_are_not_asked_about_with_who_received(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    add_people(other, ["Phil Doe"], status="active")
    alike.go("swap")
    settle(desktop)
    write("jose⏎")
    settle(desktop)
    touch(alike.swap.people)
    settle(desktop)
    alike.swap.people.letters.setFocus()
    write("joseph⏎")
    settle(desktop)
    assert alike.swap.giver is not None and alike.swap.taker is None
    assert alike.swap.people.letters.text() == "joseph"


def touch(people: People) -> None:
    """Touch the first tile."""
    at = people.list.visualRect(people.model.index(0)).center()
    QTest.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize("then", ["", "tom"])
def test_letters_of_another_hall_that_changed_before_people_are_read_are_asked_about_no_more(
    alike: Hall, desktop: Desktop, settle: Settle, then: str
) -> None:
    people = alike.came.people
    tiles = people.model.tiles
    people.show_tiles(())
    people.take_up({"name": "jose", "asked": True})
    people.letters.setText(then)
    people.show_tiles(tiles)
    assert people._said.isHidden() and people.letters.text() == then and not people.letters.hasSelectedText()
    assert people.model.marks == (0 if then else -1)
