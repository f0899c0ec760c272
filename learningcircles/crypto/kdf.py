"""Deriving keys: HKDF-SHA256 (RFC 5869) for keys from keys, Argon2id (RFC 9106) for keys from passphrases."""

from __future__ import annotations

from threading import Lock

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from learningcircles.crypto.hashing import hmac_sha256

ARGON_MEMORY_KIB = 64 * 1024
ARGON_PASSES = 3
ARGON_LANES = 4
_ONE_BY_ONE = Lock()
"""The lanes take threads from a pool of the whole process: two at once find too few, and fail or wait for ever."""


def hkdf(key: bytes, info: bytes, length: int = 32) -> bytes:
    """Derive `length` bytes from a uniformly random key for the one use that `info` names."""
    return HKDF(algorithm=hashes.SHA256(), length=length, salt=None, info=info).derive(key)


def argon2id(passphrase: str, salt: bytes) -> bytes:
    """Derive 32 bytes from a passphrase and a 16-byte salt (64 MiB, 3 passes, 4 lanes)."""
    kdf = Argon2id(salt=salt, length=32, iterations=ARGON_PASSES, lanes=ARGON_LANES, memory_cost=ARGON_MEMORY_KIB)
    with _ONE_BY_ONE:
        return kdf.derive(passphrase.encode())


def extract_raw(salt: bytes, material: bytes) -> bytes:
    """HKDF-Extract alone (RFC 5869 §2.2), as RFC 9180 needs it."""
    return hmac_sha256(salt or bytes(32), material)


def expand_raw(key: bytes, info: bytes, length: int) -> bytes:
    """HKDF-Expand alone (RFC 5869 §2.3), as RFC 9180 needs it."""
    return HKDFExpand(algorithm=hashes.SHA256(), length=length, info=info).derive(key)
