"""What comes to the door: a second start, invitations, codes, sticks, lists, circle files."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import SIGNAL, QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent, QImage
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles.errors import Locked
from learningcircles.laptop import locking
from learningcircles.laptop.home import Home
from learningcircles.storage.copy import settle_file
from learningcircles_ui import doorbell, running
from learningcircles_ui.app import Desktop
from learningcircles_ui.arrivals import Arrivals
from learningcircles_ui.coming_in import AtTheDoor
from learningcircles_ui.demo.sample import sample_circle
from learningcircles_ui.doorbell import Doorbell, Inside
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.pages.importing.preview import ImportList
from learningcircles_ui.pages.share.page import JoinHub
from learningcircles_ui.pages.shortcuts import Shortcuts
from learningcircles_ui.parts.qr import QrCode
from learningcircles_ui.programs import programs
from learningcircles_ui.settings import speak
from learningcircles_ui.visitors import JOIN, Waiting, _invited
from learningcircles_ui.window import Window
from tests.ui.conftest import home_in
from tests.ui.drops import drop

Settle = Callable[[Desktop], None]
PIPED: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
RING = """
import pathlib, sys
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore
from PySide6.QtWidgets import QApplication
from learningcircles_ui.coming_in import come_in
folder = pathlib.Path(sys.argv[1])
print(come_in(QApplication([]), Home(folder, FileKeystore(folder / "keys")), sys.argv[2]) is None)
"""
FIRST = """
import pathlib, sys
from PySide6.QtCore import QCoreApplication, QTimer
from learningcircles_ui.doorbell import Doorbell, Inside
app = QCoreApplication([])
inside = Inside(pathlib.Path(sys.argv[1]))
print(inside.enter(), flush=True)
bell = Doorbell(inside)
bell.rang.connect(lambda what: (print(what, flush=True), app.quit()))
if sys.stdin.readline() == "answer\\n":
    app.exec()
"""


@pytest.fixture
def bell(qapp: QApplication, tmp_path: Path) -> Iterator[Doorbell]:
    inside = Inside(tmp_path)
    assert inside.enter()
    made = Doorbell(inside)
    yield made
    made.close()
    inside.leave()


def ring_from_outside(folder: Path, what: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", RING, str(folder), what], stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("leave", ["given", "no\0leave"])
def test_the_leave_to_come_to_the_front_is_nobody_elses(
    bell: Doorbell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leave: str
) -> None:
    monkeypatch.setattr(doorbell, "_LEAVE_MS", 0)
    heard: list[tuple[str, str | None]] = []
    bell.rang.connect(lambda what: heard.append((what, os.environ.get(doorbell._LEAVE))))
    socket = QLocalSocket()
    socket.connectToServer(doorbell._name(tmp_path))
    socket.write(f"{leave}\tlist.csv\n".encode())
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("list.csv", leave if leave == "given" else None)]
    qtbot.waitUntil(lambda: doorbell._LEAVE not in os.environ)


def test_a_second_start_rings_at_the_first(bell: Doorbell, qtbot: QtBot, tmp_path: Path) -> None:
    heard: list[str] = []
    bell.rang.connect(heard.append)
    for what in ("", "/home/ana/a list with é.csv"):
        second = ring_from_outside(tmp_path, what)
        qtbot.waitUntil(lambda second=second: second.poll() is not None, timeout=20_000)
        assert second.communicate()[0].strip() == "True"
    assert heard == ["", "/home/ana/a list with é.csv"]


def test_a_second_start_hands_on_the_leave_to_come_to_the_front(
    bell: Doorbell, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wayland lets no window come to the front by itself: whoever was clicked on hands on its leave."""
    heard: list[tuple[str, str]] = []
    bell.rang.connect(lambda what: heard.append((os.environ.pop("XDG_ACTIVATION_TOKEN", ""), what)))
    for leave, what in (("gnome-42", "/home/ana/a\ttab.csv"), ("", "/home/ana/a\ttab.csv"), ("gnome-43", "")):
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", leave)
        second = ring_from_outside(tmp_path, what)
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN")
        qtbot.waitUntil(lambda second=second: second.poll() is not None, timeout=20_000)
        assert second.communicate()[0].strip() == "True"
        assert heard.pop() == (leave, what)


