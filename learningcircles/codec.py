"""Canonical msgpack: the one encoding of everything that is signed or hashed.

Shortest integers, ids as bin, text as str, map keys text sorted by bytes. Floats, extension types and
duplicate keys are malformed. Every value has exactly one encoding, so decoding simply encodes again and
compares: whatever is not canonical does not survive that.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec

from learningcircles.crypto.hashing import sha256
from learningcircles.errors import Unreadable

MAX_DEPTH = 64
"""Deepest nesting that is looked at. Values themselves may nest 4 deep (see `values`)."""

_SCALARS = frozenset({type(None), bool, int, str, bytes})
_encoder = msgspec.msgpack.Encoder(order="sorted")
_decoder = msgspec.msgpack.Decoder()


def encode(value: object) -> bytes:
    """Return the canonical bytes of `value` (None, bool, int, str, bytes, list, tuple, dict)."""
    return _encoder.encode(value)


def decode(data: bytes) -> Any:
    """Return the value of canonical bytes.

    Raises Unreadable when the bytes are not msgpack, not canonical, or hold a float, an extension type,
    a duplicate key or a key that is not text.
    """
    try:
        value = _decoder.decode(data)
        _refuse_foreign(value, MAX_DEPTH)
        canonical = _encoder.encode(value) == data
    except (msgspec.MsgspecError, RecursionError, ValueError, OverflowError, TypeError) as error:
        raise Unreadable("malformed", "This is damaged: {detail}.", detail=str(error)) from error
    if not canonical:
        raise Unreadable("malformed", "This is damaged: it is not written as this program writes.")
    return value


def decode_own(data: bytes | msgspec.Raw) -> Any:
    """Return the value of bytes that this program has encoded into its own file: not judged once more."""
    return _decoder.decode(data)


def digest(value: object) -> bytes:
    """Return SHA-256 over the canonical bytes of `value` (32 bytes)."""
    return sha256(encode(value))


def _refuse_foreign(value: object, depth: int) -> None:
    """Raise for what is not ours in a value that may nest `depth` deep, itself counted."""
    if type(value) in _SCALARS:
        return
    if type(value) is list:
        items: Collection[object] = value
    elif type(value) is dict:
        if not all(type(key) is str for key in value):
            raise ValueError("a map key is not text")
        items = value.values()
    else:
        raise ValueError(f"{type(value).__name__} is not allowed")
    if depth == 1 and items:
        raise ValueError("nested too deeply")
    for item in items:
        if type(item) not in _SCALARS:
            _refuse_foreign(item, depth - 1)
