"""Without a display: the same desktop offscreen, what happens in it told in sentences, and pictures of its pages."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

from learningcircles_ui.app import Desktop, application
from learningcircles_ui.demo.region import Region

SETTLE_MS = 700
"""Pages read in the background; so long they are given to fill before a picture is taken."""


def show(region: Region, circle: str, tell: Callable[[str], None]) -> int:
    """Open the desktop offscreen, walk through its pages, and leave a picture of each. Returns the exit code."""
    desktop = Desktop(application(), region.second.home)
    window = desktop.open(region.second.circle(circle))
    window.resize(1280, 800)
    folder = region.folder / "pictures"
    folder.mkdir(exist_ok=True)
    for number, name in enumerate(window.pages, 1):
        window.show_page(name)
        _settle()
        window.grab().save(str(folder / f"{number} {name}.png"))
    tell(f"The desktop opened on {circle}, whose records came through the hub.")
    tell(f"Learners without the app see what the circles publish at {region.url}")
    tell(f"Pictures of its pages are in {folder}")
    desktop.close()
    return 0


def _settle() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
