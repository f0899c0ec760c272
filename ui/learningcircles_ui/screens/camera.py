"""Photographing one look: a process of its own, since Qt takes its scale once, before anything is shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop, application
from learningcircles_ui.screens.looks import HIGH, WIDE, Look, dress
from learningcircles_ui.screens.popups import clear_away, popups, seen
from learningcircles_ui.screens.scenes import pages, scenes
from learningcircles_ui.screens.settled import settle

_ACROSS, _EDGE, _TITLE = 4, 16, 30


def photograph(home: Home, look: Look, folder: Path) -> Path:
    """Leave a picture of every scene in `folder`/LOOK, and one sheet with all of them; return the sheet's file."""
    app = application()
    home.set_setting("theme", look.theme)
    home.set_setting("language", look.language)
    home.set_setting("text_size", look.text)
    desktop = Desktop(app, home)
    dress(app, look)
    window = desktop.open(home.find(look.circle).path)
    window.resize(WIDE, HIGH)
    settle(desktop)
    place = folder / look.name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    pictures: dict[str, QImage] = {}
    for scene in pages(window) if look.empty else scenes(desktop, window, folder, popups(desktop, window)):
        scene.pose()
        settle(desktop)
        front = app.activeModalWidget() or desktop.hall or desktop.front
        assert isinstance(front, QWidget)
        pictures[scene.name] = seen(front)
        pictures[scene.name].save(str(place / f"{len(pictures):02} {scene.name}.png"))
        clear_away(app)
        if front not in (desktop.front, desktop.hall):
            shut(front)
    file = folder / f"{look.name}.png"
    _sheet(pictures).save(str(file))
    desktop.close()
    return file


def shut(front: QWidget) -> None:
    """Close what stands in front, whatever it would ask first."""
    if isinstance(front, QDialog):
        front.done(QDialog.DialogCode.Rejected)
    front.close()


def _sheet(pictures: dict[str, QImage]) -> QImage:
    """Join pictures under their names, four across; each at half its size."""
    wide, high = WIDE // 2, HIGH // 2
    rows = -(-len(pictures) // _ACROSS)
    sheet = QImage(_ACROSS * (wide + _EDGE) + _EDGE, rows * (high + _EDGE + _TITLE) + _EDGE, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808780"))
    painter = QPainter(sheet)
    font = QFont(QApplication.font())
    font.setPixelSize(16)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    for number, (name, image) in enumerate(pictures.items()):
        left = _EDGE + number % _ACROSS * (wide + _EDGE)
        top = _EDGE + number // _ACROSS * (high + _EDGE + _TITLE)
        painter.drawText(left, top + 18, name)
        image.setDevicePixelRatio(1)
        small = image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(left, top + _TITLE, small)
    painter.end()
    return sheet
