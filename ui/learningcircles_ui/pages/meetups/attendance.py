"""Who came, from the keyboard, in one field: a few letters, a guest's first name, a number, each ended by Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSpinBox, QWidget

from learningcircles.circle.several_names import more_people
from learningcircles_ui import text
from learningcircles_ui.pages.meetups.attendance_rows import (
    AttendanceModel,
    Evening,
    Presence,
    at_hand,
    people_in,
    read_evening,
)
from learningcircles_ui.pages.meetups.evening_form import EveningForm
from learningcircles_ui.pages.meetups.evening_left import ask, ask_first, hush, leave, name_what_is_lost, waits_in
from learningcircles_ui.pages.meetups.evening_marks import count_of, guest_of, mark_of, more_of, speaks_of
from learningcircles_ui.pages.meetups.evening_notes import EveningNotes
from learningcircles_ui.pages.meetups.evening_several import (
    Said,
    enter_each,
    enter_early,
    guests_in,
    leave_rest,
    make_way,
)
from learningcircles_ui.pages.meetups.evening_undo import EveningUndo
from learningcircles_ui.pages.meetups.guest_meant import may_be_member, not_meant, several_called
from learningcircles_ui.pages.records.lists import offer_at_hand
from learningcircles_ui.pages.records.restore_button import RestoreButton
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.asked import NOBODY
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import COUNT, EVENING, came_to, draft_of
from learningcircles_ui.parts.drafts import Drafting, drafted, spare_by
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.layouts import as_large
from learningcircles_ui.parts.left_asked import left_behind
from learningcircles_ui.parts.literal import seen
from learningcircles_ui.parts.search_field import SearchField
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell

translate = QCoreApplication.translate


class Attendance(Dialog):
    """Every mark is saved at once; there is nothing to confirm at the end."""

    def __init__(self, shell: Shell, meetup: bytes, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Who came?"), self.tr("Done"), parent, width=620)
        self._shell = shell
        self._meetup = meetup
        self.restore = RestoreButton(shell, ("meetup", meetup), self)
        self.model = AttendanceModel(self)
        self.letters = SearchField(self.tr("First letters of a name, a guest’s name, or a number: then Enter"), self)
        self.letters.edit.textChanged.connect(self._narrow)
        self.letters.edit.installEventFilter(self)
        self.table = Table(self.tr("People"), self)
        self.table.setModel(self.model)
        self.table.widths(300, 100, 140)
        self.table.setMinimumHeight(200)  # a sentence below takes its room from the list, and cuts no field
        self.table.installEventFilter(self)
        self.guest, self.count = _fields(self)
        self.guest.installEventFilter(self)
        self.said = Said(self.letters.edit, self.guest)
        self.count.editingFinished.connect(self._count_left)
        self.count.installEventFilter(self)
        self._sum = plain("", self)
        self.undo_redo = EveningUndo(shell, self, self.restore.refused)
        self.addActions([self.undo_redo.undo, self.undo_redo.redo])
        self.notes = EveningNotes(shell, meetup, self.undo_redo, self.restore, self)
        self.notes.noted.connect(self._heard)
        self.left = waits_in(self)
        self.undo_button = button(self.tr("Undo"), self.undo_redo.take_back, icon_name="arrow-back-up", parent=self)
        self.undo_redo.undo.changed.connect(self._name_undo)
        self._lay_out()
        self.notes.unwritten.changed.connect(self._show_count)
        self.drafting = _drafted(self)
        self.notes.typed = partial(_typed, self)
        self.on_submit = self._finish
        self.dirty = lambda: bool(_typed(self)) or self.notes.waits()
        self.leaves_later = partial(_leaves_later, self)
        as_large(self, 680, 620)
        self.letters.setFocus()
        shell.signals.said.connect(self._heard)
        shell.signals.changed.connect(self._read)
        self.finished.connect(self._end)
        for each in (self.guest, self.count):
            allow(each, shell.may_write)
        self._name_undo()
        self._read()

    def _lay_out(self) -> None:
        self.model.modelReset.connect(partial(_make_room, self.table, self.model))
        offer_at_hand(
            self._shell,
            self.table,
            lambda: at_hand(self.model, self.table.wanted_columns(), self._meetup, self._evening),
            keys=True,
        )
        top = QHBoxLayout()
        top.addWidget(self._sum, 1)
        top.addWidget(self.undo_button)
        self.body.addLayout(top)
        self.body.addWidget(self.letters)
        self.body.addWidget(self.left)
        self.body.addWidget(self.notes)
        self.body.addWidget(self.table)
        told = self.tr(
            "In the list: Space came, Minus did not come, Delete takes the mark back. Enter in the empty field ends."
        )
        keys = soft(told, self)
        for each in (keys, self.undo_button):
            each.setVisible(self._shell.may_write)
        self.body.addWidget(keys)
        row = QHBoxLayout()
        row.addWidget(self.guest, 1)
        label = soft(self.tr("People without a name"), self, wrap=False)
        label.setBuddy(self.count)
        row.addWidget(label)
        row.addWidget(self.count)
        self.body.addLayout(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter marks; Space, Minus and Delete mark in the list, and letters lead to the field; Down goes into it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._pressed(watched, event):
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.ignore()  # else the field would take it, and have nothing to undo
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Return whether a key undoes a mark: a field in which somebody is typing undoes its letters first."""
        pressed = QKeySequence(event.keyCombination())
        keys = [*self.undo_redo.undo.shortcuts(), *self.undo_redo.redo.shortcuts()]
        typing = self.letters.edit.text() or self.guest.text() or self.count.value() != self._shown_count
        return pressed in keys and not typing

    def _name_undo(self) -> None:
        """Say what the button would undo; it is quiet where there is nothing."""
        action = self.undo_redo.undo
        self.undo_button.setEnabled(action.isEnabled())
        self.undo_button.setToolTip(seen(action.text()))
        self.undo_button.setAccessibleName(seen(action.text()))

    def _heard(self, words: str) -> None:
        """What an undo says belongs here, not behind the dialog."""
        self._last = self.said.with_others(words)
        self._read()

    def _end(self) -> None:
        """Nobody looks any more: read no further."""
        self.undo_redo.deleteLater()
        self._shell.signals.said.disconnect(self._heard)
        self._shell.signals.changed.disconnect(self._read)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
        if watched is self.guest and enter:
            self._add_guest()
            return True
        if watched is self.letters.edit and enter:
            if not event.isAutoRepeat():  # held down it would mark somebody, and then end
                self._entered()
            return True
        if watched is self.letters.edit and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
            return True
        if watched is self.letters.edit and event.key() == Qt.Key.Key_Escape and _is_somebody_new(self):
            self.reject()  # a search is cleared by it, and this is none
            return True
        return watched is self.table and _pressed_in_list(self, event)

    def _narrow(self, letters: str) -> None:
        asked, (self._asked, anew) = self._asked, self._asked.typed(letters)
        behind = "" if self._used else left_behind(asked, letters, anew)
        self._walked = self._used = False
        leave(self, behind)
        if not letters and (asked is not self._asked or self.letters.edit.isModified()):
            hush(self)
        if anew is not None:
            self.letters.edit.setText(anew)  # which leads here again
            return
        self.model.narrow(letters)
        if letters.strip():
            self.table.go_to(self.model.marks)

    def _walk(self, step: int) -> None:
        """Go through those who may be meant, without leaving the field."""
        row = self.table.currentIndex().row()
        begin = 0 if not self._walked and not self.letters.text() else row + step
        self._walked = True
        self.table.go_to(min(max(begin, 0), self.model.rowCount() - 1))

    def _entered(self) -> None:
        """Whoever stands marked came; Enter with nothing typed and nobody chosen is the end of it."""
        row = self.table.currentIndex().row()
        if not self._known:
            self._early = [*self._early, self.letters.edit.text()]
            self.letters.edit.setText("")  # for the next name
        elif not (self.letters.text() or self._walked):
            self._finish()
        elif len(self.model.parts) > 1 and not self._walked:
            enter_each(self, self.model.parts)
        elif row < 0 and self.letters.text().strip():
            ask(self)
        elif 0 <= row < len(self.model.rows):
            self.mark(self.model.rows[row], "attended")
            leave_rest(self)
            self._walked = False

    def mark(self, person: Presence, state: str) -> None:
        """Note that a person came or did not; an empty state takes the mark back. Who may only look looks."""
        if not self._shell.may_write:
            return
        if person.new and state == "attended":
            self._add(person)
            return
        if person.new:  # else a key for those who did not come would note that they did
            self._heard(mark_of(self._meetup, person, "").said if person.new == "guest" else "")
            return
        if state == person.state == "attended" and self.notes.stands(person.id):
            self._heard(self.tr("{name} is here already.").format(name=person.name))
            return
        self.notes.write(mark_of(self._meetup, person, state))

    def _add(self, new: Presence) -> None:
        if new.new == "count":
            self._note_count(int(new.name))
        elif new.new == "more":
            self.notes.write(more_of(self._meetup, int(new.name)))
        else:
            self.notes.write(guest_of(self._meetup, self.model.letters, not_meant(self.model.rows)))

    def _add_guest(self) -> None:
        """Note the guests whose names stand in the field for one; a number means there what it means above."""
        names = guests_in(self)
        for name in names:
            people, more = people_in(name), more_people(name)
            if people is not None:
                self._note_count(people)
            elif more is not None:
                self.notes.write(more_of(self._meetup, more))
            else:
                everybody = self._evening.people
                several = several_called(everybody, name)
                self.notes.write(guest_of(self._meetup, name, may_be_member(everybody, name), several=several))

    def _finish(self) -> None:
        """Whoever wrote a name and went to the end meant that person, too: it ends once all are noted.

        Where several may be meant it stays, and asks.
        """
        if not self._known:
            self._early = [*self._early, *filter(None, [self.letters.text()]), ""]
            self.letters.edit.setText("")
            return
        if _left(self):
            marked = self._walked or 0 <= self.model.marks == self.table.currentIndex().row()
            if marked or len(self.model.parts) > 1:
                self._entered()
            else:
                self.wrong(text.sentence(self.model.may_be()))
            if _left(self):
                return
        self._add_guest()
        if self.guest.text():
            self.wrong(self._last)
            return
        self._count_left()
        if not ask_first(self):
            self.notes.finish()

    def _count_left(self) -> None:
        """Somebody leaves the field, or ends it all from there; what was shown there is not meant anew by that."""
        self.count.interpretText()
        if self.count.value() != self._shown_count:
            self._shown_count = self.count.value()
            self._note_count(self._shown_count)

    def _note_count(self, people: int) -> None:
        if people != self._evening.headcount or not self.notes.stands(COUNT):
            self.notes.write(count_of(self._meetup, people))

    def _show_count(self) -> None:
        """Show what is noted, or is to be: one who types there is not disturbed."""
        if not self.count.hasFocus():
            waiting = self.notes.waiting(COUNT)
            self._shown_count = self._evening.headcount if waiting is None else int(waiting.kept[1])
            self.count.setValue(self._shown_count)

    def _read(self) -> None:
        meetup = self._meetup
        self._shell.tasks.query(
            lambda reader: read_evening(reader, meetup), self._show, self.restore.refused, key="evening"
        )

    def _show(self, evening: Evening) -> None:
        self._evening, self._known = evening, True
        self.restore.is_here()
        chosen = self.table.current_id()
        self.model.show_people(evening.people)
        self.table.setColumnHidden(1, not any(person.answer for person in evening.people))
        row = self.model.row_of(chosen)
        if row is not None:
            self.table.go_to(row)
        elif self.letters.text().strip():
            self.table.go_to(self.model.marks)
        self._show_count()
        total = self.model.came() + evening.headcount
        words = self.tr("%n came to {title}.", "", total).format(title=evening.title)
        told = words if total else self.tr("{title}: nobody noted yet.").format(title=evening.title)
        self._sum.setText(f"{told} {self._last}".strip())
        if self._early:
            early, self._early = self._early, ()
            enter_early(self, early)

    _evening = Evening("", [], 0)
    _last = ""
    _asked = NOBODY
    """The letters by which several may be meant, as was said just now."""
    _question = ""
    """What was asked about them last."""
    _shown_count = 0
    _walked = False
    _known = False
    _early: Sequence[str] = ()
    """What Enter ended before it was known who may be meant; empty where that was the end of it all."""
    _used = False
    """Somebody was marked in the list whom the typed letters have found: nobody else is meant by them."""


