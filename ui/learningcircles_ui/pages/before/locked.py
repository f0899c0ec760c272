"""What stands there while a circle is locked: its name, and a field for the passphrase. Nothing else is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.laptop.lock import try_passphrase
from learningcircles_ui import text
from learningcircles_ui.parts.dropped import Dropped
from learningcircles_ui.parts.headings import button, card, plain, soft, title
from learningcircles_ui.parts.layouts import on_screen
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.tasks import Aside
from learningcircles_ui.theme import GAP, GAP_L, larger
from learningcircles_ui.visitors import may_open, nothing_that_opens


class Locked(QWidget):
    """`opened` carries the passphrase once it is the right one, `other` the name of another circle to go to.

    `received` carries a file that was dropped, to be opened once the circle is; `painted`: it is seen.
    """

    opened = Signal(str)
    other = Signal(str)
    received = Signal(str)
    painted = Signal()

    def __init__(
        self, home: Home, file: CircleFile, why: str, others: Sequence[CircleFile] = (), *, kept: bool = True
    ) -> None:
        """`kept`: what had been begun is there again afterwards."""
        super().__init__()
        self._home, self._file = home, file
        self._aside = Aside(self)  # of its own: a circle that is being joined may wait for its hub
        self.setWindowTitle(f"{file.called} — Learning Circles")
        self.resize(on_screen(self, 1280, 800))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        outer.addStretch(2)
        frame, column = card(self)
        frame.setFixedWidth(min(larger(440), 900))
        column.setSpacing(GAP)
        heading = title(self.tr("{circle} is locked").format(circle=file.called), frame)
        heading.setWordWrap(True)
        column.addWidget(heading)
        begun = self.tr("What you had begun is kept.") if kept else ""
        told = self.tr("Nothing is shared until it is opened again.")
        column.addWidget(soft(" ".join(part for part in (why, begun, told) if part), frame))
        self.passphrase = QLineEdit(frame)
        hide_letters(self.passphrase)
        self.passphrase.setAccessibleName(self.tr("Passphrase"))
        self.passphrase.setPlaceholderText(self.passphrase.accessibleName())
        self.passphrase.returnPressed.connect(self.submit)
        self.wrong = plain("", frame)
        self.wrong.setProperty("kind", "wrong")
        self.wrong.hide()
        self.button = button(self.tr("Open"), self.submit, kind="main", parent=frame)
        self.brought = soft("", frame)
        self.brought.hide()
        for widget in (self.passphrase, self.wrong, self.brought, self.button, *map(self._way_to, others)):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(3)
        self.passphrase.setFocus()
        Dropped(self, partial(self._dropped, []))

    def _way_to(self, other: CircleFile) -> QWidget:
        words = self.tr("Go to {circle}").format(circle=other.name)
        return button(words, partial(self.other.emit, other.name), kind="link", parent=self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell that it is seen."""
        super().paintEvent(event)
        self.painted.emit()

    def _dropped(self, waiting: list[Path], files: Sequence[Path]) -> None:
        """It is opened with the circle: nothing goes into the field, nor past the lock."""
        opened = [each for each in files if each.exists() and may_open(str(each))]
        for each in opened:
            self.received.emit(str(each))
        waiting += [each for each in opened if each not in waiting]
        named = text.listed([text.as_written(each.name) for each in waiting])
        told = self.tr("{name} is opened as soon as the circle is.")
        if len(waiting) > 1:
            told = self.tr("They are opened as soon as the circle is: {names}.")
        said = [told.format(name=named, names=named)] if waiting else []
        said += [self._not_opened(each) for each in files if each not in opened]
        self.brought.setText(" ".join(said))
        self.brought.show()
        announce(self.brought, self.brought.text())

    def _not_opened(self, file: Path) -> str:
        words = nothing_that_opens() if file.exists() else self.tr("{name} is not there.")
        return words.format(name=text.as_written(file.name))

    def submit(self) -> None:
        """Try what was typed; it takes a moment, and the window stays awake meanwhile."""
        typed = self.passphrase.text()
        if typed and self.button.isEnabled():
            self.button.setEnabled(False)
            self.wrong.setText("")  # it was said of another one
            self.wrong.hide()
            tried = partial(try_passphrase, self._home, self._file, typed)
            self._aside.run(tried, lambda _: self._right(typed), self._not_it)

    def leave(self) -> None:
        """Something else comes in its place: nobody waits for what comes of a passphrase that is being tried."""
        self._aside.let_go()

    def closeEvent(self, event: QCloseEvent) -> None:
        """It is left."""
        self.leave()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a button presses it."""
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focus is self.button:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _right(self, passphrase: str) -> None:
        self.passphrase.clear()
        self.opened.emit(passphrase)

    def _not_it(self, error: CircleError) -> None:
        self.button.setEnabled(True)
        self.wrong.setText(text.sentence(error))
        self.wrong.show()
        self.passphrase.clear()
        self.passphrase.setFocus()
