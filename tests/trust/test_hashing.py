"""Hashes are those of the standard, which other programs compute as well."""

from __future__ import annotations

import hashlib
import hmac

from hypothesis import given
from hypothesis import strategies as st

from learningcircles.crypto.hashing import are_same, hashing, hmac_sha256, sha256


@given(st.lists(st.binary(max_size=200)), st.binary(max_size=100))
def test_hashes_are_those_of_the_standard(parts: list[bytes], key: bytes) -> None:
    whole, piecewise = b"".join(parts), hashing()
    for part in parts:
        piecewise.update(part)
    assert sha256(whole) == piecewise.finalize() == hashlib.sha256(whole).digest()
    assert hmac_sha256(key, whole) == hmac.digest(key, whole, "sha256")


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_only_what_is_the_same_is_the_same(one: bytes, two: bytes) -> None:
    assert are_same(one, one) and are_same(one, two) is (one == two)
