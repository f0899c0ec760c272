"""What members had before this circle kept its hours here: a name and a field each, brought in as one action."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from learningcircles.circle.closeness import ELSEWHERE, closeness
from learningcircles.circle.reader import Reader
from learningcircles.circle.swaps import check_opening
from learningcircles.entities.declare import Field, Kind
from learningcircles.errors import CircleError, InvalidValue
from learningcircles.intake import convert
from learningcircles.storage.drafts import Draft
from learningcircles_ui import text
from learningcircles_ui.pages.people.rows import HERE
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import OPENING
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.namesakes import asides, with_aside
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.thrown import bring_up, throw_away
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

_OFTEN_MS = 400
_BALANCE = Field("balance", "Balance", Kind.MINUTES)
_SHOWN = 100
"""How many names stand there at once; the search brings the others."""


class Line(NamedTuple):
    """A member's id, name and minutes now; `apart`: the name, and what tells them from others of that name."""

    id: bytes
    name: str
    minutes: int
    apart: str


class OpeningBalances(Dialog):
    """`lines` are the fields in view, by member; what was typed stays while the search moves on."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Opening balances"), self.tr("Bring them in"), parent, width=560)
        self._shell = shell
        self._people: Sequence[Line] = ()
        self.typed: dict[bytes, str] = {}
        self.lines: dict[bytes, QLineEdit] = {}
        told = self.tr(
            "What members had before, in hours: 2:30 or 2.5, with a minus where they owe. It is added to what they have"
            " now, and the circle’s pot balances it."
        )
        self.body.addWidget(soft(told, self))
        self._field = SearchField(self.tr("Search members"), self)
        self._field.typed.connect(lambda _: self._show())
        self._field.hide()
        self.body.addWidget(self._field)
        self._grid_widget = QWidget(self)
        self.body.addWidget(self._grid_widget)
        self._more = soft("", self)
        self.body.addWidget(self._more)
        self.body.addStretch(1)
        self.on_submit = self._bring_in
        room = self.screen().availableGeometry().size() - QSize(40, 80)
        self.resize(QSize(larger(560), larger(560)).boundedTo(room))
        self._seen = False
        self._kept: dict[bytes, str] = {}
        self._often = QTimer(self)
        self._often.setInterval(_OFTEN_MS)
        self._often.timeout.connect(self.keep)
        self._often.start()
        self.dirty = lambda: any(words.strip() for words in self.typed.values())
        self.accepted.connect(self._forget)
        self.rejected.connect(self._abandon)
        shell.tasks.mutate(lambda verbs: shell.drafts.draft(verbs, OPENING), self._go_on)
        shell.tasks.query(_read, self._told, shell.signals.failed.emit)

    def keep(self) -> None:
        """Keep in the circle's file what was typed so far, so that neither a lock nor a crash loses it."""
        if self.typed != self._kept:
            self._kept = dict(self.typed)
            # By their ids as they are: whoever is erased takes such a draft along.
            rows = [[id_, words] for id_, words in self._kept.items() if words.strip()]
            self._put({"balances": rows} if rows else {})

    def _put(self, values: dict[str, Any]) -> None:
        self._shell.drafts.keep(OPENING, lambda: values)

    def _go_on(self, draft: Draft | None) -> None:
        """Show what was typed before and not brought in; what was typed meanwhile stays, and is one with it."""
        self._seen = True
        if draft is not None:
            self._kept = {bytes(id_): str(words) for id_, words in draft.values.get("balances", ())}
            self.typed = {**self._kept, **self.typed}
            self._show()
            self._focus_first()

    def _forget(self) -> None:
        """What was shown is brought in; what was kept before stays where nobody has seen it yet."""
        self._often.stop()
        if self._seen:
            self._put({})

    def _abandon(self) -> None:
        """What was shown is thrown away, and can be had back."""
        self._often.stop()
        if self._seen:
            self.keep()  # also that all of it was deleted since
        if self._seen and self.dirty():
            back = partial(bring_up, self._shell, OPENING)
            throw_away(self._shell, OPENING, self.windowTitle(), back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next one, from the last to the button."""
        lines = list(self.lines.values())
        focus = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focus in lines:
            following = lines[lines.index(focus) + 1 :]
            (following[0] if following else self.done_button).setFocus()
            return
        super().keyPressEvent(event)

    def _told(self, people: Sequence[Line]) -> None:
        self._people = people
        self._field.setVisible(len(people) > _SHOWN)
        self._show()
        self._focus_first()

    def _focus_first(self) -> None:
        if self.lines:
            next(iter(self.lines.values())).setFocus()

    def _show(self) -> None:
        words = self._field.text()
        found = [line for line in self._people if not words or closeness(words, line.name) < ELSEWHERE]
        made = QWidget(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(0, 1)
        self.lines = {}
        for place, line in enumerate(found[:_SHOWN]):
            minutes = text.hours(line.minutes, signed=True) if line.minutes else ""
            grid.addWidget(plain(line.apart, made), place, 0)
            grid.addWidget(soft(minutes, made, wrap=False), place, 1)
            grid.addWidget(self._line(line.id, line.apart, made), place, 2)
        self.body.replaceWidget(self._grid_widget, made)
        self._grid_widget.deleteLater()
        self._grid_widget = made
        made.show()
        left = len(found) - _SHOWN
        self._more.setText(self.tr("%n more: search for them.", "", left) if left > 0 else "")

    def _line(self, id_: bytes, name: str, parent: QWidget) -> QLineEdit:
        line = QLineEdit(self.typed.get(id_, ""), parent)
        line.setAccessibleName(self.tr("Hours that {name} had before").format(name=name))
        line.setFixedWidth(larger(110))
        line.textEdited.connect(lambda words: self._keep(id_, words))
        self.lines[id_] = line
        return line

    def _keep(self, id_: bytes, words: str) -> None:
        self.typed[id_] = words
        _mark(self.lines[id_], wrong=False)

    def _bring_in(self) -> None:
        balances = self._read_all()
        if balances is None:
            return
        self.done_button.setEnabled(False)
        said = self.tr("%n opening balance(s) brought in", "", len(balances))
        self._shell.do(
            lambda verbs: verbs.swaps.opening_balances(balances),
            say=said,
            then=lambda _: self.accept(),
            failed=self.refused,
        )

    def _read_all(self) -> dict[bytes, int] | None:
        """Return minutes by member; None where a field does not read as hours, or all are empty."""
        found: dict[bytes, int] = {}
        names = {line.id: line.apart for line in self._people}
        for id_, words in self.typed.items():
            if not words.strip():
                continue
            try:
                found[id_] = convert.balance(_BALANCE, words, hours=True)
                check_opening(found[id_])
            except InvalidValue as error:
                self._blame(id_, names.get(id_, ""), error)
                return None
        if not found:
            self.wrong(self.tr("Type somebody’s hours first."))
            return None
        return found

    def _blame(self, id_: bytes, name: str, error: CircleError) -> None:
        self.wrong(f"{name}: {text.sentence(error)}")
        line = self.lines.get(id_)
        if line is not None:
            _mark(line, wrong=True)
            line.setFocus()


def _mark(line: QLineEdit, *, wrong: bool) -> None:
    line.setProperty("wrong", wrong)
    line.style().polish(line)


def _read(reader: Reader) -> Sequence[Line]:
    ids = reader.ids("member", where={"status": list(HERE)}, order="name")
    minutes, members = reader.balances(ids), reader.many("member", ids)
    told = asides(members)
    names = {each.id: str(each.get("name", "")) for each in members}
    return [Line(id_, name, minutes.get(id_, 0), with_aside(name, told.get(id_, ""))) for id_, name in names.items()]
