"""A laptop that stays open shows today, whatever made it another day: midnight, a sleep, a clock that was set."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtWidgets import QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups import MeetupsPage
from learningcircles_ui.pages.today_rows import coming
from tests.ui.late import Settle


@pytest.fixture
def tomorrow() -> datetime.date:
    return datetime.date.fromisoformat(text.today()) + datetime.timedelta(days=1)


def test_today_turns_with_the_day(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    other.meetups.plan("Bread", f"{tomorrow}T18:00", 60)
    window = desktop.open()
    settle(desktop)

    def offered() -> set[str]:
        return {each.text() for each in window.page.findChildren(QPushButton) if each.isVisible()}

    assert "Who came" not in offered()
    monkeypatch.setattr(text, "today", tomorrow.isoformat)
    window.watch()
    settle(desktop)
    assert "Who came" in offered()
    assert window.page.header.count.text().endswith(text.day(tomorrow.isoformat()))


def test_the_days_turn_with_the_day_unless_a_meetup_is_open(
    other: Verbs, desktop: Desktop, settle: Settle, tomorrow: datetime.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    (id_, *_) = other.meetups.plan("Bread", f"{text.today()}T18:00", 60)
    window = desktop.open()
    window.show_page("meetups")
    settle(desktop)
    page = window.page
    assert isinstance(page, MeetupsPage)
    monkeypatch.setattr(text, "today", tomorrow.isoformat)
    window.watch()
    settle(desktop)
    assert page.model.today == page.model.day(page.table.currentIndex()) == tomorrow
    page.show_record("meetup", id_)
    settle(desktop)
    after = tomorrow + datetime.timedelta(days=1)
    monkeypatch.setattr(text, "today", after.isoformat)
    window.watch()
    settle(desktop)
    assert page.model.today == after
    assert page.model.day(page.table.currentIndex()) == tomorrow - datetime.timedelta(days=1)


def test_todays_meetup_is_found_however_many_are_planned(other: Verbs) -> None:
    other.meetups.plan("Today", f"{text.today()}T18:00", 60)
    later = {"start": {"at": "2099-01-01T18:00", "zone": "Europe/Paris"}}
    other.records.add_many("meetup", [{"title": "Later", **later}] * 900, label="Plan meetups")
    assert [row["title"] for row in coming(other.reader)] == ["Today"]
