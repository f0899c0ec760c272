"""Who came, as rows: members who said yes first, then the others, then guests; and what typed letters may mean."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from learningcircles import ids
from learningcircles.circle.changes import Record
from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.facets import Verbs
from learningcircles.circle.first_names import first_name, is_name
from learningcircles.circle.meetups import MOST_PEOPLE, no_name
from learningcircles.circle.merging import linked, one_per_person
from learningcircles.circle.nearly import Nearly
from learningcircles.circle.reader import Reader
from learningcircles.circle.removed import removed
from learningcircles.circle.several_names import is_unclear, is_whole, more_people, people_named
from learningcircles.circle.typeahead import slips
from learningcircles.circle.untold import latest
from learningcircles.entities.gathering import ATTENDANCE, RSVP
from learningcircles.errors import InvalidValue
from learningcircles.papers.subjects import on_evening
from learningcircles.storage.collate import by_letters
from learningcircles.storage.search import without_apostrophes, words_of
from learningcircles.storage.spelling import plain_letters
from learningcircles_ui import text
from learningcircles_ui.pages.records.lists import AtHand
from learningcircles_ui.parts.asked import NOBODY, Asked
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.draft_names import came_to, more_without_names
from learningcircles_ui.parts.namesakes import asides
from learningcircles_ui.parts.pills import tone_of
from learningcircles_ui.parts.who import may_be

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ORDER = {"yes": 0, "maybe": 1, "waitlist": 2}


class Presence(NamedTuple):
    """One person at one meetup. `member` is None for a guest, whose record is `id`.

    `new` is what typed words would add, if nobody here is meant: a "guest" of that name, the "count" of people without
    a name, or so many "more" of them. `aside`: what tells a member from another one of the same name; empty where
    there is none. `number`: a member's own.
    """

    id: bytes
    member: bytes | None
    name: str
    answer: str
    state: str
    new: str = ""
    aside: str = ""
    number: str = ""


class Evening(NamedTuple):
    """Everybody at a meetup, and how many came who gave no name."""

    title: str
    people: list[Presence]
    headcount: int


class Everybody:
    """Whoever may have come, and their names: at every key it is asked who is meant, and only those are looked at."""

    def __init__(self, people: Sequence[Presence]) -> None:
        self.people = people
        self._names = Nearly()
        self._names.learn([(place, by_letters(row.name)) for place, row in enumerate(people)])

    def certain(self, letters: str) -> Presence | None:
        """Return who is meant by typed letters and nobody else, if anybody is (see `Nearly.only`)."""
        return self._names.only(letters, lambda numbers: [self.people[number] for number in numbers[:2]])

    def several_in(self, letters: str) -> Sequence[str]:
        """Return the people whom typed letters name one after the other; nobody where it is one, by all of their
        name.
        """
        parts = people_named(letters)
        if len(parts) < 2 or any(is_whole(letters, self.people[at].name) for at in self._names.begun(letters)):
            return []
        return parts

    def unclear(self, letters: str) -> InvalidValue | None:
        """Return what is asked where typed letters may as well be one guest as two."""
        if not self.several_in(letters) or not is_unclear(letters, lambda name: bool(self._names.begun(name))):
            return None
        return InvalidValue("one_or_two", "Is that one person, or two? Type one after the other, the first name first.")

    def parts_of(self, letters: str) -> Sequence[str]:
        """Return the letters of each person whom typed letters name; where it may be one or two, they stay together."""
        return ([] if self.unclear(letters) is not None else self.several_in(letters)) or [letters]


def read_evening(reader: Reader, meetup: bytes) -> Evening:
    """Read who may have come. Raises NotFound where the meetup is gone, or was removed."""
    held = reader.get("meetup", meetup)
    if held.deleted:
        raise removed(reader, held, "no_meetup")
    answers = latest(reader, reader.list("rsvp", where={"meetup": meetup}))
    came = {row.id: row for row in reader.list("attendance", where={"meetup": meetup})}
    people = []
    members = reader.list("member", order="name", where={"status": ["active", "guest", "applied", "paused", None]})
    groups, apart = reader.groups([member.id for member in members]), asides(members)
    for member in members:
        same = [member.id, *groups.get(member.id, ())]
        marks = [mark for each in same if (mark := came.pop(ids.attendance(meetup, each), None)) is not None]
        noted = next(iter(one_per_person(reader, marks)), None)
        answer = answers.get(member.id)
        people.append(
            Presence(
                member.id, member.id, str(member.get("name", "")), str(answer.get("answer", "")) if answer else "",
                str(noted.get("state", "")) if noted else "", aside=apart.get(member.id, ""),
                number=str(member["number"] or ""),
            )
        )  # fmt: skip
    counted = came.pop(ids.attendance(meetup, meetup), None)
    people.sort(key=lambda row: _ORDER.get(row.answer, 3))
    people += [Presence(row.id, None, _name(reader, row), "", str(row.get("state", ""))) for row in came.values()]
    return Evening(str(held.get("title", "")), people, int(counted.get("headcount", 0)) if counted else 0)


def _name(reader: Reader, row: Record) -> str:
    """What a mark is called whose person is a guest, has left, or has been erased."""
    member = reader.find_one("member", row["person"]) if row["person"] else None
    return str(row.get("name") or (member.get("name") if member else None) or text.former_member())


def note_presence(verbs: Verbs, meetup: bytes, person: Presence, state: str) -> object:
    """Note that a person came or did not; an empty state takes back what is noted of them, if anything is."""
    if not state:
        return _take_back(verbs, meetup, person)
    if person.member is None:
        return verbs.meetups.attend_again(person.id, state)
    return verbs.meetups.attend(meetup, member=person.member, state=state)


def _take_back(verbs: Verbs, meetup: bytes, person: Presence) -> object:
    """Remove the marks of a person, those too of whoever is shown under them: else one of these would come up."""
    people = linked(verbs.reader, person.member) if person.member is not None else ()
    marks = [ids.attendance(meetup, each) for each in people] or [person.id]
    held = [mark for mark in marks if (row := verbs.reader.find_one("attendance", mark)) and not row.deleted]
    return verbs.records.remove_many("attendance", held) if held else None


class AttendanceModel(QAbstractTableModel):
    """The people whose name holds the typed letters."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.everybody = Everybody([])
        self.called: dict[bytes, str] = {}
        """What each member is called who was ever shown here, whoever is erased since as well: to spare the others."""
        self.rows: list[Presence] = []
        self.marks = -1
        """The row that is meant for certain, by a name or as a guest; -1 where nothing is typed, or nobody is."""
        self._letters = ""
        self.parts: Sequence[str] = [""]
        """Of whom the typed letters are, one after the other; the rows are of the first of them."""

    def show_people(self, people: list[Presence]) -> None:
        """Show these people."""
        self.everybody = Everybody(people)
        self.called.update({each.member: each.name for each in people if each.member})
        self.narrow(self._letters)

    def narrow(self, letters: str) -> None:
        """Show whom these letters may mean (see `meant`)."""
        self._letters = letters
        self.beginResetModel()
        self._unclear = self.everybody.unclear(letters)
        self.parts = self.everybody.parts_of(letters)
        letters = self.parts[0]
        certain = self.everybody.certain(letters)
        self.rows = [] if self._unclear is not None else _meant(self.everybody.people, letters.strip(), certain)
        self.marks = 0 if letters.strip() and self.rows and (self.rows[0].new or self.rows[0] is certain) else -1
        self.endResetModel()

    def may_be(self) -> InvalidValue:
        """Return who may be meant by the typed letters, the first of several."""
        if not (self.rows or is_somebody(self.letters)):
            return no_name(self.letters)
        return self._unclear or may_be(self.letters, [row.name for row in self.rows])

    def asked(self, letters: str) -> Asked:
        """Return these letters as asked about, by which one of several may be meant: only they can go on with them."""
        return Asked(letters, [row.name for row in self.everybody.people]) if self.rows else NOBODY

    @property
    def letters(self) -> str:
        """Return by which letters it is narrowed."""
        return self.parts[0].strip()

    def told(self, columns: Sequence[int]) -> list[list[str]]:
        """Return the rows as texts for a file or for paper: people alone, those of one name told apart."""
        return [[self._told(row, at) for at in columns] for row in self.rows if not row.new]

    def came(self) -> int:
        """Return how many named people came."""
        return sum(row.state == "attended" for row in self.everybody.people)

    def row_of(self, id_: object) -> int | None:
        """Return the place of a person, or None."""
        return next((place for place, row in enumerate(self.rows) if row.id == id_), None)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """People shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """Name, answer, presence."""
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The columns' names."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Name"), self.tr("Said"), self.tr("Came"))[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        """A cell."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.ID:
            return row.id
        if index.column() == 0 and role == Role.SECOND:
            return row.aside
        if index.column() == 0 and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._name(row), row.aside)))
        code = (None, row.answer, row.state)[index.column()]
        if role == Role.TONE:
            return tone_of(code) if code else None
        return self._shown(row, index.column()) if role == Qt.ItemDataRole.DisplayRole else None

    def _shown(self, row: Presence, column: int) -> str:
        if column == 0:
            return self._name(row)
        field, code = (RSVP.field("answer"), row.answer) if column == 1 else (ATTENDANCE.field("state"), row.state)
        return text.choice_label(field, code) if code else ""

    def _told(self, row: Presence, column: int) -> str:
        shown = self._shown(row, column)
        return f"{shown} ({row.aside})" if column == 0 and row.aside else shown

    def _name(self, row: Presence) -> str:
        if row.new == "guest":
            return self.tr("{name}: a guest who is not in the list").format(name=row.name)
        if row.new == "count":
            return self.tr("%n people without a name", "", int(row.name))
        if row.new == "more":
            return more_without_names(int(row.name))
        return self.tr("{name} (guest)").format(name=row.name) if row.member is None else row.name


