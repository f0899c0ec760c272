"""What is said of somebody in the hall last is what counts, whatever waits to be tried again."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_refused import full_disk

__all__ = ["hall"]
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


def test_whoever_is_typed_and_here_already_is_not_taken_back_later(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    hall.go("came")
    settle(desktop)
    type_in(hall.came.people, "tom")
    settle(desktop)
    with full_disk():
        touch(hall, "Tom")
        type_in(hall.came.people, "chr")
        settle(desktop)
        assert hall.came.names() == "Tom, Christian"
        type_in(hall.came.people, "tom")
        settle(desktop)
        assert hall.sentence.text() == "Tom is here already." and hall.came.names() == "Christian"
    hall.came.refused.again.click()
    settle(desktop)
    assert here(other) == ["Christian Bauer", "Tom Ek"]


@pytest.mark.parametrize("came", [False, True])
def test_a_touch_on_who_waits_takes_back_what_waits(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, came: bool
) -> None:
    hall.go("came")
    settle(desktop)
    if came:
        type_in(hall.came.people, "tom")
        settle(desktop)
    with full_disk():
        touch(hall, "Tom")
        settle(desktop)
        assert hall.came.names() == "Tom"
        touch(hall, "Tom")
        settle(desktop)
        assert not hall.came.names() and not hall.banner.sign.isVisible()
        assert hall.sentence.text() == ("Tom is here." if came else "Tom is not here.")
    touch(hall, "Christian")
    settle(desktop)
    assert here(other) == (["Christian Bauer", "Tom Ek"] if came else ["Christian Bauer"])
