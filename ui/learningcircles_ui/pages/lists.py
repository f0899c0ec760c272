"""What can be done with any table of records: saved as a file, printed, its columns chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QStandardPaths
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError
from learningcircles.intake.export import FORMATS, KINDS, export
from learningcircles.laptop.copies import EXPORT, note_copy
from learningcircles.laptop.files import write_whole
from learningcircles_ui import text
from learningcircles_ui.menus import action
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.progress import Progress, was_cancelled
from learningcircles_ui.parts.table import Table
from learningcircles_ui.parts.table_model import RecordsModel
from learningcircles_ui.print.listing import Sheet, Told, counted, draw_list
from learningcircles_ui.print.paper import Paper
from learningcircles_ui.print.preview import PrintPreview, default_paper, pdf_bytes
from learningcircles_ui.shell import Shell
from learningcircles_ui.tasks import Then

translate = QCoreApplication.translate


class Listed(NamedTuple):
    """A table whose rows are records of one kind; or, without `records`, what was counted of them."""

    shell: Shell
    table: Table
    kind: str
    records: bool = True


def offer_list(shell: Shell, table: Table, kind: str, key: str, *, records: bool = True) -> None:
    """Let a table be saved, printed and arranged; `key` is what its columns are remembered under.

    Without `records` the rows are no records of the kind: then only what is seen is saved, as PDF.
    """
    table.remembers(shell.remember, key)
    listed = Listed(shell, table, kind, records)
    table.listed = listed
    for words, icon_name, called in (
        (translate("Lists", "Save this list as…"), "file-export", ask_where),
        (translate("Lists", "Print this list…"), "printer", print_list),
    ):
        made = QAction(icon(icon_name), words, table)
        made.triggered.connect(partial(_call, called, listed))
        table.addAction(made)


class ListActions(QObject):
    """The window's actions for the table one works in: the one with the keyboard, the last one that had it, or any."""

    def __init__(self, shell: Shell, window: QWidget, page: Callable[[], QWidget]) -> None:
        super().__init__(window)
        self._shell, self._window, self._page = shell, window, page
        self._last: Table | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._moved)

    def actions(self) -> list[QAction]:
        """Return what the menus hold."""
        window = self._window
        return [
            action(window, translate("Lists", "Save this list as…"), self.save, "Ctrl+Shift+L", "file-export"),
            action(window, translate("Lists", "Print this list…"), self.print_, "Ctrl+P", "printer"),
            action(window, self.tr("Columns of this list…"), self.choose_columns, "", "table"),
        ]

    def save(self) -> None:
        """Save the list."""
        self._do(ask_where)

    def print_(self) -> None:
        """Print the list."""
        self._do(print_list)

    def choose_columns(self) -> None:
        """Open the menu of the list's columns."""
        self._do(_choose_columns)

    def listed(self) -> Listed | None:
        """Return the list in question, one in view before others, or None where the page has none."""
        held = [each.listed for each in self._page().findChildren(Table) if isinstance(each.listed, Listed)]
        lists = [each for each in held if each.table.isVisible()] or held
        last = [each for each in lists if each.table is self._last]
        return next(iter(last or lists), None)

    def _do(self, called: Callable[[Listed], None]) -> None:
        listed = self.listed()
        if listed is not None:
            called(listed)
            return
        self._shell.signals.said.emit(self.tr("There is no list on this page."), False)

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, Table) and now.window() is self._window:
            self._last = now


def formats_of(kind: str, *, records: bool = True) -> dict[str, str]:
    """Return ending → words for every format that holds records of a kind, the likeliest first."""
    seen = {"pdf": translate("Lists", "PDF, as the list is seen")}
    if not records:
        return seen
    words = {
        "xlsx": translate("Lists", "Spreadsheet"),
        "csv": translate("Lists", "Table as text"),
        **seen,
        "vcf": translate("Lists", "Address book (vCard)"),
        "ics": translate("Lists", "Calendar"),
        "json": translate("Lists", "Everything, for programs"),
    }
    return {ending: said for ending, said in words.items() if KINDS.get(ending, kind) == kind}


