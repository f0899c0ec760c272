"""Typing a topic: what the circle teaches and learns already is proposed; a new topic is made when one says so.

The first letters choose "bicycle repair", whatever the accents, the case and a slip of the finger. Enter and Tab take
what is marked. The last row, "New topic: …", makes a new one; it is marked where nothing else is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import likely_topics
from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.storage.subjects import same
from learningcircles_ui.parts.editors import LineEditor
from learningcircles_ui.parts.proposals import Proposals
from learningcircles_ui.tasks import Tasks

_SHOWN = 6
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Whoever looks at another window, or opens a menu, has not left the field: QLineEdit ends no edit then either."""
_APART = re.compile(r"[,;|]")
_PIECES = re.compile(r"([,;|])")
"""Parts topics from each other, and keeps what parted them."""


class TopicEditor(LineEditor):
    """One topic. `entered`: Enter has taken it; where nobody `ends` with this field, the next one is asked for.

    `usual`: the topics that come to mind first here; Down in the empty field shows them. `known` reads those that may
    be proposed here: all of the circle's, where nothing else is said.
    """

    entered = Signal()

    def __init__(
        self, field: Field, tasks: Tasks, parent: QWidget | None = None, *, ends: bool = False,
        known: Callable[[Reader], Sequence[str]] = Reader.topics,
    ) -> None:  # fmt: skip
        super().__init__(field, parent)
        self.usual: Sequence[str] = ()
        self._ends = ends
        self._topics: Sequence[str] | None = None
        self._kept: frozenset[str] = frozenset()
        """What stands there by somebody's plain word, or was stored, topic by topic: it is left as it is."""
        self._restored = False
        """What stands there is a draft: nobody has left the field with it yet."""
        self._late = False
        """Enter came before the topics were there: they are settled as soon as they are."""
        self._names: list[str] = []
        self._model = QStringListModel(self)
        self.proposals = Proposals(self._model, self)
        self.proposals.taken.connect(self._take)
        self._line.setPlaceholderText(self.tr("A few letters, or the Down key"))
        self._line.textEdited.connect(self._edited)
        self._line.installEventFilter(self)
        self._read_topics = partial(
            tasks.query, known, self._know, lambda _: self._know(self._topics or ()),
            key=f"topics {id(self)}",
        )  # fmt: skip
        """Until the answer is there, what was known before is proposed."""

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        super().show_value(value)
        self._keep(self._line.text())
        self.proposals.hide()

    def waiting(self) -> bool:
        """Return whether the circle's topics are still being read."""
        return (
            self._topics is None
            and bool(self._line.text().strip())
            and not _parts(self._line.text(), self.field.many) <= self._kept
        )

    def value(self) -> Any:
        """Return the topic that is meant, as leaving the field would take it; raises InvalidValue."""
        row = self._meant()
        name = self._names[row] if 0 <= row < len(self._names) else ""
        return clean_field(self.field, self._with(name).strip() if name else self.typed())

    def raw(self) -> Any:
        """Return the text as it stands, and that somebody said that it is new."""
        words = self._line.text()
        return {"words": words, "new": True} if words and _parts(words, self.field.many) <= self._kept else words

    def show_raw(self, raw: Any) -> None:
        """Show a text as it stood."""
        new = isinstance(raw, dict)
        words = str(raw["words"] if new else raw)
        self._line.setText(words)
        self._keep(words if new else "")
        self._restored = True
        if self.waiting():
            self._read_topics()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk the list from the keyboard, and take the marked row when leaving.

        Topics are read once they may be typed: a form that waits behind a page holds up nothing of the page. Whoever
        comes back chooses among what the circle teaches and learns by now.
        """
        if event.type() == QEvent.Type.FocusIn or (event.type() == QEvent.Type.Show and self._topics is None):
            self._read_topics()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYS:
            self._settle(leaves=True)
        if event.type() == QEvent.Type.FocusOut:
            self.proposals.hide()
        return super().eventFilter(watched, event)

    def _know(self, topics: Sequence[str]) -> None:
        waited, self._topics = self.waiting(), topics
        if waited and self._line.hasFocus() and not self._late:
            self._edited(self._line.text())
        elif waited:
            if self._late or not self._restored:
                self._settle(leaves=True)
            self.finished.emit()
        elif self.proposals.marked() == 0:  # whoever has walked to another row keeps the list as it is
            self._offer(self._part().strip())

    def _edited(self, _: str) -> None:
        self._restored = False
        if not self.field.many:
            self._kept = frozenset()
        words = self._part().strip()
        if words in self._kept:
            self.proposals.hide()
        else:
            self._offer(words)

    def _offer(self, words: str) -> None:
        """Show what is meant by the words, and that they can be a new topic."""
        rows = self._look_up(words)
        self._model.setStringList(rows)
        if rows and self._topics is not None:
            self.proposals.offer(self._line)
        else:
            self.proposals.hide()

    def _look_up(self, words: str) -> list[str]:
        others = self._others()
        known = [topic for topic in self._topics or () if same(topic) not in others]
        self._names = likely_topics(known, words, usual=self.usual, limit=_SHOWN)
        new = bool(words) and not any(same(name) == same(words) for name in self._names)
        return [*self._names, *([self.tr("New topic: {words}").format(words=words)] if new else ())]

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event)
        if not self.proposals.isVisible():
            opens = key == Qt.Key.Key_Down and self._topics is not None
            if opens:
                self._offer(self._part().strip())
            return opens
        if key == Qt.Key.Key_Escape:
            self.proposals.hide()
            return True
        return self.proposals.step(key)

    def _enter(self, event: QKeyEvent) -> bool:
        self._late = self.waiting()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False  # the form's own key: it asks for the value
        taken = self._settle()
        if self._ends:
            self.entered.emit()
        elif taken:
            self._line.focusNextChild()
        return self._ends or taken

    def _settle(self, *, leaves: bool = False) -> bool:
        """Take the marked row, or what would have been marked; return whether anything had to be settled.

        `leaves`: nobody goes on in this field.
        """
        row = self._meant()
        if row < 0:
            return False
        self._take(row)
        return True

    def _meant(self) -> int:
        """Return the row that is marked, or that whoever is faster than the list would see marked; -1 for none."""
        if self.proposals.isVisible():
            return self.proposals.marked()
        words = self._part().strip()
        if not words or words in self._kept or self._topics is None:
            return -1
        self._look_up(words)
        return 0

    def _take(self, row: int) -> None:
        self.proposals.hide()
        if row < len(self._names):
            self._line.setText(self._with(self._names[row]))
        self._keep(self._line.text())

    def _keep(self, words: str) -> None:
        """From now on what stands there is left as it is, until somebody changes it."""
        self._kept = _parts(words, self.field.many)

    def _part(self) -> str:
        """Return the words that are being typed."""
        return self._line.text()

    def _others(self) -> set[str]:
        """Return what is chosen beside them, and needs no proposing."""
        return set()

    def _with(self, name: str) -> str:
        """Return what stands in the field once this name is in the place of the words that are being typed."""
        return name


class TopicsEditor(TopicEditor):
    """Several topics with commas between them; each is proposed as it is typed, and a comma takes what is marked.

    So does Enter, which stays for the next one; where none is typed it goes on.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._offered_at = 0
        """Where the words begin that the list below was made for."""
        self._entered: frozenset[str] = frozenset()
        """What Enter has taken before the topics were there: it means what it would have meant after."""
        self.finished.connect(self._trim)
        self._line.cursorPositionChanged.connect(self._moved)

    def _moved(self) -> None:
        """The list of one topic is not the list of another one, to which the cursor was moved."""
        if self._bounds()[0] != self._offered_at:
            self.proposals.hide()

    def _offer(self, words: str) -> None:
        self._offered_at = self._bounds()[0]
        super()._offer(words)

    def _know(self, topics: Sequence[str]) -> None:
        late, self._late = self._late and self._topics is None, False
        self._restored = self._restored and not late
        super()._know(topics)
        if late and self._line.hasFocus():
            self._settle_others()
            self._offer(self._part().strip())

    def _trim(self) -> None:
        """Nothing follows the last comma once the field is left."""
        words = self._line.text().rstrip()
        if not self._line.hasFocus() and words.endswith((",", ";")):
            self._line.setText(words.rstrip(" ,;"))
            self._keep(self._line.text())

    def _enter(self, event: QKeyEvent) -> bool:
        if self._ends or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return super()._enter(event)
        if not self._part().strip():
            self._line.focusNextChild()
            return True
        self._settle()
        if self._topics is None:
            self._late = True
            self._entered |= {self._part().strip()}
        else:
            self._kept |= {self._part().strip()}
        ends, words = self._bounds()[1], self._line.text()
        after = words[ends:] or ", "
        self._line.setText(words[:ends] + after)
        self._line.setCursorPosition(ends + len(after) - len(after.lstrip(",;| ")))
        return True

    def _settle(self, *, leaves: bool = False) -> bool:
        settled = super()._settle()
        if leaves:
            self._settle_others()
        return settled

    def _settle_others(self) -> None:
        """Settle what was entered before the topics were there, and leave the cursor where it is being typed."""
        self.proposals.hide()
        typed, at, made, cursor = self._bounds()[0], 0, "", 0
        for piece in _PIECES.split(self._line.text()):
            if at == typed:
                cursor = len(made) + self._line.cursorPosition() - typed
            made += piece if at == typed else self._settled(piece)
            at += len(piece)
        if made != self._line.text():
            self._line.setText(made)
            self._line.setCursorPosition(cursor)

    def _settled(self, piece: str) -> str:
        """Return what a piece of the text means: what would have stood first in the list of its topic."""
        words = piece.strip()
        if words not in self._entered or words in self._kept or self._topics is None:
            return piece
        kept = {same(each) for each in self._kept}
        known = [topic for topic in self._topics if same(topic) not in kept]
        name = next(iter(likely_topics(known, words, usual=self.usual, limit=1)), words)
        self._kept |= {name}
        return piece.replace(words, name)

    def _take(self, row: int) -> None:
        self.proposals.hide()
        if row < len(self._names):
            begins = self._bounds()[0]
            self._line.setText(self._with(self._names[row]))
            self._line.setCursorPosition(begins + len(f"{' ' if begins else ''}{self._names[row]}"))
        self._kept |= {self._part().strip()}

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.text() and event.text() in ",;|" and self._topics is not None:
            return self._part_here()
        return super()._pressed(event)

    def _part_here(self) -> bool:
        """End the topic at the cursor, and take what its list says; what stood behind the cursor is one of its own."""
        words, at, ends = self._line.text(), self._line.cursorPosition(), self._bounds()[1]
        behind = words[at:ends].strip()
        if not behind:
            if self.proposals.isVisible():
                self._settle()
            return False
        if not words[self._bounds()[0] : at].strip():
            return False
        self.proposals.hide()
        self._line.setText(f"{words[:at].rstrip()}, {words[at:].lstrip()}")
        self._line.setCursorPosition(len(words[:at].rstrip()))
        self._settle()
        self._line.setCursorPosition(self._bounds()[1] + 2)
        return True

    def _bounds(self) -> tuple[int, int]:
        words, at = self._line.text(), self._line.cursorPosition()
        begins = max((mark.end() for mark in _APART.finditer(words, 0, at)), default=0)
        ends = _APART.search(words, at)
        return begins, ends.start() if ends else len(words)

    def _part(self) -> str:
        begins, ends = self._bounds()
        return self._line.text()[begins:ends]

    def _others(self) -> set[str]:
        begins, ends = self._bounds()
        words = self._line.text()
        return {same(part) for part in _APART.split(words[:begins] + "," + words[ends:]) if part.strip()}

    def _with(self, name: str) -> str:
        begins, ends = self._bounds()
        words = self._line.text()
        return words[:begins] + (" " if begins else "") + name + words[ends:]


def _parts(words: str, many: bool) -> frozenset[str]:
    """Return the topics that stand in a text, as they are written."""
    return frozenset(part.strip() for part in (_APART.split(words) if many else [words])) - {""}


def topics_of(field: Field | None, tasks: Tasks, parent: QWidget) -> TopicEditor:
    """Return the editor of a field that names topics."""
    assert field is not None
    return (TopicsEditor if field.many else TopicEditor)(field, tasks, parent)
