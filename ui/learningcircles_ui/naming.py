"""What the circle is called, on its window: a circle may be renamed while it is open, here or on another laptop."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles.laptop.home import call
from learningcircles_ui.shell import Shell

if TYPE_CHECKING:
    from learningcircles.circle.reader import Reader
    from learningcircles_ui.window import Window


class Naming(QObject):
    """Keeps the window's title, the switcher's head and the laptop's list of circles at the circle's own name."""

    def __init__(self, shell: Shell, window: Window) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        self._name = shell.file.called
        shell.signals.changed.connect(self._changed)

    def _changed(self, changes: Changes) -> None:
        if not changes.touched or changes.of("!charter"):
            self._shell.tasks.query(_name, self._call, lambda error: None, key="name of the circle")

    def _call(self, name: str) -> None:
        if name and name != self._name:
            self._name = name
            self._window.setWindowTitle(f"{name} — Learning Circles")
            self._window.sidebar.call(name)
            with suppress(CircleError):  # a full disk: the list of circles has it when the circle is opened next
                call(self._shell.home, self._shell.file.circle_id, name)


def _name(reader: Reader) -> str:
    charter = reader.find_one("!charter", reader.circle)
    return str(charter["name"] or "") if charter is not None else ""
