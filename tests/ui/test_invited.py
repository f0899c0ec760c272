"""What whoever invites is told of when the invitation works: nothing that does not hold."""

from __future__ import annotations

import pytest

from learningcircles.laptop.inviting import invite
from learningcircles_ui.app import Desktop
from learningcircles_ui.pages.share.add_laptop import AddLaptop
from learningcircles_ui.window import Window
from tests.ui.late import Settle


@pytest.mark.parametrize(
    ("by_hub", "once"),
    [
        (True, "once this laptop has shared with the hub."),
        (
            False,
            "once this laptop has shared, by a stick or beside it, with the laptop that keeps the list of laptops.",
        ),
    ],
)
def test_it_waits_for_who_keeps_the_list(
    window: Window, desktop: Desktop, settle: Settle, by_hub: bool, once: str
) -> None:
    told: list[str] = []
    dialog = AddLaptop(window.shell, window)
    window.shell.tasks.share(
        lambda engine: invite(engine.circle, "recorder"),
        lambda made: told.append(dialog._sentence(made._replace(works_now=False, by_hub=by_hub))),
    )
    settle(desktop)
    assert [words.partition(", ")[2].partition(", ")[2] for words in told] == [once]
