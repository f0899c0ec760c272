"""The state machine, made once and used by its tests."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from machine import Sharing
from machine_hub import Template, quick_folder
from machine_trust import Trusting
from power import Fuse, fused


@pytest.fixture(scope="session")
def templates() -> Iterator[tuple[Template, ...]]:
    """Regions with a memory hub and with a SQLite one."""
    folders = {kind: quick_folder() for kind in ("memory", "sqlite")}
    yield tuple(Template(folder, kind) for kind, folder in folders.items())
    for folder in folders.values():
        shutil.rmtree(folder)


@pytest.fixture
def fuse() -> Iterator[Fuse]:
    """The fuse of all laptops in a test."""
    made = Fuse()
    with fused(made):
        yield made


@pytest.fixture
def sharing(templates: tuple[Template, ...], fuse: Fuse) -> type[Sharing]:
    """The machine that shares, ready to run."""

    class Ready(Sharing):
        pass

    Ready.templates, Ready.fuse = templates, fuse
    return Ready


@pytest.fixture
def trusting(templates: tuple[Template, ...], fuse: Fuse) -> type[Trusting]:
    """The machine in full, ready to run."""

    class Ready(Trusting):
        pass

    Ready.templates, Ready.fuse = templates, fuse
    return Ready
