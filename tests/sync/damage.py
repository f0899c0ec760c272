"""Bytes made worse: mutations of good ones, and random ones. For fuzzing decoders."""

from __future__ import annotations

import random
from typing import Any

import msgspec

ODD: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 255, 2**31, 2**32, 2**53, 2**63, 2**64 - 1, -(2**63), 1.5, float("nan"), "", "x",
    "é" * 60, "x" * 70_000, "\x00", b"", b"\xff", bytes(15), bytes(16), bytes(17), bytes(32), bytes(64), bytes(70_000),
    [], {}, [[]],
    [0] * 20_000, {"a": {"b": {"c": {"d": {"e": 1}}}}}, {"": None}, [None] * 300, msgspec.msgpack.Ext(5, b"x"),
)  # fmt: skip
BOMBS = (
    b"\x91" * 100_000,  # a list in a list in a list …
    b"\x81\xa1a" * 50_000,
    b"\xdd\xff\xff\xff\xff",  # a list of four billion
    b"\xc6\xff\xff\xff\xff" + bytes(64),
    b"\xdf\xff\xff\xff\xff" + bytes(64),
    b"\x28\xb5\x2f\xfd\xe0" + b"\xff" * 8 + bytes(64),  # zstd: content of 2^64 bytes
    b"0" * 1_000_000,  # as a text that somebody has pasted
    b"",
)
DEEPEST = 8


class Damage:
    """Makes one input after the other out of seeds, by a random generator."""

    def __init__(self, seeds: list[bytes], chance: random.Random) -> None:
        self._seeds = seeds
        self._chance = chance
        self._trees = [tree for tree in map(_tree, seeds) if tree is not None]

    def next(self) -> bytes:
        """Return another input."""
        draw = self._chance.random()
        if draw < 0.05:
            return self._chance.randbytes(self._chance.choice([0, 1, 3, 8, 40, 300, 5_000]))
        if draw < 0.052:
            return self._chance.choice(BOMBS)
        if draw < 0.5 and self._trees:
            return self._grafted()
        data = self._chance.choice(self._seeds)
        for _ in range(self._chance.choice([1, 1, 1, 2, 3, 8])):
            data = self._struck(data)
        return data

    def _struck(self, data: bytes) -> bytes:
        chance = self._chance
        at, other = chance.randrange(len(data) + 1), chance.randrange(len(data) + 1)
        few = chance.randbytes(chance.choice([1, 1, 2, 4, 8]))
        match chance.randrange(8):
            case 0 | 1 if data:
                at = chance.randrange(len(data))
                return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]
            case 2:
                return data[:at] + few + data[at + len(few) :]
            case 3:
                return data[:at] + few + data[at:]
            case 4:
                return data[:at]
            case 5:
                return data[: min(at, other)] + data[max(at, other) :]
            case 6:
                return data[:at] + data[other : other + 200] + data[at:]
            case _:
                return data[:at] + chance.choice(self._seeds)[other:]

    def _grafted(self) -> bytes:
        """Return a seed with a value or two in it replaced, left out or doubled, encoded well."""
        tree = msgspec.msgpack.decode(self._chance.choice(self._trees))
        holders = _holders(tree, DEEPEST)
        for _ in range(self._chance.choice([1, 1, 2])):
            holder = self._chance.choice(holders) if holders else [None]
            if isinstance(holder, dict):
                key = self._chance.choice([*holder, "odd"])
                holder[key] = self._chance.choice(ODD)
                continue
            at = self._chance.randrange(len(holder) + 1)
            match self._chance.randrange(6):
                case 0:
                    del holder[at:]
                case 1:
                    holder[at:at] = holder[at - 1 : at]
                case _:
                    holder[at : at + 1] = [self._chance.choice(ODD)]
        return msgspec.msgpack.encode(tree)


def _tree(data: bytes) -> bytes | None:
    """Return the data where it is msgpack of a list or a map."""
    try:
        found = msgspec.msgpack.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return data if isinstance(found, list | dict) else None


def _holders(tree: Any, depth: int) -> list[Any]:
    """Return the lists and maps in a tree."""
    if depth == 0 or not isinstance(tree, list | dict):
        return []
    items = tree.values() if isinstance(tree, dict) else tree
    return [tree, *(holder for item in items for holder in _holders(item, depth - 1))]
