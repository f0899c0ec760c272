"""The line of Today on what two laptops wrote apart and nobody is asked about: it can wait, and asks for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy
from learningcircles_ui import text
from learningcircles_ui.parts.headings import beside, button, soft
from learningcircles_ui.shell import Shell


class Apart(QObject):
    """How many there are. They are counted once the page is shown, beside everything else; `changed`: it is another
    number now.
    """

    changed = Signal()

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._parent = shell, parent
        self.count = 0

    def read(self) -> None:
        """Count them: by the way, since there may be thousands, and not at all where nothing can be there."""

        def count(worth_it: bool) -> None:
            if worth_it:
                self._shell.tasks.query_long(Reader.others, self._counted, lambda error: None, key="apart")
            else:
                self._counted(())

        self._shell.tasks.query(Reader.may_have_others, count, lambda error: None, key="apart")

    def place(self, questions: QWidget | None, column: QBoxLayout) -> None:
        """Add the line to the card of questions, or to the end of a column where there is none."""
        held = questions.layout() if questions is not None else None
        if self.count and isinstance(held, QVBoxLayout):
            held.addWidget(self._line(self.tr("%n other thing(s) were written on two laptops at once", "", self.count)))
        elif self.count:
            column.addWidget(self._line(self.tr("%n thing(s) were written on two laptops at once", "", self.count)))

    def _line(self, words: str) -> QWidget:
        told = text.grouped(words, self.count)
        show = button(self.tr("Show"), partial(_show, self._shell, self._parent), kind="link", parent=self._parent)
        show.setAccessibleName(self.tr("Show: {what}").format(what=told))
        return beside(soft(told, self._parent), show, parent=self._parent)

    def _counted(self, ids: Sequence[str]) -> None:
        before, self.count = self.count, len(ids)
        if before != self.count:
            self.changed.emit()


def _show(shell: Shell, parent: QWidget) -> None:
    lazy("learningcircles_ui.pages.today.written_apart").show_written_apart(shell, parent)
