"""Who may stand where a hub should be: servers that answer anything, and a line that breaks."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from learningcircles_sync.protocol import MEDIA_TYPE

OURS = f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA_TYPE}\r\n".encode()
Answer = Callable[[bytes], Iterator[bytes]]
"""The body of a request → the pieces of what is answered, head and all."""


class Stranger(socketserver.ThreadingTCPServer):
    """Answers every request on a port; `sent` counts bytes, `asked` requests."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int, answer: Answer) -> None:
        self.answer = answer
        self.sent = 0
        self.asked = 0
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(socketserver.StreamRequestHandler):
    server: Stranger

    def handle(self) -> None:
        length = 0
        if not self.rfile.readline():
            return
        while (header := self.rfile.readline().strip()) != b"":
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        body = self.rfile.read(length)
        self.server.asked += 1
        with suppress(OSError):
            for piece in self.server.answer(body):
                self.wfile.write(piece)
                self.server.sent += len(piece)


@contextmanager
def answering(port: int, answer: Answer) -> Iterator[Stranger]:
    """Run a stranger on a port."""
    with Stranger(port, answer) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def whole(data: bytes) -> bytes:
    """Return an answer with our own media type."""
    return OURS + f"Content-Length: {len(data)}\r\nConnection: close\r\n\r\n".encode() + data


class BreakingLine:
    """Carries connections to a hub, and calls `broken` once so many bytes have passed (either way)."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self.hub_port = 0
        self._left: int | None = None
        self._broken: Callable[[], None] = lambda: None
        threading.Thread(target=self._accept, daemon=True).start()

    def break_after(self, count: int, broken: Callable[[], None]) -> None:
        """Break once, after so many bytes from now on."""
        self._left, self._broken = count, broken

    def close(self) -> None:
        """Take no more connections."""
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                try:
                    far = socket.create_connection(("127.0.0.1", self.hub_port))
                except ConnectionError:  # nobody is there at the moment
                    near.close()
                    continue
                self._join(near, far)

    def _join(self, near: socket.socket, far: socket.socket) -> None:
        for one, other in ((near, far), (far, near)):
            threading.Thread(target=self._carry, args=(one, other), daemon=True).start()

    def _breaks(self, count: int) -> bool:
        """Count bytes that have come; return whether the line breaks with them, and let it."""
        if self._left is None:
            return False
        self._left -= count
        if self._left > 0:
            return False
        self._left = None
        self._broken()
        return True

    def _carry(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while (piece := one.recv(1024)) and not self._breaks(len(piece)):
                other.sendall(piece)
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
