"""The pane beside the learning records: one of them at a glance; Edit turns it into a form that saves by itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from learningcircles.entities.learning import LEARNING
from learningcircles_ui import text
from learningcircles_ui.pages.history import HistoryDialog
from learningcircles_ui.pages.learning_rows import LearnedRow, read_learned
from learningcircles_ui.parts.draft_names import draft_of
from learningcircles_ui.parts.drafts import Drafting
from learningcircles_ui.parts.editors import Editor, shown
from learningcircles_ui.parts.edits import Edits
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, evenly, plain, section, soft, title
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.layouts import ByWidth, Pane, clear, scrolled
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.pills import Pill
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S

_FIELDS = ("member", "topic", "kind", "on", "minutes", "field", "place", "with_whom", "notes")
_LINES = ("field", "place", "with_whom", "notes")


class LearningPane(Pane):
    """`removed` asks to remove the record shown."""

    removed = Signal(object)
    left = Signal()

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details"))
        self.shell = shell
        self.row: LearnedRow | None = None
        self._id: bytes | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 18, 18, 18)
        outer.setSpacing(GAP_S)
        self._glance = ByWidth(self)
        self._lines = QVBoxLayout(self._glance)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(3)
        self.form = self._made_form()
        self._edits = Edits(shell, "learning", self.form)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(scrolled(self._glance, self))
        inside = ByWidth(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addStretch(1)
        self._stack.addWidget(scrolled(inside, self))
        self.drafting = Drafting(shell, self.form, column, self)
        outer.addWidget(self._stack, 1)
        self._foot(outer)
        self.show_record(None)

    def show_record(self, id_: bytes | None) -> None:
        """Show a learning record, or nothing."""
        if id_ != self._id:
            self._edit.setChecked(False)
            self.form.forget()
        self._id = id_
        self.look()

    def look(self) -> None:
        """Read the record shown again."""
        wanted = self._id
        if wanted is None:
            self._show(None)
        else:
            self.shell.tasks.query(lambda reader: read_learned(reader, wanted), self._show, key="learned")

    def edit(self) -> None:
        """Begin to edit the record shown."""
        if self.row is not None and self._edit.isEnabled():
            self._edit.setChecked(True)
            self.form.focus_first()

    def stop_editing(self) -> None:
        """Leave editing, as Done does, and give the keyboard back."""
        if self._edit.isChecked():
            self.left.emit()  # first: what is typed is saved when the keyboard leaves its field
            self._edit.setChecked(False)

    def _made_form(self) -> Form:
        who, what = LEARNING.field("member"), LEARNING.field("topic")
        assert who is not None and what is not None
        editors: dict[str, Editor] = {
            "member": PickerEditor(who, self.shell.tasks, self), "topic": TopicEditor(what, self.shell.tasks, self),
        }  # fmt: skip
        return Form(LEARNING, _FIELDS, self, editors=editors)

    def _foot(self, outer: QVBoxLayout) -> None:
        self._edit = button(self.tr("Edit"), icon_name="edit")
        self._edit.setCheckable(True)
        self._edit.toggled.connect(self._turn)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.stop_editing)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._more = button(self.tr("More"), icon_name="dots")
        menu = QMenu(self)
        menu.addAction(icon("user"), self.tr("Show the person"), self._person)
        menu.addAction(icon("history"), self.tr("History…"), self._history)
        menu.addSeparator()
        self._remove = menu.addAction(icon("trash", "danger"), self.tr("Remove"), lambda: self.removed.emit(self._id))
        self._more.setMenu(menu)
        self._restore = button(self.tr("Restore"), self._bring_back, icon_name="restore", kind="main")
        self._buttons = evenly(self._edit, self._more, self._restore, parent=self)
        self._buttons.setContentsMargins(0, GAP_S, 0, 0)
        outer.addWidget(self._buttons)

    def offer(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the record shown."""
        gone = self.row is not None and self.row.record.deleted
        called = ("restore", self._restore.text(), self._bring_back) if gone else ("edit", self.tr("Edit"), self.edit)
        menu.addAction(icon(called[0]), called[1], called[2]).setEnabled(self.shell.may_write)
        menu.addSeparator()
        menu.addActions(self._more.menu().actions())

    def _show(self, row: LearnedRow | None) -> None:
        if row is not None and row.record.id != self._id:
            return
        self.row = row
        self._buttons.setVisible(row is not None)
        clear(self._lines)
        if row is None:
            hint = soft(self.tr("Choose what somebody learned to see its details."), self)
            hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._lines.addWidget(hint, 1)
            return
        gone = row.record.deleted
        for each, seen in ((self._edit, not gone), (self._restore, gone)):
            each.setVisible(seen)
            each.setEnabled(self.shell.may_write)
        self._remove.setEnabled(self.shell.may_write and not gone)
        self._edits.show(row.record)
        self._fill(row)
        if not gone and draft_of("learning", row.record.id) in self.shell.resuming:
            self.edit()  # it was being changed when the circle was locked

    def _fill(self, row: LearnedRow) -> None:
        record = row.record
        name = title(str(record.get("topic", "")), self._glance)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setWordWrap(True)
        self._lines.addWidget(name)
        when = "  ·  ".join(part for part in (text.day(record["on"]), text.length(record["minutes"])) if part)
        self._lines.addWidget(soft("  ·  ".join(part for part in (row.who, when) if part), self))
        words = self.tr("Removed") if record.deleted else text.choice_label(LEARNING.field("kind"), record["kind"])
        if words:
            self._lines.addWidget(Pill(words, "bad" if record.deleted else "info", self))
        for each in _LINES:
            field = LEARNING.field(each)
            assert field is not None
            self._section(text.field_label(field), shown(field, record[each]))
        self._lines.addStretch(1)

    def _section(self, label: str, words: str) -> None:
        if words:
            heading = section(label, self._glance)
            heading.setContentsMargins(0, 9, 0, 1)
            self._lines.addWidget(heading)
            self._lines.addWidget(plain(words, self._glance))

    def _turn(self, editing: bool) -> None:
        self._stack.setCurrentIndex(1 if editing else 0)
        self._edit.setText(self.tr("Done") if editing else self.tr("Edit"))
        if editing and self._id is not None:
            self.form.focus_first()
            self.drafting.begin(draft_of("learning", self._id))
        else:
            self.drafting.leave()
            self.look()

    def _person(self) -> None:
        if self.row is not None and self.row.record["member"]:
            self.shell.signals.asked.emit("member", self.row.record["member"])

    def _history(self) -> None:
        if self.row is not None and self._id is not None:
            HistoryDialog(self.shell, "learning", self._id, str(self.row.record.get("topic", "")), self).open()

    def _bring_back(self) -> None:
        id_ = self._id
        if id_ is not None and self.row is not None:
            said = self.tr("{topic} is back").format(topic=self.row.record.get("topic", ""))
            self.shell.do(lambda verbs: verbs.records.restore("learning", id_), say=said)
