"""What is said of somebody in the hall last is what counts, whatever waits to be tried again."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import nullcontext

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_refused import full_disk
from tests.ui.test_hall_waiting import slowly

__all__ = ["hall", "slowly"]
Settle = Callable[[Desktop], None]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="no file is held to a size there")


def here(other: Verbs) -> list[str]:
    """Return the members who are here."""
    rows = [row for row in other.reader.list("attendance") if row["state"] == "attended"]
    return sorted(other.reader.get("member", row["person"])["name"] for row in rows)


def touch(hall: Hall, name: str) -> None:
    """Touch a tile."""
    tiles = hall.came.people.list
    row = next(at for at, tile in enumerate(hall.came.people.model.tiles) if tile.name == name)
    at = tiles.visualRect(hall.came.people.model.index(row)).center()
    QTest.mouseClick(tiles.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


@pytest.mark.usefixtures("at_who_came")
def test_whoever_is_typed_and_here_already_is_not_taken_back_later(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    type_in(hall.came.people, "tom")
    settle(desktop)
    with full_disk():
        touch(hall, "Tom")
        type_in(hall.came.people, "chr")
        settle(desktop)
        assert hall.came.names() == "Tom (not here), Christian"
        type_in(hall.came.people, "tom")
        settle(desktop)
        assert hall.sentence.text() == "Tom is here already." and hall.came.names() == "Christian"
    hall.came.refused.again.click()
    settle(desktop)
    assert here(other) == ["Christian Bauer", "Tom Ek"]


@pytest.mark.parametrize("came", [False, True])
@pytest.mark.usefixtures("at_who_came", "slowly")
def test_a_touch_on_who_waits_takes_back_what_waits(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, came: bool
) -> None:
    if came:
        type_in(hall.came.people, "tom")
        settle(desktop)
    with full_disk():
        touch(hall, "Tom")
        settle(desktop)
        assert hall.came.names() == ("Tom (not here)" if came else "Tom")
        touch(hall, "Tom")
        settle(desktop)
        assert not hall.came.names() and not hall.banner.sign.isVisible()
        assert hall.sentence.text() == ("Tom is here." if came else "Tom is not here.")
    touch(hall, "Christian")
    settle(desktop)
    assert here(other) == (["Christian Bauer", "Tom Ek"] if came else ["Christian Bauer"])


@pytest.mark.usefixtures("at_who_came")
def test_undo_takes_back_who_was_typed_last_and_nobody_who_was_tried_again(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with full_disk():
        type_in(hall.came.people, "tom")
        settle(desktop)
    type_in(hall.came.people, "chr")
    settle(desktop)
    hall.go("first")
    assert hall.sentence.text() == "Christian is here. Not written down yet: Tom." and hall.undo_button.isVisible()
    hall.go("came")
    hall.came.refused.again.click()
    settle(desktop)
    assert here(other) == ["Christian Bauer", "Tom Ek"]
    assert hall.sentence.text() == "Christian is here." and not hall.banner.sign.isVisible()
    hall.undo_button.click()
    settle(desktop)
    assert here(other) == ["Tom Ek"] and hall.sentence.text() == "Undone."


@pytest.mark.usefixtures("at_who_came")
def test_who_is_tried_again_is_told_where_nobody_was_typed_since_also_where_they_are_refused_again(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    with full_disk():
        type_in(hall.came.people, "tom")
        settle(desktop)
        hall.tell("Choose what they come to.")
        hall.came.refused.again.click()
        settle(desktop)
        assert hall.sentence.text().startswith("This could not be written down.") and hall.banner.sign.isVisible()
    hall.came.refused.again.click()
    settle(desktop)
    assert hall.sentence.text() == "Tom is here."
    hall.undo_button.click()
    settle(desktop)
    assert here(other) == []


@pytest.mark.usefixtures("at_guests")
def test_all_who_wait_are_named_on_the_first_screen(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    with full_disk():
        QTest.keyClicks(hall.guest.name, "Uno")
        QTest.keyClick(hall.guest.name, Qt.Key.Key_Return)
        settle(desktop)
        hall.go("came")
        settle(desktop)
        type_in(hall.came.people, "tom")
        settle(desktop)
        hall.go("first")
    assert hall.sentence.text() == "Not written down yet: Tom, Uno."


@pytest.mark.parametrize("room", [True, False])
def test_the_hall_may_be_left_while_something_is_written(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, room: bool
) -> None:
    told: list[object] = []
    hall.shell.signals.failed.connect(told.append)
    hall.go("came")
    settle(desktop)
    with full_disk():
        type_in(hall.came.people, "tom")
        type_in(hall.came.people, "chr")
        settle(desktop)
    with nullcontext() if room else full_disk():
        hall.came.refused.again.click()
        hall.leave()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not isValid(hall)
        settle(desktop)
    assert here(other) == (["Tom Ek"] if room else [])
    assert bool(told) != room, "the window says that something was refused"
