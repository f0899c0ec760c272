"""Who was asked about in the hall's “Who came today?” and is left there for the next name: they wait, as guests do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from learningcircles_ui.hall.fields import wipe
from learningcircles_ui.hall.rows import HallMeetup
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.hall.tiles import People
from learningcircles_ui.hall.waiting import Slip, WaitingGuests
from learningcircles_ui.parts.asked import NOBODY


class LeftNames(WaitingGuests):
    """Below the people of a screen, who are asked for by `people`; `meetup` returns what they came to."""

    def __init__(
        self, desk: Desk, step: Step, people: People, meetup: Callable[[], HallMeetup | None], before: QWidget
    ) -> None:
        super().__init__(desk, step, people.letters, before)
        self._people, self._meetup = people, meetup
        people.left.connect(self._leave)
        people.letters.textEdited.connect(lambda _: self.close_up())
        self.answered.connect(step.take_keys)
        self.wanted.connect(self._seek_again)
        step.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On another screen, too, somebody waits who was asked about; in a window that closes the letters are kept."""
        if event.type() == QEvent.Type.Hide and isinstance(watched, Step) and watched.isHidden():
            people = self._people
            if people.letters.text() == people._asked.letters != "":  # half a name is none
                self._leave(people._asked.letters.strip())
                wipe(people.letters)
        return super().eventFilter(watched, event)

    def _leave(self, name: str) -> None:
        meetup = self._meetup()
        if meetup is not None:
            self.enter(Slip(name, meetup, here=True, sought=True))
            self.entered.emit()

    def _seek_again(self, letters: str) -> None:
        """Look for somebody again; what stood in the field waits in their place."""
        people = self._people
        stood = people.letters.text().strip()
        ask_no_more(people)
        people.letters.setText(letters)
        if people.model.marks < 0:
            people._ask()
        if stood:
            self._leave(stood)


def ask_no_more(people: People) -> None:
    """Let the letters that stand there be asked about elsewhere: they are left nowhere."""
    people._asked = NOBODY
