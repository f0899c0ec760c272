"""“Who came today?” on a day without a meetup: the latest one is offered, and planning one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from learningcircles.circle.changes import Record
from learningcircles_ui import text
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, plain
from learningcircles_ui.shell import Shell


class NoMeetupToday(Dialog):
    """`latest` is the last meetup before today, or None where there was none yet."""

    def __init__(self, shell: Shell, latest: Record | None, parent: QWidget) -> None:
        plan = self.tr("Plan a meetup")
        came = plan if latest is None else self.tr("Who came there")
        super().__init__(self.tr("There is no meetup today."), came, parent)
        self._shell, self._latest = shell, latest
        if latest is None:
            told = self.tr("There was none before, either.")
        else:
            when = text.as_written(text.moment(latest["start"]))
            told = self.tr("The latest one was “{title}”, {when}.").format(title=latest.get("title", ""), when=when)
        self.body.addWidget(plain(told, self))
        self.plan = button(plan, lambda: self._go("plan", None), icon_name="calendar-plus", kind="link", parent=self)
        self.plan.setVisible(latest is not None)
        self.body.addWidget(self.plan, 0, Qt.AlignmentFlag.AlignLeading)
        self.on_submit = self._offered
        self.done_button.setFocus()
        self.fit()

    def _offered(self) -> None:
        if self._latest is None:
            self._go("plan", None)
        else:
            self._go("attend", self._latest.id)

    def _go(self, what: str, meetup: bytes | None) -> None:
        self.accept()
        self._shell.signals.asked.emit("meetups", (what, meetup))
