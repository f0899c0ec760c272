"""The desktop as a program: one on each home, from its first window until its last is closed."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale

from learningcircles.errors import CircleError
from learningcircles.laptop.home import Home
from learningcircles.laptop.workroom import clear_left
from learningcircles.lazy import lazy
from learningcircles_ui.app import Desktop
from learningcircles_ui.application import application
from learningcircles_ui.arrivals import Arrivals
from learningcircles_ui.coming_in import come_in
from learningcircles_ui.doorbell import Doorbell
from learningcircles_ui.interrupts import Interrupts
from learningcircles_ui.keeping import Keeping
from learningcircles_ui.unforeseen import Unforeseen


def run(home: Home | None = None, circle: str | Path | None = None, what: str = "") -> int:
    """Show the desktop until its last window is closed; return the exit code.

    `circle`: its file or name. `what` is opened (see `visitors`). Where the desktop is running on this home
    already, its window does that. Raises Locked where that one is busy, and somebody would not wait for it.
    """
    app = application()
    held = home or Home.default()
    interrupts = Interrupts(app)
    inside = come_in(app, held, what)
    if inside is None:
        interrupts.close()
        return 0
    clear_left()
    desktop = Desktop(app, held, sample=_sample, offered=True)
    bell = Doorbell(inside, desktop)
    bell.rang.connect(desktop.receive)
    unforeseen = Unforeseen(partial(_tell, desktop), app)
    arrivals = Arrivals(desktop)
    arrivals.came.connect(desktop.receive)
    if sys.platform == "darwin":  # elsewhere none comes, and whoever watches the application sees every event
        app.installEventFilter(arrivals)
    desktop.start(held.find(circle).path if circle else None)
    if what:
        desktop.receive(what)
    code = app.exec()
    unforeseen.close()
    interrupts.close()
    bell.close()
    leave(desktop)
    inside.leave()  # last: until then the circle is open, and nobody else comes in
    return code


def is_open(home: Home) -> bool:
    """Return whether the desktop runs on this home already; it has come to the front then."""
    inside = come_in(application(), home)
    if inside is not None:
        inside.leave()
    return inside is None


def leave(desktop: Desktop) -> None:
    """Make today's backup if the circle was open too short a time for it, then close everything."""
    keeping = desktop.window.findChild(Keeping) if desktop.window is not None else None
    if keeping is not None:
        keeping.back_up()  # closing finishes what was given
    desktop.close()
    desktop.aside.close()


def _sample(home: Home) -> Path:
    """Found the sample circle, in the language that is spoken."""
    path: Path = lazy("learningcircles_ui.demo.sample").sample_circle(home, QLocale().name()[:2])
    return path


def _tell(desktop: Desktop, error: CircleError) -> None:
    if desktop.window is not None:
        desktop.window.shell.signals.failed.emit(error)
