"""A list without a row says what it is for, with one thing to do; a search that finds nothing says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


def seen(window: Window) -> dict[str, EmptyState]:
    """Return the empty states in view by their headings."""
    return {each.heading.text(): each for each in window.page.findChildren(EmptyState) if each.isVisible()}


@pytest.mark.parametrize(
    ("page", "heading", "form"),
    [
        ("exchanges", "No offer yet", ListingForm),
        ("exchanges", "No request yet", ListingForm),
        ("exchanges", "No exchange yet", SwapForm),
        ("meetups", "No meetup yet", MeetupForm),
    ],
)
def test_an_empty_list_has_one_thing_to_do(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, page: str, heading: str, form: type[QDialog]
) -> None:
    window.show_page(page)
    if isinstance(window.page, MeetupsPage):
        window.page.head.look_as("list")
    settle(desktop)
    state = seen(window)[heading]
    assert state.button is not None
    qtbot.mouseClick(state.button, Qt.MouseButton.LeftButton)
    settle(desktop)
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, form)
    asked.reject()


def test_what_is_not_found_is_no_empty_list(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    amina, bo = add_people(other, ["Amina", "Bo"])
    other.records.add("offer", {"title": "Bread"})
    other.swaps.record(amina, bo, 60, "bread")
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    assert list(seen(window)) == ["No request yet"]
    page = window.page
    assert isinstance(page, ExchangesPage)
    page.search("xylophone")
    settle(desktop)
    assert list(seen(window)) == ["Nothing found"]
    assert len([each for each in page.findChildren(EmptyState) if each.isVisible()]) == 3, "in each of the lists"
    page.search("")
    settle(desktop)
    assert list(seen(window)) == ["No request yet"]


def test_the_window_stands_where_it_was_left(desktop: Desktop, window: Window, settle: Settle) -> None:
    window.resize(window.width(), 705)  # the height alone: this screen is narrower than the window
    desktop.close()
    again = desktop.open()
    settle(desktop)
    assert again.height() == 705
