"""What takes long is done on other threads: the window's does no more for a long list than for a short one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.before.first_run import FirstRun
from learningcircles_ui.parts.qr import QrCode
from learningcircles_ui.window import Window
from tests.ui.drops import drop
from tests.ui.test_import_list import shown
from tests.ui.work import counted

Settle = Callable[[Desktop], None]
MANY = 1500


def test_a_long_preview_asks_no_more_of_the_window_than_a_short_one(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    def looked(rows: int) -> tuple[Counter[str], Counter[str]]:
        file = tmp_path / f"people {rows}.csv"
        people = "".join(f"P{number:05},06{number:08},{1950 + number % 70}\n" for number in range(rows))
        file.write_text(f"Name,Phone,Year of birth\n{people}", "utf-8")
        with counted() as opening:
            drop(window, [file])
            dialog = shown(qapp, qtbot)
            settle(desktop)
        assert dialog.model.rowCount() == rows
        dialog.table.go_to(0)
        dialog.table.selectAll()
        settle(desktop)
        with counted() as ticking:
            QTest.keyClick(dialog.table, Qt.Key.Key_Space)
            settle(desktop)
        assert not dialog.model.taken and not dialog.done_button.isEnabled()
        dialog.reject()
        settle(desktop)
        return opening, ticking

    few, many = looked(60), looked(MANY)
    for short, long in zip(few, many, strict=True):
        grown = {name: long[name] - short[name] for name in long if long[name] - short[name] >= MANY // 2}
        assert not grown, grown


def test_a_picture_is_unpacked_aside(
    desktop: Desktop, window: Window, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    picture = tmp_path / "code.png"
    QrCode("learningcircles://join/ABC", "a code").grab().toImage().save(str(picture))
    with counted() as calls:
        drop(window, [picture])
        settle(desktop)
        assert isinstance(desktop.front, FirstRun) and desktop.front.names.invitation.text().endswith("/ABC")
        desktop.front.names.take_picture(picture)
        desktop.front.again_back.take_picture(picture)
        settle(desktop)
    assert desktop.front.again_back.words.toPlainText().endswith("/ABC")
    read = {name: times for name, times in calls.items() if name.startswith("learningcircles_ui.parts.qr.")}
    assert not read, read
    picture.write_text("nothing", "utf-8")
    desktop.front.names.take_picture(picture)
    desktop.open()  # it is left before the answer comes
    settle(desktop)
