"""Copied laptops that keep the list of a circle's laptops: both countersign, and in the end there is one list."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from disks import cloned
from erasing import NAME, PHONE, sayings
from sticks import carry, joined
from sync_region import Region, add_member, hashes, invite_to, me, name_set

from learningcircles.circle.create import open_circle as open_circle_file
from learningcircles.errors import NotAllowed
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.mending import mend_keys
from learningcircles.laptop.succession import succeed
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make
from learningcircles.trust.links import links_of
from learningcircles.trust.placing import countersign
from learningcircles.trust.roster import Roster
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.answering import Answering


@pytest.mark.parametrize("order", range(0, 20, 9))
@pytest.mark.parametrize("seed", [50, 51])
def test_two_copies_of_the_keepers_disk_end_in_one_list(region: Region, tmp_path: Path, order: int, seed: int) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    chidi = joined(region, pilar, "Chidi", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)
    copy = cloned(region, pilar, seed)

    bo = joined(region, pilar, "Bo", tmp_path, "recorder")
    add_member(pilar, "At the first")
    add_member(bo, "Bo's")
    joao = joined(region, copy, "João", tmp_path, "recorder")
    rights.change_right(copy.circle, me(chidi), "reader")
    add_member(copy, "At the copy")
    add_member(joao, "João's")
    for one, other in ((bo, pilar), (joao, copy), (pilar, amina)):
        carry(one, other, tmp_path)
    assert pilar.circle.roster.head != copy.circle.roster.head

    everybody = [pilar, copy, amina, bo, joao]
    turns = list(permutations(range(5), 2))
    turns = turns[order:] + turns[:order]
    for _ in range(3):
        for one, other in turns:
            carry(everybody[one], everybody[other], tmp_path)
    assert len({engine.circle.roster.head for engine in everybody}) == 1
    assert len({engine.circle.roster.sequencer for engine in everybody}) == 1
    keepers = [e for e in (pilar, copy) if e.circle.secrets.device.sign.public == e.circle.roster.sequencer]
    assert len(keepers) == 1, "one of the two goes on keeping the list"
    assert me(pilar) != me(copy)
    for engine in everybody:
        assert {"At the first", "At the copy", "Bo's", "João's"} <= name_set(engine)
        assert engine.circle.roster.devices[me(bo)].index is not None
        assert engine.circle.roster.devices[me(joao)].index is not None
        assert engine.circle.roster.devices[me(chidi)].right == "reader"
        assert not engine.circle.shut_out
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in everybody}) == 1
    late = joined(region, keepers[0], "Late", tmp_path)
    assert late.circle.roster.devices[me(late)].index is not None


def test_two_copies_beside_each_other_end_in_one_list(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    copy = cloned(region, pilar, 60)
    invite_to(pilar)
    add_member(pilar, "At the first")
    rights.change_right(copy.circle, me(amina), "recorder")
    add_member(copy, "At the copy")
    for engine in (pilar, copy, pilar, copy, amina, pilar, copy):
        for other in (pilar, copy, amina):
            if other is not engine:
                circle = other.circle
                again = open_circle_file(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
                region.others["beside"] = Answering(again, lambda: None)
                engine.share_beside("beside")
                again.close()
    everybody = (pilar, copy, amina)
    assert len({engine.circle.roster.head for engine in everybody}) == 1
    for engine in everybody:
        assert {"At the first", "At the copy"} <= name_set(engine)
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in everybody}) == 1


def test_a_copy_that_has_countersigned_too_goes_on_under_an_identity_of_its_own(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    chidi = joined(region, pilar, "Chidi", tmp_path)
    carry(pilar, amina, tmp_path)
    copy = cloned(region, pilar, 70)
    rights.change_right(pilar.circle, me(amina), "recorder")  # nothing is written but the list
    rights.change_right(copy.circle, me(chidi), "recorder")
    everybody = [pilar, copy, amina, chidi]
    for _ in range(3):
        for one, other in permutations(everybody, 2):
            carry(one, other, tmp_path)
    assert len({engine.circle.roster.head for engine in everybody}) == 1
    assert me(pilar) != me(copy), "both go on countersigning with one key"
    for engine in everybody:
        assert not engine.circle.shut_out
        assert {engine.circle.roster.devices[me(each)].right for each in (amina, chidi)} == {"recorder"}
        assert check(engine.circle) == []
    keepers = [each for each in everybody if each.circle.secrets.device.sign.public == each.circle.roster.sequencer]
    assert len(keepers) == 1
    head = pilar.circle.roster.head
    rights.change_right(pilar.circle, me(amina), "reader")
    rights.change_right(copy.circle, me(chidi), "reader")
    assert len({each.circle.roster.head for each in everybody} - {head}) == 1, "one of the two still countersigns"
    for one, other in permutations(everybody, 2):
        carry(one, other, tmp_path)
    strays = len(pilar.circle.roster.strays)
    for one, other in permutations(everybody, 2):
        carry(one, other, tmp_path)
    assert len(pilar.circle.roster.strays) == strays


def test_a_copy_that_goes_on_countersigning_after_the_circle_went_to_a_hub(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    copy = cloned(region, pilar, 80)
    joao = joined(region, copy, "João", tmp_path)
    add_member(joao, "João's")
    carry(joao, copy, tmp_path)
    add_member(copy, "At the copy")
    pilar.admit(region.code)
    add_member(pilar, "At the first")
    pilar.share()
    for one, other in ((pilar, copy), (copy, joao), (pilar, amina)):
        carry(one, other, tmp_path)
    everybody = (pilar, amina, copy, joao)
    for _ in range(4):
        for engine in everybody:
            engine.share()
    for engine in everybody:
        assert engine.circle.roster.sequencer == region.key.public
        assert engine.circle.roster.devices[me(joao)].index is not None
        assert {"At the first", "At the copy", "João's"} <= name_set(engine)
        assert check(engine.circle) == []
    assert len({engine.circle.roster.head for engine in everybody}) == 1
    assert len({hashes(engine)["private"] for engine in everybody}) == 1


def test_a_copy_that_hears_of_the_other_while_it_only_answers_takes_an_identity_of_its_own(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    bo = region.laptop(pilar, "Bo")
    for engine in (bo, amina):
        engine.share()
    copy = cloned(region, amina, 90)
    add_member(amina, "At the first")
    amina.share()
    bo.share()
    add_member(copy, "At the copy")
    circle = copy.circle
    again = open_circle_file(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    region.others["beside"] = Answering(again, lambda: None)
    bo.share_beside("beside")
    again.close()
    said = copy.share().sentences
    assert me(copy) != me(amina)
    assert any("new identity" in sentence for sentence in said)
    everybody = (pilar, amina, bo, copy)
    for _ in range(5):
        for engine in everybody:
            engine.share()
    for engine in everybody:
        assert {"At the first", "At the copy"} <= name_set(engine)
        assert check(engine.circle) == []
    assert len({hashes(engine)["private"] for engine in everybody}) == 1


def test_a_former_keeper_who_was_shut_out_brings_no_laptop_and_no_hub_onto_its_list(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    bo = joined(region, pilar, "Bo", tmp_path)
    former = cloned(region, pilar, 95)
    pilar.admit(region.code)
    pilar.share()
    for engine in (amina, bo):
        engine.read_bundle(write(pilar, tmp_path / "stick"))
    rights.revoke(amina.circle, me(pilar))
    for engine in (amina, bo, amina):
        engine.share()
    true = amina.circle.roster

    circle, keys = former.circle, former.circle.secrets.device
    start = circle.roster
    named = true.placed[len(start.placed)].entry
    assert named.read().kind == "sequencer"
    forged = start
    while forged is start or forged.placed[len(start.placed)].entry.hash > named.hash:
        entry, _ = make.invite(start, keys, circle.journal.epochs, circle.surroundings, right="organizer")
        placed = countersign(start, entry, keys.sign, circle.surroundings.now_ms())
        forged = Roster.replay([*start.placed, placed])
    Exchange(circle).receive_roster(forged.placed, [])
    assert circle.roster.head == forged.head
    former.write_bundle(tmp_path / "forged")
    bo.read_bundle(tmp_path / "forged")
    for engine in (bo, amina):
        engine.share()
        assert engine.circle.roster.sequencer == region.key.public
        assert engine.circle.roster.devices[me(pilar)].revoked
        assert engine.circle.roster.position_of(true.head) is not None
    former.read_bundle(write(amina, tmp_path / "true"))
    assert former.circle.shut_out


def write(engine: Engine, path: Path) -> Path:
    engine.write_bundle(path)
    return path


def test_who_was_shut_out_on_a_list_that_lost_gets_no_key_that_was_made_against_it(tmp_path: Path) -> None:
    for seed in range(54, 74):  # which list counts is a matter of hashes
        folder = tmp_path / str(seed)
        folder.mkdir()
        region = Region(folder)
        pilar = region.found(admitted=False)
        amina, xavier = joined(region, pilar, "Amina", folder), joined(region, pilar, "Xavier", folder)
        carry(pilar, amina, folder)
        copy = cloned(region, pilar, seed)
        region.clock.ms += seed
        lena = joined(region, copy, "Lena", folder, "recorder")
        rights.revoke(pilar.circle, me(xavier))
        add_member(pilar, "Written after Xavier was shut out")
        carry(copy, amina, folder)
        head = amina.circle.roster.head
        carry(pilar, amina, folder)
        if amina.circle.roster.head == head:
            break
    assert amina.circle.roster.head == head, "the list that shuts Xavier out always counts"
    theirs = dict(xavier.circle.journal.epochs)
    assert theirs.keys() >= {(space, chain[-1].name) for space, chain in amina.circle.roster.state.epochs.items()}
    mend_keys(amina.circle)
    told = [link for entry in amina.circle.roster.proposals for link in links_of(entry.read())]
    for one, other in ((amina, copy), (copy, amina), (amina, copy), (copy, lena)):
        carry(one, other, folder)
        told += other.circle.roster.state.links
    assert told, "once the key is changed everybody else gets them"
    assert not any((link.space, link.by) in theirs for link in told)
    assert lena.circle.roster.devices[me(xavier)].revoked and "Written after Xavier was shut out" in name_set(lena)


def met_with_its_copy(region: Region, folder: Path, asks: Callable[[Engine, Engine], object]) -> tuple[Engine, Engine]:
    """Return who keeps the list and an organizer, whose stick brings a copy's list and what it `asks` of the keeper."""
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", folder)
    add_member(pilar, NAME, phone=PHONE)
    add_member(pilar, "Marek", notes=f"Neighbour of {NAME}")
    carry(pilar, bo, folder)
    copy = cloned(region, pilar, 50)
    for engine in (pilar, copy):
        invite_to(engine)
    carry(copy, bo, folder)
    asks(bo, pilar)
    former = me(pilar)
    carry(bo, pilar, folder)
    assert me(pilar) != former
    return pilar, bo


