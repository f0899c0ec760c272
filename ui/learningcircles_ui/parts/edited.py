"""One record in a pane: at a glance, or as the form that changes it field by field."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from learningcircles.circle.changes import Record
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.draft_names import draft_of, whose
from learningcircles_ui.parts.drafts import Drafting
from learningcircles_ui.parts.edits import Edits
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, plain, section, soft, title
from learningcircles_ui.parts.layouts import ByWidth, clear, scrolled
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import larger

_EMPTY = 60
"""Pixels at the usual size of text that stay empty at most, for a label that stands with its value or not at all."""


class Glance(ByWidth):
    """What a record says, in lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self._title: QWidget | None = None
        self._corner = 0

    def leave_corner(self, wide: int) -> None:
        """Leave so many pixels free beside the title."""
        self._corner = wide
        if self._title is not None:
            left, right = (wide, 0) if self.isRightToLeft() else (0, wide)
            self._title.setContentsMargins(left, 0, right, 0)

    def nothing(self, hint: str) -> None:
        """Say what to do while there is nothing to show."""
        clear(self._lines)
        self._title = None
        words = soft(hint, self)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lines.addWidget(words, 1)

    def begin(self, name: str, *below: str) -> None:
        """Begin anew with what the record is called, and parts of a line below that; they stay as they are written."""
        clear(self._lines)
        heading = title(name, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self._lines.addWidget(heading)
        self._title = heading
        self.leave_corner(self._corner)
        line = "  ·  ".join(part for part in below if part)
        if line:
            self._lines.addWidget(soft(line, self))

    def put(self, widget: QWidget) -> None:
        """Go on with this."""
        self._lines.addWidget(widget)

    def section(self, label: str, words: str) -> None:
        """Go on with words under a label; with nothing where there are none."""
        if words:
            heading = section(label, self)
            heading.setContentsMargins(0, 9, 0, 1)
            self._lines.addWidget(heading)
            self._lines.addWidget(plain(words, self))

    def ends_within(self, room: int) -> int:
        """Return where so many pixels of it are to end: below a value, and not between it and its label."""
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        held = [each for item in items if item is not None and (each := item.widget()) is not None]
        ends = [each.geometry().bottom() + 1 for each in held if each.property("kind") != "section"]
        last = max((each for each in ends if each <= room), default=room)
        return last if room - last <= larger(_EMPTY) else room

    def end(self) -> None:
        """Leave the rest empty."""
        self._lines.addStretch(1)


class Edited(QStackedWidget):
    """`turn` is the button that turns it; `look` reads the record again when it is turned back.

    `left`: editing is over, the keyboard goes back to the list. `enough`: Escape was pressed where nothing is edited.
    """

    left = Signal()
    enough = Signal()

    def __init__(
        self, shell: Shell, kind: str, made: Callable[[QWidget], Form], look: Callable[[], None], pane: QWidget
    ) -> None:
        """`made` makes the form on the widget that it is given."""
        super().__init__(pane)
        self._shell, self._kind, self._look = shell, kind, look
        self._of: bytes | None = None
        self._begins = False
        self.glance = Glance(self)
        seen = scrolled(self.glance, self, around=pane)  # whose margin has room for the bar
        seen.ends_at(self.glance.ends_within)
        self.addWidget(seen)
        inside = ByWidth(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self.addWidget(scrolled(inside, self, around=pane))
        self.form = form = made(inside)
        column.addWidget(form)
        column.addStretch(1)
        self._edits = Edits(shell, kind, form)
        self.drafting = Drafting(shell, form, column, pane)
        self._edits.later.waits = lambda: not self.turn.isChecked()  # told as kept, and offered on Today
        self._edits.written.connect(lambda id_, field: self.drafting.written(draft_of(kind, id_), field))
        self.turn = button(self.tr("Edit"), icon_name="edit")
        self.turn.setCheckable(True)
        self.turn.toggled.connect(self._turned)
        self.turn.clicked.connect(lambda on: None if on else self._tell_unsaved())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), pane, self._escaped)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def turn_to(self, id_: bytes | None) -> None:
        """Go on to another record, or to none."""
        if id_ != self._of:
            self.turn.setChecked(False)
            self.turn.setEnabled(False)  # until its own values stand in the form
            self._forget()
        self._of = id_

    def _wanted(self) -> set[str]:
        """Return which drafts of what is shown are to be gone on with."""
        draft = draft_of(self._kind, self._of) if self._of is not None else ""
        return {name for name in self._shell.resuming if whose(name) == draft}

    def _forget(self) -> None:
        """Nothing can be gone on with here: what was asked for is not to come later, unasked."""
        self._shell.resuming.difference_update(self._wanted())
        self._begins = False

    def show_record(self, record: Record) -> None:
        """Fill the form; it is opened where it was open when the circle was locked."""
        self._edits.show(record.id, record.fields)
        allow(self.turn, self._shell.may_write, now=not record.deleted)
        if not self.turn.isEnabled():
            self._forget()
        elif self._begins or self._wanted():
            self.begin()

    @property
    def edits(self) -> tuple[str, bytes] | None:
        """The kind and the id of the record that is being edited; None while none is."""
        return (self._kind, self._of) if self.turn.isChecked() and self._of is not None else None

    def begin(self) -> None:
        """Begin to edit, at once or as soon as the record stands in the form."""
        self._begins = not self.turn.isEnabled()
        if self._begins:
            return
        goes_on = self.turn.isChecked()
        self.turn.setChecked(True)
        self.form.focus_first()
        if goes_on:
            self.drafting.resume()

    def leave(self) -> None:
        """Leave editing, as Done does, and give the keyboard back."""
        if self.turn.isChecked():
            self.left.emit()  # first: what is typed is saved when the keyboard leaves its field
            self.turn.setChecked(False)
            self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        """What could not be saved is named once editing is left: it is out of sight now."""
        for label, sentence in self.form.unsaved()[:1]:
            self._shell.drafts.if_all_kept(partial(self._tell_kept, label, sentence))

    def _tell_kept(self, label: str, sentence: str, kept: bool) -> None:
        if kept:
            words = self.tr("{field} was not changed. {sentence} What you typed is kept, and offered on Today.")
        else:
            words = self.tr("{field} was not changed. {sentence} What you typed is kept as soon as there is room.")
        self._shell.signals.said.emit(words.format(field=label, sentence=sentence), b"")

    def _escaped(self) -> None:
        if self.turn.isChecked():
            self.leave()
        else:
            self.enough.emit()

    def _turned(self, editing: bool) -> None:
        self.setCurrentIndex(1 if editing else 0)
        self.turn.setText(self.tr("Done") if editing else self.tr("Edit"))
        if editing and self._of is not None:
            self.form.focus_first()
            self.drafting.begin(draft_of(self._kind, self._of))
            self._edits.later.try_again()
        else:
            self.drafting.leave()
            self._look()
