"""A line above a list that says by what it is narrowed, with the way to take that off; not there where it is not."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles_ui.parts.headings import beside, button, plain
from learningcircles_ui.parts.or_empty import Filters, only, take_off


class FilterLine(QWidget):
    """`look` is called whenever the filter may be another one. `then` has the keyboard once it is taken off here."""

    def __init__(self, filters: Filters, parent: QWidget) -> None:
        super().__init__(parent)
        self.then: QWidget | None = None
        self._filters = filters
        self.words = plain("", self)
        self.off = button(take_off(), filters.off, kind="link", icon_name="x", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(beside(self.words, self.off, parent=self))
        self.look()

    def look(self) -> None:
        """Say what the filter is now."""
        by = self._filters.told()
        self.words.setText(only(by))
        if self.then is not None and not by and self.off.hasFocus():
            self.then.setFocus()
        self.setVisible(bool(by))
