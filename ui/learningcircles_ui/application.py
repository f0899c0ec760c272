"""Qt's application object, made once for whatever of the desktop is begun first."""

from __future__ import annotations

import sys
from importlib.resources import files

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication


def application() -> QApplication:
    """Return the application object, made once."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Learning Circles")
    app.setDesktopFileName("learningcircles")
    app.setWindowIcon(QIcon(str(files("learningcircles_resources") / "icons" / "learningcircles.svg")))
    return app
