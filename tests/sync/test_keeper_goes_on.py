"""Who keeps the list of laptops goes on under another name, and what is asked about that which makes no sense."""

from __future__ import annotations

from pathlib import Path

import pytest
from sticks import carry, joined
from sync_region import Region, add_member, invite_to, me, name_set

from learningcircles.errors import NotAllowed
from learningcircles.laptop import rights
from learningcircles.laptop.sequencing import place_pending
from learningcircles.laptop.succession import succeed
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import make, recovering
from learningcircles.trust.branches import stray
from learningcircles.trust.entry import Entry, place_entry
from learningcircles.trust.placing import countersign
from learningcircles.trust.roster import Roster
from learningcircles_sync import session
from learningcircles_sync.engine import Engine


def odd(engine: Engine, roster: Roster) -> Entry:
    """Return an entry that gives the list to a key that is none."""
    circle = engine.circle
    keys, fields = circle.secrets.device, {"key": [1], "hub": "", "fingerprint": None}
    return make.propose(roster, "sequencer", keys.id, keys.sign, fields, circle.surroundings)


@pytest.fixture
def shut_out_keeper(region: Region, tmp_path: Path) -> tuple[Engine, Engine, Entry]:
    """Two laptops, and what somebody who kept the list once, and was shut out, countersigns at its old place."""
    pilar = region.found(admitted=False)
    amina, bo = joined(region, pilar, "Amina", tmp_path), joined(region, pilar, "Bo", tmp_path, "recorder")
    start = pilar.circle.roster
    pilar.admit(region.code)
    pilar.share()
    for engine in (amina, bo):
        carry(pilar, engine, tmp_path)
    heads, keys = start.state.heads, pilar.circle.secrets.device
    item = place_entry(odd(pilar, start), start.circle, len(heads), heads[-1], keys.sign)
    rights.revoke(amina.circle, me(pilar))
    for engine in (amina, bo, amina):
        engine.share()
    assert bo.circle.roster.devices[me(pilar)].revoked
    return amina, bo, stray(item)