def test_an_erasure_that_a_keeper_places_as_it_goes_on_under_another_name_is_obeyed(
    region: Region, tmp_path: Path
) -> None:
    pilar, bo = met_with_its_copy(
        region, tmp_path, lambda bo, _: erase(bo.verbs, bo.circle.reader.list("member", where={"name": NAME})[0].id)
    )
    assert check(pilar.circle) == [] and not [text for text in sayings(pilar.circle) if NAME in text]
    carry(pilar, bo, tmp_path)
    assert hashes(pilar)["private"] == hashes(bo)["private"] and name_set(bo) >= {"Marek"}


def test_a_keeper_that_is_lowered_as_it_goes_on_under_another_name_keeps_the_list(
    region: Region, tmp_path: Path
) -> None:
    pilar, bo = met_with_its_copy(
        region, tmp_path, lambda bo, pilar: rights.change_right(bo.circle, me(pilar), "recorder")
    )
    roster = pilar.circle.roster
    assert pilar.circle.right == "recorder" and roster.sequencer == pilar.circle.secrets.device.sign.public
    carry(pilar, bo, tmp_path)
    invited = invite_to(bo)
    for giver, taker in ((bo, pilar), (pilar, bo)):
        carry(giver, taker, tmp_path)
    assert invited.id in bo.circle.roster.invites and bo.circle.roster.placed[-1].entry.read().kind == "invite"


