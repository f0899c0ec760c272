"""A form in a pane saves field by field, each to the record whose values stood in it when the edit began.

A name that is looked up, or a verb that waits for its turn, may end only after another record is shown: what was
typed for the one must neither be written to the other nor told beside the other's field.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from learningcircles.circle.changes import Changes, Record
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.intake.plain import folded
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.shell import Shell


def writing(form: Form, kind: str, id_: bytes, name: str, value: Any) -> Callable[[Verbs], Changes]:
    """Return what writes a field's new value.

    Of what is many only the difference to what stood in the field is written: others may have added to it meanwhile.
    """
    if not form.edit(name).field.many:
        return lambda verbs: verbs.records.edit(kind, id_, {name: value})
    stood, now = ({folded(str(each)): each for each in held or ()} for held in (form.stood.get(name), value))
    add = {name: [each for known, each in now.items() if known not in stood]}
    drop = {name: [each for known, each in stood.items() if known not in now]}
    return lambda verbs: verbs.records.edit(kind, id_, add=add, drop=drop)


class Edits(QObject):
    """Writes what is edited in a form of records of one kind; what is refused stands beside its field."""

    def __init__(self, shell: Shell, kind: str, form: Form) -> None:
        super().__init__(form)
        self._shell, self._kind, self._form = shell, kind, form
        self._of: bytes | None = None
        form.edited.connect(self._save)

    def show(self, record: Record) -> None:
        """Fill the form with a record; what was typed for another is forgotten."""
        if record.id != self._of:
            self._form.forget()
        self._of = record.id
        self._form.show_values(record.fields)

    def _save(self, field: str, value: object) -> None:
        id_, kind = self._of, self._kind
        if id_ is not None:
            self._shell.do(
                writing(self._form, kind, id_, field, value),
                then=lambda _: self._saved(id_, field),
                failed=partial(self._refused, id_, field),
            )

    def _saved(self, id_: bytes, field: str) -> None:
        if id_ == self._of:
            self._form.saved(field)

    def _refused(self, id_: bytes, field: str, error: CircleError) -> None:
        mine = id_ == self._of
        if mine:
            self._form.not_saved(field, error)
        if not (mine and self._form.refused(error)):
            self._shell.signals.failed.emit(error)
