"""The state machine, over both kinds of hub: always the same examples in CI, many more ones with -m soak."""

from __future__ import annotations

import pytest
from hypothesis.stateful import run_state_machine_as_test
from machine import DAY_MS, MINUTE_MS, ORDINARY, SOAK, YEAR_MS, Sharing
from machine_trust import Trusting


def test_all_agree_in_the_end_whatever_happened(sharing: type[Sharing]) -> None:
    run_state_machine_as_test(sharing, settings=ORDINARY)


def test_all_agree_in_the_end_whoever_came_and_went(trusting: type[Trusting]) -> None:
    run_state_machine_as_test(trusting, settings=ORDINARY)


def test_what_a_laptop_wrote_that_stands_on_no_list_any_more_is_in_nobodys_way(trusting: type[Trusting]) -> None:
    state = trusting()
    state.begin(which=7, skews=(1, -DAY_MS))
    state.mark_who_came(laptop=2, meetup=2, member=0, state="absent")
    state.back_up_the_hub()
    state.copy_a_disk(laptop=6)
    state.join(by_stick=False, inviter=2, right="recorder", skew=-9 * MINUTE_MS)
    state.roll_the_hub_back()
    state.shut_out(ago=1000, laptops=(1, 0))
    state.share_beside(laptops=(2, 1))
    state.restore_a_disk(which=2, whole=False)
    state.teardown()


def test_the_only_organizer_does_not_step_down_for_an_identity_that_a_restore_has_lost(
    trusting: type[Trusting],
) -> None:
    state = trusting()
    state.begin(which=0, skews=(DAY_MS, -DAY_MS))
    state.change_a_right(laptops=(2, 1), right="reader", publish=True)
    state.copy_a_disk(laptop=0)
    state.one_edits_what_another_wrote(laptops=(2, 0), member=1, field="phone", values=("2", "2"))
    for member, laptops in ((1, (0, 1)), (2, (2, 0))):
        state.restore_a_disk(which=0, whole=True)
        state.one_edits_what_another_wrote(laptops=laptops, member=member, field="notes", values=("3", "1"))
    state.change_a_right(laptops=(2, 0), right="reader", publish=False)
    state.teardown()


def test_all_has_not_come_through_while_one_who_has_shared_is_yet_to_hear_that_it_is_out(
    trusting: type[Trusting],
) -> None:
    state = trusting()
    state.begin(which=0, skews=(0, 0))
    state.shut_out(ago=None, laptops=(1, 0))
    state.teardown()


def test_what_lost_is_told_once_though_its_maker_has_gone_on_in_it(trusting: type[Trusting]) -> None:
    state = trusting()
    state.begin(which=0, skews=(9 * MINUTE_MS, 0))
    state.change_the_charter(laptop=0, objective="3")
    state.change_a_right(laptops=(1, 0), right="recorder", publish=True)
    state.copy_a_disk(laptop=0)
    state.cancel_an_invitation(laptop=1, which=1)
    state.join(inviter=1, by_stick=True, right="organizer", skew=0)
    state.carry(giver=0, taker=1)
    state.restore_a_disk(which=0, whole=True)
    state.join(inviter=0, by_stick=True, right="organizer", skew=0)
    state.one_edits_what_another_wrote(laptops=(1, 2), member=1, field="notes", values=("1", "2"))
    state.teardown()


def test_a_number_that_two_were_given_apart_is_nobodys_before_a_laptop_gives_one_of_them_another(
    trusting: type[Trusting],
) -> None:
    state = trusting()
    state.begin(which=3, skews=(-YEAR_MS, 30 * YEAR_MS))
    state.leave_an_invitation_open(laptop=0)
    state.erase_beside_a_clone(laptops=(0, 1), member=0)
    state.add_a_member(laptop=0, field="phone", value="1", words={"fr", "pt"})
    state.cancel_an_invitation(laptop=6, which=0)
    state.cancel_an_invitation(laptop=8, which=0)
    state.all_share()
    state.all_share()
    state.set_a_clock(laptop=8, skew=-DAY_MS)
    state.teardown()


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours(sharing: type[Sharing]) -> None:
    run_state_machine_as_test(sharing, settings=SOAK)


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours_whoever_comes_and_goes(trusting: type[Trusting]) -> None:
    run_state_machine_as_test(trusting, settings=SOAK)
