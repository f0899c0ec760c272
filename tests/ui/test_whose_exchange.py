"""A press, or a menu, means the exchange that it was begun on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.swap_table import SwapTable
from tests.ui.conftest import add_people
from tests.ui.late import Settle, ask


@pytest.fixture
def proposed(other: Verbs, desktop: Desktop, settle: Settle) -> SwapTable:
    """The table of exchanges, with three that are proposed; the first row is chosen."""
    ids = add_people(other, ["Ana Ruiz", "Bo Ek"])
    for day in (1, 2, 3):
        fields = {"provider": ids[0], "receiver": ids[1], "minutes": 45, "on": f"2026-11-0{day}"}
        other.swaps.add({**fields, "state": "proposed"})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    swaps = window.pages["exchanges"].swaps
    swaps.states.setCurrentIndex(swaps.states.findData("proposed"))
    settle(desktop)
    swaps.table.go_to(0)
    settle(desktop)
    return swaps


def states(desktop: Desktop, settle: Settle) -> dict[bytes, str]:
    """Return how it stands with each exchange."""
    return ask(desktop, settle, lambda v: {row.id: row["state"] for row in v.reader.list("swap")})


def test_two_clicks_on_confirm_confirm_one(
    proposed: SwapTable, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    """The next one has come up under the pointer by the second; both belong to one double click."""
    before = qapp.doubleClickInterval()
    qapp.setDoubleClickInterval(20_000)  # however slow the machine is
    for _ in range(2):
        QTest.mouseClick(proposed.turns["confirm"], Qt.MouseButton.LeftButton)
        settle(desktop)
    qapp.setDoubleClickInterval(before)
    assert sorted(states(desktop, settle).values()) == ["confirmed", "proposed", "proposed"]


def test_a_menu_means_the_exchange_it_was_opened_on(
    proposed: SwapTable, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    meant = proposed.table.current_id()
    menu = proposed.menu()
    other.swaps.confirm(meant)
    desktop.window.watch()
    qtbot.waitUntil(lambda: proposed.table.current_id() != meant)
    settle(desktop)
    next(each for each in menu.actions() if each.text() == "Decline").trigger()
    settle(desktop)
    assert sorted(states(desktop, settle).values()) in (
        ["confirmed", "proposed", "proposed"],
        ["declined", "proposed", "proposed"],
    )
    assert states(desktop, settle)[meant] != "proposed"
