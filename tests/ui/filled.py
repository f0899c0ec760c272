"""Forms as people meet them: opened, and a field of them to type into."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from learningcircles.circle.facets import Verbs
from learningcircles_ui.app import Desktop
from learningcircles_ui.parts.draft_names import whose
from learningcircles_ui.parts.forms import Form

Settle = Callable[[Desktop], None]
D = TypeVar("D", bound=QDialog)


def opened(dialog: D, desktop: Desktop, settle: Settle) -> D:
    """Open a dialog, and let what it reads arrive."""
    dialog.open()
    settle(desktop)
    return dialog


def line_of(form: Form, name: str) -> QLineEdit:
    """Return the line of a field."""
    line = form.edit(name).control
    assert isinstance(line, QLineEdit)
    return line


def type_into(form: Form, name: str, words: str, qtbot: QtBot) -> QLineEdit:
    """Go to the line of a field and type."""
    line = line_of(form, name)
    line.setFocus()
    qtbot.keyClicks(line, words)
    return line


def kept(verbs: Verbs, name: str) -> list[Mapping[str, Any]]:
    """Return all that is kept of one form, newest first."""
    return [draft.values for each, draft in verbs.reader.drafts() if whose(each) == name]
