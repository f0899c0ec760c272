"""The menu of a window: all that can be done, from wherever one is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from learningcircles_ui.keys import CLOSE_KEYS, HALL_KEYS, LOCK_KEYS, close_as_button
from learningcircles_ui.menus import action
from learningcircles_ui.pages import PageKind
from learningcircles_ui.parts.allowed import allow

if TYPE_CHECKING:
    from learningcircles_ui.window import Window


class MainMenu(QMenu):
    """Its actions belong to the window, so that their keys do too; `find_action` opens Find."""

    def __init__(self, window: Window, kinds: Sequence[PageKind]) -> None:
        super().__init__(window)
        self._window, self._kinds = window, kinds
        self._fill()

    def _fill(self) -> None:
        window = self._window
        edit = self.addMenu(self.tr("&Edit"))
        edit.addAction(window.undo_redo.undo)
        edit.addAction(window.undo_redo.redo)
        window.addActions([window.undo_redo.undo, window.undo_redo.redo])
        edit.addSeparator()
        self.find_action = action(window, self.tr("Find or do anything…"), window.open_find, "Ctrl+K", "search")
        edit.addAction(self.find_action)
        edit.addSeparator()
        for each in window.lists.actions():
            edit.addAction(each)
        self._new_menu()
        self._circle_menu()
        self._view_menu()
        window.sidebar.menu_button.setMenu(self)
        help_ = self.addMenu(self.tr("&Help"))
        help_.addAction(action(window, self.tr("Keys…"), window.show_shortcuts, "F1", "keyboard"))
        help_.addAction(action(window, self.tr("Make a problem report…"), window.report.ask, "", "file-text"))
        self.addSeparator()
        close = action(window, self.tr("Close the window"), window.close)
        close.setShortcuts([QKeySequence(keys) for keys in (CLOSE_KEYS, *close_as_button())])
        close.setAutoRepeat(False)  # held down, what has closed a dialog would close the window below as well
        self.addAction(close)
        action(window, self.tr("All menus"), window.sidebar.menu_button.showMenu, "F10")

    def _new_menu(self) -> None:
        """What is done most, from wherever one is."""
        window = self._window
        menu = QMenu(self.tr("&New"), window)
        self.insertMenu(self.actions()[0], menu)
        for words, page, what, keys, icon_name in (
            (self.tr("Record an exchange"), "exchanges", "record", "Ctrl+E", "arrows-exchange"),
            (self.tr("Same exchange again"), "exchanges", "again", "Ctrl+Shift+E", "refresh"),
            (self.tr("Add a member"), "people", "add", "Ctrl+Shift+A", "user-plus"),
            (self.tr("Add an offer"), "exchanges", "offer", "Ctrl+Shift+O", "hand-stop"),
            (self.tr("Add a request"), "exchanges", "request", "Ctrl+Shift+R", "bulb"),
            (self.tr("Plan a meetup"), "meetups", "plan", "Ctrl+M", "calendar-plus"),
            (self.tr("Who came today?"), "meetups", "attend", "Ctrl+Shift+M", "user-check"),
            (self.tr("Note what somebody learned"), "learning", "note", "Ctrl+L", "book"),
        ):
            made = action(window, words, partial(window.shell.signals.asked.emit, page, (what, None)), keys, icon_name)
            allow(made, window.shell.may_write)
            menu.addAction(made)

    def _circle_menu(self) -> None:
        window = self._window
        menu = self.addMenu(self.tr("&Circle"))
        menu.addAction(action(window, self.tr("Share now"), window.sharing.now, "Ctrl+Shift+S", "cloud-up"))
        hall = action(window, self.tr("Hall mode"), window.hall.emit, HALL_KEYS, "building-community")
        allow(hall, window.shell.may_write)
        menu.addAction(hall)
        lock = action(window, self.tr("Lock now"), window.lock.emit, LOCK_KEYS, "lock")
        menu.addAction(lock)
        menu.addSeparator()
        switcher = QMenu(window)
        for file in window.shell.home.circles():
            here = file.circle_id == window.shell.file.circle_id
            switch = partial(window.switch.emit, str(file.path))
            each = action(window, file.called, switch, "", "check" if here else "users")
            each.setCheckable(True)
            each.setChecked(here)
            each.setEnabled(not here)
            switcher.addAction(each)
        switcher.addSeparator()
        for words, what in ((self.tr("Begin a new circle…"), "new"), (self.tr("Join a circle…"), "join")):
            switcher.addAction(action(window, words, partial(window.switch.emit, f":{what}")))
        window.sidebar.circles(switcher)
        switcher.setTitle(self.tr("Circles on this laptop"))
        menu.addMenu(switcher)

    def _view_menu(self) -> None:
        window = self._window
        menu = self.addMenu(self.tr("&Go to"))
        for number, kind in enumerate(self._kinds, 1):
            shown = action(window, kind.title(), partial(window.show_page, kind.name), f"Ctrl+{number}", kind.icon)
            menu.addAction(shown)
