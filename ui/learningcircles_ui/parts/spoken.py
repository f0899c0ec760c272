"""Telling who listens to the window instead of seeing it what has come into view by itself."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(at: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say words that stand there now, whatever has the keyboard; `urgent`: before all else."""
    event = QAccessibleAnnouncementEvent(at, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
