"""Tab walks all that there is to touch in the hall, in the order seen, with a ring that is seen, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.hall.hall import Hall
from tests.ui.hands import Key
from tests.ui.test_hall_keys import hall, type_in

__all__ = ["hall"]
Settle = Callable[[Desktop], None]


def stops(hall: Hall, key: Key) -> list[QWidget]:
    """Return where the keyboard comes to by a key, until it is back where it was."""
    found: list[QWidget] = []
    while (at := QApplication.focusWidget()) is not None and at not in found:
        found.append(at)
        QTest.keyClick(at, key)
    assert all(hall.isAncestorOf(each) and each.isVisible() for each in found)
    return found


def targets(hall: Hall) -> list[QWidget]:
    """Return what can be pressed, chosen or typed in, in the order seen."""
    held = [each for kind in (QPushButton, QLineEdit, QListView) for each in hall.findChildren(kind)]
    seen = [each for each in held if each.isVisible() and each.isEnabled()]
    at = {each: each.mapTo(hall, each.rect().center()) for each in seen}
    return sorted(seen, key=lambda each: (at[each].y() // 8, at[each].x()))


def ringed(hall: Hall, target: QWidget, other: QWidget) -> bool:
    """Return whether a target looks otherwise while it has the keyboard."""
    area = QRect(target.mapTo(hall, QPoint()), target.size()).adjusted(-4, -4, 4, 4)
    target.setFocus(Qt.FocusReason.TabFocusReason)
    held = hall.grab(area).toImage()
    other.setFocus(Qt.FocusReason.TabFocusReason)
    return hall.grab(area).toImage() != held


def named(widgets: list[QWidget]) -> list[str]:
    return [each.accessibleName() for each in widgets]


@pytest.mark.parametrize("scene", ["first", "swap", "last", "came", "guest", "known"])
def test_tab_walks_all_there_is_to_touch_as_it_is_seen(
    hall: Hall, other: Verbs, desktop: Desktop, settle: Settle, qtbot: QtBot, scene: str
) -> None:
    other.records.add("meetup", {"title": "Bikes", "start": f"{other.desk.today()}T23:30", "minutes": 20, "reach": 1})
    hall.shell.signals.changed.emit(Changes())
    settle(desktop)
    hall.go({"last": "swap", "known": "guest"}.get(scene, scene))
    settle(desktop)
    if scene == "last":
        for name in ("tom", "mia o"):
            type_in(hall.swap.people, name)
    if scene in ("guest", "known"):
        hall.guest.name.setText("Tom" if scene == "known" else "Zora")
    if scene == "known":
        hall.guest.sign_up()
    settle(desktop)
    hall.tell("Tom is here.", b"12345678")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None and hall.undo_button.isVisible())
    seen = targets(hall)
    assert len(seen) > 3 and hall.undo_button in seen
    for key, expected in ((Key.Key_Tab, seen), (Key.Key_Backtab, seen[::-1])):
        at = expected.index(QApplication.focusWidget())
        assert named(stops(hall, key)) == named([*expected[at:], *expected[:at]])
    assert [each for each, other in zip(seen, [*seen[1:], seen[0]], strict=True) if not ringed(hall, each, other)] == []
