"""Several people who are typed in one line of “Who came?”: each is noted, or asked about, for themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from learningcircles.circle.meetups import no_name
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.attendance_rows import is_somebody
from learningcircles_ui.parts.asked import NOBODY

if TYPE_CHECKING:
    from learningcircles_ui.pages.meetups.attendance import Attendance


class Said:
    """What is said of several people who were entered at once: together, until somebody types on in these fields."""

    def __init__(self, *fields: QLineEdit) -> None:
        self._told: list[str] = []
        self._left = 0
        self._question = ""
        for each in fields:
            each.textEdited.connect(lambda _: self.begin(0))

    def begin(self, people: int) -> None:
        """So many people are entered."""
        self._told, self._left, self._question = [], people, ""

    def ask(self, question: str) -> None:
        """Ask about one of them, who is not noted."""
        self._left -= 1
        self._question = self._question or question

    def with_others(self, words: str) -> str:
        """Return what was said of those who were entered with somebody, whom these words are of; the question last."""
        if self._left < 1:
            self.begin(1)
        self._left -= 1
        self._told.append(words)
        return " ".join(filter(None, [*self._told, self._question]))


def enter_each(evening: Attendance, parts: Sequence[str]) -> None:
    """Enter each of several people. Who is asked about stays in the field; another name goes behind several."""
    line, asked = evening.letters.edit, []
    evening.said.begin(len(parts))
    for part in parts:
        evening._asked = NOBODY
        line.setText(part)
        evening._entered()
        if line.text():
            asked.append(part)
            evening.said.ask(evening._last)
    evening._asked = NOBODY
    line.setText(", ".join(asked) + (", " if len(asked) > 1 else ""))
    if len(asked) == 1:
        evening._asked = evening.model.asked(line.text())


def enter_early(evening: Attendance, early: Sequence[str]) -> None:
    """Enter all whose letters were ended before the list was read, and end it where that was meant; empty letters are
    such an end. Who is asked about stays, and what was typed on since stands behind them.
    """
    line, everybody = evening.letters.edit, evening.model.everybody
    typed, place = line.text(), line.cursorPosition()
    enter_each(evening, [part for each in early if each for part in everybody.parts_of(each)])
    if typed:
        evening._asked = NOBODY
        line.setText(_for_another(line.text()) + typed)
        line.setCursorPosition(len(line.text()) - len(typed) + place)
    elif "" in early:
        evening._finish()


def make_way(evening: Attendance, is_new: bool) -> None:
    """Make way in the field for the next name: it goes behind somebody new, or several, who are noted nowhere yet.

    How many came is clear, and is noted: behind a name it would say how many more. What finds a member is a search, and
    the next name takes its place, as by Tab.
    """
    line = evening.letters.edit
    if len(evening.model.parts) == 1 and is_new and evening.model.rows[0].new != "guest":
        evening._entered()
    if is_new or (len(evening.model.parts) > 1 and evening._shell.may_write):
        line.setText(_for_another(line.text()))
    else:
        line.selectAll()  # Undo in the field brings back what stood here


def _for_another(letters: str) -> str:
    """Return these letters for another name to go behind them: by a sign that stands in nobody's name."""
    left = letters.rstrip(" ,;")
    return f"{left}; " if left else ""


def leave_rest(evening: Attendance) -> None:
    """Whoever the letters named first is noted: leave the others there, and nobody's letters where there are none.

    Unlike by clear(), Ctrl+Z takes back the mark then and no letters.
    """
    evening.letters.edit.setText(", ".join(evening.model.parts[1:]))


def guests_in(evening: Attendance) -> Sequence[str]:
    """Take the guests whose names stand in the field for one; where it is not clear whose, that is asked."""
    everybody, typed = evening.model.everybody, evening.guest.text().strip()
    names = everybody.several_in(typed) or list(filter(None, [typed]))
    nobody = next((no_name(each) for each in names if not is_somebody(each)), None)
    asks = nobody or everybody.unclear(typed)
    if asks is not None:
        evening._last = text.sentence(asks)
        evening.said.begin(2)
        evening.said.ask(evening._last)  # behind what is said of somebody who is being noted
        evening._read()
        return []
    evening.guest.setText("")
    evening.said.begin(len(names))
    return names
