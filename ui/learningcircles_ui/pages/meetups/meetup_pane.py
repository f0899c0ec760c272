"""The details of a meetup: when, where, who means to come; and what can be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.merging import one_per_person
from learningcircles.circle.reader import Reader
from learningcircles.circle.untold import CALLED_OFF, COMES
from learningcircles.entities.gathering import ANSWERS, RSVP
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.attendance import Attendance
from learningcircles_ui.pages.meetups.coming import read_answers, save_coming
from learningcircles_ui.pages.meetups.meetup_form import MeetupForm
from learningcircles_ui.pages.meetups.rows import HELD, state_of, state_words
from learningcircles_ui.pages.meetups.somebody_answers import SomebodyAnswers
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.headings import button, card, evenly, plain, section, soft, subtitle
from learningcircles_ui.parts.layouts import ByWidth, scrolled
from learningcircles_ui.parts.literal import Menu
from learningcircles_ui.parts.pills import Pill, tone_of
from learningcircles_ui.print.sheets import print_poster, print_sign_in_sheet
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S, is_large

AHEAD, TODAY = "ahead", "today"
_SeenWhen = tuple[tuple[tuple[QWidget, ...], tuple[str, ...]], ...]
_WIDE = 280
"""Pixels beside a day or the list."""


class MeetupDetails(NamedTuple):
    """What the pane shows. `answers`: code → names in order; `came` counts everybody."""

    record: Record
    host: str
    answers: dict[str, list[str]]
    came: int


def read_details(reader: Reader, meetup: bytes) -> MeetupDetails | None:
    """Read a meetup, or None where it is gone."""
    record = reader.find_one("meetup", meetup)
    if record is None or record.deleted:
        return None
    host = reader.find_one("member", record["host"]) if record["host"] else None
    rows = one_per_person(reader, reader.list("attendance", where={"meetup": meetup}))
    came = sum(row.get("headcount", 0) + (row.get("state") == "attended") for row in rows)
    return MeetupDetails(record, str(host.get("name", "")) if host else "", read_answers(reader, meetup), came)


class MeetupPane(QWidget):
    """A meetup, or which day has none. `away` is the button that puts it away where it floats.

    `brought`: what somebody asked for is shown. `planned` asks for a new meetup on the day that has none.
    """

    brought = Signal()
    planned = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._id: bytes | None = None
        self._record: Record | None = None
        self._brings = self._awaited = False
        self._stack = QStackedLayout(self)
        self._none = self._nothing()
        self.away = button("", icon_name="x", kind="plain", tip=self.tr("Close the details"), parent=self)
        self.away.setProperty("size", "small")
        self.papers = {
            self.tr("Poster"): partial(self._print, print_poster),
            self.tr("Sign-in sheet"): partial(self._print, print_sign_in_sheet),
        }
        """What can be printed about the meetup shown, by its name."""
        self.coming = self.tr("Save who means to come as…")
        self._frame, self._column = card(self)
        self._stack.addWidget(self._frame)
        self._build(self._frame, self._column)
        if is_large():
            self.setMinimumWidth(300)  # it stands below the month
        else:
            self.setFixedWidth(_WIDE)

    def show_meetup(self, meetup: bytes, *, bring: bool = False) -> None:
        """Show a meetup; `bring` it into view where the window has no room for all."""
        self._id = meetup
        self.answers.about(meetup)
        self._brings |= bring
        self.look()

    def show_day(self, day: datetime.date | None) -> None:
        """Say that there is nothing on a day, or that nothing is chosen."""
        self._id = self._record = None
        self.answers.about(None)
        self._none.heading.setText(text.weekday(day.isoformat()) if day else self.tr("No meetup chosen"))
        told = self.tr("No meetup on this day.") if day else self.tr("Choose a meetup to see its details.")
        self._none.sentence.setText(told)
        self._stack.setCurrentIndex(0)

    def look(self) -> None:
        """Read it again."""
        if self._id is not None:
            meetup = self._id
            self._shell.tasks.query(lambda reader: read_details(reader, meetup), self._show, key="meetup")

    def wanted_height(self) -> int:
        """Return the height in pixels at which nothing has to be scrolled."""
        around = self._column.totalHeightForWidth(self.minimumWidth()) - self._area.sizeHint().height()
        margins = self._column.contentsMargins()
        wide = self.minimumWidth() - margins.left() - margins.right()
        return around + max(0, self._inside.heightForWidth(wide))

    def lie_over(self, over: bool) -> None:
        """Look as what lies over something else, with a button to put it away, or as what has its own place."""
        self.away.setVisible(over)
        self._frame.setProperty("over", over)
        self._frame.style().polish(self._frame)

    def attend(self) -> None:
        """Note who came."""
        if self._id is not None:
            self._attended(self._id)

    def edit(self, meetup: Record | None = None) -> None:
        """Change a meetup, or the one chosen."""
        if meetup is None:
            self._meant(self.edit)
        elif self._shell.may_write:
            MeetupForm(self._shell, self, meetup).open()

    def offer(self, menu: Menu, meetup: Record) -> None:
        """Add to a menu what can be done with a meetup."""
        id_, now = meetup.id, _now(meetup, state_of(meetup))
        sheet, poster = (partial(made, self._shell, id_, self) for made in (print_sign_in_sheet, print_poster))
        for icon_name, words, called, times in (
            ("user-check", self.tr("Who came"), partial(self._attended, id_), (TODAY, HELD)),
            ("printer", self.tr("Sign-in sheet"), sheet, (AHEAD, TODAY)),
            ("photo", self.tr("Poster"), poster, (AHEAD, TODAY)),
            ("file-export", self.coming, partial(save_coming, self._shell, id_, self), (AHEAD, TODAY)),
        ):
            if now in times:
                menu.offer(words, called, icon_name)
        menu.addSeparator()
        writes = self._shell.may_write
        allow(menu.offer(self.tr("Edit"), partial(self.edit, meetup), "edit"), writes)
        if now in (AHEAD, TODAY):
            allow(menu.offer(self.tr("Call off"), partial(self._call_off, meetup), "calendar-off"), writes)
        elif now == CALLED_OFF:
            allow(menu.offer(self._again.text(), partial(_plan_again, self._shell, meetup), "restore"), writes)

    def _nothing(self) -> EmptyState:
        frame, column = card(self)
        self._stack.addWidget(frame)
        made = EmptyState("calendar-event", "", "", parent=frame)
        if self._shell.may_write:
            made.or_else(self.tr("Plan a meetup"), self.planned.emit, "calendar-plus")
        column.addWidget(made)
        return made

    def _attended(self, meetup: bytes) -> None:
        Attendance(self._shell, meetup, self).open()

    def _build(self, frame: QFrame, outer: QVBoxLayout) -> None:
        inside = ByWidth(frame)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._inside, self._area = inside, inside if is_large() else scrolled(inside, frame)
        outer.addWidget(self._area, 1)
        self._title = subtitle("", frame)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self._pills = QHBoxLayout()
        self._when, self._where, self._notes = plain("", frame), plain("", frame), soft("", frame)
        self._coming = QVBoxLayout()
        column.addLayout(head)
        column.addLayout(self._pills)
        for widget in (self._when, self._where, self._notes):
            column.addWidget(widget)
        column.addLayout(self._coming)
        self.answers = SomebodyAnswers(self._shell, frame)
        self.answers.noted.connect(self.look)
        column.addWidget(self.answers)
        column.addStretch(1)
        column.setSpacing(GAP_S)
        self._seen_when = (
            ((self.answers,), (AHEAD, TODAY) if self._shell.may_write else ()),
            *self._buttons(frame, outer),
        )

    def _buttons(self, frame: QFrame, outer: QVBoxLayout) -> _SeenWhen:
        """Put them at the foot; returns when each is seen, those left out always are."""
        came = button(self.tr("Who came"), self.attend, icon_name="user-check", kind="main", parent=frame)
        first = button(
            self.tr("Poster"), partial(self._print, print_poster), icon_name="photo", kind="main", parent=frame
        )
        outer.addWidget(came)
        outer.addWidget(first)
        sheet = button(
            self.tr("Sign-in sheet"), partial(self._print, print_sign_in_sheet), icon_name="printer", parent=frame
        )
        poster = button(self.tr("Poster"), partial(self._print, print_poster), icon_name="photo", parent=frame)
        outer.addWidget(evenly(sheet, poster, parent=frame))
        edit = button(self.tr("Edit"), self.edit, icon_name="edit", parent=frame)
        allow(edit, self._shell.may_write)
        self._cancel = button(self.tr("Call off"), self._call_off, icon_name="calendar-off", parent=frame)
        again = partial(self._meant, partial(_plan_again, self._shell))
        self._again = button(self.tr("It takes place after all"), again, icon_name="restore", parent=frame)
        outer.addWidget(evenly(edit, self._cancel, parent=frame))
        outer.addWidget(self._again)
        return (
            ((sheet, self._cancel), (AHEAD, TODAY)), ((came,), (TODAY, HELD)), ((first,), (AHEAD,)),
            ((poster,), (TODAY,)), ((self._again,), (CALLED_OFF,)),
        )  # fmt: skip

    def _show(self, details: MeetupDetails | None) -> None:
        if details is None:
            self.show_day(None)
            return
        if details.record.id != self._id:
            return  # another one, or another day, was chosen meanwhile
        record = self._record = details.record
        self._title.setText(str(record.get("title", "")))
        _clear(self._pills)
        state = state_of(record)
        self._pills.addWidget(Pill(state_words(state), tone_of(state), self))
        if details.came:
            self._pills.addWidget(Pill(self.tr("%n came", "", details.came), "info", self))
        self._pills.addStretch(1)
        length = text.hours(record["minutes"]) if record["minutes"] else ""
        self._when.setText(" · ".join(part for part in (text.moment(record["start"]), length) if part))
        host = self.tr("Host: {name}").format(name=details.host) if details.host else ""
        self._where.setText("\n".join(part for part in (str(record.get("place", "")), host) if part))
        self._notes.setText(str(record.get("notes", "")))
        for words in (self._where, self._notes):
            words.setVisible(bool(words.text()))
        self._show_answers(details.answers)
        self._awaited = any(details.answers.get(code) for code in COMES)
        now = _now(record, state)
        for widgets, times in self._seen_when:
            for each in widgets:
                each.setVisible(now in times)
        for each in (self._cancel, self._again):
            allow(each, self._shell.may_write)
        self._stack.setCurrentIndex(1)
        if self._brings:
            self._brings = False
            self.brought.emit()

    def _show_answers(self, answers: dict[str, list[str]]) -> None:
        _clear(self._coming)
        for code in ANSWERS:
            names = answers.get(code, [])
            if names:
                heading = f"{text.choice_label(RSVP.field('answer'), code)} ({text.number(len(names))})"
                self._coming.addWidget(section(heading, self))
                self._coming.addWidget(plain(", ".join(names), self))

    def save_coming(self) -> None:
        """Save who means to come to the meetup shown as a file."""
        self._print(save_coming)

    def _print(self, sheet: Callable[[Shell, bytes, QWidget], None]) -> None:
        """Print, or save, something about the meetup shown."""
        if self._id is not None:
            sheet(self._shell, self._id, self)
        else:
            self._shell.signals.said.emit(self.tr("Choose a meetup first, then once more."), b"")

    def _meant(self, work: Callable[[Record], object]) -> None:
        """Do something with the meetup that was chosen, which may not be shown yet."""
        id_ = self._id
        if id_ is None:
            return
        if self._record is not None and self._record.id == id_:
            work(self._record)
            return

        def read(record: Record | None) -> None:
            if record is not None:
                work(record)

        self._shell.tasks.query(lambda reader: reader.find_one("meetup", id_), read, key="meant meetup")

    def _call_off(self, meetup: Record | None = None) -> None:
        """Call off a meetup, or the one chosen."""
        if meetup is None:
            self._meant(self._call_off)
            return
        awaited = meetup.id == self._id and self._awaited
        said = self.tr("{title} called off. Today says whom to tell.") if awaited else self.tr("{title} called off")
        said = said.format(title=meetup.get("title", ""))
        self._shell.do(lambda verbs: verbs.meetups.cancel(meetup.id), say=said)


def _plan_again(shell: Shell, meetup: Record) -> None:
    said = QCoreApplication.translate("MeetupPane", "{title} takes place after all").format(
        title=meetup.get("title", "")
    )
    shell.do(lambda verbs: verbs.meetups.plan_again(meetup.id), say=said)


def _now(meetup: Record, state: str) -> str:
    """Return when a meetup is: before its day a poster helps, then it counts who comes, and at last no answer does.

    Of what was called off nobody needs any of it.
    """
    if state != "planned":
        return state
    return AHEAD if str((meetup["start"] or {}).get("at", ""))[:10] > text.today() else TODAY


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
