"""Reading a picture's code aside: a large photograph takes a second to unpack, and the window goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from shiboken6 import isValid

from learningcircles.errors import CircleError
from learningcircles.lazy import lazy
from learningcircles_ui.tasks import Aside

Code = Callable[[str], None]
ENDINGS = "*.png *.jpg *.jpeg *.webp *.bmp *.pdf *.txt"
"""Files that a code may be taken from."""
Why = Callable[[CircleError], None]


def read_aside(aside: Aside, asks: QObject, path: Path, then: Code, failed: Why) -> None:
    """Call `then` with what a picture's code says, or `failed`; neither, where who `asks` is gone meanwhile."""

    def told(code: str) -> None:
        if isValid(asks):
            then(code)

    def refused(error: CircleError) -> None:
        if isValid(asks):
            failed(error)

    aside.run(partial(lazy("learningcircles_ui.parts.qr").read_code, path), told, refused)
