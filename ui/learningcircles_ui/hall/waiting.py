"""Guests who were typed in the hall and are not written down yet: whoever may be a member, and who met a refusal.

The keyboard stays in the field of the name, since whoever types one name after the other does not look up: an Enter of
the next name answers nothing. What waits stands below the field until somebody touches an answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.intake.plain import folded
from learningcircles_ui import text
from learningcircles_ui.hall.given import Given, besides
from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.names import first_name
from learningcircles_ui.hall.refused import NotWritten
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_present
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.pages.meetups.attendance_rows import Presence, note_presence
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import flowing
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.unwritten import Done, Unwritten
from learningcircles_ui.shell import changes_in
from learningcircles_ui.theme import GAP


class Slip(NamedTuple):
    """A name that was entered, as it was typed, and for what. `here`: they are there for it.

    `tile`: the member who may be meant. `settled`: it is known whether they are; a guest has no tile then.
    """

    typed: str
    meetup: HallMeetup
    here: bool
    tile: Tile | None = None
    settled: bool = False

    @property
    def name(self) -> str:
        """The name that is shown: no more than a first name."""
        return self.tile.name if self.tile is not None else first_name(self.typed)


class Waiting(NamedTuple):
    """Who waits, for another hall: asked about, refused, not looked for yet, or being written."""

    asked: Sequence[Slip] = ()
    refused: Sequence[Slip] = ()
    looking: Sequence[Slip] = ()
    given: Sequence[Given] = ()


class WaitingGuests(QWidget):
    """Writes who is entered, and shows who waits; hidden while nobody does. `answered`: a question was touched."""

    answered = Signal()

    def __init__(self, desk: Desk, parent: Step, before: QWidget) -> None:
        """`before`: from where Tab comes to the answers."""
        super().__init__(parent)
        self._desk, self._step, self._before = desk, parent, before
        self._haste = Haste()
        self._looking: list[Slip] = []
        """Of whom it is not known yet whether they are in the list."""
        self._given: list[Given] = []
        self.questions: list[Known] = []
        self.unwritten = Unwritten(self._write, self)
        self.unwritten.changed.connect(self._show)
        self.refused = NotWritten(self.unwritten, parent)
        self.again = self.refused.again
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._column.addWidget(self.refused)
        self._show()

    def enter(self, slip: Slip) -> None:
        """Write somebody down, unless they may be in the list of members: who is would be counted twice."""
        if slip.settled:
            self._write(slip, lambda: None, partial(self.unwritten.add, slip), again=False)
            return
        self._looking.append(slip)
        present = partial(read_present, meetup=slip.meetup.id)
        self._desk.shell.tasks.query(present, partial(self._look_for, slip), partial(self._not_read, slip))

    def slips(self) -> Sequence[Slip]:
        """Return who waits, in plain values."""
        return [*(each.slip for each in self.questions), *self.unwritten.items, *self._looking]

    def waits(self) -> bool:
        """Return whether anybody is not written down: who is being written counts until they are."""
        return any(besides(self._given, self.slips())) or not all(each.written for each in self._given)

    def hand_over(self) -> Waiting:
        """Return who waits, for another hall: here nobody does any more."""
        given = list(self._given)
        refused = besides(given, self.unwritten.items)
        left = Waiting([each.slip for each in self.questions], refused, list(self._looking), given)
        self._looking.clear()
        self.unwritten.clear()
        for each in self.questions:
            each.hide()
            each.deleteLater()
        self.questions.clear()
        self._show()
        return left

    def take_over(self, left: Waiting) -> None:
        """Go on with those who waited in another hall; who was being written there is, or was refused."""
        for slip in left.asked:
            self._ask(slip)
        for slip in (*left.refused, *(each.item for each in left.given if not each.written)):
            self.unwritten.add(slip)
        for slip in left.looking:
            self.enter(slip)

    def names(self) -> str:
        """Return the names of those who wait."""
        return text.listed([each.name for each in self.slips()])

    def _look_for(self, slip: Slip, tiles: Sequence[Tile]) -> None:
        if slip not in self._looking:
            return
        self._looking.remove(slip)
        member = Meant([tile for tile in tiles if tile.person.member is not None]).certain(slip.typed)
        if member is not None:
            self._ask(slip._replace(tile=member))
        else:
            self.enter(slip._replace(settled=True))

    def _not_read(self, slip: Slip, error: CircleError) -> None:
        if slip in self._looking:
            self._looking.remove(slip)
            self.unwritten.add(slip)

    def _ask(self, slip: Slip) -> None:
        asked = Known(slip, self._step)
        asked.them.clicked.connect(partial(self._answer, asked, slip._replace(settled=True)))
        asked.other.clicked.connect(partial(self._answer, asked, slip._replace(tile=None, settled=True)))
        self._column.insertWidget(len(self.questions), asked)
        self.questions.append(asked)
        self._show()
        announce(self, asked.said.text())

    def _answer(self, asked: Known, slip: Slip) -> None:
        if asked in self.questions and not self._haste.again():  # the next one moves up under the pointer
            self.questions.remove(asked)
            self.answered.emit()  # the keyboard goes on with the next name, before what it is on goes
            asked.hide()
            asked.deleteLater()
            self._show()
            self.enter(slip)

    def _show(self) -> None:
        self.setVisible(bool(self.unwritten.items or self.questions))
        self._in_order()

    def _in_order(self) -> None:
        """Tab goes through the answers as they are seen."""
        stops = [*(each for asked in self.questions for each in (asked.them, asked.other)), self.again]
        for before, after in pairwise([self._before, *stops]):
            QWidget.setTabOrder(before, after)

    def _write(self, slip: Slip, done: Done, refused: Done, *, again: bool = True) -> None:
        if not slip.settled:
            done()
            self.enter(slip)  # it could not be read whether they are in the list
        elif slip.tile is not None and slip.here and slip.tile.here:
            self._desk.tell(self.tr("{name} is here already.").format(name=slip.name))
            done()
        else:
            given = Given(slip)
            self._given.append(given)
            then, failed = partial(self._answered, given, done), partial(self._answered, given, refused)
            work = given.writes(partial(_note, slip=slip))
            self._desk.do(work, partial(self._told, slip), then, of=given, failed=failed, again=again)

    def _answered(self, given: Given, then: Done) -> None:
        self._given.remove(given)
        then()

    def _told(self, slip: Slip, written: tuple[Changes, int]) -> str:
        said = self.tr("{name} is here.") if slip.here else self.tr("{name} is signed up for {title}.")
        said, same = said.format(name=slip.name, title=slip.meetup.title), written[1]
        return f"{said} {self.tr('There are %n guests of that name now.', '', same)}" if same > 1 else said


class Known(QWidget):
    """Asks whether a guest is the member of that name."""

    def __init__(self, slip: Slip, step: Step) -> None:
        super().__init__(step)
        self.slip = slip
        asks = self.tr("{name} is in the list of members. Is it them?")
        self.said = step.words(asks.format(name=slip.name))
        self.them = large_button(slip.name, lambda: None, self, kind="main")
        self.other = large_button(self.tr("Somebody else"), lambda: None, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(flowing(self.them, self.other, parent=self))


def _note(verbs: Verbs, slip: Slip) -> tuple[Changes, int]:
    """Write somebody down; return with it how many guests of that name there are for the meetup now."""
    if slip.tile is not None:
        return _changes(_note_member(verbs, slip.meetup.id, slip.tile.person, here=slip.here)), 0
    kind, field, state = ("attendance", "state", "attended") if slip.here else ("rsvp", "answer", "yes")
    rows = verbs.reader.list(kind, where={"meetup": slip.meetup.id, field: state})
    same = sum(not row["person"] and folded(str(row.get("name", ""))) == folded(slip.name) for row in rows)
    if slip.here:
        return verbs.meetups.attend(slip.meetup.id, guest_name=slip.name)[1], same + 1
    return verbs.meetups.rsvp(slip.meetup.id, answer="yes", name=slip.name)[1], same + 1


def _note_member(verbs: Verbs, meetup: bytes, person: Presence, *, here: bool) -> object:
    return (
        note_presence(verbs, meetup, person, "attended") if here else verbs.meetups.rsvp(meetup, person.member, "yes")
    )


def _changes(answer: object) -> Changes:
    return changes_in(answer) or Changes()
