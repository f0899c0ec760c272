"""Whatever answers in a hub's place, and wherever the line breaks: one sentence, nothing lost, nothing half-done."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zstandard

from learningcircles.crypto.sign import SigningKey
from learningcircles_sync.request_auth import sign_reply
from tests.cli import limits
from tests.cli.outside import HUB, PROGRAM, Laptop, hub
from tests.cli.strangers import OURS, Answer, BreakingLine, answering, whole

Maker = Callable[[str], Laptop]
MEMORY = 1 << 30


def plainly(data: bytes) -> Answer:
    return lambda body: iter([data])


def zeros(body: bytes) -> Iterator[bytes]:
    yield OURS + b"Connection: close\r\n\r\n"
    for _ in range(2048):
        yield bytes(1 << 20)


PAGE = b"<html>Welcome to this Wi-Fi</html>"
STRANGE: dict[str, Answer] = {
    "html": plainly(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(PAGE), PAGE)),
    "html under our name": plainly(whole(PAGE)),
    "half a page": plainly(OURS + b"Content-Length: 5000\r\n\r\nhalf"),
    "nothing": plainly(b""),
    "an empty page": plainly(whole(b"")),
    "two gigabytes of zeros": zeros,
}


@pytest.fixture
def orphan(laptop: Maker, tmp_path: Path) -> tuple[Laptop, int]:
    """A laptop with something to share whose hub is gone, and the port where it was."""
    first = laptop("first")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
    first.ask("add", "member", "name=Amina")
    first.limit = limits.no_memory_beyond(MEMORY)
    return first, int(said["url"].rpartition(":")[2])


def test_strange_answers_cost_nothing(orphan: tuple[Laptop, int]) -> None:
    first, port = orphan
    before = first.ask("check")["state_hash"]
    for kind, answer in STRANGE.items():
        with answering(port, answer) as server:
            code, sentence = first.refused("sync")
            assert code == 1 and (f"127.0.0.1:{port}" in sentence or "hub" in sentence), (kind, sentence)
        assert server.asked == 1 and server.sent < 64 << 20, kind
    document = first.ask("check")
    assert document["ok"] and document["state_hash"] == before
    assert first.ask("circle", "status")["waiting"] > 0


def test_a_redirect_is_not_followed(orphan: tuple[Laptop, int]) -> None:
    first, port = orphan
    with answering(0, plainly(whole(b"caught"))) as elsewhere:
        there = elsewhere.server_address[1]
        head = f"HTTP/1.1 307 Elsewhere\r\nLocation: http://127.0.0.1:{there}/v1/sync\r\nContent-Length: 0\r\n\r\n"
        with answering(port, plainly(head.encode())):
            assert first.refused("sync")[0] == 1
        assert elsewhere.asked == 0


def test_a_bomb_from_the_true_hub_does_not_go_off(orphan: tuple[Laptop, int], laptop: Maker, tmp_path: Path) -> None:
    first, port = orphan
    invitation = first.ask("circle", "invite")["invitation"]
    key = SigningKey((tmp_path / "hub" / "hub.key").read_bytes())
    bomb = b"\x01" + zstandard.ZstdCompressor().compress(bytes(1 << 30))

    def answer(body: bytes) -> Iterator[bytes]:
        yield whole(sign_reply(key, body, True, bomb))

    with answering(port, answer):
        code, sentence = first.refused("sync")
        assert code == 1 and "cannot read" in sentence
        stranger = laptop("stranger")
        stranger.limit = first.limit
        code, sentence = stranger.refused("circle", "join", invitation, "--as", "Bo", "--device", "Red")
        assert code == 1 and "cannot read" in sentence
    assert not list(stranger.folder.glob("*.circle*"))
    assert first.ask("check")["ok"]


def test_killing_a_sync_anywhere_loses_and_doubles_nothing(laptop: Maker, tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    line = BreakingLine()
    with hub(tmp_path / "hub", "--no-tls", "--url", f"http://127.0.0.1:{line.port}", "--listen", "127.0.0.1:0") as (
        said,
        process,
    ):
        line.hub_port = listening_port(process.pid)
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        invitation = first.ask("circle", "invite")["invitation"]
        rows = "\n".join(json.dumps({"name": f"Member {n}", "notes": os.urandom(150).hex()}) for n in range(3000))
        assert first.run("add", "member", "--from", "-", stdin=rows).returncode == 0
        for count in (1, 5_000, 250_000):
            killed(first, line, count, "sync")
        first.ask("sync")
        joins = ("circle", "join", invitation, "--as", "Bo", "--device", "Red")
        killed(second, line, 2_000, *joins)
        assert second.refused("list", "member")[0] == 1, "its list of laptops had not come yet"
        came = [0]
        for breaks in (lambda: broken(second, line, 350_000, *joins), lambda: killed(second, line, 150_000, *joins)):
            breaks()
            came.append(len(second.rows("list", "member")))
            assert came[-2] < came[-1] < 3_000, "what had come is there, and no more is asked for twice"
        second.ask(*joins)
        assert "already" in second.refused(*joins)[1]
        second.ask("add", "member", "name=From the second")
        killed(second, line, 1, "sync")
        for each in (second, first, second):
            each.ask("sync")
    checks = [each.ask("check") for each in (first, second)]
    assert all(document["ok"] for document in checks)
    assert checks[0]["state_hash"]["private"] == checks[1]["state_hash"]["private"]
    assert len(second.rows("list", "member")) == 3003
    line.close()


def test_a_hub_whose_disk_is_full(laptop: Maker, tmp_path: Path) -> None:
    first = laptop("first")
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
    rows = "\n".join(json.dumps({"name": f"Member {n}", "notes": os.urandom(100).hex()}) for n in range(1500))
    assert first.run("add", "member", "--from", "-", stdin=rows).returncode == 0
    same = ("--no-tls", "--listen", said["url"].removeprefix("http://"))
    with hub(tmp_path / "hub", *same, limit=limits.no_file_beyond(150_000)) as (_, process):
        for _ in range(2):
            code, sentence = first.refused("sync")
            assert code == 1 and "disk may be full" in sentence
        assert first.ask("circle", "status")["waiting"] == 1
        assert process.poll() is None
    with hub(tmp_path / "hub", *same):
        assert first.ask("sync")["waiting"] == 0
    steward = subprocess.run([*HUB, "check", "--data", str(tmp_path / "hub"), "--json"], capture_output=True, text=True)
    assert json.loads(steward.stdout) == {"ok": True, "problems": []}


def listening_port(pid: int) -> int:
    """Return the port on which a process listens (proc(5)): with --url a hub gives out another one."""
    inodes = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    for row in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        columns = row.split()
        if columns[3] == "0A" and f"socket:[{columns[9]}]" in inodes:
            return int(columns[1].split(":")[1], 16)
    raise AssertionError("the hub listens nowhere")


def broken(laptop: Laptop, line: BreakingLine, count: int, *words: str) -> None:
    """Join over a line that breaks once `count` bytes have passed: the laptop is in the circle, and says what came."""
    line.break_after(count, lambda: None)
    ended = laptop.run(*words)
    assert ended.returncode == 0 and "in the circle now" in ended.stdout
    assert "parcels of this circle have come" in ended.stderr


def killed(laptop: Laptop, line: BreakingLine, count: int, *words: str) -> None:
    """Run a command and kill it once so many bytes have passed."""
    process = subprocess.Popen([*PROGRAM, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               env=laptop.environment)  # fmt: skip
    line.break_after(count, lambda: process.send_signal(signal.SIGKILL))
    assert process.wait(60) == -signal.SIGKILL
