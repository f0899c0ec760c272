"""Pages are built on the first visit; what the first picture does not need is loaded later."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.page_stack import Pages
from learningcircles_ui.pages import PAGES
from learningcircles_ui.pages.community.place_table import PlaceForm
from learningcircles_ui.window import Window

LATE = (
    *("keyring", "requests", "icalendar", "rapidfuzz", "segno", "zxingcpp", "python_calamine", "sqlite_utils"),
    *("ssl", "_hashlib"),  # each of them loads the system's OpenSSL
    *("PySide6.QtPrintSupport", "PySide6.QtDBus", "learningcircles_ui.cli.records", "learningcircles_ui.print.paper"),
)
"""Libraries, and parts of the program, that a window stands without."""


def built(window: Window) -> list[str]:
    assert isinstance(window.pages, Pages)
    return [page.name for page in window.pages.built()]


def test_a_page_is_built_on_the_first_visit(
    window: Window, desktop: Desktop, settle: Callable[[Desktop], None]
) -> None:
    assert built(window) == ["today"] and list(window.pages) == [kind.name for kind in PAGES]
    assert "people" in window.pages and "nobody" not in window.pages
    window.show_page("people")
    settle(desktop)
    assert built(window) == ["today", "people"] and window.page is window.pages["people"]


def test_a_page_is_what_the_menu_says_of_it(window: Window) -> None:
    for kind in PAGES:
        page = window.pages[kind.name]
        assert (page.name, page.title(), type(page).__name__) == (kind.name, kind.title(), kind.made_by)
        assert window.sidebar.items[kind.name].text() == page.accessibleName()


def test_a_command_of_a_page_that_nobody_has_visited_brings_it_into_view(window: Window, qapp: QApplication) -> None:
    commands = {each.text(): each for each in window.commands()}
    commands["Add a place"].trigger()
    assert window.page.name == "community" and isinstance(qapp.activeModalWidget(), PlaceForm)
    qapp.activeModalWidget().close()


def test_a_page_that_is_built_late_knows_how_sharing_stands(window: Window, desktop: Desktop, qtbot: QtBot) -> None:
    told: list[object] = []
    window.shell.signals.sharing.connect(told.append)
    assert window.pages["share"] and told == [window.sharing]


@pytest.mark.parametrize("size", [100, 200])
def test_a_toast_moves_nothing_and_goes_with_its_page(
    desktop: Desktop, settle: Callable[[Desktop], None], size: int
) -> None:
    desktop.theme.choose("light", size)
    window = desktop.open()
    window.resize(1280, 800)
    window.show()
    window.show_page("exchanges")
    settle(desktop)
    before = window.page.geometry()
    window.toast.show_sentence("Recorded: Zoë gave Mia 1.5 h", undo=b"1")
    settle(desktop)
    assert window.page.geometry() == before, "no button moves away from under the pointer"
    page = window.page.rect().translated(window.page.mapTo(window, QPoint()))
    assert not window.toast.geometry().intersects(page), "one line covers nothing"
    window.toast.show_sentence("Recorded, and there is much more to be said of it than usual. " * 5, undo=b"1")
    window.toast.also("Same again", window.update)
    settle(desktop)
    assert window.page.geometry() == before and window.rect().contains(window.toast.geometry())
    share = window.bar.share
    free = share.rect().translated(share.mapTo(window, QPoint()))
    assert not share.isVisible() or not window.toast.geometry().intersects(free)
    label = window.toast.label
    assert label.height() >= label.heightForWidth(label.width()), "all of it can be read"
    window.show_page("people")
    assert not window.toast.isVisible() and window.bar.sentence.isVisible()


def test_a_window_stands_without_what_it_does_not_need_yet() -> None:
    asked = (
        "import json, linecache, sys, learningcircles_ui.cli.main; from learningcircles_ui.display import load_desktop;"
        " load_desktop(); import learningcircles_ui.pages.today.page;"
        " sources = [name for name in linecache.cache if 'learningcircles' in name];"
        f" print(json.dumps([[name for name in {LATE} if name in sys.modules], sources]))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environment)
    assert json.loads(said.stdout) == [[], []]
