"""How much work is done on the window's thread: calls of our own functions, which are the same on every machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from learningcircles_ui.screens import settled

_HEAR_ALL = ("learningcircles_ui.idle", "learningcircles_ui.repeats")
"""Are told of whatever happens to a window, also while one waits for it: no more work than the waiting itself."""

_ASK = ("nothing_under_way", "_vanish", "busy")
"""What is asked again and again until it is so, by a test (conftest), by a dialog that goes once nothing is under way,
or of a worker by whoever waits for it: work is done between, never by way of it."""


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """Count calls of the program's own functions on this thread, by module and name; nothing on others."""
    calls: Counter[str] = Counter()

    def heard(frame: FrameType, event: str, _: object) -> None:
        module = frame.f_globals.get("__name__", "")
        if event == "call" and module.startswith("learningcircles") and not _asks_whether_done(frame):
            calls[f"{module}.{frame.f_code.co_name}"] += 1

    before = sys.getprofile()
    sys.setprofile(heard)
    try:
        yield calls
    finally:
        sys.setprofile(before)


def _asks_whether_done(frame: FrameType) -> bool:
    """Return whether this is waiting, not work: how often it is asked is the machine's doing."""
    if frame.f_globals.get("__name__") in _HEAR_ALL or frame.f_code.co_name in _ASK:
        return True
    if any(each.f_code.co_name in _ASK for each in _callers(frame)):
        return True
    callers = (frame, frame.f_back)
    return any(each.f_globals.get("__name__") == settled.__name__ for each in callers if each is not None)


def _callers(frame: FrameType) -> Iterator[FrameType]:
    each = frame.f_back
    while each is not None:
        yield each
        each = each.f_back
