"""Offers and requests whose last day is over: shown as ended, matched with nobody, counted nowhere, until renewed."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Refused
from learningcircles.papers.noticeboard import noticeboard
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.rows import read_topics
from learningcircles_ui.pages.exchanges.find_someone import read_wish
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.people.rows import read_person
from learningcircles_ui.pages.today.rows import read_news
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.filled import line_of, opened

Settle = Callable[[Desktop], None]


def days(number: int) -> str:
    return (datetime.date.fromisoformat(text.today()) + datetime.timedelta(days=number)).isoformat()


@pytest.mark.parametrize(("last", "there"), [(-1, 0), (0, 1), (1, 1), (None, 1)])
def test_it_holds_until_its_last_day_is_over_wherever_it_is_counted(other: Verbs, last: int | None, there: int) -> None:
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    until = {"expires": None if last is None else days(last)}
    listed = {"topic": "guitar", "reach": 5}
    other.records.add("offer", {"member": ana, "title": "Old guitar", **listed, **until})
    old, _ = other.records.add("request", {"member": bo, "title": "Old guitar lesson", **listed, **until})
    now, _ = other.records.add("request", {"member": bo, "title": "Guitar", "topic": "guitar", "reach": 0})
    reader, wish = other.reader, read_wish(other.reader, now)
    assert wish is not None and len(wish.helpers) == there
    news = read_news(reader)
    assert (news.asked_count, len(news.asked)) == (1 + there, 1 + there)
    person = read_person(reader, ana)
    assert person is not None and len(person.offers) == there
    (subject,) = reader.subjects(today=text.today())
    assert (subject.offers, subject.asks) == (there, 1)
    assert ("guitar" in read_topics(reader)) == bool(there)
    board = noticeboard(reader, text.today())
    assert (len(board.offers), len(board.requests)) == (there, 1 + there)
    if there:
        other.swaps.propose(old, ana, 60, days(7))
        return
    with pytest.raises(Refused) as refused:
        other.swaps.propose(old, ana, 60, days(7))
    assert refused.value.code == "has_ended"


def test_today_asks_for_half_a_year_whether_it_still_holds(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    added: list[bytes] = []
    for kind, last, state in (
        ("offer", -1, "open"), ("request", -180, "matched"), ("request", -200, "open"), ("offer", -9, "withdrawn"),
        ("request", 0, "open"),
    ):  # fmt: skip
        fields = {"member": bo, "title": f"{kind} {last}", "expires": days(last), "state": state}
        added.append(other.records.add(kind, fields)[0])
    assert read_news(other.reader).ended == 2
    window = desktop.open()
    settle(desktop)
    page = window.pages["today"]
    assert "2 offers or requests have ended" in [label.text() for label in page.findChildren(QLabel)]
    (show,) = (each for each in page.findChildren(QPushButton) if each.text() == "Show them")
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    page.search("guitar")
    show.click()
    settle(desktop)
    assert window.page is page and page.field.text() == "" and page.line.isVisible()

    def shown() -> list[str]:
        models = [each.model for each in page.listings.values()]
        return [str(each.index(row, 0).data()) for each in models for row in range(each.rowCount())]

    assert shown() == ["offer -1", "request -180"] and "have ended" in page.line.words.text()
    window.shell.do(lambda verbs: verbs.records.edit("offer", added[0], {"expires": days(30)}))
    settle(desktop)
    assert shown() == ["request -180"]
    page.line.off.click()
    settle(desktop)
    assert shown() == ["offer -1", "request 0", "request -180", "request -200"] and not page.line.isVisible()


def test_the_list_that_holds_what_has_ended_is_turned_to(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    other.records.add("request", {"member": bo, "title": "Old drums", "expires": days(-1)})
    window = desktop.open()
    window.resize(620, 600)
    window.show_page("exchanges")
    settle(desktop)
    window.shell.signals.asked.emit("exchanges", ("ended", None))
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    assert page.listings["request"].table.isVisible() and not page.listings["offer"].isVisible()


def test_exchanges_shows_it_as_ended_and_finds_nobody_for_it_before_it_is_renewed(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle
) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    year = int(text.today()[:4]) - 1
    old, _ = other.records.add("request", {"member": bo, "title": "Old drums", "expires": f"{year}-01-31"})
    done = {"member": bo, "title": "Sold drums", "expires": f"{year}-12-31", "state": "matched"}
    other.records.add("request", done)
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    requests = page.listings["request"]
    cells = [requests.model.index(row, 2) for row in range(2)]
    assert [cell.data() for cell in cells] == [f"Ended in {year}"] * 2
    assert [cell.data(Role.TONE) for cell in cells] == ["warn", "warn"]
    requests.table.go_to(0)
    requests.finder.click()
    settle(desktop)
    assert window.toast.label.text() == "This request has ended. Change its last day first."
    window.shell.do(lambda verbs: verbs.records.edit("request", old, {"expires": days(30)}))
    settle(desktop)
    assert requests.model.index(0, 2).data() == "Open"
    yesterday = days(-1)
    window.shell.do(lambda verbs: verbs.records.edit("request", old, {"expires": yesterday}))
    settle(desktop)
    named = f"Ended on {text.day(yesterday, short=True)}" if yesterday[:4] > str(year) else f"Ended in {year}"
    assert requests.model.index(0, 2).data() == named


def test_a_last_day_that_is_past_is_told_beside_it_and_taken(
    window: Window, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    form = opened(ListingForm(window.shell, window, "offer"), desktop, settle)
    line = form.form.lines["expires"]
    control = line_of(form.form, "expires")
    QTest.keyClicks(line_of(form.form, "title"), "Old drums")
    for typed, past in ((days(-1), True), (days(0), False), (days(1), False), (days(-400), True), ("", False)):
        control.clear()
        QTest.keyClicks(control, typed)
        assert ("This day is past" in line._note.text()) == past, typed
    control.clear()
    QTest.keyClicks(control, days(-1))
    line.editor.finished.emit()
    assert "This day is past" in line._note.text()
    form.submit()
    settle(desktop)
    assert [each["expires"] for each in other.reader.list("offer")] == [days(-1)]


def test_what_has_ended_stands_below_all_that_is_open_in_every_order(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    for title, last in (("Arabic", -400), ("Bread", None), ("Chess", -1), ("Dance", 0), ("Exams", 30)):
        other.records.add("offer", {"member": bo, "title": title, "expires": None if last is None else days(last)})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    table, model = page.listings["offer"].table, page.listings["offer"].model

    def shown() -> list[str]:
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    assert shown() == ["Bread", "Dance", "Exams", "Arabic", "Chess"]
    for _ in range(2):
        sort_by(table, 0)
        settle(desktop)
    assert shown() == ["Exams", "Dance", "Bread", "Chess", "Arabic"], "from Z to A"
    sort_by(table, 2)
    settle(desktop)
    assert {*shown()[3:]} == {"Arabic", "Chess"}, "by state"
    page.search("bo ek")
    settle(desktop)
    assert {*shown()[3:]} == {"Arabic", "Chess"} and len(shown()) == 5, "while one searches"
