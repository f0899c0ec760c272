"""The state machine, over both kinds of hub: always the same examples in CI, many more ones with -m soak."""

from __future__ import annotations

import pytest
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, SOAK, Sharing


def test_all_agree_in_the_end_whatever_happened(machine: type[Sharing]) -> None:
    run_state_machine_as_test(machine, settings=ORDINARY)


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours(machine: type[Sharing]) -> None:
    run_state_machine_as_test(machine, settings=SOAK)