def test_a_list_given_to_a_key_that_is_none_stops_nobody(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    roster = pilar.circle.roster
    Exchange(bo.circle).receive_roster(roster.placed, [odd(pilar, roster)])
    add_member(pilar, "Ana")
    carry(pilar, bo, tmp_path)
    assert "Ana" in name_set(bo)


def test_nor_does_it_stop_a_laptop_where_a_former_keeper_says_so(
    shut_out_keeper: tuple[Engine, Engine, Entry], tmp_path: Path
) -> None:
    amina, bo, bad = shut_out_keeper
    Exchange(amina.circle).receive_roster(amina.circle.roster.placed, [bad])
    add_member(amina, "Ana")
    carry(amina, bo, tmp_path)
    assert "Ana" in name_set(bo)


def test_nor_the_hub(shut_out_keeper: tuple[Engine, Engine, Entry], monkeypatch: pytest.MonkeyPatch) -> None:
    _, bo, bad = shut_out_keeper
    told = session.told
    monkeypatch.setattr(session, "told", lambda *asked, **more: [*told(*asked, **more), bad])  # another program
    add_member(bo, "Ben")
    assert bo.share().waiting == 0


def test_a_keeper_that_is_lowered_further_as_it_goes_on_keeps_no_more_than_that(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    rights.change_right(bo.circle, me(pilar), "recorder", publish=True)
    carry(bo, pilar, tmp_path)
    assert pilar.circle.right == "recorder"
    carry(pilar, bo, tmp_path)
    rights.change_right(bo.circle, me(pilar), "reader")
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, bo.circle.roster.proposals)
    assert succeed(pilar.circle)
    for giver, taker in ((pilar, bo), (bo, pilar), (pilar, bo)):
        carry(giver, taker, tmp_path)
    assert bo.circle.roster.devices[me(pilar)].right == "reader"


def test_a_move_to_a_hub_is_made_though_the_keeper_goes_on_as_it_is_lowered(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    rights.change_right(bo.circle, me(pilar), "recorder")
    roster, keys = bo.circle.roster, bo.circle.secrets.device
    move = make.hand_sequencer(roster, keys, region.key.public, "https://hub.example", bo.circle.surroundings)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [*roster.proposals, move])
    assert succeed(pilar.circle)
    place_pending(pilar.circle)
    assert pilar.circle.roster.sequencer == region.key.public


def lowered(region: Region, tmp_path: Path) -> tuple[Engine, Engine, Engine, Roster, bytes]:
    """Return a keeper that only records by now, an organizer, who else records, a list that has the keeper's successor
    and does not give it the list yet, and its key.
    """
    pilar = region.found(admitted=False)
    bo, eve = joined(region, pilar, "Bo", tmp_path), joined(region, pilar, "Eve", tmp_path, "recorder")
    rights.change_right(bo.circle, me(pilar), "recorder")
    for giver, taker in ((bo, pilar), (pilar, bo), (pilar, eve)):
        carry(giver, taker, tmp_path)
    circle = pilar.circle
    keys, world = circle.secrets.device, circle.surroundings
    entry, heir = recovering.succeed(circle.roster, keys, circle.journal.epochs, world)
    item = countersign(circle.roster, entry, keys.sign, world.now_ms())
    return pilar, bo, eve, Roster.replay([*circle.roster.placed, item]), heir.sign.public


def may_be_placed(pilar: Engine, by: Engine, roster: Roster, kind: str, fields: dict[str, object]) -> bool:
    """Return whether the keeper's signature makes an entry count."""
    keys, world = by.circle.secrets.device, by.circle.surroundings
    entry = make.propose(roster, kind, keys.id, keys.sign, fields, world)
    try:
        countersign(roster, entry, pilar.circle.secrets.device.sign, world.now_ms())
    except NotAllowed:
        return False
    return True


def test_a_lowered_keeper_gives_the_list_to_its_successor_and_may_do_nothing_else(
    region: Region, tmp_path: Path
) -> None:
    pilar, bo, eve, roster, heir = lowered(region, tmp_path)
    to_heir = {"key": heir, "hub": "", "fingerprint": None}
    assert may_be_placed(pilar, pilar, roster, "sequencer", to_heir)
    assert not may_be_placed(pilar, eve, roster, "sequencer", to_heir)
    assert not may_be_placed(pilar, pilar, roster, "sequencer", {**to_heir, "hub": "https://elsewhere.example"})
    assert not may_be_placed(pilar, pilar, roster, "sequencer", {**to_heir, "key": roster.sequencer})
    assert not may_be_placed(pilar, pilar, roster, "recovery", {**to_heir, "sign": heir, "receive": heir})

    keys, next_one = bo.circle.secrets.device, next(each for each in roster.devices.values() if each.sign == heir)
    for device in (me(pilar), next_one.id):
        out = make.propose(roster, "revoke", keys.id, keys.sign, {"device": device, "last": {}}, bo.circle.surroundings)
        at = bo.circle.surroundings.now_ms()
        shut = Roster.replay([*roster.placed, countersign(roster, out, pilar.circle.secrets.device.sign, at)])
        assert shut.devices[device].revoked
        assert not may_be_placed(pilar, pilar, shut, "sequencer", to_heir)


@pytest.mark.parametrize("first", [True, False])
def test_a_keeper_that_is_lowered_by_who_waits_to_be_let_in_goes_on_with_no_more(
    region: Region, tmp_path: Path, first: bool
) -> None:
    """`first`: what waits is placed before it goes on, as the everyday case is."""
    pilar = region.found(admitted=False)
    joined(region, pilar, "Bo", tmp_path)
    invitation = invite_to(pilar)
    pilar.write_bundle(tmp_path / "stick")
    cia = region.join(invitation, "Cia", tmp_path / "stick")
    rights.change_right(cia.circle, me(pilar), "recorder")
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, cia.circle.roster.proposals)
    if first:
        place_pending(pilar.circle)
    assert succeed(pilar.circle)
    place_pending(pilar.circle)
    for giver, taker in ((pilar, cia), (cia, pilar)):
        carry(giver, taker, tmp_path)
    assert pilar.circle.right == cia.circle.roster.devices[me(pilar)].right == "recorder"
    assert cia.circle.right == "organizer" and not cia.circle.roster.devices[me(cia)].provisional
