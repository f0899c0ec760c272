"""The state machine notices every fault that is put into the program, on a day on which it does harm; the program
without faults passes the same day.

That the machine comes upon such days by itself is tried with two of the faults here, and with all of them by -m soak.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, Sharing
from machine_trust import Trusting
from mutant_days import SPINE_DAYS, TRUST_DAYS
from mutants import SPINE, TRUST, Mutant, a_segment_is_dropped, joiners_wait_for_their_place, nonces_are_used_again

from learningcircles.errors import CircleError

UNSHRUNK = settings(ORDINARY, phases=[Phase.generate], max_examples=600)
"""It ends with the first example that finds the fault; which one that is depends on what else is loaded."""


FOUND = (AssertionError, CircleError)
"""What a check of the machine says, or the program itself, of a state that cannot be."""
UNLISTED: dict[Mutant, tuple[type[Exception], ...]] = {joiners_wait_for_their_place: (KeyError,)}
"""A laptop that is in nobody's list yet is looked up there."""
AMONG_THE_FIRST: tuple[Mutant, ...] = (a_segment_is_dropped, nonces_are_used_again)
"""Whatever examples the machine begins with, one of them comes upon these."""


def notices(work: Callable[[], object], mutant: Mutant) -> None:
    try:
        work()
    except (*FOUND, *UNLISTED.get(mutant, ())):
        pass  # whatever else is raised is not the fault that was put in: the mutant itself is broken
    else:
        pytest.fail(f"the machine does not notice: {mutant.__doc__}")


def live(state: Any, day: Callable[[Any], None]) -> None:
    """Live through a day, to the checks at its end; they are left out where one failed before."""
    try:
        day(state)
    finally:
        state.teardown()


def searched(mutant: Mutant) -> object:
    """Return a fault as a parameter: only some are looked for every time."""
    return pytest.param(mutant, id=mutant.__name__, marks=() if mutant in AMONG_THE_FIRST else pytest.mark.soak)


@pytest.mark.parametrize("mutant", SPINE, ids=lambda mutant: mutant.__name__)
def test_sharing_notices(sharing: type[Sharing], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    live(sharing(), SPINE_DAYS[mutant])
    mutant(monkeypatch)
    notices(lambda: live(sharing(), SPINE_DAYS[mutant]), mutant)


@pytest.mark.parametrize("mutant", TRUST, ids=lambda mutant: mutant.__name__)
def test_coming_and_going_notices(trusting: type[Trusting], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    live(trusting(), TRUST_DAYS[mutant])
    mutant(monkeypatch)
    notices(lambda: live(trusting(), TRUST_DAYS[mutant]), mutant)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("mutant", [searched(mutant) for mutant in SPINE])
def test_sharing_finds(sharing: type[Sharing], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    mutant(monkeypatch)
    notices(lambda: run_state_machine_as_test(sharing, settings=UNSHRUNK), mutant)


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("mutant", [searched(mutant) for mutant in TRUST])
def test_coming_and_going_finds(trusting: type[Trusting], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    mutant(monkeypatch)
    notices(lambda: run_state_machine_as_test(trusting, settings=UNSHRUNK), mutant)
