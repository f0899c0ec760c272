"""What spoke of an erased person and is dropped is looked for no more: a share that has nothing new opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import NAME, PHONE, traces
from sync_region import Region, add_member, me
from test_successors_out import agree
from test_two_keepers import carry, cloned, joined

from learningcircles.circle.circle import Circle
from learningcircles.laptop import erasing
from learningcircles.laptop.erasing import erase, erase_again
from learningcircles.laptop.rights import revoke
from learningcircles.laptop.succession import succeed
from learningcircles.storage.erase import mentions
from learningcircles.storage.held import Held, held_segments


@pytest.mark.parametrize("many", [1, 11])
def test_of_copies_of_a_laptop_that_was_shut_out_nothing_stays_mentioned(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    pilar = region.found(admitted=False)
    bo, dana = joined(region, pilar, "Bo", tmp_path), joined(region, pilar, "Dana", tmp_path, "recorder")
    amina = add_member(pilar, NAME, phone=PHONE)
    for taker in (bo, dana):
        carry(pilar, taker, tmp_path)
    copies = [cloned(region, dana, seed) for seed in range(50, 50 + many)]
    for number, copy in enumerate(copies):
        add_member(copy, f"Of copy {number}", notes=f"Lodges with {NAME}, call {PHONE}")
    revoke(bo.circle, me(dana))
    erase(bo.verbs, amina)
    for copy in copies:
        assert succeed(copy.circle)
        carry(copy, bo, tmp_path)
    agree(tmp_path, pilar, bo)
    opened: list[Held] = []

    def counted(circle: Circle) -> Iterator[Held]:
        for held in held_segments(circle):
            opened.append(held)
            yield held

    monkeypatch.setattr(erasing, "held_segments", counted)
    for engine in (pilar, bo):
        assert erase_again(engine.verbs) == 0 and opened == []
        assert mentions(engine.circle.connection) == [] and traces(engine) == []
