"""Who was let in, shut out or erased meanwhile counts for whatever reads, whoever noticed it first."""

from __future__ import annotations

import pytest

from learningcircles.circle.facets import Verbs
from learningcircles.laptop.erasing import erase
from learningcircles_ui.app import Desktop
from learningcircles_ui.window import Window
from tests.ui.conftest import add_people
from tests.ui.late import Settle


@pytest.mark.parametrize("noticed", [False, True])
def test_the_reader_goes_by_the_list_that_counts_now(
    desktop: Desktop, window: Window, other: Verbs, settle: Settle, noticed: bool
) -> None:
    tasks = desktop.tasks
    assert tasks is not None
    (ana,) = add_people(other, ["Ana Ruiz"])
    window.watch()
    settle(desktop)
    before = tasks._opened.reader
    erase(other, ana)
    if noticed:
        tasks.mutate(lambda verbs: verbs.circle.follow())  # as Today does, and whatever is being kept
        settle(desktop)
    window.watch()
    settle(desktop)
    assert tasks._opened.reader is not before
