"""The window of a laptop that has just joined a large circle: open at once, in use, telling what still comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home
from learningcircles.surroundings import real
from learningcircles.trust.invitation import HubCode
from learningcircles_sync import doors, talking
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.line import Transport
from learningcircles_sync.protocol import SYNC_PATH
from learningcircles_sync.serve import Answer, Identity, Receiver
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_run import FirstRun
from tests.ui.conftest import CIRCLE, home_in
from tests.ui.late import PATIENCE

Settle = Callable[[Desktop], None]
URL, CODE = "https://hub.example", b"one-time"
BATCHES, IN_EACH = 4, 25


class Slow:
    """A hub in this process. From the second share's page on it waits until it is let go, or breaks."""

    def __init__(self, store: SqliteStore) -> None:
        store.new_code(CODE)
        self._receiver = Receiver(store, Identity(SigningKey(b"h" * 32), "Hub", URL), real().now_ms)
        self.slow = self.broken = False
        self.pages = 0
        self.let_go = Event()

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        self.pages += path == SYNC_PATH
        if self.slow and path == SYNC_PATH and self.pages > 1:
            self.let_go.wait(PATIENCE)
        if self.broken:
            raise Unreachable("line_broke", "The line to the hub at {url} broke in the middle of its answer.", url=URL)
        return self._receiver.answer(method, path, body)

    def reach(self, url: str, fingerprint: bytes | None) -> Transport:
        return Direct(self.answer)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Slow]:
    store = SqliteStore(tmp_path / "hub.sqlite", real().now_ms)
    made = Slow(store)
    yield made
    made.let_go.set()
    store.close()


@pytest.fixture
def invitation(home: Home, hub: Slow) -> str:
    """An invitation into a circle that takes several pages."""
    world = real()
    circle = open_circle(home, surroundings=world)
    engine = Engine(home, Verbs(circle), world, hub.reach)
    engine.admit(HubCode(URL, None, CODE).text())
    for number in range(BATCHES):
        with circle.together():
            for each in range(IN_EACH):
                fields = {"name": f"Member {number}-{each}", "notes": world.random(1_900).hex()}
                engine.verbs.records.add("member", fields)
        engine.share()
    text = doors.invite(engine, "recorder").invitation.text()
    circle.close()
    hub.pages, hub.slow = 0, True
    return text


@pytest.fixture
def joiner(qapp: QApplication, tmp_path: Path, hub: Slow) -> Iterator[Desktop]:
    made = Desktop(qapp, home_in(tmp_path / "joiner"), transports=hub.reach)
    yield made
    hub.let_go.set()
    made.close()
    made.aside.close()


def begin(desktop: Desktop, invitation: str) -> FirstRun:
    first = desktop.begin("join")
    first.names.invitation.setText(invitation)
    first.names.person.setText("Jo")
    first.names.device.setText("Jo’s laptop")
    first.forward()
    first.forward()
    return first


def members(desktop: Desktop, qtbot: QtBot) -> int:
    """Return how many members can be read now."""
    got: list[int] = []
    assert desktop.tasks is not None
    desktop.tasks.query(lambda reader: len(reader.list("member")), got.append)
    qtbot.waitUntil(lambda: bool(got))
    return got[0]


def test_the_window_opens_at_once_and_tells_how_much_has_come(
    qtbot: QtBot, joiner: Desktop, invitation: str, hub: Slow
) -> None:
    first = begin(joiner, invitation)
    assert first.moment.isVisibleTo(first) and first.wrong.text() == "", "waiting is no mistake"
    qtbot.waitUntil(lambda: joiner.window is not None)
    window = joiner.window
    assert window is not None and window.shell.file.name == CIRCLE
    qtbot.waitUntil(lambda: hub.pages > 1 and "Fetching what the circle wrote" in window.bar.sentence.text())
    assert IN_EACH <= members(joiner, qtbot) < BATCHES * IN_EACH, "what has come is there to be used"
    hub.let_go.set()
    qtbot.waitUntil(lambda: not window.sharing.under_way and window.sharing.coming.parcels is None)
    assert window.sharing.problem is None and "Shared with the regional hub" in window.bar.sentence.text()
    assert members(joiner, qtbot) > BATCHES * IN_EACH


def test_the_first_share_of_much_tells_how_much_has_gone_and_the_window_is_in_use_meanwhile(
    qapp: QApplication, qtbot: QtBot, home: Home, hub: Slow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(talking, "PAGE_BYTES", 20_000)
    world = real()
    circle = open_circle(home, surroundings=world)
    engine = Engine(home, Verbs(circle), world, hub.reach)
    engine.admit(HubCode(URL, None, CODE).text())
    for number in range(BATCHES):
        rows = [{"name": f"Member {number}-{each}", "notes": world.random(1_900).hex()} for each in range(IN_EACH)]
        engine.verbs.records.add_many("member", rows, label="Many")
    circle.close()
    hub.pages, hub.slow = 0, True
    desktop = Desktop(qapp, home, transports=hub.reach)
    window = desktop.open()
    window.sharing.now()
    qtbot.waitUntil(lambda: "Sharing what is new here: " in window.bar.sentence.text())
    given = window.sharing.coming.given
    assert given is not None and 0 < given[0] < given[1]
    assert members(desktop, qtbot) > BATCHES * IN_EACH
    added: list[object] = []
    window.shell.do(lambda verbs: verbs.records.add("member", {"name": "Meanwhile"}), then=added.append)
    qtbot.waitUntil(lambda: bool(added))
    assert window.sharing.under_way, "nobody waits for the hub"
    hub.let_go.set()
    qtbot.waitUntil(lambda: not window.sharing.under_way)
    assert window.sharing.coming.given is None and window.sharing.problem is None
    assert "Sharing what is new here" not in window.bar.sentence.text()
    desktop.close()
    desktop.aside.close()


def test_a_line_that_breaks_is_told_and_the_rest_comes_with_the_next_share(
    qtbot: QtBot, joiner: Desktop, invitation: str, hub: Slow
) -> None:
    begin(joiner, invitation)
    qtbot.waitUntil(lambda: hub.pages > 1)
    hub.broken = True
    hub.let_go.set()
    window = joiner.window
    assert window is not None
    qtbot.waitUntil(lambda: window.sharing.problem is not None)
    told = window.bar.sentence.text()
    assert "broke in the middle" in told and "parcels of this circle have come" in told
    hub.broken = False
    window.sharing.now()
    qtbot.waitUntil(lambda: not window.sharing.under_way and window.sharing.coming.parcels is None)
    assert members(joiner, qtbot) > BATCHES * IN_EACH
