"""The state machine in which the list of laptops changes hands, over both kinds of hub."""

from __future__ import annotations

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, SOAK
from machine_keeping import Keeping


def test_all_agree_in_the_end_whoever_kept_the_list(keeping: type[Keeping]) -> None:
    run_state_machine_as_test(keeping, settings=settings(ORDINARY, max_examples=24))


def test_a_hub_that_hands_the_list_on_goes_on_answering_a_laptop_that_is_a_new_one_meanwhile(
    keeping: type[Keeping],
) -> None:
    state = keeping()
    state.begin(which=0, skews=(0, 0))
    state.erase_beside_a_clone(laptops=(0, 1), member=0)
    state.hand_the_list_on(laptops=(0, 1))
    state.all_share()
    state.teardown()


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours_whoever_keeps_the_list(keeping: type[Keeping]) -> None:
    run_state_machine_as_test(keeping, settings=SOAK)
