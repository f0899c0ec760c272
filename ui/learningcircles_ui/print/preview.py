"""Print preview: the pages as they will be, with a printer and a PDF file to choose from."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from threading import Event

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from learningcircles.errors import CircleError, Refused
from learningcircles.laptop.copies import PRINT, note_copy
from learningcircles.laptop.files import write_whole
from learningcircles_ui import text
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.files import ask_to_save, dress
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.layouts import as_large, clear
from learningcircles_ui.parts.progress import CANCELLED, Progress, tell_cancelled
from learningcircles_ui.print.paper import PAPERS, Paper, Pictures, pdf_bytes
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import GAP
from learningcircles_ui.worker import Then

translate = QCoreApplication.translate
Draw = Callable[[Paper], object]
Told = Callable[[], None]
_NO_NAME = re.compile(r'[\\/:*?"<>|]')
"""What stands in no name of a file."""
_PAPER = "paper"
"""What the choice is kept under."""
_DPI = 78


class PrintPreview(Dialog):
    """`draw` draws the whole document onto a Paper; it is called anew for the preview, the printer and the file.
    That is done off the window's thread, so it may use nothing of what is on screen. `kept` is emitted once it is on
    paper or in a file; what has to be so before is done by `before`, which calls the first of what it is given then, or
    the second with what was refused.
    """

    kept = Signal()

    def __init__(
        self, shell: Shell, title: str, draw: Draw, parent: QWidget, *, note: str = "",
        about: Collection[bytes] | None = None,
    ) -> None:  # fmt: skip
        """`about`: the ids of the records on it, where that is known; none where it tells of nobody."""
        super().__init__(title, self.tr("Print…"), parent, width=720)
        self._shell, self._title, self._draw = shell, title, draw
        self._about = about
        self.is_secret = False
        """Whether what is written is opened by nobody but its reader: viewers remember what they have shown."""
        self.before: Callable[[Callable[[], None], Then], None] = lambda go, refused: go()
        self.pictures: list[QImage] = []
        self._left = Event()
        self.finished.connect(lambda _: self._left.set())
        self._ask_paper()
        if note:
            self.body.addWidget(soft(note, self))
        self._part = soft(self.tr("These are the first pages; print and file hold all of them."), self)
        self._part.hide()
        self.body.addWidget(self._part)
        self._under_way = QProgressBar(self)
        self._under_way.setRange(0, 0)
        self._under_way.setTextVisible(False)
        self._under_way.setAccessibleName(self.tr("The pages are being drawn"))
        self.body.addWidget(self._under_way)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(GAP)
        self.body.addLayout(self._pages)
        self.body.addStretch(1)
        self._preview()
        self.leave_button.setText(self.tr("Close"))
        self.on_submit = self._print
        as_large(self, 760, 760)

    def _ask_paper(self) -> None:
        row = QHBoxLayout()
        self.paper = Choice(self)
        self.paper.setAccessibleName(self.tr("Paper"))
        for name in PAPERS:
            self.paper.addItem(name, name)
        self.paper.setCurrentIndex(self.paper.findData(chosen_paper(self._shell)))
        self.paper.currentIndexChanged.connect(lambda _: self._take_paper())
        row.addWidget(plain(self.tr("Paper"), self))
        row.addWidget(self.paper)
        row.addStretch(1)
        self._save_button = button(self.tr("Save as PDF…"), self._save, icon_name="download", parent=self)
        row.addWidget(self._save_button)
        self.body.addLayout(row)

    def write(self, path: Path, then: Callable[[], None]) -> None:
        """Write the PDF, then call `then`. Cancelled, or refused by the disk, it leaves nothing."""
        draw, paper, title = self._draw, self.paper.currentData(), self._title

        def work(told: Told) -> None:
            made = pdf_bytes(draw, paper, title, told)
            told()  # whoever has locked the circle meanwhile finds no file of it
            write_whole(path, made)

        self._at_length(work, then)

    def print_on(self, printer: QPrinter, then: Callable[[], None]) -> None:
        """Draw onto a printer, then call `then`. Cancelled, it prints nothing more."""
        draw, paper, title = self._draw, self.paper.currentData(), self._title

        def work(told: Told) -> None:
            try:
                paint(draw, printer, paper, title, told)
            except CircleError:
                printer.abort()
                raise

        self._at_length(work, then)

    def _at_length(self, work: Callable[[Told], None], then: Callable[[], None]) -> None:
        """Draw all pages off the window's thread, once that is so which has to be."""
        self._let(False)

        def refused(error: CircleError) -> None:
            self._let(True)
            self.refused(error)

        self.before(lambda: self._go_through(work, then), refused)

    def _let(self, print_or_save: bool) -> None:
        for each in (self.done_button, self._save_button):
            each.setEnabled(print_or_save)

    def _go_through(self, work: Callable[[Told], None], then: Callable[[], None]) -> None:
        """Draw them, with progress and Cancel."""
        if self._left.is_set():
            return
        progress = Progress(self._title, self)

        def both(told: Told) -> Told:
            def going_on() -> None:
                told()
                progress.told(0, 1)

            return going_on

        def start(answer: Then, failed: Then) -> None:
            self._shell.tasks.draw(lambda told: work(both(told)), answer, failed)

        def ended(error: CircleError | None) -> None:
            self._let(True)
            if error is not None:
                # Whoever closed this meanwhile is told in the window.
                (tell_cancelled(self._shell) if self._left.is_set() else self.refused)(error)
                return
            self.kept.emit()
            then()

        progress.run(start, lambda _: ended(None), ended)

    def _take_paper(self) -> None:
        """A printer has one kind of paper in it: the next thing that is printed begins with it."""
        self._shell.choose(_PAPER, self.paper.currentData())
        self._preview()

    def _preview(self) -> None:
        """Draw the first pages as pictures, sharp on this screen; whoever closes meanwhile waits for none of them."""
        ratio, draw, paper, title, left = (
            self.devicePixelRatioF(), self._draw, self.paper.currentData(), self._title, self._left
        )  # fmt: skip
        pictures = Pictures(round(_DPI * ratio))

        def work(told: Told) -> Pictures:
            def going_on() -> None:
                told()
                if left.is_set():
                    raise Refused(CANCELLED, "Cancelled. Nothing was changed.")

            paint(draw, pictures, paper, title, going_on)
            return pictures

        self._under_way.show()
        self._shell.tasks.draw(work, self._show, self._not_drawn, key=f"preview {id(self)}")

    def _show(self, pictures: Pictures) -> None:
        if self._left.is_set():
            return
        self._under_way.hide()
        self.pictures = pictures.pages
        self._part.setVisible(len(self.pictures) >= pictures.most)
        clear(self._pages)
        for number, page in enumerate(self.pictures, 1):
            page.setDevicePixelRatio(pictures.dpi / _DPI)
            shown = QLabel(self)
            shown.setPixmap(QPixmap.fromImage(page))
            shown.setProperty("kind", "paper")
            name = self.tr("Page {number} of {pages}")
            shown.setAccessibleName(name.format(number=text.number(number), pages=text.number(len(self.pictures))))
            self._pages.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)

    def _not_drawn(self, error: CircleError) -> None:
        self._under_way.hide()
        if error.code != CANCELLED:
            self.wrong(text.sentence(error))

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, self)
        dialog.finished.connect(lambda _: dialog.deleteLater())
        dialog.accepted.connect(lambda: self._send(printer))
        dress(dialog)
        QDialog.open(dialog)

    def _send(self, printer: QPrinter) -> None:
        """Print; what somebody would have in a file is written as by "Save as PDF": wholly, or not at all."""
        file = printer.outputFileName() if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat else ""
        if file:
            self._save_to(Path(file))
        else:
            self.print_on(printer, self._printed)

    def _printed(self) -> None:
        self._note(self._title)
        self._shell.signals.said.emit(self.tr("It is on its way to the printer."), b"")
        self.accept()

    def _note(self, where: str) -> None:
        """Whoever is erased later is on this paper still: remember that there is one."""
        about = self._about
        if about is not None and not about:
            return
        self._shell.tasks.mutate(
            lambda verbs: note_copy(verbs.circle, PRINT, where, about=about), None, self._shell.signals.failed.emit
        )

    def _save(self) -> None:
        circle = self._shell.file.called
        named = self._title if circle in self._title else f"{self._title} – {circle}"
        suggested = f"{_NO_NAME.sub('-', named)} {text.today()}.pdf"
        ask_to_save(self, self.tr("Save as PDF"), suggested, "PDF (*.pdf)", self._save_to)

    def _save_to(self, path: Path) -> None:
        self.write(path, lambda: self._saved(path))

    def _saved(self, path: Path) -> None:
        self._note(str(path.absolute()))
        told = self.tr("{name} is in {folder}. Whoever has the file can read it.")
        if self.is_secret:
            told = self.tr("{name} is in {folder}. It is not opened, since whatever opens it may remember it.")
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        told = told.format(name=text.as_written(path.name), folder=text.as_written(str(path.absolute().parent)))
        self._shell.signals.said.emit(told, b"")
        self.accept()


def paint(draw: Draw, onto: QPrinter | Pictures, paper: str, title: str, told: Told) -> None:
    """Draw a document; on any thread."""
    page = Paper(onto, paper, title, told)
    try:
        draw(page)
    finally:
        page.finish()


def chosen_paper(shell: Shell) -> str:
    """Return the paper that was printed on last, or the country's."""
    kept = shell.settings.text(_PAPER)
    return kept if kept in PAPERS else default_paper()


def default_paper() -> str:
    """Return "Letter" where that is the country's paper, else "A4"."""
    letter = {QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico}
    return "Letter" if QLocale().territory() in letter else "A4"
