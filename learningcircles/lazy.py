"""The one place that imports late: what is slow to load, or large, waits until it is needed."""

from __future__ import annotations

import importlib
from functools import cache
from types import ModuleType


@cache
def lazy(name: str) -> ModuleType:
    """Import a module by name, now; once it is loaded whole, this asks nobody again."""
    return importlib.import_module(name)
