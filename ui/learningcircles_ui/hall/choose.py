"""One of the meetups that the hall may see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.one_of import OneOf
from learningcircles_ui.hall.rows import HallMeetup
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.text import as_written
from learningcircles_ui.theme import GAP_S


class Meetups(QWidget):
    """Large buttons, one for each meetup; `chosen` is the one that is pressed, the one that is meant to begin with.

    Once the chosen one is offered no more, at night or because it is called off, none is chosen in its place until
    the step begins anew: who was at the one would be written down for the other.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.chosen: HallMeetup | None = None
        self.offered: Sequence[HallMeetup] = ()
        self._begun = False
        """Something has been offered since the step began: what is chosen now is somebody's choice."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP_S)
        self._group = OneOf()
        self.after: QWidget | None = None
        """From where Tab comes to them, who are made anew now and then; else they are the first of their step."""

    def choose(self, meetup: HallMeetup | None) -> None:
        """Choose one of those offered, or the one that is meant, else the first one."""
        self._begun = bool(self.offered)
        first = next((at for at, each in enumerate(self.offered) if each.meant), 0)
        at = self.offered.index(meetup) if meetup in self.offered else first
        if at < len(self._group.buttons):
            self.chosen = self.offered[at]
            self._group.choose(self._group.buttons[at])

    def take_up(self, meetup: bytes) -> None:
        """Choose the one of this id, as soon as it is offered; where others are, none."""
        self.chosen = HallMeetup(meetup, "", "", today=False, on=False)
        offered, self.offered = self.offered, ()
        if offered:
            self.offer(offered)

    def offer(self, meetups: Sequence[HallMeetup]) -> None:
        """Offer these; the one that was chosen stays chosen."""
        if meetups == self.offered:
            return
        kept = self.chosen.id if self.chosen is not None else None
        begins, self.offered = not self._begun and kept is None, meetups
        self._begun = self._begun or bool(meetups)
        self.chosen = next((each for each in meetups if (each.meant if begins else each.id == kept)), None)
        if begins and self.chosen is None:
            self.chosen = next(iter(meetups), None)
        clear(self._column)
        self._group = OneOf()
        before = self.after
        for each in meetups:
            made = self._button(each)
            self._column.addWidget(made)
            if before is not None:
                self.setTabOrder(before, made)
            before = made

    def _button(self, meetup: HallMeetup) -> QPushButton:
        words = self.tr("Today at {time}: {title}") if meetup.today else self.tr("{time}: {title}")
        # What there is no room for is cut at the end, which must not be when it is.
        named = words.format(title=as_written(meetup.title), time=meetup.when)
        made = large_button(named, lambda: self._choose(meetup), self)
        self._group.add(made)
        made.setChecked(self.chosen == meetup)
        return made

    def _choose(self, meetup: HallMeetup) -> None:
        self.chosen = meetup
        self.changed.emit()
