"""Every model keeps Qt's contract; the paged one also while rows come and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Hit
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.parts.blocks import BLOCK
from learningcircles_ui.parts.pickers import HitsModel
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]


def strict(model: QAbstractItemModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)


def test_the_paged_model_through_growth_search_and_removal(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    strict(page.model)
    window.show_page("people")
    settle(desktop)
    ids = add_people(other, [f"Person {number:04}" for number in range(3 * BLOCK)])
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 * BLOCK + 1, timeout=5_000)
    page.table.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.index(3 * BLOCK - 1, 0).data() == "Person 0191")
    page.field.edit.setText("person 01")
    qtbot.waitUntil(lambda: page.model.rowCount() == 92)
    other.records.remove("member", ids[150])
    qtbot.waitUntil(lambda: page.model.rowCount() == 91, timeout=5_000)
    page.field.edit.clear()
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 * BLOCK, timeout=5_000)


def test_a_newer_question_replaces_an_older_one(desktop: Desktop, window: Window, settle: Settle, other: Verbs) -> None:
    add_people(other, [f"Person {number:04}" for number in range(500)])
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    for number in range(40):
        page.model.ask(page.model.question._replace(text=f"person 0{number:03}"))
    settle(desktop)
    assert page.model.rowCount() == 1 and page.model.index(0, 0).data() == "Person 0039"


def test_small_models(desktop: Desktop, window: Window, settle: Settle) -> None:
    hits = HitsModel(window)
    strict(hits)
    hits.show_hits([Hit("member", b"1" * 16, "Amina", "Old Town"), Hit("member", b"2" * 16, "Björn", "")])
    heard = [hits.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert heard == ["Amina, Old Town", "Björn"], "the second line tells two of one name apart"
    hits.show_hits([])
    strict(window.finder.model)
    window.open_find()
    window.finder.close_again()
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    settle(desktop)
    page.pane._history(page.pane.person)
    dialog = QApplication.activeModalWidget()
    strict(dialog.model)  # the dialog just opened
    settle(desktop)
    dialog.accept()
