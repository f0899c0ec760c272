"""What people wrote, shown as they wrote it: Qt takes "&" for a key on buttons and in menus, "<" in a tip for markup.

Buttons of `parts`, `Menu` and `made_action` are given words as they are to be seen; `seen` tells what any action or
button says. Only the menus of the window have keys of their own ("&Edit"), which no data is in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QMenu

from learningcircles_ui.parts.icons import icon

_KEY = re.compile("&(.?)")


def literal(words: str) -> str:
    """Return how Qt is to be told words of a button or a menu, so that every "&" of them is seen."""
    return words.replace("&", "&&")


def seen(told: str) -> str:
    """Return what is seen of what Qt was told of a button or a menu: "Edit" of "&Edit", "R&D" of "R&&D"."""
    return _KEY.sub(r"\1", told)


def tip(words: str) -> str:
    """Return words for what is told when something is pointed at, so that nothing in them is read as markup."""
    if not GuiQt.mightBeRichText(words):
        return words
    return GuiQt.convertFromPlainText(words, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def made_action(words: str, parent: QObject, icon_name: str = "", tone: str = "") -> QAction:
    """Make an action that says these words, whatever is in them."""
    if not icon_name:
        return QAction(literal(words), parent)
    made = QAction(icon(icon_name, tone) if tone else icon(icon_name), literal(words), parent)
    made.setProperty("icon_name", icon_name)  # Find shows it, too
    return made


class Menu(QMenu):
    """A menu whose words may be what people wrote."""

    def offer(
        self, words: str, called: Callable[[], object] | None = None, icon_name: str = "", tone: str = ""
    ) -> QAction:
        """Add something to do."""
        made = made_action(words, self, icon_name, tone)
        if called is not None:
            made.triggered.connect(lambda: called())
        self.addAction(made)
        return made

    def below(self, words: str) -> Menu:
        """Add a menu of its own."""
        made = Menu(literal(words), self)
        self.addMenu(made)
        return made
