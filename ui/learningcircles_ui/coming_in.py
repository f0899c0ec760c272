"""A second start: the first one hears of it, however long it takes, or has made room by then."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from learningcircles.errors import Locked
from learningcircles.laptop.home import Home
from learningcircles_ui.doorbell import Inside, Ring
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain
from learningcircles_ui.settings import Settings, speak
from learningcircles_ui.theme import Theme

SOON_MS = 1_500
"""How long whoever is inside may be busy before somebody is told that they are waited for."""


class AtTheDoor(QObject):
    """Stands at the door; `ask` returns once it is known who goes on."""

    def __init__(self, app: QApplication, home: Home, inside: Inside, what: str, *, soon_ms: int = SOON_MS) -> None:
        super().__init__()
        self._app, self._home = app, home
        self._loop = QEventLoop(self)
        self.dialog: Dialog | None = None
        self._came_in = self._given_up = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._say)
        self._ring = Ring(home.folder, inside, what, self)
        self._ring.heard.connect(self._loop.quit)
        self._ring.came_in.connect(self._enter)
        self._soon.start(soon_ms)

    def ask(self) -> bool:
        """Return whether we are inside now; False: whoever is has heard us. Raises Locked for who waits no more."""
        self._loop.exec()
        self._soon.stop()
        self._ring.stop()
        if self.dialog is not None and not self._given_up:
            self.dialog.accept()
        if self._given_up:
            raise Locked("open_already", "Learning Circles is open already, and is busy. Try again in a moment.")
        return self._came_in

    def _enter(self) -> None:
        self._came_in = True
        self._loop.quit()

    def _give_up(self) -> None:
        self._given_up = True
        self._loop.quit()

    def _say(self) -> None:
        settings = Settings(self._home)
        speak(self._app, settings.language)
        Theme(self._app).choose(settings.theme, settings.text_size)
        self.dialog = dialog = Dialog(self.tr("Learning Circles is open already"), "")
        words = self.tr("It is busy at the moment. It comes to the front as soon as it is done.")
        dialog.body.addWidget(plain(words, dialog))
        dialog.done_button.hide()
        dialog.rejected.connect(self._give_up)
        dialog.fit()
        dialog.show()


def come_in(app: QApplication, home: Home, what: str = "") -> Inside | None:
    """Return the place of the one program on this home; None where another has it, and has heard what to open.

    Raises Locked where somebody would not wait any longer.
    """
    inside = Inside(home.folder)
    if inside.enter():
        return inside
    return inside if AtTheDoor(app, home, inside, what).ask() else None
