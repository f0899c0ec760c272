"""A forked log of which the list of laptops names an end, and then another one, or none any more."""

from __future__ import annotations

from pathlib import Path

from sync_region import Region, add_member, hashes, me, name_set
from test_forked_ends import disks, thief
from test_two_keepers import carry

from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop import rights
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.receive import Receiver
from learningcircles_sync.engine import Engine


def test_an_end_that_is_named_no_more_leaves_the_branch_of_the_lower_hash(region: Region, tmp_path: Path) -> None:
    """Two laptops hold the same list and the same segments. One heard of a proposal meanwhile that was never placed."""
    pilar = region.found()
    chidi, amina = region.laptop(pilar, "Chidi"), region.laptop(pilar, "Amina")
    dana, eva = region.laptop(pilar, "Dana"), region.laptop(pilar, "Eva")
    for engine in (chidi, dana, eva, pilar):
        engine.share()
    copies = disks(region, amina)
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
    copies = disks(region, amina)
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
