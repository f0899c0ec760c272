"""A short day for each mutant on which it goes wrong: what is done on it must be noticed by the machine's checks.

The right program passes each of them. They are steps of the machine, as a falling example of it would print them.
"""

from __future__ import annotations

from collections.abc import Callable

from machine import DAY_MS, YEAR_MS, Sharing
from machine_trust import Trusting
from mutants import (
    Mutant,
    a_segment_is_dropped,
    arrival_decides,
    entries_count_twice,
    joiners_wait_for_their_place,
    no_bump_per_field,
    no_tie_break,
    nonces_are_used_again,
    review_by_stamps,
    segments_are_cut_again,
    the_erased_come_back,
)

BOTH = (0, 1)
FAR_AHEAD = (30 * YEAR_MS, 0)
"""The first laptop's clock, and the second one's."""


def one_overwrites_what_comes_from_the_future(state: Sharing) -> None:
    state.begin(which=0, skews=FAR_AHEAD)
    state.one_edits_what_another_wrote(laptops=BOTH, member=0, field="phone", values=("1", "2"))


def two_write_at_one_moment(state: Sharing) -> None:
    state.begin(which=0, skews=(0, 0))
    state.two_edit_apart(laptops=BOTH, member=0, field="phone", values=("1", "2"), at_once=True)


def two_confirm_one_exchange(state: Sharing) -> None:
    state.begin(which=0, skews=(0, 0))
    for swap in (0, 1):
        state.two_turn_a_swap_apart(laptops=BOTH, swap=swap, verbs=("confirm", "confirm"))


def one_writes_and_shares_day_after_day(state: Sharing) -> None:
    state.begin(which=0, skews=(0, 0))
    for value in ("1", "2", "3", "1"):
        state.one_edits_what_another_wrote(laptops=BOTH, member=0, field="phone", values=(value, value))


def one_whose_clock_is_behind_does_not_see_what_another_wrote(state: Sharing) -> None:
    state.begin(which=0, skews=(0, -DAY_MS))
    for field in ("phone", "notes"):
        state.two_edit_apart(laptops=BOTH, member=0, field=field, values=("1", "2"), at_once=False)


def one_does_not_reach_the_hub_and_writes_on(state: Sharing) -> None:
    state.begin(which=0, skews=(0, 0))
    state.undo(laptop=0)
    state.the_network_goes_and_comes(is_open=False)
    state.all_share()
    state.undo(laptop=0)


def one_is_shut_out_from_before_it_wrote(state: Trusting) -> None:
    state.begin(which=0, skews=(0, 0))
    state.one_edits_what_another_wrote(laptops=(1, 0), member=0, field="phone", values=("1", "2"))
    state.edit(laptop=1, member=1, field="notes", value="3")
    state.all_share()
    state.all_share()
    state.shut_out(ago=DAY_MS, laptops=BOTH)


def one_joins_by_a_stick(state: Trusting) -> None:
    state.begin(which=0, skews=(0, 0))
    state.join(inviter=0, by_stick=True, right="recorder", skew=0)
    state.days_pass(days=1)


def one_writes_of_somebody_whom_another_erases(state: Trusting) -> None:
    state.begin(which=0, skews=(0, 0))
    state.erase_whom_another_edits(laptops=BOTH, member=0, value="1")


SPINE_DAYS: dict[Mutant, Callable[[Sharing], None]] = {
    no_bump_per_field: one_overwrites_what_comes_from_the_future,
    no_tie_break: two_write_at_one_moment,
    entries_count_twice: two_confirm_one_exchange,
    a_segment_is_dropped: one_writes_and_shares_day_after_day,
    review_by_stamps: one_whose_clock_is_behind_does_not_see_what_another_wrote,
    segments_are_cut_again: one_does_not_reach_the_hub_and_writes_on,
}
TRUST_DAYS: dict[Mutant, Callable[[Trusting], None]] = {
    arrival_decides: one_is_shut_out_from_before_it_wrote,
    nonces_are_used_again: one_writes_and_shares_day_after_day,
    joiners_wait_for_their_place: one_joins_by_a_stick,
    the_erased_come_back: one_writes_of_somebody_whom_another_erases,
}
