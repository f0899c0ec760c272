"""What is typed into the first run, kept over a crash and a closed window: no circle’s file is there yet to keep it.

Names and places are kept with the laptop’s settings. What lets somebody in is not: an invitation, the words of a
recovery sheet, a passphrase. It stays in the window alone, and whoever leaves is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles_ui.closing import MAKES_WAY
from learningcircles_ui.interrupts import is_ending

Field = QLineEdit | QPlainTextEdit
BEGUN = "begun"
"""Its name among the settings."""
KEYS = "keys "
"""What the names of fields begin with that ask for the circle's own passphrase."""
_WAY = "what"
"""Under which name it is kept, among what was typed, which way somebody begins."""
WAYS = ("join", "back")
"""Other ones than beginning a new circle, which is chosen where nothing is known."""
_OFTEN_MS = 400


class FirstDraft(QObject):
    """`secret` fields are kept in the window only; `tell` says a sentence, and takes an empty one back.

    `way` returns which of the `WAYS` is chosen now: it is kept with what was typed for it.
    """

    def __init__(self, home: Home, tell: Callable[[str], None], way: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._tell, self._way = home, tell, way
        self._warned_of: tuple[str, dict[str, str]] | None = None
        self._is_full = False
        """Whether there is no room for what can be kept."""
        self._fields: Mapping[str, Field] = {}
        self._secret: frozenset[str] = frozenset()
        held = home.settings.get(BEGUN)
        self._kept: dict[str, str] = dict(held) if isinstance(held, dict) else {}
        self._often = QTimer(self)
        self._often.setInterval(_OFTEN_MS)
        self._often.timeout.connect(self.keep)
        self._often.start()
        parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A closed window has thrown nothing away unsaid.

        Where another one takes its place, or the system ends the program, nothing is asked.
        """
        if event.type() == QEvent.Type.Close:
            self.keep()
            if not (watched.property(MAKES_WAY) or is_ending() or self._may_close()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def way(self) -> str:
        """Return which way was chosen as this was kept; empty where nobody knows."""
        way = self._kept.get(_WAY, "")
        return way if way in WAYS else ""

    def show(self, fields: Mapping[str, Field], secret: frozenset[str]) -> None:
        """Fill these fields with what stood in those before them, or was kept."""
        held = self._kept | self.typed()
        self._fields, self._secret = fields, secret
        for name, words in held.items():
            field = fields.get(name)
            if isinstance(field, QLineEdit):
                field.setText(words)
                field.setProperty("own", True)
            elif field is not None:
                field.setPlainText(words)
        for field in fields.values():
            field.textChanged.connect(self.went_on)

    def may_go(self) -> bool:
        """Return whether nothing is lost; say once that it would be, and again to whoever has typed on."""
        return self._warned(
            self.typed(), self.tr("What you typed is not saved. Once more Cancel or Escape throws it away.")
        )

    def _may_close(self) -> bool:
        """Return the same of what is kept nowhere."""
        lost = {name: words for name, words in self.typed().items() if name in self._secret or self._is_full}
        told = self.tr("Not all that you typed is kept. Closed once more, the rest is thrown away.")
        if all(name.startswith(KEYS) for name in lost):  # nobody is to think of it as set, and lock themselves out
            told = self.tr("The passphrase is not set: nothing has begun yet. Close this once more to throw it away.")
        return self._warned(lost, told)

    def _warned(self, lost: dict[str, str], told: str) -> bool:
        if not lost or (told, lost) == self._warned_of:
            return True
        self._warned_of = (told, lost)
        self._tell(told)
        return False

    def went_on(self) -> None:
        """Whoever types on, or goes to another step, after they were told is asked again."""
        if self._warned_of is not None:
            self._warned_of = None
            self._tell("")

    def typed(self) -> dict[str, str]:
        """Return what somebody typed; what was only proposed is not among it."""
        found = {}
        for name, field in self._fields.items():
            words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
            if words.strip() and field.property("own") is not False:
                found[name] = words
        return found

    def keep(self) -> None:
        """Keep what is typed now."""
        typed = self.typed()
        now = {name: words for name, words in typed.items() if name not in self._secret}
        if typed and self._way() in WAYS:
            now[_WAY] = self._way()
        if now != self._kept or self._is_full:
            self._write(now)

    def forget(self) -> None:
        """It is begun, or thrown away."""
        self._often.stop()
        self._fields = {}
        if self._kept:
            self._write({})

    def _write(self, now: dict[str, str]) -> None:
        self._kept = now
        try:
            self._home.set_setting(BEGUN, now or None)
        except CircleError:  # a full disk: the window goes on without its draft
            self._is_full = True
        else:
            self._is_full = False
