"""The least ASGI app that stores what it is sent and gives it back: the baseline of a hub."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import zstandard

from benchmarks.baseline import load_plain, open_plain, plain_row

_db = open_plain(Path(os.environ.get("BARE_DATABASE", ":memory:"))) if "BARE_DATABASE" in os.environ else None
_count = 0


def _store(body: bytes) -> bytes:
    global _count
    assert _db is not None
    members = json.loads(zstandard.decompress(body))
    load_plain(_db, [plain_row(_count + place, member) for place, member in enumerate(members)])
    _count += len(members)
    return b"{}"


def _fetch(after: int) -> bytes:
    assert _db is not None
    rows = _db.execute("SELECT * FROM member WHERE id > ? ORDER BY id", (after.to_bytes(16, "big"),)).fetchall()
    return zstandard.compress(json.dumps([[row[0].hex(), *row[1:]] for row in rows]).encode())


async def app(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """POST stores members; GET /after/N gives those beyond number N."""
    if scope["type"] != "http":
        return
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    work = asyncio.to_thread(_store, body) if scope["method"] == "POST" else asyncio.to_thread(_answer, scope["path"])
    reply = await work
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(reply))]})
    await send({"type": "http.response.body", "body": reply})


def _answer(path: str) -> bytes:
    if path.startswith("/after/"):
        return _fetch(int(path.removeprefix("/after/")))
    return b"up"
