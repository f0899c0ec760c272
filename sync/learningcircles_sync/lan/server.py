"""A small HTTP server for the local network: a few laptops, capped bodies, deadlines, nothing in its headers.

A hub needs more (docs/architecture.md); here a thread for each of a few connections is enough.
"""

from __future__ import annotations

import io
import os
import socket
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Thread
from typing import Any

from learningcircles_sync.buckets import OF_A_LAPTOP, Buckets
from learningcircles_sync.protocol import BODY_BYTES, MEDIA_TYPE
from learningcircles_sync.serve import Answer

SILENCE_S = 15.0
"""A connection on which nothing comes for so long is closed."""
REQUEST_S = 30.0
"""A request that has not come whole by then is given up, and so is an answer that is not taken by then."""
MOST_CONNECTIONS = 32


class LanServer:
    """Serves `answer` from its own threads until `stop`. Port 0 takes a free one."""

    def __init__(self, answer: Callable[[str, str, bytes], Answer], host: str = "", port: int = 0) -> None:
        self._server = _Server((host, port), answer)
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), name="lan-server", daemon=True)

    @property
    def port(self) -> int:
        """The port that it listens at."""
        return int(self._server.server_address[1])

    def start(self) -> None:
        """Begin to answer."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what is being answered and close."""
        if self._thread.ident is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 32

    def __init__(self, address: tuple[str, int], answer: Callable[[str, str, bytes], Answer]) -> None:
        self.answer = answer
        self.asked = Buckets(OF_A_LAPTOP, lambda: int(time.monotonic() * 1000))
        self._places = BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__(address, _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Turn away who comes when all places are taken."""
        if not self._places.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Give the place back when the connection ends."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._places.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A stranger's broken connection is no news."""

    def server_bind(self) -> None:
        """Bind without asking DNS for this machine's name, which may take long without a network."""
        if os.name == "posix":  # elsewhere the option lets two programs have one port
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = "", self.server_address[1]


class _Arriving(io.RawIOBase):
    """What comes over a connection: neither silent for long, nor, drop by drop, longer than one request may take."""

    def __init__(self, connection: socket.socket) -> None:
        super().__init__()
        self._connection = connection
        self._until = 0.0

    def begin(self) -> None:
        """Give the next request its time."""
        self._until = time.monotonic() + REQUEST_S

    def readable(self) -> bool:
        """It can be read, and no more."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there; raises TimeoutError."""
        left = self._until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(min(left, SILENCE_S))
        return self._connection.recv_into(buffer)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = SILENCE_S
    server_version = "LC"
    sys_version = ""

    def setup(self) -> None:
        """Read through deadlines."""
        super().setup()
        self.rfile.close()
        self._arriving = _Arriving(self.connection)
        self.rfile = io.BufferedReader(self._arriving)

    def handle_one_request(self) -> None:
        """Give each request of a connection its own time."""
        self._arriving.begin()
        super().handle_one_request()

    def do_GET(self) -> None:
        """Answer a request without a body."""
        self._reply()

    def do_POST(self) -> None:
        """Answer a request."""
        length = self.headers.get("Content-Length", "")
        if not length.isdigit() or int(length) > BODY_BYTES or self.headers.get("Content-Type") != MEDIA_TYPE:
            self.close_connection = True
            self.send_error(413)
            return
        self._reply(int(length))

    def _reply(self, length: int = 0) -> None:
        if wait := self.server.asked.wait_s(self.client_address[0].encode()):
            self._turn_away(wait)
            return
        answer = self.server.answer(self.command, self.path, self.rfile.read(length))
        self.connection.settimeout(REQUEST_S)  # for all of what is sent at once (socket.sendall)
        self.send_response(answer.status)
        self.send_header("Content-Type", MEDIA_TYPE)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.wait_s:
            self.send_header("Retry-After", str(answer.wait_s))
        self.end_headers()
        self.wfile.write(answer.body)

    def _turn_away(self, wait: int) -> None:
        self.close_connection = True
        self.send_response(429)
        self.send_header("Retry-After", str(wait))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words: object) -> None:
        """Keep no log of who was here."""
