"""Details stand beside a list where there is room for both; in a small window they come when a row is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.learning.page import LearningPage
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.parts.table import Table
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.cut import cut_cells

Settle = Callable[[Desktop], None]
_TOPICS = ("smartphone basics", "net mending", "patching a bicycle tube", "Portuguese", "spreadsheets")
_NAMES = ("Ali Reza Karimi", "Amina Adeyemi", "Brigid O’Connor", "Dimitra Papadopoulou", "João Ferreira")


@pytest.fixture
def french(qapp: QApplication, home: Home) -> Iterator[None]:
    home.set_setting("language", "fr")
    speak(qapp, "fr")
    yield
    speak(qapp, "en")


@pytest.fixture
def lived_in(other: Verbs) -> Verbs:
    """People who offer something and have learned something."""
    for name, topic in zip(_NAMES, _TOPICS, strict=True):
        (member,) = add_people(other, [name], topics=[topic], place="Lighthouse Hill")
        learned = {"member": member, "topic": topic, "kind": "informal", "on": "2026-11-26", "minutes": 90}
        other.records.add("learning", learned)
    return other


def learning(window: Window) -> LearningPage:
    page = window.pages["learning"]
    assert isinstance(page, LearningPage)
    return page


def people_of(window: Window) -> PeoplePage:
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    return page


def click(table: Table, row: int) -> None:
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def stand(table: Table) -> list[str]:
    count = table.horizontalHeader().count()
    titles = [str(table.model().headerData(at, Qt.Orientation.Horizontal)) for at in range(count)]
    return [title for at, title in enumerate(titles) if not table.isColumnHidden(at)]


@pytest.mark.usefixtures("french", "lived_in")
def test_in_a_small_window_no_record_of_learning_is_cut(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open(page="learning")
    window.resize(1024, 640)
    settle(desktop)
    page = learning(window)
    assert page.pane.isHidden() and cut_cells(page.table) == [] and cut_cells(page.topics.table) == []
    click(page.table, 1)
    settle(desktop)
    assert page.pane.isVisible() and window.size().toTuple() == (1024, 640)
    shown = stand(page.table)
    assert {"Qui", "Quoi", "Quand"} <= set(shown) and "Comment" not in shown, "how it was learned can be spared first"
    assert not [each for each in cut_cells(page.table) if "nov" in each], "no day without its month"


@pytest.mark.usefixtures("lived_in")
def test_on_a_small_screen_people_show_what_they_offer(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open(page="people")
    window.resize(800, 576)
    settle(desktop)
    page = people_of(window)
    assert page.pane.isHidden() and {"Name", "Offers", "Hours"} <= set(stand(page.table))
    assert cut_cells(page.table) == []
    click(page.table, 0)
    settle(desktop)
    assert page.pane.isVisible() and window.size().toTuple() == (800, 576)
    away = page.pane.away
    assert away.isVisible() and page.pane.rect().contains(away.geometry())
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    assert page.pane.isHidden() and page.table.hasFocus()
    window.resize(1280, 800)
    settle(desktop)
    assert page.pane.isVisible() and away.isHidden(), "there is room for both"


@pytest.mark.usefixtures("lived_in")
def test_details_in_a_small_window_come_and_go_by_keys(desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    window = desktop.open(page="people")
    window.resize(1024, 640)
    window.activateWindow()
    settle(desktop)
    page = people_of(window)
    page.table.setFocus()
    assert page.pane.isHidden(), "the first one is chosen, but by nobody"
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.pane.isVisible()
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.pane.isHidden()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert page.pane.isHidden(), "whoever has put them away is left alone"
    settle(desktop)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    settle(desktop)
    assert page.pane.isVisible() and page.pane.isAncestorOf(window.focusWidget()), "Enter edits"
    for seen in (True, False):  # the first Escape ends editing
        focused = window.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
        settle(desktop)
        assert page.pane.isVisible() is seen
    assert page.table.hasFocus()
    row = page.model.row(1)
    assert row is not None
    window.open_record("member", row.record.id)
    assert page.pane.isVisible(), "somebody came to see them"


def test_widths_are_fitted_again_when_the_first_rows_come(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    window = desktop.open(page="people")
    window.resize(1366, 740)
    settle(desktop)
    table = people_of(window).table
    add_people(other, ["Ana Ruiz"], topics=["bicycle repair for beginners"])
    window.watch()
    settle(desktop)
    assert table.model().rowCount() == 2 and cut_cells(table) == []
    other.records.edit("member", other.reader.ids("member")[0], {"topics": ["Portuguese conversation with patience"]})
    window.watch()
    settle(desktop)
    assert cut_cells(table) == []


@pytest.mark.usefixtures("lived_in")
def test_the_button_that_closes_lies_over_no_title(desktop: Desktop, settle: Settle, other: Verbs) -> None:
    add_people(other, ["Aaa " + "Longest-Name " * 6])
    window = desktop.open(page="people")
    window.resize(1024, 640)
    settle(desktop)
    page = people_of(window)
    click(page.table, 0)
    settle(desktop)
    title = next(each for each in page.pane.findChildren(QLabel) if each.text().startswith("Aaa"))
    area = title.contentsRect().translated(title.mapTo(page.pane, QPoint()))
    assert not area.intersects(page.pane.away.geometry())


def test_whose_an_offer_is_can_be_read_beside_a_long_title(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    (oluwaseun,) = add_people(other, ["Oluwaseun Bello"])
    for kind in ("offer", "request"):
        title = "Household wiring: bring your own project, and all of your patience"
        other.records.add(kind, {"title": title, "member": oluwaseun})
    for size in ((1280, 800), (1024, 640), (800, 576)):
        window = desktop.open(page="exchanges")
        window.resize(*size)
        settle(desktop)
        page = window.pages["exchanges"]
        assert isinstance(page, ExchangesPage)
        for listing in page.listings.values():
            assert "Oluwaseun Bello" not in cut_cells(listing.table), (size, listing.table.accessibleName())


def test_what_people_offer_is_not_the_shortest_of_the_columns(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    for name, topic in zip(_NAMES, _TOPICS, strict=True):
        add_people(other, [name], topics=[topic, "French conversation"], place="Lighthouse Hill")
    window = desktop.open(page="people")
    window.resize(1280, 800)
    settle(desktop)
    table = people_of(window).table
    offers, widths = table.columnWidth(2), [table.columnWidth(at) for at in (1, 3, 4, 5)]
    assert offers > max(widths) and offers >= 150


def test_on_a_small_screen_the_list_of_meetups_shows_what_they_are(
    desktop: Desktop, other: Verbs, settle: Settle
) -> None:
    for day in range(10, 22):
        other.meetups.plan("Bread baking for beginners", f"2097-03-{day}T18:00", 60, place="Fishermen’s Row hall")
    window = desktop.open(page="meetups")
    window.resize(800, 576)
    window.activateWindow()
    page = window.pages["meetups"]
    assert isinstance(page, MeetupsPage)
    page.head.look_as("list")
    settle(desktop)
    assert page.pane.isHidden() and {"When", "Title", "State"} <= set(stand(page.list.table))
    assert cut_cells(page.list.table) == []
    click(page.list.table, 1)
    settle(desktop)
    assert page.pane.isVisible() and page.pane.away.isVisible() and window.width() == 800
    QTest.keyClick(page.list.table, Qt.Key.Key_Escape)
    assert page.pane.isHidden() and page.list.table.hasFocus()
    click(page.list.table, 1)
    QTest.mouseClick(page.pane.away, Qt.MouseButton.LeftButton)
    assert page.pane.isHidden()
    window.resize(1280, 800)
    settle(desktop)
    assert page.pane.isVisible() and page.pane.away.isHidden(), "there is room for both"
