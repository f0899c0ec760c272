"""A list is saved over no file that is there unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QMessageBox

from learningcircles_ui import text
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.people.page import PeoplePage
from learningcircles_ui.pages.records.list_files import ask_where
from tests.ui.late import Settle, shown_of


def test_a_list_asks_before_it_overwrites(people: PeoplePage, desktop: Desktop, settle: Settle, tmp_path: Path) -> None:
    """The ending belongs to the name when the dialog looks whether the file is there."""
    there = tmp_path / f"Members {text.today()}.xlsx"
    there.write_bytes(b"last hour's list")
    ask_where(desktop.window.lists.listed())
    (dialog,) = shown_of(desktop.window, QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(f"Members {text.today()}")
    asked: list[str] = []

    def say_no() -> None:
        boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
        for box in boxes:
            asked.append(box.text())
            box.reject()
        if not boxes and dialog.isVisible():
            again.start(0)

    again = QTimer(dialog, singleShot=True)
    again.timeout.connect(say_no)
    again.start(0)
    dialog.accept()
    settle(desktop)
    assert len(asked) == 1 and there.name in asked[0]
    assert there.read_bytes() == b"last hour's list"


def test_each_kind_of_file_that_is_offered_is_written(
    people: PeoplePage, desktop: Desktop, settle: Settle, tmp_path: Path
) -> None:
    """Also one whose words hold brackets, as the filter's own ending does."""
    heads = {"pdf": b"%PDF", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "vcf": b"BEGIN:VCARD", "json": b"["}
    for number in range(7):
        ask_where(desktop.window.lists.listed())
        (dialog,) = shown_of(desktop.window, QFileDialog)
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        kinds.setCurrentIndex(number)
        kinds.textActivated.emit(kinds.currentText())
        kind = dialog.nameFilters()[number]
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile(f"list {number}")
        dialog.accept()
        settle(desktop)
        ending = kind.rpartition("*.")[2].rstrip(")")
        assert (tmp_path / f"list {number}.{ending}").read_bytes().startswith(heads.pop(ending, b"")), kind
    assert not heads, "every kind was offered"
