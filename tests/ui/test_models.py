"""Every model keeps Qt's contract; the paged one also while rows come and go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Hit, Record
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.find import Found, FoundModel
from learningcircles_ui.pages.meetups.attendance_rows import AttendanceModel, Presence
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.removed import Removed, RemovedModel
from learningcircles_ui.pages.today.every import PairsModel, Told
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
    page.pane._history(page.pane.shown)
    dialog = QApplication.activeModalWidget()
    strict(dialog.model)  # the dialog just opened
    settle(desktop)
    dialog.accept()


def test_models_of_lists_keep_the_contract_while_their_rows_change(window: Window) -> None:
    """With rows in them, none, and some again: as they are narrowed, answered, and answers are taken back."""
    pairs = PairsModel(["ab", "cd", "ef"], lambda pair: Told(pair[0], pair[1], pair), window)
    strict(pairs)
    assert pairs.take("cd") == 1 and pairs.take("cd") == -1 and pairs.rowCount() == 2
    pairs.put(1, "cd")
    pairs.put(9, "gh")
    assert [pairs.index(row).data() for row in range(4)] == ["a", "c", "e", "g"]
    assert pairs.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "cd"
    came = AttendanceModel(window)
    strict(came)
    here = ("Ana", "Bo", "Cem")
    came.show_people([Presence(bytes([n]) * 16, bytes(16), name, "yes", "") for n, name in enumerate(here)])
    for letters, names in (("an", ["Ana"]), ("", [*here])):
        came.narrow(letters)
        assert [came.index(row, 0).data() for row in range(came.rowCount())][: len(names)] == names
    removed = RemovedModel(window)
    strict(removed)
    removed.show_rows(
        [Removed(Record("place", bytes(16), {"name": name}), name, "Pilar", 0) for name in ("Hall", "Inn")]
    )
    for letters, count in (("ha", 1), ("zz", 0), ("", 2)):
        removed.narrow(letters)
        assert removed.rowCount() == count
    found = FoundModel(window)
    strict(found)
    for count in (2, 0, 1):
        found.show_found([Found(f"Line {number}", "", "user", lambda: None) for number in range(count)])
        assert found.rowCount() == count
