"""At 1024x640 nothing lies below the screen: no button of a dialog, no foot of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Unreachable
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.layouts import Scrolled
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
_TITLE = 24
"""Pixels of a usual title above a window."""


def screen(name: str) -> QScreen:
    return next(each for each in QApplication.screens() if each.name() == name)


def room() -> QRect:
    return screen("small").availableGeometry().adjusted(0, _TITLE, 0, 0)


def in_sight(part: QWidget) -> bool:
    at = QRect(part.mapToGlobal(QPoint()), part.size())
    return part.isVisible() and room().contains(at)


def on_the_small_one(window: QWidget, wide: int = 1000, high: int = 590) -> None:
    window.setScreen(screen("small"))
    window.move(room().topLeft())
    window.resize(wide, high)


def words_seen(page: QWidget) -> set[str]:
    return {each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()}


def words_in(menu: QMenu) -> list[str]:
    return [each.text() for each in menu.actions()]


@pytest.fixture
def french(qapp: QApplication, home: Home) -> Iterator[Home]:
    home.set_setting("language", "fr")
    yield home
    speak(qapp, "en")


def test_a_preview_shows_its_buttons_and_what_it_warns_of(desktop: Desktop, window: Window, settle: Settle) -> None:
    on_the_small_one(window)

    def bread(page: Paper) -> None:
        page.text("Bread", 20, 20, 100, 10)

    preview = PrintPreview(window.shell, "Sheet", bread, window, note="Print it now.")
    preview.open()
    settle(desktop)
    preview.dirty = lambda: True
    preview.reject()
    warnings = [each for each in preview.findChildren(QLabel) if each.text() == preview.unsaved]
    assert len(preview.pictures) > 0
    assert [in_sight(each) for each in (preview.done_button, preview.leave_button, *warnings)] == [True] * 3
    preview.reject()


def test_any_dialog_is_made_no_larger_than_the_screen_that_it_is_on(desktop: Desktop, window: Window) -> None:
    on_the_small_one(window)
    dialog = Dialog("Rows", "Import", window)
    dialog.body.addWidget(QLabel("Bread\n" * 200, dialog))
    dialog.resize(3000, 2000)
    dialog.open()
    assert dialog.width() <= room().width() and in_sight(dialog.done_button)
    dialog.reject()


def test_a_window_remembered_from_a_larger_screen_keeps_its_foot_in_sight_on_every_page(
    qapp: QApplication, french: Home, settle: Settle
) -> None:
    """In French the exchanges asked for 654 of 640 when they were first shown, and the window stayed so high."""
    before = Desktop(qapp, french)
    on_the_small_one(before.open(), 1280, 800)  # as the resolution was
    before.close()
    before.aside.close()
    desktop = Desktop(qapp, french)
    window = desktop.open()
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        assert in_sight(window.bar), name
    desktop.close()
    desktop.aside.close()


def test_another_circle_is_begun_on_the_screen_that_the_window_is_on(desktop: Desktop, window: Window) -> None:
    on_the_small_one(window)
    first = desktop.begin("new")
    assert room().contains(QRect(first.mapToGlobal(QPoint()), first.size())) and in_sight(first.on)


def test_with_large_text_the_month_shows_today_and_that_there_is_more(
    desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    desktop.theme.choose("light", 200)
    try:
        window = desktop.open(page="meetups")
        window.resize(1280, 770)
        settle(desktop)
        page = window.pages["meetups"]
        assert isinstance(page, MeetupsPage)
        area = page.desk._area
        assert area is not None and area.verticalScrollBar().maximum() > 0

        def seen() -> QRect:
            table = page.table
            place = table.visualRect(table.currentIndex())
            return QRect(table.viewport().mapTo(area.viewport(), place.topLeft()), place.size())

        qtbot.waitUntil(lambda: area.viewport().rect().contains(seen()))
        window.activateWindow()
        page.table.setFocus()
        for key, weeks in ((Qt.Key.Key_Up, 4), (Qt.Key.Key_Down, 4)):
            for _ in range(weeks):
                QTest.keyClick(page.table, key)
                assert area.viewport().rect().contains(seen()), "it goes along with the keyboard"
        bar = area._bar
        at = QRect(bar.mapTo(window, QPoint()), bar.size())
        assert bar.isVisible() and window.rect().contains(at) and bar.visibleRegion().boundingRect().width() > 3
    finally:
        desktop.theme.choose("light", 100)


@pytest.mark.parametrize(("wide", "high"), [(1280, 770), (1024, 640), (800, 600)])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_with_large_text_the_names_of_the_days_stand_whole_above_the_month(
    qapp: QApplication,
    home: Home,
    desktop: Desktop,
    settle: Settle,
    language: str,
    mirrored: bool,
    wide: int,
    high: int,
) -> None:
    home.set_setting("language", language)
    speak(qapp, language)
    desktop.theme.choose("light", 200)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    try:
        window = desktop.open(page="meetups")
        window.resize(wide, high)
        settle(desktop)
        page = window.pages["meetups"]
        assert isinstance(page, MeetupsPage) and page.desk._area is not None
        names, area, bar = (
            page.table.horizontalHeader(),
            page.desk._area.viewport(),
            page.desk._area.verticalScrollBar(),
        )
        said = [
            str(page.model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)) for at in range(7)
        ]
        assert len({*said}) > 3 and max(map(names.fontMetrics().horizontalAdvance, said)) < names.sectionSize(0)
        pictures = []
        for share in range(7):
            bar.setValue(bar.maximum() * share // 6)
            page.table.doItemsLayout()  # which puts them at the top of the table
            QApplication.processEvents()
            at = QRect(names.mapTo(area, QPoint()), names.size())
            table = QRect(page.table.mapTo(area, QPoint()), page.table.size())
            assert table.contains(at) and at.top() == min(table.bottom() + 1 - at.height(), max(0, table.top())), share
            if share > 3:  # with what is beside the days they may go out of view
                continue
            assert names.visibleRegion().boundingRect().height() == names.height()
            inside = at.adjusted(12, 0, -12, 0)  # the corners above are round
            pictures.append(window.grab(QRect(area.mapTo(window, inside.topLeft()), inside.size())).toImage())
            assert pictures[-1] == pictures[0], "nothing of the days shows through"
        bar.setValue(0)
        page.desk.bring("again")
        day = page.table.visualRect(page.table.currentIndex())
        top = page.table.viewport().mapTo(area, day.topLeft()).y()
        assert names.mapTo(area, names.rect().bottomLeft()).y() < top < area.height(), "they hide nothing of today"
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        desktop.theme.choose("light", 100)
        speak(qapp, "en")


@pytest.mark.parametrize(("wide", "high"), [(1024, 640), (800, 600)])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_with_large_text_the_foot_keeps_to_a_line_and_tells_the_rest_when_pointed_at(
    qapp: QApplication, home: Home, desktop: Desktop, settle: Settle, qtbot: QtBot, language: str, wide: int, high: int
) -> None:
    home.set_setting("language", language)
    speak(qapp, language)
    desktop.theme.choose("light", 200)
    try:
        window = desktop.open()
        window.resize(wide, high)
        settle(desktop)
        state = window.sharing
        state.known, state.hub, state.waiting = True, "hub", 1234
        state.problem = Unreachable("hub_silent", "The hub does not answer ({reason}).", reason="timed out")
        window.bar.tell()
        QApplication.processEvents()
        told, waits = window.bar.sentence, window.bar.waiting
        qtbot.waitUntil(lambda: window.bar.rect().contains(window.bar.share.geometry()))
        line = told.fontMetrics().lineSpacing()
        assert line <= told.height() and window.bar.height() < 2 * line
        for each in (told, waits):
            assert each.text() == each.accessibleName() and each.toolTip() in ("", each.text())
            assert each.fontMetrics().horizontalAdvance(QLabel.text(each)) <= each.width()
        assert told.toolTip() == told.text(), "what is cut is told when pointed at"
    finally:
        desktop.theme.choose("light", 100)
        speak(qapp, "en")


def test_a_page_that_is_seen_for_the_first_time_makes_no_window_higher(
    qapp: QApplication, french: Home, desktop: Desktop, settle: Settle
) -> None:
    """Its buttons were measured below each other, as long as it had no width."""
    speak(qapp, "fr")
    window = desktop.open()
    settle(desktop)
    window.resize(1024, 640)
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        assert window.height() == 640, name


def test_where_nobody_is_found_in_the_hall_a_guest_can_be_written_down(
    desktop: Desktop, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    for title in ("Repair café", "Baking", "Singing"):
        other.meetups.plan(title, f"{other.desk.today()}T00:05", 1430)
    desktop.open()
    settle(desktop)
    hall = desktop.enter_hall()
    assert hall is not None
    hall.showNormal()
    hall.resize(1024, 640)
    hall.go("came")
    settle(desktop)
    hall.came.people.letters.setText("qqq")
    guest = next(each for each in hall.came.findChildren(QPushButton) if each.text().startswith("Somebody"))
    seen = hall._area.viewport()

    def whole() -> bool:
        return seen.rect().contains(QRect(guest.mapTo(seen, QPoint()), guest.size()))

    qtbot.waitUntil(whole)
    assert hall.came.people.letters.hasFocus() and not hall.came.people.list.isVisible()
    hall.came.people.letters.clear()
    assert hall.came.people.list.isVisible()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("wide", "high", "text", "rows"),
    [(1024, 640, 100, 7), (1270, 750, 100, 3), (1024, 640, 200, 2), (1270, 750, 200, 4)],
)
def test_the_lists_of_exchanges_have_a_bar_each_and_their_buttons_in_sight(
    home: Home, desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication,
    language: str, wide: int, high: int, text: int, rows: int,
) -> None:  # fmt: skip
    """The page scrolled, and each of its lists: of two bars for one list, nobody knows which to take."""
    ids = add_people(other, [f"Person {number}" for number in range(20)])
    for number in range(20):
        for kind in ("offer", "request"):
            other.records.add(kind, {"title": f"Bread {number}", "member": ids[number]})
    swaps = [other.swaps.record(giver, receiver, 60, "Bread", proposed=True)[0] for giver, receiver in pairwise(ids)]
    home.set_setting("language", language)
    speak(qapp, language)
    desktop.theme.choose("light", text)
    try:
        window = desktop.open(page="exchanges")
        window.resize(wide, high)
        settle(desktop)
        page = window.page
        assert isinstance(page, ExchangesPage) and (window.width(), window.height()) == (wide, high)
        lists = [*page.listings.items(), ("swap", page.swaps)]
        for name, held in lists:
            page.lists.show_list(name)
            settle(desktop)
            qapp.processEvents()
            table, area = held.table, held.findChild(Scrolled)
            assert table.isVisible() and area is None, name
            assert table.viewport().height() >= rows * table.verticalHeader().defaultSectionSize(), name
        page.show_record("swap", swaps[5])
        settle(desktop)
        qapp.processEvents()
        assert page.swaps.table.current_id() == swaps[5]
        assert page.lists.area.verticalScrollBar().maximum() == 0, "the page scrolls, too"
        assert len([each for each in page.findChildren(QScrollBar) if each.isVisible()]) <= 3
        turns = [page.swaps.more] if page.swaps.more.isVisible() else list(page.swaps.turns.values())
        for each in turns:
            assert each.isVisible() and page.rect().contains(QRect(each.mapTo(page, QPoint()), each.size()))
        assert page.swaps.turns["confirm"].text() in words_in(page.swaps.menu())
    finally:
        desktop.theme.choose("light", 100)
        speak(qapp, "en")


def test_a_tab_turns_to_another_list_by_keys_and_is_remembered(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot
) -> None:
    giver, receiver = add_people(other, ["Amina Haddad", "Bo Ek"])
    offer, _ = other.records.add("offer", {"title": "Bread", "member": giver})
    swap, _ = other.swaps.record(giver, receiver, 60, "Bread")
    window.resize(1024, 640)
    window.show_page("exchanges")
    settle(desktop)
    page = window.page
    assert isinstance(page, ExchangesPage)
    offers, swaps = page.listings["offer"], page.swaps
    assert offers.isVisible() and page.listings["request"].isVisible() and not swaps.isVisible()
    page.lists.tabs.setFocus()
    qtbot.keyClick(page.lists.tabs, Qt.Key.Key_Right)
    assert swaps.isVisible() and not offers.isVisible()
    page.search("bread")
    qtbot.waitUntil(lambda: page.lists.tabs.tabText(0) == "Offers and requests  1")
    assert page.lists.tabs.tabText(1) == "Time exchanged  1", "what is found may stand behind another tab"
    page.search("")
    qtbot.waitUntil(lambda: page.lists.tabs.tabText(0) == "Offers and requests")
    page.lists.show_list("listings")
    page.search("bo ek")
    qtbot.waitUntil(lambda: page.lists.tabs.tabText(1) == "Time exchanged  1")
    settle(desktop)
    assert {"Nothing here", "1 under “Time exchanged”."} <= words_seen(page)
    page.search("zzz")
    qtbot.waitUntil(lambda: page.lists.tabs.tabText(1) == "Time exchanged  0")
    settle(desktop)
    assert {"Nothing found", "Try fewer letters."} <= words_seen(page)
    page.search("")
    qtbot.waitUntil(lambda: page.lists.tabs.tabText(0) == "Offers and requests")
    page.choose("offer", offer)
    assert offers.isVisible() and not swaps.isVisible(), "what is shown is seen"
    window.resize(1280, 800)
    assert offers.isVisible() and swaps.isVisible() and not page.lists.tabs.isVisible()
    told = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    assert {"Offers", "Requests", "Time exchanged"} <= {*told}, "no tab says it"
    window.resize(1024, 640)
    page.show_record("swap", swap)
    again = desktop.open(page="exchanges")
    again.resize(1024, 640)
    settle(desktop)
    assert isinstance(again.page, ExchangesPage) and again.page.swaps.isVisible(), "as somebody turned to it"


def test_the_cards_of_community_stand_below_each_other_where_there_is_little_room(
    desktop: Desktop, window: Window, settle: Settle
) -> None:
    window.show_page("community")
    settle(desktop)
    page = window.page
    assert isinstance(page, CommunityPage)
    cards = (page.charter, page.places, page.sectors, page.around)
    for wide in (800, 1_280, 800):
        window.resize(wide, 600)
        settle(desktop)
        lefts = {each.mapTo(page, QPoint()).x() for each in cards}
        assert len(lefts) == (1 if wide == 800 else 2)
        assert page.charter.width() > 480 and window.width() == wide


def test_settings_stand_in_two_columns_where_there_is_room(
    desktop: Desktop, window: Window, settle: Settle, qapp: QApplication
) -> None:
    """They filled half of the page, and the rest of them lay below the edge."""
    window.show_page("settings")
    settle(desktop)
    page = window.page
    assert isinstance(page, SettingsPage)
    for wide in (1_024, 1_280, 800):
        window.resize(wide, 800)
        settle(desktop)
        qapp.processEvents()
        lock, safety = (each.mapTo(page, QPoint()) for each in (page.lock, page.safety))
        assert (safety.x() > lock.x(), safety.y() < lock.y()) == ((True, True) if wide == 1_280 else (False, False))
        assert window.width() == wide


@pytest.mark.parametrize(("wide", "high"), [(1270, 750), (1276, 760), (1366, 700)])
def test_on_a_usual_laptop_the_tables_scroll_and_the_page_does_not(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, qtbot: QtBot, wide: int, high: int
) -> None:
    """The last buttons of the exchanges were cut in two, and the places ended in the middle of a row."""
    add_people(other, [f"Person {number}" for number in range(20)])
    other.records.add_many("place", [{"name": f"Hall {number}"} for number in range(20)], label="Add places")
    window.resize(wide, high)
    for name in ("exchanges", "community"):
        window.show_page(name)
        settle(desktop)
        areas = window.page.findChildren(Scrolled)
        qtbot.waitUntil(lambda areas=areas: [each.verticalScrollBar().maximum() for each in areas] == [0])
    exchanges, community = window.pages["exchanges"], window.pages["community"]
    assert isinstance(exchanges, ExchangesPage) and isinstance(community, CommunityPage)
    if community.charter.isVisible():
        assert community.charter.height() >= community.charter.minimumSizeHint().height(), "its fields are cut"
    for each in exchanges.swaps.turns.values():
        assert exchanges.rect().contains(QRect(each.mapTo(exchanges, QPoint()), each.size()))


def test_tab_comes_to_what_turns_the_lists_before_it_comes_to_them(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot
) -> None:
    on_the_small_one(window)
    window.show_page("exchanges")
    settle(desktop)
    page = window.pages["exchanges"]
    assert isinstance(page, ExchangesPage) and page.lists.tabs.isVisible()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.field.edit.setFocus()
    stops = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert page.lists.tabs in stops[:2] and any(page.lists.isAncestorOf(each) for each in stops[2:])
