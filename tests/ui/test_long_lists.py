"""A list of more than one page: who is chosen stays so, and all that is marked is copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.sorting import sort_by
from tests.ui.conftest import add_people
from tests.ui.late import Settle


@pytest.fixture
def many(other: Verbs, desktop: Desktop, settle: Settle) -> PeoplePage:
    """The page of people with more than are read at once."""
    add_people(other, [f"Member {n:03}" for n in range(200)])
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    return window.pages["people"]


def test_sorting_keeps_who_is_chosen(many: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    """The last one is being edited when the list is sorted otherwise."""
    last = many.model._ids[190]
    many.show_record("member", last)
    settle(desktop)
    many.pane.edit()
    for _ in range(3):
        sort_by(many.table, 0)
    settle(desktop)
    assert many.pane._id == last and many.pane._edit.isChecked()
    assert many.table.current_id() == last


def test_all_marked_rows_are_copied(many: PeoplePage, desktop: Desktop, settle: Settle) -> None:
    """Most of them were never in view."""
    many.table.selectAll()
    QTest.keyClick(many.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    settle(desktop)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 201 and all(line.strip() for line in lines)
