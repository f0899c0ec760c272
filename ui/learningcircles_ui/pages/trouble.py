"""What stands there when a circle cannot be opened: the sentence, and what else there is to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.laptop.home import CircleFile
from learningcircles_ui.parts.headings import button, plain, title
from learningcircles_ui.theme import GAP, GAP_L


class Trouble(QWidget):
    """A small window with a sentence and the other circles of this laptop."""

    def __init__(
        self,
        sentence: str,
        circles: Sequence[CircleFile],
        opened: Callable[[Path], None],
        begin: Callable[[str], object],
        *,
        lost: bool = False,
    ) -> None:
        """`lost`: the keys are gone, which a recovery sheet brings back."""
        super().__init__()
        self.setWindowTitle("Learning Circles")
        self.resize(560, 320)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L, GAP_L, GAP_L, GAP_L)
        column.setSpacing(GAP)
        column.addWidget(title(self.tr("This circle could not be opened"), self))
        column.addWidget(plain(sentence, self))
        if lost:
            words = self.tr("Open it with the recovery sheet…")
            column.addWidget(button(words, partial(begin, "back"), icon_name="key", kind="main", parent=self))
        for circle in circles:
            words = self.tr("Open {name}").format(name=circle.name)
            column.addWidget(button(words, partial(opened, circle.path), icon_name="users", parent=self))
        column.addWidget(
            button(self.tr("Begin or join another circle"), partial(begin, ""), icon_name="plus", parent=self)
        )
        column.addStretch(1)
