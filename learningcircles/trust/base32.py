"""Crockford's base32, with its forgiveness for O, I, L and case, and a checksum of four bytes."""

from __future__ import annotations

from learningcircles.crypto.hashing import sha256
from learningcircles.errors import InvalidValue

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LONGEST = 4_096
"""Letters of a text that is looked at: as much as one QR code holds. Longer ones would take hours."""
_VALUES = {letter: value for value, letter in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}


def write(data: bytes) -> str:
    """Return `data` and 4 bytes of its SHA-256 as base32 text."""
    whole = data + sha256(data)[:4]
    length = (len(whole) * 8 + 4) // 5
    number = int.from_bytes(whole, "big") << (length * 5 - len(whole) * 8)
    return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in reversed(range(length)))


def read(text: str) -> bytes:
    """Return the data of base32 text, spaces and hyphens ignored; raises InvalidValue on a typing mistake."""
    letters = "".join(text.split()).replace("-", "").upper()
    if len(letters) > _LONGEST:
        raise _mistyped()
    try:
        values = [_VALUES[letter] for letter in letters]
    except KeyError as error:
        raise _mistyped() from error
    size = len(values) * 5 // 8
    number = 0
    for value in values:
        number = (number << 5) | value
    whole = (number >> (len(values) * 5 - size * 8)).to_bytes(size, "big")
    data, check = whole[:-4], whole[-4:]
    if size < 5 or sha256(data)[:4] != check or write(data) != _plain(letters):
        raise _mistyped()
    return data


def _plain(letters: str) -> str:
    return letters.translate(str.maketrans("OIL", "011"))


def _mistyped() -> InvalidValue:
    return InvalidValue("mistyped", "This text is not complete or has a typing mistake in it. Copy it once more.")
