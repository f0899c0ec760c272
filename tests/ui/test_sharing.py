"""Sharing by itself, on the button and after a hub was away; the window never waits for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Unreachable
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.inviting import invite
from learningcircles.laptop.lock import lock
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust.invitation import HubCode
from learningcircles_sync import doors
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.line import Transport
from learningcircles_sync.protocol import SYNC_PATH
from learningcircles_sync.serve import Answer, Identity, Receiver
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.share.page import JoinHub, SharePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.pages.today.review_words import question_sentence
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


def test_what_another_program_writes_is_shared_as_soon_as_what_the_window_writes(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs, clock: list[int]
) -> None:
    settle(desktop)
    sharing = window.sharing
    share(qtbot, window)
    clock[0] += 60_000
    assert sharing._due.remainingTime() > 600_000
    other.records.add("member", {"name": "Amina"})
    window.watch()
    qtbot.waitUntil(lambda: sharing.waiting == 1)
    assert 0 < sharing._due.remainingTime() <= 5_500
    clock[0] += 5_100
    sharing._due.timeout.emit()
    qtbot.waitUntil(lambda: sharing.waiting == 0 and not sharing.under_way)
    settle(desktop)
    assert sharing._due.remainingTime() > 600_000, "what sharing itself writes is no reason to share again"


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


def share(qtbot: QtBot, window: Window) -> None:
    window.sharing.now()
    qtbot.waitUntil(lambda: not window.sharing.under_way and window.sharing.waiting == 0, timeout=10_000)


@pytest.fixture
def second(
    qtbot: QtBot, qapp: QApplication, desktop: Desktop, window: Window, settle: Settle, hub: Hub,
    world: Surroundings, tmp_path: Path,
) -> Iterator[Desktop]:  # fmt: skip
    """Another laptop's desktop, joined by an invitation; Amina is a member on both."""
    add(window, "Amina")
    given: list[str] = []
    window.shell.tasks.mutate(lambda verbs: invite(verbs.circle, "recorder", hub=URL).invitation.text(), given.append)
    qtbot.waitUntil(lambda: bool(given))
    share(qtbot, window)
    home = home_in(tmp_path / "second")
    path = Starter(home, world, hub.reach).begin(Beginning("join", "", given[0], "", "Tomás", "Tomás’s laptop"))
    assert path.stem == CIRCLE
    made = Desktop(qapp, home, world, hub.reach)
    made.open(path)
    settle(made)
    yield made
    made.close()
    made.aside.close()


def test_a_second_laptop_joins_and_both_see_each_others_work(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, second: Desktop
) -> None:
    assert second.window is not None
    add(second.window, "Noor")
    settle(second)
    share(qtbot, second.window)
    page = window.pages["people"]
    assert isinstance(page, PeoplePage)
    window.show_page("people")
    share(qtbot, window)

    def seen() -> bool:
        names = {str(page.model.index(row, 0).data()) for row in range(page.model.rowCount())}
        return {"Amina", "Noor", "Tomás", "Pilar Ortega"} <= names

    qtbot.waitUntil(seen, timeout=10_000)


def test_what_two_laptops_changed_at_once_is_asked_on_today_and_settled_on_both(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, second: Desktop
) -> None:
    assert second.window is not None

    def change(made: Desktop, phone: str) -> None:
        assert made.window is not None

        def work(verbs: Verbs) -> object:
            (amina,) = verbs.reader.ids("member", where={"name": "Amina"})
            return verbs.records.edit("member", amina, {"phone": phone})

        made.window.shell.do(work)
        settle(made)

    change(desktop, "0123")
    change(second, "0145")
    share(qtbot, second.window)
    share(qtbot, window)
    share(qtbot, second.window)
    window.show_page("today")
    page = window.page
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page.news is not None and page.news.question_count == 1, timeout=10_000)
    assert page.news is not None
    sentence = question_sentence(page.news.questions[0])
    assert sentence.startswith("Two laptops changed Amina: Phone. Kept “0145” (Tomás")
    assert "Tomás’s laptop, " in sentence and "The other is “0123” (Pilar Ortega, Pilar’s laptop, " in sentence
    qtbot.waitUntil(lambda: "Use 0123 instead" in [b.text() for b in page.findChildren(QPushButton) if b.isVisible()])
    next(b for b in page.findChildren(QPushButton) if b.text() == "Use 0123 instead" and b.isVisible()).click()
    settle(desktop)
    assert page.news.question_count == 0
    share(qtbot, window)
    share(qtbot, second.window)
    phones: list[object] = []
    for made in (desktop, second):
        assert made.tasks is not None
        made.tasks.query(lambda r: (r.list("member", where={"name": "Amina"})[0]["phone"], r.review()), phones.append)
        settle(made)
    assert phones == [("0123", []), ("0123", [])]


