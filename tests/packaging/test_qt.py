"""The Qt that is installed survives what a day of use does to it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject


def test_void_calls_do_not_wear_out_none() -> None:
    """PySide6 6.12.0 on Python ≤3.11 lost a reference to None at each void call and aborted after some 5,200."""
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(20_000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 5_000
