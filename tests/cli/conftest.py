"""Laptops for the command line's tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.inside import Inside
from tests.cli.outside import Laptop

INSIDE = {
    f"test_{name}.py"
    for name in (
        "beside", "certificate", "commands", "damage", "faults", "files", "hub_lost", "invitations", "laptops",
        "learning", "members", "recovery", "sharing", "strangers",
    )
}  # fmt: skip
"""Files about what commands do, not about how a program starts and ends: they run in this process."""


@pytest.fixture
def laptop(tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[str], Laptop]:
    """Return a maker of laptops by name."""
    kind = Inside if request.path.name in INSIDE else Laptop
    if kind is Inside:
        request.getfixturevalue("qapp")  # a command that draws would leave the process one in which no window can be

    def make(name: str) -> Laptop:
        return kind(tmp_path / name)

    return make


@pytest.fixture
def founder(laptop: Callable[[str], Laptop]) -> Laptop:
    """Return a laptop that has founded a circle with two members."""
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    return first
