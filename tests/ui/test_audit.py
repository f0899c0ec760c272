"""Everything can be named and reached: every page, every control, by a screen reader and by Tab."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import learningcircles_ui
from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.storage.region import Region
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.screens.camera import shut
from learningcircles_ui.screens.scenes import scenes
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.cut import cut
from tests.ui.late import gone

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
        assert cut(window) == [], name


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_on_a_small_screen_no_page_makes_the_window_wider_and_nothing_is_cut(
    desktop: Desktop, settle: Settle, other: Verbs, qapp: QApplication, language: str
) -> None:
    fill(other)
    speak(qapp, language)
    wrong: list[str] = []
    try:
        window = desktop.open()
        window.resize(800, 576)
        for name in (*window.pages, "today"):
            window.show_page(name)
            settle(desktop)
            for _ in range(3):
                qapp.processEvents()
            wrong += [f"{name}: {each}" for each in cut(window)]
            wrong += [f"{name}: {window.size().toTuple()}"] * (window.size().toTuple() != (800, 576))
        window.resize(1280, 800)  # and everything comes back beside everything
        for name in ("learning", "share"):
            window.show_page(name)
            settle(desktop)
            wrong += [f"{name}, wide: {each}" for each in cut(window)]
    finally:
        speak(qapp, "en")
    assert wrong == []


@pytest.mark.parametrize("language", ["fr", "es"])
def test_nothing_is_cut_and_all_is_named_with_the_largest_text(
    desktop: Desktop, settle: Settle, other: Verbs, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    """Every page and every dialog, in the languages of the longest words, in the smallest window that they allow."""
    fill(other)
    add_people(other, [f"Person {number:02d}" for number in range(24)])
    offer = {"kind": "offer", "title": "Net mending", "topic": "mending", "expires": "2099-01-01"}
    Region(other.circle).keep(bytes(32), [CatalogueItem(bytes(16), "Mill Lane", bytes(range(16)), offer)])
    desktop.settings.choose("text_size", 200)
    speak(qapp, language)
    desktop.theme.choose("light", 200)
    try:
        window = desktop.open()
        window.resize(window.minimumSizeHint())
        cut_, nameless, met = walk(desktop, window, qapp, tmp_path, settle)
        settle(desktop)
        gone(qapp)
        kept = [type(each).__name__ for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    finally:
        desktop.theme.choose("light", 100)
        speak(qapp, "en")
    assert cut_ == []
    assert nameless == []
    assert dialogs_of_the_code() - met == set()
    assert kept == [], "a dialog that was closed is gone, with what it held"


def walk(
    desktop: Desktop, window: Window, app: QApplication, folder: Path, settle: Settle
) -> tuple[list[str], list[str], set[str]]:
    """Look at every scene; return what is cut in it, what has no name, and the kinds of dialog that were seen."""
    found: list[str] = []
    nameless: list[str] = []
    met: set[str] = set()
    for scene in scenes(desktop, window, folder):
        scene.pose()
        settle(desktop)
        for _ in range(3):
            app.processEvents()  # what was laid out asks what holds it for room, which asks in turn
        front = app.activeModalWidget() or desktop.hall or desktop.front
        assert isinstance(front, QWidget)
        met.add(type(front).__name__)
        found += [f"{scene.name}: {each}" for each in cut(front)]
        held = [each for each in front.findChildren(QWidget) if isinstance(each, CONTROLS) and each.isVisible()]
        ours = [each for each in held if not each.objectName().startswith("qt_")]
        nameless += [f"{scene.name}: {type(each).__name__} {each.parent()}" for each in ours if not named(each)]
        if front not in (desktop.front, desktop.hall):
            shut(front)
    return found, nameless, met


def dialogs_of_the_code() -> set[str]:
    """Return the name of every kind of dialog that there is: the contact sheets hold each."""
    for module in pkgutil.walk_packages(learningcircles_ui.__path__, "learningcircles_ui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, found = [Dialog], set()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        shown = kind is Dialog or not kind.__subclasses__()  # the others are made to be derived from
        found |= {kind.__name__} if shown and kind.__module__.startswith("learningcircles_ui") else set()
    return found
