"""A browser without JavaScript, as little of it as the hub's pages need: no socket, straight to the ASGI app."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.applications import Starlette


@dataclass(frozen=True)
class Seen:
    """A page as a browser got it."""

    status: int
    headers: dict[str, str]
    text: str


class Visitor:
    """Asks one app, from an address, and maybe through a proxy that says from which."""

    def __init__(self, app: Starlette) -> None:
        self._app = app
        self.address = "192.0.2.1"
        self.forwarded = ""

    def get(self, address: str) -> Seen:
        """Open an address."""
        return self._ask("GET", address, b"")

    def post(self, address: str, fields: dict[str, str]) -> Seen:
        """Send a form."""
        return self._ask("POST", address, urlencode(fields).encode())

    def begin(self, address: str) -> Seen:
        """Begin to send a form, and never end."""
        return self._ask("POST", address, None)

    def _ask(self, method: str, address: str, body: bytes | None) -> Seen:
        path, _, query = address.partition("?")
        told: list[dict[str, Any]] = []

        async def receive() -> dict[str, Any]:
            if body is None:
                await asyncio.Event().wait()
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Any) -> None:
            told.append(message)

        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "https",
            "path": path, "raw_path": path.encode(), "root_path": "", "query_string": query.encode(),
            "headers": [(b"x-forwarded-for", self.forwarded.encode())] if self.forwarded else [],
            "client": (self.address, 40_000),
        }  # fmt: skip
        asyncio.run(self._app(scope, receive, send))
        headers = {name.decode(): value.decode() for name, value in told[0]["headers"]}
        text = b"".join(message.get("body", b"") for message in told[1:]).decode()
        return Seen(told[0]["status"], headers, text)