def test_nobody_answers_on_another_home_or_after_a_crash(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    first = subprocess.Popen([sys.executable, "-c", FIRST, str(tmp_path)], **PIPED)
    assert first.stdout.readline() == "True\n"
    first.kill()
    first.communicate()
    second = ring_from_outside(tmp_path, "")
    assert second.communicate(timeout=30)[0].strip() == "False"
    inside = Inside(tmp_path)
    assert inside.enter()
    bell = Doorbell(inside)
    third = ring_from_outside(tmp_path, "")
    qtbot.waitUntil(lambda: third.poll() is not None, timeout=20_000)
    assert third.communicate()[0].strip() == "True"
    bell.close()
    inside.leave()


def test_a_home_that_nothing_can_be_written_to_lets_in_one_as_well(qapp: QApplication, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("no folder: nothing can be written in it")
    first = Inside(home)
    assert first.enter()
    assert not Inside(home).enter()
    first.leave()
    after = Inside(home)
    assert after.enter()
    after.leave()


@pytest.fixture
def no_locks(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(locking, "take_now", none)


@pytest.mark.usefixtures("no_locks")
def test_where_no_locks_are_known_one_comes_in_however_busy_they_are(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody answers there, and so many knock that the system itself lets no more of them stand before the door."""
    monkeypatch.setattr(doorbell, "_SOON_MS", 1)
    first = Inside(tmp_path)
    assert first.enter()
    bell = first.bell
    assert bell is not None
    bell.setMaxPendingConnections(1)
    assert not any(Inside(tmp_path).enter() for _ in range(60))
    first.leave()
    after = Inside(tmp_path)
    assert after.enter()
    after.leave()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of one name may be two there, and locks are always known")
@pytest.mark.usefixtures("no_locks")
def test_of_two_that_find_no_bell_at_the_same_moment_one_comes_in(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, found = Inside(tmp_path), Inside(tmp_path), iter([False, False])
    monkeypatch.setattr(doorbell, "_hangs", lambda name: next(found, True))
    assert [first.enter(), second.enter()] == [True, False]
    monkeypatch.undo()
    socket = QLocalSocket()
    socket.connectToServer(doorbell._name(tmp_path))
    assert socket.waitForConnected(1_000) and first.bell is not None
    assert first.bell.waitForNewConnection(1_000)[0], "and their bell is the one that hangs"
    first.leave()


@pytest.mark.usefixtures("no_locks")
@pytest.mark.parametrize("when", ["begins", "ends"])
def test_nobody_comes_in_while_another_one_is_being_set_up_or_closes_its_circle(
    qapp: QApplication, home: Home, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    asked: list[bool] = []

    class Slow(Desktop):
        def __init__(self, *args: Any, **given: Any) -> None:
            if when == "begins":
                asked.append(Inside(home.folder).enter())
            super().__init__(*args, **given)

        def close(self) -> None:
            if when == "ends" and self.window is not None:
                asked.append(Inside(home.folder).enter())
            super().close()

    monkeypatch.setattr(running, "Desktop", Slow)
    monkeypatch.setattr(QApplication, "exec", lambda *_: 0)
    assert running.run(home) == 0
    assert asked == [False]
    after = Inside(home.folder)
    assert after.enter()
    after.leave()


@pytest.mark.parametrize("ends", ["answer", "leave", "given up"])
def test_a_second_start_waits_for_one_that_is_busy(qapp: QApplication, qtbot: QtBot, tmp_path: Path, ends: str) -> None:
    """However long the first is at work, nobody opens the home beside it."""
    first = subprocess.Popen([sys.executable, "-c", FIRST, str(tmp_path)], **PIPED)
    assert first.stdout.readline() == "True\n"  # at work from now on: it answers nobody
    inside = Inside(tmp_path)
    waiting = AtTheDoor(qapp, home_in(tmp_path), inside, "learningcircles://join/abc", soon_ms=10)

    def go_on() -> None:
        if waiting.dialog is None:
            QTimer.singleShot(20, waiting, go_on)
            return
        assert waiting.dialog.isVisible(), "somebody is told what is waited for"
        if ends == "given up":
            waiting.dialog.reject()
        else:
            first.stdin.write(f"{ends}\n")
            first.stdin.flush()

    go_on()
    if ends == "given up":
        with pytest.raises(Locked, match="open already"):
            waiting.ask()
        first.kill()
    else:
        assert waiting.ask() is (ends == "leave")
    heard = first.communicate(timeout=30)[0]
    assert heard == ("learningcircles://join/abc\n" if ends == "answer" else "")
    inside.leave()


def test_an_invitation_opens_the_joining_step(
    desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication
) -> None:
    window = desktop.open()
    settle(desktop)
    desktop.receive("learningcircles://join/ABC")
    assert isinstance(desktop.front, FirstRun)
    assert desktop.front.names.invitation.text() == "learningcircles://join/ABC" and desktop.front.step() == 2
    qtbot.waitUntil(lambda: qapp.activeWindow() is desktop.front)
    desktop.receive("")
    assert qapp.activeWindow() is desktop.front, "who starts the program again goes on with joining"
    desktop.receive(str(window.shell.file.path))
    qtbot.waitUntil(lambda: qapp.activeWindow() is window)
    assert desktop.window is window, "a circle that is open stays as it is"


def test_an_invitation_that_comes_again_and_again_is_listened_to_once(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    heard = SIGNAL("textEdited(QString)")
    for number in range(3):
        _invited(line, f"{JOIN}{number}")
        assert line.text() == f"{JOIN}{number}" and not line.property("own"), "nobody typed it"
        assert line.receivers(heard) == 1
    QTest.keyClicks(line, "x")
    assert line.property("own"), "what somebody types is theirs"


def test_a_picture_of_an_invitation_opens_the_joining_step_and_another_one_is_told(
    desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, undo: said.append(words))
    pictures = {"cat": "", "shop": "https://example.org", "invitation": "learningcircles://join/ABC"}
    for name, words in pictures.items():
        picture = QImage(60, 60, QImage.Format.Format_RGB32)
        picture.fill(0xFFFFFF)
        (QrCode(words, "a code").grab().toImage() if words else picture).save(str(tmp_path / f"{name}.png"))
        assert drop(window, [tmp_path / f"{name}.png"])
    settle(desktop)
    assert said == [
        "There is no code to be seen in cat.png. Take the picture from nearer.",
        "shop.png is nothing that Learning Circles can open.",
    ]
    assert isinstance(desktop.front, FirstRun)
    assert desktop.front.names.invitation.text() == "learningcircles://join/ABC" and desktop.front.step() == 2


def test_of_several_a_picture_is_opened_first_and_without_a_window_a_bad_one_is_told(
    desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    picture.save(str(tmp_path / "cat.png"))
    first = desktop.begin()
    desktop.receive(str(tmp_path / "cat.png"))
    settle(desktop)
    assert first.wrong.text() == "There is no code to be seen in cat.png. Take the picture from nearer."
    desktop.receive(str(tmp_path / "a.odt"))
    assert first.wrong.text() == "a.odt is nothing that Learning Circles can open."
    desktop.receive("learningcircles://hub/XYZ")
    assert first.wrong.text().startswith("This is a hub’s code. Begin or open a circle first")
    (tmp_path / "people.csv").write_text("Name\nZoe\n", "utf-8")
    desktop.receive(str(tmp_path / "people.csv"))
    assert first.wrong.text().startswith("people.csv goes into a circle. Begin or open one first")
    window = desktop.open()
    settle(desktop)
    QrCode("learningcircles://join/ABC", "a code").grab().toImage().save(str(tmp_path / "code.png"))
    (tmp_path / "poster.pdf").write_text("", "utf-8")
    assert drop(window, [tmp_path / "poster.pdf", tmp_path / "code.png"])
    settle(desktop)
    assert isinstance(desktop.front, FirstRun)
    assert desktop.front.names.invitation.text() == "learningcircles://join/ABC"


def test_a_second_start_brings_back_what_was_put_away(desktop: Desktop, settle: Settle, qtbot: QtBot) -> None:
    window = desktop.open()
    settle(desktop)
    window.showMinimized()
    desktop.receive("")
    qtbot.waitUntil(lambda: not window.isMinimized() and window.isActiveWindow())


def test_what_macos_brings_is_opened(qapp: QApplication) -> None:
    came: list[str] = []
    arrivals = Arrivals(qapp)
    arrivals.came.connect(came.append)
    qapp.installEventFilter(arrivals)
    for brought in (QUrl("learningcircles://join/ABC"), QUrl.fromLocalFile("/home/ana/a stick.bundle")):
        QApplication.sendEvent(qapp, QFileOpenEvent(brought))
    qapp.removeEventFilter(arrivals)
    assert came == ["learningcircles://join/ABC", "/home/ana/a stick.bundle"]


def test_a_code_a_list_and_a_stick_go_where_they_belong(
    desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    desktop.receive("learningcircles://hub/XYZ")
    joins = window.pages["share"].findChild(JoinHub)
    assert isinstance(joins, JoinHub) and joins.line.text() == "learningcircles://hub/XYZ"
    joins.close()
    table = tmp_path / "people.csv"
    table.write_text("Name\nZoë\n", "utf-8")
    desktop.receive(table.as_uri())
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), ImportList))
    qapp.activeModalWidget().close()
    said: list[str] = []
    window.shell.signals.failed.connect(lambda error: said.append(str(error)))
    stick = tmp_path / "broken.bundle"
    stick.write_bytes(b"LCB1 nothing of use")
    desktop.receive(str(stick))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert window.page is window.pages["share"]


def test_a_backup_of_the_program_is_offered_to_get_a_circle_back_from(desktop: Desktop, tmp_path: Path) -> None:
    backup = tmp_path / "Harbour 2026-11-26.backup"
    backup.write_bytes(b"sealed")
    first = desktop.begin()
    first.show()
    assert drop(first, [backup]), "on the page of a new laptop"
    assert first.step() == 2 and first.again_back.file.text() == str(backup) and first.wrong.text() == ""
    desktop.open()
    desktop.receive(str(backup))
    front = desktop.front
    assert isinstance(front, FirstRun) and front is not first
    assert front.what == "back" and front.again_back.file.text() == str(backup)


def test_strangers_are_named(desktop: Desktop, home: Home, settle: Settle, tmp_path: Path) -> None:
    window = desktop.open()
    settle(desktop)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, undo: said.append(words))
    desktop.receive("/somewhere/picture.png")
    settle(desktop)
    desktop.receive(str(tmp_path / "Nowhere.circle"))
    for name, data in {
        "Letter": b"Dear all",
        "Tables": b"SQLite format 3\0" + bytes(4080),
        "Elsewhere": b"?" * 8192,
    }.items():
        (tmp_path / f"{name}.circle").write_bytes(data)
        desktop.receive(str(tmp_path / f"{name}.circle"))
    assert said == [
        "picture.png is nothing that Learning Circles can open.",
        "There is no file Nowhere.circle.",
        "Letter.circle is not a circle.",
        "Tables.circle is not a circle.",
        "Elsewhere.circle belongs to another laptop and opens only there. Ask for an invitation, or restore a backup.",
    ]
    second = sample_circle(home)
    desktop.receive(str(second))
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.path == second


def test_a_copy_of_a_circle_of_this_laptop_is_said_to_be_one(
    desktop: Desktop, home: Home, other: Verbs, settle: Settle, tmp_path: Path
) -> None:
    copy = tmp_path / "Copy of Harbour Circle.circle"
    window = desktop.open()
    settle(desktop)
    said: list[str] = []
    window.shell.signals.said.connect(lambda words, undo: said.append(words))
    copy.write_bytes(home.find().path.read_bytes())
    for each in range(40):
        other.records.add("member", {"name": f"Since then {each}"})
    settle_file(other.circle.connection)  # a copy of how it was, not of how it is
    assert copy.read_bytes() != home.find().path.read_bytes()
    desktop.receive(str(copy))
    assert said == [
        "Copy of Harbour Circle.circle is a copy of Harbour Circle, which is on this laptop already: go on with that"
        " one. What was taken out of it since then is under “Recently removed”."
    ]
    assert desktop.window is window


def test_a_list_can_be_dragged_onto_the_window(
    desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    table = tmp_path / "people.csv"
    table.write_text("Name\nZoë\n", "utf-8")
    drop(window, [table])
    qtbot.waitUntil(lambda: isinstance(qapp.activeModalWidget(), ImportList))
    qapp.activeModalWidget().close()


def test_f1_shows_every_key(desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication) -> None:
    window = desktop.open()
    settle(desktop)
    window.show_shortcuts()
    shown = qapp.activeModalWidget()
    assert isinstance(shown, Shortcuts)
    QAbstractItemModelTester(shown.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dict(shown.model.rows)["Find or do anything…"] == "Ctrl+K"
    shown.close()


def test_a_problem_report_is_written_from_the_menu(
    desktop: Desktop, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = desktop.open()
    settle(desktop)
    window.report.write(tmp_path / "report.txt")
    qtbot.waitUntil((tmp_path / "report.txt").is_file)
    assert "PySide6-Essentials" in (tmp_path / "report.txt").read_text("utf-8")
    settle(desktop)
    speak(qapp, "es")
    try:
        assert programs()["Language"].startswith("es")
    finally:
        speak(qapp, "en")
    window.report.write(tmp_path)  # a folder
    settle(desktop)
    assert "cannot be" in window.toast.label.text()


def test_a_backup_is_no_circle_s_own_and_waits_for_none() -> None:
    """Brought over the lock or the hall, it is offered whichever circle is opened after it."""
    waiting = Waiting()
    for what in ("/stick/Harbour.BACKUP", "/stick/Harbour.circle", "learningcircles://recover/A", "/stick/people.csv"):
        waiting.add(what, b"one")
    taken = [waiting.take(b"two") for _ in range(4)]
    assert taken == ["/stick/Harbour.BACKUP", "/stick/Harbour.circle", "learningcircles://recover/A", None]
    assert waiting.take(b"one") == "/stick/people.csv"


def test_what_is_refused_over_one_more_circle_is_told_there(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = QImage(60, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    picture.save(str(tmp_path / "cat.png"))
    window.switch.emit(":new")
    qtbot.waitUntil(lambda: isinstance(desktop.front, FirstRun))
    first = desktop.front
    assert isinstance(first, FirstRun)
    desktop.receive(str(tmp_path / "cat.png"))
    settle(desktop)
    assert first.wrong.text() == "There is no code to be seen in cat.png. Take the picture from nearer."
