"""The HTTP transport against a real socket: strangers' answers, caps, pinned certificates."""

from __future__ import annotations

import datetime
import socket
import socketserver
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sync_region import Region, add_member, invite_to

from learningcircles.crypto.certificate import self_signed
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import InvalidValue, NotAllowed, Unreachable
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.buckets import OF_A_LAPTOP, OF_A_NETWORK, Buckets, Rate, seconds_to_wait
from learningcircles_sync.dial import Direct
from learningcircles_sync.http import HttpTransport
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import BODY_BYTES, JOIN_PATH, MEDIA_TYPE, PAGE_BYTES, SYNC_PATH, Page, Sync
from learningcircles_sync.schedule import Schedule
from learningcircles_sync.serve import Identity, Receiver

HEAD = f"HTTP/1.1 200 OK\r\nContent-Type: {MEDIA_TYPE}\r\n"


class Server(socketserver.ThreadingTCPServer):
    """Answers every request with the same bytes, or with what `answer` makes of it."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, raw: bytes = b"", region: Region | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.raw = raw
        self.region = region
        self.tls = tls
        self.requests: list[bytes] = []
        super().__init__(("127.0.0.1", 0), Handler)

    def let_through(self, raw: bytes) -> bytes:
        """Return what of an answer goes out; the line is closed after it."""
        return raw

    @property
    def url(self) -> str:
        return f"http{'s' if self.tls else ''}://127.0.0.1:{self.server_address[1]}"


class Handler(socketserver.StreamRequestHandler):
    """One connection, one request."""

    server: Server

    def setup(self) -> None:
        self.broken = False
        if self.server.tls is not None:
            try:
                self.request = self.server.tls.wrap_socket(self.request, server_side=True)
            except (ssl.SSLError, OSError):
                self.broken = True
        super().setup()

    def handle(self) -> None:
        if self.broken:
            return
        line = self.rfile.readline().decode()
        if not line:
            return
        length = 0
        while (header := self.rfile.readline().strip()) != b"":
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        body = self.rfile.read(length)
        self.server.requests.append(body)
        raw = self.server.raw
        if self.server.region is not None:
            answer = self.server.region.receiver.answer(*line.split()[:2], body)
            head = f"HTTP/1.1 {answer.status} X\r\nContent-Type: {MEDIA_TYPE}\r\nContent-Length: {len(answer.body)}\r\n"
            head += f"Retry-After: {answer.wait_s}\r\n" if answer.wait_s else ""
            raw = f"{head}Connection: close\r\n\r\n".encode() + answer.body
        self.wfile.write(self.server.let_through(raw))

    def finish(self) -> None:
        if not self.broken:
            super().finish()
        self.request.close()


@contextmanager
def serving(raw: bytes = b"", region: Region | None = None, tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    with Server(raw, region, tls) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[ssl.SSLContext, bytes]:
    public, secret, fingerprint = self_signed(["127.0.0.1"], datetime.datetime.now(datetime.UTC))
    both = tmp_path / "both.pem"
    both.write_bytes(public + secret)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    return context, fingerprint


STRANGE = {
    "html": b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>",
    "half": HEAD.encode() + b"Content-Length: 1000\r\n\r\n" + b"x" * 400,
    "nothing": b"",
    "no http": b"SSH-2.0-OpenSSH_9.6\r\n",
    "bad chunks": HEAD.encode() + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nabc",
    "asked too often": b"HTTP/1.1 429 Too Many\r\nRetry-After: soon\r\nContent-Length: 0\r\n\r\n",
    "error page": b"HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nno",
    "giant": HEAD.encode() + b"Connection: close\r\n\r\n" + b"x" * (BODY_BYTES + 1),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_strange_answer_is_one_plain_sentence(kind: str) -> None:
    with serving(STRANGE[kind]) as server, HttpTransport(server.url) as transport:
        with pytest.raises(Unreachable) as caught:
            transport.post("/v1/sync", b"body")
        assert server.url in str(caught.value)
    assert server.requests == [b"body"]


def test_a_redirect_is_not_followed() -> None:
    with serving(STRANGE["html"]) as elsewhere:
        moved = f"HTTP/1.1 307 Moved\r\nLocation: {elsewhere.url}/\r\nContent-Length: 0\r\n\r\n".encode()
        with serving(moved) as server, HttpTransport(server.url) as transport, pytest.raises(Unreachable):
            transport.post("/v1/sync", b"body")
        assert elsewhere.requests == []


def test_nobody_there_is_one_plain_sentence() -> None:
    with serving() as server:
        url = server.url
    with HttpTransport(url) as transport, pytest.raises(Unreachable, match="does not answer"):
        transport.get("/v1/hub")


def test_an_answer_that_takes_for_ever_is_given_up() -> None:
    clock = iter(range(0, 10**9, 1000))
    raw = HEAD.encode() + b"Connection: close\r\n\r\n" + b"x" * 1000
    with (
        serving(raw) as server,
        HttpTransport(server.url, monotonic=lambda: float(next(clock))) as transport,
        pytest.raises(Unreachable, match="too slowly"),
    ):
        transport.post("/v1/sync", b"")


class Trickling(Server):
    """Begins to answer, and does not come to an end before who asks has gone."""

    def finish_request(self, request: Any, client_address: Any) -> None:
        if self.tls is not None:
            request = self.tls.wrap_socket(request, server_side=True)
        with request, suppress(OSError):
            request.recv(65_536)
            request.sendall(self.raw)
            while request.recv(65_536):
                pass


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("begun", [b"HTTP/1.1 200", f"{HEAD}Connection: close\r\n\r\nx".encode()])
def test_a_hub_that_trickles_is_called_slow_and_holds_nobody_up(
    begun: bytes, sealed: bool, certificate: tuple[ssl.SSLContext, bytes]
) -> None:
    """In its head as in what follows: cut short, either may look like what no hub would say."""
    context, fingerprint = certificate
    with Trickling(begun, tls=context if sealed else None) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        with (
            HttpTransport(server.url, fingerprint if sealed else None, whole_s=0.3) as transport,
            pytest.raises(Unreachable, match="too slowly"),
        ):
            transport.post("/v1/sync", b"body")
        server.shutdown()
        thread.join()


class Slow(Server):
    """Takes what is sent little by little, until who sends is gone; `cut`: is gone itself in the middle of it."""

    def __init__(self, tls: ssl.SSLContext, *, cut: bool) -> None:
        super().__init__(b"", None, tls)
        self.cut = cut
        self.gone = threading.Event()

    def finish_request(self, request: Any, client_address: Any) -> None:
        assert self.tls is not None
        request.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        with self.tls.wrap_socket(request, server_side=True) as line, suppress(OSError):
            while line.recv(100) and not self.cut:
                self.gone.wait(0.05)


@pytest.mark.parametrize(("cut", "told"), [(False, "too slowly"), (True, "does not answer")])
def test_a_line_that_is_slow_or_cut_while_a_laptop_sends_is_told_of_no_certificate(
    cut: bool, told: str, certificate: tuple[ssl.SSLContext, bytes]
) -> None:
    """What cuts it shuts the line under TLS, which is an error of TLS: much had been sent, and no hub had changed."""
    context, fingerprint = certificate
    with Slow(context, cut=cut) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            with (
                HttpTransport(server.url, fingerprint, whole_s=30 if cut else 0.5) as transport,
                pytest.raises(Unreachable, match=told),
            ):
                transport.post("/v1/sync", bytes(8_000_000))
        finally:
            server.gone.set()
            server.shutdown()
            thread.join()


def test_a_wrong_certificate_is_told_however_late(
    certificate: tuple[ssl.SSLContext, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence is right there: the pin was refused, whatever time it took."""
    context, _ = certificate
    with serving(tls=context) as server, HttpTransport(server.url, bytes(32)) as transport:
        kept = transport._deadline.kept

        @contextmanager
        def late() -> Iterator[None]:
            try:
                with kept():
                    yield
            finally:
                transport._deadline.passed = True

        monkeypatch.setattr(transport._deadline, "kept", late)
        with pytest.raises(Unreachable, match="certificate"):
            transport.post("/v1/sync", b"secret")


