"""Somebody else is erased after somebody was: what had been said again of others stays, whatever waits or is parted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from catalogue_place import Place
from disks import cloned, rivals
from erasing import opened, sayings
from forks import parted_at
from sticks import carry
from sync_region import add_member, hashes, me, name_set
from test_forks_fuzzed import pages_of

from learningcircles.circle.circle import Circle
from learningcircles.circle.naming import laptop_name
from learningcircles.errors import CircleError
from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop import erasing, rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.succession import succeed
from learningcircles.storage.check import check
from learningcircles.storage.erase import mentions
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.held import Held, held_segments
from learningcircles.trust.make import propose
from learningcircles_sync.engine import Engine
from learningcircles_ui.cli.wording import erased_lines


def settled(place: Place, *engines: Engine) -> None:
    """Share around; nobody holds a word of who was erased, nobody else is gone, and all agree."""
    for _ in range(3):
        place.share(*engines)
    for engine in engines:
        text = "\n".join(sayings(engine.circle))
        assert not any(name in text for name in ("First One", "Second Two", "Third Six"))
        notes = {row["name"]: row["notes"] for row in engine.verbs.reader.list("member")}
        assert notes["Marek"] == "Neighbour of … and …." and notes["Ana"] == "Neighbour of …."
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in engines}) == 1


def two_erased(place: Place) -> tuple[bytes, bytes, Engine]:
    pilar, bo = place.pilar, place.region.laptop(place.pilar, "Bo")
    one, two = add_member(pilar, "First One"), add_member(pilar, "Second Two")
    place.share(pilar, bo)
    return one, two, bo


def test_two_are_erased_before_the_hub_has_heard_of_either(place: Place) -> None:
    """What is said again for the first speaks of the second, and stands for more than speaks of both."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
    place.share(pilar, bo)
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo)
    erase(pilar.verbs, one)
    erase(pilar.verbs, two)
    settled(place, pilar, bo)


def test_what_is_said_again_of_one_segment_may_stand_in_several(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    pilar = place.pilar
    one, two, bo = two_erased(place)
    with pilar.circle.group("Members"):
        add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
        add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo)
    monkeypatch.setattr(erasing, "SEGMENT_BYTES", 300)
    erase(pilar.verbs, one)
    place.share(pilar, bo)
    erase(pilar.verbs, two)
    settled(place, pilar, bo)


def test_an_entry_that_says_nonsense_keeps_nobody_from_erasing(place: Place) -> None:
    """Another organizer's program has made it; it is carried until the hub refuses it."""
    pilar = place.pilar
    one, _, bo = two_erased(place)
    circle = bo.circle
    fields = {"erase": "everything"}
    entry = propose(circle.roster, "redact", me(bo), circle.secrets.device.sign, fields, circle.surroundings)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [entry])
    assert entry in pilar.circle.roster.proposals
    erase(pilar.verbs, one)
    place.share(pilar, bo)
    assert "First One" not in "\n".join(sayings(pilar.circle))


HOUR_MS = 3_600_000


def three_met(place: Place) -> tuple[dict[str, bytes], list[Engine]]:
    """Three organizers' laptops; Marek's segment speaks of two who are to be erased, Ana's of one."""
    pilar = place.pilar
    engines = [pilar, place.region.laptop(pilar, "Bo"), place.region.laptop(pilar, "Cy")]
    people = {name: add_member(pilar, name) for name in ("First One", "Second Two", "Third Six")}
    place.share(*engines)
    with pilar.circle.group("Members"):
        add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
        add_member(pilar, "Zoe", notes="Neighbour of Third Six.")
    place.share(*engines)
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(*engines)
    return people, engines


@pytest.mark.parametrize("apart", [False, True], ids=["one laptop", "two laptops"])
def test_erasures_that_wait_are_placed_the_other_way_round(place: Place, apart: bool) -> None:
    """The clock of whoever erases next is behind, and the list goes by their times."""
    people, engines = three_met(place)
    pilar, bo, _ = engines
    erase(pilar.verbs, people["First One"])
    if apart:
        carry(pilar, bo, place.folder.path)
    place.region.clock.ms -= HOUR_MS
    second = bo if apart else pilar
    erase(second.verbs, people["Second Two"])
    place.region.clock.ms += HOUR_MS
    place.share(second)
    order = [max(each.people) for each in second.circle.roster.state.redactions.entries]
    assert order == [people["Second Two"], people["First One"]]
    place.share(*engines)
    erase(pilar.verbs, people["Third Six"])
    settled(place, *engines)


