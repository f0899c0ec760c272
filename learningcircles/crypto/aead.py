"""ChaCha20-Poly1305 (RFC 8439): 32-byte key, 12-byte nonce."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from learningcircles.errors import Unreadable

NONCE_BYTES = 12
TAG_BYTES = 16


def seal(key: bytes, nonce: bytes, plain: bytes, associated: bytes) -> bytes:
    """Encrypt and authenticate; a (key, nonce) pair must never be used twice."""
    return ChaCha20Poly1305(key).encrypt(nonce, plain, associated)


def open_sealed(key: bytes, nonce: bytes, sealed: bytes, associated: bytes) -> bytes:
    """Return the plain bytes; raises Unreadable when key, nonce, bytes or associated data do not fit."""
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, associated)
    except (InvalidTag, ValueError) as error:
        raise Unreadable("sealed_wrong", "This was sealed with another key, or is damaged.") from error
