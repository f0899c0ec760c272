"""Laptops for the command line's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.outside import Laptop


@pytest.fixture
def laptop(tmp_path: Path) -> Callable[[str], Laptop]:
    """Return a maker of laptops by name."""

    def make(name: str) -> Laptop:
        return Laptop(tmp_path / name)

    return make


@pytest.fixture
def founder(laptop: Callable[[str], Laptop]) -> Laptop:
    """Return a laptop that has founded a circle with two members."""
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    return first
