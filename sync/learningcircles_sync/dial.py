"""Reaching a hub over HTTP without loading `requests` (0.4 s) before somebody shares."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from learningcircles_sync.line import Transport

if TYPE_CHECKING:
    from learningcircles_sync.serve import Answer

Transports = Callable[[str, bytes | None], Transport]
"""(hub's address, its certificate's fingerprint or None) → a transport."""
Answering = Callable[[str, str, bytes], "Answer"]
"""`serve.Receiver.answer`: (method, path, body) → Answer."""


def over_http(url: str, fingerprint: bytes | None) -> Transport:
    """Return the HTTP transport to a hub; raises InvalidValue for what is no address."""
    transport: Transport = import_module("learningcircles_sync.http").HttpTransport(url, fingerprint)
    return transport


def certificate_at(url: str) -> bytes | None:
    """Return the fingerprint of the certificate that an address shows; see `http.certificate_at`."""
    found: bytes | None = import_module("learningcircles_sync.http").certificate_at(url)
    return found


class Direct:
    """A transport to a receiver in the same process: no network, no thread, nothing but its answer."""

    def __init__(self, answer: Answering) -> None:
        self._answer = answer

    def post(self, path: str, body: bytes) -> bytes:
        """Return the receiver's reply."""
        return self._answer("POST", path, body).body

    def get(self, path: str) -> bytes:
        """Return the receiver's reply to a request without a body."""
        return self._answer("GET", path, b"").body

    def close(self) -> None:
        """Nothing stays open."""
