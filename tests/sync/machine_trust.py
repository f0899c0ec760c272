"""The state machine in full: besides sharing, who is in the circle changes, disks are restored and cloned, the hub is
rolled back at any time, laptops share beside each other, and people are erased.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import rule
from machine import DAY_MS, Sharing
from machine_disks import Disk
from machine_work import LAPTOPS, PAIRS, PICKS, VALUES, known, pick
from machine_world import MOST_LAPTOPS
from sync_region import add_member, invite_to

from learningcircles.circle.circle import Circle
from learningcircles.circle.create import open_circle
from learningcircles.errors import Unreachable
from learningcircles.laptop import inviting, rights
from learningcircles.laptop.erasing import erase
from learningcircles.trust.members import RIGHTS
from learningcircles_sync import farewell
from learningcircles_sync.engine import Engine
from learningcircles_sync.lan.answering import Answering

AGO = st.sampled_from([None, 0, 1000, DAY_MS, 400 * DAY_MS])
"""Since when a laptop is shut out: from now on, or from a moment in the past (ms before now)."""
MOST_DISKS = 3


class Trusting(Sharing):
    """Rules about who is in the circle, and where its files lie."""

    shut_doors = frozenset({"invitation_unknown", "invitation_cancelled"})
    # A laptop that came in by an invitation on a list that loses is unknown until that has a place on the other one.
    # A stick tells whoever is shut out so.
    obstacles = frozenset({"fork", "renewed", "two_lists", "unknown_device", *farewell.SENTENCES})
    rejections = frozenset({"gap", "unknown_device", "fork", "bad_chain", "malformed"})

    def begun(self) -> None:
        self.disks: list[Disk] = []

    # --- who is in the circle

    @rule(laptops=PAIRS, ago=AGO)
    def shut_out(self, laptops: tuple[int, int], ago: int | None) -> None:
        one, other = (self.world.laptop(number) for number in laptops)
        since = None if ago is None else one.clock() - ago
        if one.id != other.id:  # a copy of a laptop's disk is that laptop, until they have met
            self.world.do(one, lambda engine: rights.revoke(engine.circle, other.id, since))

    @rule(laptops=PAIRS, right=st.sampled_from(RIGHTS), publish=st.booleans())
    def change_a_right(self, laptops: tuple[int, int], right: str, publish: bool) -> None:
        one, other = (self.world.laptop(number) for number in laptops)
        self.world.do(one, lambda engine: rights.change_right(engine.circle, other.id, right, publish=publish))

    @rule(laptop=LAPTOPS)
    def leave_an_invitation_open(self, laptop: int) -> None:
        self.on(laptop, invite_to)

    @rule(laptop=LAPTOPS, which=PICKS)
    def cancel_an_invitation(self, laptop: int, which: int) -> None:
        def work(engine: Engine) -> None:
            inviting.cancel(engine.circle, pick(inviting.open_invitations(engine.circle), which).id)

        self.on(laptop, work)

    @rule(laptops=PAIRS, member=PICKS, value=VALUES)
    def erase_whom_another_edits(self, laptops: tuple[int, int], member: int, value: str | None) -> None:
        """Another laptop may write of somebody after they were erased: it does not know yet."""

        def work(engine: Engine) -> None:
            id_ = pick(known(engine, "member"), member)
            self.world.erased.append(id_)
            erase(engine.verbs, id_)

        if len(self.world.erased) < 2:
            self.on(laptops[0], work)
            self.edit(laptops[1], member, "phone", value)

    @rule(laptops=PAIRS, member=PICKS)
    def erase_beside_a_clone(self, laptops: tuple[int, int], member: int) -> None:
        """A clone writes in the same log as the laptop that erases, and a third one hears of the clone first."""
        one, other = (self.world.laptop(number) for number in laptops)
        if one is other or len(self.world.laptops) >= MOST_LAPTOPS or self.world.erased:
            return
        self.fuse.arm(None)
        with self.fuse.looking():
            disk = Disk(self.world, one)
        self.erase_whom_another_edits(laptops, member, "2")
        self.world.share(one)
        disk.start(self.world)
        clone = self.world.laptops[-1]
        self.world.do(clone, lambda engine: add_member(engine, "By a clone"))
        if self.world.do(clone, lambda engine: engine.write_bundle(self.world.stick)):
            self.world.do(other, lambda engine: engine.read_bundle(self.world.stick))
            self.world.share(other)

    @rule(laptops=PAIRS, member=PICKS, whole=st.booleans())
    def restore_what_was_erased_meanwhile(self, laptops: tuple[int, int], member: int, whole: bool) -> None:
        """A laptop is brought back to when it had not shared yet what was erased since, with what it said of others."""
        one, other = (self.world.laptop(number) for number in laptops)
        if one is other or self.world.erased:
            return
        self.edit(laptops[1], member, "notes", "1")
        self.edit(laptops[1], member + 1, "notes", "2")
        self.fuse.arm(None)
        with self.fuse.looking():
            disk = Disk(self.world, other)
        for _ in range(2):
            self.world.share(other)
            self.world.share(one)
        self.erase_whom_another_edits(laptops, member, "3")
        for _ in range(2):
            self.world.share(one)
            self.world.share(other)
        disk.restore(self.world, whole=whole)

    # --- disks

    @rule(laptop=LAPTOPS)
    def copy_a_disk(self, laptop: int) -> None:
        with self.fuse.looking():
            self.disks = [*self.disks[1 - MOST_DISKS :], Disk(self.world, self.world.laptop(laptop))]

    @rule(which=PICKS, whole=st.booleans())
    def restore_a_disk(self, which: int, whole: bool) -> None:
        if self.disks:
            self.fuse.arm(None)
            pick(self.disks, which).restore(self.world, whole=whole)

    @rule(which=PICKS)
    def start_a_copied_disk(self, which: int) -> None:
        if self.disks:
            self.fuse.arm(None)
            disk = pick(self.disks, which)
            self.disks = [each for each in self.disks if each is not disk]
            disk.start(self.world)

    # --- laptops beside each other, and a hub that goes back

    @rule(laptops=PAIRS)
    def share_beside(self, laptops: tuple[int, int]) -> None:
        one, other = (self.world.laptop(number) for number in laptops)
        if one is other:
            return
        with self.fuse.looking():
            circle = _opened_again(other.engine.circle)
        self.world.region.beside["beside"] = Answering(circle, lambda: None)

        def share(engine: Engine) -> None:
            try:
                engine.share_beside("beside")
            except Unreachable as error:
                raise AssertionError("the laptop beside does not answer") from error

        cuts = self.world.cuts
        self.world.do(one, share)
        if self.world.cuts == cuts:
            circle.close()
        else:  # both hang on one fuse
            self.world.reopen(other)

    @rule()
    def roll_the_hub_back(self) -> None:
        """Whoever shares next may know less than others: two lists of laptops may come of it."""
        if self.world.hub_copy is not None:
            self.fuse.arm(None)
            self.world.region.restore_hub(self.world.hub_copy)
            self.world.forget_what_the_hub_alone_held()


def _opened_again(circle: Circle) -> Circle:
    return open_circle(circle.path, circle.secrets, circle.surroundings, circle.mark, circle.keyring)
