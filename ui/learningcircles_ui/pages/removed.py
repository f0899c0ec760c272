"""Recently removed: records of every kind that were taken away, newest first, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import ELSEWHERE, closeness
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.shell import Shell

KINDS = ("member", "offer", "request", "swap", "meetup", "learning", "place", "topic")
_MOST = 500
"""So many of a kind are shown, those removed last."""
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Removed(NamedTuple):
    """One removed record: what it was called, who removed it and when (ms since 1970)."""

    record: Record
    title: str
    who: str
    at: int


class RemovedModel(QAbstractListModel):
    """What was removed; `narrow` leaves those whose words begin as typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._every: Sequence[Removed] = ()
        self.rows: Sequence[Removed] = ()

    def show_rows(self, rows: Sequence[Removed]) -> None:
        """Show these."""
        self._every = rows
        self.narrow("")

    def narrow(self, words: str) -> None:
        """Show only those of which these words begin some."""
        self.beginResetModel()
        self.rows = [row for row in self._every if not words.strip() or closeness(words, row.title) < ELSEWHERE]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        below = "  ·  ".join(
            part for part in (text.kind_label(declared(row.record.entity)), text.instant(row.at), row.who) if part
        )
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {below}"
        return below if role == Role.SECOND else None


class RecentlyRemoved(Dialog):
    """Enter, or the button, brings the chosen one back."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(self.tr("Recently removed"), self.tr("Restore"), parent, width=560)
        self._shell = shell
        self.model = RemovedModel(self)
        self.field = SearchField(self.tr("Search what was removed"), self)
        self.field.typed.connect(self._narrow)
        self.list = QListView(self)
        self.list.setProperty("kind", "boxed")
        self.list.setModel(self.model)
        self.list.setItemDelegate(CellDelegate(self.list))
        self.list.setAccessibleName(self.windowTitle())
        self.list.setMinimumHeight(340)
        self.list.doubleClicked.connect(lambda _: self.submit())
        self._none = soft(self.tr("Nothing was removed."), self)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        for widget in (self.field, self._none, self.list):
            self.body.addWidget(widget)
        self.leave_button.setText(self.tr("Close"))
        self.done_button.setEnabled(False)
        self.on_submit = self._restore
        self.field.down.connect(self.list.setFocus)
        self.field.setFocus()
        self._look()
        self.fit()

    def _look(self) -> None:
        self._shell.tasks.query(read_removed, self._show, self.refused)

    def _show(self, rows: Sequence[Removed]) -> None:
        self.model.show_rows(rows)
        self._none.setVisible(not rows)
        for each in (self.field, self.list):
            each.setVisible(bool(rows))
        self._narrow(self.field.text())

    def _narrow(self, words: str) -> None:
        self.model.narrow(words)
        self.list.setCurrentIndex(self.model.index(0))
        self.done_button.setEnabled(self._shell.may_write and bool(self.model.rows))

    def _restore(self) -> None:
        row = self.list.currentIndex().row()
        if not self.done_button.isEnabled() or not 0 <= row < len(self.model.rows):
            return
        record, title = self.model.rows[row].record, self.model.rows[row].title
        self.done_button.setEnabled(False)
        self._shell.do(
            lambda verbs: verbs.records.restore(record.entity, record.id),
            say=self.tr("{title} is back").format(title=title), then=lambda _: self._look(), failed=self.refused,
        )  # fmt: skip


def read_removed(reader: Reader) -> list[Removed]:
    """Return what was removed, the newest first; on the reader's thread."""
    names: dict[bytes, str] = {}
    found = []
    for kind in KINDS:
        for record in reader.many(kind, reader.removed(kind, _MOST)):
            last = next((line for line in reversed(reader.history(kind, record.id)) if line.field == "#deleted"), None)
            who = _name(reader, names, last.author) if last and last.author else ""
            found.append(Removed(record, _title(reader, names, record), who, last.at if last else 0))
    return sorted(found, key=lambda row: -row.at)


def _title(reader: Reader, names: dict[bytes, str], record: Record) -> str:
    if record.entity == "swap":
        sides = [_name(reader, names, record[side]) for side in ("provider", "receiver") if record[side]]
        return "  ·  ".join(part for part in (" → ".join(sides), str(record["topic"] or "")) if part)
    return str(record.get(declared(record.entity).title, "")) or text.kind_label(declared(record.entity))


def _name(reader: Reader, names: dict[bytes, str], member: bytes) -> str:
    if member not in names:
        found = reader.find_one("member", member)
        names[member] = str(found.get("name", "")) if found else ""
    return names[member]
