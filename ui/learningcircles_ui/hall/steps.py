"""What every screen of the hall is, and the first one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.parts.headings import leading, soft
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP


class Desk(Protocol):
    """What a screen is given: the circle, and the way to write. `said` is told with Undo, in the hall's own words."""

    shell: Shell

    def do(self, work: Callable[[Any], Any], said: str, then: Callable[[], None] | None = None) -> None: ...


class Step(QWidget):
    """A screen. `asks` carries its question; `done` leads to the first screen."""

    asks = Signal(str)
    done = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(GAP)

    def begin(self) -> None:
        """Begin anew."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Have the keyboard go on here."""
        raise NotImplementedError

    def look(self) -> None:
        """Something was written: read again."""

    def back(self) -> bool:
        """Go one question back; return whether there was one."""
        return False

    def words(self, text: str) -> QLabel:
        """Return a quiet line in the hall's size."""
        label = soft(text, self)
        label.setFont(large_font(0.85))
        return leading(label)


class Beginning(Step):
    """What can be done here, as large as the screen allows."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.buttons: dict[str, QPushButton] = {}
        for name, words, icon_name in (
            ("swap", self.tr("Record an exchange"), "arrows-exchange"),
            ("came", self.tr("Who came today?"), "user-check"),
            ("guest", self.tr("Sign up a guest"), "user-plus"),
        ):
            made = large_button(words, partial(self.wanted.emit, name), self, icon_name=icon_name)
            made.setFont(large_font(1.2))
            side = QFontMetrics(made.font()).height()
            made.setIconSize(QSize(round(side * 1.6), round(side * 1.4)))
            tall(made, 1.6)
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self.buttons[name] = made
            self.column.addWidget(made)
        self.note = self.words("")
        self.column.addWidget(self.note)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Ask what to do."""
        self.asks.emit(self.tr("What would you like to write down?"))
        self.take_keys()

    def take_keys(self) -> None:
        """Go on with the first thing to do."""
        self.buttons["swap"].setFocus()

    def meetups(self, today: bool, any_: bool) -> None:
        """Offer what can be done with the meetups that there are."""
        self.buttons["came"].setEnabled(today)
        self.buttons["guest"].setEnabled(any_)
        self.note.setText("" if today else self.tr("There is no meetup today."))
