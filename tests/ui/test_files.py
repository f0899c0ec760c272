"""The system's dialogs for files and printers: in the language of the program, where people keep their papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QFileInfo, QStandardPaths, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QFileIconProvider,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from learningcircles.laptop.home import Home
from learningcircles_ui import text
from learningcircles_ui.app import FOLDER, Desktop
from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.files import ask_to_open, ask_to_save
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.settings import speak
from learningcircles_ui.theme import ROW, colour, larger
from learningcircles_ui.window import Window

ALIKE = {"fr": {"Options", "Orientation", "Portrait", "Copies", "Pages", "&Options >>"}, "es": {"Color"}}
"""What is said in the same letters in English."""


def words(dialog: QWidget) -> list[str]:
    """Return what a dialog says, in the order of its parts."""
    said = [each.text() for kind in (QLabel, QPushButton) for each in dialog.findChildren(kind)]
    said += [each.itemText(row) for each in dialog.findChildren(QComboBox) for row in range(each.count())]
    return [each for each in said if sum(letter.isalpha() for letter in each) > 2]


def both(tmp_path: Path) -> list[QDialog]:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    return [QPrintDialog(printer), QFileDialog()]


@pytest.mark.parametrize("language", ["fr", "es"])
def test_qts_own_dialogs_speak_the_language_of_the_program(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told, kinds = [], list[str]()
    for spoken in ("en", language):
        speak(qapp, spoken)
        told.append([words(each) for each in both(tmp_path)])
        kinds.append(QFileIconProvider().type(QFileInfo(str(tmp_path))))
    speak(qapp, "en")
    assert kinds[0] != kinds[1], "a folder is called one in this language"
    for english, other in zip(*told, strict=True):
        paths = {each for each in english if each.startswith("/") or "(" in each or str(tmp_path.name) in each}
        left = [each for each, same in zip(english, other, strict=True) if each == same]
        assert len(english) > 5
        assert set(left) - paths - ALIKE[language] <= {"OK", "Tabloid", "Legal", "Letter", "Executive"}


def test_a_file_is_asked_for_in_documents_and_then_where_the_last_one_was(
    desktop: Desktop, home: Home, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, stick = tmp_path / "Documents", tmp_path / "stick"
    for folder in (documents, stick):
        folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(documents))
    parent, chosen = QWidget(), list[Path]()
    qtbot.addWidget(parent)
    first = ask_to_save(parent, "Save", "list.csv", "Tables (*.csv)", chosen.append)
    assert Path(first.directory().path()) == documents
    first.setDirectory(str(stick))
    first.selectFile("list")
    first.accept()
    assert chosen == [stick / "list.csv"], "with its ending"
    second = ask_to_open(parent, "Open", "Lists (*.csv)", chosen.append)
    assert Path(second.directory().path()) == stick
    second.reject()
    assert Home(home.folder, home.keys).settings[FOLDER] == str(stick), "the next time as well"
    stick.rmdir()
    third = ask_to_open(parent, "Open", "Lists (*.csv)", chosen.append)
    assert Path(third.directory().path()) == documents, "the stick was taken out"
    third.reject()


def test_the_kinds_of_files_are_said_in_words(desktop: Desktop, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked = ask_to_open(parent, "Open", "Lists (*.csv *.tsv *.txt *.xlsx *.xls *.ods)", print)
    kinds = asked.findChild(QComboBox, "fileTypeCombo")
    assert kinds is not None and kinds.currentText() == "Lists"
    assert isinstance(kinds.itemDelegate(), CellDelegate), "as high as the rows of other choices"
    asked.reject()


def test_qts_own_dialog_shows_our_pictures_and_whole_words(window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "members.csv").write_text("name", "utf-8")
    dialog = ask_to_open(window, "Open", "Lists (*.csv)", lambda _: None)
    dialog.setDirectory(str(tmp_path))
    rows, places = dialog.findChild(QTreeView, "treeView"), dialog.findChild(QListView, "sidebar")
    assert isinstance(rows, QTreeView) and isinstance(places, QListView)
    qtbot.waitUntil(lambda: rows.model().rowCount(rows.rootIndex()) >= 2)
    blue = max(pixel.blue() - pixel.green() for view in (rows, places) for pixel in _pixels(view))
    assert blue < 30, "no folder as another program draws it"
    header = rows.header()
    assert all(header.sectionSize(at) >= header.sectionSizeHint(at) for at in range(header.count()))
    assert places.sizeHintForColumn(0) <= places.viewport().width()
    dialog.reject()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_qts_own_dialog_proposes_is_painted_on_paper(
    desktop: Desktop, window: QWidget, tmp_path: Path, qtbot: QtBot, theme: str
) -> None:
    """Where nothing lies behind a window, as on a system that composes none, what is not painted is black."""
    desktop.theme.choose(theme)
    try:
        for name in ("members.csv", "meetups.csv"):
            (tmp_path / name).write_text("name", "utf-8")
        dialog = ask_to_open(window, "Open", "Lists (*.csv)", lambda _: None)
        dialog.setDirectory(str(tmp_path))
        line, rows = dialog.findChild(QLineEdit, "fileNameEdit"), dialog.findChild(QTreeView, "treeView")
        assert isinstance(line, QLineEdit) and isinstance(rows, QTreeView)
        qtbot.waitUntil(lambda: rows.model().rowCount(rows.rootIndex()) > 2)  # with the folder of the circle
        dialog.activateWindow()
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        popup = line.completer().popup()
        qtbot.keyClicks(line, "me")
        qtbot.waitUntil(lambda: popup.isVisible() and popup.model().rowCount() == 2)
        picture = QImage(popup.size(), QImage.Format.Format_ARGB32_Premultiplied)
        picture.fill(Qt.GlobalColor.transparent)
        popup.render(picture)
        clear = [at for at in range(picture.height()) if picture.pixelColor(picture.width() // 2, at).alpha() < 255]
        assert not clear and picture.pixelColor(picture.width() - 4, picture.height() // 2) == colour("raised")
        assert popup.sizeHintForRow(0) >= larger(ROW) - 2, "as high as in every other list"
        popup.hide()
        dialog.reject()
    finally:
        desktop.theme.choose("light")


def _pixels(view: QWidget) -> Iterator[QColor]:
    picture = view.grab().toImage()
    for x in range(min(40, picture.width())):
        yield from (picture.pixelColor(x, y) for y in range(30, min(90, picture.height())))


def test_a_paper_is_saved_under_a_name_that_tells_whose_it_is(desktop: Desktop, window: Window) -> None:
    """Two circles' recovery sheets of one day asked to take each other's place."""
    preview = PrintPreview(window.shell, "Recovery sheet", lambda page: page.text("words", 0, 0, 50, 10), window)
    preview.open()
    preview._save()
    asked = preview.findChild(QFileDialog)
    assert asked is not None
    assert Path(asked.selectedFiles()[0]).name == f"Recovery sheet – Harbour Circle {text.today()}.pdf"
    asked.reject()
    preview.reject()
