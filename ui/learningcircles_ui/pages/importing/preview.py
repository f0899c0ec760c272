"""Bringing in a list: choose a file, look at what would come in, take it; undone as one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QModelIndex, QTimer
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from learningcircles.circle.facets import Verbs
from learningcircles.circle.reader import Reader
from learningcircles.entities.registry import entity as declared
from learningcircles.errors import CircleError
from learningcircles.intake.entries import ENDINGS
from learningcircles.intake.entry import called
from learningcircles.intake.importing import LEFT_OVER, Imported, import_preview
from learningcircles.intake.mapping import KINDS
from learningcircles.intake.preview import Preview, preview
from learningcircles.intake.records_in import ENDING as JSON
from learningcircles.intake.rows import Series, State
from learningcircles.phrase import Phrase
from learningcircles_ui import text
from learningcircles_ui.pages.importing.columns import ImportColumns
from learningcircles_ui.pages.importing.letters import ReadAs, letters_of
from learningcircles_ui.pages.importing.rows import Lines, PreviewModel, lines_of, names_in
from learningcircles_ui.pages.importing.said import state_label
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog, first_to_finish
from learningcircles_ui.parts.files import ask_to_open
from learningcircles_ui.parts.headings import button, plain, soft
from learningcircles_ui.parts.layouts import as_large, clear
from learningcircles_ui.parts.marked import marked
from learningcircles_ui.parts.pills import widest_pill
from learningcircles_ui.parts.progress import CANCELLED, Progress, tell_cancelled
from learningcircles_ui.parts.table import Table
from learningcircles_ui.shell import Shell
from learningcircles_ui.theme import is_large, larger
from learningcircles_ui.visitors import RECORDS, TABLES
from learningcircles_ui.worker import Then

translate = QCoreApplication.translate


class Seen(NamedTuple):
    """What a file would bring in, and its lines."""

    preview: Preview
    lines: Lines


def as_seen(found: Preview, names: Mapping[bytes, str]) -> Seen:
    """Make the lines of a preview. On the reader's thread."""
    return Seen(found, lines_of(found, names, text.today()))


def ask_for_file(shell: Shell, parent: QWidget, kind: str = "") -> None:
    """Ask for a file with records, of a kind or whatever it holds, and show its preview."""
    title = translate("ImportList", "Import a list")
    endings = " ".join(f"*{ending}" for ending in (*TABLES, *RECORDS))
    kinds = translate("ImportList", "Lists ({endings})").format(endings=endings)
    ask_to_open(parent, title, kinds, lambda path: show_preview(shell, path, parent, kind))


def show_preview(shell: Shell, file: Path, parent: QWidget, kind: str = "") -> None:
    """Read a file in the background and show what would come in; without a kind, as what it fits best.

    A list waits for the one before it: whoever comes twice is known only once the first one's rows are in.
    """

    def show(seen: Seen) -> None:
        if not _waits(shell, file, parent, kind):
            ImportList(shell, file, seen, parent).open()

    if not _waits(shell, file, parent, kind):
        _look(shell, file, parent, kind, {}, show)


def _waits(shell: Shell, file: Path, parent: QWidget, kind: str) -> bool:
    """Return whether something is to be finished first; say so there, and open the list then."""
    standing = first_to_finish()
    if standing is None:
        return False
    told = translate("ImportList", "{name} is opened once this is finished.")
    standing.wrong(told.format(name=text.as_written(file.name)), notice=True)
    again = partial(show_preview, shell, file, parent, kind)
    standing.finished.connect(lambda _: QTimer.singleShot(0, parent, again))
    return True


def _look(
    shell: Shell, file: Path, parent: QWidget, kind: str, columns: Mapping[str, str], then: Callable[[Seen], None],
    sheet: str = "", *, encoding: str = "", failed: Then | None = None,
) -> None:  # fmt: skip
    """Read a file in the background. `failed` hears why it could not be read, or that somebody cancelled."""
    progress = Progress(translate("ImportList", "Reading {file}").format(file=file.name), parent.window())

    def read(reader: Reader) -> Seen:
        wanted = "" if file.suffix.lower() in ENDINGS else kind
        seen = preview(
            reader, wanted, file, columns=columns, told=progress.told, today=text.today(), sheet=sheet,
            encoding=encoding or None, anyhow=True,
        )  # fmt: skip
        return as_seen(seen, names_in(reader, seen))

    def start(done: Then, failed: Then) -> None:
        shell.tasks.query_long(read, done, failed, stop=progress.stop)

    progress.run(start, then, failed or tell_cancelled(shell))


