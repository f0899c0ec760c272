"""How long an exchange took: large buttons for the usual lengths, and a line for any other one.

What a typed length is taken for is said while it is typed, or asked back: nothing opens once somebody leaves the line,
which pressing what stands below it does.
"""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from learningcircles.entities.exchange import SWAP
from learningcircles.errors import InvalidValue
from learningcircles_ui import text
from learningcircles_ui.hall.fields import public, wipe
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.hall.one_of import OneOf
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.layouts import reveal
from learningcircles_ui.parts.timed_editors import LengthEditor
from learningcircles_ui.theme import GAP

_LENGTHS = (15, 20, 30, 45, 60, 75, 90, 120, 180, 240)
"""Minutes."""
_ONE_HOUR = 60
_EXAMPLE = 25
"""Minutes: a length that has no button."""
_MOST, _LEAST = 5, 2
"""How many of the buttons stand beside each other at most, and where there is hardly any room."""


class Lengths(QWidget):
    """The buttons; `typed` is the line, to be laid out beside them, and what stands there counts instead of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._across = 0
        self._group = OneOf()
        self.buttons: dict[int, QPushButton] = {}
        for minutes in _LENGTHS:
            made = large_button(text.hours(minutes), partial(self._chosen, minutes), self)
            self._group.add(made)
            self.buttons[minutes] = made
        self._place(_MOST)
        self.said = soft("", self)
        """What is understood by what is typed."""
        self.said.setFont(large_font(0.85))
        self.said.hide()
        self.typed = self._made()

    @property
    def line(self) -> QLineEdit:
        """Return where a length is typed."""
        line = self.typed.control
        assert isinstance(line, QLineEdit)
        return line

    def minimumSizeHint(self) -> QSize:
        """Two buttons beside each other: so narrow it can become, whatever there has been room for so far."""
        return QSize(self._wide(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many buttons stand beside each other as there is room for."""
        super().resizeEvent(event)
        self._place(next((each for each in range(_MOST, _LEAST, -1) if self._wide(each) <= self.width()), _LEAST))

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
        public(line)
        line.textEdited.connect(self._type)
        made.finished.connect(self._understood)
        column = made.layout()
        assert column is not None
        column.addWidget(self.said)
        return made

    def _wide(self, across: int) -> int:
        """Return how many pixels so many buttons take beside each other."""
        return across * max(each.sizeHint().width() for each in self.buttons.values()) + (across - 1) * GAP

    def _place(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for place, each in enumerate(self.buttons.values()):
            self._grid.addWidget(each, place // across, place % across)

    def _chosen(self, minutes: int) -> None:
        wipe(self.line)
        self.typed.show_value(None)
        self.typed.mark(False)
        self._say("")
        self._group.choose(self.buttons[minutes])

    def _type(self) -> None:
        """What is typed counts, and no button looks as if it did."""
        self.typed.mark(False)
        if not self.line.text().strip():
            self.begin()
            return
        self._group.choose(None)
        try:
            self._say(text.hours(int(self.typed.value())))
        except InvalidValue:
            self._say("")
            self._enlarge()
        QTimer.singleShot(0, self.typed, partial(reveal, self.typed))  # once what is said, or asked, has its place

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _understood(self) -> None:
        """Show what was understood, so that 45 is seen to be minutes."""
        if not self.line.text().strip():
            return
        with suppress(InvalidValue):
            words = text.hours(int(self.typed.value()))
            self.line.setText(words)
            self._say(words)

    def _enlarge(self) -> None:
        """Have what is asked back in the hall's size."""
        for each in self.typed.answers:
            tall(each)  # first: a style sheet brings back the font that was there before it
            each.setFont(large_font(weight=QFont.Weight.DemiBold))
