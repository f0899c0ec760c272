"""The first run's step for names: those of a new circle, or the invitation to one that is there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles.trust.invitation import read_invitation
from learningcircles_ui import text
from learningcircles_ui.pages.before.first_draft import Field
from learningcircles_ui.pages.share.laptop_name import follow
from learningcircles_ui.parts.files import ask_to_open
from learningcircles_ui.parts.headings import button, labelled, title
from learningcircles_ui.pictured import ENDINGS, read_aside
from learningcircles_ui.tasks import Aside
from learningcircles_ui.theme import GAP_S


class FirstNames(QWidget):
    """Asks for names. `wrong` tells what is amiss, beside the line it is told of; pictures are read `aside`."""

    def __init__(
        self, wrong: Callable[[str, QWidget | None], None], aside: Aside, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._wrong, self._aside = wrong, aside
        self._joins = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self._heading = title("", self)
        self._heading.setWordWrap(True)
        self._column.addWidget(self._heading)
        self.circle = self._line(self.tr("Name of the circle"))
        self.invitation = self._line(self.tr("Invitation (it begins with learningcircles://join/)"))
        self._picture = self._button(self.tr("Take it from a picture or a file…"), self._choose_picture, "qrcode")
        self.person = self._line(self.tr("Your name"))
        self.device = self._line(self.tr("What this laptop is called"))
        follow(self.person, self.device)
        self.bundle = self._line(self.tr("File on a stick, where there is no network (may be left empty)"))
        self._browse = self._button(self.tr("Choose the file…"), self._choose_bundle, "usb")

    def ask(self, *, joins: bool) -> None:
        """Ask whoever begins a circle, or whoever joins one."""
        self._joins = joins
        self._heading.setText(self.tr("Join a circle") if joins else self.tr("Your new circle"))
        for line, seen in ((self.circle, not joins), (self.invitation, joins), (self.bundle, joins)):
            line.setVisible(seen)
            line.property("label").setVisible(seen)
        self._browse.setVisible(joins)
        self._picture.setVisible(joins)

    def fields(self) -> dict[str, Field]:
        """Return what somebody types into, by name, for a draft."""
        held = ("circle", "invitation", "person", "device", "bundle")
        return {name: getattr(self, name) for name in held}

    def missing(self) -> QWidget | None:
        """Return what still has to be filled in."""
        needed = [self.invitation if self._joins else self.circle, self.person, self.device]
        return next((line for line in needed if not line.text().strip()), None)

    def sound(self) -> bool:
        """Return whether the invitation, where there is one, can be read; tell where it cannot."""
        if self._joins:
            try:
                read_invitation(self.invitation.text().strip())
            except CircleError as error:
                self._wrong(text.sentence(error), self.invitation)
                return False
        return True

    def take_picture(self, path: Path) -> None:
        """Take the invitation from a picture of its code, its PDF, or a text."""
        self._wrong("", None)
        read_aside(
            self._aside, self, path, self.invitation.setText, lambda error: self._wrong(text.sentence(error), None)
        )

    def _choose_bundle(self) -> None:
        kinds = self.tr("Sticks (*.bundle)")
        ask_to_open(self, self.tr("File on a stick"), kinds, lambda path: self.bundle.setText(str(path)))

    def _choose_picture(self) -> None:
        kinds = self.tr("Pictures, PDFs and texts ({endings})").format(endings=ENDINGS)
        ask_to_open(self, self.tr("The invitation"), kinds, self.take_picture)

    def _line(self, label: str) -> QLineEdit:
        return labelled(self._column, label, self)

    def _button(self, words: str, clicked: Callable[[], None], icon_name: str) -> QWidget:
        made = button(words, clicked, icon_name=icon_name, parent=self)
        self._column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeading)
        return made
