"""All of what is probably here twice, in a list of its own: Today shows the first few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QWidget

from learningcircles_ui.parts.delegate import CellDelegate, Role
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import soft

Pair = TypeVar("Pair")
_NOWHERE = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Told(NamedTuple):
    """A pair in two lines, and in whole words, for who has no room for them or only hears them."""

    first: str
    second: str
    words: str


class PairsModel(QAbstractListModel, Generic[Pair]):
    """Pairs that are probably one; `told` says what a pair is."""

    def __init__(self, pairs: Sequence[Pair], told: Callable[[Pair], Told], parent: QObject) -> None:
        super().__init__(parent)
        self.pairs, self._told = list(pairs), told

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self.pairs)

    def data(self, index: _Index, role: int = 0) -> Any:
        """Return what a line says."""
        if not 0 <= index.row() < len(self.pairs):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._told(self.pairs[index.row()]).first
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._told(self.pairs[index.row()]).words
        return self._told(self.pairs[index.row()]).second if role == Role.SECOND else None

    def take(self, pair: Pair) -> None:
        """Let go of a pair that somebody has answered."""
        if pair in self.pairs:
            row = self.pairs.index(pair)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self.pairs[row]
            self.endRemoveRows()


class Every(Dialog, Generic[Pair]):
    """All of them in a list. `count`: how many there are in all, where the list does not hold every one."""

    def __init__(
        self, heading: str, action: str, pairs: Sequence[Pair], count: int, parent: QWidget, *, keys: bool = True
    ) -> None:
        super().__init__(heading, action, parent, width=680, keys=keys)
        self.model = PairsModel(pairs, self.told, self)
        self.list = QListView(self)
        self.list.setProperty("kind", "boxed")
        self.list.setModel(self.model)
        self.list.setItemDelegate(CellDelegate(self.list))
        self.list.setAccessibleName(heading)
        self.list.setMinimumHeight(340)
        self.list.setCurrentIndex(self.model.index(0))
        self.body.addWidget(self.list)
        if count > len(pairs):
            more = QCoreApplication.translate("EveryPair", "and %n more", "", count - len(pairs))
            self.body.addWidget(soft(more, self))
        self.leave_button.setText(QCoreApplication.translate("EveryPair", "Close"))
        self.fit()

    def told(self, pair: Pair) -> Told:
        """Return what a pair is."""
        raise NotImplementedError

    def current(self) -> Pair | None:
        """Return the pair that is chosen."""
        row = self.list.currentIndex().row()
        return self.model.pairs[row] if 0 <= row < len(self.model.pairs) else None

    @property
    def is_answered(self) -> bool:
        """Return whether every pair is answered: it closes then, and what stands on it with it."""
        return not self.model.pairs

    def answered(self, pair: Pair) -> None:
        """Let go of a pair; of the last one, close."""
        self.model.take(pair)
        if self.is_answered:
            self.accept()
