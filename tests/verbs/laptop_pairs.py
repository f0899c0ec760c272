"""Two laptops that carry to each other what they have, without a hub."""

from __future__ import annotations

from pathlib import Path

from learningcircles.circle.facets import Verbs
from learningcircles.laptop import sequencing
from learningcircles.laptop.home import Home
from learningcircles.storage.exchange import Exchange

ALL = 10**9


def home_at(folder: Path) -> Home:
    return Home.default({"LEARNINGCIRCLES_HOME": str(folder)})


def carry(giver: Verbs, taker: Verbs) -> None:
    source, target = Exchange(giver.circle), Exchange(taker.circle)
    source.close_tail()
    target.receive_roster(giver.circle.rosters.placed(), giver.circle.rosters.proposals())
    sequencing.place_pending(taker.circle)
    assert not target.receive(source.after(target.have(), ALL)).rejected


def meet(one: Verbs, two: Verbs) -> None:
    carry(one, two)
    carry(two, one)
