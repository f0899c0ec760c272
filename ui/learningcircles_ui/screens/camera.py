"""Photographing one look: a process of its own, since Qt takes its scale once, before anything is shown."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from learningcircles.laptop.home import Home
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from learningcircles_ui.print.preview import PrintPreview
from learningcircles_ui.screens.looks import HIGH, WIDE, Look, dress
from learningcircles_ui.screens.popups import clear_away, popups, seen
from learningcircles_ui.screens.scenes import pages, scenes
from learningcircles_ui.screens.settled import settle

_ACROSS, _EDGE, _TITLE, _LEAVES = 4, 16, 30, 2


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
    papers: dict[str, QImage] = {}
    for scene in pages(window) if look.empty else scenes(desktop, window, folder, popups(desktop, window)):
        scene.pose()
        settle(desktop)
        front = app.activeModalWidget() or desktop.hall or desktop.front
        assert isinstance(front, QWidget)
        pictures[scene.name] = seen(front)
        pictures[scene.name].save(str(place / f"{len(pictures):02} {scene.name}.png"))
        clear_away(app)
        if isinstance(front, PrintPreview) and look.text * look.scale == 100:
            papers |= _papers(desktop, front, scene.name)
        if front not in (desktop.front, desktop.hall):
            shut(front)
    file = folder / f"{look.name}.png"
    _sheet(pictures, _ACROSS, QSize(WIDE // 2, HIGH // 2)).save(str(file))
    for name, paper in papers.items():
        paper.save(str(place / f"on paper, {name}.png"))
    if papers:
        _sheet(papers, _ACROSS * 2, QSize(WIDE // 4, HIGH // 2)).save(str(folder / f"{look.name}, on paper.png"))
    desktop.close()
    return file


def shut(front: QWidget) -> None:
    """Close what stands in front, whatever it would ask first."""
    if isinstance(front, QDialog):
        front.done(QDialog.DialogCode.Rejected)
    front.close()


def _papers(desktop: Desktop, preview: PrintPreview, name: str) -> dict[str, QImage]:
    """Return the first pages as they come out of a printer, in each size of paper."""
    found: dict[str, QImage] = {}
    for at in range(preview.paper.count()):
        preview.paper.setCurrentIndex(at)
        settle(desktop)
        for number, page in enumerate(preview.pictures[:_LEAVES], 1):
            found[f"{name}, {preview.paper.itemText(at)} {number}"] = page
    return found


def _sheet(pictures: dict[str, QImage], across: int, size: QSize) -> QImage:
    """Join pictures under their names, so many across; each as large as `size` has room for."""
    wide, high = size.width(), size.height()
    rows = -(-len(pictures) // across)
    sheet = QImage(across * (wide + _EDGE) + _EDGE, rows * (high + _EDGE + _TITLE) + _EDGE, QImage.Format.Format_RGB32)
    sheet.fill(QColor("#808780"))
    painter = QPainter(sheet)
    font = QFont(QApplication.font())
    font.setPixelSize(16)
    painter.setFont(font)
    painter.setPen(QColor("white"))
    for number, (name, image) in enumerate(pictures.items()):
        left = _EDGE + number % across * (wide + _EDGE)
        top = _EDGE + number // across * (high + _EDGE + _TITLE)
        painter.drawText(left, top + 18, name)
        image.setDevicePixelRatio(1)
        small = image.scaled(wide, high, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage(left, top + _TITLE, small)
    painter.end()
    return sheet
