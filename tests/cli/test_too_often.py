"""A hub that one address asks and asks: it turns that one away before it reads, and answers all others."""

from __future__ import annotations

import re
import socket
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from learningcircles_sync.buckets import OF_A_NETWORK
from tests.cli.outside import Laptop, hub

AT_ONCE = 250


def ask(url: str, address: str, count: int) -> Counter[bytes]:
    """Ask without a body so many times over one connection, in the name of an address behind the hub's proxy."""
    host, port = str(urlsplit(url).hostname), urlsplit(url).port
    request = f"POST /v1/sync HTTP/1.1\r\nHost: {host}\r\nX-Forwarded-For: {address}\r\nContent-Length: 0\r\n\r\n"
    came: Counter[bytes] = Counter()
    with socket.create_connection((host, port), timeout=30) as line:
        while came.total() < count:
            line.sendall(request.encode() * AT_ONCE)
            data = b""
            while (statuses := re.findall(rb"HTTP/1\.1 (\d+) ", data)) != [] or not data:
                if len(statuses) == AT_ONCE:
                    break
                data += line.recv(65_536)
            came.update(statuses)
            if b"429" in statuses:
                assert int(re.findall(rb"(?i)retry-after: (\d+)", data)[-1]) >= 1
    return came


def test_one_address_is_turned_away_and_the_others_are_not(tmp_path: Path) -> None:
    with hub(tmp_path / "hub", "--no-tls") as (said, _):
        begun = time.monotonic()
        came = ask(said["url"], "198.51.100.7", OF_A_NETWORK.burst + 1_500)
        refilled = (time.monotonic() - begun) * 1000 / OF_A_NETWORK.every_ms
        assert came[b"400"] >= OF_A_NETWORK.burst and set(came) == {b"400", b"429"}, came
        assert came[b"400"] <= OF_A_NETWORK.burst + refilled + 1
        assert set(ask(said["url"], "198.51.100.8", AT_ONCE)) == {b"400"}
        laptop = Laptop(tmp_path / "laptop")
        laptop.ask("circle", "new", "Harbour", "--as", "Pilar", "--device", "Blue", "--hub", said["code"])
        laptop.ask("sync")
