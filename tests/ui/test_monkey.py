"""A monkey at the keyboard: it clicks and types at random on the sample circle, and nothing breaks.

Every traceback and every Qt warning fails the test (pytest-qt), and afterwards the circle is whole. What changes a
record that was there before must change one that was shown, however late its answer comes.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes, Record
from learningcircles.laptop.founding import open_circle
from learningcircles.storage.check import check
from learningcircles_ui.app import Desktop
from learningcircles_ui.demo.sample import sample_circle
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.today.page import TodayPage
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.saving import Saving
from tests.ui.conftest import home_in
from tests.ui.late import Settle, id_of

KEYS = (
    *([Qt.Key.Key_Tab] * 4), *([Qt.Key.Key_Return] * 3), *([Qt.Key.Key_Escape] * 2), Qt.Key.Key_Down, Qt.Key.Key_Up,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_PageDown,
    Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_F1, Qt.Key.Key_F2, Qt.Key.Key_F11,
)  # fmt: skip
CONTROL = (*"knzyf123456", "PgUp", "PgDown", "Home", "Return", "Return")
WORDS = ("zo", "1:30", "25", "-1", "31/02/2026", "Ünïcödé 😀", "'; --", "=1+1", "a" * 300, "2026-11-20", "")
MEANT = ("Change ", "Remove ")
"""How the labels of edits and removals of one record begin."""
KINDS = ("member", "place", "offer", "request", "learning", "meetup")
STEPS = 20
"""So many steps an answer may be late."""
LEAVES = ("Remove it", "Close the window")
"""What would end the monkey's day: removing the circle, closing the window."""


class Witness:
    """Sees which records were shown in the last steps, and hears what was written.

    An edit or a removal that touches none of them was meant for another record. What is undone or done again is left
    out: that may be anything that was done before.
    """

    def __init__(self, desktop: Desktop, app: QApplication, there: frozenset[bytes]) -> None:
        self.desktop, self.app, self.there = desktop, app, there
        self._seen: deque[frozenset[bytes]] = deque(maxlen=STEPS)
        self._heard: dict[bytes, tuple[Changes, frozenset[bytes]]] = {}
        self._listens_to: object = None
        self.wrong: list[str] = []

    def look(self) -> None:
        """Look at what is shown before the next step, and judge what was heard since."""
        for changes, shown in self._heard.values():
            touched = {id_ for _, id_ in changes.touched} & self.there
            if changes.label.startswith(MEANT) and touched and not touched & shown:
                self.wrong.append(f"{changes.label}: it was not shown")
        self._heard.clear()
        window = self.desktop.window
        if window is not None and window is not self._listens_to:
            window.shell.signals.changed.connect(self._hear)
            window.undo_redo.done.connect(lambda changes: self._heard.pop(changes.action, None))
            self._listens_to = window
        tops = [each for each in self.app.topLevelWidgets() if each.isVisible()]
        self._seen.append(
            frozenset(id_ for top in tops for each in [top, *top.findChildren(QWidget)] for id_ in of(each))
        )

    def _hear(self, changes: Changes) -> None:
        if changes.action:
            self._heard[changes.action] = changes, frozenset().union(*self._seen)


def of(widget: QWidget) -> Iterator[bytes]:
    """Yield the ids of the records that a widget is about."""
    if isinstance(widget, QAbstractItemView) and widget.selectionModel() is not None:
        for index in (widget.currentIndex(), *widget.selectedIndexes()):
            held = index.data(Role.ID) if index.isValid() else None
            yield from [held] if isinstance(held, bytes) else []
    if isinstance(widget, TodayPage) and widget.news is not None:
        yield from (each.request.id for each in widget.news.asked)  # each has a button beside it that marks it
    for saving in (each for each in widget.children() if isinstance(each, Saving)):
        yield saving._record.id  # a form that saves by itself, whatever the page behind it shows by now
    for name in ("_id", "_of", "_member", "_meetup", "_record", "record"):
        held = getattr(widget, name, None)
        yield from [held] if isinstance(held, bytes) else [held.id] if isinstance(held, Record) else []


