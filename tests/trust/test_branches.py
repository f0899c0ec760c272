"""Which of several lists counts: a former keeper rewrites nothing, and the order of arrival decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ring import Ring

from learningcircles.crypto.sign import SigningKey
from learningcircles.errors import CircleError
from learningcircles.surroundings import seeded
from learningcircles.trust import make, recovering
from learningcircles.trust.branches import join
from learningcircles.trust.entry import Entry
from learningcircles.trust.epochs import open_epochs
from learningcircles.trust.placing import countersign
from learningcircles.trust.recovery import Sheet
from learningcircles.trust.roster import Roster

HUB = "https://hub.example"
HUB_KEY, OTHER_HUB_KEY = SigningKey(b"h" * 32), SigningKey(b"o" * 32)


class Circle:
    """Pilar founded it and keeps its list; Amina and Bo may run it; a recovery sheet is in force."""

    def __init__(self) -> None:
        ring = Ring()
        self.pilar = ring.founder
        self.amina, self.bo = ring.laptop("organizer"), ring.laptop("organizer")
        entry, self.sheet = recovering.new_sheet(ring.roster, self.pilar, ring.keys_of(self.pilar), ring.world, hub=HUB)
        ring.place(entry)
        self.roster = ring.roster
        self.world = seeded(7, ring._tick)
        self.people = (self.pilar, self.amina, self.bo)
        self.keys = {key.public: key for key in (*(each.sign for each in self.people), HUB_KEY, OTHER_HUB_KEY)}

    def placed(self, roster: Roster, entry: Entry, by: SigningKey | None = None) -> Roster:
        """Return the list with an entry that its keeper, or `by`, has placed."""
        key = by or self.keys[roster.sequencer]
        return Roster.replay([*roster.placed, countersign(roster, entry, key, self.world.now_ms())])

    def invite(self, roster: Roster, by: make.DeviceKeys, key: SigningKey | None = None) -> Roster:
        epochs = open_epochs(roster, by.id, by.receive)
        return self.placed(roster, make.invite(roster, by, epochs, self.world, right="recorder")[0], key)

    def hand(
        self, roster: Roster, by: make.DeviceKeys, to: SigningKey, hub: str = "", key: SigningKey | None = None
    ) -> Roster:
        return self.placed(roster, make.hand_sequencer(roster, by, to.public, hub, self.world), key)

    def recover(self, roster: Roster, to: SigningKey) -> Roster:
        sheet: Sheet = self.sheet
        return self.placed(roster, make.take_over(roster, sheet.id, sheet.sign, to.public, self.world), to)

    def shut_out(self, roster: Roster, by: make.DeviceKeys, whom: make.DeviceKeys) -> Roster:
        return self.placed(roster, self.revocation(roster, by, whom))

    def revocation(self, roster: Roster, by: make.DeviceKeys, whom: make.DeviceKeys) -> Entry:
        return make.revoke(roster, by, open_epochs(roster, by.id, by.receive), whom.id, {}, self.world)

    def lowered(self, roster: Roster, by: make.DeviceKeys, whom: make.DeviceKeys) -> Roster:
        """Return the list on which a laptop may only look from now on."""
        epochs = open_epochs(roster, by.id, by.receive)
        return self.placed(roster, make.change_right(roster, by, epochs, whom.id, "reader", False, {}, self.world))

    def joined(self, roster: Roster) -> tuple[make.DeviceKeys, Roster]:
        """Return another organizer who came in through this list."""
        epochs = open_epochs(roster, self.pilar.id, self.pilar.receive)
        entry, door = make.invite(roster, self.pilar, epochs, self.world, right="organizer")
        open_list = self.placed(roster, entry)
        add, keys, _ = make.join(open_list, door, self.world)
        return keys, self.placed(open_list, add)

    def lower(self, way: Callable[[Roster], Roster], start: Roster, than: Roster) -> Roster:
        """Return a list from `start` whose first own entry has a lower hash than that of the other list."""
        at = len(start.placed)
        while True:
            found = way(start)
            if found.placed[at].entry.hash < than.placed[at].entry.hash:
                return found


@pytest.fixture
def circle() -> Circle:
    return Circle()


def meet(mine: Roster, other: Roster, key: bytes | None = None) -> Roster:
    """Return what one has who learns of another's list."""
    joined = join(mine, other.placed, other.kept, key=key)
    known = {entry.hash: entry for entry in [*mine.kept, *other.kept, *joined.leftover]}
    return Roster.replay(joined.placed, list(known.values()), circle=mine.circle)


