"""A line that can be let go of at once: whoever quits does not wait for a network that has stopped answering.

A request waits on a thread of its own that holds nothing of the circle. When it is stopped, the one who asked goes
on with an error at the very place where the network would have failed, which every caller is made for; the thread
ends by itself when its deadline comes.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread

from learningcircles.errors import Unreachable
from learningcircles_sync.dial import Transports
from learningcircles_sync.line import Transport

Answered = bytes | BaseException | None
Job = tuple[Callable[[], bytes], "SimpleQueue[Answered]"]


class Stopper:
    """Stops all lines that were made with it, now and later. `stop` may be called by any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._stopped = False
        self._waiting: set[SimpleQueue[Answered]] = set()

    def check(self) -> None:
        """Raise Unreachable("stopped") where it was stopped."""
        with self._lock:
            if self._stopped:
                raise _stopped()

    def stop(self) -> None:
        """Let go of what is under way; whatever asks afterwards is refused."""
        with self._lock:
            self._stopped = True
            for answers in self._waiting:
                answers.put(None)

    def wait(self, answers: SimpleQueue[Answered]) -> bytes:
        """Return what is put into a queue; raises it where it is an error, and Unreachable("stopped")."""
        with self._lock:
            if self._stopped:
                raise _stopped()
            self._waiting.add(answers)
        try:
            answer = answers.get()
        finally:
            with self._lock:
                self._waiting.discard(answers)
        if answer is None:
            raise _stopped()
        if isinstance(answer, BaseException):
            raise answer
        return answer


class Stoppable:
    """A transport whose requests a `Stopper` can let go of."""

    def __init__(self, inner: Transport, stopper: Stopper) -> None:
        self._inner = inner
        self._stopper = stopper
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        Thread(target=self._work, name="line", daemon=True).start()

    def post(self, path: str, body: bytes) -> bytes:
        """Send a request and return the reply's bytes."""
        return self._ask(lambda: self._inner.post(path, body))

    def get(self, path: str) -> bytes:
        """Ask without a body."""
        return self._ask(lambda: self._inner.get(path))

    def close(self) -> None:
        """Close the line once nothing is under way on it."""
        self._jobs.put(None)

    def _ask(self, work: Callable[[], bytes]) -> bytes:
        answers: SimpleQueue[Answered] = SimpleQueue()
        self._jobs.put((work, answers))
        return self._stopper.wait(answers)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, answers = job
            try:
                answers.put(work())
            except BaseException as error:  # the edge of a thread: the one who asked gets it
                answers.put(error)
        self._inner.close()


def stoppable(transports: Transports, stopper: Stopper) -> Transports:
    """Return the same transports as lines that `stopper` stops."""
    return lambda url, fingerprint: Stoppable(transports(url, fingerprint), stopper)


def _stopped() -> Unreachable:
    return Unreachable("stopped", "Sharing was stopped. It goes on next time.")
