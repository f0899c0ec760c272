"""Moving a circle between hubs: what failed leaves nothing behind, and a hub is followed to another address."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from memory_store import MemoryStore
from sync_region import CODE, URL, Region, add_member, hashes, invite_to

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import NotAllowed, Refused, Unreachable
from learningcircles.laptop import rights, sheets, taking_over
from learningcircles.laptop.sequencing import propose
from learningcircles.trust import make
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.serve import Identity, Receiver

NEW = "https://new.example"


def other_hub(region: Region, url: str = NEW) -> Receiver:
    key = SigningKey(b"n" * 32)
    region.others[url] = Receiver(MemoryStore({b"new": None}), Identity(key, "New hub", url), region.clock)
    return region.others[url]


@pytest.mark.parametrize("url", [NEW, URL])
def test_a_move_that_the_former_hub_has_not_agreed_to_never_happens_later(region: Region, url: str) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    other_hub(region, url)
    region.reachable = False
    before = pilar.circle.roster
    with pytest.raises(Refused, match="nothing was changed.*no recovery sheet"):
        pilar.admit(HubCode(url, None, b"new").text())
    assert pilar.circle.roster.kept == before.kept == ()
    region.reachable = True  # the former hub is back, the other one is not there
    region.others.clear()
    for engine in (pilar, amina, pilar):
        engine.share()
        assert engine.circle.roster.hub == URL and engine.circle.roster.sequencer == region.key.public


def test_a_line_that_breaks_as_the_former_hub_is_asked_leaves_no_proposal(region: Region) -> None:
    pilar = region.found()
    other_hub(region)
    region.lose_answer(2)
    with pytest.raises(Unreachable):
        pilar.admit(HubCode(NEW, None, b"new").text())
    assert pilar.circle.roster.kept == () and pilar.circle.roster.hub == URL
    # The answer alone was lost, so the hub had agreed; the circle follows, to a hub that this laptop has talked to.
    pilar.share()
    assert pilar.circle.roster.hub == NEW
    pilar.admit(HubCode(NEW, None, b"new").text())


def test_a_hub_is_followed_to_its_new_address_by_every_laptop(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    bo = region.laptop(pilar, "Bo", "recorder")
    region.receiver = Receiver(region.store, Identity(region.key, "Hub", NEW), region.clock)
    region.others[NEW], region.reachable = region.receiver, False
    code = HubCode(NEW, None, b"any").text()  # the hub knows the circle, so no code has to let it in
    add_member(bo, "João")
    with pytest.raises(NotAllowed, match="an organizer’s laptop"):
        bo.admit(code)
    assert bo.circle.roster.hub == URL and bo.circle.roster.kept == ()
    for engine in (pilar, amina, bo):
        engine.admit(code)
        engine.share()
        assert engine.circle.roster.hub == NEW and engine.state().problem is None
    for engine in (pilar, amina):
        engine.share()
        assert hashes(engine)["private"] == hashes(bo)["private"]
    invited = invite_to(amina, "recorder")
    amina.share()
    assert region.join(invited, "Chidi").share().waiting == 0


def test_whoever_relays_the_hub_under_an_address_that_is_not_its_own_is_not_followed(region: Region) -> None:
    pilar = region.found()
    region.others[NEW] = region.receiver  # which says that it is at URL
    with pytest.raises(NotAllowed, match="says that it is at https://hub.example"):
        pilar.admit(HubCode(NEW, None, CODE).text())
    assert pilar.circle.roster.hub == URL


def test_a_hub_that_was_wiped_is_filled_again_by_any_laptop_without_a_code(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina", "recorder")
    for engine in (pilar, amina, pilar):
        add_member(engine, f"Member {engine.circle.secrets.device.id.hex()}")
        engine.share()
    with closing(SqliteStore(tmp_path / "wiped.sqlite", region.clock, region.key.public)) as store:
        region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)
        for engine in (amina, pilar, amina):
            engine.share()
        assert hashes(pilar)["private"] == hashes(amina)["private"]
        invited = invite_to(pilar, "recorder")
        pilar.share()
        joined = region.join(invited, "Bo")
        for engine in (joined, pilar, joined):
            engine.share()
        assert hashes(joined)["private"] == hashes(pilar)["private"]


def test_without_the_hubs_own_countersignature_no_circle_is_let_in_again(region: Region) -> None:
    pilar = region.found(admitted=False)
    key = region.key.public  # known to everybody
    circle = pilar.circle
    propose(circle, make.hand_sequencer(circle.roster, circle.secrets.device, key, URL, circle.surroundings))
    with pytest.raises(Refused, match="does not know the circle"):
        pilar.share()
    assert region.store.rooms == {}


def test_another_organizer_brings_the_circle_to_a_hub_though_a_laptop_keeps_the_list(
    region: Region, tmp_path: Path
) -> None:
    pilar = region.found(admitted=False)
    stick = tmp_path / "stick"
    invited = invite_to(pilar)
    pilar.write_bundle(stick)
    amina = region.join(invited, "Amina", stick)
    amina.write_bundle(stick)
    pilar.read_bundle(stick)
    pilar.write_bundle(stick)
    amina.read_bundle(stick)
    amina.admit(region.code)
    assert amina.circle.roster.hub == URL
    amina.write_bundle(tmp_path / "back")
    pilar.read_bundle(tmp_path / "back")
    add_member(pilar, "João")
    pilar.share()
    amina.share()
    assert hashes(pilar) == hashes(amina)


def test_a_hub_lost_without_a_sheet_in_force_is_told_as_it_is(region: Region) -> None:
    pilar = region.found()
    assert not pilar.state().hub_safe
    region.reachable = False
    late = sheets.new_sheet(pilar.circle).sheet
    with pytest.raises(NotAllowed, match="and there is none: "):
        taking_over.take_over(pilar.circle)
    for use in (taking_over.take_over, sheets.keep_list):
        with pytest.raises(NotAllowed, match="not in force yet"):
            use(pilar.circle, late)
    region.reachable = True
    pilar.share()
    assert pilar.state().hub_safe
    taking_over.take_over(pilar.circle, late)
    assert pilar.circle.roster.hub == ""


def test_a_sheet_that_was_printed_before_there_was_this_hub_is_told(region: Region) -> None:
    pilar = region.found(admitted=False)
    assert pilar.state().sheet_names_hub, "there is neither a hub nor a sheet"
    sheets.new_sheet(pilar.circle)
    assert pilar.state().sheet_names_hub, "there is no hub that it could name"
    pilar.admit(region.code)
    pilar.share()
    assert pilar.state().hub_safe and not pilar.state().sheet_names_hub
    sheets.new_sheet(pilar.circle)
    pilar.share()
    assert pilar.state().sheet_names_hub
    invited = invite_to(pilar)
    pilar.share()
    amina = region.join(invited, "Amina")
    assert amina.state().sheet_names_hub, "each laptop reads it from the list of laptops"


def test_each_laptop_of_a_circle_that_left_its_hub_comes_back_by_the_code_to_one_list(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    taking_over.hand_to(pilar.circle, amina.circle.secrets.device.id)
    pilar.share()
    amina.share()
    assert pilar.circle.roster.hub == amina.circle.roster.hub == ""
    amina.admit(region.code)
    add_member(pilar, "João")
    pilar.admit(region.code)
    amina.share()
    assert pilar.circle.roster.head == amina.circle.roster.head and pilar.circle.roster.lost == []
    assert pilar.circle.roster.hub == URL and hashes(pilar) == hashes(amina)


def test_what_waits_for_a_laptop_that_keeps_the_list_is_not_said_to_be_shared(region: Region) -> None:
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo")
    taking_over.hand_to(pilar.circle, amina.circle.secrets.device.id)
    pilar.share()
    assert pilar.circle.roster.hub == ""
    before = pilar.state().waiting
    assert not rights.revoke(pilar.circle, bo.circle.secrets.device.id)
    assert pilar.state().waiting == before + 1
