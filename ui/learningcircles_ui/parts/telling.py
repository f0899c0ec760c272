"""A dialog that says itself what was done on it, with Undo: the foot of the window lies below it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.toasts import Toast


class Telling(Dialog):
    """`toast` says it, in the place that it is given; once this closes, whoever handed it over says it on."""

    def __init__(self, title: str, action: str, parent: QWidget, *, width: int, keys: bool = True) -> None:
        super().__init__(title, action, parent, width=width, keys=keys)
        self.toast = Toast(self)
        self._after: Toast | None = None
        self.finished.connect(self._hand_back)

    def tell(self, words: str, action: bytes, after: Toast) -> None:
        """Say a sentence in place of `after`; `action` is what Undo takes back."""
        self._after = after
        self.toast.show_sentence(words, undo=action)

    def _hand_back(self) -> None:
        if self._after is not None:
            self._after.go_on(self.toast)


def telling() -> Telling | None:
    """Return the dialog in view that says what is done: the one in front, or one that it stands over."""
    over = QApplication.activeModalWidget()
    while over is not None and not isinstance(over, Telling):
        over = over.parentWidget()
    return over if isinstance(over, Telling) and over.isVisible() else None