def settled(lists: Sequence[Roster]) -> Roster:
    """Return the list that counts, and check that the order in which they come decides nothing."""
    ends = []
    for order in permutations(lists):
        mine = order[0]
        for other in order[1:]:
            mine = meet(mine, other)
        ends.append(mine)
    assert len({(end.head, end.strays) for end in ends}) == 1
    return ends[0]


@pytest.mark.parametrize("back", [0, 1, 2])
@pytest.mark.parametrize("to_hub", [True, False])
def test_a_former_keeper_who_was_shut_out_does_not_rewrite_the_list(circle: Circle, back: int, to_hub: bool) -> None:
    starts = [circle.roster]
    for _ in range(2):
        starts.append(circle.invite(starts[-1], circle.pilar))
    to, hub = (HUB_KEY, HUB) if to_hub else (circle.amina.sign, "")
    true = circle.shut_out(circle.hand(starts[-1], circle.pilar, to, hub), circle.amina, circle.pilar)
    start = starts[-1 - back]
    forged = circle.lower(lambda roster: circle.invite(roster, circle.pilar), start, true)
    for _ in range(4):
        forged = circle.invite(forged, circle.pilar)
    assert settled([true, forged, start]).head == true.head


@pytest.mark.parametrize("hub", [HUB, ""])
def test_nor_does_one_who_hands_it_on_a_second_time(circle: Circle, hub: str) -> None:
    start, pilar = circle.roster, circle.pilar
    true = circle.shut_out(circle.hand(start, pilar, HUB_KEY, HUB), circle.amina, pilar)
    again = circle.lower(lambda roster: circle.hand(roster, pilar, OTHER_HUB_KEY, hub), start, true)
    again = circle.placed(again, true.placed[-1].entry)  # what Amina has signed elsewhere speaks for nothing here
    forged = circle.shut_out(again, pilar, circle.amina) if not again.devices[pilar.id].revoked else again
    assert settled([true, forged]).head == true.head


def test_whom_an_organizer_has_taken_the_list_from_does_not_take_it_back(circle: Circle) -> None:
    start, pilar = circle.roster, circle.pilar
    taken = circle.hand(start, circle.amina, circle.amina.sign, key=circle.amina.sign)
    true = circle.shut_out(taken, circle.amina, pilar)
    forged = circle.lower(lambda roster: circle.hand(roster, pilar, OTHER_HUB_KEY, HUB), start, true)
    assert settled([true, forged]).head == true.head


def test_a_late_take_over_does_not_end_what_was_handed_to_a_hub(circle: Circle) -> None:
    handed = circle.hand(circle.roster, circle.pilar, HUB_KEY, HUB)
    late = circle.hand(circle.roster, circle.amina, circle.amina.sign, key=circle.amina.sign)
    assert settled([handed, late]).head == handed.head


def test_an_organizers_take_over_stands_before_what_the_old_keeper_placed(circle: Circle) -> None:
    taken = circle.hand(circle.roster, circle.amina, circle.amina.sign, key=circle.amina.sign)
    old = circle.lower(lambda roster: circle.invite(roster, circle.pilar), circle.roster, taken)
    assert settled([taken, old]).head == taken.head
    shut = circle.shut_out(old, circle.pilar, circle.amina)
    assert settled([taken, shut]).head == shut.head, "whom the old keeper has shut out takes nothing over"


def test_the_recovery_key_stands_before_all(circle: Circle) -> None:
    handed = circle.shut_out(circle.hand(circle.roster, circle.pilar, HUB_KEY, HUB), circle.amina, circle.pilar)
    recovered = circle.recover(circle.roster, circle.bo.sign)
    assert settled([handed, recovered]).head == recovered.head
    assert meet(handed, recovered, HUB_KEY.public).head == recovered.head


def test_a_recovery_further_on_settles_it_too(circle: Circle) -> None:
    handed = circle.hand(circle.roster, circle.pilar, HUB_KEY, HUB)
    true = circle.recover(circle.invite(handed, circle.pilar), circle.amina.sign)
    forged = circle.lower(lambda roster: circle.hand(roster, circle.pilar, OTHER_HUB_KEY, HUB), circle.roster, true)
    assert settled([true, forged]).head == true.head
    assert meet(handed, true, HUB_KEY.public).head == meet(forged, true, OTHER_HUB_KEY.public).head == true.head


