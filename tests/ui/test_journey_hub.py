"""What a steward's hub is there for, from end to end: two circles on real windows, its real program, its real pages."""

from __future__ import annotations

import html
import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles_sync.dial import over_http
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.community.around import CircleAround
from learningcircles_ui.pages.community.page import CommunityPage
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.share.page import JoinHub
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.shown import WEB
from learningcircles_ui.window import Window
from tests.cli.outside import HUB, hub
from tests.ui.conftest import CIRCLE, home_in

Settle = Callable[[Desktop], None]


@pytest.fixture
def pair(qapp: QApplication, home: Home, tmp_path: Path) -> Iterator[tuple[Desktop, Desktop]]:
    """The laptops of two circles that know nothing of each other."""
    second = home_in(tmp_path / "second")
    found(second, "Mill Lane", "Odile", "Odile’s laptop").close()
    made = (Desktop(qapp, home, transports=over_http), Desktop(qapp, second, transports=over_http))
    yield made
    for each in made:
        each.close()
        each.aside.close()


def join(window: Window, code: str, url: str, qtbot: QtBot) -> None:
    """Type a steward's code into the window."""
    window.show_page("share")
    press(window, "Join a hub…", qtbot)
    dialog = window.page.findChild(JoinHub)
    assert isinstance(dialog, JoinHub)
    qtbot.keyClicks(dialog.line, code)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.sharing.hub == url and not window.sharing.under_way, timeout=30_000)


def share(window: Window, qtbot: QtBot) -> None:
    window.sharing.now()
    sharing = window.sharing
    qtbot.waitUntil(lambda: not sharing.under_way and sharing.waiting == 0, timeout=30_000)
    assert sharing.problem is None


def press(window: Window, words: str, qtbot: QtBot) -> None:
    def there() -> list[QPushButton]:
        buttons = window.page.findChildren(QPushButton)
        return [each for each in buttons if words in (each.accessibleName() or each.text()) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(there()), timeout=30_000)
    there()[0].click()


def publish(desktop: Desktop, window: Window, title: str, qtbot: QtBot, settle: Settle) -> None:
    """Offer something to everybody, in the form."""
    window.show_page("exchanges")
    page = window.page
    assert isinstance(page, ExchangesPage)
    page.listings["offer"].add()
    form = QApplication.activeModalWidget()
    assert isinstance(form, ListingForm)
    line, reach = form.form.edit("title").control, form.form.edit("reach").control
    assert isinstance(reach, Choice)
    qtbot.keyClicks(line, title)
    reach.setCurrentIndex(reach.findData(WEB))
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle(desktop)
    share(window, qtbot)


def read(url: str, fields: dict[str, str] | None = None) -> tuple[str, str]:
    """Open a page of the hub, or send its form; return where that led and what is there."""
    sent = urlencode(fields).encode() if fields else None
    with urlopen(Request(url, sent, {"Accept-Language": "en"}), timeout=30) as answer:
        return str(answer.url), answer.read().decode()


def answered(url: str, title: str, qtbot: QtBot) -> str:
    """Answer an offer as whoever finds it on the hub's page; return the private link."""
    found: list[str] = []

    def shown() -> bool:
        page = read(url + "/offers")[1]
        found[:] = re.findall(r'href="([^"]*/items/[^"]*/answer[^"]*)"', page)
        return title in page and bool(found)

    qtbot.waitUntil(shown, timeout=30_000)
    form = url + html.unescape(found[0])
    assert title in read(form)[1]
    link, said = read(form, {"name": "Nina", "contact": "nina@example.org", "words": "Mine squeaks."})
    assert "waits for the circle" in said
    return link


def test_two_circles_join_a_hub_and_somebody_answers_what_one_of_them_offers(
    pair: tuple[Desktop, Desktop], qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        url = said["url"]
        more = subprocess.run(
            [*HUB, "code", "--data", tmp_path / "hub", "--json"], capture_output=True, check=True, timeout=60
        )
        first, second = (desktop.open() for desktop in pair)
        for desktop in pair:
            settle(desktop)
        join(first, said["code"], url, qtbot)
        join(second, json.loads(more.stdout)["code"], url, qtbot)

        publish(pair[0], first, "Bicycle repair", qtbot, settle)
        share(second, qtbot)
        second.show_page("community")
        page = second.page
        assert isinstance(page, CommunityPage)
        qtbot.waitUntil(lambda: page.around.model.rowCount() == 1, timeout=30_000)
        assert page.around.model.index(0, 0).data() == CIRCLE
        page.around.table.go_to(0)
        qtbot.keyClick(page.around.table, Qt.Key.Key_Return)
        settle(pair[1])
        shown = page.around.findChild(CircleAround)
        assert isinstance(shown, CircleAround) and shown.model.index(0).data() == "Bicycle repair"
        shown.accept()

        link = answered(url, "Bicycle repair", qtbot)
        share(first, qtbot)
        first.show_page("today")
        press(first, "Accept: Nina", qtbot)
        settle(pair[0])
        share(first, qtbot)
        qtbot.waitUntil(lambda: "says yes" in read(link)[1], timeout=30_000)
