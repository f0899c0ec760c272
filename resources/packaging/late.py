"""What the program imports late, by name (`learningcircles.lazy`): no analysis of imports sees it."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path


def imported_late(rooms: Iterable[Path]) -> list[str]:
    """Return the modules that the files below these folders give to `lazy` as they stand, each once."""
    return sorted({name for room in rooms for file in room.rglob("*.py") for name in _named(file.read_text("utf-8"))})


def _named(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name("lazy"), args=[ast.Constant(str(name))]):
                yield name