def ask_where(listed: Listed) -> None:
    """Ask for a file, whose ending says what it is; then save the list."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    title = listed.table.accessibleName()
    kinds = {
        f"{words} (*.{ending})": ending for ending, words in formats_of(listed.kind, records=listed.records).items()
    }
    suggested = str(Path(folder) / f"{title} {text.today()}".replace("/", "-"))
    asked = translate("Lists", "Save “{list}” as").format(list=title)
    name, chosen = QFileDialog.getSaveFileName(listed.table, asked, suggested, ";;".join(kinds))
    if name:
        path = Path(name)
        given = path.suffix.lower().lstrip(".")
        save_list(listed, path if given in kinds.values() else path.with_name(f"{path.name}.{kinds[chosen]}"))


def save_list(listed: Listed, path: Path) -> None:
    """Write all rows of the list, as filtered and sorted, into a file; it is told to whom it is readable."""
    shell, form = listed.shell, path.suffix.lower().lstrip(".")
    progress = Progress(translate("Lists", "Saving {file}").format(file=path.name), listed.table.window())
    model = _model(listed)

    def write(reader: Reader) -> int:
        if form in FORMATS and listed.records:
            return export(reader, listed.kind, form, path, ids=model.every(reader))
        sheet = read_sheet(listed, columns, reader, progress.told)
        write_whole(path, pdf_bytes(lambda page: draw_list(page, sheet, progress.told), paper, sheet.title))
        return len(sheet.rows)

    def done(count: int) -> None:
        shell.tasks.mutate(lambda verbs: note_copy(verbs.circle, EXPORT, str(path.absolute())))
        words = translate("Lists", "%n row(s) are in {file}. Whoever has the file can read it.", "", count)
        shell.signals.said.emit(words.format(file=path.name), False)

    columns, paper = listed.table.shown_columns(), default_paper()
    progress.run(lambda then, failed: shell.tasks.query(write, then, failed), done, _tell(shell))


def print_list(listed: Listed) -> None:
    """Show the list as it will be on paper: its columns as they stand."""
    shell, title = listed.shell, listed.table.accessibleName()
    progress = Progress(translate("Lists", "Print “{list}”").format(list=title), listed.table.window())
    columns = listed.table.shown_columns()

    def show(sheet: Sheet) -> None:
        def draw(page: Paper) -> None:
            draw_list(page, sheet)

        note = translate("Lists", "Whoever finds the paper can read it.")
        PrintPreview(shell, title, draw, listed.table.window(), note=note).open()

    def read(then: Then, failed: Then) -> None:
        shell.tasks.query(lambda reader: read_sheet(listed, columns, reader, progress.told), then, failed)

    progress.run(read, show, _tell(shell))


def read_sheet(listed: Listed, columns: list[int], reader: Reader, told: Told) -> Sheet:
    """Read all rows of a list as texts; on the reader's thread."""
    model = _model(listed)
    shown = [model.column(at) for at in columns]
    whole = len(model.every(reader))
    rows = []
    for row in model.every_row(reader):
        cells = [
            counted(column.text(row), column.people(row)) if column.people else column.text(row) for column in shown
        ]
        rows.append(cells)
        told(len(rows), whole)
    charter = reader.find_one("!charter", reader.circle)
    circle = str(charter.get("name", "")) if charter else ""
    headers, right = [column.title for column in shown], [column.right for column in shown]
    return Sheet(text.kind_label(declared(listed.kind), plural=True), circle, headers, right, rows)


def _choose_columns(listed: Listed) -> None:
    if listed.table.columns is not None:
        listed.table.columns.menu(listed.table).popup(listed.table.mapToGlobal(QPoint(8, 8)))


def _model(listed: Listed) -> RecordsModel[object]:
    model = listed.table.model()
    assert isinstance(model, RecordsModel)
    return model


def _call(called: Callable[[Listed], None], listed: Listed) -> None:
    called(listed)


def _tell(shell: Shell) -> Callable[[CircleError], None]:
    def tell(error: CircleError) -> None:
        if was_cancelled(error):
            shell.signals.said.emit(text.sentence(error), False)
        else:
            shell.signals.failed.emit(error)

    return tell
