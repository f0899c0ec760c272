"""Bringing in a list of members: choose a file, look at what would come in, take it; undone as one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QModelIndex
from PySide6.QtWidgets import QFileDialog, QWidget

from learningcircles.intake.importing import Imported, import_preview
from learningcircles.intake.preview import Preview, preview
from learningcircles_ui.pages.import_rows import PreviewModel
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.headings import plain, soft
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell
from learningcircles_ui.visitors import TABLES

translate = QCoreApplication.translate


def ask_for_file(shell: Shell, parent: QWidget) -> None:
    """Ask for a file with members and show its preview."""
    title = translate("ImportPeople", "Import members")
    lists = translate("ImportPeople", "Lists ({endings})").format(endings=" ".join(f"*{ending}" for ending in TABLES))
    name, _ = QFileDialog.getOpenFileName(parent, title, "", lists)
    if name:
        show_preview(shell, Path(name), parent)


def show_preview(shell: Shell, file: Path, parent: QWidget) -> None:
    """Read a file in the background and show what would come in."""
    shell.tasks.query(
        lambda reader: preview(reader, "member", file),
        lambda seen: ImportPeople(shell, seen, parent).open(),
        shell.signals.failed.emit,
    )


class ImportPeople(Dialog):
    """The preview; its button imports the ticked rows as one action."""

    def __init__(self, shell: Shell, seen: Preview, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import {file}").format(file=seen.name), self.tr("Import"), parent, width=860)
        self._shell = shell
        self._seen = seen
        self.model = PreviewModel(seen, self)
        self.body.addWidget(plain(self._found(), self))
        used = ", ".join(seen.mapping.titles[place] for place in sorted(seen.mapping.columns))
        self.body.addWidget(soft(self.tr("Columns read: {columns}.").format(columns=used), self))
        if seen.mapping.unused:
            left = ", ".join(seen.mapping.unused)
            self.body.addWidget(soft(self.tr("Columns left out: {columns}.").format(columns=left), self))
        brought = [row.opening for row in seen.rows if row.opening]
        if brought:
            words = self.tr("%n member(s) bring hours along. The circle’s pot balances them.", "", len(brought))
            self.body.addWidget(soft(words, self))
        self.table = Table(self.tr("Rows of the file"), self)
        self.table.setModel(self.model)
        self.table.widths(96, 190, 250, 300, stretch=3)
        self.table.setMinimumHeight(320)
        self.table.opened.connect(lambda _: self._turn())
        self.body.addWidget(self.table)
        self.body.addWidget(soft(self.tr("Enter takes a row or leaves it out."), self))
        self.model.dataChanged.connect(self._count)
        self.on_submit = self._import
        self._count()
        self.resize(900, 620)

    def _found(self) -> str:
        good = self.tr("%n row(s) are fine.", "", len(self._seen.good))
        doubtful = self.tr("%n row(s) want a look: they stand first.", "", len(self._seen.doubtful))
        return f"{good} {doubtful}" if self._seen.doubtful else good

    def _turn(self) -> None:
        index: QModelIndex = self.table.currentIndex()
        row = self.model.rows[index.row()]
        self.wrong(self.tr("This row cannot be taken: it has no name.") if row.blocked else "")
        if not row.blocked:
            self.model.tick(index.row(), row.number not in self.model.taken)

    def _count(self) -> None:
        count = len(self.model.taken)
        self.done_button.setText(self.tr("Import %n member(s)", "", count))
        self.done_button.setEnabled(count > 0)

    def _import(self) -> None:
        self.done_button.setEnabled(False)
        taken = self.model.taken
        left = {row.number for row in self._seen.good} - taken
        rows = [row for row in self._seen.rows if row.number not in left]
        seen = Preview(self._seen.kind, self._seen.name, rows, self._seen.mapping)
        self._shell.tasks.mutate(lambda verbs: import_preview(verbs, seen, also=taken), self._done, self.refused)

    def _done(self, made: Imported) -> None:
        self._shell.signals.changed.emit(made.changes)
        said = self.tr("%n member(s) imported", "", len(made.added))
        self._shell.signals.said.emit(said, bool(made.changes))
        self.accept()
