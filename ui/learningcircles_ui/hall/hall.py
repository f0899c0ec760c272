"""Hall mode: the whole screen, three things to do, and nothing that is private.

It has no menu, no search and no other page; a hall's screen tells first names, the day's meetups and what was just
written down, which can be undone at once. Sentences of the circle's rules are not told here: they may name people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFont, QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget
from shiboken6 import isValid

from learningcircles.circle.changes import Changes
from learningcircles.circle.reader import Reader
from learningcircles.errors import CircleError
from learningcircles_ui.hall.banner import Banner
from learningcircles_ui.hall.beginning import Beginning, day_and_place
from learningcircles_ui.hall.begun import unwritten_in, waits_elsewhere
from learningcircles_ui.hall.came import Came
from learningcircles_ui.hall.guest import Guest
from learningcircles_ui.hall.held import Held
from learningcircles_ui.hall.kept import HallDrafts
from learningcircles_ui.hall.large import large_button, large_font
from learningcircles_ui.hall.leaving import LeaveHall
from learningcircles_ui.hall.left import ask_no_more
from learningcircles_ui.hall.rows import HallMeetup, OnNow, read_meetups, read_today
from learningcircles_ui.hall.steps import Step, Steps
from learningcircles_ui.hall.swap import Swap
from learningcircles_ui.hall.tiles import types
from learningcircles_ui.interrupts import is_ending
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.layouts import scrolled
from learningcircles_ui.parts.spoken import announce
from learningcircles_ui.parts.words import leading
from learningcircles_ui.shell import Shell, changes_in
from learningcircles_ui.theme import GAP, GAP_L

HOLD_MS = 1_200
"""How long Escape is held to ask to leave."""


class Hall(QWidget):
    """`left` is emitted once somebody who may has left it; only then does it close."""

    left = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._action = b""
        self._said = ""
        """What Undo would take back, if that was asked for by name just now, and not tried again."""
        self._refusal = self._waits = ""
        self._over = False
        self.writing: list[object] = []
        """What is being written, each by what it is of."""
        self._refusals = 0
        self.setWindowTitle(self.tr("Hall mode") + " — Learning Circles")
        self.setFont(large_font())
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(lambda: self.ask_to_leave(held=True))
        self._escape = Held(self)
        self._escape.let_go.connect(self._let_go)
        self.first, self.swap = Beginning(self, self), Swap(self, self)
        self.came, self.guest = Came(self, self), Guest(self, self)
        self.named: dict[str, Step] = {
            "first": self.first, "swap": self.swap, "came": self.came, "guest": self.guest
        }  # fmt: skip
        self.steps = Steps(self)
        self._lay_out()
        self._listen()
        shell.signals.changed.connect(self._changed)
        self.drafts = HallDrafts(self)
        self.drafts.changed.connect(partial(_wait_otherwise, self))
        self.go("first")
        self._look()
        self.drafts.begin()

    @property
    def step(self) -> Step:
        """Return the screen in view."""
        step = self.steps.currentWidget()
        assert isinstance(step, Step)
        return step

    def go(self, name: str) -> None:
        """Show a screen: first, swap, came or guest."""
        step = self.named.get(name, self.first)
        self.steps.setCurrentWidget(step)
        for each in self.named.values():
            # Only what is in view asks for room: else a long list elsewhere would push this one's button out of it.
            tall = QSizePolicy.Policy.Preferred if each is step else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._area.verticalScrollBar().setValue(0)
        self.back_button.setVisible(step is not self.first)
        self.leave_button.setVisible(step is self.first)
        step.begin()
        self.tell_waiting()

    def tell_waiting(self) -> None:
        """Say who waits on other screens than the one in view, behind what was just written down, and no longer."""
        waits, said = waits_elsewhere(self), self._said
        if waits:
            before = f"{said.removesuffix('.')}. " if said else ""
            self.tell(before + waits, self._action if said else b"", wrong=True)
            self._said = said
        elif self._waits and self.sentence.text().endswith(self._waits):  # they are in view now
            self.tell(said, self._action) if said else self.banner.hide()
        self._waits = waits

    def back(self) -> None:
        """Go one question back."""
        if not self.step.back():
            self.go("first")

    def do(
        self, work: Callable[[Any], Any], said: str | Callable[[Any], str], then: Callable[[], None] | None = None,
        *, of: object = None, failed: Callable[[], None] | None = None, again: bool = False, wrong: bool = False,
        undoes: bytes = b"",
    ) -> None:  # fmt: skip
        """Write, and tell it with Undo; a refusal is told without its reason, which may name somebody.

        A second tap on the same thing (`of`) while it is written counts as one; whoever is named meanwhile waits. What
        was asked for before a refusal could be read is told behind it. `again`, `wrong`: see `Desk`. `undoes`: the
        action that it takes back. Once the hall is gone, its window tells a refusal.
        """
        if of in self.writing:
            return
        self.writing.append(of)
        before = self._refusals

        def done(result: Any) -> None:
            self.writing.remove(of)
            changes = changes_in(result) or Changes()
            self.shell.signals.changed.emit(changes)
            if isValid(self):
                words = said if isinstance(said, str) else said(result)
                after = before != self._refusals
                told = f"{self._refusal} {words}" if after else words
                self.tell(told, changes.action, wrong=wrong or after, again=again)
            if then is not None:
                then()
            self.drafts.keep()

        self.shell.tasks.mutate(work, done, partial(self._refused, of, failed, again, undoes))
        self.drafts.keep()  # right behind it: by then it is written, or not

    def undo(self) -> None:
        """Take back what was just written here."""
        action, self._action = self._action, b""
        if action:
            self.do(lambda verbs: verbs.undo.undo_action(action), self.tr("Undone."), of=action, undoes=action)

    def ask_to_leave(self, *, held: bool = False) -> None:
        """Ask for the passphrase, or whether it is meant. `held`: by Escape, which is down still."""
        leaving = LeaveHall(self.shell, self, held=held, waiting=partial(unwritten_in, self))
        self.drafts.changed.connect(leaving.tell)
        leaving.finished.connect(lambda _: self._escape.forget())
        leaving.accepted.connect(self.leave)
        leaving.open()

    def leave(self, *, gives_up: bool = True) -> None:
        """Close it, whoever asks. `gives_up`: what waits is given up, as whoever leaves was told; else it is kept."""
        self._over = True
        self.drafts.end(gives_up=gives_up)
        self.left.emit()
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back; held, it asks to leave. A letter goes to the field, whatever was touched before.

        Ctrl+Z that no field has used for its letters is the Undo that is offered.
        """
        if event.matches(QKeySequence.StandardKey.Undo):
            if self.undo_button.isVisible() and not event.isAutoRepeat():
                self.undo()
        elif event.key() != Qt.Key.Key_Escape:
            if not _typed_on(self, event):
                super().keyPressEvent(event)
        elif self._escape.pressed(event):
            self._hold.start()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Escape let go early goes back."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyReleaseEvent(event)
        else:
            self._escape.released(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own ways to close ask as well; a system that shuts down is not held up: what waits is kept."""
        if self._over or is_ending():
            self.drafts.end(gives_up=False)
            super().closeEvent(event)
        else:
            event.ignore()
            self.ask_to_leave()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP_L * 2, GAP_L, GAP_L * 2, GAP_L)
        column.setSpacing(GAP)
        self.above = soft("", self)
        self.above.setFont(large_font(0.8, QFont.Weight.DemiBold))
        hint = soft(self.tr("Hold Escape to leave."), self, wrap=False)
        hint.setFont(large_font(0.75))
        top = QHBoxLayout()
        top.addWidget(self.above, 1)
        top.addWidget(hint)
        column.addLayout(top)
        self.question = leading(QLabel(self))
        self.question.setFont(large_font(1.45, QFont.Weight.Bold))
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.question)
        self._area = scrolled(self.steps, self)
        self._area.ends_at(self.steps.ends_within)
        column.addWidget(self._area, 1)
        self.banner = Banner(self, self.undo)
        self.sentence, self.undo_button = self.banner.sentence, self.banner.undo_button
        row = QHBoxLayout()
        back = "chevron-right" if self.isRightToLeft() else "chevron-left"
        self.back_button = large_button(self.tr("Back"), self.back, self, icon_name=back)
        self.leave_button = large_button(self.tr("Leave…"), self.ask_to_leave, self, icon_name="logout")
        for each in (self.back_button, self.leave_button):
            row.addWidget(each)
            self.setTabOrder(each, self.undo_button)  # as they are seen: it was made before them
        row.addWidget(self.banner, 1)  # in a row that is there anyway: below the steps it would take room from them
        row.addStretch()
        column.addLayout(row)

    def _listen(self) -> None:
        for step in self.named.values():
            self.steps.addWidget(step)
            step.asks.connect(self.question.setText)
            step.done.connect(partial(_done, self, step))
        self.first.wanted.connect(self.go)
        self.came.guest.connect(partial(_who_else, self))
        self.guest.came_back.connect(partial(self.go, "came"))

    def _let_go(self) -> None:
        if self._hold.isActive():
            self._hold.stop()
            self.back()

    def _look(self) -> None:
        def read(reader: Reader) -> tuple[Sequence[HallMeetup], Sequence[OnNow]]:
            return read_meetups(reader), read_today(reader)

        self.shell.tasks.query(read, self._meetups, key="hall meetups")

    def _meetups(self, read: tuple[Sequence[HallMeetup], Sequence[OnNow]]) -> None:
        meetups, now = read
        self.above.setText(day_and_place(self.shell.file.called))
        self.first.meetups(meetups, now)
        self.came.show_meetups(meetups)
        self.guest.show_meetups(meetups)

    def _changed(self, changes: Changes) -> None:
        self._look()
        self.step.look()

    def tell(self, said: str, action: bytes = b"", *, wrong: bool = False, again: bool = False) -> None:
        """Say something, and offer to undo the action, if any; `wrong`: something was not written down.

        What comes of trying `again` is but read out where Undo stands for who was named last.
        """
        if again and self._said:
            if self.sentence.text() != self._said:  # it says who waits, too
                self.banner.tell(self._said, can_undo=True)
            announce(self, said, urgent=wrong)
            return
        self._action = action
        can_undo = bool(action) and said != self.tr("Undone.")
        if self.undo_button.hasFocus() and not can_undo:
            self.step.take_keys()  # else they go to the next in the row, which is Leave
        self._said = said if can_undo and not again else ""
        self.banner.tell(said, can_undo=can_undo, wrong=wrong)

    def _refused(
        self, of: object, failed: Callable[[], None] | None, again: bool, undoes: bytes, error: CircleError
    ) -> None:
        self.writing.remove(of)
        self._refusals += not again
        if failed is not None:
            failed()
        self.drafts.keep()
        if self._over or not isValid(self):
            self.shell.signals.failed.emit(error)
            return
        self._refusal = self.tr("This could not be written down. Please tell an organizer.")
        if error.code == "day_too_long":
            self._refusal = self.tr("That would be more than 24 hours on one day.")
        if undoes:
            self._refusal = self.tr("It could not be undone. Please tell an organizer.")
        self.tell(self._refusal, undoes, wrong=True, again=again)


def _done(hall: Hall, step: Step) -> None:
    """Lead on from a screen that is done with, unless somebody has gone on from it."""
    if hall.step is step:
        hall.go("first")


def _wait_otherwise(hall: Hall) -> None:
    """Where it is said who waits, say it of those who wait by now, and as they are called since they are known."""
    if hall._waits and hall.sentence.text().endswith(hall._waits) and waits_elsewhere(hall) != hall._waits:
        hall.tell_waiting()


def _who_else(hall: Hall) -> None:
    """Ask for somebody who is not among those who may have come."""
    ask_no_more(hall.came.people)  # the name goes along
    hall.go("guest")
    hall.guest.who_came(hall.came.meetups.chosen, hall.came.people.letters.text().strip())


def _typed_on(hall: Hall, event: QKeyEvent) -> bool:
    """Give a letter that nothing has taken to the field of the screen in view; return whether there is one."""
    if not types(event):
        return False
    hall.step.take_keys()
    field = hall.focusWidget()
    return isinstance(field, QLineEdit) and QCoreApplication.sendEvent(field, event)
