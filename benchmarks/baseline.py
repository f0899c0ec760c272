"""The bare baselines: what the same data costs without any of our machinery.

A table of plain columns filled by `executemany`, and one POST of zstd-compressed JSON to a minimal ASGI
app that stores the same plain rows durably. Both use WAL with `synchronous=FULL`, as we do.
"""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import requests
import zstandard

COLUMNS = ("id", "name", "email", "phone", "languages", "topics", "notes", "birth_year", "joined")
_INSERT = f"INSERT INTO member VALUES ({','.join('?' * len(COLUMNS))})"


def open_plain(path: Path) -> sqlite3.Connection:
    """Open (or make) the plain database of the baseline."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute(f"CREATE TABLE IF NOT EXISTS member ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
    return db


def plain_row(number: int, member: dict[str, Any]) -> tuple[object, ...]:
    """One member as the plain table's columns."""
    texts = {key: json.dumps(value) if isinstance(value, list) else value for key, value in member.items()}
    return (number.to_bytes(16, "big"), *(texts[column] for column in COLUMNS[1:]))


def load_plain(db: sqlite3.Connection, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert all rows in one transaction."""
    db.execute("BEGIN IMMEDIATE")
    db.executemany(_INSERT, rows)
    db.execute("COMMIT")


def one_plain_write(db: sqlite3.Connection, row: tuple[object, ...]) -> None:
    """One durable write of one row."""
    db.execute(_INSERT, row)


def pack(members: Sequence[dict[str, Any]]) -> bytes:
    """The body of the bare upload: zstd JSON."""
    return zstandard.compress(json.dumps(members).encode())


@contextmanager
def bare_server(folder: Path) -> Iterator[str]:
    """Run the bare ASGI app in its own process and give its address."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "BARE_DATABASE": str(folder / "bare.db")}
    command = [sys.executable, "-m", "granian", "--interface", "asgi", "--port", str(port), "--no-access-log"]
    process = subprocess.Popen(
        [*command, "--log-level", "error", "benchmarks.bare_app:app"], env=environment, stdout=subprocess.DEVNULL
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_until_up(address)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_until_up(address: str) -> None:
    policy = requests.adapters.HTTPAdapter(
        max_retries=requests.packages.urllib3.util.retry.Retry(connect=40, backoff_factor=0.05)  # type: ignore[attr-defined]
    )
    with requests.Session() as session:
        session.mount("http://", policy)
        session.get(address, timeout=5).raise_for_status()
