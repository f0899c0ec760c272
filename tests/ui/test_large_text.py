"""With text of twice the usual size at 1024x640: what matters is read whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from learningcircles.errors import Locked, Refused
from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.settings import speak
from learningcircles_ui.window import Window

Settle = Callable[[Desktop], None]
FULL = Refused("disk_full", "The disk is full.")
BUSY = Locked("busy", "Another program is using this circle at the moment. Try again.")


@pytest.fixture(params=["en", "fr", "es"])
def large(
    request: pytest.FixtureRequest, qapp: QApplication, home: Home, desktop: Desktop, settle: Settle
) -> Iterator[Window]:
    home.set_setting("language", request.param)
    desktop.settings.choose("language", request.param)
    desktop.settings.choose("text_size", 200)
    window = desktop.open()
    window.resize(1024, 640)
    settle(desktop)
    yield window
    desktop.theme.choose("light", 100)
    speak(qapp, "en")


@pytest.mark.parametrize("waiting", [0, 12])
@pytest.mark.parametrize("hub", [None, "hub"])
def test_the_foot_says_whole_whether_what_is_typed_is_kept(large: Window, hub: str | None, waiting: int) -> None:
    bar, state = large.bar, large.sharing
    state.known, state.hub, state.waiting = True, hub, waiting
    for typed, why in ((True, None), (False, FULL), (True, BUSY)):
        bar.note_typed("form", typed)
        bar.note_unkept(why)
        QApplication.processEvents()
        shown = QLabel.text(bar.sentence)
        assert shown and not shown.endswith("…"), shown
        assert bar.sentence.toolTip() == (bar.sentence.text() if shown != bar.sentence.text() else "")
