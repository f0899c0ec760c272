"""A laptop of the circle whose program was changed: what its right does not cover, and what is malformed, never counts.

Everything here is signed and sealed well, with the keys that such a laptop has.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from laptops import carry, laptops
from test_exchange import add_member, changeset, names

from learningcircles.circle.circle import Circle
from learningcircles.codec import encode
from learningcircles.journal import caps
from learningcircles.journal.changeset import encode_payload
from learningcircles.journal.operations import Operation, SetOp
from learningcircles.journal.segment import LABEL, Draft, Header, Segment, close_payload, header_hash
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.roster import Roster

TICK = 1 << 60


def sealed(circle: Circle, plain: bytes, seq: int = 1, before: bytes = bytes(32), **other: Any) -> Segment:
    """Seal and sign any payload as the next of a laptop's private log; `other` replaces parts of the header."""
    parts = {"device": circle.secrets.device.id, "roster_head": circle.roster.head, **other}
    draft = Draft(circle.id, 1, parts["device"], seq, before, parts["roster_head"])
    epoch = circle.roster.epoch_of(1, circle.roster.head)
    assert epoch is not None
    key = circle.journal.epochs[1, epoch.name]
    return close_payload(draft, plain, TICK + seq, circle.secrets.device.sign, key, circle.surroundings.random)


def row(ops: list[Any], author: bytes | None = None, tick: int = TICK) -> list[Any]:
    return [tick, author, bytes(16), "", [], ops]


def test_an_author_is_a_claim_and_gives_no_right(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2, rights=("recorder",))
    founder = first.secrets.device.id
    for author in (founder, add_member(first, "Pilar")):
        carry(first, second)
        ops: tuple[Operation, ...] = (SetOp("!charter", first.id, {"name": "Mine now"}, {}),)
        forged = changeset(TICK, "member", b"n" * 16, name="N")._replace(author=author, ops=ops)
        Exchange(first).receive([sealed(second, encode_payload([forged]))])
        assert first.reader.find_one("!charter", first.id) is None


def test_nobody_writes_in_another_laptops_log(tmp_path: Path) -> None:
    first, second, third = laptops(tmp_path, 3)
    plain = encode_payload([changeset(TICK, "member", b"n" * 16, name="Forged")])
    for device in (third.secrets.device.id, first.secrets.device.id):
        took = Exchange(first).receive([sealed(second, plain, device=device)])
        assert (took.new, [code for _, code in took.rejected]) == (0, ["bad_signature"])
    took = Exchange(first).receive([sealed(second, plain, device=b"x" * 16)])
    assert (took.new, [code for _, code in took.rejected]) == (0, ["unknown_device"])
    assert names(first) == [] and check(first) == []


