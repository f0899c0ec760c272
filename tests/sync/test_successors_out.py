"""Copies of a laptop that was shut out, each under an identity of its own: what they wrote waits for an organizer, and
who is erased goes from it.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from disks import cloned
from erasing import NAME, PHONE, sayings, share, traces
from forks import named_by_copies_of_one_shut_out
from sticks import agree, carry, joined
from sync_region import Region, add_member, invite_to, me, name_set

from learningcircles.journal.changeset import Changeset, Restated
from learningcircles.journal.operations import SetOp
from learningcircles.journal.segment import Header
from learningcircles.laptop import daily
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import revoke
from learningcircles.laptop.succession import succeed
from learningcircles.storage import refold
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import UNLISTED, Logs
from learningcircles.trust.entry import Entry
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.roster import PER_LAPTOP_OUT, Roster
from learningcircles_sync.engine import Engine


def offered(engine: Engine) -> str:
    """Return all that waits to be taken in, as it is shown."""
    rescue = engine.verbs.rescue
    return "\n".join(
        f"{line.title} {line.field} {line.value}" for each in rescue.bundles() for line in rescue.look(each.device)
    )


@pytest.mark.parametrize("first", [50, 60, 70])
def test_what_each_copy_of_a_laptop_wrote_waits_for_an_organizer(region: Region, tmp_path: Path, first: int) -> None:
    """Also what a copy of a copy wrote, whichever of their entries comes first by its hash."""
    pilar = region.found(admitted=False)
    bo = joined(region, pilar, "Bo", tmp_path)
    dana = joined(region, pilar, "Dana", tmp_path, "recorder")
    carry(pilar, bo, tmp_path)
    copies = [cloned(region, dana, seed) for seed in range(first, first + 3)]
    for number, copy in enumerate(copies):
        add_member(copy, f"Of copy {number}")
        assert succeed(copy.circle)
    copies.append(cloned(region, copies[0], first + 3))
    add_member(copies[-1], "Of a copy's copy")
    assert succeed(copies[-1].circle)
    revoke(bo.circle, me(dana))
    carry(bo, pilar, tmp_path)
    for copy in copies:
        carry(copy, bo, tmp_path)
    agree(tmp_path, pilar, bo)
    for organizer in (pilar, bo):
        waits = offered(organizer)
        assert all(f"Of copy {number}" in waits for number in range(3)), waits
        assert "Of a copy's copy" in waits
        assert not any(each.crowded for each in organizer.verbs.rescue.bundles()), "all there are are kept"
    for bundle in pilar.verbs.rescue.bundles():
        pilar.verbs.rescue.take_in(bundle.device)
    agree(tmp_path, pilar, bo)
    assert name_set(bo) >= {"Of copy 0", "Of copy 1", "Of copy 2", "Of a copy's copy"}


@pytest.mark.parametrize("many", [2, PER_LAPTOP_OUT + 3])
def test_who_is_erased_goes_from_what_each_copy_of_a_laptop_wrote(region: Region, tmp_path: Path, many: int) -> None:
    """They came while nobody had placed that it was shut out; the list keeps only some of them since."""
    pilar, bo = named_by_copies_of_one_shut_out(region, tmp_path, many)
    for organizer in (pilar, bo):
        assert traces(organizer) == []
    assert "Lodges with …" in offered(bo)


@pytest.mark.parametrize("early", [True, False])
def test_nothing_of_who_is_erased_stays_with_one_who_records_in_what_more_copies_wrote_than_are_kept(
    region: Region, tmp_path: Path, *, early: bool
) -> None:
    """Nobody else has it, so no organizer names it; it came before the erasure was heard of, or after.

    They speak of her also in what their program says again of others.
    """
    pilar = region.found(admitted=False)
    bo, eve = joined(region, pilar, "Bo", tmp_path), joined(region, pilar, "Eve", tmp_path, "recorder")
    dana = joined(region, pilar, "Dana", tmp_path, "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    for taker in (bo, eve, dana):
        carry(pilar, taker, tmp_path)
    copies = [cloned(region, dana, seed) for seed in range(50, 53 + PER_LAPTOP_OUT)]
    said = Changeset(10**18, None, bytes(16), "", {}, (SetOp("member", bytes(16), {"notes": f"Met {NAME}"}, {}),))
    for number, copy in enumerate(copies):
        assert succeed(copy.circle)
        add_member(copy, f"Before {number}")
        Exchange(copy.circle).close_tail()
        Exchange(copy.circle).restate({1: [[Restated(me(dana), 1, 0, said)]]})
        add_member(copy, f"Of copy {number}", notes=f"Lodges with {NAME}, call {PHONE}")
    revoke(bo.circle, me(dana))
    carry(bo, pilar, tmp_path)
    if early:
        for copy in copies:
            carry(copy, eve, tmp_path)
        carry(bo, eve, tmp_path)
    erase(bo.verbs, amina)
    carry(bo, pilar, tmp_path)
    if not early:
        carry(pilar, eve, tmp_path)
        assert traces(eve) == []
        for copy in copies[:PER_LAPTOP_OUT]:
            carry(copy, eve, tmp_path)
    backup = daily.back_up(eve.home, eve.circle, datetime.date(2027, 1, 14))
    assert backup is not None and backup.exists()
    for copy in () if early else copies[PER_LAPTOP_OUT:]:
        carry(copy, eve, tmp_path)
    carry(pilar, eve, tmp_path)
    daily.forget_erased(eve.home, eve.circle)
    assert not backup.exists()
    agree(tmp_path, pilar, bo, eve)
    for engine in (pilar, bo, eve):
        assert traces(engine) == []
        assert check(engine.circle) == []
    assert offered(bo).count("Lodges with …") == PER_LAPTOP_OUT, "of those that the list keeps nothing is lost"
    held = "".join(sayings(eve.circle))
    assert not early or all(f"Before {number}" in held for number in range(len(copies)))


@pytest.mark.parametrize("heard", [False, True])
def test_nor_does_it_stay_in_what_such_a_copy_had_said_again_of_others(
    region: Region, tmp_path: Path, *, heard: bool
) -> None:
    """It had erased somebody else. `heard`: of the erasure before the list kept nothing more of the copy."""
    pilar = region.found(admitted=False)
    eve, dana = joined(region, pilar, "Eve", tmp_path, "recorder"), joined(region, pilar, "Dana", tmp_path)
    amina, zora = add_member(pilar, NAME, phone=PHONE), add_member(pilar, "Zora Quill")
    add_member(pilar, "Marek", notes=f"Neighbour of {NAME} and Zora Quill")
    for taker in (eve, dana):
        carry(pilar, taker, tmp_path)
    copy = cloned(region, dana, 50)
    assert succeed(copy.circle)
    carry(copy, eve, tmp_path)
    erase(copy.verbs, zora)
    carry(copy, eve, tmp_path)
    erase(pilar.verbs, amina)
    if heard:
        carry(pilar, eve, tmp_path)
        assert traces(eve) != [], "an organizer would name it"
    Exchange(eve.circle)._begin(pilar.circle.roster)
    assert me(copy) not in eve.circle.roster.devices, "it keeps nothing of it"
    carry(pilar, eve, tmp_path)
    assert traces(eve) == []


def test_a_copy_that_the_list_keeps_nothing_of_takes_who_is_erased_out_of_what_it_holds(
    region: Region, tmp_path: Path
) -> None:
    """More copies go on than are kept: it is shut out as the others are, though the list never names it."""
    pilar = region.found()
    bo, dana = region.laptop(pilar, "Bo"), region.laptop(pilar, "Dana", "recorder")
    marek, amina = add_member(pilar, "Marek", notes=f"Lodges with {NAME}"), add_member(pilar, NAME, phone=PHONE)
    for engine in (pilar, bo, dana):
        engine.share()
    copies = [cloned(region, dana, seed) for seed in range(50, 51 + PER_LAPTOP_OUT)]
    for number, copy in enumerate(copies):
        add_member(copy, f"Of copy {number}", notes=f"Lodges with {NAME}")
        assert succeed(copy.circle)
    revoke(pilar.circle, me(dana))
    pilar.share()
    bo.share()
    for copy in copies:
        carry(copy, bo, tmp_path)
    (unknown,) = [copy for copy in copies if me(copy) not in bo.circle.roster.devices]
    crowded = [each.crowded for each in bo.verbs.rescue.bundles()]
    assert crowded[0] and sum(crowded) == 1 and len(crowded) >= PER_LAPTOP_OUT, "it is said once"
    carry(bo, unknown, tmp_path)
    erase(pilar.verbs, amina)
    pilar.share()
    bo.share()
    carry(bo, unknown, tmp_path)
    assert me(unknown) not in unknown.circle.roster.devices, "or this shows nothing"
    assert unknown.circle.shut_out and check(unknown.circle) == []
    assert traces(unknown) == []
    assert unknown.verbs.reader.get("member", marek)["notes"] == "Lodges with …"
    assert f"Of copy {copies.index(unknown)}" in "".join(sayings(unknown.circle)), "it keeps what it wrote of others"


def test_what_waits_for_ever_is_looked_through_once(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What copies wrote of which the list keeps nothing, and that counted before: each stick, share and change of the
    list would open it again.
    """
    pilar = region.found(admitted=False)
    bo, dana = joined(region, pilar, "Bo", tmp_path), joined(region, pilar, "Dana", tmp_path, "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    for taker in (bo, dana):
        carry(pilar, taker, tmp_path)
    for copy in [cloned(region, dana, seed) for seed in range(50, 52 + PER_LAPTOP_OUT)]:
        assert succeed(copy.circle)
        add_member(copy, "Somebody else", notes=f"Lodges with {NAME}")
        Exchange(copy.circle).close_tail()
        add_member(copy, "Somebody new")
        carry(copy, bo, tmp_path)
    assert "Somebody else" in name_set(bo)
    erase(pilar.verbs, amina)
    revoke(pilar.circle, me(dana))
    agree(tmp_path, pilar, bo)
    unlisted = {packed for _, packed in Logs(bo.circle.connection, bo.circle.journal.numbers).states(UNLISTED)}
    assert {Header.parse(packed).device in bo.circle.roster.devices for packed in unlisted} == {False}
    assert traces(bo) == []
    opened: list[bytes] = []
    truly = refold.open_payload
    monkeypatch.setattr(refold, "open_payload", lambda *given: opened.append(given[1].device) or truly(*given))
    invite_to(pilar)
    pilar.write_bundle(tmp_path / "nothing new")
    bo.read_bundle(tmp_path / "nothing new")
    assert opened == []


def test_what_a_copy_wrote_is_offered_as_soon_as_the_list_names_it_again(region: Region, tmp_path: Path) -> None:
    """It was shut out meanwhile; a list may lose what it had, and get it back."""
    pilar = region.found(admitted=False)
    dana = joined(region, pilar, "Dana", tmp_path, "recorder")
    copy = cloned(region, dana, 50)
    assert succeed(copy.circle)
    carry(copy, pilar, tmp_path)
    exchange, early = Exchange(pilar.circle), pilar.circle.roster
    revoke(pilar.circle, me(copy))
    whole = pilar.circle.roster
    exchange._begin(early)
    add_member(copy, "Somebody else")
    carry(copy, pilar, tmp_path)
    assert "Somebody else" in name_set(pilar)
    before = [each.entry.read().kind for each in whole.placed].index("succeed")
    exchange._begin(Roster.replay(whole.placed[:before]))
    assert "Somebody else" not in name_set(pilar) and offered(pilar) == ""
    exchange._begin(whole)
    assert "Somebody else" in offered(pilar)


def test_what_a_copy_of_a_copy_wrote_reaches_everybody_over_the_hub(region: Region, tmp_path: Path) -> None:
    """The copy between them has written nothing: no log of its own goes before it."""
    pilar = region.found()
    bo, dana = region.laptop(pilar, "Bo"), region.laptop(pilar, "Dana", "recorder")
    share(pilar, bo, dana)
    between = cloned(region, dana, 50)
    assert succeed(between.circle)
    last = cloned(region, between, 51)
    assert succeed(last.circle)
    add_member(last, "Of a copy's copy")
    revoke(pilar.circle, me(dana))
    share(pilar, bo)
    carry(last, bo, tmp_path)
    assert "Of a copy's copy" in offered(bo)
    share(bo, pilar)
    assert "Of a copy's copy" in offered(pilar)
    assert [bo.share().requests, pilar.share().requests] == [1, 1]


def crowd_out(owners: Entry, thief: Engine, hears: Engine) -> None:
    """Let a laptop hear of as many other copies of a disk as it keeps, which are all kept before this one."""
    roster, world, former = thief.circle.roster, thief.circle.surroundings, thief.circle.secrets.device
    made: list[Entry] = []
    while len(made) < PER_LAPTOP_OUT:
        keys = DeviceKeys.new(world)
        entry = propose(roster, "succeed", former.id, former.sign, keys.public, world, own=keys.sign)
        made += [entry] if entry.hash < owners.hash else []
    Exchange(hears.circle).receive_roster(hears.circle.roster.placed, made)


def test_who_reads_the_stick_of_a_copy_that_the_list_does_not_keep_is_told_so(region: Region, tmp_path: Path) -> None:
    pilar = region.found(admitted=False)
    dana = joined(region, pilar, "Dana", tmp_path, "recorder")
    honest = cloned(region, dana, 50)
    assert succeed(honest.circle)
    add_member(honest, "Of the honest copy")
    (owners,) = honest.circle.roster.proposals
    revoke(pilar.circle, me(dana))
    crowd_out(owners, dana, pilar)
    honest.write_bundle(tmp_path / "stick")
    (told,) = pilar.read_bundle(tmp_path / "stick").sentences
    assert "is not in this circle's list" in told and "enter again" in told
    assert offered(pilar) == ""


def test_whoever_has_the_disk_takes_no_work_away_that_is_offered(region: Region, tmp_path: Path) -> None:
    """Its owner had restored the laptop; whoever stole it signs successors until enough of them have lower hashes."""
    pilar = region.found(admitted=False)
    bo, dana = joined(region, pilar, "Bo", tmp_path), joined(region, pilar, "Dana", tmp_path, "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    for taker in (bo, dana):
        carry(pilar, taker, tmp_path)
    honest = cloned(region, dana, 50)
    add_member(honest, "Of the honest copy", notes=f"Lodges with {NAME}")
    assert succeed(honest.circle)
    revoke(bo.circle, me(dana))
    carry(bo, pilar, tmp_path)
    carry(honest, bo, tmp_path)
    carry(pilar, bo, tmp_path)
    (owners,) = bo.circle.roster.aside
    crowd_out(owners, dana, bo)
    assert me(honest) not in bo.circle.roster.devices
    Exchange(bo.circle).rebuild()
    assert "Of the honest copy" in offered(bo)
    erase(pilar.verbs, amina)
    agree(tmp_path, pilar, bo)
    assert traces(bo) == [] and "Lodges with …" in offered(bo)
    bo.verbs.rescue.take_in(me(honest))
    agree(tmp_path, pilar, bo)
    assert "Of the honest copy" in name_set(pilar)
