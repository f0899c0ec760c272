"""The language and the size of text that a window is made in: chosen otherwise, they come with the next one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from learningcircles.circle.changes import Changes
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.opening import ASKED
from learningcircles_ui.settings import Settings, speak
from learningcircles_ui.theme import Theme
from learningcircles_ui.window import Window


class Worn:
    """What stands on screen now. No window stands half in one language and half in another."""

    def __init__(self, app: QApplication, settings: Settings, theme: Theme) -> None:
        self._app, self._settings, self._theme = app, settings, theme
        speak(app, settings.language)
        theme.choose(settings.theme, settings.text_size)
        self._language, self._size = settings.language, settings.text_size

    def put_on(self) -> None:
        """Go over to what is chosen by now: the circle is open, and its window is made next."""
        if self._language != self._settings.language:
            speak(self._app, self._settings.language)
        if self._size != self._settings.text_size:
            self._theme.choose(self._settings.theme, self._settings.text_size)
        self._language, self._size = self._settings.language, self._settings.text_size

    def stays(self, window: Window, why: CircleError) -> None:
        """The circle was not opened anew: choose again what its `window` shows, and say so.

        Who was asked for the passphrase and left knows why the window stays: nothing was wrong.
        """
        back: dict[str, str | int] = {"language": self._language, "text_size": self._size}
        chosen = (self._settings.language, self._settings.text_size)
        is_taken_back = chosen != tuple(back.values())
        for name, value in back.items() if is_taken_back else ():
            self._settings.choose(name, value)
        window.shell.signals.changed.emit(Changes())  # what is chosen is shown again
        told = text.sentence(why) if why.code not in ASKED else ""
        if is_taken_back and not told:
            told = QCoreApplication.translate(
                "Worn", "It was not changed: the circle would have to be opened anew, and that takes its passphrase."
            )
        if told:
            window.toast.show_sentence(told)
