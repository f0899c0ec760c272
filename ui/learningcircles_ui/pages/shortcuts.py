"""Every command that has keys of its own, in one list: what F1 shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.table import Table

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class ShortcutsModel(QAbstractTableModel):
    """Two columns: what it does, and its keys."""

    def __init__(self, actions: Iterable[QAction], parent: QObject | None = None) -> None:
        super().__init__(parent)
        rows = {(seen(each.text()), _keys(each)) for each in actions if not each.shortcut().isEmpty()}
        self.rows: Sequence[tuple[str, str]] = sorted(rows, key=lambda row: row[0].casefold())

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many commands have keys."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Two."""
        return 0 if parent.isValid() else 2

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return a command's words or keys."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.rows[index.row()][index.column()] if shown and index.isValid() else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """Return a column's title."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("What it does"), self.tr("Keys"))[section]


class Shortcuts(Dialog):
    """The list, to look at."""

    def __init__(self, actions: Iterable[QAction], parent: QWidget) -> None:
        super().__init__(self.tr("Keys"), self.tr("Close"), parent, width=560)
        self.leave_button.hide()
        self.body.addWidget(soft(self.tr("Ctrl+K finds every command by its name, also those without keys."), self))
        self.table = Table(self.tr("Keys"), self)
        self.model = ShortcutsModel(actions, self)
        self.table.setModel(self.model)
        self.table.widths(340, 170)
        self.table.setMinimumHeight(380)
        self.body.addWidget(self.table)
        self.fit()


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
