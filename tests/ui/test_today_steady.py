"""What is painted of Today while its cards are made anew: never squeezed ones, nor none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.rows import read_news
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.window import Window
from tests.ui.conftest import CIRCLE, add_people
from tests.ui.late import reading_held

Settle = Callable[[Desktop], None]


class Frames(QObject):
    """What is amiss in each picture that is painted of a page's cards."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        self._inside = page._inside
        self.painted, self.amiss = 0, list[str]()
        page.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has its place when the window asks for a picture is what is painted."""
        if event.type() == QEvent.Type.UpdateRequest and self._inside.isVisible():
            self.painted += 1
            self.amiss += self.look()
        return False

    def look(self) -> list[str]:
        """Return which cards are squeezed now."""
        frames = self._inside.findChildren(QFrame)
        cards = [each for each in frames if each.property("kind") == "card" and each.isVisible()]
        if not cards:
            return ["nothing"]
        return [f"{each.height()} of {needs(each)}" for each in cards if each.height() < needs(each)]


def needs(card: QWidget) -> int:
    layout = card.layout()
    assert layout is not None
    return layout.totalMinimumHeightForWidth(card.width())


def test_cards_are_not_seen_before_they_have_their_place(desktop: Desktop, home: Home, settle: Settle) -> None:
    for name in (CIRCLE, "Mill Lane"):
        if name != CIRCLE:
            found(home, name, "Odile", "This laptop").close()
        with closing(open_circle(home, name)) as circle:
            verbs = Verbs(circle)
            start = f"{verbs.desk.today()}T23:59"
            ids = add_people(verbs, ["Amina", "Bo"])
            for number in range(12):
                verbs.swaps.record(ids[0], ids[1], 30, f"Bread {number}", proposed=True)
            for number in range(8):
                verbs.meetups.plan(f"Café {number}", start, 60)
    window: Window = desktop.open(home.find(CIRCLE).path)
    window.resize(1270, 720)
    settle(desktop)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    window.show_page("today")
    settle(desktop)
    frames = Frames(page)
    page.every.click()
    settle(desktop)
    window.show_page("people")
    settle(desktop)
    window.show_page("today")
    settle(desktop)
    assert frames.painted and frames.amiss == []


def test_cards_have_their_place_as_soon_as_they_are_made(desktop: Desktop, other: Verbs, settle: Settle) -> None:
    """What was asked of the window before must not be painted of them squeezed: the screen says when."""
    window = desktop.open(page="today")
    window.resize(1270, 720)
    settle(desktop)
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    ids = add_people(other, ["Amina", "Bo"])
    for number in range(12):
        other.swaps.record(ids[0], ids[1], 30, f"Bread {number}", proposed=True)
        other.meetups.plan(f"Café {number}", f"{other.desk.today()}T23:59", 60)
    page._show_news(read_news(other.reader))
    assert Frames(page).look() == []


class Painted(QObject):
    """What stands on Today whenever it is really painted: how many cards, and what its empty states say."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        page = window.pages["today"]
        assert isinstance(page, TodayPage)
        self._inside = page._inside
        self.seen: list[list[str]] = []
        self.cards: list[int] = []
        self._inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            cards = [each for each in self._inside.findChildren(QFrame) if each.property("kind") == "card"]
            shown = [each for each in cards if each.isVisible() and each.height() >= needs(each)]
            self.seen.append([each.heading.text() for card in shown for each in card.findChildren(EmptyState)])
            self.cards.append(len(shown))
        return False


def test_today_is_not_painted_before_it_knows_what_to_show(
    desktop: Desktop, home: Home, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    """In a window made anew, as for another language, it stood empty for most of a second, then without others."""
    ids = add_people(other, ["Amina", "Bo"])
    other.swaps.record(ids[0], ids[1], 30, "Bread", proposed=True)
    found(home, "Mill Lane", "Odile", "This laptop").close()
    with closing(open_circle(home, "Mill Lane")) as circle:
        verbs = Verbs(circle)
        ids = add_people(verbs, ["Cem", "Dora"])
        verbs.swaps.dispute(verbs.swaps.record(ids[0], ids[1], 30, "Bread")[0])
    desktop.settings.choose("every_circle", "yes")
    window = desktop.open(home.find(CIRCLE).path, page="settings")
    settle(desktop)
    watched = Painted(window)
    with reading_held(desktop):
        window.show_page("today")
        for _ in range(5):
            qapp.processEvents()
        assert watched.seen == [] and window.page.name == "today"
    settle(desktop)
    qapp.processEvents()
    assert watched.seen and {*map(tuple, watched.seen)} == {("No meetup within a week",)}
    assert {*watched.cards} == {3}, "what waits elsewhere comes with what waits here"


def test_who_was_brought_by_a_stick_is_not_welcomed_with_an_empty_circle(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    window = desktop.open()
    settle(desktop)
    window.show_page("share")
    settle(desktop)
    watched = Painted(window)
    add_people(other, [f"Person {number}" for number in range(10)])
    window.shell.signals.changed.emit(Changes())
    settle(desktop)
    with reading_held(desktop):
        window.show_page("today")
        for _ in range(5):
            qapp.processEvents()
    settle(desktop)
    qapp.processEvents()
    assert watched.seen and "Welcome" not in {words for seen in watched.seen for words in seen}


def test_a_page_that_takes_long_is_shown_at_last(
    desktop: Desktop, settle: Settle, qapp: QApplication, qtbot: QtBot
) -> None:
    window = desktop.open(page="settings")
    settle(desktop)
    with reading_held(desktop):
        window.show_page("today")
        assert not window.stack.updatesEnabled()
        window.show_page("people")
        assert window.stack.updatesEnabled(), "what is known is shown at once"
        window.show_page("settings")
        window.show_page("today")
        qtbot.waitUntil(window.stack.updatesEnabled, timeout=5_000)
    settle(desktop)


def test_a_click_on_the_picture_of_the_page_before_is_none_on_the_next(
    desktop: Desktop, other: Verbs, settle: Settle, qapp: QApplication
) -> None:
    add_people(other, ["Amina", "Bo"])
    window = desktop.open(page="today")
    settle(desktop)
    page = window.pages["today"]
    plan = next(each for each in page.findChildren(QPushButton) if each.isVisible() and each.text() == "Plan a meetup")
    at = plan.mapTo(window, plan.rect().center())
    asked: list[object] = []
    window.shell.signals.asked.connect(lambda *what: asked.append(what))
    window.show_page("settings")
    settle(desktop)
    with reading_held(desktop):
        window.show_page("today")
        assert not window.stack.updatesEnabled()
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
        assert asked == []
    settle(desktop)
    qapp.processEvents()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert asked == [("meetups", ("plan", None))]
