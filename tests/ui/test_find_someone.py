"""From a request on Today to somebody who is proposed for it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.find_someone import FindSomeone, read_wish
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.today.rows import read_news
from learningcircles_ui.parts.marked import marked_ids
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import closed

Settle = Callable[[Desktop], None]


def test_who_offers_it_comes_first_and_who_asks_or_left_is_nobody_s_help(other: Verbs) -> None:
    add = other.records.add
    wei, amina, bo, cleo, dora = add_people(other, ["Wei", "Amina", "Bo", "Cleo", "Dora"])
    other.records.edit("member", bo, {"phone": "0123"}, add={"topics": ["Guitar for all"]})
    other.records.edit("member", wei, {}, add={"topics": ["guitar"]})
    other.records.edit("member", dora, {"status": "left"}, add={"topics": ["guitar"]})
    other.records.edit("member", cleo, {"notes": "sold a guitar"})
    add("offer", {"title": "First chords", "topic": "guitar", "member": amina})
    request, _ = add("request", {"title": "Learn the guitar", "member": wei})
    wish = read_wish(other.reader, request)
    assert wish is not None and wish.asker == "Wei"
    told = [(helper.member["name"], helper.offers, helper.knows) for helper in wish.helpers]
    assert told == [("Amina", "First chords", ""), ("Bo", "", "Guitar for all")]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Help with ukulele", []), ("Help with Portuguese, please", ["Amina"]), ("With patience", ["Amina"]),
        ("Besoin d’aide pour une heure", []), ("Busco ayuda con guitarra para principiantes", ["Bo"]),
        ("Aide pour la guitare", ["Cleo"]), ("An hour with somebody", []),
    ],
)  # fmt: skip
def test_words_that_say_nothing_find_nobody(other: Verbs, title: str, found: list[str]) -> None:
    wei, amina, bo, cleo = add_people(other, ["Wei", "Amina", "Bo", "Cleo"])
    add = other.records.add
    add("offer", {"title": "An hour of Portuguese with patience", "member": amina})
    add("offer", {"title": "Clases de guitarra con ayuda para todos", "member": bo})
    add("offer", {"title": "Une heure de guitare, aide pour débutants", "member": cleo})
    request, _ = add("request", {"title": title, "member": wei})
    wish = read_wish(other.reader, request)
    assert wish is not None and [helper.member["name"] for helper in wish.helpers] == found


def test_somebody_is_proposed_from_today(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    wei, amina = add_people(other, ["Wei", "Amina"])
    other.records.add("offer", {"title": "First chords", "topic": "guitar", "member": amina})
    request, _ = other.records.add("request", {"title": "Guitar", "topic": "guitar", "member": wei})
    window = desktop.open()
    settle(desktop)
    find = next(each for each in window.pages["today"].findChildren(QPushButton) if each.text() == "Find someone…")
    find.click()
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), FindSomeone))
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, FindSomeone) and dialog.choices[0].text() == "Amina: offers “First chords”"
    assert not dialog.form.lines["provider"].isVisible()
    dialog.submit()
    settle(desktop)
    assert closed(dialog) and window.toast.label.text() == "Amina is proposed to Wei"
    (swap,) = other.reader.list("swap")
    assert (swap["provider"], swap["receiver"], swap["state"]) == (amina, wei, "proposed")
    assert str(swap["on"]) > datetime.date.today().isoformat()
    news = read_news(other.reader)
    assert news.asked_count == 0 and news.waiting_count == 0, "nobody can say yet whether it took place"
    other.swaps.record(amina, wei, 60, "guitar", proposed=True)
    news = read_news(other.reader)
    assert news.waiting_count == 1 and [each.swap.id != swap.id for each in news.waiting] == [True]


def test_somebody_is_found_for_the_request_that_is_chosen_on_exchanges(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    (wei,) = add_people(other, ["Wei"])
    other.records.add("request", {"title": "Guitar", "member": wei})
    window = desktop.open()
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    requests = page.listings["request"]
    requests.finder.click()
    assert window.toast.label.text() == "Choose a request first."
    assert not page.listings["offer"].finder.isVisible()
    requests.table.go_to(0)
    requests.finder.click()
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), FindSomeone))
    dialog = qapp.activeModalWidget()
    assert isinstance(dialog, FindSomeone) and "Guitar" in dialog.windowTitle()
    dialog.reject()
    settle(desktop)


@pytest.mark.parametrize("where", ["exchanges", "today"])
@pytest.mark.parametrize(
    ("verb", "told", "left"),
    [
        ("Confirm", ". The request is fulfilled.", []), ("Decline", ". The request is open again.", ["Open"]),
        ("", ". The request is open again.", ["Open"]),
    ],
)  # fmt: skip
def test_a_request_says_for_which_day_somebody_is_proposed_and_then_what_became_of_it(
    desktop: Desktop, other: Verbs, settle: Settle, where: str, verb: str, told: str, left: list[str]
) -> None:
    wei, amina = add_people(other, ["Wei", "Amina"])
    request, _ = other.records.add("request", {"title": "Guitar", "member": wei})
    day = (datetime.date.today() + datetime.timedelta(days=7 if where == "exchanges" else 0)).isoformat()
    other.swaps.propose(request, amina, 60, day)
    window = desktop.open(page="exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    requests = page.listings["request"].model

    def states() -> list[str]:
        return [str(requests.index(row, 2).data()) for row in range(requests.rowCount())]

    assert states() == [f"Matched for {text.day(day, short=True)}"]
    assert requests.column(2).cell is not None
    if not verb:
        page.swaps._remove(other.reader.ids("swap")[0])
    elif where == "today":
        window.show_page("today")
        settle(desktop)
        next(each for each in window.page.findChildren(QPushButton) if each.text() == verb).click()
    else:
        page.swaps.table.go_to(0)
        page.swaps.turn(verb.lower())
    settle(desktop)
    assert told in window.toast.label.text()
    window.show_page("exchanges")
    settle(desktop)
    assert states() == left


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["Guitar"], "2 exchanges removed. The request is open again."),
        (["Guitar", "Chess"], "2 exchanges removed. 2 requests are open again."),
    ],
)
def test_several_exchanges_that_are_removed_tell_which_requests_are_open_again(
    desktop: Desktop, other: Verbs, settle: Settle, asked: list[str], told: str
) -> None:
    wei, amina = add_people(other, ["Wei", "Amina"])
    for title in asked:
        request, _ = other.records.add("request", {"title": title, "member": wei})
        other.swaps.propose(request, amina, 60, "2027-01-05")
    if len(asked) == 1:
        other.swaps.record(amina, wei, 30, "Bread", proposed=True)
    window = desktop.open(page="exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    page.swaps.table.several_deleted.emit(other.reader.ids("swap"))
    settle(desktop)
    assert window.toast.label.text() == told and window.toast.action
    assert {each["state"] for each in other.reader.list("request")} == {"open"}


def test_an_offer_or_a_request_is_added_by_keys_from_every_page(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    for page, key in (("people", Qt.Key.Key_O), ("exchanges", Qt.Key.Key_R)):
        window.show_page(page)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window, key, held)
        qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), ListingForm))
        form = qapp.activeModalWidget()
        assert isinstance(form, ListingForm)
        form.reject()
        settle(desktop)


def test_each_heading_of_today_counts_what_stands_below_it(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    wei, amina = add_people(other, ["Wei", "Amina"])
    other.swaps.record(amina, wei, 60, "guitar", proposed=True)
    for _ in range(2):
        other.swaps.dispute(other.swaps.record(wei, amina, 60, "chess")[0])
    today = datetime.date.today()
    for days in (0, 1, 2):
        other.meetups.plan(f"In {days}", f"{today + datetime.timedelta(days=days)}T00:00", 60)
    page = desktop.open().pages["today"]
    settle(desktop)
    cards = [each for each in page.findChildren(QFrame) if each.property("kind") == "card" and each.isVisible()]
    told = [[label.text() for label in card.findChildren(QLabel) if label.text()] for card in cards]
    counted = {lines[0]: sum("gave" in line or line.startswith("In ") for line in lines) for lines in told}
    assert counted == {
        "1 exchange to confirm": 1, "2 exchanges in dispute": 2, "1 meetup today": 1, "2 more meetups within a week": 2,
    }  # fmt: skip


def test_somebody_else_can_be_named(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    wei, bo = add_people(other, ["Wei", "Bo"])
    request, _ = other.records.add("request", {"title": "Kites", "member": wei})
    window = desktop.open()
    wish = read_wish(other.reader, request)
    assert wish is not None and not wish.helpers
    dialog = FindSomeone(window.shell, wish, window)
    dialog.open()
    dialog.submit()
    assert dialog.form.lines["provider"].sentence and dialog.isVisible(), "nobody was chosen yet"
    dialog.other.pick(bo, "Bo")
    dialog.submit()
    settle(desktop)
    assert [row["provider"] for row in other.reader.list("swap")] == [bo] and closed(dialog)


def test_where_nobody_could_help_nothing_is_to_be_chosen(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    """A monkey had unmade the only choice, and proposed."""
    (wei,) = add_people(other, ["Wei"])
    request, _ = other.records.add("request", {"title": "Guitar", "member": wei})
    window = desktop.open()
    settle(desktop)
    wish = read_wish(other.reader, request)
    assert wish is not None and not wish.helpers
    dialog = FindSomeone(window.shell, wish, window)
    dialog.open()
    (only,) = dialog.choices
    assert only.isChecked() and not only.isVisible()
    assert dialog.focusWidget() is dialog.form.lines["provider"].editor.stops()[0]
    dialog.done(0)


def test_today_names_who_could_help_once_somebody_can(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    ana, bo, cem = add_people(other, ["Ana", "Bo", "Cem"])
    other.records.add("request", {"member": ana, "title": "Help with ukulele"})
    window = desktop.open(page="today")
    settle(desktop)

    def told() -> set[str]:
        return {each.text() for each in window.pages["today"].findChildren(QLabel) if each.isVisible()}

    assert "Ana" in told()
    offer, _ = other.records.add("offer", {"member": bo, "title": "Ukulele for all"})
    window.watch()
    settle(desktop)
    assert "Ana  ·  Bo could help" in told()
    other.records.edit("member", cem, add={"topics": ["ukulele"]})
    window.watch()
    settle(desktop)
    assert "Ana  ·  Bo and 1 more could help" in told()
    other.records.remove("offer", offer)
    window.watch()
    settle(desktop)
    assert "Ana  ·  Cem could help" in told()


def test_nobody_is_looked_for_where_somebody_is_found_already(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    wei, amina = add_people(other, ["Wei", "Amina"])
    request, _ = other.records.add("request", {"title": "Guitar", "member": wei})
    other.swaps.propose(request, amina, 60, datetime.date.today().isoformat())
    window = desktop.open(page="exchanges")
    settle(desktop)
    assert isinstance(page := window.page, ExchangesPage)
    requests = page.listings["request"]
    requests.table.go_to(0)
    requests.finder.click()
    settle(desktop)
    assert window.toast.label.text() == "Somebody is found for this request already."
    assert qapp.activeModalWidget() is None


def test_what_is_undone_marks_the_exchange_and_not_the_request_that_it_turned(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    """“Find someone…” would have looked for a request that nobody had chosen."""
    wei, amina = add_people(other, ["Wei", "Amina"])
    request, _ = other.records.add("request", {"title": "Guitar", "member": wei})
    swap, _ = other.swaps.propose(request, amina, 60, datetime.date.today().isoformat())
    window = desktop.open(page="exchanges")
    settle(desktop)
    assert isinstance(page := window.page, ExchangesPage)
    page.swaps.table.go_to(0)
    page.swaps.turn("confirm")
    settle(desktop)
    window.undo_redo.undo.trigger()
    settle(desktop)
    assert marked_ids(page.listings["request"].table) == []
    assert marked_ids(page.swaps.table) == [swap]
