"""Quitting in the middle of a share: at once, nothing lost, nothing left half-done."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from sync_region import Region, add_member, hashes

from learningcircles.errors import Unreachable
from learningcircles_sync.dial import Direct
from learningcircles_sync.serve import Answer
from learningcircles_sync.stopping import Stopper, stoppable


@pytest.mark.parametrize("before", [True, False], ids=["before the hub has it", "after the hub has it"])
def test_a_share_that_hangs_is_left_at_once_and_goes_on_next_time(tmp_path: Path, before: bool) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    amina = region.laptop(pilar, "Amina")
    add_member(pilar, "João")
    add_member(amina, "Chidi")
    amina.share()
    asked, never, stopper = threading.Event(), threading.Event(), Stopper()

    def hang(method: str, path: str, body: bytes) -> Answer:
        answer = None if before else region.receiver.answer(method, path, body)
        asked.set()
        never.wait(60)
        return answer or region.receiver.answer(method, path, body)

    pilar._transports = stoppable(lambda url, fingerprint: Direct(hang), stopper)
    caught: list[Unreachable] = []

    def share() -> None:
        try:
            pilar.share()
        except Unreachable as error:
            caught.append(error)

    thread = threading.Thread(target=share)
    thread.start()
    assert asked.wait(20)
    stopper.stop()
    thread.join(5)
    assert not thread.is_alive() and caught[0].code == "stopped"
    with pytest.raises(Unreachable, match="stopped"):
        pilar.share()
    never.set()
    again = region.engine(pilar.home, pilar.circle, pilar.circle.surroundings)
    again.share()
    amina.share()
    assert hashes(again) == hashes(amina)
    assert sorted(str(row["name"]) for row in amina.circle.reader.list("member")) == ["Amina", "Chidi", "João", "Pilar"]


def test_a_line_that_is_not_stopped_is_as_it_was(tmp_path: Path) -> None:
    region = Region(tmp_path)
    pilar = region.found()
    pilar._transports = stoppable(region.transports, Stopper())
    add_member(pilar, "João")
    assert pilar.share().requests == 1
    region.reachable = False
    with pytest.raises(Unreachable, match="does not answer"):
        pilar.share()
