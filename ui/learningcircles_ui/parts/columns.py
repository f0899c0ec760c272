"""What a circle's table looked like when it was left: widths, order and choice of columns, and how it was sorted."""

from __future__ import annotations

import json
from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from learningcircles_ui.parts.table_model import RecordsModel
from learningcircles_ui.remember import Remember
from learningcircles_ui.theme import larger

_WHOLE = 1_000


class Columns(QObject):
    """The columns of one table: the header's own menu hides and shows them, and puts them back as they were.

    Widths are kept as at the usual size of text. One column always stays, and one takes what is left of the width.
    """

    def __init__(self, table: QTableView, remember: Remember, key: str, stretch: int) -> None:
        super().__init__(table)
        self._table, self._remember, self._key, self._stretch = table, remember, f"{key}/columns", stretch
        self._header = table.horizontalHeader()
        self._header.setSectionsMovable(True)
        self._header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._first = self._now()
        self._restore()
        self._header.customContextMenuRequested.connect(self._asked)
        for changed in (self._header.sectionResized, self._header.sectionMoved, self._header.sortIndicatorChanged):
            changed.connect(lambda *_: self.keep())

    def menu(self, parent: QMenu | QTableView) -> QMenu:
        """Return the menu: a tick a column, and the way back."""
        menu = QMenu(self.tr("Columns"), parent)
        model, shown = self._table.model(), self._shown()
        for column in range(model.columnCount()):
            title = str(model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) or "")
            each = menu.addAction(title)
            each.setCheckable(True)
            each.setChecked(column in shown)
            each.setEnabled(shown != [column])
            each.triggered.connect(partial(self._turn, column))
        menu.addSeparator()
        menu.addAction(self.tr("As they were at first")).triggered.connect(lambda: self.reset())
        return menu

    def _turn(self, column: int) -> None:
        self.show_column(column, self._header.isSectionHidden(column))

    def show_column(self, column: int, shown: bool) -> None:
        """Show a column, or hide it."""
        self._header.setSectionHidden(column, not shown)
        self._spread()
        self.keep()

    def reset(self) -> None:
        """Put widths, order, choice and sorting back as the program has them."""
        self._lay_out(self._first)
        model = self._table.model()
        if isinstance(model, RecordsModel) and model.question.order:
            model.ask(model.question._replace(order="", descending=False))
        self._header.setSortIndicatorShown(False)
        self._remember.put_text(self._key, "")

    def keep(self) -> None:
        """Remember how the table looks now; nothing where it looks as at first."""
        now = self._now()
        self._remember.put_text(self._key, "" if now == self._first else json.dumps(now))

    def _asked(self, at: QPoint) -> None:
        self.menu(self._table).popup(self._header.mapToGlobal(at))

    def _shown(self) -> list[int]:
        header = self._header
        in_order = (header.logicalIndex(place) for place in range(header.count()))
        return [column for column in in_order if not header.isSectionHidden(column)]

    def _now(self) -> dict[str, Any]:
        header, model = self._header, self._table.model()
        shown, question = self._shown(), model.question if isinstance(model, RecordsModel) else None
        return {
            "order": [header.logicalIndex(place) for place in range(header.count())],
            "hidden": [column for column in range(header.count()) if column not in shown],
            "widths": {str(each): self._width(each) for each in shown if each != self._wide(shown)},
            "sorted": [question.order, question.descending] if question and question.order else [],
        }

    def _width(self, column: int) -> int:
        """A column's width, as at the usual size of text."""
        return round(self._header.sectionSize(column) * _WHOLE / larger(_WHOLE))

    def _wide(self, shown: list[int]) -> int:
        """The column that takes what is left; the last one where that is hidden."""
        return self._stretch if self._stretch in shown else shown[-1]

    def _restore(self) -> None:
        with suppress(ValueError, TypeError, KeyError, AttributeError):  # another version's, or somebody's own edit
            kept = json.loads(self._remember.text(self._key) or "{}")
            if sorted(kept.get("order", ())) == list(range(self._header.count())):
                self._lay_out(kept)
                self._sort(*kept["sorted"])

    def _lay_out(self, kept: dict[str, Any]) -> None:
        header = self._header
        for place, column in enumerate(kept["order"]):
            header.moveSection(header.visualIndex(column), place)
        hidden = set(kept["hidden"])
        for column in range(header.count()):
            header.setSectionHidden(column, column in hidden and len(hidden) < header.count())
        for column, width in kept["widths"].items():
            header.resizeSection(int(column), larger(int(width)))
        self._spread()

    def _sort(self, order: str = "", descending: bool = False) -> None:
        model = self._table.model()
        if not isinstance(model, RecordsModel) or not order:
            return
        column = next((at for at in range(model.columnCount()) if model.column(at).order == order), None)
        if column is None:
            return
        model.question = model.question._replace(order=order, descending=bool(descending))
        self._header.setSortIndicator(column, Qt.SortOrder(1 if descending else 0))
        self._header.setSortIndicatorShown(True)

    def _spread(self) -> None:
        wide = self._wide(self._shown())
        for column in range(self._header.count()):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.Interactive
            self._header.setSectionResizeMode(column, mode)
