"""A record that is there saves by itself, field by field; what is wrong stays, and Escape never asks in vain."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.settings.safety import WriteBackup
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.window import Window
from tests.ui.filled import line_of, opened
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def test_a_meetup_is_saved_as_it_is_changed_and_undone_field_by_field(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("meetup", {"title": "Open day", "start": "2030-05-04T18:00", "place": "Hall"})
    form = opened(MeetupForm(window.shell, window, other.reader.get("meetup", id_)), desktop, settle)
    assert form.done_button.text() == "Done" and not form.leave_button.isVisible()
    place = line_of(form.form, "place")
    place.setFocus()
    place.selectAll()
    qtbot.keyClicks(place, "Library")
    line_of(form.form, "title").setFocus()
    qtbot.waitUntil(lambda: other.reader.get("meetup", id_)["place"] == "Library")
    settle(desktop)
    qtbot.keyClicks(line_of(form.form, "title"), " and night")
    qtbot.keyClick(line_of(form.form, "title"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: closed(form))
    settle(desktop)
    assert other.reader.get("meetup", id_)["title"] == "Open day and night"
    assert window.toast.label.text() == "Open day changed"
    window.toast._undo.click()
    settle(desktop)
    held = other.reader.get("meetup", id_)
    assert (held["title"], held["place"]) == ("Open day", "Library")


def test_a_change_is_taken_back_where_it_was_made(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("offer", {"title": "Bread", "notes": "rye"})
    form = opened(ListingForm(window.shell, window, "offer", other.reader.get("offer", id_)), desktop, settle)
    saving = form.findChild(Saving)
    assert isinstance(saving, Saving) and saving.undo.isVisible() and not saving.undo.isEnabled()
    title, languages = line_of(form.form, "title"), line_of(form.form, "languages")
    title.setFocus()
    qtbot.keyClicks(title, " and rolls")
    languages.setFocus()
    qtbot.keyClicks(languages, "pt")
    notes = form.form.edit("notes").control
    notes.setFocus()
    qtbot.waitUntil(lambda: other.reader.get("offer", id_)["languages"] == ["pt"])
    settle(desktop)
    assert saving.undo.toolTip() == "Undo: Languages"
    qtbot.keyClick(notes, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: other.reader.get("offer", id_)["languages"] == [])
    settle(desktop)
    assert languages.text() == "" and languages.hasFocus() and window.toast.isVisible()
    saving.undo.click()
    settle(desktop)
    assert title.text() == "Bread" and other.reader.get("offer", id_)["title"] == "Bread"
    assert not saving.undo.isEnabled()
    window.toast.hide()
    form.submit()
    settle(desktop)
    assert closed(form) and not window.toast.isVisible(), "nothing is changed, so nothing is told"


def test_what_is_wrong_keeps_the_form_open_and_the_rest_saved(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("offer", {"title": "Bread", "notes": "rye"})
    form = opened(ListingForm(window.shell, window, "offer", other.reader.get("offer", id_)), desktop, settle)
    line_of(form.form, "title").setText("Bread and rolls")
    line_of(form.form, "expires").setText("somewhen")
    form.submit()
    settle(desktop)
    assert form.isVisible() and "date" in form.form.lines["expires"].sentence
    assert other.reader.get("offer", id_)["title"] == "Bread and rolls"
    line_of(form.form, "expires").setText("")
    line_of(form.form, "title").setText("")
    form.submit()
    settle(desktop)
    assert form.isVisible() and form.form.lines["title"].sentence, "a title is needed"
    line_of(form.form, "title").setText("Bread and rolls")
    form.submit()
    settle(desktop)
    assert closed(form) and other.reader.get("offer", id_)["notes"] == "rye"


def test_an_emptied_field_is_emptied_and_escape_keeps_what_is_saved(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("place", {"name": "Hall", "capacity": 30})
    form = opened(PlaceForm(window.shell, window, other.reader.get("place", id_)), desktop, settle)
    room = line_of(form.form, "capacity")
    room.setFocus()
    room.selectAll()
    qtbot.keyClick(room, Qt.Key.Key_Backspace)
    line_of(form.form, "name").setFocus()
    qtbot.waitUntil(lambda: other.reader.get("place", id_)["capacity"] is None)
    settle(desktop)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert closed(form)
    settle(desktop)
    assert other.drafts.drafts() == []


def test_escape_while_it_is_being_saved_waits_and_tells_it(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("offer", {"title": "Bikes"})
    form = opened(ListingForm(window.shell, window, "offer", other.reader.get("offer", id_)), desktop, settle)
    go_on = threading.Event()
    window.shell.tasks.mutate(lambda verbs: go_on.wait(20))
    line = line_of(form.form, "title")
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Bicycles")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible() and not form._wrong.isVisible(), "it is not unsaved: it is being saved"
    go_on.set()
    qtbot.waitUntil(lambda: closed(form))
    settle(desktop)
    assert other.reader.get("offer", id_)["title"] == "Bicycles"
    assert window.toast.isVisible() and window.toast.label.text() == "Bikes is saved"


@pytest.mark.parametrize("leave", ["Escape", "Ctrl+W", "its window's button"])
def test_what_a_form_warns_of_holds_however_it_is_left(
    leave: str, desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    id_, _ = other.records.add("offer", {"title": "Bikes"})
    form = opened(ListingForm(window.shell, window, "offer", other.reader.get("offer", id_)), desktop, settle)
    line_of(form.form, "expires").setText("somewhen")
    for told in ("What you typed is not saved. Close this once more to throw it away.", ""):
        if leave == "its window's button":
            form.close()
        else:
            qtbot.keySequence(form, leave)
        assert closed(form) is not bool(told)
        assert not told or form._wrong.text() == told
    settle(desktop)


def test_what_nothing_is_saved_of_warns_in_the_same_words(window: Window, qtbot: QtBot) -> None:
    dialog = WriteBackup(window.shell, window)
    dialog.open()
    qtbot.keyClicks(dialog.passphrase, "correct")
    dialog.leave_button.click()
    told = dialog._wrong.text()
    assert told == "What you typed is not saved. Close this once more to throw it away."
    dialog.close()
    assert closed(dialog)


def test_nothing_changed_says_nothing(desktop: Desktop, window: Window, other: Verbs, settle: Settle) -> None:
    id_, _ = other.records.add(
        "meetup", {"title": "Open", "start": {"at": "2030-05-04T18:00", "zone": "America/New_York"}, "minutes": 90}
    )
    before = other.reader.history("meetup", id_)
    form = opened(MeetupForm(window.shell, window, other.reader.get("meetup", id_)), desktop, settle)
    form.submit()
    settle(desktop)
    assert closed(form) and not window.toast.isVisible()
    assert len(other.reader.history("meetup", id_)) == len(before)
