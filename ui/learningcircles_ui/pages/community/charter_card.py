"""The circle's charter in a card: who may run the circle writes in place, and it is kept at once; others read."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.entities.registry import entity as declared
from learningcircles_ui import text
from learningcircles_ui.parts.draft_names import CHARTER
from learningcircles_ui.parts.drafts import Drafting
from learningcircles_ui.parts.edits import Edits
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import as_card, heading, plain, section, soft
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP

FIELDS = ("name", "objective", "project", "agreements")


class CharterCard(QWidget):
    """Objective, common project and agreements."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell = shell
        frame, column = as_card(self)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("Our charter"), frame))
        self.form: Form | None = None
        self.drafting: Drafting | None = None
        self._begun = False
        self._read = QVBoxLayout()
        if shell.may_run:
            self.form = Form(declared("charter"), FIELDS, frame)
            self._edits = Edits(shell, "charter", self.form, self.tr("Charter changed"))
            inside = QVBoxLayout()
            inside.addWidget(self.form)
            column.addLayout(inside)
            self.drafting = Drafting(shell, self.form, inside, self)
        column.addLayout(self._read)

    def go_on(self) -> None:
        """Go on with what was begun and is asked for now, or as soon as the charter is shown."""
        if self.drafting is not None and self._begun:
            self.drafting.resume()

    def show_charter(self, charter: Record | None) -> None:
        """Show what is written."""
        if self.form is not None:
            self._edits.show(self._shell.file.circle_id, charter.fields if charter else {})
            if self.drafting is not None and not self._begun:
                self._begun = True
                self.drafting.begin(CHARTER)
            return
        clear(self._read)
        kind = declared("charter")
        for name in FIELDS:
            field = kind.field(name)
            assert field is not None
            if words := shown(field, charter[name] if charter else None):
                self._read.addWidget(section(text.field_label(field), self))
                self._read.addWidget(plain(words, self))
        if charter is None or not any(charter[name] for name in FIELDS[1:]):
            self._read.addWidget(soft(self.tr("Nothing is written yet. A laptop that may run the circle can."), self))
