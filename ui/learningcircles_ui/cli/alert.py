"""A program that was started by a click and cannot go on says why in a box: nobody sees what it writes.

The system's own box: Qt may be what is missing. On Linux whichever of the usual programs is there shows it.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

TITLE = "Learning Circles"
_STOP = 0x10
"""MB_ICONERROR, an OK button alone."""
_WORDS = "{sentence}"
_BOXES = (
    ("zenity", "--error", "--no-markup", f"--title={TITLE}", f"--text={_WORDS}"),
    ("kdialog", "--title", TITLE, "--error", _WORDS),
    ("xmessage", "-center", "-title", TITLE, _WORDS),
)
_MAC = ("-e", "on run {words}", "-e", f'display alert "{TITLE}" message words as critical', "-e", "end run")


def is_unread(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether nobody sees what this program writes: one without a console, or one that a click has started."""
    if sys.stderr is None:  # Windows gives none to a program with a window
        return True
    if sys.platform == "darwin":
        return os.getppid() == 1 and not sys.stderr.isatty()
    return environ.get("GIO_LAUNCHED_DESKTOP_FILE_PID") == str(os.getpid())  # a terminal's programs have another one


def show(sentence: str) -> None:
    """Show a sentence in a box, as far as there is anything that can, and wait until it is closed."""
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, TITLE, _STOP)
        return
    boxes = [("osascript", *_MAC, sentence)] if sys.platform == "darwin" else _with(sentence)
    for command in boxes:
        program = shutil.which(command[0])
        if program and _is_shown(subprocess.run([program, *command[1:]], stderr=subprocess.PIPE, check=False)):
            return


def _is_shown(ended: subprocess.CompletedProcess[bytes]) -> bool:
    """Return whether a box was shown: 1 is also how one ends that was closed, and one that found no display says so."""
    return ended.returncode == 0 or (ended.returncode == 1 and b"display" not in ended.stderr.lower())


def _with(sentence: str) -> list[tuple[str, ...]]:
    return [tuple(sentence.join(part.split(_WORDS)) for part in box) for box in _BOXES]
