"""What spoke of an erased person and is dropped is looked for no more: a share that has nothing new opens nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from erasing import traces
from forks import named_by_copies_of_one_shut_out
from sync_region import Region

from learningcircles.circle.circle import Circle
from learningcircles.laptop import erasing
from learningcircles.laptop.erasing import erase_again
from learningcircles.storage.erase import mentions
from learningcircles.storage.held import Held, held_segments


@pytest.mark.parametrize("many", [1, 11])
def test_of_copies_of_a_laptop_that_was_shut_out_nothing_stays_mentioned(
    region: Region, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    pilar, bo = named_by_copies_of_one_shut_out(region, tmp_path, many)
    opened: list[Held] = []

    def counted(circle: Circle) -> Iterator[Held]:
        for held in held_segments(circle):
            opened.append(held)
            yield held

    monkeypatch.setattr(erasing, "held_segments", counted)
    for engine in (pilar, bo):
        assert erase_again(engine.verbs) == 0 and opened == []
        assert mentions(engine.circle.connection) == [] and traces(engine) == []
