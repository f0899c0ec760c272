"""Where a laptop of a test keeps its circles."""

from __future__ import annotations

from pathlib import Path

from learningcircles.laptop.home import Home


def home_at(folder: Path) -> Home:
    return Home.default({"LEARNINGCIRCLES_HOME": str(folder)})
