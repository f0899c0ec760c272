"""A form that is given up: what stood in it can be had back, also where the disk is full and nothing of it was kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.drafts import Drafts
from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.opening_balances import OpeningBalances
from learningcircles_ui.pages.people.member_forms import AddMember
from learningcircles_ui.parts.draft_names import OPENING
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of
from tests.ui.late import Settle
from tests.ui.test_drafts_left import begun, drafts, top_form


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[], None]]:
    """A disk without room for some of the verbs of drafts, until what this returns is called."""

    def fill(*names: str) -> Callable[[], None]:
        def refuse(*args: Any, **kwargs: Any) -> None:
            raise Refused("disk_full", "The disk is full.")

        for name in names:
            monkeypatch.setattr(Drafts, name, refuse)
        return monkeypatch.undo

    return fill


def given_up(window: Window, desktop: Desktop, settle: Settle) -> None:
    """Begin to add somebody, and give that up."""
    form = begun(window, desktop, settle)
    form.reject()
    form.reject()
    settle(desktop)


def test_what_could_never_be_kept_comes_back_from_undo_and_is_held(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, full_disk: Callable[..., Callable[[], None]]
) -> None:
    empty = full_disk("keep_draft")
    given_up(window, desktop, settle)
    assert window.toast.label.text() == "Thrown away: Add a member: Dora Ek" and drafts(other) == []
    window.toast.more.click()
    settle(desktop)
    assert line_of(top_form(window, AddMember).form, "name").text() == "Dora Ek"
    assert window.shell.drafts.has_words(), "it is in no file yet"
    empty()
    window.shell.drafts.try_again()
    settle(desktop)
    assert drafts(other) == [{"name": "Dora Ek"}]


def test_what_cannot_be_forgotten_is_said_to_be_there_still(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, full_disk: Callable[..., Callable[[], None]]
) -> None:
    full_disk("drop_draft")
    given_up(window, desktop, settle)
    said = "Not thrown away, and still on Today: Add a member: Dora Ek. The disk is full."
    assert window.toast.label.text() == said and drafts(other) == [{"name": "Dora Ek"}]
    window.show_page("today")
    settle(desktop)
    away = next(b for b in window.page.findChildren(QPushButton) if b.text() == "Throw away")
    away.click()
    settle(desktop)
    assert window.toast.label.text().startswith("Not thrown away") and drafts(other) == [{"name": "Dora Ek"}]


def test_balances_that_were_deleted_just_before_leaving_are_kept_no_more(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.show_page("exchanges")
    settle(desktop)
    window.page.begin(OPENING, None)
    settle(desktop)
    form = top_form(window, OpeningBalances)
    QTest.keyClicks(form.lines[ana], "2 h")
    form.keep()
    settle(desktop)
    assert len(drafts(other)) == 1
    form.lines[ana].clear()
    form._keep(ana, "")
    form._often.stop()  # closed before it comes round
    form.reject()
    settle(desktop)
    assert drafts(other) == []


def test_balances_that_could_not_be_kept_are_had_back(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, full_disk: Callable[..., Callable[[], None]]
) -> None:
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.show_page("exchanges")
    settle(desktop)
    window.page.begin(OPENING, None)
    settle(desktop)
    form = top_form(window, OpeningBalances)
    empty = full_disk("keep_draft")
    QTest.keyClicks(form.lines[ana], "2 h")
    form.reject()
    form.reject()
    settle(desktop)
    empty()
    window.toast.more.click()
    settle(desktop)
    assert top_form(window, OpeningBalances).lines[ana].text() == "2 h"


def test_what_could_not_be_kept_comes_back_though_what_was_offered_beside_it_was_thrown_away(
    window: Window, desktop: Desktop, other: Verbs, settle: Settle, full_disk: Callable[..., Callable[[], None]]
) -> None:
    other.drafts.keep_draft("member", {"name": "Amina"})
    window.show_page("people")
    settle(desktop)
    empty = full_disk("keep_draft")
    window.page.begin("add", None)
    form = top_form(window, AddMember)
    settle(desktop)
    line_of(form.form, "name").setText("Dora Ek")
    form.drafting.keep()
    form.drafting.throw_away()
    form.reject()
    form.reject()
    settle(desktop)
    empty()
    assert drafts(other) == []
    window.toast.more.click()
    settle(desktop)
    assert line_of(top_form(window, AddMember).form, "name").text() == "Dora Ek"
