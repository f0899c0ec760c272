"""What lies aside on a laptop that was shut out: it keeps nobody there who was erased, and what is left of the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from disks import cloned
from erasing import NAME, PHONE, amina_lives, hub_region, share, traces
from sync_region import Region, add_member, me
from test_erasing_shut_out_later import hear

from learningcircles.journal.segment import Header, Segment
from learningcircles.laptop.erasing import erase
from learningcircles.laptop.rights import revoke
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles.storage.logs import Logs
from learningcircles.storage.rests import Rests
from learningcircles_sync.engine import Engine


@pytest.fixture
def region(tmp_path: Path) -> Iterator[Region]:
    yield from hub_region(tmp_path)


SAID = f"Ask {NAME} for the key, {PHONE}"


def branches(
    region: Region, folder: Path, cy: Engine, marek: bytes, said: str = SAID
) -> list[tuple[bytes, Segment, Path]]:
    """Return two branches of a laptop's log, the one that counts first: its hash, its segment, and a stick of it."""
    found = []
    for engine, words in ((cloned(region, cy, 80), "mornings"), (cloned(region, cy, 81), "evenings")):
        engine.verbs.records.edit("member", marek, {"notes": f"{said}, {words}"})
        Exchange(engine.circle).close_tail()
        engine.write_bundle(folder / words)
        log = Logs(engine.circle.connection, engine.circle.journal.numbers)
        (hash_,) = [head for space, device, _, head in log.heads() if (space, device) == (1, me(cy))]
        last = Exchange(engine.circle).heads_of(me(cy))[1][0]
        (segment,) = log.segments(1, log.numbers.of(me(cy)), last - 1)
        found.append((hash_, segment, folder / words))
    return sorted(found, key=lambda row: row[0])


def aside(engine: Engine) -> dict[bytes, bool]:
    """Return the hashes of what lies aside, and whether its payload is here."""
    logs = Logs(engine.circle.connection, engine.circle.journal.numbers)
    return {hash_: whole for hash_, _, whole in logs.headers_aside()}


def test_an_old_stick_fills_nothing_again_that_lies_aside_and_no_entry_names(region: Region, tmp_path: Path) -> None:
    """The laptop knows the words no more. What is on the way to an end that the list names it would take."""
    first = region.found()
    away, cy = region.laptop(first, "Yan"), region.laptop(first, "Cy")
    marek = add_member(first, "Marek")
    amina = amina_lives(first, marek)
    share(first, away, cy)
    (_, _, counts), (loses, _, stick) = branches(region, tmp_path, cy, marek)
    for each in (counts, stick):
        away.read_bundle(each)
    first.read_bundle(counts)
    assert aside(away)[loses]
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    share(first)
    hear(region, away)
    assert traces(away) == [] and aside(away) == {loses: False}
    away.read_bundle(stick)
    assert traces(away) == [] and aside(away) == {loses: False} and check(away.circle) == []


@pytest.mark.parametrize(
    ("knew", "said", "left"),
    [(True, SAID, "Ask … for the key, …,"), (False, SAID, ""), (True, "The key hangs there", "The key hangs there,")],
)
def test_of_what_is_named_what_is_left_stays_where_the_words_are_known(
    region: Region, tmp_path: Path, knew: bool, said: str, left: str
) -> None:
    """`knew`: whether who was erased had come to the laptop, or only what speaks of them.

    What speaks of nobody is named as well, since a hub keeps nothing that lost.
    """
    first = region.found()
    away, cy = region.laptop(first, "Yan"), region.laptop(first, "Cy")
    marek = add_member(first, "Marek")
    share(first, away, cy)
    amina = amina_lives(first, marek)
    share(first, *[away] * knew, cy)
    both = branches(region, tmp_path, cy, marek, said)
    Exchange(away.circle).receive([segment for _, segment, _ in both])
    loses, segment, _ = both[1]
    assert aside(away) == {loses: True}
    for _, _, stick in both:
        first.read_bundle(stick)
    revoke(first.circle, me(away))
    first.share()
    erase(first.verbs, amina)
    for _ in range(3):
        share(first)
    assert first.circle.roster.state.redactions.naming((1, *Header.parse(segment.header)[3:5]), loses)
    hear(region, away)
    assert traces(away) == [] and aside(away) == {loses: False} and check(away.circle) == []
    rows = Rests(away.circle.connection).own(Header.parse(segment.header))
    assert [left in str(row.changeset) for row in rows] == [True] * knew
