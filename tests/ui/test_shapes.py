"""Layouts that go on below, words that can be broken, tick boxes that wrap: measured without a window of ours."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QStringListModel, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learningcircles_ui.hall.large import large_font
from learningcircles_ui.parts.choice import Choice
from learningcircles_ui.parts.dialogs import Dialog
from learningcircles_ui.parts.empty import EmptyState
from learningcircles_ui.parts.flow import Beside, Flow
from learningcircles_ui.parts.headings import button, plain, title
from learningcircles_ui.parts.proposals import Proposals
from learningcircles_ui.parts.ticks import Tick
from learningcircles_ui.parts.words import BREAK, Words, breakable
from learningcircles_ui.theme import Theme, larger

EMAIL = "maximiliane.friederike@nachbarschaft.example"


def test_controls_go_on_below_where_they_do_not_fit(qtbot: QtBot) -> None:
    held = QWidget()
    qtbot.addWidget(held)
    flow = Flow(held)
    near, far = QPushButton("Print", held), [QPushButton(words, held) for words in ("Import a list", "Add a member")]
    flow.add(near)
    for each in far:
        flow.add(each, far=True)
    line = flow.sizeHint()
    held.resize(line.width() + 100, line.height())
    held.show()
    assert flow.heightForWidth(line.width()) == line.height()
    assert near.x() == 0 and far[1].geometry().right() + 1 == held.width()
    held.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.activate()
    assert near.geometry().right() + 1 == held.width() and far[1].x() == 0
    narrow = max(each.sizeHint().width() for each in (near, *far))
    assert flow.minimumSize().width() <= narrow
    assert flow.heightForWidth(narrow) == 3 * line.height() + 2 * flow.spacing()
    far[0].hide()
    assert flow.heightForWidth(narrow) == 2 * line.height() + flow.spacing()


def test_a_control_stands_below_words_that_would_have_too_little_room(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp).choose("light")
    held = QWidget()
    qtbot.addWidget(held)
    words, control = (
        Words("Share by itself as soon as there is a network, and never before", held),
        QPushButton("Fine", held),
    )
    words.setWordWrap(True)
    layout = Beside(words, control, held, least=200)
    held.resize(600, layout.heightForWidth(600))
    held.show()
    assert words.geometry().right() < control.x()
    held.resize(200, layout.heightForWidth(200))
    layout.activate()
    assert control.y() > words.geometry().bottom() and control.geometry().bottom() < held.height()


@pytest.mark.parametrize("text", ["Yoga", "a repair evening every week", "+33 6 12 34 56 78"])
def test_short_words_are_left_alone(text: str) -> None:
    assert breakable(text) == text


def test_long_words_can_be_broken_and_are_copied_whole(qapp: QApplication, qtbot: QtBot) -> None:
    assert breakable(EMAIL).split(BREAK)[:2] == ["maximiliane.", "friederike@"]
    compound = "Donaudampfschifffahrtsgesellschaftskapitän"
    assert breakable(compound).replace(BREAK, "") == compound and BREAK in breakable(compound)
    label = Words(EMAIL)
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    assert label.text() == label.accessibleName() == EMAIL
    assert label.minimumSizeHint().width() < label.fontMetrics().horizontalAdvance(EMAIL) / 2
    label.show()
    label.setSelection(0, len(breakable(EMAIL)))
    assert label.selectedText() == EMAIL
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == EMAIL


def test_a_tick_box_wraps_and_its_words_tick_it(qtbot: QtBot) -> None:
    tick = Tick("I have a backup, or nobody needs to run the circle any more")
    qtbot.addWidget(tick)
    whole = tick.sizeHint()
    assert tick.heightForWidth(whole.width()) == whole.height()
    half = whole.width() // 2
    held = QVBoxLayout()
    held.addWidget(tick)
    assert held.minimumSize().width() < half, "it does not spread what holds it"
    held.removeWidget(tick)
    assert tick.heightForWidth(half) > tick.fontMetrics().height() * 2
    tick.resize(half, tick.heightForWidth(half))
    tick.show()
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QRect(tick.rect()).bottomRight() / 2)
    assert tick.isChecked()


def test_a_button_with_a_long_name_is_cut_and_tells_it(qapp: QApplication, qtbot: QtBot) -> None:
    Theme(qapp).choose("light")
    words = f"Open {EMAIL} {EMAIL} {EMAIL}"
    made = button(words, tip="Another circle")
    qtbot.addWidget(made)
    whole = made.sizeHint().width()
    assert made.minimumSizeHint().width() < whole
    made.resize(whole, 32)
    made.show()
    assert QPushButton.text(made) == words and made.toolTip() == "Another circle"
    made.resize(300, 32)
    assert QPushButton.text(made).endswith("…") and made.toolTip() == f"{words}\nAnother circle"
    assert made.text() == made.accessibleName() == words and made.sizeHint().width() == whole
    made.resize(whole, 32)
    assert QPushButton.text(made) == words


@pytest.mark.parametrize(("high", "seen"), [(400, (True, True)), (150, (True, False)), (95, (False, False))])
def test_in_too_little_height_an_empty_state_does_without_its_picture(
    qapp: QApplication, qtbot: QtBot, high: int, seen: tuple[bool, bool]
) -> None:
    Theme(qapp).choose("light")
    card = QWidget()
    qtbot.addWidget(card)
    card.resize(400, 400)
    words = "No offer yet", "What could somebody show others?", "Add an offer"
    state = EmptyState("bulb", *words, lambda: None, card)
    card.show()
    state.resize(400, high)
    qapp.processEvents()
    picture = next(each for each in state.children() if type(each).__name__ == "_Disc")
    assert isinstance(picture, QWidget) and state.button is not None
    assert (state.heading.isVisible(), picture.isVisible()) == seen
    assert state.button.geometry().bottom() <= high and state.sentence.y() >= 0


def test_a_dialog_has_room_for_words_that_come_after_it_was_shown(qtbot: QtBot) -> None:
    dialog = Dialog("Hall laptop", "Save")
    qtbot.addWidget(dialog)
    held = QWidget(dialog)
    column, words = QVBoxLayout(held), plain("", held)
    column.addWidget(words)
    dialog.body.addWidget(held)
    dialog.fit()
    dialog.show()
    qtbot.waitExposed(dialog)
    words.setText("What it may hold is told in a sentence that needs more than one line to be read as a whole. " * 3)
    dialog.fit()
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert not dialog._area._bar.isVisible()


@pytest.mark.parametrize("rows", [1, 4])
def test_proposals_and_choices_show_all_of_their_rows_and_no_more(qapp: QApplication, qtbot: QtBot, rows: int) -> None:
    Theme(qapp).choose("light", 100)
    line, choice = QLineEdit(), Choice()
    proposals = Proposals(QStringListModel([f"Row {number}" for number in range(rows)]), line)
    choice.addItems([f"Row {number}" for number in range(rows)])
    for widget in (line, choice):
        qtbot.addWidget(widget)
        widget.show()
    proposals.offer(line, marks=True)
    wanted = sum(proposals.view.sizeHintForRow(row) for row in range(rows))
    qtbot.waitUntil(lambda: wanted <= proposals.view.height() <= wanted + 8)
    choice.showPopup()
    view = choice.view()
    qtbot.waitUntil(view.isVisible)
    wanted = sum(view.sizeHintForRow(row) for row in range(rows))
    assert wanted <= view.viewport().height() <= wanted + 12
    choice.hidePopup()
    proposals.hide()


def test_a_dialog_has_room_for_a_heading_of_several_lines(qtbot: QtBot) -> None:
    dialog = Dialog("Nachbarschaftsselbsthilfewerkstätten am Alten Rangierbahnhof und Umgebung is locked " * 2, "Open")
    qtbot.addWidget(dialog)
    dialog.body.addWidget(QLineEdit(dialog))
    dialog.fit()
    dialog.show()
    qtbot.waitExposed(dialog)
    assert dialog._area.viewport().height() >= dialog._inside.minimumSizeHint().height()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("down", [0.1, 0.95])
def test_proposals_lie_where_there_is_room(
    qapp: QApplication, qtbot: QtBot, way: Qt.LayoutDirection, down: float
) -> None:
    Theme(qapp).choose("light", 100)
    held = QWidget()
    qtbot.addWidget(held)
    held.setLayoutDirection(way)
    line = QLineEdit(held)
    proposals = Proposals(QStringListModel([f"Row {number}" for number in range(7)]), line)
    screen = held.screen().availableGeometry()
    line.setGeometry(0, 0, 120, 30)
    held.setGeometry(screen.left() + screen.width() // 2, int(screen.top() + screen.height() * down), 120, 30)
    held.show()
    proposals.offer(line, marks=False)
    at, list_ = QRect(line.mapToGlobal(QPoint()), line.size()), proposals.geometry()
    assert screen.contains(list_) and not list_.intersects(at)
    assert (list_.bottom() < at.top()) is (down > 0.5), "above its line where there is no room below"
    mirrored = way is Qt.LayoutDirection.RightToLeft
    assert (list_.right() == at.right()) if mirrored else (list_.left() == at.left()), "it begins where its line does"
    held.move(screen.right() - 100 if not mirrored else screen.left() - 20, held.y())
    proposals.offer(line, marks=False)
    assert screen.contains(proposals.geometry())


def test_text_has_a_size_where_the_system_tells_its_own_in_points(qapp: QApplication, qtbot: QtBot) -> None:
    before = qapp.font()
    qapp.setFont(QFont("Inter", 10))
    try:
        assert qapp.font().pixelSize() == -1
        made = title("Today")
        qtbot.addWidget(made)
        assert made.font().pixelSize() > 15 and large_font().pixelSize() > 15 and larger(100) > 60
    finally:
        qapp.setFont(before)
