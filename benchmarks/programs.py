"""The programs as people run them: real processes, real homes, real HTTP."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from benchmarks.measure import Took

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-m", "learningcircles_ui.cli.main"]
HUB = [sys.executable, "-m", "learningcircles_sync.hub.main"]
BARE = [sys.executable, "-m", "benchmarks.bare_laptop"]
UP_S = 30.0
_UNLIKE_PEOPLES = ("LEARNINGCIRCLES_CIRCLE", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _UNLIKE_PEOPLES}
"""What programs are started in: as people start them, with compiled modules kept for the next time."""

Reply = dict[str, Any]


class Ran(NamedTuple):
    """A program that has ended: what it alone took, the peak of its memory in bytes (0 where unknown)."""

    took: Took
    peak: int


class Talk:
    """A program that answers JSON lines for as long as it is open: `batch -`, or the bare laptop."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment,
            cwd=ROOT,
        )

    def __enter__(self) -> Talk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, do: str, **step: Any) -> Reply:
        """Send one step and return its answer; it must succeed."""
        return self.ask_all([{"do": do, **step}])[0]

    def ask_all(self, steps: Sequence[dict[str, Any]]) -> list[Reply]:
        """Send steps without waiting in between; return their answers, all of which must be good."""
        sending = threading.Thread(target=self._send, args=(steps,))
        sending.start()
        replies = [self._answer() for _ in steps]
        sending.join()
        return replies

    def close(self) -> None:
        """End the program by ending its input."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(60)
        self._process.stdout.close()

    def _send(self, steps: Sequence[dict[str, Any]]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("".join(json.dumps(step) + "\n" for step in steps))
        self._process.stdin.flush()

    def _answer(self) -> Reply:
        assert self._process.stdout is not None
        reply: Reply = json.loads(self._process.stdout.readline())
        if not reply["ok"]:
            raise RuntimeError(str(reply))
        return reply


class Laptop:
    """One home: a laptop of its own on this machine."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**ENVIRONMENT, "LEARNINGCIRCLES_HOME": str(folder)}

    def run(self, *words: str) -> Reply:
        """Run a command that must succeed and return its JSON document."""
        command = [*PROGRAM, *words, "--json"]
        ended = subprocess.run(command, capture_output=True, text=True, env=self.environment, check=True, cwd=ROOT)
        reply: Reply = json.loads(ended.stdout)
        return reply

    def launch(self, *words: str) -> Ran:
        """Run a command that must succeed and measure it from start to end."""
        return launch([*PROGRAM, *words], self.environment, self.folder.parent)

    def talk(self) -> Talk:
        """Open `batch -`."""
        return Talk([*PROGRAM, "batch", "-"], self.environment)

    def circle_bytes(self) -> int:
        """Return what the circle's file takes, once no program has it open."""
        return sum(file.stat().st_size for file in self.folder.glob("*.circle*"))


def launch(command: Sequence[str], environment: dict[str, str], folder: Path, stdin: str = "") -> Ran:
    """Run a program in a process of its own and measure it; `folder` is for what goes in and comes out."""
    return launch_saying(command, environment, folder, stdin)[0]


def launch_saying(
    command: Sequence[str], environment: dict[str, str], folder: Path, stdin: str = ""
) -> tuple[Ran, str]:
    """Run a program as `launch` does; return what it wrote as well."""
    given, output = folder / "launch.in", folder / "launch.out"
    given.write_text(stdin, "utf-8")
    starter = [sys.executable, "-I", "-S", str(Path(__file__).parent / "launch.py"), str(output), str(given)]
    ended = subprocess.run([*starter, *command], capture_output=True, text=True, env=environment, check=True, cwd=ROOT)
    wall, cpu, peak, code = json.loads(ended.stdout)
    if code:
        raise RuntimeError(f"{command} ended with {code}: {ended.stderr}")
    return Ran(Took(wall, cpu), peak), output.read_text("utf-8")


@contextmanager
def hub(folder: Path, port: int, url: str) -> Iterator[Reply]:
    """Run a hub that gives out `url` as its address; give the first line it prints."""
    listen = ["--listen", f"127.0.0.1:{port}", "--url", url, "--no-tls"]
    command = [*HUB, "serve", "--data", str(folder), *listen, "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=ENVIRONMENT, cwd=ROOT)
    assert process.stdout is not None
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@contextmanager
def bare_hub(database: Path) -> Iterator[int]:
    """Run the bare ASGI app, by the same server as our hub, and give its port."""
    port = free_port()
    environment = {**ENVIRONMENT, "BARE_DATABASE": str(database)}
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-access-log"]
    process = subprocess.Popen([*command, "--log-level", "error", "benchmarks.bare_app:app"], env=environment, cwd=ROOT)
    try:
        _wait_until_up(port)
        yield port
    finally:
        process.terminate()
        process.wait(30)


def free_port() -> int:
    """Return a port that nobody listens at."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_up(port: int) -> None:
    until = time.monotonic() + UP_S
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return
