"""Going on from a field by Enter before it is known whether that may be left, and coming back where it may not."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles_ui.parts.editors import Editor


class Onward:
    """Goes from this line to the next field. Whoever types there already, or has gone elsewhere, is left alone."""

    def __init__(self, line: QLineEdit) -> None:
        self._line = line
        self._at: QWidget | None = None
        self._stood = ""

    def go(self, *, comes_back: bool) -> None:
        """Go on to the next field."""
        self._line.focusNextChild()
        self._at = self._line.window().focusWidget() if comes_back else None
        self._stood = _typed(self._at)

    def back(self) -> None:
        """Come back from there."""
        at = self._at
        self.forget()
        if at is not None and at is self._line.window().focusWidget() and _typed(at) == self._stood:
            editor = next((each for each in _above(at) if isinstance(each, Editor)), at)
            with QSignalBlocker(at), QSignalBlocker(editor):  # nobody has left that one, where nothing may stand yet
                self._line.setFocus()

    def forget(self) -> None:
        """Stay wherever the keyboard is."""
        self._at = None


def _above(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def _typed(there: QWidget | None) -> str:
    return there.text() if isinstance(there, QLineEdit) else ""
