"""The hall's lists of people end on a whole row, whatever the screen and the size of text: no tile is cut in two."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.hall.tiles import People
from tests.ui.conftest import add_people
from tests.ui.late import meetup_today

Settle = Callable[[Desktop], None]
_GAP = 4
"""Pixels above and below a tile in its cell."""


def cut(hall: Hall, people: People) -> list[str]:
    """Return whose tiles are seen in part."""
    view, area = people.list, hall._area.viewport()
    edge = min(view.viewport().height(), area.height() - view.viewport().mapTo(area, QPoint()).y())
    cells = ((tile.name, view.visualRect(view.model().index(row, 0))) for row, tile in enumerate(people.model.tiles))
    return [name for name, cell in cells if cell.top() + _GAP < edge < cell.bottom() + 1 - _GAP]


@pytest.mark.parametrize("meetups", [1, 3])
@pytest.mark.parametrize(
    ("wide", "high", "size"),
    [(1280, 800, 100), (1024, 640, 100), (1366, 768, 100), (1280, 800, 200), (1024, 640, 200)],
)
def test_no_tile_is_cut_in_two(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, wide: int, high: int, size: int, meetups: int
) -> None:
    add_people(other, [f"{letter}{name}" for letter in "BDFGLMRST" for name in ("ana", "ola", "uri")], status="active")
    meetup_today(other)
    for number in range(1, meetups):
        other.meetups.plan(f"Bikes {number}", f"{other.desk.today()}T23:30", 20)
    desktop.theme.choose("light", size)
    desktop.open()
    settle(desktop)
    hall = desktop.enter_hall()
    assert hall is not None
    qtbot.waitUntil(hall.isActiveWindow)
    hall.showNormal()
    for step, people in (("came", hall.came.people), ("swap", hall.swap.people)):
        hall.go(step)
        for lower in range(0, 60, 7):
            hall.resize(wide, high - lower)
            settle(desktop)
            assert people.list.isVisible() and cut(hall, people) == [], (step, lower)
        bar = people.list.verticalScrollBar()
        bar.setValue(bar.maximum())
        last = people.list.visualRect(people.model.index(people.model.rowCount() - 1))
        assert last.bottom() - _GAP < people.list.viewport().height(), "the last one is reached"


@pytest.mark.usefixtures("at_exchanges")
def test_a_list_that_is_seen_whole_keeps_its_room(hall: Hall) -> None:
    assert hall.swap.people.list.viewportMargins().bottom() == 0
