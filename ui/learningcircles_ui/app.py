"""The composition root: everything that the desktop is made of is put together here and nowhere else."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.surroundings import Surroundings, real
from learningcircles_sync.engine import Engine
from learningcircles_ui.opening import EngineOf, Opened
from learningcircles_ui.pages import PAGES
from learningcircles_ui.remember import Remember
from learningcircles_ui.settings import Settings, speak
from learningcircles_ui.sharing import Sharing
from learningcircles_ui.shell import Shell
from learningcircles_ui.signals import Signals
from learningcircles_ui.tasks import Tasks
from learningcircles_ui.theme import Theme
from learningcircles_ui.window import Window


class Desktop(QObject):
    """The running desktop: one window on one circle at a time, and the switching between circles."""

    def __init__(
        self, app: QApplication, home: Home, surroundings: Surroundings | None = None, engine_of: EngineOf | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._home = home
        self._surroundings = surroundings or real()
        self._engine_of = engine_of or _engine
        self.settings = Settings(home)
        speak(app, self.settings.language)
        self.theme = Theme(app)
        self.theme.choose(self.settings.theme, self.settings.text_size)
        self.window: Window | None = None
        self._tasks: Tasks | None = None

    def open(self, path: Path | None = None) -> Window:
        """Open a circle of this laptop and show its window; raises what opening a circle raises."""
        opened = Opened(self._home, path, self._surroundings, self._engine_of)
        self.close()
        tasks = Tasks(opened, self)
        shell = self._shell(opened, tasks)
        sharing = Sharing(tasks, shell.signals, self._surroundings, self)
        window = Window(shell, sharing, PAGES)
        window.switch.connect(self._switch)
        self.window, self._tasks = window, tasks
        window.show()
        QTimer.singleShot(0, sharing.start)
        return window

    def close(self) -> None:
        """Close the window and the circle."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
        if self._tasks is not None:
            self._tasks.close()
        self.window = self._tasks = None

    def _shell(self, opened: Opened, tasks: Tasks) -> Shell:
        file: CircleFile = opened.file
        return Shell(
            self._home, file, opened.circle.right, tasks, Signals(self), self.theme, self.settings,
            Remember(self._home.folder, file.circle_id), self._surroundings,
        )  # fmt: skip

    def _switch(self, name: str) -> None:
        QTimer.singleShot(0, lambda: self.open(Path(name)))


def run(home: Home, path: Path | None = None) -> int:
    """Show the desktop until its window is closed; return the exit code."""
    app = application()
    desktop = Desktop(app, home)
    desktop.open(path)
    code = app.exec()
    desktop.close()
    return code


def application() -> QApplication:
    """Return the application object, made once."""
    held = QApplication.instance()
    app = held if isinstance(held, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Learning Circles")
    app.setDesktopFileName("learningcircles")
    return app


def _engine(home: Home, verbs: Verbs, surroundings: Surroundings) -> Engine:
    return Engine(home, verbs, surroundings)
