"""What is cut off at the foot ends where a reader would end: on a whole row, and not between a label and its value."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QScrollBar
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.layouts import Scrolled
from learningcircles_ui.parts.table import Table
from learningcircles_ui.settings import speak
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


@pytest.fixture
def many(other: Verbs, desktop: Desktop, settle: Settle) -> PeoplePage:
    fields = {"phone": "0123", "email": "a@example.org", "languages": ["fr", "pt"], "notes": "By the quay.\n" * 3}
    fields |= {"emergency_contact": "Bo", "topics": ["bread", "bikes"], "birth_year": 1970}
    ids = add_people(other, [f"Ana {number:02}" for number in range(60)], **fields)
    other.swaps.record(ids[0], ids[1], 60, "Bread")
    window = desktop.open()
    window.resize(1280, 800)
    window.show_page("people")
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    return page


def test_a_list_ends_on_a_whole_row_and_so_does_its_end(many: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    table, window = many.table, many.window()
    high = table.rowHeight(0)
    for height in range(700, 800, 9):
        window.resize(1280, height)
        settle(desktop)
        assert table.viewport().height() % high == 0, height
        bar = table.verticalScrollBar()
        bar.setValue(bar.maximum())
        last = table.visualRect(table.model().index(table.model().rowCount() - 1, 0))
        assert last.bottom() in range(table.viewport().height() - 2, table.viewport().height())
        assert table.rowAt(0) >= 0 and table.visualRect(table.model().index(table.rowAt(0), 0)).top() == 0
        bar.setValue(0)
    table.go_to(59)
    settle(desktop)
    assert table.visualRect(table.currentIndex()).bottom() < table.viewport().height()


def test_a_list_that_is_seen_whole_keeps_its_room(people: PeoplePage) -> None:
    table = people.table
    assert table.viewportMargins().bottom() == 0 and table.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("page", ["learning", "community", "exchanges"])
def test_each_list_of_a_page_does(other: Verbs, desktop: Desktop, settle: Settle, page: str) -> None:
    ids = add_people(other, [f"Ana {number:02}" for number in range(40)], topics=["bread"])
    for number in range(40):
        other.records.add("place", {"name": f"Hall {number}"})
        other.records.add("topic", {"name": f"Topic {number}"})
        other.records.add("learning", {"member": ids[number], "topic": "Bread", "kind": "informal", "on": "2026-11-01"})
        other.records.add("offer", {"member": ids[number], "title": f"Offer {number}"})
    window = desktop.open()
    window.resize(1280, 800)
    window.show_page(page)
    settle(desktop)
    cut = [each for each in window.page.findChildren(Table) if each.isVisible() and each.verticalScrollBar().maximum()]
    assert cut and [each.accessibleName() for each in cut if each.viewport().height() % each.rowHeight(0)] == []


def test_details_end_below_a_value_and_it_is_seen_that_they_go_on(
    many: PeoplePage, desktop: Desktop, settle: Settle
) -> None:
    many.table.go_to(0)
    settle(desktop)
    window, glance = many.window(), many.pane._stack.glance
    area = glance.parentWidget().parentWidget()
    assert isinstance(area, Scrolled)
    seen = 0
    for height in range(560, 800, 7):
        window.resize(1280, height)
        settle(desktop)
        bars = [each for each in many.pane.findChildren(QScrollBar) if each.isVisible()]
        assert bool(bars) == (area.verticalScrollBar().maximum() > 0)
        assert all(many.pane.rect().contains(each.mapTo(many.pane, each.rect().center())) for each in bars)
        foot = area.viewport().height()
        labels = [each for each in glance.findChildren(QLabel) if each.property("kind") == "section"]
        cut = [each.text() for each in labels if each.y() < foot <= each.geometry().bottom() + 10]
        assert not cut, (height, cut)
        seen += bool(bars)
    assert seen > 3


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_head_of_the_exchanges_is_one_line_at_double_size(
    desktop: Desktop, qapp: QApplication, settle: Settle, qtbot: QtBot, language: str
) -> None:
    desktop.theme.choose("light", 200)
    speak(qapp, language)
    try:
        window = desktop.open()
        window.resize(1280, 800)
        window.show_page("exchanges")
        settle(desktop)
        assert window.page.header.height() < 1.5 * window.page.header.title.height()
        opening = window.page._beside_tabs
        assert opening is not None and opening.isVisible()
        assert (
            opening.mapTo(window.page, opening.rect().center()).y()
            < window.page.lists.tabs.mapTo(window.page, window.page.lists.tabs.rect().bottomLeft()).y()
        )
    finally:
        desktop.theme.choose("light", 100)
        speak(qapp, "en")
