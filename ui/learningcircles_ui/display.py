"""Whether a window can be shown; asked before Qt is loaded, which would end the program where it cannot."""

from __future__ import annotations

import builtins
import ctypes
import gc
import linecache
import os
import socket
import sys
from collections.abc import Collection, Mapping
from pathlib import Path
from types import ModuleType

from learningcircles.errors import Refused
from learningcircles.lazy import lazy

_TURN_S = 0.0005
_USUAL = "wayland;xcb"
"""What Qt tries by itself, as far as there is a variable that names it."""
LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "wayland": {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"},
    "xcb": {
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
}
"""The libraries without which Qt cannot load its plugin of that name and ends the whole program, by Debian's packages
that have them. It brings its other ones along."""


def has_display(environ: Mapping[str, str] = os.environ, libraries: Mapping[str, Collection[str]] = LIBRARIES) -> bool:
    """Return whether there is a display that answers and that Qt can speak to, or Qt was told to do without one."""
    return not sys.platform.startswith("linux") or any(
        all(_loads(library) for library in libraries.get(name.partition("-")[0], ())) for name in _answering(environ)
    )


def check_display(
    environ: Mapping[str, str] = os.environ, libraries: Mapping[str, Mapping[str, str]] = LIBRARIES
) -> None:
    """Raise Refused where no window can be shown."""
    if has_display(environ, libraries):
        return
    if answering := _answering(environ):
        known = libraries.get(answering[0].partition("-")[0], {})
        raise Refused(
            "no_window",
            "A window needs some system libraries that are missing here. On Debian or Ubuntu run:"
            " sudo apt-get install -y {packages}",
            packages=" ".join(package for library, package in known.items() if not _loads(library)),
        )
    raise Refused("no_display", "There is no display here. The commands need none: see learningcircles --help.")


def draw_unseen() -> None:
    """Let Qt draw where no window is shown. On Windows its usual plugin does that, and alone knows the fonts."""
    if sys.platform != "win32":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def load_desktop() -> ModuleType:
    """Load Qt and the desktop, and return the desktop's module; raises Refused where no window can be shown."""
    check_display()
    lazy("PySide6.QtCore")
    # PySide puts itself before `import`, to read the source of every later module for its other spellings of names
    # (`from __feature__ import snake_case`). None is used here; the reading costs a tenth of the start, and 7 MB.
    builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
    linecache.clearcache()  # what it has read so far
    # What is loaded now stays: looking through all of it for garbage, again and again, keeps the first picture waiting,
    # and later stops the window for a tenth of a second each time. And whoever reads in the background gives way to the
    # window sooner than after 5 ms: each cell that is painted asks for its turn.
    gc.disable()
    try:
        desktop = lazy("learningcircles_ui.running")
        gc.freeze()
    finally:
        gc.enable()
    sys.setswitchinterval(_TURN_S)
    return desktop


def _answering(environ: Mapping[str, str]) -> list[str]:
    """Return the names of Qt's plugins, in the order in which it tries them, whose displays are there."""
    wanted = environ.get("QT_QPA_PLATFORM") or _USUAL
    return [name for each in wanted.split(";") if _answers(name := each.partition(":")[0], environ)]


def _answers(platform: str, environ: Mapping[str, str]) -> bool:
    if platform == "xcb":
        return _x_answers(environ.get("DISPLAY", ""))
    if platform.startswith("wayland"):
        return _wayland_answers(environ)
    return True  # offscreen and the like need nobody who answers


def _x_answers(display: str) -> bool:
    """Return whether an X server lets us in, by the library that Qt's own plugin uses."""
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False  # Qt's plugin would not load either
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return answers


def _loads(library: str) -> bool:
    """Return whether a shared library is there."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _wayland_answers(environ: Mapping[str, str]) -> bool:
    named = environ.get("WAYLAND_DISPLAY")
    if not named or sys.platform == "win32":
        return False
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.connect(str(Path(environ.get("XDG_RUNTIME_DIR", ""), named)))
    except OSError:
        return False
    return True
