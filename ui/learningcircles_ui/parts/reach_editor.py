"""The editor of a reach: who may see something, in words instead of rings."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.entities.declare import Field
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.shown import CIRCLE, HUB, WEB, reach_words


class ReachEditor(Editor):
    """This circle, the region's circles, or everybody; another ring that is stored stays selectable."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._box = Choice()
        super().__init__(field, self._box, parent)
        for reach in (CIRCLE, HUB, WEB):
            self._box.addItem(reach_words(reach), reach)
        self._box.activated.connect(lambda _: self.finished.emit())

    def show_value(self, value: Any) -> None:
        """Show a reach; nothing means this circle."""
        wanted = value if isinstance(value, int) else CIRCLE
        if self._box.findData(wanted) < 0:
            self._box.addItem(str(wanted), wanted)
        self._box.setCurrentIndex(self._box.findData(wanted))

    def typed(self) -> Any:
        """Return the reach."""
        return self._box.currentData()
