"""Whether a window can be shown; asked before Qt is loaded, which would end the program where it cannot."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Mapping
from types import ModuleType

from learningcircles.errors import Refused
from learningcircles.lazy import lazy


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether there is a display, or Qt was told to do without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def check_display() -> None:
    """Raise Refused where no window can be shown."""
    if not has_display():
        raise Refused("no_display", "There is no display here. The commands need none: see learningcircles --help.")


def load_desktop() -> ModuleType:
    """Load Qt and the desktop, and return the desktop's module; raises Refused where no window can be shown."""
    check_display()
    lazy("PySide6.QtCore")
    # PySide puts itself before `import`, to read the source of every later module for its other spellings of names
    # (`from __feature__ import snake_case`). None is used here; the reading costs a tenth of the start, and 7 MB.
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
    return lazy("learningcircles_ui.app")
