"""Who is shown of the members, beyond their status: by language, by what they can, by age."""

from __future__ import annotations

import datetime
from collections import Counter
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from learningcircles.circle.reader import Reader
from learningcircles_ui import text
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.literal import Menu, literal
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 74), (75, 120))
"""Years of age by the end of this year, both ends counted."""
_TOPICS = 25


class Choices(NamedTuple):
    """What the members of the circle speak, and what they can most often."""

    languages: list[str]
    topics: list[str]


class PeopleFilter(QPushButton):
    """A button whose menu narrows the list; its text says by what. `narrowed`: something was chosen or let go.

    Language and age are remembered. What people can is the circle's own and stays inside its file.
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
        self.topic = ""
        self.clicked.connect(lambda: shell.tasks.query(read_choices, self._open))
        self._tell()

    def where(self) -> dict[str, Any]:
        """Return what the members have to hold."""
        found: dict[str, Any] = {}
        if self.language:
            found["languages"] = (self.language,)
        if self.topic:
            found["topics"] = (self.topic,)
        if self.age in map(_code, AGES):
            low, high = map(int, self.age.split("-"))
            year = datetime.date.today().year
            found["birth_year"] = tuple(range(year - high, year - low + 1))
        return found

    def choose(self, name: str, value: str) -> None:
        """Narrow by "language", "topic" or "age"; an empty value lets go of it."""
        setattr(self, name, value)
        if name != "topic":
            self._shell.remember.put_text(f"people/{name}", value)
        self._tell()
        self.narrowed.emit()

    def menu_of(self, choices: Choices) -> QMenu:
        """Return the menu: three lists with a tick, and the way back."""
        menu = Menu(self)
        self._list(
            menu, self.tr("Language"), "language", {each: text.language_name(each) for each in choices.languages}
        )
        self._list(menu, self.tr("Skill"), "topic", {each: each for each in choices.topics})
        self._list(menu, self.tr("Age"), "age", {_code(each): _age(each) for each in AGES})
        menu.addSeparator()
        everyone = menu.addAction(self.tr("Clear the filters"))
        everyone.setEnabled(bool(self.where()))
        everyone.triggered.connect(lambda: self._clear())
        return menu

    def _list(self, menu: Menu, words: str, name: str, values: dict[str, str]) -> None:
        below = menu.below(words)
        below.setEnabled(bool(values))
        for value, shown in values.items():
            each = below.offer(shown, partial(self._turn, name, value))
            each.setCheckable(True)
            each.setChecked(getattr(self, name) == value)

    def _turn(self, name: str, value: str) -> None:
        self.choose(name, "" if getattr(self, name) == value else value)

    def _clear(self) -> None:
        for name in ("language", "topic", "age"):
            self.choose(name, "")

    def _open(self, choices: Choices) -> None:
        self.menu_of(choices).popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _tell(self) -> None:
        age = next((_age(each) for each in AGES if _code(each) == self.age), "")
        chosen = [text.language_name(self.language) if self.language else "", self.topic, age]
        told = "  ·  ".join(part for part in chosen if part)
        self.setText(literal(told[:40]) if told else self.tr("Filter"))
        self.setAccessibleName(self.tr("Filter: {by}").format(by=told) if told else self.tr("Filter"))


def read_choices(reader: Reader) -> Choices:
    """Return what there is to choose from; on the reader's thread."""
    languages: Counter[str] = Counter()
    topics: Counter[str] = Counter()
    for record in reader.list("member"):
        languages.update(record.get("languages", []))
        topics.update(record.get("topics", []))
    often = [topic for topic, _ in topics.most_common(_TOPICS)]
    return Choices([code for code, _ in languages.most_common()], sorted(often, key=str.casefold))


def _code(ages: tuple[int, int]) -> str:
    return f"{ages[0]}-{ages[1]}"


def _age(ages: tuple[int, int]) -> str:
    low, high = ages
    if not low:
        return text.band(datetime.date.today().year)
    return text.ages(low, high if high < AGES[-1][1] else None)
