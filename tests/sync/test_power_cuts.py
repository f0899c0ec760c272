"""A laptop's power is cut at every single write of writing, sharing, carrying and joining, one after the other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial

import pytest
from machine_checks import check_region
from machine_hub import Template, quick_folder
from machine_world import World
from power import Fuse
from sync_region import add_member

from learningcircles_sync.engine import Engine

Prepared = Callable[[], bool]
"""Does it; returns whether the power held until the end."""


def write(world: World) -> Prepared:
    def work(engine: Engine) -> None:
        swap = engine.circle.reader.ids("swap", where={"state": "confirmed"})[0]
        engine.verbs.records.edit("swap", swap, {"minutes": 75})

    return lambda: world.do(world.laptops[1], work)


def share(world: World) -> Prepared:
    return lambda: world.share(world.laptops[1])


def write_stick(world: World) -> Prepared:
    return lambda: world.do(world.laptops[1], lambda engine: engine.write_bundle(world.stick))


def read_stick(world: World) -> Prepared:
    world.do(world.laptops[0], lambda engine: engine.write_bundle(world.stick))
    return lambda: world.do(world.laptops[1], lambda engine: engine.read_bundle(world.stick))


def join_by_hub(world: World) -> Prepared:
    return join(world, by_stick=False)


def join_by_stick(world: World) -> Prepared:
    return join(world, by_stick=True)


def join(world: World, *, by_stick: bool) -> Prepared:
    invitation = world.invite(world.laptops[0], "recorder", by_stick=by_stick)
    assert invitation is not None
    return lambda: world.enter(invitation, by_stick=by_stick)


ACTIONS = [write, share, write_stick, read_stick, join_by_hub, join_by_stick]


@pytest.mark.soak
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_lost_wherever_the_power_is_cut(
    templates: tuple[Template, ...], fuse: Fuse, action: Callable[[World], Prepared]
) -> None:
    cut_at_every(1, templates[0], fuse, action)


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_is_lost_where_the_power_is_cut_now_and_then(
    templates: tuple[Template, ...], fuse: Fuse, action: Callable[[World], Prepared]
) -> None:
    cut_at_every(13 if action in (join_by_hub, join_by_stick) else 3, templates[0], fuse, action)


def number_phone(member: bytes, phone: str, engine: Engine) -> None:
    engine.verbs.records.edit("member", member, {"phone": phone})


def cut_at_every(stride: int, template: Template, fuse: Fuse, action: Callable[[World], Prepared]) -> None:
    """Both laptops have changed the same member and bring something new; then one of them is cut off."""
    steps, held = 0, False
    while not held:
        folder = quick_folder()
        world = World(template, folder, fuse)
        member = world.laptops[0].engine.circle.reader.ids("member")[0]
        for number, laptop in enumerate(world.laptops):
            world.do(laptop, lambda engine: add_member(engine, "João"))
            world.do(laptop, partial(number_phone, member, str(number)))
        world.share(world.laptops[0])
        work = action(world)
        fuse.arm(steps)
        held = work()
        check_region(world)
        world.close()
        shutil.rmtree(folder)
        steps += stride
    assert steps > 10
