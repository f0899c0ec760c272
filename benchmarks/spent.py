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

if sys.platform != "win32":
    import resource

_WHOLE_PROCESS = 2
"""In the id of a process's clock, what tells that all of its threads count (see clock_getcpuclockid(3))."""


def spent_s() -> float:
    """Return the seconds of processor time that all programs started from here, and theirs, have taken so far."""
    if sys.platform != "linux":
        return 0.0
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime + sum(map(_running_s, _started_by(os.getpid())))


def _started_by(pid: int) -> Iterator[int]:
    with suppress(OSError):
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            for child in map(int, children.read_text("ascii").split()):
                yield child
                yield from _started_by(child)


def _running_s(pid: int) -> float:
    with suppress(OSError):  # it has ended meanwhile
        return time.clock_gettime(~pid << 3 | _WHOLE_PROCESS)
    return 0.0
