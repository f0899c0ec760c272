"""Recording an exchange from the keyboard: first letters of two names, a length, what it was about, Enter."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.entities.exchange import SWAP
from learningcircles.errors import CircleError, InvalidValue
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.shell import Shell

_FIELDS = ("provider", "receiver", "minutes", "topic", "on")
_ONE_HOUR = 60


class SwapForm(Dialog):
    """`recorded` is the id once it is written. `giver` is known when it was asked for from a person's page."""

    def __init__(self, shell: Shell, parent: QWidget, giver: bytes | None = None) -> None:
        super().__init__(self.tr("Record an exchange"), self.tr("Record"), parent)
        self._shell = shell
        self.recorded: bytes | None = None
        editors: dict[str, Editor] = {}
        for side in ("provider", "receiver"):
            field = SWAP.field(side)
            assert field is not None
            editors[side] = PickerEditor(field, shell.tasks, self)
        self.form = Form(SWAP, _FIELDS, self, editors=editors)
        self.body.addWidget(self.form)
        self.body.addWidget(
            soft(self.tr("“From” gave their time, “To” received it. 1:30 is an hour and a half."), self)
        )
        self.form.show_values({"provider": giver, "minutes": _ONE_HOUR, "on": text.today()})
        self.on_submit = self._record
        self.dirty = self.form.dirty
        self.form.lines["receiver" if giver else "provider"].editor.setFocus()
        self.fit()

    def _record(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        if text.in_days(fields["on"]) > 0:
            self.form.refused(InvalidValue("to_come", "This day is still to come. Record it afterwards.", field="on"))
            return
        self.done_button.setEnabled(False)
        self._shell.do(
            partial(_add, fields=fields), say=self.tr("Exchange recorded"), then=self._done, failed=self._refused
        )

    def _done(self, answer: tuple[bytes, object]) -> None:
        self.recorded = answer[0]
        self.accept()

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def _add(verbs: Verbs, fields: dict[str, Any]) -> tuple[bytes, object]:
    return verbs.swaps.add(fields)
