"""Typing a topic: what the circle teaches and learns is offered as one types, and any other words do as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from rapidfuzz.distance import OSA

from learningcircles.circle.changes import Subject
from learningcircles.entities.declare import Field
from learningcircles.storage.search import words_of
from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.editors import LineEditor
from learningcircles_ui.tasks import Tasks

_SHOWN, _ALIKE, _LEAST = 6, 0.7, 3
"""How many are offered; how alike (0–1) a topic with a slip of the finger in it is, from so many letters on."""


class TopicEditor(LineEditor):
    """A line with suggestions below it. Down and Up choose one; `entered`: Enter was pressed, the words stand."""

    entered = Signal()

    def __init__(self, field: Field, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._topics: Sequence[str] = ()
        self._offered = QStringListModel(self)
        line = self.control
        assert isinstance(line, QLineEdit)
        self._line = line
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SHOWN)
        view = completer.popup()
        view.setItemDelegate(CellDelegate(view))
        view.setAccessibleName(self.tr("Suggestions"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line.setCompleter(completer)
        # Before the completer looks: it offers what stands in the model by then.
        line.textEdited.connect(self._offer)
        line.returnPressed.connect(self.entered)
        tasks.query(lambda reader: reader.subjects(), self._know, key=f"topics {id(self)}")

    def _know(self, subjects: Sequence[Subject]) -> None:
        self._topics = [subject.name for subject in subjects]

    def _offer(self, words: str) -> None:
        self._offered.setStringList(likely(self._topics, words))


def likely(topics: Sequence[str], words: str) -> list[str]:
    """Return the topics that are meant by what was typed: beginnings of their words first, then near misses."""
    typed = words_of(words)
    if not typed:
        return []
    begun, near = [], []
    for topic in topics:
        parts = words_of(topic)
        if all(any(part.startswith(word) for part in parts) for word in typed):
            begun.append((not parts[0].startswith(typed[0]), topic))
        elif min(map(len, typed)) >= _LEAST:
            near.append((-min(_likeness(word, parts) for word in typed), topic))
    close = [topic for alike, topic in sorted(near) if -alike >= _ALIKE]
    return [*(topic for _, topic in sorted(begun)), *close][:_SHOWN]


def _likeness(word: str, parts: Sequence[str]) -> float:
    """How alike a typed word is to the beginning of the likeliest of a topic's words, 0 to 1."""
    return max((OSA.normalized_similarity(word, part[: len(word)]) for part in parts), default=0.0)