@pytest.mark.parametrize("url", ["", "hub.example", "ftp://hub.example", "https://", "file:///etc/passwd"])
def test_what_is_no_address_is_said_at_once(url: str) -> None:
    with pytest.raises(InvalidValue, match="not the address"):
        HttpTransport(url)


def test_the_pinned_certificate_and_no_other_is_taken(
    tmp_path: Path, certificate: tuple[ssl.SSLContext, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    context, fingerprint = certificate
    region = Region(tmp_path)
    # What a user has set for other programs must neither break the pin nor weaken it.
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "both.pem"))
    with serving(region=region, tls=context) as server:
        with HttpTransport(server.url, fingerprint) as transport:
            assert transport.get("/v1/hub")
        for wrong in (bytes(32), None):
            monkeypatch.delenv("REQUESTS_CA_BUNDLE", raising=False)
            with (
                HttpTransport(server.url, wrong) as transport,
                pytest.raises(Unreachable, match="certificate"),
            ):
                transport.post("/v1/sync", b"secret")
    assert server.requests == [b""]


class Tunnel(socketserver.BaseRequestHandler):
    """A proxy: it connects whoever asks, and hands on what both sides say."""

    def handle(self) -> None:
        asked = b""
        while not asked.endswith(b"\r\n\r\n"):
            asked += self.request.recv(1)
        host, _, port = asked.split()[1].decode().partition(":")
        with socket.create_connection((host, int(port))) as other:
            self.request.sendall(b"HTTP/1.1 200 Connected\r\n\r\n")
            back = threading.Thread(target=self._hand_on, args=(other, self.request))
            back.start()
            self._hand_on(self.request, other)
            back.join()

    def _hand_on(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while said := one.recv(65_536):
                other.sendall(said)
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)


