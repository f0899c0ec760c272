"""How “Who came?” ends: with all that was entered written, or with whoever was not still in view."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.circle.undo import Undo
from learningcircles.errors import CircleError
from learningcircles.laptop.erasing import erase
from learningcircles.storage.drafts import Drafts
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.today.begun_rows import read_begun
from learningcircles_ui.parts.draft_names import EVENING, draft_of, words_of
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.hands import Key
from tests.ui.late import submit_by_keys, writing_held
from tests.ui.test_evening_refused import FULL, Settle, came, enter, evening, refuse, room, row, seen, try_again

__all__ = ["evening", "room"]


@pytest.mark.parametrize(("typed", "name"), [("ana", "Ana Ruiz"), ("Gustav", "Gustav")])
@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Escape])
def test_ended_in_haste_it_stays_with_whoever_is_refused(
    evening: Attendance, desktop: Desktop, settle: Settle, room: Callable[[], None], typed: str, name: str, end: Key
) -> None:
    enter(evening, evening.letters.edit, typed)
    QTest.keyClick(evening.letters.edit, end)
    settle(desktop)
    assert evening.isVisible() and f"Not written down yet: {name}." in seen(evening) and FULL in seen(evening)
    assert evening.done_button.isEnabled()


@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Escape])
def test_ended_in_haste_it_ends_once_all_is_written(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, end: Key
) -> None:
    enter(evening, evening.letters.edit, "Gustav", "ana")
    QTest.keyClick(evening.letters.edit, end)
    assert evening.isVisible()
    settle(desktop)
    assert came(other) == ["Gustav", "a member"] and not (isValid(evening) and evening.isVisible())


def test_a_guest_typed_while_the_one_before_is_written_at_the_end_is_kept(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    evening.guest.setText("Gustav")
    evening.done_button.click()
    QTest.keyClicks(evening.guest, "Hedi")
    settle(desktop)
    assert came(other) == ["Gustav"] and evening.isVisible() and evening.guest.text() == "Hedi"
    evening.done_button.click()
    settle(desktop)
    assert came(other) == ["Gustav", "Hedi"] and not (isValid(evening) and evening.isVisible())


def test_closed_while_it_is_tried_again_it_is_gone(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None]
) -> None:
    enter(evening, evening.guest, "Gustav")
    settle(desktop)
    evening.notes.unwritten.again()
    evening.done(evening.DialogCode.Rejected.value)  # as where somebody is erased of whom it speaks
    evening.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload]
    settle(desktop)
    assert not isValid(evening) and came(other) == []


def test_what_can_never_be_written_is_given_up_once_that_was_said(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    assert not evening.leave_button.isVisible()
    other.records.remove("meetup", evening._meetup)
    evening.mark(row(evening), "attended")
    settle(desktop)
    for _ in range(3):  # no Enter leaves anybody behind
        evening.letters.edit.setFocus()
        QTest.keyClick(evening.letters.edit, Key.Key_Return)
        settle(desktop)
    assert evening.isVisible() and "was removed" in evening._wrong.text()
    leave = evening.leave_button
    assert leave.isVisible() and leave.text() == "Leave without noting them" and not leave.isDefault()
    leave.click()
    told = "Not written down: {}. Close this once more to give them up."
    assert evening.isVisible() and evening._wrong.text() == told.format("Ana Ruiz")
    enter(evening, evening.guest, "Gustav")
    settle(desktop)
    QTest.keyClicks(evening.guest, "Hedi")
    leave.click()
    assert evening.isVisible() and evening._wrong.text() == told.format("Ana Ruiz, Gustav, Hedi")
    leave.click()
    settle(desktop)
    assert not (isValid(evening) and evening.isVisible())


def test_whoever_is_refused_after_it_was_said_who_is_given_up_is_told_of_first(
    evening: Attendance, desktop: Desktop, settle: Settle, room: Callable[[], None]
) -> None:
    enter(evening, evening.letters.edit, "ana")
    settle(desktop)
    QTest.keyClick(evening, Key.Key_Escape)
    assert "Not written down: Ana Ruiz. Close this once more" in evening._wrong.text()
    evening.mark(next(each for each in evening.model.rows if each.name == "Bo Ek"), "attended")
    settle(desktop)
    QTest.keyClick(evening, Key.Key_Escape)
    assert evening.isVisible() and "Not written down: Ana Ruiz, Bo Ek. Close this once more" in evening._wrong.text()
    QTest.keyClick(evening, Key.Key_Escape)
    settle(desktop)
    assert not (isValid(evening) and evening.isVisible())


@pytest.mark.parametrize("end", ["Ctrl+Enter", "Escape"])
@pytest.mark.parametrize("full", [True, False], ids=["full disk", "room"])
def test_a_number_that_is_still_being_typed_counts_as_entered(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None], end: str, full: bool
) -> None:
    if not full:
        room()
    evening.count.setFocus()
    evening.count.selectAll()
    QTest.keyClicks(evening.count, "7")
    if end == "Escape":
        QTest.keyClick(evening.count, Key.Key_Escape)
    else:
        submit_by_keys(evening, 1)
    settle(desktop)
    assert came(other) == ([] if full else ["7"])
    assert (isValid(evening) and evening.isVisible()) == full
    assert not full or "Not written down yet: 7 people without a name." in seen(evening)


@pytest.mark.parametrize("room_for_drafts", [True, False], ids=["kept as begun", "kept nowhere"])
def test_an_erasure_takes_nobody_else_who_waits(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    room: Callable[[], None], monkeypatch: pytest.MonkeyPatch, room_for_drafts: bool,
) -> None:  # fmt: skip
    enter(evening, evening.letters.edit, "ana", "Ana Guest", "Gustav", "bo", "12")
    settle(desktop)
    with monkeypatch.context() as full:
        if not room_for_drafts:
            full.setattr(Drafts, "keep", refuse)
        evening.drafting.keep()
        settle(desktop)
    erase(other, row(evening).id)
    window.watch()
    qtbot.waitUntil(lambda: "Not written down yet: Gustav, Bo Ek, 12 people without a name." in seen(evening))
    settle(desktop)
    assert evening.isVisible() and "Somebody was erased: what waited of them is gone with them." in seen(evening)
    evening.drafting.keep()
    settle(desktop)
    (kept,) = [draft for _, draft in window.shell.drafts.held(other)]
    assert words_of("evening", kept.values) == "Gustav, Bo Ek, 12 people without a name"
    room()
    try_again(evening)
    settle(desktop)
    assert came(other) == ["12", "Gustav", "a member"]


def test_guests_of_whom_one_may_be_who_was_erased_are_to_be_noted_again(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    room: Callable[[], None],
) -> None:  # fmt: skip
    enter(evening, evening.letters.edit, "bo", "Ana Guest", "Gustav")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    erase(other, row(evening).id)
    window.watch()
    qtbot.waitUntil(lambda: "Not written down yet: Bo Ek, Gustav." in seen(evening))
    settle(desktop)
    said = "Somebody was erased. Guests who waited may be that person, and are gone: note the others again."
    assert evening.isVisible() and said in seen(evening)


def test_guests_who_are_called_otherwise_than_who_was_erased_wait_on(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot,
    room: Callable[[], None],
) -> None:  # fmt: skip
    erase(other, add_people(other, ["Cleo"])[0])
    window.watch()
    settle(desktop)
    again = Attendance(window.shell, evening._meetup, window)  # whoever was erased before is meant by nobody here
    again.open()
    settle(desktop)
    enter(again, again.letters.edit, "ana", "Ana Guest", "Gustav", "bo")
    again.guest.setText("Hedi")
    settle(desktop)
    for name, left in [("Ana Ruiz", "Gustav, Bo Ek"), ("Bo Ek", "Gustav")]:
        again.drafting.keep()
        settle(desktop)
        erase(other, next(each.id for each in other.reader.list("member") if each["name"] == name))
        window.watch()
        qtbot.waitUntil(lambda names=left: f"Not written down yet: {names}." in seen(again))
        settle(desktop)
        assert again.guest.text() == "Hedi" and "what waited of them is gone with them" in seen(again)
    again.drafting.keep()
    settle(desktop)
    assert "Gustav" in str(window.shell.drafts.held(other))


@pytest.mark.parametrize("first", ["Ana Ruiz", "Bo Ek"])
@pytest.mark.parametrize("heard_between", [True, False], ids=["one after the other", "both at once"])
def test_a_guest_who_may_be_another_one_who_was_erased_waits_no_more(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None],
    first: str, heard_between: bool,
) -> None:  # fmt: skip
    enter(evening, evening.letters.edit, "ana")
    enter(evening, evening.guest, "Bo")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    members = {str(each["name"]): each.id for each in other.reader.list("member")}
    for name in sorted(["Ana Ruiz", "Bo Ek"], key=lambda each: each != first):
        erase(other, members[name])
        if heard_between:
            window.watch()
            settle(desktop)
    window.watch()
    settle(desktop)
    if isValid(evening):
        evening.drafting.keep()
        settle(desktop)
    assert window.shell.drafts.held(other) == [] and not (isValid(evening) and evening.isVisible())


def test_a_guest_who_is_erased_before_what_is_left_is_kept_anew_is_kept_no_more(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    evening.drafting._often.setInterval(3_600_000)  # else what is left may be kept before the second erasure
    bo = next(each.id for each in evening.model.rows if each.name == "Bo Ek")
    enter(evening, evening.letters.edit, "ana")
    enter(evening, evening.guest, "Bo")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    erase(other, row(evening).id)
    window.watch()
    settle(desktop)
    assert [each.name for each in evening.notes.unwritten.items] == ["Bo"]
    erase(other, bo)
    evening.drafting.keep()
    settle(desktop)
    assert window.shell.drafts.held(other) == [] and not (isValid(evening) and evening.isVisible())


def test_where_guests_alone_waited_it_says_so_and_ends(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    enter(evening, evening.guest, "Ana Guest")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    erase(other, row(evening).id)
    window.watch()
    settle(desktop)
    assert not (isValid(evening) and evening.isVisible()) and window.shell.drafts.held(other) == []
    assert window.toast.label.text().startswith("Somebody was erased. Guests who waited")


def test_whoever_is_refused_after_it_was_closed_is_told_of_beyond_it(
    evening: Attendance, window: Window, desktop: Desktop, settle: Settle, room: Callable[[], None]
) -> None:
    told: list[CircleError] = []
    window.shell.signals.failed.connect(told.append)
    with writing_held(desktop):
        enter(evening, evening.letters.edit, "ana")
        evening.accept()
    settle(desktop)
    assert [each.code for each in told] == ["disk_full"]


def test_what_was_taken_back_elsewhere_holds_up_no_undo_of_what_was_before(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    enter(evening, evening.letters.edit, "ana", "bo")
    settle(desktop)
    assert came(other) == ["a member", "a member"]
    other.undo.undo()
    window.watch()
    settle(desktop)
    assert "attended" in [each["state"] for each in other.reader.list("attendance")], "the last one alone"
    for _ in range(2):  # the first is refused: it was done already
        evening.undo_redo.undo.trigger()
        settle(desktop)
    assert "attended" not in [each["state"] for each in other.reader.list("attendance")]


def test_an_undo_that_met_a_full_disk_is_there_still(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter(evening, evening.letters.edit, "ana")
    settle(desktop)
    with monkeypatch.context() as full:
        full.setattr(Undo, "undo_action", refuse)
        evening.undo_redo.undo.trigger()
        settle(desktop)
    assert FULL in seen(evening) and [each["state"] for each in other.reader.list("attendance")] == ["attended"]
    evening.undo_redo.undo.trigger()
    settle(desktop)
    assert "attended" not in [each["state"] for each in other.reader.list("attendance")]


@pytest.mark.parametrize("typed", ["ami", "xyzzy"])
def test_letters_in_the_first_field_outlive_the_program(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, typed: str
) -> None:
    """What only led to a mark is gone by then."""
    enter(evening, evening.letters.edit, "ana")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    assert window.shell.drafts.held(other) == []
    QTest.keyClicks(evening.letters.edit, typed)
    evening.drafting.keep()
    settle(desktop)
    assert [draft.values for _, draft in window.shell.drafts.held(other)] == [{"letters": typed}]
    again = Attendance(window.shell, evening._meetup, window)
    again.open()
    settle(desktop)
    again.drafting.go_on()
    settle(desktop)
    assert again.letters.edit.text() == typed and again.focusWidget() is again.letters.edit
    again.letters.edit.clear()
    again.drafting.keep()
    settle(desktop)
    assert len(window.shell.drafts.held(other)) == 0


def test_today_says_of_which_meetup_and_in_the_language_of_now(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    meetup, _ = other.meetups.plan("Repair café", f"{other.desk.today()}T18:00", 60)
    waiting = {"waiting": {"notes": [["guest", "Half"], ["count", 5]]}, "guest": "Lis", "count": "7"}
    other.drafts.keep_draft(draft_of(EVENING, meetup), waiting)
    speak(qapp, "fr")
    try:
        (begun,) = read_begun(other.reader)
    finally:
        speak(qapp, "en")
    assert (begun.of, begun.words) == ("Repair café", "Half, 5 personnes sans nom, Lis, 7 personnes sans nom")
