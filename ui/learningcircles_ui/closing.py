"""Closing a window over words that are in no file, as on a full disk: they would go with the program."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles.storage.drafts import Draft
from learningcircles_ui import text
from learningcircles_ui.interrupts import ends, is_ending
from learningcircles_ui.keys import CLOSE_KEYS, close_as_button
from learningcircles_ui.parts.dialogs import Dialog, reopen
from learningcircles_ui.parts.draft_names import words_of
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.sync_bar import unkept_sentence
from learningcircles_ui.unkept import Unkept

MAKES_WAY = "makes_way"
"""The property of a window that the program closes, since another one comes in its place: nothing is asked there."""


class Closing(QObject):
    """Asks before a window closes. `finish` keeps what is being typed, if there is room, and returns the id of the
    window's own circle where words of it are in no file; a window of none has no such words. `lost` names, where not
    everything may be shown, what of these would be lost.
    """

    def __init__(
        self, window: QWidget, home: Home, unkept: Unkept, finish: Callable[[], bytes] = bytes,
        lost: Callable[[], Sequence[str]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window, self._home, self._unkept = window, home, unkept
        self._finish, self._lost = finish, lost
        self._asked: Dialog | None = None
        self._was_ending = False
        self.is_settled = False
        """Whether it closes whatever would go with it."""

    def asks(self) -> bool:
        """Ask whether words that are in no file may go with the window; return whether it stays until that is answered.

        Whoever ends the program by a signal is asked as well, each time: only the answer ends it.
        """
        if self.is_settled:
            return False
        here = self._finish()
        self._forget_gone()
        if not self._unkept.any_typed():
            return False
        self._was_ending = is_ending() or (self._was_ending and self._shown() is not None)
        ends(False)
        reopen()
        if self._shown() is None:
            self._ask(here)
        return True

    def heard(self, why: CircleError | None) -> None:
        """Where all that was typed here is kept by now, what was asked needs no answer: it closes as it was asked
        to, or asks about what is left in another circle.
        """
        asked = self._shown()
        if why is None and asked is not None:
            asked.reject()
            ends(self._was_ending)
            self._window.close()

    def _shown(self) -> Dialog | None:
        """Return the question while it is there: whatever ends a program closes its dialogs first, this one as well."""
        asked = self._asked
        return asked if asked is not None and isValid(asked) and asked.isVisible() else None

    def _ask(self, here: bytes) -> None:
        title, action = self.tr("Close, and lose what you typed?"), self.tr("Close and lose it")
        self._asked = dialog = Dialog(title, action, QApplication.activeModalWidget() or self._window, danger=True)
        dialog.body.addWidget(plain(self._told(here), dialog))
        if lost := _words(self._unkept.of(here)) if self._lost is None else self._lost():
            told = self.tr("What would be lost: {words}.").format(words=text.listed(lost))
            dialog.body.addWidget(plain(told, dialog))
        if here and self._unkept.circles() != [here]:
            words = self.tr("As soon as it can be kept it is, and then you are asked about the rest.")
        elif here:
            words = self.tr("As soon as it can be kept it is, and the window closes by itself.")
        else:
            words = self.tr("As soon as that circle is open, and it can be kept, it is.")
        dialog.body.addWidget(soft(words, dialog))
        dialog.accepted.connect(self._settle)
        dialog.fit()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        dialog.open()

    def _told(self, here: bytes) -> str:
        """Return where the words are, this window's first, and why."""
        why = self._unkept.why
        sentences = [unkept_sentence(why)] if why is not None and here else []
        elsewhere = self.tr("What you typed in {circle} is in this program alone, and not kept.")
        names, others = self._names() or {}, [each for each in self._unkept.circles() if each != here]
        named = [names[each] for each in others if each in names]
        if named:
            sentences.append(elsewhere.format(circle=text.listed(named)))
        if why is not None and others and not here:
            sentences.append(text.sentence(why))
        return " ".join(sentences)

    def _forget_gone(self) -> None:
        """Let go of the words of circles that have left this laptop, where it can be told which are still here."""
        names = self._names()
        if names is None:
            return
        for gone in [each for each in self._unkept.circles() if each not in names]:
            self._unkept.forget(gone)

    def _names(self) -> Mapping[bytes, str] | None:
        """Return what this laptop's circles are called, also those whose files are away; None where nobody knows.

        A disk that was taken out may be the very reason why nothing is kept.
        """
        try:
            held = (*self._home.missing(), *self._home.circles())
            return None if self._home.index.is_lost() else {each.circle_id: each.called for each in held}
        except (CircleError, OSError):
            return None

    def _settle(self) -> None:
        self.is_settled = True
        ends(self._was_ending)
        self._window.close()


def _words(unkept: Mapping[str, Draft]) -> list[str]:
    """Return by what one knows what was typed: everybody who waits in “Who came?”, of another form its first words."""
    return [words for name, draft in unkept.items() if (words := words_of(name, draft.values))]


class Guard(QObject):
    """Lets another window than a circle's close only where that ends nothing, or once it was asked: see `Closing`."""

    def __init__(
        self, window: QWidget, home: Home, unkept: Unkept, ends: Callable[[], bool],
        finish: Callable[[], bytes] = bytes, lost: Callable[[], Sequence[str]] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self.closing, self._ends = Closing(window, home, unkept, finish, lost), ends
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what closes it."""
        if event.type() == QEvent.Type.Close and self._ends() and self.closing.asks():
            event.ignore()
            return True
        return False


def close_by_keys(window: QWidget, behind: Callable[[], QWidget | None]) -> None:
    """Let a window that has no menu close by the keys that close a circle's: as by its own button, which may ask first.

    What closes a window from a dialog over it closes the one `behind`, too, where that is seen.
    """

    def close_both() -> None:
        below = behind()
        if window.close() and below is not None and below.isVisible():
            below.close()

    QShortcut(QKeySequence(CLOSE_KEYS), window, close_both).setAutoRepeat(False)
    for each in close_as_button():
        QShortcut(QKeySequence(each), window, window.close).setAutoRepeat(False)
