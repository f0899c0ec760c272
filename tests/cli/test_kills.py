"""kill -9 of hub, sync and batch, one after the other, at commits and at random moments, under a line that drops,
delays, doubles, cuts and damages what it carries: nothing that was acknowledged is lost or doubled, and every file is
sound."""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.outside import HUB, PROGRAM, Laptop
from tests.cli.rough import RoughLine

Maker = Callable[[str], Laptop]
DYING = [sys.executable, str(Path(__file__).with_name("dying.py"))]
BYTES = (1, 200, 900, 2_000, 6_000, 30_000)
"""About how many bytes pass before a kill: within a request, within its answer, or after a few of them."""
COMMITS = (1, 1, 1, 2, 2, 3, 4, 5, 7)
MICROSECONDS = (0, 0, 200, 700, 1_500, 4_000)
"""How far into the commit: before anything is written, or while the disk is at it."""


def dying(program: list[str]) -> list[str]:
    """Return how to start one of the programs so that it dies at a commit (see dying.py)."""
    return [*DYING, program[-1]]


class DyingHub:
    """A hub that is killed and started again on the same port, behind a line that counts bytes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.dies = folder.with_name("hub.dies")
        self.line = RoughLine(seed)
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.line.hub_port = int(free.getsockname()[1])
        self._command = [
            *dying(HUB), "serve", "--data", str(folder), "--json", "--no-tls",
            "--listen", f"127.0.0.1:{self.line.hub_port}", "--url", f"http://127.0.0.1:{self.line.port}",
        ]  # fmt: skip
        self.code = ""
        self.start()

    def start(self) -> None:
        """Start it; it answers once this returns."""
        self.process = subprocess.Popen(
            self._command, stdout=subprocess.PIPE, text=True, env={**os.environ, "DIES": str(self.dies)}
        )
        assert self.process.stdout is not None
        self.code = json.loads(self.process.stdout.readline())["code"] or self.code

    def is_dead(self) -> bool:
        """Return whether it has died, or is about to: what it was told to die at has been reached."""
        try:
            return self.process.wait(0.2) == -signal.SIGKILL
        except subprocess.TimeoutExpired:
            return False

    def kill(self) -> None:
        """Kill it, if it lives still, and let go of it."""
        self.process.kill()
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()


class Days:
    """Rounds of work and kills on two laptops; `kept`: the names of members that were acknowledged.

    `kills` counts the dead by who they were, and whether they died at a commit or by the bytes on the line.
    """

    def __init__(self, hub: DyingHub, laptops: list[Laptop], seed: int) -> None:
        self.hub = hub
        self.laptops = laptops
        self.chance = random.Random(seed)
        self.kept: list[str] = []
        self.tried: set[str] = set()
        self.kills: Counter[str] = Counter()
        self._told = 0

    def round(self) -> None:
        laptop = self.chance.choice(self.laptops)
        self.write(laptop, self.chance.random() < 0.75)
        self.hub.line.rough = self.chance.random() < 0.6
        self.sync(
            laptop,
            self.chance.choice(["hub", "hub", "laptop", "laptop", "nobody"]),
            by_bytes=self.chance.random() < 0.3,
        )
        self.hub.line.rough = False

    def write(self, laptop: Laptop, kill: bool) -> None:
        """Add members by a batch, and kill it at a commit."""
        names = [f"Kept {len(self.tried) + number}" for number in range(8)]
        self.tried |= set(names)
        lines = [json.dumps({"do": "add", "entity": "member", "fields": {"name": name}}) for name in names]
        dies = laptop.folder.with_name(f"{laptop.folder.name}.dies")
        if kill:
            self._condemn(dies)
        process = self._start(laptop, dies, "batch", "-", stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        said, _ = process.communicate("\n".join(lines) + "\n", timeout=60)
        whole = [line for line in said.splitlines(keepends=True) if line.endswith("\n")]
        replies = [json.loads(line) for line in whole]
        assert all(reply["ok"] for reply in replies)
        self.kept += names[: len(replies)]
        self._bury(process, dies, "batch at a commit")

    def sync(self, laptop: Laptop, victim: str, *, by_bytes: bool) -> None:
        """Share, and kill the hub or the sharing process meanwhile."""
        dies = laptop.folder.with_name(f"{laptop.folder.name}.dies")
        if victim != "nobody" and not by_bytes:
            self._condemn({"hub": self.hub.dies, "laptop": dies}[victim])
        process = self._start(laptop, dies, "sync", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        victims = {"hub": self.hub.process, "laptop": process}
        if victim in victims and by_bytes:
            self.hub.line.break_after(self.chance.choice(BYTES), victims[victim].kill)
        process.wait(120)
        self.hub.line.break_after(10**12, lambda: None)
        how = "by bytes" if by_bytes else "at a commit"
        self._bury(process, dies, f"sync {how}")
        self.hub.dies.unlink(missing_ok=True)
        if victim == "hub" and self.hub.is_dead():
            self.kills[f"hub {how}"] += 1
            self.hub.kill()
            self.hub.start()

    def _condemn(self, dies: Path) -> None:
        self._told += 1
        part = dies.with_suffix(".part")
        part.write_text(f"{self.chance.choice(COMMITS)} {self.chance.choice(MICROSECONDS)} {self._told}")
        part.replace(dies)

    def _start(self, laptop: Laptop, dies: Path, *words: str, **streams: Any) -> subprocess.Popen[str]:
        environment = {**laptop.environment, "DIES": str(dies)}
        return subprocess.Popen([*dying(PROGRAM), *words], text=True, env=environment, **streams)

    def _bury(self, process: subprocess.Popen[str], dies: Path, how: str) -> None:
        dies.unlink(missing_ok=True)
        assert process.returncode in (0, 1, -signal.SIGKILL), process.returncode
        self.kills[how] += process.returncode == -signal.SIGKILL


def live_through(laptop: Maker, folder: Path, *, rounds: int, seed: int) -> Days:
    """Let hub and laptops live through so many rounds, and check what is left."""
    hub, first, second = DyingHub(folder / "hub", seed), laptop("first"), laptop("second")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", hub.code)
    invitation = first.ask("circle", "invite")["invitation"]
    second.ask("circle", "join", invitation, "--as", "Bo", "--device", "Red")
    days = Days(hub, [first, second], seed)
    for _ in range(rounds):
        days.round()
    for each in (first, second, first, second):
        each.ask("sync")
    nothing = first.ask("sync")
    assert (nothing["sent"], nothing["received"], nothing["waiting"]) == (0, 0, 0)
    checks = [each.ask("check") for each in (first, second)]
    assert all(document["ok"] for document in checks), checks
    assert checks[0]["state_hash"]["private"] == checks[1]["state_hash"]["private"]
    for each in (first, second):
        names = Counter(row["name"] for row in each.rows("list", "member"))
        assert not set(days.kept) - names.keys(), "something that was acknowledged is lost"
        assert max(names.values()) == 1, "something was written twice"
        assert names.keys() <= days.tried | {"Pilar", "Bo"}
    hub.kill()
    hub.line.close()
    steward = subprocess.run([*HUB, "check", "--data", str(folder / "hub"), "--json"], capture_output=True, text=True)
    assert json.loads(steward.stdout) == {"ok": True, "problems": []}
    return days


def test_a_few_kills(laptop: Maker, tmp_path: Path) -> None:
    days = live_through(laptop, tmp_path, rounds=10, seed=4)
    assert days.kills.total() >= 3, days.kills
    assert days.hub.line.met, "nothing befell the line"


@pytest.mark.soak
@pytest.mark.timeout(14_400)
def test_hundreds_of_kills(laptop: Maker, tmp_path: Path) -> None:
    days = live_through(laptop, tmp_path, rounds=360, seed=1)
    print(f"\n{len(days.kept)} of {len(days.tried)} acknowledged; kills {dict(days.kills)}; "
          f"the line {dict(days.hub.line.met)}")  # fmt: skip
    assert days.kills.total() >= 200, days.kills
    assert min(days.kills[f"{who} at a commit"] for who in ("hub", "sync", "batch")) >= 20, days.kills
    assert len(days.hub.line.met) == 6, days.hub.line.met
