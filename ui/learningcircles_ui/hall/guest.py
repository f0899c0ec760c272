"""A guest in the hall: a first name, and what they come to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.hall.names import first_name
from learningcircles_ui.hall.rows import HallMeetup
from learningcircles_ui.hall.steps import Desk, Step


class Guest(Step):
    """Where a meetup is on, or about to begin, it is noted that they came; of one later on that they mean to."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._came = False
        """Somebody says that they are here, however early."""
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("First name"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.setFont(large_font())
        tall(self.name)
        self.name.returnPressed.connect(self.sign_up)
        self.name.textChanged.connect(lambda _: self._offer())
        self.meetups = Meetups(self)
        self.meetups.changed.connect(lambda: self._offer())
        self.button = large_button(self.tr("Sign up"), self.sign_up, self, kind="main")
        self.column.addWidget(self.name)
        self.column.addWidget(self.words(self.tr("What do they come to?")))
        self.column.addWidget(self.meetups)
        self.column.addStretch(1)
        self.column.addWidget(self.button)

    def show_meetups(self, meetups: Sequence[HallMeetup]) -> None:
        """Offer what there is to come to."""
        self.meetups.offer(meetups)
        self._offer()

    def begin(self) -> None:
        """Ask for the name."""
        self.asks.emit(self.tr("Who would like to come?"))
        self._came = False
        self.meetups.choose(None)
        self._next()

    def who_came(self, meetup: HallMeetup | None) -> None:
        """Ask for somebody who is here for this meetup."""
        self._came = True
        self.meetups.choose(meetup)

    def _next(self) -> None:
        self.name.clear()
        self._offer()
        self.take_keys()

    def begun(self) -> tuple[str, HallMeetup | None, bool]:
        """Return the name, what they come to, and whether they are here."""
        return self.name.text(), self.meetups.chosen, self._came

    def go_on(self, begun: tuple[str, HallMeetup | None, bool]) -> None:
        """Go on with the name, and what they come to."""
        name, self.meetups.chosen, self._came = begun
        self.name.setText(name)

    def take_keys(self) -> None:
        """Go on with the name."""
        self.name.setFocus()

    def sign_up(self) -> None:
        """Write the guest down, by first name alone."""
        meetup, name = self.meetups.chosen, self.name.text().strip()
        if meetup is None or not name:
            self.name.setFocus()
            if name:
                offered = bool(self.meetups.offered)
                self.desk.tell(self.tr("Choose what they come to.") if offered else self.tr("There is no meetup now."))
            return
        shown = first_name(name)
        here = meetup.near or (meetup.on and self._came)
        said = self.tr("{name} is here.") if here else self.tr("{name} is signed up for {title}.")
        note = partial(_note, meetup=meetup.id, name=shown, here=here)
        self.desk.do(note, said.format(name=shown, title=meetup.title), self._next)

    def _offer(self) -> None:
        self.button.setEnabled(bool(self.name.text().strip()) and self.meetups.chosen is not None)


def _note(verbs: Verbs, meetup: bytes, name: str, *, here: bool) -> object:
    if here:
        return verbs.meetups.attend(meetup, guest_name=name)
    return verbs.meetups.rsvp(meetup, answer="yes", name=name)
