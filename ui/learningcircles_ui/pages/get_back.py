"""The first run's step for getting a circle back: the sheet's words, where its records are, and who is here now."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.pages.first_draft import Field
from learningcircles_ui.pages.laptop_name import follow
from learningcircles_ui.parts.files import ask_to_open
from learningcircles_ui.parts.headings import button, labelled, soft, title
from learningcircles_ui.parts.qr import read_code
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.theme import GAP_S, larger


class GetBack(QWidget):
    """Asks for what `Starter` needs. `wrong` tells what is amiss."""

    def __init__(self, wrong: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = wrong
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(title(self.tr("Get a circle back"), self))
        label = self.tr("The 24 words of its recovery sheet (a backup with a passphrase: the passphrase)")
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(label)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(larger(74))
        name = soft(label, self)
        name.setBuddy(self.words)
        column.addWidget(name)
        column.addWidget(self.words)
        self._button(column, self.tr("Take it from a picture or a file…"), self._choose_picture, "qrcode")
        self.hub = labelled(
            column, self.tr("Where its hub is, as printed on the sheet (empty if you took a picture)"), self
        )
        self.file = labelled(column, self.tr("Or a stick or backup that holds it"), self)
        self._button(column, self.tr("Choose the file…"), self._choose_file, "usb")
        self.hub_gone = Tick(self.tr("Its hub is gone too: this laptop runs the circle from now on"), self)
        self.hub_gone.setAccessibleName(self.hub_gone.text())
        self.hub_gone.hide()
        self.file.textChanged.connect(lambda name: self.hub_gone.setVisible(name.endswith(".bundle")))
        column.addWidget(self.hub_gone)
        self.person = labelled(column, self.tr("Your name"), self)
        self.device = labelled(column, self.tr("What this laptop is called"), self)
        follow(self.person, self.device)

    def fields(self) -> dict[str, Field]:
        """Return what somebody types into, by name, for a draft."""
        return {name: getattr(self, name) for name in ("words", "hub", "file", "person", "device")}

    def missing(self) -> QWidget | None:
        """Return what still has to be filled in; only the words where the laptop's own file or a backup comes back."""
        if self.file.text().strip().endswith(".backup"):
            return None
        needed: list[QLineEdit | QPlainTextEdit] = [self.words, self.person, self.device]
        return next((line for line in needed if not _typed(line)), None)

    def take_picture(self, path: Path) -> None:
        """Take the sheet from a picture of its code, or from a text."""
        self._wrong("")
        try:
            self.words.setPlainText(read_code(path))
        except CircleError as error:
            self._wrong(text.sentence(error))

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures and texts ({endings})").format(endings="*.png *.jpg *.jpeg *.webp *.bmp *.txt")
        ask_to_open(self, self.tr("The recovery sheet"), kinds, self.take_picture)

    def _choose_file(self) -> None:
        kinds = self.tr("Sticks and backups ({endings})").format(endings="*.bundle *.backup")
        ask_to_open(self, self.tr("A stick or a backup"), kinds, lambda path: self.file.setText(str(path)))

    def _button(self, column: QVBoxLayout, words: str, clicked: Callable[[], None], icon_name: str) -> None:
        made = button(words, clicked, icon_name=icon_name, parent=self)
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)


def _typed(line: QLineEdit | QPlainTextEdit) -> str:
    return (line.text() if isinstance(line, QLineEdit) else line.toPlainText()).strip()