@pytest.mark.parametrize("raised", [False, True])
def test_a_keeper_that_was_lowered_gives_the_list_to_its_own_next_name_alone(
    region: Region, tmp_path: Path, raised: bool
) -> None:
    """`raised`: that its former name may run the circle again waits to be placed."""
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    rights.change_right(bo.circle, me(pilar), "recorder")
    carry(bo, pilar, tmp_path)
    roster, keys, world = pilar.circle.roster, pilar.circle.secrets.device, pilar.circle.surroundings
    assert pilar.circle.right == "recorder" and roster.sequencer == keys.sign.public
    hand = make.hand_sequencer(roster, keys, bo.circle.secrets.device.sign.public, "", world)
    with pytest.raises(NotAllowed):
        countersign(roster, hand, keys.sign, world.now_ms())
    if raised:
        carry(pilar, bo, tmp_path)
        rights.change_right(bo.circle, me(pilar), "organizer")
        Exchange(pilar.circle).receive_roster(roster.placed, bo.circle.roster.proposals)
    assert succeed(pilar.circle)
    assert pilar.circle.right == ("organizer" if raised else "recorder")
    assert pilar.circle.roster.sequencer == pilar.circle.secrets.device.sign.public != keys.sign.public
    invited = invite_to(bo)
    for giver, taker in ((bo, pilar), (pilar, bo)):
        carry(giver, taker, tmp_path)
    assert invited.id in bo.circle.roster.invites
    if raised:
        carry(bo, pilar, tmp_path)
        assert hashes(pilar)["organizers"] == hashes(bo)["organizers"] is not None
