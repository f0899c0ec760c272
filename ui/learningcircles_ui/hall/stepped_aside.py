"""Forms that are open when the hall mode begins: they step aside as they are, and come back after it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QDialog

_ASIDE = "stepped_aside"


def put_aside() -> None:
    """Hide every open dialog: over the hall it would take its keys, and show what the hall does not."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.isVisible():
            dialog.setProperty(_ASIDE, True)
            dialog.hide()


def bring_back() -> None:
    """Show them again."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, QDialog) and dialog.property(_ASIDE):
            dialog.setProperty(_ASIDE, False)
            dialog.show()