def _fields(dialog: QWidget) -> tuple[QLineEdit, QSpinBox]:
    """The field for a guest, and the one for how many came without a name."""
    guest, count = QLineEdit(dialog), QSpinBox(dialog)
    guest.setAccessibleName(translate("Attendance", "First name of a guest"))
    guest.setPlaceholderText(translate("Attendance", "First name of a guest, then Enter"))
    count.setRange(0, 100_000)
    count.setAccessibleName(translate("Attendance", "People without a name"))
    count.lineEdit().setTextMargins(9, 0, 9, 0)  # the style sheet's padding does not reach into it
    guest.setFixedHeight(count.sizeHint().height())
    return guest, count


def _drafted(evening: Attendance) -> Drafting:
    """Keep what is typed and waits."""
    fields = evening.letters.edit, partial(_left, evening), evening.guest, evening.count
    begun = EveningForm(*fields, lambda: evening._shown_count, evening.notes, evening.left, evening)
    begun.called = evening.model.called
    made = drafted(evening._shell, evening, begun, draft_of(EVENING, evening._meetup))
    spare_by(made, begun.drop_erased)
    made.called = lambda: came_to(evening._evening.title)
    return made


def _pressed_in_list(evening: Attendance, event: QKeyEvent) -> bool:
    """Mark by a key that begins no name; every other sign begins one, in the field, and never walks or marks here."""
    states = {Qt.Key.Key_Space: "attended", Qt.Key.Key_Minus: "no_show", Qt.Key.Key_Delete: ""}
    row = evening.table.currentIndex().row()
    if Qt.Key(event.key()) in states:
        if not evening._known and evening.letters.text() and event.key() == Qt.Key.Key_Space:
            evening._entered()  # until it is read, the letters of a member look as a guest's
        elif evening._known and 0 <= row < len(evening.model.rows) and not event.isAutoRepeat():
            person, state = evening.model.rows[row], states[Qt.Key(event.key())]
            evening.mark(person, state)
            if speaks_of(person, state):
                _letters_used(evening)
        return True
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    if held or not event.text().strip() or not event.text().isprintable():
        return False
    evening.letters.setFocus()
    make_way(evening, _is_somebody_new(evening))
    QCoreApplication.sendEvent(evening.letters.edit, event)
    return True


