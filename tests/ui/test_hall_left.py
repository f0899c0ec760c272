"""Names that the hall's “Who came today?” has asked about and that are left for the next one: they wait, by name."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.begun import unwritten_in
from learningcircles_ui.hall.hall import Hall
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import Settle
from tests.ui.test_hall_asked import alike
from tests.ui.test_hall_kept import Next, begun, hall_of, started
from tests.ui.test_hall_keys import hall
from tests.ui.test_hall_waiting import guests, members, slowly, write

__all__ = ["alike", "hall", "slowly", "started"]


@pytest.fixture
def left(alike: Hall, desktop: Desktop, settle: Settle) -> Hall:
    """José, of whom there are two, and Oskar, whom nobody knows, wait; Andre is here."""
    write("jose⏎oskar⏎andre⏎")
    settle(desktop)
    return alike


def waits(hall: Hall) -> list[str]:
    return [each.typed for each in hall.came.waiting.slips()]


def named(hall: Hall, words: str) -> QPushButton:
    (found,) = [each for each in hall.findChildren(QPushButton) if each.accessibleName() == words and each.isVisible()]
    return found


def button(hall: Hall, words: str) -> QPushButton:
    return next(each for each in hall.came.findChildren(QPushButton) if each.isVisible() and each.text() == words)


def seen(hall: Hall) -> str:
    return " ".join(each.text() for each in hall.came.findChildren(QLabel) if each.isVisible())


def test_whoever_may_be_several_or_nobody_waits_by_name(left: Hall, other: Verbs) -> None:
    assert waits(left) == ["jose", "oskar"] and members(other) == 1 and guests(other) == []
    assert "Who is jose?" in seen(left) and "Nobody in the list is called oskar." in seen(left)
    assert left.focusWidget() is left.came.people.letters and not left.came.people.letters.text()


def test_they_are_named_on_the_first_screen_and_at_leaving(left: Hall, desktop: Desktop, settle: Settle) -> None:
    left.go("first")
    assert "Not written down yet: jose, oskar. “Who came today?” asks about them." in left.sentence.text()
    assert unwritten_in(left).names == "jose, oskar"
    left.go("guest")
    write("jose luna⏎")
    settle(desktop)
    left.go("first")
    assert left.sentence.text().endswith("Not written down yet: jose, oskar, José L.")


@pytest.mark.parametrize("by", ["Back", "Who else?"])
def test_whoever_is_asked_about_last_waits_on_another_screen_too(
    alike: Hall, desktop: Desktop, settle: Settle, by: str
) -> None:
    write("jose⏎")
    settle(desktop)
    if by == "Back":
        alike.back()
        settle(desktop)
        assert waits(alike) == ["jose"] and "Not written down yet: jose." in alike.sentence.text()
    else:
        button(alike, "Somebody who is not in the list…").click()
        settle(desktop)
        assert waits(alike) == [] and alike.guest.name.text() == "jose", "it went along"


def test_one_of_them_is_chosen_or_they_are_a_guest(left: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    button(left, "José L.").click()
    settle(desktop)
    left.came.waiting._haste._since.invalidate()
    named(left, "oskar is a guest").click()
    settle(desktop)
    assert members(other) == 2 and guests(other) == ["oskar"] and waits(left) == []


def test_whoever_is_looked_for_again_is_asked_about_in_the_field(
    left: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("an")
    named(left, "Look for jose again").click()
    settle(desktop)
    letters = left.came.people.letters
    assert letters.text() == "jose" and left.focusWidget() is letters and "José" in left.came.people._said.text()
    assert waits(left) == ["oskar", "an"], "what stood there is not lost, either"
    write(" luna⏎")
    settle(desktop)
    assert members(other) == 2 and waits(left) == ["oskar", "an"]


def test_whoever_is_left_out_waits_no_more_and_that_is_said(
    left: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    named(left, "Leave oskar out").click()
    settle(desktop)
    assert waits(left) == ["jose"] and guests(other) == []
    assert "oskar is noted nowhere, and waits no more." in left.sentence.text()


def test_several_in_one_line_are_asked_about_one_by_one_as_guests(
    alike: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("jose and tim⏎andre⏎")
    settle(desktop)
    assert waits(alike) == ["jose and tim"]
    named(alike, "jose, tim is a guest").click()
    settle(desktop)
    assert guests(other) == ["tim"] and "Several members are called jose. Which one is it?" in seen(alike)


@pytest.mark.parametrize("typed", ["+2", "?", "jose and ?"])
def test_more_without_a_name_and_signs_are_no_guest(alike: Hall, desktop: Desktop, settle: Settle, typed: str) -> None:
    write(f"{typed}⏎andre⏎")
    settle(desktop)
    assert waits(alike) == [typed]
    assert not [each for each in alike.came.waiting.findChildren(QPushButton) if each.text() == "A guest"]


def test_they_are_kept_at_once_and_wait_in_the_next_hall(
    left: Hall, desktop: Desktop, other: Verbs, started: Next, settle: Settle, qtbot: QtBot
) -> None:
    left.drafts._often.stop()
    write("tilda⏎b")
    settle(desktop)
    again = started()
    assert {"jose", "oskar", "tilda"} <= set(begun(again))
    made = hall_of(again, settle, qtbot)
    made.go("came")
    settle(again)
    assert waits(made) == ["jose", "oskar", "tilda"] and members(other) == 1 and guests(other) == []
    named(made, "tilda is a guest").click()
    settle(again)
    assert guests(other) == ["tilda"]


def test_a_name_that_may_be_somebody_who_is_erased_waits_no_more(
    alike: Hall, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Zelda Oak", "Zelda Orr"], status="active")
    settle(desktop)
    write("zelda o⏎andre⏎")
    settle(desktop)
    assert waits(alike) == ["zelda o"]
    erase(other, next(each.id for each in other.reader.list("member") if each["name"] == "Zelda Oak"))
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    assert waits(alike) == [] and not [draft for _, draft in other.reader.drafts() if "zelda" in str(draft.values)]


def test_tab_comes_from_the_people_to_those_who_wait(left: Hall) -> None:
    left.came.people.list.setFocus()
    QTest.keyClick(left.came.people.list, Key.Key_Tab)
    stops = list(left.came.waiting.questions[0].answers)
    assert left.focusWidget() is stops[0]
    QTest.keyClick(stops[0], Key.Key_Tab)
    assert left.focusWidget() is stops[1]
