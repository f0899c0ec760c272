"""A remembered answer about a signature is the answer."""

from __future__ import annotations

import pytest

from learningcircles.crypto.sign import REMEMBERED_BYTES, SigningKey, verify, verify_again

KEY, OTHER = SigningKey(b"k" * 32), SigningKey(b"o" * 32)


@pytest.mark.parametrize("length", [1, REMEMBERED_BYTES, REMEMBERED_BYTES + 1])
def test_what_is_remembered_is_what_is_found(length: int) -> None:
    message = b"m" * length
    signature = KEY.sign(message)
    flipped = bytes([signature[0] ^ 1]) + signature[1:]
    asked = [
        (KEY.public, message, signature),
        (OTHER.public, message, signature),
        (KEY.public, message + b"m", signature),
        (KEY.public, message, flipped),
        (b"short", message, signature),
    ]
    first = [verify_again(*each) for each in asked]
    again = [verify_again(*each) for each in asked]
    assert first == again == [verify(*each) for each in asked] == [True, False, False, False, False]
