"""Sticks carried between laptops, laptops that join by one, and two beside each other."""

from __future__ import annotations

from pathlib import Path

from sync_region import Region, hashes, invite_to

from learningcircles.circle.create import open_circle
from learningcircles.storage.check import check
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.answering import Answering


def carry(giver: Engine, taker: Engine, folder: Path) -> None:
    giver.write_bundle(folder / "stick")
    taker.read_bundle(folder / "stick")


def joined(region: Region, keeper: Engine, person: str, folder: Path, right: str = "organizer") -> Engine:
    invitation = invite_to(keeper, right)
    keeper.write_bundle(folder / "stick")
    engine = region.join(invitation, person, folder / "stick")
    carry(engine, keeper, folder)
    carry(keeper, engine, folder)
    return engine


def agree(tmp_path: Path, *engines: Engine) -> None:
    """Carry a stick from each to each until they agree, and check that they do."""
    for _ in range(3):
        for giver in engines:
            for taker in engines:
                if taker is not giver:
                    carry(giver, taker, tmp_path)
    assert len({hashes(engine)["private"] for engine in engines}) == 1
    assert all(check(engine.circle) == [] for engine in engines)


def ask_beside(region: Region, one: Engine, other: Engine) -> None:
    """Let a laptop share with the one beside it."""
    circle = other.circle
    again = open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
    region.others["beside"] = Answering(again, lambda: None)
    one.share_beside("beside")
    again.close()
