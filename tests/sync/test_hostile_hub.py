"""A hub that lies to its laptops, with its own key: it can withhold and delay, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from memory_store import MemoryStore
from sync_region import URL, Region, add_member, hashes, invite_to, name_set

from learningcircles.errors import CircleError
from learningcircles.journal.segment import Header
from learningcircles.laptop import inviting
from learningcircles.storage.check import check
from learningcircles.storage.exchange import Exchange
from learningcircles_sync import protocol
from learningcircles_sync.engine import Engine
from learningcircles_sync.protocol import SYNC_PATH, Page, Reply
from learningcircles_sync.request_auth import sign_reply
from learningcircles_sync.serve import Answer, Identity, Receiver

Lie = Callable[[Page], Page]
MOST_REQUESTS = 20


class Liar:
    """Stands in the hub's place, with its key: what it answers to a sync is changed by `lie`."""

    def __init__(self, region: Region, lie: Lie) -> None:
        self._region = region
        self._lie = lie
        self.asked = 0

    def answer(self, method: str, path: str, body: bytes) -> Answer:
        told = self._region.receiver.answer(method, path, body)
        if path != SYNC_PATH or told.status != 200:
            return told
        self.asked += 1
        assert self.asked < MOST_REQUESTS, "the laptop asks for ever"
        page = self._lie(protocol.unpack(protocol.decode(told.body, Reply).body, Page))
        return Answer(200, sign_reply(self._region.key, body, True, protocol.pack(page)))


def share_with(region: Region, engine: Engine, lie: Lie) -> str:
    """Share with a hub that lies; return the code of what the laptop says of it."""
    region.others[URL] = Liar(region, lie)  # it answers like a receiver
    try:
        outcome = engine.share()
        return ", ".join(each.code for each in outcome.obstacles)
    except CircleError as error:
        return error.code
    finally:
        del region.others[URL]


@pytest.mark.parametrize("also", ["says that it has no more", "says what it has"])
def test_what_a_hub_withholds_comes_by_a_stick(region: Region, tmp_path: Path, also: str) -> None:
    pilar = region.found()
    amina, chidi = region.laptop(pilar, "Amina"), region.laptop(pilar, "Chidi")
    add_member(amina, "Withheld")
    add_member(chidi, "Told")
    for engine in (amina, chidi):
        engine.share()
    device = amina.circle.secrets.device.id

    def withhold(page: Page) -> Page:
        page.segments = [each for each in page.segments if Header.parse(each.header).device != device]
        page.have = None if also == "says that it has no more" else page.have
        page.more = False
        return page

    share_with(region, pilar, withhold)
    assert "Told" in name_set(pilar) and "Withheld" not in name_set(pilar)
    assert check(pilar.circle) == []
    amina.write_bundle(tmp_path / "stick")
    pilar.read_bundle(tmp_path / "stick")
    assert "Withheld" in name_set(pilar)
    for engine in (pilar, amina, chidi, pilar, amina):
        engine.share()
    assert hashes(pilar) == hashes(amina) == hashes(chidi)


def test_an_old_answer_undoes_nothing(region: Region) -> None:
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    kept: list[Page] = []

    def keep(page: Page) -> Page:
        kept.append(deepcopy(page))
        return page

    def replay(page: Page) -> Page:
        return deepcopy(kept[0])

    add_member(amina, "First")
    amina.share()
    share_with(region, pilar, keep)
    member = add_member(pilar, "Second", phone="1")
    pilar.share()
    inviting.invite(pilar.circle)
    pilar.verbs.records.edit("member", member, {"phone": "2"})
    pilar.share()
    before = hashes(pilar), pilar.circle.roster.head
    share_with(region, pilar, replay)
    assert (hashes(pilar), pilar.circle.roster.head) == before
    assert check(pilar.circle) == []
    pilar.share()
    amina.share()
    assert hashes(pilar) == hashes(amina)


def test_a_hub_that_answers_for_ever_is_left(region: Region) -> None:
    pilar = region.found()

    def more(page: Page) -> Page:
        page.more = True
        return page

    share_with(region, pilar, more)
    assert check(pilar.circle) == []


@pytest.mark.parametrize("under", ["their own circle", "the reader's circle"])
def test_another_circles_logs_are_not_taken(region: Region, under: str) -> None:
    pilar, other = region.found(), region.found(admitted=False)
    add_member(other, "Of another circle")
    strange = Exchange(other.circle)
    strange.close_tail()
    theirs = strange.after({}, 10**9)
    assert theirs
    if under == "the reader's circle":
        moved = [Header.parse(each.header)._replace(circle=pilar.circle.id).encode() for each in theirs]
        theirs = [each._replace(header=header) for each, header in zip(theirs, moved, strict=True)]
    before = hashes(pilar)

    def swap(page: Page) -> Page:
        page.segments = [*theirs, *page.segments]
        return page

    def swap_lists(page: Page) -> Page:
        page.roster = list(other.circle.roster.placed)
        page.roster_head = other.circle.roster.head
        return page

    for lie in (swap, swap_lists):
        share_with(region, pilar, lie)
        assert hashes(pilar) == before and name_set(pilar) == {"Pilar"}
        assert pilar.circle.roster.circle == pilar.circle.id and check(pilar.circle) == []
    assert pilar.share().waiting == 0


def test_a_hub_with_two_faces_is_found_out_when_laptops_meet(region: Region, tmp_path: Path) -> None:
    """One face for Pilar, another for Amina: both places at one position bear the hub's countersignature."""
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    other_face = MemoryStore(dict(region.store.codes), deepcopy(region.store.rooms))
    region.others[URL] = Receiver(other_face, Identity(region.key, "Hub", URL), region.clock)
    seen_by_amina = invite_to(amina, "recorder")
    add_member(amina, "Seen by Amina's face")
    amina.share()
    bo = region.join(seen_by_amina, "Bo")
    add_member(bo, "Bo's own")
    bo.share()
    del region.others[URL]
    invite_to(pilar, "recorder")
    add_member(pilar, "Seen by Pilar's face")
    pilar.share()
    assert pilar.circle.roster.head != amina.circle.roster.head

    amina.write_bundle(tmp_path / "stick")
    read = pilar.read_bundle(tmp_path / "stick")
    told = [each.code for each in read.obstacles]
    for _ in range(3):
        for engine in (pilar, amina, bo):
            told += [each.code for each in engine.share().obstacles]
    assert "two_lists" in told, "nobody is told"
    assert len({engine.circle.roster.head for engine in (pilar, amina, bo)}) == 1
    assert (
        name_set(pilar)
        == name_set(amina)
        == name_set(bo)
        >= {"Seen by Amina's face", "Seen by Pilar's face", "Bo's own"}
    )
    assert hashes(pilar) == hashes(amina) and check(pilar.circle) == check(bo.circle) == []
