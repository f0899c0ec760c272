"""The record that somebody came to see in a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel


class Wanted(QObject):
    """It becomes the current row at once, or when the list that holds it has come."""

    def __init__(self, table: Table, model: RecordsModel[Any]) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._id: bytes | None = None
        model.counted.connect(lambda _: self.look())
        table.chosen.connect(self._chosen)

    @property
    def waits(self) -> bool:
        """Whether a record is looked for that the list does not hold yet."""
        return self._id is not None

    def show(self, id_: bytes | None) -> None:
        """Look for this record from now on, or for none. Until it is there no row is chosen: none is the one shown."""
        self._id = id_
        self.look()
        if self.waits:
            self._table.go_to(-1)

    def _chosen(self, id_: object) -> None:
        """Whoever chooses another one meanwhile does not want to be taken away from it later."""
        if id_ is not None:
            self._id = None

    def look(self) -> None:
        """Go to the record if the list holds it."""
        row = self._model.row_of(self._id)
        if row is not None:
            self._id = None
            self._table.go_to(row)
