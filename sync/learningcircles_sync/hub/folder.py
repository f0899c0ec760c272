"""A hub's data folder: its key, its certificate, its database."""

from __future__ import annotations

import datetime
import json
import secrets
from pathlib import Path
from typing import NamedTuple

from learningcircles.crypto.certificate import fingerprint_of, fits, hosts_of, self_signed
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Locked, NotFound, Refused, Unreadable
from learningcircles.laptop.files import read_if_there, remove, write_durably
from learningcircles.laptop.locking import FileLock, take_now
from learningcircles.trust.invitation import HubCode

DATABASE, KEY, TLS, ADDRESS = "hub.db", "hub.key", "hub.pem", "address.json"
PAIRS = ((TLS, TLS), ("hub.crt", "hub-tls.key"), ("hub.crt.new", "hub-tls.key"))
"""Where certificate and key lie. Until they lay in one file, a power cut could leave one of them behind."""
KEY_BYTES = 32


class Running(FileLock):
    """Held while a hub runs in its folder; raises Locked where one runs there already."""

    def _lock(self, handle: int) -> None:
        try:
            take_now(handle)
        except OSError as error:
            raise Locked("hub_running", "A hub is running in {path} already.", path=self.path.parent) from error


class Certificate(NamedTuple):
    """The file that holds a TLS certificate and its key, and the certificate's SHA-256.

    `anew`: it stands in for one that was damaged.
    """

    file: Path
    fingerprint: bytes
    anew: bool = False


class Folder:
    """The folder that `--data` names."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def make(self) -> None:
        """Make the folder and the hub's key, once."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise Refused("bad_folder", "The folder {path} cannot be written to.", path=self.path) from error
        file = self.path / KEY
        # An empty one is what a power cut has left of a hub's first start, unless it has a database.
        if not file.exists() or (not file.stat().st_size and not self.database.exists()):
            write_durably(file, secrets.token_bytes(KEY_BYTES))

    def running(self) -> Running:
        """Return the lock of a hub that runs here."""
        return Running(self.path / "hub.lock")

    @property
    def database(self) -> Path:
        """The database file."""
        return self.path / DATABASE

    def key(self) -> SigningKey:
        """The hub's signing key; raises NotFound where there is no hub yet."""
        data = read_if_there(self.path / KEY)
        if data is None:
            raise NotFound(
                "no_hub_here", "There is no hub in {path} yet. Start it with: learningcircles-hub serve", path=self.path
            )
        if len(data) != KEY_BYTES:
            raise _damaged(self.path / KEY, "Restore a backup of this hub.")
        return SigningKey(data)

    def certificate(self, hosts: list[str]) -> Certificate:
        """The hub's own certificate, made at first, and again where the file that held it is damaged."""
        held = self._held()
        if held is not None:
            return self._keep(held)
        anew = any((self.path / name).exists() for names in PAIRS for name in names)
        return self._keep(_made(hosts))._replace(anew=anew)

    def replace_certificate(self) -> Certificate:
        """Make a new key and certificate for the same names; served from the next start on.

        They lie in one file, which is replaced at once: a power cut leaves a pair that fits.
        """
        held = self._held()
        if held is None:
            raise NotFound("no_certificate", "This hub shows no certificate of its own: it was never started with TLS.")
        return self._keep(_made(hosts_of(held)))

    def _held(self) -> bytes | None:
        """Return the certificate and its key as they are kept, or None where there are none that fit each other."""
        for names in PAIRS:
            certificate, key = (read_if_there(self.path / name) or b"" for name in names)
            if fits(certificate, key):
                return certificate if names[0] == names[1] else certificate + key
        return None

    def _keep(self, held: bytes) -> Certificate:
        file = self.path / TLS
        if read_if_there(file) != held:
            write_durably(file, held)
        for name in {name for names in PAIRS for name in names} - {TLS}:
            remove(self.path / name)  # what they hold may be what was replaced: it must never be shown again
        return Certificate(file, fingerprint_of(held))

    def address(self) -> tuple[str, bytes | None]:
        """The url and fingerprint that the hub last served under; raises NotFound and Unreadable."""
        file = self.path / ADDRESS
        data = read_if_there(file)
        if data is None:
            raise NotFound("never_served", "This hub has never been started: it has no address to give out yet.")
        try:
            held = json.loads(data)
            return str(held["url"]), bytes.fromhex(held["fingerprint"]) if held["fingerprint"] else None
        except (ValueError, TypeError, KeyError) as error:
            raise _damaged(file, "Starting the hub writes it anew.") from error

    def note_address(self, url: str, fingerprint: bytes | None) -> None:
        """Remember the address for `code`."""
        held = {"url": url, "fingerprint": fingerprint.hex() if fingerprint else None}
        write_durably(self.path / ADDRESS, json.dumps(held).encode())

    def code_text(self, code: bytes) -> str:
        """Return a one-time code as a circle's organizer pastes it."""
        url, fingerprint = self.address()
        return HubCode(url, fingerprint, code).text()


def _made(hosts: list[str]) -> bytes:
    certificate, key, _ = self_signed(hosts, datetime.datetime.now(datetime.UTC))
    return certificate + key


def _damaged(file: Path, advice: str) -> Unreadable:
    return Unreadable("damaged_hub", "{file} is damaged. {advice}", file=file, advice=advice)
