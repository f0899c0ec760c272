"""Organizers are told whom a laptop had erased that was shut out before it counted, and one of them does it anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from erasing import NAME, amina_lives, hub_region, hub_traces, share, traces
from sticks import carry
from sync_region import URL, Region, add_member, hashes, me, name_set

from learningcircles.circle.asked_erasures import unheard_erasures
from learningcircles.errors import NotAllowed, NotFound
from learningcircles.laptop import daily, rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.sheets import new_sheet
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.trust import recovering
from learningcircles.trust.entry import Entry
from learningcircles.trust.fallen import MOST, MOST_PEOPLE, PER_LAPTOP
from learningcircles.trust.make import DeviceKeys, propose
from learningcircles.trust.placing import settle
from learningcircles.trust.roster import Roster
from learningcircles_sync.dial import over_http
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub.store_sqlite import SqliteStore
from learningcircles_sync.lan.beside import Lan
from learningcircles_sync.outcome import Erasing
from learningcircles_sync.recovering import recover_from_bundle
from learningcircles_sync.serve import Identity, Receiver


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def circle_of(region: Region) -> tuple[Engine, Engine, Engine, bytes]:
    """Return two organizers and a third who is to be shut out, all in step, and a member."""
    pilar = region.found()
    bo, cy = region.laptop(pilar, "Bo"), region.laptop(pilar, "Cy")
    amina = amina_lives(pilar, add_member(pilar, "Marek"))
    share(pilar, bo, cy)
    return pilar, bo, cy, amina


def asked(engine: Engine) -> list[tuple[bytes, bytes, str]]:
    return [(row.device, row.member, row.name) for each in engine.verbs.rescue.bundles() for row in each.erasures]


def done_anew(region: Region, doer: Engine, cy: Engine, *others: Engine) -> None:
    """One organizer does it with one action; then nobody has anything left, and nobody is asked any more."""
    assert all(daily.erase_asked(doer.home, doer.verbs, doer.verbs.rescue.erasures(me(cy))))
    share(doer, *others)
    for engine in (doer, *others):
        assert asked(engine) == [] and engine.circle.roster.fallen == ()
        assert traces(engine) == [] and check(engine.circle) == []
    assert len({hashes(each)["private"] for each in (doer, *others)}) == 1
    assert hub_traces(region, doer) == []


def test_organizers_are_told_of_an_erasure_that_had_not_been_shared(region: Region) -> None:
    pilar, bo, cy, amina = circle_of(region)
    erase(cy.verbs, amina)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        cy.share()
    assert [row.member for row in cy.verbs.rescue.own_erasures()] == [amina]
    share(pilar, bo)
    for engine in (pilar, bo):
        assert asked(engine) == [(me(cy), amina, NAME)]
        nothing = engine.share()
        assert nothing.requests == 1
    done_anew(region, bo, cy, pilar)
    with pytest.raises(NotAllowed):
        cy.share()


def test_organizers_are_told_of_an_erasure_that_went_by_a_stick_alone(region: Region, tmp_path: Path) -> None:
    pilar, bo, cy, amina = circle_of(region)
    erase(cy.verbs, amina)
    carry(cy, bo, tmp_path)
    region.clock.ms -= 60_000  # the clock of who shuts it out is behind: the list takes that first
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    share(bo, pilar)
    for engine in (pilar, bo):
        assert asked(engine) == [(me(cy), amina, NAME)] and NAME in name_set(engine)
    done_anew(region, pilar, cy, bo)


def forgotten(region: Region, tmp_path: Path, later_ms: int = 0) -> tuple[Engine, Engine, Engine, bytes]:
    """Return the same once the third has erased her, the hub was put back to before that, and the third shut out.

    `later_ms` after the beginning she is erased: which of the two lists counts then hangs on it.
    """
    pilar, bo, cy, amina = circle_of(region)
    with forgetful(region, tmp_path):
        region.clock.ms += later_ms
        erase(cy.verbs, amina)
        cy.share()
    rights.revoke(pilar.circle, me(cy))
    share(pilar, bo)
    assert asked(pilar) == asked(bo) == []
    return pilar, bo, cy, amina


@contextmanager
def forgetful(region: Region, tmp_path: Path) -> Iterator[None]:
    """Put the hub back, after the block, to where it was before."""
    hub = tmp_path / "hub" / "hub.db"
    region.store.close()
    kept = hub.read_bytes()
    reopened(region)
    yield
    region.store.close()
    hub.write_bytes(kept)
    reopened(region)


@pytest.mark.parametrize("later_ms", range(4))
def test_organizers_are_told_of_an_erasure_that_a_hub_has_forgotten(
    region: Region, tmp_path: Path, later_ms: int
) -> None:
    pilar, bo, cy, amina = forgotten(region, tmp_path, later_ms)
    assert unheard_erasures(cy.circle) == []
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        cy.share()
    assert [row.member for row in unheard_erasures(cy.circle)] == [amina]
    share(pilar, bo)
    assert asked(pilar) == asked(bo) == [(me(cy), amina, NAME)]
    done_anew(region, pilar, cy, bo)
    with pytest.raises(NotAllowed):
        cy.share()
    assert unheard_erasures(cy.circle) == []


@pytest.mark.parametrize("later_ms", range(4))
def test_who_reads_the_file_of_its_maker_is_told_how_many_it_erases(
    region: Region, tmp_path: Path, later_ms: int
) -> None:
    pilar, bo, cy, amina = forgotten(region, tmp_path, later_ms)
    carry(pilar, cy, tmp_path)
    assert [row.member for row in unheard_erasures(cy.circle)] == [amina]
    assert cy.verbs.rescue.own_erasures() == []
    cy.write_bundle(tmp_path / "rescue")
    told = pilar.read_bundle(tmp_path / "rescue")
    assert told.erased == (Erasing("Cy's laptop", 1, True),) and told.as_json()["erased"] == 1
    assert "Cy's laptop, which was shut out, had erased a member, who is gone from this laptop now, too." in (
        told.sentences
    )
    assert pilar.share().erased == () and bo.share().erased == told.erased
    for engine in (pilar, bo):
        assert traces(engine) == [] and asked(engine) == []


def test_who_shares_is_told_once_how_many_others_have_erased(region: Region) -> None:
    pilar, bo, cy, amina = circle_of(region)
    zora = add_member(pilar, "Zora")
    share(pilar, bo, cy)
    for member in (amina, zora):
        erase(bo.verbs, member)
    assert bo.share().erased == () and bo.share().erased == ()
    late = region.laptop(pilar, "Dana")
    assert pilar.share().erased == ()  # it was told when it shared its invitation
    assert cy.share().sentences == ("Bo's laptop has erased 2 members, who are gone from this laptop now, too.",)
    assert cy.share().erased == late.share().erased == ()


def reopened(region: Region) -> None:
    """Let the hub go on with what lies on its disk."""
    store = SqliteStore(region.folder / "hub" / "hub.db", region.clock)
    region.store = store  # type: ignore[assignment]
    region.receiver = Receiver(store, Identity(region.key, "Hub", URL), region.clock)


def test_what_it_had_erased_comes_with_its_saved_work_and_may_be_left_out(region: Region, tmp_path: Path) -> None:
    pilar, bo, cy, amina = circle_of(region)
    add_member(cy, "Found on paper")
    erase(cy.verbs, amina)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    carry(pilar, cy, tmp_path)
    cy.write_bundle(tmp_path / "rescue")
    pilar.read_bundle(tmp_path / "rescue")
    share(pilar, bo)
    (bundle,) = bo.verbs.rescue.bundles()
    assert [row.name for row in bundle.erasures] == [NAME] and bundle.actions
    bo.verbs.rescue.leave_out(me(cy))
    share(bo, pilar)
    assert pilar.verbs.rescue.bundles() == []
    (left,) = pilar.verbs.rescue.bundles(left_out=True)
    assert [row.name for row in left.erasures] == [NAME]
    pilar.verbs.rescue.bring_back(me(cy))
    pilar.verbs.rescue.take_in(me(cy))
    assert "Found on paper" in name_set(pilar) and asked(pilar) == [(me(cy), amina, NAME)]
    assert pilar.verbs.rescue.look(me(cy)) == []
    with pytest.raises(NotFound):
        pilar.verbs.rescue.take_in(me(cy))
    done_anew(region, pilar, cy, bo)
    assert "Found on paper" in name_set(bo)


def test_a_laptop_beside_is_told_of_an_erasure_too(region: Region, offered: Callable[[Engine], Lan]) -> None:
    pilar, _, cy, amina = circle_of(region)
    erase(cy.verbs, amina)
    rights.revoke(pilar.circle, me(cy))
    pilar.share()
    visiting = Engine(cy.home, cy.verbs, cy.circle.surroundings, over_http)
    with pytest.raises(NotAllowed, match="taken this laptop out"):
        visiting.share_beside(f"http://127.0.0.1:{offered(pilar).port}")
    pilar.circle.follow()
    assert asked(pilar) == [(me(cy), amina, NAME)]


def test_who_only_recorded_asks_for_no_erasure(region: Region) -> None:
    pilar, _, cy, amina = circle_of(region)
    dana = region.laptop(pilar, "Dana", "recorder")
    for engine in (cy, dana):
        rights.revoke(pilar.circle, me(engine))
    pilar.share()
    roster, world = pilar.circle.roster, pilar.circle.surroundings

    def entries(engine: Engine, count: int) -> list[Entry]:
        keys = engine.circle.secrets.device
        return [
            propose(roster, "redact", keys.id, keys.sign, {"people": [amina, bytes([n]) * 16]}, world)
            for n in range(count)
        ]

    keys = cy.circle.secrets.device
    crowd = {"people": [amina, *(bytes([n]) * 16 for n in range(MOST_PEOPLE))]}
    many = [*entries(cy, PER_LAPTOP + 3), *entries(dana, 3)]
    assert Roster.replay(roster.placed, [propose(roster, "redact", keys.id, keys.sign, crowd, world)]).fallen == ()
    told = Roster.replay(roster.placed, many).fallen
    assert len(told) == PER_LAPTOP < MOST and {each.read().author for each in told} == {me(cy)}
    assert Roster.replay(roster.placed, many[::-1]).fallen == told


def test_so_it_is_where_a_laptop_may_only_record_before_its_erasure_counts(region: Region) -> None:
    pilar, bo, cy, amina = circle_of(region)
    rights.change_right(pilar.circle, me(cy), "recorder")
    pilar.share()
    erase(cy.verbs, amina)
    share(cy, pilar, bo)
    assert [row.member for row in cy.verbs.rescue.own_erasures()] == [amina]
    assert asked(pilar) == asked(bo) == [(me(cy), amina, NAME)]
    assert all(daily.erase_asked(bo.home, bo.verbs, bo.verbs.rescue.erasures(me(cy))))
    share(bo, pilar, cy)
    for engine in (pilar, bo, cy):
        assert asked(engine) == [] and engine.verbs.rescue.own_erasures() == []
        assert traces(engine) == [] and check(engine.circle) == []
    assert len({hashes(each)["private"] for each in (pilar, bo, cy)}) == 1


@pytest.mark.parametrize("steps", [1, 2])
def test_who_hears_of_an_erasure_hears_of_its_maker_too(region: Region, steps: int) -> None:
    """Else one side told of it for ever, and the other one could never keep it. So it is with a copy of a copy."""
    pilar, bo, cy, amina = circle_of(region)
    roster, maker, world = cy.circle.roster, cy.circle.secrets.device, cy.circle.surroundings
    late: list[Entry] = []
    for _ in range(steps):
        keys = DeviceKeys.new(world)
        late.append(propose(roster, "succeed", maker.id, maker.sign, keys.public, world, own=keys.sign))
        maker = keys
    erasure = propose(roster, "redact", maker.id, maker.sign, {"people": [amina]}, world)
    rights.revoke(pilar.circle, me(cy))
    share(pilar, bo)
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [*late, erasure])  # by a stick, say
    assert bo.circle.roster.fallen == (erasure,)
    share(bo, pilar)
    assert [bo.share().requests, pilar.share().requests] == [1, 1]
    assert pilar.circle.roster.fallen == (erasure,) and {*pilar.circle.roster.aside} == {*late}


def test_what_is_told_to_nobody_crowds_out_nothing_that_is_told(region: Region) -> None:
    """Of two identities of one laptop one may run the circle again, the other one was shut out; each had erased her."""
    pilar, bo, cy, amina = circle_of(region)
    former, world = cy.circle.secrets.device, cy.circle.surroundings
    keys = DeviceKeys.new(world)
    copy = propose(cy.circle.roster, "succeed", former.id, former.sign, keys.public, world, own=keys.sign)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [copy])
    share(pilar, bo)
    base = pilar.circle.roster
    untold = propose(base, "redact", former.id, former.sign, {"people": [amina]}, world)
    told = untold
    while told.hash <= untold.hash:
        told = propose(base, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    for right in ("recorder", "organizer"):
        rights.change_right(pilar.circle, former.id, right)
        pilar.share()
    rights.revoke(pilar.circle, keys.id)
    share(pilar, bo)
    Exchange(bo.circle).receive_roster(bo.circle.roster.placed, [untold])
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [told])
    share(bo, pilar)
    assert {*bo.circle.roster.fallen} == {told, untold} and pilar.circle.roster.fallen == (told,)
    assert [bo.share().requests, pilar.share().requests] == [1, 1]


@pytest.mark.parametrize("left_out", [False, True])
def test_it_erases_nobody_by_itself_once_its_laptop_may_run_the_circle_again(
    region: Region, tmp_path: Path, left_out: bool
) -> None:
    pilar, bo, cy, amina = circle_of(region)
    rights.change_right(pilar.circle, me(cy), "recorder")
    pilar.share()
    erase(cy.verbs, amina)
    share(cy, pilar, bo)
    (entry,) = pilar.circle.roster.fallen
    if left_out:
        pilar.verbs.rescue.leave_out(me(cy))
        share(pilar, bo)
    rights.change_right(pilar.circle, me(cy), "organizer")
    # While the new right waits for a place the erasure does not wait behind it.
    assert entry not in pilar.circle.roster.proposals
    for _ in range(2):
        share(pilar, cy, bo)
    carry(cy, bo, tmp_path)
    for engine in (pilar, bo, cy):
        roster = engine.circle.roster
        assert entry in roster.fallen and entry not in roster.proposals and not roster.state.redactions.people
        assert roster.told_fallen == () and roster.lost_digest == b""  # what a former keeper hears it places
        assert NAME in name_set(engine) and engine.share().requests == 1
        assert asked(engine) == ([] if left_out else [(me(cy), amina, NAME)])
    daily.erase(cy.home, cy.verbs, amina)  # it may erase anew, as everybody may who runs the circle
    share(cy, pilar, bo)
    for engine in (pilar, bo, cy):
        assert engine.circle.roster.fallen == () and traces(engine) == []


def test_only_what_it_asks_for_after_it_may_run_the_circle_again_waits_for_a_place(region: Region) -> None:
    pilar, _, cy, amina = circle_of(region)
    roster, world, keys = pilar.circle.roster, pilar.circle.surroundings, cy.circle.secrets.device
    entry = propose(roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    assert Roster.replay(roster.placed, [entry]).proposals == (entry,)
    for right in ("recorder", "organizer"):
        rights.change_right(pilar.circle, me(cy), right)
        pilar.share()
        again = Roster.replay(pilar.circle.roster.placed, [entry])
        assert again.proposals == () and again.fallen == (entry,)
    later = propose(pilar.circle.roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    assert Roster.replay(pilar.circle.roster.placed, [later]).proposals == (later,)


def test_so_it_is_where_the_laptop_goes_on_under_another_identity(region: Region) -> None:
    pilar, _, cy, amina = circle_of(region)
    roster, world, mine = pilar.circle.roster, pilar.circle.surroundings, cy.circle.secrets.device
    goes_on, keys = recovering.succeed(roster, mine, cy.circle.journal.epochs, world)
    entry = propose(roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    assert {*Roster.replay(roster.placed, [goes_on, entry]).proposals} == {goes_on, entry}
    for right in ("recorder", "organizer"):
        rights.change_right(pilar.circle, me(cy), right)
        pilar.share()
    roster = pilar.circle.roster
    assert Roster.replay(roster.placed, [goes_on, entry]).proposals == (goes_on,)
    settled = settle(Roster.replay(roster.placed, [goes_on]), region.key, world.now_ms()).roster
    assert keys.id in settled.devices and not settled.devices[keys.id].provisional
    again = Roster.replay(settled.placed, [entry])
    assert again.proposals == () and again.fallen == (entry,)


def test_what_its_former_identity_may_do_no_more_takes_nothing_from_what_it_asks_for(region: Region) -> None:
    pilar, _, cy, amina = circle_of(region)
    world, mine = pilar.circle.surroundings, cy.circle.secrets.device
    goes_on, keys = recovering.succeed(pilar.circle.roster, mine, cy.circle.journal.epochs, world)
    Exchange(pilar.circle).receive_roster(pilar.circle.roster.placed, [goes_on])
    pilar.share()
    entry = propose(pilar.circle.roster, "redact", keys.id, keys.sign, {"people": [amina]}, world)
    rights.change_right(pilar.circle, me(cy), "recorder")
    pilar.share()
    roster = pilar.circle.roster
    assert (roster.devices[me(cy)].right, roster.devices[keys.id].right) == ("recorder", "organizer")
    assert Roster.replay(roster.placed, [entry]).proposals == (entry,)


def test_what_waited_together_while_the_hub_was_away_is_judged_in_its_order(region: Region, tmp_path: Path) -> None:
    """Lowered, asked to erase somebody, raised, all by sticks: the hub hears of all three at once."""
    pilar, bo, cy, amina = circle_of(region)
    region.reachable = False
    rights.change_right(pilar.circle, me(cy), "recorder")
    erase(cy.verbs, amina)
    rights.change_right(pilar.circle, me(cy), "organizer")
    carry(cy, pilar, tmp_path)
    region.reachable = True
    before = len(pilar.circle.roster.placed)
    share(pilar, bo, cy)
    for engine in (pilar, bo, cy):
        assert NAME in name_set(engine)
        after = [placed.entry.read().kind for placed in engine.circle.roster.placed[before:]]
        assert not {"redact", "refuse"} & {*after}, "nobody goes on proposing it, so that nothing has to end that"


def test_who_came_by_a_cancelled_sheet_asks_for_no_erasure(region: Region) -> None:
    pilar, _, _, amina = circle_of(region)
    old = new_sheet(pilar.circle).sheet
    pilar.share()
    stale, world = pilar.circle.roster, pilar.circle.surroundings
    new_sheet(pilar.circle)
    pilar.share()
    made: list[Entry] = []
    for _ in range(8):
        came = recovering.enrol(stale, old, world, take_over=False)
        keys = came.keys
        made.append(came.roster.proposals[-1])
        made += [
            propose(stale, "redact", keys.id, keys.sign, {"people": [amina, bytes([n]) * 16]}, world) for n in range(8)
        ]
    roster = Roster.replay(pilar.circle.roster.placed, made)
    assert roster.aside and roster.fallen == ()


def test_nor_where_its_work_comes_by_a_stick(region: Region, tmp_path: Path) -> None:
    pilar = region.found()
    victim = add_member(pilar, "Victim")
    old = new_sheet(pilar.circle).sheet
    pilar.share()
    pilar.write_bundle(tmp_path / "old")
    new_sheet(pilar.circle)
    pilar.share()
    home, world = region.home()
    xen = region.engine(home, recover_from_bundle(home, old, "Xen", "Xen's laptop", tmp_path / "old", world), world)
    erase(xen.verbs, victim)
    xen.write_bundle(tmp_path / "xen")
    pilar.read_bundle(tmp_path / "xen")
    pilar.share()
    assert asked(pilar) == [] and pilar.circle.roster.fallen == ()


def test_no_laptop_crowds_out_what_others_ask_for(region: Region) -> None:
    """Of one that asks for one erasure that one is told, whatever those ask for that ask for many."""
    pilar = region.found()
    laptops = [region.laptop(pilar, name) for name in ("Bo", "Cy", "Dana", "Eve", "Finn", "Gil")]
    share(pilar)
    for engine in laptops:
        rights.revoke(pilar.circle, me(engine))
    pilar.share()
    roster, world = pilar.circle.roster, pilar.circle.surroundings

    def entries(engine: Engine, count: int) -> list[Entry]:
        keys = engine.circle.secrets.device
        rows = ({"people": [bytes([n]) * 16]} for n in range(count))
        return [propose(roster, "redact", keys.id, keys.sign, row, world) for row in rows]

    one, *loud = laptops
    crowd = [entry for engine in loud for entry in entries(engine, PER_LAPTOP)]
    (true,) = entries(one, 1)
    told = Roster.replay(roster.placed, [true, *crowd]).fallen
    assert true in told and len(told) == MOST < len(crowd)
    assert Roster.replay(roster.placed, [*told, *crowd[::-1]]).fallen == told
    keys = one.circle.secrets.device
    twice = [
        *entries(one, 1),
        propose(roster, "redact", keys.id, keys.sign, {"people": [bytes(16)], "gone": [bytes(16)]}, world),
    ]
    assert len(Roster.replay(roster.placed, twice).fallen) == 1
