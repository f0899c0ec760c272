"""A circle with two members, and a second laptop in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from laptop_pairs import ALL, carry, home_at

from learningcircles.circle.circle import Circle
from learningcircles.circle.facets import Verbs
from learningcircles.laptop import founding, inviting, joining
from learningcircles.storage.exchange import Exchange
from learningcircles.surroundings import Surroundings, real
from learningcircles.trust.invitation import read_invitation


@pytest.fixture
def world() -> Surroundings:
    """The real world, but for its clock: nobody writes in the same millisecond as somebody else."""
    last = [0]

    def now_ms() -> int:
        last[0] = max(real().now_ms(), last[0] + 1)
        return last[0]

    return replace(real(), now_ms=now_ms)


@pytest.fixture
def verbs(tmp_path: Path, world: Surroundings) -> Verbs:
    home = home_at(tmp_path / "one")
    return Verbs(founding.found(home, "Circle", "Pilar", "Pilar's laptop", world), zone="Europe/Paris")


@pytest.fixture
def people(verbs: Verbs) -> tuple[bytes, bytes]:
    return verbs.records.add("member", {"name": "Amina"})[0], verbs.records.add("member", {"name": "Bo"})[0]


def joined(verbs: Verbs, folder: Path, person: str, world: Surroundings) -> Verbs:
    invited = inviting.invite(verbs.circle)
    Exchange(verbs.circle).close_tail()
    segments = Exchange(verbs.circle).after({}, ALL)
    text = read_invitation(invited.invitation.text())
    circle: Circle = joining.join(
        home_at(folder), text, person, f"{person}'s laptop", verbs.circle.rosters.placed(), (), segments, world
    )
    laptop = Verbs(circle, zone="Europe/Paris")
    carry(laptop, verbs)
    carry(verbs, laptop)
    return laptop


@pytest.fixture
def other(verbs: Verbs, people: tuple[bytes, bytes], tmp_path: Path, world: Surroundings) -> Verbs:
    return joined(verbs, tmp_path / "two", "Jo", world)


@pytest.fixture
def third(verbs: Verbs, other: Verbs, tmp_path: Path, world: Surroundings) -> Verbs:
    return joined(verbs, tmp_path / "three", "Kim", world)


@pytest.fixture
def behind(verbs: Verbs, people: tuple[bytes, bytes], tmp_path: Path, world: Surroundings) -> Verbs:
    """A laptop whose clock is an hour late: what others write looks to it as if it were to come."""
    late = replace(world, now_ms=lambda: world.now_ms() - 3_600_000)
    return joined(verbs, tmp_path / "behind", "Jo", late)
