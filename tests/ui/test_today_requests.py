"""A request on Today that was answered without having been matched is marked there."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles_sync.engine import Engine
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.test_written_apart import Pair

Settle = Callable[[Desktop], None]


def test_a_request_that_was_answered_by_itself_is_marked_where_it_waits(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    asked, _ = other.records.add("request", {"title": "Fix my bike", "member": amina, "topic": "Repair"})
    other.swaps.record(bo, amina, 60, "Repair")
    window = desktop.open(page="today")
    settle(desktop)
    mark = marks(window)[0]
    assert (mark.text(), mark.accessibleName()) == ("Fulfilled", "Mark as fulfilled: Fix my bike")
    mark.click()
    settle(desktop)
    assert other.reader.get("request", asked)["state"] == "fulfilled" and marks(window) == []
    assert window.toast.label.text() == "Fix my bike: Fulfilled"
    window.toast.undo.emit(window.toast.action)
    settle(desktop)
    assert other.reader.get("request", asked)["state"] == "open" and len(marks(window)) == 1


def marks(window: Window) -> list[QPushButton]:
    return [each for each in window.page.findChildren(QPushButton) if each.isVisible() and each.text() == "Fulfilled"]


def test_a_request_that_two_are_to_help_with_is_told_before_one_comes_in_vain(
    desktop: Desktop, other: Verbs, home: Home, red: Engine, tmp_path: Path, settle: Settle
) -> None:
    pair = Pair(home, other, red, tmp_path)
    amina, bo, cem = add_people(other, ["Amina", "Bo Ek", "Cem Kaya"], status="active")
    bike, _ = other.records.add("request", {"title": "Fix my bike", "member": amina, "topic": "Repair"})
    bread, _ = other.records.add("request", {"title": "Bread", "member": amina})
    soon, late = ((datetime.date.today() + datetime.timedelta(days)).isoformat() for days in (20, 30))
    other.swaps.propose(bread, bo, 60, soon)
    pair.meet()
    other.swaps.propose(bike, bo, 60, late)
    pair.there.swaps.propose(bike, cem, 60, soon)
    page = desktop.open(page="today").page
    settle(desktop)
    assert shows(page) == [], "this laptop knows of one alone"
    pair.meet()
    page.changed(Changes())
    settle(desktop)
    (show,) = shows(page)
    told = (
        f"Amina asks for “Fix my bike” once, and more than one is expected: Cem Kaya ({text.day(soon)}), Bo Ek"
        f" ({text.day(late)})"
    )
    assert show.accessibleName() == f"Show: {told}"
    assert [each.text() for each in page.findChildren(QLabel) if "more than one" in each.text()] == [
        "1 request with more than one exchange proposed",
        told,
    ]
    show.click()
    settle(desktop)
    assert desktop.window is not None and desktop.window.page.name == "exchanges"
    swaps = {row["provider"]: row.id for row in other.reader.list("swap") if row["topic"] == "Repair"}
    other.swaps.decline(swaps[cem])
    desktop.window.show_page("today")
    settle(desktop)
    assert shows(page) == [] and other.reader.get("request", bike)["state"] == "matched"


def shows(page: QWidget) -> list[QPushButton]:
    return [each for each in page.findChildren(QPushButton) if not each.isHidden() and each.text() == "Show"]
