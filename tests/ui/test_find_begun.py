"""What is begun in “Find someone…” is kept as in every other form; and what Today calls all that is begun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.find_someone import FindSomeone, find_someone
from learningcircles_ui.pages.today.begun_rows import read_begun
from learningcircles_ui.parts.draft_names import CONSENT, OPENING, PROPOSAL, draft_of
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import kept, line_of, type_into
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


@pytest.fixture
def request_of(other: Verbs) -> bytes:
    """Wei’s request for the guitar, which Amina and Bo could answer."""
    wei, amina, bo = add_people(other, ["Wei", "Amina", "Bo"])
    other.records.add("offer", {"title": "First chords", "topic": "guitar", "member": amina})
    other.records.edit("member", bo, {}, add={"topics": ["guitar"]})
    return other.records.add("request", {"title": "Guitar", "topic": "guitar", "member": wei})[0]


def looked(window: Window, request: bytes, desktop: Desktop, settle: Settle, qapp: QApplication) -> FindSomeone:
    find_someone(window.shell, request, window)
    settle(desktop)
    return in_view(qapp)


def in_view(qapp: QApplication) -> FindSomeone:
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, FindSomeone)
    return dialog


def told(window: Window) -> list[str]:
    return [each.text() for each in window.pages["today"].findChildren(QLabel) if each.isVisible()]


def press(window: Window, words: str) -> None:
    next(each for each in window.pages["today"].findChildren(QPushButton) if each.text() == words).click()


def left_as_by_a_crash(dialog: FindSomeone, desktop: Desktop, settle: Settle) -> None:
    dialog.drafting.keep()
    settle(desktop)
    dialog.drafting.leave()
    dialog.done(0)
    settle(desktop)


def test_what_is_typed_stands_on_today_and_is_gone_on_with_for_its_request(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot, request_of: bytes
) -> None:
    window = desktop.open(page="today")
    settle(desktop)
    dialog = looked(window, request_of, desktop, settle, qapp)
    dialog.choices[1].click()
    when = type_into(dialog.form, "on", "", qtbot)
    when.selectAll()
    qtbot.keyClicks(when, "today")
    left_as_by_a_crash(dialog, desktop, settle)
    (draft,) = kept(other, draft_of(PROPOSAL, request_of))
    assert draft["on"] == "today"
    window.pages["today"].activate()
    settle(desktop)
    assert "Find someone for “Guitar”: Bo" in told(window)
    press(window, "Go on")
    settle(desktop)
    again = in_view(qapp)
    assert again.drafting.bar is None and again.choices[1].isChecked() and line_of(again.form, "on").text() == "today"
    again.submit()
    settle(desktop)
    assert closed(again) and not other.reader.drafts()
    (swap,) = other.reader.list("swap")
    assert other.reader.get("member", swap["provider"])["name"] == "Bo"


@pytest.mark.parametrize("how", ["proposed", "thrown away"])
def test_what_is_gone_on_with_over_today_stands_there_no_longer_once_it_is_answered(
    how: str, desktop: Desktop, settle: Settle, qapp: QApplication, request_of: bytes
) -> None:
    window = desktop.open(page="today")
    settle(desktop)
    dialog = looked(window, request_of, desktop, settle, qapp)
    dialog.choices[1].click()
    left_as_by_a_crash(dialog, desktop, settle)
    window.pages["today"].activate()
    settle(desktop)
    assert "Find someone for “Guitar”: Bo" in told(window)
    again = looked(window, request_of, desktop, settle, qapp)
    if how == "proposed":
        again.drafting.go_on()
        again.submit()
    else:
        again.drafting.throw_away()
    settle(desktop)
    assert closed(again) == (how == "proposed")
    assert "Find someone for “Guitar”: Bo" not in told(window)
    if how != "proposed":
        again.done(0)


def test_tab_comes_to_what_was_begun_before_who_may_help(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot, request_of: bytes
) -> None:
    other.drafts.keep_draft(draft_of(PROPOSAL, request_of), {"minutes": "3h"})
    dialog = looked(desktop.open(), request_of, desktop, settle, qapp)
    bar = dialog.drafting.bar
    assert bar is not None and dialog.choices[0].hasFocus()
    on, away = bar.findChildren(QPushButton)
    qtbot.keyClick(dialog.choices[0], Qt.Key.Key_Tab)
    assert dialog.form.isAncestorOf(dialog.focusWidget())
    dialog.choices[0].setFocus()
    for wanted in (away, on, dialog.done_button):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Backtab)
        assert wanted.hasFocus()
    dialog.done(0)


def test_what_is_thrown_away_in_the_form_is_said_there_and_can_be_had_back(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, request_of: bytes
) -> None:
    other.drafts.keep_draft(draft_of(PROPOSAL, request_of), {"minutes": "3h"})
    before = other.reader.drafts()
    window = desktop.open()
    dialog = looked(window, request_of, desktop, settle, qapp)
    dialog.drafting.throw_away()
    settle(desktop)
    assert not other.reader.drafts() and dialog.choices[0].hasFocus()
    said = "Thrown away: Find someone for “Guitar”: 3h"
    bar = dialog.drafting.bar
    assert bar is not None and window.toast.label.text() == said == bar.findChildren(QLabel)[0].text()
    (undo,) = bar.findChildren(QPushButton)
    assert undo.text() == "Undo"
    undo.click()
    settle(desktop)
    assert other.reader.drafts() == before
    dialog.drafting.go_on()
    assert line_of(dialog.form, "minutes").text() == "3h"
    dialog.done(0)


@pytest.mark.parametrize("how", ["thrown away", "removed", "fulfilled"])
def test_it_goes_with_its_request_or_once_it_is_thrown_away(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot, request_of: bytes, how: str
) -> None:
    window = desktop.open(page="today")
    settle(desktop)
    dialog = looked(window, request_of, desktop, settle, qapp)
    dialog.choices[-1].click()
    type_into(dialog.form, "provider", "Zoe Hal", qtbot)
    dialog.reject()
    assert not closed(dialog), "whoever leaves by a slip is asked"
    if how == "thrown away":
        dialog.reject()
        settle(desktop)
        assert closed(dialog) and "Find someone for “Guitar”: Zoe Hal" in window.toast.label.text()
        assert not other.reader.drafts()
        return
    left_as_by_a_crash(dialog, desktop, settle)
    assert [each.words for each in read_begun(other.reader)] == ["Zoe Hal"]
    if how == "removed":
        other.records.remove("request", request_of)
    else:
        other.records.edit("request", request_of, {"state": "fulfilled"})
    assert read_begun(other.reader) == []


def test_who_could_help_no_more_stands_in_the_field_of_somebody_else(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, request_of: bytes
) -> None:
    window = desktop.open()
    settle(desktop)
    dialog = looked(window, request_of, desktop, settle, qapp)
    bo = dialog._wish.helpers[1].member.id
    dialog.choices[1].click()
    left_as_by_a_crash(dialog, desktop, settle)
    other.records.edit("member", bo, {}, drop={"topics": ["guitar"]})
    again = looked(window, request_of, desktop, settle, qapp)
    assert again.drafting.bar is not None and len(again.choices) == 2
    again.drafting.go_on()
    assert again.choices[-1].isChecked() and again.other.typed() == bo and again.other.words() == "Bo"
    again.done(0)


def test_what_is_begun_is_called_by_whom_or_what_it_is_about(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    bo, cem = add_people(other, ["Bo Li", "Cem Ay"])
    keep = other.drafts.keep_draft
    keep(draft_of(CONSENT, bo), {"ticks": {"print": True}})
    keep(draft_of(CONSENT, cem), {"how": "paper"})
    keep(OPENING, {"balances": [[bo, "2:30"]]})
    keep(draft_of("member", cem), {"status": "paused"})
    keep("member", {"ticks": {"keep": False}})
    window = desktop.open(page="today")
    settle(desktop)
    assert {
        "What Bo Li agreed to", "What Cem Ay agreed to: Paper", "Opening balances",
        "Changes to a member: Cem Ay: Paused", "A new member",
    } <= set(told(window))  # fmt: skip
