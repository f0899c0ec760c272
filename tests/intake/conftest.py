"""A circle for lists to be read into."""

from __future__ import annotations

from pathlib import Path

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import found
from learningcircles.laptop.home import Home
from learningcircles.laptop.keystore import FileKeystore


@pytest.fixture
def verbs(tmp_path: Path) -> Verbs:
    home = Home(tmp_path / "laptop", FileKeystore(tmp_path / "keys"))
    return Verbs(found(home, "Circle", "Pilar Núñez", "Laptop"), zone="Europe/Paris")
