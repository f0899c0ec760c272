"""Two lists of one circle's laptops: laptops and hubs agree on one of them, and nothing that was written is lost."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from pathlib import Path

import pytest
from memory_store import MemoryStore
from sticks import carry, joined
from sync_region import CODE, URL, Region, add_member, hashes, invite_to, me, names

from learningcircles.circle.create import open_circle
from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import NotAllowed
from learningcircles.laptop import inviting, rights, sheets, taking_over
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.rescue import kept_segments
from learningcircles.trust import make
from learningcircles.trust.entry import place_entry
from learningcircles.trust.invitation import HubCode
from learningcircles.trust.roster import Roster
from learningcircles.trust.strays import stray
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.answering import Answering
from learningcircles_sync.line import Line
from learningcircles_sync.protocol import SYNC_PATH, Page, Sync
from learningcircles_sync.serve import Identity, Receiver


def test_the_old_keeper_and_the_one_who_took_over_meet_again(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    chidi = joined(region, pilar, "Chidi", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)

    taking_over.take_over(amina.circle)
    rights.revoke(amina.circle, me(chidi))
    add_member(amina, "Written where Amina keeps the list")
    joao = joined(region, pilar, "João", tmp_path, "recorder")
    add_member(joao, "Written where Pilar keeps it")
    carry(joao, pilar, tmp_path)
    assert pilar.circle.roster.head != amina.circle.roster.head

    for _ in range(2):
        for giver, taker in ((pilar, amina), (amina, pilar), (amina, joao), (joao, amina)):
            carry(giver, taker, tmp_path)
    for engine in (pilar, amina, joao):
        assert engine.circle.roster.sequencer == amina.circle.secrets.device.sign.public
        assert engine.circle.roster.head == amina.circle.roster.head
        assert engine.circle.roster.devices[me(chidi)].revoked
        assert engine.circle.roster.devices[me(joao)].index is not None
        assert "Written where Pilar keeps it" in names(engine)
        assert "Written where Amina keeps the list" in names(engine)
        assert check(engine.circle) == []
    assert hashes(pilar) == hashes(amina)
    add_member(joao, "Afterwards")
    carry(joao, pilar, tmp_path)
    assert "Afterwards" in names(pilar)


def test_who_came_in_on_the_list_that_counts_reads_what_was_written_under_a_key_of_the_other(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    chidi = joined(region, pilar, "Chidi", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)
    rights.revoke(pilar.circle, me(chidi))
    add_member(pilar, "Under the new key")
    taking_over.take_over(amina.circle)
    joao = joined(region, amina, "João", tmp_path)
    for _ in range(2):
        for giver, taker in ((pilar, amina), (amina, joao), (joao, amina), (amina, pilar)):
            carry(giver, taker, tmp_path)
    late = joined(region, amina, "Late", tmp_path, "recorder")
    for engine in (pilar, amina, joao, late):
        assert engine.circle.roster.sequencer == amina.circle.secrets.device.sign.public
        assert engine.circle.roster.devices[me(chidi)].revoked
        assert "Under the new key" in names(engine)
        assert check(engine.circle) == []
    entries = len(amina.circle.roster.placed)
    carry(pilar, amina, tmp_path)
    assert len(amina.circle.roster.placed) == entries, "one link is enough"


def test_who_followed_another_list_for_a_time_loses_nothing_that_was_written_meanwhile(
    region: Region, tmp_path: Path
) -> None:
    """Going back to older heads within a log does not count: who comes back from a list that loses writes it again."""
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    bo = joined(region, pilar, "Bo", tmp_path, "recorder")
    carry(pilar, amina, tmp_path)
    invite_to(pilar)
    carry(pilar, bo, tmp_path)
    add_member(bo, "On the first list")
    carry(bo, pilar, tmp_path)
    taking_over.take_over(amina.circle)
    carry(amina, bo, tmp_path)
    assert bo.circle.roster.sequencer == amina.circle.secrets.device.sign.public
    add_member(bo, "On the second list")
    one, other = add_member(bo, "One"), add_member(bo, "Other")
    bo.verbs.swaps.record(one, other, 60, "kiln", "2026-11-20")
    carry(bo, amina, tmp_path)
    pilar.admit(region.code)
    carry(amina, pilar, tmp_path)
    assert "On the second list" not in names(pilar) and list(kept_segments(pilar.circle.journal)), "kept for a rescue"
    carry(pilar, bo, tmp_path)
    assert bo.circle.roster.sequencer == region.key.public
    assert "On the second list" in names(bo)
    add_member(bo, "On the first list again")
    carry(pilar, amina, tmp_path)
    for _ in range(3):
        for engine in (bo, pilar, amina):
            engine.share()
    for engine in (pilar, amina, bo):
        assert {"On the first list", "On the second list", "On the first list again"} <= set(names(engine))
        assert engine.circle.reader.balance(one) == 60
        assert check(engine.circle) == []
    assert len({str(hashes(engine)["private"]) for engine in (pilar, amina, bo)}) == 1
    assert bo.share().sent == 0
    assert [kept for engine in (pilar, amina, bo) for kept in kept_segments(engine.circle.journal)] == []


def test_whom_the_keeper_has_shut_out_takes_nothing_over(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    bo = joined(region, pilar, "Bo", tmp_path)
    carry(pilar, amina, tmp_path)
    taking_over.take_over(amina.circle)
    rights.revoke(amina.circle, me(bo))
    rights.revoke(pilar.circle, me(amina))
    carry(amina, pilar, tmp_path)
    carry(amina, bo, tmp_path)
    carry(pilar, bo, tmp_path)
    carry(pilar, amina, tmp_path)
    for engine in (pilar, bo, amina):
        assert engine.circle.roster.sequencer == pilar.circle.secrets.device.sign.public
        assert engine.circle.roster.devices[me(amina)].revoked


@pytest.mark.parametrize("first_back", [0, 1, 2])
def test_a_hub_that_was_rolled_back_and_went_on_agrees_with_the_laptops_again(region: Region, first_back: int) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    old = MemoryStore(dict(region.store.codes), dict(region.store.rooms))
    first = invite_to(pilar, "recorder")
    pilar.share()
    chidi = region.join(first, "Chidi")
    add_member(chidi, "After the backup")
    chidi.share()

    region.receiver = Receiver(old, Identity(region.key, "Hub", URL), region.clock)
    inviting.invite(amina.circle)
    amina.share()
    for _ in range(3):
        for engine in (pilar, chidi, amina)[first_back:] + (pilar, chidi, amina)[:first_back]:
            engine.share()
    assert len({engine.circle.roster.head for engine in (pilar, amina, chidi)}) == 1
    for engine in (pilar, amina, chidi):
        assert "After the backup" in names(engine)
        assert engine.circle.roster.devices[me(chidi)].index is not None
        assert check(engine.circle) == []
    assert hashes(pilar) == hashes(amina)


def test_a_lost_hub_is_replaced_by_the_recovery_sheet(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    sheet = sheets.new_sheet(pilar.circle).sheet
    pilar.share()
    amina.share()
    add_member(amina, "Waits")
    taking_over.take_over(pilar.circle, sheet)

    store, key = MemoryStore({CODE: None}), SigningKey(b"n" * 32)
    region.receiver = Receiver(store, Identity(key, "New hub", URL), region.clock)
    pilar.admit(HubCode(URL, None, CODE).text())
    assert pilar.circle.roster.sequencer == key.public
    # Amina's laptop learns of it by whatever way there is, here from a stick.
    carry(pilar, amina, region.folder)
    amina.share()
    pilar.share()
    assert "Waits" in names(pilar)
    assert hashes(pilar) == hashes(amina)


def test_a_moved_hub_takes_over_where_the_old_one_agrees(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    new = "https://new.example"
    store, key = MemoryStore({CODE: None}), SigningKey(b"n" * 32)
    moved = Receiver(store, Identity(key, "New hub", new), region.clock)
    region.others[new] = moved
    pilar.admit(HubCode(new, None, CODE).text())
    assert pilar.circle.roster.hub == new
    add_member(amina, "On the way")
    amina.share()
    amina.share()
    pilar.share()
    assert amina.circle.roster.hub == new
    assert "On the way" in names(pilar)


def test_a_laptop_that_is_shut_out_after_two_lists_met_is_told_so(region: Region) -> None:
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    amina.share()
    kept = deepcopy(region.store.rooms)
    invite_to(pilar)
    pilar.share()
    region.store.rooms = kept
    invite_to(amina)
    amina.share()
    for engine in (pilar, amina, pilar):
        engine.share()
    assert pilar.circle.roster.strays, "there were never two lists"
    rights.revoke(pilar.circle, me(bo))
    pilar.share()
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        bo.share()
    assert bo.circle.shut_out


def test_who_was_erased_on_a_list_that_lost_stays_erased(tmp_path: Path) -> None:
    lost = 0
    for number in range(24):  # which list counts is a matter of hashes
        region = Region(tmp_path / str(number))
        region.clock.ms += number
        pilar = region.found()
        amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
        joao = add_member(pilar, "João", phone="1")
        add_member(pilar, "Stays")
        for engine in (pilar, amina, bo, pilar):
            engine.share()
        kept = deepcopy(region.store.rooms)
        erase(bo.verbs, joao)
        bo.share()
        region.store.rooms = kept
        for _ in range(number):
            invite_to(amina)
        rights.change_right(amina.circle, me(bo), "recorder")
        amina.share()
        for _ in range(3):
            for engine in (bo, pilar, amina):
                engine.share()
        lost += any(item.entry.read().kind == "redact" for item in pilar.circle.roster.lost)
        for engine in (bo, pilar, amina):
            assert engine.circle.reader.find_one("member", joao) is None
            assert "Stays" in names(engine)
            assert check(engine.circle) == []
            assert not engine.share().obstacles
        assert len({hashes(engine)["private"] for engine in (bo, pilar, amina)}) == 1
        if lost and number > 1:
            break
    assert lost, "the list with the erasure never lost"


def test_once_everybody_knows_the_list_that_lost_it_travels_no_more(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    for engine in (pilar, amina, bo, pilar):
        engine.share()
    before = [engine.share().bytes_up for engine in (pilar, amina, bo)]
    kept = deepcopy(region.store.rooms)
    for _ in range(3):
        invite_to(pilar)
    pilar.share()
    region.store.rooms = kept
    invite_to(amina)
    amina.share()
    for _ in range(3):
        for engine in (pilar, amina, bo):
            engine.share()
    assert len({engine.circle.roster.strays for engine in (pilar, amina, bo)}) == 1
    assert pilar.circle.roster.strays
    for engine, least in zip((pilar, amina, bo), before, strict=True):
        again = engine.share()
        assert (again.requests, again.sent, again.received) == (1, 0, 0)
        assert again.bytes_up < least + 32
        assert again.bytes_down < 400
    # Who was not there learns of it from the next it meets, by whatever way.
    chidi = region.laptop(pilar, "Chidi")
    assert chidi.circle.roster.strays == pilar.circle.roster.strays


@pytest.mark.parametrize("way", ["hub", "stick", "beside"])
def test_who_was_invited_on_a_list_that_lost_by_somebody_who_is_out_is_told_so(tmp_path: Path, way: str) -> None:
    lost = 0
    for number in range(24):  # which list counts is a matter of hashes
        region = Region(tmp_path / str(number))
        region.clock.ms += number
        region.folder.mkdir()
        pilar = region.found()
        amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
        amina.share()
        kept = deepcopy(region.store.rooms)
        for _ in range(number):
            invite_to(bo)
        chidi = region.laptop(bo, "Chidi")
        add_member(chidi, "Chidi's work")
        chidi.share()
        region.store.rooms = kept
        rights.revoke(amina.circle, me(bo))
        amina.share()
        _meet(region, chidi, amina, way)
        if not chidi.circle.shut_out:
            continue  # the list that it came in on counts
        lost += 1
        with pytest.raises(NotAllowed):
            add_member(chidi, "Later")
        for _ in range(2):
            with pytest.raises(NotAllowed, match="whoever invited it had been taken out"):
                chidi.share()
        amina.share()
        assert hashes(amina)["private"] == hashes(chidi)["private"]
        carry(chidi, amina, region.folder)
        amina.verbs.rescue.take_in(me(chidi))
        assert "Chidi's work" in names(amina)
        amina.share()
        assert (amina.share().requests, check(amina.circle)) == (1, [])
        break
    assert lost, "the list with the invitation never lost"


def _meet(region: Region, one: Engine, other: Engine, way: str) -> None:
    """Let a laptop learn what another one knows; it may be told that it is out."""
    if way == "stick":
        carry(other, one, region.folder)
        return
    circle = other.circle
    again = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    region.others["beside"] = Answering(again, lambda: None)
    with suppress(NotAllowed):
        one.share() if way == "hub" else one.share_beside("beside")
    again.close()


def test_who_joined_on_a_list_that_lost_goes_on_while_its_entry_waits(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    amina = joined(region, pilar, "Amina", tmp_path)
    carry(pilar, amina, tmp_path)
    taking_over.take_over(amina.circle)
    joao = joined(region, pilar, "João", tmp_path, "recorder")
    carry(amina, joao, tmp_path)
    assert joao.circle.roster.head == amina.circle.roster.head
    assert not joao.circle.shut_out
    add_member(joao, "Written while it waits")
    carry(joao, amina, tmp_path)
    carry(amina, joao, tmp_path)
    for engine in (amina, joao):
        assert engine.circle.roster.devices[me(joao)].index is not None
        assert "Written while it waits" in names(engine)
        assert check(engine.circle) == []
    assert hashes(amina)["private"] == hashes(joao)["private"]


def test_a_laptop_that_was_shut_out_brings_its_hub_no_list(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    thief = pilar.circle.secrets.device
    pilar.share()
    rights.revoke(amina.circle, thief.id)
    amina.share()
    placed = amina.circle.roster.placed
    at = next(n for n, item in enumerate(placed) if item.entry.read().kind == "sequencer")
    start, evil = Roster.replay(placed[:at]), SigningKey(b"e" * 32)
    entry = make.hand_sequencer(start, thief, evil.public, "https://evil.example", pilar.circle.surroundings)
    forged = stray(place_entry(entry, start.circle, at, start.head, thief.sign))
    held = set(region.store.rooms[start.circle].waiting)
    brought = Sync(start.circle, amina.circle.roster.head, [], bytes(16), proposals=[forged, entry])
    page = Line(Direct(region.answer), region.key.public, thief.id, thief.sign, region.clock).ask(
        SYNC_PATH, brought, Page
    )
    assert not page.segments and set(region.store.rooms[start.circle].waiting) == held
    amina.share()
    assert amina.circle.roster.sequencer == region.key.public and not amina.circle.shut_out


def test_a_laptop_that_was_shut_out_on_a_list_that_it_never_saw_is_told_so(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    backup = deepcopy(region.store.rooms)
    inviting_entry = invite_to(amina)
    amina.share()
    assert inviting_entry.id in amina.circle.roster.invites
    region.store.rooms = backup
    region.receiver = Receiver(region.store, Identity(region.key, "Hub", URL), region.clock)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        amina.share()
    assert amina.circle.shut_out
    assert not pilar.circle.shut_out and pilar.share().waiting == 0


def test_a_hub_that_was_rolled_back_hears_of_a_laptop_that_was_shut_out_from_that_laptop_alone(region: Region) -> None:
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    backup = deepcopy(region.store.rooms)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()  # and never again
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        amina.share()
    region.store.rooms = backup
    region.receiver = Receiver(region.store, Identity(region.key, "Hub", URL), region.clock)
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        amina.share()
    bo.share()
    assert bo.circle.roster.devices[me(amina)].revoked
    assert bo.circle.roster.head == amina.circle.roster.head


def test_who_alone_has_the_key_of_a_list_that_has_lost_gives_it_to_the_others(tmp_path: Path) -> None:
    """Bo only records, and whoever let him in is shut out: nobody else who is left was on that list."""
    for number in range(12):  # which of the two lists counts is a matter of hashes
        region = Region(tmp_path / str(number))
        region.clock.ms += number
        pilar = region.found()
        amina = region.laptop(pilar, "Amina")
        backup = deepcopy(region.store.rooms)
        chidi = region.laptop(pilar, "Chidi")
        region.store.rooms = backup
        region.receiver = Receiver(region.store, Identity(region.key, "Hub", URL), region.clock)
        rights.revoke(amina.circle, me(pilar))
        amina.share()
        bo = region.laptop(amina, "Bo", "recorder")
        add_member(bo, "Under the key of the other list")
        bo.share()
        rights.revoke(chidi.circle, me(amina))
        for engine in (chidi, bo, chidi, bo, chidi, bo):  # chidi may give a member another number last
            with suppress(NotAllowed):
                engine.share()
        lost = {kind for placed in chidi.circle.roster.lost if (kind := placed.entry.read().kind)}
        if "revoke" in lost and not chidi.circle.shut_out:
            break
    assert "revoke" in lost
    assert "Under the key of the other list" in names(chidi)
    assert hashes(chidi)["private"] == hashes(bo)["private"]
    assert bo.share().sent == 0 and check(chidi.circle) == []
