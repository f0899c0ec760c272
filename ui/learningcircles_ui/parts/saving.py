"""A dialog over a record that is there already saves by itself: each field as soon as its edit ends, as the panes do.

There is nothing to save at the end, so its button is called Done, and there is nothing to cancel: the dialog says so,
and Undo, on a button and on its key, takes back field by field. What is wrong stays beside its field, as a draft.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.undo import Undone
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.menus import UNDONE_SINCE
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.edits import Key, Writes
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button, soft
from learningcircles_ui.parts.later import Later
from learningcircles_ui.shell import Shell


class Saving(QObject):
    """Takes over a dialog's buttons. `said` is told once at the end, if anything was changed.

    `removed`: what is told once the record is removed; a button offers it where something is to be told.
    """

    def __init__(
        self, shell: Shell, dialog: Dialog, form: Form, record: Record, said: str, *, removed: str = ""
    ) -> None:  # fmt: skip
        super().__init__(dialog)
        self._shell, self._dialog, self._form, self._record, self._said = shell, dialog, form, record, said
        self._writes = Writes(shell, record.entity, form, self)
        self._later = Later(shell, form)
        self._taking_back = False
        self._ends = self._leaves = self._takes_back = False
        self._kept: list[tuple[str, bytes]] = []
        """What was saved here, the latest last: a field, and the action."""
        dialog.done_button.setText(self.tr("Done"))
        dialog.done_button.setAccessibleName(dialog.done_button.text())
        dialog.leave_button.hide()
        self.undo = button(self.tr("Undo"), self.take_back, icon_name="arrow-back-up", parent=dialog)
        self.undo.setEnabled(False)
        self.undo.setVisible(shell.may_write)
        if shell.may_write:
            dialog.body.insertWidget(0, soft(self.tr("Every change is kept at once."), dialog))
        if removed and shell.may_write:
            dialog.near(button(self.tr("Remove"), lambda: self._remove(removed), icon_name="trash", kind="danger"))
        dialog.near(self.undo)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), dialog, self.take_back)
        for line in form.lines.values():
            for stop in line.editor.stops():
                stop.installEventFilter(self)
        dialog.on_submit = partial(form.when_settled, self._finish)
        dialog.leaves_later = self._leaves_later
        dialog.finished.connect(lambda _: self._tell())
        form.edited.connect(self._save)

    @property
    def _under_way(self) -> bool:
        return self._taking_back or len(self._writes) > 0

    def _save(self, name: str, value: object) -> None:
        self._writes.write(self._record.id, name, value)

    def take_back(self) -> None:
        """Take back what was saved here last; what is being saved counts."""
        if self._under_way:
            self._takes_back = True
        elif self._kept:
            name, action = self._kept.pop()
            self._taking_back = True
            self._shell.do(
                partial(_taken_back, record=self._record, action=action),
                then=partial(self._show_again, name), failed=partial(self._not_taken_back, name, action),
            )  # fmt: skip
            self._name_undo()

    def _show_again(self, name: str, answer: tuple[Changes, Undone, Record]) -> None:
        """Show what stands there again, and where."""
        _, undone, record = answer
        self._taking_back = False
        self._form.show_values(record.fields)
        self._form.edit(name).setFocus()
        self._shell.signals.said.emit(text.undone(undone), b"")
        self._close()

    def _name_undo(self) -> None:
        """Say what the button would take back; it is quiet where there is nothing."""
        self.undo.setEnabled(bool(self._kept))
        field = self._form.edit(self._kept[-1][0]).field if self._kept else None
        named = self.tr("Undo: {label}").format(label=text.field_label(field)) if field is not None else ""
        self.undo.setToolTip(named)
        self.undo.setAccessibleName(named or self.undo.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field undoes its own letters first; where it has none to undo, the key is the dialog's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            typed = isinstance(watched, QLineEdit) and watched.isUndoAvailable()
            typed |= isinstance(watched, QPlainTextEdit) and watched.document().isUndoAvailable()
            if event.matches(QKeySequence.StandardKey.Undo) and not typed:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _remove(self, removed: str) -> None:
        kind, id_ = self._record.entity, self._record.id
        self._shell.do(
            lambda verbs: verbs.records.remove(kind, id_),
            say=removed, then=lambda _: self._gone(), failed=self._refused,
        )  # fmt: skip

    def _gone(self) -> None:
        self._kept, self._dialog.dirty = [], lambda: False
        self._dialog.reject()

    def wrote(self, key: Key, value: Any, changes: Changes, *, last: bool) -> None:
        """What is written is no draft any more, and can be taken back."""
        if changes:
            self._kept.append((key[1], changes.action))
        self._form.saved(key[1], value, last=last)
        if self._later.answered(key[1]):
            self._dialog.wrong("")  # that it could not be saved
        self._name_undo()
        if self._takes_back and not self._under_way:
            self._takes_back = False
            self.take_back()
        self._close()

    def refused(self, key: Key, error: CircleError) -> None:
        """Tell it beside the field; nothing ends by itself any more."""
        self._form.not_saved(key[1], error)
        if not self._later.answered(key[1], error):
            self._refused(error)

    def _not_taken_back(self, name: str, action: bytes, error: CircleError) -> None:
        self._taking_back = False
        if error.code not in UNDONE_SINCE:
            self._kept.append((name, action))
            self._name_undo()
        self._refused(error)

    def _refused(self, error: CircleError) -> None:
        self._ends = self._leaves = self._takes_back = False
        if not self._form.refused(error):
            self._dialog.refused(error)

    def _finish(self) -> None:
        self._form.end_edits()
        self._ends = True
        self._close()

    def _leaves_later(self) -> bool:
        """What is being saved is no draft: whoever leaves meanwhile is told at the end that it is saved."""
        self._leaves = self._under_way
        return self._leaves

    def _close(self) -> None:
        if self._under_way or not (self._ends or self._leaves):
            return
        if self._leaves:
            self._dialog.reject()
            return
        if self._form.values() is None:  # what is wrong has the focus now
            self._ends = False
            return
        self._dialog.accept()

    def _tell(self) -> None:
        if self._kept:
            self._shell.signals.said.emit(self._said, self._kept[-1][1])


def _taken_back(verbs: Verbs, record: Record, action: bytes) -> tuple[Changes, Undone, Record]:
    undone = verbs.undo.undo_action(action)
    return undone.changes, undone, verbs.reader.get(record.entity, record.id)
