"""The search field: what a key in it costs, and how it is cleared."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learningcircles_ui.parts.search_field import SearchField


class Layouts(QObject):
    """Counts how often a widget is asked to lay out what it holds."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.LayoutRequest
        return False


def test_a_key_lays_out_nothing_anew(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = SearchField("Search names", window)
    QVBoxLayout(window).addWidget(field)
    window.show()
    QApplication.processEvents()
    layouts = Layouts(window)
    QTest.keyClicks(field.edit, "an")
    field.edit.clear()
    QApplication.processEvents()
    assert not layouts.count
    field.setMinimumHeight(60)
    QApplication.processEvents()
    assert layouts.count, "it would have been seen"


def test_it_is_cleared_where_something_was_typed(qtbot: QtBot) -> None:
    field = SearchField("Search names")
    qtbot.addWidget(field)
    field.show()
    (clear,) = field.findChildren(QToolButton)
    empty = clear.grab().toImage()
    assert not clear.isEnabled() and clear.accessibleName() != ""
    field.edit.setText("zoe")
    assert clear.isEnabled() and clear.grab().toImage() != empty, "it is seen once there is something to clear"
    heard: list[str] = []
    field.typed.connect(heard.append)
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert heard == [""] and not field.text() and clear.grab().toImage() == empty
