"""A log that a copy of its disk has forked, of a laptop that was shut out: the branch counts that the list names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import rivals
from erasing import hub_region
from forks import fork_of, forked, thief
from sticks import ask_beside, carry
from sync_region import Region, add_member, hashes, invite_to, me, name_set

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.named_ends import NamedEnds
from learningcircles_sync.engine import Engine
from learningcircles_sync.hub import aside as hub_aside
from learningcircles_sync.named import named_branches
from learningcircles_sync.protocol import PAGE_BYTES
from learningcircles_sync.push import Push, examine_segments


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def settle(*engines: Engine) -> None:
    for engine in engines * 2:
        engine.share()
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    for engine in engines:
        assert {"Ana", "Ana's sister"} <= name_set(engine) and "Zoe" not in name_set(engine)
        assert check(engine.circle) == []
        assert not engine.share().obstacles, "all hold the same: nothing is exchanged any more"


@pytest.mark.parametrize("wins", [True, False])
def test_what_a_laptop_had_shared_counts_on_whatever_a_copy_of_its_disk_brings(
    region: Region, tmp_path: Path, wins: bool
) -> None:
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=wins)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    carry(copy, pilar, tmp_path)
    assert {"Ana", "Ana's sister"} <= name_set(pilar)
    settle(pilar, chidi)
    for engine in (pilar, chidi):
        (bundle,) = engine.verbs.rescue.bundles()
        assert {line.title for line in engine.verbs.rescue.look(bundle.device)} == {"Zoe"}


@pytest.mark.parametrize("wins", [True, False])
def test_who_held_the_copys_branch_takes_the_one_that_the_list_names(
    region: Region, tmp_path: Path, wins: bool
) -> None:
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=wins)
    carry(copy, chidi, tmp_path)
    assert "Zoe" in name_set(chidi)
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    settle(chidi, pilar)
    for engine in (pilar, chidi):
        (bundle,) = engine.verbs.rescue.bundles()
        assert {line.title for line in engine.verbs.rescue.look(bundle.device)} == {"Zoe"}


@pytest.mark.parametrize("late", [True, False])
def test_a_list_that_names_the_other_branch_changes_what_counts_where_both_are_held(
    region: Region, tmp_path: Path, late: bool
) -> None:
    """Also where the branch that it names comes after the list, its end first of all or last."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    if not late:
        carry(pilar, chidi, tmp_path)
        assert "Ana" not in name_set(chidi), "the lower hash counts, as long as the list says nothing"
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert ("Ana" in name_set(chidi)) is not late
    if late:
        carry(pilar, chidi, tmp_path)
    settle(pilar, chidi)