def _letters_used(evening: Attendance) -> None:
    """Somebody was marked in the list: of several whom the letters name the others are left."""
    if len(evening.model.parts) > 1:
        leave_rest(evening)
    else:
        evening._used = True


def _left(evening: Attendance) -> str:
    """Return what stands in the first field and has marked nobody; who may only look looks by it."""
    return evening.letters.text() if evening._shell.may_write and not evening._used else ""


def _is_somebody_new(evening: Attendance) -> bool:
    """Return whether the first field holds a guest in the making, or a number, and no search."""
    return bool(_left(evening)) and any(row.new for row in evening.model.rows)


def _typed(evening: Attendance) -> str:
    """Return what is typed and written nowhere."""
    names = (*evening.left.names, *evening._early, _left(evening), evening.guest.text())
    return text.listed([each.strip() for each in names if each.strip()])


def _leaves_later(evening: Attendance) -> bool:
    """Return whether a dialog is left only once something is written: a number that is still being typed, too.

    Once it is gone nobody could be told by name that it was refused.
    """
    evening._count_left()
    waits = evening.notes.leaves_later()
    name_what_is_lost(evening, _typed(evening))
    return waits


def _make_room(table: Table, model: AttendanceModel) -> None:
    """Make the rows higher in which a second line tells two of one name apart, and no others."""
    usual = table.verticalHeader().defaultSectionSize()
    for row, person in enumerate(model.rows):
        if person.aside:
            table.resizeRowToContents(row)
        elif table.rowHeight(row) != usual:  # whoever stood there before had two lines
            table.setRowHeight(row, usual)
