"""Planning a meetup, and changing one."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.gathering import MEETUP
from learningcircles.errors import CircleError, InvalidValue
from learningcircles.moments import local_moment
from learningcircles.recurrence import Repeats, dates_of
from learningcircles.storage.subjects import same
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.draft_names import draft_of
from learningcircles_ui.parts.drafts import drafted
from learningcircles_ui.parts.editors import Editor
from learningcircles_ui.parts.forms import Form
from learningcircles_ui.parts.pickers import PickerEditor
from learningcircles_ui.parts.reach_editor import ReachEditor
from learningcircles_ui.parts.repeats_editor import REPEATS, RepeatsEditor
from learningcircles_ui.parts.saving import Saving
from learningcircles_ui.parts.start_editor import StartEditor
from learningcircles_ui.parts.topic_editor import PlaceEditor
from learningcircles_ui.shell import Shell

_LATELY = 200
"""So many meetups are looked at for where one meets."""
_FIELDS = ("title", "start", "minutes", "place", "host", "notes", "reach")
_PLANNED = ("title", "start", REPEATS.name, *_FIELDS[2:])
"""What a new one is asked for; each of several is an ordinary meetup afterwards."""
_TWO_HOURS = 120


class MeetupForm(Dialog):
    """`saved` is the id once it is written, of several the first one's. `record` is what is changed, or None for a new
    one on `day`.
    """

    def __init__(self, shell: Shell, parent: QWidget, record: Record | None = None, day: str = "") -> None:
        title = self.tr("Change a meetup") if record else self.tr("Plan a meetup")
        super().__init__(title, self.tr("Plan it"), parent)
        self._shell = shell
        self.saved: bytes | None = record.id if record else None
        host, start, reach, place = (MEETUP.field(name) for name in ("host", "start", "reach", "place"))
        assert host is not None and start is not None and reach is not None and place is not None
        self._start = StartEditor(start, self)
        editors: dict[str, Editor] = {
            "host": PickerEditor(host, shell.tasks, self),
            "start": self._start,
            "reach": ReachEditor(reach, self),
            "place": PlaceEditor(place, shell.tasks, self, known=_our_places),
        }
        if record is None:
            editors[REPEATS.name] = repeats = RepeatsEditor(self._begins, self)
            self._start.finished.connect(repeats.tell)
        self.form = Form(MEETUP, _FIELDS if record else _PLANNED, self, editors=editors)
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
        dates = _dates(fields)
        said = self.tr("{title} planned").format(title=fields["title"])
        if len(dates) > 1:
            words = self.tr("{title}: %n meetup(s) planned", "", len(dates))
            said = text.grouped(words, len(dates)).format(title=fields["title"])
        self._shell.do(partial(_add, fields=fields, dates=dates), say=said, then=self._added, failed=self._no)

    def _begins(self) -> datetime | None:
        try:
            start = self._start.value()
        except InvalidValue:
            return None
        return local_moment(start["at"]) if start else None

    def _added(self, answer: tuple[list[bytes], object]) -> None:
        self.saved = answer[0][0]
        self.accept()

    def _no(self, error: CircleError) -> None:
        self.done_button.setEnabled(True)
        if not self.form.refused(error):
            self.refused(error)


def _dates(fields: dict[str, Any]) -> list[datetime]:
    """Return when each meetup begins, of a form's values, which lose how it repeats."""
    repeats: Repeats | None = fields.pop(REPEATS.name, None)
    begins = local_moment(fields["start"]["at"])
    assert begins is not None, "checked by its field"
    return dates_of(repeats, begins) if repeats is not None else [begins]


def _add(verbs: Verbs, fields: dict[str, Any], dates: list[datetime]) -> tuple[list[bytes], object]:
    """Add a meetup on each date as one action. They keep their local time, whenever clocks are set."""
    each = [{**fields, "start": {**fields["start"], "at": f"{begins:%Y-%m-%dT%H:%M}"}} for begins in dates]
    return verbs.records.add_many("meetup", each, label=f"Plan {fields['title']}")


def _our_places(reader: Reader) -> list[str]:
    """Return the places of the neighbourhood, and where one has met lately, each once."""
    lately = reader.ids("meetup", order="start", descending=True, limit=_LATELY)
    names = [str(each.get("name", "")) for each in reader.many("place", reader.ids("place"))]
    names += [str(each["place"] or "") for each in reader.many("meetup", lately)]
    return list({same(name): name for name in reversed(names) if name}.values())
