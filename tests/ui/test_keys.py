"""Keys that a system keeps for itself never reach the program."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QKeySequence

from learningcircles_ui.app import Desktop
from learningcircles_ui.keys import HALL_KEYS, LOCK_KEYS, keys_on

Settle = Callable[[Desktop], None]
KEPT_BY_MACOS = (
    "Ctrl+Shift+Q",
    "F11",
    "Meta+Ctrl+Q",
    "Ctrl+Space",
    "Ctrl+H",
    "Ctrl+Alt+H",
    "Ctrl+Alt+Esc",
    "Meta+Space",
)
"""As Qt calls them: Ctrl is ⌘, Meta is control (support.apple.com/102650)."""


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_locking_and_the_hall_have_keys_of_their_own_on_every_system(
    desktop: Desktop, settle: Settle, platform: str
) -> None:
    window = desktop.open()
    settle(desktop)
    given = [keys.toString() for action in window.findChildren(QAction) for keys in action.shortcuts()]
    others = [keys for keys in given if keys not in (LOCK_KEYS, HALL_KEYS)]
    assert len(others) > 20
    for keys in keys_on(platform):
        assert QKeySequence(keys).toString() == keys, "Qt knows it"
        assert keys not in others
        assert platform != "darwin" or keys not in KEPT_BY_MACOS
    if platform == "darwin":
        assert not set(others) & set(KEPT_BY_MACOS)
