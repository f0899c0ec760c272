"""A field of the hall that is emptied for whoever comes next."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


def wipe(line: QLineEdit) -> None:
    """Empty it for good: after `clear`, Ctrl+Z would show what somebody before has typed."""
    line.setText("")