def test_what_was_ended_last_counts_where_a_right_was_taken_twice(region: Region, tmp_path: Path) -> None:
    """A copy of the disk from before the second time leads to the first end as well."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina", "recorder")
    add_member(amina, "First")
    for right in ("reader", "recorder"):
        for engine in (amina, pilar):
            engine.share()
        rights.change_right(pilar.circle, me(amina), right)
        for engine in (pilar, amina, chidi):
            engine.share()
    copies = rivals(region, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    pilar.share()
    copy = thief(copies, pilar, wins=True)
    rights.change_right(pilar.circle, me(amina), "reader")
    pilar.share()
    carry(copy, pilar, tmp_path)
    settle(pilar, chidi)
    assert "First" in name_set(pilar)


@pytest.mark.parametrize("page", [1, PAGE_BYTES])
@pytest.mark.parametrize("erased", [False, True])
def test_the_hub_takes_the_branch_that_the_list_names_page_by_page_or_at_once(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, erased: bool, page: int
) -> None:
    """Also where somebody was erased: then nothing that may say more is left aside once the end has come."""
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    if erased:
        erase(pilar.verbs, add_member(pilar, "Marek"))
        pilar.share()
    at = fork_of(copy, amina)  # a hub restored from a backup, which the copy met first
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, me(amina), at, keep=False))
    chidi.share()
    rights.revoke(pilar.circle, me(amina))
    monkeypatch.setattr("learningcircles_sync.session.PAGE_BYTES", page)
    settle(pilar, chidi)
    head = Exchange(pilar.circle).heads_of(me(amina))[1]
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.header_hash(1, me(amina), head[0]) == head[1]
    for hash_, header in room.aside.headers([me(amina)]):
        link = (header.space, header.device, header.seq, hash_)
        assert not erased or room.aside.get(link).payload is None
        assert room.header_hash(header.space, header.device, header.seq) != hash_, "kept once"


def test_what_goes_on_from_a_named_end_lies_aside_no_more_once_the_hub_has_it_in_the_log(
    lasting: Region, tmp_path: Path
) -> None:
    """It had come before the list, and comes again after the end of its branch."""
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=True)
    dana = lasting.laptop(pilar, "Dana")
    add_member(amina, "Ana's aunt")
    for engine in (amina, dana):
        engine.share()
    at, device = fork_of(copy, amina), me(amina)
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, device, at, keep=False))
    carry(copy, chidi, tmp_path)
    for engine in (chidi, dana):  # the hub met the copy's branch first
        engine.share()
    rights.revoke(pilar.circle, device)
    settle(pilar, dana, chidi)
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.heads()[1, device].seq == at + 2
    assert [header.seq for _, header in room.aside.headers([device])] == [at], "the copy's alone"


def test_a_way_longer_than_all_that_a_hub_keeps_of_what_lost_comes_to_it(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    at = fork_of(copy, amina)
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, me(amina), at, keep=False))
    chidi.share()
    rights.revoke(pilar.circle, me(amina))
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 0)
    monkeypatch.setattr("learningcircles_sync.session.PAGE_BYTES", 1)
    settle(pilar, chidi)
    head = Exchange(pilar.circle).heads_of(me(amina))[1]
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.header_hash(1, me(amina), head[0]) == head[1]


def test_a_copy_cannot_keep_the_named_branch_off_a_hub_by_filling_what_that_keeps_aside(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilar = lasting.found()
    chidi, amina = lasting.laptop(pilar, "Chidi"), lasting.laptop(pilar, "Amina")
    chidi.share()
    copies = rivals(lasting, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    pilar.share()
    junk = thief(copies, pilar, wins=False)
    for n in range(8):
        add_member(junk, f"Junk {n}")
        Exchange(junk.circle).close_tail()
    carry(junk, chidi, tmp_path)
    chidi.share()
    monkeypatch.setattr(hub_aside, "MOST_ASIDE", 0)
    copy = thief(copies, pilar, wins=True)
    at = fork_of(copy, amina)
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, me(amina), at, keep=False))
    carry(copy, chidi, tmp_path)
    chidi.share()  # the hub met the copy's branch first
    rights.revoke(pilar.circle, me(amina))
    head = Exchange(pilar.circle).heads_of(me(amina))[1]
    assert lasting.store.read(pilar.circle.id, lambda room: room.aside.count()) > head[0], "full already"
    monkeypatch.setattr("learningcircles_sync.session.PAGE_BYTES", 1)
    for engine in (pilar, chidi) * 2:
        engine.share()
    room = lasting.store.read(pilar.circle.id, lambda room: room)
    assert room.header_hash(1, me(amina), head[0]) == head[1]
    assert {"Ana", "Ana's sister"} <= name_set(chidi) and hashes(pilar)["private"] == hashes(chidi)["private"]


def test_a_hub_cuts_nothing_off_for_a_named_end_under_a_forged_signature(lasting: Region, tmp_path: Path) -> None:
    """Any laptop that holds the headers can bring that."""
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    at = fork_of(copy, amina)
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, me(amina), at, keep=False))
    chidi.share()  # the hub met the copy's branch first
    rights.revoke(pilar.circle, me(amina))
    roster, logs = pilar.circle.roster, Logs(pilar.circle.connection, pilar.circle.journal.numbers)
    way = list(logs.segments(1, logs.numbers.of(me(amina)), at - 1))
    forged = [*way[:-1], way[-1]._replace(signature=bytes(64))]
    for brought, cuts in ((forged, []), (way, [(1, me(amina), at)])):
        push = Push(roster, len(roster.placed))
        heads, named = lasting.store.read(
            pilar.circle.id, lambda room, it=brought: (room.heads(), named_branches(room, roster, it))
        )
        examine_segments(push, heads, brought, {}, me(chidi), (), named)
        assert push.cuts == cuts and len(push.filed) == (len(way) if cuts else 0)


@pytest.mark.parametrize("erased", [False, True])
def test_a_laptop_that_is_asked_takes_the_branch_that_the_list_names_page_by_page(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, erased: bool
) -> None:
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    if erased:
        erase(pilar.verbs, add_member(pilar, "Marek"))
    rights.revoke(pilar.circle, me(amina))
    pilar.share()
    region.reachable = False
    monkeypatch.setattr("learningcircles_sync.session.PAGE_BYTES", 1)
    for _ in range(2):
        ask_beside(region, pilar, chidi)
    assert {"Ana", "Ana's sister"} <= name_set(chidi) and "Zoe" not in name_set(chidi)
    assert hashes(pilar)["private"] == hashes(chidi)["private"] and check(chidi.circle) == []


def test_a_list_that_says_nothing_new_of_any_laptop_makes_nobody_read_what_lost(region: Region, tmp_path: Path) -> None:
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    carry(pilar, chidi, tmp_path)
    before, journal = chidi.circle.roster, chidi.circle.journal
    ends, asked = NamedEnds(journal, Logs(chidi.circle.connection, journal.numbers)), list[str]()
    invite_to(pilar)
    for engine in (pilar, chidi):
        engine.share()
    assert chidi.circle.roster.placed[len(before.placed) :], "an entry has come, about no laptop"
    chidi.circle.connection.set_trace_callback(asked.append)
    assert not ends.follow_all(before) and asked == []
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    ends.follow_all(before)
    assert any("aside" in each for each in asked)


def test_the_branch_that_the_list_names_comes_back_without_those_who_were_erased(
    region: Region, tmp_path: Path
) -> None:
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    carry(pilar, chidi, tmp_path)
    ana = next(row.id for row in pilar.circle.reader.list("member") if row["name"] == "Ana")
    erase(pilar.verbs, ana)
    carry(pilar, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    for engine in (pilar, chidi, pilar, chidi):
        engine.share()
    assert hashes(pilar) == hashes(chidi)
    for engine in (pilar, chidi):
        assert "Ana's sister" in name_set(engine) and not {"Ana", "Zoe"} & name_set(engine)
        assert check(engine.circle) == [] and not engine.share().obstacles
