"""A double click on the hall's tiles is one touch; two touches of different people are two, however fast."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.tiles import People
from tests.ui.late import Settle
from tests.ui.test_hall_keys import hall
from tests.ui.test_hall_meant import here

__all__ = ["hall"]


@pytest.fixture(autouse=True)
def long(qapp: QApplication) -> Iterator[None]:
    """However slow the machine is, two clicks are a double click."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(60_000)
    yield
    qapp.setDoubleClickInterval(before)


def place(people: People, row: int) -> QPoint:
    return people.list.visualRect(people.model.index(row)).center()


def click(people: People, at: QPoint) -> None:
    QTest.mouseClick(people.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


@pytest.mark.usefixtures("at_who_came")
def test_a_double_click_takes_nobody_back(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    people = hall.came.people
    name, at = people.model.tiles[1].name, place(people, 1)
    click(people, at)
    settle(desktop)  # it is written already
    click(people, at)
    settle(desktop)
    assert len(here(other)) == 1 and hall.sentence.text() == f"{name} is here."


@pytest.mark.usefixtures("at_who_came")
def test_two_who_are_touched_fast_are_both_here(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    people = hall.came.people
    for row in (0, 2, 1):
        click(people, place(people, row))
        settle(desktop)
    assert len(here(other)) == 3


@pytest.mark.usefixtures("at_who_came")
def test_a_double_click_does_not_touch_who_comes_under_the_pointer(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """Once the letters are gone, all are shown again."""
    people = hall.came.people
    QTest.keyClicks(people.letters, "tom")
    at = place(people, 0)
    click(people, at)
    assert people.model.tiles[0].name != "Tom"
    click(people, at)
    settle(desktop)
    assert here(other) == ["Tom Ek"]


@pytest.mark.usefixtures("at_exchanges")
def test_a_double_click_chooses_one_of_the_two(hall: Hall) -> None:
    people = hall.swap.people
    at = place(people, 0)
    click(people, at)
    click(people, at)
    assert hall.swap.giver is not None and hall.swap.taker is None
