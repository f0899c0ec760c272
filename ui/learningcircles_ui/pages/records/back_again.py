"""Bringing back what was removed, and saying what does not come back with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from learningcircles.circle.changes import Changes
from learningcircles.circle.facets import Verbs
from learningcircles.errors import CircleError, NotFound
from learningcircles.phrase import Phrase
from learningcircles_ui import text
from learningcircles_ui.shell import Shell
from learningcircles_ui.worker import Then


class Back(NamedTuple):
    """What came back together: `without` counts those whose opening balance stays undone, `kept` tells what others
    have changed since.
    """

    changes: Changes
    without: int = 0
    kept: Sequence[Phrase] = ()


def bring_back(verbs: Verbs, entity: str, id_: bytes) -> tuple[Changes, int]:
    """Restore a record; return with it the minutes of its opening balance that stay undone, 0 for none."""
    changes = verbs.records.restore(entity, id_)
    return changes, verbs.swaps.taken_back(id_) if entity == "member" else 0


def bring_back_said(shell: Shell, gone: tuple[str, bytes, str], failed: Then | None = None) -> None:
    """Bring back what an error says was removed (`NotFound.removed`), and say so with Undo."""
    entity, id_, title = gone

    def back(came: tuple[Changes, int]) -> None:
        shell.signals.said.emit(is_back(title, came[1]), came[0].action)

    shell.do(lambda verbs: bring_back(verbs, entity, id_), then=back, failed=failed)


def offer_back(shell: Shell, error: CircleError) -> None:
    """Offer beside an error just said to bring back what was removed, where that is why and this laptop may."""
    gone = error.removed if isinstance(error, NotFound) else None
    if gone is not None and gone[2] and shell.may_write:
        words = QCoreApplication.translate("RecentlyRemoved", "Restore")
        shell.signals.also.emit(words, partial(bring_back_said, shell, gone))


def is_back(title: str, without: int) -> str:
    """Return what is told of a record that is back, `without` these minutes."""
    words = QCoreApplication.translate("BackAgain", "{title} is back").format(title=title)
    if not without:
        return words
    stays = QCoreApplication.translate("BackAgain", "the opening balance of {hours} stays undone")
    return f"{words}; {stays.format(hours=text.hours(without, signed=True))}."


def are_back(came: Back, wanted: frozenset[bytes]) -> str:
    """Return what is told of the `wanted` records that are back, and of what others have changed since."""
    back = len({id_ for _, id_ in came.changes.touched} & wanted)
    told = [text.grouped(QCoreApplication.translate("BackAgain", "%n are back.", "", back), back)]
    if came.without:
        told.append(QCoreApplication.translate("BackAgain", "Opening balances stay undone."))
    return " ".join([*told, *map(text.phrase, came.kept)])
