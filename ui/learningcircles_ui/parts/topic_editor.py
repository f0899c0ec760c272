"""Typing a topic: what the circle teaches and learns already is proposed; anything else is a new topic.

The first letters choose "bicycle repair", whatever the accents and the case, once they begin that one alone. Enter and
Tab take what is marked; where nothing is, or Escape has closed the list, what was typed stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from learningcircles.circle.reader import Reader
from learningcircles.circle.typeahead import certain_place, certain_topic, likely_topics
from learningcircles.entities.declare import Field
from learningcircles.entities.validate import clean_field
from learningcircles.errors import CircleError
from learningcircles.storage.collate import by_letters
from learningcircles.storage.subjects import same
from learningcircles_ui.parts.editors import LineEditor
from learningcircles_ui.parts.proposals import Proposals
from learningcircles_ui.tasks import Tasks

_SHOWN = 6
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Whoever looks at another window, or opens a menu, has not left the field: QLineEdit ends no edit then either."""
_APART = re.compile(r"[,;|]")
Bounds = tuple[int, int]
"""Where a topic begins and ends in the text of several."""
_PIECES = re.compile(r"([,;|])")
"""Parts topics from each other, and keeps what parted them."""


class TopicEditor(LineEditor):
    """One topic. `entered`: Enter has taken it; where nobody `ends` with this field, the next one is asked for.

    `usual`: the topics that come to mind first here; Down in the empty field shows them. `known` reads those that may
    be proposed here: all of the circle's, where nothing else is said.
    """

    entered = Signal()
    tells_new = True
    """Whether it is said of what nobody has named yet that it is new."""
    means = staticmethod(certain_topic)
    """Which of what is known is meant for certain by words."""

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
        self._typing = False
        """What stands under the cursor is being typed: a list answers it, or will once the topics are there."""
        self._half = False
        """A half-typed text was shown again: it is being typed once the keyboard and the topics are there."""
        self._owed: frozenset[str] = frozenset()
        """What was ended before the topics were there: as soon as they are, it becomes what it would have become."""
        self._ended = False
        """The whole field was ended before the topics were there."""
        self._names: list[str] = []
        self._marks = -1
        """The row that the list marked when it was shown; -1 for none."""
        self._model = QStringListModel(self)
        self.proposals = Proposals(self._model, self)
        self.proposals.taken.connect(self._take)
        self._line.setPlaceholderText(self.tr("A few letters, or the Down key"))
        self._line.textEdited.connect(self._edited)
        self._line.installEventFilter(self)
        self._read_topics = partial(
            tasks.query, known, self._know, partial(_unread, self), key=f"topics {id(self)}"
        )  # fmt: skip
        """Until the answer is there, what was known before is proposed."""

    def show_value(self, value: Any) -> None:
        """Show a stored value."""
        super().show_value(value)
        self._owed, self._ended = frozenset(), False
        self._keep(self._line.text())

    def waiting(self) -> bool:
        """Return whether the circle's topics are still being read."""
        return self._topics is None and (self._typing or bool(self._owed))

    def value(self) -> Any:
        """Return the topic that is meant, as leaving the field would take it; raises InvalidValue."""
        row = self.proposals.marked()
        name = self._names[row] if 0 <= row < len(self._names) else ""
        return clean_field(self.field, _put(self._line.text(), self._bounds(), name).strip() if name else self.typed())

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
        self._half = bool(words.strip()) and not new

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
            self.settle()
        if event.type() == QEvent.Type.FocusOut:
            self.proposals.hide()
        return super().eventFilter(watched, event)

    def settle(self) -> bool:
        """Take what is marked, or will be once the topics are there; else what stands there stays."""
        self._ended = self._ended or self.waiting()
        self._end_part()
        return self._ended

    def _know(self, topics: Sequence[str]) -> None:
        self._topics = topics
        owed, self._owed = self._owed, frozenset()
        ended, self._ended = self._ended, False
        for words in owed:
            self._pay(words)
        if self._half and self._line.hasFocus():
            self._half, self._typing = False, True
        row = self.proposals.marked()
        if self._typing and self._line.hasFocus() and row == (self._marks if self.proposals.isVisible() else -1):
            self._offer(self._part().strip())  # whoever has walked to another row keeps the list as it is
        if ended:
            self.finished.emit()

    def _edited(self, _: str) -> None:
        resumed, self._ended = self._ended, False
        if not self.field.many:
            self._kept = frozenset()
        words = self._part().strip()
        self._typing = bool(words) and words not in self._kept
        if words in self._kept:
            self.proposals.hide()
        else:
            self._offer(words)
        if resumed:
            self.resumed.emit()

    def _offer(self, words: str, *, marks: bool = False) -> None:
        """Show what may be meant by the words, and that they can be a new topic. What they mean for certain is marked,
        or the first row where somebody asks for it (`marks`).
        """
        others = _beside(self._line.text(), self._bounds())
        known = [topic for topic in self._topics or () if same(topic) not in others]
        self._names = likely_topics(known, words, usual=self.usual, limit=_SHOWN)
        new = self.tells_new and bool(words) and not any(same(name) == same(words) for name in self._names)
        rows = [*self._names, *([self.tr("New topic: {words}").format(words=words)] if new else ())]
        self._model.setStringList(rows)
        if not rows or self._topics is None:
            self.proposals.hide()
            return
        self._marks = 0 if marks or rows[0] == _certain(self, words, others) or not self._names else -1
        self.proposals.offer(self._line, marks=self._marks == 0)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(event)
        if not self.proposals.isVisible():
            opens = key == Qt.Key.Key_Down and self._topics is not None
            if opens:
                self._offer(self._part().strip(), marks=True)
            return opens
        if key == Qt.Key.Key_Escape:
            self._keep_part()
            return True
        return self.proposals.step(key)

    def _enter(self, event: QKeyEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False  # the form's own key
        if self._ends:
            self.settle()
            self.entered.emit()
            return True
        typed = self._typing or self.proposals.marked() >= 0
        if typed:
            self._line.focusNextChild()  # leaving the field settles it
        return typed

    def _end_part(self) -> None:
        """Take what is marked for what is being typed; else that stays as it is, or waits for the topics."""
        row = self.proposals.marked()
        if row >= 0:
            self._take(row)
        elif self.waiting() and self._typing:
            self._owed, self._typing = self._owed | {self._part().strip()}, False
        elif self._typing:
            self._keep_part()

    def _pay(self, words: str) -> None:
        """Make of what was ended before the topics were there what it would have become."""
        if self._line.text().strip() == words:
            self._line.setText(_certain(self, words, frozenset()) or words)
            self._keep(self._line.text())

    def _take(self, row: int) -> None:
        if row < len(self._names):
            self._line.setText(self._names[row])
        self._keep_part()

    def _keep(self, words: str) -> None:
        """From now on these words are left as they are, until somebody changes them."""
        self._kept = _parts(words, self.field.many)
        self._typing = self._half = False
        self.proposals.hide()

    def _keep_part(self) -> None:
        """Leave what is being typed as it is."""
        self._keep(self._line.text())

    def _part(self) -> str:
        """Return the words that are being typed."""
        begins, ends = self._bounds()
        return self._line.text()[begins:ends]

    def _bounds(self) -> tuple[int, int]:
        """Return where the words begin and end that are being typed."""
        return 0, len(self._line.text())


def _unread(editor: TopicEditor, _: CircleError) -> None:
    """Go on with what was known before, unless the form has gone meanwhile."""
    if isValid(editor):
        editor._know(editor._topics or ())


class PlaceEditor(TopicEditor):
    """Where something is: the circle's own places are proposed, and any other one is written as it is."""

    tells_new = False
    means = staticmethod(certain_place)

    def _know(self, topics: Sequence[str]) -> None:
        self.usual = sorted(topics, key=by_letters)
        super()._know(topics)


class TopicsEditor(TopicEditor):
    """Several topics with commas between them; each is proposed as it is typed, and a comma takes what is marked.

    So does Enter, which stays for the next one; where none is typed it goes on.
    """

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._offered_at = 0
        """Where the words begin that the list below was made for."""
        self.finished.connect(self._trim)
        self._line.cursorPositionChanged.connect(self._moved)

    def _moved(self) -> None:
        """The list of one topic is not the list of another one, to which the cursor was moved."""
        if self._bounds()[0] != self._offered_at:
            self._typing = False
            self.proposals.hide()

    def _edited(self, words: str) -> None:
        self._offered_at = self._bounds()[0]
        super()._edited(words)

    def _offer(self, words: str, *, marks: bool = False) -> None:
        self._offered_at = self._bounds()[0]
        super()._offer(words, marks=marks)

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
        self._end_part()
        self._keep_part()
        ends, words = self._bounds()[1], self._line.text()
        after = words[ends:] or ", "
        self._line.setText(words[:ends] + after)
        self._line.setCursorPosition(ends + len(after) - len(after.lstrip(",;| ")))
        return True

    def _pay(self, words: str) -> None:
        """Keep the cursor where something else is being typed."""
        pieces = _PIECES.split(self._line.text())
        chosen = {same(piece) for piece in pieces if piece.strip() != words}
        means = _certain(self, words, chosen) or words
        typed, at, made, cursor = self._bounds()[0], 0, "", 0
        for piece in pieces:
            if at == typed:
                cursor = len(made) + self._line.cursorPosition() - typed
            owed = piece.strip() == words and not (at == typed and self._typing)
            made += piece.replace(words, means) if owed else piece
            at += len(piece)
        self._kept |= {means}
        if made != self._line.text():
            typing = self._typing
            self._line.setText(made)
            self._line.setCursorPosition(cursor)
            self._offered_at, self._typing = self._bounds()[0], typing

    def _take(self, row: int) -> None:
        if row < len(self._names):
            begins = self._bounds()[0]
            self._line.setText(_put(self._line.text(), self._bounds(), self._names[row]))
            self._line.setCursorPosition(begins + len(f"{' ' if begins else ''}{self._names[row]}"))
        self._keep_part()

    def _keep_part(self) -> None:
        self._kept |= {self._part().strip()}
        self._typing = False
        self.proposals.hide()

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.text() and event.text() in ",;|":
            return self._part_here()
        return super()._pressed(event)

    def _part_here(self) -> bool:
        """End the topic at the cursor; what stood behind the cursor is one of its own, and no list was in view of what
        stood before.
        """
        words, at, (begins, ends) = self._line.text(), self._line.cursorPosition(), self._bounds()
        before, behind = words[begins:at].strip(), words[at:ends].strip()
        if not behind:
            self._end_part()
        if not before or not behind:
            return False
        self._line.setText(f"{words[:at].rstrip()}, {words[at:].lstrip()}")
        self._line.setCursorPosition(len(words[:at].rstrip()))
        self._keep_part()
        self._line.setCursorPosition(self._bounds()[1] + 2)
        return True

    def _bounds(self) -> tuple[int, int]:
        words, at = self._line.text(), self._line.cursorPosition()
        begins = max((mark.end() for mark in _APART.finditer(words, 0, at)), default=0)
        ends = _APART.search(words, at)
        return begins, ends.start() if ends else len(words)


def _beside(words: str, bounds: Bounds) -> set[str]:
    """Return what is chosen beside the topic within these bounds, and needs no proposing."""
    begins, ends = bounds
    return {same(part) for part in _APART.split(words[:begins] + "," + words[ends:]) if part.strip()}


def _put(words: str, bounds: Bounds, name: str) -> str:
    """Return what stands in the field once this name is in the place of the words within these bounds."""
    begins, ends = bounds
    return words[:begins] + (" " if begins else "") + name + words[ends:]


def _certain(editor: TopicEditor, words: str, others: Collection[str]) -> str | None:
    """Return what words mean for certain, unless it is among the others already."""
    certain = editor.means(editor._topics or (), words) if words else None
    return None if certain is None or same(certain) in others else certain


def _parts(words: str, many: bool) -> frozenset[str]:
    """Return the topics that stand in a text, as they are written."""
    return frozenset(part.strip() for part in (_APART.split(words) if many else [words])) - {""}


def topics_of(field: Field | None, tasks: Tasks, parent: QWidget) -> TopicEditor:
    """Return the editor of a field that names topics."""
    assert field is not None
    return (TopicsEditor if field.many else TopicEditor)(field, tasks, parent)
