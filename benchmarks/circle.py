"""What every measurement of a size shares: two laptops and a hub, and beside them the bare ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.baseline import size_on_disk
from benchmarks.delay import slow_line
from benchmarks.people import Member, members, write_lines
from benchmarks.programs import BARE, Laptop, Talk, bare_hub, free_port, hub
from learningcircles.circle.facets import Verbs
from learningcircles.laptop.founding import open_circle
from learningcircles.laptop.home import Home

NAME = "Harbour"


@dataclass
class Bench:
    """One circle of `size` members in the making. `first` founded it; `second` joins later."""

    size: int
    folder: Path
    people: list[Member]
    bare_url: str
    first: Laptop
    second: Laptop

    @property
    def lines(self) -> Path:
        """The file that loads everybody."""
        return self.folder / "people.jsonl"

    @property
    def bare_first(self) -> Path:
        """The first bare laptop's database."""
        return self.folder / "bare-first.db"

    @property
    def bare_second(self) -> Path:
        """The second bare laptop's database."""
        return self.folder / "bare-second.db"

    def bare_talk(self, database: Path) -> Talk:
        """Open a bare laptop."""
        return Talk([*BARE, str(database), self.bare_url], self.first.environment)

    def invite(self, uses: int = 1) -> str:
        """Return an invitation to the circle."""
        invitation: str = self.first.run("circle", "invite", "--uses", str(uses))["invitation"]
        return invitation

    def hub_bytes(self) -> int:
        """Return what the hub keeps on its disk, after it has tidied its log."""
        return settled_size(self.folder / "hub" / "hub.db")

    @contextmanager
    def opened(self) -> Iterator[Verbs]:
        """Open the first laptop's circle in this process."""
        with closing(open_circle(Home.default(self.first.environment))) as circle:
            yield Verbs(circle)


@contextmanager
def bench(size: int, folder: Path, delay_s: float = 0.0) -> Iterator[Bench]:
    """Run a hub and a bare one, and found a circle that shares through the hub.

    `delay_s`: how much longer each way to either hub takes, in seconds.
    """
    folder.mkdir()
    with ExitStack() as stack:
        port = free_port()
        shown = stack.enter_context(slow_line(port, delay_s)) if delay_s else port
        said = stack.enter_context(hub(folder / "hub", port, f"http://127.0.0.1:{shown}"))
        bare = stack.enter_context(bare_hub(folder / "bare-hub.db"))
        bare = stack.enter_context(slow_line(bare, delay_s)) if delay_s else bare
        first, second = Laptop(folder / "first"), Laptop(folder / "second")
        made = Bench(size, folder, members(size), f"http://127.0.0.1:{bare}", first, second)
        write_lines(made.lines, made.people)
        first.run("circle", "new", NAME, "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        yield made


def settled_size(database: Path) -> int:
    """Return the bytes of a plain SQLite database once its write-ahead log is emptied."""
    with closing(sqlite3.connect(database)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return size_on_disk(database)
