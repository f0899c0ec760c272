"""A press, or a menu, means the exchange that it was begun on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_removal import RemoveConfirmed
from learningcircles_ui.pages.exchanges.swap_table import SwapTable
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


def removal(proposed: SwapTable, desktop: Desktop, settle: Settle, state: str) -> list[RemoveConfirmed]:
    """Press Delete on the first exchange of a state; return what asks about it."""
    proposed.states.setCurrentIndex(proposed.states.findData(state))
    settle(desktop)
    proposed.table.setFocus()
    proposed.table.go_to(0)
    for _ in range(2):
        QTest.keyClick(proposed.table, Qt.Key.Key_Delete)
    settle(desktop)
    return [each for each in desktop.window.findChildren(RemoveConfirmed) if each.isVisible()]


@pytest.mark.parametrize("answer", ["leave_button", "done_button", "reverse"])
def test_removing_what_is_confirmed_says_what_becomes_of_the_hours(
    proposed: SwapTable, other: Verbs, desktop: Desktop, settle: Settle, answer: str
) -> None:
    swap = proposed.table.current_id()
    other.swaps.confirm(swap)
    giver = other.reader.get("swap", swap)["provider"]
    desktop.window.watch()
    (asks,) = removal(proposed, desktop, settle, "confirmed")
    told = "\n".join(each.text() for each in asks.findChildren(QLabel))
    assert "Ana Ruiz gave Bo Ek 45 min" in told and "Ana Ruiz then has 0 h, and Bo Ek 0 h." in told
    getattr(asks, answer).click()
    settle(desktop)
    left = other.reader.find_one("swap", swap)
    wanted = {"leave_button": ("confirmed", False, 45), "done_button": ("confirmed", True, 0)}
    state = wanted.get(answer, ("reversed", False, 0))
    assert (left["state"], left.deleted, other.reader.balance(giver)) == state
    assert bool(desktop.window.toast.action) == (answer != "leave_button")


def test_what_moves_no_hours_is_removed_at_once(
    proposed: SwapTable, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    assert removal(proposed, desktop, settle, "proposed") == [] and other.reader.count("swap") == 2
    assert desktop.window.toast.action


def test_today_says_who_noted_a_dispute_and_what_is_noted_of_it(
    proposed: SwapTable, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    swap = proposed.table.current_id()
    other.records.edit("swap", swap, {"notes": "Bo says:\nhalf an hour"})
    other.swaps.dispute(swap)
    desktop.window.show_page("today")
    settle(desktop)
    told = [each.text() for each in desktop.window.pages["today"].findChildren(QLabel) if "isputed" in each.text()]
    assert len(told) == 1 and "noted by Pilar Ortega" in told[0] and "Bo says: half an hour" in told[0]


@pytest.mark.parametrize("who", ["provider", "receiver"])
def test_whoever_notes_a_dispute_is_not_said_to_dispute(
    proposed: SwapTable, other: Verbs, desktop: Desktop, settle: Settle, who: str
) -> None:
    swap = proposed.table.current_id()
    record = other.reader.find_one("swap", swap)
    other.swaps.dispute(swap, author=record[who])
    desktop.window.show_page("today")
    settle(desktop)
    name = other.reader.find_one("member", record[who])["name"]
    told = [each.text() for each in desktop.window.pages["today"].findChildren(QLabel) if "isputed" in each.text()]
    assert len(told) == 1 and f"noted by {name}" in told[0] and "Disputed by" not in told[0]