@pytest.mark.parametrize("turns", ["pb", "cbp"])
def test_each_organizer_erases_somebody_apart(place: Place, turns: str) -> None:
    people, engines = three_met(place)
    named = dict(zip("pbc", engines, strict=True))
    for engine, id_ in zip(engines, people.values(), strict=True):
        erase(engine.verbs, id_)
    place.share(*(named[turn] for turn in turns))
    settled(place, *engines)


def test_what_another_one_says_again_without_knowing_is_not_said_again_as_it_is(place: Place) -> None:
    """Who erases somebody takes out of it whoever the list erases, since it bears a list that knows of them."""
    people, (pilar, bo, cy) = three_met(place)
    erase(bo.verbs, people["Second Two"])
    erase(pilar.verbs, people["First One"])
    place.share(pilar, cy)
    carry(bo, cy, place.folder.path)
    erase(cy.verbs, people["Third Six"])
    journal = cy.circle.journal
    rows = journal.connection.execute(
        "SELECT header, signature, payload FROM segment WHERE device=?", (journal.numbers.of(me(cy)),)
    ).fetchall()
    said = "\n".join(text for row in rows for text in opened(cy.circle, Segment(*row)))
    assert "Marek" in said and "First One" not in said


@pytest.mark.parametrize("lower", [False, True])
def test_both_copies_of_a_disk_erase_somebody_and_nobody_whom_they_added_is_lost(place: Place, *, lower: bool) -> None:
    """What they say again bears one name, on two branches: the one that erases it in turn tells them apart."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo)
    copies = rivals(place.region, bo)
    add_member(bo, "Xavier")
    erase(bo.verbs, one)
    for copy in copies:
        add_member(copy, "Yve")
        erase(copy.verbs, two)
        if (parted_at(copy, bo, me(bo)) < parted_at(bo, copy, me(bo))) == lower:
            break
        copy.circle.close()
    settled(place, pilar, bo, copy)
    assert {"Xavier", "Yve"} <= name_set(pilar)


def test_who_erases_again_says_also_what_lost_before_it_was_heard_of(place: Place) -> None:
    """The second organizer knows a branch by the list alone, from which the first one erased somebody."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    cy, dana = (place.region.laptop(pilar, person) for person in ("Cy", "Dana"))
    add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
    add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo, cy, dana)
    copies = rivals(place.region, bo)
    add_member(bo, "Xavier", notes="Lodges with First One.")
    add_member(bo, "Ysé", notes="Lodges with Second Two.")
    place.share(bo, pilar)
    for copy in copies:
        add_member(copy, "Zoe")
        Exchange(copy.circle).close_tail()
        if parted_at(copy, bo, me(bo)) < parted_at(bo, copy, me(bo)):
            break
        copy.circle.close()
    carry(copy, dana, place.folder.path)
    erase(pilar.verbs, one)
    place.share(pilar, dana, cy)
    erase(cy.verbs, two)
    place.share(cy, bo)
    settled(place, pilar, bo, cy, dana)
    assert {"Xavier", "Ysé", "Zoe"} <= name_set(pilar)


@pytest.mark.parametrize("meanwhile", ["nothing", "copied", "shut out"])
def test_who_erases_before_all_has_come_that_was_said_again_loses_none_of_it(
    place: Place, monkeypatch: pytest.MonkeyPatch, meanwhile: str
) -> None:
    """The line breaks between two segments that say again what one erased segment said of others.

    Whoever said it again may have a successor, or be shut out by then: what is not here may come all the same.
    """
    pilar = place.pilar
    one, two, bo = two_erased(place)
    cy = place.region.laptop(pilar, "Cy")
    if meanwhile == "copied":
        assert succeed((copy := cloned(place.region, pilar, 50)).circle)
        copy.share()
    with pilar.circle.group("Members"):
        add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
        add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar)
    monkeypatch.setattr(erasing, "SEGMENT_BYTES", 300)
    erase(pilar.verbs, one)
    place.share(pilar, cy)
    if meanwhile == "shut out":
        rights.revoke(cy.circle, me(pilar))
        place.share(cy)
    with pages_of(1):
        while "Marek" not in "".join(sayings(bo.circle)):
            place.region.lose_answer(2)
            with pytest.raises(CircleError):
                bo.share()
    place.region.spoil = None
    assert "Marek" not in name_set(bo), "only a part has come"
    erase(bo.verbs, two)
    settled(place, bo, cy, *([] if meanwhile == "shut out" else [pilar]))


