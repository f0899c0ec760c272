"""Beginning: founding a circle, locking it, switching, and what cannot be opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.lock import lock
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.first_run import FirstRun
from learningcircles_ui.pages.passphrase import AskPassphrase
from learningcircles_ui.pages.trouble import Trouble
from tests.ui.conftest import home_in

Settle = Callable[[Desktop], None]


def test_a_circle_begins_in_four_steps_by_keyboard(
    qapp: QApplication, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    home = home_in(tmp_path / "new")
    desktop = Desktop(qapp, home)
    desktop.start()
    first = desktop.front
    assert isinstance(first, FirstRun)
    qtbot.keyClick(first.on, Qt.Key.Key_Return)
    qtbot.keyClick(first.on, Qt.Key.Key_Return)
    assert first.step() == 2
    first.forward()
    assert "Name of the circle is needed" in first._wrong.text()
    qtbot.keyClicks(first.circle, "Harbour Circle")
    qtbot.keyClicks(first.person, "Pilar Ortega")
    qtbot.keyClick(first.person, Qt.Key.Key_Return)
    assert first.step() == 3
    first._ask.setChecked(True)
    first.passphrase.setText("open sesame")
    first.again.setText("open sesam")
    first.forward()
    assert "not the same" in first._wrong.text()
    first.again.setText("open sesame")
    first.forward()
    qtbot.waitUntil(lambda: desktop.window is not None, timeout=20_000)
    settle(desktop)
    assert [row.name for row in home.circles()] == ["Harbour Circle"]
    assert desktop.window is not None and desktop.window.sidebar.switcher.text() == "Harbour Circle"
    desktop.close()
    desktop.aside.close()


def test_a_circle_that_cannot_be_opened_says_why_and_offers_the_others(desktop: Desktop, home: Home) -> None:
    path = home.circles()[0].path
    path.write_bytes(b"not a circle at all" * 100)
    desktop.start()
    assert isinstance(desktop.front, Trouble)
    assert desktop.window is None


def test_a_locked_circle_asks_for_its_passphrase_until_it_is_right(
    qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle
) -> None:
    lock(home, home.circles()[0], "open sesame")
    said: list[str] = []

    def answer() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, AskPassphrase)
        said.append(asked._wrong.text())
        asked._line.setText("open barley" if len(said) == 1 else "open sesame")
        if len(said) == 1:
            QTimer.singleShot(0, answer)
        asked.submit()

    QTimer.singleShot(0, answer)
    desktop.start()
    settle(desktop)
    assert said == ["", "That is not the passphrase of this circle."]
    assert desktop.window is not None


def test_the_switcher_opens_another_circle(qtbot: QtBot, desktop: Desktop, home: Home, settle: Settle) -> None:
    found(home, "Mill Lane Circle", "Pilar Ortega", "Pilar’s laptop").close()
    desktop.start(home.find("Harbour Circle").path)
    settle(desktop)
    assert desktop.window is not None
    desktop.window.switch.emit("Mill Lane Circle")
    qtbot.waitUntil(
        lambda: desktop.window is not None and desktop.window.shell.file.name == "Mill Lane Circle", timeout=20_000
    )
    settle(desktop)
    desktop.close()
    desktop.start()
    settle(desktop)
    assert desktop.window is not None and desktop.window.shell.file.name == "Mill Lane Circle"
