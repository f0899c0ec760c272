"""Real windows on real circle files, offscreen; the hub is left out unless a test brings one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found, open_circle
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from learningcircles.laptop.lock import lock
from learningcircles.surroundings import real
from learningcircles_sync.engine import Engine
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.window import Window
from tests.ui import waiting
from tests.ui.locking import WORDS, Clock
from tests.ui.two_laptops import second
from tests.ui.waiting import Bot

CIRCLE = "Harbour Circle"


def home_in(folder: Path) -> Home:
    """Return a laptop of its own."""
    return Home(folder, FileKeystore(folder / "keys"))


@pytest.fixture(autouse=True)
def nothing_left(qapp: QApplication) -> Iterator[None]:
    """Let go of what an earlier test held down when its window went: a table marks rows otherwise meanwhile.

    And let the windows of this test go, which waits for an event loop otherwise: every later one would dress them anew.
    """
    held = QWidget()
    QTest.keyRelease(held, Qt.Key.Key_Control)
    if qapp.mouseButtons() != Qt.MouseButton.NoButton:  # what opens at a second click hears of no release
        held.show()
        QTest.mouseRelease(held.windowHandle(), Qt.MouseButton.LeftButton)
    held.hide()
    assert qapp.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
    assert qapp.mouseButtons() == Qt.MouseButton.NoButton
    yield
    for left in qapp.topLevelWidgets():
        left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Bot:
    return Bot(request)


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop’s folder with one circle, founded by Pilar, that nobody writes to: what was founded once is copied."""
    folder = tmp_path_factory.mktemp("founded") / "laptop"
    found(home_in(folder), CIRCLE, "Pilar Ortega", "Pilar’s laptop").close()
    return folder


@pytest.fixture
def home(founded: Path, tmp_path: Path) -> Home:
    """A laptop with one circle, founded by Pilar."""
    return home_in(Path(copytree(founded, tmp_path / "laptop")))


@pytest.fixture
def other(home: Home) -> Iterator[Verbs]:
    """Another program with the same circle open, such as `batch`."""
    circle = open_circle(home)
    yield Verbs(circle)
    circle.close()


@pytest.fixture
def desktop(qapp: QApplication, qtbot: QtBot, home: Home) -> Iterator[Desktop]:
    """The desktop, with nothing open yet."""
    made = Desktop(qapp, home)
    yield made
    made.close()
    made.aside.close()
    qapp.processEvents()


@pytest.fixture
def settle(qtbot: Bot) -> Callable[[Desktop], None]:
    """Wait until nothing is under way: every answer has been shown."""
    return partial(waiting.settle, qtbot)


@pytest.fixture
def window(desktop: Desktop, settle: Callable[[Desktop], None]) -> Window:
    """The window on the circle, everything read."""
    made = desktop.open()
    settle(desktop)
    return made


@pytest.fixture
def people(other: Verbs, desktop: Desktop, settle: Callable[[Desktop], None]) -> PeoplePage:
    """The page of people, with four of them; the first one is shown."""
    add_people(other, ["Ana Ruiz", "Bo Ek", "Cem Kaya", "Zoe Lind"])
    window = desktop.open()
    window.show_page("people")
    settle(desktop)
    return window.pages["people"]


def add_people(verbs: Verbs, names: list[str], **fields: Any) -> list[bytes]:
    """Add members by name."""
    ids, _ = verbs.records.add_many("member", [{"name": name, **fields} for name in names], label="Add people")
    return ids


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def locked_home(home: Home) -> Home:
    with closing(open_circle(home)) as circle:
        add_people(Verbs(circle), ["Zoë Lindqvist", "Mia Okafor"])
    del circle
    lock(home, home.find(), WORDS, replace(real(), random=bytes))  # one salt for all: its key is derived once
    return home


@pytest.fixture
def house(qapp: QApplication, locked_home: Home, clock: Clock, settle: Callable[[Desktop], None]) -> Iterator[Desktop]:
    made = Desktop(qapp, locked_home, replace(real(), now_ms=clock))
    made.open(passphrase=WORDS).activateWindow()  # no name here may keep it: keys are counted below
    settle(made)
    yield made
    made.close()
    made.aside.close()
    qapp.processEvents()


@pytest.fixture
def hall(desktop: Desktop, window: Window, other: Verbs, settle: Callable[[Desktop], None], qtbot: QtBot) -> Hall:
    add_people(other, ["Zoë Lindqvist", "Mia Okafor", "Mia Brandt"], phone="0123456789", status="active")
    today = other.desk.today()
    other.records.add("meetup", {"title": "Repair café", "start": f"{today}T18:00", "minutes": 120, "reach": 1})
    made = desktop.enter_hall()
    assert made is not None
    qtbot.waitUntil(made.isActiveWindow)
    settle(desktop)
    return made


@pytest.fixture
def at_who_came(hall: Hall, desktop: Desktop, settle: Callable[[Desktop], None]) -> None:
    """The hall is where those who came are noted."""
    hall.go("came")
    settle(desktop)


@pytest.fixture
def at_exchanges(hall: Hall, desktop: Desktop, settle: Callable[[Desktop], None]) -> None:
    """The hall is where an exchange is recorded."""
    hall.go("swap")
    settle(desktop)


@pytest.fixture
def at_guests(hall: Hall, desktop: Desktop, settle: Callable[[Desktop], None]) -> None:
    """The hall is where guests sign up."""
    hall.go("guest")
    settle(desktop)


@pytest.fixture
def red(home: Home, other: Verbs, tmp_path: Path) -> Engine:
    """A second laptop, which both know of."""
    return second(home, other, tmp_path, "recorder")