@pytest.mark.parametrize("gone", ["shut out", "copied"])
def test_who_erases_where_the_rest_of_what_was_said_again_never_comes_keeps_no_words(
    place: Place, monkeypatch: pytest.MonkeyPatch, gone: str
) -> None:
    """Others hold what was erased, since not all has come that is said instead: one of them says it again."""
    pilar = place.pilar
    one, two, bo = two_erased(place)
    cy = place.region.laptop(pilar, "Cy")
    with pilar.circle.group("Members"):
        add_member(pilar, "Marek", notes="Neighbour of First One and Second Two.")
        add_member(pilar, "Ana", notes="Neighbour of First One.")
    place.share(pilar, bo, cy)
    monkeypatch.setattr(erasing, "SEGMENT_BYTES", 300)
    if gone == "copied":
        assert succeed((copy := cloned(place.region, pilar, 50)).circle)
        copy.share()
    erase(pilar.verbs, one)
    Exchange(bo.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    *some, _ = Exchange(pilar.circle).after(Exchange(bo.circle).have(), 10**9)
    Exchange(bo.circle).receive(some)
    place.share(bo, cy)
    assert "Marek" in name_set(bo)
    if gone == "shut out":
        rights.revoke(cy.circle, me(pilar))
        place.share(cy)
    assert not erase(bo.verbs, two).waits, "it says all of it again itself"
    settled(place, bo, cy)


@pytest.mark.parametrize("lowered", [False, True])
def test_what_a_laptop_said_again_that_was_shut_out_meanwhile_keeps_nobody(place: Place, *, lowered: bool) -> None:
    """It lies beyond the end that the list names, and does not count; nobody but an organizer can see whom it names."""
    people, (pilar, bo, cy) = three_met(place)
    erase(pilar.verbs, people["Third Six"])
    place.share(pilar, bo, cy)
    erase(bo.verbs, people["First One"])
    erase(cy.verbs, people["Second Two"])
    place.share(cy)
    if lowered:
        rights.change_right(pilar.circle, me(cy), "recorder")
    else:
        rights.revoke(pilar.circle, me(cy))
    place.share(pilar)
    settled(place, pilar, bo, *([cy] if lowered else []))
    with place.store.snapshot() as connection:
        rows = connection.execute("SELECT header, signature, payload FROM segment").fetchall()
    text = "\n".join(said for row in rows for said in opened(pilar.circle, Segment(*row)))
    assert "Marek" in text and not any(name in text for name in people)


def broken_off(place: Place, monkeypatch: pytest.MonkeyPatch) -> tuple[bytes, Engine, Engine]:
    """Return who is to be erased next, an organizer and a recorder: the founder has given a part alone of what she says
    again for who was erased first, and nobody else ever had what she says again.
    """
    pilar = place.pilar
    one, two, bo = two_erased(place)
    cy = place.region.laptop(pilar, "Cy", "recorder")
    place.share(bo)
    with cy.circle.group("Members"):
        add_member(cy, "Marek", notes="Neighbour of First One and Second Two.")
        add_member(cy, "Ana", notes="Neighbour of First One.")
    carry(cy, pilar, place.folder.path)
    monkeypatch.setattr(erasing, "SEGMENT_BYTES", 300)
    assert not erase(pilar.verbs, one).waits
    Exchange(bo.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    own = [
        each
        for each in Exchange(pilar.circle).after(Exchange(bo.circle).have(), 10**9)
        if Header.parse(each.header).device == me(pilar)
    ]
    Exchange(bo.circle).receive(own[:-1])
    place.share(bo)
    return two, bo, cy


def test_nobody_waits_for_a_laptop_that_broke_off_and_was_shut_out(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    two, bo, _ = broken_off(place, monkeypatch)
    rights.revoke(bo.circle, me(place.pilar))
    place.share(bo)
    assert not erase(bo.verbs, two).waits


def test_who_erases_is_told_of_a_laptop_that_broke_off_and_shares_read_nothing_till_it_is_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the rest that it has yet to give is said instead."""
    pilar = place.pilar
    two, bo, cy = broken_off(place, monkeypatch)
    told = erase(bo.verbs, two)
    assert told.waits == [laptop_name(bo.circle, me(pilar))]
    assert f"only once {told.waits[0]} has shared" in "\n".join(erased_lines(bo.circle, [told]))
    place.share(bo)
    assert mentions(bo.circle.connection)
    read: list[Held] = []

    def noted(circle: Circle) -> Iterator[Held]:
        for held in held_segments(circle):
            read.append(held)
            yield held

    monkeypatch.setattr(erasing, "held_segments", noted)
    place.share(bo)
    assert read == []
    settled(place, pilar, bo, cy)
