"""What was meant stays meant, where something else comes in between; and what was refused may be tried again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from learningcircles.circle.facets import Verbs
from learningcircles.circle.rescue import Bundle, Line
from learningcircles.circle.undo import Undo
from learningcircles.errors import Refused
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.share.rescue_dialogs import RescueDialog
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened
from tests.ui.late import Settle, meetup_today, reading_held, writing_held


@pytest.fixture
def bread_and_bikes(other: Verbs) -> tuple[bytes, bytes]:
    """Two meetups of today."""
    starts = (("Bread", "22"), ("Bikes", "23"))
    rows = [{"title": t, "start": {"at": f"{text.today()}T{h}:00", "zone": "Europe/Paris"}} for t, h in starts]
    (bread, bikes) = (other.records.add("meetup", row)[0] for row in rows)
    return bread, bikes


@pytest.fixture
def meetups(bread_and_bikes: tuple[bytes, bytes], desktop: Desktop, settle: Settle) -> MeetupsPage:
    """Where the first of them is chosen."""
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage)
    page._choose(bread_and_bikes[0])
    settle(desktop)
    return page


@pytest.fixture
def no_undo(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk without room for any undo, until what this returns is called."""

    def refuse(*which: object) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(Undo, "undo_action", refuse)
    return monkeypatch.undo


