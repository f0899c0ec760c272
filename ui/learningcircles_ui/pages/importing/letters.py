"""How a file's letters are read, where somebody sees that they were guessed wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from learningcircles.intake.alphabets import ENCODING_LABELS, known_as
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.headings import plain


def letters_of(encoding: str) -> str:
    """Return for which letters an encoding was made; one that nobody can choose stands for itself."""
    return QCoreApplication.translate("fields", ENCODING_LABELS.get(known_as(encoding), encoding))


class ReadAs(QWidget):
    """`chosen` carries the encoding that somebody chose. Hidden for files that tell their own."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = plain(self.tr("Letters look wrong? Read it as"), self)
        label.setWordWrap(False)
        self.choice = Choice(self)
        self.choice.setAccessibleName(label.text())
        for name in ENCODING_LABELS:
            self.choice.addItem(letters_of(name), name)
        self.choice.activated.connect(lambda _: self.chosen.emit(str(self.choice.currentData())))
        label.setBuddy(self.choice)
        row.addWidget(label)
        row.addWidget(self.choice)
        row.addStretch(1)

    def show_read(self, encoding: str) -> None:
        """Tell how the file was read; empty where it is no text."""
        self.choice.setCurrentIndex(self.choice.findData(known_as(encoding)))
        self.setVisible(bool(encoding))
