"""Somebody is erased elsewhere while a form that speaks of them is open: nothing of them stays in it, nor is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles.storage.drafts import Draft
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened, type_into
from tests.ui.late import shown_of

Settle = Callable[[Desktop], None]


@pytest.fixture
def people(other: Verbs, window: Window, desktop: Desktop, settle: Settle) -> tuple[bytes, bytes]:
    zoe, bo = add_people(other, ["Zoë Moreau", "Bo Ek"])
    window.watch()
    settle(desktop)
    return zoe, bo


def drafts(other: Verbs) -> list[Draft | None]:
    return [other.drafts.draft(name) for name, _ in other.drafts.drafts()]


@pytest.mark.parametrize("chosen", [True, False], ids=["chosen", "named in notes"])
@pytest.mark.parametrize("heard", [True, False], ids=["heard at once", "typed on before"])
def test_a_form_that_speaks_of_them_closes_and_keeps_nothing(
    people: tuple[bytes, bytes], window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    qtbot: QtBot, chosen: bool, heard: bool,
) -> None:  # fmt: skip
    zoe, bo = people
    form = opened(SwapForm(window.shell, window), desktop, settle)
    form.giver.pick(zoe if chosen else bo, "Zoë Moreau" if chosen else "Bo Ek")
    if not chosen:
        line_of(form.form, "topic").setText("Bread of Zoë Moreau")
    form.drafting.keep()
    settle(desktop)
    assert len(drafts(other)) == 1
    erase(other, zoe)
    assert drafts(other) == []
    if heard:
        window.watch()
    else:
        line_of(form.form, "topic").setText("Cakes of Zoë")
        form.drafting.keep()
    settle(desktop)
    assert not shown_of(window, SwapForm) and "was erased" in window.toast.label.text()
    assert drafts(other) == []


def test_in_the_details_stands_again_what_stood_there(
    people: tuple[bytes, bytes], window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    qtbot: QtBot,
) -> None:  # fmt: skip
    zoe, bo = people
    window.show_page("people")
    page = window.page
    assert isinstance(page, PeoplePage)
    page.show_record("member", bo)
    settle(desktop)
    page.pane.edit()
    settle(desktop)
    line = line_of(page.pane.form, "place")
    line.setFocus()
    line.setText("with Zoë Moreau")
    page.pane.drafting.keep()
    settle(desktop)
    erase(other, zoe)
    window.watch()
    settle(desktop)
    assert line.text() == "" and drafts(other) == []
    page.pane.edit()
    type_into(page.pane.form, "place", "North", qtbot)
    page.pane.drafting.keep()
    settle(desktop)
    assert [dict(each.values) for each in drafts(other) if each] == [{"place": "North"}], "it goes on"


def test_who_is_erased_before_anything_was_kept_is_kept_never(
    people: tuple[bytes, bytes], window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    zoe, _ = people
    form = opened(SwapForm(window.shell, window), desktop, settle)
    erase(other, zoe)
    window.watch()
    settle(desktop)
    form.giver.pick(zoe, "Zoë Moreau")
    form.drafting.keep()
    settle(desktop)
    assert not shown_of(window, SwapForm) and drafts(other) == []


def test_the_list_of_exchanges_says_so(
    people: tuple[bytes, bytes], window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    zoe, bo = people
    other.swaps.record(zoe, bo, 60, "Bread")
    erase(other, zoe)
    window.watch()
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    model = page.swaps.model
    row = [str(model.index(0, at).data()) for at in range(model.columnCount())]
    assert "A former member" in row and "Bo Ek" in row
    cells = model.column(row.index("A former member"))
    assert cells.text(model.row(0)) == "A former member"
