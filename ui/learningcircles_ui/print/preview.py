"""Print preview: the pages as they will be, with a printer and a PDF file to choose from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from learningcircles.errors import CircleError
from learningcircles.laptop.copies import PRINT, note_copy
from learningcircles.laptop.files import write_whole
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.files import ask_to_save, dress
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.layouts import clear
from learningcircles_ui.parts.progress import Progress
from learningcircles_ui.print.paper import PAPERS, Paper, Pictures, pdf_bytes
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP

translate = QCoreApplication.translate
Draw = Callable[[Paper], object]
_DPI = 78


class PrintPreview(Dialog):
    """`draw` draws the whole document onto a Paper; it is called anew for the preview, the printer and the file.

    `kept` is emitted once it is on paper or in a file.
    """

    kept = Signal()

    def __init__(self, shell: Shell, title: str, draw: Draw, parent: QWidget, *, note: str = "") -> None:
        super().__init__(title, self.tr("Print…"), parent, width=720)
        self._shell, self._title, self._draw = shell, title, draw
        self.pictures: list[QImage] = []
        row = QHBoxLayout()
        label = plain(self.tr("Paper"), self)
        self.paper = Choice(self)
        self.paper.setAccessibleName(self.tr("Paper"))
        for name in PAPERS:
            self.paper.addItem(name, name)
        self.paper.setCurrentIndex(self.paper.findData(default_paper()))
        self.paper.currentIndexChanged.connect(lambda _: self._preview())
        row.addWidget(label)
        row.addWidget(self.paper)
        row.addStretch(1)
        row.addWidget(button(self.tr("Save as PDF…"), self._save, icon_name="download", parent=self))
        self.body.addLayout(row)
        if note:
            self.body.addWidget(soft(note, self))
        self._part = soft(self.tr("These are the first pages; print and file hold all of them."), self)
        self.body.addWidget(self._part)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(GAP)
        self.body.addLayout(self._pages)
        self.body.addStretch(1)
        self._preview()
        self.leave_button.setText(self.tr("Close"))
        self.on_submit = self._print
        self.resize(760, 760)

    def write(self, path: Path) -> bool:
        """Write the PDF; return whether it could be written. Cancelled, or refused by the disk, it leaves nothing."""
        paper, progress = self.paper.currentData(), Progress(self._title, self)
        try:
            write_whole(path, pdf_bytes(self._draw, paper, self._title, progress.told_meanwhile))
        except CircleError as error:
            self.wrong(text.sentence(error))
            return False
        finally:
            progress.accept()
        self.kept.emit()
        return True

    def _preview(self) -> None:
        """Show the pages as pictures, sharp on this screen."""
        ratio = self.devicePixelRatioF()
        pictures = Pictures(round(_DPI * ratio))
        self._paint(pictures)
        self.pictures = pictures.pages
        self._part.setVisible(len(self.pictures) >= pictures.most)
        clear(self._pages)
        for number, page in enumerate(self.pictures, 1):
            page.setDevicePixelRatio(ratio)
            shown = QLabel(self)
            shown.setPixmap(QPixmap.fromImage(page))
            shown.setProperty("kind", "paper")
            name = self.tr("Page {number} of {pages}")
            shown.setAccessibleName(name.format(number=text.number(number), pages=text.number(len(self.pictures))))
            self._pages.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)

    def _paint(self, onto: QPrinter | Pictures, told: Callable[[], None] | None = None) -> None:
        page = Paper(onto, self.paper.currentData(), self._title, told)
        try:
            self._draw(page)
        finally:
            page.finish()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.accepted.connect(lambda: self._printed(printer))
        dress(dialog)
        QDialog.open(dialog)

    def _printed(self, printer: QPrinter) -> None:
        if self.print_on(printer):
            self._note(self._title)
            self._shell.signals.said.emit(self.tr("It is on its way to the printer."), b"")
            self.accept()

    def print_on(self, printer: QPrinter) -> bool:
        """Draw onto a printer; return whether nobody cancelled it."""
        progress = Progress(self._title, self)
        try:
            self._paint(printer, progress.told_meanwhile)
        except CircleError as error:
            printer.abort()
            self.wrong(text.sentence(error))
            return False
        finally:
            progress.accept()
        self.kept.emit()
        return True

    def _note(self, where: str) -> None:
        """Whoever is erased later is on this paper still: remember that there is one."""
        self._shell.tasks.mutate(
            lambda verbs: note_copy(verbs.circle, PRINT, where), lambda _: None, self._shell.signals.failed.emit
        )

    def _save(self) -> None:
        suggested = f"{self._title} {text.today()}.pdf".replace("/", "-")
        ask_to_save(self, self.tr("Save as PDF"), suggested, "PDF (*.pdf)", self._save_to)

    def _save_to(self, path: Path) -> None:
        if self.write(path):
            self._note(str(path.absolute()))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
            said = self.tr("The PDF is written. Whoever has the file can read it.")
            self._shell.signals.said.emit(said, b"")
            self.accept()


def default_paper() -> str:
    """Return "Letter" where that is the country's paper, else "A4"."""
    letter = {QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico}
    return "Letter" if QLocale().territory() in letter else "A4"
