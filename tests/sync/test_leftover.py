"""What is left of branches that lost where somebody was erased: its maker gets it back, without the words of theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from catalogue_place import Place
from disks import rivals
from forks import clones_of_one_shut_out, holds, winner
from sticks import ask_beside, carry
from sync_region import add_member, hashes, name_set

from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.journal import Journal
from learningcircles.storage.leftover import MOST_ALIKE, left_aside
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine


def test_what_a_branch_that_lost_said_again_loses_the_words_of_who_is_erased_later(place: Place) -> None:
    """And goes on standing for what it was said again of, on every laptop, before that is said once more and after."""
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo", "recorder")
    one, two = add_member(pilar, "First One"), add_member(pilar, "Gone Away", phone="+33 699 123 456")
    marek = add_member(pilar, "Marek")
    place.share(pilar, amina, bo)
    with pilar.circle.group("Notes"):
        pilar.verbs.records.edit("member", marek, {"notes": "Neighbour of First One. Likes chess."})
        pilar.verbs.records.edit("member", two, {"notes": "Gone Away, 699 123 456, plays chess"})
    place.share(pilar, amina, bo)
    clones = rivals(region, pilar)
    erase(pilar.verbs, one)
    add_member(pilar, "Ana")
    place.share(pilar, amina, bo)
    restored = winner(clones, amina, folder)
    carry(amina, bo, folder)
    erase(amina.verbs, two)
    place.share(amina, bo)  # the hub keeps the list
    assert holds(amina) == holds(bo) == []
    for engine in (amina, bo):
        assert engine.verbs.reader.get("member", marek)["notes"] == "Neighbour of …. Likes chess."
        assert check(engine.circle) == []
    for _ in range(3):
        place.share(amina, restored, bo)
    for engine in (amina, restored, bo):
        assert holds(engine) == [] and check(engine.circle) == []
        assert engine.verbs.reader.get("member", marek)["notes"] == "Neighbour of …. Likes chess."
        assert {"Ana", "Zoe"} <= name_set(engine)
    late = region.laptop(amina, "Late")
    assert late.verbs.reader.get("member", marek)["notes"] == "Neighbour of …. Likes chess."
    place.share(amina, restored, bo)
    assert len({hashes(engine)["private"] for engine in (amina, restored, bo, late)}) == 1


def emptied(place: Place, *then: str) -> tuple[Engine, Engine]:
    """Return an organizer who holds a branch that lost, which begins with what speaks of who was erased alone, and its
    maker. `then`: the members that were added on it after that.
    """
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    gone = add_member(pilar, "Gone Away", phone="+33 699 123 456")
    place.share(pilar, amina)
    restored = rivals(region, pilar)
    pilar.verbs.records.edit("member", gone, {"place": "Hill"})
    carry(pilar, amina, folder)
    for name in ("Ana", *then):
        add_member(pilar, name, notes="Neighbour of Gone Away" if then else "")
        carry(pilar, amina, folder)
    engine = winner(restored, amina, folder)
    erase(amina.verbs, gone)
    place.share(amina)
    return amina, engine


@pytest.mark.parametrize("way", ["hub", "beside"])
def test_what_goes_on_from_nothing_that_is_left_comes_to_its_maker(place: Place, way: str) -> None:
    amina, restored = emptied(place)
    for _ in range(2):
        amina.share()
        if way == "hub":
            restored.share()
        else:
            ask_beside(place.region, restored, amina)
    assert {"Ana", "Zoe"} <= name_set(restored) and check(restored.circle) == []
    for _ in range(2):
        place.share(restored, amina)
    assert "Ana" in name_set(amina) and amina.verbs.rescue.bundles() == []
    assert restored.share().requests == amina.share().requests == 1
    assert holds(amina) == holds(restored) == []
    assert hashes(amina)["private"] == hashes(restored)["private"]


def test_a_share_with_nothing_new_reads_nothing_of_what_lost(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither of what has lost, nor of what is said in its place: there may be a season of it."""
    amina, restored = emptied(place, "Ben", "Cleo")
    for _ in range(3):
        place.share(amina, restored)
    aside = [whole for _, _, whole in Logs(amina.circle.connection, amina.circle.journal.numbers).headers_aside()]
    assert len(aside) > 3 and not all(aside)
    read: list[str] = []
    for kind, name in ((Journal, "segment"), (Logs, "aside")):
        real: Callable[..., object] = getattr(kind, name)

        def counted(*args: object, real: Callable[..., object] = real, name: str = name) -> object:
            read.append(name)
            return real(*args)

        monkeypatch.setattr(kind, name, counted)
    assert amina.share().requests == 1
    assert read == []


def test_a_key_that_comes_late_opens_what_was_looked_at_without_it(place: Place) -> None:
    pilar, amina = place.pilar, place.region.laptop(place.pilar, "Amina")
    restored = rivals(place.region, pilar)
    add_member(pilar, "Ana")
    carry(pilar, amina, place.folder.path)
    winner(restored, amina, place.folder.path)
    journal, keys = amina.circle.journal, amina.circle.journal.epochs
    journal.epochs = {}
    assert left_aside(amina.circle) == []
    journal.epochs = keys
    assert [changeset.ops for held in left_aside(amina.circle) for changeset in held.changesets]


def test_of_copies_of_who_was_shut_out_few_are_said_again_and_none_without_what_it_goes_on_from(place: Place) -> None:
    region, pilar = place.region, place.pilar
    _, copies = clones_of_one_shut_out(region, place.folder.path, pilar, 7)
    for number, copy in enumerate(copies):
        add_member(copy, f"More {number}")
        Exchange(copy.circle).close_tail()
        carry(copy, pilar, place.folder.path)
    logs = Logs(pilar.circle.connection, pilar.circle.journal.numbers)
    before = {hash_: header.prev_hash for hash_, header, _ in logs.headers_aside()}
    held = left_aside(pilar.circle)
    said = {each.hash for each in held}
    assert len(before) == 14 and [*Counter(each.name[2] for each in held).values()] == [MOST_ALIKE] * 2
    assert all(before[hash_] in said for hash_ in said if before[hash_] in before)
