"""Deriving keys from passphrases on several threads at once, as the circle's and the sharing one may."""

from __future__ import annotations

from threading import Thread

from learningcircles.crypto.kdf import argon2id


def test_several_threads_derive_keys_at_once() -> None:
    """Daemons: where they wait for each other, nothing else waits for them."""
    made: list[bytes] = []

    def derive() -> None:
        for _ in range(3):
            made.append(argon2id("bread and roses", bytes(16)))

    threads = [Thread(target=derive, daemon=True) for _ in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(20)
    assert len(made) == 9 and len(set(made)) == 1
