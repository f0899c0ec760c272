"""The first run's step for getting a circle back: the sheet's words, where its records are, and who is here now."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError, InvalidValue, Locked, NotFound, Unreadable
from learningcircles.laptop import backup
from learningcircles.trust.recovery import RECOVER, read_sheet
from learningcircles_sync.bundle import is_bundle
from learningcircles_ui import text
from learningcircles_ui.pages.before.first_draft import Field
from learningcircles_ui.pages.share.laptop_name import follow
from learningcircles_ui.parts.files import ask_to_open
from learningcircles_ui.parts.headings import button, labelled, section, soft, title
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.parts.ticks import Radio, Tick
from learningcircles_ui.pictured import ENDINGS, read_aside
from learningcircles_ui.tasks import Aside
from learningcircles_ui.theme import GAP_S, larger


class GetBack(QWidget):
    """Asks for what `Starter` needs. `wrong` tells what is amiss."""

    def __init__(self, wrong: Callable[[str], None], aside: Aside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong, self._aside = wrong, aside
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(title(self.tr("Get a circle back"), self))
        self._ask_words(column)
        self._ask_where(column)
        self._ask_who(column)

    def _ask_words(self, column: QVBoxLayout) -> None:
        column.addWidget(section(self.tr("1. The recovery sheet"), self))
        label = self.tr("The 24 words of its recovery sheet")
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName(label)
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(larger(74))
        name = soft(self.tr("Its 24 words. With a backup and its passphrase, leave this empty."), self)
        name.setBuddy(self.words)
        column.addWidget(name)
        column.addWidget(self.words)
        self.words.textChanged.connect(self._read)
        self._button(column, self.tr("Take it from a picture or a file…"), self._choose_picture, "qrcode")

    def _ask_where(self, column: QVBoxLayout) -> None:
        """One of the two is asked for, never both."""
        column.addSpacing(GAP_S)
        column.addWidget(section(self.tr("2. Where the circle’s records are"), self))
        group = QButtonGroup(self)
        self.at_hub, self.at_hand = (
            Radio(self.tr("On the circle’s hub"), self),
            Radio(self.tr("In a file: from a stick, or a backup"), self),
        )
        for each in (self.at_hub, self.at_hand):
            each.setAccessibleName(each.text())
            group.addButton(each)
            column.addWidget(each)
        self.hub = labelled(
            column, self.tr("The hub’s address, printed on the sheet. A photo of its code brings it along."), self
        )
        self.file = labelled(column, self.tr("The file of the stick, or the backup"), self)
        choose = self._button(column, self.tr("Choose the file…"), self._choose_file, "usb")
        self.hub_gone = Tick(
            self.tr("The circle has no hub, or it is gone for good: this laptop keeps its list of laptops"), self
        )
        self.hub_gone.setAccessibleName(self.hub_gone.text())
        column.addWidget(self.hub_gone)
        self.passphrase = labelled(column, self.tr("The passphrase of the backup, if it has one"), self)
        hide_letters(self.passphrase)
        self._with_backup = [self.passphrase, self.passphrase.property("label")]
        self._without_backup: list[QWidget] = []
        self._with_hub = [self.hub, self.hub.property("label")]
        self._with_file = [self.file, self.file.property("label"), choose]
        self.file.textChanged.connect(self._named)
        self.at_hand.toggled.connect(lambda _: self._turn())
        self.at_hub.setChecked(True)
        self._turn()

    def _ask_who(self, column: QVBoxLayout) -> None:
        column.addSpacing(GAP_S)
        heading = section(self.tr("3. You and this laptop"), self)
        column.addWidget(heading)
        self.person = labelled(column, self.tr("Your name"), self)
        self.device = labelled(column, self.tr("What this laptop is called"), self)
        follow(self.person, self.device)
        lines = (self.person, self.device)
        self._without_backup = [heading, *lines, *(line.property("label") for line in lines)]
        self._turn()

    def _read(self) -> None:
        """A sheet's code tells whether there was a hub; words alone do not."""
        said = _typed(self.words)
        if said.lower().startswith(RECOVER) and not self.hub.text().strip():
            with suppress(CircleError):  # not all of it is there yet
                self.at_hand.setChecked(self.at_hand.isChecked() or not read_sheet(said).hub)

    def _named(self, name: str) -> None:
        if name:
            self.at_hand.setChecked(True)
        self._turn()

    def _turn(self) -> None:
        """Ask for what was chosen, and for no more."""
        at_hand = self.at_hand.isChecked()
        for each in self._with_hub:
            each.setVisible(not at_hand)
        for each in self._with_file:
            each.setVisible(at_hand)
        self.hub_gone.setVisible(at_hand and self.file.text().strip().lower().endswith(".bundle"))
        for each in self._with_backup:
            each.setVisible(self.is_backup())
        for each in self._without_backup:  # a backup tells both
            each.setVisible(not self.is_backup())

    def held_in(self) -> str:
        """Return the file that holds it; empty where its hub does."""
        return self.file.text().strip() if self.at_hand.isChecked() else ""

    def is_backup(self) -> bool:
        """Return whether a backup is chosen, whatever its file is called."""
        held = self.held_in()
        return held.lower().endswith(".backup") or bool(held and backup.is_backup(Path(held)))

    def is_sealed(self) -> bool:
        """Return whether it is a backup with its passphrase: that may be the circle's from now on."""
        return self.is_backup() and bool(self.passphrase.text())

    def secret(self) -> str:
        """Return what opens it: a backup's passphrase, or else the words."""
        passphrase = self.passphrase.text() if self.is_backup() else ""
        return passphrase or self.words.toPlainText()

    def at_fault(self, error: CircleError) -> QWidget | None:
        """Return the field that holds why a backup does not come back: what was to open it, or which file it is.

        None where it is neither: a full disk.
        """
        if not isinstance(error, InvalidValue | Locked):
            is_file = isinstance(error, NotFound | Unreadable) or error.code == "has_circle"
            return self.file if is_file else None
        return self.words if _typed(self.words) and not self.passphrase.text() else self.passphrase

    def fields(self) -> dict[str, Field]:
        """Return what somebody types into, by name, for a draft."""
        return {name: getattr(self, name) for name in ("words", "hub", "file", "passphrase", "person", "device")}

    def missing(self) -> QWidget | None:
        """Return what still has to be filled in; only the words where the laptop's own file or a backup comes back."""
        if self.is_backup():
            return None
        needed: list[QLineEdit | QPlainTextEdit] = [self.words, self.person, self.device]
        if self.at_hand.isChecked():
            needed.insert(1, self.file)
        return next((line for line in needed if not _typed(line)), None)

    def wrong_file(self) -> CircleError | None:
        """Return what is wrong with a file that is neither a backup nor a stick's; None where none is chosen."""
        held = self.held_in()
        if not held or self.is_backup() or is_bundle(Path(held)):
            return None
        if not Path(held).exists():
            return NotFound("no_file", "There is no file {file}.", file=held)
        return InvalidValue("no_such_kind", "{file} is neither the file of a stick nor a backup.", file=held)

    def amiss(self) -> CircleError | None:
        """Return what is wrong with the words of a sheet; None where they may be a backup's passphrase."""
        if self.is_backup():
            return None
        try:
            read_sheet(_typed(self.words))
        except CircleError as error:
            return error
        return None

    def take_picture(self, path: Path) -> None:
        """Take the sheet from a picture of its code, its PDF, or a text."""
        self._wrong("")
        read_aside(self._aside, self, path, self.words.setPlainText, lambda error: self._wrong(text.sentence(error)))

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures, PDFs and texts ({endings})").format(endings=ENDINGS)
        ask_to_open(self, self.tr("The recovery sheet"), kinds, self.take_picture)

    def _choose_file(self) -> None:
        kinds = self.tr("Sticks and backups ({endings})").format(endings="*.bundle *.backup")
        ask_to_open(self, self.tr("A stick or a backup"), kinds, lambda path: self.file.setText(str(path)))

    def _button(self, column: QVBoxLayout, words: str, clicked: Callable[[], None], icon_name: str) -> QWidget:
        made = button(words, clicked, icon_name=icon_name, parent=self)
        column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        return made


def _typed(line: QLineEdit | QPlainTextEdit) -> str:
    return (line.text() if isinstance(line, QLineEdit) else line.toPlainText()).strip()
