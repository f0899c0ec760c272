"""What is wrong is told where it can be seen, also below the foot of a small window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from learningcircles_ui.parts.layouts import scrolled
from learningcircles_ui.parts.wrong import Wrong


@pytest.mark.parametrize("has_keys", [True, False])
def test_it_is_scrolled_to(qtbot: QtBot, has_keys: bool) -> None:
    around, inside = QWidget(), QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(inside)
    fields = [QLineEdit(inside) for _ in range(12)]
    for field in fields:
        column.addWidget(field)
    wrong = Wrong(column, inside)
    QVBoxLayout(around).addWidget(scrolled(inside, around))
    around.resize(300, 200)
    around.show()
    around.activateWindow()
    qtbot.waitExposed(around)
    at = fields[6]
    if has_keys:
        at.setFocus()
    wrong.tell("That is not the passphrase of this backup.", at)
    qtbot.waitUntil(lambda: wrong.visibleRegion().boundingRect() == wrong.rect())
