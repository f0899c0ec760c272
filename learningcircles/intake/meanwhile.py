"""Reading that a library does in one step: on a thread of its own, so that whoever waits for it may give up."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread
from typing import TypeVar

T = TypeVar("T")
_OFTEN_S = 0.05


def asking(read: Callable[[], T], ask: Callable[[], None]) -> T:
    """Return what `read` does; raises what it raises. `ask` is called every so often until then.

    What `ask` raises ends the waiting at once. The step itself cannot be stopped: it ends for nobody, later.
    """
    done, made, failed = Event(), list[T](), list[BaseException]()

    def work() -> None:
        try:
            made.append(read())
        except BaseException as error:  # the edge of a thread: a library's panic, too, is raised where somebody waits
            failed.append(error)
        finally:
            done.set()

    Thread(target=work, name="reading", daemon=True).start()
    while not done.wait(_OFTEN_S):
        ask()
    if failed:
        raise failed[0]
    return made[0]
