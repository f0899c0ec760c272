"""Connections that a deadline cuts: who sends a byte now and then, head or body, holds nobody up for longer."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager


class Deadline:
    """Cuts the connections of one transport, which is used by one thread at a time, when a request takes too long."""

    def __init__(self, seconds: float) -> None:
        self.passed = False
        self._seconds = seconds
        self._lines: set[socket.socket] = set()
        self._ended: list[socket.socket] | None = None

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Within the block, what is asked is cut when the time is over; `passed` says whether it was."""
        self.passed, self._ended = False, []
        timer = Timer(self._seconds, self._cut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            ended, self._ended = self._ended or [], None
            for line in ended:
                self._let_go(line)

    def _cut(self) -> None:
        self.passed = True
        for line in list(self._lines):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)

    def _let_go(self, line: socket.socket) -> None:
        """Close a handle; while a request is under way, once that is done: an answer may still be read."""
        if self._ended is not None:
            self._ended.append(line)
            return
        self._lines.discard(line)
        line.close()

    def watch(self, manager: PoolManager) -> PoolManager:
        """Make a pool manager's connections such as can be cut; returns it."""
        deadline = self

        class Cut:
            """A second handle of the socket: what is shut by it is shut, whatever the first is wrapped in by then."""

            handle: socket.socket | None = None

            def _new_conn(self) -> socket.socket:
                made: socket.socket = super()._new_conn()  # type: ignore[misc]
                self.handle = made.dup()
                deadline._lines.add(self.handle)
                if deadline.passed:
                    deadline._cut()
                return made

            def close(self) -> None:
                super().close()  # type: ignore[misc]
                if self.handle is not None:
                    deadline._let_go(self.handle)
                    self.handle = None

        class Plain(Cut, HTTPConnection):
            pass

        class Sealed(Cut, HTTPSConnection):
            pass

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SealedPool(HTTPSConnectionPool):
            ConnectionCls = Sealed

        pools: Any = {"http": PlainPool, "https": SealedPool}
        manager.pool_classes_by_scheme = pools
        return manager
