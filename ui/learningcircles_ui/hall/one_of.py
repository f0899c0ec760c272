"""One of several large buttons is pressed, and Tab comes to each of them."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton


class OneOf:
    """The buttons, as they stand below each other. A group of Qt's own would leave Tab one of them alone."""

    def __init__(self) -> None:
        self.buttons: list[QPushButton] = []

    def add(self, button: QPushButton) -> None:
        """Take one in."""
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose(button))
        self.buttons.append(button)

    def choose(self, chosen: QPushButton | None) -> None:
        """Press one and no other; None presses none."""
        for each in self.buttons:
            each.setChecked(each is chosen)
