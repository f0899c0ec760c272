"""A change that was refused is neither lost nor taken for saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.records import Records
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.charter_card import CharterCard
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts import edits
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import opened
from tests.ui.late import Settle, ask, closed, id_of, meetup_today, writing_held


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk without room for any edit, until what this returns is called."""

    def edit(*args: Any, **kwargs: Any) -> None:
        raise Refused("disk_full", "The disk is full.")

    monkeypatch.setattr(Records, "edit", edit)
    return monkeypatch.undo


@pytest.fixture
def place_form(other: Verbs, desktop: Desktop, settle: Settle) -> PlaceForm:
    """The form of a place that was removed on another laptop meanwhile."""
    place, _ = other.records.add("place", {"name": "Hall"})
    window = desktop.open()
    settle(desktop)
    dialog = PlaceForm(window.shell, window, ask(desktop, settle, lambda v: v.reader.get("place", place)))
    dialog.open()
    settle(desktop)
    other.records.remove("place", place)
    return dialog


def test_done_saves_what_was_refused_before(
    other: Verbs, desktop: Desktop, settle: Settle, full_disk: Callable[[], None]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    offer, _ = other.records.add("offer", {"title": "Bread", "member": ana})
    window = desktop.open()
    settle(desktop)
    record = ask(desktop, settle, lambda v: v.reader.get("offer", offer))
    dialog = ListingForm(window.shell, window, "offer", record)
    dialog.open()
    settle(desktop)
    dialog.form.edit("title").control.setText("Sourdough")
    dialog.submit()
    settle(desktop)
    assert dialog.isVisible()
    full_disk()  # there is room again
    dialog.submit()
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("offer", offer)["title"]) == "Sourdough"
    assert closed(dialog)


def test_a_pane_tries_again_what_was_refused(
    people: PeoplePage, desktop: Desktop, settle: Settle, full_disk: Callable[[], None]
) -> None:
    bo = id_of(people, "Bo Ek")
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    line = people.pane.form.edit("phone").control
    line.setFocus()
    QTest.keyClicks(line, "0612345678")
    people.pane.form.edit("email").control.setFocus()
    settle(desktop)
    full_disk()  # there is room again
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("member", bo)["phone"]) == "0612345678"


def edit_topics(people: PeoplePage, *typed: str) -> None:
    """Type into the skills and go on, again and again, quicker than any of it is written."""
    form, ended = people.pane.form, []
    form.edited.connect(lambda _, value: ended.append(value))
    line = form.edit("topics").control
    for words in typed:
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
        form.edit("notes").setFocus()
    assert len(ended) == len(typed)


def topics_of(other: Verbs, id_: bytes) -> list[str]:
    return sorted(other.reader.get("member", id_)["topics"])


def test_two_quick_edits_of_skills_that_were_refused_are_tried_again(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle, full_disk: Callable[[], None]
) -> None:
    bo = id_of(people, "Bo Ek")
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    settle(desktop)
    with writing_held(desktop):
        edit_topics(people, "bread", "bread, yoga")
    settle(desktop)
    assert people.pane.form.unsaved() and topics_of(other, bo) == []
    full_disk()  # there is room again
    people.pane.form.end_edits()
    settle(desktop)
    assert topics_of(other, bo) == ["bread", "yoga"] and not people.pane.form.unsaved()


