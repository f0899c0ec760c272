"""What can be noted in “Who came?”, and how it stands in a draft while it is written nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.facets import Verbs
from learningcircles.intake.plain import folded
from learningcircles_ui.pages.meetups.attendance_rows import Presence, guest_name, note_presence
from learningcircles_ui.parts.draft_names import COUNT, GUEST, MARK, MORE, more_without_names
from learningcircles_ui.unkept import Erased

translate = QCoreApplication.translate


class Note(NamedTuple):
    """Something to write. `name`: of whom; `said`: once it is written, if anything.

    `of`: what is noted later of the same counts. `kept`: what a draft keeps of it (see `kept_note`).
    `place`: where it came in the order in which somebody noted things; 0 is before this dialog.
    """

    name: str
    work: Callable[[Verbs], Any]
    said: str
    of: object
    kept: Sequence[Any]
    place: int = 0


def mark_of(meetup: bytes, person: Presence, state: str) -> Note:
    """Return that a person came or did not; an empty state takes the mark back."""
    work = partial(note_presence, meetup=meetup, person=person, state=state)
    said = translate("Attendance", "{name} is not here.")
    if state == "attended":
        said = translate("Attendance", "{name} is here.")
    elif not state:
        said = translate("Attendance", "Nothing is noted of {name}.")
    said = said.format(name=person.name)
    return Note(person.name, work, said, person.id, [MARK, person.id, person.member, person.name, state])


def speaks_of(person: Presence, state: str) -> bool:
    """Return whether this says anything of a person: nothing is taken back of whom nothing is noted."""
    return state == "attended" or (not person.new and bool(state or person.state))


def guest_of(meetup: bytes, typed: str, meant: str = "", *, several: bool = False) -> Note:
    """Return a guest by first name alone, of whom there may be several. `meant`: who may be, but for a slip.

    `several`: members are called so, too.
    """
    name = guest_name(typed)
    words = translate("Attendance", "{name} is here as a guest.")
    if several:
        words = translate("Attendance", "{name} is here as a guest. Several members are called so: is it one of them?")
    if meant:
        words = translate("Attendance", "{name} is here as a guest, not {meant}: Undo takes it back.")
    said, only = words.format(name=name, meant=meant), translate("Guest", "Guests are noted by first names alone.")
    said = f"{said} {only}" if name != typed.strip().lstrip("+").strip() else said
    return Note(name, partial(_attend, meetup=meetup, name=name), said, object(), [GUEST, name])


def count_of(meetup: bytes, people: int) -> Note:
    """Return how many came without a name."""
    named = translate("Attendance", "%n people without a name", "", people)
    return Note(named, partial(_headcount, meetup=meetup, people=people), "", COUNT, [COUNT, people])


def more_of(meetup: bytes, people: int) -> Note:
    """Return how many more came without a name than are counted when it is written."""
    work = partial(_more, meetup=meetup, people=people)
    return Note(more_without_names(people), work, "", object(), [MORE, people])


def kept_note(meetup: bytes, kept: Sequence[Any]) -> Note:
    """Return what a draft has kept of a note."""
    if kept[0] == GUEST:
        return guest_of(meetup, str(kept[1]))
    if kept[0] == COUNT:
        return count_of(meetup, int(kept[1]))
    if kept[0] == MORE:
        return more_of(meetup, int(kept[1]))
    _, id_, member, name, state = kept
    return mark_of(meetup, Presence(id_, member, name, "", ""), state)


class Gone(NamedTuple):
    """What waits of members who are erased, and what they were `called`. A guest is a name alone, and may be one of
    them: who shares a word with a member's, and anybody where nobody knows what one of them was called (`others`).
    """

    marks: Sequence[Note]
    called: Sequence[str]
    others: bool

    @property
    def _words(self) -> set[str]:
        return {word for name in self.called for word in folded(name).split()}

    def takes(self, note: Note) -> bool:
        """Return whether this may speak of them."""
        kind, *kept = note.kept
        is_guest = kind == GUEST or (kind == MARK and not kept[1])
        return note in self.marks or (is_guest and self.takes_guest(note.name))

    def takes_guest(self, name: str) -> bool:
        """Return whether a guest of this name may be one of them."""
        return self.others or bool(self._words & {*folded(name).split()})

    def takes_letters(self, letters: str) -> bool:
        """Return whether a name that begins so may be one of theirs."""
        begun = folded(letters).split()
        return self.others or any(word.startswith(each) for each in begun for word in self._words)


def gone_of(notes: Sequence[Note], erased: Erased, called: Mapping[bytes, str]) -> Gone:
    """Return what goes with people who are erased; `called`: what members are called, as far as is known."""
    marks = [each for each in notes if each.kept[0] == MARK and erased.people & {*each.kept[1:3]}]
    named = {id_ for each in marks for id_ in each.kept[1:3]} | called.keys()
    names = [*(each.name for each in marks), *(called[each] for each in erased.lately if each in called)]
    return Gone(marks, names, not names or not erased.lately <= named)


def _attend(verbs: Verbs, meetup: bytes, name: str) -> object:
    return verbs.meetups.attend(meetup, guest_name=name)


def _more(verbs: Verbs, meetup: bytes, people: int) -> object:
    return verbs.meetups.headcount(meetup, verbs.meetups.present(meetup)[1] + people)


def _headcount(verbs: Verbs, meetup: bytes, people: int) -> object:
    return verbs.meetups.headcount(meetup, people)
