"""A branch that the list names and that was cleaned, while it lay aside, of somebody whom nobody erases there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import rivals
from erasing import hub_region, sayings
from forks import parted_at, thief
from sticks import carry
from sync_region import Region, add_member, hashes, me, name_set

from learningcircles.journal.segment import Header, header_hash
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles_sync.engine import Engine


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def write(engine: Engine, name: str, notes: str = "") -> None:
    add_member(engine, name, notes=notes)
    Exchange(engine.circle).close_tail()


def met(region: Region, *people: str, recorders: tuple[str, ...] = ()) -> tuple[bytes, list[Engine]]:
    """Return Marek, who is to be erased, and the laptops of Pilar and of these people, who all know him."""
    pilar = region.found()
    others = [region.laptop(pilar, each, "recorder" if each in recorders else "organizer") for each in people]
    marek = add_member(pilar, "Marek Quintero", phone="+33 612 345 678")
    for engine in (pilar, *others) * 2:
        engine.share()
    return marek, [pilar, *others]


def shut_out_unheard(region: Region, doer: Engine, out: Engine, hears: Engine) -> None:
    """Let an organizer shut a laptop out while the hub is away, and another one alone hear of it."""
    region.reachable = False
    rights.revoke(doer.circle, me(out))
    Exchange(hears.circle).receive_roster(doer.circle.roster.placed, doer.circle.roster.kept)
    region.reachable = True


def settle(region: Region, *engines: Engine, after_ms: int = 60_000) -> None:
    for _ in range(4):
        region.clock.ms += after_ms
        for engine in engines:
            engine.share()
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    for engine in engines:
        assert not engine.share().obstacles and check(engine.circle) == []


@pytest.mark.parametrize("after_ms", [60_000, 25 * 3_600_000])
@pytest.mark.parametrize("kind", ["region", "lasting"])
def test_who_had_cleaned_it_by_anothers_erasure_takes_it_whole(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str, after_ms: int
) -> None:
    """The only organizer left had; then whoever was erased is erased there as well, also by one who shares seldom."""
    region = request.getfixturevalue(kind)
    marek, (pilar, chidi, amina, dana, eve) = met(region, "Chidi", "Amina", "Dana", "Eve", recorders=("Dana",))
    copies = rivals(region, amina)
    write(amina, "Ana", "Lodges with Marek Quintero")
    write(amina, "Ana's sister")
    for engine in (pilar, dana):
        carry(amina, engine, tmp_path)
    copy = thief(copies, pilar, wins=True)
    for engine in (chidi, eve):
        carry(copy, engine, tmp_path)
    carry(pilar, chidi, tmp_path)
    assert "Zoe" in name_set(chidi) and "Ana" not in name_set(chidi)
    shut_out_unheard(region, pilar, amina, dana)
    erase(eve.verbs, marek)
    eve.share()
    carry(eve, chidi, tmp_path)
    dana.share()
    carry(dana, chidi, tmp_path)
    settle(region, dana, chidi, after_ms=after_ms)
    for engine in (dana, chidi):
        assert "Ana" in name_set(engine)
        assert not [each for each in sayings(engine.circle) if "Quintero" in each]


@pytest.mark.parametrize("kind", ["region", "lasting"])
def test_who_had_cleaned_it_for_a_word_of_its_own_takes_it_whole(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    """No organizer sees anything of the person there, so that no entry ever names it."""
    region = request.getfixturevalue(kind)
    marek, (pilar, chidi, amina, eve) = met(region, "Chidi", "Amina", "Eve", recorders=("Chidi",))
    copies = rivals(region, amina)
    write(amina, "Ana", "At home call +33 699 999 999")
    write(amina, "Ana's sister")
    carry(amina, pilar, tmp_path)
    copy = thief(copies, pilar, wins=True)
    for engine in (chidi, eve):
        carry(copy, engine, tmp_path)
    carry(amina, chidi, tmp_path)
    assert "Zoe" in name_set(chidi) and "Ana" not in name_set(chidi)
    chidi.verbs.records.edit("member", marek, {"phone": "+33 699 999 999"})
    erase(eve.verbs, marek)
    eve.share()
    carry(eve, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    settle(region, pilar, chidi, eve)
    assert "Ana" in name_set(chidi)


def test_what_it_says_of_others_is_kept_where_it_counted_until_then(region: Region, tmp_path: Path) -> None:
    """It speaks of somebody of whose erasure the same share tells, and what follows it on its branch does not."""
    marek, (pilar, amina, eve) = met(region, "Amina", "Eve")
    copies = rivals(region, amina)
    write(amina, "Ana", "Lodges with Marek Quintero")
    write(amina, "Ana's sister")
    carry(amina, pilar, tmp_path)
    thief(copies, pilar, wins=True).share()
    erase(eve.verbs, marek)
    eve.share()
    settle(region, pilar, amina, eve)
    assert {"Ana", "Ana's sister", "Zoe"} <= name_set(pilar)
    assert not [each for each in sayings(pilar.circle) if "Quintero" in each]


@pytest.mark.parametrize("more", [0, 70])
def test_a_long_way_to_a_named_end_is_followed_though_it_comes_in_parts(
    region: Region, tmp_path: Path, more: int
) -> None:
    """A laptop that may erase nobody takes nothing out of it between two parts, or it would never be whole there."""
    marek, (pilar, chidi, amina, dana, eve) = met(region, "Chidi", "Amina", "Dana", "Eve", recorders=("Chidi", "Dana"))
    copies = rivals(region, amina)
    write(amina, "Ana", "Lodges with Marek Quintero")
    for number in range(more):
        write(amina, f"Ana's sister {number}")
    write(amina, "Ana's aunt", "A friend of Marek Quintero")
    for engine in (pilar, dana):
        carry(amina, engine, tmp_path)
    copy = thief(copies, pilar, wins=True)
    for engine in (chidi, eve):
        carry(copy, engine, tmp_path)
    carry(amina, chidi, tmp_path)
    assert "Zoe" in name_set(chidi) and "Ana" not in name_set(chidi)
    shut_out_unheard(region, pilar, amina, dana)
    erase(eve.verbs, marek)
    eve.share()
    carry(eve, chidi, tmp_path)
    dana.share()
    carry(dana, chidi, tmp_path)
    assert "Ana" in name_set(chidi) and hashes(chidi)["private"] == hashes(dana)["private"]
    settle(region, pilar, dana, chidi)
    for engine in (pilar, dana, chidi):
        assert "Ana" in name_set(engine)
        assert not [each for each in sayings(engine.circle) if "Quintero" in each]


def test_who_erased_having_looked_through_another_branch_has_not_looked_through_this_one(
    region: Region, tmp_path: Path
) -> None:
    """Nobody brings the other branch to who holds this one: the end that the list names alone tells of one."""
    marek, (pilar, amina, eve) = met(region, "Amina", "Eve")
    copies = rivals(region, amina)
    write(amina, "Ana", "Lodges with Marek Quintero")
    carry(amina, pilar, tmp_path)
    carry(thief(copies, pilar, wins=True), eve, tmp_path)
    erase(eve.verbs, marek)
    Exchange(eve.circle).close_tail()
    segments = Exchange(eve.circle).after({}, 10**9)
    Exchange(pilar.circle).receive([each for each in segments if Header.parse(each.header).device == me(eve)])
    Exchange(pilar.circle).receive_roster(eve.circle.roster.placed, eve.circle.roster.proposals)
    eve.circle.close()
    for _ in range(2):
        pilar.share()
    rights.revoke(pilar.circle, me(amina))
    for _ in range(3):
        region.clock.ms += 60_000
        pilar.share()
    assert "Ana" in name_set(pilar)
    assert not [each for each in sayings(pilar.circle) if "Quintero" in each]


def test_what_goes_on_from_a_named_end_and_was_cleaned_stays_aside_with_its_rest(
    region: Region, tmp_path: Path
) -> None:
    marek, (pilar, chidi, amina, eve) = met(region, "Chidi", "Amina", "Eve")
    copies = rivals(region, amina)
    for name in ("Ana", "Ana's sister"):
        write(amina, name)
    carry(amina, pilar, tmp_path)
    write(amina, "Ana's aunt", "Lodges with Marek Quintero")
    carry(amina, chidi, tmp_path)
    copy = thief(copies, pilar, wins=True)
    carry(copy, chidi, tmp_path)
    assert "Zoe" in name_set(chidi) and "Ana" not in name_set(chidi)
    erase(eve.verbs, marek)
    eve.share()
    carry(eve, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    carry(pilar, chidi, tmp_path)
    assert "Ana" in name_set(chidi)
    settle(region, pilar, chidi, eve)
    assert len({Exchange(each.circle).have()[1, me(amina)] for each in (pilar, chidi, eve)}) == 1
    bundles = chidi.verbs.rescue.bundles()
    assert "Ana's aunt" in {line.title for each in bundles for line in chidi.verbs.rescue.look(each.device)}
    carry(amina, chidi, tmp_path)
    held = {header_hash(row[0]) for row in chidi.circle.connection.execute("SELECT header FROM segment")}
    assert not held & {bytes(row[0]) for row in chidi.circle.connection.execute("SELECT hash FROM aside")}
    lines = [line for each in chidi.verbs.rescue.bundles() for line in chidi.verbs.rescue.look(each.device)]
    assert sorted((line.title, line.field) for line in lines) == sorted({(line.title, line.field) for line in lines})
    settle(region, pilar, chidi, eve)
    assert not [each for each in sayings(chidi.circle) if "Quintero" in each]


def test_who_is_erased_goes_from_a_branch_that_its_author_never_had(region: Region, tmp_path: Path) -> None:
    """It counts here, and looks as if it had been looked through: its parcels bear the names of the other one's."""
    marek, (pilar, chidi, amina) = met(region, "Chidi", "Amina")
    copies = rivals(region, amina)
    write(amina, "Ana")
    write(amina, "Ana's sister")
    carry(amina, pilar, tmp_path)
    copy = thief(copies, pilar, wins=True)
    write(copy, "Zoe's sister", "Lodges with Marek Quintero")
    carry(copy, chidi, tmp_path)
    region.reachable = False
    erase(pilar.verbs, marek)
    region.reachable = True
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    (redaction,) = chidi.circle.roster.state.redactions.entries
    log = Logs(chidi.circle.connection, chidi.circle.journal.numbers).get(1, chidi.circle.journal.numbers.of(me(amina)))
    assert redaction.covers((1, me(amina), log.stored))
    carry(pilar, chidi, tmp_path)
    region.clock.ms += 60_000
    for _ in range(3):
        chidi.share()
    assert "Zoe's sister" in name_set(chidi), "it counts here"
    assert not [each for each in sayings(chidi.circle) if "Quintero" in each]


