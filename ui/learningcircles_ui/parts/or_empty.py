"""A table, or what stands in its place while it has no row: one thing to do, or that nothing was found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel


class OrEmpty(QStackedWidget):
    """`narrowed`: whether something is searched or filtered, so that no row does not mean that there is none.

    `unfound`: what is said then, if not that nothing was found.
    """

    def __init__(
        self,
        table: Table,
        model: RecordsModel[Any],
        nothing: EmptyState,
        parent: QWidget,
        narrowed: Callable[[], bool] | None = None,
        unfound: str = "",
    ) -> None:
        super().__init__(parent)
        self._narrowed = narrowed or (lambda: bool(model.question.text))
        found = EmptyState("search", unfound or self.tr("Nothing found"), self.tr("Try fewer letters."))
        for each in (table, nothing, found):
            self.addWidget(each)
        model.counted.connect(self._counted)

    def _counted(self, number: int) -> None:
        self.setCurrentIndex(0 if number else 2 if self._narrowed() else 1)
