"""Asking for a file with the system's own dialog, without a loop of one's own.

The static functions of QFileDialog wait inside the system's loop: a circle could not be locked over them, and what was
chosen afterwards would still be written. These return at once; `then` is called if and when somebody has chosen.
Whoever locks rejects the dialog (`lockup`), and nothing follows.

Where the system has no dialog of its own, Qt's is shown: in the language of the program, with its icons.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractProxyModel,
    QCoreApplication,
    QDir,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QStandardPaths,
    Qt,
    QUrl,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFileSystemModel,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from learningcircles_ui.parts.delegate import CellDelegate
from learningcircles_ui.parts.icons import icon
from learningcircles_ui.parts.last_folder import last_folder
from learningcircles_ui.parts.layouts import on_screen
from learningcircles_ui.parts.proposals import dress_proposals
from learningcircles_ui.theme import ROW, larger

Then = Callable[[Path], None]
_URL = Qt.ItemDataRole.UserRole + 1
"""Where the places beside the files keep their address."""
_DRAWN = {
    "backButton": "chevron-left", "forwardButton": "chevron-right", "toParentButton": "chevron-up",
    "newFolderButton": "plus", "listModeButton": "layout-grid", "detailModeButton": "list",
}  # fmt: skip
"""Qt's buttons by name, and our icon for each: its own are another program's."""


_PLACES, _FILES, _HIGH = 150, 490, 440
"""Pixels at the usual size of text: the places known by name, the files beside them, and the whole."""


class _Drawn(QStyledItemDelegate):
    """Draws our icons in Qt's dialog.

    An icon provider would do so too, but Qt asks that on a thread of its own.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw a folder, a file, or the whole computer."""
        super().initStyleOption(option, index)
        model, drawn, held = index.model(), "folder", index
        if isinstance(model, QAbstractProxyModel):
            held = model.mapToSource(index)
            model = held.model()
        if isinstance(model, QFileSystemModel) and not model.isDir(held):
            drawn = "file-text"
        elif not isinstance(model, QFileSystemModel) and index.data(_URL) == QUrl("file:"):
            drawn = "device-laptop"
        shown: Any = option
        if not shown.icon.isNull():
            shown.icon = icon(drawn, "soft", gap=4)


class _Proposed(_Drawn):
    """The same below the line where a name is typed, in rows as high as everywhere."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as a row."""
        return QSize(super().sizeHint(option, index).width(), larger(ROW))


def ask_to_save(
    parent: QWidget, title: str, suggested: str, kinds: str, then: Then, *, overwrites: bool = True
) -> QFileDialog:
    """Ask where to write. `suggested` is a name, or a whole path; without `overwrites` the writer refuses by itself."""
    dialog = _dialog(parent, title, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not overwrites)
    path = Path(suggested)
    if path.is_absolute():
        dialog.setDirectory(str(path.parent))
    dialog.setDefaultSuffix(path.suffix.lstrip("."))
    dialog.selectFile(path.name)
    return _open(dialog, then)


def ask_to_open(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Ask for a file that is there; one that somebody has given another ending can be listed as well."""
    every = QCoreApplication.translate("Files", "All files (*)")
    dialog = _dialog(parent, title, f"{kinds};;{every}")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _open(dialog, then)


def ask_for_folder(parent: QWidget, title: str, then: Then) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _open(dialog, then)


def _dialog(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # "Lists", not the endings of all that may hold one
    if kinds:
        dialog.setNameFilter(kinds)
    last = last_folder()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    begins = (last.where() if last else "") or documents
    dialog.setDirectory(begins if Path(begins).is_dir() else QDir.homePath())
    dialog.setSidebarUrls([QUrl.fromLocalFile(place) for place in _places()] + [QUrl("file:")])
    return dialog


def _open(dialog: QFileDialog, then: Then) -> QFileDialog:
    dialog.finished.connect(lambda _: dialog.deleteLater())
    dialog.fileSelected.connect(lambda name: _chosen(Path(name), then))
    dialog.open()
    _dress(dialog)
    return dialog


def _chosen(path: Path, then: Then) -> None:
    last = last_folder()
    if last is not None:
        last.chose(path.parent)
    then(path)


def _places() -> list[str]:
    """Return the folders that people know by name, as far as they are there."""
    known = QStandardPaths.StandardLocation
    named = (known.HomeLocation, known.DocumentsLocation, known.DesktopLocation, known.DownloadLocation)
    held = dict.fromkeys(QStandardPaths.writableLocation(each) for each in named)
    return [folder for folder in held if folder and Path(folder).is_dir()]


def _dress(dialog: QFileDialog) -> None:
    """Give Qt's own dialog, where that is what is shown, the looks of the program's; the system's has its own."""
    rows = dialog.findChild(QTreeView, "treeView")
    if rows is None:
        return
    for name, drawn in _DRAWN.items():
        made = dialog.findChild(QToolButton, name)
        if made is not None:
            made.setIcon(icon(drawn, "soft"))
            made.setIconSize(QSize(larger(17), larger(17)))
    for view in dialog.findChildren(QAbstractItemView):
        if not isinstance(view, QHeaderView):
            view.setItemDelegate(_Drawn(view))
            view.setIconSize(QSize(larger(17), larger(17)))
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    if kinds is not None:
        kinds.setItemDelegate(CellDelegate(kinds, lines=False))  # rows as high as in every other choice
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    if line is not None and line.completer() is not None:
        proposed = dress_proposals(line.completer(), _Proposed(line))
        proposed.setIconSize(QSize(larger(17), larger(17)))
    where = dialog.findChild(QComboBox, "lookInCombo")
    if where is not None:
        where.setIconSize(QSize(0, 0))  # what Qt draws there comes from nowhere else
    parts = dialog.findChild(QSplitter, "splitter")
    if parts is not None:
        parts.setSizes([larger(_PLACES), larger(_FILES)])
    room = dialog.screen().availableGeometry().size()
    dialog.resize(on_screen(dialog, larger(_PLACES + _FILES) + 24, larger(_HIGH)).boundedTo(room))
    rows.header().setStretchLastSection(False)
    rows.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    rows.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    dress(dialog)


def dress(dialog: QDialog) -> None:
    """Give what Qt shows where the system has nothing of its own the looks of our dialogs."""
    for choice in dialog.findChildren(QComboBox):
        _arrow(choice)
    for each in dialog.findChildren(QDialogButtonBox):
        for pressed in each.buttons():
            pressed.setIcon(QIcon())


def _arrow(choice: QComboBox) -> None:
    """Draw the arrow that the style sheet leaves out of a combo box (our own paint it: see `choice`)."""
    shown = QLabel(choice)
    shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    shown.setPixmap(icon("chevron-down", "soft").pixmap(QSize(larger(16), larger(16))))
    row = QHBoxLayout(choice)
    row.setContentsMargins(8, 0, 8, 0)
    row.addStretch(1)
    row.addWidget(shown)
