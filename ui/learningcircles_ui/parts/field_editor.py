"""Choosing a field of learning (ISCED-F 2013) by any word of its name; its code is read as well."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from learningcircles.entities.declare import Field
from learningcircles.entities.fields import fields_of_learning
from learningcircles_ui import text
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.proposals import dress_proposals

_SHOWN = 8


class FieldCodeEditor(Editor):
    """A line that offers every field whose name holds what was typed. A code it does not know is kept.

    Of fields that are called as the wider ones around them are, the narrowest is meant, as where names are read.
    """

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(field, self._line, parent)
        self._kept = ""
        narrowest = sorted(fields_of_learning(), key=len)
        self._codes = {text.field_of_learning(code): code for code in narrowest}
        completer = QCompleter(list(dict.fromkeys(map(text.field_of_learning, fields_of_learning()))), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(_SHOWN)
        dress_proposals(completer)
        self._line.setCompleter(completer)
        self._line.setPlaceholderText(self.tr("such as {name}").format(name=text.field_of_learning("0231")))
        self._line.editingFinished.connect(self.finished)

    def show_value(self, value: Any) -> None:
        """Show the name of the field with this code."""
        self._kept = str(value or "")
        self._line.setText(text.field_of_learning(self._kept))

    def typed(self) -> Any:
        """Return the code of what stands there, or the words where they name no field."""
        words = self._line.text().strip()
        if self._kept and words == text.field_of_learning(self._kept):
            return self._kept  # it may be the wider one of two that are called so
        return self._codes.get(words, words)

    def value(self) -> Any:
        """Return the code; one that came from a newer version is left as it is."""
        typed = self.typed()
        return typed if typed and typed == self._kept else super().value()
