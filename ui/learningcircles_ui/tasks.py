"""Two ways to do long work, and no other thread code: `mutate` on the circle's thread, `query` on the reader's.

`mutate` calls run one after the other in the order given. `query` has a thread and a read-only connection of its
own; a newer query under the same key interrupts the older one, whose answer is dropped. A third worker, `share`,
has a circle of its own, so that nothing that is typed ever waits for a network.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from learningcircles.circle.believing import trust_clock
from learningcircles.circle.reader import Reader
from learningcircles.errors import Broken, CircleError
from learningcircles.storage.connect import plain_errors
from learningcircles_ui.opening import Elsewhere, Opened

T = TypeVar("T")
Then = Callable[[Any], None]


@dataclass(slots=True)
class _Job:
    work: Callable[[], Any]
    then: Then | None
    failed: Then | None
    key: str = ""
    dropped: bool = False
    done: threading.Event = field(default_factory=threading.Event)


class _Worker(QObject):
    """One thread with a queue; answers come back on the window's thread."""

    _finished = Signal(object, object, object)

    def __init__(self, name: str, parent: QObject, broken: Then) -> None:
        super().__init__(parent)
        self._broken = broken
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._running: _Job | None = None
        self._latest: dict[str, _Job] = {}
        self._pending = 0
        self._closed = False
        self.interrupt: Callable[[], None] = lambda: None
        self._finished.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Return whether anything is under way or its answer not yet given."""
        return self._pending > 0

    def put(self, job: _Job) -> None:
        self._pending += 1
        if job.key:
            with self._lock:
                older = self._latest.get(job.key)
                self._latest[job.key] = job
                if older is not None:
                    older.dropped = True
                    if self._running is older:
                        self.interrupt()
        self._jobs.put(job)

    def close(self) -> None:
        """Finish what was given; nobody is there any more to hear the answers."""
        self._closed = True
        self._jobs.put(None)
        self._thread.join(timeout=20)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            result, error = None, None
            with self._lock:
                self._running = job
            try:
                with plain_errors():
                    result = None if job.dropped else job.work()
            except Exception as caught:  # the edge of a thread: the window shows it or the test fails
                error = caught
            with self._lock:
                self._running = None
            self._finished.emit(job, result, error)

    def _answer(self, job: _Job, result: Any, error: Exception | None) -> None:
        self._pending -= 1
        if self._latest.get(job.key) is job:
            del self._latest[job.key]
        if job.dropped or self._closed:
            return
        if error is None:
            if job.then is not None:
                job.then(result)
        elif isinstance(error, CircleError) and job.failed is not None:
            job.failed(error)
        else:
            if job.failed is not None and not isinstance(error, CircleError):
                job.failed(_bug(error))  # whoever waits for an answer waits no more
            self._broken(error)


def _bug(error: Exception) -> Broken:
    bug = Broken("bug", "Something went wrong inside the program: {detail}", detail=repr(error))
    bug.__cause__ = error
    return bug


class Aside(QObject):
    """Long work where no circle is open yet: founding, joining, opening. `failed` as in `Tasks`."""

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = _Worker("aside", self, self._unexpected)

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Then) -> None:
        """Call `work()` on a thread of its own, then `then(result)` here, or `failed(CircleError)`."""
        self._worker.put(_Job(work, then, failed))

    @property
    def idle(self) -> bool:
        """Return whether nothing is under way."""
        return not self._worker.busy

    def close(self) -> None:
        """Finish what was given."""
        self._worker.close()

    def _unexpected(self, error: Exception) -> None:
        self.failed.emit(error)
        raise error


class Tasks(QObject):
    """Background work on one opened circle. `failed` carries a CircleError that no caller took.

    `doubtful` carries the error of a write under a clock that is far off, what writes all the same, and what gives up.
    """

    failed = Signal(object)
    doubtful = Signal(object, object, object)

    def __init__(self, opened: Opened, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._writing = _Worker("circle", self, self._unexpected)
        self._reading = _Worker("reader", self, self._unexpected)
        self._sharing = _Worker("sharing", self, self._unexpected)
        self._beyond: _Worker | None = None
        self._reading.interrupt = lambda: opened.reader.interrupt()

    @property
    def idle(self) -> bool:
        """Return whether nothing is under way; for tests that wait."""
        return not any(worker.busy for worker in self._workers())

    @property
    def writing(self) -> bool:
        """Return whether a write is under way."""
        return self._writing.busy

    @property
    def reading(self) -> bool:
        """Return whether a question is under way."""
        return self._reading.busy

    def mutate(
        self, work: Callable[[Any], T], then: Callable[[T], None] | None = None, failed: Then | None = None
    ) -> None:
        """Call `work(verbs)` on the circle's thread, then `then(result)` here, or `failed(CircleError)`."""
        refuse: Then = failed or self._unexpected

        def refused(error: CircleError) -> None:
            if error.code == "clock_doubtful":
                self.doubtful.emit(error, lambda: self._anyway(work, then, failed), lambda: refuse(error))
            else:
                refuse(error)

        self._writing.put(_Job(lambda: work(self._opened.verbs), then, refused))

    def _anyway(self, work: Callable[[Any], T], then: Callable[[T], None] | None, failed: Then | None) -> None:
        def trusting(verbs: Any) -> T:
            trust_clock(verbs.circle)  # what is said against it now, and nothing that is said later
            return work(verbs)

        self.mutate(trusting, then, failed)

    def query(
        self,
        work: Callable[[Reader], T],
        then: Callable[[T], None] | None = None,
        failed: Then | None = None,
        *,
        key: str = "",
    ) -> None:
        """Call `work(reader)` on the reader's thread, then `then(result)` here. A newer `key` replaces an older."""
        self._reading.put(_Job(lambda: work(self._opened.reader), then, failed, key))

    def share(
        self, work: Callable[[Any], T], then: Callable[[T], None] | None = None, failed: Then | None = None
    ) -> None:
        """Call `work(engine)` on the thread that may use a network."""
        self._sharing.put(_Job(lambda: work(self._opened.engine()), then, failed))

    def share_others(self, then: Callable[[int], None] | None = None) -> None:
        """Share the circles that are not on screen, on the thread that may use a network; tells how many it was."""
        self._sharing.put(_Job(self._opened.share_others, then, None))

    def elsewhere(self, work: Callable[[Reader], T], then: Callable[[list[Elsewhere[T]]], None], *, key: str) -> None:
        """Call `work(reader)` on each other circle of this laptop, on a thread that is made when first asked for.

        A newer `key` replaces an older.
        """
        if self._beyond is None:
            self._beyond = _Worker("elsewhere", self, self._unexpected)
        self._beyond.put(_Job(lambda: self._opened.look_elsewhere(work), then, None, key))

    def look(self, then: Callable[[int], None]) -> None:
        """Tell the data version of the file: it changes when another program or the sharing has written."""
        self._writing.put(_Job(self._opened.look, then, None))

    def close(self) -> None:
        """Finish what was given, then close the circle; a network that does not answer is not waited for."""
        self._opened.stop_sharing()
        for worker in self._workers():
            worker.close()
        self._opened.close()

    def _workers(self) -> list[_Worker]:
        every = (self._reading, self._sharing, self._beyond, self._writing)
        return [worker for worker in every if worker is not None]

    def _unexpected(self, error: Exception) -> None:
        if isinstance(error, CircleError):
            self.failed.emit(error)
            return
        bug = _bug(error)
        self.failed.emit(bug)
        raise bug from error
