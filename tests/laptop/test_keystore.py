"""Keys as they are kept: odd ones are refused in a sentence."""

from __future__ import annotations

import pytest

from learningcircles.codec import encode
from learningcircles.errors import Unreadable
from learningcircles.laptop import keystore

KEY = bytes(32)


@pytest.mark.parametrize(
    "row",
    [
        [1, KEY, KEY, b"short"],
        [1, KEY, KEY, 7],
        [2, bytes(16), [], b"x" * 40],
        [2, bytes(16), b"short", b"x" * 40],
        [[], KEY, KEY, KEY],
        [3, KEY, KEY, KEY],
    ],
)
def test_odd_keys_are_refused_in_a_sentence(row: list[object]) -> None:
    for read in (keystore.unpack, keystore.is_wrapped, lambda data: keystore.unwrap(data, "long enough")):
        with pytest.raises(Unreadable, match="keys for the circle are damaged"):
            read(encode(row))