def test_with_a_hub_whoever_runs_the_circle_still_lets_laptops_in(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, second: Desktop
) -> None:
    window.show_page("share")
    page = window.page
    assert isinstance(page, SharePage)
    share(qtbot, window)
    qtbot.waitUntil(lambda: page._model.rowCount() == 2, timeout=10_000)
    rights = [page._model.index(row, 1).data() for row in range(page._model.rowCount())]
    assert rights == ["Runs the circle, lets laptops in", "Records"]


def test_a_hub_that_goes_away_right_after_the_joining_leaves_no_dead_end(
    home: Home, hub: Hub, world: Surroundings, tmp_path: Path
) -> None:
    circle = open_circle(home, surroundings=world)
    engine = Engine(home, Verbs(circle), world, hub.reach)
    given = doors.invite(engine, "recorder").invitation.text()
    circle.close()

    def falters(method: str, path: str, body: bytes) -> Answer:
        hub.up = hub.up and path != SYNC_PATH
        return hub.answer(method, path, body)

    second = home_in(tmp_path / "second")
    starter = Starter(second, world, lambda url, fingerprint: Direct(falters))
    path = starter.begin(Beginning("join", "", given, "", "Tomás", "Tomás’s laptop"))
    assert not hub.up and [row.path for row in second.circles()] == [path]


def test_a_code_of_another_hub_moves_the_circle_only_when_pressed_twice(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, hub: Hub
) -> None:
    window.show_page("share")
    page = window.page
    assert isinstance(page, SharePage)
    elsewhere = "https://elsewhere.example"
    page.join_hub(HubCode(elsewhere, None, b"code").text())
    settle(desktop)
    dialog = page.findChild(JoinHub)
    assert isinstance(dialog, JoinHub)
    before = len(hub.asked)
    dialog.submit()
    settle(desktop)
    assert URL in dialog._wrong.text() and elsewhere in dialog._wrong.text() and dialog.isVisible()
    assert len(hub.asked) == before
    dialog.submit()
    settle(desktop)
    assert len(hub.asked) > before


def test_offline_the_bar_still_says_when_it_was_last_shared(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, hub: Hub
) -> None:
    qtbot.waitUntil(lambda: window.sharing.hub == URL and not window.sharing.under_way)
    window.sharing.now()
    qtbot.waitUntil(lambda: not window.sharing.under_way and window.sharing.problem is None)
    hub.up = False
    window.sharing.now()
    qtbot.waitUntil(lambda: window.sharing.problem is not None and not window.sharing.under_way)
    sentence = window.bar.sentence.text()
    assert "does not answer" in sentence and "Last shared just now." in sentence


def test_a_circle_that_is_not_on_screen_is_shared_too(
    qtbot: QtBot, desktop: Desktop, home: Home, hub: Hub, world: Surroundings, settle: Settle
) -> None:
    hub.store.new_code(b"another")
    other = found(home, "Mill Lane", "Pilar", "Blue", world)
    engine = Engine(home, Verbs(other), world, hub.reach)
    engine.admit(HubCode(URL, None, b"another").text())
    engine.verbs.records.add("member", {"name": "Noor"})
    locked = found(home, "Locked", "Pilar", "Blue", world)
    locked.close()
    lock(home, home.find("Locked"), "open sesame", world)
    window = desktop.open(home.find(CIRCLE).path)
    settle(desktop)
    window.sharing._others.timeout.emit()
    settle(desktop)
    assert engine.state().waiting == 0
    engine.verbs.records.add("member", {"name": "Luc"})
    desktop.settings.choose("shares", "asked")
    window.sharing._others.timeout.emit()
    settle(desktop)
    assert engine.state().waiting == 1, "not where somebody chose to be asked"
    other.close()


