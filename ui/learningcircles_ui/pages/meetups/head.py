"""The head of the page of meetups: which days are in view and how, and planning."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from learningcircles_ui.pages.base import Page
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.literal import seen

translate = QCoreApplication.translate


class MeetupsHead(QObject):
    """`turned` carries -1, 0 (to today) or 1; `looked`: another way to look was chosen, which is remembered."""

    turned = Signal(int)
    looked = Signal()

    def __init__(self, page: Page, edit: Callable[[], None], plan: Callable[[], None]) -> None:
        super().__init__(page)
        self._remember = page.shell.remember
        earlier = page.command(
            translate("MeetupsPage", "Earlier in the calendar"), lambda: self.turned.emit(-1), "Ctrl+PgUp",
            icon_name="chevron-left",
        )  # fmt: skip
        later = page.command(
            translate("MeetupsPage", "Later in the calendar"), lambda: self.turned.emit(1), "Ctrl+PgDown",
            icon_name="chevron-right",
        )  # fmt: skip
        go_now = translate("MeetupsPage", "Go to today")
        now = page.command(go_now, lambda: self.turned.emit(0), "Ctrl+Home", icon_name="calendar")
        writes, planned = page.shell.may_write, translate("MeetupsPage", "Plan a meetup")
        changing = translate("MeetupsPage", "Edit the chosen meetup")
        page.command(changing, edit, "F2", icon_name="edit", allowed=writes)
        page.command(planned, plan, "Ctrl+N", icon_name="calendar-plus", allowed=writes)
        for view, words, drawn in (
            ("month", translate("MeetupsPage", "Show the month"), "calendar"),
            ("week", translate("MeetupsPage", "Show the week"), "calendar-event"),
            ("list", translate("MeetupsPage", "Show meetups as a list"), "list"),
        ):
            page.command(words, partial(self.look_as, view), icon_name=drawn)
        near = [
            button("", each.trigger, icon_name=f"chevron-{way}", tip=seen(each.text()), parent=page)
            for each, way in ((earlier, "left"), (later, "right"))
        ]
        self._turns = [*near, button(translate("MeetupsPage", "Today"), now.trigger, parent=page)]
        page.header.count.hide()
        for each in near:
            page.header.add_near(each)
        self._choice = self._choices(page)
        page.header.add(self._choice)
        page.header.add(self._turns[-1])
        made = button(planned, plan, icon_name="plus", kind="main", parent=page)
        allow(made, writes)
        page.header.add(made)
        for one, following in pairwise((*near, self._choice, self._turns[-1], made)):
            QWidget.setTabOrder(one, following)  # as they stand

    @property
    def view(self) -> str:
        """Return what is in view: month, week or list."""
        return str(self._choice.currentData())

    def look_as(self, view: str) -> None:
        """Show a month, a week or the list."""
        self._choice.setCurrentIndex(self._choice.findData(view))

    def tell(self, title: str) -> None:
        """Say what is in view; a list has no days to turn."""
        self._page().header.title.setText(title)
        for each in self._turns:
            each.setVisible(self.view != "list")

    def _page(self) -> Page:
        page = self.parent()
        assert isinstance(page, Page)
        return page

    def _choices(self, page: Page) -> Choice:
        made = Choice(page)
        made.setAccessibleName(translate("MeetupsPage", "How to look at meetups"))
        for name, words in (
            ("month", translate("MeetupsPage", "Month")),
            ("week", translate("MeetupsPage", "Week")),
            ("list", translate("MeetupsPage", "List")),
        ):
            made.addItem(words, name)
        made.setCurrentIndex(max(0, made.findData(self._remember.text("meetups/view", "month"))))
        made.currentIndexChanged.connect(self._looked)
        return made

    def _looked(self) -> None:
        self._remember.put_text("meetups/view", self.view)
        self.looked.emit()
