"""Ctrl+K knows what can be done with the rows that are marked, and names them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.menus import leaves
from learningcircles_ui.pages import PAGES
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.literal import Menu, seen
from learningcircles_ui.parts.table import Table, offer_rows
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.found import lines_of, names

Settle = Callable[[Desktop], None]


def _fill(other: Verbs) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.swaps.record(amina, bo, 60, "Bread", proposed=True)
    other.records.add("request", {"member": bo, "title": "Bikes"})
    other.records.add("offer", {"member": bo, "title": "Bread"})
    other.records.add("place", {"name": "Hall"})
    other.meetups.plan("Open day", "2026-12-03T18:00", 60)
    learned = {"member": amina, "topic": "Bread", "kind": "informal", "on": "2026-11-20", "minutes": 30}
    other.records.add("learning", learned)


@pytest.mark.parametrize("page", [kind.name for kind in PAGES])
def test_what_the_menu_of_a_marked_row_offers_is_a_command(
    desktop: Desktop, other: Verbs, settle: Settle, page: str
) -> None:
    _fill(other)
    window = desktop.open()
    window.show_page(page)
    settle(desktop)
    for table in (each for each in window.page.findChildren(Table) if each.isVisible()):
        table.go_to(0)
        settle(desktop)
        known, menu = names(window), Menu(table)
        offer_rows(table, menu)
        offered = [seen(each.text()) for each in leaves(menu) if each.isEnabled()]
        unfound = [each for each in offered if not {each, f"{each}  ·  {table.row_name()}"} & known]
        assert not unfound, table.accessibleName()


@pytest.mark.parametrize(("typed", "done"), [("fulfilled bikes", "fulfilled"), ("remove bik", None)])
def test_what_is_done_with_the_marked_row_by_find_is_done_with_that_row(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot, typed: str, done: str | None
) -> None:
    _fill(other)
    bikes = other.reader.list("request")[0].id
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    window.show_page("exchanges")
    settle(desktop)
    page.listings["request"].table.go_to(0)
    page.listings["offer"].table.go_to(0)
    settle(desktop)
    line, *_ = lines_of(window, desktop, settle, typed)
    assert line.endswith("  ·  Bikes")
    qtbot.keyClick(window.finder.field.edit, Qt.Key.Key_Return)
    settle(desktop)
    kept = other.reader.get("request", bikes)
    assert kept.deleted if done is None else kept["state"] == done
    assert other.reader.count("offer") == 1


def test_find_knows_each_thing_that_is_done_with_an_exchange_once(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    _fill(other)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    window.show_page("exchanges")
    settle(desktop)
    assert not any(each.startswith("Remove  ·") for each in names(window)), "no row is marked yet"
    page.swaps.table.go_to(0)
    settle(desktop)
    known = names(window)
    assert {"Confirm", "Remove  ·  Amina → Bo", "Show Amina  ·  Amina → Bo"} <= known
    assert "Confirm  ·  Amina → Bo" not in known, "its button stands in view"
    page.swaps._row.hide()  # as where the window is too narrow for the buttons
    assert "Confirm  ·  Amina → Bo" in names(window)


def test_what_is_done_with_several_marked_rows_is_found(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Amina", "Bo"])
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    settle(desktop)
    page.table.selectAll()
    settle(desktop)
    assert {"Remove the 3 marked rows", "3 member cards…"} <= names(window)


def test_an_offer_and_a_request_of_one_name_are_told_apart(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    (bo,) = add_people(other, ["Bo"])
    for kind in ("offer", "request"):
        other.records.add(kind, {"member": bo, "title": "Bread"})
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    window.show_page("exchanges")
    settle(desktop)
    for listing in page.listings.values():
        listing.table.go_to(0)
    assert lines_of(window, desktop, settle, "remove bread") == ["Remove  ·  Bread"] * 2
    found = [window.finder.model.found(row) for row in range(2)]
    assert {each.detail for each in found if each} == {"Exchanges › Offers", "Exchanges › Requests"}