@pytest.mark.parametrize(("wide", "high", "size"), [(1280, 800, 100), (1024, 640, 100), (1280, 800, 200)])
def test_no_button_of_share_moves_when_the_hub_goes_away(
    qtbot: QtBot, desktop: Desktop, second: Desktop, settle: Settle, hub: Hub, wide: int, high: int, size: int
) -> None:
    """A click lands where it was meant, on the laptop of whoever runs the circle and on one that records."""
    desktop.theme.choose("light", size)
    for made in (desktop, second):
        window = made.window
        assert window is not None
        window.resize(wide, high)
        hub.up = True
        share(qtbot, window)
        window.show_page("share")
        settle(made)

        def places(page: QWidget = window.page) -> dict[str, QPoint]:
            shown = (each for each in page.findChildren(QPushButton) if each.isVisible())
            return {each.text(): each.mapTo(page, QPoint()) for each in shown}

        before, hub.up = places(), False
        add(window, f"Somebody at {made.home.folder.name}")
        settle(made)
        window.sharing.now()
        settle(made)
        page = window.page
        assert isinstance(page, SharePage) and "does not answer" in page._problem.text()
        assert "1 change waits for a connection" in page._waits.text()
        assert places() == before


def test_a_laptop_that_a_hub_lets_in_no_more_reads_once_on_share_why(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, second: Desktop
) -> None:
    there = second.window
    assert there is not None
    share(qtbot, there)
    share(qtbot, window)

    def shut_out(engine: Engine) -> None:
        me = engine.circle.secrets.device.id
        (red,) = (each for each in engine.circle.roster.devices if each != me)
        assert doors.shut_out(engine, red)

    window.shell.tasks.share(shut_out, None)
    settle(desktop)
    there.show_page("share")
    there.sharing.now()

    def page() -> SharePage:
        assert second.window is not None
        second.window.watch()
        made = second.window.page  # another one once the window is made anew, as what may be done here has changed
        assert isinstance(made, SharePage)
        return made

    qtbot.waitUntil(lambda: not page().aside.told.isHidden())
    settle(second)
    second.window.sharing.now()
    settle(second)
    told = [each.text() for each in page().findChildren(QLabel) if each.isVisible()]
    assert sum("taken this laptop out" in each for each in told) == 1, told
    assert not any("Everything is shared" in each or "wait for a connection" in each for each in told)
    assert not page()._now.isVisible() and not page()._join.isVisible(), "sharing goes nowhere"


def test_today_tells_of_a_member_number_that_had_to_change(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle
) -> None:
    def change(verbs: Verbs) -> object:
        amina = verbs.records.add("member", {"name": "Amina"})[0]
        with verbs.circle.change("Member numbers") as change:
            change.set("member", amina, {"number": "1-9", "former_number": "1-2"})
        return change.changes

    window.shell.do(change)
    settle(desktop)
    window.show_page("today")
    page = window.page
    assert isinstance(page, TodayPage)

    def words() -> list[str]:
        return [b.text() for b in page.findChildren(QPushButton) if b.isVisible()]

    qtbot.waitUntil(lambda: "Fine" in words(), timeout=10_000)
    assert not [each for each in words() if "1-2" in each], "a number that another member has cannot be taken back"
    assert page.news is not None
    assert question_sentence(page.news.questions[0]).startswith(
        "Amina now has the member number 1-9: another member was given 1-2 before."
    )
    next(b for b in page.findChildren(QPushButton) if b.text() == "Fine" and b.isVisible()).click()
    settle(desktop)
    assert page.news.question_count == 0


def test_the_foot_goes_on_saying_how_sharing_stands_in_a_window_that_is_made_anew(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle
) -> None:
    """It said for a moment that there was no hub, and nothing of what waits."""
    settle(desktop)
    add(window, "Amina")
    settle(desktop)
    qtbot.waitUntil(lambda: window.sharing.waiting > 0)
    told, waits = window.bar.sentence.text(), window.bar.waiting.text()
    desktop._again(window.shell.file.path, "")
    assert desktop.window is not None and desktop.window is not window
    assert (desktop.window.bar.sentence.text(), desktop.window.bar.waiting.text()) == (told, waits)
    settle(desktop)


def test_nothing_is_said_of_a_hub_before_it_is_known(desktop: Desktop, settle: Settle) -> None:
    window = desktop.open()
    assert window.bar.sentence.text() == "All changes saved on this laptop."
    settle(desktop)
    assert "no hub" not in window.bar.sentence.text()
