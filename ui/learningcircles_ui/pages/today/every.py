"""All of what is probably here twice, in a list of its own: Today shows the first few."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from learningcircles.circle.undo import Undone
from learningcircles_ui import text
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.lines_list import LinesList
from learningcircles_ui.parts.telling import Telling
from learningcircles_ui.parts.toasts import Toast
from learningcircles_ui.shell import Shell

Pair = TypeVar("Pair")
_NOWHERE = QModelIndex()
_ROWS, _HIGH = 20, 340
"""So many rows are measured; pixels that the list has at most by itself: below a single row no box stands empty."""
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

    def renew(self, pairs: Sequence[Pair]) -> None:
        """Show these in place of what was shown."""
        self.beginResetModel()
        self.pairs = list(pairs)
        self.endResetModel()

    def take(self, pair: Pair) -> int:
        """Let go of a pair that somebody has answered; return where it stood, -1 where it was gone."""
        if pair not in self.pairs:
            return -1
        row = self.pairs.index(pair)
        self.beginRemoveRows(QModelIndex(), row, row)
        del self.pairs[row]
        self.endRemoveRows()
        return row

    def put(self, row: int, pair: Pair) -> None:
        """Show a pair again whose answer was taken back."""
        row = min(row, len(self.pairs))
        self.beginInsertRows(QModelIndex(), row, row)
        self.pairs.insert(row, pair)
        self.endInsertRows()


class Every(Telling, Generic[Pair]):
    """All of them in a list. `count`: how many there are in all, where the list does not hold every one.

    What is said of an answer is said here as well, with Undo: the foot of the window lies below this.
    """

    def __init__(
        self, shell: Shell, action: str, pairs: Sequence[Pair], count: int, parent: QWidget, *, keys: bool = True
    ) -> None:
        heading = self.counted(pairs, count)
        super().__init__(heading, action, parent, width=680, keys=keys)
        self.model = PairsModel(pairs, self.told, self)
        self._beyond = count - len(pairs)
        for anew in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            anew.connect(self._count)
        self.list = LinesList(self.model, heading, self)
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(len(pairs), _ROWS)))
        self.list.setMinimumHeight(min(rows + 4, _HIGH))
        self.list.choose(0)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self.show_chosen())
        self.body.addWidget(self.list)
        if self._beyond > 0:
            more = QCoreApplication.translate("EveryPair", "and %n more", "", self._beyond)
            self.body.addWidget(soft(more, self))
        self._shell = shell
        self.toast.undo.connect(self._take_back)
        self._said = b""
        self._answers: dict[bytes, tuple[int, Pair]] = {}
        """Where a pair stood that is answered, by the action that answered it."""
        self.body.addWidget(self.toast, 0, Qt.AlignmentFlag.AlignLeading)
        self.leave_button.setText(QCoreApplication.translate("EveryPair", "Close"))
        self.fit()

    def told(self, pair: Pair) -> Told:
        """Return what a pair is."""
        raise NotImplementedError

    def counted(self, pairs: Sequence[Pair], count: int) -> str:
        """Return what stands above these: how many there are in all; also asked before anything else is known."""
        raise NotImplementedError

    def show_chosen(self) -> None:
        """Another one is chosen, or several are."""
        self.done_button.setEnabled(self.current() is not None)

    def current(self) -> Pair | None:
        """Return the pair that is chosen; None where several are marked, to be copied."""
        row = self.list.only()
        return self.model.pairs[row] if 0 <= row < len(self.model.pairs) else None

    @property
    def is_answered(self) -> bool:
        """Return whether every pair is answered: it closes then, and what stands on it with it."""
        return not self.model.pairs

    def answered(self, pair: Pair) -> None:
        """Let go of a pair; of the last one, close."""
        row, action, self._said = self.model.take(pair), self._said, b""
        if action:  # else it was settled without one, since one of the two is gone
            self._answers[action] = (row, pair)
        self.list.choose(self.list.currentIndex().row())
        if self.is_answered:
            self.accept()

    def tell(self, words: str, action: bytes, after: Toast) -> None:
        """Say it, and keep what it was for a pair that is taken back."""
        self._said = action
        super().tell(words, action, after)

    def _count(self) -> None:
        heading = self.counted(self.model.pairs, len(self.model.pairs) + self._beyond)
        self.setWindowTitle(heading)
        self.list.setAccessibleName(heading)

    def _take_back(self, action: bytes) -> None:
        def back(undone: Undone) -> None:
            row, pair = self._answers.pop(action, (-1, None))
            if row >= 0 and pair is not None:
                self.model.put(row, pair)
                self.list.choose(row)
            self._shell.signals.said.emit(text.undone(undone), b"")

        self._shell.do(lambda verbs: verbs.undo.undo_action(action), then=back, failed=self.refused)
