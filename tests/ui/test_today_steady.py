"""What is painted of Today while its cards are made anew: never squeezed ones, nor none."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.today import TodayPage
from learningcircles_ui.window import Window
from tests.ui.conftest import CIRCLE, add_people

Settle = Callable[[Desktop], None]


class Frames(QObject):
    """What is amiss in each picture that is painted of a page's cards."""

    def __init__(self, page: TodayPage) -> None:
        super().__init__(page)
        area = page.findChild(QScrollArea)
        assert area is not None
        self._inside = area.widget()
        self.painted, self.amiss = 0, list[str]()
        page.window().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What has its place when the window asks for a picture is what is painted."""
        if event.type() == QEvent.Type.UpdateRequest and self._inside.isVisible():
            self.painted += 1
            self.amiss += self._look()
        return False

    def _look(self) -> list[str]:
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
