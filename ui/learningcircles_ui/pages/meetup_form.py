"""Planning a meetup, and changing one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.gathering import MEETUP
from learningcircles.errors import CircleError
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.reach_editor import ReachEditor
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.parts.start_editor import StartEditor
from learningcircles_ui.parts.topic_editor import PlaceEditor
from learningcircles_ui.shell import Shell

_FIELDS = ("title", "start", "minutes", "place", "host", "notes", "reach")
_TWO_HOURS = 120


class MeetupForm(Dialog):
    """`saved` is the id once it is written. `record` is what is changed, or None for a new one on `day`."""

    def __init__(self, shell: Shell, parent: QWidget, record: Record | None = None, day: str = "") -> None:
        title = self.tr("Change a meetup") if record else self.tr("Plan a meetup")
        super().__init__(title, self.tr("Plan it"), parent)
        self._shell = shell
        self.saved: bytes | None = record.id if record else None
        host, start, reach, place = (MEETUP.field(name) for name in ("host", "start", "reach", "place"))
        assert host is not None and start is not None and reach is not None and place is not None
        editors: dict[str, Editor] = {
            "host": PickerEditor(host, shell.tasks, self),
            "start": StartEditor(start, self),
            "reach": ReachEditor(reach, self),
            "place": PlaceEditor(place, shell.tasks, self, known=_our_places),
        }
        self.form = Form(MEETUP, _FIELDS, self, editors=editors)
        self.body.addWidget(self.form)
        begun: dict[str, Any] = {"start": {"at": f"{day}T18:00"}, "minutes": _TWO_HOURS, "reach": 1} if day else {}
        self.form.show_values(record.fields if record else begun)
        self.on_submit = partial(self.form.when_settled, self._plan)
        if record is not None:
            Saving(shell, self, self.form, record, self.tr("{title} changed").format(title=record.get("title", "")))
        self.dirty = self.form.dirty
        self.drafting = drafted(shell, self, self.form, draft_of("meetup", record.id) if record else "meetup")
        self.form.focus_first()
        self.fit()

    def _plan(self) -> None:
        fields = self.form.values()
        if fields is None:
            return
        self.done_button.setEnabled(False)
        said = self.tr("{title} planned").format(title=fields["title"])
        self._shell.do(partial(_add, fields=fields), say=said, then=self._added, failed=self._no)

    def _added(self, answer: tuple[bytes, object]) -> None:
        self.saved = answer[0]
        self.accept()

    def _no(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def _add(verbs: Verbs, fields: dict[str, Any]) -> tuple[bytes, object]:
    return verbs.records.add("meetup", fields)


def _our_places(reader: Reader) -> list[str]:
    return [str(each.get("name", "")) for each in reader.many("place", reader.ids("place"))]
