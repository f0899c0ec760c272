"""Where a circle's hub is, kept beside its file: the file itself, which says so, may be damaged.

    NAME.circle.hub = msgpack [1, nonce, sealed]      sealed: msgpack [address, fingerprint or nil]

It is sealed by ChaCha20-Poly1305 under HKDF(file key, "lc1 hub"), with the circle id as associated data.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from learningcircles.circle.circle import Circle
from learningcircles.codec import decode, encode
from learningcircles.crypto.aead import NONCE_BYTES, open_sealed, seal
from learningcircles.crypto.kdf import hkdf
from learningcircles.errors import Unreadable
from learningcircles.laptop.files import cannot_write, read_if_there, remove, write_durably
from learningcircles.laptop.home import HUB

LABEL = b"lc1 hub"


class KnownHub(NamedTuple):
    """A hub's address, and the fingerprint of its certificate where that is pinned."""

    url: str
    fingerprint: bytes | None


def keep_hub(circle: Circle) -> None:
    """Keep where the circle's hub is, beside its file; raises Refused where the folder refuses."""
    roster, path = circle.roster, _beside(circle.path)
    if not roster.hub:
        try:
            remove(path)
        except OSError as error:
            raise cannot_write(path, error) from error
        return
    hub = KnownHub(roster.hub, roster.fingerprint)
    if kept_hub(circle.path, circle.id, circle.secrets.file_key) != hub:
        nonce, key = circle.surroundings.random(NONCE_BYTES), hkdf(circle.secrets.file_key, LABEL)
        write_durably(path, encode([1, nonce, seal(key, nonce, encode(list(hub)), circle.id)]))


def kept_hub(path: Path, circle_id: bytes, file_key: bytes) -> KnownHub | None:
    """Return the hub that was kept beside a circle's file; None where there is none that can be read."""
    try:
        data = read_if_there(_beside(path))
        row = decode(data) if data is not None else None
        if not isinstance(row, list) or len(row) != 3 or row[0] != 1:
            return None
        url, fingerprint = decode(open_sealed(hkdf(file_key, LABEL), row[1], row[2], circle_id))
        return KnownHub(url, fingerprint)
    except (TypeError, ValueError, Unreadable):
        return None


def has_hub(path: Path) -> bool:
    """Return whether a hub was kept beside a circle's file, also where nobody has its key yet."""
    return _beside(path).is_file()


def _beside(path: Path) -> Path:
    return path.with_name(path.name + HUB)
