"""What is cut: a control or words that have less room than they ask for, or that stand where nobody sees them."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollArea,
    QTableView,
    QWidget,
)

from learningcircles_ui.parts.ticks import Radio, Tick
from learningcircles_ui.parts.words import BREAK

WATCHED = (QAbstractButton, QLabel, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QProgressBar)
_SLACK, _CELL = 1, 20
"""Pixels that nobody sees; those beside the words of a cell."""


def cut(front: QWidget) -> list[str]:
    """Return what is cut in a window, a sentence each."""
    return [
        f"{type(each).__name__} “{_words(each)}”: {why}" for each in _watched(front) for why in _faults(each, front)
    ]


def _watched(front: QWidget) -> Iterator[QWidget]:
    for each in front.findChildren(QWidget):
        if isinstance(each, WATCHED) and each.isVisible() and not each.objectName().startswith("qt_"):
            yield each


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return widget.accessibleName() or (str(text())[:60] if callable(text) else "")


def _faults(widget: QWidget, front: QWidget) -> Iterator[str]:
    wide, high = _asks(widget)
    if not widget.toolTip() and widget.width() < wide - _SLACK:
        yield f"{widget.width()} wide of {wide}"
    if widget.height() < high - _SLACK:
        yield f"{widget.height()} high of {high}"
    for sibling in widget.parentWidget().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        over = sibling.geometry().intersected(widget.geometry())
        if sibling is not widget and sibling.isVisible() and isinstance(sibling, WATCHED) and not over.isEmpty():
            yield f"{over.width()} by {over.height()} of it lies over “{_words(sibling)}”"
    beyond = _beyond(widget, front)
    if beyond:
        yield beyond


def _asks(widget: QWidget) -> tuple[int, int]:
    """Return the width and height that it needs: a field scrolls, wrapped words take the width they get."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return _longest(widget), widget.heightForWidth(widget.width())
    hint = widget.sizeHint()
    if isinstance(widget, Tick | Radio):
        return widget.minimumSizeHint().width(), widget.heightForWidth(widget.width())
    if isinstance(widget, QPlainTextEdit):
        return 0, 0
    if isinstance(widget, QLineEdit | QAbstractSpinBox):
        return 0, hint.height()
    return hint.width(), hint.height()


def _longest(label: QLabel) -> int:
    """Return the width in pixels of the longest piece of wrapped words that cannot be broken."""
    metrics = label.fontMetrics()
    pieces = QLabel.text(label).replace(BREAK, " ").split()
    return max((metrics.horizontalAdvance(piece) for piece in pieces), default=0)


def _beyond(widget: QWidget, front: QWidget) -> str:
    """Return how it stands outside of what holds it, where that cannot be scrolled to."""
    above = widget.parentWidget()
    while above is not None:
        area = QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
        held = above.rect()
        scrolls = isinstance(above.parentWidget(), QAbstractScrollArea)
        if area.left() < held.left() - _SLACK or area.right() > held.right() + _SLACK:
            return f"{area.left()}…{area.right()} across of {type(above).__name__} {held.width()}"
        if not scrolls and (area.top() < held.top() - _SLACK or area.bottom() > held.bottom() + _SLACK):
            return f"{area.top()}…{area.bottom()} down of {type(above).__name__} {held.height()}"
        if scrolls and not isinstance(above.parentWidget(), QScrollArea):
            return ""  # a cell's own editor: its table scrolls both ways
        if above is front:
            return ""
        above = above.parentWidget()
        if scrolls:
            widget = above  # what holds the scroll area has to hold that one whole
            above = above.parentWidget()
    return ""


def cut_cells(table: QTableView) -> list[str]:
    """Return the texts of the cells in view of a table that end with dots, and of the titles."""
    model, header = table.model(), table.horizontalHeader()
    there = [at for at in range(header.count()) if not header.isSectionHidden(at)]
    words, titles = table.fontMetrics(), QFontMetrics(header.font())
    rows = [
        str(model.index(row, at).data() or "")
        for at in there
        for row in range(model.rowCount())
        if words.horizontalAdvance(str(model.index(row, at).data() or "")) > table.columnWidth(at) - _CELL
    ]
    heads = [str(model.headerData(at, Qt.Orientation.Horizontal)) for at in there]
    return rows + [
        title for at, title in zip(there, heads, strict=True) if titles.horizontalAdvance(title) > table.columnWidth(at)
    ]
