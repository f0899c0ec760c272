"""Whether a window can be shown; asked before Qt is loaded, which would end the program where it cannot."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from learningcircles.errors import Refused


def has_display(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether there is a display, or Qt was told to do without one."""
    if not sys.platform.startswith("linux"):
        return True
    return any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def check_display() -> None:
    """Raise Refused where no window can be shown."""
    if not has_display():
        raise Refused("no_display", "There is no display here. The commands need none: see learningcircles --help.")
