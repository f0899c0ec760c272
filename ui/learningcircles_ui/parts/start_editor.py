"""The editor of a local time: day and time in one field, stepped and typed from the keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QWidget

from learningcircles.entities.declare import Field
from learningcircles.zone import local_zone
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Moment
from learningcircles_ui.parts.editors import Editor

_WIRE = "yyyy-MM-ddTHH:mm"


class StartEditor(Editor):
    """Shows {"at", "zone"} as the locale writes it. The zone and rule of what was shown are kept."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        self._edit = Moment()
        super().__init__(field, self._edit, parent)
        # A wall clock's reading, whatever zone this machine is in: UTC has no gaps in which 02:30 does not exist.
        self._edit.setTimeZone(QTimeZone.utc())
        self._edit.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self._edit.setLocale(text.locale())
        now = QDateTime.currentDateTime()
        self._edit.setDateTime(QDateTime(now.date(), QTime(18, 0), QTimeZone.utc()))
        self._rest: dict[str, Any] = {}
        self._edit.editingFinished.connect(self.finished)

    def show_value(self, value: Any) -> None:
        """Show a local time."""
        self._rest = {k: v for k, v in value.items() if k != "at"} if isinstance(value, dict) else {}
        at = value.get("at", "") if isinstance(value, dict) else ""
        shown = QDateTime.fromString(str(at), _WIRE)
        if shown.isValid():
            self._edit.setDateTime(QDateTime(shown.date(), shown.time(), QTimeZone.utc()))

    def typed(self) -> Any:
        """Return what is shown, in the zone that it had or else this machine's."""
        return {"zone": local_zone(), **self._rest, "at": self._edit.dateTime().toString(_WIRE)}
