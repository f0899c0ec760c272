"""A list in a card, with a pane beside it that shows what is chosen, and a field above it that searches it."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QMenu, QWidget

from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import as_card
from learningcircles_ui.parts.or_empty import Filters, OrEmpty
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel


class Shows(Protocol):
    """A pane that shows what is chosen, and edits it."""

    removed: SignalInstance
    left: SignalInstance

    def edit(self) -> None:
        """Begin to edit it."""

    def offer(self, menu: QMenu) -> None:
        """Add to a menu what can be done with it."""


class ListBeside(QWidget):
    """Delete removes, Down goes from the field into the list, and editing ends in the list.

    `filters` and `unfound`: see `OrEmpty`.
    """

    def __init__(
        self,
        table: Table,
        model: RecordsModel[Any],
        pane: Shows,
        field: SearchField,
        nothing: EmptyState,
        parent: QWidget,
        *,
        filters: Filters | None = None,
        unfound: str = "",
    ) -> None:
        super().__init__(parent)
        self._table = table
        frame, column = as_card(self, margin=1)
        self.stack = OrEmpty(table, model, nothing, frame, filters, unfound)
        column.addWidget(self.stack)
        table.row_menu = pane.offer
        table.is_beside = lambda words: True
        pane.left.connect(table.setFocus)
        table.deleted.connect(pane.removed)  # whoever removes what the pane shows removes it from the list, too
        field.down.connect(self._into_table)

    def _into_table(self) -> None:
        self._table.setFocus()
        if not self._table.currentIndex().isValid():
            self._table.go_to(0)
