"""The programs as others run them: processes, homes, JSON. Two homes are two laptops."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-m", "learningcircles_ui.cli.main"]
HUB = [sys.executable, "-m", "learningcircles_sync.hub.main"]


class Laptop:
    """One home; `run` starts the command line in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "LEARNINGCIRCLES_HOME": str(folder), "TZ": "Europe/Paris"}
        self.environment.pop("LEARNINGCIRCLES_CIRCLE", None)
        self.limit: Callable[[], None] | None = None
        """Called in the child before the program begins: see limits.py."""

    @property
    def file(self) -> Path:
        """The only circle's file."""
        (found,) = self.folder.glob("*.circle")
        return found

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command and return how it ended."""
        return subprocess.run(
            [*PROGRAM, *words], input=stdin, capture_output=True, encoding="utf-8", env=self.environment, timeout=120,
            preexec_fn=self.limit,
        )  # fmt: skip

    def ask(self, *words: str, stdin: str = "") -> Any:
        """Run a command that must succeed; return its JSON document."""
        ended = self.run(*words, "--json", stdin=stdin)
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    def rows(self, *words: str) -> list[dict[str, Any]]:
        """Run a command that must succeed; return its JSON lines."""
        ended = self.run(*words, "--json")
        assert ended.returncode == 0, ended.stderr
        return [json.loads(line) for line in ended.stdout.splitlines()]

    def refused(self, *words: str, stdin: str = "") -> tuple[int, str]:
        """Run a command that must fail with one sentence; return (exit code, sentence)."""
        ended = self.run(*words, stdin=stdin)
        assert ended.returncode in (1, 2), ended.stdout
        sentence = ended.stderr.strip()
        assert sentence and "\n" not in sentence and "Traceback" not in sentence, ended.stderr
        assert "should not have" not in sentence, sentence
        return ended.returncode, sentence

    def batch(self, steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send steps to one `batch -`; return the replies."""
        ended = self.run("batch", "-", stdin="".join(json.dumps(step) + "\n" for step in steps))
        assert ended.returncode == 0, ended.stderr
        return [json.loads(line) for line in ended.stdout.splitlines()]


@contextmanager
def hub(
    folder: Path, *more: str, limit: Callable[[], None] | None = None
) -> Iterator[tuple[dict[str, Any], subprocess.Popen[str]]]:
    """Run a hub, under a limit (see limits.py), and give its first line and its process."""
    listen = [] if "--listen" in more else ["--listen", "127.0.0.1:0"]
    process = subprocess.Popen(
        [*HUB, "serve", "--data", str(folder), *listen, "--json", *more],
        stdout=subprocess.PIPE,
        text=True,
        preexec_fn=limit,
    )
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline()), process
    finally:
        process.kill()
        process.wait(20)
        process.stdout.close()
