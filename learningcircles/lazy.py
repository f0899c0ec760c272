"""The one place that imports late: what is slow to load, or large, waits until it is needed."""

from __future__ import annotations

import importlib
from types import ModuleType


def lazy(name: str) -> ModuleType:
    """Import a module by name, now."""
    return importlib.import_module(name)
