"""A guest in the hall: a first name, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.first_names import HIDDEN, first_name, is_name
from learningcircles.circle.meetups import no_name
from learningcircles.circle.several_names import first_names, may_be_one, more_people, people_named
from learningcircles_ui import text
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.fields import public, wipe
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.hall.refused import need_names
from learningcircles_ui.hall.rows import HallMeetup, Tile
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.hall.waiting import Slip, WaitingGuests


class Guest(Step):
    """Where a meetup is on, or about to begin, it is noted that they came; of one later on that they mean to.

    `came_back`: back to who came, from where somebody was looked for.
    """

    came_back = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self._came = False
        """Somebody says that they are here, however early."""
        self._all: Sequence[HallMeetup] = ()
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("First name"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.name.setFont(large_font())
        tall(self.name)
        public(self.name)
        self.name.returnPressed.connect(self.sign_up)
        self.name.textChanged.connect(lambda _: self._offer())
        self.meetups = Meetups(self)
        self.meetups.changed.connect(lambda: self._offer())
        self.button = large_button("", self.sign_up, self, kind="main")
        self.waiting = WaitingGuests(desk, self, self.name)
        self.waiting.answered.connect(self.take_keys)
        self.name.textEdited.connect(lambda _: self.waiting.close_up())
        self.only = self.words("")
        self.column.addWidget(self.name)
        self.column.addWidget(self.only)
        self.column.addWidget(self.waiting)
        self.setTabOrder(self.waiting.again, self.button)
        self.meetups.after = self.waiting.again
        self.column.addWidget(self.words(self.tr("What do they come to?")))
        self.column.addWidget(self.meetups)
        self.column.addStretch(1)
        self.column.addWidget(self.button)

    def show_meetups(self, meetups: Sequence[HallMeetup]) -> None:
        """Offer what there is to come to."""
        self._all, chosen = meetups, self._chosen
        self._offer_meetups()
        if self._chosen != chosen:
            self._offer()

    def begin(self) -> None:
        """Ask for the name."""
        self.waiting.close_up()
        self._came = False
        self._ask()
        self.meetups.choose(None)
        self._next()

    def who_came(self, meetup: HallMeetup | None, name: str) -> None:
        """Ask for somebody who is here for this meetup; `name` is what was typed to find them."""
        self._came = True
        self._ask()
        self.meetups.choose(meetup)
        self.name.setText(name)

    def back(self) -> bool:
        """Look for them among those who came again, where that led here."""
        if self._came:
            self.came_back.emit()
        return self._came

    def _ask(self) -> None:
        self.asks.emit(self.tr("Who else came?") if self._came else self.tr("Who would like to come?"))
        self.button.setText(self.tr("They are here") if self._came else self.tr("Sign up"))
        self.button.setAccessibleName(self.button.text())
        self._offer_meetups()

    def _offer_meetups(self) -> None:
        """Nobody is here yet for what is on another day."""
        self.meetups.offer([each for each in self._all if each.on or not self._came])

    @property
    def _chosen(self) -> bytes:
        return self.meetups.chosen.id if self.meetups.chosen is not None else b""

    def _next(self) -> None:
        wipe(self.name)
        self._offer()
        self.take_keys()

    def begun(self) -> tuple[str, HallMeetup | None, bool]:
        """Return the name, what they come to, and whether they are here."""
        return self.name.text(), self.meetups.chosen, self._came

    def go_on(self, begun: tuple[str, HallMeetup | None, bool]) -> None:
        """Go on with the name, and what they come to."""
        name, self.meetups.chosen, self._came = begun
        self._ask()
        self.name.setText(name)

    def kept(self) -> dict[str, Any]:
        """Return the letters of a name, and for what."""
        typed = self.name.text()
        return {"name": typed, "meetup": self._chosen, "came": self._came} if typed.strip() else {}

    def take_up(self, kept: Mapping[str, Any], people: Sequence[Tile]) -> None:
        """Show them again."""
        self._came = bool(kept["came"])
        self._ask()
        self.meetups.take_up(kept["meetup"])
        self.name.setText(str(kept["name"]))

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
                told = self.tr("Choose what they come to.") if offered else self.tr("There is no meetup now.")
                self.desk.tell(told, wrong=True)
            return
        named = _with_names(name)
        signs = next((each for each in people_named(named) if not is_name(each)), None) if named else None
        if signs is not None:
            self.desk.tell(text.sentence(no_name(signs)), wrong=True)
            return
        wipe(self.name)  # at once: whoever types on types the next one
        self.take_keys()
        here = meetup.near or (meetup.on and self._came)
        if named:
            self.waiting.enter(Slip(named, meetup, here, more=named != name))
        else:
            self.desk.tell(need_names(), wrong=True)

    def _offer(self) -> None:
        """Say what becomes of what is typed, in a line that is always there: nothing moves under a hand."""
        name = self.name.text().strip()
        shown = first_name(name) if name else ""
        if _with_names(name) != name:
            self.only.setText(need_names())
            self.button.setEnabled(self.meetups.chosen is not None)
            return
        if len(people_named(name)) > 1:
            each = self.tr("One or two people? That is asked.") if may_be_one(name) else self.tr("One by one: {names}.")
            self.only.setText(each.format(names=text.listed(first_names(name))))
            self.button.setEnabled(self.meetups.chosen is not None)
            return
        only = self.tr("Only “{name}” is written down: guests are noted by first names alone.")
        first = self.tr("Guests are noted by first names alone.")
        self.only.setText(first if shown in (name, HIDDEN) else only.format(name=shown))
        self.button.setEnabled(bool(name) and self.meetups.chosen is not None)


def _with_names(typed: str) -> str:
    """Return what was typed but for how many more came without a name: “Walt + 2” is Walt, “+ 2” is nobody."""
    people = people_named(typed)
    named = [each for each in people if more_people(each) is None]
    return typed if len(named) == len(people) else " & ".join(named)
