"""The state machine with all that may happen to the list of laptops: who keeps it hands it on or is gone, the circle
moves between two hubs, laptops come back by a recovery sheet, are called something else, and what waits is taken in.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import permutations

from hypothesis import strategies as st
from hypothesis.stateful import rule
from machine_hub import second_hub
from machine_trust import Trusting
from machine_work import LAPTOPS, PAIRS, PICKS, WORDS, pick
from machine_world import MOST_LAPTOPS, SAID_NO

from learningcircles.errors import Unreachable
from learningcircles.laptop import rights
from learningcircles.laptop.sheets import keep_list, new_sheet
from learningcircles.laptop.taking_over import hand_to, take_over
from learningcircles.trust.members import ORGANIZER
from learningcircles.trust.recovery import Sheet
from learningcircles_sync.engine import Engine

MEETINGS = 3
"""So often everybody meets everybody with a stick until all know one list."""


class Keeping(Trusting):
    """Rules about who keeps the list of laptops, and about the sheet."""

    def begun(self) -> None:
        super().begun()
        self.sheets: list[Sheet] = []
        self.codes = [self.world.region.code, second_hub(self.world.region)]

    @rule(laptops=PAIRS, name=WORDS)
    def rename_a_laptop(self, laptops: tuple[int, int], name: str) -> None:
        one, other = (self.world.laptop(number) for number in laptops)
        self.world.do(one, lambda engine: rights.rename(engine.circle, other.id, name))

    @rule(laptops=PAIRS)
    def hand_the_list_on(self, laptops: tuple[int, int]) -> None:
        one, other = (self.world.laptop(number) for number in laptops)
        self.world.do(one, lambda engine: hand_to(engine.circle, other.id))

    @rule(laptop=LAPTOPS)
    def take_the_list_over(self, laptop: int) -> None:
        """From another laptop that is lost, or is said to be."""
        self.on(laptop, lambda engine: take_over(engine.circle))

    @rule(laptop=LAPTOPS, which=PICKS)
    def bring_to_a_hub(self, laptop: int, which: int) -> None:
        code = pick(self.codes, which)

        def move(engine: Engine) -> None:
            with suppress(Unreachable):
                engine.admit(code)

        self.on(laptop, move)

    @rule(laptop=LAPTOPS)
    def print_a_sheet(self, laptop: int) -> None:
        self.on(laptop, lambda engine: self.sheets.append(new_sheet(engine.circle).sheet))

    @rule(laptop=LAPTOPS, which=PICKS)
    def take_the_list_by_the_sheet(self, laptop: int, which: int) -> None:
        if self.sheets:
            self.on(laptop, lambda engine: keep_list(engine.circle, pick(self.sheets, which)))

    @rule(which=PICKS, by_stick=st.booleans(), hub_gone=st.booleans())
    def come_back_by_the_sheet(self, which: int, by_stick: bool, hub_gone: bool) -> None:
        if self.sheets and len(self.world.laptops) < MOST_LAPTOPS and (self.world.stick.exists() or not by_stick):
            with suppress(*SAID_NO, Unreachable):
                self.world.recover(pick(self.sheets, which), by_stick=by_stick, hub_gone=hub_gone)

    @rule(laptop=LAPTOPS, which=PICKS)
    def take_in_what_waits(self, laptop: int, which: int) -> None:
        def work(engine: Engine) -> None:
            bundles = engine.verbs.rescue.bundles()
            if bundles:
                engine.verbs.rescue.take_in(pick(bundles, which).device)

        self.on(laptop, work)

    def come_together(self) -> None:
        """All learn of one list by sticks, and whoever may brings the circle to a hub where it has none."""
        for _ in range(MEETINGS):
            self._meet()
            for laptop in self.world.laptops:
                if not laptop.engine.circle.roster.hub and laptop.engine.circle.right == ORGANIZER:
                    self.world.do(laptop, lambda engine: engine.admit(self.codes[0]))
                    self._meet()

    def _meet(self) -> None:
        for one, other in permutations(self.world.laptops, 2):
            if self.world.do(one, lambda engine: engine.write_bundle(self.world.stick)):
                self.world.do(other, lambda engine: engine.read_bundle(self.world.stick))
        for laptop in self.world.laptops:
            self.world.share(laptop)
