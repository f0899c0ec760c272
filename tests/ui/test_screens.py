"""The contact sheets: one command photographs every page and dialog, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from learningcircles_ui.screens.looks import Pseudo


def test_one_command_photographs_everything(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "learningcircles_ui.screens", str(tmp_path), "--look", "empty"]
    subprocess.run(command, env=environment, check=True, stderr=subprocess.DEVNULL)
    pictures = sorted((tmp_path / "empty").glob("*.png"))
    assert len(pictures) >= 10
    assert [each.name for each in pictures if _blank(QImage(str(each)))] == []
    assert QImage(str(tmp_path / "empty.png")).width() > 2000


def _blank(picture: QImage) -> bool:
    points = ((x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 3))
    return len({picture.pixel(*point) for point in points}) < 8


def test_the_language_nobody_speaks_keeps_what_is_filled_in(qapp: QApplication) -> None:
    pseudo = Pseudo(qapp)
    assert isinstance(pseudo, QTranslator) and not pseudo.isEmpty()
    assert pseudo.translate("", "%n came to {title}.") == "⟦%n çàmé tö {title}. ·⟧"
