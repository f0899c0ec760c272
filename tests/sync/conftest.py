"""The state machine, made once and used by its tests."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from catalogue_place import Place, make_place
from machine import Sharing
from machine_hub import Template, quick_folder
from machine_keeping import Keeping
from machine_trust import Trusting
from power import Fuse, fused
from sync_region import Region

from learningcircles.circle import create
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.beside import Lan


@pytest.fixture(scope="session")
def templates() -> Iterator[tuple[Template, ...]]:
    """Regions with a memory hub and with a SQLite one."""
    folders = {kind: quick_folder() for kind in ("memory", "sqlite")}
    yield tuple(Template(folder, kind) for kind, folder in folders.items())
    for folder in folders.values():
        shutil.rmtree(folder)


@pytest.fixture
def region(tmp_path: Path) -> Region:
    """A region whose hub keeps what it has in memory."""
    return Region(tmp_path)


@pytest.fixture
def fuse() -> Iterator[Fuse]:
    """The fuse of all laptops in a test."""
    made = Fuse()
    with fused(made):
        yield made


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    """A region with a hub in a folder."""
    yield from make_place(tmp_path)


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


@pytest.fixture
def keeping(templates: tuple[Template, ...], fuse: Fuse) -> type[Keeping]:
    """The machine in which the list of laptops changes hands as well, ready to run."""

    class Ready(Keeping):
        pass

    Ready.templates, Ready.fuse = templates, fuse
    return Ready


@pytest.fixture
def offered() -> Iterator[Callable[[Engine], Lan]]:
    """Offer an engine's circle on loopback, as another thread of that laptop would."""
    open_ones: list[Lan] = []

    def offer(engine: Engine) -> Lan:
        mine = engine.circle
        circle = create.open_circle(mine.path, mine.secrets, mine.surroundings, mine.mark)
        lan = Lan(circle, finders=None, host="127.0.0.1")
        lan.start()
        open_ones.append(lan)
        return lan

    yield offer
    for lan in open_ones:
        lan.stop()
