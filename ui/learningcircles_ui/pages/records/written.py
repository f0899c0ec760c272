"""A list on its way into a file or onto paper: where to is asked, how far it is can be seen, and the copy is noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from learningcircles.circle.reader import Reader
from learningcircles.laptop.copies import EXPORT, note_copy
from learningcircles.laptop.files import write_whole
from learningcircles_ui import text
from learningcircles_ui.parts.files import ask_to_save
from learningcircles_ui.parts.progress import Progress, tell_cancelled
from learningcircles_ui.print.listing import Sheet, Told, draw_list
from learningcircles_ui.print.paper import Paper, pdf_bytes
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then

translate = QCoreApplication.translate
_NO_NAME = str.maketrans(dict.fromkeys('/\\:*?"<>|\n', "-"))
"""What one system or another takes for something else in a file's name."""
Printed = tuple[Sheet, Collection[bytes] | None]
"""What is printed, and the ids of the records that stand on it, where that is known."""


class Written(NamedTuple):
    """How many rows are in a file, and which records, where that is known."""

    rows: int
    about: Collection[bytes] | None


def ask_as(parent: QWidget, title: str, kinds: Mapping[str, str], then: Callable[[Path, str], None]) -> None:
    """Ask for a file for a list; `kinds` are words → ending. `then` is given the file and the words that were chosen.

    The ending that somebody has written says what it is, else the one that is chosen is added.
    """
    offered = {f"{words} (*.{ending})": words for words, ending in kinds.items()}
    asked = translate("Lists", "Save “{list}” as").format(list=title)

    def save(path: Path) -> None:
        chosen = which(dialog.selectedNameFilter())
        given = path.suffix.lower().lstrip(".")
        whole = path if given in kinds.values() else path.with_name(f"{path.name}.{kinds[chosen]}")
        then(whole, chosen)

    dialog = ask_to_save(parent, asked, f"{title} {text.today()}".translate(_NO_NAME), ";;".join(offered), save)

    def which(shown: str) -> str:
        return offered.get(shown, shown)  # some systems show the words alone

    def ends(shown: str) -> None:
        dialog.setDefaultSuffix(kinds[which(shown)])

    dialog.filterSelected.connect(ends)
    ends(dialog.selectedNameFilter())  # else the dialog looks whether a file of another name is there


def save_as(shell: Shell, parent: QWidget, path: Path, write: Callable[[Reader, Told], Written]) -> None:
    """Write a file by `write`, on the reader's thread; then it is noted, and told to whom it is readable."""
    progress = Progress(translate("Lists", "Saving {file}").format(file=path.name), parent.window())

    def done(written: Written) -> None:
        count, about = written
        shell.tasks.mutate(lambda verbs: note_copy(verbs.circle, EXPORT, str(path.absolute()), about=about))
        words = translate("Lists", "%n row(s) are in {file}. Whoever has the file can read it.", "", count)
        shell.signals.said.emit(text.grouped(words, count).format(file=path.name), b"")

    def begin(then: Then, failed: Then) -> None:
        shell.tasks.query_long(lambda reader: write(reader, progress.told), then, failed, finishes=True)

    progress.run(begin, done, tell_cancelled(shell))


def write_sheet(path: Path, paper: str, sheet: Sheet, told: Told) -> int:
    """Write a list as it is on paper into a file; return how many rows it has."""
    write_whole(path, pdf_bytes(lambda page: draw_list(page, sheet, told), paper, sheet.title))
    return len(sheet.rows)


def print_sheet(shell: Shell, parent: QWidget, title: str, read: Callable[[Reader, Told], Printed]) -> None:
    """Show a list as it will be on paper, once `read` has read it on the reader's thread."""
    progress = Progress(translate("Lists", "Print “{list}”").format(list=title), parent.window())

    def show(printed: Printed) -> None:
        sheet, about = printed

        def draw(page: Paper) -> None:
            draw_list(page, sheet)

        note = translate("Lists", "Whoever finds the paper can read it.")
        PrintPreview(shell, title, draw, parent.window(), note=note, about=about).open()

    def begin(then: Then, failed: Then) -> None:
        shell.tasks.query_long(lambda reader: read(reader, progress.told), then, failed, stop=progress.stop)

    progress.run(begin, show, tell_cancelled(shell))
