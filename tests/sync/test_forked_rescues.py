"""What lost of a forked log, of a laptop that was shut out: it waits for an organizer on every laptop."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest
from disks import cloned
from erasing import hub_region, sayings
from forks import clones_of_one_shut_out, fork_of, forked, waiting
from sticks import ask_beside, carry
from sync_region import Region, add_member, hashes, me, name_set

from learningcircles.journal.segment import Segment
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage import parted
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.parted import held_branches
from learningcircles.storage.rests import Rests
from learningcircles.trust.counts import named_ends
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import aside as hub_aside
from learningcircles_sync.outcome import phrases

OURS = {"Ana", "Ana's sister"}


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def shut_out_twice(region: Region, folder: Path, *, wins: bool, erased: bool = False) -> tuple[Engine, Engine, Engine]:
    """Return two organizers, each of whom shut the laptop out and knows another branch, and one who knows neither.

    `erased`: somebody else had been before.
    """
    pilar, chidi, amina, copy = forked(region, folder, wins=wins, erased=erased)
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


@pytest.mark.parametrize("when", ["before", "apart", "after"])
@pytest.mark.parametrize("wins", [True, False])
def test_where_somebody_was_erased_every_organizer_is_offered_the_same_too(
    lasting: Region, tmp_path: Path, wins: bool, when: str
) -> None:
    """A hub keeps nothing of it then: who holds it says again what is left of it."""
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=wins, erased=when == "before")
    if when == "apart":
        erase(pilar.verbs, add_member(pilar, "Quentin Farley"))
    told: set[str] = set()
    for engine in (pilar, chidi, late) * 4:
        told |= {str(phrase) for phrase in phrases(engine.share().obstacles)}
    if when == "after":
        erase(late.verbs, add_member(late, "Quentin Farley"))
        for engine in (late, pilar, chidi) * 3:
            engine.share()
    lost = {"Zoe"} if OURS & name_set(pilar) else OURS
    assert [waiting(engine) for engine in (pilar, chidi, late)] == [lost] * 3
    sentences = [sentence for sentence in told if "two different versions" in sentence]
    assert sentences and all("a stick brings it to others" in sentence for sentence in sentences)
    agree(pilar, chidi, late)
    (bundle,) = chidi.verbs.rescue.bundles()
    assert chidi.verbs.rescue.take_in(bundle.device).actions == len(lost)
    for engine in (chidi, pilar, late) * 2:
        engine.share()
    agree(pilar, chidi, late)
    for engine in (pilar, chidi, late):
        assert engine.verbs.rescue.bundles() == [] and OURS | {"Zoe"} <= name_set(engine)


@pytest.mark.parametrize("wins", [True, False])
def test_no_word_of_who_was_erased_travels_with_what_waits_for_organizers(
    lasting: Region, tmp_path: Path, wins: bool
) -> None:
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=wins)
    late = lasting.laptop(pilar, "Late")
    gone = add_member(pilar, "Quentin Farley", phone="0123 456 789")
    for engine, name in ((amina, "Ana's aunt"), (copy, "Zoe's aunt")):
        add_member(engine, name, notes="Quentin Farley has the key, call 0123 456 789 at nine")
    amina.share()
    pilar.share()
    carry(copy, chidi, tmp_path)
    lasting.reachable = False
    for organizer in (pilar, chidi):
        rights.revoke(organizer.circle, me(amina))
    lasting.reachable = True
    erase(pilar.verbs, gone)
    for engine in (pilar, chidi, late) * 4:
        engine.share()
    agree(pilar, chidi, late)
    lost = {"Zoe", "Zoe's aunt"} if OURS & name_set(pilar) else {*OURS, "Ana's aunt"}
    for engine in (pilar, chidi, late):
        assert waiting(engine) == lost
        lines = engine.verbs.rescue.look(engine.verbs.rescue.bundles()[0].device)
        assert [line.value for line in lines if line.field == "notes"] == ["… has the key, call … at nine"]
        assert not [words for words in sayings(engine.circle) if "Farley" in words or "0123 456" in words]


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


def aside_of(engine: Engine, device: bytes) -> int:
    logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
    return sum(header.device == device for _, header, _ in logs.headers_aside())


@pytest.mark.parametrize("beside", [False, True])
def test_many_branches_of_one_copied_laptop_keep_nothing_of_another_one_off(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, beside: bool
) -> None:
    """Of the one an organizer's laptop takes no more from some number on, and says so; of others it is told."""
    monkeypatch.setattr(parted, "MOST_ENDS", 3)
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=True)
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 8)
    for copy in copies:
        carry(copy, pilar, tmp_path)
    held = aside_of(pilar, device)
    assert 3 <= held < 8
    if not beside:
        for engine in (pilar, chidi, late) * 3:
            engine.share()
    else:
        lasting.reachable = False
        for one, other in [(pilar, chidi), (chidi, pilar), (pilar, late), (late, chidi)] * 3:
            ask_beside(lasting, one, other)
            ask_beside(lasting, other, one)
    for engine in (pilar, chidi, late):
        assert ("Zoe" in waiting(engine)) is ("Zoe" not in name_set(engine))
        assert aside_of(engine, device) >= 3
    if not beside:
        agree(pilar, chidi, late)


