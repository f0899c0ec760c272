"""Somebody is erased while words that may speak of them stand in memory alone: these are written nowhere afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened
from tests.ui.full import ALONE, foot, room
from tests.ui.late import Settle, shown_of
from tests.ui.test_drafts_left import drafts

_ = room
GONE = "Somebody was erased: what you had begun and was in no file may have spoken of them, and is gone with them."


@pytest.fixture
def people(other: Verbs, window: Window, desktop: Desktop, settle: Settle) -> tuple[bytes, bytes]:
    zoe, bo = add_people(other, ["Zoë Moreau", "Bo Ek"])
    window.watch()
    settle(desktop)
    return zoe, bo


@pytest.fixture
def form(people: tuple[bytes, bytes], window: Window, desktop: Desktop, settle: Settle) -> SwapForm:
    made = opened(SwapForm(window.shell, window), desktop, settle)
    made.giver.pick(people[1], "Bo Ek")
    return made


@pytest.fixture
def thrown(form: SwapForm, window: Window, desktop: Desktop, settle: Settle) -> Callable[[], Callable[[], None]]:
    """Throw away what stands in the form; returns what has it back."""
    backs: list[Callable[[], None]] = []
    window.shell.signals.dropped.connect(lambda said, back: backs.append(back))

    def throw() -> Callable[[], None]:
        form.drafting.keep()
        settle(desktop)
        form.reject()
        form.reject()
        settle(desktop)
        return backs[0]

    return throw


@pytest.mark.parametrize("typed_on", [True, False], ids=["typed on", "left alone"])
def test_what_met_a_full_disk_is_written_no_more(
    people: tuple[bytes, bytes], form: SwapForm, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    qtbot: QtBot, room: Callable[[], None], typed_on: bool,
) -> None:  # fmt: skip
    line_of(form.form, "topic").setText("Bread of Zoë Moreau")
    form.drafting.keep()
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    erase(other, people[0])
    if typed_on:
        line_of(form.form, "topic").setText("Bread of Zoë Moreau, two hours")
        form.drafting.keep()
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    settle(desktop)
    assert drafts(other) == [] and not shown_of(window, SwapForm) and window.toast.label.text() == GONE


def test_what_was_typed_after_the_erasure_is_written_as_ever(
    people: tuple[bytes, bytes], form: SwapForm, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    qtbot: QtBot, room: Callable[[], None],
) -> None:  # fmt: skip
    erase(other, people[0])
    line_of(form.form, "topic").setText("Bread")
    form.drafting.keep()
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    room()
    qtbot.waitUntil(lambda: not window.shell.drafts.left())
    settle(desktop)
    assert [each["topic"] for each in drafts(other)] == ["Bread"] and shown_of(window, SwapForm)


@pytest.mark.parametrize("chosen", [True, False], ids=["chosen", "named"])
def test_what_was_thrown_away_does_not_come_back(
    people: tuple[bytes, bytes], form: SwapForm, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    thrown: Callable[[], Callable[[], None]], chosen: bool,
) -> None:  # fmt: skip
    if chosen:
        form.giver.pick(people[0], "Zoë Moreau")
    else:
        line_of(form.form, "topic").setText("Bread of Zoë Moreau")
    back = thrown()
    assert window.undo_redo.undo.text().startswith("Undo: Thrown away: Record an exchange")
    erase(other, people[0])
    window.watch()
    settle(desktop)
    assert "Thrown away" not in window.undo_redo.undo.text()
    back()
    settle(desktop)
    assert drafts(other) == [] and not shown_of(window, SwapForm) and window.toast.label.text() == GONE


def test_what_was_thrown_away_after_the_erasure_comes_back(
    people: tuple[bytes, bytes], form: SwapForm, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    thrown: Callable[[], Callable[[], None]],
) -> None:  # fmt: skip
    erase(other, people[0])
    window.watch()
    settle(desktop)
    line_of(form.form, "topic").setText("Bread")
    back = thrown()
    back()
    settle(desktop)
    assert [each["topic"] for each in drafts(other)] == ["Bread"] and shown_of(window, SwapForm)


def test_what_was_in_no_file_before_the_erasure_and_thrown_away_after_it_does_not_come_back(
    people: tuple[bytes, bytes], form: SwapForm, window: Window, desktop: Desktop, other: Verbs, settle: Settle,
    qtbot: QtBot, room: Callable[[], None],
) -> None:  # fmt: skip
    backs: list[Callable[[], None]] = []
    window.shell.signals.dropped.connect(lambda said, back: backs.append(back))
    line_of(form.form, "topic").setText("Bread of Zoë Moreau")
    form.drafting.keep()
    qtbot.waitUntil(lambda: foot(window) == ALONE)
    erase(other, people[0])
    form.reject()
    form.reject()
    settle(desktop)
    room()
    backs[0]()
    settle(desktop)
    assert drafts(other) == [] and not shown_of(window, SwapForm) and window.toast.label.text() == GONE


def test_what_cannot_be_kept_as_the_first_of_all_is_older_than_no_erasure_of_long_ago(
    other: Verbs, window: Window, desktop: Desktop, settle: Settle
) -> None:
    erase(other, add_people(other, ["Zoë Moreau"])[0])
    again = desktop.open(window.shell.file.path)
    settle(desktop)
    keeper, gone = again.shell.drafts, []
    keeper.erased.connect(gone.append)
    with away(other, "meta"):
        keeper.keep("member beside 01", lambda: {"name": "Uma"})
        settle(desktop)
        assert keeper.left()
    keeper.try_again()
    settle(desktop)
    assert gone == [] and [each["name"] for each in drafts(other)] == ["Uma"]


@contextmanager
def away(other: Verbs, table: str) -> Iterator[None]:
    """Let the file be without one of its tables, as where a part of it cannot be read."""
    run = other.circle.connection.execute
    run(f"ALTER TABLE {table} RENAME TO {table}_away")
    try:
        yield
    finally:
        run(f"ALTER TABLE {table}_away RENAME TO {table}")
