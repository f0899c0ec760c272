"""Two desktops on one network without a hub: they find each other by themselves; pausing; quitting in the middle."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import real
from learningcircles_sync.dial import Direct, over_http
from learningcircles_sync.engine import Engine
from learningcircles_sync.joining import join_from_bundle
from learningcircles_sync.outcome import ShareState
from learningcircles_sync.serve import Answer
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.pages.share.page import SharePage
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.sync_bar import saved_sentence
from learningcircles_ui.sharing import CHOICE, METERED
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.test_sharing import Hub, add, clock, desktop, hub, world

Settle = Callable[[Desktop], None]
__all__ = ["clock", "desktop", "hub", "world"]  # fixtures


@pytest.fixture
def pair(qapp: QApplication, home: Home, tmp_path: Path) -> Iterator[tuple[Desktop, Desktop]]:
    """Two laptops of one circle, offered on this machine's own network; the second joined from a stick."""
    circle = open_circle(home)
    invitation = invite(circle).invitation
    Engine(home, Verbs(circle), real()).write_bundle(tmp_path / "stick")
    circle.close()
    second = home_in(tmp_path / "second")
    join_from_bundle(second, invitation, "Tomás", "Tomás’s laptop", tmp_path / "stick", real()).close()
    made = [Desktop(qapp, each, transports=over_http, offered=True) for each in (home, second)]
    yield made[0], made[1]
    for each in made:
        each.close()
        each.aside.close()


def test_two_desktops_find_each_other_and_share_by_themselves(
    qtbot: QtBot, pair: tuple[Desktop, Desktop], settle: Settle
) -> None:
    windows = [desktop.open() for desktop in pair]
    first, second = windows
    qtbot.waitUntil(lambda: first.sharing.beside == 1 and second.sharing.beside == 1, timeout=30_000)
    add(second, "Noor")
    first.sharing.now()
    seen: list[int] = []

    def arrived() -> bool:
        first.shell.tasks.query(lambda reader: reader.count("member"), seen.append)
        return bool(seen) and seen[-1] == 3

    qtbot.waitUntil(arrived, timeout=30_000)
    page = first.pages["share"]
    assert isinstance(page, SharePage)
    first.show_page("share")
    qtbot.waitUntil(lambda: "Tomás’s laptop" in page._near.text(), timeout=10_000)
    assert page._with_it.isEnabled()
    assert saved_sentence(first.sharing).endswith("Shared with Tomás’s laptop, beside this one.")
    add(first, "Written later")
    settle(pair[0])
    before = first.shell.surroundings.now_ms()
    page._with_it.click()
    qtbot.waitUntil(lambda: not first.sharing.under_way and first.sharing.waiting == 0, timeout=20_000)
    settle(pair[0])
    assert [(row.heard or 0) >= before for row in page._model.rows if not row.here] == [True], "it wrote nothing new"

    pair[1].close()
    qtbot.waitUntil(lambda: first.sharing.beside == 0, timeout=20_000)
    qtbot.waitUntil(lambda: not first.sharing.under_way)
    assert page._near.text() == "No laptop of this circle is beside this one now."
    assert not page._with_it.isEnabled()


def test_with_whom_nobody_can_share_any_more_nobody_is_offered_to(
    desktop: Desktop, window: Window, settle: Settle
) -> None:
    """The only other laptop was shut out, and announces itself all the same."""
    window.show_page("share")
    settle(desktop)
    page = window.page
    assert isinstance(page, SharePage)
    window.sharing._counted(1)
    settle(desktop)
    window.sharing._counted(1)  # after what was read meanwhile
    assert page._with_it.isEnabled()
    window.sharing._told(ShareState(0, 0, None, None, None, beside=0))
    assert not page._with_it.isEnabled()
    assert page._near.text() == "No laptop of this circle is beside this one now."


def test_who_does_not_want_to_be_found_is_not(qtbot: QtBot, pair: tuple[Desktop, Desktop], settle: Settle) -> None:
    first = pair[0].open()
    settle(pair[0])
    settings = first.pages["settings"]
    assert isinstance(settings, SettingsPage)
    choice = next(each for each in settings.findChildren(Choice) if each.findData("no") >= 0)
    choice.setCurrentIndex(choice.findData("no"))
    settle(pair[0])
    second = pair[1].open()
    settle(pair[1])
    lan: list[bool] = []
    first.shell.tasks.share(lambda engine: engine._lan is None, lan.append)
    settle(pair[0])
    assert lan == [True] and first.sharing.beside == 0 and second.sharing.beside == 0


