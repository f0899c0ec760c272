"""Columns get the room that what stands in them needs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import save_list
from learningcircles_ui.parts.fitting import Need, fitted
from learningcircles_ui.parts.shared_room import shares
from learningcircles_ui.parts.sorting import sort_by
from learningcircles_ui.parts.table import Table
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
NAME, OFFERS, WANTS, HOURS = 0, 2, 3, 4
USEFUL = 100


def test_what_is_left_goes_to_text_and_nobody_is_cut_while_others_have_more_than_they_need() -> None:
    assert fitted([Need(100, 60), Need(300, 60), Need(50, 50, grows=False)], 850) == [200, 600, 50]
    assert fitted([Need(100, 60), Need(300, 60), Need(50, 50)], 350) == [100, 200, 50]
    assert fitted([Need(200, 60), Need(300, 60), Need(50, 50)], 250) == [100, 100, 50]
    assert fitted([Need(200, 60), Need(300, 60), Need(50, 50)], 100) == [60, 60, 50]
    assert fitted([], 100) == []


def filled(verbs: Verbs) -> None:
    skills = ["bicycle repair", "gardening", "cooking for many", "Portuguese"]
    names = [f"Oluwaseun García {number}" for number in range(12)]
    verbs.records.add_many("member", [{"name": name, "topics": skills} for name in names], label="Add people")


def cut(table: Table, column: int) -> bool:
    model, metrics = table.model(), QFontMetrics(table.font())
    widest = max(metrics.horizontalAdvance(str(model.index(row, column).data())) for row in range(model.rowCount()))
    return table.columnWidth(column) < widest


def people(desktop: Desktop, settle: Settle, size: tuple[int, int]) -> Table:
    window = desktop.open()
    window.resize(*size)
    window.show_page("people")
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    return page.table


def stand(table: Table) -> list[str]:
    titles = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(6)]
    return [title for at, title in enumerate(titles) if not table.isColumnHidden(at)]


def lived_in(verbs: Verbs, place: str = "Fishermen’s Row") -> None:
    filled(verbs)
    for id_ in verbs.reader.ids("member"):
        verbs.records.edit("member", id_, {"place": place})


def test_columns_step_aside_in_a_small_window_and_come_back_in_a_large_one(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    lived_in(other)
    table = people(desktop, settle, (800, 600))
    assert stand(table)[:2] == ["Name", "Offers"] and "Hours" in stand(table)
    assert table.columnWidth(OFFERS) >= USEFUL and not cut(table, NAME) and not cut(table, HOURS)
    assert sum(table.columnWidth(at) for at in range(6)) <= table.viewport().width()
    assert table.columns is not None
    assert table.columns.wanted() == [*range(6)], "on paper and in a file they are, whatever the window"
    assert not desktop.open().shell.remember.text("people/columns"), "nobody has chosen anything"
    table = people(desktop, settle, (1920, 1080))
    assert stand(table) == ["Name", "Neighbourhood", "Offers", "Wants", "Hours", "Status"]


@pytest.mark.parametrize("wide", [700, 798, 900, 960])
def test_a_column_whose_title_cannot_be_read_steps_aside(
    desktop: Desktop, other: Verbs, settle: Settle, wide: int
) -> None:
    lived_in(other)
    table = people(desktop, settle, (wide, 640))
    header = table.horizontalHeader()
    metrics = QFontMetrics(header.font())
    there = [at for at in range(6) if not table.isColumnHidden(at)]
    assert there[0] == NAME and sum(map(table.columnWidth, there)) <= table.viewport().width()
    for at in there[1:]:
        title = str(table.model().headerData(at, Qt.Orientation.Horizontal))
        assert table.columnWidth(at) > metrics.horizontalAdvance(title), title


def test_an_empty_column_makes_way_for_one_that_would_be_cut(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    lived_in(other)
    table = people(desktop, settle, (1280, 800))
    assert "Wants" not in stand(table) and "Neighbourhood" in stand(table)
    member = other.reader.ids("member")[0]
    other.records.add("request", {"member": member, "title": "Chess", "topic": "chess"})
    assert desktop.window is not None
    desktop.window.watch()
    settle(desktop)
    assert "Wants" in stand(table)


@pytest.mark.parametrize(
    ("empty", "title"),
    [("Neighbourhood", "Portuguese conversation with patience"), ("Offers", "Portuguese conversation")],
)
def test_words_that_come_later_take_the_room_of_a_column_that_holds_nothing(
    desktop: Desktop, other: Verbs, settle: Settle, empty: str, title: str
) -> None:
    """There are as many people as before, and nothing was cut when their list was fitted."""
    fields = {"topics": ["bicycle repair"]} if empty == "Neighbourhood" else {"place": "Quay"}
    ids = add_people(other, [f"Oluwaseun García {number}" for number in range(12)], **fields)
    table = people(desktop, settle, (1280, 800))
    assert empty in stand(table) and desktop.window is not None
    other.records.add_many("request", [{"member": id_, "title": title} for id_ in ids], label="Add requests")
    desktop.window.watch()
    settle(desktop)
    assert not cut(table, WANTS) and table.columnWidth(WANTS) > table.columnWidth(OFFERS) > 0
    assert empty == "Offers" or empty not in stand(table)
    assert not desktop.window.shell.remember.text("people/columns"), "nobody has chosen anything"


def test_columns_stay_while_somebody_searches(desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot) -> None:
    """Those that are found want nothing; the others do."""
    lived_in(other)
    found, others = other.reader.ids("member")[:3], other.reader.ids("member")[3:]
    for id_ in found:
        other.records.edit("member", id_, {"name": "Xaver"})
    other.records.add_many("request", [{"member": id_, "title": "Chess"} for id_ in others], label="Add requests")
    table = people(desktop, settle, (1280, 800))
    before = stand(table)
    assert desktop.window is not None and "Wants" in before
    page = desktop.window.page
    assert isinstance(page, PeoplePage)
    for words, rows in (("xav", 3), ("", len(found + others))):
        page.field.edit.setText(words)
        qtbot.waitUntil(lambda rows=rows: table.model().rowCount() == rows)
        settle(desktop)
        assert stand(table) == before, words


def test_the_column_that_a_list_is_sorted_by_is_seen(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    lived_in(other)
    table = people(desktop, settle, (800, 600))
    assert "Neighbourhood" not in stand(table)
    sort_by(table, 1)  # by the menu
    settle(desktop)
    assert "Neighbourhood" in stand(table)
    table = people(desktop, settle, (800, 600))
    assert "Neighbourhood" in stand(table), "and is remembered"


def test_arrow_keys_lead_on_from_a_column_that_is_hidden(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    lived_in(other)
    table = people(desktop, settle, (1920, 1080))
    assert desktop.window is not None and table.columns is not None
    at = table.visualRect(table.model().index(2, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desktop.window.resize(1024, 640)
    settle(desktop)
    assert table.isColumnHidden(1) and table.currentIndex().row() == 2
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 3
    table.columns.show_column(table.currentIndex().column(), False)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 4
    table.go_to(1)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 2


def test_a_width_that_is_dragged_hides_nothing_for_good(
    desktop: Desktop, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    lived_in(other)
    table = people(desktop, settle, (800, 600))
    assert "Neighbourhood" not in stand(table) and desktop.window is not None
    table.setColumnWidth(HOURS, table.columnWidth(HOURS) + 3)
    kept = table.columnWidth(HOURS)
    listed = desktop.window.lists.listed()
    assert listed is not None
    save_list(listed, tmp_path / "a.csv")
    settle(desktop)
    whole = ["Name", "Neighbourhood", "Offers", "Wants", "Hours", "Status"]
    assert (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()[0] == ",".join(whole)
    table.selectAll()
    assert {line.count("\t") for line in table.rows_as_text().splitlines()} == {len(whole) - 1}
    table = people(desktop, settle, (1920, 1080))
    assert stand(table) == whole and table.columnWidth(HOURS) == kept
    desktop.window.resize(800, 600)
    settle(desktop)
    assert "Neighbourhood" not in stand(table) and table.columnWidth(HOURS) == kept


def test_a_column_that_somebody_ticks_stays(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    lived_in(other)
    table = people(desktop, settle, (800, 600))
    assert table.columns is not None and "Neighbourhood" not in stand(table)
    (tick,) = (each for each in table.columns.menu(table).actions() if each.text() == "Neighbourhood (no room)")
    tick.trigger()
    assert "Neighbourhood" in stand(table)
    table = people(desktop, settle, (800, 600))
    assert "Neighbourhood" in stand(table), "and is remembered"
    assert table.columns is not None
    table.columns.reset()
    assert "Neighbourhood" not in stand(table)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080)])
def test_names_are_whole_and_nothing_is_pushed_out_of_view(
    desktop: Desktop, other: Verbs, settle: Settle, size: tuple[int, int]
) -> None:
    filled(other)
    window = desktop.open()
    window.resize(*size)
    window.show_page("people")
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    table = page.table
    assert not cut(table, NAME), "beside a column of wants that is empty"
    assert sum(table.columnWidth(at) for at in range(6)) <= table.viewport().width()
    assert table.columnWidth(WANTS) < table.columnWidth(OFFERS)
    if size[0] > 1900:
        assert not cut(table, OFFERS)


def test_what_somebody_has_made_as_wide_as_they_like_stays_so(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    filled(other)
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    page = window.page
    assert isinstance(page, PeoplePage)
    page.table.setColumnWidth(OFFERS, 77)
    window.resize(1500, 900)
    settle(desktop)
    assert page.table.columnWidth(OFFERS) == 77
    assert page.table.columns is not None
    page.table.columns.reset()
    settle(desktop)
    assert page.table.columnWidth(OFFERS) > 77


def test_a_column_that_is_nearly_empty_takes_no_room_from_one_that_is_full() -> None:
    offers, wants = Need(300, 60, most=150), Need(300, 60, most=0)
    assert fitted([offers, wants], 250) == [150, 100]
    assert fitted([offers, wants], 180) == [120, 60], "not even most of them have room"
    assert fitted([Need(300, 60), Need(300, 60)], 250) == [125, 125]


@pytest.mark.parametrize(
    ("needs", "wide"),
    [
        ((300, 300), (500, 500)),
        ((800, 900), (500, 500)),
        ((560, 300), (560, 440)),
        ((900, 0), (620, 380)),
        ((450, 700), (450, 550)),
        ((0, 0), (500, 500)),
    ],
)
def test_two_lists_share_their_room_by_what_they_hold(needs: tuple[int, int], wide: tuple[int, int]) -> None:
    assert shares(*needs, 1000) == wide


def test_offers_are_not_cut_beside_requests_that_need_less(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (bo,) = add_people(other, ["Bo Ek"])
    for number in range(3):
        title = f"Portuguese conversation with patience for beginners {number}, twice a week"
        other.records.add("offer", {"title": title, "member": bo})
    other.records.add("request", {"title": "Guitar", "member": bo})
    window = desktop.open()
    window.resize(1280, 800)
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage)
    offers, requests = (page.listings[each] for each in ("offer", "request"))
    assert not cut(offers.table, 0) and requests.width() < offers.width()


def test_hours_that_come_later_are_never_cut(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    """The list is as long as before, and was fitted while everybody had none."""
    ana, bo = add_people(other, ["Ana Ruiz", "Bo Ek"])
    window = desktop.open(page="people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    hours = next(at for at in range(page.model.columnCount()) if page.model.column(at).title == "Hours")
    other.swaps.record(ana, bo, 12 * 60 + 45, "cooking")
    window.watch()
    settle(desktop)
    row = page.model.row(0)
    assert row is not None and "12 h 45" in (told := page.model.column(hours).text(row))
    assert page.table.columnWidth(hours) >= page.table.fontMetrics().horizontalAdvance(told) + 20


def test_a_name_that_comes_later_is_not_cut_beside_empty_columns(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    add_people(other, ["Ana Ruiz", "Bo Ek"])
    window = desktop.open(page="people")
    settle(desktop)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    page.table.setColumnWidth(0, 60)  # as it was once fitted
    assert page.table.columns is not None
    page.table.columns.room.own = False
    add_people(other, ["Anne-Lise Lefebvre-Montgolfier"])
    window.watch()
    settle(desktop)
    assert page.table.columnWidth(0) >= page.table.fontMetrics().horizontalAdvance("Anne-Lise Lefebvre-Montgolfier")


def test_titles_of_meetups_can_be_read_in_a_small_window(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    for day in range(10, 22):
        other.meetups.plan("Bread baking for beginners", f"2027-03-{day}T18:00", 60, place="Fishermen’s Row hall")
    window = desktop.open(page="meetups")
    window.resize(1024, 616)
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.head.look_as("list")
    settle(desktop)
    table = page.list.table
    assert table.columnWidth(1) >= 120 and not table.isColumnHidden(0)
    assert sum(map(table.columnWidth, range(6))) <= table.viewport().width() + 1, "a hidden one has no width"
    window.resize(1500, 800)
    settle(desktop)
    assert not table.isColumnHidden(2), "the place comes back"
