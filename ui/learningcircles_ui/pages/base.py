"""What every page is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QVBoxLayout, QWidget

from learningcircles.circle.changes import Changes
from learningcircles_ui.pages import kind_of
from learningcircles_ui.parts.allowed import allow, answer_keys
from learningcircles_ui.parts.headings import PageHeader
from learningcircles_ui.parts.literal import literal, made_action
from learningcircles_ui.parts.wanted import Wanted
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP, GAP_L


class Page(QWidget):
    """A page of the window. `name` is how others ask for it, and its place in `pages.PAGES`.

    It is built on the first visit (or when something on it is asked for): it cannot count on signals that were
    emitted before.

    The window calls `activate` when the page comes into view, `changed` after every write while it is in view
    (the `Changes` may be empty: then anything may have changed, see `signals.touches`), and `show_record` when
    something is to be shown. Actions made with `command` are in the menus' search (Ctrl+K) and have their shortcut.
    """

    name: ClassVar[str] = ""
    answered = Signal(bool)
    """What was asked for has ended: whether it was done. Else the page that asked for it comes into view again."""

    known = Signal()
    """What it shows has been read."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shell = shell
        self.wanted: Mapping[str, Wanted] = {}
        """Kind of record → who looks for one in its list."""
        self._buttons: dict[QAction, QAbstractButton] = {}
        self.of_chosen: Callable[[], list[QAction]] = list
        """What can be done with the record that is chosen under names that other pages have, too: only while this one
        is in view they tell of whom they speak."""
        self.refused: list[QAction] = []
        """What this laptop may not do here."""
        self.setAccessibleName(self.title())
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(GAP_L, 20, GAP_L, 16)
        self.column.setSpacing(GAP)
        self.header = PageHeader(self.title(), self)
        self.column.addWidget(self.header)

    def title(self) -> str:
        """Return the page's name on screen."""
        return kind_of(self.name).title()

    @property
    def knows(self) -> bool:
        """Return whether there is something to be seen before `known` is emitted, once the page comes into view."""
        return True

    def activate(self) -> None:
        """The page has come into view: read what it shows."""

    def changed(self, changes: Changes) -> None:
        """Something was written: read again what of it is shown."""

    def show_record(self, entity: str, id_: bytes) -> None:
        """Show a record of one of this page's kinds."""

    def choose(self, entity: str, id_: bytes) -> None:
        """Make a record the chosen one, where it is in a list of this page or comes into it; open nothing."""
        if entity in self.wanted:
            self.wanted[entity].show(id_)

    def ask(self, dialog: QDialog) -> None:
        """Open a dialog, and tell how it ends."""
        dialog.finished.connect(lambda how: self.answered.emit(bool(how)))
        dialog.open()

    def search(self, words: str) -> None:
        """Put these words into the page's search field, where it has one."""

    def begin(self, what: str, id_: bytes | None) -> None:
        """Begin something that another page has asked for: "record" an exchange, "plan" a meetup, "add" a member."""

    def command(
        self,
        text: str,
        called: Callable[[], object],
        shortcut: str = "",
        *,
        icon_name: str = "",
        also_called: str = "",
        allowed: bool = True,
    ) -> QAction:
        """Make an action of this page: found by Ctrl+K, called by its shortcut while the window is in front.

        `also_called`: other words by which it is found, with spaces between them.
        What this laptop may not do (`allowed`) is made too, for the words of its button, but is no action of the page:
        its keys say why.
        """
        action = made_action(text, self)
        action.setProperty("icon_name", icon_name)
        action.setProperty("also_called", also_called)
        action.triggered.connect(lambda: called())
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        allow(action, allowed)
        if allowed:
            self.addAction(action)
        else:
            self.refused.append(action)
            answer_keys(action, self, lambda why: self.shell.signals.said.emit(why, b""))
        return action

    def command_of(self, button: QAbstractButton, icon_name: str = "", *, also_called: str = "") -> None:
        """Make an action of what a button of this page does, with its icon; it is offered while the button is."""
        drawn = icon_name or str(button.property("icon_name") or "")
        made = self.command(button.text(), button.click, icon_name=drawn, also_called=also_called)
        self._buttons[made] = button

    def offered(self) -> list[QAction]:
        """Return the actions of this page that can be called now, once it is in view."""
        for each, button in self._buttons.items():
            each.setText(literal(button.text()))
        held = ((each, self._buttons.get(each)) for each in self.actions() if each.text())
        called = [each for each, its in held if its is None or (its.isEnabled() and not its.isHidden())]
        return [*called, *(self.of_chosen() if self.isVisible() else [])]
