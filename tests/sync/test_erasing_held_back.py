"""What an organizer's own program says again beside a part that never comes keeps nobody's words where all can read."""

from __future__ import annotations

import pytest
from catalogue_place import Place
from erasing import sayings
from sync_region import add_member, me
from test_erasing_twice import two_erased

from learningcircles.entities.declare import Space
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, header_hash, open_restated
from learningcircles.laptop.erasing import erase
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.entry import Entry
from learningcircles.trust.make import propose
from learningcircles_sync.engine import Engine

TOLD = "Second Two bakes"


def held_back(by: Engine, maker: bytes, op: SetOp, space: int) -> Entry:
    """Return an entry that erases a segment, for which a program says something again that is to stay."""
    circle = by.circle
    headers = [Header.parse(row[0]) for row in circle.connection.execute("SELECT header FROM segment").fetchall()]
    aim = [each for each in headers if each.device == maker and each.space == space][-1]
    said = Changeset(aim.stamp, None, bytes([7]) * 16, "", {}, (op,))
    made = Exchange(circle).restate({space: [[Restated(maker, aim.seq, 0, said)]]})
    rest = [[name[0], name[2], hash_] for name, hash_ in made.items()]
    fields = {"people": [], "gone": [], "seen": [], "words": [], "restated": [*rest, [space, 4_000_001, bytes(32)]]}
    fields |= {"erase": [[aim.space, aim.device, aim.seq, header_hash(aim.encode())]]}
    return propose(circle.roster, "redact", me(by), circle.secrets.device.sign, fields, circle.surroundings)


def said_again(place: Place) -> str:
    """Return all that the hub holds in the clear of what was said again."""
    found = []
    with place.store.snapshot() as connection:
        sql = "SELECT header, signature, payload FROM segment WHERE space=2 AND payload IS NOT NULL"
        for segment in map(Segment._make, connection.execute(sql)):
            found += open_restated(segment, Header.parse(segment.header), None)
    return repr(found)


@pytest.mark.parametrize("space", [Space.PRIVATE, Space.CATALOGUE])
def test_a_part_that_never_comes_keeps_nothing_that_anybody_can_read(place: Place, space: int) -> None:
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(bo, "Ana", notes="Neighbour of First One.")
    listing = pilar.verbs.records.add("offer", {"member": one, "title": "Bread", "reach": 5})[0]
    pilar.verbs.records.add("offer", {"title": "Soup", "reach": 5})
    place.share(pilar, bo, pilar, bo)
    body = {"kind": "offer", "title": TOLD, "reach": 5, "expires": "2027-03-01"}
    published = SetOp("item", listing, {"body": body}, {})
    op = published if space == Space.CATALOGUE else SetOp("meetup", bytes([9]) * 16, {"title": TOLD}, {})
    entry = held_back(bo, me(pilar), op, space)
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [entry])
    place.share(bo, pilar)
    assert entry.hash in pilar.circle.roster.state.entries
    assert (TOLD in said_again(place)) == (space == Space.CATALOGUE)

    assert bool(erase(pilar.verbs, two).waits) == (space != Space.CATALOGUE)
    for _ in range(3):
        place.share(pilar, bo)

    assert TOLD not in said_again(place)
    assert "Soup" in repr(list(place.items(5).values()))
    if space == Space.CATALOGUE:
        assert not any(TOLD in each for each in sayings(pilar.circle))
