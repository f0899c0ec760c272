"""What is begun in “Who came?” and noted nowhere yet, as a form that keeps a draft: its fields, and who was refused."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from learningcircles.entities.gathering import ATTENDANCE
from learningcircles_ui.pages.meetups.evening_left import LeftNames
from learningcircles_ui.pages.meetups.evening_marks import gone_of
from learningcircles_ui.pages.meetups.evening_notes import EveningNotes
from learningcircles_ui.parts.draft_names import LEFT
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.unkept import Erased


class EveningForm(Form):
    """Fields of the dialog, which stand where they stand, and what waits to be noted.

    `letters`: of a name, in the first field; `left` tells whose of them have marked nobody yet, `noted` how many
    without a name are noted. `waits`: of whom it is still to be said who is meant.
    """

    def __init__(
        self, letters: QLineEdit, left: Callable[[], str], guest: QLineEdit, count: QSpinBox, noted: Callable[[], int],
        notes: EveningNotes, waits: LeftNames, parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(ATTENDANCE, (), parent)
        self._names = {"guest": guest, "letters": letters}
        self._typed = {"guest": guest.text, "letters": left}
        self._notes, self.under_way = notes, notes.under_way
        self._waits = waits
        self._count, self._noted = count, noted
        self.called: Mapping[bytes, str] = {}
        """What members are called, those who are erased since as well."""
        self.hide()

    def draft(self) -> dict[str, Any]:
        """Return what is typed, and what waits or is under way: every other mark is noted."""
        number = self._count.lineEdit().text().strip()
        names = {name: words for name, typed in self._typed.items() if (words := typed().strip())}
        waits = {LEFT: self._waits.names} if self._waits.names else {}
        begun = self._notes.kept() | waits | names
        return begun | ({"count": number} if number and number != str(self._noted()) else {})

    def show_draft(self, draft: Mapping[str, Any]) -> None:
        """Show what `draft` returned; the number is noted when its field is left, as if it had been typed.

        What waited waits again: whoever sees it by name says whether it is still to be noted.
        """
        groups = [each["notes"] for each in draft.values() if isinstance(each, Mapping)]
        self._notes.wait([note for notes in groups for note in notes])
        self._waits.show_names(draft.get(LEFT, ()))
        for name, field in self._names.items():
            field.setText(str(draft.get(name, "")))
        self._names["guest" if draft.get("guest") else "letters"].setFocus()
        if str(draft.get("count", "")).isdecimal():
            self._count.setFocus()
            self._count.setValue(int(draft["count"]))

    def drop_erased(self, erased: Erased) -> str:
        """Drop what may speak of people who are erased, and nobody else who waits; return what is said of that."""
        waiting = self._notes.unwritten
        gone = gone_of(waiting.items, erased, self.called)
        dropped: list[object] = [each for each in waiting.items if gone.takes(each)]
        for each in dropped:
            waiting.drop(each)
        dropped += self._waits.drop_all(gone.takes_letters)
        taken = [field for field in self._names.values() if field.text().strip() and gone.takes_guest(field.text())]
        for field in self._names.values():
            _show_alone(field, "" if field in taken else field.text())
        if gone.marks:
            return self.tr("Somebody was erased: what waited of them is gone with them.")
        if dropped or taken:
            return self.tr(
                "Somebody was erased. Guests who waited may be that person, and are gone: note the others again."
            )
        return self.tr("Somebody was erased, and it is nobody who waits here.")

    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self._names["letters"].setFocus()


def _show_alone(field: QLineEdit, words: str) -> None:
    """Show these words, and let Ctrl+Z bring back nothing that stood there before: it may be of who is erased."""
    place = field.cursorPosition()
    field.setText(words)
    field.setCursorPosition(place)
