"""The least ASGI app that stores what it is sent and gives back what is new: the baseline of a hub.

POST /AFTER   body: zstd JSON rows   →   zstd JSON rows that others stored beyond AFTER; header `position`
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from threading import Lock
from typing import Any

from benchmarks.baseline import COLUMNS, Plain, durable, open_plain, pack, put_plain, unpack

_db = open_plain(Path(os.environ["BARE_DATABASE"]))
_db.execute("CREATE TABLE IF NOT EXISTS moved (position INTEGER PRIMARY KEY, id BLOB)")
_SINCE = f"SELECT {', '.join('m.' + name for name in COLUMNS)} FROM moved JOIN member m USING (id)"
_lock = Lock()


def sync(after: int, body: bytes) -> tuple[bytes, int]:
    """Store the rows of a body; return those that others stored since, and the position now."""
    with _lock:
        position = _db.execute("SELECT coalesce(max(position), 0) FROM moved").fetchone()[0]
        others = _db.execute(f"{_SINCE} WHERE position > ? AND position <= ?", (after, position)).fetchall()
        rows = unpack(body)
        if rows:
            position = _store(rows, position)
    return pack(others), position


def _store(rows: list[Plain], position: int) -> int:
    with durable(_db):
        put_plain(_db, rows)
        _db.executemany("INSERT INTO moved (id) VALUES (?)", [row[:1] for row in rows])
    return position + len(rows)


async def app(
    scope: dict[str, Any], receive: Callable[[], Awaitable[Any]], send: Callable[[Any], Awaitable[None]]
) -> None:
    """Answer one request."""
    if scope["type"] != "http":
        return
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    answer, position = await asyncio.to_thread(sync, int(scope["path"][1:]), body)
    headers = [(b"content-length", b"%d" % len(answer)), (b"position", b"%d" % position)]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": answer})
