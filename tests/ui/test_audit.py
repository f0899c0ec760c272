"""Everything can be named and reached: every page, every control, by a screen reader and by Tab."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import CatalogueItem
from learningcircles.circle.facets import Verbs
from learningcircles.storage.region import Region
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.meetups.page import MeetupsPage
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.screens.camera import shut
from learningcircles_ui.screens.scenes import scenes
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.cut import cut
from tests.ui.late import gone
from tests.ui.walked import Watched, controls, every, missed_by_tab, named, told, walk_round

Settle = Callable[[Desktop], None]

SAME_ROW = 12
"""Pixels by which what stands in one row may differ in height."""
WATCHED_ELSEWHERE = {"HitsModel", "ApartModel"}
"""Models of which no scene has rows: Qt watches them with some in `test_models` and in `test_written_apart`."""


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
    qapp: QApplication, desktop: Desktop, window: Window, settle: Settle, other: Verbs
) -> None:
    fill(other)
    for name in window.pages:
        window.show_page(name)
        settle(desktop)
        window.sidebar.menu_button.setFocus()
        missed = missed_by_tab(window, qapp)
        assert not missed, (name, missed)


@pytest.mark.parametrize("page", ["people", "exchanges", "meetups", "learning", "community", "share"])
def test_tab_goes_down_each_list_s_card(
    desktop: Desktop, window: Window, settle: Settle, other: Verbs, qapp: QApplication, page: str
) -> None:
    """What narrows a list stands above it, and is reached before it; so is each row of buttons before the next."""
    fill(other)
    window.resize(1400, 1000)
    window.show_page(page)
    settle(desktop)
    if isinstance(window.page, MeetupsPage):
        window.page.show_record("meetup", other.reader.list("meetup")[0].id)
        settle(desktop)
    walked = walk_round(window, qapp)
    for held in window.page.findChildren(QFrame):
        if held.property("kind") == "card" and held.isVisible():
            tops = [each.mapTo(window, QPoint()).y() + each.height() / 2 for each in walked if held.isAncestorOf(each)]
            backwards = [(one, two) for one, two in pairwise(tops) if two < one - SAME_ROW]
            assert not backwards, (page, [told(each) for each in walked if held.isAncestorOf(each)], tops)


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
    other.records.remove("place", other.records.add("place", {"name": "The old hall"})[0])
    desktop.settings.choose("text_size", 200)
    speak(qapp, language)
    desktop.theme.choose("light", 200)
    try:
        window = desktop.open()
        window.resize(window.minimumSizeHint())
        found = walk(desktop, window, qapp, tmp_path, settle)
        settle(desktop)
        gone(qapp)
        kept = [type(each).__name__ for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)]
    finally:
        desktop.theme.choose("light", 100)
        speak(qapp, "en")
    assert found.cut == []
    assert found.nameless == []
    assert found.missed == [], "\n".join(found.missed)
    assert dialogs_of_the_code() - found.dialogs == set()
    assert models_of_the_code() - found.models == WATCHED_ELSEWHERE
    assert kept == [], "a dialog that was closed is gone, with what it held"


class Walked(NamedTuple):
    """What a walk has found wrong, and which kinds of dialog and of model it has met."""

    cut: list[str]
    nameless: list[str]
    missed: list[str]
    dialogs: set[str]
    models: set[str]


def walk(desktop: Desktop, window: Window, app: QApplication, folder: Path, settle: Settle) -> Walked:
    """Look at every scene; walk round in each with Tab."""
    found = Walked([], [], [], set(), set())
    testers = Watched()
    for scene in scenes(desktop, window, folder):
        scene.pose()
        settle(desktop)
        for _ in range(3):
            app.processEvents()  # what was laid out asks what holds it for room, which asks in turn
        front = app.activeModalWidget() or desktop.hall or desktop.front
        assert isinstance(front, QWidget)
        found.dialogs.add(type(front).__name__)
        found.cut.extend(f"{scene.name}: {each}" for each in cut(front))
        nameless = [each for each in controls(front) if not named(each)]
        found.nameless.extend(f"{scene.name}: {type(each).__name__} {each.parent()}" for each in nameless)
        testers.watch(front)
        found.missed.extend(f"{scene.name}: {each}" for each in missed_by_tab(front, app))
        if front not in (desktop.front, desktop.hall):
            shut(front)
    found.models.update(testers.kinds)
    return found


def dialogs_of_the_code() -> set[str]:
    """Return the name of every kind of dialog that there is: the contact sheets hold each."""
    return {kind.__name__ for kind in (*every(Dialog), Dialog)}


def models_of_the_code() -> set[str]:
    """Return the name of every kind of model that there is."""
    return {kind.__name__ for kind in every(QAbstractItemModel)}
