"""Lives of regions in which the state machine once found something wrong, step by step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from machine_trust import Trusting
from machine_world import Laptop

from learningcircles.circle.rescue import total


def lived(trusting: type[Trusting], which: int, life: Callable[[Trusting], None]) -> list[Laptop]:
    """Let a region live, check all that must hold of it, and return its laptops."""
    machine = trusting()
    try:
        machine.begin(which, (0, 0))
        life(machine)
    finally:
        machine.teardown()
    return machine.world.laptops


@pytest.mark.parametrize("which", [0, 1])
def test_what_a_copied_laptop_had_the_right_to_write_is_kept_once_it_has_it_no_more(
    trusting: type[Trusting], which: int
) -> None:
    waits: list[int] = []

    def life(machine: Trusting) -> None:
        machine.the_network_goes_and_comes(False)
        machine.copy_a_disk(1)
        machine.start_a_copied_disk(0)
        machine.change_the_charter(8, "1")
        machine.change_a_right((0, 1), "recorder", False)
        machine.one_edits_what_another_wrote((0, 1), 0, "phone", ("1", "1"))
        machine.the_network_goes_and_comes(True)
        for _ in range(3):
            machine.all_share()
        waits.extend(total(laptop.engine.verbs.rescue.bundles()) for laptop in machine.world.laptops)

    lived(trusting, which, life)
    assert waits[0] >= 1 and len(set(waits)) == 1, "the charter waits for an organizer on every laptop"


def test_a_version_that_was_cleaned_of_somebody_is_not_followed_for_ever(trusting: type[Trusting]) -> None:
    """The list names its end, but nobody else would take it: its payloads are gone, and no redaction names them."""

    def life(machine: Trusting) -> None:
        machine.erase_beside_a_clone((1, 2), 0)
        machine.change_a_right((1, 2), "reader", True)
        machine.share(9)
        machine.carry(5, 7)
        machine.share_beside((2, 1))
        machine.count_heads(8, 2, 8)

    lived(trusting, 5, life)
