"""Recording an exchange from the keyboard: first letters of two names, a length, what it was about, Enter.

Ctrl+E zo⏎ pi⏎ ⏎ records an hour; a length and a topic are two or three keys more, each ended with Tab. What these two
usually exchange stands there already, and is proposed first among the topics.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.circle.swaps import with_oneself
from learningcircles.circle.typeahead import Usual, usual
from learningcircles.entities.exchange import SWAP
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.timed_editors import LengthEditor, PastDateEditor
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.shell import Shell

_FIELDS = ("provider", "receiver", "minutes", "topic", "on")
_ONE_HOUR, _EXAMPLE = 60, 90


class SwapForm(Dialog):
    """`recorded` is the id once it is written.

    `giver` is known when it was asked for from a person's page; `again` is an exchange to repeat today.
    """

    def __init__(self, shell: Shell, parent: QWidget, giver: bytes | None = None, again: Record | None = None) -> None:
        super().__init__(self.tr("Record an exchange"), self.tr("Record"), parent)
        self._shell = shell
        self.recorded: bytes | None = None
        self.giver, self.taker = (self._picker(side) for side in ("provider", "receiver"))
        self.taker.leave_out = lambda: _chosen(self.giver)
        self.giver.leave_out = lambda: _chosen(self.taker)
        self.taker.refusal = with_oneself
        self.giver.refusal = with_oneself
        length, what, on = (SWAP.field(name) for name in ("minutes", "topic", "on"))
        assert length is not None and what is not None and on is not None
        long = LengthEditor(length, self)  # made in the order of the form, as Tab goes
        self.what = TopicEditor(what, shell.tasks, self, ends=True)
        self.what.entered.connect(self.submit)
        editors: dict[str, Editor] = {
            "provider": self.giver,
            "receiver": self.taker,
            "minutes": long,
            "topic": self.what,
            "on": PastDateEditor(on, self),
        }
        self.form = Form(SWAP, _FIELDS, self, editors=editors)
        self.body.addWidget(self.form)
        told = self.tr("“From” gave their time, “To” received it. {example} is an hour and a half.")
        self.body.addWidget(soft(told.format(example=text.hours(_EXAMPLE)), self))
        self._length = self._line("minutes")
        self._looking = self._waits = False
        self._put: object = _ONE_HOUR
        """What the program itself has put into the length: only that gives way."""
        self._repeats = again is not None
        begun = {"provider": giver, "minutes": _ONE_HOUR} if again is None else dict(again.fields)
        self.form.show_values({**begun, "on": text.today()})
        self.on_submit = partial(self.form.when_settled, self._record)
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, "swap")
        first = "minutes" if again else "receiver" if giver else "provider"
        self.form.lines[first].editor.setFocus()
        self._length.selectAll()
        self._look()
        self.fit()

    def _picker(self, side: str) -> PickerEditor:
        field = SWAP.field(side)
        assert field is not None
        made = PickerEditor(field, self._shell.tasks, self)
        made.finished.connect(self._look)
        return made

    def _line(self, name: str) -> QLineEdit:
        control = self.form.edit(name).control
        assert isinstance(control, QLineEdit)
        return control

    def _look(self) -> None:
        """Ask what these two usually exchange, once both are known."""
        giver, taker = _chosen(self.giver), _chosen(self.taker)
        if giver is None or taker is None:
            return
        self._looking = True
        both = (giver, taker)
        key = f"usual {id(self)}"
        self._shell.tasks.query(lambda reader: usual(reader, *both), self._told, self._not_told, key=key)

    def _told(self, found: Usual) -> None:
        self.what.usual = found.topics
        own = self.form.edit("minutes").typed() == self._put
        if found.minutes is not None and not self._repeats and own:
            self._put = found.minutes
            self.form.edit("minutes").show_value(found.minutes)
            if self._length.hasFocus():
                self._length.selectAll()
        self._goes_on()

    def _not_told(self, error: CircleError) -> None:
        self._shell.signals.failed.emit(error)
        self._goes_on()

    def _goes_on(self) -> None:
        waited, self._looking, self._waits = self._waits, False, False
        if waited:
            self._record()

    def _record(self) -> None:
        if not self.done_button.isEnabled():
            return
        if self._looking:
            self._waits = True  # whoever is faster than the answer gets the same length as who waits for it
            return
        fields = self.form.values()
        if fields is None:
            return
        self.done_button.setEnabled(False)
        said = self.tr("Recorded: {provider} gave {receiver} {hours}").format(
            provider=self.giver.words(), receiver=self.taker.words(), hours=text.hours(fields["minutes"])
        )
        self._shell.do(partial(_add, fields=fields), say=said, then=self._done, failed=self._refused)

    def _done(self, answer: tuple[bytes, object]) -> None:
        self.recorded = swap = answer[0]
        signals = self._shell.signals
        signals.also.emit(self.tr("Same again"), lambda: signals.asked.emit("exchanges", ("again", swap)))
        self.accept()

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def latest(reader: Reader) -> Record | None:
    """Return the exchange that was recorded last on this laptop, or came in last."""
    return next(iter(reader.list("swap", descending=True, limit=1)), None)


def _chosen(picker: PickerEditor) -> bytes | None:
    typed = picker.typed()
    return typed if isinstance(typed, bytes) else None


def _add(verbs: Verbs, fields: dict[str, Any]) -> tuple[bytes, object]:
    return verbs.swaps.add(fields)
