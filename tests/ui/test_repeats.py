"""A meetup that comes again is planned once: each date becomes a meetup of its own."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.parts import repeats_editor
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.repeats_editor import RepeatsEditor
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]
FRIDAY = "2026-12-04"


def planning(window: Window, day: str = FRIDAY) -> tuple[MeetupForm, RepeatsEditor]:
    form = MeetupForm(window.shell, window, day=day)
    form.show()
    repeats = form.form.edit("repeats")
    assert isinstance(repeats, RepeatsEditor)
    QTest.keyClicks(form.form.edit("title").control, "Repair shop")
    return form, repeats


def choose(choice: Choice, code: str) -> None:
    choice.setCurrentIndex(choice.findData(code))
    choice.activated.emit(choice.currentIndex())


def said(form: MeetupForm) -> str:
    return form.form.lines["repeats"]._note.text()


def starts(verbs: Verbs) -> list[str]:
    return sorted(each["start"]["at"] for each in verbs.reader.list("meetup"))


def test_twelve_meetups_are_planned_at_once_and_undone_as_one(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form, repeats = planning(window)
    assert not repeats.times.isVisible() and not said(form)
    choose(repeats.every, "week")
    assert repeats.times.isVisible() and not repeats.until.isVisible()
    assert said(form) == f"12 meetups, Fridays to {text.day('2027-02-19', short=True)}"
    form.submit()
    settle(desktop)
    first = datetime.date.fromisoformat(FRIDAY)
    assert starts(other) == [f"{first + datetime.timedelta(weeks=week)}T18:00" for week in range(12)]
    assert {(each["title"], each["minutes"], each["state"]) for each in other.reader.list("meetup")} == {
        ("Repair shop", 120, "planned")
    }
    assert form.saved == next(each.id for each in other.reader.list("meetup") if each["start"]["at"][:10] == FRIDAY)
    assert window.toast.label.text() == "Repair shop: 12 meetups planned"
    window.undo_redo.take_back()
    settle(desktop)
    assert not starts(other), "one step"


def test_until_a_day_and_what_is_wrong_stands_beside_it(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form, repeats = planning(window)
    choose(repeats.every, "month")
    before = said(form)
    choose(repeats.ends, "day")
    assert before.startswith("12 meetups") and said(form) == before, "the day that twelve of them come to"
    repeats.until.show_value(None)
    form.submit()
    assert form.form.lines["repeats"].sentence == "Say until which day."
    QTest.keyClicks(repeats.until.control, "1 March 2027")
    repeats.until.finished.emit()
    assert said(form) == f"3 meetups, each first Friday of the month to {text.day('2027-02-05', short=True)}"
    assert not form.form.lines["repeats"].sentence
    choose(repeats.ends, "number")
    repeats.times.setText("60")
    form.submit()
    assert form.form.lines["repeats"].sentence.startswith("Meetups are planned for a year at most: 1")
    repeats.times.setText("2")
    form.submit()
    settle(desktop)
    assert starts(other) == ["2026-12-04T18:00", "2027-01-01T18:00"]


def test_what_it_comes_to_follows_the_first_day(window: Window) -> None:
    form, repeats = planning(window)
    choose(repeats.every, "fortnight")
    repeats.times.setText("")
    QTest.keyClicks(repeats.times, "2")
    assert said(form).startswith("2 meetups, every second Friday to ")
    day, _, _ = form.form.edit("start").stops()
    day.setText("5 Dec 2026")  # type: ignore[attr-defined]
    day.editingFinished.emit()  # type: ignore[attr-defined]
    assert said(form).startswith("2 meetups, every second Saturday to ")


def test_once_is_one_meetup_and_a_change_does_not_ask(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    form, _ = planning(window)
    form.submit()
    settle(desktop)
    assert starts(other) == [f"{FRIDAY}T18:00"] and window.toast.label.text() == "Repair shop planned"
    change = MeetupForm(window.shell, window, other.reader.list("meetup")[0])
    assert "repeats" not in change.form.lines and not change.findChildren(RepeatsEditor)
    change.close()


def test_what_was_begun_of_it_comes_back(desktop: Desktop, window: Window, settle: Settle) -> None:
    form, repeats = planning(window)
    choose(repeats.every, "fortnight")
    choose(repeats.ends, "day")
    repeats.until.show_value("2027-03-01")
    form.drafting.keep()
    draft = form.form.draft()
    settle(desktop)
    form.dirty = lambda: False
    form.reject()
    again, fresh = planning(window)
    again.form.show_draft(draft)
    assert fresh.raw() == repeats.raw() and fresh.until.isVisible()
    again.close()


@pytest.mark.parametrize("asked", [False, True])
def test_a_day_that_is_over_is_proposed_only_where_it_was_asked_for(
    desktop: Desktop, settle: Settle, asked: bool
) -> None:
    window = desktop.open()
    window.show_page("meetups")
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    settle(desktop)
    now = datetime.date.fromisoformat(text.today())
    over = now - datetime.timedelta(days=3)
    page._month = over
    page.activate()
    settle(desktop)
    page.table.setCurrentIndex(page.model.index_of(over))
    page.plan(over if asked else None)
    form = page.findChild(MeetupForm)
    assert form is not None
    assert form.form.edit("start").typed()["at"][:10] == (over if asked else now).isoformat()
    form.close()


def test_a_series_that_comes_back_is_shown_from_its_first_date(
    desktop: Desktop, window: Window, settle: Settle
) -> None:
    form, repeats = planning(window)
    choose(repeats.every, "month")
    form.submit()
    settle(desktop)
    window.show_page("meetups")
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.show_record("meetup", form.saved or b"")
    settle(desktop)
    before = page._month
    for step in (window.undo_redo.take_back, window.undo_redo.do_again) * 2:
        step()
        settle(desktop)
        assert (page._month.year, page._month.month) == (before.year, before.month) == (2026, 12)


def test_what_it_comes_to_is_said_to_who_listens(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(repeats_editor, "announce", lambda at, words: heard.append(words))
    form, repeats = planning(window)
    choose(repeats.every, "week")
    repeats.tell()
    assert heard == [said(form)] and heard[0].startswith("12 meetups, ")
    form.close()
