"""Names of “Who came?” that were asked about and are left for the next one: they wait until it is said who is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from learningcircles_ui import text
from learningcircles_ui.parts.asked import NOBODY
from learningcircles_ui.parts.haste import Haste
from learningcircles_ui.parts.headings import button, flowing, soft
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.parts.spoken import announce

if TYPE_CHECKING:
    from learningcircles_ui.pages.meetups.attendance import Attendance

translate = QCoreApplication.translate


class LeftNames(QWidget):
    """`names` in the order in which they were left; hidden while nobody waits.

    `entered`: somebody waits from now on, and is to be kept at once. `wanted` carries the name that somebody takes up
    again, `dropped` the one that is let go: it waits no more then.
    """

    entered = Signal()
    wanted = Signal(str)
    dropped = Signal(str)

    def __init__(self, before: QWidget, parent: QWidget) -> None:
        """`before`: the field of the name, from where Tab comes to those who wait."""
        super().__init__(parent)
        self.names: list[str] = []
        self._before, self._haste = before, Haste()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def add(self, name: str) -> None:
        """Let a name wait, as it was typed."""
        self.show_names([*self.names, name])
        self.entered.emit()
        announce(self, self.tr("Still to say who is meant: {names}").format(names=text.listed(self.names)))

    def take(self, at: int) -> str:
        """Let the name in this place wait no more, and return it."""
        name = self.names[at]
        self.show_names([*self.names[:at], *self.names[at + 1 :]])
        return name

    def show_names(self, names: Sequence[str]) -> None:
        """Let these wait, and nobody else."""
        self.names = list(names)
        clear(self._column)
        stops: list[QPushButton] = []
        if names:
            shown = [self._shown(at, name, stops) for at, name in enumerate(names)]
            label = soft(self.tr("Still to say who is meant:"), self, wrap=False)
            self._column.addWidget(flowing(label, *shown, parent=self))
        for before, after in pairwise([self._before, *stops]):
            QWidget.setTabOrder(before, after)
        self.setVisible(bool(names))

    def drop_all(self, gone: Callable[[str], bool]) -> Sequence[str]:
        """Let those wait no more who are `gone`; return their names."""
        dropped = [name for name in self.names if gone(name)]
        if dropped:
            self.show_names([name for name in self.names if name not in dropped])
        return dropped

    def _shown(self, at: int, name: str, stops: list[QPushButton]) -> QWidget:
        held = QWidget(self)
        asks = self.tr("Say who {name} is").format(name=name)
        out = self.tr("Leave {name} out").format(name=name)
        taken = button(name, partial(self._press, at, self.wanted.emit), tip=asks, parent=held)
        taken.setAccessibleName(asks)
        let_go = partial(self._press, at, self.dropped.emit)
        gone = button("", let_go, icon_name="x", kind="plain", tip=out, parent=held)
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each in (taken, gone):
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # touched, it is gone: the field keeps the keyboard
            row.addWidget(each)
            stops.append(each)
        return held

    def _press(self, at: int, then: Callable[[str], None]) -> None:
        if not self._haste.again():  # the next one moves up under the pointer
            then(self.take(at))


def waits_in(evening: Attendance) -> LeftNames:
    """Return those who wait in “Who came?”, which goes on with whoever is taken up again."""
    made = LeftNames(evening.letters.edit, evening)
    made.wanted.connect(partial(take_up, evening))
    made.dropped.connect(partial(_let_go, evening))
    made.entered.connect(lambda: evening.drafting.keep())
    return made


def leave(evening: Attendance, name: str) -> None:
    """Let a name wait that was asked about and is left for the next one; who may only look looks by it."""
    if name and evening._shell.may_write:
        evening.left.add(name)


def ask(evening: Attendance) -> None:
    """Ask who is meant by what stands in the first field."""
    evening._last = evening._question = text.sentence(evening.model.may_be())
    evening._asked = evening.model.asked(evening.letters.edit.text())
    evening._read()


def hush(evening: Attendance) -> None:
    """Ask no more about letters that are gone from the field; what was said before stays."""
    if evening._question and evening._last.endswith(evening._question):
        evening._last, evening._question = evening._last.removesuffix(evening._question).rstrip(), ""
        evening._read()


def take_up(evening: Attendance, name: str) -> None:
    """Ask about a name again, in the first field; what stood there waits in its place."""
    line, stood = evening.letters.edit, _left_in(evening)
    evening._asked = NOBODY  # it is left here, and by nothing that is typed
    line.setText(name)
    leave(evening, stood)
    line.setFocus()
    if evening.model.marks < 0:
        ask(evening)


def ask_first(evening: Attendance) -> bool:
    """Ask about the first of those who wait, for whoever wants to end; return whether anybody waits."""
    if not evening.left.names:
        return False
    take_up(evening, evening.left.take(0))
    if evening.model.marks < 0:
        evening.wrong(evening._last)
    return True


def name_what_is_lost(evening: Attendance, typed: str) -> None:
    """Say by name who is lost with those who wait, where closing gives them up."""
    if evening.left.names:
        words = translate("EveningNotes", "Not written down: {names}. Close this once more to give them up.")
        names = [*(each.name for each in evening.notes.unwritten.items), typed]
        evening.unsaved = words.format(names=text.listed(names))


def _let_go(evening: Attendance, name: str) -> None:
    evening.letters.setFocus()
    evening._heard(translate("Attendance", "{name} is noted nowhere, and waits no more.").format(name=name))


def _left_in(evening: Attendance) -> str:
    return "" if evening._used else evening.letters.text()
