"""Entries of a hostile organizer, properly signed but with any fields at all: refused, never a crash."""

from __future__ import annotations

import random

import pytest

from learningcircles.codec import encode
from learningcircles.errors import CircleError
from learningcircles.surroundings import seeded
from learningcircles.trust import make
from learningcircles.trust.entry import KINDS, Entry, Placed, place_entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.foreseen import foreseen
from learningcircles.trust.holders import lacking
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster
from learningcircles.trust.strays import LOST

NOW = 1_800_000_000_000
NAMES = (
    "sign", "receive", "rotation", "nonce", "right", "publish", "uses", "expires", "device", "last", "heirs",
    "invitation", "key", "hub", "fingerprint", "proposal", "reason", "people", "gone", "erase", "restated", "branch",
    "log", "hash", "seq", "space",
)  # fmt: skip


def value(draw: random.Random, known: list[bytes], depth: int = 0) -> object:
    """Return anything that an entry may hold."""
    plain = [
        None, True, 0, -1, 2**40, "organizer", "1", "x" * 50, b"", draw.randbytes(16), draw.randbytes(32),
        draw.choice(known),
    ]  # fmt: skip
    if depth > 2 or draw.random() < 0.6:
        return draw.choice(plain)
    if draw.random() < 0.5:
        return [value(draw, known, depth + 1) for _ in range(draw.randrange(4))]
    keys = ["0", "1", "2", draw.choice(known).hex(), "x"]
    return {draw.choice(keys): value(draw, known, depth + 1) for _ in range(draw.randrange(4))}


@pytest.mark.parametrize("seed", range(4))
def test_no_field_of_an_entry_does_more_than_be_refused(seed: int) -> None:
    draw = random.Random(seed)
    world = seeded(seed, lambda: NOW)
    founding = make.found(world)
    entry, invitation = make.invite(founding.roster, founding.keys, founding.epochs, world, right="organizer", uses=9)
    roster, _ = settle(Roster.replay([founding.placed], [entry]), founding.keys.sign, NOW)
    add, keys, _ = make.join(roster, invitation, world)
    roster, _ = settle(Roster.replay(roster.placed, [add]), founding.keys.sign, NOW)
    known = [keys.id, founding.keys.id, invitation.id, keys.sign.public, keys.receive.public, roster.head]
    for _ in range(60):
        fields = {name: value(draw, known) for name in draw.sample(NAMES, draw.randrange(8))}
        kind = draw.choice([*sorted(KINDS), "of the future"])
        author, sign = draw.choice([(keys.id, keys.sign), (invitation.id, invitation.sign)])
        envelopes = draw.choice([None, b"", b"\xff", encode(value(draw, known)), encode({keys.id.hex(): b"x"})])
        made = make.propose(roster, kind, author, sign, fields, world, envelopes=envelopes, own=keys.sign)
        follow(roster, made, founding)


def follow(roster: Roster, made: Entry, founding: make.Founding) -> None:
    """Do with an entry what laptops and hubs do."""
    waiting = Roster.replay(roster.placed, [made])
    settled, _ = settle(waiting, founding.keys.sign, NOW)
    for each in (waiting, settled):
        open_epochs(each, founding.keys.id, founding.keys.receive)
        lacking(each.state)
        foreseen(each)
    placed = place_entry(made, roster.circle, len(roster.placed), roster.head, founding.keys.sign)
    try:
        Roster.replay([*roster.placed, placed])
    except CircleError:
        return
    Roster.replay(roster.placed, [stray_of(placed)])


def stray_of(placed: Placed) -> Entry:
    return Entry(encode([LOST, placed.to_wire()]), None, bytes(64))


def test_a_stray_that_is_none_is_left_out() -> None:
    founding = make.found(seeded(1, lambda: NOW))
    for body in ([LOST], [LOST, None], [LOST, [1, 2, 3]], [LOST, founding.placed.to_wire()], ["lost", b"x"]):
        roster = Roster.replay([founding.placed], [Entry(encode(body), None, bytes(64))])
        assert roster.strays == () == roster.proposals
