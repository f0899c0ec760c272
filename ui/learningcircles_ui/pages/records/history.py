"""The history of one record: who changed what, when, on which laptop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from learningcircles.entities.declare import Entity
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.pages.people.rows import HistoryRow, read_history
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.history_words import became
from learningcircles_ui.parts.lines_list import LinesList
from learningcircles_ui.shell import Shell

_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractListModel):
    """Lines of history: what became of a field, and below it who, when and where."""

    def __init__(self, entity: Entity, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entity = entity
        self._rows: Sequence[HistoryRow] = ()

    def show_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return became(self._entity, row.line)
        if role == Role.SECOND:
            return "  ·  ".join(part for part in (text.instant(row.line.at), row.who, row.laptop) if part)
        return None


class HistoryDialog(Dialog):
    """The history of a record in a dialog."""

    def __init__(self, shell: Shell, entity: str, id_: bytes, name: str, parent: QWidget) -> None:
        super().__init__(self.tr("History of {name}").format(name=name), self.tr("Close"), parent, width=560)
        self.model = HistoryModel(declared(entity), self)
        self.list = LinesList(self.model, self.windowTitle(), self)
        self.list.setMinimumHeight(380)
        self.body.addWidget(self.list)
        self.leave_button.hide()
        shell.tasks.query(lambda reader: read_history(reader, declared(entity).name, id_), self.model.show_rows)
        self.list.setFocus()
