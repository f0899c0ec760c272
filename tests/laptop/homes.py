"""Where a laptop of a test keeps its circles."""

from __future__ import annotations

import os
from pathlib import Path

from learningcircles.circle.circle import Circle
from learningcircles.crypto.pages import PAGE_BYTES
from learningcircles.laptop.home import Home


def home_at(folder: Path) -> Home:
    return Home.default({"LEARNINGCIRCLES_HOME": str(folder)})


def strike_page(path: Path, number: int) -> None:
    """Let a disk lose a page of a circle's file, counted from 1."""
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE_BYTES)
        file.write(os.urandom(PAGE_BYTES))


def names(circle: Circle) -> set[str]:
    return {str(row["name"]) for row in circle.reader.list("member")}
