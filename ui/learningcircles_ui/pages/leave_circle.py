"""“Remove this circle from this laptop”: what waits is shared or bundled first, then file and keys go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from learningcircles_sync import doors
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import button, soft
from learningcircles_ui.shell import Shell


class LeaveCircle(Dialog):
    """Asks once, then removes. A stick takes what the hub cannot."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Remove {circle} from this laptop?").format(circle=shell.file.name), "", parent, width=520
        )
        self._shell = shell
        told = self.tr(
            "The circle goes on on its other laptops. Its file and keys on this one are deleted, and nobody’s name"
            " stays behind. What waits is shared first."
        )
        self.body.addWidget(soft(told, self))
        self.body.addWidget(
            button(self.tr("Write what is here onto a stick first…"), self._bundle, icon_name="usb", parent=self)
        )
        self.done_button.setText(self.tr("Remove it"))
        self.done_button.setAccessibleName(self.tr("Remove it"))
        self.done_button.setProperty("kind", "danger")
        self.on_submit = lambda: self._part(None)
        self.fit()

    def _bundle(self) -> None:
        suggested = f"{self._shell.file.name}.bundle"
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Write a stick"), suggested, self.tr("Sticks (*.bundle)"))
        if name:
            self._part(Path(name))

    def _part(self, bundle: Path | None) -> None:
        self.done_button.setEnabled(False)
        self._shell.tasks.share(lambda engine: doors.part(engine, bundle), lambda _: self._remove(), self.refused)

    def _remove(self) -> None:
        self.accept()
        self._shell.signals.left.emit()
