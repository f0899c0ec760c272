"""Everything that can be done now, as Find (Ctrl+K) offers it: menus, every page's commands, the buttons in view, and
what can be done with the marked rows.

Each says, as its property "where", in which menu or on which page it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QMenu, QPushButton

from learningcircles_ui.menus import leaves
from learningcircles_ui.page_stack import Pages
from learningcircles_ui.pages.base import Page
from learningcircles_ui.parts.allowed import why_not
from learningcircles_ui.parts.headings import ACTION
from learningcircles_ui.parts.literal import Menu, made_action, seen
from learningcircles_ui.parts.marked import marked_row
from learningcircles_ui.parts.table import Table, offer_rows

_WHERE = "where"
_LIST = "list"
"""In which list the marked rows stand that it is done with: an offer and a request may be called the same."""


class Commands(QObject):
    """`all` tells what can be done. A command of a page that is not in view brings that page into view first."""

    def __init__(
        self, menu: QMenu, pages: Pages, page: Callable[[], Page], show: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._menu, self._pages, self._page, self._show = menu, pages, page, show
        self._made = QObject(self)

    def all(self) -> list[QAction]:
        """Return an action for everything, each name once (of marked rows in each list): the first in this order."""
        self._made.deleteLater()
        self._made = QObject(self)
        found: dict[tuple[str, str], QAction] = {}
        for each in self._every():
            first = found.setdefault((_name(each), str(each.property(_LIST) or "")), each)
            if not first.property("icon_name"):  # a link in view that another page has as a button
                first.setProperty("icon_name", each.property("icon_name"))
        return list(found.values())

    def refused(self) -> list[QAction]:
        """Return what this laptop may not do, each name once (see `allowed.why_not`)."""
        every = [*leaves(self._menu), *(each for page in self._pages.values() for each in page.refused)]
        return list({_name(each): each for each in reversed(every) if why_not(each)}.values())[::-1]

    def _every(self) -> Iterator[QAction]:
        yield from self._in_menu(self._menu, self.tr("Menu"))
        here = self._page()
        for each in self._on(here):
            each.setProperty(_WHERE, " › ".join(filter(None, (here.title(), each.property(_LIST)))))
            yield each
        for page in self._pages.values():
            if page is not here:
                yield from (self._elsewhere(page, each) for each in page.offered())

    def _in_menu(self, menu: QMenu, where: str) -> Iterator[QAction]:
        for each in menu.actions():
            below = each.menu()
            if isinstance(below, QMenu):
                yield from self._in_menu(below, f"{self.tr('Menu')} › {seen(below.title())}")
            elif not each.isSeparator() and each.isEnabled():
                each.setProperty(_WHERE, where)
                yield each

    def _on(self, here: Page) -> Iterator[QAction]:
        yield from (each for each in here.offered() if each.isEnabled())
        for button in here.findChildren(QPushButton):
            if button.isVisibleTo(here) and button.isEnabled():
                yield from self._of_button(button)
        for table in here.findChildren(Table):
            if table.isVisibleTo(here) and marked_row(table) == table.currentIndex().row() >= 0:
                yield from self._of_rows(table)

    def _of_rows(self, table: Table) -> Iterator[QAction]:
        """Yield what the menu of the marked rows offers: of one it names the row, and leaves out what stands beside."""
        menu = Menu(table)
        self._made.destroyed.connect(menu.deleteLater)
        one = offer_rows(table, menu) == 1
        name = f"  ·  {table.row_name()}" if one else ""  # of several the words say how many they are
        for each in leaves(menu):
            words = seen(each.text())
            if each.isEnabled() and not (one and table.is_beside(words)):
                made = self._stand_in(f"{words}{name}", each.trigger)
                made.setProperty("icon_name", each.property("icon_name"))
                made.setProperty(_LIST, table.accessibleName())
                yield made

    def _of_button(self, button: QPushButton) -> Iterator[QAction]:
        menu, its = button.menu(), button.property(ACTION)
        if isinstance(its, QAction):  # under its own words, which say more
            yield from (each for each in (its,) if each.isEnabled())
        elif isinstance(menu, QMenu):
            yield from (each for each in leaves(menu) if each.isEnabled() and each.isVisible())
        else:
            made = self._stand_in(button.accessibleName() or button.text(), _click(button))
            made.setProperty("icon_name", button.property("icon_name"))
            yield made

    def _elsewhere(self, page: Page, meant: QAction) -> QAction:
        """Its own action sleeps while its page is not in view."""

        def do() -> None:
            self._show(page.name)
            meant.trigger()

        made = self._stand_in(seen(meant.text()), do)
        made.setShortcut(meant.shortcut())  # shown beside it; it belongs to no window, so the keys do nothing
        for name in ("icon_name", "also_called"):
            made.setProperty(name, meant.property(name))
        made.setProperty(_WHERE, page.title())
        return made

    def _stand_in(self, words: str, do: Callable[[], object]) -> QAction:
        made = made_action(words, self._made)
        made.triggered.connect(lambda: do())
        return made


def _click(button: QAbstractButton) -> Callable[[], object]:
    return button.click


def _name(action: QAction) -> str:
    return seen(action.text())
