"""The state machine finds every fault that is put into the program; the program without faults passes the same
examples in test_machine.py."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, Sharing
from machine_trust import Trusting
from mutants import SPINE, TRUST, Mutant, joiners_wait_for_their_place

from learningcircles.errors import CircleError

UNSHRUNK = settings(ORDINARY, phases=[Phase.generate], max_examples=600)
"""It ends with the first example that finds the fault; which one that is depends on what else is loaded."""


FOUND = (AssertionError, CircleError)
"""What a check of the machine says, or the program itself, of a state that cannot be."""
UNLISTED: dict[Mutant, tuple[type[Exception], ...]] = {joiners_wait_for_their_place: (KeyError,)}
"""A laptop that is in nobody's list yet is looked up there."""


def finds(machine: type[Sharing], mutant: Mutant) -> None:
    try:
        run_state_machine_as_test(machine, settings=UNSHRUNK)
    except (*FOUND, *UNLISTED.get(mutant, ())):
        pass  # whatever else is raised is not the fault that was put in: the mutant itself is broken
    else:
        pytest.fail(f"the machine does not notice: {mutant.__doc__}")


@pytest.mark.parametrize("mutant", SPINE, ids=lambda mutant: mutant.__name__)
def test_sharing_finds(sharing: type[Sharing], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    mutant(monkeypatch)
    finds(sharing, mutant)


@pytest.mark.parametrize("mutant", TRUST, ids=lambda mutant: mutant.__name__)
def test_coming_and_going_finds(trusting: type[Trusting], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    mutant(monkeypatch)
    finds(trusting, mutant)
