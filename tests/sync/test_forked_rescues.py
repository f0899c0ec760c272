"""What lost of a forked log, of a laptop that was shut out: it waits for an organizer on every laptop."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import hub_region
from sync_region import Region, add_member, hashes, me, name_set
from test_forked import ask_beside
from test_forked_ends import forked
from test_two_keepers import carry

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.parted import held_branches
from learningcircles_sync.engine import Engine
from learningcircles_sync.outcome import phrases

OURS = {"Ana", "Ana's sister"}


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def waiting(engine: Engine) -> set[str]:
    """What is called that waits for an organizer."""
    rescue = engine.verbs.rescue
    return {line.title for bundle in rescue.bundles() for line in rescue.look(bundle.device)}


def shut_out_twice(region: Region, folder: Path, *, wins: bool) -> tuple[Engine, Engine, Engine]:
    """Return two organizers, each of whom shut the laptop out and knows another branch, and one who knows neither."""
    pilar, chidi, amina, copy = forked(region, folder, wins=wins)
    late = region.laptop(pilar, "Late")
    carry(copy, chidi, folder)
    assert "Zoe" in name_set(chidi)
    region.reachable = False
    for organizer in (pilar, chidi):
        rights.revoke(organizer.circle, me(amina))
    region.reachable = True
    return pilar, chidi, late


def agree(*engines: Engine) -> None:
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    for engine in engines:
        assert check(engine.circle) == []
        outcome = engine.share()
        assert (outcome.requests, outcome.sent, outcome.received, outcome.obstacles) == (1, 0, 0, ())


@pytest.mark.parametrize("met", [True, False])
@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("wins", [True, False])
def test_each_of_two_organizers_who_knew_another_branch_is_offered_what_lost(
    lasting: Region, tmp_path: Path, wins: bool, first: int, met: bool
) -> None:
    """`met`: both exchanged sticks before either met the hub."""
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=wins)
    both = (pilar, chidi) if first == 0 else (chidi, pilar)
    if met:
        carry(both[0], both[1], tmp_path)
    for engine in (*both, late) * 3:
        engine.share()
    agree(*both, late)
    counts = OURS & name_set(pilar)
    lost = {"Zoe"} if counts else OURS
    for engine in (*both, late):
        assert waiting(engine) == lost
    (bundle,) = late.verbs.rescue.bundles()
    late.verbs.rescue.take_in(bundle.device)
    for engine in (late, *both):
        engine.share()
    agree(late, *both)
    for engine in (*both, late):
        assert engine.verbs.rescue.bundles() == [] and OURS | {"Zoe"} <= name_set(engine)


@pytest.mark.parametrize("way", ["stick", "asks", "answers"])
@pytest.mark.parametrize("wins", [True, False])
def test_what_lost_waits_on_every_laptop_without_a_hub_too(
    region: Region, tmp_path: Path, wins: bool, way: str
) -> None:
    pilar, chidi, late = shut_out_twice(region, tmp_path, wins=wins)
    region.reachable = False
    everybody = (pilar, chidi, late)
    for one, other in [(a, b) for a in everybody for b in everybody if a is not b] * 3:
        if way == "stick":
            carry(one, other, tmp_path)
        else:
            ask_beside(region, *((one, other) if way == "asks" else (other, one)))
    assert len({hashes(engine)["private"] for engine in everybody}) == 1
    lost = {"Zoe"} if OURS & name_set(pilar) else OURS
    for engine in everybody:
        assert waiting(engine) == lost and check(engine.circle) == []


@pytest.mark.parametrize("more", [False, True])
@pytest.mark.parametrize("way", ["stick", "asks", "answers"])
@pytest.mark.parametrize("wins", [True, False])
def test_who_shows_the_copys_branch_follows_at_once_whoever_knows_better(
    region: Region, tmp_path: Path, wins: bool, way: str, more: bool
) -> None:
    """`more`: the copy's branch is the longer one."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=wins)
    for name in ("Zoe's brother", "Zoe's aunt") if more else ():
        add_member(copy, name)
        Exchange(copy.circle).close_tail()
    carry(copy, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    region.reachable = False
    assert "Zoe" in name_set(chidi)
    if way == "stick":
        carry(pilar, chidi, tmp_path)
    else:
        ask_beside(region, *((chidi, pilar) if way == "asks" else (pilar, chidi)))
    assert name_set(chidi) >= OURS and "Zoe" not in name_set(chidi)
    assert hashes(pilar)["private"] == hashes(chidi)["private"]
    chidi.circle.follow()
    assert chidi.circle.roster.head == pilar.circle.roster.head and check(chidi.circle) == []
    assert waiting(chidi) >= {"Zoe"}


@pytest.mark.parametrize("wins", [True, False])
def test_where_somebody_was_erased_a_stick_brings_what_lost_to_other_organizers(
    lasting: Region, tmp_path: Path, wins: bool
) -> None:
    """A hub keeps nothing of it then, and nobody is told that it does."""
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=wins)
    erase(pilar.verbs, add_member(pilar, "Quentin Farley"))
    told: set[str] = set()
    for engine in (pilar, chidi, late) * 4:
        told |= {str(phrase) for phrase in phrases(engine.share().obstacles)}
    lost = {"Zoe"} if OURS & name_set(pilar) else OURS
    held = [engine for engine in (pilar, chidi, late) if waiting(engine) == lost]
    assert 0 < len(held) < 3
    sentences = [sentence for sentence in told if "two different versions" in sentence]
    assert sentences and all("a stick brings it to others" in sentence for sentence in sentences)
    for engine in (pilar, chidi, late):
        if engine not in held:
            carry(held[0], engine, tmp_path)
    assert [waiting(engine) for engine in (pilar, chidi, late)] == [lost] * 3
    late.verbs.rescue.take_in(late.verbs.rescue.bundles()[0].device)
    for engine in (late, pilar, chidi):
        engine.share()
    assert not any(waiting(engine) for engine in (pilar, chidi, late))


def test_of_who_was_shut_out_the_ends_of_logs_that_were_forked_are_named_alone(lasting: Region, tmp_path: Path) -> None:
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=True)
    bo = lasting.laptop(pilar, "Bo")
    add_member(bo, "By Bo")
    bo.share()
    rights.revoke(pilar.circle, me(bo))
    for engine in (pilar, chidi, late) * 3:
        engine.share()
    agree(pilar, chidi, late)
    for engine in (pilar, chidi, late):
        heads = Logs(engine.circle.connection, engine.circle.journal.numbers).heads()
        ours, named = {head for _, device, _, head in heads if device == me(bo)}, held_branches(engine.circle)
        assert ours and named and ours.isdisjoint(named)
