"""One thread writes; works that wait share a commit, each in a savepoint of its own (group commit)."""

from __future__ import annotations

import contextlib
import logging
import queue
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from learningcircles_sync.hub.schema import storage_trouble

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], Any]
Tidying = Callable[[sqlite3.Connection], bool]
MOST_TOGETHER = 64
AGAIN_S = 60.0
"""How long what could not be tidied up waits where no write comes first."""


class Writer:
    """Runs works on the hub's one writing connection; `run` returns when the result is durable.

    `after` runs in a transaction of its own at the start, for what a killed hub had left, and after each commit;
    `idle` then outside of any. Both run again after the next write, or after `again_s` seconds while either fails or
    `idle` returns False.
    No error ends the thread: every write of the hub waits for it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        after: Work,
        idle: Tidying = lambda connection: True,
        again_s: float = AGAIN_S,
    ) -> None:
        self._connection = connection
        self._after = after
        self._idle = idle
        self._again_s = again_s
        self._queue: queue.SimpleQueue[tuple[Work, Future[Any]] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._loop, name="hub-writer", daemon=True)
        self._thread.start()

    def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Run work in a transaction; what it raises reaches the caller, and nothing of it remains then."""
        done: Future[T] = Future()
        self._queue.put((work, done))
        return done.result()

    def close(self) -> None:
        """Finish what waits and stop."""
        self._queue.put(None)
        self._thread.join()
        self._connection.close()

    def _loop(self) -> None:
        done = self._follow()
        while (batch := self._take(None if done else self._again_s)) is not None:
            if batch:
                self._commit(batch)
            followed = self._follow()
            done = self._tidy() and followed

    def _tidy(self) -> bool:
        try:
            return self._idle(self._connection)
        except sqlite3.Error as error:  # a full disk, say: what is kept is kept, and this is done later
            logging.getLogger("learningcircles.hub").error("The hub could not tidy up, and tries again: %s", error)
            return False

    def _follow(self) -> bool:
        done: Future[Any] = Future()
        self._commit([(self._after, done)])
        if (failed := done.exception()) is not None:  # nobody waits for it: the steward reads it
            logging.getLogger("learningcircles.hub").error("What follows a write has failed: %s", failed)
        return failed is None

    def _take(self, most_s: float | None) -> list[tuple[Work, Future[Any]]] | None:
        """Return what waits, nothing after `most_s` seconds in which nothing came, None at the end."""
        try:
            first = self._queue.get(timeout=most_s)
        except queue.Empty:
            return []
        if first is None:
            return None
        batch = [first]
        while len(batch) < MOST_TOGETHER and not self._queue.empty():
            more = self._queue.get()
            if more is None:
                self._queue.put(None)
                break
            batch.append(more)
        return batch

    def _commit(self, batch: list[tuple[Work, Future[Any]]]) -> None:
        results: list[tuple[Future[Any], Any, BaseException | None]]
        try:
            self._roll_back()
            self._connection.execute("BEGIN IMMEDIATE")
            results = [(done, *self._one(work)) for work, done in batch]
            self._connection.execute("COMMIT")
        except Exception as error:  # the edge of a thread: whoever waits gets it
            failed = storage_trouble(error) if isinstance(error, sqlite3.Error) else error
            results = [(done, None, failed) for _, done in batch]
            with contextlib.suppress(sqlite3.Error):  # else before the next one
                self._roll_back()
        for done, value, refused in results:
            if refused is None:
                done.set_result(value)
            else:
                done.set_exception(refused)

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK")

    def _one(self, work: Work) -> tuple[Any, BaseException | None]:
        self._connection.execute("SAVEPOINT work")
        try:
            value, failed = work(self._connection), None
        except sqlite3.OperationalError:
            raise  # the disk: nobody's work can be kept
        except Exception as error:  # the edge of a thread: the caller gets it
            value, failed = None, error
            self._connection.execute("ROLLBACK TO work")
        self._connection.execute("RELEASE work")
        return value, failed