def test_a_branch_that_was_cleaned_takes_no_place_of_one_whose_end_is_named_no_more(
    region: Region, tmp_path: Path
) -> None:
    """It has the lower hash, and would come without its payload: others hold it whole."""
    marek, (pilar, chidi, amina, dana, eva) = met(region, "Chidi", "Amina", "Dana", "Eva")
    copies = rivals(region, amina)
    write(amina, "Ana")
    for engine in (amina, pilar, dana):
        engine.share()
    for copy in copies:
        write(copy, "Zoe", "Lodges with Marek Quintero")
        if parted_at(copy, pilar, me(amina)) < parted_at(pilar, copy, me(amina)):
            break
    lower = parted_at(copy, pilar, me(amina))
    for engine in (chidi, eva):
        carry(copy, engine, tmp_path)
        carry(pilar, engine, tmp_path)
        assert "Zoe" in name_set(engine) and "Ana" not in name_set(engine)
    shut_out_unheard(region, dana, amina, chidi)  # waits for its place, and never gets it
    erase(pilar.verbs, marek)
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    logs = Logs(chidi.circle.connection, chidi.circle.journal.numbers)
    row = logs.header_aside(lower)
    assert "Ana" in name_set(chidi) and row is not None and not row[1], "it was cleaned"
    rights.change_right(pilar.circle, me(dana), "recorder")
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert not chidi.circle.roster.devices[me(amina)].revoked
    assert "Ana" in name_set(chidi) and logs.header_aside(lower) is not None and check(chidi.circle) == []
    carry(eva, chidi, tmp_path)
    settle(region, eva, chidi, pilar)
    for engine in (eva, chidi, pilar):
        assert not [each for each in sayings(engine.circle) if "Quintero" in each]
