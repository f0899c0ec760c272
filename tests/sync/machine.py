"""The state machine: laptops, a hub and a stick, and everything that may go wrong between them.

Whatever happened, in the end all laptops hold the same circle, a further share moves nothing, hours sum to zero,
nothing that was saved is lost or doubled, and every file is what its journal says.
"""

from __future__ import annotations

import random
import shutil
import sys

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule
from machine_checks import check_region, note_numbers
from machine_hub import Template, quick_folder
from machine_work import LAPTOPS, Work
from machine_world import MOST_LAPTOPS, World
from power import Fuse
from weather import FATES

from learningcircles.circle.believing import clock_off
from learningcircles.errors import CircleError, NotAllowed, Refused, Unreachable
from learningcircles.journal.segment import Segment
from learningcircles.storage.exchange import Exchange
from learningcircles_sync.engine import Engine

DAY_MS = 24 * 3600 * 1000
YEAR_MS = 365 * DAY_MS
MINUTE_MS = 60_000
SKEWS = st.sampled_from([0, 1, -YEAR_MS, -DAY_MS, -9 * MINUTE_MS, 9 * MINUTE_MS, DAY_MS, YEAR_MS, 30 * YEAR_MS])
STEPS = st.one_of(st.integers(0, 15), st.integers(0, 60), st.integers(0, 400))
ALL = 10**9


