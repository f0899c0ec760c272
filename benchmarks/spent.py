"""Processor time of the programs that a benchmark has started: it counts on a machine that others use as well.

Known on Linux alone; 0 elsewhere.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_WHOLE_PROCESS = 2
"""In the id of a process's clock, what tells that all of its threads count (see clock_getcpuclockid(3))."""


def spent_s() -> float:
    """Return the seconds of processor time that all programs started from here, and theirs, have taken so far."""
    ended = os.times()
    return ended.children_user + ended.children_system + sum(map(_running_s, _started_by(os.getpid())))


def _started_by(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, children.read_text("ascii").split()):
                yield child
                yield from _started_by(child)


def _running_s(pid: int) -> float:
    if sys.platform == "linux":
        with suppress(OSError):  # it has ended meanwhile
            return time.clock_gettime(~pid << 3 | _WHOLE_PROCESS)
    return 0.0
