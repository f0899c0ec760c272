"""Ed25519 signatures (RFC 8032): 32-byte keys, 64-byte signatures."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

REMEMBERED, REMEMBERED_BYTES = 2_048, 4_096
"""How many answers `verify_again` keeps, and the longest message that it keeps one of: 8 MiB at the most."""


class SigningKey:
    """A secret signing key; `public` is what others check with."""

    __slots__ = ("_key", "public", "secret")

    def __init__(self, secret: bytes) -> None:
        self.secret = secret
        self._key = Ed25519PrivateKey.from_private_bytes(secret)
        self.public = self._key.public_key().public_bytes_raw()

    @classmethod
    def new(cls, random: Callable[[int], bytes]) -> SigningKey:
        """Make a key from 32 random bytes."""
        return cls(random(32))

    def sign(self, message: bytes) -> bytes:
        """Return the 64-byte signature of `message`."""
        return self._key.sign(message)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Return whether `signature` is the key's over `message`; malformed keys and signatures are False."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def verify_again(public: bytes, message: bytes, signature: bytes) -> bool:
    """Answer as `verify`, and at once where the same was asked before: a list is read anew far oftener than it grows.

    The answer follows from the three alone, so a remembered one is as good. Only short messages are kept.
    """
    return (_remembered if len(message) <= REMEMBERED_BYTES else verify)(public, message, signature)


_remembered = lru_cache(REMEMBERED)(verify)
