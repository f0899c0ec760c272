"""A request on Today that was answered without having been matched is marked there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

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