def at_hand(model: AttendanceModel, columns: Sequence[int], meetup: bytes, evening: Evening) -> AtHand:
    """Return what is seen of who came, for a file or for paper."""
    titles = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns]
    narrowed = QCoreApplication.translate("Lists", "“{words}”").format(words=model.letters) if model.letters else ""
    return AtHand(came_to(evening.title), titles, model.told(columns), partial(on_evening, meetup=meetup), narrowed)


def people_in(letters: str) -> int | None:
    """Return how many people without a name typed letters mean; None where they mean somebody."""
    number = int(letters) if letters.isdecimal() else None
    return number if number is not None and number <= MOST_PEOPLE else None


def is_somebody(letters: str) -> bool:
    """Return whether typed letters say a guest's name or how many came; signs alone are nobody's name."""
    return people_in(letters) is not None or more_people(letters) is not None or is_name(letters)


def guest_name(letters: str) -> str:
    """Return what is kept of a guest's name: the first name alone, as in the hall."""
    typed = letters.strip().lstrip("+").strip()
    return first_name(typed) if typed else ""


def meant(people: Sequence[Presence], letters: str) -> list[Presence]:
    """Return whom typed letters may mean, likeliest first; whoever is marked already stays where they stand.

    A number is how many came without a name, "+2" how many more; "+Ana" is a guest whatever members are called. Where
    no name begins so the guest of that name comes first: "Marie" is not written down for Maria, who follows, as do
    those whose name holds the letters elsewhere, or who are meant but for a slip of the finger.
    """
    return _meant(people, letters, Everybody(people).certain(letters))


def _meant(people: Sequence[Presence], letters: str, certain: Presence | None) -> list[Presence]:
    if not letters:
        return list(people)
    number = people_in(letters)
    if number is not None:
        return [Presence(b"", None, str(number), "", "", "count")]
    more = more_people(letters)
    if more is not None:
        return [Presence(b"", None, str(more), "", "", "more")] if 0 < more <= MOST_PEOPLE else []
    guest = Presence(b"", None, guest_name(letters), "", "", "guest")
    if letters.startswith("+"):
        return [guest] if is_name(letters) else []
    wanted = words_of(letters)
    held = [(plain_letters(f"{row.name} {without_apostrophes(row.name)}"), row) for row in people]
    found = [row for name, row in held if wanted and all(word in name for word in wanted)]
    ranked = sorted(found, key=lambda row: closeness(letters, row.name))
    if ranked and closeness(letters, ranked[0].name) < ELSEWHERE:
        return sorted(ranked, key=lambda row: row is not certain)
    near = [(count, row) for row in people if (count := slips(letters, row.name)) is not None]
    slipped = [row for _, row in sorted(near, key=lambda pair: pair[0])]
    return [*([guest] if is_name(letters) else []), *(ranked or slipped)]
