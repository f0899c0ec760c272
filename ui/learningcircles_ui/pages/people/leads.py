"""Asking whose name, number and other details are shown of two members who are one person."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.leading import likelier
from learningcircles.circle.reader import Reader
from learningcircles_ui.parts.headings import plain, section, soft
from learningcircles_ui.parts.ticks import Radio

translate = QCoreApplication.translate


def read_both(reader: Reader, one: bytes, other: bytes) -> tuple[list[Record], bytes]:
    """Return two members as they are shown by now, and whose values are proposed to lead. Raises NotFound."""
    both = [reader.get("member", reader.shown_as(each)) for each in (one, other)]
    return both, likelier(reader, one, other)


class Leads:
    """The choice between two members, in the words of each, once they are known; and what happens to the rest."""

    def __init__(self, parent: QWidget) -> None:
        self._parent, self._asked = parent, translate("Leads", "Keep the name, number and details of:")
        self._heading: QWidget | None = None
        self.choices = [Radio("", parent), Radio("", parent)]
        told = translate(
            "Leads",
            "Where both have something, that of the one you keep is shown; what it lacks is taken from the other."
            " Nothing is deleted: you can take them apart again.",
        )
        self.told = soft(told, parent)
        self._members: Sequence[bytes] = ()
        self.forget()

    def below(self, column: QVBoxLayout) -> None:
        """Stand in a column."""
        self._heading = plain(self._asked, self._parent)
        for each in (self._heading, *self.choices, self.told):
            column.addWidget(each)
        self._show(bool(self._members))

    def beside(self, grid: QGridLayout, row: int) -> None:
        """Stand in a row of a table, each choice in the column of its member; `told` has its place elsewhere."""
        grid.addWidget(section(translate("Leads", "Keep"), self._parent), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, each in enumerate(self.choices, 1):
            grid.addWidget(each, row, column, Qt.AlignmentFlag.AlignTop)

    def show_both(self, both: Sequence[tuple[Record, str]], proposed: bytes) -> None:
        """Show two members, each with its words, and choose the one that is proposed."""
        self._members = [record.id for record, _ in both]
        for choice, (record, words) in zip(self.choices, both, strict=True):
            choice.setText(words)
            choice.setAccessibleName(f"{self._asked} {words}")
            choice.setChecked(record.id == proposed)
        self._show(True)

    def forget(self) -> None:
        """Ask nothing: somebody else may be meant."""
        self._members = ()
        self._show(False)

    def value(self) -> bytes | None:
        """Return who was chosen; None before anybody is asked."""
        return next((id_ for id_, each in zip(self._members, self.choices, strict=False) if each.isChecked()), None)

    def _show(self, known: bool) -> None:
        for each in (self._heading, *self.choices):
            if each is not None:
                each.setVisible(known)
