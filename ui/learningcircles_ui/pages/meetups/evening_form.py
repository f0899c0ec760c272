"""What is begun in “Who came?” and noted nowhere yet, as a form that keeps a draft: two fields, and who was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from learningcircles.entities.gathering import ATTENDANCE
from learningcircles_ui.pages.meetups.evening_notes import EveningNotes
from learningcircles_ui.parts.forms import Form


class EveningForm(Form):
    """Two fields of the dialog, which stand where they stand, and what waits to be noted.

    `noted` tells how many without a name are noted.
    """

    def __init__(
        self, guest: QLineEdit, count: QSpinBox, noted: Callable[[], int], notes: EveningNotes, parent: QWidget
    ) -> None:
        super().__init__(ATTENDANCE, (), parent)
        self._notes, self.under_way = notes, notes.under_way
        self._guest, self._count, self._noted = guest, count, noted
        self.hide()

    def draft(self) -> dict[str, Any]:
        """Return what is typed, and what waits or is under way: every other mark is noted."""
        name, number = self._guest.text().strip(), self._count.lineEdit().text().strip()
        begun = self._notes.kept() | ({"guest": name} if name else {})
        return begun | ({"count": number} if number and number != str(self._noted()) else {})

    def show_draft(self, draft: Mapping[str, Any]) -> None:
        """Show what `draft` returned; the number is noted when its field is left, as if it had been typed.

        What waited waits again: whoever sees it by name says whether it is still to be noted.
        """
        groups = [each["notes"] for each in draft.values() if isinstance(each, Mapping)]
        self._notes.wait([note for notes in groups for note in notes])
        self._guest.setText(str(draft.get("guest", "")))
        self._guest.setFocus()
        if str(draft.get("count", "")).isdecimal():
            self._count.setFocus()
            self._count.setValue(int(draft["count"]))

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self._guest.setFocus()
