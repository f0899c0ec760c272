"""The state machine, over both kinds of hub: always the same examples in CI, many more ones with -m soak."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import Sharing
from machine_world import Template
from power import Fuse, fused

UNHURRIED = {
    "deadline": None,
    "database": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.generate, Phase.shrink),
    "report_multiple_bugs": False,
}
ORDINARY = settings(max_examples=60, stateful_step_count=50, derandomize=True, **UNHURRIED)
SOAK = settings(max_examples=3000, stateful_step_count=80, print_blob=True, **UNHURRIED)


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Template, ...]:
    return tuple(Template(tmp_path_factory.mktemp(kind), kind) for kind in ("memory", "sqlite"))


@pytest.fixture
def machine(templates: tuple[Template, ...]) -> Iterator[type[Sharing]]:
    fuse = Fuse()

    class Machine(Sharing):
        pass

    Machine.templates, Machine.fuse = templates, fuse
    with fused(fuse):
        yield Machine


def test_all_agree_in_the_end_whatever_happened(machine: type[Sharing]) -> None:
    run_state_machine_as_test(machine, settings=ORDINARY)


@pytest.mark.soak
@pytest.mark.timeout(6 * 3600)
def test_all_agree_in_the_end_for_hours(machine: type[Sharing]) -> None:
    run_state_machine_as_test(machine, settings=SOAK)
