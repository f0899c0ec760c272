"""Guests who were typed in the hall and are not written down yet: whoever may be a member, and who met a refusal.

The keyboard stays in the field of the name, since whoever types one name after the other does not look up: an Enter of
the next name answers nothing. What waits stands below the field until somebody touches an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.first_names import first_name, is_name
from learningcircles.circle.reader import Reader
from learningcircles.circle.several_names import first_names, may_be_one, more_people, people_named
from learningcircles.errors import CircleError
from learningcircles.intake.plain import folded
from learningcircles.storage.search import words_of
from learningcircles_ui import text
from learningcircles_ui.hall.large import large_button
from learningcircles_ui.hall.meant import Meant
from learningcircles_ui.hall.refused import NotWritten, need_names
from learningcircles_ui.hall.rows import HallMeetup, Tile, read_present
from learningcircles_ui.hall.steps import Desk, Step
from learningcircles_ui.pages.meetups.attendance_rows import Presence, note_presence
from learningcircles_ui.parts.draft_names import HALL, SOUGHT
from learningcircles_ui.parts.drafts import fresh
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import flowing
from learningcircles_ui.parts.layouts import keep_room
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.unwritten import Done, Unwritten
from learningcircles_ui.parts.who import called_so
from learningcircles_ui.shell import changes_in
from learningcircles_ui.theme import GAP

translate = QCoreApplication.translate

_MOST = 9
"""So many members of one name are offered; whoever is none of these types the whole name."""
_MOST_SOUGHT = 4
"""So many are offered whom letters may mean; whoever is none of these is looked for again."""

_MOST_NEAR = 3
"""More of nearly one name say nothing."""


class Slip(NamedTuple):
    """A name that was entered, as it was typed, and for what. `here`: they are there for it.

    `tile`: the member who may be meant. `settled`: it is known whether they are; a guest has no tile then.
    `draft`: under which name it is kept; `place`: where it came among those who wait. `earlier`: it was left by another
    hall, and may have been written there. `sought`: somebody has looked for it among the people, and has not found it:
    it is asked about whoever has that name. `more`: others were typed with them who have no name, and are not written.
    `near`: the members of nearly the same name, as the hall shows them.
    """

    typed: str
    meetup: HallMeetup
    here: bool
    tile: Tile | None = None
    settled: bool = False
    draft: str = ""
    place: int = 0
    earlier: bool = False
    sought: bool = False
    more: bool = False
    near: Sequence[str] = ()

    @property
    def name(self) -> str:
        """The name that is shown: no more than a first name."""
        return self.tile.name if self.tile is not None else first_name(self.typed)

    @property
    def told(self) -> str:
        """By what it is told that they wait: several who were typed at once by each of their names."""
        return self.name if self.tile is not None else text.listed(first_names(self.typed))

    @property
    def may_be_twice(self) -> bool:
        """Whether they may be written down already: as members they would be so once all the same."""
        return self.earlier and self.tile is None

    def kept(self) -> dict[str, Any]:
        """Return what the draft keeps."""
        told = {"name": self.typed, "meetup": self.meetup.id, "title": self.meetup.title, "here": self.here}
        member = {"member": self.tile.person.id, "shown": self.tile.name} if self.tile is not None else {}
        sought = {SOUGHT: True} if self.sought else {}
        return {**told, "settled": self.settled, "place": self.place, **member, **sought}


class Found(NamedTuple):
    """The members who may be meant by a name, how many guests of that name there are, and whether members are left out:
    more have that name than can be offered. `near`: who has nearly that name, where no member has it.
    """

    members: Sequence[Tile]
    same: int
    more: bool = False
    near: Sequence[str] = ()


class Noted(NamedTuple):
    """What was written, and how many guests of that name there are now. `already`: they were here before."""

    changes: Changes
    same: int = 0
    already: bool = False


class WaitingGuests(QWidget):
    """Writes who is entered, and shows who waits; hidden while nobody does. `answered`: a question was touched.

    `entered`: somebody waits for an answer from now on, and is to be kept at once. `wanted`: a name is to be looked for
    among the people again.
    """

    answered = Signal()
    entered = Signal()
    wanted = Signal(str)

    def __init__(self, desk: Desk, parent: Step, field: QLineEdit, before: QWidget | None = None) -> None:
        """`field`: that of the name. Tab comes to the answers from there, or from what is `before` them."""
        super().__init__(parent)
        self._desk, self._step, self._field, self._before = desk, parent, field, before or field
        self._haste = Haste()
        self._looking: list[Slip] = []
        """Of whom it is not known yet whether they are in the list."""
        self._given: list[Given] = []
        self.questions: list[Question] = []
        self._answered_ones: list[Question] = []
        """Their room stays until somebody looks elsewhere: what stands below does not move up under a finger."""
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
        if slip.settled and not slip.may_be_twice:
            self._write(slip, lambda: None, partial(self.unwritten.add, slip._replace(near=())), again=False)
        else:
            self._look(slip if slip.draft else self._named(slip), self._look_for)

    def slips(self) -> Sequence[Slip]:
        """Return who waits, in plain values."""
        return [*(each.slip for each in self.questions), *self.unwritten.items, *self._looking]

    def waits(self) -> dict[str, tuple[dict[str, Any], Given | None]]:
        """Return who is not written down, by the name of their draft, and what writes them."""
        waits: dict[str, tuple[dict[str, Any], Given | None]] = {
            each.draft: (each.kept(), None) for each in self.slips()
        }
        return waits | {each.item.draft: (each.item.kept(), each) for each in self._given}

    def wait(self, draft: str, kept: Mapping[str, Any]) -> None:
        """Let somebody wait again whom another hall has left. They are asked about, but nobody is written unasked."""
        slip = _left(draft, kept)
        if slip.settled:
            self.unwritten.add(slip)
        else:
            self._look(slip, self._look_again)

    def forget(self, draft: str) -> None:
        """Let nobody wait any more who is kept under this name."""
        self._looking = [each for each in self._looking if each.draft != draft]
        for slip in [each for each in self.unwritten.items if each.draft == draft]:
            self.unwritten.drop(slip)
        for asked in [each for each in self.questions if each.slip.draft == draft]:
            self._take_away(asked)

    def close_up(self) -> None:
        """Somebody looks elsewhere: take up no more room than is needed."""
        for asked in self._answered_ones:
            asked.deleteLater()
        self._answered_ones.clear()
        keep_room(self.refused, room=False)
        self._show()

    def names(self) -> str:
        """Return the names of those who wait."""
        return text.listed([each.told for each in self.slips()])

    def _named(self, slip: Slip) -> Slip:
        last = max((each.place for each in (*self.slips(), *(each.item for each in self._given))), default=0)
        return slip._replace(draft=fresh(self._desk.shell, HALL), place=last + 1)

    def _look(self, slip: Slip, then: Callable[[Slip, Found], None]) -> None:
        def found(found: Found) -> None:
            if slip in self._looking:
                self._looking.remove(slip)
                then(slip, found)

        def not_read(error: CircleError) -> None:
            if slip in self._looking:
                self._looking.remove(slip)
                self.unwritten.add(slip)

        self._looking.append(slip)
        self._desk.shell.tasks.query(partial(_find, slip=slip), found, not_read)

    def _look_for(self, slip: Slip, found: Found) -> None:
        if slip.sought:
            self._ask(Sought(slip, found, self._step))
        elif found.members or (slip.may_be_twice and found.same):
            self._ask(Known(slip, found, self._step))
        elif may_be_one(slip.typed):
            self._ask(OneOrTwo(slip, self._step))
        elif len(people_named(slip.typed)) > 1:
            for each in each_of(slip):
                self.enter(each)
        else:
            self.enter(slip._replace(settled=True, earlier=False, near=found.near))

    def _look_again(self, slip: Slip, found: Found) -> None:
        if slip.sought:
            self._ask(Sought(slip, found, self._step))
        elif found.members:
            self._ask(Known(slip, found, self._step))
        else:
            self.unwritten.add(slip)

    def _ask(self, asked: Question) -> None:
        if asked.slip.more:
            self._desk.tell(need_names(), wrong=True)
        for made, then in asked.answers.items():
            own = asked.own.get(made)
            made.clicked.connect(partial(self._answer, asked, then) if own is None else partial(own, self, asked))
        self._column.insertWidget(len(self.questions) + len(self._answered_ones), asked)
        self.questions.append(asked)
        self.entered.emit()
        self._show()
        announce(self, asked.said.text())

    def _answer(self, asked: Question, slips: Sequence[Slip]) -> None:
        if _ends(self, asked):
            for each in slips:
                self.enter(each._replace(more=False))  # that was said with the question

    def _take_away(self, asked: Question) -> None:
        self.questions.remove(asked)
        self._answered_ones.append(asked)
        keep_room(asked, room=True)
        asked.hide()
        self._show()

    def _show(self) -> None:
        if not self.refused.isHidden():
            keep_room(self.refused, room=True)
        room = self._answered_ones or self.refused.sizePolicy().retainSizeWhenHidden()
        self.setVisible(bool(self.unwritten.items or self.questions or room))
        self._in_order()

    def _in_order(self) -> None:
        """Tab goes through the answers as they are seen."""
        stops = [*(each for asked in self.questions for each in asked.answers), self.again]
        for before, after in pairwise([self._before, *stops]):
            QWidget.setTabOrder(before, after)

    def _write(self, slip: Slip, done: Done, refused: Done, *, again: bool = True) -> None:
        if not slip.settled or slip.may_be_twice:
            done()
            self.enter(slip)  # it is to be read first whether they are in the list, or written down already
        else:
            given = Given(slip)
            self._given.append(given)
            then, failed = partial(self._answered, given, done), partial(self._answered, given, refused)
            work = given.writes(partial(_note, slip=slip))
            told = partial(self._told, slip)
            self._desk.do(work, told, then, of=given, failed=failed, again=again, wrong=slip.more)

    def _answered(self, given: Given, then: Done) -> None:
        self._given.remove(given)
        then()

    def _told(self, slip: Slip, noted: Noted) -> str:
        if noted.already:
            return self.tr("{name} is here already.").format(name=slip.name)
        said = self.tr("{name} is here.") if slip.here else self.tr("{name} is signed up for {title}.")
        said, same = said.format(name=slip.name, title=slip.meetup.title), noted.same
        now = self.tr("There are %n guests of that name now.", "", same) if same > 1 else ""
        return " ".join(filter(None, [said, now, _near(slip), need_names() if slip.more else ""]))


class Question(QWidget):
    """Something that is asked of a guest. `answers`: the buttons, and who is to be entered then, if anybody."""

    def __init__(self, slip: Slip, asks: str, step: Step) -> None:
        super().__init__(step)
        self.slip = slip
        self.said = step.words(asks)
        self.answers: dict[QPushButton, Sequence[Slip]] = {}
        self.members: Sequence[Tile] = ()
        """Who is offered."""
        self.own: dict[QPushButton, Callable[[WaitingGuests, Question], object]] = {}
        """The answers that enter nobody, and what each does."""

    def _offer(self, words: str, *then: Slip, kind: str = "") -> QPushButton:
        made = large_button(words, lambda: None, self, kind=kind)
        self.answers[made] = then
        return made

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(flowing(*self.answers, parent=self))


class OneOrTwo(Question):
    """Asks whether two names are one person’s, whose family name came first."""

    def __init__(self, slip: Slip, step: Step) -> None:
        one, two = first_name(slip.typed), text.listed(first_names(slip.typed))
        super().__init__(slip, self.tr("Is that one person, or two?"), step)
        self._offer(self.tr("One: {name}").format(name=one), slip._replace(typed=one, settled=not slip.earlier))
        self._offer(self.tr("Two: {names}").format(names=two), *each_of(slip))
        self._lay_out()


class Known(Question):
    """Asks whether a guest is one of the members of that name, or else the guest of that name who is written down.

    `other` is the last of the answers.
    """

    def __init__(self, slip: Slip, found: Found, step: Step) -> None:
        members = found.members
        asked = slip._replace(tile=members[0]) if len(members) == 1 else slip
        asks = self.tr("A guest called {name} is written down for {title} already. Is it the same one?")
        if members:
            one = self.tr("{name} is in the list of members. Is it them?")
            asks = one if len(members) == 1 else self.tr("Several members are called {name}. Which one is it?")
        asks = asks.format(name=asked.name, title=slip.meetup.title)
        if found.more:
            asks = f"{asks} {self.tr('There are more of that name.')}"
        super().__init__(asked, asks, step)
        self.members = members
        for each in members:
            self._offer(each.name, slip._replace(tile=each, settled=True), kind="main" if len(members) == 1 else "")
        if not members:
            self._offer(self.tr("The same one"), kind="main")
        if found.more:
            self.own[self._offer(self.tr("Type the whole name"))] = _type_whole
        other = slip._replace(tile=None, settled=True, earlier=slip.earlier and bool(members))
        self._offer(self.tr("Somebody else"), other)
        self.them, self.other = next(iter(self.answers)), next(reversed(self.answers))
        self._lay_out()


class Sought(Question):
    """Asks who somebody is who was looked for among the people and left there: one of them, or a guest.

    They may be looked for again, or left out.
    """

    def __init__(self, slip: Slip, found: Found, step: Step) -> None:
        name = slip.told
        called = called_so(slip.typed, [each.sought or each.name for each in found.members])
        asks = self.tr("Who is {name}?") if called else self.tr("Nobody in the list is called {name}.")
        more = f" {translate('Known', 'There are more of that name.')}" if found.more else ""
        super().__init__(slip, asks.format(name=name) + more, step)
        self.members = found.members
        for each in found.members:
            self._offer(each.name, slip._replace(tile=each, settled=True, sought=False))
        named = people_named(slip.typed)
        if all(is_name(each) and more_people(each) is None for each in named):
            guest = slip._replace(settled=len(named) == 1, sought=False)
            self._offer(self.tr("A guest"), guest).setAccessibleName(self.tr("{name} is a guest").format(name=name))
        again, out = self._offer(self.tr("Look again")), self._offer(self.tr("Leave out"))
        again.setAccessibleName(self.tr("Look for {name} again").format(name=name))
        out.setAccessibleName(self.tr("Leave {name} out").format(name=name))
        self.own |= {again: _seek_again, out: _let_go}
        self._lay_out()


def _ends(waiting: WaitingGuests, asked: Question) -> bool:
    """Take a question away that was touched; return whether that was meant: the next one moves up under the pointer."""
    if asked not in waiting.questions or waiting._haste.again():
        return False
    waiting.answered.emit()  # the keyboard goes on with the next name, before what it is on goes
    waiting._take_away(asked)
    return True


def _seek_again(waiting: WaitingGuests, asked: Question) -> None:
    if _ends(waiting, asked):
        waiting.wanted.emit(asked.slip.typed)


def _let_go(waiting: WaitingGuests, asked: Question) -> None:
    if _ends(waiting, asked):
        words = translate("Attendance", "{name} is noted nowhere, and waits no more.")
        waiting._desk.tell(words.format(name=asked.slip.told))


def _type_whole(waiting: WaitingGuests, asked: Question) -> None:
    """Put the name back for the rest of it to be typed; while another one is being typed the question stays."""
    field = waiting._field
    waiting.answered.emit()
    if asked in waiting.questions and not field.text().strip():
        waiting._take_away(asked)
        field.setText(f"{asked.slip.typed} ")


def look_who_is_here(waiting: WaitingGuests) -> None:
    """Offer nobody who has left the circle, or was erased, since it was asked who is meant."""
    for asked in waiting.questions:
        if asked.members:
            find = partial(_find, slip=asked.slip._replace(tile=None))
            waiting._desk.shell.tasks.query(find, partial(_ask_anew, waiting, asked), lambda _: None)


def _ask_anew(waiting: WaitingGuests, asked: Question, found: Found) -> None:
    left = {tile.person.id for tile in asked.members} - {tile.person.id for tile in found.members}
    if asked in waiting.questions and left:
        waiting._take_away(asked)
        waiting._look_again(asked.slip._replace(tile=None, more=False), found)


def _near(slip: Slip) -> str:
    said = translate("WaitingGuests", "Or is it {names} in the list of members? Undo takes this back.")
    return said.format(names=text.listed(slip.near)) if slip.near else ""


def each_of(slip: Slip) -> Sequence[Slip]:
    """Return those who were typed at once, each for themselves."""
    return [slip._replace(typed=each, draft="") for each in people_named(slip.typed)]


def _left(draft: str, kept: Mapping[str, Any]) -> Slip:
    """Return what another hall has left, as `Slip.kept` tells it; who was only asked about is looked for anew."""
    meetup = HallMeetup(kept["meetup"], str(kept["title"]), "", today=False, on=False)
    member, settled = kept.get("member"), bool(kept["settled"])
    tile = Tile(str(kept["shown"]), Presence(member, member, "", "", "")) if settled and member is not None else None
    sought = SOUGHT in kept  # nobody has given it to be written
    slip = Slip(str(kept["name"]), meetup, bool(kept["here"]), tile, settled, draft, int(kept["place"]))
    return slip._replace(earlier=not sought, sought=sought)


def _find(reader: Reader, slip: Slip) -> Found:
    tiles = read_present(reader, slip.meetup.id) if not slip.settled else ()
    meant = Meant([tile for tile in tiles if tile.person.member is not None])
    if slip.sought:
        begun = meant.by(slip.typed) if words_of(slip.typed) else ()
        return Found(begun[:_MOST_SOUGHT], 0, len(begun) > _MOST_SOUGHT)
    certain = meant.certain(slip.typed)
    members = [certain] if certain is not None else meant.several(slip.typed)
    near = [tile.name for tile in meant.nearly(slip.typed) if not tile.here] if not members else []
    return Found(members[:_MOST], _same(reader, slip), len(members) > _MOST, near if len(near) <= _MOST_NEAR else ())


def _note(verbs: Verbs, slip: Slip) -> Noted:
    """Write somebody down. Since they were asked about, a member may have come, or be here no more after an Undo."""
    if slip.tile is not None:
        if slip.here and _is_here(verbs.reader, slip.meetup.id, slip.tile.person):
            return Noted(Changes(), already=True)
        return Noted(_changes(_note_member(verbs, slip.meetup.id, slip.tile.person, here=slip.here)))
    same = _same(verbs.reader, slip)
    if slip.here:
        return Noted(verbs.meetups.attend(slip.meetup.id, guest_name=slip.name)[1], same + 1)
    return Noted(verbs.meetups.rsvp(slip.meetup.id, answer="yes", name=slip.name)[1], same + 1)


def _is_here(reader: Reader, meetup: bytes, person: Presence) -> bool:
    return any(tile.here and tile.person.member == person.member for tile in read_present(reader, meetup))


def _same(reader: Reader, slip: Slip) -> int:
    """Return how many guests of that name there are for the meetup."""
    kind, field, state = ("attendance", "state", "attended") if slip.here else ("rsvp", "answer", "yes")
    rows = reader.list(kind, where={"meetup": slip.meetup.id, field: state})
    return sum(not row["person"] and folded(str(row.get("name", ""))) == folded(slip.name) for row in rows)


def _note_member(verbs: Verbs, meetup: bytes, person: Presence, *, here: bool) -> object:
    return (
        note_presence(verbs, meetup, person, "attended") if here else verbs.meetups.rsvp(meetup, person.member, "yes")
    )


def _changes(answer: object) -> Changes:
    return changes_in(answer) or Changes()