class Sharing(Work):
    """Rules between laptops. `templates`: what kinds of region there are to begin with."""

    templates: tuple[Template, ...]
    fuse: Fuse
    shut_doors: frozenset[str] = frozenset()
    """Why else an invitation may not serve."""
    obstacles: frozenset[str] = frozenset()
    """What may stand in the way of a whole stick."""
    rejections: frozenset[str] = frozenset({"gap", "unknown_device"})
    """Why single segments may not be taken."""

    @initialize(which=st.integers(0, 9), skews=st.tuples(SKEWS, SKEWS))
    def begin(self, which: int, skews: tuple[int, int]) -> None:
        self.folder = quick_folder()
        self.world = World(self.templates[which % len(self.templates)], self.folder, self.fuse)
        for laptop, skew in zip(self.world.laptops, skews, strict=True):
            laptop.clock.skew = skew
        self.begun()

    def begun(self) -> None:
        """Prepare what more rules need."""

    def come_together(self) -> None:
        """Let happen in the end what is needed before all share."""

    def teardown(self) -> None:
        failed = sys.exc_info()[0] is not None
        try:
            if not failed and hasattr(self, "world"):
                self.fuse.arm(None)
                self.world.region.weather.clear()
                self.come_together()
                check_region(self.world)
        finally:
            self.fuse.arm(None)
            if hasattr(self, "world"):
                self.world.close()
                shutil.rmtree(self.folder)

    # --- sharing

    @rule(laptop=LAPTOPS)
    def share(self, laptop: int) -> None:
        self.world.share(self.world.laptop(laptop))

    @rule()
    def all_share(self) -> None:
        for laptop in self.world.laptops:
            self.world.share(laptop)
        with self.fuse.looking():
            note_numbers(self.world)

    @rule(laptop=LAPTOPS, fates=st.lists(st.sampled_from(FATES), min_size=1, max_size=4))
    def share_in_bad_weather(self, laptop: int, fates: list[str]) -> None:
        self.world.region.weather.fates = list(fates)
        self.world.share(self.world.laptop(laptop))
        self.world.region.weather.fates = []

    @rule(laptop=LAPTOPS, steps=STEPS)
    def the_power_fails_while_sharing(self, laptop: int, steps: int) -> None:
        self.fuse.arm(steps)
        self.world.share(self.world.laptop(laptop))
        self.fuse.arm(None)

    @rule(laptop=LAPTOPS, steps=STEPS)
    def the_power_fails_while_reading_the_stick(self, laptop: int, steps: int) -> None:
        self.fuse.arm(steps)
        self.read_the_stick(laptop)
        self.fuse.arm(None)

    @rule(which=st.integers(0, 19))
    def a_late_request_arrives(self, which: int) -> None:
        self.world.region.weather.repeat(self.world.region.receiver.answer, lambda count: which % count)

    @rule(is_open=st.booleans())
    def the_network_goes_and_comes(self, is_open: bool) -> None:
        self.world.region.weather.open = is_open

    @rule()
    def the_hub_restarts(self) -> None:
        with self.fuse.looking():
            self.world.region.restart_hub()

    @rule()
    def back_up_the_hub(self) -> None:
        with self.fuse.looking():
            self.world.hub_copy = self.world.region.back_up_hub()

    @rule()
    def restore_the_hub(self) -> None:
        """The laptop that knows the longest list of laptops shares first: it brings the hub back to it."""
        if self.world.hub_copy is not None:
            self.fuse.arm(None)
            self.world.region.restore_hub(self.world.hub_copy)
            self.world.forget_what_the_hub_alone_held()
            self.world.region.weather.clear()
            self.world.share(max(self.world.laptops, key=lambda laptop: len(laptop.engine.circle.roster.placed)))

    # --- sticks, and hand to hand

    @rule(giver=LAPTOPS, taker=LAPTOPS)
    def carry(self, giver: int, taker: int) -> None:
        """What is on a whole stick is on the laptop that reads it; whoever it is carries on what others wrote."""
        one, other = self.world.laptop(giver), self.world.laptop(taker)
        if self.world.do(one, lambda engine: engine.write_bundle(self.world.stick)):
            given = self.world.segments(one)

            def read(engine: Engine) -> None:
                outcome = engine.read_bundle(self.world.stick)
                forked = {each.log for each in outcome.obstacles if each.code == "fork"}
                others = {each.code for each in outcome.obstacles if each.log is None or each.log not in forked}
                assert others <= self.obstacles and (not forked or "fork" in self.obstacles), outcome.obstacles
                assert outcome.obstacles or self.world.held_or_aside(other) >= given

            self.world.do(other, read)

    @rule(laptop=LAPTOPS)
    def read_the_stick(self, laptop: int) -> None:
        """Whatever lies on it by now, from long ago or from oneself."""
        if self.world.stick.exists():
            self.world.do(self.world.laptop(laptop), lambda engine: engine.read_bundle(self.world.stick))

    @rule(laptop=LAPTOPS, cut=st.booleans(), where=st.integers(0, 10**6))
    def read_a_bad_stick(self, laptop: int, cut: bool, where: int) -> None:
        if not self.world.stick.exists():
            return
        whole = self.world.stick.read_bytes()
        place = where % len(whole)
        bad = whole[:place] if cut else whole[:place] + bytes([whole[place] ^ 1 << where % 8]) + whole[place + 1 :]
        self.world.stick.write_bytes(bad)
        before = self.world.segments(self.world.laptop(laptop))

        def read(engine: Engine) -> None:
            try:
                engine.read_bundle(self.world.stick)
            except CircleError:
                assert self.world.segments(self.world.laptop(laptop)) == before
            else:
                raise AssertionError("a bad stick was read as a good one")

        self.world.do(self.world.laptop(laptop), read)
        self.world.stick.write_bytes(whole)

    @rule(giver=LAPTOPS, taker=LAPTOPS, seed=st.integers(0, 2**16), share=st.floats(0, 1))
    def hand_over_in_disorder(self, giver: int, taker: int, seed: int, share: float) -> None:
        """Some segments, in any order, some of them twice; what has no predecessor yet is brought again later."""
        one, other = self.world.laptop(giver), self.world.laptop(taker)
        given: list[Segment] = []

        def give(engine: Engine) -> None:
            exchange = Exchange(engine.circle)
            exchange.close_tail()
            given.extend(exchange.after({}, ALL))

        if self.world.do(one, give):
            chance = random.Random(seed)
            some = [segment for segment in given if chance.random() <= share]
            some += chance.choices(some, k=len(some) // 3) if some else []
            chance.shuffle(some)
            self.world.do(other, lambda engine: self._take(engine, some))

    def _take(self, engine: Engine, segments: list[Segment]) -> None:
        took = Exchange(engine.circle).receive(segments)
        assert {code for _, code in took.rejected} <= self.rejections

    @rule(inviter=LAPTOPS, by_stick=st.booleans(), right=st.sampled_from(["organizer", "recorder"]), skew=SKEWS)
    def join(self, inviter: int, by_stick: bool, right: str, skew: int) -> None:
        one = self.world.laptop(inviter)
        with self.world.fuse.looking():
            believed = one.clock.skew + clock_off(one.engine.circle)  # ms ahead of the true time
        invitation = (
            self.world.invite(one, right, by_stick=by_stick) if len(self.world.laptops) < MOST_LAPTOPS else None
        )
        if invitation is None:
            return
        try:
            self.world.enter(invitation, by_stick=by_stick, skew=skew)
        except Unreachable:
            assert self.world.region.weather.rough
        except (NotAllowed, Refused) as error:
            # The inviter's clock is behind and the invitation over at once, or was set right since the hub said, more
            # than a year ago, that it is ahead: no laptop can tell that. Or a joiner without a hub is ahead.
            behind = one.clock.skew < 0 or believed < -DAY_MS
            late = error.code == "invitation_expired" and (behind or (by_stick and skew > 0))
            assert late or error.code in self.shut_doors, error

    # --- clocks and power

    @rule(laptop=LAPTOPS, skew=SKEWS)
    def set_a_clock(self, laptop: int, skew: int) -> None:
        self.world.laptop(laptop).clock.skew = skew

    @rule(still=st.booleans())
    def time_stands_still(self, still: bool) -> None:
        """Two laptops may now write at the very same moment."""
        self.world.region.clock.step = 0 if still else 3

    @rule(days=st.integers(0, 400))
    def days_pass(self, days: int) -> None:
        """Not while a laptop waits for its place: its invitation would be over."""
        if all(laptop.placed for laptop in self.world.laptops):
            self.world.region.clock.ms += days * DAY_MS

    @rule(steps=STEPS)
    def a_power_cut_is_near(self, steps: int) -> None:
        """Whatever is done next is cut off between two writes."""
        self.fuse.arm(steps)

    @rule(laptop=LAPTOPS)
    def switch_off_and_on(self, laptop: int) -> None:
        self.world.reopen(self.world.laptop(laptop))


_UNHURRIED = settings(
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
    report_multiple_bugs=False,
)
ORDINARY = settings(_UNHURRIED, max_examples=40, stateful_step_count=50, derandomize=True)
"""The same examples every time, so many that all is tried in many orders: rare ones are met by -m soak."""
SOAK = settings(_UNHURRIED, max_examples=3000, stateful_step_count=80, print_blob=True)
"""Others every time, for hours; a failure prints what repeats it."""