def test_the_meetup_chosen_last_is_called_off(
    meetups: MeetupsPage, bread_and_bikes: tuple[bytes, bytes], other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    """It is pressed before the details of that one are there."""
    with reading_held(desktop):
        meetups._choose(bread_and_bikes[1])
        meetups.pane._cancel.click()
    settle(desktop)
    assert [other.reader.get("meetup", id_)["state"] for id_ in bread_and_bikes] == ["planned", "cancelled"]


@pytest.mark.parametrize("gone", [False, True])
def test_who_was_named_for_one_meetup_answers_for_no_other(
    gone: bool,
    meetups: MeetupsPage,
    bread_and_bikes: tuple[bytes, bytes],
    other: Verbs,
    desktop: Desktop,
    settle: Settle,
) -> None:
    """The other one is chosen by hand, or all that is left of the day once this one is removed elsewhere."""
    bread, bikes = bread_and_bikes
    QTest.keyClicks(meetups.pane.answers.person.control, "Quim")
    if gone:
        other.records.remove("meetup", bread)
        assert desktop.window is not None
        desktop.window.watch()
    else:
        meetups._choose(bikes)
    settle(desktop)
    assert gone != meetups.pane.isVisible()
    meetups.pane.answers.ask()
    settle(desktop)
    assert other.reader.list("rsvp") == []


def test_restore_means_the_learning_record_whose_menu_it_is(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    ids = [other.records.add("learning", {"topic": topic, "member": ana})[0] for topic in ("Bread", "Bikes")]
    for id_ in ids:
        other.records.remove("learning", id_)
    window = desktop.open()
    window.show_page("learning")
    settle(desktop)
    page = window.page
    assert isinstance(page, LearningPage)
    page.pane.show_record(ids[0])
    settle(desktop)
    menu = QMenu(window)
    page.pane.offer(menu)
    page.pane.show_record(ids[1])
    settle(desktop)
    menu.actions()[0].trigger()
    settle(desktop)
    assert [other.reader.get("learning", id_).deleted for id_ in ids] == [False, True]


def test_edit_means_the_record_whose_menu_it_is(other: Verbs, desktop: Desktop, settle: Settle) -> None:
    """A member and what somebody learned; their neighbours come up while the menus are open."""
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    bread, bikes = (other.records.add("learning", {"topic": each, "member": ana})[0] for each in ("Bread", "Bikes"))
    window = desktop.open()
    for name, meant, after, shown in (("people", ana, bo, "name"), ("learning", bread, bikes, "topic")):
        window.show_page(name)
        settle(desktop)
        page = window.page
        assert isinstance(page, PeoplePage | LearningPage)
        page.wanted["member" if name == "people" else "learning"].show(meant)
        settle(desktop)
        menu = page.table.menu()
        page.table.go_to(page.model.row_of(after))
        settle(desktop)
        next(each for each in menu.actions() if each.text() == "Edit").trigger()
        settle(desktop)
        assert page.pane._edit.isChecked() and page.table.current_id() == meant
        words = other.reader.get("member" if name == "people" else "learning", meant)[shown]
        assert page.pane.form.edit(shown).typed() == words


def test_an_undo_of_the_evening_that_was_refused_is_tried_again(
    other: Verbs, desktop: Desktop, settle: Settle, no_undo: Callable[[], None]
) -> None:
    add_people(other, ["Ana Ruiz"])
    meetup = meetup_today(other)
    window = desktop.open()
    dialog = opened(Attendance(window.shell, meetup, window), desktop, settle)
    QTest.keyClicks(dialog.letters.edit, "ana")
    QTest.keyClick(dialog.letters.edit, Qt.Key.Key_Return)
    settle(desktop)
    dialog.undo_button.click()
    settle(desktop)
    assert dialog.undo_button.isEnabled() and dialog._wrong.text() == "The disk is full."
    no_undo()  # there is room again
    dialog.undo_button.click()
    settle(desktop)
    assert "attended" not in [row["state"] for row in other.meetups.present(meetup)[0]]
    assert not dialog.undo_button.isEnabled()


def test_an_undo_of_a_field_that_was_refused_is_tried_again(
    other: Verbs, desktop: Desktop, settle: Settle, no_undo: Callable[[], None]
) -> None:
    meetup = meetup_today(other)
    window = desktop.open()
    form = opened(MeetupForm(window.shell, window, other.reader.get("meetup", meetup)), desktop, settle)
    saving = form.findChild(Saving)
    assert isinstance(saving, Saving)
    form.form.edit("title").control.setText("Cakes")
    form.form.end_edits()
    settle(desktop)
    for _ in range(2):
        saving.undo.click()
        settle(desktop)
        assert saving.undo.isEnabled() and other.reader.get("meetup", meetup)["title"] == "Cakes"
    no_undo()  # there is room again
    saving.undo.click()
    settle(desktop)
    assert other.reader.get("meetup", meetup)["title"] == "Bread" and not saving.undo.isEnabled()


@pytest.fixture
def unreadable(desktop: Desktop, window: Window, settle: Settle) -> RescueDialog:
    """On work of a laptop that nobody knows of: it cannot be looked at here."""
    bundle = Bundle(b"x" * 16, "Red", False, 0, {}, 3, None, None)
    return opened(RescueDialog(window.shell, bundle, window), desktop, settle)


def test_what_could_not_be_looked_at_is_not_taken_in_after_a_refusal(
    unreadable: RescueDialog, desktop: Desktop, settle: Settle
) -> None:
    assert not unreadable.done_button.isEnabled() and unreadable.leave_out.isEnabled()
    unreadable.leave_out.click()
    settle(desktop)
    assert unreadable.isVisible() and unreadable._wrong.text()
    assert not unreadable.done_button.isEnabled() and unreadable.leave_out.isEnabled()


@pytest.mark.parametrize("first", ["done_button", "leave_out"])
def test_work_is_not_both_taken_in_and_left_out(first: str, unreadable: RescueDialog, desktop: Desktop) -> None:
    line = Line(0, None, "", "member", b"m" * 16, "Ana", "notes", "Moves house.", None, False)
    unreadable._show(([line], False))
    with writing_held(desktop):
        getattr(unreadable, first).click()
        assert not unreadable.done_button.isEnabled() and not unreadable.leave_out.isEnabled()


def test_work_of_which_nothing_is_left_to_show_may_still_be_left_out(window: Window, desktop: Desktop) -> None:
    bundle = Bundle(b"x" * 16, "Red", False, 1, {"member": 1}, 0, 0, 0)
    dialog = RescueDialog(window.shell, bundle, window)
    dialog._show(([], False))
    assert dialog.leave_out.isEnabled() and not dialog.done_button.isEnabled()
