"""Writing down an offer or a request, and changing one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.reach_editor import ReachEditor
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.parts.timed_editors import LastDayEditor
from learningcircles_ui.parts.topic_editor import topics_of
from learningcircles_ui.shell import Shell

_FIELDS = ("member", "title", "topic", "field", "languages", "notes", "expires", "reach")


class ListingForm(Dialog):
    """For `entity` "offer" or "request"; `record` is what is changed, or None for a new one."""

    def __init__(self, shell: Shell, parent: QWidget, entity: str, record: Record | None = None) -> None:
        title = self._title(entity, record is None)
        super().__init__(title, title, parent)
        self._shell, self._entity = shell, entity
        kind = declared(entity)
        member, reach, until = kind.field("member"), kind.field("reach"), kind.field("expires")
        assert member is not None and reach is not None and until is not None
        editors: dict[str, Editor] = {
            "member": PickerEditor(member, shell.tasks, self),
            "reach": ReachEditor(reach, self),
            "expires": LastDayEditor(until, self),
            "topic": topics_of(kind.field("topic"), shell.tasks, self),
        }
        names = _FIELDS if record is None else (*_FIELDS, "state")
        self.form = Form(kind, names, self, editors=editors)
        self.body.addWidget(self.form)
        self.form.show_values(record.fields if record else {})
        self.on_submit = partial(self.form.when_settled, self._save)
        if record is not None:
            title = str(record.get("title", ""))
            said, removed = self.tr("{title} is saved").format(title=title), self.tr("{title} removed")
            Saving(shell, self, self.form, record, said, removed=removed.format(title=title))
        self._whose, self._topic = editors["member"], editors["topic"]
        for each, says in ((self._whose, self._say_whose), (self._topic, self._say_topic)):
            line = each.control
            assert isinstance(line, QLineEdit)
            line.textChanged.connect(lambda _, says=says: says())
            says()
        self.added: bytes | None = None
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, entity if record is None else draft_of(entity, record.id))
        self.form.focus_first()
        self.fit()

    def _say_whose(self) -> None:
        """Nobody has to be named: a circle itself may offer something, and look for it."""
        named = self._whose.typed()
        self.form.lines["member"].note("" if named else self.tr("Left empty, it is the circle’s own."))

    def _say_topic(self) -> None:
        """Whoever finds the title among the topics of Learning has been told why."""
        self.form.lines["topic"].note("" if self._topic.typed() else self.tr("Left empty, the title stands for it."))

    def _title(self, entity: str, new: bool) -> str:
        if entity == "offer":
            return self.tr("Add an offer") if new else self.tr("Change an offer")
        return self.tr("Add a request") if new else self.tr("Change a request")

    def _save(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        self.done_button.setEnabled(False)
        said = self.tr("{title} is saved").format(title=fields["title"])
        work = partial(_add, entity=self._entity, fields=fields)
        self._shell.do(work, say=said, then=self._done, failed=self._refused)

    def _done(self, answer: tuple[bytes, object]) -> None:
        self.added = answer[0]
        self.accept()

    def _refused(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def _add(verbs: Verbs, entity: str, fields: dict[str, Any]) -> tuple[bytes, object]:
    return verbs.records.add(entity, fields)
