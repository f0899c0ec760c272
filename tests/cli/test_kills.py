"""kill -9 of hub, sync and batch, one after the other at random moments: nothing that was acknowledged is lost or
doubled, and every file is sound."""

from __future__ import annotations

import json
import random
import socket
import subprocess
import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.outside import HUB, PROGRAM, Laptop
from tests.cli.strangers import BreakingLine

Maker = Callable[[str], Laptop]
BYTES = (1, 200, 900, 2_000, 6_000, 30_000)
"""About how many bytes pass before a kill: within a request, within its answer, or after a few of them."""


class DyingHub:
    """A hub that is killed and started again on the same port, behind a line that counts bytes."""

    def __init__(self, folder: Path) -> None:
        self.line = BreakingLine()
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.line.hub_port = int(free.getsockname()[1])
        self._command = [
            *HUB, "serve", "--data", str(folder), "--json", "--no-tls",
            "--listen", f"127.0.0.1:{self.line.hub_port}", "--url", f"http://127.0.0.1:{self.line.port}",
        ]  # fmt: skip
        self.code = ""
        self.start()

    def start(self) -> None:
        """Start it; it answers once this returns."""
        self.process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.code = json.loads(self.process.stdout.readline())["code"] or self.code

    def kill(self) -> None:
        """Kill it, if it lives still, and let go of it."""
        self.process.kill()
        self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()


class Days:
    """Rounds of work and kills on two laptops; `kept`: the names of members that were acknowledged."""

    def __init__(self, hub: DyingHub, laptops: list[Laptop], seed: int) -> None:
        self.hub = hub
        self.laptops = laptops
        self.chance = random.Random(seed)
        self.kept: list[str] = []
        self.tried: set[str] = set()
        self.kills = 0

    def round(self) -> None:
        laptop = self.chance.choice(self.laptops)
        self.write(laptop, self.chance.choice([None, self.chance.randrange(1, 8)]))
        self.sync(laptop, self.chance.choice(["hub", "laptop", "nobody"]))

    def write(self, laptop: Laptop, kill_after: int | None) -> None:
        """Add members by a batch, and kill it after so many replies."""
        names = [f"Kept {len(self.tried) + number}" for number in range(8)]
        self.tried |= set(names)
        lines = [json.dumps({"do": "add", "entity": "member", "fields": {"name": name}}) for name in names]
        process = subprocess.Popen(
            [*PROGRAM, "batch", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=laptop.environment
        )
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write("\n".join(lines) + "\n")
        process.stdin.flush()
        replies = [json.loads(process.stdout.readline()) for _ in range(kill_after or len(names))]
        assert all(reply["ok"] for reply in replies)
        self.kept += names[: len(replies)]
        if kill_after is not None:
            self.kills += 1
            process.kill()
        process.stdin.close()
        process.stdout.close()
        process.wait(20)

    def sync(self, laptop: Laptop, victim: str) -> None:
        process = subprocess.Popen(
            [*PROGRAM, "sync"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=laptop.environment
        )
        victims = {"hub": self.hub.process, "laptop": process}
        struck = threading.Event()

        def strike() -> None:
            victims[victim].kill()
            struck.set()

        if victim in victims:
            self.hub.line.break_after(self.chance.choice(BYTES), strike)
        process.wait(60)
        self.hub.line.break_after(10**12, lambda: None)
        self.kills += struck.is_set()
        if victim == "hub" and struck.is_set():
            self.hub.kill()
            self.hub.start()


def live_through(laptop: Maker, folder: Path, *, rounds: int, seed: int) -> Days:
    """Let hub and laptops live through so many rounds, and check what is left."""
    hub, first, second = DyingHub(folder / "hub"), laptop("first"), laptop("second")
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
    assert live_through(laptop, tmp_path, rounds=6, seed=2).kills >= 5


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_two_hundred_kills(laptop: Maker, tmp_path: Path) -> None:
    assert live_through(laptop, tmp_path, rounds=250, seed=1).kills >= 200
