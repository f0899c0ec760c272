"""Somebody else is erased after somebody was: what had been said again of others stays, whatever waits or is parted."""

from __future__ import annotations

import pytest
from catalogue_place import Place
from erasing import sayings
from sync_region import add_member, hashes
from test_two_keepers import me

from learningcircles.laptop import erasing
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust.make import propose
from learningcircles_sync.engine import Engine


def settled(place: Place, *engines: Engine) -> None:
    """Share around; nobody holds a word of who was erased, nobody else is gone, and all agree."""
    for _ in range(3):
        place.share(*engines)
    for engine in engines:
        text = "\n".join(sayings(engine.circle))
        assert "First One" not in text and "Second Two" not in text
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
