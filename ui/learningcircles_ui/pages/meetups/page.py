"""Meetups: a month, a week or all in a list, and the details of the one that is chosen."""

from __future__ import annotations

import datetime
from functools import partial

from PySide6.QtCore import QDate, QModelIndex, QRect, Qt
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from learningcircles.circle.changes import Changes, Record
from learningcircles_ui.pages.base import Page
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.day_chips import chip_text
from learningcircles_ui.pages.meetups.days_shown import best_day, heading, today, turned
from learningcircles_ui.pages.meetups.days_table import DaysTable
from learningcircles_ui.pages.meetups.head import MeetupsHead
from learningcircles_ui.pages.meetups.meetup_desk import MeetupDesk
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.meetup_list import MeetupList
from learningcircles_ui.pages.meetups.meetup_pane import MeetupPane
from learningcircles_ui.pages.meetups.month import DayMeetups, MonthModel, read_month
from learningcircles_ui.pages.meetups.no_meetup import NoMeetupToday
from learningcircles_ui.pages.today.rows import goes_on, is_on, latest, todays
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.delegate import Role
from learningcircles_ui.parts.headings import card, soft
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import touches
from learningcircles_ui.theme import is_large


class MeetupsPage(Page):
    """Days with their meetups, or a list. Enter shows a day's meetup, and the next one of that day; or plans one."""

    name = "meetups"

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, parent)
        self._month = self._now = today()
        self._day: datetime.date | None = None
        self._wanted: bytes | None = None
        self._showing = self._open = False
        self.desk = MeetupDesk(self)
        self.model = MonthModel(self._month, self)
        self.table = DaysTable(self.model, self.day_menu, self)
        self.table.activated.connect(self._activated)
        self.table.chosen.connect(lambda record: self._choose(record.id))
        self.table.planned.connect(self.plan)
        self.table.left.connect(self._put_away)
        self.table.setCurrentIndex(self.model.index_of(self._month))  # planned before the page was seen: for today
        self.pane = MeetupPane(shell, self.desk)
        self.list = MeetupList(shell, self.pane.offer, self)
        self.list.table.chosen.connect(self._choose)
        self.list.table.clicked.connect(lambda index: self._choose(index.data(Role.ID)))
        self.list.opened.connect(self.pane.edit)
        self.pane.planned.connect(self.plan)
        for words, called in self.pane.papers.items():
            self.command(words, called, icon_name="printer", also_called=self.tr("print paper pdf"))
        found = self.tr("export csv spreadsheet excel download answers")
        self.command(self.pane.coming, self.pane.save_coming, icon_name="file-export", also_called=found)
        self.table.edited.connect(self.pane.edit)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.pane.show_day(None)
        self.head = MeetupsHead(self, self.pane.edit, self.plan)
        self.head.turned.connect(self._turn)
        self.head.looked.connect(self._look_otherwise)
        frame, column = card(self.desk, margin=1)
        self._views = QStackedWidget(frame)
        self._views.addWidget(self.table)
        self._views.addWidget(self.list)
        column.addWidget(self._views)
        self.desk.hold(frame, self.pane)
        self.desk.put_away.connect(self._put_away)
        self.column.addWidget(self.desk, 1)
        told = self.tr("Meetups of one name have one colour. What is called off is struck through.")
        self._colours = soft(told, self)
        self.column.addWidget(self._colours)

    def activate(self) -> None:
        """Read what is in view."""
        before, looks = self._now, self._day == self._now and not self._open
        evening = goes_on(before) and any(map(is_on, self.model.meetups(self.model.index_of(before))))
        if not looks or not evening:  # a camp goes on for days, and its first day is over all the same
            self._now = today()
        if looks and self._now != before:  # who looks at today goes on looking at today, but where a meetup is open
            self._month, self._day, self._wanted = self._now, None, None
        listed = self.view == "list"
        self._views.setCurrentWidget(self.list if listed else self.table)
        self.head.tell(self.title() if listed else heading(self._month, week=self.view == "week"))
        self.desk.list_beside(listed)
        self._colours.setVisible(not listed and not is_large())
        if listed:
            self.list.look()
        else:
            first = self._month - datetime.timedelta(days=40)
            last = self._month + datetime.timedelta(days=45)
            self.shell.tasks.query(lambda reader: read_month(reader, first, last), self._show, key="month")
        self.pane.look()

    @property
    def view(self) -> str:
        """Return what is in view: month, week or list."""
        return self.head.view

    def changed(self, changes: Changes) -> None:
        """Read again what a write may have touched."""
        if touches(changes, "meetup", "rsvp", "attendance", "member"):
            self.activate()

    def show_record(self, entity: str, id_: bytes) -> None:
        """Show a meetup and its month."""
        if entity == "meetup":
            self._wanted = id_
            self.shell.tasks.query(lambda reader: reader.find_one("meetup", id_), self._go_to)

    def choose(self, entity: str, id_: bytes) -> None:
        """Go to a meetup."""
        self.show_record(entity, id_)

    def begin(self, what: str, id_: bytes | None) -> None:
        """Plan a meetup, or note who came to one: without its id, to today's."""
        if what == "plan":
            self.plan()
        elif what == "attend" and id_ is not None:
            self.show_record("meetup", id_)
            self.ask(Attendance(self.shell, id_, self))
        elif what == "attend":
            self.shell.tasks.query(lambda reader: (todays(reader), latest(reader)), self._attend)

    def _attend(self, found: tuple[bytes | None, Record | None]) -> None:
        now, before = found
        if now is None:
            self.ask(NoMeetupToday(self.shell, before, self))
        else:
            self.begin("attend", now)

    def plan(self, day: datetime.date | None = None) -> None:
        """Ask for a new meetup: on a day that was asked for, else on the one that is chosen, unless it is over."""
        if not self.shell.may_write:
            return
        current = self.table.currentIndex()
        chosen = day or max(today(), self.model.day(current) if current.isValid() else today())
        dialog = MeetupForm(self.shell, self, day=chosen.isoformat())
        dialog.accepted.connect(lambda: self.show_record("meetup", dialog.saved or b""))
        self.ask(dialog)

    def _show(self, meetups: DayMeetups) -> None:
        self._showing = True
        (self.model.show_week if self.view == "week" else self.model.show_month)(self._month, today(), meetups)
        moved = next((day for day, rows in meetups.items() if any(row.id == self._wanted for row in rows)), "")
        for day in (
            datetime.date.fromisoformat(moved) if moved else None,
            self._day,
            best_day(self._month, week=self.view == "week"),
        ):
            cell = self.model.index_of(day) if day is not None else QModelIndex()
            if cell.isValid():
                self.table.setCurrentIndex(cell)
                break
        self._showing = False
        self.desk.bring((self._month, self.view))
        self._follow()

    def _follow(self) -> None:
        """Let the details speak of the day that is chosen: of the meetup chosen there, or the first, or of none.

        Where the one chosen is gone they are put away: what is pressed there means no other.
        """
        current = self.table.currentIndex()
        if self._showing or not current.isValid() or self.view == "list":
            return
        before, self._day = self._day, self.model.day(current)
        found = [record.id for record in self.model.meetups(current)]
        if self._wanted is not None and self._wanted not in found and self._day == before:
            self._wanted = None
            self.pane.show_day(None if found else self._day)
            self._put_away()
            return
        if self._wanted not in found:
            self._wanted = next(iter(found), None)
        if self._wanted is None:
            self.pane.show_day(self._day)
        else:
            self.pane.show_meetup(self._wanted)
        self._float()

    def _float(self) -> None:
        """Let the details float beside the day that is chosen, or come beside the list, if a meetup was asked for."""
        shown = self._open and self._wanted is not None
        if self.view == "list":
            self.desk.choose(shown)
        else:
            self.desk.float_beside(self._chosen_day if shown else QRect)

    def _chosen_day(self) -> QRect:
        place = self.table.visualRect(self.table.currentIndex())
        place.moveTopLeft(self.table.viewport().mapTo(self.desk, place.topLeft()))
        return place

    def _put_away(self) -> None:
        """Let the details go, and the keyboard back to the days, until a meetup is asked for again."""
        if self._open and not is_large() and self.pane.isAncestorOf(self.focusWidget() or self):
            (self.list.table if self.view == "list" else self.table).setFocus()
        self._open = False
        self._float()

    def _activated(self, index: QModelIndex) -> None:
        found = self.model.meetups(index)
        if not found:
            self.plan(self.model.day(index))
            return
        shown = [record.id for record in found]
        place = shown.index(self._wanted) + 1 if self._wanted in shown else 0
        self._choose(found[place % len(found)].id)

    def day_menu(self, index: QModelIndex, meetup: Record | None = None) -> QMenu:
        """Return what can be done on a day: with one meetup of it, or with each."""
        menu = Menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self.model.meetups(index) if meetup is None else [meetup]
        for each in found:
            self.pane.offer(menu if len(found) == 1 else menu.below(chip_text(each)), each)
        menu.addSeparator()
        plan = menu.addAction(
            icon("calendar-plus"), self.tr("Plan a meetup"), partial(self.plan, self.model.day(index))
        )
        allow(plan, self.shell.may_write)
        return menu

    def _choose(self, id_: object) -> None:
        if isinstance(id_, bytes):
            self._wanted, self._open = id_, True
            self.pane.show_meetup(id_, bring=True)
            self._float()

    def _go_to(self, record: Record | None) -> None:
        if record is None:
            return
        at = QDate.fromString(str(record.get("start", {}).get("at", ""))[:10], "yyyy-MM-dd")
        if at.isValid():
            self._month = self._day = datetime.date(at.year(), at.month(), at.day())
        self._wanted, self._open = record.id, True
        self.pane.show_meetup(record.id, bring=True)
        self._float()
        self.list.wanted.show(record.id if self.view == "list" else None)
        self.activate()

    def _turn(self, step: int) -> None:
        """Go a month or a week back or on, or to today; the details go along."""
        self._day, self._wanted = None if step else today(), None
        self._month = turned(self._month, step, week=self.view == "week") if step else today()
        self.activate()

    def _look_otherwise(self) -> None:
        listed = self.list.table.current_id()
        if self._wanted is not None:
            self.show_record("meetup", self._wanted)
        elif self.view == "list" and isinstance(listed, bytes):
            self._choose(listed)
        elif self.view == "list":
            self.pane.show_day(None)
        self.activate()