def test_a_roster_head_that_nobody_knows_counts_nowhere_and_stops_nobody_else(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    future = sealed(second, encode_payload([changeset(TICK, "member", b"n" * 16, name="F")]), roster_head=b"f" * 16)
    assert Exchange(first).receive([future]).new == 1, "it is kept: the list may be longer than what is known here"
    add_member(first, "Own")
    assert names(first) == ["Own"] and check(first) == []


@pytest.mark.parametrize("at_once", [1, 5])
def test_a_log_that_goes_back_on_the_list_does_so_only_where_it_counts_for_nothing(
    tmp_path: Path, at_once: int
) -> None:
    first, second, _ = laptops(tmp_path, 3)
    heads = first.roster.state.heads
    log: list[Segment] = []
    for seq, position in enumerate((-2, 2, 2, -2, -1), 1):
        plain = encode_payload([changeset(TICK + seq, "member", bytes([seq]) * 16, name=f"{seq}")])
        before = header_hash(log[-1].header) if log else bytes(32)
        log.append(sealed(second, plain, seq, before, roster_head=heads[position]))
    for start in range(0, len(log), at_once):
        assert not Exchange(first).receive(log[start : start + at_once]).rejected
    assert names(first) == ["1", "4", "5"], "what it had known once it knows from then on"
    assert check(first) == []


def test_an_entry_on_a_head_that_is_to_come_is_not_placed(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    entry, _ = make.invite(
        second.roster, second.secrets.device, second.journal.epochs, second.surroundings, right="organizer"
    )
    body = entry.read()._replace(base=b"f" * 16)
    data = encode(list(body))
    forged = entry._replace(body=data, signature=second.secrets.device.sign.sign(b"lc1 entry" + data))
    roster = Roster.replay(first.roster.placed, [forged], circle=first.id)
    assert len(roster.placed) == len(first.roster.placed) and roster.head == first.roster.head
    Exchange(first).receive_roster(first.roster.placed, [forged])
    assert first.roster.head == second.roster.head


LONG: list[list[Any]] = [
    [0, "member", b"n" * 16, {"name": "x" * (caps.TEXT_BYTES + 1)}, {}],
    [0, "member", b"n" * 16, {"name": "é" * (caps.TEXT_BYTES // 2 + 1)}, {}],
    [0, "member", b"n" * 16, {f"f{number}": 1 for number in range(caps.FIELDS + 1)}, {}],
    [0, "member", b"n" * 16, {"a" * 41: 1}, {}],
    [0, "member", b"n" * 16, {"address": {"a": {"b": {"c": {"d": {"e": 1}}}}}}, {}],
    [0, "member", b"n" * 16, {"birth_year": 2**60}, {}],
    [0, "member", b"n" * 17, {"name": "x"}, {}],
    [0, "m" * 60, b"n" * 16, {"name": "x"}, {}],
    [0, "member", b"n" * 16, {"name": "x"}, {"name": 2**62}],
    [1, "member", b"n" * 16, "topics", ["x" * 201], {}],
    [1, "member", b"n" * 16, "topics", [f"t{number}" for number in range(65)], {}],
    [3, b"s" * 16, "swap", b"n" * 16, 0, None, [[b"a" * 16, caps.MINUTES + 1], [b"b" * 16, -caps.MINUTES - 1]], "x"],
    [3, b"s" * 16, "swap", b"n" * 16, 0, None, [[bytes(16), 0]] * 201, "2027-01-01"],
    [3, b"s" * 16, "swap", b"n" * 16, 0, None, [[b"a" * 16, 5], [b"b" * 16, -4]], "2027-01-01"],
    [9, "member"],
]


@pytest.mark.parametrize("op", LONG, ids=range(len(LONG)))
def test_what_is_over_a_cap_is_set_aside_alone(tmp_path: Path, op: list[Any]) -> None:
    first, second, third = laptops(tmp_path, 3)
    good = [0, "member", b"g" * 16, {"name": "Good"}, {}]
    plain = encode([[], [row([op]), row([good], tick=TICK + 1), row([op, good], tick=TICK + 2)]])
    segment = sealed(second, plain)
    for circle in (first, third):
        took = Exchange(circle).receive([segment])
        assert took.rejected == []
        assert names(circle) == ["Good"], "the good one counts, and nothing of the others"
        assert circle.connection.execute("SELECT coalesce(sum(abs(minutes)), 0) FROM balance").fetchone() == (0,)
        assert check(circle) == []
    assert first.reader.state_hash() == third.reader.state_hash()


def test_a_payload_over_its_cap_counts_for_nothing(tmp_path: Path) -> None:
    first, second = laptops(tmp_path, 2)
    many = [row([[0, "member", number.to_bytes(16, "big"), {"name": "x"}, {}]]) for number in range(200_000)]
    Exchange(first).receive([sealed(second, encode([[], many]))])
    assert names(first) == []
    noise = second.surroundings.random(caps.PAYLOAD_BYTES + 1)
    header = Header.parse(sealed(second, encode([[], []])).header)
    packed = header._replace(seq=2, payload_hash=hashlib.sha256(noise).digest()).encode()
    took = Exchange(first).receive([Segment(packed, second.secrets.device.sign.sign(LABEL + packed), noise)])
    assert [code for _, code in took.rejected] == ["malformed"]
    assert check(first) == []


def flood(second: Circle, count: int) -> Iterator[Segment]:
    """Yield segments of a thousand operations each, on a thousand members, over and over."""
    before = bytes(32)
    for seq in range(1, count + 1):
        ops = [
            [0, "member", (number + 1).to_bytes(16, "big"), {"phone": f"{seq} {number}"}, {}] for number in range(999)
        ]
        ops.append([0, "member", bytes(15) + b"\x01", {"name": f"Flood {seq}"}, {}])
        segment = sealed(second, encode([[], [row(ops, tick=TICK + seq)]]), seq, before)
        before = header_hash(segment.header)
        yield segment


def take_a_flood(tmp_path: Path, count: int) -> str:
    first, second = laptops(tmp_path, 2)
    add_member(first, "Own")
    segments = flood(second, count)
    begun = time.perf_counter()
    while batch := list(islice(segments, 64)):
        assert not Exchange(first).receive(batch).rejected
    seconds = time.perf_counter() - begun
    member = first.reader.get("member", bytes(15) + b"\x01")
    assert (member["name"], member["phone"]) == (f"Flood {count}", f"{count} 0")
    assert "Own" in names(first)
    return (
        f"{count * 1000:,} operations in {seconds:.0f} s, {first.path.stat().st_size >> 20} MiB, {peak_kb():,} KB held"
    )


def test_thousands_of_operations_are_taken(tmp_path: Path) -> None:
    take_a_flood(tmp_path, 20)


@pytest.mark.soak
@pytest.mark.timeout(7200)
def test_a_million_operations_are_taken(tmp_path: Path) -> None:
    before = peak_kb()
    print(f"\n{take_a_flood(tmp_path, 1000)}")
    assert peak_kb() - before < 200 * 1024


def peak_kb() -> int:
    """Return the most memory that this process has held (proc(5))."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
