"""What Share says of the hub: what waits for it, and what may have to be said while it is away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from learningcircles.errors import Unreachable
from learningcircles_sync.line import LINE_BROKE
from learningcircles_sync.outcome import ShareState
from learningcircles_ui import text
from learningcircles_ui.parts.steady import Steady

translate = QCoreApplication.translate
_MANY = 100
"""Changes that may wait: for their sentence room is kept."""


def how_it_stands(state: ShareState, waiting: int, when: str) -> str:
    """Return how many changes wait, and when it was last shared with the hub."""
    last = translate("SharePage", "Last shared {when}.").format(when=when) if when and state.hub else ""
    if state.told_out:
        return last  # the foot says what is kept here
    if state.hub is None:
        stands = translate(
            "SharePage",
            "%n change(s) are on this laptop alone so far. Write a stick and read it on another laptop; bring it"
            " back and read it here, so that this laptop knows that they arrived.",
            "",
            waiting,
        )
        return stands if waiting else ""
    stands = translate("SharePage", "%n change(s) wait for a connection.", "", waiting)
    return " ".join(
        part for part in (stands if waiting else translate("SharePage", "Everything is shared."), last) if part
    )


def keep_room(waits: Steady, problem: Steady, state: ShareState) -> None:
    """Keep room for what is said while the hub is away for an hour: it comes by itself, maybe during a click."""
    if state.hub is None or state.told_out:
        waits.keeps()
        problem.keeps()
        return
    broke = Unreachable(LINE_BROKE, "The line to the hub at {url} broke in the middle of its answer.", url=state.hub)
    problem.keeps(text.sentence(broke), problem.text())
    ages = (text.ago(0, minutes * 60_000) for minutes in (55, 600))
    waits.keeps(*(how_it_stands(state, max(state.waiting, _MANY), when) for when in ages))
