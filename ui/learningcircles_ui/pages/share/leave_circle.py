"""“Remove this circle from this laptop”: what waits is shared or bundled first, then file and keys go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.copies import Copy, staying
from learningcircles.laptop.leaving import LAPTOP, Last
from learningcircles_sync import doors
from learningcircles_ui.pages.people.farewell import copy_line
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.files import ask_to_save
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.progress import share_long
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.shell import Shell

_SHOWN = 8


class LeaveCircle(Dialog):
    """Asks, then removes; where the circle would go with this laptop it says so and asks twice.

    A stick takes what the hub cannot; writing one removes nothing yet.
    """

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        title = self.tr("Remove {circle} from this laptop?").format(circle=shell.file.called)
        super().__init__(title, self.tr("Remove it"), parent, width=520, danger=True)
        self._shell = shell
        self._carried: doors.Carried | None = None
        self._told = plain(self.tr("One moment…"), self)
        self.body.addWidget(self._told)
        self._keys = soft(
            self.tr(
                "Its file and keys on this one are deleted, and nobody’s name stays behind. What waits is shared first."
            ),
            self,
        )
        self.body.addWidget(self._keys)
        self.staying = soft("", self)
        self.staying.hide()
        self.body.addWidget(self.staying)
        self._write = button(
            self.tr("Write what is here onto a stick first…"), self._bundle, icon_name="usb", parent=self
        )
        self.body.addWidget(self._write)
        self._written = soft("", self)
        self._written.hide()
        self.body.addWidget(self._written)
        self.known = Tick("", self)
        self.known.hide()
        self.known.toggled.connect(self.done_button.setEnabled)
        self.body.addWidget(self.known)
        self.done_button.setEnabled(False)
        self.on_submit = self._part
        self.fit()
        shell.tasks.share(doors.last_of, self._tell, self.refused)
        shell.tasks.mutate(lambda verbs: staying(verbs.circle), self._tell_staying, self.refused)

    def _tell_staying(self, copies: list[Copy]) -> None:
        told = [self.tr("What was written from it stays where it was put:"), *map(copy_line, copies[:_SHOWN])]
        more = [self.tr("and %n more", "", len(copies) - _SHOWN)] if len(copies) > _SHOWN else []
        self.staying.setText("\n".join([*told, *more]))
        self.staying.setVisible(bool(copies))
        self.fit()

    def _tell(self, last: Last) -> None:
        self._told.setText(self._sentence(last))
        if last.what:
            self._told.setProperty("kind", "wrong")
            self._told.style().polish(self._told)
            self.known.setText(self._asked(last))
            self.known.setAccessibleName(self.known.text())
            self.known.show()
        self.done_button.setEnabled(not last.what)
        self.fit()

    def _sentence(self, last: Last) -> str:
        if not last.what:
            return self.tr("The circle goes on on its other laptops.")
        if last.what == LAPTOP:
            only = self.tr("This is the circle’s only laptop.")
            lost = self.tr(
                "Nobody can open the circle any more once it is removed here: what a hub or a stick keeps is sealed."
                " Print the recovery sheet or make a backup with a passphrase first."
            )
        else:
            only = self.tr("This is the only laptop that runs the circle.")
            lost = self.tr(
                "Nobody can add a laptop or shut one out any more once it is removed here. Let another laptop run the"
                " circle, print the recovery sheet, or make a backup with a passphrase first."
            )
        sheet = self.tr("Once it is removed here, only the recovery sheet brings that back, from the hub or a stick.")
        return f"{only} {sheet if last.sheet else lost}"

    def _asked(self, last: Last) -> str:
        if last.sheet:
            return self.tr("I have the recovery sheet at hand")
        if last.what == LAPTOP:
            return self.tr("I have a backup, or the circle may be lost for good")
        return self.tr("I have a backup, or nobody needs to run the circle any more")

    def _bundle(self) -> None:
        suggested = f"{self._shell.file.name}.bundle"
        ask_to_save(self, self.tr("Write a stick"), suggested, self.tr("Sticks (*.bundle)"), self.write_to)

    def write_to(self, path: Path) -> None:
        """Write everything onto a stick, and ask again: Remove it, or Cancel."""
        self.wrong("")
        self._write.setEnabled(False)

        def written(carried: doors.Carried) -> None:
            self._write.setEnabled(True)
            self._carried = carried
            self._written.setText(self.tr("The stick is written. The circle is still on this laptop."))
            self._written.show()
            self.fit()

        title = QCoreApplication.translate("SharePage", "Writing {file}").format(file=path.name)
        share_long(
            self._shell, title, self, lambda engine, told: doors.carry(engine, path, told), written, self.refused
        )

    def _part(self) -> None:
        self.done_button.setEnabled(False)
        last_too, carried = self.known.isChecked(), self._carried
        self._shell.tasks.share(
            lambda engine: doors.part(engine, last_too=last_too, carried=carried),
            lambda _: self._remove(),
            self.refused,
        )

    def refused(self, error: CircleError) -> None:
        """Tell a refusal; nothing was removed."""
        super().refused(error)
        self._write.setEnabled(True)
        self.done_button.setEnabled(self.known.isHidden() or self.known.isChecked())

    def _remove(self) -> None:
        self.accept()
        self._shell.signals.left.emit()
