"""A guest in the hall: a first name, and what they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles_ui.hall.choose import Meetups
from learningcircles_ui.hall.large import large_button, large_font, tall
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.names import first_name
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_present
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.pages.meetups.attendance_rows import Presence, note_presence
from learningcircles_ui.parts.headings import flowing
from learningcircles_ui.parts.spoken import announce


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
        self.name.returnPressed.connect(self.sign_up)
        self.name.textChanged.connect(lambda _: self._offer())
        self.meetups = Meetups(self)
        self.meetups.changed.connect(lambda: self._offer())
        self.button = large_button("", self.sign_up, self, kind="main")
        self.known = Known(self)
        self.known.them.clicked.connect(self._them)
        self.known.other.clicked.connect(self._somebody_else)
        self.column.addWidget(self.name)
        self.column.addWidget(self.known)
        for before, after in pairwise((self.name, self.known.them, self.known.other, self.button)):
            self.setTabOrder(before, after)
        self.meetups.after = self.known.other
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
        self.known.ask(None)
        self.name.clear()
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
        present = partial(read_present, meetup=meetup.id)
        self.name.clear()  # at once: whoever types on types the next one
        self.desk.shell.tasks.query(present, partial(self._look_for, meetup, name))

    def _look_for(self, meetup: HallMeetup, name: str, tiles: Sequence[Tile]) -> None:
        """Whoever is in the list is no guest: they would be counted twice. That is asked, since names are shared."""
        member = Meant([tile for tile in tiles if tile.person.member is not None]).certain(name)
        if member is None:
            self._write(meetup, name)
        else:
            self._put_back(name)
            self.known.ask(member, name)

    def _put_back(self, name: str) -> None:
        """Show a name again that is not written down; one that is being typed stays."""
        if not self.name.text().strip():
            self.name.setText(name)

    def _somebody_else(self) -> None:
        meetup, name = self.meetups.chosen, self.known.typed
        if meetup is not None and name:
            self._next()
            self._write(meetup, name)

    def _them(self) -> None:
        """Write the member down instead."""
        meetup, tile = self.meetups.chosen, self.known.tile
        if meetup is None or tile is None:
            return
        here = meetup.near or (meetup.on and self._came)
        if here and tile.here:
            self.desk.tell(self.tr("{name} is here already.").format(name=tile.name))
            self._next()
            return
        said = self.tr("{name} is here.") if here else self.tr("{name} is signed up for {title}.")
        note = partial(_note_member, meetup=meetup.id, person=tile.person, here=here)
        self._do(note, said.format(name=tile.name, title=meetup.title), self.known.typed)
        self._next()

    def _write(self, meetup: HallMeetup, name: str) -> None:
        shown = first_name(name)
        here = meetup.near or (meetup.on and self._came)
        said = self.tr("{name} is here.") if here else self.tr("{name} is signed up for {title}.")
        note = partial(_note, meetup=meetup.id, name=shown, here=here)
        self._do(note, said.format(name=shown, title=meetup.title), name)

    def _do(self, note: Callable[[Verbs], object], said: str, name: str) -> None:
        """Write one of several that may be under way; the name comes back where that is refused."""
        self.desk.do(note, said, of=object(), failed=partial(self._put_back, name))

    def _offer(self) -> None:
        self.known.ask(None)
        self.button.setEnabled(bool(self.name.text().strip()) and self.meetups.chosen is not None)


class Known(QWidget):
    """Asks whether a guest is the member of that name; hidden while there is nobody to ask about."""

    def __init__(self, parent: Step) -> None:
        super().__init__(parent)
        self.tile: Tile | None = None
        self.typed = ""
        """The name as it was typed."""
        self._said = parent.words("")
        self.them = large_button("", lambda: None, self, kind="main")
        self.other = large_button(self.tr("Somebody else"), lambda: None, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._said)
        column.addWidget(flowing(self.them, self.other, parent=self))
        self.hide()

    def ask(self, tile: Tile | None, typed: str = "") -> None:
        """Ask about this member, or about nobody."""
        self.tile, self.typed = tile, typed
        if tile is not None:
            self._said.setText(self.tr("{name} is in the list of members. Is it them?").format(name=tile.name))
            announce(self, self._said.text())
            self.them.setText(tile.name)
            self.them.setAccessibleName(tile.name)
        self.setVisible(tile is not None)
        if tile is not None:
            self.them.setFocus()


def _note_member(verbs: Verbs, meetup: bytes, person: Presence, *, here: bool) -> object:
    return (
        note_presence(verbs, meetup, person, "attended") if here else verbs.meetups.rsvp(meetup, person.member, "yes")
    )


def _note(verbs: Verbs, meetup: bytes, name: str, *, here: bool) -> object:
    if here:
        return verbs.meetups.attend(meetup, guest_name=name)
    return verbs.meetups.rsvp(meetup, answer="yes", name=name)
