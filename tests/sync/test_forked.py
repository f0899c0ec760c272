"""A disk that is restored and writes on, without a hub: what others had from it before is not lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogue_place import Place
from disks import cloned, opened, rivals
from erasing import sayings
from forks import brought_up, holds, only_small_pages, winner
from sticks import ask_beside, carry, joined
from sync_region import Region, add_member, hashes, me, name_set

from learningcircles.errors import NotFound
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.succession import mend
from learningcircles.storage.check import check
from learningcircles_sync import stick
from learningcircles_sync.engine import Engine
from learningcircles_sync.outcome import phrases
from learningcircles_sync.session import Obstacle, named


@pytest.mark.parametrize("seed", range(50, 56))
def test_what_a_restored_disk_had_shared_by_stick_comes_back_to_it(region: Region, tmp_path: Path, seed: int) -> None:
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)
    restored = cloned(region, pilar, seed)
    add_member(pilar, "Ana")
    carry(pilar, amina, tmp_path)
    carry(amina, bo, tmp_path)
    add_member(restored, "Zoe")
    for _ in range(3):
        for one, other in ((restored, amina), (amina, bo), (bo, amina), (amina, restored), (bo, restored)):
            carry(one, other, tmp_path)
    assert me(restored) != me(pilar), "it goes on under a new identity"
    for engine in (amina, bo, restored):
        assert {"Ana", "Zoe"} <= name_set(engine)
        left = [line.title for each in engine.verbs.rescue.bundles() for line in engine.verbs.rescue.look(each.device)]
        assert set(left) <= {"Zoe"}, "what the clones wrote whose branches lost as well"
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in (amina, bo, restored)}) == 1


def lost_at(region: Region, folder: Path) -> tuple[bytes, Engine, Engine, Engine]:
    """Return whose disk is restored, the restored laptop, one where its branch has won, and one that knows nothing."""
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", folder), joined(region, pilar, "Bo", folder)
    carry(pilar, amina, folder)
    restored = rivals(region, pilar)
    for name in ("Ana", "Ana's sister"):
        add_member(pilar, name)
        carry(pilar, amina, folder)
    return me(pilar), winner(restored, amina, folder), amina, bo


def test_a_laptop_beside_tells_its_maker_what_lost(region: Region, tmp_path: Path) -> None:
    """Also where its branch had won by stick, before it met anybody who holds the other one."""
    _, restored, amina, _ = lost_at(region, tmp_path)
    ask_beside(region, restored, amina)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(restored)
    ask_beside(region, restored, amina)
    ask_beside(region, amina, restored)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(amina) and amina.verbs.rescue.bundles() == []
    assert hashes(amina)["private"] == hashes(restored)["private"]
    for engine in (amina, restored):
        assert check(engine.circle) == []


def test_an_organizer_takes_in_what_a_restored_disk_does_not_know_of(region: Region, tmp_path: Path) -> None:
    old, _, amina, _ = lost_at(region, tmp_path)
    assert {"Ana", "Ana's sister"}.isdisjoint(name_set(amina))
    (bundle,) = amina.verbs.rescue.bundles()
    assert bundle.device == old
    assert {line.title for line in amina.verbs.rescue.look(old)} >= {"Ana", "Ana's sister"}
    amina.verbs.rescue.take_in(old)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(amina)
    assert amina.verbs.rescue.bundles() == []
    with pytest.raises(NotFound):
        amina.verbs.rescue.take_in(old)
    assert check(amina.circle) == []


def test_all_of_a_branch_that_lost_is_kept_and_people_are_told_once(region: Region, tmp_path: Path) -> None:
    old, restored, amina, bo = lost_at(region, tmp_path)
    carry(amina, bo, tmp_path)
    titles = {line.title for line in bo.verbs.rescue.look(old)}
    assert titles >= {"Ana", "Ana's sister"}, "the stick held both segments"
    assert not bo.read_bundle(tmp_path / "stick").obstacles
    carry(bo, restored, tmp_path)
    carry(bo, restored, tmp_path)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(restored)


def test_a_stick_takes_as_many_pages_as_what_lost_needs(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, restored, amina, _ = lost_at(region, tmp_path)
    monkeypatch.setattr(stick, "PAGE_BYTES", 1)  # each segment fills a page of its own
    carry(amina, restored, tmp_path)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(restored) and check(restored.circle) == []


def test_a_share_that_brings_news_tells_of_two_branches_as_well(region: Region, tmp_path: Path) -> None:
    """Where somebody always has news, no share is ever without any."""
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    clones = rivals(region, pilar)
    add_member(pilar, "Ana")
    for engine in (pilar, bo, amina):
        engine.share()
    winner(clones, amina, tmp_path)
    amina.share()
    assert "Ana" not in name_set(amina)
    add_member(amina, "News")
    amina.share()
    outcome = bo.share()
    assert {"News", "Zoe"} <= name_set(bo) and "Ana" not in name_set(bo)
    assert [each.code for each in outcome.obstacles] == ["fork"]


def test_a_laptop_that_was_shut_out_is_not_said_to_enter_what_lost_again(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    device = amina.circle.secrets.device.id
    fork = Obstacle("fork", (1, device))
    (told,) = phrases(named(pilar.circle, [fork]))
    assert "enters it again" in str(told)
    rights.revoke(pilar.circle, device)
    (told,) = phrases(named(pilar.circle, [fork]))
    assert str(told).startswith("Amina's laptop, which was shut out,") and "enters it again" not in str(told)


def test_the_hub_tells_its_maker_what_lost(place: Place) -> None:
    """The hub had it once; then a laptop brought the branch that wins, which it had by stick from the restored disk."""
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    restored = rivals(region, pilar)
    add_member(pilar, "Ana")
    place.share(pilar, amina)
    engine = winner(restored, amina, folder)
    place.share(amina)
    late = region.laptop(amina, "Late")
    assert "Ana" not in name_set(late), "the hub holds the other branch"
    engine.share()
    assert {"Ana", "Zoe"} <= name_set(engine) and me(engine) != me(pilar)
    place.share(engine, amina, late, engine)
    assert engine.share().received == 0, "it is told once"
    assert engine.verbs.rescue.bundles() == late.verbs.rescue.bundles() == []
    for each in (engine, amina, late):
        assert {"Ana", "Zoe"} <= name_set(each)
        assert check(each.circle) == []
    assert len({hashes(each)["private"] for each in (engine, amina, late)}) == 1


def test_the_hub_tells_its_maker_all_that_lost_page_by_page(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    names_lost = {"Ana", "Ben", "Cleo", "Dee"}
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    restored = rivals(region, pilar)
    for name in sorted(names_lost):
        add_member(pilar, name)
        place.share(pilar, amina)
    engine = winner(restored, amina, folder)
    place.share(amina)
    only_small_pages(monkeypatch)
    engine.share()
    assert {*names_lost, "Zoe"} <= name_set(engine) and me(engine) != me(pilar)
    assert engine.share().received == 0, "it is told once"
    place.share(amina, engine)
    assert {*names_lost, "Zoe"} <= name_set(amina) and amina.verbs.rescue.bundles() == []
    assert hashes(amina)["private"] == hashes(engine)["private"]
    assert check(amina.circle) == check(engine.circle) == []


def test_two_branches_of_a_log_that_is_longer_than_a_page_become_one(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    region, pilar, folder = place.region, place.pilar, place.folder.path
    for name in ("One", "Two"):
        add_member(pilar, name)
        place.share(pilar)
    amina = region.laptop(pilar, "Amina")
    restored = cloned(region, pilar, 50)
    add_member(pilar, "Ana")
    pilar.share()
    add_member(restored, "Zoe")
    carry(restored, amina, folder)
    assert "Zoe" in name_set(amina) and "Ana" not in name_set(amina)
    only_small_pages(monkeypatch)
    amina.share()
    monkeypatch.undo()
    late = region.laptop(pilar, "Late")
    assert amina.share().received > 0, "the one who is new has come"
    assert {"Ana", "Zoe"} <= name_set(late) and name_set(late) - {"Late"} == name_set(amina) - {"Late"}


@pytest.mark.parametrize("by_stick", [True, False])
@pytest.mark.parametrize("seed", range(50, 53))
def test_the_hub_is_brought_what_lost_that_it_never_had(place: Place, seed: int, by_stick: bool) -> None:
    """Whoever had it by stick brings it: in the very share that tells it of the other branch, or in the next one."""
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    restored = cloned(region, pilar, seed)
    add_member(pilar, "Ana")
    carry(pilar, amina, folder)
    add_member(restored, "Zoe")
    if by_stick:
        carry(restored, amina, folder)
    for _ in range(3):
        place.share(restored, amina)
    for engine in (restored, amina):
        assert {"Ana", "Zoe"} <= name_set(engine) and check(engine.circle) == []
        outcome = engine.share()
        assert (outcome.requests, outcome.received, outcome.obstacles) == (1, 0, ())
    assert hashes(amina)["private"] == hashes(restored)["private"]


def test_a_new_identity_is_told_what_lost_of_the_one_before_that_it_never_knew(place: Place) -> None:
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    again, older = cloned(region, pilar, 50), cloned(region, pilar, 51)
    older.circle.close()
    add_member(pilar, "Ana")
    carry(pilar, amina, folder)
    add_member(again, "Zoe")
    carry(again, bo, folder)
    again.circle.close()
    shutil.copy(older.circle.path, again.circle.path)
    restored = opened(region, again.home.folder)
    assert "new identity" in mend(restored.circle)
    for _ in range(3):
        place.share(amina, bo, restored)
    for engine in (amina, bo, restored):
        assert {"Ana", "Zoe"} <= name_set(engine) and check(engine.circle) == []
        assert engine.share().requests == 1


@pytest.mark.parametrize("closed", [True, False])
@pytest.mark.parametrize("knew", [True, False])
def test_of_what_lost_nothing_is_written_a_second_time(
    region: Region, tmp_path: Path, *, closed: bool, knew: bool
) -> None:
    """A restored disk held a part of the branch as open; `closed`: and has handed that on under its new name already.

    `knew`: the branch had counted there before it lost.
    """
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path)
    carry(pilar, amina, tmp_path)
    others = rivals(region, pilar)
    add_member(pilar, "Bia")
    older = cloned(region, pilar, 60)
    older.circle.close()
    add_member(pilar, "Ana")
    for other in (amina, bo):
        carry(pilar, other, tmp_path)
    winner(others, amina, tmp_path)
    pilar.circle.close()
    shutil.copy(older.circle.path, pilar.circle.path)
    restored = opened(region, pilar.home.folder)
    assert "new identity" in mend(restored.circle)
    if closed:
        restored.write_bundle(tmp_path / "handed on")
    if knew:
        carry(bo, restored, tmp_path)
        assert {"Ana", "Bia"} <= name_set(restored)
    carry(amina, restored, tmp_path)
    assert {"Ana", "Bia", "Zoe"} <= name_set(restored)
    rows = restored.circle.connection.execute("SELECT device, space, action, tick FROM changeset").fetchall()
    assert len(rows) == len(set(rows))
    assert check(restored.circle) == []


def test_the_hub_keeps_nothing_aside_of_a_circle_that_has_erased_somebody(place: Place) -> None:
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    gone = add_member(pilar, "Gone")
    place.share(pilar, amina)
    erase(amina.verbs, gone)
    place.share(amina, pilar)
    restored = rivals(region, pilar)
    add_member(pilar, "Ana")
    place.share(pilar, amina)
    winner(restored, amina, folder)
    place.share(amina)
    with place.store.snapshot() as connection:
        assert connection.execute("SELECT count(*) FROM aside").fetchone() == (0,)


@pytest.mark.parametrize("way", ["hub", "stick", "beside"])
def test_of_what_lost_an_erasure_takes_no_more_than_the_words_of_who_is_erased(place: Place, way: str) -> None:
    """Its maker does not know of the branch, and writes again what it said of everybody else."""
    amina, restored = brought_up(place)
    assert "Ana" not in name_set(amina)
    assert holds(amina) == []
    assert [line.value for line in amina.verbs.rescue.look(me(place.pilar)) if line.title == "Ana"]
    for _ in range(3):
        if way == "hub":
            place.share(amina, restored)
        elif way == "stick":
            amina.share()
            carry(amina, restored, place.folder.path)
            carry(restored, amina, place.folder.path)
        else:
            amina.share()
            ask_beside(place.region, restored, amina)
    place.share(restored, amina, restored, amina)
    for engine in (amina, restored):
        assert {"Ana", "Ben", "Zoe"} <= name_set(engine)
        assert check(engine.circle) == [] and holds(engine) == []
        left = [line.title for each in engine.verbs.rescue.bundles() for line in engine.verbs.rescue.look(each.device)]
        assert set(left) <= {"Zoe"}, "what the clones wrote whose branches lost as well"
        (ana,) = engine.verbs.reader.list("member", where={"name": "Ana"})
        assert ana["notes"] == "Neighbour of …. Likes chess."
        assert engine.verbs.reader.balance(ana.id) == 45
        (swap,) = engine.verbs.reader.list("swap")
        assert swap["topic"] == "Chess" and swap["notes"] == "… knows"
        outcome = engine.share()
        assert (outcome.received, outcome.obstacles) == (0, ())
    assert hashes(amina)["private"] == hashes(restored)["private"]
    late = place.region.laptop(amina, "Late")
    assert {"Ana", "Ben", "Zoe"} <= name_set(late) and check(late.circle) == []
    with place.store.snapshot() as connection:
        assert connection.execute("SELECT count(*) FROM aside WHERE payload IS NOT NULL").fetchone() == (0,)


def test_what_is_left_of_what_lost_comes_to_its_maker_with_what_it_went_on_from(place: Place) -> None:
    """The hub keeps no payload of a circle that has erased somebody: that is said again, too, and nothing for ever."""
    amina, restored = brought_up(place, before="Ina")
    for _ in range(3):
        place.share(amina, restored)
    for engine in (amina, restored):
        assert {"Ina", "Ana", "Ben", "Zoe"} <= name_set(engine) and check(engine.circle) == []
        outcome = engine.share()
        assert (outcome.requests, outcome.sent, outcome.received, outcome.obstacles) == (1, 0, 0, ())
    assert amina.verbs.rescue.bundles() == []


def test_what_is_left_of_what_lost_is_taken_in_where_its_maker_is_gone(place: Place) -> None:
    amina, _ = brought_up(place)
    amina.verbs.rescue.take_in(me(place.pilar))
    assert {"Ana", "Ben", "Zoe"} <= name_set(amina)
    assert amina.verbs.rescue.bundles() == [] and holds(amina) == []
    place.share(amina)
    late = place.region.laptop(amina, "Late")
    assert {"Ana", "Ben", "Zoe"} <= name_set(late) and holds(late) == []


def test_of_what_is_left_of_what_lost_the_next_who_is_erased_goes_too(place: Place) -> None:
    amina, restored = brought_up(place)
    place.share(amina)
    (zoe,) = amina.verbs.reader.list("member", where={"name": "Zoe"})
    erase(amina.verbs, zoe.id)
    for _ in range(3):
        place.share(amina, restored)
    amina.share()
    assert {"Ana", "Ben"} <= name_set(restored)
    assert zoe.id not in {row.id for row in restored.verbs.reader.list("member")}, "others of that name, by clones, are"
    assert {"Ana", "Ben"} <= name_set(amina) and check(amina.circle) == check(restored.circle) == []


def test_who_was_erased_is_looked_for_on_the_branch_that_wins_later(place: Place) -> None:
    """Who erased had looked through the other branch, as far as this one goes."""
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    gone, marek = add_member(pilar, "Gone Away"), add_member(pilar, "Marek")
    place.share(pilar, amina)
    clones = rivals(region, pilar)
    add_member(pilar, "Ana", phone="1")  # as drawn here, its hash is not so low that no clone wins
    carry(pilar, amina, folder)
    erase(amina.verbs, gone)
    amina.share()
    notes = {"notes": "Neighbour of Gone Away"}
    engine = winner(clones, amina, folder, lambda each: each.verbs.records.edit("member", marek, notes))
    assert "Ana" not in name_set(amina)
    for _ in range(3):
        place.share(amina, engine)
    for each in (amina, engine, region.laptop(amina, "Late")):
        assert not [text for text in sayings(each.circle) if "Gone Away" in text]


def test_a_stick_brings_its_maker_what_went_on_from_a_segment_that_was_erased(place: Place) -> None:
    region, pilar, folder = place.region, place.pilar, place.folder.path
    amina = region.laptop(pilar, "Amina")
    gone = add_member(pilar, "Gone Away")
    place.share(pilar, amina)
    restored = rivals(region, pilar)
    pilar.verbs.records.edit("member", gone, {"notes": "Speaks of her alone"})
    carry(pilar, amina, folder)
    add_member(pilar, "Ana")
    carry(pilar, amina, folder)
    engine = winner(restored, amina, folder)
    erase(amina.verbs, gone)
    place.share(amina)
    for _ in range(2):
        amina.share()
        carry(amina, engine, folder)
        carry(engine, amina, folder)
    assert "Ana" in name_set(engine) and check(engine.circle) == []
