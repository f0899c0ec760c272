"""Everything can be named and reached: every page, every control, by a screen reader and by Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.screens.scenes import scenes
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people

Settle = Callable[[Desktop], None]
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def controls(window: Window) -> Iterator[QWidget]:
    for each in window.findChildren(QWidget):
        if isinstance(each, CONTROLS) and each.isVisible() and not each.objectName().startswith("qt_"):
            yield each


def named(control: QWidget) -> bool:
    words = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
    return bool(words.strip())


def fill(other: Verbs) -> None:
    ids = add_people(other, ["Amina", "Björn"], status="active")
    other.swaps.record(ids[0], ids[1], 60, "Yoga", proposed=True)
    other.records.add("offer", {"member": ids[0], "title": "Yoga", "state": "open"})
    other.records.add("request", {"member": ids[1], "title": "Bread", "state": "open"})
    other.records.add("meetup", {"title": "Café", "start": f"{other.desk.today()}T18:00", "minutes": 90})


def cut_off(window: Window) -> list[str]:
    return [
        f"{type(each).__name__} {each.height()} of {each.minimumSizeHint().height()}"
        for each in window.findChildren(QWidget)
        if each.isVisible() and each.layout() is not None and each.height() < each.minimumSizeHint().height()
    ]


def test_every_control_has_a_name(desktop: Desktop, window: Window, settle: Settle, other: Verbs) -> None:
    fill(other)
    nameless: list[str] = []
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        nameless += [f"{name}: {type(each).__name__} {each.parent()}" for each in controls(window) if not named(each)]
    assert nameless == []


def test_tab_reaches_every_control_and_comes_round(
    qtbot: QtBot, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    fill(other)
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        window.sidebar.menu_button.setFocus()
        reached: set[QWidget] = set()
        for _ in range(150):
            focused = window.focusWidget()
            assert focused is not None, name
            if focused in reached:
                break
            reached.add(focused)
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
        wanted = {
            each
            for each in controls(window)
            if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()
        }
        missed = {f"{type(each).__name__} {each.accessibleName()}" for each in wanted - reached}
        assert not missed, (name, missed)


def test_nothing_is_cut_off(desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot) -> None:
    """A layout that measures wrapped lines for another width than they get leaves the rest too little height."""
    fill(other)
    window.resize(1280, 800)
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        assert cut_off(window) == [], name


@pytest.mark.parametrize("name", ["today", "learning", "community"])
def test_nothing_is_cut_off_with_the_largest_text(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qtbot: QtBot, name: str
) -> None:
    fill(other)
    desktop.settings.choose("text_size", 200)
    desktop.theme.choose("light", 200)
    window.shell.signals.again.emit()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    again = desktop.window
    assert again is not None
    again.resize(1280, 800)
    again.show_page(name)
    settle(desktop)
    cut = cut_off(again)
    desktop.theme.choose("light", 100)
    assert cut == []


def test_every_control_of_every_dialog_has_a_name(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qapp: QApplication, tmp_path: Path
) -> None:
    fill(other)
    add_people(other, [f"Person {number:02d}" for number in range(24)])
    nameless, looked = [], 0
    for scene in scenes(desktop, window, tmp_path):
        scene.pose()
        settle(desktop)
        front = qapp.activeModalWidget() or desktop.front
        assert isinstance(front, QWidget)
        held = [each for each in front.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
        ours = [each for each in held if not each.objectName().startswith("qt_")]
        nameless += [f"{scene.name}: {type(each).__name__} {each.parent()}" for each in ours if not named(each)]
        looked += front is not desktop.front
        if front is not desktop.front:
            front.close()
    assert nameless == [] and looked > 12
