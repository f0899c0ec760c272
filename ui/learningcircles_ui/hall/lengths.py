"""How long an exchange took: large buttons for the usual lengths, and a line for any other one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QPushButton, QWidget

from learningcircles.entities.exchange import SWAP
from learningcircles.errors import InvalidValue
from learningcircles_ui import text
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.parts.timed_editors import LengthEditor
from learningcircles_ui.theme import GAP, GAP_L

_LENGTHS = (15, 20, 30, 45, 60, 75, 90, 120, 180, 240)
"""Minutes."""
_ONE_HOUR = 60
_EXAMPLE = 25
"""Minutes: a length that has no button."""


class Lengths(QWidget):
    """The buttons; `typed` is the line, to be laid out beside them, and what stands there counts instead of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GAP)
        self._group = QButtonGroup(self)
        self.buttons: dict[int, QPushButton] = {}
        for minutes in _LENGTHS:
            made = large_button(text.hours(minutes), partial(self._chosen, minutes), self)
            made.setCheckable(True)
            self._group.addButton(made)
            self.buttons[minutes] = made
        across = _across(list(self.buttons.values()))
        for place, made in enumerate(self.buttons.values()):
            grid.addWidget(made, place // across, place % across)
        self.typed = self._made()

    @property
    def line(self) -> QLineEdit:
        """Return where a length is typed."""
        line = self.typed.control
        assert isinstance(line, QLineEdit)
        return line

    def begin(self) -> None:
        """An hour, unless somebody says otherwise."""
        self._chosen(_ONE_HOUR)

    def minutes(self) -> int:
        """Return the minutes that are typed, else those of the pressed button; raises InvalidValue."""
        if self.line.text().strip():
            return int(self.typed.value())
        return next(minutes for minutes, made in self.buttons.items() if made.isChecked())

    def wrong(self) -> None:
        """Show that what is typed is no length."""
        self._enlarge()
        self.typed.mark(True)
        self.line.setFocus()

    def begun(self) -> Any:
        """Return what stands there, for `go_on`: the words, or the minutes of a button."""
        return self.line.text() if self.line.text().strip() else self.minutes()

    def go_on(self, begun: Any) -> None:
        """Show what `begun` returned."""
        if isinstance(begun, int):
            self._chosen(begun)
        else:
            self.line.setText(begun)
            self._type()

    def _made(self) -> LengthEditor:
        what = SWAP.field("minutes")
        assert what is not None
        made = LengthEditor(what, self)
        line = made.control
        assert isinstance(line, QLineEdit)
        line.setPlaceholderText(self.tr("or such as {length}").format(length=text.hours(_EXAMPLE)))
        line.setAccessibleName(self.tr("Another length"))
        line.setFont(large_font())
        tall(line)
        line.textEdited.connect(self._type)
        made.finished.connect(self._understood)
        return made

    def _chosen(self, minutes: int) -> None:
        self.line.clear()
        self.typed.show_value(None)
        self.typed.mark(False)
        self.buttons[minutes].setChecked(True)

    def _type(self) -> None:
        """What is typed counts, and no button looks as if it did."""
        self.typed.mark(False)
        if not self.line.text().strip():
            self.begin()
            return
        self._group.setExclusive(False)
        for each in self.buttons.values():
            each.setChecked(False)
        self._group.setExclusive(True)

    def _understood(self) -> None:
        """Show what was understood, so that 45 is seen to be minutes."""
        if not self.line.text().strip():
            return
        try:
            self.line.setText(text.hours(int(self.typed.value())))
        except InvalidValue:
            self._enlarge()

    def _enlarge(self) -> None:
        """Have what is asked back in the hall's size."""
        for each in self.typed.answers:
            each.setFont(large_font())
            tall(each)


def _across(buttons: list[QPushButton]) -> int:
    """Return how many of the buttons stand beside each other on this screen."""
    widest = max(each.sizeHint().width() for each in buttons)
    room = QGuiApplication.primaryScreen().availableSize().width() - 4 * GAP_L
    return next((many for many in (5, 4, 3) if many * widest + (many - 1) * GAP <= room), 2)
