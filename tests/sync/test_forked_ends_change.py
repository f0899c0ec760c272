"""A forked log of which the list of laptops names an end, and then another one, or none any more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from disks import rivals
from erasing import hub_region
from forks import fork_of, forked, thief
from sticks import carry
from sync_region import Region, add_member, hashes, invite_to, me, name_set

from learningcircles.errors import CircleError
from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.sequencing import propose
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.receive import Receiver
from learningcircles.trust import make
from learningcircles.trust.counts import named_ends
from learningcircles_sync.engine import Engine


@pytest.fixture
def lasting(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


def test_an_end_that_is_named_no_more_leaves_the_branch_of_the_lower_hash(region: Region, tmp_path: Path) -> None:
    """Two laptops hold the same list and the same segments. One heard of a proposal meanwhile that was never placed."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    dana, eva = region.laptop(pilar, "Dana"), region.laptop(pilar, "Eva")
    for engine in (chidi, dana, eva, pilar):
        engine.share()
    copies = rivals(region, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    for engine in (pilar, dana):
        engine.share()
    copy = thief(copies, pilar, wins=True)
    for engine in (chidi, eva):
        carry(copy, engine, tmp_path)
        carry(pilar, engine, tmp_path)
        assert "Zoe" in name_set(engine) and "Ana" not in name_set(engine)
    region.reachable = False
    rights.revoke(dana.circle, me(amina))  # waits for its place
    Exchange(chidi.circle).receive_roster(dana.circle.roster.placed, dana.circle.roster.kept)
    assert "Ana" in name_set(chidi)
    region.reachable = True
    rights.change_right(pilar.circle, me(dana), "recorder")
    pilar.share()
    for engine in (chidi, eva):
        Exchange(engine.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert chidi.circle.roster.placed == eva.circle.roster.placed and chidi.circle.roster.kept == eva.circle.roster.kept
    assert not chidi.circle.roster.devices[me(amina)].revoked
    assert hashes(chidi)["private"] == hashes(eva)["private"]
    assert "Zoe" in name_set(chidi) and check(chidi.circle) == []
    for engine in (chidi, pilar, eva, dana) * 2:
        engine.share()
    assert len({hashes(engine)["private"] for engine in (pilar, chidi, dana, eva)}) == 1


def test_what_comes_back_for_an_end_and_is_lost_for_another_one_at_once_has_not_come_back(
    region: Region, tmp_path: Path
) -> None:
    """Two branches arrive together, each leading to an end that the list names: the one named last decides."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    dana = region.laptop(pilar, "Dana")
    for engine in (chidi, dana, pilar):
        engine.share()
    copies = rivals(region, amina)
    for name in ("Ana", "Ana's sister"):
        add_member(amina, name)
        amina.share()
    pilar.share()
    copy = thief(copies, pilar, wins=True)
    add_member(copy, "Zoe's sister")
    Exchange(copy.circle).close_tail()
    carry(copy, chidi, tmp_path)
    rights.change_right(pilar.circle, me(amina), "reader")
    pilar.share()
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    rights.revoke(chidi.circle, me(amina))
    circle = dana.circle
    Exchange(circle).receive_roster(chidi.circle.roster.placed, chidi.circle.roster.kept)
    logs = Logs(circle.connection, circle.journal.numbers)
    held = logs.get(1, logs.numbers.of(me(amina))).stored

    def branch(engine: Engine) -> list[Segment]:
        theirs = Logs(engine.circle.connection, engine.circle.journal.numbers)
        return list(theirs.segments(1, theirs.numbers.of(me(amina)), held))

    named_first, named_last = branch(pilar), branch(chidi)
    assert len(named_first) == len(named_last) == 2
    receiver = Receiver(circle.journal, logs, me(dana))
    with circle.transaction():
        for pair in zip(named_first, named_last, strict=True):
            for segment in pair:
                receiver.take(Header.parse(segment.header), segment)
        log = set(logs.segments(1, logs.numbers.of(me(amina)), held))
    assert log == set(named_last)
    assert set(receiver.back) <= log and not {each.header for each in receiver.lost} & {each.header for each in log}
    assert set(receiver.lost) >= set(named_first[1:])


def test_a_hub_keeps_no_payload_on_the_way_to_an_end_that_decides_no_more(
    lasting: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody was erased: it keeps payloads of what lost only where they may lead to an end that is to come."""
    pilar, chidi, amina, copy = forked(lasting, tmp_path, wins=True)
    carry(copy, chidi, tmp_path)
    erase(pilar.verbs, add_member(pilar, "Marek"))
    pilar.share()
    at, device = fork_of(copy, amina), me(amina)
    lasting.store.write(pilar.circle.id, lambda room: room.cut(1, device, at, keep=False))
    chidi.share()  # the hub met the copy's branch first
    rights.revoke(pilar.circle, device)

    def payloads() -> int:
        room = lasting.store.read(pilar.circle.id, lambda room: room)
        links = [(each.space, each.device, each.seq, hash_) for hash_, each in room.aside.headers([device])]
        return sum(room.aside.get(link).payload is not None for link in links)

    with monkeypatch.context() as paged:
        paged.setattr("learningcircles_sync.session.PAGE_BYTES", 1)
        for broken in range(1, 12):  # the line breaks as soon as the first page of the branch lies aside
            lasting.lose_answer(broken)
            with suppress(CircleError):
                pilar.share()
            if payloads():
                break
        lasting.reachable, lasting.spoil = True, None
    assert payloads() == 1
    invite_to(chidi)
    with suppress(CircleError):
        chidi.share()
    assert payloads() == 1, "a list that still waits for the end leaves its way alone"
    held = lasting.store.read(pilar.circle.id, lambda room: room.header_hash(1, device, at - 1))
    assert held is not None
    circle = chidi.circle  # it is shut out from before the fork on, too: that end decides, and is held by everybody
    who, epochs, ends = circle.secrets.device, circle.journal.epochs, {1: (at - 1, held)}
    propose(circle, make.revoke(circle.roster, who, epochs, device, ends, circle.surroundings))
    for engine in (chidi, pilar) * 3:
        engine.share()
    for engine in (chidi, pilar):
        assert named_ends(engine.circle.roster.devices[device], 1) == [(at - 1, held)]
    assert hashes(pilar) == hashes(chidi) and payloads() == 0


def arriving(region: Region, folder: Path, many: int, *, wins: bool = True) -> tuple[Engine, list[Segment]]:
    """Return an organizer whose list names the end of another branch than the one held, and the way there.

    `wins`: whether the one that is held has the lower hash.
    """
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    chidi.share()
    copies = rivals(region, amina)
    for n in range(many):
        add_member(amina, f"Ana {n}")
        Exchange(amina.circle).close_tail()
    for engine in (amina, pilar):
        engine.share()
    copy = thief(copies, pilar, wins=wins)
    carry(copy, chidi, folder)
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    logs = Logs(pilar.circle.connection, pilar.circle.journal.numbers)
    return chidi, list(logs.segments(1, logs.numbers.of(me(amina)), fork_of(copy, amina) - 1))


def test_what_arrives_and_counts_at_once_for_its_end_did_not_come_late(region: Region, tmp_path: Path) -> None:
    """Nothing of it is written again."""
    chidi, way = arriving(region, tmp_path, 3)
    circle = chidi.circle
    receiver = Receiver(circle.journal, Logs(circle.connection, circle.journal.numbers), me(chidi))
    with circle.transaction():
        for segment in way[:2]:
            receiver.take(Header.parse(segment.header), segment)
        assert receiver.late == way[:2] and not receiver.back
        receiver.take(Header.parse(way[2].header), way[2])
    assert receiver.late == [] and receiver.back == way


def test_what_was_written_on_a_branch_after_its_end_comes_with_it(region: Region, tmp_path: Path) -> None:
    """It does not count, and is offered to organizers as such."""
    pilar, chidi, amina, copy = forked(region, tmp_path, wins=True)
    add_member(amina, "Ana's aunt")
    for engine in (copy, amina):
        carry(engine, chidi, tmp_path)
    rights.revoke(pilar.circle, me(amina))
    Exchange(chidi.circle).receive_roster(pilar.circle.roster.placed, pilar.circle.roster.kept)
    assert Exchange(chidi.circle).heads_of(me(amina)) == Exchange(amina.circle).heads_of(me(amina))
    assert {"Ana", "Ana's sister"} <= name_set(chidi) and "Ana's aunt" not in name_set(chidi)


@pytest.mark.parametrize("wins", [True, False])
def test_a_way_of_which_the_first_segment_comes_last_is_followed_at_once(
    region: Region, tmp_path: Path, wins: bool
) -> None:
    """Also where that counts by its hash before its end is asked about."""
    chidi, way = arriving(region, tmp_path, 3, wins=wins)
    circle = chidi.circle
    logs = Logs(circle.connection, circle.journal.numbers)
    receiver = Receiver(circle.journal, logs, me(chidi), {Header.parse(way[0].header).device})
    with circle.transaction():
        for segment in reversed(way):
            receiver.take(Header.parse(segment.header), segment)
    first = Header.parse(way[0].header)
    assert list(logs.segments(1, logs.numbers.of(first.device), first.seq - 1)) == way


@pytest.mark.parametrize("emptied", [False, True])
def test_a_long_way_that_arrives_is_followed_once(region: Region, tmp_path: Path, emptied: bool) -> None:
    """Not anew at each of its segments, though its end lies there: it came first, or all of it lay there emptied."""
    chidi, way = arriving(region, tmp_path, 40)
    circle = chidi.circle
    logs = Logs(circle.connection, circle.journal.numbers)
    with circle.transaction():
        for segment in way if emptied else way[-1:]:
            logs.set_aside(Header.parse(segment.header), segment._replace(payload=None) if emptied else segment)
    receiver, asked = Receiver(circle.journal, logs, me(chidi)), list[str]()
    with circle.transaction():
        circle.connection.set_trace_callback(asked.append)
        for segment in way if emptied else way[:-1]:
            receiver.take(Header.parse(segment.header), segment)
        circle.connection.set_trace_callback(None)
    assert receiver.back == way
    assert sum("aside" in each for each in asked) < 12 * len(way)
