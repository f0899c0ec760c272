"""Two organizers who move the circle to two different hubs in the same second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from memory_store import MemoryStore
from sync_region import CODE, Region, add_member, hashes

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import Refused
from learningcircles.trust.invitation import HubCode
from learningcircles_sync.dial import Direct
from learningcircles_sync.engine import Engine
from learningcircles_sync.line import Transport
from learningcircles_sync.serve import Answer, Identity, Receiver

ONE, TWO = "https://one.example", "https://two.example"
REQUESTS = 7
"""So many a move takes."""
UNHEARD = (3, 4)
"""Before these the one that asks has heard for the last time from the hub that the circle leaves."""


@dataclass
class Crossroads(Region):
    """A region in which something happens just before a request gets through."""

    wait: int = 0
    happens: Callable[[], object] = list

    def transports(self, url: str, fingerprint: bytes | None) -> Transport:
        there = self.answer if url not in self.others else self.others[url].answer

        def answer(method: str, path: str, body: bytes) -> Answer:
            self.wait -= 1
            if self.wait == 0:
                self.happens()
            return there(method, path, body)

        return Direct(answer)

    def open(self, url: str) -> None:
        key = SigningKey(url.encode()[8:11] + b"h" * 29)
        self.others[url] = Receiver(MemoryStore({CODE: None}), Identity(key, url, url), self.clock)


def move(engine: Engine, url: str) -> None:
    engine.admit(HubCode(url, None, CODE).text())


@pytest.mark.parametrize("wait", range(1, REQUESTS + 1))
def test_two_organizers_move_the_circle_to_two_hubs_in_the_same_second(tmp_path: Path, wait: int) -> None:
    """The one moves it whole between two requests of the other."""
    region = Crossroads(tmp_path)
    pilar = region.found()
    amina, bo = region.laptop(pilar, "Amina"), region.laptop(pilar, "Bo", "recorder")
    region.open(ONE)
    region.open(TWO)
    region.wait, region.happens = wait, lambda: move(amina, TWO)
    said = ""
    try:
        move(pilar, ONE)
    except Refused as error:
        said = str(error)
    assert region.wait <= 0, "both have moved it"
    assert (f"moved the circle to {TWO} at the same time" in said) == (wait in UNHEARD)
    meant = ONE if wait < UNHEARD[0] else TWO
    for engine in (pilar, amina, bo):
        add_member(engine, "By each")
    for engine in (pilar, amina, bo) * 4:  # from hub to hub, one a share
        engine.share()
    for engine in (pilar, amina, bo):
        assert engine.circle.roster.hub == meant
        assert engine.circle.roster.kept == ()
        assert engine.circle.roster.head == pilar.circle.roster.head
        assert len(engine.circle.reader.list("member", where={"name": "By each"})) == 3
        assert hashes(engine)["private"] == hashes(pilar)["private"]
    if said:
        move(pilar, ONE)
        for engine in (pilar, amina, bo):
            engine.share()
            assert engine.circle.roster.hub == ONE
