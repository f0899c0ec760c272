"""Every command that has keys of its own, by what one is about: what F1 shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from learningcircles_ui.keys import native
from learningcircles_ui.menus import leaves
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.table import Table

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
translate = QCoreApplication.translate
_HIGH = 460


class Use(NamedTuple):
    """What one is about, and what keys do there: (what it does, its keys)."""

    title: str
    rows: Sequence[tuple[str, str]]


def uses(menu: QMenu, window: Iterable[QAction], pages: Iterable[Sequence[QAction]]) -> list[Use]:
    """Return all that keys do, each once: menu by menu, on the pages, in lists and in forms.

    `window`: actions beside those of the menus. `pages`: those of each page. What several pages have under the same
    keys is told once, in general words.
    """
    found, told = [], set[str]()
    for each in menu.actions():
        below = each.menu()
        if isinstance(below, QMenu):
            rows = [(_words(action), _keys(action)) for action in leaves(below) if _keys(action)]
            told |= {keys for _, keys in rows}
            found.append(Use(_words(each), rows))
    every = [action for actions in pages for action in actions if _keys(action)]
    general = dict(_general())
    on_pages = {keys: general.get(keys, _words(action)) for action in every if (keys := _keys(action)) not in told}
    told |= on_pages.keys()
    rest = {_keys(each): _words(each) for each in window if _keys(each) and _keys(each) not in told}
    found.append(Use(translate("Shortcuts", "On a page"), [(words, keys) for keys, words in on_pages.items()]))
    found.append(Use(translate("Shortcuts", "In a list"), list(_in_lists())))
    found.append(Use(translate("Shortcuts", "In a form"), list(_in_forms())))
    found.append(Use(translate("Shortcuts", "Everywhere"), [(words, keys) for keys, words in rest.items()]))
    return [use for use in found if use.rows]


def _general() -> Iterator[tuple[str, str]]:
    yield native("Ctrl+N"), translate("Shortcuts", "Add to what the page shows")
    yield native("F2"), translate("Shortcuts", "Change what is chosen")
    yield native("Ctrl+F"), translate("Shortcuts", "Search the page’s list")


def _in_lists() -> Iterator[tuple[str, str]]:
    yield translate("Shortcuts", "Open what is chosen"), native("Return")
    yield translate("Shortcuts", "Menu of what is chosen"), native("Menu", "Shift+F10")
    yield translate("Shortcuts", "Remove what is chosen"), native("Delete")
    yield translate("Shortcuts", "Copy the marked rows as text"), native("Ctrl+C")
    yield translate("Shortcuts", "Mark several rows"), native("Shift+Up", "Shift+Down")
    yield translate("Shortcuts", "First row, last row"), native("Home", "End")
    yield translate("Shortcuts", "From the search into the list"), native("Down")


def _in_forms() -> Iterator[tuple[str, str]]:
    yield translate("Shortcuts", "Finish"), native("Ctrl+Return")
    yield translate("Shortcuts", "Leave"), native("Escape")


class ShortcutsModel(QAbstractTableModel):
    """Two columns: what it does, and its keys; what one is about stands in a row above."""

    def __init__(self, uses_: Iterable[Use], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[tuple[str, str]] = [row for use in uses_ for row in ((use.title, ""), *use.rows)]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many commands have keys, and how many headings they have."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Two."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return a command's words or keys."""
        if not index.isValid():
            return None
        if role == Role.STRONG:
            return not self.rows[index.row()][1]
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.rows[index.row()][index.column()] if shown else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a column's title."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("What it does"), self.tr("Keys"))[section]


class Shortcuts(Dialog):
    """The list, to look at."""

    def __init__(self, uses_: Iterable[Use], parent: QWidget) -> None:
        super().__init__(self.tr("Keys"), self.tr("Close"), parent, width=640)
        self.leave_button.hide()
        told = self.tr("{keys} finds every command by its name, also those without keys.")
        self.body.addWidget(soft(told.format(keys=native("Ctrl+K")), self))
        self.table = Table(self.tr("Keys"), self)
        self.model = ShortcutsModel(uses_, self)
        self.table.setModel(self.model)
        self.table.widths(340, 230)
        self.table.setMinimumHeight(min(_HIGH, parent.height() - 200))
        self.body.addWidget(self.table)
        self.fit()


def _words(action: QAction) -> str:
    return seen(action.text())


def _keys(action: QAction) -> str:
    return native(*(each.toString() for each in action.shortcuts()))
