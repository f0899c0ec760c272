"""The state machine finds every fault that is put into the program; the program without faults passes the same
examples in test_machine.py."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, Sharing
from machine_trust import Trusting
from mutants import SPINE, TRUST, Mutant
from power import Killed

UNSHRUNK = settings(ORDINARY, phases=[Phase.generate], max_examples=600)
"""It ends with the first example that finds the fault; which one that is depends on what else is loaded."""


def finds(machine: type[Sharing], mutant: Mutant) -> None:
    try:
        run_state_machine_as_test(machine, settings=UNSHRUNK)
    except (Exception, Killed) as error:
        assert not isinstance(error, TypeError | NameError | AttributeError), "the mutant itself is broken"
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
