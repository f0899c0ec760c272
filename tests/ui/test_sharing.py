"""Sharing by itself, on the button and after a hub was away; the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.line import Transport
from learningcircles_sync.serve import Answer, Identity, Receiver
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people import PeoplePage
from learningcircles_ui.parts.sync_bar import saved_sentence, waiting_sentence
from learningcircles_ui.starting import Beginning, Starter
from learningcircles_ui.window import Window
from tests.ui.conftest import CIRCLE, home_in

Settle = Callable[[Desktop], None]
URL = "https://hub.example"
CODE = b"one-time"


@dataclass
class Hub:
    """A real hub in this process, on its SQLite store; `up` is whether the network reaches it."""

    store: SqliteStore
    now_ms: Callable[[], int]
    up: bool = True
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store.new_code(CODE)
        self._receiver = Receiver(self.store, Identity(SigningKey(b"h" * 32), "Hub", URL), self.now_ms)

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        if not self.up:
            raise Unreachable("no_answer", "The hub at {url} does not answer.", url=URL)
        self.asked.append(path)
        return self._receiver.answer(method, path, body)

    def reach(self, url: str, fingerprint: bytes | None) -> Transport:
        return Direct(self.answer)


@pytest.fixture
def clock() -> list[int]:
    """Milliseconds to be added to the time: tests move it."""
    return [0]


@pytest.fixture
def world(clock: list[int]) -> Surroundings:
    now = real()
    return Surroundings(lambda: now.now_ms() + clock[0], now.random, now.seal)


@pytest.fixture
def hub(tmp_path: Path, world: Surroundings, home: Home) -> Iterator[Hub]:
    """A hub that the circle has joined."""
    store = SqliteStore(tmp_path / "hub.sqlite", world.now_ms)
    made = Hub(store, world.now_ms)
    circle = open_circle(home, surroundings=world)
    Engine(home, Verbs(circle), world, made.reach).admit(HubCode(URL, None, CODE).text())
    circle.close()
    yield made
    store.close()


@pytest.fixture
def desktop(qapp: QApplication, home: Home, hub: Hub, world: Surroundings) -> Iterator[Desktop]:
    made = Desktop(qapp, home, world, hub.reach)
    yield made
    made.close()
    made.aside.close()


def add(window: Window, name: str) -> None:
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": name}))


def test_a_write_is_shared_by_itself_after_five_quiet_seconds(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, hub: Hub, clock: list[int]
) -> None:
    settle(desktop)
    sharing = window.sharing
    qtbot.waitUntil(lambda: sharing.hub == URL)
    add(window, "Amina")
    settle(desktop)
    qtbot.waitUntil(lambda: sharing.waiting == 1)
    assert waiting_sentence(sharing) == "1 change waiting to be shared"
    assert 0 < sharing._due.remainingTime() <= 5_500
    clock[0] += 5_100
    sharing._due.timeout.emit()
    qtbot.waitUntil(lambda: sharing.waiting == 0 and not sharing.under_way)
    assert saved_sentence(sharing) == "All changes saved on this laptop. Shared with the regional hub just now."
    clock[0] += 12 * 60_000
    window.bar.tell()
    assert window.bar.sentence.text().endswith("Shared with the regional hub 12 minutes ago.")


def test_without_a_network_everything_goes_on_and_the_bar_says_what_waits(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, hub: Hub
) -> None:
    hub.up = False
    qtbot.waitUntil(lambda: window.sharing.hub == URL)
    window.sharing.now()
    for name in ("Amina", "Björn", "Chloé"):
        add(window, name)
    settle(desktop)
    qtbot.waitUntil(lambda: window.sharing.waiting == 3 and window.sharing.problem is not None)
    assert "does not answer" in window.bar.sentence.text()
    assert window.bar.waiting.text() == "3 changes wait for a connection"
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    settle(desktop)
    assert page.model.rowCount() == 4
    hub.up = True
    window.bar.share.click()
    qtbot.waitUntil(lambda: window.sharing.waiting == 0 and window.sharing.problem is None)
    assert not window.bar.waiting.isVisible()


def test_a_second_laptop_joins_from_its_first_run_and_both_see_each_others_work(
    qtbot: QtBot, qapp: QApplication, desktop: Desktop, window: Window, settle: Settle, hub: Hub,
    world: Surroundings, home: Home, tmp_path: Path,
) -> None:  # fmt: skip
    add(window, "Amina")
    settle(desktop)
    given: list[str] = []
    desktop.tasks.mutate(  # type: ignore[union-attr]  # the window is open
        lambda verbs: invite(verbs.circle, "recorder", hub=URL).invitation.text(), given.append
    )
    qtbot.waitUntil(lambda: bool(given))
    window.sharing.now()
    qtbot.waitUntil(lambda: not window.sharing.under_way and window.sharing.waiting == 0)

    second = home_in(tmp_path / "second")
    path = Starter(second, world, hub.reach).begin(Beginning("join", "", given[0], "", "Tomás", "Tomás’s laptop"))
    assert path.stem == CIRCLE
    other = Desktop(qapp, second, world, hub.reach)
    theirs = other.open(path)
    settle(other)
    theirs.shell.do(lambda verbs: verbs.records.add("member", {"name": "Noor"}))
    settle(other)
    theirs.sharing.now()
    qtbot.waitUntil(lambda: not theirs.sharing.under_way and theirs.sharing.waiting == 0)
    other.close()
    other.aside.close()

    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    window.sharing.now()
    names: list[str] = []

    def seen() -> bool:
        names[:] = [str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())]
        return {"Amina", "Noor"} <= set(names)

    qtbot.waitUntil(seen, timeout=10_000)
