"""The command line in this process: the same words, streams and codes, without what starting a program takes.

Every command still opens the circle's file and closes it. How a program starts, ends and is killed is for outside.py.
"""

from __future__ import annotations

import gc
import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout

from learningcircles_ui.cli.main import run
from tests.cli.outside import PROGRAM, Laptop


class Inside(Laptop):
    """One home; `run` runs the command line in it, in a process of its own only under a limit."""

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command and return how it ended."""
        if self.limit:
            return super().run(*words, stdin=stdin)
        out, err = _stream(), _stream()
        with _surroundings(self.environment, _stream(stdin)), redirect_stdout(out), redirect_stderr(err):
            code = run(list(words))
        return subprocess.CompletedProcess([*PROGRAM, *words], code, _said(out), _said(err))


def _stream(text: str = "") -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")


def _said(stream: io.TextIOWrapper) -> str:
    stream.flush()
    stream.seek(0)
    return stream.read()


@contextmanager
def _surroundings(environment: dict[str, str], given: io.TextIOWrapper) -> Iterator[None]:
    kept, threshold, typed = dict(os.environ), gc.get_threshold(), sys.stdin
    _let(environment)
    sys.stdin = given
    try:
        yield
    finally:
        sys.stdin = typed
        _let(kept)
        gc.set_threshold(*threshold)


def _let(environment: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
    if hasattr(time, "tzset"):  # not on Windows
        time.tzset()
