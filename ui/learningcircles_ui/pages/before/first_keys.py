"""The first run's last step: who may open the circle here, and its recovery sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.keystore import check_passphrase
from learningcircles_ui import text
from learningcircles_ui.pages.before.first_sheet import FirstSheet
from learningcircles_ui.parts.headings import labelled, plain, soft, title
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.theme import GAP_S


class FirstKeys(QWidget):
    """Asks whether it opens with a passphrase. `kept` says where the keys are; `wrong` tells what is amiss."""

    def __init__(self, kept: str, wrong: Callable[[str, QWidget | None], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = wrong
        self.sealed = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP_S)
        column.addWidget(title(self.tr("Who may open it?"), self))
        safe = self.tr("Everything is kept encrypted on this laptop. Nothing leaves it until you share.")
        column.addWidget(plain(safe, self))
        self.kept = soft(kept, self)
        column.addWidget(self.kept)
        self.ask = Tick(self.tr("Ask for a passphrase each time it is opened"), self)
        self.ask.setAccessibleName(self.ask.text())
        column.addWidget(self.ask)
        stays = self.tr(
            "If the circle was locked when the backup was made, it stays locked with the passphrase of the backup,"
            " unless you give it another one here."
        )
        self.stays = soft(stays, self)
        column.addWidget(self.stays)
        self._lines(column)
        self.lost = FirstSheet(self)
        self.sheet = self.lost.wanted
        column.addWidget(self.lost)
        for each in (self.ask, self.sheet):
            each.toggled.connect(lambda _: self._warn())
        self._is_used = False
        self.ask.toggled.connect(lambda _: self._own())
        self._own()

    def fields(self) -> dict[str, QLineEdit]:
        """Return what is typed into here, by name."""
        return {"passphrase": self.passphrase, "again": self.again}

    def use(self, used: bool) -> None:
        """A circle is being made with the passphrase, or not any more: meanwhile none is lost."""
        self._is_used = used
        self._own()

    def _own(self) -> None:
        """What stands in fields that are not seen is not meant."""
        for line in self.fields().values():
            line.setProperty("own", self.ask.isChecked() and not self._is_used)

    def tell_backup(self, sealed: bool) -> None:
        """Say what a backup that a passphrase opens may bring along, in place of where the keys are: which of the two
        it is shows when it is opened.
        """
        self.sealed = sealed
        self.kept.setVisible(not sealed)
        self.stays.setVisible(sealed)

    def offer_sheet(self, seen: bool) -> None:
        """Let a sheet be made with the circle, or not."""
        self.lost.setVisible(seen)
        self._warn()

    def _warn(self) -> None:
        """Whoever forgets a passphrase needs the sheet."""
        self.without.setVisible(self.ask.isChecked() and not self.sheet.isChecked() and not self.lost.isHidden())

    def _lines(self, column: QVBoxLayout) -> None:
        self.passphrase = labelled(column, self.tr("Passphrase (at least 8 letters)"), self)
        self.again = labelled(column, self.tr("The same once more"), self)
        words = self.tr("Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again.")
        forgotten = soft(words, self)
        column.addWidget(forgotten)
        asked: list[QWidget] = [forgotten]
        hide_letters(self.passphrase, self.again)
        for line in (self.passphrase, self.again):
            asked += [line, line.property("label")]
        without = self.tr(
            "Without the recovery sheet the circle is lost on this laptop if the passphrase is forgotten."
        )
        self.without = plain(without, self)
        self.without.setProperty("kind", "wrong")
        self.without.hide()
        column.addWidget(self.without)
        for widget in asked:
            widget.hide()
            self.ask.toggled.connect(widget.setVisible)

    def goes_on(self, focus: QWidget | None) -> bool:
        """From a passphrase that will do go on to typing it once more; return whether there was more to do here."""
        if focus is not self.passphrase or not self.ask.isChecked() or self.again.text():
            return False
        try:
            check_passphrase(self.passphrase.text())
        except CircleError as error:
            self._wrong(text.sentence(error), self.passphrase)
        else:
            self._wrong("", None)
            self.again.setFocus()
        return True

    def chosen(self) -> str | None:
        """Return the passphrase, "" for none, or None where what was typed will not do; then it is told."""
        if not self.ask.isChecked():
            return ""
        passphrase = self.passphrase.text()
        try:
            check_passphrase(passphrase)
        except CircleError as error:
            self._wrong(text.sentence(error), self.passphrase)
            return None
        if passphrase != self.again.text():
            self._wrong(self.tr("The two passphrases are not the same."), self.again)
            return None
        return passphrase
