"""A laptop with a circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from homes import home_at

from learningcircles.circle.circle import Circle
from learningcircles.laptop import founding
from learningcircles.laptop.home import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return home_at(tmp_path / "one")


@pytest.fixture
def circle(home: Home) -> Circle:
    return founding.found(home, "Harbour", "Pilar", "Blue")