def test_who_runs_the_circle_no_more_gets_it_back_by_no_list_of_its_own(circle: Circle) -> None:
    start, pilar, amina = circle.roster, circle.pilar, circle.amina
    handed = circle.lowered(circle.hand(start, pilar, amina.sign), amina, pilar)
    forged = circle.lower(lambda roster: circle.hand(roster, pilar, OTHER_HUB_KEY, HUB), start, handed)
    assert settled([handed, forged]).head == handed.head
    kept = circle.lowered(start, pilar, amina)
    taken = circle.lower(lambda roster: circle.hand(roster, amina, amina.sign, key=amina.sign), start, kept)
    assert settled([kept, taken]).head == kept.head


def test_a_revocation_made_where_the_lists_part_counts_for_the_list_that_has_it(circle: Circle) -> None:
    start = circle.roster
    revocation = circle.revocation(start, circle.amina, circle.pilar)
    true = circle.placed(circle.hand(start, circle.pilar, HUB_KEY, HUB), revocation)
    forged = circle.lower(lambda roster: circle.hand(roster, circle.pilar, OTHER_HUB_KEY, HUB), start, true)
    assert settled([true, forged]).head == true.head


def test_a_keeper_who_was_put_down_by_whoever_came_later_rewrites_nothing(circle: Circle) -> None:
    start = circle.roster
    keys, joined = circle.joined(circle.hand(start, circle.pilar, HUB_KEY, HUB))
    true = circle.shut_out(joined, keys, circle.pilar)
    forged = circle.lower(lambda roster: circle.hand(roster, circle.pilar, OTHER_HUB_KEY, HUB), start, true)
    assert settled([true, forged]).head == true.head


def test_a_hub_takes_no_list_without_the_entry_that_has_named_it(circle: Circle) -> None:
    handed = circle.invite(circle.hand(circle.roster, circle.pilar, HUB_KEY, HUB), circle.pilar)
    taken = circle.hand(circle.roster, circle.amina, circle.amina.sign, key=circle.amina.sign)
    taken = circle.shut_out(taken, circle.amina, circle.pilar)
    assert meet(handed, taken).head == taken.head
    assert meet(handed, taken, HUB_KEY.public).head == handed.head
    back = circle.hand(taken, circle.amina, HUB_KEY, HUB)
    assert meet(handed, back, HUB_KEY.public).head == back.head, "it came back to this hub"


WAYS = st.tuples(st.integers(0, 9), st.integers(0, 4), st.integers(0, 5), st.integers(0, 2), st.integers(0, 4))
"""(which list, how far back, what is done, by whom, to whom)."""


@cache
def shared() -> Circle:
    return Circle()


def branch(circle: Circle, lists: list[Roster], way: tuple[int, int, int, int, int]) -> None:
    """Let somebody who has every key add a list, or make one longer; nothing where that is no sound entry."""
    which, back, what, by, to = way
    base = lists[which % len(lists)]
    end = max(len(circle.roster.placed), len(base.placed) - back)
    start, one = Roster.replay(base.placed[:end]), circle.people[by]
    key = [*circle.keys.values()][to]
    hub = HUB if key in (HUB_KEY, OTHER_HUB_KEY) else ""
    try:
        if what < 2:
            lists.append(circle.invite(start, one))
        elif what == 2:
            lists.append(circle.hand(start, one, key, hub))
        elif what == 3:
            lists.append(circle.hand(start, one, key, hub, key))
        elif what == 4:
            lists.append(circle.shut_out(start, one, circle.people[to % 3]))
        else:
            lists.append(circle.recover(start, key))
    except CircleError:
        return


@settings(max_examples=60, deadline=None, derandomize=True)
@given(ways=st.lists(WAYS, min_size=3, max_size=10), chance=st.randoms(use_true_random=False))
def test_whoever_knows_the_same_entries_has_the_same_list_in_whatever_order_they_came(
    ways: list[tuple[int, int, int, int, int]], chance: Random
) -> None:
    circle = shared()
    lists = [circle.roster]
    for way in ways:
        branch(circle, lists, way)
    everybody = []
    for _ in range(3):
        chance.shuffle(lists)
        mine = circle.roster
        for other in lists:
            mine = meet(mine, other)
        everybody.append(mine)
    assert len({(each.head, each.strays) for each in everybody}) == 1
    halves = [meet(circle.roster, each) for each in lists]
    for _ in range(2):  # by hearsay: each tells the next what it has by now
        for number in range(len(halves)):
            halves[(number + 1) % len(halves)] = meet(halves[(number + 1) % len(halves)], halves[number])
    assert {each.head for each in halves} == {everybody[0].head}
