"""Finding what was made of a class that may never have been needed: nothing is loaded to find none."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtWidgets import QWidget


def made_within(within: QWidget, module: str, kind: str) -> list[Any]:
    """Return the objects of a class, `kind` in a module of this package, within a widget."""
    loaded = sys.modules.get(f"{__package__}.{module}")
    return list(within.findChildren(getattr(loaded, kind))) if loaded is not None else []
