"""A change that was refused is neither lost nor taken for saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles.circle.records import Records
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.listing_form import ListingForm
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.pages.place_table import PlaceForm
from tests.ui.conftest import add_people
from tests.ui.late import Settle, ask, id_of


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
    assert not dialog.isVisible()


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
    assert not place_form.isVisible()
