"""A page of an encrypted circle file, as SQLCipher 4 writes it under a raw key, for what SQLite itself cannot open.

    page = AES-256-CBC(4,016 bytes) ‖ iv, 16 bytes ‖ HMAC-SHA512 over both and the page's number (u32 little-endian)

The first page begins with 16 bytes of salt in the clear, in the place of "SQLite format 3"; the HMAC's key is
PBKDF2-HMAC-SHA512(key, salt with each byte xor 0x3a, 2 rounds).
"""

from __future__ import annotations

import struct

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC

from learningcircles.crypto.hashing import are_same, sha256

PAGE_BYTES, RESERVED, SALT_BYTES, IV_BYTES = 4096, 80, 16, 16
USABLE = PAGE_BYTES - RESERVED
"""Bytes of a page that are the database's own."""
_BLOCK = 16
_ROUNDS = 2
_KEY_BYTES = 32
_MASK = 0x3A


class Pages:
    """Opens and seals pages of one file. `key` is its raw key, `salt` how it begins."""

    def __init__(self, key: bytes, salt: bytes) -> None:
        self._key = key
        self._salt = salt
        masked = bytes(byte ^ _MASK for byte in salt)
        self._check = PBKDF2HMAC(SHA512(), _KEY_BYTES, masked, _ROUNDS).derive(key)

    def holds(self, page: bytes, number: int) -> bool:
        """Return whether a page, which is not the first, is as it was written."""
        return are_same(self._sum(page[: USABLE + IV_BYTES], number), page[USABLE + IV_BYTES :])

    def summed(self, page: bytes, number: int) -> bytes:
        """Return a page that was written under another salt, as it would be under this one; it is not opened."""
        body = page[: USABLE + IV_BYTES]
        return body + self._sum(body, number)

    def beginning(self, page: bytes) -> bytes:
        """Return the first 16 bytes of a page that is not the first."""
        return self._opened(page, _BLOCK)

    def opened(self, page: bytes) -> bytes:
        """Return what a page holds that is not the first."""
        return self._opened(page, USABLE)

    def sealed_first(self, plain: bytes, iv: bytes) -> bytes:
        """Return the first page of the file; what its first 16 bytes hold is known to whoever opens it."""
        return self._salt + self._sealed(plain[SALT_BYTES:USABLE], 1, iv)

    def sealed(self, plain: bytes, number: int, iv: bytes) -> bytes:
        """Return a page that is not the first. `iv` may serve several pages: each has one of its own that is made of it
        and its number."""
        own = sha256(iv + struct.pack("<I", number))[:IV_BYTES]
        return self._sealed(plain[:USABLE], number, own)

    def _sealed(self, plain: bytes, number: int, iv: bytes) -> bytes:
        encryptor = Cipher(AES256(self._key), CBC(iv)).encryptor()
        body = encryptor.update(plain) + encryptor.finalize() + iv
        return body + self._sum(body, number)

    def _opened(self, page: bytes, size: int) -> bytes:
        decryptor = Cipher(AES256(self._key), CBC(page[USABLE : USABLE + IV_BYTES])).decryptor()
        return decryptor.update(page[:size]) + decryptor.finalize()

    def _sum(self, body: bytes, number: int) -> bytes:
        made = HMAC(self._check, SHA512())
        made.update(body + struct.pack("<I", number))
        return made.finalize()
