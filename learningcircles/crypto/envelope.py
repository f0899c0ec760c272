"""Sealing to a key: HPKE base mode (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305."""

from __future__ import annotations

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from learningcircles.crypto.kdf import expand_raw, extract_raw
from learningcircles.errors import Unreadable

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_KEM_ID = b"KEM" + (0x0020).to_bytes(2, "big")
_HPKE_ID = b"HPKE" + (0x0020).to_bytes(2, "big") + (0x0001).to_bytes(2, "big") + (0x0003).to_bytes(2, "big")


class ReceiveKey:
    """A secret X25519 key; others seal to its `public`."""

    __slots__ = ("_key", "public", "secret")

    def __init__(self, secret: bytes) -> None:
        self.secret = secret
        self._key = X25519PrivateKey.from_private_bytes(secret)
        self.public = self._key.public_key().public_bytes_raw()

    @classmethod
    def new(cls, random: Callable[[int], bytes]) -> ReceiveKey:
        """Make a key from 32 random bytes."""
        return cls(random(32))

    def open(self, info: bytes, sealed: bytes) -> bytes:
        """Return what was sealed to this key under `info`; raises Unreadable."""
        try:
            return _SUITE.decrypt(sealed, self._key, info=info)
        except (InvalidTag, ValueError) as error:
            raise Unreadable("sealed_for_other", "This was sealed for another key, or is damaged.") from error


def seal_to(public: bytes, info: bytes, plain: bytes) -> bytes:
    """Seal `plain` to an X25519 public key (32 bytes); the library draws the ephemeral key."""
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(public), info=info)


def deterministic_sealer(random: Callable[[int], bytes]) -> Callable[..., bytes]:
    """Return a sealer whose ephemeral keys come from `random`, so that a simulation repeats under a seed.

    It follows RFC 9180 §4.1 (DHKEM) and §5.1 (base mode), so the ordinary `ReceiveKey.open` reads it.
    """

    def seal(public: bytes, info: bytes, plain: bytes) -> bytes:
        ephemeral = X25519PrivateKey.from_private_bytes(random(32))
        enc = ephemeral.public_key().public_bytes_raw()
        shared = ephemeral.exchange(X25519PublicKey.from_public_bytes(public))
        secret = _kem_secret(shared, enc + public)
        key, nonce = _schedule(secret, info)
        return enc + ChaCha20Poly1305(key).encrypt(nonce, plain, b"")

    return seal


def _labeled_extract(suite: bytes, salt: bytes, label: bytes, material: bytes) -> bytes:
    return extract_raw(salt, b"HPKE-v1" + suite + label + material)


def _labeled_expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    return expand_raw(key, length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info, length)


def _kem_secret(shared: bytes, context: bytes) -> bytes:
    prk = _labeled_extract(_KEM_ID, b"", b"eae_prk", shared)
    return _labeled_expand(_KEM_ID, prk, b"shared_secret", context, 32)


def _schedule(secret: bytes, info: bytes) -> tuple[bytes, bytes]:
    psk_hash = _labeled_extract(_HPKE_ID, b"", b"psk_id_hash", b"")
    info_hash = _labeled_extract(_HPKE_ID, b"", b"info_hash", info)
    context = b"\0" + psk_hash + info_hash
    prk = _labeled_extract(_HPKE_ID, secret, b"secret", b"")
    key = _labeled_expand(_HPKE_ID, prk, b"key", context, 32)
    return key, _labeled_expand(_HPKE_ID, prk, b"base_nonce", context, 12)
