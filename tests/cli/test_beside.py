"""Two laptops on one network without hub or internet, each a process in a network namespace of its own.

Where the tests may not make namespaces (not root, no `ip`), both processes run on this machine's own network.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.outside import PROGRAM, Laptop

Maker = Callable[[str], Laptop]
Prefix = list[str]
LONG_S = 100
"""Longer than two programs ever need to find each other: Ctrl+C ends them, once they have."""


def ip(*words: str) -> bool:
    """Run one step of making a network; return whether it went."""
    return subprocess.run(["ip", *words], capture_output=True, text=True).returncode == 0


def make_network(one: str, two: str) -> bool:
    """Join two fresh namespaces by a cable; return whether this machine lets us."""
    if shutil.which("ip") is None or os.geteuid() != 0 or not (ip("netns", "add", one) and ip("netns", "add", two)):
        return False
    steps = [("link", "add", "cable0", "netns", one, "type", "veth", "peer", "name", "cable1", "netns", two)]
    for place, name in enumerate((one, two)):
        inside = ("-n", name)
        steps += [
            (*inside, "address", "add", f"198.51.100.{place + 1}/24", "dev", f"cable{place}"),
            (*inside, "link", "set", "lo", "up"),
            (*inside, "link", "set", f"cable{place}", "up"),
            (*inside, "route", "add", "224.0.0.0/4", "dev", f"cable{place}"),
        ]
    return all(ip(*step) for step in steps)


@pytest.fixture
def places() -> Iterator[tuple[Prefix, Prefix]]:
    """How to start a program in each of two places that see each other."""
    names = [f"lc-{os.getpid()}-{place}" for place in (1, 2)]
    made = make_network(*names)
    yield tuple(["ip", "netns", "exec", name] if made else [] for name in names)
    for name in names:
        ip("netns", "delete", name)


def free_port() -> int:
    """Return a port at which nothing answers yet."""
    with socket.socket() as asked:
        asked.bind(("", 0))
        return int(asked.getsockname()[1])


def answers(port: int) -> bool:
    """Return whether something answers at a port of this machine."""
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def start(laptop: Laptop, place: Prefix, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*place, *PROGRAM, "beside", "--seconds", str(LONG_S), "--json", *more],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=laptop.environment, preexec_fn=heed_ctrl_c,
    )  # fmt: skip


def heed_ctrl_c() -> None:
    """Let Ctrl+C end a program: one that was started in the background is born deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ended(process: subprocess.Popen[str]) -> dict[str, int]:
    """Press Ctrl+C, and return what a program tells of what it has shared."""
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=60)
    assert process.returncode == 0, error
    told: dict[str, int] = json.loads(out)
    return told


def names(laptop: Laptop) -> list[str]:
    return sorted(row["name"] for row in laptop.rows("list", "member"))


def waits(*laptops: Laptop) -> bool:
    """Return whether one of them has yet to hear that the other has what it wrote."""
    return any(each.ask("circle", "status")["waiting"] for each in laptops)


def test_two_laptops_find_each_other_and_share(laptop: Maker, places: tuple[Prefix, Prefix], tmp_path: Path) -> None:
    first, second = laptop("first"), laptop("second")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    text = first.ask("circle", "invite")["invitation"]
    first.ask("bundle", "write", str(tmp_path / "stick"))
    second.ask("circle", "join", text, "--as", "Bo", "--device", "Red", "--bundle", str(tmp_path / "stick"))
    first.ask("add", "member", "name=Written on the first")
    second.ask("add", "member", "name=Written on the second")
    running = [start(first, places[0]), start(second, places[1])]
    everybody = ["Bo", "Pilar", "Written on the first", "Written on the second"]
    until = time.monotonic() + LONG_S
    while time.monotonic() < until and ([names(first), names(second)] != [everybody] * 2 or waits(first, second)):
        pass  # each look reads the whole file: that is wait enough
    told = [ended(each) for each in running]
    assert all(each["beside"] == 1 for each in told), told
    hashes = {each.ask("check")["state_hash"]["private"] for each in (first, second)}
    assert len(hashes) == 1
    assert names(first) == names(second) == everybody
    devices = first.ask("circle", "status")["devices"]
    assert {each["name"] for each in devices} == {"Blue", "Red"}
    assert second.ask("circle", "status")["waiting"] == 0


def test_an_address_does_where_nothing_is_announced(
    laptop: Maker, places: tuple[Prefix, Prefix], tmp_path: Path
) -> None:
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    code, sentence = first.refused("beside", "--with", "127.0.0.1:1")
    assert code == 1 and "does not answer" in sentence


def test_a_laptop_joins_through_the_one_beside_it(laptop: Maker, places: tuple[Prefix, Prefix]) -> None:
    first, second = laptop("first"), laptop("second")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    first.ask("add", "member", "name=Written on the first")
    text = first.ask("circle", "invite")["invitation"]
    host = start(first, places[0])
    try:
        words = ("circle", "join", text, "--as", "Bo", "--device", "Red", "--json")
        joined = subprocess.run(
            [*places[1], *PROGRAM, *words], capture_output=True, text=True, timeout=60, env=second.environment
        )
        assert joined.returncode == 0, joined.stderr
    finally:
        told = ended(host)
    assert told["beside"] == 1 and told["received"] > 0, "who visits is counted as well"
    assert {each["name"] for each in first.ask("circle", "status")["devices"]} == {"Blue", "Red"}
    assert len({each.ask("check")["state_hash"]["private"] for each in (first, second)}) == 1
    assert "Written on the first" in names(second)
    assert [file.name for file in second.folder.glob("*.circle")] == ["Harbour.circle"]


def test_ctrl_c_as_soon_as_it_answers_is_enough(laptop: Maker) -> None:
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    port = free_port()
    host = start(first, [], "--port", str(port))
    until = time.monotonic() + LONG_S
    while not answers(port) and time.monotonic() < until:
        pass  # it answers before it has announced itself: whoever knows where comes in by then
    assert ended(host) == {"beside": 0, "sent": 0, "received": 0, "waiting": 1, "erased": 0}


def test_ctrl_c_twice_ends_it_at_once_in_one_word(laptop: Maker) -> None:
    first = laptop("first")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    port = free_port()
    host = start(first, [], "--port", str(port))
    until = time.monotonic() + LONG_S
    while not answers(port) and time.monotonic() < until:
        pass
    host.send_signal(signal.SIGINT)
    while host.poll() is None and time.monotonic() < until:
        host.send_signal(signal.SIGINT)  # two that are pressed together may be heard as one
    out, error = host.communicate(timeout=60)
    assert (host.returncode, out, error) == (1, "", "Stopped.\n")
    assert first.ask("check")["ok"]


def test_joining_where_nobody_is_beside_is_refused_in_a_sentence(laptop: Maker) -> None:
    first, second = laptop("first"), laptop("second")
    first.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue")
    text = first.ask("circle", "invite")["invitation"]
    words = ("circle", "join", text, "--as", "Bo", "--device", "Red")
    code, sentence = second.refused(*words, "--with", "127.0.0.1:1")
    assert code == 1 and "does not answer" in sentence
    code, sentence = second.refused(*words, "--seconds", "1")
    assert code == 1 and ("beside this one" in sentence or "names no hub" in sentence)
    assert not list(second.folder.glob("*.circle*"))
