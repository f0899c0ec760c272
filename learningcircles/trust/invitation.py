"""Invitations and hub codes: text that somebody types, pastes or scans (FORMATS; DESIGN §10).

learningcircles://join/ + base32 of msgpack [1, circle id, seed, hub address, fingerprint or nil]
learningcircles://hub/  + base32 of msgpack [1, url, fingerprint or nil, one-time code]
"""

from __future__ import annotations

from typing import Any, NamedTuple

from learningcircles.codec import decode, encode
from learningcircles.crypto.envelope import ReceiveKey
from learningcircles.crypto.kdf import hkdf
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import InvalidValue, Unreadable
from learningcircles.trust import base32
from learningcircles.trust.members import invite_id

JOIN = "learningcircles://join/"
HUB = "learningcircles://hub/"


class Invitation(NamedTuple):
    """A 128-bit seed for one circle; whoever holds it may join. `hub` is empty where there is none."""

    circle: bytes
    seed: bytes
    hub: str
    fingerprint: bytes | None

    @property
    def sign(self) -> SigningKey:
        """The key that signs the joiner's add."""
        return SigningKey(hkdf(self.seed, b"lc1 invitation sign"))

    @property
    def receive(self) -> ReceiveKey:
        """The key that opens the circle's keys."""
        return ReceiveKey(hkdf(self.seed, b"lc1 invitation receive"))

    @property
    def id(self) -> bytes:
        """The invitation's id in the roster."""
        return invite_id(self.sign.public)

    def text(self) -> str:
        """Return what is printed, pasted and put into the QR code."""
        return JOIN + base32.write(encode([1, self.circle, self.seed, self.hub, self.fingerprint]))


class HubCode(NamedTuple):
    """What a steward gives to a circle: the hub's address and a code that admits one circle."""

    url: str
    fingerprint: bytes | None
    code: bytes

    def text(self) -> str:
        """Return what is printed and pasted."""
        return HUB + base32.write(encode([1, self.url, self.fingerprint, self.code]))


def read_invitation(text: str) -> Invitation:
    """Return the invitation of its text; raises InvalidValue."""
    row = code_row(text, JOIN, 5, "This is not an invitation: it should begin with {prefix}.")
    circle, seed, hub, fingerprint = row
    if not (is_bytes(circle, 16) and is_bytes(seed, 16) and isinstance(hub, str) and is_print(fingerprint)):
        raise InvalidValue("mistyped", "This invitation is damaged. Ask for it once more.")
    return Invitation(circle, seed, hub, fingerprint)


def read_hub_code(text: str) -> HubCode:
    """Return the hub code of its text; raises InvalidValue."""
    url, fingerprint, code = code_row(text, HUB, 4, "This is not a hub's code: it should begin with {prefix}.")
    if not (isinstance(url, str) and is_print(fingerprint) and isinstance(code, bytes)):
        raise InvalidValue("mistyped", "This hub code is damaged. Ask the steward for it once more.")
    return HubCode(url, fingerprint, code)


def code_row(text: str, prefix: str, size: int, complaint: str) -> list[Any]:
    """Return what a code of `size` parts holds after its version; raises InvalidValue, `complaint` without `prefix`."""
    plain = "".join(text.split())
    if not plain.lower().startswith(prefix):
        raise InvalidValue("not_a_code", complaint, prefix=prefix)
    data = base32.read(plain[len(prefix) :])
    try:
        row = decode(data)
    except Unreadable as error:
        raise InvalidValue("mistyped", "This code is damaged. Ask for it once more.") from error
    if not isinstance(row, list) or not row or row[0] != 1 or len(row) != size:
        raise InvalidValue("newer_code", "This code comes from a newer version of the program. Update this one first.")
    return row[1:]


def is_print(value: object) -> bool:
    """Return whether this is a certificate's fingerprint, or None."""
    return value is None or is_bytes(value, 32)


def is_bytes(value: object, size: int) -> bool:
    """Return whether these are so many bytes."""
    return isinstance(value, bytes) and len(value) == size
