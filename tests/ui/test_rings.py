"""What has the keyboard has one ring round it: no less, and no second one."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.headings import button
from learningcircles_ui.parts.ticks import Radio, Tick, words_begin
from learningcircles_ui.window import Window
from tests.ui.late import front

TAB = Qt.FocusReason.TabFocusReason


def ringed(widget: Radio | Tick) -> bool:
    """Return whether something is drawn above the words."""
    paper = widget.grab(QRect(words_begin(), 0, widget.width() - words_begin(), 4)).toImage()
    return len({paper.pixel(x, y) for x in range(paper.width()) for y in range(paper.height())}) > 1


def test_a_choice_that_has_the_keyboard_is_seen_to(window: Window, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    made: list[Radio | Tick] = [Radio("Begin a circle", holder), Tick("They agreed", holder)]
    for each in made:
        column.addWidget(each)
    holder.show()
    front(holder)
    for each in made:
        each.setChecked(True)
        each.setFocus()
        assert [other for other in made if ringed(other)] == [each]


def test_a_button_that_has_the_keyboard_has_one_ring(window: Window, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    made = [button("Go on", lambda: None, kind=kind, parent=holder) for kind in ("", "main", "plain", "link")]
    for each in made:
        column.addWidget(each)
    holder.show()
    front(holder)

    def drawn(each: QPushButton, *, by_key: bool) -> QImage:
        each.setFocus(TAB)
        holder.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, by_key)
        return each.grab().toImage()

    for each in made:
        ringed = drawn(each, by_key=True)
        assert ringed == drawn(each, by_key=False)
        each.clearFocus()
        assert each.grab().toImage() != ringed, "it is seen which one has the keyboard"


def test_whoever_has_chosen_how_to_begin_goes_on_with_tab(window: Window, desktop: Desktop, qtbot: QtBot) -> None:
    first = desktop.begin("")
    front(first)
    first.go(1)
    stops = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == [first.on, first.back]
