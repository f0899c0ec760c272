"""What is begun in “Who came?” and noted nowhere yet, as a form that keeps a draft: a guest's name, a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from learningcircles.entities.gathering import ATTENDANCE
from learningcircles_ui.parts.forms import Form

_BETWEEN = "; "
"""Between the guests that were refused, as they stand on Today."""


class Refused(NamedTuple):
    """How the guests are had that were refused, and one of them is noted again."""

    names: Callable[[], Sequence[str]]
    note: Callable[[str], object]


class EveningForm(Form):
    """Two fields of the dialog, which stand where they stand, and the guests that were refused.

    `noted` tells how many without a name are noted.
    """

    def __init__(
        self, guest: QLineEdit, count: QSpinBox, noted: Callable[[], int], refused: Refused, parent: QWidget
    ) -> None:
        super().__init__(ATTENDANCE, (), parent)
        self._refused = refused
        self._guest, self._count, self._noted = guest, count, noted
        self.hide()

    def draft(self) -> dict[str, Any]:
        """Return what is typed: every mark but these two is noted at once."""
        name, number = self._guest.text().strip(), self._count.lineEdit().text().strip()
        begun = {"guest": name} if name else {}
        begun |= {"guests": _BETWEEN.join(self._refused.names())} if self._refused.names() else {}
        return begun | ({"count": number} if number and number != str(self._noted()) else {})

    def show_draft(self, draft: Mapping[str, Any]) -> None:
        """Show what `draft` returned; the number is noted when its field is left, as if it had been typed.

        The guests are noted at once: each was ended by Enter.
        """
        for each in filter(None, str(draft.get("guests", "")).split(_BETWEEN)):
            self._refused.note(each)
        self._guest.setText(str(draft.get("guest", "")))
        self._guest.setFocus()
        if str(draft.get("count", "")).isdecimal():
            self._count.setFocus()
            self._count.setValue(int(draft["count"]))

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self._guest.setFocus()
