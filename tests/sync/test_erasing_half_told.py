"""An erasure is heard of, and what is said again for it is not here yet, or a part of it alone."""

from __future__ import annotations

import pytest
from catalogue_place import Place
from erasing import sayings
from sync_region import add_member, me, name_set
from test_erasing_twice import settled, two_erased

from learningcircles.circle.naming import laptop_name
from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header, Segment, close_segment, header_hash
from learningcircles.laptop import erasing
from learningcircles.laptop.erasing import erase
from learningcircles.storage import held, tail
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.restate import restated_in
from learningcircles.trust.make import propose
from learningcircles.trust.redact import Name, read_redaction
from learningcircles_sync.engine import Engine


def test_what_was_said_again_for_one_stays_till_all_is_here_that_is_said_for_another(place: Place) -> None:
    """Where the tables are made anew meanwhile nothing but the older erasure says what stands there."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo)
    erase(pilar.verbs, one)
    place.share(pilar, bo)
    erase(pilar.verbs, two)
    place.share(pilar)
    exchange = Exchange(bo.circle)
    exchange.receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert len(bo.circle.roster.state.redactions.entries) == 2
    exchange.rebuild()
    assert {"Marek", "Ana"} <= name_set(bo)
    settled(place, pilar, bo)


def test_a_part_is_waited_for_also_where_another_one_erases_it_and_nothing_of_that_is_here(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the list tells of the newer erasure; the rest of the older one may come before what is said for that."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    six = add_member(pilar, "Third Six")
    place.share(pilar, bo)
    cy = place.region.laptop(pilar, "Cy")
    with pilar.circle.group("Members"):
        add_member(pilar, "Marek", notes="Neighbour of First One, Second Two and Third Six.")
        add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar)
    monkeypatch.setattr(erasing, "SEGMENT_BYTES", 300)
    erase(pilar.verbs, one)
    place.share(pilar, cy)
    *some, rest = [each for each in Exchange(cy.circle).after(Exchange(bo.circle).have(), 10**9) if _by(pilar, each)]
    erase(cy.verbs, two)
    place.share(cy)
    Exchange(bo.circle).receive_roster(cy.circle.roster.placed, cy.circle.roster.kept)
    Exchange(bo.circle).receive(some)
    assert erase(bo.verbs, six).waits == [laptop_name(bo.circle, me(pilar))]
    Exchange(bo.circle).receive([rest])
    assert {"Marek", "Ana"} <= name_set(bo)
    for _ in range(3):
        place.share(pilar, bo, cy)
    for engine in (pilar, bo, cy):
        text = "\n".join(sayings(engine.circle))
        assert not any(name in text for name in ("First One", "Second Two", "Third Six"))
        assert {"Marek", "Ana"} <= name_set(engine)


def test_where_all_is_here_that_was_said_again_no_share_reads_it(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    pilar = place.pilar
    one, _, bo = two_erased(place)
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo)
    erase(pilar.verbs, one)
    place.share(pilar, bo, pilar)
    read: list[Segment] = []
    monkeypatch.setattr(held, "restated_in", lambda segment, *rest: read.append(segment) or restated_in(segment, *rest))
    place.share(pilar, bo)
    assert read == []
    assert list(held.held_segments(bo.circle)) and read, "or this shows nothing"


def _by(engine: Engine, segment: Segment) -> bool:
    return Header.parse(segment.header).device == me(engine)


def _claim(engine: Engine, erase: dict[Name, bytes], restated: dict[Name, bytes]) -> bytes:
    """Let another program put an entry into the list that erases nobody, and restates these and what never comes."""
    circle = engine.circle
    again = [[space, seq, hash_] for (space, _, seq), hash_ in restated.items()]
    fields = {
        "people": [], "gone": [], "seen": [], "words": [], "erase": [[*name, hash_] for name, hash_ in erase.items()],
        "restated": [*again, [1, 4_000_001, bytes(32)]],
    }  # fmt: skip
    entry = propose(circle.roster, "redact", me(engine), circle.secrets.device.sign, fields, circle.surroundings)
    Exchange(circle).receive_roster(circle.roster.placed, [entry])
    return entry.hash


def _written(engine: Engine) -> dict[Name, bytes]:
    headers = [row[0] for row in engine.circle.connection.execute("SELECT header FROM segment")]
    own = [(Header.parse(each), header_hash(each)) for each in headers]
    return {(each.space, each.device, each.seq): hash_ for each, hash_ in own if each.device == me(engine)}


@pytest.mark.parametrize("names", ["what is never there", "what it says again, too", "what it has erased, too"])
def test_no_organizers_program_keeps_what_it_wrote_from_being_erased(place: Place, names: str) -> None:
    """Its entry erases nobody, and says that it restates what it wrote, beside a segment that never comes."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(bo, "Ana", notes="Neighbour of First One.")
    add_member(bo, "Marek", notes="Neighbour of First One and Second Two.")
    place.share(bo, pilar)
    if names != "what is never there":
        erase(bo.verbs, one)
        place.share(bo, pilar)
    never = {(1, me(bo), 4_000_000): bytes(32)}
    if names == "what it has erased, too":
        (first,) = bo.circle.roster.state.redactions.entries
        entry = _claim(bo, never | first.erase, first.restated)
    else:
        entry = _claim(bo, never, _written(bo))
    place.share(bo, pilar)
    assert entry in pilar.circle.roster.state.entries
    if names == "what is never there":
        erase(pilar.verbs, one)
    erase(pilar.verbs, two)
    settled(place, pilar, bo)


def test_nor_beside_what_it_says_again(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it wrote stands in one segment with what it says again of another one."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    ana = add_member(bo, "Ana", notes="Neighbour of First One.")
    marek = add_member(bo, "Marek")
    place.share(bo)
    add_member(bo, "Lea")
    place.share(bo, pilar)
    before = _written(bo)
    said = Changeset(
        10**18,
        None,
        bytes(16),
        "",
        {},
        (SetOp("member", marek, {"notes": "Neighbour of First One and Second Two."}, {}),),
    )
    again = Changeset(10**18 + 1, None, bytes(16), "", {}, (SetOp("member", ana, {"place": "Hill"}, {}),))
    monkeypatch.setattr(tail, "close_segment", lambda draft, _, *rest: close_segment(draft, [said], *rest))
    name, hash_ = max(before.items())
    both = Exchange(bo.circle).restate({name[0]: [[Restated(*name[1:], 0, again)]]})
    monkeypatch.undo()
    entry = _claim(bo, {name: hash_}, both)
    place.share(bo, pilar)
    assert entry in pilar.circle.roster.state.entries
    assert "Second Two" in str(pilar.verbs.reader.get("member", marek)["notes"])
    for person in (one, two):
        assert not erase(pilar.verbs, person).waits
    settled(place, pilar, bo)


def test_nor_where_its_entry_names_what_was_said_again_by_another_hash(place: Place) -> None:
    """What another entry names rightly speaks of somebody of whose erasure it had not heard."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(bo, "Ana", notes="Neighbour of First One.")
    add_member(bo, "Marek", notes="Neighbour of First One and Second Two.")
    place.share(bo, pilar)
    erase(pilar.verbs, two)
    pilar.share()
    erase(bo.verbs, one)
    (waits,) = bo.circle.roster.proposals
    made = read_redaction(waits.read(), -1, waits.hash)
    entry = _claim(bo, dict(made.erase), dict.fromkeys(made.restated, bytes(32)))
    place.share(bo, pilar)
    assert entry in pilar.circle.roster.state.entries
    settled(place, pilar, bo)