class ImportList(Dialog):
    """The preview; its button imports the ticked rows as one action."""

    def __init__(self, shell: Shell, file: Path, seen: Seen, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Import {file}").format(file=file.name), self.tr("Import"), parent, width=860)
        self._shell, self._file = shell, file
        self.comes_first = True
        self._sheet: str = ""  # that somebody chose: nobody gets another one with another kind, or other columns
        self._encoding: str = ""  # likewise
        row = QHBoxLayout()
        self.kinds = Choice(self)
        self.kinds.setAccessibleName(self.tr("What the rows are"))
        for kind in KINDS:
            self.kinds.addItem(text.kind_label(declared(kind), plural=True), kind)
        self.kinds.activated.connect(lambda _: self._look_again({}, self._sheet))
        self.map_button = button(self.tr("Columns…"), self._map, parent=self)
        label = plain(self.tr("What the rows are"), self)
        label.setWordWrap(False)
        label.setBuddy(self.kinds)
        ending = file.suffix.lower()
        for widget in (label, self.kinds, self.map_button):
            row.addWidget(widget)
            widget.setVisible(ending in TABLES or (ending == JSON and widget is not self.map_button))
        self._ask_for_sheet(row)
        row.addStretch(1)
        self.body.addLayout(row)
        self.letters = ReadAs(self)
        self.letters.chosen.connect(lambda encoding: self._look_again({}, self._sheet, encoding))
        self.body.addWidget(self.letters)
        self._told = QVBoxLayout()
        self.body.addLayout(self._told)
        self.table = Table(self.tr("Rows of the file"), self)
        self.table.setMinimumHeight(270)
        self.table.opened.connect(lambda _: self._turn())
        self.body.addWidget(self.table)
        self._why = plain("", self)  # a cell may be too narrow for what is wrong with the row
        self.body.addWidget(self._why)
        keys = self.tr("Enter ticks a row, or takes its tick away. Of several marked rows it does so with all alike.")
        self.body.addWidget(soft(keys, self))
        self.on_submit = self._import
        self._show(seen)
        self.table.setFocus()
        as_large(self, larger(1_100), larger(640))  # what a row is asked about is a sentence

    def _ask_for_sheet(self, row: QHBoxLayout) -> None:
        self.sheets = Choice(self)
        self.sheets.setAccessibleName(self.tr("Which sheet?"))
        self.sheets.activated.connect(lambda _: self._look_again({}, str(self.sheets.currentData())))
        self._which = plain(self.tr("Which sheet?"), self)
        self._which.setWordWrap(False)
        self._which.setBuddy(self.sheets)
        row.addWidget(self._which)
        row.addWidget(self.sheets)

    def _show(self, seen: Seen) -> None:
        self._seen, self._lines = seen
        self.model = PreviewModel(self._seen.kind, self._lines, self, unlike=self._seen.unlike)
        self.table.setModel(self.model)
        self._share_width()
        self._show_sheets()
        self.model.dataChanged.connect(self._count)
        self.table.selectionModel().currentChanged.connect(self._told_why)
        self._told_why(self.table.currentIndex())
        clear(self._told)
        for words in self._sentences():
            self._told.addWidget(words)
        self._count()

    def _share_width(self) -> None:
        """Give what is wrong the rest of the width, or what was read where nothing is."""
        states = widest_pill(map(state_label, State))
        also = 110 if self._lines.same else 220
        before = (72, 120, states, 90) if is_large() else (72, 160, states, also)
        header = self.table.horizontalHeader()
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        self.table.widths(*before, 130, stretch=4 if self._lines.doubts else 3)

    def _show_sheets(self) -> None:
        """Ask which sheet is meant where there are several; a sheet that was chosen is asked about no further."""
        seen = self._seen
        offered = [*(seen.sheets or [seen.sheet]), *seen.others] if seen.sheets or seen.others else []
        if offered or self.sheets.findData(seen.sheet) < 0:
            self.sheets.clear()
            for sheet in offered:
                self.sheets.addItem(sheet, sheet)
        self._name_what_is_seen()
        for widget in (self._which, self.sheets):
            widget.setVisible(self.sheets.count() > 1)

    def _sentences(self) -> list[QWidget]:
        seen = self._seen
        named = seen.mapping.used
        # What records, cards and calendars hold are our own fields; a table's titles are somebody's words.
        ours = self._file.suffix.lower() not in TABLES
        used = ", ".join(translate("fields", title) if ours else title for title in named)
        unnamed = not named and self._file.suffix.lower() in TABLES
        words = self.tr("No title of these columns is known here. Say with “Columns…” what each of them holds.")
        # No label is made that has no place: it would be seen in the corner of the window.
        told: list[QWidget] = (
            [self._unlike(used)] if seen.unlike and not unnamed else [plain(words if unnamed else self._found(), self)]
        )
        if seen.sheet:
            told.insert(0, soft(self.tr("This is the sheet “{sheet}”.").format(sheet=seen.sheet), self))
        if seen.mixed:
            words = self.tr("The file mixes two encodings, UTF-8 and {encoding}: look at letters with accents.")
            told.append(plain(words.format(encoding=letters_of(seen.encoding)), self))
        if named:
            told.append(soft(self.tr("Columns read: {columns}.").format(columns=used), self))
        if seen.mapping.unused:
            unused = seen.mapping.unused
            left = text.listed(dict.fromkeys(map(self._field_called, unused)) if ours else unused)
            words = self.tr("Left out: {what}.") if ours else self.tr("Columns left out: {columns}.")
            told.append(soft(words.format(columns=left, what=left), self))
        told += [plain(words, self) for words in (*self._taken_so(ours), *map(self._repeats, seen.series))]
        self._brought = soft("", self)
        return [*told, self._brought]

    def _taken_so(self, ours: bool) -> list[str]:
        """Return how columns were understood, where somebody may know better."""
        yearless = self.tr(
            "{title}: a birthday without a year, such as {cell}, gives no year of birth, and is left out."
        )
        either = self.tr("{title}: {cell} may be two days. The day was taken to come first: look at the days.")
        turned = self.tr("{title}: names such as “{cell}” were turned, the family name last.")
        seen = self._seen
        told = ((yearless, seen.yearless), (either, seen.either), (turned, seen.turned))
        return [
            words.format(title=translate("fields", title) if ours else title, cell=cell)
            for words, cells in told
            for title, cell in cells.items()
        ]

    def _repeats(self, series: Series) -> str:
        words = self.tr("“{title}” repeats: %n date(s) of the 12 months from its next one are shown.", "", series.dates)
        words = text.grouped(words, series.dates).format(title=series.title)
        return f"{words} {self.tr('It goes on after these: import it again later.')}" if series.more else words

    def _unlike(self, titles: str) -> QWidget:
        told = self.tr(
            "This does not look like a list. Row {row} was taken for the titles of its columns, because it says"
            " “{titles}”. Nothing is ticked: look at the rows first."
        )
        label = plain(told.format(row=text.number(self._seen.titles_row), titles=titles), self)
        label.setProperty("kind", "wrong")
        return label

    def _field_called(self, name: str) -> str:
        field = declared(self._seen.kind).field(name)
        return text.field_label(field) if field is not None else translate("fields", called(name))

    def _found(self) -> str:
        seen, counts = self._seen, self._lines.counts
        new, known = counts.get(State.NEW, 0), counts.get(State.KNOWN, 0)
        differ = counts.get(State.CHANGED, 0) + counts.get(State.SHORTER, 0)
        more = len(seen.rows) - new - differ - known
        if not seen.rows and seen.titles_row:
            return self.tr("There are no rows below the titles.")
        if self._lines.all_here and not differ and not counts.get(State.KEPT):
            return self._nothing()
        told = [(new, self.tr("%n row(s) are fine.", "", new))] if new or not differ + known else []
        told += [(more, self.tr("%n row(s) want a look.", "", more))] if more else []
        words = self.tr("%n row(s) say otherwise of who is here. Tick whose you want to take over.", "", differ)
        told += [(differ, words)] if differ else []
        told += [(known, self.tr("%n row(s) say nothing new.", "", known))] if known else []
        return " ".join(text.grouped(sentence, count) for count, sentence in told)

    def _nothing(self) -> str:
        if self._seen.kind == "member":
            return self.tr("Everybody in this file is here already. There is nothing to import.")
        return self.tr("All of this file is here already. There is nothing to import.")

    def _told_why(self, index: QModelIndex) -> None:
        words = self.model.doubts(index.row())
        self._why.setText(words)
        self._why.setVisible(bool(words))

    def _turn(self) -> None:
        index: QModelIndex = self.table.currentIndex()
        line = self.model.lines[index.row()]
        problem = next((text.sentence(each.error) for each in line.row.problems if each.blocks), "")
        why = problem or self.model.doubts(index.row())
        self.wrong("" if line.takeable else self.tr("This row cannot be taken. {why}").format(why=why))
        if line.takeable:
            rows = set().union(*(range(each.top(), each.bottom() + 1) for each in marked(self.table)))
            together = self.model.together(index.row(), rows)
            self.model.tick(together, not self.model.is_ticked(index.row()), index.row())

    def _count(self) -> None:
        count, brought = self.model.count()
        words = self.tr("%n member(s) bring hours along. The circle’s pot balances them.", "", brought)
        self._brought.setText(text.grouped(words, brought) if brought else "")
        self._brought.setVisible(brought > 0)
        self.done_button.setText(text.grouped(self.tr("Import %n row(s)", "", count), count))
        self.done_button.setEnabled(count > 0)

    def _map(self) -> None:
        dialog = ImportColumns(declared(self._seen.kind), self._seen.mapping, self)
        dialog.accepted.connect(lambda: self._look_again(dialog.chosen(), self._seen.sheet))
        dialog.open()

    def _look_again(self, columns: dict[str, str], sheet: str = "", encoding: str = "") -> None:
        """Read the file as something else, or with other columns or letters, or another sheet of it."""
        self.wrong("")
        kind, encoding = str(self.kinds.currentData()), encoding or self._encoding

        def look(seen: Seen) -> None:
            self._sheet, self._encoding = sheet, encoding
            self._show(seen)

        def stay(error: CircleError) -> None:
            self._name_what_is_seen()
            if error.code == CANCELLED:
                tell_cancelled(self._shell)(error)
            else:
                self.wrong(text.sentence(error))

        _look(self._shell, self._file, self, kind, columns, look, sheet, encoding=encoding, failed=stay)

    def _name_what_is_seen(self) -> None:
        """What was chosen and could not be read is not what would come in."""
        self.kinds.setCurrentIndex(self.kinds.findData(self._seen.kind))
        self.sheets.setCurrentIndex(self.sheets.findData(self._seen.sheet))
        self.letters.show_read(self._seen.encoding)

    def _import(self) -> None:
        self.done_button.setEnabled(False)
        ticked, seen = self.model.ticked, self._seen
        progress = Progress(self.windowTitle(), self)

        def taken(verbs: Verbs) -> Imported:
            wanted = Preview(seen.kind, seen.name, ticked.chosen(), seen.mapping)
            return import_preview(verbs, wanted, also=ticked.taken, less=ticked.less, told=progress.told, say=_in_words)

        def start(done: Then, failed: Then) -> None:
            self._shell.tasks.mutate(taken, done, failed)

        progress.run(start, self._done, self.refused)

    def _done(self, made: Imported) -> None:
        self._shell.signals.changed.emit(made.changes)
        added = len(made.added) + len(made.changed)
        left = len(self._seen.rows) - added
        said = text.grouped(self.tr("%n row(s) imported", "", added), added)
        if left:
            said = f"{said}, {text.grouped(self.tr('%n left out', '', left), left)}"
        self._shell.signals.said.emit(said, made.changes.action)
        self.accept()


def _in_words(phrase: Phrase) -> str:
    """Return what is kept in a record's notes, in this person's language."""
    if phrase.template != LEFT_OVER:
        return text.phrase(phrase)
    return text.labelled(translate("fields", phrase.names["field"]), phrase.names["cell"])
