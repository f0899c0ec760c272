"""Noting what somebody learned, in a breath: who, what, Enter. How, when and how long stand ready and can wait."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.circle.typeahead import learnable
from learningcircles.entities.learning import INFORMAL, LEARNING
from learningcircles.errors import CircleError
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.headings import soft
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.timed_editors import PastDateEditor
from learningcircles_ui.parts.topic_editor import TopicEditor
from learningcircles_ui.shell import Shell

_FIELDS = ("member", "topic", "kind", "minutes", "on")


class LearnedForm(Dialog):
    """`noted` is the record's id once it is written. `member` is known when it was asked for from a person's page."""

    def __init__(self, shell: Shell, parent: QWidget, member: bytes | None = None) -> None:
        super().__init__(self.tr("Note what somebody learned"), self.tr("Note it"), parent)
        self._shell = shell
        self.noted: bytes | None = None
        who, what, on = (LEARNING.field(name) for name in ("member", "topic", "on"))
        assert who is not None and what is not None and on is not None
        self.who, self.what = PickerEditor(who, shell.tasks, self), TopicEditor(what, shell.tasks, self, ends=True)
        editors: dict[str, Editor] = {"member": self.who, "topic": self.what, "on": PastDateEditor(on, self)}
        self.form = Form(LEARNING, _FIELDS, self, editors=editors)
        self.body.addWidget(self.form)
        self.body.addWidget(soft(kinds_explained(), self))
        self.form.show_values({"member": member, "kind": INFORMAL, "on": text.today()})
        self.on_submit = partial(self.form.when_settled, self._note)
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, "learning")
        self.what.entered.connect(self.submit)
        self.who.finished.connect(self._look)
        self._look()
        (self.what if member else self.who).setFocus()
        self.fit()

    def _look(self) -> None:
        """Ask what they are likeliest learning, once it is known who: Down in the empty field shows it."""
        member = self.who.typed()
        if isinstance(member, bytes):
            self._shell.tasks.query(lambda reader: learnable(reader, member), self._told, key=f"learnable {id(self)}")

    def _told(self, topics: list[str]) -> None:
        self.what.usual = topics

    def _note(self) -> None:
        if not self.done_button.isEnabled():
            return  # Enter reaches the field and the dialog both
        fields = self.form.values()
        if fields is None:
            return
        self.done_button.setEnabled(False)
        said = self.tr("Noted: {name} learned {topic}").format(name=self.who.words(), topic=fields["topic"])
        self._shell.do(lambda verbs: _write(verbs, fields), say=said, then=self._done, failed=self._refused)

    def _done(self, answer: tuple[bytes, object]) -> None:
        self.noted = answer[0]
        self.accept()

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def kinds_explained() -> str:
    """Return what the three kinds of learning are, in a sentence each."""
    return QCoreApplication.translate(
        "LearnedForm",
        "Formal: for a certificate that others recognise. Non-formal: organised, as a course or a group is."
        " Informal: in passing, in everyday life. All three count alike.",
    )


def _write(verbs: Verbs, fields: dict[str, Any]) -> tuple[bytes, object]:
    return verbs.learning.note(**fields)
