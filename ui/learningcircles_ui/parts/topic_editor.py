"""Typing a topic: what the circle teaches and learns is offered as one types, and any other words do as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from learningcircles.circle.changes import Subject
from learningcircles.circle.typeahead import ELSEWHERE, closeness, slips
from learningcircles.entities.declare import Field
from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.editors import LineEditor
from learningcircles_ui.tasks import Tasks

_SHOWN = 6
"""So many are offered."""


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
        assert view is not None, "it has one in this mode"
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
    begun = sorted((closeness(words, topic), topic) for topic in topics)
    found = [topic for far, topic in begun if far < ELSEWHERE]
    if not found:
        near = [(count, topic) for topic in topics if (count := slips(words, topic)) is not None]
        found = [topic for _, topic in sorted(near)]
    return found[:_SHOWN]
