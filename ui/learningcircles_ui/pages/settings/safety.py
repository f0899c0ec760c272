"""Settings, “If this laptop is lost”: the recovery sheet, and the sealed backups of every day."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError
from learningcircles.laptop import backup, daily
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import check_passphrase
from learningcircles.laptop.sheets import waits_for
from learningcircles_ui import text
from learningcircles_ui.pages.share.new_sheet import ask_for_sheet, standing
from learningcircles_ui.parts.allowed import allow, runs_not
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.files import ask_for_folder, ask_to_save
from learningcircles_ui.parts.headings import button, flowing, labelled, plain, soft, subtitle
from learningcircles_ui.parts.progress import Told, share_long
from learningcircles_ui.parts.secret import hide_letters
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP

if TYPE_CHECKING:
    from learningcircles_sync.engine import Engine


class _Standing(NamedTuple):
    """How safe the circle is: the sheet's state, the day of the newest daily backup, if any, and what a sheet waits for
    that does not work yet."""

    sheet: str
    newest: datetime.date | None
    waits: str


class Safety(QWidget):
    """What brings the circle back. `look` reads how it stands."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(subtitle(self.tr("If this laptop is lost"), self))
        self.told = plain("", self)
        column.addWidget(self.told)
        self.print = button(self.tr("Print the recovery sheet…"), self.make, icon_name="printer", parent=self)
        allow(self.print, shell.may_run, why=runs_not)
        column.addWidget(flowing(self.print, parent=self))
        self.backups = soft("", self)
        column.addWidget(self.backups)
        other = button(self.tr("Choose another folder…"), self._choose_folder, parent=self)
        self.write = button(self.tr("Write a backup…"), self._back_up, icon_name="archive", parent=self)
        column.addWidget(flowing(other, self.write, parent=self))

    def look(self) -> None:
        """Read whether there is a sheet, and when the last backup was made."""
        home = self._shell.home
        self._shell.tasks.mutate(lambda verbs: _standing(home, verbs), self._show)

    def _show(self, stands: _Standing) -> None:
        self.told.setText(
            {
                "none": self.tr("There is no recovery sheet yet. It brings the circle back when its laptops are gone."),
                "waits": text.told(stands.waits),
                "unkept": self.tr("The recovery sheet was neither printed nor saved: nobody has it. Make a new one."),
                "in force": self.tr("There is a recovery sheet. Keep it with your papers."),
            }[stands.sheet]
        )
        told = self.tr("A sealed backup is made every day. It lies in {folder}.")
        words = told.format(folder=str(daily.folder_of(self._shell.home)))
        if stands.newest is not None:
            words += " " + self.tr("The last one: {day}.").format(day=text.day(stands.newest.isoformat()))
        self.backups.setText(words)

    def make(self) -> None:
        """Make the sheet and show it: its words are kept nowhere."""
        self.print.setEnabled(False)
        ask_for_sheet(self._shell, self, self._offered, self._failed)

    def _offered(self) -> None:
        allow(self.print, self._shell.may_run, why=runs_not)
        self.look()

    def _failed(self, error: object) -> None:
        allow(self.print, self._shell.may_run, why=runs_not)
        self._shell.signals.failed.emit(error)

    def _choose_folder(self) -> None:
        ask_for_folder(self, self.tr("Where the daily backups go"), self.put_into)

    def put_into(self, folder: Path) -> None:
        """Let the daily backups go into another folder, from today's on."""
        try:
            daily.remember_folder(self._shell.home)
            self._shell.home.set_setting(daily.SETTING, str(folder))  # what is not kept would not be found again
        except CircleError as error:
            self._shell.signals.failed.emit(error)
            return
        self.back_up_today()

    def back_up_today(self) -> None:
        """Make today's backup, unless there is one."""
        home, today, failed = self._shell.home, _today(self._shell), self._shell.signals.failed.emit
        self._shell.tasks.share(lambda engine: daily.back_up(home, engine.circle, today), lambda _: self.look(), failed)

    def _back_up(self) -> None:
        WriteBackup(self._shell, self).open()


class WriteBackup(Dialog):
    """Asks for a passphrase, which may be left empty, and for a file."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Write a backup"), self.tr("Choose the file…"), parent, width=480)
        self._shell = shell
        told = self.tr(
            "The backup is sealed. It opens on this laptop, with the recovery sheet, and with the passphrase that you"
            " may give it here."
        )
        self.body.addWidget(soft(told, self))
        self.passphrase = labelled(self.body, self.tr("Passphrase (may be left empty)"), self)
        self.again = labelled(self.body, self.tr("The same once more"), self)
        hide_letters(self.passphrase, self.again)
        self.dirty = self.touched
        self.on_submit = self._choose
        self.fit()

    def _choose(self) -> None:
        """Ask for the file once the passphrase will do: whoever mistyped it would have a backup that never opens."""
        passphrase = self.passphrase.text()
        if passphrase != self.again.text():
            self.wrong(self.tr("The two passphrases are not the same."))
            self.again.setFocus()
            return
        try:
            if passphrase:
                check_passphrase(passphrase)
        except CircleError as error:
            self.refused(error)
            self.passphrase.setFocus()
            return
        suggested = f"{self._shell.file.name} {_today(self._shell).isoformat()}.backup"
        kinds = self.tr("Backups ({endings})").format(endings="*.backup")
        ask_to_save(self, self.tr("Write a backup"), suggested, kinds, self.write, overwrites=False)

    def write(self, file: Path) -> None:
        """Write the backup; what is wrong is told here."""
        home, passphrase = self._shell.home, self.passphrase.text()
        self.done_button.setEnabled(False)
        title = self.tr("Writing {file}").format(file=file.name)

        def write(engine: Engine, told: Told) -> str:
            return backup.backup(home, engine.circle, file, passphrase, told=told)

        share_long(self._shell, title, self, write, self._written, self.refused)

    def _written(self, sentence: str) -> None:
        self._shell.signals.said.emit(text.told(sentence), b"")
        self.accept()


def _today(shell: Shell) -> datetime.date:
    return datetime.datetime.fromtimestamp(shell.surroundings.now_ms() / 1000).date()


def _standing(home: Home, verbs: Verbs) -> _Standing:
    days = daily.backups_of(home, verbs.circle.id)
    return _Standing(standing(verbs.circle), max(days, default=None), waits_for(verbs.circle.roster))
