"""The state machine finds every fault that is put into the program; the program without faults passes the same
examples in test_machine.py."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import ORDINARY, Sharing
from mutants import MUTANTS, Mutant
from power import Killed

UNSHRUNK = settings(ORDINARY, phases=[Phase.generate])


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_the_machine_finds(sharing: type[Sharing], monkeypatch: pytest.MonkeyPatch, mutant: Mutant) -> None:
    mutant(monkeypatch)
    try:
        run_state_machine_as_test(sharing, settings=UNSHRUNK)
    except (Exception, Killed) as error:
        assert not isinstance(error, TypeError | NameError | AttributeError), "the mutant itself is broken"
    else:
        pytest.fail(f"the machine does not notice: {mutant.__doc__}")
