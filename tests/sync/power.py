"""Cutting a laptop's power between any two writes, in the process that runs the tests.

Every writing statement to a circle file, every file that is put in place, taken away or forced to disk, and every
message on the line is a step. A fuse blows at the n-th of them; from then on nothing of that laptop reaches its disk,
as after kill -9, until its circle is opened again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from learningcircles.circle import opened as opened_module
from learningcircles.storage.connect import connect


class Killed(BaseException):
    """The laptop has lost its power."""


class Fuse:
    """Blows after so many steps; None never blows."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.blown = False
        self.files: list[tuple[Path, Any]] = []
        self.folder: Path | None = None
        """Where the laptops' files lie: what is done to others is none of their steps."""

    def arm(self, steps: int | None) -> None:
        """Blow after this many more steps."""
        self.left, self.blown = steps, False

    def step(self) -> None:
        """Count a step that is about to be made; it is not made where this raises."""
        if self.left is None and not self.blown:
            return
        if self.blown or self.left == 0:
            self.blown = True
            raise Killed
        assert self.left is not None
        self.left -= 1

    @contextmanager
    def looking(self) -> Iterator[None]:
        """A test's own looks are no steps."""
        left, blown = self.left, self.blown
        self.left, self.blown = None, False
        yield
        self.left, self.blown = left, blown

    def let_go(self, folder: Path) -> None:
        """Let go of every circle file below a folder, uncommitted work and all, as a dead process does."""
        for path, connection in self.files:
            if path.is_relative_to(folder):
                connection.close()
        self.files = [held for held in self.files if not held[0].is_relative_to(folder)]


class FusedConnection:
    """A circle file's connection whose every statement is a step, but for those that only read."""

    def __init__(self, connection: Any, fuse: Fuse) -> None:
        self.raw = connection
        self._fuse = fuse

    def execute(self, sql: str, *words: Any) -> Any:
        if self._fuse.blown or not sql.startswith("SELECT"):
            self._fuse.step()
        return self.raw.execute(sql, *words)

    def executemany(self, *words: Any) -> Any:
        self._fuse.step()
        return self.raw.executemany(*words)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.raw, name)


FILE_STEPS = ("replace", "rename", "unlink", "fsync")


@contextmanager
def fused(fuse: Fuse) -> Iterator[None]:
    """Let every durable step of the laptops in this process go through the fuse."""

    def counted(work: Callable[..., Any]) -> Callable[..., Any]:
        def step(what: Any, *words: Any, **named: Any) -> Any:
            ours = isinstance(what, int) or (fuse.folder is not None and Path(what).is_relative_to(fuse.folder))
            if ours:
                fuse.step()
            return work(what, *words, **named)

        return step

    def opened(path: Path, *words: Any, **named: Any) -> FusedConnection:
        connection = connect(path, *words, **named)
        fuse.files.append((path, connection))
        return FusedConnection(connection, fuse)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opened_module, "connect", opened)
        for name in FILE_STEPS:
            patch.setattr(os, name, counted(getattr(os, name)))
        yield
