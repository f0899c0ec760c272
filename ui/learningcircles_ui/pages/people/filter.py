"""Who is shown of the members, beyond their status: by language, by what they can, by neighbourhood, by age."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError
from learningcircles.storage.collate import by_letters
from learningcircles.storage.drafts import FILTER, Draft
from learningcircles_ui import text
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.literal import Menu, literal
from learningcircles_ui.parts.words import Pressable
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 74), (75, 120))
"""Years of age by the end of this year, both ends counted."""
_MOST = 25
_OWN = ("topic", "place")
_EVERY = ("language", *_OWN, "age")
_KEPT = f"{FILTER}people"
"""The draft in the circle's file that keeps what of the filter is the circle's own."""


class Choices(NamedTuple):
    """What the members of the circle speak, what they can most often, and where most of them live."""

    languages: list[str]
    topics: list[str]
    places: Sequence[str] = ()


class PeopleFilter(Pressable):
    """A button whose menu narrows the list; its text says by what. `narrowed`: something was chosen or let go.

    All of it is remembered: language and age beside what the window remembers; what people can and where they live is
    the circle's own, and stays inside its file.
    """

    narrowed = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIcon(icon("filter", gap=4))
        self.setIconSize(QSize(larger(17) + 4, larger(17)))
        self.language = shell.remember.text("people/language")
        self.age = shell.remember.text("people/age")
        self.topic = self.place = ""
        self._chosen: set[str] | None = None
        """What was chosen while the circle's file was still asked for it; None where it is not being asked."""
        self._known: Choices | None = None
        self._below: dict[str, Menu] = {}
        self.clicked.connect(self._open)
        self._tell()

    def where(self) -> dict[str, Any]:
        """Return what the members have to hold."""
        found: dict[str, Any] = {}
        if self.language:
            found["languages"] = (self.language,)
        if self.topic:
            found["topics"] = (self.topic,)
        if self.place:
            found["place"] = (self.place,)
        if self.age in map(_code, AGES):
            low, high = map(int, self.age.split("-"))
            year = datetime.date.today().year
            found["birth_year"] = tuple(range(year - high, year - low + 1))
        return found

    def recall(self) -> None:
        """Read what of the filter is kept in the circle's file, and narrow by it; what is chosen meanwhile counts.

        It is read before any list that is asked for later: none is shown first that is not narrowed.
        """
        self._chosen = set()

        def know(kept: Draft | None) -> None:
            chosen, self._chosen = self._chosen or set(), None
            if kept is not None:
                for name in set(_OWN) - chosen:
                    setattr(self, name, str(kept.values.get(name, "")))
                self._tell()
                self.narrowed.emit()
            if chosen:
                self._keep()

        def unread(error: CircleError) -> None:
            know(None)  # what is chosen from now on is kept all the same
            self._shell.signals.failed.emit(error)

        self._shell.tasks.query(lambda reader: dict(reader.drafts()).get(_KEPT), know, unread)

    def choose(self, name: str, value: str) -> None:
        """Narrow by "language", "topic", "place" or "age"; an empty value lets go of it."""
        self._put(name, value)
        self._tell()
        self.narrowed.emit()

    def clear(self) -> None:
        """Narrow by nothing any more."""
        for name in _EVERY:
            self._put(name, "")
        self._tell()
        self.narrowed.emit()

    def told(self) -> str:
        """Return by what the list is narrowed; empty for nothing."""
        age = next((_age(each) for each in AGES if _code(each) == self.age), "")
        chosen = [text.language_name(self.language) if self.language else "", self.topic, self.place, age]
        return "  ·  ".join(part for part in chosen if part)

    def _put(self, name: str, value: str) -> None:
        if self._chosen is not None and name in _OWN:
            self._chosen.add(name)
        if getattr(self, name) == value:
            return
        setattr(self, name, value)
        if name not in _OWN:
            self._shell.remember.put_text(f"people/{name}", value)
        elif self._chosen is None:
            self._keep()

    def _keep(self) -> None:
        self._shell.tasks.mutate(partial(_keep, {each: getattr(self, each) for each in _OWN}))

    def menu_of(self, choices: Choices) -> Menu:
        """Return the menu: four lists with a tick, and the way back."""
        menu = Menu(self)
        names = (self.tr("Language"), self.tr("Skill"), self.tr("Neighbourhood"), self.tr("Age"))
        self._below = {name: menu.below(words) for name, words in zip(_EVERY, names, strict=True)}
        self._offer(choices)
        menu.addSeparator()
        everyone = menu.addAction(self.tr("Clear the filters"))
        everyone.setEnabled(bool(self.where()))
        everyone.triggered.connect(lambda: self.clear())
        return menu

    def _offer(self, choices: Choices) -> None:
        """Put what there is to choose from into the lists of the menu."""
        offered = {
            "language": {each: text.language_name(each) for each in choices.languages},
            "topic": {each: each for each in choices.topics},
            "place": {each: each for each in choices.places},
            "age": {_code(each): _age(each) for each in AGES},
        }
        for name, below in self._below.items():
            below.clear()
            below.setEnabled(bool(offered[name]))
            for value, shown in offered[name].items():
                each = below.offer(shown, partial(self._turn, name, value))
                each.setCheckable(True)
                each.setChecked(getattr(self, name) == value)

    def _offer_in(self, menu: Menu, choices: Choices) -> None:
        """Put it into the lists of a menu; while somebody chooses from one, that is left as it is under their hand."""
        if not isValid(menu) or not menu.isVisible():
            return
        read = next((each for each in self._below.values() if each.isVisible()), None)
        if read is None:
            self._offer(choices)
            return
        # Later: a list that closes may do so because something in it was chosen just now.
        over = partial(QTimer.singleShot, 0, menu, partial(self._offer_in, menu, choices))
        read.aboutToHide.connect(over, Qt.ConnectionType.SingleShotConnection)

    def _turn(self, name: str, value: str) -> None:
        self.choose(name, "" if getattr(self, name) == value else value)

    def _open(self) -> None:
        """Open the menu at once, with what was there to choose from when it was last read; it is read again."""
        menu = self.menu_of(self._known or Choices([], []))
        menu.aboutToHide.connect(menu.deleteLater)
        moment = menu.offer(self.tr("One moment…")) if self._known is None else None
        if moment is not None:
            moment.setEnabled(False)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

        def know(choices: Choices) -> None:
            new, self._known = choices != self._known, choices
            if isValid(menu) and menu.isVisible() and new:
                if moment is not None:
                    menu.removeAction(moment)
                self._offer_in(menu, choices)

        self._shell.tasks.query_long(read_choices, know, key="choices")

    def _tell(self) -> None:
        told = self.told()
        self.setText(literal(told[:40]) if told else self.tr("Filter"))
        self.setAccessibleName(self.tr("Filter: {by}").format(by=told) if told else self.tr("Filter"))


def read_choices(reader: Reader) -> Choices:
    """Return what there is to choose from; on a reader's thread."""
    languages, topics, places = (reader.tally("member", name) for name in ("languages", "topics", "place"))
    places.pop("", None)
    return Choices([code for code, _ in languages.most_common()], _often(topics), _often(places))


def _often(counted: Counter[str]) -> list[str]:
    """Return the commonest, in the order of their letters."""
    return sorted((each for each, _ in counted.most_common(_MOST)), key=by_letters)


def _keep(own: Mapping[str, str], verbs: Verbs) -> None:
    if any(own.values()):
        verbs.drafts.keep_draft(_KEPT, own)
    else:
        verbs.drafts.drop_draft(_KEPT)


def _code(ages: tuple[int, int]) -> str:
    return f"{ages[0]}-{ages[1]}"


def _age(ages: tuple[int, int]) -> str:
    low, high = ages
    if not low:
        return text.band(datetime.date.today().year)
    return text.ages(low, high if high < AGES[-1][1] else None)
