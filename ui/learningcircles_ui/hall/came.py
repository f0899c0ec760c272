"""Who came to today's meetup: a touch on a name, another one takes it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui import text
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.left import LeftNames
from learningcircles_ui.hall.refused import NotWritten
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_present
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.hall.tiles import People
from learningcircles_ui.pages.meetups.attendance_rows import Presence, note_presence
from learningcircles_ui.parts.draft_names import HALL, PERSON, beside, of_mark
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.unwritten import Done, Unwritten

translate = QCoreApplication.translate


class Mark(NamedTuple):
    """What was touched or typed of somebody: as the tile was then, they come to that meetup, or are taken back."""

    tile: Tile
    meetup: bytes

    @property
    def name(self) -> str:
        """The name that is shown."""
        return self.tile.name

    @property
    def told(self) -> str:
        """The name, and that they are taken back, where they are: that waits to be written down, not they."""
        return of_mark(self.kept())

    @property
    def of(self) -> tuple[bytes, bytes]:
        """What is noted later of the same counts."""
        return self.meetup, self.tile.person.id

    @property
    def draft(self) -> str:
        """Under which name it is kept: always the same for one person and meetup, so that it is there once."""
        return beside(HALL, (self.meetup + self.tile.person.id).hex())

    def kept(self) -> dict[str, Any]:
        """Return what the draft keeps."""
        person = self.tile.person
        told = {"name": self.name, "meetup": self.meetup, PERSON: person.id, "member": person.member}
        return {**told, "here": self.tile.here}


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
        self.setTabOrder(self.people.list, self.refused.again)  # as they stand
        self.waiting = LeftNames(desk, self, self.people, self.begun, self.refused.again)
        for widget in (self.meetups, self.count):
            self.column.addWidget(widget)
        self.column.addWidget(self.people, 1)
        for below in (self.refused, self.waiting):  # no name moves under a finger
            self.column.addWidget(below)
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
        self.waiting.close_up()
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

    def kept(self) -> dict[str, Any]:
        """Return the letters of a name, and for which meetup."""
        letters, chosen = self.people.kept(), self.meetups.chosen
        return {**letters, "meetup": chosen.id if chosen is not None else b""} if letters["name"].strip() else {}

    def take_up(self, kept: Mapping[str, Any], people: Sequence[Tile]) -> None:
        """Show them again."""
        self.meetups.take_up(kept["meetup"])
        self.people.take_up(kept)
        self.look()

    def waits(self) -> dict[str, tuple[dict[str, Any], Given | None]]:
        """Return of whom something is not written down, by the name of its draft, and what writes it."""
        waits: dict[str, tuple[dict[str, Any], Given | None]] = {
            each.draft: (each.kept(), None) for each in self.unwritten.items
        }
        return {**waits, **{each.item.draft: (each.item.kept(), each) for each in self._given}, **self.waiting.waits()}

    def wait(self, kept: Mapping[str, Any]) -> None:
        """Let what a draft has kept of somebody wait again, unless something was noted of them since."""
        person = Presence(kept[PERSON], kept["member"], "", "", "")
        mark = Mark(Tile(str(kept["name"]), person, bool(kept["here"])), kept["meetup"])
        if mark.draft not in self.waits():
            self.unwritten.add(mark)

    def forget(self, draft: str) -> None:
        """Let nobody wait any more who is kept under this name."""
        for each in [each for each in self.unwritten.items if each.draft == draft]:
            self.unwritten.drop(each)
        self.waiting.forget(draft)

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
            self.forget(Mark(tile, meetup.id).draft)
            self.desk.tell(self.tr("{name} is here already.").format(name=tile.name))
        elif meetup is not None:
            self._enter(Mark(tile, meetup.id))

    def _touched(self, tile: Tile) -> None:
        """A touch on somebody who waits takes back what waits of them."""
        meetup = self.meetups.chosen
        if meetup is None:
            return
        mark = Mark(tile, meetup.id)
        writing = {each.item.of for each in self._given}
        waits = [each for each in self.unwritten.items if each.of == mark.of and each.of not in writing]
        if waits and waits[-1].tile.here == tile.here:
            self.forget(mark.draft)
            self.desk.tell(_said(Mark(tile._replace(here=not tile.here), meetup.id)))
        else:
            self._enter(mark)

    def _enter(self, mark: Mark) -> None:
        if all(each.item.of != mark.of for each in self._given):  # a second tap while it is written counts as one
            self._write(mark, partial(self.forget, mark.draft), partial(self._refused, mark), again=False)

    def names(self) -> str:
        """Return the names of those who are not written down."""
        return text.listed([*(each.told for each in self.unwritten.items), *filter(None, [self.waiting.names()])])

    def _refused(self, mark: Mark) -> None:
        self.forget(mark.draft)
        self.unwritten.add(mark)

    def _write(self, mark: Mark, done: Done, refused: Done, *, again: bool = True) -> None:
        given = Given(mark)
        self._given.append(given)
        then, failed = partial(self._answered, given, done), partial(self._answered, given, refused)
        self.desk.do(given.writes(_work(mark)), _said(mark), then, of=given, failed=failed, again=again)

    def _answered(self, given: Given, then: Done) -> None:
        self._given.remove(given)
        then()


def _said(mark: Mark) -> str:
    gone, here = translate("Came", "{name} is not here."), translate("Came", "{name} is here.")
    return (gone if mark.tile.here else here).format(name=mark.name)


def _work(mark: Mark) -> Callable[[Verbs], object]:
    state = "" if mark.tile.here else "attended"
    return partial(note_presence, meetup=mark.meetup, person=mark.tile.person, state=state)