def test_nothing_leaves_by_itself_while_it_is_paused(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, hub: Hub
) -> None:
    settle(desktop)
    sharing = window.sharing
    qtbot.waitUntil(lambda: sharing.hub is not None and not sharing.under_way)
    metered = [True]
    sharing._metered = lambda: metered[0]
    assert sharing.paused == METERED
    add(window, "Amina")
    settle(desktop)
    before = len(hub.asked)
    sharing._schedule.asked(0)
    sharing._due.timeout.emit()
    settle(desktop)
    assert len(hub.asked) == before and sharing.waiting == 1
    window.bar.tell()
    assert "mobile data" in window.bar.sentence.text()
    desktop.settings.choose("shares", "always")
    assert sharing.paused == ""
    desktop.settings.choose("shares", "asked")
    metered[0] = False
    assert sharing.paused == CHOICE
    sharing._due.timeout.emit()
    settle(desktop)
    assert len(hub.asked) == before
    window.bar.tell()
    assert "when you press the button" in window.bar.sentence.text()
    sharing.now()
    qtbot.waitUntil(lambda: sharing.waiting == 0 and not sharing.under_way)
    desktop.settings.choose("shares", "always")
    add(window, "Björn")
    settle(desktop)
    sharing._schedule.asked(0)
    sharing._due.timeout.emit()
    qtbot.waitUntil(lambda: sharing.waiting == 0 and not sharing.under_way)


def test_adding_a_record_never_waits_for_sharing(
    qtbot: QtBot, qapp: QApplication, home: Home, hub: Hub, settle: Settle
) -> None:
    asked, answered = threading.Event(), threading.Event()

    def hang(method: str, path: str, body: bytes) -> Answer:
        asked.set()
        answered.wait(120)
        raise Unreachable("no_answer", "The hub does not answer.")

    made = Desktop(qapp, home, transports=lambda url, fingerprint: Direct(hang))
    window = made.open()
    qtbot.waitUntil(lambda: window.sharing.hub is not None)
    window.sharing.now()
    qtbot.waitUntil(asked.is_set, timeout=10_000)
    kept: list[object] = []
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Amina"}), then=kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=5_000)
    assert window.sharing.under_way and not answered.is_set(), "it is kept while the hub has not answered"
    with closing(open_circle(home)) as circle:
        assert [row["name"] for row in circle.reader.list("member", where={"name": "Amina"})] == ["Amina"]
    answered.set()
    settle(made)
    made.close()
    made.aside.close()


def test_the_window_closes_at_once_while_a_hub_does_not_answer(
    qtbot: QtBot, qapp: QApplication, home: Home, hub: Hub, settle: Settle
) -> None:
    asked, never = threading.Event(), threading.Event()

    def hang(method: str, path: str, body: bytes) -> Answer:
        asked.set()
        never.wait(120)
        raise AssertionError("nobody waits for this any more")

    made = Desktop(qapp, home, transports=lambda url, fingerprint: Direct(hang))
    window = made.open()
    qtbot.waitUntil(lambda: window.sharing.hub is not None)
    window.sharing.now()
    qtbot.waitUntil(asked.is_set, timeout=10_000)
    add(window, "Written while it hangs")
    begun = time.monotonic()
    made.close()
    assert time.monotonic() - begun < 5
    made.aside.close()
    circle = open_circle(home)
    assert circle.reader.count("member", where={"name": "Written while it hangs"}) == 1
    circle.close()


def test_who_is_added_stands_in_the_list_while_a_hub_does_not_answer(
    qtbot: QtBot, qapp: QApplication, home: Home, hub: Hub
) -> None:
    asked, over = threading.Event(), threading.Event()

    def hang(method: str, path: str, body: bytes) -> Answer:
        asked.set()
        over.wait(120)
        raise Unreachable("no_answer", "It does not answer.")

    made = Desktop(qapp, home, transports=lambda url, fingerprint: Direct(hang))
    window = made.open()
    window.show_page("people")
    model = window.pages["people"].findChild(QTableView).model()
    qtbot.waitUntil(lambda: window.sharing.hub is not None)
    window.sharing.now()
    qtbot.waitUntil(asked.is_set, timeout=10_000)
    for name in ("Added meanwhile", "And another one"):
        add(window, name)
        qtbot.waitUntil(partial(_lists, model, name))
    assert window.sharing.under_way, "it hangs all that while"
    over.set()
    made.close()
    made.aside.close()


def _lists(model: QAbstractItemModel, name: str) -> bool:
    return any(model.index(row, 0).data() == name for row in range(model.rowCount()))
