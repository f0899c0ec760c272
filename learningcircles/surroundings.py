"""What the world gives us, as a parameter: time, randomness, sealing to a key.

Everything below the desktop takes these from here, so that any number of laptops and a hub run in one
process, deterministically, under a seed.
"""

from __future__ import annotations

import os
import random as chance
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from learningcircles.crypto.envelope import deterministic_sealer, seal_to


class Sealer(Protocol):
    """Seals `plain` to an X25519 public key under a context `info` (HPKE, RFC 9180)."""

    def __call__(self, public: bytes, info: bytes, plain: bytes) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Wall clock (ms since 1970), random bytes and sealing."""

    now_ms: Callable[[], int]
    random: Callable[[int], bytes]
    seal: Sealer


def real() -> Surroundings:
    """The surroundings of a running program."""
    return Surroundings(lambda: time.time_ns() // 1_000_000, os.urandom, seal_to)


def seeded(seed: int, now_ms: Callable[[], int]) -> Surroundings:
    """Surroundings that repeat under a seed: for simulations and tests, never for real keys."""
    draw = chance.Random(seed).randbytes
    return Surroundings(now_ms, draw, deterministic_sealer(draw))
