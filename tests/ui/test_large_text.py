"""With text of twice the usual size at 1024x640: what matters is read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from learningcircles.errors import Locked, Refused, Unreachable
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.parts.layouts import Scrolled
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]
FULL = Refused("disk_full", "The disk is full.")
AWAY = Unreachable("hub_unreachable", "The hub does not answer. It is tried again by itself.")
BUSY = Locked("busy", "Another program is using this circle at the moment. Try again.")


@pytest.fixture(params=["en", "fr", "es"])
def large(
    request: pytest.FixtureRequest, qapp: QApplication, home: Home, desktop: Desktop, settle: Settle
) -> Iterator[Window]:
    home.set_setting("language", request.param)
    desktop.settings.choose("language", request.param)
    desktop.settings.choose("text_size", 200)
    window = desktop.open()
    window.resize(1024, 640)
    settle(desktop)
    yield window
    desktop.theme.choose("light", 100)
    speak(qapp, "en")


@pytest.mark.parametrize("waiting", [0, 12])
@pytest.mark.parametrize("hub", [None, "hub"])
def test_the_foot_says_whole_whether_what_is_typed_is_kept(large: Window, hub: str | None, waiting: int) -> None:
    bar, state = large.bar, large.sharing
    state.known, state.hub, state.waiting = True, hub, waiting
    for typed, why in ((True, None), (False, FULL), (True, BUSY)):
        bar.note_typed("form", typed)
        bar.note_unkept(why)
        QApplication.processEvents()
        shown = QLabel.text(bar.sentence)
        assert shown and not shown.endswith("…"), shown
        assert bar.sentence.toolTip() == (bar.sentence.text() if shown != bar.sentence.text() else "")


@pytest.mark.parametrize("wide", [0, 1024, 1280])
@pytest.mark.parametrize("writes", [True, False])
def test_the_foot_says_whole_how_things_stand(large: Window, writes: bool, wide: int) -> None:
    bar, state = large.bar, large.sharing
    bar._writes, state.known = writes, True
    begun = {"hub": "hub", "beside": 0, "problem": None, "last_shared_ms": None, "told_out": "", "under_way": False}
    seen = set()
    for otherwise in (
        {}, {"hub": None}, {"hub": None, "beside": 2}, {"last_shared_ms": 1}, {"under_way": True}, {"told_out": "x"},
        {"problem": AWAY},
    ):  # fmt: skip
        for state.waiting in (0, 12, 523):
            for name, value in (begun | otherwise).items():
                setattr(state, name, value)
            bar.tell()
            QApplication.processEvents()
            assert large.minimumSizeHint().width() <= 1024, "smaller screens have room for it"
            large.resize(wide or large.minimumSizeHint().width(), 640)
            QApplication.processEvents()
            for each in (bar.sentence, bar.waiting):
                shown = QLabel.text(each)
                assert each.isHidden() or not shown.endswith("…") or each.text().endswith(shown), shown
                assert each.toolTip() == (each.text() if shown != each.text() else "")
                seen.add(shown)
    assert len(seen) > 5


def test_each_way_to_share_has_room_to_be_read(large: Window, desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    large.show_page("share")
    settle(desktop)
    page = large.page
    assert isinstance(page, SharePage)
    (area,) = (each for each in page.findChildren(Scrolled) if each.isAncestorOf(page.stick.card))
    qtbot.waitUntil(lambda: area.viewport().height() >= page.stick.card.height())
    for each in (page._look, page._shut, page._leave, page.aside.invitations):
        assert area.isAncestorOf(each) and each.isVisibleTo(area)
        area.ensureWidgetVisible(each)
        assert area.viewport().rect().contains(QRect(each.mapTo(area.viewport(), QPoint()), each.size()))


def test_a_window_that_grows_has_the_buttons_above_again(
    window: Window, desktop: Desktop, settle: Settle, qtbot: QtBot
) -> None:
    window.show_page("share")
    page = window.page
    assert isinstance(page, SharePage)
    for wide, above in ((1280, True), (700, False), (1280, True)):
        window.resize(wide, 800)
        settle(desktop)
        qtbot.waitUntil(lambda above=above: page.header.isAncestorOf(page._look) is above)
        assert page.header.isAncestorOf(page._shut) is above
        for each in (page._look, page._shut, page._leave):
            assert each.isVisible()
            assert not above or page.rect().contains(QRect(each.mapTo(page, QPoint()), each.size()))