def test_who_may_not_take_it_in_is_told_nothing_of_it(lasting: Region, tmp_path: Path) -> None:
    pilar, chidi, late = shut_out_twice(lasting, tmp_path, wins=True)
    for engine in (pilar, chidi, late) * 3:
        engine.share()
    ben = lasting.laptop(pilar, "Ben", "recorder")
    for engine in (ben, chidi, late) * 2:
        engine.share()
    agree(pilar, chidi, late, ben)
    (bundle,) = late.verbs.rescue.bundles()
    assert aside_of(late, bundle.device) and not aside_of(ben, bundle.device)
    rights.change_right(pilar.circle, me(ben), "organizer")
    for engine in (pilar, ben, ben):
        engine.share()
    assert waiting(ben) == waiting(late)


def test_a_hub_keeps_no_more_bytes_of_a_log_that_lost_than_there_is_room(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_aside, "MOST_BYTES", 3_000)
    pilar = lasting.found()
    device, copies = clones_of_one_shut_out(lasting, tmp_path, pilar, 6)
    for number, copy in enumerate(copies):
        add_member(copy, f"More {number}", notes=str(random.Random(number).getrandbits(8_000)))
        carry(copy, pilar, tmp_path)
    pilar.share()
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    links = [(each.space, each.device, each.seq, hash_) for hash_, each in room.aside.headers([device])]
    sizes = [len(room.aside.get(link).payload or b"") for link in links]
    assert 1_000 < sum(sizes) <= 3_000 and aside_of(pilar, device) > len(sizes)


