"""Laptops that share by sticks alone end in step in few rounds, whatever was copied and erased apart before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from disks import cloned
from sticks import carry, joined
from sync_region import Region, add_member, hashes

from learningcircles.laptop import rights
from learningcircles.laptop.erasing import erase
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine

MOST_ROUNDS = 5
"""Copies go on under other names, erase again what others had said meanwhile, and who keeps the list is not asked in
each round: of a hundred such circles most agree after three rounds, and none took more than these."""


def around(centre: Engine, engines: list[Engine], folder: Path) -> None:
    """Let one read a stick of everybody, and everybody one of hers."""
    others = [engine for engine in engines if engine is not centre]
    for engine in others:
        carry(engine, centre, folder)
    for engine in others:
        carry(centre, engine, folder)


def standing(engines: list[Engine]) -> set[tuple[str | None, bytes]]:
    return {(hashes(engine)["private"], engine.circle.roster.head) for engine in engines}


@pytest.mark.parametrize("seed", range(3))
def test_copies_of_copies_that_erase_apart_end_in_step(region: Region, tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    pilar = region.found(admitted=False)
    bo, cy = (joined(region, pilar, name, tmp_path) for name in ("Bo", "Cy"))
    names = [f"Zora Quill{letter}" for letter in "abc"]
    people = [add_member(pilar, name) for name in names]
    around(pilar, engines := [pilar, bo, cy], tmp_path)
    for number, of in enumerate((pilar, cy, None, None)):  # copies, then copies of copies
        of = of or engines[-2]
        engines.append(cloned(region, of, 50 + number))
        for engine in rng.sample(engines, 3):
            add_member(engine, f"Of {number}", notes=f"Pal of {rng.choice(names)}")
    for person, engine in zip(people, rng.sample(engines, 3), strict=True):
        erase(engine.verbs, person)
    rights.change_right(bo.circle, cy.circle.secrets.device.id, "recorder")
    rounds = 0
    while len(standing(engines)) > 1 and rounds < MOST_ROUNDS:
        around(rng.choice(engines), engines, tmp_path)
        rounds += 1
    assert len(standing(engines)) == 1
    before = standing(engines)
    around(rng.choice(engines), engines, tmp_path)
    assert standing(engines) == before, "nobody has anything more to say"
    asked = {row.name for bundle in pilar.verbs.rescue.bundles() for row in bundle.erasures}  # of who was lowered
    for engine in engines:
        text = "\n".join(str(row.fields) for row in engine.circle.reader.list("member"))
        assert {name for name in names if name in text} == asked
        assert check(engine.circle) == []
