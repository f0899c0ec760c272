"""Who is shown of the members: by status, and by what else narrows the list."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker
from PySide6.QtWidgets import QWidget

from learningcircles.entities.people import MEMBER, STATUSES
from learningcircles_ui import text
from learningcircles_ui.pages.people.filter import PeopleFilter
from learningcircles_ui.pages.people.rows import HERE, REMOVED
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.filter_line import FilterLine
from learningcircles_ui.parts.or_empty import Filters
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate
_HERE, _ALL = "here", "all"


class PeopleShown:
    """The choice of a status, the filter, and the line that says by what the filter narrows."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        self._shell = shell
        self.status = Choice(parent)
        self.status.setAccessibleName(translate("PeoplePage", "Which members"))
        self.status.addItem(translate("PeoplePage", "Everyone here"), _HERE)
        for status in STATUSES[:5]:
            self.status.addItem(text.choice_label(MEMBER.field("status"), status), status)
        self.status.addItem(translate("PeoplePage", "All, also those who left"), _ALL)
        self.status.addItem(translate("PeoplePage", "Recently removed"), REMOVED)
        kept = shell.remember.text("people/filter", _HERE)
        self.status.setCurrentIndex(max(0, self.status.findData(kept)))
        self.narrow = PeopleFilter(shell, parent)
        self.line = FilterLine(Filters(self._narrowed_by, self.narrow.clear), parent)
        self.filters = Filters(self._told, self._every)

    def where(self) -> dict[str, object]:
        """Return what the members have to hold, and remember it."""
        chosen = str(self.status.currentData())
        self._shell.remember.put_text("people/filter", chosen)
        self.line.look()
        if chosen == REMOVED:
            return {REMOVED: True}
        status = {} if chosen == _ALL else {"status": (*HERE, None) if chosen == _HERE else chosen}
        return status | self.narrow.where()

    def _told(self) -> str:
        status = "" if self.status.currentData() in (_HERE, _ALL) else self.status.currentText()
        return "  ·  ".join(part for part in (status, self._narrowed_by()) if part)

    def _narrowed_by(self) -> str:
        return "" if self.status.currentData() == REMOVED else self.narrow.told()

    def _every(self) -> None:
        """Take every filter off; words that are searched stay."""
        if self.status.currentData() != _ALL:
            with QSignalBlocker(self.status):
                self.status.setCurrentIndex(0)
        self.narrow.clear()