def test_who_keeps_no_more_of_what_lost_keeps_the_way_to_an_end_that_the_list_names(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It comes parcel by parcel, and the first one fills all that there is room for."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    monkeypatch.setattr(parted, "MOST_SEGMENTS", 1)
    for segment in list(own_segments(pilar, me(amina), fork_of(copy, amina) - 1)):
        assert "Ana" not in name_set(chidi)
        Exchange(chidi.circle).receive([segment])
    assert name_set(chidi) >= OURS and "Zoe" not in name_set(chidi)


def test_of_what_may_lead_to_an_end_that_never_comes_only_so_much_is_kept(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever has a copy of the disk signs ever more of it; what leads there has room all the same once it comes."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    for name in ("Ana's aunt", "Ana's uncle"):
        add_member(amina, name)
        amina.share()
    pilar.share()
    carry(copy, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    monkeypatch.setattr(parted, "MOST_SEGMENTS", 1)
    (end, _) = Exchange(pilar.circle).heads_of(me(amina))[1]
    clones = more_of(region, copy)
    for clone in islice(clones, end + 6):
        carry(clone, chidi, tmp_path)
    assert aside_of(chidi, me(amina)) == 1 + end
    way = list(own_segments(pilar, me(amina), fork_of(copy, amina) - 1))
    assert len(way) == 4, "of what is on its way already nothing makes room, and the last one would"
    for segment in way:
        Exchange(chidi.circle).receive([segment])
        if segment is way[0]:
            carry(next(clones), chidi, tmp_path)  # the last ones make room for it: not this one
    assert name_set(chidi) >= OURS and "Zoe" not in name_set(chidi)


def more_of(region: Region, copy: Engine) -> Iterator[Engine]:
    """Yield copies of a copy, each of which has written something else."""
    for number in count():
        clone = cloned(region, copy, 300 + number)
        add_member(clone, f"Of clone {number}", notes="Knows Quentin Farley")
        Exchange(clone.circle).close_tail()
        yield clone


def test_what_makes_room_leaves_nothing_that_was_kept_of_it(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where somebody was erased it lies beside, without them: that would grow for ever."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    gone = add_member(chidi, "Quentin Farley")
    carry(chidi, pilar, tmp_path)
    carry(copy, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    monkeypatch.setattr(parted, "MOST_SEGMENTS", 1)
    (end, _) = Exchange(pilar.circle).heads_of(me(amina))[1]
    clones = more_of(region, copy)
    for clone in islice(clones, end + 3):
        carry(clone, chidi, tmp_path)
    erase(pilar.verbs, gone)
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    rests, logs = Rests(chidi.circle.connection), Logs(chidi.circle.connection, chidi.circle.journal.numbers)
    assert rests.hashes(), "or this shows nothing"
    for clone in islice(clones, 3):
        carry(clone, chidi, tmp_path)
        assert all(logs.is_aside(hash_) for hash_ in rests.hashes())
    assert aside_of(chidi, me(amina)) == 1 + end


def test_only_the_first_end_that_is_held_decides_what_has_room(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One organizer let the laptop do less, who knew another branch than the one who shut it out later."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    rights.change_right(pilar.circle, me(amina), "recorder")
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    rights.revoke(chidi.circle, me(amina))
    chidi.circle.follow()
    monkeypatch.setattr(parted, "MOST_SEGMENTS", 1)
    for clone in islice(more_of(region, copy), 4):
        carry(clone, chidi, tmp_path)
    assert aside_of(chidi, me(amina)) == 1


def own_segments(engine: Engine, device: bytes, after: int) -> Iterator[Segment]:
    logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
    return logs.segments(1, logs.numbers.of(device), after)


def test_what_has_come_into_its_log_makes_no_room(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who holds a third branch gets at once the way to the second end that the list names, and more that has lost."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    late = region.laptop(pilar, "Late")
    third, *clones = islice(more_of(region, copy), 16)
    add_member(copy, "Zoe's brother")
    carry(copy, late, tmp_path)
    region.reachable = False
    rights.change_right(pilar.circle, me(amina), "recorder")
    region.clock.ms += 1_000
    rights.revoke(late.circle, me(amina))
    region.reachable = True
    for engine in (pilar, late):
        engine.share()
    carry(third, chidi, tmp_path)
    Exchange(chidi.circle).receive_roster(late.circle.roster.placed, late.circle.roster.kept)
    ends = [seq for seq, _ in named_ends(chidi.circle.roster.devices[me(amina)], 1)]
    assert len(ends) == 2, "or this shows nothing"
    monkeypatch.setattr(parted, "MOST_SEGMENTS", 1)
    for clone in clones[:6]:
        carry(clone, chidi, tmp_path)
    after = fork_of(copy, amina) - 1
    Exchange(chidi.circle).receive(
        [each for engine in (pilar, *clones[6:]) for each in own_segments(engine, me(amina), after)]
    )
    assert "Ana" in name_set(chidi), "or this shows nothing"
    assert aside_of(chidi, me(amina)) == 1 + max(ends)