def test_the_pinned_certificate_and_no_other_is_taken_by_way_of_a_proxy(
    tmp_path: Path, certificate: tuple[ssl.SSLContext, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    context, fingerprint = certificate
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with (
        serving(region=Region(tmp_path), tls=context) as server,
        socketserver.ThreadingTCPServer(("127.0.0.1", 0), Tunnel) as proxy,
    ):
        thread = threading.Thread(target=proxy.serve_forever, args=(0.01,))
        thread.start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.server_address[1]}")
        try:
            with HttpTransport(server.url, fingerprint) as transport:
                assert transport.get("/v1/hub")
            with (
                HttpTransport(server.url, bytes(32)) as transport,
                pytest.raises(Unreachable, match="certificate"),
            ):
                transport.post("/v1/sync", b"secret")
        finally:
            proxy.shutdown()
            thread.join()
    assert server.requests == [b""]


@pytest.mark.parametrize(
    ("proxy", "told"),
    [
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        ("http://ana:se@cret@127.0.0.1:9", "127.0.0.1:9"),
        ("http://[", "http://["),
        ("socks5://127.0.0.1:9", "socks5://127.0.0.1:9"),
    ],
)
@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_a_proxy_that_does_not_answer_is_named(
    monkeypatch: pytest.MonkeyPatch, variable: str, proxy: str, told: str
) -> None:
    for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    url = "https://127.0.0.1:1"
    monkeypatch.setenv(variable, proxy)
    with HttpTransport(url, bytes(32)) as transport, pytest.raises(Unreachable) as failed:
        transport.get("/v1/hub")
    assert failed.value.code == "no_answer"
    assert f"by way of the proxy “{told}”, " in str(failed.value)
    assert "ana" not in str(failed.value) and "cret" not in str(failed.value)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with HttpTransport(url, bytes(32)) as transport, pytest.raises(Unreachable) as failed:
        transport.get("/v1/hub")
    assert str(failed.value) == f"The hub at {url} does not answer."


class Refuses(socketserver.StreamRequestHandler):
    """A proxy that reaches nobody behind it, and says so."""

    def handle(self) -> None:
        while self.rfile.readline().strip():
            pass
        self.wfile.write(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")


def test_a_proxy_that_answers_is_not_to_blame(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_PROXY", "no_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refuses) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, args=(0.01,))
        thread.start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://ana:secret@127.0.0.1:{proxy.server_address[1]}")
        try:
            with HttpTransport("https://hub.example", bytes(32)) as transport, pytest.raises(Unreachable) as failed:
                transport.get("/v1/hub")
        finally:
            proxy.shutdown()
            thread.join()
    assert failed.value.code == "no_answer" and "secret" not in str(failed.value)
    assert str(failed.value).endswith("by way of which this laptop goes there, says: 503 Service Unavailable.")


def test_a_circle_shares_over_tls(tmp_path: Path, certificate: tuple[ssl.SSLContext, bytes]) -> None:
    context, fingerprint = certificate
    region = Region(tmp_path)
    with serving(region=region, tls=context) as server:
        pilar = region.found(admitted=False)
        region.transports = lambda url, _: HttpTransport(server.url, fingerprint)
        pilar = region.engine(pilar.home, pilar.circle, pilar.circle.surroundings)
        pilar.admit(region.code)
        add_member(pilar, "João")
        assert pilar.share().requests == 1
    with pytest.raises(Unreachable):
        pilar.share()


@pytest.mark.parametrize("told, waits", [("7", 7), ("86400", 900), ("-3", 1), ("\u0663", 1)])
def test_who_asks_too_often_is_told_how_long_and_no_stranger_makes_that_long(told: str, waits: int) -> None:
    raw = f"HTTP/1.1 429 Later\r\nRetry-After: {told}\r\nContent-Length: 0\r\n\r\n".encode()
    with serving(raw) as server, HttpTransport(server.url) as transport, pytest.raises(Unreachable) as caught:
        transport.post("/v1/sync", b"body")
    assert seconds_to_wait(caught.value) == waits and f"in {waits} seconds" in str(caught.value)
    schedule = Schedule(lambda count: bytes(count))
    schedule.failed(1_000, seconds_to_wait(caught.value))
    assert schedule.wait(1_000) == max(waits * 1_000, 1_500)


def test_a_laptop_that_asks_too_often_waits_alone(tmp_path: Path) -> None:
    """Counted by the key that has signed: nobody asks in another one's name, and all others go on."""
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    region.receiver = Receiver(
        region.store, Identity(region.key), region.clock, asked=Buckets(Rate(3, 20_000), region.clock)
    )
    device, stranger = pilar.circle.secrets.device, SigningKey(b"s" * 32)
    with serving(region=region) as server, HttpTransport(server.url) as transport:
        in_her_name = Line(transport, region.key.public, device.id, stranger, region.clock)
        message = Sync(pilar.circle.id, pilar.circle.roster.head, [], bytes(16))
        for _ in range(5):
            with pytest.raises(NotAllowed, match="not signed"):
                in_her_name.ask(SYNC_PATH, message, Page)
        line = Line(transport, region.key.public, device.id, device.sign, region.clock)
        for _ in range(3):
            line.ask(SYNC_PATH, message, Page)
        with pytest.raises(Unreachable, match="in 20 seconds"):
            line.ask(SYNC_PATH, message, Page)
        amina.share()
        region.clock.ms += 20_000
        line.ask(SYNC_PATH, message, Page)


def test_who_holds_an_invitation_that_many_have_keeps_nobody_from_joining(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    invitation = invite_to(pilar, "recorder", uses=3)
    pilar.share()
    asked = Buckets(Rate(20, 10**9), region.clock)
    region.receiver = Receiver(region.store, Identity(region.key), region.clock, asked=asked)
    line = Line(Direct(region.answer), region.key.public, invitation.id, invitation.sign, region.clock)
    for _ in range(25):
        line.ask(JOIN_PATH, Sync(pilar.circle.id, bytes(16), [], bytes(16)), Page)
    assert region.join(invitation, "Bo").circle.id == pilar.circle.id


def test_a_hall_that_comes_back_after_a_month_asks_far_less_than_it_may(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    hall = [pilar, *(region.laptop(pilar, name, "recorder") for name in ("Amina", "Bo"))]
    for day in range(0, 30, 3):
        for engine in hall:
            add_member(engine, f"Day {day}")
            Exchange(engine.circle).close_tail()
    asked = Buckets(Rate(OF_A_LAPTOP.burst // 30, 10**9), region.clock)
    region.receiver = Receiver(region.store, Identity(region.key), region.clock, asked=asked)
    for engine in (*hall, *hall):
        engine.share()
    assert len(list(pilar.circle.reader.list("member"))) == 3 * 11
    assert OF_A_NETWORK.burst * PAGE_BYTES // 30 >= 100 * 10**6


def test_a_wrong_clock_is_never_told_in_a_librarys_words() -> None:
    asked = (
        "import warnings, learningcircles_sync.http;"
        "from urllib3.exceptions import SystemTimeWarning;"
        "warnings.warn('System time is way off', SystemTimeWarning)"
    )
    ended = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert ended.stderr == ""
