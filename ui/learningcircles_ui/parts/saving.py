"""A dialog over a record that is there already saves by itself: each field as soon as its edit ends, as the panes do.

There is nothing to save at the end, so its button is called Done. What is wrong stays beside its field, as a draft;
Undo takes back field by field.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from learningcircles.circle.changes import Record
from learningcircles.errors import CircleError
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import button
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
        self._under_way = 0
        self._ends = self._leaves = self._changed = False
        dialog.done_button.setText(self.tr("Done"))
        dialog.done_button.setAccessibleName(dialog.done_button.text())
        dialog.leave_button.hide()
        if removed and shell.may_write:
            dialog.near(button(self.tr("Remove"), lambda: self._remove(removed), icon_name="trash", kind="danger"))
        dialog.on_submit = partial(form.when_settled, self._finish)
        dialog.leaves_later = self._leaves_later
        dialog.unsaved = self.tr("What you typed is not saved. Once more Escape throws it away.")
        dialog.finished.connect(lambda _: self._tell())
        form.edited.connect(self._save)

    def _save(self, name: str, value: object) -> None:
        kind, id_ = self._record.entity, self._record.id
        self._under_way += 1
        self._shell.do(
            lambda verbs: verbs.records.edit(kind, id_, {name: value}),
            then=lambda _: self._saved(name), failed=self._refused,
        )  # fmt: skip

    def _remove(self, removed: str) -> None:
        kind, id_ = self._record.entity, self._record.id
        self._shell.do(
            lambda verbs: verbs.records.remove(kind, id_),
            say=removed, then=lambda _: self._gone(), failed=self._refused,
        )  # fmt: skip

    def _gone(self) -> None:
        self._changed, self._dialog.dirty = False, lambda: False
        self._dialog.reject()

    def _saved(self, name: str) -> None:
        self._changed = True
        self._under_way -= 1
        self._form.saved(name)
        self._close()

    def _refused(self, error: CircleError) -> None:
        self._under_way -= 1
        self._ends = self._leaves = False
        if not self._form.refused(error):
            self._dialog.refused(error)

    def _finish(self) -> None:
        self._form.end_edits()
        self._ends = True
        self._close()

    def _leaves_later(self) -> bool:
        """What is being saved is no draft: whoever leaves meanwhile is told at the end that it is saved."""
        self._leaves = self._under_way > 0
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
        if self._changed:
            self._shell.signals.said.emit(self._said, True)
