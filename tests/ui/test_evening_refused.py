"""“Who came?” on a full disk: every name that was refused stays in view, to be tried again; nothing is claimed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.circle.meetups import Meetups
from learningcircles.errors import Refused
from learningcircles.laptop.erasing import erase
from learningcircles.storage.drafts import Drafts
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.attendance_rows import Presence
from learningcircles_ui.parts.draft_names import words_of
from learningcircles_ui.tasks import finish_writing
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.full import asked, words
from tests.ui.hands import Key
from tests.ui.late import meetup_today

Settle = Callable[[Desktop], None]
FULL = "The disk is full."


def refuse(*args: object, **kwargs: object) -> None:
    raise Refused("disk_full", FULL)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """A disk without room for who came, until this is called."""
    with monkeypatch.context() as full:
        for verb in ("attend", "headcount"):
            full.setattr(Meetups, verb, refuse)
        yield full.undo


@pytest.fixture
def evening(window: Window, desktop: Desktop, other: Verbs, settle: Settle) -> Attendance:
    add_people(other, ["Ana Ruiz", "Bo Ek"], status="active")
    window.watch()
    made = Attendance(window.shell, meetup_today(other), window)
    made.open()
    settle(desktop)
    return made


def enter(evening: Attendance, field: QWidget, *names: str) -> None:
    field.setFocus()
    for name in names:
        QTest.keyClicks(field, name)
        QTest.keyClick(field, Key.Key_Return)


def seen(evening: Attendance) -> str:
    return " ".join(each.text() for each in evening.findChildren(QLabel) if each.isVisible())


def try_again(evening: Attendance) -> None:
    again = next(each for each in evening.findChildren(QPushButton) if each.text() == "Try again")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)


def row(evening: Attendance) -> Presence:
    return next(each for each in evening.model.rows if each.name == "Ana Ruiz")


def came(other: Verbs) -> list[str]:
    rows = other.reader.list("attendance")
    return sorted(str(row["name"] or row["headcount"] or "a member") for row in rows)


@pytest.mark.parametrize("above", [True, False])
def test_whoever_is_refused_stays_by_name_and_is_noted_when_tried_again(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None],
    above: bool,
) -> None:  # fmt: skip
    enter(evening, evening.letters.edit if above else evening.guest, "Gustav", "Hedi")
    settle(desktop)
    enter(evening, evening.letters.edit, "ana", "bo", "12")
    settle(desktop)
    names = "Not written down yet: Gustav, Hedi, Ana Ruiz, Bo Ek, 12 people without a name."
    assert names in seen(evening) and FULL in seen(evening)
    assert not evening.guest.text() and not evening.letters.edit.text()
    area = evening._area.viewport()
    assert area.rect().contains(QRect(evening.notes.mapTo(area, QPoint()), evening.notes.size())), "in sight"
    evening._read()
    settle(desktop)
    assert "as a guest" not in seen(evening) and "is here" not in seen(evening) and came(other) == []
    try_again(evening)
    settle(desktop)
    assert names in seen(evening) and FULL in seen(evening)
    room()
    try_again(evening)
    settle(desktop)
    assert came(other) == ["12", "Gustav", "Hedi", "a member", "a member"]
    assert FULL not in seen(evening) and "Not written down yet" not in seen(evening)
    assert evening._sum.text().startswith("16 people came to Bread.")


def test_what_is_said_later_counts(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None],
) -> None:  # fmt: skip
    for state in ("attended", "no_show"):
        evening.mark(row(evening), state)
    settle(desktop)
    assert "Not written down yet: Ana Ruiz." in seen(evening)
    room()
    try_again(evening)
    settle(desktop)
    assert [row["state"] for row in other.reader.list("attendance")] == ["no_show"]


def test_undo_takes_back_who_was_noted_last_not_who_was_written_last(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    enter(evening, evening.guest, "Gustav")
    settle(desktop)
    room()
    enter(evening, evening.guest, "Hedi")
    settle(desktop)
    try_again(evening)
    settle(desktop)
    assert came(other) == ["Gustav", "Hedi"]
    for turn, left in [("undo", ["Gustav"]), ("undo", []), ("redo", ["Gustav"]), ("redo", ["Gustav", "Hedi"])]:
        getattr(evening.undo_redo, turn).trigger()
        settle(desktop)
        assert came(other) == left


def test_whoever_is_said_to_be_here_as_stood_before_is_not_tried_otherwise_again(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    evening.mark(row(evening), "attended")
    settle(desktop)
    with monkeypatch.context() as full:
        full.setattr(Meetups, "attend", refuse)
        evening.mark(row(evening), "no_show")
        settle(desktop)
        assert "Not written down yet: Ana Ruiz." in seen(evening)
        evening.mark(row(evening), "attended")
        settle(desktop)
    assert "Ana Ruiz is here already" in seen(evening)
    assert "Not written down yet" not in seen(evening) and FULL not in seen(evening)
    evening.mark(row(evening), "no_show")  # and while that is under way, it counts as well
    evening.mark(row(evening), "attended")
    settle(desktop)
    assert [mark["state"] for mark in other.reader.list("attendance")] == ["attended"]


@pytest.mark.parametrize("above", [True, False])
def test_a_number_that_is_taken_back_is_not_tried_again(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None], above: bool
) -> None:
    if above:
        enter(evening, evening.letters.edit, "12")
    else:
        evening.count.setFocus()
        evening.count.setValue(12)
        evening.guest.setFocus()
    settle(desktop)
    evening._read()
    settle(desktop)
    evening.count.setFocus()
    evening.guest.setFocus()  # whoever only comes by takes nothing back
    settle(desktop)
    assert "Not written down yet: 12 people without a name." in seen(evening) and evening.count.value() == 12
    evening.count.setFocus()
    evening.count.setValue(0)
    evening.guest.setFocus()
    settle(desktop)
    assert "Not written down yet" not in seen(evening) and evening.count.value() == 0
    room()
    evening.done_button.click()
    settle(desktop)
    assert came(other) == []


@pytest.mark.parametrize("by", ["Enter", "Done"])
def test_it_does_not_end_while_somebody_is_not_written_down(
    evening: Attendance, desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot, room: Callable[[], None], by: str
) -> None:
    def end() -> None:
        if by == "Done":
            evening.done_button.click()
        else:
            evening.letters.edit.setFocus()
            QTest.keyClick(evening.letters.edit, Key.Key_Return)

    enter(evening, evening.guest, "Gustav", "Hedi")
    settle(desktop)
    end()
    settle(desktop)
    assert evening.isVisible() and "Gustav, Hedi" in seen(evening) and FULL in seen(evening)
    room()
    end()
    qtbot.waitUntil(lambda: not evening.isVisible())
    assert came(other) == ["Gustav", "Hedi"]


def test_what_is_left_unwritten_is_kept_as_begun_and_waits_when_gone_on_with(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    enter(evening, evening.guest, "Ana|Bo", "Hedi")
    enter(evening, evening.letters.edit, "ana", "12")
    evening.mark(next(each for each in evening.model.rows if each.name == "Bo Ek"), "no_show")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    (kept,) = window.shell.drafts.held(other)
    names = "Ana|Bo, Hedi, Ana Ruiz, 12 people without a name, Bo Ek"
    assert words_of(kept[0], kept[1].values) == names, "as it stands on Today"
    again = Attendance(window.shell, evening._meetup, window)
    again.open()
    settle(desktop)
    evening.notes.clear()
    again.drafting.go_on()
    settle(desktop)
    assert f"Not written down yet: {names}." in seen(again) and came(other) == [] and again.count.value() == 12
    room()
    try_again(again)
    settle(desktop)
    assert came(other) == ["12", "Ana|Bo", "Hedi", "a member", "a member"]
    states = {str(mark["state"]) for mark in other.reader.list("attendance", where={"person": row(evening).id})}
    assert states == {"attended"}
    again.drafting.keep()
    settle(desktop)
    assert window.shell.drafts.held(other) == []


@pytest.mark.parametrize("typed", ["Gustav", "ana", "12"])
def test_no_window_closes_over_what_is_not_written_down_without_keeping_it_or_asking(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch, typed: str,
) -> None:  # fmt: skip
    enter(evening, evening.letters.edit, typed)
    settle(desktop)
    assert not window.closing.asks()
    settle(desktop)
    assert [draft.values["waiting"]["notes"][0][0] for _, draft in window.shell.drafts.held(other)]
    monkeypatch.setattr(Drafts, "keep", refuse)
    enter(evening, evening.guest, "Hedi")
    settle(desktop)
    assert window.closing.asks(), "nor where the disk has no room for that either"


def test_the_question_before_it_closes_names_all_who_would_be_lost(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Drafts, "keep", refuse)
    enter(evening, evening.letters.edit, *(f"Guest{number}" for number in range(12)), "ana")
    evening.guest.setText("Zed")
    evening.letters.edit.setText("xy")
    settle(desktop)
    evening.count.lineEdit().setText("3")
    assert window.closing.asks()
    lost = ", ".join(f"Guest{number}" for number in range(12))
    assert words(asked(window))[1] == f"What would be lost: {lost}, Ana Ruiz, Zed, xy, 3 people without a name."


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize("has_room", [False, True])
def test_a_window_closed_in_haste_keeps_who_is_refused_then_and_nobody_else(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None],
    again: bool, has_room: bool,
) -> None:  # fmt: skip
    if again:
        enter(evening, evening.guest, "Gustav")
        settle(desktop)
    if has_room:
        room()
    if again:
        try_again(evening)
    else:
        enter(evening, evening.guest, "Gustav")
    window.closing.asks()
    kept = [each["notes"] for _, draft in window.shell.drafts.held(other) for each in draft.values.values()]
    assert kept == ([] if has_room else [[["guest", "Gustav"]]])
    settle(desktop)
    assert came(other) == (["Gustav"] if has_room else [])


def test_who_is_being_written_is_kept_as_begun_by_no_tick(
    evening: Attendance, window: Window, other: Verbs, desktop: Desktop
) -> None:
    enter(evening, evening.guest, "Gustav")
    evening.drafting.keep()
    finish_writing(window.shell.tasks)
    assert window.shell.drafts.held(other) == [] and came(other) == ["Gustav"]


def test_whoever_is_erased_waits_no_more(
    evening: Attendance, window: Window, desktop: Desktop, other: Verbs, settle: Settle, room: Callable[[], None]
) -> None:
    enter(evening, evening.letters.edit, "ana")
    settle(desktop)
    evening.drafting.keep()
    settle(desktop)
    assert window.shell.drafts.held(other)
    erase(other, row(evening).id)
    window.watch()
    settle(desktop)
    assert window.shell.drafts.held(other) == [] and not (isValid(evening) and evening.isVisible())
