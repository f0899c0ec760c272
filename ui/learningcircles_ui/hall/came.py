"""Who came to today's meetup: a touch on a name, another one takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.given import Given, besides
from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.refused import NotWritten
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_present
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.hall.tiles import People
from learningcircles_ui.pages.meetups.attendance_rows import note_presence
from learningcircles_ui.parts.unwritten import Done, Unwritten


class Mark(NamedTuple):
    """What was touched or typed of somebody: as the tile was then, they come to that meetup, or are taken back."""

    tile: Tile
    meetup: bytes

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self.tile.name

    @property
    def of(self) -> tuple[bytes, bytes]:
        """What is noted later of the same counts."""
        return self.meetup, self.tile.person.id


class Marks(NamedTuple):
    """Of whom something is not written down, for another hall: refused, or being written."""

    refused: Sequence[Mark] = ()
    given: Sequence[Given] = ()


class Came(Step):
    """Everybody as tiles; who is here has a tick. `guest` asks for somebody who is not among them.

    It is left once the meetup is on no more.
    """

    guest = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.meetups = Meetups(self)
        self.meetups.changed.connect(self.look)
        self._given: list[Given] = []
        self.unwritten = Unwritten(self._write, self)
        self.refused = NotWritten(self.unwritten, self)
        self.people = People(self)
        self.people.chosen.connect(self._touched)
        self.people.named.connect(self._named)
        self.count = self.words("")
        for widget in (self.meetups, self.count):
            self.column.addWidget(widget)
        self.column.addWidget(self.people, 1)
        self.column.addWidget(self.refused)  # below them: no name moves under a finger
        self.column.addWidget(
            large_button(self.tr("Somebody who is not in the list…"), self.guest.emit, self, icon_name="user-plus")
        )

    def show_meetups(self, meetups: Sequence[HallMeetup]) -> None:
        """Offer the meetups that are on to choose from, where there are several."""
        chosen = self.meetups.chosen
        self.meetups.offer([each for each in meetups if each.on])
        if chosen is not None and self.meetups.chosen is None and self.isVisible():
            self.done.emit()

    def begin(self) -> None:
        """Show who is here."""
        self.asks.emit(self.tr("Who came today?"))
        self.people.begin()
        if self.meetups.chosen is None:
            self.meetups.choose(None)
        self.look()

    def take_keys(self) -> None:
        """Go on with the next name."""
        self.people.letters.setFocus()

    def begun(self) -> HallMeetup | None:
        """Return the meetup that is spoken of."""
        return self.meetups.chosen

    def go_on(self, begun: HallMeetup | None) -> None:
        """Speak of the same meetup."""
        self.meetups.chosen = begun
        self.look()

    def waits(self) -> bool:
        """Return whether anybody is not written down: who is being written counts until they are."""
        return any(besides(self._given, self.unwritten.items)) or not all(each.written for each in self._given)

    def hand_over(self) -> Marks:
        """Return of whom something is not written down, for another hall."""
        given = list(self._given)
        refused = besides(given, self.unwritten.items)
        self.unwritten.clear()
        return Marks(refused, given)

    def take_over(self, left: Marks) -> None:
        """Go on with those of another hall; what was being written there is, or was refused."""
        for mark in (*left.refused, *(each.item for each in left.given if not each.written)):
            self.unwritten.add(mark)

    def look(self) -> None:
        """Read who is here."""
        meetup = self.meetups.chosen
        if meetup is not None:
            self.desk.shell.tasks.query(partial(read_present, meetup=meetup.id), self._show, key="hall people")

    def _show(self, tiles: Sequence[Tile]) -> None:
        self.people.show_tiles(tiles)
        here = sum(tile.here for tile in tiles)
        self.count.setText(self.tr("%n people are here by name.", "", here))

    def _named(self, tile: Tile) -> None:
        """Whoever types a name comes: Enter takes nobody back, nor does what waits to be tried again."""
        meetup = self.meetups.chosen
        if meetup is not None and tile.here:
            self._forget(Mark(tile, meetup.id))
            self.desk.tell(self.tr("{name} is here already.").format(name=tile.name))
        elif meetup is not None:
            self._enter(Mark(tile, meetup.id))

    def _touched(self, tile: Tile) -> None:
        """A touch on somebody who waits takes back what waits of them."""
        meetup = self.meetups.chosen
        if meetup is None:
            return
        mark = Mark(tile, meetup.id)
        waits = [each for each in besides(self._given, self.unwritten.items) if each.of == mark.of]
        if waits and waits[-1].tile.here == tile.here:
            self._forget(mark)
            self.desk.tell(self._said(Mark(tile._replace(here=not tile.here), meetup.id)))
        else:
            self._enter(mark)

    def _enter(self, mark: Mark) -> None:
        if all(each.item.of != mark.of for each in self._given):  # a second tap while it is written counts as one
            self._write(mark, partial(self._forget, mark), partial(self._refused, mark), again=False)

    def names(self) -> str:
        """Return the names of those who could not be written down."""
        return text.listed([each.name for each in self.unwritten.items])

    def _said(self, mark: Mark) -> str:
        said = self.tr("{name} is not here.") if mark.tile.here else self.tr("{name} is here.")
        return said.format(name=mark.tile.name)

    def _refused(self, mark: Mark) -> None:
        self._forget(mark)
        self.unwritten.add(mark)

    def _forget(self, mark: Mark) -> None:
        for each in [each for each in self.unwritten.items if each.of == mark.of]:
            self.unwritten.drop(each)

    def _write(self, mark: Mark, done: Done, refused: Done, *, again: bool = True) -> None:
        given = Given(mark)
        self._given.append(given)
        then, failed = partial(self._answered, given, done), partial(self._answered, given, refused)
        self.desk.do(given.writes(_work(mark)), self._said(mark), then, of=given, failed=failed, again=again)

    def _answered(self, given: Given, then: Done) -> None:
        self._given.remove(given)
        then()


def _work(mark: Mark) -> Callable[[Verbs], object]:
    state = "" if mark.tile.here else "attended"
    return partial(note_presence, meetup=mark.meetup, person=mark.tile.person, state=state)
