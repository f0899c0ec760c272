"""What the hall says of those who wait: one full stop between two sentences, and nothing where they are in view."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.leaving import LeaveHall
from tests.ui.late import Settle, reading_held
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_waiting import asking, write

__all__ = ["asking", "hall"]
ASKS = "“Sign up a guest” asks about them."


@pytest.fixture
def tom(asking: Hall, desktop: Desktop, settle: Settle) -> Hall:
    """The screen that signs up guests, with a question about Tom, who is a member."""
    write("Tom⏎")
    settle(desktop)
    return asking


def test_where_they_are_asked_about_it_does_not_say_where_that_is(tom: Hall) -> None:
    tom.back()
    assert tom.sentence.text() == f"Not written down yet: Tom. {ASKS}"
    tom.go("guest")
    assert tom.banner.isHidden()
    tom.back()
    assert ASKS in tom.sentence.text() and tom.banner.isVisible()


def test_what_was_written_down_is_told_still_with_undo(tom: Hall, desktop: Desktop, settle: Settle) -> None:
    write("Ute⏎")
    settle(desktop)
    said = tom.sentence.text()
    assert "Ute" in said
    tom.back()
    assert tom.sentence.text() == f"{said} Not written down yet: Tom. {ASKS}"
    tom.go("guest")
    assert tom.sentence.text() == said and tom.undo_button.isVisible()


def test_who_is_found_to_be_a_member_is_told_by_the_same_name_as_where_it_is_left(
    asking: Hall, desktop: Desktop, settle: Settle
) -> None:
    with reading_held(desktop):
        write("tom⏎")
        asking.back()
        assert "Not written down yet: tom." in asking.sentence.text()
    settle(desktop)
    asking.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    told = next(each.text() for each in asked.findChildren(QLabel) if "Not written down yet" in each.text())
    asked.reject()
    assert told.partition(" Whoever")[0] in asking.sentence.text(), "as it is called there"


def test_what_was_told_since_stays(tom: Hall) -> None:
    tom.back()
    tom.tell("Something else.")
    tom.go("guest")
    assert tom.sentence.text() == "Something else." and tom.banner.isVisible()


def test_a_full_stop_of_a_name_is_the_only_one(asking: Hall, desktop: Desktop, settle: Settle) -> None:
    write("Mia B⏎")
    settle(desktop)
    asking.back()
    assert asking.sentence.text() == f"Not written down yet: Mia B. {ASKS}"
    asking.ask_to_leave()
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, LeaveHall)
    assert any("Mia B. Whoever" in each.text() for each in asked.findChildren(QLabel))
    asked.reject()


def test_an_exchange_ends_with_a_full_stop_before_who_waits(tom: Hall, desktop: Desktop, settle: Settle) -> None:
    tom.go("swap")
    settle(desktop)
    for letters in ("mia b", "tom"):
        type_in(tom.swap.people, letters)
    tom.swap.record()
    settle(desktop)
    assert "gave Tom 1 h. Not written down yet: Tom." in tom.sentence.text()
