"""A hub's data folder: its key, its certificate, its database."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import secrets
import ssl
from pathlib import Path
from typing import NamedTuple

from learningcircles.crypto.certificate import hosts_of, self_signed
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Locked, NotFound, Refused
from learningcircles.laptop.locking import FileLock, take_now
from learningcircles.trust.invitation import HubCode

DATABASE = "hub.db"


class Running(FileLock):
    """Held while a hub runs in its folder; raises Locked where one runs there already."""

    def _lock(self, handle: int) -> None:
        try:
            take_now(handle)
        except OSError as error:
            raise Locked("hub_running", "A hub is running in {path} already.", path=self.path.parent) from error


class Certificate(NamedTuple):
    """Where a TLS certificate and its key lie, and the certificate's SHA-256."""

    file: Path
    key: Path
    fingerprint: bytes


class Folder:
    """The folder that `--data` names."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Make the folder and the hub's key, once."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not (self.path / "hub.key").exists():
                _write_secret(self.path / "hub.key", secrets.token_bytes(32))
        except OSError as error:
            raise Refused("bad_folder", "The folder {path} cannot be written to.", path=self.path) from error

    def running(self) -> Running:
        """Return the lock of a hub that runs here."""
        return Running(self.path / "hub.lock")

    @property
    def database(self) -> Path:
        """The database file."""
        return self.path / DATABASE

    def key(self) -> SigningKey:
        """The hub's signing key; raises NotFound where there is no hub yet."""
        file = self.path / "hub.key"
        if not file.is_file():
            raise NotFound(
                "no_hub_here", "There is no hub in {path} yet. Start it with: learningcircles-hub serve", path=self.path
            )
        return SigningKey(file.read_bytes())

    def certificate(self, hosts: list[str]) -> Certificate:
        """The hub's own certificate, made at first."""
        file, key = self.path / "hub.crt", self.path / "hub-tls.key"
        if not (file.is_file() and key.is_file()):
            made, secret, _ = self_signed(hosts, datetime.datetime.now(datetime.UTC))
            _write_secret(key, secret)
            file.write_bytes(made)
        der = ssl.PEM_cert_to_DER_cert(file.read_text("ascii"))
        return Certificate(file, key, hashlib.sha256(der).digest())

    def replace_certificate(self) -> Certificate:
        """Make a new key and certificate for the same names; served from the next start on.

        The old ones are kept beside the new ones until then, so that a power cut leaves a pair that fits.
        """
        held = self.path / "hub.crt"
        if not held.is_file():
            raise NotFound("no_certificate", "This hub shows no certificate of its own: it was never started with TLS.")
        made, secret, _ = self_signed(hosts_of(held.read_bytes()), datetime.datetime.now(datetime.UTC))
        for name, data in (("hub-tls.key", secret), ("hub.crt", made)):
            _write_secret(self.path / (name + ".new"), data)
        for name in ("hub-tls.key", "hub.crt"):
            (self.path / (name + ".new")).replace(self.path / name)
        return self.certificate([])

    def address(self) -> tuple[str, bytes | None]:
        """The url and fingerprint that the hub last served under."""
        file = self.path / "address.json"
        if not file.is_file():
            raise NotFound("never_served", "This hub has never been started: it has no address to give out yet.")
        held = json.loads(file.read_text("utf-8"))
        return held["url"], bytes.fromhex(held["fingerprint"]) if held["fingerprint"] else None

    def note_address(self, url: str, fingerprint: bytes | None) -> None:
        """Remember the address for `code`."""
        held = {"url": url, "fingerprint": fingerprint.hex() if fingerprint else None}
        (self.path / "address.json").write_text(json.dumps(held), "utf-8")

    def code_text(self, code: bytes) -> str:
        """Return a one-time code as a circle's organizer pastes it."""
        url, fingerprint = self.address()
        return HubCode(url, fingerprint, code).text()


def _write_secret(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as opened:
        opened.write(data)
        opened.flush()
        os.fsync(opened.fileno())
