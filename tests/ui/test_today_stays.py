"""Whoever reads or answers far down on Today stays there, whatever is answered or comes in meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.journal.letter import Letter
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.kept_focus import buttons_in
from tests.ui.conftest import add_people
from tests.ui.test_outside import write

Settle = Callable[[Desktop], None]


@pytest.fixture
def two(other: Verbs) -> list[bytes]:
    return add_people(other, ["Aoife Byrne", "Bo Ek"])


@pytest.fixture
def full(other: Verbs, two: list[bytes], desktop: Desktop, settle: Settle) -> TodayPage:
    """Today with so much on it that most of it is out of view: exchanges to confirm, in dispute, and requests."""
    for number in range(5):
        other.swaps.record(*two, 30 + number, f"Bread {number}", proposed=True)
        disputed, _ = other.swaps.record(*two, 90 + number, f"Kiln {number}")
        other.swaps.dispute(disputed)
        other.records.add("request", {"member": two[0], "title": f"Chess {number}", "topic": f"chess{number}"})
    return shown(desktop, settle)


def shown(desktop: Desktop, settle: Settle) -> TodayPage:
    window = desktop.open(page="today")
    window.resize(1100, 560)
    window.activateWindow()
    settle(desktop)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def the(page: TodayPage, name: str) -> QPushButton:
    """Return the button of that name."""
    (found,) = (each for each in buttons_in((page._left, page._right)) if each.accessibleName() == name)
    return found


def high(page: TodayPage, name: str) -> int:
    """Return where a button stands in the window."""
    return the(page, name).mapTo(page.window(), QPoint()).y()


def in_view(page: TodayPage, name: str) -> bool:
    button = the(page, name)
    top = button.mapTo(page._area.viewport(), QPoint()).y()
    return top >= 0 and top + button.height() <= page._area.viewport().height()


def has_keyboard(page: TodayPage) -> str:
    focused = page.window().focusWidget()
    return focused.accessibleName() if focused is not None else ""


def scroll(page: TodayPage, name: str, above: int = 200) -> None:
    """Scroll until a button has so many pixels above it."""
    inside = page._area.widget()
    page._area.verticalScrollBar().setValue(the(page, name).mapTo(inside, QPoint()).y() - above)
    assert page._area.verticalScrollBar().value() > 100 and in_view(page, name)


def fulfil(number: int) -> str:
    return f"Mark as fulfilled: Chess {number}"


def test_whoever_answers_far_down_stays_there_and_has_the_next_answer_at_hand(
    full: TodayPage, desktop: Desktop, settle: Settle
) -> None:
    first, pressed, after = (f"Decline: Aoife Byrne gave Bo Ek 1 h {number} min" for number in (30, 31, 32))
    scroll(full, pressed)
    above, here = high(full, first), high(full, pressed)
    the(full, pressed).setFocus()
    the(full, pressed).click()
    settle(desktop)
    assert high(full, first) == above, "what stands above has not moved"
    assert high(full, after) == here, "the next has come up in its place"
    assert has_keyboard(full) == after and in_view(full, after)


def test_after_the_last_of_its_kind_the_answer_before_it_is_at_hand(
    full: TodayPage, desktop: Desktop, settle: Settle
) -> None:
    scroll(full, fulfil(4))
    before = high(full, fulfil(3))
    the(full, fulfil(4)).setFocus()
    the(full, fulfil(4)).click()
    settle(desktop)
    assert has_keyboard(full) == fulfil(3) and in_view(full, fulfil(3))
    bar = full._area.verticalScrollBar()
    assert high(full, fulfil(3)) == before or bar.value() == bar.maximum(), "no further than there is something below"


def test_after_the_only_one_of_its_kind_the_keyboard_is_beside_it_not_at_the_top(
    full: TodayPage, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    for row in other.reader.list("request"):
        if row["title"] != "Chess 2":
            other.records.remove("request", row.id)
    settle(desktop)
    full.window().shell.signals.changed.emit(Changes())
    settle(desktop)
    scroll(full, fulfil(2))
    the(full, fulfil(2)).setFocus()
    the(full, fulfil(2)).click()
    settle(desktop)
    assert has_keyboard(full).startswith("Decline: ") and in_view(full, has_keyboard(full)), "of the card above"
    left = [each for each in buttons_in((full._left,)) if each.isEnabled()]
    assert left[-1] is full.window().focusWidget()


def test_the_keyboard_comes_to_no_like_button_of_another_card(
    other: Verbs, two: list[bytes], desktop: Desktop, settle: Settle
) -> None:
    """Enter once more would decline what somebody wrote from outside, and nobody has looked at yet."""
    offer, _ = other.records.add("offer", {"title": "Bicycle repair"})
    write(other, Letter("offer", offer, "Omar", "omar@example.org"))
    other.swaps.record(*two, 30, "Bread", proposed=True)
    other.records.add("request", {"member": two[0], "title": "Chess", "topic": "chess"})
    page = shown(desktop, settle)
    last = the(page, "Decline: Aoife Byrne gave Bo Ek 30 min")
    assert the(page, "Decline: Omar answers Bicycle repair").text() == last.text() == "Decline"
    last.setFocus()
    last.click()
    settle(desktop)
    assert has_keyboard(page).endswith(": Chess"), "it is beside"


def test_the_first_of_a_kind_leads_on_to_the_second_whatever_comes_in_above(
    full: TodayPage, other: Verbs, two: list[bytes], desktop: Desktop, settle: Settle
) -> None:
    name = "Decline: Aoife Byrne gave Bo Ek 1 h 30 min"
    scroll(full, name)
    the(full, name).setFocus()
    the(full, name).click()
    other.swaps.record(*two, 15, "Tea", proposed=True, on="2020-01-01")
    settle(desktop)
    assert has_keyboard(full) == "Decline: Aoife Byrne gave Bo Ek 1 h 31 min"
    assert in_view(full, has_keyboard(full))


@pytest.mark.parametrize("keyboard", [True, False])
def test_what_comes_in_while_somebody_reads_far_down_moves_nothing_they_see(
    keyboard: bool, full: TodayPage, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    scroll(full, fulfil(2))
    if keyboard:
        the(full, fulfil(2)).setFocus()
    before = high(full, fulfil(2))
    for row in other.reader.list("swap", where={"state": "proposed"}):
        other.swaps.confirm(row.id)
    full.window().shell.signals.changed.emit(Changes())
    settle(desktop)
    assert not any("to confirm" in each.text() for each in full.findChildren(QLabel) if each.isVisible())
    assert high(full, fulfil(2)) == before, "a card less above"
    row = other.reader.list("swap", where={"state": "confirmed"})[0]
    other.swaps.record(row["provider"], row["receiver"], 20, "Tea", proposed=True)
    full.window().shell.signals.changed.emit(Changes())
    settle(desktop)
    assert high(full, fulfil(2)) == before, "a card more above"
    assert not keyboard or has_keyboard(full) == fulfil(2)


def test_whoever_reads_far_from_where_the_keyboard_is_stays_there(
    full: TodayPage, desktop: Desktop, settle: Settle
) -> None:
    name = "Decline: Aoife Byrne gave Bo Ek 1 h 30 min"
    the(full, name).setFocus()
    scroll(full, fulfil(4))
    before = high(full, fulfil(4))
    assert not in_view(full, name)
    full.window().shell.signals.changed.emit(Changes())
    settle(desktop)
    assert has_keyboard(full) == name and not in_view(full, name)
    assert high(full, fulfil(4)) == before


@pytest.mark.parametrize("hub", ["", None], ids=["instead of none", "instead of a line with a button"])
def test_a_line_that_comes_above_pushes_nothing_away_that_is_looked_at(
    hub: str | None, full: TodayPage, desktop: Desktop, settle: Settle
) -> None:
    full._shared(SimpleNamespace(hub=hub))
    settle(desktop)
    scroll(full, fulfil(1))
    before = high(full, fulfil(1))
    for off in (3_600_000, 0):
        full._shared(SimpleNamespace(hub=hub, clock_off_ms=off))
        settle(desktop)
        assert high(full, fulfil(1)) == before
        assert full.line.held.isHidden() is (hub == "" and not off)


def test_whoever_looks_at_the_top_sees_what_comes_in_there(
    full: TodayPage, other: Verbs, two: list[bytes], desktop: Desktop, settle: Settle
) -> None:
    assert full._area.verticalScrollBar().value() == 0
    other.swaps.record(*two, 15, "Tea", proposed=True, on="2020-01-01")
    full.window().shell.signals.changed.emit(Changes())
    settle(desktop)
    assert full._area.verticalScrollBar().value() == 0 and in_view(full, "Confirm: Aoife Byrne gave Bo Ek 15 min")
