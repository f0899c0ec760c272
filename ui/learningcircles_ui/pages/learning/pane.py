"""The pane beside the learning records: one of them at a glance; Edit turns it into a form that saves by itself."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from learningcircles.entities.learning import LEARNING
from learningcircles_ui import text
from learningcircles_ui.pages.learning.rows import LearnedRow, read_learned
from learningcircles_ui.pages.records.record_pane import RecordPane
from learningcircles_ui.parts.allowed import allow
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, evenly
from learningcircles_ui.parts.held_menu import HeldMenu
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.pills import Pill
from learningcircles_ui.parts.shown import shown
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP_S

_FIELDS = ("member", "topic", "kind", "on", "minutes", "field", "place", "with_whom", "notes")
_LINES = ("field", "place", "with_whom", "notes")


class LearningPane(RecordPane[LearnedRow]):
    """What somebody learned."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, "learning", read_learned, parent)
        self._foot(self.column)
        self.show_record(None)

    def show_record(self, id_: bytes | None) -> None:
        """Show a learning record, or nothing."""
        self._menu.of(id_)
        super().show_record(id_)

    def made_form(self, parent: QWidget) -> Form:
        """Return the form that changes it."""
        who, what = LEARNING.field("member"), LEARNING.field("topic")
        assert who is not None and what is not None
        editors: dict[str, Editor] = {
            "member": PickerEditor(who, self.shell.tasks, self), "topic": TopicEditor(what, self.shell.tasks, self),
        }  # fmt: skip
        return Form(LEARNING, _FIELDS, parent, editors=editors)

    def _foot(self, outer: QVBoxLayout) -> None:
        self._more = button(self.tr("More"), icon_name="dots")
        self._menu = menu = HeldMenu(self)
        menu.add("user", self.tr("Show the person"), partial(self._with, self._person))
        history = menu.add("history", self.tr("History…"), partial(self._with, self._history))
        menu.addSeparator()
        self._remove = menu.add("trash", self.tr("Remove"), self.removed.emit, "danger")
        self.shared = [history, self._remove]
        """What is found of the record that is chosen, also while these details are put away."""
        self._more.setMenu(menu)
        back = partial(self._of_shown, partial(self._with, self._bring_back))
        self._restore = button(self.tr("Restore"), back, icon_name="restore", kind="main")
        self._buttons = evenly(self._edit, self._more, self._restore, parent=self)
        self._buttons.setContentsMargins(0, GAP_S, 0, 0)
        outer.addWidget(self._buttons)

    def offer(self, menu: QMenu) -> None:
        """Add to a menu what can be done with the record shown."""
        id_ = self._id
        if id_ is not None and self.shown is not None and self.shown.record.id == id_ and self.shown.record.deleted:
            back = partial(self._with, self._bring_back, id_)
            offered = menu.addAction(icon("restore"), self._restore.text(), back)
        else:
            offered = menu.addAction(icon("edit"), self.tr("Edit"), partial(self.edit, id_))
        allow(offered, self.shell.may_write)
        menu.addSeparator()
        self._menu.offer_in(menu)

    def show_read(self, row: LearnedRow | None) -> None:
        """Show what was read, or what to do where nothing is chosen."""
        self._buttons.setVisible(row is not None)
        if row is None:
            self._stack.glance.nothing(self.tr("Choose what somebody learned to see its details."))
            return
        gone = row.record.deleted
        for each, seen in ((self._edit, not gone), (self._restore, gone)):
            each.setVisible(seen)
            allow(each, self.shell.may_write)
        allow(self._remove, self.shell.may_write, now=not gone)
        self._fill(row)

    def _fill(self, row: LearnedRow) -> None:
        record, glance = row.record, self._stack.glance
        glance.begin(str(record.get("topic", "")), row.who, text.day(record["on"]), text.length(record["minutes"]))
        words = self.tr("Removed") if record.deleted else text.choice_label(LEARNING.field("kind"), record["kind"])
        if words:
            glance.put(Pill(words, "bad" if record.deleted else "info", self))
        for each in _LINES:
            field = LEARNING.field(each)
            assert field is not None
            glance.section(text.field_label(field), shown(field, record[each]))
        glance.end()

    def _person(self, row: LearnedRow) -> None:
        if row.record["member"]:
            self.shell.signals.asked.emit("member", row.record["member"])

    def _history(self, row: LearnedRow) -> None:
        self.open_history(row, row.record.get("topic", ""))

    def _bring_back(self, row: LearnedRow) -> None:
        id_, said = row.record.id, self.tr("{topic} is back").format(topic=row.record.get("topic", ""))
        self.shell.do(lambda verbs: verbs.records.restore("learning", id_), say=said)
