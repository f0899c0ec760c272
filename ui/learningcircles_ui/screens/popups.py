"""What stands over a window for a moment: menus, lists of choices, proposals, calendars, toasts, tips."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolTip, QWidget

from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.exchanges.listing_form import ListingForm
from learningcircles_ui.pages.exchanges.page import ExchangesPage
from learningcircles_ui.pages.exchanges.swap_form import SwapForm
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.people.filter import PeopleFilter
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.settings.page import SettingsPage
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.files import ask_to_save
from learningcircles_ui.parts.table import Table
from learningcircles_ui.screens.settled import Scene, settle
from learningcircles_ui.window import Window

_FLOATING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
_Part = TypeVar("_Part", bound=QWidget)


def popups(desktop: Desktop, window: Window) -> Iterator[Scene]:
    """Yield every kind of them, each over what opens it."""
    people, exchanges = _page(window, PeoplePage), _page(window, ExchangesPage)
    yield Scene("all menus", partial(_menu, window, "people", window.menu, window.sidebar.menu_button))
    for number, each in enumerate(window.menu.actions()):
        below = each.menu()
        if isinstance(below, QMenu):
            yield Scene(f"menu {number + 1}", partial(_menu_below, window, below))
    switcher = window.sidebar.switcher
    yield Scene("circles", partial(_menu, window, "people", switcher.menu(), switcher))
    for more in people.pane.findChildren(QPushButton):
        if isinstance(more.menu(), QMenu):
            yield Scene("a person's menu", partial(_menu, window, "people", more.menu(), more))
    yield Scene("filter", partial(_clicked, window, "people", _part(people, PeopleFilter)))
    yield Scene("a row's menu", partial(_row_menu, window, "people", people.table))
    yield Scene("an exchange's menu", partial(_swap_menu, window, exchanges))
    yield Scene("columns of a list", partial(_columns, window, people.table))
    yield Scene("a choice", partial(_choice, window, "people", people))
    yield Scene("languages", partial(_choice, window, "settings", _page(window, SettingsPage)))
    yield Scene("people proposed", partial(_proposed, desktop, lambda: SwapForm(window.shell, window), "provider", "a"))
    yield Scene("topics proposed", partial(_proposed, desktop, lambda: SwapForm(window.shell, window), "topic", "p"))
    offer = partial(ListingForm, window.shell, window, "offer")
    yield Scene("fields proposed", partial(_proposed, desktop, offer, "field", "co"))
    yield Scene("a day is chosen", partial(_calendar, desktop, lambda: MeetupForm(window.shell, window)))
    yield Scene("toast", partial(_toast, window, "people"))
    yield Scene("a cut cell told", partial(_told, window, people.table))
    yield Scene("save a file", lambda: ask_to_save(window, "Save", "members.xlsx", "Lists (*.csv *.xlsx)", _nothing))


def seen(front: QWidget) -> QImage:
    """Return a window's picture with what floats over it."""
    above = [
        each
        for each in QApplication.topLevelWidgets()
        if each.isVisible() and each is not front and each.windowType() in _FLOATING
    ]
    place = front.rect().translated(front.mapToGlobal(QPoint()))
    area = place
    for each in above:
        area = area.united(each.geometry())
    ratio = front.devicePixelRatioF()
    picture = QImage(area.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.gray)
    painter = QPainter(picture)
    above.sort(key=lambda each: each is QApplication.activePopupWidget())  # the one in front comes last
    for each in (front, *above):
        painter.drawPixmap(each.mapToGlobal(QPoint()) - area.topLeft(), each.grab())
    painter.end()
    return picture


def clear_away(app: QApplication) -> None:
    """Close everything that floats."""
    QToolTip.hideText()
    while (popup := app.activePopupWidget()) is not None:
        popup.close()


def _page(window: Window, kind: type[_Part]) -> _Part:
    return next(each for each in window.pages.values() if isinstance(each, kind))


def _part(of: QWidget, kind: type[_Part]) -> _Part:
    found = of.findChild(kind)
    assert isinstance(found, kind)
    return found


def _shown(window: Window, page: str) -> None:
    window.finder.close_again()
    window.show_page(page)


def _menu(window: Window, page: str, menu: QMenu, button: QWidget) -> None:
    _shown(window, page)
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


def _menu_below(window: Window, menu: QMenu) -> None:
    _menu(window, "people", window.menu, window.sidebar.menu_button)
    place = window.menu.actionGeometry(menu.menuAction())
    window.menu.setActiveAction(menu.menuAction())
    if not menu.isVisible():
        menu.popup(window.menu.mapToGlobal(place.topRight()))


def _clicked(window: Window, page: str, button: QPushButton) -> None:
    _shown(window, page)
    button.click()


def _row_menu(window: Window, page: str, table: Table) -> None:
    _shown(window, page)
    table.go_to(2)
    at = table.visualRect(table.currentIndex()).center()
    _send(table.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, table.viewport().mapToGlobal(at)))


def _swap_menu(window: Window, page: ExchangesPage) -> None:
    page.lists.show_list("swap")
    _row_menu(window, "exchanges", page.swaps.table)


def _columns(window: Window, table: Table) -> None:
    _shown(window, "people")
    table.horizontalHeader().customContextMenuRequested.emit(QPoint(40, 20))


def _choice(window: Window, page: str, of: QWidget) -> None:
    _shown(window, page)
    next(each for each in of.findChildren(Choice) if each.isVisible()).showPopup()


def _proposed(desktop: Desktop, made: Callable[[], SwapForm | ListingForm], field: str, words: str) -> None:
    form = made()
    form.open()
    form.form.edit(field).setFocus()
    settle(desktop)
    line = form.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert(words)
    settle(desktop)  # until what is proposed has been asked for


def _calendar(desktop: Desktop, made: Callable[[], MeetupForm]) -> None:
    form = made()
    form.open()
    settle(desktop)
    _part(form.form.edit("start"), QPushButton).click()
    settle(desktop)  # until what is wrong with the field before stands below it


def _toast(window: Window, page: str) -> None:
    _shown(window, page)
    window.toast.show_sentence(window.tr("Undone: {what}.").format(what="Amina Adeyemi"), undo=b"1")


def _told(window: Window, table: Table) -> None:
    _shown(window, "people")
    window.toast.hide()
    at = table.visualRect(table.model().index(1, 2)).center()
    _send(table.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, table.viewport().mapToGlobal(at)))


def _send(to: QWidget, event: QEvent) -> None:
    QApplication.sendEvent(to, event)


def _nothing(_: object) -> None:
    """Nobody saves anything here."""