class Monkey:
    """One under a seed; it acts on whatever dialog is in front, else on the window."""

    def __init__(self, desktop: Desktop, app: QApplication, seed: int) -> None:
        self.draw = random.Random(seed)
        self.desktop = desktop
        self.app = app
        self.told: list[str] = []

    def act(self) -> None:
        front = self.app.activeModalWidget() or self.desktop.hall or self.desktop.window
        assert front is not None
        self.draw.choice((self.press, self.press, self.chord, self.type, self.click, self.click, self.point))(front)

    def press(self, front: QWidget) -> None:
        key = self.draw.choice(KEYS)
        self.told.append(f"press {key.name}")
        QTest.keyClick(front.focusWidget() or front, key)

    def chord(self, front: QWidget) -> None:
        keys = self.draw.choice(CONTROL)
        self.told.append(f"Ctrl+{keys}")
        named = {
            "PgUp": Qt.Key.Key_PageUp,
            "PgDown": Qt.Key.Key_PageDown,
            "Home": Qt.Key.Key_Home,
            "Return": Qt.Key.Key_Return,
        }
        key = named.get(keys) or Qt.Key(ord(keys.upper()))
        QTest.keyClick(front.focusWidget() or front, key, Qt.KeyboardModifier.ControlModifier)

    def type(self, front: QWidget) -> None:
        words = self.draw.choice(WORDS)
        self.told.append(f"type {words[:20]}")
        typed = QInputMethodEvent()
        typed.setCommitString(words)
        self.app.sendEvent(front.focusWidget() or front, typed)

    def click(self, front: QWidget) -> None:
        buttons = [each for each in front.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
        buttons = [each for each in buttons if each.text().replace("&", "") not in LEAVES]
        if buttons:
            chosen = self.draw.choice(buttons)
            self.told.append(f"click {chosen.text() or chosen.accessibleName()}")
            QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)

    def point(self, front: QWidget) -> None:
        at = QPoint(self.draw.randrange(front.width()), self.draw.randrange(front.height()))
        under = front.childAt(at)
        if under is not None and not isinstance(under, QAbstractButton):
            self.told.append(f"point at {type(under).__name__}")
            click = self.draw.choice((QTest.mouseClick, QTest.mouseDClick))
            click(under, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, under.mapFrom(front, at))


def put_away(app: QApplication) -> None:
    """Choosing files and walking menus is not the monkey's: files are outside, and menus run loops of their own."""
    for each in app.topLevelWidgets():
        foreign = isinstance(each, QMenu | QFileDialog) or type(each).__name__ in ("QPrintDialog", "QMessageBox")
        if foreign and each.isVisible():
            each.reject() if isinstance(each, QDialog) else each.close()


def let_loose(
    desktop: Desktop, app: QApplication, seed: int, seconds: float, folder: Path, there: frozenset[bytes]
) -> None:
    monkey, witness = Monkey(desktop, app, seed), Witness(desktop, app, there)
    tidy = QTimer()
    tidy.setInterval(20)
    tidy.timeout.connect(lambda: put_away(app))
    tidy.start()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            witness.look()
            put_away(app)  # before it acts: nobody knows where a file would be written
            monkey.act()
            app.processEvents()
        finally:
            (folder / "monkey.txt").write_text("\n".join(monkey.told[-200:]), "utf-8")
    tidy.stop()
    witness.look()
    assert witness.wrong == []
    while (left := app.activeModalWidget()) is not None:
        left.close()
        app.processEvents()


def test_the_witness_knows_a_write_to_a_record_that_was_not_shown(
    people: PeoplePage, desktop: Desktop, settle: Settle, qapp: QApplication
) -> None:
    shown, hidden = id_of(people, "Ana Ruiz"), id_of(people, "Zoe Lind")
    people.show_record("member", shown)
    settle(desktop)
    witness = Witness(desktop, qapp, frozenset({shown, hidden}))
    for id_, wrong in ((shown, 0), (hidden, 1)):
        witness.look()
        people.shell.do(lambda verbs, id_=id_: verbs.records.edit("member", id_, {"phone": "0611"}))
        settle(desktop)
        witness.look()
        assert len(witness.wrong) == wrong
    desktop.window.undo_redo.take_back()
    settle(desktop)
    witness.look()
    assert len(witness.wrong) == 1, "what is undone may be anything"


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_breaks_nothing(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    _a_day(qapp, qtbot, tmp_path, seed, 8)


@pytest.mark.soak
@pytest.mark.timeout(1_200)
@pytest.mark.parametrize("seed", range(100, 103))
def test_a_monkey_breaks_nothing_for_minutes(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    _a_day(qapp, qtbot, tmp_path, seed, 180)


def _a_day(qapp: QApplication, qtbot: QtBot, tmp_path: Path, seed: int, seconds: float) -> None:
    home = home_in(tmp_path / "laptop")
    sample_circle(home)
    desktop = Desktop(qapp, home)
    desktop.open()
    with closing(open_circle(home)) as circle:
        there = frozenset(record.id for kind in KINDS for record in circle.reader.list(kind))
    let_loose(desktop, qapp, seed, seconds, tmp_path, there)
    qtbot.waitUntil(lambda: desktop.aside.idle and (desktop.tasks is None or desktop.tasks.idle), timeout=20_000)
    desktop.close()
    desktop.aside.close()
    circle = open_circle(home)
    assert check(circle) == []
    circle.close()
