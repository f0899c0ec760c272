"""The quick reading of a payload says the same as the one that looks at every part by itself, or leaves it to it."""

from __future__ import annotations

import random
from typing import Any

import msgspec
import pytest

from learningcircles.codec import encode
from learningcircles.errors import CircleError, Unreadable
from learningcircles.journal import changeset as journal
from learningcircles.journal.changeset import Changeset, SetAside, decode_payload
from learningcircles.journal.typed import typed_payload

RECORD, DEVICE, OTHER = bytes([1] * 16), bytes([2] * 16), bytes([3] * 16)


def payload(*ops: list[Any], saw: Any = (), tick: Any = 5, author: Any = None) -> list[Any]:
    return [[DEVICE, OTHER], [[tick, author, RECORD, "Add", [list(pair) for pair in saw], list(ops)]]]


SET = [0, "member", RECORD, {"birth_year": 1990, "name": "Zoë", "of": OTHER, "place": {"at": 1, "zone": "UTC"}}, {}]
ADD = [1, "member", RECORD, "topics", ["chess", "sewing"], {"chess": 9}]
ENTRY = [3, RECORD, "swap", OTHER, 0, None, [[DEVICE, 5], [OTHER, -5]], "2026-11-20"]
SOUND = payload(SET, ADD, [2, *ADD[1:]], ENTRY, saw=[(0, 3), (1, 2)], author=OTHER)


def slowly(data: bytes, monkeypatch: pytest.MonkeyPatch) -> Any:
    with monkeypatch.context() as patched:
        patched.setattr(journal, "typed_payload", lambda data: None)
        return outcome(data)


def outcome(data: bytes) -> Any:
    try:
        return decode_payload(data)
    except CircleError as error:
        return type(error), error.code


def test_what_is_in_order_is_read_quickly_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encode(SOUND)
    assert typed_payload(data) is not None
    found = decode_payload(data)
    assert found == slowly(data, monkeypatch)
    assert isinstance(found[0], SetAside)  # the settlement's id does not follow from what it moves
    good = encode(payload(SET, ADD))
    assert decode_payload(good) == slowly(good, monkeypatch) and isinstance(decode_payload(good)[0], Changeset)


ODD: list[Any] = [None, True, 1, -1, 2**62, 2**63, 1.5, 1.0, "", "x" * 300, "#deleted", b"", RECORD, [], {}, [1, 2, 3],
                  {"a": {"b": {"c": {"d": {"e": 1}}}}}, {"a": [1]}, {1: 2}, ["chess"] * 65]  # fmt: skip


def test_what_is_not_in_order_is_judged_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(3)
    quick = 0
    for _ in range(1_500):
        data = bytearray(encode_odd(damaged(SOUND, chance)))
        if chance.random() < 0.3:
            data[chance.randrange(len(data))] = chance.randrange(256)
        quick += typed_payload(bytes(data)) is not None
        assert outcome(bytes(data)) == slowly(bytes(data), monkeypatch), bytes(data).hex()
    assert 100 < quick < 1_400


def encode_odd(value: Any) -> bytes:
    return msgspec.msgpack.encode(value, order=None if _has_odd_key(value) else "sorted")


def _has_odd_key(value: Any) -> bool:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return (isinstance(value, dict) and any(type(key) is not str for key in value)) or any(map(_has_odd_key, parts))


def damaged(value: Any, chance: random.Random) -> Any:
    """Return a copy in which one part, somewhere, is something else, is missing or stands twice."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        name = chance.choice(sorted(value))
        return {**value, name: damaged(value[name], chance)}
    if not isinstance(value, list) or not value or chance.random() < 0.1:
        return chance.choice(ODD)
    place = chance.randrange(len(value))
    how = chance.random()
    if how < 0.1:
        return [*value[:place], *value[place + 1 :]]
    if how < 0.2:
        return [*value[: place + 1], *value[place:]]
    return [*value[:place], damaged(value[place], chance), *value[place + 1 :]]


def test_a_map_whose_keys_are_no_text_is_refused_wherever_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a hostile member may seal it: the quick reading leaves it to the careful one, which says what is wrong."""
    body = {"expires": "2027-07-14", "reach": {5: {}}}
    for odd in ({"body": body}, {5: "five"}, {"body": {None: 1}}):
        data = encode_odd(payload([0, "item", RECORD, odd, {}]))
        assert typed_payload(data) is None
        assert outcome(data) == slowly(data, monkeypatch) == (Unreadable, "malformed")
