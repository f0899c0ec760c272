"""A form in a pane saves field by field, each to the record whose values stood in it when the edit began.

A name that is looked up, or a verb that waits for its turn, may end only after another record is shown: what was
typed for the one must neither be written to the other nor told beside the other's field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.entities.declare import Field
from learningcircles.errors import CircleError
from learningcircles.intake.plain import folded
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.given import Given
from learningcircles_ui.parts.later import Later
from learningcircles_ui.shell import Shell

Key = tuple[bytes, str]
"""A record and a field of it."""


class Told(Protocol):
    """Who asked for the writing."""

    def wrote(self, key: Key, value: Any, changes: Changes, *, last: bool) -> None:
        """A value is written; it is the `last` one unless the next waits already."""

    def refused(self, key: Key, error: CircleError) -> None:
        """The last value was refused."""


def writing(field: Field, kind: str, id_: bytes, stood: Any, value: Any) -> Callable[[Verbs], Changes]:
    """Return what writes a field's new value.

    Of what is many only the difference to what stood in the field is written: others may have added to it meanwhile.
    """
    name = field.name
    if not field.many:
        return lambda verbs: verbs.records.edit(kind, id_, {name: value})
    before, now = ({folded(str(each)): each for each in held or ()} for held in (stood, value))
    add = {name: [each for known, each in now.items() if known not in before]}
    drop = {name: [each for known, each in before.items() if known not in now]}
    return lambda verbs: verbs.records.edit(kind, id_, add=add, drop=drop)


class Writes:
    """Writes fields of records of one kind. Of one field the next value waits until it is known what became of the one
    before: it goes on from what stands there then, and where that was refused it brings it along.

    `say` is told beside Undo with each.
    """

    def __init__(self, shell: Shell, kind: str, form: Form, told: Told, say: str = "") -> None:
        self._shell, self._kind, self._form, self._told, self._say = shell, kind, form, told, say
        self._next: dict[Key, list[Any]] = {}

    def __len__(self) -> int:
        """Return how many fields are being written."""
        return len(self._next)

    def write(self, id_: bytes, name: str, value: Any) -> None:
        """Write a value, at once or as soon as the one before is."""
        self._form.being_saved(name)
        if (id_, name) in self._next:
            self._next[id_, name] = [value]
            self._form.under_way.pop(name, None)  # what is under way is not what stands there now
        else:
            self._go((id_, name), self._form.stood.get(name), value)

    def _go(self, key: Key, stood: Any, value: Any) -> None:
        self._next[key] = []
        given = self._form.under_way[key[1]] = Given(value)
        self._shell.do(
            given.writes(writing(self._form.edit(key[1]).field, self._kind, key[0], stood, value)),
            say=self._say, then=partial(self._saved, key, value), failed=partial(self._refused, key, stood),
        )  # fmt: skip

    def _saved(self, key: Key, value: Any, changes: Changes) -> None:
        goes_on = self._goes_on(key, value)
        self._told.wrote(key, value, changes, last=not goes_on)

    def _refused(self, key: Key, stood: Any, error: CircleError) -> None:
        if not self._goes_on(key, stood):
            self._told.refused(key, error)

    def _goes_on(self, key: Key, stood: Any) -> bool:
        """Go on with the value that waits, if one does, from what stands there now."""
        waits = self._next.pop(key)
        for value in waits:
            self._go(key, stood, value)
        return bool(waits)


class Edits(QObject):
    """Writes what is edited in a form of records of one kind; what is refused stands beside its field.

    `written`: the last value that was given of a record's field is, whichever record is shown by now.
    """

    written = Signal(bytes, str)

    def __init__(self, shell: Shell, kind: str, form: Form, say: str = "") -> None:
        super().__init__(form)
        self._shell, self._form = shell, form
        self._writes = Writes(shell, kind, form, self, say)
        self.later = Later(shell, form)
        self._of: bytes | None = None
        form.edited.connect(self._save)

    def show(self, id_: bytes, fields: Mapping[str, Any]) -> None:
        """Fill the form with a record; what was typed for another is forgotten."""
        if id_ != self._of:
            self._form.forget()
        self._of = id_
        self._form.show_values(fields)

    def _save(self, name: str, value: object) -> None:
        if self._of is not None:
            self._writes.write(self._of, name, value)

    def wrote(self, key: Key, value: Any, changes: Changes, *, last: bool) -> None:
        """What is written is no draft any more."""
        if key[0] == self._of:
            self._form.saved(key[1], value, last=last)
            self.later.answered(key[1])
        if last:
            self.written.emit(*key)

    def refused(self, key: Key, error: CircleError) -> None:
        """Tell it beside the field, or below where another record is shown by now."""
        if key[0] != self._of:
            self._shell.signals.failed.emit(error)
            return
        self._form.not_saved(key[1], error)
        told = self.later.answered(key[1], error)
        if not (told or self._form.refused(error)):
            self._shell.signals.failed.emit(error)
