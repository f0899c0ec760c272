"""A line for a passphrase: its letters are hidden, and an eye in it shows them as long as somebody wants that."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from learningcircles_ui.parts.icons import icon

translate = QCoreApplication.translate


def hide_letters(*lines: QLineEdit) -> None:
    """Hide what is typed into lines, each with an eye at its end."""
    for line in lines:
        eye = QAction(line)  # none that is on or off: whoever looks has changed nothing in a dialog
        line.addAction(eye, QLineEdit.ActionPosition.TrailingPosition)
        eye.triggered.connect(partial(_turn, line, eye))
        _show(line, eye, seen=False)


def _turn(line: QLineEdit, eye: QAction) -> None:
    _show(line, eye, seen=line.echoMode() is QLineEdit.EchoMode.Password)


def _show(line: QLineEdit, eye: QAction, *, seen: bool) -> None:
    line.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
    eye.setIcon(icon("eye-off" if seen else "eye"))
    eye.setText(translate("Secret", "Hide the letters") if seen else translate("Secret", "Show the letters"))
