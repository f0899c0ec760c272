"""How far down a page is scrolled, for the one that takes its place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar, QWidget


def how_far(page: QWidget) -> float:
    """Return how far down a page is scrolled, from 0 to 1; 0 where all of it is seen."""
    bar = _bar(page)
    return bar.value() / bar.maximum() if bar is not None and bar.maximum() else 0.0


def scroll_to(page: QWidget, share: float) -> None:
    """Scroll a page as far down, as soon as it has the height that it needs; not once somebody has scrolled it."""
    bar = _bar(page)
    if bar is None or not share:
        return

    bar.setValue(round(share * bar.maximum()))
    put = bar.value()

    def go() -> None:
        if bar.value() == put:
            bar.setValue(round(share * bar.maximum()))

    bar.rangeChanged.connect(go, Qt.ConnectionType.SingleShotConnection)


def _bar(page: QWidget) -> QScrollBar | None:
    area = page.findChild(QScrollArea)
    return area.verticalScrollBar() if isinstance(area, QScrollArea) else None
