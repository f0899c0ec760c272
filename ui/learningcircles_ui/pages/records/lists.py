"""What can be done with any table of records: saved as a file, printed, its columns chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from types import ModuleType
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from learningcircles.circle.reader import Reader
from learningcircles.lazy import lazy
from learningcircles_ui.menus import action
from learningcircles_ui.pages.records.several import offer_several
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.literal import made_action
from learningcircles_ui.parts.sorting import sort_menu, sortable
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate
SAVES, PRINTS = "Ctrl+Shift+L", "Ctrl+P"


class AtHand(NamedTuple):
    """Rows that are at hand as texts. `about` returns the ids of the records that stand there, where that is known."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[str]]
    about: Callable[[Reader], Collection[bytes]] | None = None
    narrowed: str = ""
    """By what they are narrowed; empty where it is all of them."""


class Listed(NamedTuple):
    """A table whose rows are records of one kind; or, without `records`, what was counted of them.

    `kind` is empty where they are about something else than this circle's records. `at_hand` returns the rows of a
    table that reads none: it has them all already.
    """

    shell: Shell
    table: Table
    kind: str
    records: bool = True
    at_hand: Callable[[], AtHand] | None = None


def offer_list(shell: Shell, table: Table, kind: str, key: str, *, records: bool = True) -> None:
    """Let a table be saved, printed and arranged; `key` is what its columns are remembered under.

    Without `records` the rows are no records of the kind: then only what is seen is saved. `kind` may be empty then.
    """
    table.remembers(shell.remember, key)
    if records:
        offer_several(shell, table, kind)
    _offer(Listed(shell, table, kind, records))


def offer_at_hand(shell: Shell, table: Table, at_hand: Callable[[], AtHand], *, keys: bool = False) -> None:
    """Let a table be saved and printed that has all its rows. `keys`: it is in a dialog, where the window's are not."""
    _offer(Listed(shell, table, "", records=False, at_hand=at_hand), SAVES if keys else "", PRINTS if keys else "")


def _offer(listed: Listed, saves: str = "", prints: str = "") -> None:
    listed.table.listed = listed
    for words, icon_name, called, key in (
        (translate("Lists", "Save this list as…"), "file-export", ask_where, saves),
        (translate("Lists", "Print this list…"), "printer", print_list, prints),
    ):
        made = made_action(words, listed.table, icon_name)
        made.setShortcut(QKeySequence(key))
        made.triggered.connect(partial(_call, called, listed))
        listed.table.addAction(made)


class ListActions(QObject):
    """The window's actions for the table one works in: the one with the keyboard, the last one that had it, or any."""

    def __init__(self, shell: Shell, window: QWidget, page: Callable[[], QWidget]) -> None:
        super().__init__(window)
        self._shell, self._window, self._page = shell, window, page
        self._last: Table | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def actions(self) -> list[QAction]:
        """Return what the menus hold."""
        window = self._window
        read_in, saved = self.tr("csv spreadsheet excel upload"), self.tr("export csv spreadsheet excel download")
        bring = action(window, self.tr("Import a list…"), self.bring_in, "", "file-import", also_called=read_in)
        keep = translate("Lists", "Save this list as…")
        allow(bring, self._shell.may_write)
        return [
            action(window, self.tr("Recently removed…"), self.show_removed, "", "restore"),
            bring,
            action(window, keep, self.save, SAVES, "file-export", also_called=saved),
            action(window, translate("Lists", "Print this list…"), self.print_, PRINTS, "printer"),
            action(
                window,
                self.tr("Sort this list by…"),
                self.sort,
                "Ctrl+Shift+B",
                "arrows-sort",
                also_called=self.tr("order arrange"),
            ),
            action(window, self.tr("Columns of this list…"), self.choose_columns, "", "table"),
        ]

    def show_removed(self) -> None:
        """Show what was removed, to bring it back."""
        lazy("learningcircles_ui.pages.records.removed").RecentlyRemoved(self._shell, self._window).open()

    def bring_in(self) -> None:
        """Bring in a list of whatever it holds."""
        lazy("learningcircles_ui.pages.importing.preview").ask_for_file(self._shell, self._window)

    def save(self) -> None:
        """Save the list."""
        self._do(ask_where)

    def print_(self) -> None:
        """Print the list."""
        self._do(print_list)

    def choose_columns(self) -> None:
        """Open the menu of the list's columns."""
        self._do(_choose_columns)

    def sort(self) -> None:
        """Open the menu of what the list can be sorted by."""
        self._do(_choose_order)

    def listed(self) -> Listed | None:
        """Return the list in question, one in view before others, or None where the page has none."""
        held = [each.listed for each in self._page().findChildren(Table) if isinstance(each.listed, Listed)]
        lists = [each for each in held if each.table.isVisible()] or held
        last = [each for each in lists if each.table is self._last]
        return next(iter(last or lists), None)

    def _do(self, called: Callable[[Listed], None]) -> None:
        listed = self.listed()
        if listed is not None:
            called(listed)
            return
        self._shell.signals.said.emit(self.tr("There is no list on this page."), b"")

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Table) and now.window() is self._window:
            self._last = now


def ask_where(listed: Listed) -> None:
    """Ask where to save a list, and save it."""
    _files().ask_where(listed)


def print_list(listed: Listed) -> None:
    """Show a list as it will be on paper."""
    _files().print_list(listed)


def _files() -> ModuleType:
    """What reads and writes files of all kinds, and paper, is loaded when somebody asks for it."""
    return lazy("learningcircles_ui.pages.records.list_files")


def _choose_columns(listed: Listed) -> None:
    if listed.table.columns is not None:
        listed.table.columns.menu(listed.table).popup(listed.table.mapToGlobal(QPoint(8, 8)))


def _choose_order(listed: Listed) -> None:
    if sortable(listed.table):
        menu = sort_menu(listed.table, listed.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(listed.table.mapToGlobal(QPoint(8, 8)))
        menu.setActiveAction(menu.actions()[0])


def _call(called: Callable[[Listed], None], listed: Listed) -> None:
    called(listed)
