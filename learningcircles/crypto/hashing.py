"""SHA-256 (FIPS 180-4), and HMAC with it (RFC 2104).

By the library that signs and seals, too: `hashlib` and what imports it (`hmac`, `secrets`) load the system's OpenSSL
beside the library's own, 4 MB for a program that speaks to no network.
"""

from __future__ import annotations

import os

from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.hmac import HMAC

_SHA256 = SHA256()


def sha256(data: bytes) -> bytes:
    """Return the hash of `data`, 32 bytes."""
    return Hash.hash(_SHA256, data)


def hashing() -> Hash:
    """Return a hash of what will be given to its `update`, piece by piece; `finalize` tells it, once."""
    return Hash(_SHA256)


def hmac_sha256(key: bytes, data: bytes) -> bytes:
    """Return the HMAC of `data` under a key, 32 bytes."""
    made = HMAC(key, _SHA256)
    made.update(data)
    return made.finalize()


def are_same(one: bytes, two: bytes) -> bool:
    """Return whether two secrets are the same, in a time that tells nothing of where they differ.

    Under a key that nobody knows: what compares in such a time loads `hmac`.
    """
    key = os.urandom(32)
    return hmac_sha256(key, one) == hmac_sha256(key, two)
