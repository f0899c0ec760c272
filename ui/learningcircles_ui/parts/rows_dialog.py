"""A dialog that lists a few things, each with buttons beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain


class RowsDialog(Dialog):
    """`nothing` is said while there is no row."""

    def __init__(self, title: str, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(title, self.tr("Done"), parent, width=560)
        self.leave_button.hide()
        self.none = plain(nothing, self)
        self.none.hide()
        self.body.addWidget(self.none)
        self.rows: list[QWidget] = []

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these rows, as `row` makes them, in the place of those that were shown before."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = list(rows)
        self.none.setVisible(not rows)
        for row in self.rows:
            self.body.addWidget(row)
            row.show()  # what is hidden takes no room, and would be shown only after the dialog has taken its size
        self.fit()

    def row(self, words: str, *buttons: QWidget) -> QWidget:
        """Return a row of words with buttons after them."""
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(plain(words, row), 1)
        for each in buttons:
            layout.addWidget(each)
        return row
