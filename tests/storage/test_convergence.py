"""Random work on laptops apart from each other, against a reference that knows the rules and nothing else."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from laptops import ALL, carry, carry_all, laptops

from learningcircles.circle.circle import Circle
from learningcircles.journal.changeset import Changeset
from learningcircles.journal.segment import Header, open_payload
from learningcircles.storage.contest import writes_of
from learningcircles.storage.exchange import Exchange

TEXTS = ("name", "phone", "notes", "email")


class Write(NamedTuple):
    stamp: int
    device: bytes
    seq: int
    place: int
    value: Any
    saw: dict[bytes, int]

    def knew(self, other: Write) -> bool:
        if self.device == other.device:
            return (self.seq, self.place) >= (other.seq, other.place)
        return self.saw.get(other.device, 0) >= other.seq


def reference(circle: Circle) -> tuple[dict[Any, Any], set[Any]]:
    """Return (register → its winner, open writes) straight from the sealed segments, by the rules as written."""
    writes: dict[tuple[bytes, str], dict[tuple[bytes, int, int], Write]] = {}
    for segment in Exchange(circle).after({}, ALL):
        header = Header.parse(segment.header)
        saw: dict[bytes, int] = {}
        for place, item in enumerate(open_payload(segment, header, circle.journal.key_for(header))):
            assert isinstance(item, Changeset)
            saw = saw | item.saw
            for op in item.ops:
                for name, value, stamp in writes_of(op, item.tick):
                    write = Write(stamp, header.device, header.seq, place, value, saw)
                    key = (op.id, name)  # type: ignore[union-attr]  # no entries here
                    writes.setdefault(key, {})[write[1:4]] = write
    listed = {key: list(by_place.values()) for key, by_place in writes.items()}
    winners = {key: max(all_, key=lambda w: w[:4]) for key, all_ in listed.items()}
    return winners, _open(listed, winners)


def _open(writes: dict[tuple[bytes, str], list[Write]], winners: dict[tuple[bytes, str], Write]) -> set[Any]:
    found = set()
    for (id_, name), all_ in writes.items():
        unseen = [w for w in all_ if not any(o is not w and o.knew(w) for o in all_)]
        found |= {(id_, name, w[1:4]) for w in unseen if w is not winners[id_, name]}
        removal = winners.get((id_, "#deleted"))
        if name != "#deleted" and removal is not None and removal.value is True:
            closing = writes[id_, "#deleted"]
            apart = [w for w in unseen if not w.knew(removal) and not any(o.knew(w) for o in closing)]
            found |= {(id_, "#deleted", w[1:4]) for w in apart}
    return found


def stored(circle: Circle) -> tuple[dict[Any, Any], set[Any]]:
    """Return the same two things from the tables."""
    db, device = circle.connection, circle.journal.numbers.id_of
    winners = {}
    for number, entity, id_ in db.execute("SELECT n, entity, id FROM record").fetchall():
        del number
        for name, held in circle.fold.row(entity, id_).registers.items():
            winners[id_, name] = (held.stamp, device(held.device), held.seq, held.value)
    circle.fold.drop()
    rows = db.execute(
        "SELECT r.id, v.register, c.device, c.seq, c.place FROM review v JOIN record r ON r.n = v.record"
        " JOIN changeset c ON c.n = v.changeset"
    )
    return winners, {(id_, name, (device(d), seq, place)) for id_, name, d, seq, place in rows}


def work(circle: Circle, chance: random.Random, records: list[bytes]) -> None:
    """Do one thing to one of few records, so that laptops meet on the same registers."""
    id_ = chance.choice(records)
    with circle.change("Work") as change:
        kind = chance.random()
        if kind < 0.6:
            change.set("member", id_, {chance.choice(TEXTS): chance.choice("abc")})
        elif kind < 0.8:
            verb = change.add if chance.random() < 0.6 else change.drop
            verb("member", id_, "languages", [chance.choice(("pt", "fr"))])
        elif kind < 0.9:
            change.delete("member", id_)
        else:
            change.restore("member", id_)
        if chance.random() < 0.2:
            change.set("member", id_, {"phone": "last word of this action"})


@pytest.mark.parametrize("seed", range(12))
def test_tables_are_what_the_rules_say_on_every_laptop(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    circles = laptops(tmp_path, 3, seed=seed + 1)
    records = [bytes([number]) * 16 for number in range(1, 4)]
    for _ in range(60):
        one, other = chance.sample(circles, 2)
        if chance.random() < 0.75:
            work(one, chance, records)
        else:
            carry(one, other)
    carry_all(circles)
    winners, opened = reference(circles[0])
    expected = {key: (w.stamp, w.device, w.seq, w.value) for key, w in winners.items()}
    for circle in circles:
        assert stored(circle) == (expected, opened)
    assert len({str(circle.reader.state_hash()) for circle in circles}) == 1


@pytest.mark.parametrize("seed", range(6))
def test_a_new_laptop_and_a_rebuilt_one_agree_with_those_who_were_there(tmp_path: Path, seed: int) -> None:
    chance = random.Random(1000 + seed)
    *circles, late = laptops(tmp_path, 4, seed=seed + 1)
    records = [bytes([number]) * 16 for number in range(1, 3)]
    for _ in range(60):
        one, other = chance.sample(circles, 2)
        if chance.random() < 0.7:
            work(one, chance, records)
        else:
            carry(one, other)
    carry_all(circles)
    segments = Exchange(circles[0]).after({}, ALL)
    for begin in range(0, len(segments), 5):
        Exchange(late).receive(segments[begin : begin + 5])
    before = stored(circles[0])
    assert stored(late) == before
    Exchange(circles[1]).rebuild()
    assert stored(circles[1]) == before
    assert late.reader.state_hash() == circles[1].reader.state_hash() == circles[0].reader.state_hash()
