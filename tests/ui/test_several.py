"""Several rows of a list are removed at once: one action, one sentence, one Undo."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle import records, undo
from learningcircles.circle.change import Change
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_removal import RemoveSeveral
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records import several
from learningcircles_ui.parts.marked import marked_ids
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.parts.table import Table
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import CTRL
from tests.ui.late import shown_of
from tests.ui.on_paper import written
from tests.ui.test_closing_over import press_close

Settle = Callable[[Desktop], None]
Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


def marked_from(table: Table, row: int, more: int, qtbot: QtBot) -> None:
    table.go_to(row)
    for _ in range(more):
        qtbot.keyClick(table, Key.Key_Down, SHIFT)


def names(other: Verbs) -> list[str]:
    return sorted(str(each["name"]) for each in other.reader.list("member"))


def test_people_who_are_marked_are_removed_as_one_action(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.window
    assert window is not None
    before = names(other)
    marked_from(people.table, 1, 2, qtbot)
    qtbot.keyClick(people.table, Key.Key_Delete)
    settle(desktop)
    assert names(other) == ["Ana Ruiz", "Zoe Lind"]
    assert window.toast.label.text() == "3 members removed" and window.toast.action
    assert window.undo_redo.undo.text() == "Undo: Remove 3 members"
    assert people.pane.shown is not None and people.pane.shown.record["name"] == "Zoe Lind", "the neighbour comes up"
    window.toast.undo.emit(window.toast.action)
    settle(desktop)
    assert names(other) == before


def test_the_menu_of_marked_rows_speaks_of_all_of_them(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    marked_from(people.table, 0, 1, qtbot)
    first = people.table.menu().actions()[0]
    assert first.text() == "Remove the 2 marked rows"
    first.trigger()
    settle(desktop)
    assert names(other) == ["Cem Kaya", "Pilar Ortega", "Zoe Lind"]


def test_the_cards_of_all_who_are_marked_are_printed_together(
    people: PeoplePage, desktop: Desktop, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    def printed() -> str:
        qtbot.waitUntil(lambda: bool(shown_of(people, PrintPreview)))
        (preview,) = shown_of(people, PrintPreview)
        (text,) = written(tmp_path / "cards.pdf", "A4", preview._draw)
        preview.reject()
        settle(desktop)
        return text

    marked_from(people.table, 0, 1, qtbot)
    (cards,) = [each for each in people.table.menu().actions() if "card" in each.text()]
    assert cards.text() == "2 member cards…"
    for print_ in (cards.trigger, partial(people._of_chosen, people.pane.card)):  # the menu's, and Ctrl+K's
        print_()
        text = printed()
        assert "Ana Ruiz" in text and "Bo Ek" in text and "Cem Kaya" not in text
    people.table.go_to(1)
    people._of_chosen(people.pane.card)
    assert "Ana Ruiz" not in printed()


def test_exchanges_offers_and_meetups_are_removed_together(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    for day in (1, 2, 3):
        other.swaps.record(ana, bo, 60, "Bread", f"2026-01-0{day}")
        other.records.add("offer", {"member": ana, "title": f"Bread {day}"})
        other.meetups.plan(f"Baking {day}", f"2026-01-0{day}T18:00")
    window.show_page("exchanges")
    page: Any = window.page
    settle(desktop)
    for table, kind, told in (
        (page.swaps.table, "swap", "2 exchanges removed"),
        (page.listings["offer"].table, "offer", "2 offers removed"),
    ):
        marked_from(table, 0, 1, qtbot)
        qtbot.keyClick(table, Key.Key_Delete)
        settle(desktop)
        for asks in shown_of(window, RemoveSeveral):
            assert "2 of them are confirmed: 2 h go back" in "".join(map(QLabel.text, asks.findChildren(QLabel)))
            asks.done_button.click()
            settle(desktop)
        assert window.toast.label.text() == told and len(other.reader.list(kind)) == 1
    assert other.reader.balance(ana) == 60
    window.show_page("meetups")
    meetups: Any = window.page
    meetups.head.look_as("list")
    settle(desktop)
    marked_from(meetups.list.table, 0, 1, qtbot)
    qtbot.keyClick(meetups.list.table, Key.Key_Delete)
    settle(desktop)
    assert window.toast.label.text() == "2 meetups removed" and len(other.reader.list("meetup")) == 1
    qtbot.keyClick(meetups.list.table, Key.Key_Delete)
    settle(desktop)
    assert window.toast.label.text() == "Baking 1 removed" and not other.reader.list("meetup")


def test_delete_twice_leaves_the_undo_of_the_first_in_view(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    window = desktop.window
    assert window is not None
    marked_from(people.table, 1, 2, qtbot)
    for _ in range(2):
        qtbot.keyClick(people.table, Key.Key_Delete)
    settle(desktop)
    assert window.toast.label.text() == "3 members removed" and window.toast.action


def test_many_rows_are_removed_with_progress_and_can_be_cancelled(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, tasks = desktop.window, desktop.tasks
    assert window is not None and tasks is not None
    before, held = names(other), other.reader.ids("member")
    monkeypatch.setattr(several, "_LONG", 3)
    monkeypatch.setattr(records, "PER_CHANGESET", 1)
    _remove = several._remove
    begun, cancelled = threading.Event(), threading.Event()

    def hold(_: Change) -> None:
        """Four rows are gone in no time: the first one waits until somebody has cancelled."""
        begun.set()
        assert cancelled.wait(20)

    tasks.mutate(lambda verbs: verbs.circle.before_close.append(hold))
    _remove(window.shell, "member", people.table, held[:4])
    assert begun.wait(20), "it has begun, and not ended"
    (progress,) = window.findChildren(Progress)
    progress.reject()
    cancelled.set()
    settle(desktop)
    told = window.toast.label.text()
    assert told == "Cancelled. Nothing was changed." and names(other) == before
    _remove(window.shell, "member", people.table, held[:4])
    settle(desktop)
    assert window.toast.label.text() == "4 members removed" and len(names(other)) == len(before) - 4


def test_delete_removes_what_is_marked_and_nothing_else(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    table, before = people.table, names(other)

    def click(row: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = table.visualRect(table.model().index(row, 0)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, held, at)
        settle(desktop)

    click(0)
    click(0, CTRL)
    qtbot.keyClick(table, Key.Key_Delete)
    settle(desktop)
    assert names(other) == before, "nothing is marked"
    click(0)
    for _ in range(2):
        click(1, CTRL)
    assert table.currentIndex().row() == 1
    qtbot.keyClick(table, Key.Key_Delete)
    settle(desktop)
    assert names(other) == [name for name in before if name != "Ana Ruiz"]


def test_marked_rows_stay_marked_while_somebody_comes_in(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    marked_from(people.table, 0, 2, qtbot)
    settle(desktop)
    before = marked_ids(people.table)
    assert len(before) == 3
    add_people(other, ["Zz Top"])
    qtbot.waitUntil(lambda: people.model.rowCount() == 6)
    settle(desktop)
    assert marked_ids(people.table) == before


@pytest.mark.parametrize("kind", ["offer", "request"])
def test_delete_removes_the_one_marked_offer_or_request(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, kind: str
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    for title in ("Bread", "Ukulele"):
        other.records.add(kind, {"member": ana, "title": title})
    window.show_page("exchanges")
    page: Any = window.page
    settle(desktop)
    table = page.listings[kind].table
    table.setFocus()
    table.selectRow(0)
    gone = page.listings[kind].model.row(0).record["title"]
    qtbot.keyClick(table, Key.Key_Delete)
    settle(desktop)
    assert [row["title"] for row in other.reader.list(kind)] == [each for each in ("Bread", "Ukulele") if each != gone]
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert {row["title"] for row in other.reader.list(kind)} == {"Bread", "Ukulele"}


class Held:
    """Undo and redo that wait in the middle, one record a changeset, until `goes_on` is set."""

    def __init__(self, desktop: Desktop, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        assert desktop.window is not None and desktop.tasks is not None
        self._window, self._qtbot = desktop.window, qtbot
        self._begun, self.goes_on = threading.Event(), threading.Event()
        monkeypatch.setattr(undo, "PER_CHANGESET", 1)
        desktop.tasks.mutate(lambda verbs: verbs.circle.before_close.append(self._hold))

    def by(self, press: Callable[[], None]) -> Progress:
        """Press; return what shows how far it is, once it has begun."""
        for event in (self._begun, self.goes_on):
            event.clear()
        press()
        assert self._begun.wait(20)
        self._qtbot.waitUntil(lambda: bool(shown_of(self._window, Progress)))
        (progress,) = shown_of(self._window, Progress)
        return progress

    def _hold(self, _: Change) -> None:
        self._begun.set()
        assert self.goes_on.wait(20)


def remove_two(people: PeoplePage, window: Window, other: Verbs) -> None:
    two = other.reader.ids("member", where={"name": ["Bo Ek", "Cem Kaya"]})
    several._remove_all(window.shell, "member", people.table, two)


def test_what_takes_long_to_take_back_shows_how_far_it_is_and_can_be_cancelled(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desktop.window
    assert window is not None
    remove_two(people, window, other)
    settle(desktop)
    few, held = names(other), Held(desktop, qtbot, monkeypatch)
    progress = held.by(window.undo_redo.undo.trigger)
    assert progress.windowTitle() == "Undo: Remove 2 members"
    qtbot.waitUntil(lambda: progress.bar.value() >= 66)
    progress.reject()
    held.goes_on.set()
    settle(desktop)
    assert window.toast.label.text() == "Cancelled. Nothing was changed." and names(other) == few
    assert window.undo_redo.undo.text() == "Undo: Remove 2 members"
    held.by(window.undo_redo.undo.trigger)
    held.goes_on.set()
    settle(desktop)
    assert len(names(other)) == len(few) + 2 and not shown_of(window, Progress)
    held.by(window.undo_redo.redo.trigger)
    held.goes_on.set()
    settle(desktop)
    assert names(other) == few and window.toast.label.text().startswith("Done again: Remove 2 members")


def test_who_closes_the_window_while_much_is_taken_back_stops_that_and_closes_it(
    people: PeoplePage, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = desktop.window
    assert window is not None
    remove_two(people, window, other)
    settle(desktop)
    few, held = names(other), Held(desktop, qtbot, monkeypatch)
    progress = held.by(window.undo_redo.undo.trigger)
    qtbot.waitUntil(progress.isActiveWindow)
    press_close(progress)
    assert window.isVisible(), "it waits until nothing is half-done"
    held.goes_on.set()
    qtbot.waitUntil(lambda: desktop.window is None or not window.isVisible())
    assert names(other) == few and str(other.undo.next_undo()) == "Remove 2 members"
