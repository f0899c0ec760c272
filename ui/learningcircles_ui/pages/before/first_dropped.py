"""What is dropped on the first run: a stick's or a backup's file goes into its field, a paper's code to its step."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from learningcircles.trust.recovery import RECOVER
from learningcircles_ui import text
from learningcircles_ui.visitors import (
    BACKUP,
    BUNDLE,
    JOIN,
    PAPERS,
    PICTURES,
    needs_circle,
    nothing_that_opens,
    take_code,
)

if TYPE_CHECKING:
    from learningcircles_ui.pages.before.first_run import FirstRun

_NAMES = 2


def dropped(first: FirstRun, files: Sequence[Path]) -> None:
    """Take the first of these files; anything else belongs to no field here, and that is said."""
    held, kind = files[0], files[0].suffix.lower()
    if first.under_way:
        return
    first.wrong.tell("")
    if kind in (*PICTURES, *PAPERS):
        take_code(first.aside, first, held, partial(_coded, first), partial(_refused, first))
        return
    if kind == BACKUP:
        _show(first, "back")
    back = _is_at(first, "back")
    line = first.again_back.file if back else first.names.bundle
    if kind == BACKUP or (kind == BUNDLE and (back or _is_at(first, "join"))):
        line.setText(str(held))
    else:
        first.wrong.tell(nothing_that_opens().format(name=text.as_written(held.name)))


def _coded(first: FirstRun, code: str) -> None:
    """Bring a code to the step that asks for it."""
    if first.under_way:
        return
    if code.startswith(JOIN):
        _show(first, "join")
        first.names.invitation.setText(code)
    elif code.startswith(RECOVER):
        _show(first, "back")
        first.again_back.words.setPlainText(code)
    else:
        first.wrong.tell(needs_circle())


def _refused(first: FirstRun, words: str) -> None:
    if not first.under_way:
        first.wrong.tell(words)


def _is_at(first: FirstRun, what: str) -> bool:
    return first.what == what and first.step() == _NAMES


def _show(first: FirstRun, what: str) -> None:
    if not _is_at(first, what):
        first.what = what
        first.go(_NAMES)