def test_a_quick_edit_brings_along_what_was_refused_just_before(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo, edit, refused = id_of(people, "Bo Ek"), Records.edit, [True]
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    settle(desktop)

    def edit_once(records: Records, *args: Any, **kwargs: Any) -> Changes:
        if refused and refused.pop():
            raise Refused("disk_full", "The disk is full.")
        return edit(records, *args, **kwargs)

    monkeypatch.setattr(Records, "edit", edit_once)
    with writing_held(desktop):
        edit_topics(people, "bread", "bread, yoga")
    settle(desktop)
    assert topics_of(other, bo) == ["bread", "yoga"] and not people.pane.form.unsaved()


def test_a_quick_edit_that_was_refused_takes_back_what_was_written_just_before(
    people: PeoplePage, other: Verbs, desktop: Desktop, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The skill that came with the first edit and goes with the second is dropped once that is tried again."""
    bo, edit, called = id_of(people, "Bo Ek"), Records.edit, list[int]()
    other.records.edit("member", bo, {"topics": ["yoga"]})
    desktop.window.watch()
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    settle(desktop)

    def edit_but_second(records: Records, *args: Any, **kwargs: Any) -> Changes:
        called.append(1)
        if len(called) == 2:
            raise Refused("disk_full", "The disk is full.")
        return edit(records, *args, **kwargs)

    monkeypatch.setattr(Records, "edit", edit_but_second)
    with writing_held(desktop):
        edit_topics(people, "yoga, bread", "yoga")
    settle(desktop)
    assert people.pane.form.unsaved() and topics_of(other, bo) == ["bread", "yoga"]
    people.pane.form.end_edits()
    settle(desktop)
    assert topics_of(other, bo) == ["yoga"] and not people.pane.form.unsaved()


def test_what_is_typed_while_a_field_is_being_saved_is_a_draft_still(
    people: PeoplePage, desktop: Desktop, settle: Settle
) -> None:
    people.show_record("member", id_of(people, "Bo Ek"))
    settle(desktop)
    people.pane.edit()
    form = people.pane.form
    line = form.edit("phone").control
    line.setFocus()
    with writing_held(desktop):
        QTest.keyClicks(line, "0612")
        QTest.keyClick(line, Qt.Key.Key_Return)
        QTest.keyClicks(line, "345678")
    settle(desktop)
    assert form.draft() == {"phone": "0612345678"}


def test_what_is_being_saved_stands_when_the_record_is_read_again(
    people: PeoplePage, desktop: Desktop, settle: Settle, full_disk: Callable[[], None]
) -> None:
    people.show_record("member", id_of(people, "Bo Ek"))
    settle(desktop)
    people.pane.edit()
    form = people.pane.form
    line = form.edit("phone").control
    with writing_held(desktop):
        line.setFocus()
        QTest.keyClicks(line, "0612")
        form.edit("email").control.setFocus()
        form.show_values({"phone": "", "email": ""})  # as anything that others write makes it
        assert line.text() == "0612"
    settle(desktop)
    assert line.text() == "0612" and form.lines["phone"].sentence == "The disk is full."


def test_done_does_not_close_over_what_cannot_be_saved(place_form: PlaceForm, desktop: Desktop, settle: Settle) -> None:
    place_form.form.edit("notes").control.setPlainText("A whole page about the hall")
    for _ in range(2):
        place_form.submit()
        settle(desktop)
        assert place_form.isVisible()


def test_done_works_after_a_refused_remove(place_form: PlaceForm, desktop: Desktop, settle: Settle) -> None:
    next(b for b in place_form.findChildren(QPushButton) if b.text() == "Remove").click()
    settle(desktop)
    assert place_form.isVisible()
    place_form.submit()
    settle(desktop)
    assert closed(place_form)


def leave_a_page(form: Form, name: str, beside: str, desktop: Desktop, settle: Settle) -> str:
    """Type a page into a field, go on to the one beside it, and let all be read anew; return what stands there."""
    line = form.edit(name).control
    line.setFocus()
    QTest.keyClicks(line, "A long page")
    form.edit(beside).control.setFocus()
    settle(desktop)
    assert desktop.window is not None
    desktop.window.shell.signals.changed.emit(Changes())
    settle(desktop)
    assert form.lines[name].sentence == "The disk is full." and form.draft() == {name: "A long page"}
    return str(line.toPlainText())


def test_what_a_pane_could_not_write_stays_when_the_record_is_read_again(
    people: PeoplePage, desktop: Desktop, settle: Settle, full_disk: Callable[[], None]
) -> None:
    bo = id_of(people, "Bo Ek")
    people.show_record("member", bo)
    settle(desktop)
    people.pane.edit()
    form = people.pane.form
    assert leave_a_page(form, "notes", "phone", desktop, settle) == "A long page"
    full_disk()  # there is room again
    form.end_edits()
    settle(desktop)
    assert ask(desktop, settle, lambda v: v.reader.get("member", bo)["notes"]) == "A long page"
    assert not form.unsaved()


def test_what_the_charter_could_not_write_stays_when_it_is_read_again(
    desktop: Desktop, window: Window, settle: Settle, full_disk: Callable[[], None]
) -> None:
    window.show_page("community")
    settle(desktop)
    card = window.page.findChild(CharterCard)
    assert isinstance(card, CharterCard) and card.form is not None
    assert leave_a_page(card.form, "agreements", "name", desktop, settle) == "A long page"


def test_a_dialog_goes_on_after_a_bug_in_what_saves_it(
    other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(verbs: Verbs) -> None:
        raise ValueError("a bug")

    window = desktop.open()
    settle(desktop)
    record = other.reader.get("meetup", meetup_today(other))
    form = opened(MeetupForm(window.shell, window, record), desktop, settle)
    form.form.edit("title").control.setText("Cakes")
    with monkeypatch.context() as until, qtbot.captureExceptions() as told:
        until.setattr(edits, "writing", lambda *which: broken)
        form.form.end_edits()
        settle(desktop)
    assert len(told) == 1 and form.form.unsaved()
    form.submit()
    settle(desktop)
    assert closed(form) and other.reader.get("meetup", record.id)["title"] == "Cakes"
