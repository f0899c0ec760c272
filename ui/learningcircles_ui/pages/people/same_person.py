"""Whether two members are one person: what tells them apart, both beside each other, and all pairs in a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.leading import likelier
from learningcircles.circle.reader import Reader
from learningcircles.entities.people import MEMBER
from learningcircles.intake.plain import folded
from learningcircles_ui import text
from learningcircles_ui.pages.people.hours_twice import asking, merging
from learningcircles_ui.pages.people.leads import Leads
from learningcircles_ui.pages.people.rows import Person, read_person
from learningcircles_ui.pages.today.every import Every, Told
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, plain, section, subtitle
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, GAP_L

if TYPE_CHECKING:
    from learningcircles.intake.doubles import Pair

translate = QCoreApplication.translate
_TOLD = ("place", "phone", "email", "birth_year", "number")
"""What stands in the sentence, or below it where both have it alike."""
_COMPARED = (
    *("number", "phone", "email", "address", "place", "birth_year", "languages", "topics"),
    *("guardian", "status", "joined", "notes"),
)


def question(pair: Pair) -> str:
    """Return the question whether two members are one, with what tells them apart in it."""
    words = translate("SamePerson", "Is {one} the same person as {other}?")
    return words.format(one=_told(pair.one, pair.other), other=_told(pair.other, pair.one))


def reasons(pair: Pair) -> str:
    """Return why it is asked, and what both have alike."""
    names = [sorted(folded(str(each.get("name", ""))).split()) for each in (pair.one, pair.other)]
    same_name = names[0] == names[1]
    named = translate("SamePerson", "the same name") if same_name else translate("SamePerson", "nearly the same name")
    why = {
        "email": translate("SamePerson", "the same e-mail"),
        "phone": translate("SamePerson", "the same phone"),
        "name": named,
    }[pair.why]
    alike = [_value(pair.one, name) for name in _TOLD if _value(pair.one, name) and not _differ(pair, name)]
    both = translate("SamePerson", "in both: {values}").format(values=text.listed(alike)) if alike else ""
    return "  ·  ".join(part for part in (why, both) if part)


def _told(one: Record, other: Record) -> str:
    """Return a name, and in brackets what somebody has otherwise than the other one."""
    name, apart = str(one.get("name", "")), _apart(one, other)
    return f"{name} ({apart})" if apart else name


def _apart(one: Record, other: Record) -> str:
    return text.listed(value for field in _TOLD if (value := _value(one, field)) != _value(other, field) and value)


def with_words(both: Sequence[Record]) -> list[tuple[Record, str]]:
    """Return two members with their names and numbers, and where these are alike with what else tells them apart."""
    one, other = both
    words = [text.listed(part for part in (str(each.get("name", "")), _value(each, "number")) if part) for each in both]
    if words[0] == words[1]:
        words = [_told(one, other), _told(other, one)]
    return list(zip(both, words, strict=True))


def merged_words(both: Sequence[Record]) -> str:
    """Return who is one person from now on, and where both have one name with what told them apart."""
    one, other = both
    names = [str(each.get("name", "")) for each in both]
    if names[0] == names[1]:
        names = [_told(one, other), _told(other, one)]
    return text.labelled(translate("SamePerson", "Merged"), "  –  ".join(names))


def _in_short(pair: Pair) -> tuple[str, str]:
    """Return both names, and below them what tells them apart and what is alike: two lines of a list."""
    names = "  –  ".join(str(each.get("name", "")) for each in (pair.one, pair.other))
    apart = "  –  ".join(part for part in (_apart(pair.one, pair.other), _apart(pair.other, pair.one)) if part)
    return names, "  ·  ".join(part for part in (apart, reasons(pair)) if part)


def _differ(pair: Pair, name: str) -> bool:
    return _value(pair.one, name) != _value(pair.other, name)


def _value(record: Record, name: str) -> str:
    field = MEMBER.field(name)
    value = shown(field, record[name]) if field is not None else ""
    if not value or name not in ("number", "birth_year"):
        return value
    if name == "number":
        return translate("SamePerson", "no. {number}").format(number=value)
    return translate("SamePerson", "born {year}").format(year=value)


class SamePerson(Dialog):
    """Both beside each other, in bold where they differ. `settled`: called once somebody has said which it is.

    The keyboard is on neither answer at first: who comes here to look joins nobody by an Enter too many.
    Ctrl+Enter, which may have led here, is no answer. `proposed`: whose values are proposed to lead.
    """

    def __init__(
        self, shell: Shell, both: tuple[Person, Person], parent: QWidget,
        settled: Callable[[], object] | None = None, proposed: bytes = b"",
    ) -> None:  # fmt: skip
        title, action = translate("SamePerson", "One person or two?"), self.tr("The same person")
        super().__init__(title, action, parent, width=620, keys=False)
        self._shell, self._settled = shell, settled or (lambda: None)
        self._one, self._other = (person.record.id for person in both)
        self._merged = merged_words([person.record for person in both])
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(GAP_L)
        self._grid.setVerticalSpacing(GAP)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)
        self._heads(both)
        self.leads = Leads(self)
        self.leads.beside(self._grid, self._grid.rowCount())
        self.leads.show_both(with_words([person.record for person in both]), proposed or self._one)
        for label, one, other in lines(both):
            self._line(label, one, other)
        self.body.addLayout(self._grid)
        self.body.addWidget(self.leads.told)
        self.different_button = button(self.tr("Two people"), self._two, parent=self)
        self.near(self.different_button)
        for each in (self.different_button, self.done_button):
            allow(each, shell.may_write)
        self.on_submit = self._same
        self.fit()

    def _heads(self, both: tuple[Person, Person]) -> None:
        for column, person in enumerate(both, 1):
            name = str(person.record.get("name", ""))
            self._grid.addWidget(subtitle(name, self), 0, column)
            shown_there = button(self.tr("Open"), partial(self._open, person.record.id), kind="link", parent=self)
            shown_there.setAccessibleName(self.tr("Open {name}").format(name=name))
            self._grid.addWidget(shown_there, 1, column, Qt.AlignmentFlag.AlignLeading)

    def _line(self, label: str, one: str, other: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(section(label, self), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, words in enumerate((one, other), 1):
            cell = plain(words or "–", self)
            font = cell.font()
            font.setBold(bool(one != other and words))
            cell.setFont(font)
            self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignTop)

    def _open(self, member: bytes) -> None:
        listed = self.parentWidget()
        self.reject()
        if isinstance(listed, EveryPair):
            listed.reject()
        self._shell.signals.asked.emit("member", member)

    def _same(self) -> None:
        def then(merged: Any) -> None:
            self._over()
            listed = self.parentWidget() or self
            stays = listed.parentWidget() if isinstance(listed, EveryPair) and listed.is_answered else listed
            asking(self._shell, self._one, stays or listed)(merged)

        self._say(merging(self._one, self._other, self.leads.value()), self._merged, then)

    def _two(self) -> None:
        one, other = self._one, self._other
        self._say(lambda verbs: verbs.merging.different(one, other), self.tr("Both stay"), lambda _: self._over())

    def _say(self, work: Callable[[Verbs], Any], said: str, then: Callable[[Any], None]) -> None:
        for each in (self.different_button, self.done_button):
            each.setEnabled(False)
        self._shell.do(work, say=said, then=then, failed=self.refused)

    def _over(self) -> None:
        self.accept()
        self._settled()


def lines(both: tuple[Person, Person]) -> list[tuple[str, str, str]]:
    """Return (label, what one has, what the other has) of all that either of two members has."""
    one, other = both
    found = [
        (text.field_label(field), shown(field, one.record[name]), shown(field, other.record[name]))
        for name in _COMPARED
        if (field := MEMBER.field(name)) is not None
    ]
    found += [
        (translate("SamePerson", "Offers"), text.listed(one.offers), text.listed(other.offers)),
        (translate("SamePerson", "Wants to learn"), text.listed(one.wants), text.listed(other.wants)),
        (
            translate("SamePerson", "Hours"),
            text.hours(one.minutes, signed=True),
            text.hours(other.minutes, signed=True),
        ),
    ]
    return [line for line in found if line[1] or line[2]]


def compare(shell: Shell, pair: Pair, parent: QWidget, settled: Callable[[], object] | None = None) -> None:
    """Show two members beside each other, each as whoever they are one with by now.

    The pair was found a while ago: where one of them has gone meanwhile, or both are one, that is told, and it is
    `settled`.
    """

    def read(reader: Reader) -> tuple[list[Person | None], bytes]:
        ids = [reader.shown_as(each.id) for each in (pair.one, pair.other)]
        people = [read_person(reader, each) for each in ids]
        return people, likelier(reader, *ids) if all(people) else b""

    def show(read: tuple[list[Person | None], bytes]) -> None:
        found, proposed = read
        both = [person for person in found if person is not None and not person.record.deleted]
        over = ""
        if len(both) < 2:
            over = translate("SamePerson", "One of the two has been removed meanwhile.")
        elif both[0].record.id == both[1].record.id:
            over = translate("SamePerson", "They are one person already.")
        if over:
            (settled or (lambda: None))()
            told = parent.wrong if isinstance(parent, Dialog) and parent.isVisible() else partial(_say, shell)
            told(over)
        else:
            SamePerson(shell, (both[0], both[1]), parent, settled, proposed).open()

    shell.tasks.query(read, show, key="same person")


def _say(shell: Shell, words: str) -> None:
    shell.signals.said.emit(words, b"")


class EveryPair(Every["Pair"]):
    """Pairs of members; Enter, two clicks or the button shows the chosen two beside each other."""

    def __init__(self, shell: Shell, pairs: Sequence[Pair], count: int, parent: QWidget) -> None:
        super().__init__(shell, self.tr("Look at both…"), pairs, count, parent)
        self.list.doubleClicked.connect(lambda _: self.submit())
        self.on_submit = self._look

    def counted(self, pairs: Sequence[Pair], count: int) -> str:
        """Return how many there are."""
        return translate("DoubleCards", "%n pair(s) of members who may be one person", "", count)

    def told(self, pair: Pair) -> Told:
        """Return both names, below them what tells them apart and what is alike, and all of it in words."""
        return Told(*_in_short(pair), f"{question(pair)} {reasons(pair)}")

    def _look(self) -> None:
        pair = self.current()
        if pair is not None:
            compare(self._shell, pair, self, partial(self.answered, pair))
