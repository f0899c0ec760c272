"""Runs one of the programs, which kills itself (SIGKILL) at a commit: `python dying.py MODULE WORDS…`.

The file that the environment names as DIES says at which: "after so many commits, so many microseconds into it". It is
read at every commit, so that a program which runs already can be told, and taken away by who obeys.
"""

from __future__ import annotations

import os
import runpy
import signal
import sqlite3
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sqlcipher3

DURABLE = ("COMMIT", "VACUUM", "PRAGMA wal_checkpoint")


class Death:
    """Comes at the commit that a file names."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._told = ""
        self._passed = 0

    def see(self, sql: str) -> None:
        """Look at a statement that is about to run; not to return from it may be its end."""
        if not sql.startswith(DURABLE) or not self._file.exists():
            return
        with self._lock:
            told = self._file.read_text()
            self._passed = self._passed + 1 if told == self._told else 1
            self._told = told
            at, microseconds, _ = map(int, told.split())
            if self._passed < at:
                return
            self._file.unlink()
        if microseconds == 0:
            _die()
        threading.Timer(microseconds / 1e6, _die).start()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def watched(connect: Callable[..., Any], death: Death) -> Callable[..., Any]:
    """Return `connect`, whose connections show their statements to `death`."""

    def opened(*words: Any, **named: Any) -> Any:
        connection = connect(*words, **named)
        connection.set_trace_callback(death.see)
        return connection

    return opened


def main() -> None:
    death = Death(Path(os.environ["DIES"]))
    libraries: tuple[Any, ...] = (sqlite3, sqlcipher3)
    for library in libraries:
        library.connect = watched(library.connect, death)
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
