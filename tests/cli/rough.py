"""A line to a hub that drops, delays, doubles, cuts short and damages what it carries, by chance under a seed."""

from __future__ import annotations

import random
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress

from tests.cli.strangers import BreakingLine

FINE, DROPPED, DELAYED, DOUBLED, REPEATED, CUT, FLIPPED = (
    "fine", "dropped", "delayed", "doubled", "repeated", "cut", "flipped",
)  # fmt: skip
FATES = (FINE, FINE, FINE, FINE, DROPPED, DELAYED, DOUBLED, REPEATED, CUT, FLIPPED)
"""What may become of a connection. `doubled`: a piece of it comes twice; `repeated`: all that was asked is asked once
more afterwards, and nobody waits for the answer."""
SILENCE_S = 3.0
"""A connection on which nothing moves for so long is dropped: a flipped length must not let a run stand still."""
PIECE = 1024


class RoughLine(BreakingLine):
    """Carries connections to a hub, each with a fate while `rough`; `met` counts the fates that struck."""

    def __init__(self, seed: int) -> None:
        self.rough = False
        self.met: Counter[str] = Counter()
        self._chance = random.Random(seed)
        self._lock = threading.Lock()
        super().__init__()

    def _join(self, near: socket.socket, far: socket.socket) -> None:
        with self._lock:
            fate = self._chance.choice(FATES) if self.rough else FINE
            damage = Damage(fate, self._chance.randrange(2), self._chance.randrange(6), self._chance.getrandbits(32))
        if self.rough:
            for each in (near, far):
                each.settimeout(SILENCE_S)
        for way, (one, other) in enumerate(((near, far), (far, near))):
            threading.Thread(target=self._carry_by, args=(one, other, way, damage), daemon=True).start()

    def _carry_by(self, one: socket.socket, other: socket.socket, way: int, damage: Damage) -> None:
        asked: list[bytes] = []
        with suppress(OSError):
            while (piece := one.recv(PIECE)) and not self._breaks(len(piece)):
                asked += [piece] if way == 0 and damage.fate == REPEATED else []
                for part in damage.done_to(piece, way):
                    other.sendall(part)
                if damage.over:
                    break
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        if way == 0 and (damage.struck or asked):
            self.met[damage.fate] += 1
        if asked:
            self._ask_again(b"".join(asked))

    def _ask_again(self, request: bytes) -> None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.hub_port), SILENCE_S) as far:
            far.sendall(request)
            while far.recv(PIECE):
                pass


class Damage:
    """What one connection suffers: at its n-th piece, on the way to the hub (0) or back (1)."""

    def __init__(self, fate: str, way: int, at: int, seed: int) -> None:
        self.fate = fate
        self.struck = self.over = False
        self._way = way
        self._left = at
        self._chance = random.Random(seed)

    def done_to(self, piece: bytes, way: int) -> Iterator[bytes]:
        """Yield what arrives of a piece."""
        if self.fate in (FINE, REPEATED) or self.struck or way != self._way:
            yield piece
            return
        self._left -= 1
        if self._left >= 0 and len(piece) == PIECE:  # the last piece of a short message is struck in any case
            yield piece
            return
        self.struck = True
        yield from self._strike(piece)

    def _strike(self, piece: bytes) -> Iterator[bytes]:
        place = self._chance.randrange(len(piece))
        if self.fate == DROPPED:
            self.over = True
        elif self.fate == CUT:
            self.over = True
            yield piece[:place]
        elif self.fate == FLIPPED:
            yield piece[:place] + bytes([piece[place] ^ 1 << self._chance.randrange(8)]) + piece[place + 1 :]
        elif self.fate == DOUBLED:
            yield piece
            yield piece
        else:
            threading.Event().wait(self._chance.random() / 2)
            yield piece
