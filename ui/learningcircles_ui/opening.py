"""One circle opened for the desktop: its writing view, a reader for another thread, and sharing on a third."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import CircleFile, Home
from learningcircles.surroundings import Surroundings

EngineOf = Callable[[Home, Verbs, Surroundings], Any]


class Opened:
    """A circle file in use. Raises what `open_circle` raises: Locked, Unreadable, NotFound.

    `engine_of` makes the engine that shares it; tests give one whose network is in the same process.
    """

    def __init__(
        self, home: Home, path: Path | None, surroundings: Surroundings, engine_of: EngineOf, passphrase: str = ""
    ) -> None:
        self.home = home
        self._passphrase = passphrase
        self.file: CircleFile = home.find(path)
        self.surroundings = surroundings
        self.circle = self._open()
        self.verbs = Verbs(self.circle)
        self.reader = self.circle.open_reader()
        self._engine_of = engine_of
        self._sharing: tuple[Circle, Any] | None = None

    def engine(self) -> Any:
        """Return the engine, with a circle of its own; called on the sharing thread only."""
        if self._sharing is None:
            circle = self._open()
            self._sharing = (circle, self._engine_of(self.home, Verbs(circle), self.surroundings))
        return self._sharing[1]

    def close(self) -> None:
        """Close every connection."""
        if self._sharing is not None:
            self._sharing[0].close()
        self.reader.close()
        self.circle.close()

    def _open(self) -> Circle:
        return open_circle(self.home, self.file.path, self.surroundings, passphrase=self._passphrase)
