"""Running the server: the address, TLS, and stopping without cutting anybody off."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server.embed import Server

from learningcircles.errors import Refused, Usage
from learningcircles.laptop.workroom import clear_left
from learningcircles.surroundings import real
from learningcircles_sync.buckets import OF_A_LAPTOP, OF_LISTS, Buckets
from learningcircles_sync.hub.app import build
from learningcircles_sync.hub.folder import Certificate, Folder
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.hub.visitors import LOCAL, Network, read_proxies
from learningcircles_sync.serve import Identity, Receiver

HEADER_MS = 10_000
BACKLOG = 1024
LOOPBACK = "127.0.0.1"
EVERYWHERE = ("0.0.0.0", "::", "[::]")
"""Hosts that stand for every network of this machine."""
_ELSEWHERE = "192.0.2.1"  # RFC 5737: an address that is nobody's


@dataclass(slots=True)
class Listening:
    """Where the server listens and what address it gives out."""

    host: str
    port: int
    url: str
    tls: bool
    fingerprint: bytes | None = None
    proxies: tuple[Network, ...] = ()
    """Whose word on a visitor's address is taken."""
    renewed: bool = False
    """The certificate was damaged, and another one is shown."""

    @classmethod
    def parse(
        cls, listen: str, *, url: str | None, domain: str | None, tls: bool, proxies: Sequence[str] = ()
    ) -> Listening:
        """Return it from HOST:PORT; a port 0 is replaced by a free one. Raises Usage or Refused.

        Without TLS it stands behind a proxy: one on the same machine, where none is named.
        """
        host, _, port = listen.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise Usage("bad_listen", "--listen needs HOST:PORT, not {value}.", value=listen)
        if url is not None and urlsplit(url).scheme not in ("http", "https"):
            raise Usage("bad_url", "--url needs an address such as https://hub.example.org, not {value}.", value=url)
        listed = read_proxies(proxies) or (() if tls else LOCAL)
        number = _free_port(host, int(port))
        shown = domain or (own_address() if host in EVERYWHERE else host)
        scheme = "https" if tls else "http"
        return cls(host, number, (url or f"{scheme}://{shown}:{number}").rstrip("/"), tls, None, listed)

    @property
    def warnings(self) -> list[str]:
        """Return what the steward should know of this start."""
        renewed = (
            "The file of the hub's certificate was damaged, so the hub shows a new one. Laptops take it by themselves;"
            " invite again whoever has not joined yet."
        )
        return [each for each in (renewed if self.renewed else "", self.reach) if each]

    @property
    def reach(self) -> str:
        """Return a sentence on who reaches the address that is given out, where that may surprise."""
        given = urlsplit(self.url).hostname or ""
        if self.host not in EVERYWHERE or given not in (LOOPBACK, own_address()):
            return ""
        if given == LOOPBACK:
            return (
                "Only this machine reaches that address, since it is on no network. For others, start the hub again"
                " with --url or --domain."
            )
        return (
            "Machines on the same network reach it there. For others, start it with the address or name that they"
            " know it by: --url or --domain."
        )


def own_address() -> str:
    """Return this machine's address on its network (IPv4), or the loopback one where it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((_ELSEWHERE, 9))  # sends nothing: it asks which of the addresses would be used
            found = str(probe.getsockname()[0])
        except OSError:
            return LOOPBACK
    return LOOPBACK if found == "0.0.0.0" else found


def serve_until_stopped(folder: Folder, store: SqliteStore, listening: Listening, ready: Callable[[], None]) -> None:
    """Serve until SIGTERM or SIGINT; `ready` is called once requests are answered."""
    clear_left(folder.path)  # a backup that was killed leaves a copy of everything
    certificate = None
    if listening.tls:
        host = urlsplit(listening.url).hostname or listening.host
        certificate = folder.certificate(sorted({host, "localhost", LOOPBACK}))
        listening.fingerprint, listening.renewed = certificate.fingerprint, certificate.anew
    identity = Identity(folder.key(), url=listening.url, fingerprint=listening.fingerprint)
    world = real()
    asked, lists = Buckets(OF_A_LAPTOP, world.now_ms), Buckets(OF_LISTS, world.now_ms)
    receiver = Receiver(store, identity, world.now_ms, asked=asked, lists=lists)
    asyncio.run(
        _serve(_server(build(receiver, store, world, listening.proxies), listening, certificate), listening, ready)
    )


def _server(app: object, listening: Listening, certificate: Certificate | None) -> Server:
    return Server(
        app,
        address=listening.host,
        port=listening.port,
        interface=Interfaces.ASGINL,
        websockets=False,
        backlog=BACKLOG,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_MS),
        log_level=LogLevels.error,
        ssl_cert=certificate.file if certificate else None,
        ssl_key=certificate.file if certificate else None,
    )


async def _serve(server: Server, listening: Listening, ready: Callable[[], None]) -> None:
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError):  # Windows: Ctrl+C raises KeyboardInterrupt instead
            loop.add_signal_handler(name, server.stop)
    serving = asyncio.create_task(server.serve())
    waiting = asyncio.create_task(_until_open(replace(listening)))
    done, _ = await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if waiting in done:
        await loop.run_in_executor(None, ready)
    else:
        waiting.cancel()
    await serving


async def _until_open(listening: Listening) -> None:
    host = LOOPBACK if listening.host == "0.0.0.0" else listening.host
    while True:
        try:
            _, writer = await asyncio.open_connection(host, listening.port)
        except OSError:
            await asyncio.sleep(0.02)
            continue
        writer.close()
        return


def _free_port(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # elsewhere the option lets two programs have one port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host.strip("[]"), port))
            return int(probe.getsockname()[1])
    except OSError as error:
        raise Refused(
            "port_taken",
            "The hub cannot listen at {host}:{port}: {reason}.",
            host=host,
            port=port,
            reason=error.strerror,
        ) from error
