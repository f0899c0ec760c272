"""One thread with a queue, whose answers come back on the window's thread. `tasks` has them all.

Whoever ends a worker says what of it nobody waits for any more: what has not begun is left out then, and what runs
is stopped at its next look into the file, or its next step (`Job.stop`). What writes is finished. What a thread reads
from is closed once that thread uses it no more: by whoever ends it and has waited, or by itself, last (`at_end`).
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from shiboken6 import isValid

from learningcircles.errors import Broken, CircleError
from learningcircles.storage.connect import plain_errors

Then = Callable[[Any], None]
_OFTEN_S = 0.01
"""How long a thread that was interrupted may go on before it is interrupted again: between two looks into the file."""


@dataclass(slots=True)
class Job:
    """What is to be done, and who hears of it. `finishes`: it writes a file, and nobody closes the circle before.

    `stop` ends at its next step what is no question to the file, once nobody waits for it; any thread may call it.
    `takes` is asked first whether an error is in good hands with it, and nobody else need hear of that.
    """

    work: Callable[[], Any]
    then: Then | None
    failed: Then | None
    key: str = ""
    finishes: bool = False
    dropped: bool = False
    stop: Callable[[], None] = lambda: None
    takes: Callable[[CircleError], bool] = lambda _: False


class Worker(QObject):
    """`interrupt` stops what is being read, and may be called by any thread; `at_end` is called by this one's, last.

    `quiet` is emitted when the last answer has been given.
    """

    quiet = Signal()
    _finished = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject, broken: Then) -> None:
        super().__init__(parent)
        self._broken = broken
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._running: Job | None = None
        self._latest: dict[str, Job] = {}
        self._pending = 0
        self._closed = self._hurries = False
        self.interrupt: Callable[[], None] = lambda: None
        self.at_end: Callable[[], None] = lambda: None
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Return whether anything is under way or its answer not yet given; nobody waits for one that has ended."""
        return self._pending > 0 and not self._closed

    def put(self, job: Job) -> None:
        """Do it after what was given before; a newer job of a key interrupts the older, whose answer is dropped."""
        self._pending += 1
        if job.key:
            with self._lock:
                older = self._latest.get(job.key)
                self._latest[job.key] = job
                if older is not None:
                    older.dropped = True
                    older.stop()
                    if self._running is older:
                        self.interrupt()
        self._jobs.put(job)

    def end(self, *, hurries: bool = False) -> None:
        """Take nothing more; nobody is there any more to hear the answers. `hurries`: leave out what only reads."""
        with self._lock:
            self._closed, self._hurries = True, hurries
        self._jobs.put(None)

    def finish(self) -> None:
        """Wait until what was given before is done; nobody is told of it yet. Nothing after `end`."""
        done = threading.Event()
        with self._lock:
            if self._closed:
                return
            self._pending += 1
            self._jobs.put(Job(done.set, None, None))
        done.wait()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the thread after `end`, at most so long; return whether it has ended."""
        until = None if seconds is None else time.monotonic() + seconds
        while self._thread.is_alive() and (until is None or time.monotonic() < until):
            if not self._hurries:
                self._thread.join(seconds)
                continue
            with self._lock:
                if self._running is not None and not self._running.finishes:
                    self._running.dropped = True
                    self._running.stop()
                    self.interrupt()
            self._thread.join(_OFTEN_S)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            result, error = None, None
            with self._lock:
                left_out = job.dropped or (self._hurries and not job.finishes)
                self._running = None if left_out else job
            try:
                with plain_errors():
                    result = None if left_out else job.work()
            except Exception as caught:  # the edge of a thread: the window shows it or the test fails
                error = caught
            with self._lock:
                self._running = None
                if not self._closed:  # the window's end of it may have gone
                    self._finished.emit(job, result, error)
        self.at_end()

    def _answer(self, job: Job, result: Any, error: Exception | None) -> None:
        self._pending -= 1
        if self._latest.get(job.key) is job:
            del self._latest[job.key]
        try:
            if not job.dropped and not self._closed:
                self._tell(job, result, error)
        finally:
            if not self.busy:
                self.quiet.emit()

    def _tell(self, job: Job, result: Any, error: Exception | None) -> None:
        if error is None:
            if job.then is not None and there(job.then):
                job.then(result)
        elif isinstance(error, CircleError) and job.takes(error):
            return
        elif isinstance(error, CircleError) and job.failed is not None:
            if there(job.failed):
                job.failed(error)
        else:
            if job.failed is not None and there(job.failed) and not isinstance(error, CircleError):
                job.failed(bug(error))  # whoever waits for an answer waits no more
            self._broken(error)


def there(hears: Then) -> bool:
    """Return whether who hears of an answer is still there: a form may have gone with what it lay on."""
    whose = getattr(hears, "__self__", None)
    return not isinstance(whose, QObject) or isValid(whose)


def bug(error: Exception) -> Broken:
    """Return the sentence for what nobody has foreseen."""
    made = Broken("bug", "Something went wrong inside the program: {detail}", detail=repr(error))
    made.__cause__ = error
    return made


def busy_worker() -> Worker | None:
    """Return a worker of this program that has something under way, or None where nothing is."""
    app = QCoreApplication.instance()
    every = app.findChildren(Worker) if app is not None else []
    return next((each for each in every if each.busy), None)
