"""The menus: Edit with named undo and redo, Circle, View, Help; each action also found by Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.circle.records import Told
from learningcircles.circle.undo import Undone
from learningcircles.phrase import Phrase
from learningcircles_ui import text
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.literal import literal, made_action, seen
from learningcircles_ui.parts.progress import LateProgress, tell_cancelled
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

_LONGEST = 48
"""Letters of what was done that a menu names."""


UNDONE_SINCE = ("changed_since", "undone_already")
"""What is refused for good; any other refusal of an undo leaves it to be tried again."""


class Labels(NamedTuple):
    """What would be undone and done again, whether an erasure is what stands before, and how many there were."""

    undo: Phrase | None
    redo: Phrase | None
    erased: bool
    erasures: int


class UndoRedo(QObject):
    """Two actions whose text names what they would undo or do again. `done` carries the `Changes` of either."""

    done = Signal(object)

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self._shell, self._over = shell, parent
        self._dropped = ""
        self._put_back: Callable[[], object] | None = None
        self._erasures = 0
        self.undo = QAction(icon("arrow-back-up"), self.tr("Undo"), parent)
        self.redo = QAction(icon("arrow-forward-up"), self.tr("Redo"), parent)
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo.triggered.connect(self.take_back)
        self.redo.triggered.connect(self.do_again)
        shell.signals.changed.connect(self.look)
        shell.signals.dropped.connect(self._heard)
        self.look(Changes())

    def look(self, changes: Changes) -> None:
        """Read what can be undone and done again."""
        if changes.action:  # something of the circle's own was done since
            self._put_back = None
        self._shell.tasks.mutate(self._labels, self._name)

    def take_back(self) -> None:
        """Undo what was done last: this laptop's last action, or something begun that was thrown away since."""
        if self._put_back is not None:
            self._put_back()
            return
        self._go(self.undo.text(), lambda verbs, told: verbs.undo.undo(told))

    def take_back_one(self, action: bytes) -> None:
        """Undo one action, whatever was done since."""
        self._go(self.tr("Undo"), lambda verbs, told: verbs.undo.undo_action(action, told=told))

    def do_again(self) -> None:
        """Redo what was undone last."""
        self._go(self.redo.text(), lambda verbs, told: verbs.undo.redo(told))

    def _go(self, title: str, work: Callable[[Verbs, Told], Undone]) -> None:
        """Do it in the background; where it takes longer than a moment it is seen how far it is, and can be stopped."""
        progress = LateProgress(seen(title), self._over)

        def start(done: Then, failed: Then) -> None:
            self._shell.tasks.mutate(lambda verbs: work(verbs, progress.told), done, failed)

        progress.run(start, self._went, tell_cancelled(self._shell))

    def _heard(self, words: str, put_back: Callable[[], object] | None) -> None:
        self._dropped, self._put_back = words, put_back
        self.look(Changes())

    def _labels(self, verbs: Verbs) -> Labels:
        return Labels(verbs.undo.next_undo(), verbs.undo.next_redo(), verbs.undo.erased, verbs.drafts.erasures())

    def _went(self, undone: Undone) -> None:
        self._shell.signals.changed.emit(undone.changes)
        self._shell.signals.said.emit(text.undone(undone), b"")
        self.done.emit(undone.changes)

    def _name(self, labels: Labels) -> None:
        undo, redo, erased, erasures = labels
        if erasures > self._erasures:  # what was thrown away may speak of them
            self._put_back = None
        self._erasures = erasures
        writes = self._shell.may_write
        self.undo.setEnabled((writes and undo is not None) or self._put_back is not None)
        self.redo.setEnabled(writes and redo is not None)
        none = self.tr("Undo: an erasure cannot be undone") if erased else self.tr("Undo")
        undoing = self.tr("Undo: {label}").format(label=_short(text.deed(undo))) if undo else none
        if self._put_back is not None:
            undoing = self.tr("Undo: {label}").format(label=_short(self._dropped))
        redoing = self.tr("Redo: {label}").format(label=_short(text.deed(redo))) if redo else self.tr("Redo")
        self.undo.setText(literal(undoing))
        self.redo.setText(literal(redoing))


def _short(deed: str) -> str:
    """Return what was done as far as a menu has room for it, at any size of text."""
    return deed if len(deed) <= _LONGEST else f"{deed[: _LONGEST - 1].rstrip()}…"


def action(
    parent: QWidget,
    words: str,
    called: Callable[[], object],
    shortcut: str = "",
    icon_name: str = "",
    *,
    also_called: str = "",
) -> QAction:
    """Make an action of the window. `also_called`: other words by which Find knows it, with spaces between them."""
    made = made_action(words, parent, icon_name)
    made.setProperty("icon_name", icon_name)
    made.setProperty("also_called", also_called)
    if shortcut:
        made.setShortcut(QKeySequence(shortcut))
    made.triggered.connect(lambda: called())
    parent.addAction(made)
    return made


def leaves(menu: QMenu) -> Iterator[QAction]:
    """Yield every action below a menu, without the submenus themselves."""
    for each in menu.actions():
        below = each.menu()
        if isinstance(below, QMenu):
            yield from leaves(below)
        elif not each.isSeparator():
            yield each
