"""The hall's first screen: what is on today, and what can be written down here."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from learningcircles_ui import text
from learningcircles_ui.hall.door import Door
from learningcircles_ui.hall.large import large_font, wide
from learningcircles_ui.hall.rows import HallMeetup, OnNow
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.parts.headings import card, section
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.parts.pills import Pill
from learningcircles_ui.parts.words import Words, leading
from learningcircles_ui.text import as_written
from learningcircles_ui.theme import GAP, GAP_L, GAP_S, is_large

_DOOR = 190
"""Pixels at the hall's size of text that a door is wide at least beside others."""


class Beginning(Step):
    """Today's meetups, and a door to each thing that can be done."""

    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.column.setSpacing(GAP + GAP_S)
        self.today = Today(self)
        self.column.addWidget(self.today)
        self.buttons: dict[str, Door] = {}
        self._doors = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._doors.setSpacing(GAP + GAP_S)
        for name, words, icon_name in (
            ("swap", self.tr("Record an exchange"), "arrows-exchange"),
            ("came", self.tr("Who came today?"), "user-check"),
            ("guest", self.tr("Sign up a guest"), "user-plus"),
        ):
            self.buttons[name] = Door(words, icon_name, partial(self.wanted.emit, name), self)
            self._doors.addWidget(self.buttons[name], 1)
        self.column.addLayout(self._doors, 4)
        self.column.addStretch(1)
        self.meetups((), ())

    def begin(self) -> None:
        """Ask what to do."""
        self.asks.emit(self.tr("What would you like to write down?"))
        self.take_keys()

    def take_keys(self) -> None:
        """Go on with the first thing to do."""
        self.buttons["swap"].setFocus()

    def meetups(self, meetups: Sequence[HallMeetup], now: Sequence[OnNow]) -> None:
        """Tell what is on, and offer what can be done with the meetups that there are."""
        on = any(each.on for each in meetups)
        self.today.tell(now, next((each for each in meetups if not each.on), None))
        self.buttons["swap"].tell(self.tr("Who gave time, who received it, and how long it took."))
        came = self.tr("Touch the names of those who are here.") if on else self.tr("There is no meetup today.")
        self.buttons["came"].tell(came, can=on)
        guest = self.tr("A first name is enough.") if meetups else self.tr("There is no meetup to sign up for.")
        self.buttons["guest"].tell(guest, can=bool(meetups))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Doors stand beside each other where there is room for that, else below."""
        super().resizeEvent(event)
        narrow = self.width() < len(self.buttons) * wide(_DOOR)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._doors.setDirection(way)
        self._doors.setSpacing(GAP if narrow else GAP + GAP_S)
        for each in self.buttons.values():
            each.lie(narrow)


class Today(QWidget):
    """The card of today's meetups: when, what, and how many are here; or that there is none, and which comes next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame, column = card(self, margin=GAP if is_large() else GAP_L)
        outer.addWidget(frame)
        self._heading = section(self.tr("Today"), self)
        self._heading.setFont(large_font(0.7, QFont.Weight.DemiBold))
        column.addWidget(self._heading)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(GAP_S)
        column.addLayout(self._rows)
        self._told: tuple[Sequence[OnNow], HallMeetup | None] | None = None

    def tell(self, now: Sequence[OnNow], following: HallMeetup | None) -> None:
        """Show what is on; `following` is the next meetup after today, if one comes within a week."""
        if self._told == (now, following):
            return
        self._told = now, following
        clear(self._rows)
        for each in now:
            self._rows.addWidget(self._on(each))
        if not now:
            self._rows.addWidget(self._line(self.tr("There is no meetup today."), bold=True))
            self._rows.addWidget(self._line(self._instead(following)))

    def _on(self, meetup: OnNow) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP_L)
        words = f"{as_written(meetup.when)}   {as_written(meetup.title)}"
        row.addWidget(self._line(words, bold=True), 1)
        if meetup.here:
            here = Pill(self.tr("%n here", "", meetup.here), "good", self)
            here.setFont(large_font(0.8, QFont.Weight.DemiBold))
            row.addWidget(here, 0, Qt.AlignmentFlag.AlignVCenter)
        return held

    def _instead(self, following: HallMeetup | None) -> str:
        if following is None:
            return self.tr("None is planned for the next days either. An organizer plans one on the page Meetups.")
        told = self.tr("The next one is {title}, {time}. Guests can sign up for it, and exchanges be recorded any day.")
        return told.format(title=as_written(following.title), time=following.when)

    def _line(self, words: str, *, bold: bool = False) -> QLabel:
        line = leading(Words(words, self))
        line.setWordWrap(True)
        line.setFont(large_font(1.1 if bold else 0.9, QFont.Weight.Bold if bold else QFont.Weight.Medium))
        if not bold:
            line.setProperty("kind", "soft")
        return line


def day_and_place(circle: str) -> str:
    """Return what stands above every question: the circle's name and the day."""
    return f"{as_written(circle)} · {as_written(text.weekday(text.today()))}"
