"""The hall’s fields: nothing comes in but what is typed, and Ctrl+Z in an empty one is the Undo that is offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.hands import CTRL, SHIFT, Key
from tests.ui.late import Settle
from tests.ui.test_hall_keys import hall, type_in
from tests.ui.test_hall_waiting import asking, guests, write

__all__ = ["asking", "hall"]


@pytest.fixture
def copied(qapp: QApplication) -> Iterator[str]:
    """Something that the organizer has copied."""
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("Mia Berg 0123456789")
    yield clipboard.text()
    clipboard.clear()


def fields(hall: Hall) -> list[QLineEdit]:
    found = hall.findChildren(QLineEdit)
    assert len(found) == 5
    return found


def test_nothing_is_pasted_into_the_hall(hall: Hall, copied: str) -> None:
    for field in fields(hall):
        QTest.keyClick(field, Key.Key_V, CTRL)
        QTest.keyClick(field, Key.Key_Insert, SHIFT)
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            at, middle = QPointF(5, 5), Qt.MouseButton.MiddleButton
            event = QMouseEvent(kind, at, field.mapToGlobal(at), middle, middle, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(field, event)
        assert field.text() == ""
        assert field.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu and not field.dragEnabled()


def test_the_middle_button_does_nothing_in_the_hall(hall: Hall) -> None:
    """On X11 it pastes what is marked in any window; elsewhere it would set the cursor, and so is seen here."""
    for field in fields(hall):
        field.setText("Mia")
        at, middle = QPointF(1, 5), Qt.MouseButton.MiddleButton
        for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event = QMouseEvent(kind, at, field.mapToGlobal(at), middle, middle, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(field, event)
        assert field.cursorPosition() == len("Mia")


def test_nothing_is_dropped_into_the_hall(hall: Hall) -> None:
    assert not any(field.acceptDrops() for field in fields(hall))


def test_undo_in_the_empty_field_takes_back_what_was_written_down(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("Ute⏎")
    settle(desktop)
    assert guests(other) == ["Ute"]
    QTest.keyClick(asking.guest.name, Key.Key_Z, CTRL)
    settle(desktop)
    assert guests(other) == [] and asking.sentence.text() == "Undone."
    QTest.keyClick(asking.guest.name, Key.Key_Z, CTRL)
    settle(desktop)
    assert guests(other) == [] and asking.guest.name.text() == "", "there is nothing more to undo"


def test_undo_among_those_who_came_does_too(hall: Hall, other: Verbs, desktop: Desktop, settle: Settle) -> None:
    hall.go("came")
    settle(desktop)
    type_in(hall.came.people, "tom")
    settle(desktop)
    assert len(other.reader.list("attendance")) == 1
    QTest.keyClick(hall.came.people.letters, Key.Key_Z, CTRL)
    settle(desktop)
    assert other.reader.list("attendance") == []


def test_undo_where_letters_stand_is_of_the_letters(
    asking: Hall, other: Verbs, desktop: Desktop, settle: Settle
) -> None:
    write("Ute⏎")
    settle(desktop)
    write("Kim")
    QTest.keyClick(asking.guest.name, Key.Key_Z, CTRL)
    settle(desktop)
    assert guests(other) == ["Ute"] and asking.guest.name.text() != "Kim"


def test_letters_that_somebody_has_taken_back_come_back_for_nobody(asking: Hall) -> None:
    write("Mia")
    for _ in "Mia":
        QTest.keyClick(asking.guest.name, Key.Key_Backspace)
    QTest.keyClick(asking.guest.name, Key.Key_Z, CTRL)
    assert asking.guest.name.text() == ""
