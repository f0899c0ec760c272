"""The state machine, over both kinds of hub: always the same examples in CI, many more ones with -m soak."""

from __future__ import annotations

import pytest
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, SOAK, Sharing
from machine_trust import Trusting


def test_all_agree_in_the_end_whatever_happened(sharing: type[Sharing]) -> None:
    run_state_machine_as_test(sharing, settings=ORDINARY)


def test_all_agree_in_the_end_whoever_came_and_went(trusting: type[Trusting]) -> None:
    run_state_machine_as_test(trusting, settings=ORDINARY)


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours(sharing: type[Sharing]) -> None:
    run_state_machine_as_test(sharing, settings=SOAK)


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours_whoever_comes_and_goes(trusting: type[Trusting]) -> None:
    run_state_machine_as_test(trusting, settings=SOAK)
